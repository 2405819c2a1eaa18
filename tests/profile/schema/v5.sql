-- A profile of version 5 as `sqlite3 profile.db .dump` writes it, with the two pragmas that it leaves out.
-- Made once and never changed: it stands for the files that people have.
PRAGMA application_id = 0x48435046;
PRAGMA user_version = 5;
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
, allergies TEXT NOT NULL DEFAULT '', foods TEXT NOT NULL DEFAULT '', treatment TEXT NOT NULL DEFAULT '', last_visit TEXT                       -- the day of it; NULL: not told
  CHECK (last_visit GLOB '[1-9]???-??-??' AND date (last_visit, '+0 days') IS last_visit), changed TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO person VALUES('0a1b2c3d-0000-4000-8000-00000000000a',1,'Zoë',1950,'rectal','recurrent','msi-h her2','2026-04-05T06:07:08.000009Z','','','',NULL,'');
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
, person TEXT NOT NULL DEFAULT ''
  CHECK (person = '' OR length (person) = 36)) STRICT;
INSERT INTO care_question VALUES('0a1b2c3d-0000-4000-8000-0000000000c1','health-center:article/a','A title','Why now?','Because.','answered',1,'2026-05-06T07:08:09.000012Z','2026-05-07T07:08:09.000012Z','');
INSERT INTO care_question VALUES('0a1b2c3d-0000-4000-8000-0000000000c2',NULL,NULL,'What next?','','open',2,'2026-05-08T07:08:09.000013Z','2026-05-08T07:08:09.000013Z','');
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
, reason TEXT NOT NULL DEFAULT '', prescriber TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '', course TEXT NOT NULL DEFAULT '', stock REAL                            -- how many were there; NULL: not told
  CHECK (stock >= 0), counted TEXT                          -- when they were counted
  CHECK (counted GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (counted, 1, 19), '+0 days') IS substr (counted, 1, 19)), refill_at REAL NOT NULL DEFAULT 0     -- warn when so many are left; 0: never
  CHECK (refill_at >= 0), reminds INTEGER NOT NULL DEFAULT 1
  CHECK (reminds IN (0, 1)), changed TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO medicine VALUES('0a1b2c3d-0000-4000-8000-0000000000d1','0a1b2c3d-0000-4000-8000-00000000000a','health-center:drug/capecitabine','Capecitabine','500 mg','TABLET, FILM COATED','capecitabine','500','','capsule','pink','',0,17.1999999999999992,'2026-06-07T08:09:10.000014Z','for the bowel','','','tablet','',NULL,NULL,0.0,1,'');
INSERT INTO medicine VALUES('0a1b2c3d-0000-4000-8000-0000000000d2','',NULL,'Tea','','','','','','','','',0,0.0,'2026-06-08T08:09:10.000015Z','','','','','',NULL,NULL,0.0,1,'');
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
INSERT INTO drug_review VALUES('0a1b2c3d-0000-4000-8000-00000000000a','health-center:drug/capecitabine',4,3,0,'Hard on the hands.','2026-07-08T09:10:11.000016Z');
CREATE TABLE medicine_photo (
  medicine  TEXT PRIMARY KEY NOT NULL
            CHECK (length (medicine) = 36),
  image     BLOB NOT NULL,                  -- JPEG
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
INSERT INTO medicine_photo VALUES('0a1b2c3d-0000-4000-8000-0000000000d1',X'ffd8ffe0','2026-09-03T06:05:00.000000Z');
CREATE TABLE dose (
  medicine  TEXT NOT NULL
            CHECK (length (medicine) = 36),
  key       TEXT NOT NULL                   -- its name in the schedule, see HcDose; of one when needed a UUID
            CHECK (key != ''),
  state     TEXT NOT NULL
            CHECK (state IN ('taken', 'skipped', 'snoozed')),
  due       TEXT NOT NULL                   -- when it was due, of one when needed when it was taken
            CHECK (due GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (due, 1, 19), '+0 days') IS substr (due, 1, 19)),
  time      TEXT NOT NULL                   -- when it was taken or skipped, or until when it was put off
            CHECK (time GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (time, 1, 19), '+0 days') IS substr (time, 1, 19)),
  amount    REAL NOT NULL
            CHECK (amount > 0 AND amount <= 1000000),
  note      TEXT NOT NULL,
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (medicine, key)
) STRICT, WITHOUT ROWID;
INSERT INTO dose VALUES('0a1b2c3d-0000-4000-8000-0000000000d1','2026-09-01T08:00','taken','2026-09-01T06:00:00.000000Z','2026-09-01T06:05:00.000000Z',2.0,'with bread','2026-09-01T06:05:00.000000Z');
CREATE TABLE diary_entry (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  kind      TEXT NOT NULL                   -- the id of a kind of the library
            CHECK (kind != ''),
  time      TEXT NOT NULL                   -- when it was so
            CHECK (time GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (time, 1, 19), '+0 days') IS substr (time, 1, 19)),
  value     REAL,                           -- in the unit of the kind; NULL: words only
  text      TEXT NOT NULL,
  covered   INTEGER NOT NULL                -- 1: not to be seen until the person uncovers it
            CHECK (covered IN (0, 1)),
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
INSERT INTO diary_entry VALUES('0a1b2c3d-0000-4000-8000-0000000000f1','','temperature','2026-09-03T06:05:00.000000Z',37.2000000000000028,'',0,'2026-09-03T06:05:00.000000Z','2026-09-03T06:05:00.000000Z');
CREATE TABLE care_contact (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  name      TEXT NOT NULL
            CHECK (name != ''),
  role      TEXT NOT NULL,
  phone     TEXT NOT NULL,
  email     TEXT NOT NULL,
  note      TEXT NOT NULL,
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
INSERT INTO care_contact VALUES('0a1b2c3d-0000-4000-8000-0000000000e1','','Dr. Ames','Surgeon','+1 212 555 0100','','','2026-09-02T06:05:00.000000Z','2026-09-02T06:05:00.000000Z');
CREATE TABLE alert (
  notice    TEXT NOT NULL                   -- the id of the notice at its source
            CHECK (notice != ''),
  medicine  TEXT NOT NULL
            CHECK (length (medicine) = 36),
  kind      TEXT NOT NULL                   -- the names of HcAlertKind
            CHECK (kind IN ('recall', 'warning', 'shortage')),
  severity  INTEGER NOT NULL                -- the class of a recall: 1 is the worst; 0: none told
            CHECK (severity BETWEEN 0 AND 3),
  title     TEXT NOT NULL
            CHECK (title != ''),
  text      TEXT NOT NULL,
  reason    TEXT NOT NULL,                  -- why it was thought to concern the medicine
  uri       TEXT NOT NULL,                  -- where it is published; empty: not told
  source    TEXT NOT NULL,                  -- who published it
  published TEXT NOT NULL                   -- the day
            CHECK (published GLOB '[1-9]???-??-??' AND date (published, '+0 days') IS published),
  state     TEXT NOT NULL                   -- the names of HcAlertState
            CHECK (state IN ('unread', 'read', 'dismissed')),
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (notice, medicine)
) STRICT;
CREATE INDEX dose_by_due ON dose (due);
CREATE INDEX diary_entry_by_kind ON diary_entry (person, kind, time);
CREATE INDEX diary_entry_by_time ON diary_entry (person, time);
COMMIT;
