-- Texts are compared by their bytes wherever they are compared: the database's collation does not matter.

CREATE TABLE newsbot.migration (
    number integer PRIMARY KEY,
    applied timestamptz NOT NULL DEFAULT now()
);

-- One row. Whoever writes articles locks it first, so that the numbers of changes are given and committed in one order.
CREATE TABLE newsbot.archive (
    id integer PRIMARY KEY CHECK (id = 1),
    last_change bigint NOT NULL,
    last_id bigint NOT NULL,
    count integer NOT NULL,
    next_turn bigint NOT NULL,
    -- The server and the table that the newest name in "history" was given on.
    incarnation text NOT NULL
);

-- Times are milliseconds of Unix time. "key" and "folder_key" are SHA-256: an index row has no room for a long source.
CREATE TABLE newsbot.article (
    id bigint PRIMARY KEY,
    change bigint NOT NULL UNIQUE,
    key bytea NOT NULL UNIQUE,
    hash bytea NOT NULL,
    source text NOT NULL,
    headline text NOT NULL,
    text text NOT NULL,
    published bigint,
    author text,
    outlet text,
    url text,
    section text,
    language text,
    state integer NOT NULL,
    embargo bigint,
    version integer,
    item text,
    replaces text,
    note text,
    from_text boolean NOT NULL,
    folder text,
    folder_key bytea,
    superseded bigint,
    released boolean NOT NULL,
    withdrawn bigint,
    withdrawn_reason text,
    withdrawn_by text,
    withdrawn_version integer,
    withdrawn_change bigint,
    stage integer NOT NULL,
    held boolean NOT NULL,
    turn bigint,
    arrived bigint NOT NULL,
    shown bigint NOT NULL,
    earlier_of text,
    earlier integer NOT NULL
);

CREATE INDEX article_folder ON newsbot.article (folder_key) WHERE folder_key IS NOT NULL;
CREATE INDEX article_held ON newsbot.article (id) WHERE held;
CREATE INDEX article_turn ON newsbot.article (turn) WHERE turn IS NOT NULL;
CREATE INDEX article_superseded ON newsbot.article (id) WHERE stage = 1;

CREATE TABLE newsbot.removal (
    id bigint PRIMARY KEY,
    change bigint NOT NULL UNIQUE
);

CREATE TABLE newsbot.history (
    start bigint PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE newsbot.name (
    hash bigint PRIMARY KEY,
    owners bigint[] NOT NULL,
    claims bigint[] NOT NULL,
    crowded boolean NOT NULL
);

CREATE TABLE newsbot.ruling (
    number integer PRIMARY KEY,
    key bigint NOT NULL,
    source text NOT NULL,
    kills boolean NOT NULL,
    releases boolean NOT NULL,
    at bigint NOT NULL,
    by text NOT NULL,
    reason text,
    change bigint NOT NULL
);

CREATE INDEX ruling_key ON newsbot.ruling (key);

INSERT INTO newsbot.archive (id, last_change, last_id, count, next_turn, incarnation) VALUES (1, 0, 0, 0, 9223372036854775807, '');
INSERT INTO newsbot.history (start, name) VALUES (0, upper(replace(gen_random_uuid()::text, '-', '')));
