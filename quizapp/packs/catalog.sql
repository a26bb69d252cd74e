CREATE TABLE file (
    path     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    mtime    INTEGER NOT NULL,
    hash     TEXT NOT NULL,
    shipped  INTEGER NOT NULL,
    pack     TEXT NOT NULL DEFAULT '',          -- '' where the file could not be used
    problems TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;

CREATE TABLE pack (
    id          TEXT PRIMARY KEY,
    path        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    title       TEXT NOT NULL,
    version     TEXT NOT NULL,
    license     TEXT NOT NULL,
    about       TEXT NOT NULL,
    questions   INTEGER NOT NULL,
    place       INTEGER NOT NULL                -- in the order in which packs are taught
) WITHOUT ROWID;

CREATE TABLE topic (
    number    INTEGER PRIMARY KEY,
    pack      TEXT NOT NULL,
    id        TEXT NOT NULL,
    place     INTEGER NOT NULL,
    title     TEXT NOT NULL,
    brief     TEXT NOT NULL,
    questions INTEGER NOT NULL,
    UNIQUE (pack, id)
);

CREATE TABLE question (
    number   INTEGER PRIMARY KEY,
    pack     TEXT NOT NULL,
    id       TEXT NOT NULL,
    topic    INTEGER NOT NULL,
    place    INTEGER NOT NULL,                  -- within its topic, from 0
    answer   TEXT NOT NULL,
    was      TEXT NOT NULL,                     -- JSON array of former ids
    forms    INTEGER NOT NULL,                  -- a bit for each form it can be asked in
    document TEXT NOT NULL,
    UNIQUE (pack, id)
);
CREATE INDEX question_place ON question (topic, place);
CREATE INDEX question_forms ON question (number, forms, topic);
CREATE TABLE dated (
    day      INTEGER NOT NULL,                  -- as a proleptic Gregorian ordinal
    question INTEGER NOT NULL,
    kind     INTEGER NOT NULL,                  -- 0: its answer, 1: as of, 2: until
    PRIMARY KEY (day, question, kind)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    ask, answer, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
);

CREATE TABLE source (
    id        TEXT PRIMARY KEY,
    path      TEXT NOT NULL,
    title     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT NOT NULL,
    address   TEXT NOT NULL
) WITHOUT ROWID;
