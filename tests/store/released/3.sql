-- The tables as version 3 of the store made them, with three events that its code wrote of made-up reports: a minister
-- is of the opposition later. Never change this file: a store that it makes must open for ever.
CREATE TABLE actor_codes ("actor" VARCHAR, "code" VARCHAR);
CREATE TABLE actors ("id" VARCHAR, "name" VARCHAR, "country" VARCHAR, "sectors" VARCHAR[], "valid_from" DATE, "valid_to"
    DATE);
CREATE TABLE attributions ("id" VARCHAR, "document_id" VARCHAR, "source_actor" VARCHAR, "source" JSON, "cue" JSON,
    "content" JSON, "manner" VARCHAR, "medium" VARCHAR, "addressee" JSON, "parent" VARCHAR, "origin" VARCHAR,
    "confidence" DOUBLE);
CREATE TABLE documents ("id" VARCHAR, "sha256" VARCHAR, "title" VARCHAR, "published" DATE, "publisher" VARCHAR, "url"
    VARCHAR, "lang" VARCHAR, "text" VARCHAR, "zones" JSON, "sentences" JSON, "timexes" JSON, "toponyms" JSON, "actors"
    JSON, "notes" VARCHAR[], "tidings" VARCHAR, "model" VARCHAR, "ontology" VARCHAR, "first_seen" TIMESTAMP, "last_seen"
    TIMESTAMP);
CREATE TABLE event_dyads ("one" VARCHAR, "one_code" VARCHAR, "other" VARCHAR, "other_code" VARCHAR, "role" VARCHAR,
    "earliest" DATE, "latest" DATE, "number" INTEGER);
CREATE TABLE event_members ("event_id" VARCHAR, "mention_id" VARCHAR, "joined_to" VARCHAR, "likeness" DOUBLE, "reasons"
    JSON);
CREATE TABLE event_mentions ("id" VARCHAR, "document_id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts"
    VARCHAR[], "cameo" VARCHAR, "quad" INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "trigger_start" INTEGER,
    "trigger_end" INTEGER, "trigger_text" VARCHAR, "sentence" INTEGER, "sentence_start" INTEGER, "sentence_end" INTEGER,
    "sentence_text" VARCHAR, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names" VARCHAR[], "recipient_ids"
    VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "actors" JSON, "recipients" JSON, "earliest"
    DATE, "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place" VARCHAR,
    "place_country" VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature" VARCHAR,
    "polarity" VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "attribution" VARCHAR,
    "source_text" VARCHAR, "source_actor" VARCHAR, "source_code" VARCHAR, "evidence_start" INTEGER, "evidence_end"
    INTEGER, "origin" VARCHAR, "confidence" DOUBLE, "runner_up" JSON);
CREATE TABLE events ("id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts" VARCHAR[], "cameo" VARCHAR, "quad"
    INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "actor_ids" VARCHAR[], "actor_codes" VARCHAR[], "actor_names"
    VARCHAR[], "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names" VARCHAR[], "earliest" DATE,
    "latest" DATE, "granularity" VARCHAR, "when_origin" VARCHAR, "place_id" VARCHAR, "place" VARCHAR, "place_country"
    VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature" VARCHAR, "polarity" VARCHAR,
    "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "best_mention" VARCHAR, "mentions" INTEGER,
    "reports" INTEGER, "originals" INTEGER, "number" INTEGER, "said_by" VARCHAR, "sentence" VARCHAR, "confidence"
    DOUBLE);
CREATE TABLE feeds ("url" VARCHAR, "title" VARCHAR, "added" TIMESTAMP, "polled" TIMESTAMP, "due" TIMESTAMP, "etag"
    VARCHAR, "modified" VARCHAR, "failures" INTEGER, "problem" VARCHAR);
CREATE TABLE fetched_pages ("url" VARCHAR, "feed" VARCHAR, "fetched" TIMESTAMP, "tries" INTEGER, "problem" VARCHAR);
CREATE TABLE imported_actors ("system" VARCHAR, "id" VARCHAR, "name" VARCHAR, "country" VARCHAR, "sectors" VARCHAR[]);
CREATE TABLE imported_events ("system" VARCHAR, "id" VARCHAR, "event_type" VARCHAR, "mode" VARCHAR, "contexts"
    VARCHAR[], "cameo" VARCHAR, "quad" INTEGER, "score" DOUBLE, "goldstein" DOUBLE, "actor_ids" VARCHAR[], "actor_codes"
    VARCHAR[], "actor_names" VARCHAR[], "recipient_ids" VARCHAR[], "recipient_codes" VARCHAR[], "recipient_names"
    VARCHAR[], "earliest" DATE, "latest" DATE, "granularity" VARCHAR, "place_id" VARCHAR, "place" VARCHAR,
    "place_country" VARCHAR, "place_admin1" VARCHAR, "latitude" DOUBLE, "longitude" DOUBLE, "place_feature" VARCHAR,
    "polarity" VARCHAR, "certainty" VARCHAR, "time" VARCHAR, "mood" VARCHAR, "counts" BOOLEAN, "mentions" INTEGER,
    "reports" INTEGER, "sentence" VARCHAR, "original" VARCHAR);
CREATE TABLE last_watch ("watched" TIMESTAMP, "seen_until" TIMESTAMP, "dyads" JSON);
CREATE TABLE meta ("key" VARCHAR, "value" VARCHAR);
CREATE TABLE set_aside ("origin" VARCHAR, "line" INTEGER, "reason" VARCHAR);
CREATE TABLE stories ("document_id" VARCHAR, "story" VARCHAR, "copy_of" VARCHAR, "likeness" DOUBLE);
CREATE TABLE user_merges ("number" INTEGER, "together" BOOLEAN, "mentions" VARCHAR[], "others" VARCHAR[], "said"
    TIMESTAMP);
INSERT INTO actor_codes ("actor", "code") VALUES ('state:SDN', 'SDN GOV');
INSERT INTO actor_codes ("actor", "code") VALUES ('act-egy-gov', 'EGY GOV');
INSERT INTO actor_codes ("actor", "code") VALUES ('act-egy-gov', 'EGY OPP');
INSERT INTO actor_codes ("actor", "code") VALUES ('state:EGY', 'EGY GOV');
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('state:SDN', 'Sudan', 'SDN', ['GOV']);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('act-egy-gov', 'Egypt''s foreign minister', 'EGY', ['GOV']);
INSERT INTO actors ("id", "name", "country", "sectors") VALUES ('state:EGY', 'Egypt', 'EGY', ['GOV']);
INSERT INTO attributions ("id", "document_id", "source_actor", "source", "cue", "content", "manner", "origin", "confidence") VALUES ('att-46b576ab7d9f250b', 'doc-30e0d4475ade2dab', 'act-egy-gov', '{"start":0,"end":19,"text":"The former minister"}', '{"start":20,"end":24,"text":"said"}', '{"start":25,"end":48,"text":"Sudan had wronged Egypt"}', 'indirect', 'plover/TEST.yaml:1', 0.9);
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-3cc32154253772da', 'b8d32f021cc15d030a60bfb31f496d75938993176e4b626b26a562c5ef68ed0c', 'A title', '2021-07-28', 'en', 'Egypt''s minister met Sudan''s envoys.', '[["body",0,36]]', '[[0,36]]', '[]', '[]', '[{"id":"act-egy-gov","code":"EGY GOV","mentions":[{"start":0,"end":16,"text":"Egypt''s minister"}]},{"id":"state:SDN","code":"SDN GOV","mentions":[{"start":21,"end":26,"text":"Sudan"}]}]', [], '0.1.0', '0123456789abcdef', 'c0486742b67d46aa', '2026-01-01 00:00:00', '2026-01-01 00:00:00');
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-30e0d4475ade2dab', '5af246710c155b4ba644580e140d42565f85806a74a2dcc00be5044b0c3b00c1', 'A title', '2022-08-03', 'en', 'The former minister said Sudan had wronged Egypt.', '[["body",0,49]]', '[[0,49]]', '[]', '[]', '[{"id":"act-egy-gov","code":"EGY OPP","mentions":[{"start":0,"end":19,"text":"The former minister"}]},{"id":"state:SDN","code":"SDN GOV","mentions":[{"start":25,"end":30,"text":"Sudan"}]}]', [], '0.1.0', '0123456789abcdef', 'c0486742b67d46aa', '2026-01-01 00:00:00', '2026-01-01 00:00:00');
INSERT INTO documents ("id", "sha256", "title", "published", "lang", "text", "zones", "sentences", "timexes", "toponyms", "actors", "notes", "tidings", "model", "ontology", "first_seen", "last_seen") VALUES ('doc-c6e48c643cdaf659', '344999ad182cab639452cbff638646c64025c0be6a7730576500d9eca261e59d', 'A title', '2022-09-03', 'en', 'Egypt warned the former minister.', '[["body",0,33]]', '[[0,33]]', '[]', '[]', '[{"id":"state:EGY","code":"EGY GOV","mentions":[{"start":0,"end":5,"text":"Egypt"}]},{"id":"act-egy-gov","code":"EGY OPP","mentions":[{"start":13,"end":32,"text":"the former minister"}]}]', [], '0.1.0', '0123456789abcdef', 'c0486742b67d46aa', '2026-01-01 00:00:00', '2026-01-01 00:00:00');
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'EGY OPP', 'state:EGY', 'EGY GOV', 'recipient', '2022-09-02', '2022-09-02', 1);
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'EGY GOV', 'state:SDN', 'SDN GOV', 'actor', '2021-07-28', '2021-07-28', 2);
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('act-egy-gov', 'EGY OPP', 'state:SDN', 'SDN GOV', 'actor', '2022-08-02', '2022-08-02', 3);
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('state:EGY', 'EGY GOV', 'act-egy-gov', 'EGY OPP', 'actor', '2022-09-02', '2022-09-02', 1);
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('state:SDN', 'SDN GOV', 'act-egy-gov', 'EGY GOV', 'recipient', '2021-07-28', '2021-07-28', 2);
INSERT INTO event_dyads ("one", "one_code", "other", "other_code", "role", "earliest", "latest", "number") VALUES ('state:SDN', 'SDN GOV', 'act-egy-gov', 'EGY OPP', 'recipient', '2022-08-02', '2022-08-02', 3);
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-683b0e3b3e3879ee', 'evm-27a62cdbbd046062');
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-3185337b4ec3f195', 'evm-b3f1187415c73323');
INSERT INTO event_members ("event_id", "mention_id") VALUES ('evt-18c92bc7a7eda318', 'evm-5b63358b1fb5191c');
INSERT INTO event_mentions ("id", "document_id", "event_type", "mode", "contexts", "quad", "score", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-27a62cdbbd046062', 'doc-3cc32154253772da', 'CONSULT', 'visit', ['military'], 1, 4.0, 17, 20, 'met', 0, 0, 36, 'Egypt''s minister met Sudan''s envoys.', ['act-egy-gov'], ['EGY GOV'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '[{"start":0,"end":16,"text":"Egypt''s minister","actor":"act-egy-gov"}]', '[{"start":21,"end":26,"text":"Sudan","actor":"state:SDN"}]', '2021-07-28', '2021-07-28', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 0, 36, 'plover/TEST.yaml:1', 0.9);
INSERT INTO event_mentions ("id", "document_id", "event_type", "contexts", "quad", "score", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "attribution", "source_text", "source_actor", "source_code", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-b3f1187415c73323', 'doc-30e0d4475ade2dab', 'ACCUSE', ['military'], 3, -3.0, 35, 42, 'wronged', 0, 0, 49, 'The former minister said Sudan had wronged Egypt.', ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '[{"start":0,"end":19,"text":"The former minister","actor":"act-egy-gov"}]', '[{"start":25,"end":30,"text":"Sudan","actor":"state:SDN"}]', '2022-08-02', '2022-08-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'att-46b576ab7d9f250b', 'The former minister', 'act-egy-gov', 'EGY OPP', 0, 49, 'plover/TEST.yaml:1', 0.9);
INSERT INTO event_mentions ("id", "document_id", "event_type", "contexts", "quad", "score", "trigger_start", "trigger_end", "trigger_text", "sentence", "sentence_start", "sentence_end", "sentence_text", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "actors", "recipients", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "evidence_start", "evidence_end", "origin", "confidence") VALUES ('evm-5b63358b1fb5191c', 'doc-c6e48c643cdaf659', 'THREATEN', ['military'], 3, -3.5, 6, 12, 'warned', 0, 0, 33, 'Egypt warned the former minister.', ['state:EGY'], ['EGY GOV'], ['Egypt'], ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], '[{"start":0,"end":5,"text":"Egypt","actor":"state:EGY"}]', '[{"start":13,"end":32,"text":"the former minister","actor":"act-egy-gov"}]', '2022-09-02', '2022-09-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 0, 33, 'plover/TEST.yaml:1', 0.9);
INSERT INTO events ("id", "event_type", "contexts", "quad", "score", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "sentence", "confidence") VALUES ('evt-18c92bc7a7eda318', 'THREATEN', ['military'], 3, -3.5, ['state:EGY'], ['EGY GOV'], ['Egypt'], ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], '2022-09-02', '2022-09-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-5b63358b1fb5191c', 1, 1, 1, 1, 'Egypt warned the former minister.', 0.9);
INSERT INTO events ("id", "event_type", "mode", "contexts", "quad", "score", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "sentence", "confidence") VALUES ('evt-683b0e3b3e3879ee', 'CONSULT', 'visit', ['military'], 1, 4.0, ['act-egy-gov'], ['EGY GOV'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '2021-07-28', '2021-07-28', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-27a62cdbbd046062', 1, 1, 1, 2, 'Egypt''s minister met Sudan''s envoys.', 0.9);
INSERT INTO events ("id", "event_type", "contexts", "quad", "score", "actor_ids", "actor_codes", "actor_names", "recipient_ids", "recipient_codes", "recipient_names", "earliest", "latest", "granularity", "when_origin", "polarity", "certainty", "time", "mood", "counts", "best_mention", "mentions", "reports", "originals", "number", "said_by", "sentence", "confidence") VALUES ('evt-3185337b4ec3f195', 'ACCUSE', ['military'], 3, -3.0, ['act-egy-gov'], ['EGY OPP'], ['Egypt''s foreign minister'], ['state:SDN'], ['SDN GOV'], ['Sudan'], '2022-08-02', '2022-08-02', 'day', 'timex', 'positive', 'certain', 'past', 'asserted', true, 'evm-b3f1187415c73323', 1, 1, 1, 3, 'The former minister', 'The former minister said Sudan had wronged Egypt.', 0.9);
INSERT INTO meta ("key", "value") VALUES ('schema_version', '3');
INSERT INTO meta ("key", "value") VALUES ('merging', '; 3 reports, 0 words of the user');
