-- A profile of version 1 as `sqlite3 profile.db .dump` writes it, with the two pragmas that it leaves out.
-- Made once and never changed: it stands for the files that people have.
PRAGMA application_id = 0x48435046;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO note VALUES('0a1b2c3d-0000-4000-8000-000000000001',NULL,NULL,NULL,'A free note','2026-01-02T03:04:05.000006Z','2026-01-02T03:04:05.000006Z');
INSERT INTO note VALUES('0a1b2c3d-0000-4000-8000-000000000002','health-center:article/a#b','A title','Some words','About a part','2026-02-03T04:05:06.000007Z','2026-03-04T05:06:07.000008Z');
CREATE TABLE bookmark (
  link      TEXT PRIMARY KEY NOT NULL
            CHECK (link GLOB 'health-center:?*'),
  title     TEXT NOT NULL,
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19))
) STRICT;
INSERT INTO bookmark VALUES('health-center:article/a','A title','2026-02-03T04:05:06.000007Z');
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
INSERT INTO reading_place VALUES('health-center:article/a','b',0.25,0,'2026-02-03T04:05:06.000007Z');
INSERT INTO reading_place VALUES('health-center:article/c',NULL,0.0,1,'2026-02-03T04:05:05.000007Z');
COMMIT;
