/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "hc-article-page-private.h"
#include "hc-article-text.h"
#include "hc-ui-fixture.h"

/* An article as plain text: every part of it, in the clipboard and in a file. */

#define ALPHA "health-center:article/alpha"

#define TEXT                                                                                \
  ALPHA_FRONT_MATTER                                                                        \
  "\n"                                                                                      \
  "The *first* paragraph & so on.[^one] See [the site](https://a.example/b).\n"             \
  "\n"                                                                                      \
  "> [!CALL] Call [1-800-222-1222](tel:+18002221222) **now**.\n"                            \
  "\n"                                                                                      \
  "## A heading\n"                                                                          \
  "\n"                                                                                      \
  "3. Third\n"                                                                              \
  "4. Fourth\n"                                                                             \
  "   - Inner\n"                                                                           \
  "\n"                                                                                      \
  "### A smaller heading\n"                                                                 \
  "\n"                                                                                      \
  "```table The groups & their names\n"                                                     \
  "| Stage | T |\n"                                                                         \
  "| 0 | *Tis* < 1.[^two] |\n"                                                              \
  "| I | T1 |\n"                                                                            \
  "```\n"

/* Written by hand from the text above. */
#define BODY                                                                                \
  "The first paragraph & so on.[1] See the site (https://a.example/b).\n"                   \
  "\n"                                                                                      \
  "Call Now:\n"                                                                             \
  "   Call 1-800-222-1222 now.\n"                                                           \
  "\n"                                                                                      \
  "A heading\n"                                                                             \
  "---------\n"                                                                             \
  "\n"                                                                                      \
  "3. Third\n"                                                                              \
  "4. Fourth\n"                                                                             \
  "   •  Inner\n"                                                                           \
  "\n"                                                                                      \
  "A smaller heading\n"                                                                     \
  "\n"                                                                                      \
  "The groups & their names\n"                                                              \
  "•  Stage: 0\n"                                                                           \
  "   T: Tis < 1.[2]\n"                                                                     \
  "•  Stage: I\n"                                                                           \
  "   T: T1\n"

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
  HcArticlePage   *page;
  char            *folder;
} Shown;

static Shown
show_text (void)
{
  Shown shown = { .content = hc_ui_fixture_make_library (TEXT), .folder = fixture_make_folder () };

  shown.fixture = hc_ui_fixture_new_for_content (shown.content);
  shown.window = hc_ui_fixture_present (shown.fixture, ALPHA, 1080, 760);
  shown.page = hc_ui_fixture_find (shown.window, HC_TYPE_ARTICLE_PAGE, NULL);

  return shown;
}

static void
shown_clear (Shown *shown)
{
  hc_ui_fixture_free (shown->fixture);
  compiler_fixture_free (shown->content);
  g_chmod (shown->folder, 0700);
  fixture_remove_folder (shown->folder);
  g_free (shown->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static char *
wait_for_toast (HcWindow *window)
{
  WAIT_FOR (hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);

  return hc_ui_fixture_take_toast (window);
}

static void
test_text (void)
{
  g_auto (Shown) shown = show_text ();
  g_autofree char *text = hc_article_to_text (hc_article_page_get_article (shown.page));
  const char *body;

  g_assert_true (g_str_has_prefix (text, "Alpha & Co\n==========\n\nWhat alpha is.\n\nChecked on "));
  body = strstr (text, BODY);
  g_assert_nonnull (body);
  body += strlen (BODY);
  g_assert_true (g_str_has_prefix (body, "\nSources\n-------\n[1] Title One\n    Publisher One, 18 May 2021. Read"));
  g_assert_nonnull (strstr (body, "\n    https://one.example/a?b=c&d=e\n[2] Title Two\n    Publisher Two, undated."));
  g_assert_true (g_str_has_suffix (body, "\n    https://two.example/\n\n"
                                         "From Health Center. It does not replace the advice of your care team.\n"));
}

/* Nothing of what is shipped is left out, and no markup is left in. */
static void
test_shipped (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcLibrary *library = hc_context_get_library (fixture->context);
  GListModel *articles = hc_library_get_articles (library);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *text = NULL;

      g_assert_true (hc_library_load_article (library, article, NULL));
      text = hc_article_to_text (article);
      g_assert_null (strstr (text, "<a "));
      g_assert_null (strstr (text, "<b>"));
      g_assert_null (strstr (text, "&amp;"));
      g_assert_null (strstr (text, "source:"));
      g_assert_null (strstr (text, "\n\n\n"));
      g_assert_true (g_utf8_validate (text, -1, NULL));

      for (guint j = 0; j < hc_article_get_blocks (article)->len; j++)
        {
          HcBlock *block = g_ptr_array_index (hc_article_get_blocks (article), j);

          if (block->kind == HC_BLOCK_HEADING)
            {
              g_autofree char *heading = hc_block_dup_text (block);

              g_assert_nonnull (strstr (text, heading));
            }
        }
    }
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  g_auto (Shown) shown = show_text ();
  g_autofree char *expected = hc_article_to_text (hc_article_page_get_article (shown.page));
  g_autofree char *copied = NULL, *toast = NULL;

  gtk_widget_activate_action (GTK_WIDGET (shown.page), "article.share", "s", "copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (shown.page)), NULL, text_read_cb, &copied);
  WAIT_FOR (copied != NULL);
  g_assert_cmpstr (copied, ==, expected);
  toast = wait_for_toast (shown.window);
  g_assert_cmpstr (toast, ==, "Copied as text");
}

static void
test_save (void)
{
  g_auto (Shown) shown = show_text ();
  g_autofree char *expected = hc_article_to_text (hc_article_page_get_article (shown.page));
  g_autofree char *path = g_build_filename (shown.folder, "Älpha.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *saved = NULL, *toast = NULL;

  /* A longer file of that name is replaced as a whole. */
  fixture_write_file (shown.folder, "Älpha.txt", TEXT TEXT TEXT TEXT, -1);
  _hc_article_page_save_text (shown.page, file);
  toast = wait_for_toast (shown.window);
  g_assert_cmpstr (toast, ==, "Saved as “Älpha.txt”");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, expected);
}

/* What was there stays there. */
static void
test_failure (void)
{
  g_auto (Shown) shown = show_text ();
  g_autofree char *path = g_build_filename (shown.folder, "kept.txt", NULL);
  g_autofree char *missing = g_build_filename (shown.folder, "no-such-folder", "new.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing_file = g_file_new_for_path (missing);
  g_autoptr (GFile) read_only_file = g_file_new_for_path ("/proc/sys/kernel/ostype");
  g_autofree char *kept = NULL, *toast = NULL, *missing_toast = NULL, *proc_toast = NULL;

  _hc_article_page_save_text (shown.page, missing_file);
  missing_toast = wait_for_toast (shown.window);
  g_assert_cmpstr (missing_toast, ==, "Not saved. Try again, or choose another folder.");

  _hc_article_page_save_text (shown.page, read_only_file);
  proc_toast = wait_for_toast (shown.window);
  g_assert_true (g_str_has_prefix (proc_toast, "Not saved"));

  /* Root may write anywhere. */
  if (geteuid () == 0)
    return;

  fixture_write_file (shown.folder, "kept.txt", "Kept", -1);
  g_chmod (path, 0400);
  g_chmod (shown.folder, 0500);
  _hc_article_page_save_text (shown.page, file);
  toast = wait_for_toast (shown.window);
  g_assert_cmpstr (toast, ==, "Not saved: this folder cannot be written. Choose another one.");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Kept");
}

static void
test_file_name (void)
{
  static const struct {
    const char *title;
    const char *name;
  } cases[] = {
    { "Warning Signs and When to Call", "Warning Signs and When to Call.txt" },
    { "FOLFOX/FOLFIRI: what next?", "FOLFOX-FOLFIRI- what next-.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcArticle) article = hc_article_new (&(HcArticleSummary) { .id = "x", .title = cases[i].title });
      g_autofree char *name = _hc_article_page_dup_file_name (article);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/article-text/text", test_text);
  g_test_add_func ("/article-text/shipped", test_shipped);
  g_test_add_func ("/article-text/copy", test_copy);
  g_test_add_func ("/article-text/save", test_save);
  g_test_add_func ("/article-text/failure", test_failure);
  g_test_add_func ("/article-text/file-name", test_file_name);

  return g_test_run ();
}
