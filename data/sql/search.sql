-- What a search needs, in any database: library.db has it, and what is imported may have it as well.
-- HcSearchWriter fills these tables in one go, HcSearchIndex reads them.

-- Terms that mean the same share a meaning. They are parted into words as the search does it, in
-- small letters: "5-FU" is "5 fu".
CREATE TABLE synonym (
  term      TEXT NOT NULL,
  meaning   INTEGER NOT NULL,
  PRIMARY KEY (term, meaning)
) STRICT, WITHOUT ROWID;
CREATE INDEX synonym_of_meaning ON synonym (meaning);

-- What can be found: the more important of two that fit equally well has the lower number. They are
-- numbered from 1 without gaps.
CREATE TABLE search_document (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,                  -- article, question, term, picture, quiz
  target    TEXT NOT NULL,                  -- a link: health-center:article/ID
  title     TEXT NOT NULL,
  also      TEXT NOT NULL,                  -- its other names, one a line
  summary   TEXT NOT NULL,
  headings  TEXT NOT NULL,
  body      TEXT NOT NULL
) STRICT;

-- Whole titles and other names: words without accents, in small letters, with a blank between them.
CREATE TABLE search_name (
  name      TEXT NOT NULL,
  document  INTEGER NOT NULL REFERENCES search_document,
  PRIMARY KEY (name, document)
) STRICT, WITHOUT ROWID;

-- Every word of the documents as it stands there, without accents and in small letters.
CREATE TABLE search_word (
  word      TEXT PRIMARY KEY NOT NULL,
  stem      TEXT NOT NULL,
  frequency INTEGER NOT NULL                -- in how many documents it stands
) STRICT, WITHOUT ROWID;

-- In which documents a term stands, and how much it says about each: see hc-search-postings.c. Terms
-- are the stems of words ("radiat"), the stems of synonyms of several words ("larg intestin"), and with
-- a star the first letters of words ("r*", "ra*"). Long lists come in several pieces.
CREATE TABLE search_term (
  id        INTEGER PRIMARY KEY,
  term      TEXT NOT NULL,
  first     INTEGER NOT NULL,               -- the first document of the piece
  postings  BLOB NOT NULL,
  UNIQUE (term, first)
) STRICT;
