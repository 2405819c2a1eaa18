/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-drug-home.h"
#include "hc-drug-list-page.h"
#include "hc-drug-words.h"
#include "hc-interaction-card.h"
#include "hc-search-hit.h"
#include "fields-fixture.h"
#include "medicines-fixture.h"

/* Drugs & Supplements: the ways to a medicine, what is shown of it. What is expected comes from the
 * files of data/content. */

static GListModel *
get_model (MedicinesFixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (medicines_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL)));
}

static char *
dup_name (GListModel *model,
          guint       position)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, position);

  if (HC_IS_DRUG (item))
    return g_strdup (hc_drug_get_name (HC_DRUG (item)));

  return g_strdup (hc_search_hit_get_title (HC_SEARCH_HIT (item)));
}

/* The names in the list that is seen, a line each. */
static char *
dup_names (MedicinesFixture *fixture)
{
  GString *names = g_string_new (NULL);
  GListModel *model = get_model (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autofree char *name = dup_name (model, i);

      g_string_append_printf (names, "%s\n", name);
    }

  return g_string_free_and_steal (names);
}

static void
assert_has (MedicinesFixture *fixture,
            const char       *name)
{
  g_autofree char *names = dup_names (fixture);
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);

  g_test_message ("%s", names);
  g_assert_true (g_strv_contains ((const char *const *) lines, name));
}

static GtkWidget *
get_entry (MedicinesFixture *fixture)
{
  return hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_DRUG_HOME, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
search (MedicinesFixture *fixture,
        const char       *words)
{
  g_free (hc_ui_fixture_take_announcement ());
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), words);
  g_signal_emit_by_name (get_entry (fixture), "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

static void
assert_first (MedicinesFixture *fixture,
              const char       *words,
              const char       *name)
{
  g_autofree char *first = NULL;

  search (fixture, words);
  first = dup_name (get_model (fixture), 0);
  g_assert_cmpstr (first, ==, name);
}

/* By brand, generic name, class, with a mistake, and by what it is for. */
static void
test_search (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 1080);
  g_autofree char *said = NULL, *expected = NULL;

  assert_first (fixture, "zofran", "Ondansetron");
  assert_first (fixture, "CAPECITABINE", "Capecitabine");
  assert_first (fixture, " jantoven ", "Warfarin");
  assert_first (fixture, "oxaliplatn", "Oxaliplatin");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Showing results for “oxaliplatin”"));
  search (fixture, "ssri");
  assert_has (fixture, "Citalopram");
  assert_has (fixture, "Sertraline");
  search (fixture, "nausea");
  assert_has (fixture, "Ondansetron");
  assert_has (fixture, "Ginger");
  said = hc_ui_fixture_take_announcement ();
  expected = g_strdup_printf ("%u medicines found", g_list_model_get_n_items (get_model (fixture)));
  g_assert_cmpstr (said, ==, expected);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Medicines and Supplements"));
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Imported Labels"));

  search (fixture, "qwxyzzy");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Nothing Found"));
  /* Escape leads back to the ways to a medicine. */
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_signal_emit_by_name (get_entry (fixture), "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "By Class"));
}

/* Enter opens the first one, also before the search has caught up; an arrow leads from the entry to the list. */
static void
test_search_keys (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs?q=zofran", 1080);
  HcArticlePage *page;
  GtkWidget *focus;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "zofran");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), >, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search Drugs and Supplements");
  focus = medicines_fixture_tab_to (fixture, GTK_TYPE_WIDGET, "Ondansetron");
  g_assert_true (gtk_widget_activate (focus));
  WAIT_FOR ((page = medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL)) != NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (page)), ==, "ondansetron");

  medicines_fixture_go (fixture, "health-center:drugs");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "jantoven");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  WAIT_FOR ((page = medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL)) != NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (page)), ==, "warfarin");
}

static GHashTable *
read_front_matter (const char *file)
{
  g_autofree char *path = g_build_filename (HC_TEST_DRUGS, file, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; !g_str_equal (lines[i], "---"); i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], ": ", 2);

      g_hash_table_insert (fields, g_strdup (parts[0]), g_strdup (parts[1]));
    }

  return fields;
}

/* The number of medicines with a word in a field of their files. */
static guint
count_files (const char *key,
             const char *value)
{
  g_autoptr (GDir) folder = g_dir_open (HC_TEST_DRUGS, 0, NULL);
  const char *file;
  guint n = 0;

  while ((file = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GHashTable) fields = read_front_matter (file);
      const char *text = g_hash_table_lookup (fields, key);
      g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ", ", -1);

      if (g_str_equal (key, "name") ? value == NULL || g_unichar_toupper (g_utf8_get_char (text)) == (gunichar) *value
                                    : g_strv_contains ((const char *const *) words, value))
        n++;
    }

  return n;
}

/* Letters, conditions and classes lead to the right medicines, by the keyboard alone. */
static void
test_browse (void)
{
  static const struct {
    const char *chip, *title, *key, *value, *link, *has;
  } ways[] = {
    { "O", "O", "name", "O", "health-center:drugs?letter=O", "Ondansetron" },
    { "All", "From A to Z", "name", NULL, "health-center:drugs?letter=all", "Zolpidem" },
    { "Nausea", "Nausea", "conditions", "nausea", "health-center:drugs?condition=nausea", "Ginger" },
    { "Opioid", "Opioid", "class", "opioid", "health-center:drugs?class=opioid", "Morphine" },
  };
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 1080);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      HcDrugListPage *list;
      g_autofree char *link = NULL, *first = NULL, *toast = NULL;
      GtkWidget *button = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, ways[i].chip);

      /* "O" is also in other words. */
      while (!g_str_equal (gtk_button_get_label (GTK_BUTTON (button)) != NULL
                           ? gtk_button_get_label (GTK_BUTTON (button)) : "", ways[i].chip))
        button = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, ways[i].chip);

      g_assert_true (gtk_widget_activate (button));
      WAIT_FOR ((list = medicines_fixture_find (fixture, HC_TYPE_DRUG_LIST_PAGE, NULL)) != NULL);
      hc_ui_fixture_wait_frames (fixture->window, 3);
      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (list)), ==, ways[i].title);
      g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, count_files (ways[i].key, ways[i].value));
      assert_has (fixture, ways[i].has);
      link = medicines_fixture_dup_link (fixture);
      g_assert_cmpstr (link, ==, ways[i].link);
      gtk_test_accessible_assert_property (medicines_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, ways[i].title);

      /* A row leads to its medicine, and the way back to the list. */
      first = dup_name (get_model (fixture), 0);
      g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_WIDGET, first)));
      WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
      g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, first));
      medicines_fixture_go (fixture, "health-center:drugs");
    }
}

/* Sixteen of the most frequent ones first, the others by a button that gives the focus to the first of them. */
static void
test_show_all (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 360);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  GtkWidget *all = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Show All");
  GtkWidget *box = gtk_widget_get_parent (all);
  GtkWidget *focus;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (box)), ==, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       medicines_fixture_find (fixture, GTK_TYPE_LABEL, "By What It Is For"), NULL);
  before = hc_ui_fixture_find_all (box, GTK_TYPE_BUTTON);
  g_assert_cmpuint (before->len, ==, 16 + 1);
  g_assert_true (gtk_widget_activate (all));
  WAIT_FOR (!gtk_widget_get_visible (all));
  hc_ui_fixture_wait_frames (fixture->window, 3);
  after = hc_ui_fixture_find_all (box, GTK_TYPE_BUTTON);
  g_assert_cmpuint (after->len, >, 100);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus == g_ptr_array_index (after, 16));
  /* Nothing is wider than the window. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
}

static void
test_words (void)
{
  static const char *const words[][2] = {
    { "nausea", "Nausea" }, { "5-ht3 blocker", "5-HT3 blocker" }, { "ssri", "SSRI" },
    { "braf v600e", "BRAF V600E" }, { "qt-prolonging medicine", "QT-prolonging medicine" },
    { "msi-high", "MSI-high" }, { "her2-positive", "HER2-positive" }, { "pd-l1 blocker", "PD-L1 blocker" },
    { "anti-vegf antibody", "Anti-VEGF antibody" }, { "anti-vegfr2 antibody", "Anti-VEGFR2 antibody" },
    { "p2y12 inhibitor", "P2Y12 inhibitor" }, { "factor xa inhibitor", "Factor Xa inhibitor" },
    { "vitamin k antagonist", "Vitamin K antagonist" }, { "vitamin b12 deficiency", "Vitamin B12 deficiency" },
    { "stage iii colon cancer", "Stage III colon cancer" }, { "dmmr", "dMMR" }, { "g-csf", "G-CSF" },
    { "kras g12c inhibitor", "KRAS G12C inhibitor" }, { "non-opioid analgesic", "Non-opioid analgesic" },
    { "omega-3 fatty acid", "Omega-3 fatty acid" }, { "strong cyp3a4 inducer", "Strong CYP3A4 inducer" }, { "", "" },
  };
  static const char *const list[] = { "ssri", "nausea", NULL };
  g_autofree char *joined = hc_drug_words_join (list);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *title = hc_drug_words_title (words[i][0]);

      g_assert_cmpstr (title, ==, words[i][1]);
    }

  g_assert_cmpstr (joined, ==, "SSRI, Nausea");
  g_assert_cmpstr (hc_drug_kind_to_words (HC_DRUG_PRESCRIPTION), ==, "Prescription");
  g_assert_cmpstr (hc_drug_kind_to_words (HC_DRUG_OTC), ==, "Over the Counter");
  g_assert_cmpstr (hc_drug_kind_to_words (HC_DRUG_SUPPLEMENT), ==, "Supplement");
  g_assert_cmpstr (hc_drug_kind_to_words (HC_DRUG_FOOD), ==, "Food or Drink");
}

/* Names, class and forms, and the boxed warning before the first section. */
static void
test_monograph (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/warfarin", 1080);
  g_autofree char *link = medicines_fixture_dup_link (fixture);
  float box, section;

  g_assert_cmpstr (link, ==, "health-center:drug/warfarin");
  medicines_fixture_find_text (fixture, "Kind: Prescription");
  medicines_fixture_find_text (fixture, "Brand names: Jantoven, Coumadin (no longer made)");
  medicines_fixture_find_text (fixture, "Class: Vitamin K antagonist, Anticoagulant");
  medicines_fixture_find_text (fixture, "Forms: tablet 1 mg, tablet 2 mg");
  medicines_fixture_find_text (fixture, "Drugs & Supplements");
  medicines_fixture_find_text (fixture, "Boxed Warning");

  box = medicines_fixture_get_top (fixture,
                                   medicines_fixture_find_text (fixture, "Warfarin can cause serious bleeding"));
  section = medicines_fixture_get_top (fixture, medicines_fixture_find_heading (fixture, "What It Is For"));
  g_assert_cmpfloat (box, <, section);
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, medicines_fixture_find_text (fixture, "Class:")), <, box);
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Your Review"));
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "With Your Medicines"));

  /* A supplement has no brands. */
  medicines_fixture_go (fixture, "health-center:drug/ginger");
  medicines_fixture_find_text (fixture, "Kind: Supplement");
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Brand names:"));
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Boxed Warning"));
}

static GtkAdjustment *
get_adjustment (MedicinesFixture *fixture)
{
  GtkWidget *pane = gtk_widget_get_ancestor (medicines_fixture_find_text (fixture, "Class:"), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));
}

/* What is looked up begins with its warnings each time, and no place in it is kept. */
static void
test_reopen (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/warfarin", 360);
  g_autofree char *places = NULL;

  hc_ui_fixture_wait_frames (fixture->window, 5);
  gtk_adjustment_set_value (get_adjustment (fixture), 1500.0);
  WAIT_FOR (gtk_adjustment_get_value (get_adjustment (fixture)) > 1000.0);
  hc_ui_fixture_wait_frames (fixture->window, 5);
  medicines_fixture_go (fixture, "health-center:drug/ginger");
  WAIT_FOR (gtk_adjustment_get_value (get_adjustment (fixture)) == 0.0);
  medicines_fixture_go (fixture, "health-center:drug/warfarin");
  WAIT_FOR (gtk_adjustment_get_value (get_adjustment (fixture)) == 0.0);
  places = hc_ui_fixture_query (fixture->fixture, "SELECT count (*) FROM reading_place WHERE link GLOB '*drug/*'");
  g_assert_cmpstr (places, ==, "0");

  /* A section can be linked. */
  medicines_fixture_go (fixture, "health-center:drug/warfarin#what-it-is-for");
  WAIT_FOR (gtk_adjustment_get_value (get_adjustment (fixture)) > 0.0);
}

/* By their names, not by topics. */
static void
test_neighbors (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/warfarin", 1080);
  AdwActionRow *row;

  /* The last ones, as they stand in the folder: vitamin C, warfarin, zinc. */
  g_assert_nonnull ((row = hc_ui_fixture_find (medicines_fixture_get_page (fixture), ADW_TYPE_ACTION_ROW, "Zinc")));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Next Medicine");
  gtk_widget_activate_action (GTK_WIDGET (medicines_fixture_get_page (fixture)), "article.next", NULL);
  hc_ui_fixture_wait_frames (fixture->window, 5);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (medicines_fixture_get_page (fixture))), ==, "zinc");
  medicines_fixture_find_text (fixture, "Kind: Supplement");
  g_assert_nonnull ((row = hc_ui_fixture_find (medicines_fixture_get_page (fixture), ADW_TYPE_ACTION_ROW, "Warfarin")));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Previous Medicine");
  gtk_widget_activate_action (GTK_WIDGET (medicines_fixture_get_page (fixture)), "article.previous", NULL);
  hc_ui_fixture_wait_frames (fixture->window, 5);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (medicines_fixture_get_page (fixture))), ==,
                   "warfarin");
}

static void
test_unknown (void)
{
  static const char *const wrong[][2] = {
    { "health-center:drug/none", "There is no such medicine" },
    { "health-center:drug", "There is no such medicine" },
    { "health-center:label/none", "That label is not imported on this computer" },
    { "health-center:label", "That label is not imported on this computer" },
    { "health-center:drugs?class=none", "There is no such medicine" },
    { "health-center:drugs?condition=none", "There is no such medicine" },
    { "health-center:drugs?letter=%C3%84", "There is no such medicine" },
    { "health-center:drugs?labels=none", "There is no such medicine" },
    { "health-center:interactions?with=health-center:drug/none", "There is no such medicine" },
    { "health-center:interactions?with=nonsense", "There is no such medicine" },
  };
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 360);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *toast = NULL, *link = NULL;

      g_assert_false (hc_window_open_link (fixture->window, wrong[i][0]));
      toast = medicines_fixture_take_toast (fixture);
      g_assert_cmpstr (toast, ==, wrong[i][1]);
      g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_DRUG_HOME, NULL));
      link = medicines_fixture_dup_link (fixture);
      g_assert_cmpstr (link, ==, "health-center:drugs");
    }
}

/* Added, said, undone; what is known of it together with others comes and goes. */
static void
test_add (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/capecitabine", 360);
  g_autofree char *toast = NULL, *rows = NULL, *none = NULL;
  GtkWidget *add;

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Add to My Medicines")));
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) != NULL);
  fields_fixture_finish_adding (fixture->window);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Capecitabine added to My Medicines") != NULL);
  rows = hc_ui_fixture_query (fixture->fixture, "SELECT person, link, name, strength, form, actives FROM medicine");
  g_assert_cmpstr (rows, ==, "|health-center:drug/capecitabine|Capecitabine|||");
  /* One is not compared with itself. */
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), HC_TYPE_INTERACTION_CARD, NULL));
  toast = medicines_fixture_take_toast (fixture);

  medicines_fixture_go (fixture, "health-center:drug/warfarin");
  medicines_fixture_find_text (fixture, "With Your Medicines");
  medicines_fixture_find_text (fixture, "Warfarin and Capecitabine");
  medicines_fixture_find_text (fixture, "You may bleed more easily");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  none = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  g_assert_cmpstr (none, ==, "");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "With Your Medicines"));
  add = hc_ui_fixture_find (medicines_fixture_get_page (fixture), HC_TYPE_INTERACTION_CARD, NULL);
  g_assert_null (add);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/drugs/search", test_search);
  g_test_add_func ("/drugs/search-keys", test_search_keys);
  g_test_add_func ("/drugs/browse", test_browse);
  g_test_add_func ("/drugs/show-all", test_show_all);
  g_test_add_func ("/drugs/words", test_words);
  g_test_add_func ("/drugs/monograph", test_monograph);
  g_test_add_func ("/drugs/reopen", test_reopen);
  g_test_add_func ("/drugs/neighbors", test_neighbors);
  g_test_add_func ("/drugs/unknown", test_unknown);
  g_test_add_func ("/drugs/add", test_add);

  return g_test_run ();
}
