/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves pictures of the pages, drawn by the program itself, with made-up notes in a temporary
 * profile, and checks that none asks for a wider window. For looking at, and for the README and the
 * metainfo. */

#include "answers-fixture.h"
#include "hc-article-page.h"
#include "hc-notes-page.h"
#include "hc-picture-view.h"
#include "hc-picture-viewer.h"
#include "hc-pill-tray.h"
#include "hc-pills-page.h"
#include "hc-questions-page.h"
#include "hc-today-view.h"
#include "hc-ui-fixture.h"

typedef struct
{
  const char *name;
  const char *link;
  const char *action; /* done once the page is shown; NULL for nothing */
  const char *target; /* its parameter, or the words that are then typed; NULL for nothing */
} Shot;

static char *output = NULL;
static int width = 1080;
static int height = 760;
static int text_size = 100;
static gboolean is_dark = FALSE;
static gboolean is_empty = FALSE;

static HcUiFixture *fixture = NULL;

/* What somebody may well take. */
static void
add_medicines (void)
{
  static const struct { const char *drug; const char *strength; const char *form; } medicines[] = {
    { "capecitabine", "500 mg", "tablet, film coated" },
    { "warfarin", "5 mg", "tablet" },
    { "ondansetron", "8 mg", "tablet" },
    { "ibuprofen", "200 mg", "tablet" },
  };
  HcProfile *profile = hc_context_get_profile (fixture->context);

  for (guint i = 0; i < G_N_ELEMENTS (medicines); i++)
    {
      HcDrug *drug = hc_library_get_drug (hc_context_get_library (fixture->context), medicines[i].drug);
      g_autofree char *link = hc_drug_dup_link (drug);
      g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) {
        .link = link,
        .name = hc_drug_get_name (drug),
        .strength = medicines[i].strength,
        .form = medicines[i].form,
      });
      gboolean is_done = FALSE;

      hc_medicine_store_save_async (hc_profile_get_medicines (profile), medicine, NULL, hc_ui_fixture_done_cb,
                                    &is_done);
      WAIT_FOR (is_done);
    }
}

static void
fill_profile (void)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcLibrary *library = hc_context_get_library (fixture->context);
  HcArticle *stage = hc_library_get_article (library, "understanding-your-stage");
  GPtrArray *blocks;
  g_autofree char *link = NULL;
  g_autofree char *quote = NULL;
  g_autoptr (HcNote) free_note = NULL;
  g_autoptr (HcNote) stage_note = NULL;
  g_autoptr (HcNote) highlight = NULL;
  g_autoptr (HcBookmark) bookmark = NULL;
  g_autoptr (HcCareQuestion) first = NULL;
  g_autoptr (HcCareQuestion) second = NULL;
  gboolean is_done = FALSE;

  g_assert_true (hc_library_load_article (library, stage, NULL));
  blocks = hc_article_get_blocks (stage);
  link = g_strconcat ("health-center:article/understanding-your-stage#",
                      ((HcBlock *) g_ptr_array_index (blocks, 0))->anchor, NULL);
  quote = hc_block_dup_text (g_ptr_array_index (blocks, 0));

  free_note = hc_note_new (NULL, NULL, NULL);
  hc_ui_fixture_save_note (fixture, free_note, "Bring the scan report and the list of medicines on Thursday.");
  stage_note = hc_note_new (link, hc_article_get_title (stage), quote);
  hc_ui_fixture_save_note (fixture, stage_note,
                           "Ask which stage was meant, and whether it was the scan or the surgery that decided it.");

  highlight = hc_note_new (link, hc_article_get_title (stage),
                           "two doctors talk about the same thing in the same words");
  hc_ui_fixture_save_note (fixture, highlight, "");

  bookmark = hc_bookmark_new ("health-center:article/warning-signs", "Warning Signs and When to Call");
  hc_bookmark_store_add_async (hc_profile_get_bookmarks (profile), bookmark, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  first = answers_fixture_add (fixture, NULL, NULL, "How much may I lift, and from when on?");
  second = answers_fixture_add (fixture, "health-center:article/warning-signs", "Warning Signs and When to Call",
                                "From which temperature on should I call at night?");
  add_medicines ();
}

static gboolean
are_drawn (GtkWidget *window)
{
  g_autoptr (GPtrArray) views = hc_ui_fixture_find_all (window, HC_TYPE_PICTURE_VIEW);

  for (guint i = 0; i < views->len; i++)
    if (!hc_picture_view_is_drawn (g_ptr_array_index (views, i)))
      return FALSE;

  return TRUE;
}

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_to_node (snapshot);
}

static void
save_picture (GtkWidget  *window,
              const char *name)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (output, file, NULL);

  /* Between two frames there may be nothing to be seen. */
  WAIT_FOR ((node = draw (window)) != NULL);

  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (window), NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);

  g_print ("%s\n", path);
}

static void
type_words (HcWindow   *window,
            GtkWidget  *page,
            const char *words)
{
  GtkWidget *entry;

  gtk_widget_activate_action_variant (page, "article.find", NULL);
  entry = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
}

/* Some pills in the tray, and what can be done there. */
static void
fill_tray (HcWindow   *window,
           const char *action)
{
  GtkWidget *page = hc_ui_fixture_find (window, HC_TYPE_PILLS_PAGE, NULL);
  GtkWidget *tray;

  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (page, "pills.compare", "u", i);

  hc_ui_fixture_wait_frames (window, 5);
  tray = hc_ui_fixture_find (window, HC_TYPE_PILL_TRAY, NULL);
  if (g_str_equal (action, "pills.true-size"))
    gtk_widget_activate_action (tray, "compare.true-size", NULL);
  else if (g_str_equal (action, "pills.calibrate"))
    gtk_widget_activate_action (tray, "compare.calibrate", NULL);
}

static void
take (gconstpointer data)
{
  const Shot *shot = data;
  HcWindow *window = hc_ui_fixture_present (fixture, shot->link, width, height);
  AdwDialog *dialog;

  if (shot->action != NULL)
    {
      GtkWidget *target = GTK_WIDGET (window);

      if (g_str_has_prefix (shot->action, "article."))
        target = hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "today."))
        target = hc_ui_fixture_find (window, HC_TYPE_TODAY_VIEW, NULL);
      else if (g_str_has_prefix (shot->action, "questions."))
        target = hc_ui_fixture_find (window, HC_TYPE_QUESTIONS_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "picture."))
        target = hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEWER, NULL);

      if (g_str_has_prefix (shot->action, "pills."))
        fill_tray (window, shot->action);
      else if (g_str_equal (shot->action, "article.find"))
        type_words (window, target, shot->target);
      else
        gtk_widget_activate_action_variant (target, shot->action,
                                            shot->target != NULL ? g_variant_new_string (shot->target) : NULL);
      hc_ui_fixture_wait_frames (window, 20);
    }

  WAIT_FOR (are_drawn (GTK_WIDGET (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, width);
  save_picture (GTK_WIDGET (window), shot->name);

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  hc_ui_fixture_close (window);
}

static void
add_shot (const Shot *shot)
{
  g_autofree char *path = g_strconcat ("/shots/", shot->name, NULL);

  g_test_add_data_func (path, shot, take);
}

static void
add_shots (char **names)
{
  static const Shot shots[] = {
    { "today", "health-center:today", NULL },
    { "setup", "health-center:today", "today.setup" },
    { "quizzes", "health-center:quiz", NULL },
    { "health-check", "health-center:health-check", NULL },
    { "articles", "health-center:articles", NULL },
    { "all-articles", "health-center:articles/all", NULL },
    { "questions", "health-center:questions", NULL },
    { "my-questions", "health-center:my-questions", NULL },
    { "ask", "health-center:my-questions", "questions.ask" },
    { "glossary", "health-center:glossary", NULL },
    { "drugs", "health-center:drugs", NULL },
    { "drugs-search", "health-center:drugs?q=nausea", NULL },
    { "drugs-class", "health-center:drugs?class=opioid", NULL },
    { "drug", "health-center:drug/capecitabine", NULL },
    { "supplement", "health-center:drug/ginger", NULL },
    { "interactions", "health-center:interactions?mine=yes", NULL },
    { "interactions-empty", "health-center:interactions", NULL },
    { "medicines", "health-center:medicines", NULL },
    { "article", "health-center:article/understanding-your-stage", NULL },
    { "article-page", "health-center:article/rectal-cancer-treatment-by-stage#stage-ii", NULL },
    { "article-end", "health-center:article/warning-signs#sources", NULL },
    { "search", "health-center:articles", "win.open-link", "health-center:search?q=tired" },
    { "nothing-found", "health-center:articles", "win.open-link", "health-center:search?q=qwxyz" },
    { "pills", "health-center:pills", NULL },
    { "pills-found", "health-center:pills?imprint=5&shape=oval", NULL },
    { "pills-nothing", "health-center:pills?imprint=QWXYZ", NULL },
    { "pills-compare", "health-center:pills?imprint=500&color=orange", "pills.fill-tray" },
    { "pills-true-size", "health-center:pills?size=16", "pills.true-size" },
    { "pills-calibrate", "health-center:pills?imprint=XELODA", "pills.calibrate" },
    { "notes", "health-center:notes", NULL },
    { "note", "health-center:article/warning-signs", "article.write-note" },
    { "contents", "health-center:article/warning-signs", "article.show-contents" },
    { "import", "health-center:import", NULL },
    { "pictures", "health-center:pictures", NULL },
    { "picture", "health-center:picture/colon-parts", "picture.down" },
    { "find", "health-center:article/understanding-your-stage", "article.find", "node" },
    { "find-nothing", "health-center:article/understanding-your-stage", "article.find", "qwxyz" },
    { "search-empty", "health-center:articles", "win.search" },
    { "website", "health-center:articles", "win.open-link",
      "https://www.cancer.gov/types/colorectal/patient/colon-treatment-pdq" },
    { "call", "health-center:articles", "win.open-link", "tel:+18002221222" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    if (names == NULL || g_strv_contains ((const char *const *) names, shots[i].name))
      add_shot (&shots[i]);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "health-center:"))
      {
        Shot *shot = g_new0 (Shot, 1);

        shot->name = g_strdelimit (g_strdup (names[i]), ":/?#&", '-');
        shot->link = names[i];
        add_shot (shot);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The folder for the pictures", "FOLDER" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "The width of the window", "PX" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "The height of the window", "PX" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "The size of the text, 80 to 250", "PERCENT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &is_empty, "Without any notes", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, "[PAGE…]" },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int result;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  if (output == NULL)
    output = g_strdup (".");
  g_mkdir_with_parents (output, 0777);

  hc_ui_fixture_init (&argc, &argv);
  /* What GNOME sets on Debian 13; without its settings service GTK takes any font. */
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);

  fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (fixture);
  if (!is_empty)
    fill_profile ();
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", text_size);

  add_shots (names);
  result = g_test_run ();
  hc_ui_fixture_free (fixture);

  return result;
}
