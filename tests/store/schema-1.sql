-- What the packs hold, as far as the learner's data need to know it. A question keeps its number
-- for ever, so that reviews can point at it whatever becomes of its pack.
CREATE TABLE pack (
    id          TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE topic (
    number INTEGER PRIMARY KEY,
    pack   TEXT NOT NULL,
    id     TEXT NOT NULL,
    UNIQUE (pack, id)
);

CREATE TABLE question (
    number    INTEGER PRIMARY KEY,
    pack      TEXT NOT NULL,
    id        TEXT NOT NULL,
    topic     INTEGER NOT NULL REFERENCES topic (number),
    place     INTEGER NOT NULL,                -- order of introduction over all packs
    answer    TEXT NOT NULL,                   -- hash of what is to be remembered
    installed INTEGER NOT NULL DEFAULT 1,      -- 0: its pack is gone or no longer has it
    suspended INTEGER NOT NULL DEFAULT 0,
    flagged   INTEGER NOT NULL DEFAULT 0,
    seen      INTEGER,                         -- study day of the first reply
    UNIQUE (pack, id)
);
CREATE INDEX question_topic ON question (topic);
CREATE INDEX question_new_topic ON question (topic, place)
    WHERE installed AND NOT suspended AND seen IS NULL;
CREATE INDEX question_new ON question (place) WHERE installed AND NOT suspended AND seen IS NULL;

-- The truth: append-only. `replaces` takes an earlier row back; a row without a rating moves no
-- memory. Mode: study, practice, undo, or reset (the question is learned anew from here).
CREATE TABLE review (
    id       BLOB PRIMARY KEY,                 -- UUIDv7
    question INTEGER NOT NULL REFERENCES question (number),
    at       INTEGER NOT NULL,                 -- Unix time in milliseconds
    day      INTEGER NOT NULL,                 -- study day, as a proleptic Gregorian ordinal
    mode     TEXT NOT NULL,
    form     TEXT NOT NULL,
    wording  INTEGER NOT NULL,                 -- which prompt of the question, from 0
    reply    TEXT NOT NULL,                    -- JSON array of strings
    verdict  TEXT NOT NULL,
    rating   INTEGER,
    took     INTEGER NOT NULL,                 -- milliseconds
    device   TEXT NOT NULL,
    replaces BLOB,
    gap      INTEGER                           -- study days since the last reply; NULL at first
) WITHOUT ROWID;
CREATE INDEX review_question ON review (question);
CREATE INDEX review_replaced ON review (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER review_stays BEFORE UPDATE ON review BEGIN
    SELECT RAISE(ABORT, 'reviews are append-only');
END;
CREATE TRIGGER review_is_kept BEFORE DELETE ON review BEGIN
    SELECT RAISE(ABORT, 'reviews are append-only');
END;

-- Derived from review by replay.
CREATE TABLE memory (
    question   INTEGER PRIMARY KEY REFERENCES question (number),
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    due        INTEGER NOT NULL,               -- study days, as ordinals
    last       INTEGER NOT NULL,
    replies    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    active     INTEGER NOT NULL DEFAULT 1      -- installed and not suspended
);
CREATE INDEX memory_due ON memory (due, last, stability) WHERE active;

-- Derived from review too: one row a study day.
CREATE TABLE daily (
    day     INTEGER PRIMARY KEY,
    replies INTEGER NOT NULL,
    passed  INTEGER NOT NULL,
    took    INTEGER NOT NULL,
    asked   INTEGER NOT NULL,                  -- scheduled replies after at least a day
    kept    INTEGER NOT NULL                   -- of these, what was still known
);

CREATE TABLE spelling (
    question INTEGER NOT NULL REFERENCES question (number),
    answer   TEXT NOT NULL,                    -- what it is another spelling of
    text     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (question, answer, text)
) WITHOUT ROWID;

CREATE TABLE round (
    id     BLOB PRIMARY KEY,
    setup  TEXT NOT NULL,                      -- rounds with the same setup share a table of bests
    at     INTEGER NOT NULL,
    points INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    total  INTEGER NOT NULL,
    took   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX round_setup ON round (setup, points);

-- The order in which today's questions are asked, so that a session goes on where it was left.
CREATE TABLE plan (
    place    INTEGER PRIMARY KEY,
    day      INTEGER NOT NULL,
    question INTEGER NOT NULL,
    since    INTEGER NOT NULL DEFAULT 0        -- earlier replies do not count as done (Unix ms)
);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
