/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-note-dialog.h"
#include "hc-ui-fixture.h"
#include "taking-fixture.h"

/* Every page and dialog: what can have the focus has a name, what is only an icon says in a tooltip
 * what it does, and nothing is cut off at the side of a narrow window, whatever the size of the text.
 * The names that a screen reader is really told are looked at over AT-SPI by the tests in journeys. */

/* Of a window on X11 10 px are its shadow: this leaves the 360 px of a telephone. */
#define NARROW 370

#define WITH_TABLE "health-center:article/understanding-your-stage"

#define MEDICINE "health-center:medicine"

/* A state of the program: a link, and an action that is then done to the page that is shown. */
typedef struct
{
  const char *name;
  const char *link;
  const char *page_type; /* of the page that has the action */
  const char *action;
} State;

static const State states[] = {
  { "today", "health-center:today", NULL, NULL },
  { "setup", "health-center:today", "HcTodayView", "today.setup" },
  { "quizzes", "health-center:quiz", NULL, NULL },
  { "health-check", "health-center:health-check", NULL, NULL },
  { "articles", "health-center:articles", NULL, NULL },
  { "all-articles", "health-center:articles/all", NULL, NULL },
  { "questions", "health-center:questions", NULL, NULL },
  { "my-questions", "health-center:my-questions", NULL, NULL },
  { "ask", "health-center:my-questions", "HcQuestionsPage", "questions.ask" },
  { "glossary", "health-center:glossary", NULL, NULL },
  { "pictures", "health-center:pictures", NULL, NULL },
  { "drugs", "health-center:drugs", NULL, NULL },
  { "drugs-search", "health-center:drugs?q=nausea", NULL, NULL },
  { "drugs-class", "health-center:drugs?class=opioid", NULL, NULL },
  { "drug", "health-center:drug/capecitabine", NULL, NULL },
  { "interactions", "health-center:interactions?with=health-center:drug/warfarin", NULL, NULL },
  { "import", "health-center:import", NULL, NULL },
  { "medicines", "health-center:medicines", NULL, NULL },
  { "diary", "health-center:diary", NULL, NULL },
  { "diary-course", "health-center:diary/temperature", NULL, NULL },
  { "diary-add", "health-center:diary", "HcDiaryPage", "diary.add" },
  { "diary-evening", "health-center:diary", "HcDiaryPage", "diary.evening" },
  { "diary-entry", "health-center:diary/temperature?new=yes", NULL, NULL },
  { "alerts", "health-center:alerts", NULL, NULL },
  { "backup", "health-center:backup", NULL, NULL },
  { "medicine", MEDICINE, NULL, NULL },
  { "timing", "health-center:medicines?timing=yes", NULL, NULL },
  { "pills", "health-center:pills", NULL, NULL },
  { "pills-found", "health-center:pills?imprint=500", NULL, NULL },
  { "no-pills", "health-center:pills?imprint=QWXYZ", NULL, NULL },
  { "picture", "health-center:picture/colon-parts", NULL, NULL },
  { "search", "health-center:search?q=tired", NULL, NULL },
  { "nothing-found", "health-center:search?q=qwxyz", NULL, NULL },
  { "search-empty", "health-center:search", NULL, NULL },
  { "find", WITH_TABLE, "HcArticlePage", "article.find" },
  { "article", WITH_TABLE, NULL, NULL },
  { "paged-article", "health-center:article/rectal-cancer-treatment-by-stage#stage-ii", NULL, NULL },
  { "sources", "health-center:article/warning-signs#sources", NULL, NULL },
  { "contents", WITH_TABLE, "HcArticlePage", "article.show-contents" },
  { "note", WITH_TABLE, "HcArticlePage", "article.write-note" },
  { "notes", "health-center:notes", NULL, NULL },
  { "new-note", "health-center:notes", "HcNotesPage", "notes.new" },
  { "summary", "health-center:summary", NULL, NULL },
  { "care", "health-center:care", NULL, NULL },
  { "care-city", "health-center:care", "HcCareHome", "care.choose-city" },
  { "helplines", "health-center:care?list=helplines", NULL, NULL },
  { "center", "health-center:care/memorial-sloan-kettering", NULL, NULL },
  { "campus", "health-center:care/mayo-arizona", NULL, NULL },
  { "helpline", "health-center:care/crisis-text", NULL, NULL },
  { "guide", "health-center:care/finding-a-surgeon", NULL, NULL },
  { "community", "health-center:community", NULL, NULL },
  { "group", "health-center:community/healthunlocked", NULL, NULL },
  { "about-trouble", "health-center:notes", "HcWindow", "win.resolve-trouble" },
};

/* One at times that are too near to those of the other, changed before, and one for when it is needed. */
static void
add_medicines (HcUiFixture *fixture)
{
  g_autoptr (HcMedicine) needed = taking_fixture_add (fixture, "loperamide", "Loperamide", "2 mg");
  g_autoptr (HcMedicine) calcium = taking_fixture_add (fixture, "calcium", "Calcium", NULL);
  g_autoptr (HcMedicine) thyroid = taking_fixture_add (fixture, "levothyroxine", "Levothyroxine", "75 µg");

  taking_fixture_set_now (fixture, "2026-11-20T08:10:00Z");
  taking_fixture_needed (fixture, needed, "2026-11-01T00:00:00Z", 1, 8, 0);
  taking_fixture_at (fixture, calcium, "2026-11-01T00:00:00Z", 1, "08:00 20:00");
  taking_fixture_at (fixture, thyroid, "2026-11-01T00:00:00Z", 1, "07:00");
  taking_fixture_at (fixture, thyroid, "2026-11-10T00:00:00Z", 2, "08:00");
}

static void
fill_profile (HcUiFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  g_autoptr (HcNote) note = hc_note_new (WITH_TABLE, "Understanding Your Stage", "Some words of the article");
  g_autoptr (HcNote) free_note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (WITH_TABLE, "Understanding Your Stage");
  gboolean is_done = FALSE;

  hc_ui_fixture_save_note (fixture, note,
                           "A rather long note without any line break, of which only the beginning is shown");
  hc_ui_fixture_save_note (fixture, free_note,
                           "Averylongwordthatnobodyeverwritesbutsomebodymightpastefromanaddressofaweb/page");
  hc_bookmark_store_add_async (hc_profile_get_bookmarks (profile), bookmark, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  add_medicines (fixture);
}

/* The page of one medicine has a link of its own in each profile. */
static char *
dup_link (HcUiFixture *fixture,
          const State *state)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (fixture->context)));
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, 0);

  if (g_str_equal (state->link, MEDICINE) && medicine != NULL)
    return g_strconcat (MEDICINE, "/", hc_medicine_get_id (medicine), NULL);

  return g_strdup (state->link);
}

static HcWindow *
show (HcUiFixture *fixture,
      const State *state,
      int          width,
      int          height)
{
  g_autofree char *link = dup_link (fixture, state);
  HcWindow *window = hc_ui_fixture_present (fixture, link, width, height);

  if (state->action != NULL)
    {
      GtkWidget *target = hc_ui_fixture_find (window, g_type_from_name (state->page_type), NULL);

      gtk_widget_activate_action_variant (target, state->action, NULL);
      hc_ui_fixture_wait_frames (window, 8);
    }

  return window;
}

static gboolean
has_text_within (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (*gtk_label_get_text (g_ptr_array_index (labels, i)) != '\0')
      return TRUE;

  return FALSE;
}

/* The rules by which GTK finds the name of a widget, as far as they can be seen from outside. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
      (tooltip != NULL && *tooltip != '\0'))
    return TRUE;

  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';

  if (GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget) || GTK_IS_LINK_BUTTON (widget))
    if (has_text_within (widget))
      return TRUE;

  /* The inside of an entry, of a button with a menu. */
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent))
    return has_name (parent);

  return FALSE;
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    g_string_append_printf (text, "%s%s", w == widget ? "" : " in ", G_OBJECT_TYPE_NAME (w));

  return g_string_free_and_steal (text);
}

/* What a screen reader stops at, or names as the place where it is. Widgets that only hand the focus on
 * to others, like a page, are none of these. */
static gboolean
needs_name (GtkWidget *widget)
{
  /* The list of choices of libadwaita's own row, which carries the name. */
  if (!ADW_IS_COMBO_ROW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    return FALSE;

  /* The choice in the toolkit's own button, which carries the name. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return FALSE;

  /* The list of rows in libadwaita's own row, which carries the name, too. */
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL)
    return FALSE;

  if (GTK_IS_BUTTON (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget))
    return TRUE;

  return gtk_widget_get_focusable (widget) &&
         (GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
          GTK_IS_LIST_BOX_ROW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"));
}

static void
check_names (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);
  guint n_checked = 0;

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);

      if (!needs_name (widget))
        continue;

      n_checked++;
      if (!has_name (widget))
        {
          g_autofree char *path = describe (widget);

          g_error ("Without a name: %s", path);
        }
    }

  g_assert_cmpuint (n_checked, >, 3);
}

static void
check_tooltips (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);
      gboolean is_icon =
        (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL) ||
        (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL);

      /* Those of the toolkit make their tooltips when they are asked. */
      if (!is_icon || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL ||
          gtk_widget_get_ancestor (widget, g_type_from_name ("AdwBackButton")) != NULL)
        continue;

      if (gtk_widget_get_tooltip_text (widget) == NULL || *gtk_widget_get_tooltip_text (widget) == '\0')
        {
          g_autofree char *path = describe (widget);

          g_error ("Without a tooltip: %s", path);
        }
    }
}

/* Nothing sticks out of the window. */
static void
check_widths (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (window));

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);
      graphene_rect_t bounds;

      /* The window itself has a shadow, scrollbars lie above what they scroll, and the shadow of what
       * slides in from the side goes with it. */
      if (widget == GTK_WIDGET (window) || gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL ||
          g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") ||
          !gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds) ||
          bounds.size.width < 1.0f)
        continue;

      if (bounds.origin.x < -1.0f || bounds.origin.x + bounds.size.width > width + 1.0f)
        {
          g_autofree char *path = describe (widget);

          g_error ("From %.0f to %.0f of %.0f px: %s",
                   bounds.origin.x, bounds.origin.x + bounds.size.width, width, path);
        }
    }
}

static void
test_names (gconstpointer data)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);

  hc_ui_fixture_open_profile (fixture);
  fill_profile (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      int width = GPOINTER_TO_INT (data);
      HcWindow *window;

      g_test_message ("%s", states[i].name);
      window = show (fixture, &states[i], width, 760);
      check_names (window);
      check_tooltips (window);
      hc_ui_fixture_close (window);
    }
}

static void
test_no_notes (void)
{
  static const State state = { "notes", "health-center:notes", NULL, NULL };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = show (fixture, &state, NARROW, 640);

  check_names (window);
  check_tooltips (window);
  check_widths (window);
}

static void
test_alert (void)
{
  g_autofree char *folder = fixture_make_folder ();

  fixture_write_file (folder, "profile.db", "This is no database at all.", -1);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    /* Libadwaita 1.7 measures its heading at less than it needs in a window that is narrower. */
    HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", NARROW + 20, 640);

    hc_ui_fixture_open_profile (fixture);
    WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
    hc_ui_fixture_wait_frames (window, 6);
    check_names (window);
    check_tooltips (window);
    check_widths (window);
  }

  fixture_remove_folder (folder);
}

/* At 250 % of our own size, and with the large text of the system. */
static void
test_narrow (gconstpointer data)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean is_system = GPOINTER_TO_INT (data);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (is_system)
    g_object_set (settings, "gtk-xft-dpi", dpi * 5 / 4, NULL);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 250);
  hc_ui_fixture_open_profile (fixture);
  fill_profile (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      HcWindow *window;

      g_test_message ("%s", states[i].name);
      window = show (fixture, &states[i], NARROW, 640);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
      check_widths (window);
      hc_ui_fixture_close (window);
    }

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* In a window of the usual size it must all be there, too. */
static void
test_wide (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);

  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 250);
  hc_ui_fixture_open_profile (fixture);
  fill_profile (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      HcWindow *window;

      g_test_message ("%s", states[i].name);
      window = show (fixture, &states[i], 1080, 760);
      check_widths (window);
      hc_ui_fixture_close (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_data_func ("/accessibility/names/wide", GINT_TO_POINTER (1080), test_names);
  g_test_add_data_func ("/accessibility/names/narrow", GINT_TO_POINTER (NARROW), test_names);
  g_test_add_func ("/accessibility/no-notes", test_no_notes);
  g_test_add_func ("/accessibility/alert", test_alert);
  g_test_add_data_func ("/accessibility/widths/own-size", GINT_TO_POINTER (FALSE), test_narrow);
  g_test_add_data_func ("/accessibility/widths/system-size", GINT_TO_POINTER (TRUE), test_narrow);
  g_test_add_func ("/accessibility/widths/wide", test_wide);

  return g_test_run ();
}
