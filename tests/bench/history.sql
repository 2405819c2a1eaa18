-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ten years of treatment in a profile: 100,000 doses of twelve medicines and 20,000 entries of the diary, of eight
-- kinds, evenly spread until now. But for their times they are always the same.

WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 99999),
     moment (n, due) AS (SELECT n, strftime ('%FT%T.000000Z', 'now', format ('-%d seconds', n * 3156)) FROM number)
INSERT INTO dose (medicine, key, state, due, time, amount, note, changed)
  SELECT format ('0a1b2c3d-0000-4000-8000-%012d', n % 12), substr (due, 1, 16),
         iif (n % 11 = 0, 'skipped', 'taken'), due, due, 1 + n % 3,
         iif (n % 7 = 0, 'Taken with something to eat.', ''), due
    FROM moment;

WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 19999),
     moment (n, time) AS (SELECT n, strftime ('%FT%T.000000Z', 'now', format ('-%d seconds', n * 15779)) FROM number)
INSERT INTO diary_entry (id, person, kind, time, value, text, covered, created, changed)
  SELECT format ('0a1b2c3d-0000-4000-8000-%012d', n), '', 'kind-' || n % 8, time,
         iif (n % 8 = 7, NULL, n % 11), iif (n % 4 = 3, 'It was better in the afternoon, after some sleep.', ''), 0,
         time, time
    FROM moment;
