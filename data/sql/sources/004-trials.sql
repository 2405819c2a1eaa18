-- Clinical trials, fetched from ClinicalTrials.gov or imported from its files. Lists are a line an item.

CREATE TABLE trial (
  id          INTEGER PRIMARY KEY,
  nct         TEXT NOT NULL UNIQUE,         -- its number in the registry
  origin      INTEGER NOT NULL,             -- HcTrialOrigin
  seen        TEXT NOT NULL,                -- when it was read last, 2026-11-20T23:11:54Z
  digest      TEXT NOT NULL,                -- of all that it says: whether a new version says anything else
  title       TEXT NOT NULL,
  official_title TEXT,
  acronym     TEXT,
  status      TEXT,                         -- the words of the registry, here and below
  why_stopped TEXT,
  study_type  TEXT,
  phases      TEXT NOT NULL,
  conditions  TEXT NOT NULL,
  keywords    TEXT NOT NULL,
  interventions TEXT NOT NULL,              -- type, name, description, with tabulators between them
  summary     TEXT,
  eligibility TEXT,
  sex         TEXT,
  gender_based INTEGER NOT NULL,
  minimum_age TEXT,
  maximum_age TEXT,
  age_groups  TEXT NOT NULL,
  healthy     TEXT,
  sponsor     TEXT,
  enrollment  INTEGER NOT NULL,             -- -1: not told
  start_date  TEXT,                         -- YYYY, YYYY-MM or YYYY-MM-DD, here and below
  primary_completion_date TEXT,
  completion_date TEXT,
  verified_date TEXT,
  updated     TEXT,
  contacts    TEXT NOT NULL                 -- name, role, phone, extension, address, with tabulators between them
) STRICT;

CREATE TABLE trial_site (
  trial       INTEGER NOT NULL REFERENCES trial,
  position    INTEGER NOT NULL,
  facility    TEXT,
  city        TEXT,
  state       TEXT,
  zip         TEXT,
  country     TEXT,
  status      TEXT,
  latitude    REAL,                         -- in degrees; NULL: not known
  longitude   REAL,
  contacts    TEXT NOT NULL,
  PRIMARY KEY (trial, position)
) STRICT, WITHOUT ROWID;

-- The last time that the whole list of the registry was fetched: what was not seen since it began has left the list.
CREATE TABLE trial_fetch (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  began       TEXT NOT NULL,
  ended       TEXT NOT NULL
) STRICT;

-- What can be found: by what a trial is called and about, then by its text. As the search of labels, see there.
CREATE TABLE trial_word (
  word        TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE trial_names USING fts5 (
  names, content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE trial_texts USING fts5 (
  texts, content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
