-- What treatment needs: more about people, the history of their medicines, doses, the diary, contacts and
-- alerts. What belongs to a person has their id; an empty one is that of the first person. Rows of other
-- tables than person that name a medicine or a person who is gone are kept: a removal can be undone.

ALTER TABLE person ADD COLUMN allergies TEXT NOT NULL DEFAULT '';   -- one a line, as it was written
ALTER TABLE person ADD COLUMN foods TEXT NOT NULL DEFAULT '';       -- what they usually eat and drink, one a line
ALTER TABLE person ADD COLUMN treatment TEXT NOT NULL DEFAULT '';   -- in their own words
ALTER TABLE person ADD COLUMN last_visit TEXT                       -- the day of it; NULL: not told
  CHECK (last_visit GLOB '[1-9]???-??-??' AND date (last_visit, '+0 days') IS last_visit);
ALTER TABLE person ADD COLUMN changed TEXT NOT NULL DEFAULT '';     -- empty: not since this column is there

ALTER TABLE care_question ADD COLUMN person TEXT NOT NULL DEFAULT ''
  CHECK (person = '' OR length (person) = 36);

ALTER TABLE medicine ADD COLUMN reason TEXT NOT NULL DEFAULT '';      -- what it is for
ALTER TABLE medicine ADD COLUMN prescriber TEXT NOT NULL DEFAULT '';
ALTER TABLE medicine ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE medicine ADD COLUMN unit TEXT NOT NULL DEFAULT '';        -- the names of HcDoseUnit
ALTER TABLE medicine ADD COLUMN course TEXT NOT NULL DEFAULT '';      -- see hc_course_print(); empty: not told
ALTER TABLE medicine ADD COLUMN stock REAL                            -- how many were there; NULL: not told
  CHECK (stock >= 0);
ALTER TABLE medicine ADD COLUMN counted TEXT                          -- when they were counted
  CHECK (counted GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (counted, 1, 19), '+0 days') IS substr (counted, 1, 19));
ALTER TABLE medicine ADD COLUMN refill_at REAL NOT NULL DEFAULT 0     -- warn when so many are left; 0: never
  CHECK (refill_at >= 0);
ALTER TABLE medicine ADD COLUMN reminds INTEGER NOT NULL DEFAULT 1
  CHECK (reminds IN (0, 1));
ALTER TABLE medicine ADD COLUMN changed TEXT NOT NULL DEFAULT '';

-- A picture of the box.
CREATE TABLE medicine_photo (
  medicine  TEXT PRIMARY KEY NOT NULL
            CHECK (length (medicine) = 36),
  image     BLOB NOT NULL,                  -- JPEG
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;

-- What was done with a dose. Of a dose without a row nothing was told.
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
CREATE INDEX dose_by_due ON dose (due);

-- The diary: symptoms, measurements, results, days.
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
CREATE INDEX diary_entry_by_kind ON diary_entry (person, kind, time);
CREATE INDEX diary_entry_by_time ON diary_entry (person, time);

-- Whom to call and to ask.
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

-- Recalls and warnings that concern a medicine, copied from what was fetched.
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
