-- What the person wants to ask the care team, and what was answered.

CREATE TABLE care_question (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  link      TEXT                            -- what it is about; NULL: nothing in particular
            CHECK (link GLOB 'health-center:?*'),
  title     TEXT,                           -- the title of what the link leads to
  text      TEXT NOT NULL
            CHECK (text != ''),
  answer    TEXT NOT NULL,                  -- what the person wrote down; empty: nothing yet
  state     TEXT NOT NULL                   -- the names of HcCareQuestionState
            CHECK (state IN ('open', 'asked', 'answered')),
  position  INTEGER NOT NULL,               -- its place in the list; of two with one place the older is first
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL                   -- when its text or its answer was changed last
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
