-- Whom the program is for, and what they answered in the quizzes.

-- A person whose cancer the program is about: the one who uses it, or one they care for.
CREATE TABLE person (
  id          TEXT PRIMARY KEY NOT NULL     -- a random UUID
              CHECK (length (id) = 36),
  is_user     INTEGER NOT NULL              -- 1: the one who uses the program; 0: one they care for
              CHECK (is_user IN (0, 1)),
  name        TEXT,                         -- NULL: not told
  birth_year  INTEGER                       -- NULL: not told
              CHECK (birth_year BETWEEN 1900 AND 2200),
  site        TEXT                          -- where the cancer began; NULL: not known
              CHECK (site IN ('colon', 'rectal')),
  stage       TEXT                          -- NULL: not known
              CHECK (stage IN ('0', '1', '2', '3', '4', 'recurrent')),
  biomarkers  TEXT NOT NULL,                -- words of HcAudience with spaces between them; may be empty
  created     TEXT NOT NULL
              CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                     AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19))
) STRICT;

-- The last answer of a person to a question of a quiz.
CREATE TABLE quiz_answer (
  person      TEXT NOT NULL                 -- empty: nobody was told of when it was given
              CHECK (person = '' OR length (person) = 36),
  question    TEXT NOT NULL,                -- as in library.db
  chosen      TEXT NOT NULL,                -- the words of the answer that was chosen
  is_right    INTEGER NOT NULL
              CHECK (is_right IN (0, 1)),
  answered    TEXT NOT NULL
              CHECK (answered GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                     AND strftime ('%FT%T', substr (answered, 1, 19), '+0 days') IS substr (answered, 1, 19)),
  PRIMARY KEY (person, question)
) STRICT;
