-- Clinical trials that somebody saved: a whole copy, so that it can be read when the registry cannot be reached,
-- or has another version. An empty person is the first one, as everywhere.

CREATE TABLE saved_trial (
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  nct       TEXT NOT NULL                   -- its number in the registry
            CHECK (nct GLOB 'NCT[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  title     TEXT NOT NULL
            CHECK (title != ''),
  copy      TEXT NOT NULL                   -- all that it says, in the JSON of the registry
            CHECK (copy != ''),
  version   TEXT NOT NULL,                  -- when the registry published it, YYYY-MM-DD; empty: not told
  note      TEXT NOT NULL,
  questions TEXT NOT NULL,                  -- what to ask, one a line
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (person, nct)
) STRICT;
