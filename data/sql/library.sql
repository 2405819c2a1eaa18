-- The schema of library.db. The file is made anew by every build and never changed afterwards:
-- there are no migrations. The program refuses a file of another user_version.

PRAGMA application_id = 0x48434c42; -- "HCLB"
PRAGMA user_version = 6;

-- A group of articles.
CREATE TABLE topic (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  title     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Articles, answers to questions: these are articles whose title is the question and whose summary is
-- the short answer, and what there is to know of medicines.
CREATE TABLE article (
  id        TEXT PRIMARY KEY NOT NULL,
  kind      TEXT NOT NULL,                  -- the names of HcArticleKind
  position  INTEGER NOT NULL,               -- the order of reading within the kind, from 0 without gaps
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL,
  topic     TEXT REFERENCES topic,          -- the main one; NULL: a medicine
  checked   TEXT NOT NULL,                  -- YYYY-MM-DD
  review    TEXT,                           -- who reviewed it and when; NULL: nobody has
  paged     INTEGER NOT NULL,               -- 1: each level-2 section is a page
  words     INTEGER NOT NULL,
  sites     TEXT NOT NULL,                  -- for whom it is: colon, rectal; empty: everybody
  stages    TEXT NOT NULL,                  -- 0, 1, 2, 3, 4, recurrent; empty: everybody
  biomarkers TEXT NOT NULL,                 -- msi-h, ...; empty: everybody
  UNIQUE (kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_topic (
  article   TEXT NOT NULL REFERENCES article,
  topic     TEXT NOT NULL REFERENCES topic,
  PRIMARY KEY (article, topic)
) STRICT, WITHOUT ROWID;

-- What is relied on. The owner is what the link to it says: article/ID, question/ID, term/ID ...
CREATE TABLE source (
  owner     TEXT NOT NULL,
  number    INTEGER NOT NULL,               -- from 1, in the order of the first citation
  title     TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url       TEXT NOT NULL,
  published TEXT,                           -- YYYY, YYYY-MM or YYYY-MM-DD; NULL: undated
  read      TEXT NOT NULL,                  -- YYYY-MM-DD
  state     TEXT NOT NULL,                  -- the names of HcSourceState: read, copy, abstract
  PRIMARY KEY (owner, number)
) STRICT, WITHOUT ROWID;

-- The text of an article, a tree: parents come before their children, siblings in their order.
CREATE TABLE block (
  id        INTEGER PRIMARY KEY,
  article   TEXT NOT NULL REFERENCES article,
  parent    INTEGER REFERENCES block,
  kind      TEXT NOT NULL,                  -- the names of HcBlockKind
  level     INTEGER NOT NULL,               -- heading: 2 or 3; list: first number, 0 for bullets; cell: 1 in the header
  anchor    TEXT,                           -- unique in the article
  markup    TEXT,                           -- Pango markup
  detail    TEXT,                           -- call-out: its kind; table and figure: the caption
  target    TEXT                            -- figure: the id of the picture
) STRICT;
CREATE INDEX block_of_article ON block (article, id);

-- The glossary.
CREATE TABLE term (
  id         TEXT PRIMARY KEY NOT NULL,
  position   INTEGER NOT NULL UNIQUE,       -- by the alphabet, from 0 without gaps
  name       TEXT NOT NULL,
  also       TEXT NOT NULL,                 -- its other names and forms, with commas; may be empty
  definition TEXT NOT NULL,                 -- plain text
  article    TEXT REFERENCES article        -- where there is more to read
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz_question (
  id        TEXT PRIMARY KEY NOT NULL,
  quiz      TEXT NOT NULL REFERENCES quiz,
  position  INTEGER NOT NULL,               -- within the quiz, from 0 without gaps
  text      TEXT NOT NULL,
  why       TEXT NOT NULL,                  -- what explains the answer
  link      TEXT NOT NULL,                  -- where there is more to read
  UNIQUE (quiz, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz_option (
  question  TEXT NOT NULL REFERENCES quiz_question,
  position  INTEGER NOT NULL,               -- from 0 without gaps
  text      TEXT NOT NULL,
  is_right  INTEGER NOT NULL,               -- 1 for exactly one option of a question
  PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

-- The health check: what is asked, and what recommendations say about the answers. A condition is a
-- text of HcHealthCondition; NULL: always.
CREATE TABLE health_step (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  kind      TEXT NOT NULL,                  -- the names of HcHealthStepKind
  ask       TEXT NOT NULL,
  detail    TEXT,
  minimum   INTEGER,                        -- of a number
  maximum   INTEGER,
  condition TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE health_option (
  step      TEXT NOT NULL REFERENCES health_step,
  id        TEXT NOT NULL,
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (step, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE health_result (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  grade     TEXT NOT NULL,                  -- the names of HcHealthGrade
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  link      TEXT,
  stops     INTEGER NOT NULL,               -- 1: nothing more is asked
  condition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One sentence for a day.
CREATE TABLE fact (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  text      TEXT NOT NULL,
  link      TEXT NOT NULL                   -- where there is more to read
) STRICT, WITHOUT ROWID;

-- Pictures, in the order of the slide show.
CREATE TABLE picture (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  title     TEXT NOT NULL,
  caption   TEXT NOT NULL,
  alternative TEXT NOT NULL,                -- all that it shows, in words
  article   TEXT REFERENCES article,        -- where there is more to read
  checked   TEXT NOT NULL,                  -- YYYY-MM-DD
  width     INTEGER NOT NULL,               -- of the drawing, in its own units
  height    INTEGER NOT NULL,
  svg       TEXT NOT NULL                   -- without colors: they come from a style sheet
) STRICT, WITHOUT ROWID;

-- What can be chosen in a picture: the element part-NAME of its drawing.
CREATE TABLE picture_part (
  picture   TEXT NOT NULL REFERENCES picture,
  position  INTEGER NOT NULL,               -- from 0 without gaps
  name      TEXT NOT NULL,
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  link      TEXT,                           -- where there is more to read
  PRIMARY KEY (picture, position),
  UNIQUE (picture, name)
) STRICT, WITHOUT ROWID;

-- What is told of a medicine beside its text, which is an article of the same id.
CREATE TABLE drug (
  id        TEXT PRIMARY KEY NOT NULL REFERENCES article,
  brands    TEXT NOT NULL,                  -- with commas; may be empty
  also      TEXT NOT NULL,                  -- other names and misspellings, with commas; may be empty
  kind      TEXT NOT NULL,                  -- the names of HcDrugKind
  classes   TEXT NOT NULL,                  -- with commas
  conditions TEXT NOT NULL,                 -- what it is taken for, with commas
  forms     TEXT NOT NULL                   -- with semicolons
) STRICT, WITHOUT ROWID;

-- What interactions speak of: the medicines above, and others that have no text.
CREATE TABLE substance (
  id        TEXT PRIMARY KEY NOT NULL,      -- that of the medicine where there is one
  name      TEXT NOT NULL,
  also      TEXT NOT NULL,                  -- its other names, with commas; may be empty
  kind      TEXT NOT NULL,                  -- the names of HcSubstanceKind
  drug      TEXT REFERENCES drug            -- NULL: it has no text
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction_group (
  id        TEXT PRIMARY KEY NOT NULL,
  name      TEXT NOT NULL,
  twice     TEXT                            -- what to do when somebody takes two; NULL: nothing unusual
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction_member (
  member_of TEXT NOT NULL REFERENCES interaction_group,
  substance TEXT NOT NULL REFERENCES substance,
  PRIMARY KEY (member_of, substance)
) STRICT, WITHOUT ROWID;

-- What two substances do to each other, or the members of two groups. Its sources are owned by
-- interaction/ID.
CREATE TABLE interaction (
  id        INTEGER PRIMARY KEY,
  is_rule   INTEGER NOT NULL,               -- 1: a and b are groups
  a         TEXT NOT NULL,
  b         TEXT NOT NULL,
  severity  TEXT NOT NULL,                  -- the names of HcSeverity
  effect    TEXT NOT NULL,
  action    TEXT NOT NULL,
  why       TEXT NOT NULL,
  timing    TEXT,                           -- how far they are to be kept apart
  hours_before INTEGER NOT NULL,            -- how long before b at least a is taken; 0: nothing is said
  hours_after  INTEGER NOT NULL,            -- likewise, after b
  hours     INTEGER AS (max (hours_before, hours_after)),
  confirmed INTEGER NOT NULL,               -- 1: the source was read
  UNIQUE (is_rule, a, b)
) STRICT;

-- What can be written down in the diary. Its sources are owned by diary/ID.
CREATE TABLE diary_kind (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  name      TEXT NOT NULL,
  belongs_to TEXT NOT NULL,                 -- the names of HcDiaryGroup
  input     TEXT NOT NULL,                  -- the names of HcDiaryInput
  question  TEXT NOT NULL,
  hint      TEXT,
  unit      TEXT,
  other_unit TEXT,                          -- other = value * factor + offset
  other_factor REAL NOT NULL,
  other_offset REAL NOT NULL,
  minimum   REAL NOT NULL,                  -- of what is accepted, in the unit
  maximum   REAL NOT NULL,
  digits    INTEGER NOT NULL,
  other_digits INTEGER NOT NULL,
  covered   INTEGER NOT NULL,               -- 1: it starts covered
  reference TEXT,                           -- a common reference range in words
  better    TEXT NOT NULL,                  -- the names of HcDiaryBetter
  link      TEXT                            -- where there is more to read
) STRICT, WITHOUT ROWID;

-- What the numbers of a grade or a choice mean, and the two ends of a scale.
CREATE TABLE diary_word (
  kind      TEXT NOT NULL REFERENCES diary_kind,
  position  INTEGER NOT NULL,               -- from 0 without gaps
  text      TEXT NOT NULL,
  PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;

-- When entries of the diary mean that somebody is to be called. Its sources are owned by red-flag/ID.
CREATE TABLE red_flag (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps, the most urgent first
  level     TEXT NOT NULL,                  -- the names of HcRedFlagLevel
  title     TEXT NOT NULL,
  what_to_do TEXT NOT NULL,
  why       TEXT NOT NULL,
  link      TEXT,                           -- where there is more to read
  hours     INTEGER NOT NULL,               -- how old an entry may be
  lasting   INTEGER NOT NULL,               -- for how many hours it must have been so; 0: once is enough
  latest    INTEGER NOT NULL                -- 1: only the newest entry of a kind counts
) STRICT, WITHOUT ROWID;

-- All conditions of a flag must be met: texts of HcRedFlagCondition.
CREATE TABLE red_flag_condition (
  flag      TEXT NOT NULL REFERENCES red_flag,
  position  INTEGER NOT NULL,               -- from 0 without gaps
  condition TEXT NOT NULL,
  PRIMARY KEY (flag, position)
) STRICT, WITHOUT ROWID;

-- Checks after the treatment, as a guideline has them. Their sources are owned by follow-up/ID.
CREATE TABLE follow_up (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  subject   TEXT NOT NULL,                  -- what it is, whoever it is for: cea
  kind      TEXT NOT NULL,                  -- of the appointment: follow-up, test
  name      TEXT NOT NULL,
  site      TEXT NOT NULL,                  -- colon, rectal
  stages    TEXT NOT NULL,                  -- 1 2 3 4
  guideline TEXT NOT NULL,                  -- with its version
  note      TEXT,
  link      TEXT                            -- where there is more to read
) STRICT, WITHOUT ROWID;

-- How often a check is due: texts of HcFollowUpSpan.
CREATE TABLE follow_up_span (
  follow_up TEXT NOT NULL REFERENCES follow_up,
  position  INTEGER NOT NULL,               -- from 0 without gaps, in the order of time
  span      TEXT NOT NULL,
  PRIMARY KEY (follow_up, position)
) STRICT, WITHOUT ROWID;

-- For how long cold is to be avoided after oxaliplatin; one row at most, its sources are owned by
-- cold-avoidance.
CREATE TABLE cold_avoidance (
  days      INTEGER NOT NULL,
  text      TEXT NOT NULL,
  link      TEXT
) STRICT;

CREATE TABLE cold_thing (
  position  INTEGER PRIMARY KEY,            -- from 0 without gaps
  text      TEXT NOT NULL
) STRICT;

-- What people say that they are allergic to, when it is more than one substance. Its sources are owned by
-- allergy/ID.
CREATE TABLE allergy (
  id        TEXT PRIMARY KEY NOT NULL,
  name      TEXT NOT NULL,
  also      TEXT NOT NULL,                  -- its other names, with commas; may be empty
  others    TEXT NOT NULL,                  -- members that are no substances, with semicolons; may be empty
  note      TEXT                            -- why one member stands for the others; NULL: it does not
) STRICT, WITHOUT ROWID;

CREATE TABLE allergy_member (
  member_of TEXT NOT NULL REFERENCES allergy,
  substance TEXT NOT NULL REFERENCES substance,
  PRIMARY KEY (member_of, substance)
) STRICT, WITHOUT ROWID;

-- The states of the United States, and the cities from which distances are measured.
CREATE TABLE us_state (
  code      TEXT PRIMARY KEY NOT NULL,      -- two letters
  name      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE city (
  name      TEXT NOT NULL,
  state     TEXT NOT NULL REFERENCES us_state,
  latitude  REAL NOT NULL,                  -- in degrees, north positive
  longitude REAL NOT NULL,                  -- in degrees, east positive
  zone      TEXT NOT NULL,                  -- as in the tz database
  PRIMARY KEY (name, state)
) STRICT, WITHOUT ROWID;

-- Public holidays. Their sources are owned by holidays.
CREATE TABLE holiday (
  position  INTEGER PRIMARY KEY,            -- from 0 without gaps
  name      TEXT NOT NULL,
  rule      TEXT NOT NULL                   -- a text of HcHolidayCalendar
) STRICT;

-- Centers, helplines and guides share their ids. Their sources are owned by care/ID.
CREATE TABLE care_center (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  name      TEXT NOT NULL,
  parent    TEXT,
  campus_of TEXT REFERENCES care_center,    -- the center of which this is another campus
  kind      TEXT NOT NULL,                  -- the names of HcCareCenterKind
  city      TEXT NOT NULL,
  state     TEXT NOT NULL REFERENCES us_state,
  latitude  REAL NOT NULL,
  longitude REAL NOT NULL,
  zone      TEXT NOT NULL,
  website   TEXT NOT NULL,                  -- https
  phone     TEXT,
  phone_for TEXT,
  hours     TEXT,                           -- a text of HcOpenHours
  confirmed INTEGER NOT NULL,               -- 1: a source says so
  checked   TEXT NOT NULL,                  -- YYYY-MM-DD
  remark    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE helpline (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps, the most urgent first
  name      TEXT NOT NULL,
  purpose   TEXT NOT NULL,
  phone     TEXT,
  message   TEXT,                           -- the word to send to the number
  hours     TEXT,                           -- a text of HcOpenHours
  zone      TEXT,
  website   TEXT NOT NULL,
  languages TEXT NOT NULL,
  cost      TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  checked   TEXT NOT NULL,
  remark    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE care_guide (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL,
  checked   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE care_guide_text (
  guide     TEXT NOT NULL REFERENCES care_guide,
  kind      TEXT NOT NULL,                  -- text, ask or link
  position  INTEGER NOT NULL,               -- from 0 without gaps
  text      TEXT NOT NULL,
  PRIMARY KEY (guide, kind, position)
) STRICT, WITHOUT ROWID;

-- Groups and forums. Their sources are owned by community/ID.
CREATE TABLE support_group (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  name      TEXT NOT NULL,
  form      TEXT NOT NULL,                  -- the names of HcSupportGroupForm
  ways      INTEGER NOT NULL,               -- HcSupportGroupWays; 0: not known
  caregivers INTEGER NOT NULL,              -- 1: also for those who care for somebody
  about     TEXT NOT NULL,
  audience  TEXT NOT NULL,
  privacy   TEXT NOT NULL,
  cost      TEXT NOT NULL,
  joining   TEXT NOT NULL,
  asks      TEXT,
  website   TEXT,
  phone     TEXT,
  feed      TEXT,                           -- https
  country   TEXT,                           -- NULL: the United States
  confirmed INTEGER NOT NULL,
  checked   TEXT NOT NULL,
  remark    TEXT
) STRICT, WITHOUT ROWID;

-- Feeds to choose from.
CREATE TABLE feed_suggestion (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- from 0 without gaps
  title     TEXT NOT NULL,
  address   TEXT NOT NULL UNIQUE,
  format    TEXT NOT NULL,                  -- rss, atom, json
  publisher TEXT NOT NULL,
  belongs_to TEXT NOT NULL,                 -- the heading under which it stands
  audience  TEXT NOT NULL,                  -- everyone, clinicians
  about     TEXT NOT NULL,
  seen      TEXT NOT NULL,                  -- how the address is known
  checked   TEXT NOT NULL,                  -- YYYY-MM-DD
  confirmed INTEGER NOT NULL                -- 1: it is known well
) STRICT, WITHOUT ROWID;

-- What pills look like is in the table of pill.sql.

-- What can be found is in the tables of search.sql.
