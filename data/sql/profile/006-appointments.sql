-- Clinics and doctors of one's own, appointments, and their documents. What belongs to a person has their id; an
-- empty one is that of the first person. A draft may say next to nothing: it is saved with every change.

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

-- Times that were agreed are those of the clock on the wall of the place: they stay what was agreed when the
-- rules of a zone change.
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

-- Files are kept here and not beside the database, so that each backup and copy has them. The content stands last:
-- what is before it is read without it.
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
CREATE INDEX appointment_document_by_appointment ON appointment_document (appointment, changed);
