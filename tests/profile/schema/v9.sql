-- A profile of version 9 as `sqlite3 profile.db .dump` writes it, with the two pragmas that it leaves out.
-- Made once and never changed: it stands for the files that people have.
PRAGMA application_id = 0x48435046;
PRAGMA user_version = 9;
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
  CHECK (last_visit GLOB '[1-9]???-??-??' AND date (last_visit, '+0 days') IS last_visit), changed TEXT NOT NULL DEFAULT '', treated TEXT                          -- NULL: not told
  CHECK (treated GLOB '[1-9]???-??-??' AND date (treated, '+0 days') IS treated)) STRICT;
INSERT INTO person VALUES('0a1b2c3d-0000-4000-8000-00000000000a',1,'Zoë',1950,'rectal','recurrent','msi-h her2','2026-04-05T06:07:08.000009Z','','','',NULL,'','2026-06-01');
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
CREATE TABLE clinic (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  name      TEXT NOT NULL
            CHECK (name != ''),
  doctor    TEXT NOT NULL,                  -- whom one sees there
  role      TEXT NOT NULL,                  -- what they are, in the words of the person
  address   TEXT NOT NULL,
  phone     TEXT NOT NULL,
  email     TEXT NOT NULL,
  web       TEXT NOT NULL,
  hours     TEXT NOT NULL,                  -- a weekly rule, `mon-fri 08:00-18:00`; empty: not told
  zone      TEXT NOT NULL,                  -- `America/New_York`; empty: that of the person
  notes     TEXT NOT NULL,
  center    TEXT NOT NULL,                  -- the id of the center of the library that it was copied from
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
INSERT INTO clinic VALUES('0a1b2c3d-0000-4000-8000-0000000000e1','','City Clinic','Dr. Okafor','surgeon','1 Main Street','+1 212 555 0100','desk@example.org','','mon-fri 08:00-17:00','America/New_York','','','2026-02-03T04:05:06.000007Z','2026-02-03T04:05:06.000007Z');
CREATE TABLE appointment (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  person    TEXT NOT NULL
            CHECK (person = '' OR length (person) = 36),
  state     TEXT NOT NULL                   -- the names of HcAppointmentState
            CHECK (state IN ('draft', 'requested', 'confirmed', 'moved', 'cancelled', 'done', 'missed')),
  kind      TEXT NOT NULL                   -- the names of HcAppointmentKind
            CHECK (kind IN ('first-visit', 'follow-up', 'second-opinion', 'referral', 'test', 'telephone')),
  subject   TEXT NOT NULL,                  -- which test or visit: `cea`, `colonoscopy`; empty: not told
  clinic    TEXT NOT NULL                   -- the id of a clinic, which may be gone
            CHECK (clinic = '' OR length (clinic) = 36),
  center    TEXT NOT NULL,                  -- the id of a center of the library, which may be gone
  place     TEXT NOT NULL,                  -- the name, as it was when it was chosen; so the following
  doctor    TEXT NOT NULL,
  address   TEXT NOT NULL,
  phone     TEXT NOT NULL,
  email     TEXT NOT NULL,
  web       TEXT NOT NULL,
  zone      TEXT NOT NULL,
  wishes    TEXT NOT NULL,                  -- see hc_appointment_wishes_print()
  begins    TEXT NOT NULL                   -- `2026-12-01T10:30`; empty: not agreed
            CHECK (begins = '' OR (begins GLOB '[1-9]???-??-??T??:??'
                                   AND strftime ('%FT%H:%M', begins, '+0 days') IS begins)),
  ends      TEXT NOT NULL                   -- empty: not told
            CHECK (ends = '' OR (ends GLOB '[1-9]???-??-??T??:??' AND begins != ''
                                 AND strftime ('%FT%H:%M', ends, '+0 days') IS ends)),
  reason    TEXT NOT NULL,
  bring     TEXT NOT NULL,                  -- what to take along
  reach     TEXT NOT NULL,                  -- how to reach the person
  insurance TEXT NOT NULL,
  access    TEXT NOT NULL,                  -- what is needed to get in and about
  interpreter TEXT NOT NULL,                -- the language
  notes     TEXT NOT NULL,
  travel    TEXT NOT NULL,
  patient   TEXT NOT NULL,                  -- from here: of a referral by a professional
  patient_born TEXT NOT NULL,
  patient_contact TEXT NOT NULL,
  diagnosis TEXT NOT NULL,
  treatment TEXT NOT NULL,                  -- what was done so far
  urgency   TEXT NOT NULL,
  referrer  TEXT NOT NULL,
  referrer_practice TEXT NOT NULL,
  referrer_contact TEXT NOT NULL,           -- up to here
  reminders TEXT NOT NULL,                  -- minutes before, with spaces between them
  dismissed TEXT                            -- reminders up to this time were seen; NULL: none
            CHECK (dismissed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (dismissed, 1, 19), '+0 days') IS substr (dismissed, 1, 19)),
  questions TEXT NOT NULL,                  -- with their answers, see HcAppointmentDetails
  history   TEXT NOT NULL,                  -- of the state, see HcAppointmentDetails
  uid       TEXT NOT NULL,                  -- in calendars, of one that came from there; empty: made of the id
  sequence  INTEGER NOT NULL                -- how often a calendar was given another time or place
            CHECK (sequence BETWEEN 0 AND 1000000),
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
INSERT INTO appointment VALUES('0a1b2c3d-0000-4000-8000-0000000000f1','','confirmed','follow-up','cea','0a1b2c3d-0000-4000-8000-0000000000e1','','City Clinic','Dr. Okafor','1 Main Street','+1 212 555 0100','desk@example.org','','America/New_York','2026-12-01 540-720','2026-12-01T10:30','2026-12-01T11:00','CEA','The scan','','','','','Keep this','Jo drives','','','','','','','','','','1440 120',NULL,'[(''May I fly?'', ''In June'')]','[(''confirmed'', int64 1795216315000000, ''Ms. Bell'', '''')]','',1,'2026-02-03T04:05:06.000007Z','2026-03-04T05:06:07.000008Z');
CREATE TABLE appointment_document (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID
            CHECK (length (id) = 36),
  appointment TEXT NOT NULL                 -- which may be gone: a removal can be undone
            CHECK (length (appointment) = 36),
  name      TEXT NOT NULL                   -- of the file
            CHECK (name != ''),
  type      TEXT NOT NULL,                  -- its content type
  size      INTEGER NOT NULL                -- in bytes
            CHECK (size BETWEEN 0 AND 52428800),
  sha256    TEXT NOT NULL                   -- in hexadecimal
            CHECK (length (sha256) = 64),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  content   BLOB NOT NULL
            CHECK (length (content) = size)
) STRICT;
INSERT INTO appointment_document VALUES('0a1b2c3d-0000-4000-8000-0000000000f2','0a1b2c3d-0000-4000-8000-0000000000f1','a.txt','text/plain',3,'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad','2026-03-04T05:06:07.000008Z',X'616263');
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
CREATE TABLE subscription (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID; it stays when the address changes
            CHECK (length (id) = 36),
  address   TEXT NOT NULL UNIQUE
            CHECK (address GLOB 'https://?*'),
  title     TEXT NOT NULL,                  -- what the person calls it; empty: as it calls itself
  folder    TEXT NOT NULL,                  -- empty: in none
  home      TEXT NOT NULL,                  -- the page that it belongs to; empty: not known
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;
CREATE TABLE read_post (
  feed      TEXT NOT NULL                   -- the id of a subscription, also of one that was removed
            CHECK (length (feed) = 36),
  key       TEXT NOT NULL                   -- what tells the item from the others of its feed
            CHECK (key != ''),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_post (
  feed      TEXT NOT NULL
            CHECK (length (feed) = 36),
  key       TEXT NOT NULL
            CHECK (key != ''),
  publisher TEXT NOT NULL,                  -- the title of the feed
  title     TEXT NOT NULL,
  author    TEXT NOT NULL,                  -- empty: not told
  link      TEXT NOT NULL                   -- empty: not told
            CHECK (link = '' OR link GLOB 'https://?*' OR link GLOB 'http://?*'),
  text      TEXT NOT NULL,                  -- see HcPostLine
  published TEXT                            -- NULL: not told
            CHECK (published GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (published, 1, 19), '+0 days') IS substr (published, 1, 19)),
  is_cut    INTEGER NOT NULL                -- 1: it is longer than what was kept
            CHECK (is_cut IN (0, 1)),
  created   TEXT NOT NULL                   -- when it was saved
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  PRIMARY KEY (feed, key)
) STRICT;
CREATE INDEX dose_by_due ON dose (due);
CREATE INDEX diary_entry_by_kind ON diary_entry (person, kind, time);
CREATE INDEX diary_entry_by_time ON diary_entry (person, time);
CREATE INDEX appointment_document_by_appointment ON appointment_document (appointment, changed);
COMMIT;
