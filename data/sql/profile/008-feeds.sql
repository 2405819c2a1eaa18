-- What the person reads in place of newsletters: feeds, what of them was read, and what is to be kept for good. What
-- feeds publish otherwise is in sources.db.

CREATE TABLE subscription (
  id        TEXT PRIMARY KEY NOT NULL       -- a random UUID; it stays when the address changes
            CHECK (length (id) = 36),
  address   TEXT NOT NULL UNIQUE
            CHECK (address GLOB 'https://?*'),
  title     TEXT NOT NULL,                  -- what the person calls it; empty: as it calls itself
  folder    TEXT NOT NULL,                  -- empty: in none
  home      TEXT NOT NULL,                  -- the page that it belongs to; empty: not known
  created   TEXT NOT NULL
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19))
) STRICT;

-- What was read. What has no row was not, or is not to be found any more.
CREATE TABLE read_post (
  feed      TEXT NOT NULL                   -- the id of a subscription, also of one that was removed
            CHECK (length (feed) = 36),
  key       TEXT NOT NULL                   -- what tells the item from the others of its feed
            CHECK (key != ''),
  changed   TEXT NOT NULL
            CHECK (changed GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (changed, 1, 19), '+0 days') IS substr (changed, 1, 19)),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

-- What the person saved, whole: it stays when the feed, the subscription and the publisher are gone.
CREATE TABLE saved_post (
  feed      TEXT NOT NULL
            CHECK (length (feed) = 36),
  key       TEXT NOT NULL
            CHECK (key != ''),
  publisher TEXT NOT NULL,                  -- the title of the feed
  title     TEXT NOT NULL,
  author    TEXT NOT NULL,                  -- empty: not told
  link      TEXT NOT NULL                   -- empty: not told
            CHECK (link = '' OR link GLOB 'https://?*' OR link GLOB 'http://?*'),
  text      TEXT NOT NULL,                  -- see HcPostLine
  published TEXT                            -- NULL: not told
            CHECK (published GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (published, 1, 19), '+0 days') IS substr (published, 1, 19)),
  is_cut    INTEGER NOT NULL                -- 1: it is longer than what was kept
            CHECK (is_cut IN (0, 1)),
  created   TEXT NOT NULL                   -- when it was saved
            CHECK (created GLOB '[1-9]???-??-??T??:??:??.[0-9][0-9][0-9][0-9][0-9][0-9]Z'
                   AND strftime ('%FT%T', substr (created, 1, 19), '+0 days') IS substr (created, 1, 19)),
  PRIMARY KEY (feed, key)
) STRICT;
