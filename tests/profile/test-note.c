/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note.h"

static void
test_new (void)
{
  g_autoptr (HcNote) note = hc_note_new ("health-center:article/a#b", "A title", "Some words");
  g_autoptr (HcNote) other = hc_note_new (NULL, NULL, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) modified = NULL;

  g_object_get (note, "text", &text, "created", &created, "modified", &modified, NULL);

  g_assert_true (g_uuid_string_is_valid (hc_note_get_id (note)));
  g_assert_cmpstr (hc_note_get_id (note), !=, hc_note_get_id (other));
  g_assert_cmpstr (hc_note_get_link (note), ==, "health-center:article/a#b");
  g_assert_cmpstr (hc_note_get_title (note), ==, "A title");
  g_assert_cmpstr (hc_note_get_quote (note), ==, "Some words");
  g_assert_null (text);
  g_assert_null (hc_note_get_text (note));
  g_assert_null (created);
  g_assert_null (hc_note_get_created (note));
  g_assert_null (modified);
  g_assert_null (hc_note_get_modified (note));
  g_assert_null (hc_note_get_link (other));
}

static void
test_is_about (void)
{
  static const struct {
    const char *note, *link;
    gboolean    about;
  } cases[] = {
    { "health-center:article/a", "health-center:article/a", TRUE },
    { "health-center:article/a#b", "health-center:article/a", TRUE },
    { "health-center:article/a#b", "health-center:article/a#b", TRUE },
    { "health-center:article/a", "health-center:article/a#b", FALSE },
    { "health-center:article/a#bc", "health-center:article/a#b", FALSE },
    { "health-center:article/a#b", "health-center:article/a#bc", FALSE },
    { "health-center:article/ab", "health-center:article/a", FALSE },
    { "health-center:article/a", "health-center:article/ab", FALSE },
    { "health-center:article/a/b", "health-center:article/a", FALSE },
    { "health-center:article/a#b#c", "health-center:article/a#b", FALSE },
    { "health-center:drug/a", "health-center:article/a", FALSE },
    { NULL, "health-center:article/a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcNote) note = hc_note_new (cases[i].note, NULL, NULL);

      g_test_message ("%s, %s", cases[i].note, cases[i].link);
      g_assert_cmpint (hc_note_is_about (note, cases[i].link), ==, cases[i].about);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/note/new", test_new);
  g_test_add_func ("/profile/note/is-about", test_is_about);

  return g_test_run ();
}
