-- A profile of version 4 as `sqlite3 profile.db .dump` writes it, with the two pragmas that it leaves out.
-- Made once and never changed: it stands for the files that people have.
PRAGMA application_id = 0x48435046;
PRAGMA user_version = 4;
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
INSERT INTO person VALUES('0a1b2c3d-0000-4000-8000-00000000000a',1,'Zoë',1950,'rectal','recurrent','msi-h her2','2026-04-05T06:07:08.000009Z');
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
INSERT INTO quiz_answer VALUES('','screening-start-age','45',1,'2026-04-05T06:07:09.000010Z');
INSERT INTO quiz_answer VALUES('0a1b2c3d-0000-4000-8000-00000000000a','screening-start-age','30',0,'2026-04-05T06:07:10.000011Z');
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
INSERT INTO care_question VALUES('0a1b2c3d-0000-4000-8000-0000000000c1','health-center:article/a','A title','Why now?','Because.','answered',1,'2026-05-06T07:08:09.000012Z','2026-05-07T07:08:09.000012Z');
INSERT INTO care_question VALUES('0a1b2c3d-0000-4000-8000-0000000000c2',NULL,NULL,'What next?','','open',2,'2026-05-08T07:08:09.000013Z','2026-05-08T07:08:09.000013Z');
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
INSERT INTO medicine VALUES('0a1b2c3d-0000-4000-8000-0000000000d1','0a1b2c3d-0000-4000-8000-00000000000a','health-center:drug/capecitabine','Capecitabine','500 mg','TABLET, FILM COATED','capecitabine','500','','capsule','pink','',0,17.2,'2026-06-07T08:09:10.000014Z');
INSERT INTO medicine VALUES('0a1b2c3d-0000-4000-8000-0000000000d2','',NULL,'Tea','','','','','','','','',0,0.0,'2026-06-08T08:09:10.000015Z');
INSERT INTO drug_review VALUES('0a1b2c3d-0000-4000-8000-00000000000a','health-center:drug/capecitabine',4,3,0,'Hard on the hands.','2026-07-08T09:10:11.000016Z');
COMMIT;
