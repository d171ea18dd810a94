-- The tables as version 1 of the store made them. Never change this file: a store that it makes must open for ever.
CREATE TABLE meta ("key" VARCHAR, "value" VARCHAR);
CREATE TABLE documents ("id" VARCHAR, "sha256" VARCHAR, "title" VARCHAR, "published" DATE, "publisher" VARCHAR, "url"
    VARCHAR, "lang" VARCHAR, "text" VARCHAR, "zones" JSON, "sentences" JSON, "timexes" JSON, "toponyms" JSON, "actors"
    JSON, "notes" VARCHAR[], "tidings" VARCHAR, "model" VARCHAR, "ontology" VARCHAR);
CREATE TABLE actors ("id" VARCHAR, "name" VARCHAR, "country" VARCHAR, "sectors" VARCHAR[], "valid_from" DATE,
    "valid_to" DATE);
CREATE TABLE attributions ("id" VARCHAR, "document_id" VARCHAR, "source_actor" VARCHAR, "source" JSON, "cue" JSON,
    "content" JSON, "manner" VARCHAR, "medium" VARCHAR, "addressee" JSON, "parent" VARCHAR, "origin" VARCHAR,
    "confidence" DOUBLE);
CREATE TABLE event_mentions ("id" VARCHAR, "document_id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts"
    VARCHAR[], "cameo" VARCHAR, "quad" INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "trigger_start" INTEGER,
    "trigger_end" INTEGER, "trigger_text" VARCHAR, "sentence" INTEGER, "sentence_start" INTEGER, "sentence_end"
    INTEGER, "sentence_text" VARCHAR, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names" VARCHAR[],
    "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "actors" JSON, "recipients"
    JSON, "earliest" DATE, "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place"
    VARCHAR, "place_country" VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature"
    VARCHAR, "polarity" VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "attribution"
    VARCHAR, "source_text" VARCHAR, "source_actor" VARCHAR, "source_code" VARCHAR, "evidence_start" INTEGER,
    "evidence_end" INTEGER, "origin" VARCHAR, "confidence" DOUBLE);
CREATE TABLE events ("id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts" VARCHAR[], "cameo" VARCHAR, "quad"
    INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names"
    VARCHAR[], "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "earliest" DATE,
    "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place" VARCHAR, "place_country"
    VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature" VARCHAR, "polarity"
    VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "best_mention" VARCHAR, "mentions"
    INTEGER, "reports" INTEGER);
CREATE TABLE event_members ("event_id" VARCHAR, "mention_id" VARCHAR);
CREATE TABLE set_aside ("origin" VARCHAR, "line" INTEGER, "reason" VARCHAR);
INSERT INTO meta VALUES ('schema_version', '1');
INSERT INTO documents (id, sha256, lang, text, published)
    VALUES ('doc-1', '1c7c', 'en', 'Egypt met Sudan.', '2021-07-28');
INSERT INTO event_mentions (id, document_id, event_type, contexts, actors, recipients, sentence, sentence_start,
    sentence_end, sentence_text, trigger_start, trigger_end, trigger_text, polarity, certainty, time, mood, counts,
    evidence_start, evidence_end, origin, confidence)
    VALUES ('evm-1', 'doc-1', 'CONSULT', [], '[]', '[]', 0, 0, 16, 'Egypt met Sudan.', 6, 9, 'met', 'positive',
    'certain', 'past', 'asserted', true, 0, 16, 'plover/CONSULT.yaml:meet', 0.9);
INSERT INTO events (id, event_type, best_mention, mentions, reports, quad, score, counts)
    VALUES ('evt-1', 'CONSULT', 'evm-1', 1, 1, 1, 4.0, true);
INSERT INTO event_members VALUES ('evt-1', 'evm-1');
