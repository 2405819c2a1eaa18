/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "hc-article-printer.h"
#include "hc-ui-fixture.h"

/* Articles as PDF files, read again with pdftotext. What a file must hold comes from library.db. */

/* Without blanks, texts can be compared wherever their lines end. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free_and_steal (squeezed);
}

/* The sheets of a file, as text. */
static char **
read_sheets (const char *path)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char **sheets;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  /* A form feed stands at the end of each sheet. */
  g_assert_true (g_str_has_suffix (text, "\f"));
  text[strlen (text) - 1] = '\0';
  sheets = g_strsplit (text, "\f", -1);

  return sheets;
}

static char **
print_article (HcArticle  *article,
               const char *paper)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "article.pdf", NULL);
  g_autoptr (HcArticlePrinter) printer = hc_article_printer_new (article);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;
  char **sheets;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  g_assert_true (hc_printout_export (HC_PRINTOUT (printer), path, setup, &error));
  g_assert_no_error (error);

  sheets = read_sheets (path);
  fixture_remove_folder (folder);
  g_assert_finalize_object (g_steal_pointer (&printer));

  return sheets;
}

/* All sheets in one, without the blanks and without the lines at the foot. */
static char *
join_sheets (char       **sheets,
             const char  *title)
{
  GString *text = g_string_new (NULL);
  guint n = g_strv_length (sheets);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sheet = squeeze (sheets[i]);
      g_autofree char *foot = g_strdup_printf ("Health Center · %s · %u of %u", title, i + 1, n);
      g_autofree char *squeezed_foot = squeeze (foot);

      if (!g_str_has_suffix (sheet, squeezed_foot))
        g_error ("Sheet %u does not end in “%s”: %s", i + 1, foot, sheets[i]);

      g_string_append_len (text, sheet, (gssize) (strlen (sheet) - strlen (squeezed_foot)));
      /* A sheet has more than its foot. */
      g_assert_cmpuint (strlen (sheet) - strlen (squeezed_foot), >, 0);
    }

  return g_string_free_and_steal (text);
}

static void
assert_in (const char *text,
           const char *part)
{
  g_autofree char *squeezed = squeeze (part);

  if (strstr (text, squeezed) == NULL)
    g_error ("Not on paper: %s", part);
}

static gboolean
has_pdftotext (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  if (path == NULL)
    g_test_skip ("pdftotext of poppler-utils is not installed");

  return path != NULL;
}

static void
check_article (HcArticle  *article,
               const char *paper)
{
  g_auto (GStrv) sheets = print_article (article, paper);
  g_autofree char *text = join_sheets (sheets, hc_article_get_title (article));
  g_autofree char *sql = g_strdup_printf ("SELECT title FROM source WHERE owner = 'article/%s'",
                                          hc_article_get_id (article));
  g_autofree char *sources = compiler_query (HC_TEST_LIBRARY, sql);
  g_autofree char *time = g_strconcat (hc_article_get_checked (article), "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, NULL);
  g_autofree char *checked = g_date_time_format (date, "Checked on %-d %B %Y");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (sources), "\n", -1);
  GPtrArray *blocks = hc_article_get_blocks (article);

  g_assert_cmpuint (g_strv_length (sheets), >, 0);
  assert_in (text, hc_article_get_title (article));
  assert_in (text, hc_article_get_summary (article));
  assert_in (text, checked);
  assert_in (text, g_str_equal (hc_article_get_topic_id (article), "about") ? "no medical facts"
                                                                            : "not reviewed by a clinician");

  for (guint i = 0; lines[i] != NULL; i++)
    assert_in (text, lines[i]);

  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *words = hc_block_dup_text (block);

      if (block->kind == HC_BLOCK_HEADING)
        assert_in (text, words);
      else if (block->kind == HC_BLOCK_CALL_OUT)
        assert_in (text, g_str_equal (block->detail, "call") ? "Call Now" :
                         g_str_equal (block->detail, "ask") ? "Ask Your Care Team" :
                         g_str_equal (block->detail, "key") ? "Key Point" : "Where Guidelines Differ");
      else if (block->kind == HC_BLOCK_TABLE)
        assert_in (text, block->detail);
    }
}

static void
test_shipped (gconstpointer data)
{
  g_autoptr (HcUiFixture) fixture = NULL;
  HcLibrary *library;
  GListModel *articles;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new (NULL);
  library = hc_context_get_library (fixture->context);
  articles = hc_library_get_articles (library);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);

      g_assert_true (hc_library_load_article (library, article, NULL));
      check_article (article, data);
    }
}

/* Every kind of block, with the signs that mean something in markup, and a reviewer who has one, too. */
static void
test_blocks (void)
{
  static const char *const parts[] = {
    "Alpha & Co", "What alpha is.", "Checked on 20 November 2026", "Jo Doe & Sam <Roe>, nurses, 2026-11-19",
    "A paragraph & a <tag>.1", "Call Now", "Call now.", "A heading", "3. Third", "4. Fourth", "• Inner",
    "The groups & their names", "Stage: 0; T: Tis < 1.2", "Stage: I; T: T1",
    "Sources", "1. Title One. Publisher One, 18 May 2021. Read on 20 November 2026. https://one.example/a?b=c&d=e",
    "2. Title Two. Publisher Two, undated.",
  };
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = NULL;
  g_auto (GStrv) sheets = NULL;
  g_autofree char *text = NULL;
  HcArticle *article;

  if (!has_pdftotext ())
    return;

  content = hc_ui_fixture_make_library (
    "---\nid: alpha\ntitle: Alpha & Co\nsummary: What alpha is.\ntopics: first\nchecked: 2026-11-20\n"
    "review: Jo Doe & Sam <Roe>, nurses, 2026-11-19\npaged: no\n"
    "source: one | Title One | Publisher One | https://one.example/a?b=c&d=e | 2021-05-18 | 2026-11-20 | read\n"
    "source: two | Title Two | Publisher Two | https://two.example/ | undated | 2026-11-19 | read\n---\n"
    "\nA paragraph & a \\<tag>.[^one]\n\n> [!CALL] Call **now**.\n\n## A heading\n\n3. Third\n4. Fourth\n   - Inner\n\n"
    "```table The groups & their names\n| Stage | T |\n| 0 | *Tis* < 1.[^two] |\n| I | T1 |\n```\n");
  fixture = hc_ui_fixture_new_for_content (content);
  article = hc_library_get_article (hc_context_get_library (fixture->context), "alpha");
  g_assert_true (hc_library_load_article (hc_context_get_library (fixture->context), article, NULL));

  sheets = print_article (article, GTK_PAPER_NAME_A4);
  g_assert_cmpuint (g_strv_length (sheets), ==, 1);
  text = join_sheets (sheets, "Alpha & Co");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_in (text, parts[i]);
}

/* A heading is not the last line of a sheet. */
static void
test_headings_kept (void)
{
  g_autoptr (HcUiFixture) fixture = NULL;
  GListModel *articles;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new (NULL);
  articles = hc_library_get_articles (hc_context_get_library (fixture->context));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      g_auto (GStrv) sheets = NULL;
      guint n_sheets;

      g_assert_true (hc_library_load_article (hc_context_get_library (fixture->context), article, NULL));
      sheets = print_article (article, GTK_PAPER_NAME_A5);
      n_sheets = g_strv_length (sheets);

      for (guint j = 0; j < n_sheets; j++)
        {
          g_autofree char *sheet = squeeze (sheets[j]);
          char *end = strstr (sheet, "HealthCenter·");

          g_assert_nonnull (end);
          *end = '\0';

          for (guint k = 0; k < hc_article_get_blocks (article)->len; k++)
            {
              HcBlock *block = g_ptr_array_index (hc_article_get_blocks (article), k);
              g_autofree char *words = hc_block_dup_text (block);
              g_autofree char *squeezed = squeeze (words);

              if (block->kind == HC_BLOCK_HEADING && g_str_has_suffix (sheet, squeezed))
                g_error ("“%s” is the last line of sheet %u", words, j + 1);
            }
        }
    }
}

static void
test_impossible (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcLibrary *library = hc_context_get_library (fixture->context);
  HcArticle *article = hc_library_get_article (library, "warning-signs");
  g_autoptr (HcArticlePrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hc_library_load_article (library, article, NULL));
  printer = hc_article_printer_new (article);
  g_assert_false (hc_printout_export (HC_PRINTOUT (printer), "/nonexistent/folder/article.pdf", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_data_func ("/printer/shipped/a4", GTK_PAPER_NAME_A4, test_shipped);
  g_test_add_data_func ("/printer/shipped/letter", GTK_PAPER_NAME_LETTER, test_shipped);
  g_test_add_func ("/printer/blocks", test_blocks);
  g_test_add_func ("/printer/headings-kept", test_headings_kept);
  g_test_add_func ("/printer/impossible", test_impossible);

  return g_test_run ();
}
