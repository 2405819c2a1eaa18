-- The schema of library.db. The file is made anew by every build and never changed afterwards:
-- there are no migrations. The program refuses a file of another user_version.

PRAGMA application_id = 0x48434c42; -- "HCLB"
PRAGMA user_version = 1;

-- A group of articles.
CREATE TABLE topic (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,
  title     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id        TEXT PRIMARY KEY NOT NULL,
  position  INTEGER NOT NULL UNIQUE,        -- the order of reading, from 0 without gaps
  title     TEXT NOT NULL,
  summary   TEXT NOT NULL,
  topic     TEXT NOT NULL REFERENCES topic, -- the main one
  checked   TEXT NOT NULL,                  -- YYYY-MM-DD
  review    TEXT,                           -- who reviewed it and when; NULL: nobody has
  paged     INTEGER NOT NULL,               -- 1: each level-2 section is a page
  words     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article_topic (
  article   TEXT NOT NULL REFERENCES article,
  topic     TEXT NOT NULL REFERENCES topic,
  PRIMARY KEY (article, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  article   TEXT NOT NULL REFERENCES article,
  number    INTEGER NOT NULL,               -- from 1, in the order of the first citation
  title     TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url       TEXT NOT NULL,
  published TEXT,                           -- YYYY, YYYY-MM or YYYY-MM-DD; NULL: undated
  read      TEXT NOT NULL,                  -- YYYY-MM-DD
  PRIMARY KEY (article, number)
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
  detail    TEXT                            -- call-out: its kind; table and figure: the caption
) STRICT;
CREATE INDEX block_of_article ON block (article, id);

-- Words that mean the same share a meaning. Terms are parted into words as the search does it, in
-- small letters: "5-FU" is "5 fu".
CREATE TABLE synonym (
  term      TEXT NOT NULL,
  meaning   INTEGER NOT NULL,
  PRIMARY KEY (term, meaning)
) STRICT, WITHOUT ROWID;
CREATE INDEX synonym_of_meaning ON synonym (meaning);

-- What can be found. The target is a link: health-center:article/ID
CREATE VIRTUAL TABLE search USING fts5 (
  title,
  summary,
  headings,
  body,
  target UNINDEXED,
  tokenize = "porter unicode61 remove_diacritics 2",
  prefix = '2 3'
);
