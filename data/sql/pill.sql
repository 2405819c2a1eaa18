-- What pills look like, in any database: library.db has those that come with the program, sources.db
-- those of imported labels. HcPillWriter fills this table, HcPillIndex reads it.

CREATE TABLE pill (
  id        INTEGER PRIMARY KEY,
  target    TEXT NOT NULL,                  -- a link to what it is: health-center:drug/ID, label/ID
  name      TEXT NOT NULL,                  -- of the medicine
  brand     TEXT NOT NULL,                  -- empty: none
  strength  TEXT NOT NULL,
  form      TEXT NOT NULL,                  -- tablet, film coated
  front     TEXT NOT NULL,                  -- the imprint, parts with a semicolon between them; empty: none
  back      TEXT NOT NULL,
  front_key TEXT NOT NULL,                  -- as hc_pill_imprint_fold() makes it
  back_key  TEXT NOT NULL,
  imprint   TEXT NOT NULL,                  -- the front, and where there is a back that and the front again
  shape     TEXT NOT NULL,                  -- the names of HcPillShape; empty: not known
  color     TEXT NOT NULL,                  -- the names of HcPillColor; empty: not known
  color2    TEXT NOT NULL,                  -- the second one; empty: none
  score     INTEGER,                        -- into how many parts it can be broken, 1: none; NULL: not known
  size      REAL,                           -- the longest side in millimeters; NULL: not known
  maker     TEXT NOT NULL,
  source    TEXT NOT NULL,                  -- what says so
  url       TEXT NOT NULL,                  -- where it can be read; empty: nowhere
  confirmed INTEGER NOT NULL,               -- 1: by the maker's own label; 0: by a list of others
  remark    TEXT NOT NULL                   -- what else to know of it; empty: nothing
) STRICT;
CREATE INDEX pill_of_target ON pill (target);

-- All that a search looks at, so that it does not read the other columns of each pill.
CREATE INDEX pill_look ON pill (imprint, front_key, back_key, shape, color, color2, score, size, name, strength);
