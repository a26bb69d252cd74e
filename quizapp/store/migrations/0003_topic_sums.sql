-- Files of the first days lack these two.
CREATE INDEX IF NOT EXISTS question_new_topic ON question (topic, place)
    WHERE installed AND NOT suspended AND seen IS NULL;
CREATE INDEX IF NOT EXISTS review_replaced ON review (replaces) WHERE replaces IS NOT NULL;

-- Derived from memory: what is remembered of each topic, so that telling it reads no memory.
-- Triggers keep it, whoever writes memories. Only active memories count.
CREATE TABLE topic_sum (
    topic  INTEGER PRIMARY KEY REFERENCES topic (number),
    seen   INTEGER NOT NULL DEFAULT 0,
    strong INTEGER NOT NULL DEFAULT 0,         -- of these, with a stability of 21 days or more
    due    INTEGER NOT NULL DEFAULT 0          -- of these, due on topic_sum_day.day or before
);
CREATE TABLE topic_sum_day (
    day INTEGER NOT NULL                       -- one row: a study day, as an ordinal
);
INSERT INTO topic_sum_day SELECT ifnull(max(day), 0) FROM daily;
INSERT INTO topic_sum
    SELECT topic.number, count(question), ifnull(sum(stability >= 21), 0),
        ifnull(sum(due <= (SELECT day FROM topic_sum_day)), 0)
    FROM topic
    LEFT JOIN (SELECT * FROM memory JOIN question ON number = memory.question WHERE active)
        ON topic = topic.number
    GROUP BY topic.number;

CREATE TRIGGER topic_comes AFTER INSERT ON topic BEGIN
    INSERT INTO topic_sum (topic) VALUES (NEW.number);
END;
CREATE TRIGGER memory_comes AFTER INSERT ON memory WHEN NEW.active BEGIN
    UPDATE topic_sum SET
        seen = seen + 1,
        strong = strong + (NEW.stability >= 21),
        due = due + (NEW.due <= (SELECT day FROM topic_sum_day))
    WHERE topic = (SELECT topic FROM question WHERE number = NEW.question);
END;
CREATE TRIGGER memory_goes AFTER DELETE ON memory WHEN OLD.active BEGIN
    UPDATE topic_sum SET
        seen = seen - 1,
        strong = strong - (OLD.stability >= 21),
        due = due - (OLD.due <= (SELECT day FROM topic_sum_day))
    WHERE topic = (SELECT topic FROM question WHERE number = OLD.question);
END;
CREATE TRIGGER memory_changes AFTER UPDATE OF stability, due, active ON memory BEGIN
    UPDATE topic_sum SET
        seen = seen + NEW.active - OLD.active,
        strong = strong + (NEW.active AND NEW.stability >= 21)
            - (OLD.active AND OLD.stability >= 21),
        due = due + (NEW.active AND NEW.due <= (SELECT day FROM topic_sum_day))
            - (OLD.active AND OLD.due <= (SELECT day FROM topic_sum_day))
    WHERE topic = (SELECT topic FROM question WHERE number = NEW.question);
END;
CREATE TRIGGER question_moves AFTER UPDATE OF topic ON question WHEN OLD.topic <> NEW.topic BEGIN
    UPDATE topic_sum SET
        seen = seen + (CASE topic WHEN NEW.topic THEN 1 ELSE -1 END)
            * (SELECT count(*) FROM memory WHERE question = NEW.number AND active),
        strong = strong + (CASE topic WHEN NEW.topic THEN 1 ELSE -1 END)
            * (SELECT count(*) FROM memory WHERE question = NEW.number AND active
                AND stability >= 21),
        due = due + (CASE topic WHEN NEW.topic THEN 1 ELSE -1 END)
            * (SELECT count(*) FROM memory WHERE question = NEW.number AND active
                AND memory.due <= (SELECT day FROM topic_sum_day))
    WHERE topic IN (OLD.topic, NEW.topic);
END;
