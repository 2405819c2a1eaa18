/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-fixture.h"

/* What the tests of the diary share. */

HcDiary *
diary_fixture_get (ProfileFixture *fixture)
{
  return hc_profile_get_diary (fixture->profile);
}

/* Returns: (transfer full): an entry with its text, so many seconds after FIXTURE_TIME */
HcDiaryEntry *
diary_fixture_make (const char *person,
                    const char *kind,
                    gint64      seconds,
                    const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME + seconds);

  return hc_diary_entry_new (&(HcDiaryEntryDetails) {
    .person = person, .kind = kind, .time = time, .text = text,
  });
}

gboolean
diary_fixture_try_save (ProfileFixture             *fixture,
                        HcDiaryEntry               *entry,
                        const HcDiaryEntryDetails  *details,
                        GError                    **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_diary_save_async (diary_fixture_get (fixture), entry, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_diary_save_finish (diary_fixture_get (fixture), result, error);
}

void
diary_fixture_save (ProfileFixture            *fixture,
                    HcDiaryEntry              *entry,
                    const HcDiaryEntryDetails *details)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (diary_fixture_try_save (fixture, entry, details, &error));
  g_assert_no_error (error);
}

void
diary_fixture_add (ProfileFixture *fixture,
                   const char     *person,
                   const char     *kind,
                   gint64          seconds,
                   const char     *text)
{
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (person, kind, seconds, text);

  diary_fixture_save (fixture, entry, NULL);
}

/* Returns: (transfer full): what there is from and until so many seconds after FIXTURE_TIME, -1 for no limit */
GPtrArray *
diary_fixture_query (ProfileFixture    *fixture,
                     const char        *person,
                     gboolean           include_unowned,
                     const char *const *kinds,
                     gint64             from,
                     gint64             until,
                     guint              limit)
{
  g_autoptr (GDateTime) first = from != -1 ? g_date_time_new_from_unix_utc (FIXTURE_TIME + from) : NULL;
  g_autoptr (GDateTime) end = until != -1 ? g_date_time_new_from_unix_utc (FIXTURE_TIME + until) : NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  hc_diary_query_async (diary_fixture_get (fixture), person, include_unowned, kinds, first, end, limit,
                        fixture_result_cb, &place);
  result = fixture_wait (&place);
  entries = hc_diary_query_finish (diary_fixture_get (fixture), result, &error);
  g_assert_no_error (error);

  return entries;
}

/* Takes over @entries, whose texts are to be these, with spaces between them. */
void
diary_fixture_assert_texts (GPtrArray  *entries,
                            const char *expected)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? " " : "",
                            hc_diary_entry_get_details (g_ptr_array_index (entries, i))->text);

  g_assert_cmpstr (texts->str, ==, expected);
  g_ptr_array_unref (entries);
}
