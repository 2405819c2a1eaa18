-- Recalls of medicines, as the FDA publishes them.

CREATE TABLE recall (
  number       TEXT PRIMARY KEY NOT NULL,
  event        TEXT,                        -- several recalls may belong to one event
  class        INTEGER NOT NULL,            -- 1 to 3, 0: none yet
  status       TEXT NOT NULL,               -- the names of HcRecallStatus
  reported     TEXT,                        -- YYYY-MM-DD, and all days below
  initiated    TEXT,
  classified   TEXT,
  terminated   TEXT,
  firm         TEXT,
  place        TEXT,
  distribution TEXT,
  quantity     TEXT,
  description  TEXT NOT NULL,
  reason       TEXT,
  codes        TEXT,                        -- lots and when they expire
  brands       TEXT NOT NULL,               -- these are lists, a line each
  generics     TEXT NOT NULL,
  substances   TEXT NOT NULL,
  ndcs         TEXT NOT NULL,
  set_ids      TEXT NOT NULL,
  updated      TEXT NOT NULL                -- the day of the collection that it comes from, or nothing
) STRICT;
CREATE INDEX recall_of_day ON recall (coalesce (reported, initiated));

-- How fresh they are, one row.
CREATE TABLE recall_state (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  fetched      INTEGER NOT NULL,            -- seconds since 1970, UTC, when all of them had come
  updated      TEXT NOT NULL                -- the day that the collection names, or nothing
) STRICT;
