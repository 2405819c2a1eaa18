-- What was asked of other computers. Nothing in it is about a person.

PRAGMA application_id = 0x48434e57; -- "HCNW"

CREATE TABLE request (
  id           INTEGER PRIMARY KEY,
  time         INTEGER NOT NULL,           -- microseconds since 1970, UTC
  service      TEXT NOT NULL,              -- the names of HcService
  method       TEXT NOT NULL,
  host         TEXT NOT NULL,
  path         TEXT NOT NULL,
  status       INTEGER NOT NULL,           -- of the reply, 0: none
  fault        TEXT,                       -- the names of HcHttpError, or canceled
  n_bytes      INTEGER NOT NULL,           -- unpacked
  milliseconds INTEGER NOT NULL
) STRICT;
