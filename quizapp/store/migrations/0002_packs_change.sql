-- What is asked for in each answer, so that a pack's next version can be held against it.
ALTER TABLE question ADD COLUMN said TEXT NOT NULL DEFAULT '';  -- the answer as JSON; '' not known

-- Answers that a question had before. A review of mode reset and form answer holds two of these
-- keys in its reply: the answer until then and the answer from then on.
CREATE TABLE former_answer (
    question INTEGER NOT NULL REFERENCES question (number),
    answer   TEXT NOT NULL,                    -- as question.answer was
    said     TEXT NOT NULL,                    -- as question.said was
    PRIMARY KEY (question, answer)
) WITHOUT ROWID;

-- Questions whose answer changed, from the change until the learner has replied to them again.
CREATE TABLE correction (
    question INTEGER PRIMARY KEY REFERENCES question (number),
    answer   TEXT NOT NULL,                    -- the former answer, which the learner knows
    told     INTEGER NOT NULL DEFAULT 0        -- 1: the old and the new one were shown
);

-- Which number each id had in a former version of a pack.
CREATE TABLE former_ids (
    pack        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,                 -- of that version; 'first': before any was renamed
    ids         TEXT NOT NULL,                 -- JSON object: id -> question.number; {}: as first
    PRIMARY KEY (pack, fingerprint)
);

-- The packs are registered once more, so that question.said is known of every question.
UPDATE pack SET fingerprint = '';

CREATE TABLE note (
    question INTEGER PRIMARY KEY REFERENCES question (number),
    text     TEXT NOT NULL
);
INSERT INTO note
    SELECT number, value FROM setting
    CROSS JOIN question ON number = CAST(substr(name, 6) AS INTEGER)
    WHERE name = 'note:' || number;
DELETE FROM setting WHERE name IN (SELECT 'note:' || question FROM note);

CREATE INDEX question_suspended ON question (topic, number) WHERE suspended;
CREATE INDEX question_flagged ON question (topic, number) WHERE flagged;
