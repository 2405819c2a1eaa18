-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ten years of treatment in a profile: nine medicines that are taken at 08:00, 14:00 and 20:00, 100,000 doses of them
-- until yesterday, and 20,000 entries of the diary, of eight kinds, evenly spread until now. But for their times they
-- are always the same.

WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 8)
INSERT INTO medicine (id, person, name, strength, form, actives, front, back, shape, color, color2, score, size, unit,
                      created, course)
  SELECT format ('0a1b2c3d-0000-4000-8000-%012d', n), '', 'Medicine ' || n, '500 mg', '', '', '', '', '', '', '', 0,
         0, 'tablet', '2016-01-01T00:00:00.000000Z',
         '(uint32 1, [(int64 1262304000000000, @mx nothing, ''500 mg'', '''', "(uint32 1, ''at-times'','
         || ' ''2010-01-01'', '''', @ms nothing, [((''every'', uint32 0, ''''), 480, 2.0, 0, 0),'
         || ' ((''every'', 0, ''''), 840, 2.0, 0, 0), ((''every'', 0, ''''), 1200, 2.0, 0, 0)],'
         || ' @a(ssb) [], 0, int64 0, 0.0, 0.0, 0)")])'
    FROM number;

WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 99999),
     moment (n, due) AS (SELECT n, date ('now', format ('-%d days', 1 + n / 27))
                                   || json_extract ('["T08:00", "T14:00", "T20:00"]', format ('$[%d]', n % 27 / 9))
                           FROM number)
INSERT INTO dose (medicine, key, state, due, time, amount, note, changed)
  SELECT format ('0a1b2c3d-0000-4000-8000-%012d', n % 9), due, iif (n % 11 = 0, 'skipped', 'taken'),
         due || ':00.000000Z', due || ':00.000000Z', 2, iif (n % 7 = 0, 'Taken with something to eat.', ''),
         due || ':00.000000Z'
    FROM moment;

WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 19999),
     moment (n, time) AS (SELECT n, strftime ('%FT%T.000000Z', 'now', format ('-%d seconds', n * 15779)) FROM number)
INSERT INTO diary_entry (id, person, kind, time, value, text, covered, created, changed)
  SELECT format ('0a1b2c3d-0000-4000-8000-%012d', n), '',
         json_extract ('["pain", "nausea", "fatigue", "sleep", "appetite", "mood", "weight", "note"]',
                       format ('$[%d]', n % 8)),
         time, CASE n % 8 WHEN 7 THEN NULL WHEN 6 THEN 70 + n % 5 ELSE n % 3 END,
         iif (n % 4 = 3, 'It was better in the afternoon, after some sleep.', ''), 0, time, time
    FROM moment;
