-- What feeds have published. All of it can be fetched again, and is not backed up; what the person saved of it is in
-- profile.db.

CREATE TABLE feed (
  id            TEXT PRIMARY KEY NOT NULL,  -- that of the subscription
  address       TEXT NOT NULL,              -- where it was fetched last
  title         TEXT NOT NULL,              -- as it calls itself; empty: not known
  home          TEXT,                       -- the page that it belongs to
  description   TEXT NOT NULL,
  etag          TEXT,                       -- what the server wants to hear again
  last_modified TEXT,
  fetched       INTEGER,                    -- when it was fetched, or found unchanged; NULL: never
  tried         INTEGER NOT NULL,           -- when that was tried last
  problem       TEXT NOT NULL,              -- the names of HcFeedProblem; empty: the last try went well
  status        INTEGER NOT NULL,           -- the HTTP status of the last try; 0: there was no reply
  problem_since INTEGER,
  moved_to      TEXT,                       -- where the server says that it is now, for ever
  not_before    INTEGER                     -- the server does not want to be asked before
) STRICT, WITHOUT ROWID;

-- All times are seconds since 1970. With rowids: the rows are long, and the search below needs numbers.
CREATE TABLE feed_item (
  id            INTEGER PRIMARY KEY,
  feed          TEXT NOT NULL REFERENCES feed,
  key           TEXT NOT NULL,              -- tells it from the others of its feed
  twin          TEXT NOT NULL,              -- likewise, by its words
  title         TEXT NOT NULL,
  link          TEXT,
  author        TEXT,
  summary       TEXT NOT NULL,
  text          TEXT NOT NULL,              -- see HcPostLine
  published     INTEGER,
  updated       INTEGER,
  time          INTEGER NOT NULL,           -- by which it is sorted
  is_cut        INTEGER NOT NULL,           -- 1: it is longer than what was kept
  UNIQUE (feed, key)
) STRICT;
CREATE INDEX feed_item_by_time ON feed_item (feed, time);
CREATE INDEX feed_item_by_twin ON feed_item (feed, twin);

-- The rows are those of feed_item.
CREATE VIRTUAL TABLE feed_words USING fts5 (
  title, text, content = '', contentless_delete = 1,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
