-- The first schema of profile.db, the person's own data. A script that was released is never
-- changed again; what comes later is a script of its own.
--
-- Times are texts in UTC, to the microsecond, so that they sort like the times:
-- 2026-11-20T23:11:54.000000Z. The checks take the first 19 characters apart and put them together
-- again, which only a day of the calendar and an hour of the day survive.

PRAGMA application_id = 0x48435046; -- "HCPF"

-- What the person wrote.
CREATE TABLE note (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  link      TEXT                            -- what it is about; NULL: a free note
            CHECK (link GLOB 'health-center:?*'),
  title     TEXT,                           -- the title of what the link leads to
  quote     TEXT,                           -- the words that it is about
  text      TEXT NOT NULL,
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  modified  TEXT NOT NULL                   -- when the text was changed last
            CHECK (modified GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (modified, 1, 19), '+0 days') IS substr (modified, 1, 19))
) STRICT;

-- A place that the person marked.
CREATE TABLE bookmark (
  link      TEXT PRIMARY KEY NOT NULL
            CHECK (link GLOB 'health-center:?*'),
  title     TEXT NOT NULL,
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19))
) STRICT;

-- Where the person stopped reading.
CREATE TABLE reading_place (
  link      TEXT PRIMARY KEY NOT NULL
            CHECK (link GLOB 'health-center:?*'),
  anchor    TEXT,                           -- the block at the top of the view; NULL: the beginning
  offset    REAL NOT NULL                   -- how far into that block
            CHECK (offset BETWEEN 0 AND 1),
  finished  INTEGER NOT NULL                -- 1: the end was reached once
            CHECK (finished IN (0, 1)),
  read_at   TEXT NOT NULL
            CHECK (read_at GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (read_at, 1, 19), '+0 days') IS substr (read_at, 1, 19))
) STRICT;
