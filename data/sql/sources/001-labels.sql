-- What was imported: labels of medicines. All of it can be imported again, and is not backed up.

PRAGMA application_id = 0x48435352; -- "HCSR"

CREATE TABLE label (
  id        INTEGER PRIMARY KEY,
  set_id    TEXT NOT NULL UNIQUE,           -- all versions of a label share it
  version   INTEGER NOT NULL,
  effective TEXT,                           -- YYYY-MM-DD
  origin    INTEGER NOT NULL,               -- HcLabelOrigin
  kind      TEXT NOT NULL,                  -- the names of HcLabelKind
  title     TEXT,
  name      TEXT NOT NULL,                  -- of its first product
  generic   TEXT NOT NULL,
  strengths TEXT NOT NULL,                  -- of its products, each one once
  maker     TEXT NOT NULL,
  file      TEXT NOT NULL,                  -- what it was read from
  name_key  TEXT NOT NULL                   -- the name in small letters
) STRICT;
CREATE INDEX label_of_name ON label (name_key, id);

CREATE TABLE label_product (
  label     INTEGER NOT NULL REFERENCES label,
  position  INTEGER NOT NULL,
  key       TEXT NOT NULL,                  -- unique in its label: the NDC where there is one
  name      TEXT NOT NULL,
  generic   TEXT,
  form      TEXT,
  route     TEXT,
  ingredients TEXT NOT NULL,                -- a line each: a or i, name, moiety, strength; tabulators between them
  imprint   TEXT,
  shape     TEXT NOT NULL,                  -- the names of HcPillShape and HcPillColor
  color     TEXT NOT NULL,
  color2    TEXT NOT NULL,
  score     INTEGER NOT NULL,
  size      REAL NOT NULL,
  PRIMARY KEY (label, position)
) STRICT, WITHOUT ROWID;

-- With rowids: the rows are long, and without rowids each would fill a page of its own.
CREATE TABLE label_section (
  label     INTEGER NOT NULL REFERENCES label,
  position  INTEGER NOT NULL,
  code      TEXT,                           -- LOINC
  level     INTEGER NOT NULL,
  title     TEXT,
  text      TEXT NOT NULL,                  -- see HcLabelLine
  PRIMARY KEY (label, position)
) STRICT;

-- What acts in which label, in small letters: ingredients and what acts in these.
CREATE TABLE label_active (
  name      TEXT NOT NULL,
  label     INTEGER NOT NULL REFERENCES label,
  PRIMARY KEY (name, label)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_active_of_label ON label_active (label);

-- What can be found by its names, and by what it is for. The rows are those of label. FTS5 changes with each
-- label that is imported; nothing is ranked, so that a search stops when it has enough. It is asked for whole
-- words only, which it looks through one after the other: for the beginning of one it would read all that it
-- has of every such word first. label_word has the words that begin so.
CREATE TABLE label_word (
  word      TEXT PRIMARY KEY NOT NULL       -- as hc_label_words_split() makes them
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE label_names USING fts5 (
  names, content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE label_uses USING fts5 (
  uses, content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
