-- The tables as version 2 of the store made them, with three events that its code wrote of made-up reports: a minister
-- is of the opposition later. Never change this file: a store that it makes must open for ever.
CREATE TABLE actors ("id" VARCHAR, "name" VARCHAR, "country" VARCHAR, "sectors" VARCHAR[], "valid_from" DATE,
    "valid_to" DATE);
CREATE TABLE attributions ("id" VARCHAR, "document_id" VARCHAR, "source_actor" VARCHAR, "source" JSON, "cue" JSON,
    "content" JSON, "manner" VARCHAR, "medium" VARCHAR, "addressee" JSON, "parent" VARCHAR, "origin" VARCHAR,
    "confidence" DOUBLE);
CREATE TABLE documents ("id" VARCHAR, "sha256" VARCHAR, "title" VARCHAR, "published" DATE, "publisher" VARCHAR, "url"
    VARCHAR, "lang" VARCHAR, "text" VARCHAR, "zones" JSON, "sentences" JSON, "timexes" JSON, "toponyms" JSON, "actors"
    JSON, "notes" VARCHAR[], "tidings" VARCHAR, "model" VARCHAR, "ontology" VARCHAR, "first_seen" TIMESTAMP,
    "last_seen" TIMESTAMP);
CREATE TABLE events ("id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts" VARCHAR[], "cameo" VARCHAR, "quad"
    INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names"
    VARCHAR[], "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "earliest" DATE,
    "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place" VARCHAR, "place_country"
    VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature" VARCHAR, "polarity"
    VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "best_mention" VARCHAR, "mentions"
    INTEGER, "reports" INTEGER, "originals" INTEGER, "number" INTEGER, "said_by" VARCHAR, "sentence" VARCHAR,
    "confidence" DOUBLE);
CREATE TABLE event_dyads ("one" VARCHAR, "other" VARCHAR, "role" VARCHAR, "earliest" DATE, "latest" DATE, "number"
    INTEGER);
CREATE TABLE event_members ("event_id" VARCHAR, "mention_id" VARCHAR, "joined_to" VARCHAR, "likeness" DOUBLE,
    "reasons" JSON);
CREATE TABLE event_mentions ("id" VARCHAR, "document_id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts"
    VARCHAR[], "cameo" VARCHAR, "quad" INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "trigger_start" INTEGER,
    "trigger_end" INTEGER, "trigger_text" VARCHAR, "sentence" INTEGER, "sentence_start" INTEGER, "sentence_end"
    INTEGER, "sentence_text" VARCHAR, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names" VARCHAR[],
    "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "actors" JSON, "recipients"
    JSON, "earliest" DATE, "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place"
    VARCHAR, "place_country" VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature"
    VARCHAR, "polarity" VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "attribution"
    VARCHAR, "source_text" VARCHAR, "source_actor" VARCHAR, "source_code" VARCHAR, "evidence_start" INTEGER,
    "evidence_end" INTEGER, "origin" VARCHAR, "confidence" DOUBLE, "runner_up" JSON);
CREATE TABLE feeds ("url" VARCHAR, "title" VARCHAR, "added" TIMESTAMP, "polled" TIMESTAMP, "due" TIMESTAMP, "etag"
    VARCHAR, "modified" VARCHAR, "failures" INTEGER, "problem" VARCHAR);
CREATE TABLE fetched_pages ("url" VARCHAR, "feed" VARCHAR, "fetched" TIMESTAMP, "tries" INTEGER, "problem" VARCHAR);
CREATE TABLE imported_actors ("system" VARCHAR, "id" VARCHAR, "name" VARCHAR, "country" VARCHAR, "sectors" VARCHAR[]);
CREATE TABLE imported_events ("system" VARCHAR, "id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts"
    VARCHAR[], "cameo" VARCHAR, "quad" INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "actor_ids" VARCHAR[],
    "actor_codes" VARCHAR[], "actor_names" VARCHAR[], "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[],
    "recipient_names" VARCHAR[], "earliest" DATE, "latest" DATE, "granularity" VARCHAR, "place_id" VARCHAR, "place"
    VARCHAR, "place_country" VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature"
    VARCHAR, "polarity" VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "mentions"
    INTEGER, "reports" INTEGER, "sentence" VARCHAR, "original" VARCHAR);
CREATE TABLE last_watch ("watched" TIMESTAMP, "seen_until" TIMESTAMP, "dyads" JSON);
CREATE TABLE meta ("key" VARCHAR, "value" VARCHAR);
CREATE TABLE set_aside ("origin" VARCHAR, "line" INTEGER, "reason" VARCHAR);
CREATE TABLE stories ("document_id" VARCHAR, "story" VARCHAR, "copy_of" VARCHAR, "likeness" DOUBLE);
CREATE TABLE user_merges ("number" INTEGER, "together" BOOLEAN, "mentions" VARCHAR[], "others" VARCHAR[], "said"
    TIMESTAMP);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('state:SDN', 'Sudan', 'SDN', ['GOV']);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('act-egy-gov', 'Egypt''s foreign minister', 'EGY', ['GOV']);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('state:EGY', 'Egypt', 'EGY', ['GOV']);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('act-rebels', 'the Northern Front', 'SDN', ['REB']);
INSERT INTO attributions ("id", "document_id", "source_actor", "source", "cue", "content", "manner", "origin", "confidence") VALUES ('att-c19273490d8b2639', 'doc-ebc8c40bc648f754', 'state:EGY', '{"start":35,"end":40,"text":"Egypt"}', '{"start":41,"end":45,"text":"said"}', '{"start":0,"end":35,"text":"The former minister accused Sudan, "}', 'indirect', 'plover/TEST.yaml:1', 0.9);
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-3cc32154253772da', 'b8d32f021cc15d030a60bfb31f496d75938993176e4b626b26a562c5ef68ed0c', 'A title', '2021-07-28', 'en', 'Egypt''s minister met Sudan''s envoys.', '[["body",0,36]]', '[[0,36]]', '[]', '[]', '[{"id":"act-egy-gov","mentions":[{"start":0,"end":16,"text":"Egypt''s minister"}]},{"id":"state:SDN","mentions":[{"start":21,"end":26,"text":"Sudan"}]}]', [], '0.1.0', '5e1f', '21661fb5c01e30de', '2022-10-01 00:00:00', '2022-10-01 00:00:00');
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-ebc8c40bc648f754', 'c1e0d523e2c3dbb6fec61e7d97178290cdeddd9ac32fe41a6919bfad1cadc969', 'A title', '2022-08-03', 'en', 'The former minister accused Sudan, Egypt said.', '[["body",0,46]]', '[[0,46]]', '[]', '[]', '[{"id":"act-egy-gov","mentions":[{"start":0,"end":19,"text":"The former minister"}]},{"id":"state:SDN","mentions":[{"start":28,"end":33,"text":"Sudan"}]},{"id":"state:EGY","mentions":[]}]', [], '0.1.0', '5e1f', '21661fb5c01e30de', '2022-10-01 00:00:00', '2022-10-01 00:00:00');
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-dcb1514de25f2d64', '3a755bddcaee016e5ab65580187da5e76d916926331eff235eb61f07db47462e', 'A title', '2022-09-03', 'en', 'The rebels threatened the former minister.', '[["body",0,42]]', '[[0,42]]', '[]', '[]', '[{"id":"act-rebels","mentions":[{"start":0,"end":10,"text":"The rebels"}]},{"id":"act-egy-gov","mentions":[{"start":22,"end":41,"text":"the former minister"}]}]', [], '0.1.0', '5e1f', '21661fb5c01e30de', '2022-10-01 00:00:00', '2022-10-01 00:00:00');
INSERT INTO events ("id", "event_type", "contexts", "cameo", "quad", "score", "goldstein", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "sentence", "confidence") VALUES ('evt-df9a779b16978310', 'THREATEN', ['military'], '130', 3, -3.5, -4.4, ['act-rebels'], ['SDN REB'], ['the Northern Front'], ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], '2022-09-02', '2022-09-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-7a02927bbd2007e8', 1, 1, 1, 1, 'The rebels threatened the former minister.', 0.9);
INSERT INTO events ("id", "event_type", "mode", "contexts", "cameo", "quad", "score", "goldstein", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "sentence", "confidence") VALUES ('evt-683b0e3b3e3879ee', 'CONSULT', 'visit', ['military'], '042', 1, 4.0, 1.9, ['act-egy-gov'], ['EGY GOV'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '2021-07-28', '2021-07-28', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-27a62cdbbd046062', 1, 1, 1, 2, 'Egypt''s minister met Sudan''s envoys.', 0.9);
INSERT INTO events ("id", "event_type", "contexts", "cameo", "quad", "score", "goldstein", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "said_by", "sentence", "confidence") VALUES ('evt-280c6ef069967c30', 'ACCUSE', ['military'], '112', 3, -3.0, -2.0, ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '2022-08-02', '2022-08-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-e72932f830d05a7e', 1, 1, 1, 3, 'Egypt', 'The former minister accused Sudan, Egypt said.', 0.9);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'act-rebels', 'recipient', '2022-09-02', '2022-09-02', 1);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'state:SDN', 'actor', '2021-07-28', '2021-07-28', 2);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'state:SDN', 'actor', '2022-08-02', '2022-08-02', 3);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('act-rebels', 'act-egy-gov', 'actor', '2022-09-02', '2022-09-02', 1);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('state:SDN', 'act-egy-gov', 'recipient', '2021-07-28', '2021-07-28', 2);
INSERT INTO event_dyads ("one", "other", "role", "earliest", "latest", "number") VALUES ('state:SDN', 'act-egy-gov', 'recipient', '2022-08-02', '2022-08-02', 3);
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-683b0e3b3e3879ee', 'evm-27a62cdbbd046062');
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-280c6ef069967c30', 'evm-e72932f830d05a7e');
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-df9a779b16978310', 'evm-7a02927bbd2007e8');
INSERT INTO event_mentions ("id", "document_id", "event_type", "mode", "contexts", "cameo", "quad", "score", "goldstein", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-27a62cdbbd046062', 'doc-3cc32154253772da', 'CONSULT', 'visit', ['military'], '042', 1, 4.0, 1.9, 17, 20, 'met', 0, 0, 36, 'Egypt''s minister met Sudan''s envoys.', ['act-egy-gov'], ['EGY GOV'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '[{"start":0,"end":16,"text":"Egypt''s minister","actor":"act-egy-gov"}]', '[{"start":21,"end":26,"text":"Sudan","actor":"state:SDN"}]', '2021-07-28', '2021-07-28', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 0, 36, 'plover/TEST.yaml:1', 0.9);
INSERT INTO event_mentions ("id", "document_id", "event_type", "contexts", "cameo", "quad", "score", "goldstein", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "attribution", "source_text", "source_actor", "source_code", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-e72932f830d05a7e', 'doc-ebc8c40bc648f754', 'ACCUSE', ['military'], '112', 3, -3.0, -2.0, 20, 27, 'accused', 0, 0, 46, 'The former minister accused Sudan, Egypt said.', ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '[{"start":0,"end":19,"text":"The former minister","actor":"act-egy-gov"}]', '[{"start":28,"end":33,"text":"Sudan","actor":"state:SDN"}]', '2022-08-02', '2022-08-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'att-c19273490d8b2639', 'Egypt', 'state:EGY', 'EGY GOV', 0, 46, 'plover/TEST.yaml:1', 0.9);
INSERT INTO event_mentions ("id", "document_id", "event_type", "contexts", "cameo", "quad", "score", "goldstein", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-7a02927bbd2007e8', 'doc-dcb1514de25f2d64', 'THREATEN', ['military'], '130', 3, -3.5, -4.4, 11, 21, 'threatened', 0, 0, 42, 'The rebels threatened the former minister.', ['act-rebels'], ['SDN REB'], ['the Northern Front'], ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], '[{"start":0,"end":10,"text":"The rebels","actor":"act-rebels"}]', '[{"start":22,"end":41,"text":"the former minister","actor":"act-egy-gov"}]', '2022-09-02', '2022-09-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 0, 42, 'plover/TEST.yaml:1', 0.9);
INSERT INTO meta ("key", "value") VALUES ('schema_version', '2');
INSERT INTO meta ("key", "value") VALUES ('merging', '; 3 reports, 0 words of the user');
