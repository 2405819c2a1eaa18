-- The medicines of a person, and what they think of medicines.

CREATE TABLE medicine (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  person    TEXT NOT NULL                   -- empty: nobody was told of when it was added
            CHECK (person = '' OR length (person) = 36),
  link      TEXT                            -- what there is to read about it; NULL: nothing
            CHECK (link GLOB 'health-center:?*'),
  name      TEXT NOT NULL
            CHECK (name != ''),
  strength  TEXT NOT NULL,                  -- may be empty, and so may be the form
  form      TEXT NOT NULL,
  actives   TEXT NOT NULL,                  -- the names of what acts in it, one a line; empty: as the name says
  front     TEXT NOT NULL,                  -- what it looks like: imprints, names of a shape and of colors
  back      TEXT NOT NULL,
  shape     TEXT NOT NULL,
  color     TEXT NOT NULL,
  color2    TEXT NOT NULL,
  score     INTEGER NOT NULL,               -- into how many parts it can be broken; 0: not known
  size      REAL NOT NULL,                  -- the longest side in millimeters; 0: not known
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19))
) STRICT;

-- What a person thinks of a medicine: 1 to 5, 0 where they said nothing.
CREATE TABLE drug_review (
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  link      TEXT NOT NULL                   -- the medicine
            CHECK (link GLOB 'health-center:?*'),
  effect    INTEGER NOT NULL
            CHECK (effect BETWEEN 0 AND 5),
  ease      INTEGER NOT NULL
            CHECK (ease BETWEEN 0 AND 5),
  satisfaction INTEGER NOT NULL
            CHECK (satisfaction BETWEEN 0 AND 5),
  comment   TEXT NOT NULL,
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (person, link)
) STRICT;
