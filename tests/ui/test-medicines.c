/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-drug-home.h"
#include "hc-interaction-card.h"
#include "hc-interaction-checker.h"
#include "hc-medicines-page.h"
#include "medicines-fixture.h"

/* My Medicines. */

/* What of a list takes the keyboard. */
#define ROW (g_type_from_name ("GtkListItemWidget"))

static HcMedicinesPage *
get_page (MedicinesFixture *fixture)
{
  HcMedicinesPage *page = medicines_fixture_find (fixture, HC_TYPE_MEDICINES_PAGE, NULL);

  g_assert_nonnull (page);

  return page;
}

static void
add (MedicinesFixture *fixture,
     const char       *person,
     const char       *id,
     const char       *name,
     const char       *strength,
     const char       *form)
{
  g_autofree char *link = id != NULL ? g_strconcat ("health-center:drug/", id, NULL) : NULL;

  medicines_fixture_add (fixture, person, link, name, strength, form);
}

/* The rows, each with a bar between what it says. */
static char *
dup_rows (MedicinesFixture *fixture)
{
  GtkWidget *view = hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LIST_VIEW, NULL);
  GString *text = g_string_new (NULL);

  for (GtkWidget *row = view != NULL ? gtk_widget_get_first_child (view) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (row, GTK_TYPE_LABEL);

      for (guint i = 0; i < labels->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : text->len > 0 ? "\n" : "",
                                gtk_label_get_text (labels->pdata[i]));
    }

  return g_string_free_and_steal (text);
}

static void
assert_rows (MedicinesFixture *fixture,
             const char       *expected)
{
  g_autofree char *rows = NULL;

  hc_ui_fixture_wait_frames (fixture->window, 3);
  rows = dup_rows (fixture);
  g_assert_cmpstr (rows, ==, expected);
}

/* What the banner says, NULL when it is not there. */
static const char *
get_banner (MedicinesFixture *fixture)
{
  AdwBanner *banner;

  hc_ui_fixture_wait_frames (fixture->window, 3);
  banner = hc_ui_fixture_find (get_page (fixture), ADW_TYPE_BANNER, NULL);

  return banner != NULL && adw_banner_get_revealed (banner) ? adw_banner_get_title (banner) : NULL;
}

/* The keyboard stays on its row when another one comes above; an arrow leads to that one. */
static void
go_to_first_row (MedicinesFixture *fixture,
                 const char       *name)
{
  medicines_fixture_tab_to (fixture, ROW, name);
  gtk_widget_child_focus (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LIST_VIEW, NULL), GTK_DIR_UP);
}

static void
test_empty (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  GtkWidget *find;

  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Medicines Yet"));
  g_assert_null (get_banner (fixture));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  find = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Find a Medicine");
  g_assert_true (gtk_widget_activate (find));
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_DRUG_HOME, NULL) != NULL);
}

/* The newest first, with strength and form; a row leads to what there is to read. */
static void
test_list (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  GtkWidget *row;
  HcArticlePage *page;

  add (fixture, NULL, "ondansetron", "Ondansetron", "8 mg", "TABLET, FILM COATED");
  add (fixture, NULL, NULL, "Tea <b> & Co", NULL, NULL);
  add (fixture, NULL, "ginger", "Ginger", NULL, "capsule");
  assert_rows (fixture, "Ginger|capsule\nTea <b> & Co\nOndansetron 8 mg|tablet, film coated");
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Medicines Yet"));

  gtk_test_accessible_assert_property (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "My Medicines");
  row = gtk_widget_get_first_child (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LIST_VIEW, NULL));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ginger");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "capsule");

  /* One without anything to read leads nowhere. */
  g_signal_emit_by_name (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  get_page (fixture);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, ROW, "Ondansetron 8 mg")));
  WAIT_FOR ((page = medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL)) != NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (page)), ==, "ondansetron");
}

/* What is known of them taken together is counted, and shown when asked for. */
static void
test_banner (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);

  add (fixture, NULL, "capecitabine", "Capecitabine", "500 mg", "tablet");
  g_assert_null (get_banner (fixture));
  add (fixture, NULL, "zinc", "Zinc", NULL, NULL);
  add (fixture, NULL, NULL, "Gobbledygook", NULL, NULL);
  g_assert_null (get_banner (fixture));
  add (fixture, NULL, "warfarin", "Warfarin", "5 mg", "tablet");
  g_assert_cmpstr (get_banner (fixture), ==, "Interactions: 1 major");
  add (fixture, NULL, "ciprofloxacin", "Ciprofloxacin", NULL, NULL);
  add (fixture, NULL, "calcium", "Calcium", NULL, NULL);
  g_assert_true (g_str_has_prefix (get_banner (fixture), "Interactions: "));
  g_assert_nonnull (strstr (get_banner (fixture), " moderate"));

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Show")));
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CHECKER, NULL) != NULL);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CARD, NULL) != NULL);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Capecitabine and Warfarin") != NULL
                    ? medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Capecitabine and Warfarin")
                    : medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin and Capecitabine"));
}

/* Two of the same are told of by the banner, and by what it shows. */
static void
test_twice (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);

  add (fixture, NULL, "oxycodone", "Oxycodone", "5 mg", "tablet");
  add (fixture, NULL, "oxycodone", "Oxycodone", "10 mg", "tablet");
  g_assert_cmpstr (get_banner (fixture), ==, "Interactions: 1 major");
  medicines_fixture_go (fixture, "health-center:interactions?mine=yes");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Both contain Oxycodone."));
}

/* Removed at once, said and undone; the banner follows, and the keyboard is not lost. */
static void
test_remove (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  g_autofree char *before = NULL, *after = NULL, *rows = NULL;
  GtkWidget *remove;

  add (fixture, NULL, "capecitabine", "Capecitabine", "500 mg", "tablet");
  add (fixture, NULL, "warfarin", "Warfarin", "5 mg", "tablet");
  g_assert_cmpstr (get_banner (fixture), ==, "Interactions: 1 major");
  before = hc_ui_fixture_query (fixture->fixture,
                                "SELECT id, name, strength, form, link, created FROM medicine ORDER BY id");

  go_to_first_row (fixture, "Capecitabine 500 mg");
  remove = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Remove Warfarin 5 mg");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove Warfarin 5 mg");
  g_assert_true (gtk_widget_activate (remove));
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin 5 mg removed") != NULL);
  assert_rows (fixture, "Capecitabine 500 mg|tablet");
  g_assert_null (get_banner (fixture));
  rows = hc_ui_fixture_query (fixture->fixture, "SELECT name FROM medicine");
  g_assert_cmpstr (rows, ==, "Capecitabine");
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (gtk_widget_get_mapped (gtk_root_get_focus (GTK_ROOT (fixture->window))));

  hc_ui_fixture_press (fixture->window, "Undo");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  assert_rows (fixture, "Warfarin 5 mg|tablet\nCapecitabine 500 mg|tablet");
  g_assert_cmpstr (get_banner (fixture), ==, "Interactions: 1 major");
  after = hc_ui_fixture_query (fixture->fixture,
                               "SELECT id, name, strength, form, link, created FROM medicine ORDER BY id");
  g_assert_cmpstr (after, ==, before);

  /* The last one leaves an empty page. */
  go_to_first_row (fixture, "Capecitabine 500 mg");
  for (guint i = 0; i < 2; i++)
    {
      remove = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, i == 0 ? "Remove Warfarin" : "Remove Capecitabine");
      g_assert_true (gtk_widget_activate (remove));
      WAIT_FOR (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LABEL, i == 0 ? "Warfarin" : "Capecitabine") == NULL);
      hc_ui_fixture_wait_frames (fixture->window, 3);
    }
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Medicines Yet"));
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (gtk_widget_get_mapped (gtk_root_get_focus (GTK_ROOT (fixture->window))));
}

/* What the disk does not take away stays, and that is said. */
static void
test_remove_fails (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *toast = NULL;

  add (fixture, NULL, "ginger", "Ginger", NULL, NULL);
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE DELETE ON medicine BEGIN SELECT RAISE (FAIL, 'refused'); END");
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Remove Ginger")));
  toast = medicines_fixture_take_toast (fixture);
  g_assert_nonnull (toast);
  g_assert_null (strstr (toast, "removed"));
  assert_rows (fixture, "Ginger");
}

/* Those of another person are neither shown nor checked; those that were added before anybody was told of are. */
static void
test_persons (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  g_autofree char *first = NULL, *second = NULL;

  add (fixture, NULL, "ginger", "Ginger", NULL, NULL);
  first = medicines_fixture_add_person (fixture);
  second = medicines_fixture_add_person (fixture);
  add (fixture, first, "capecitabine", "Capecitabine", NULL, NULL);
  add (fixture, second, "warfarin", "Warfarin", NULL, NULL);
  assert_rows (fixture, "Capecitabine\nGinger");
  g_assert_null (get_banner (fixture));
}

/* What was kept is there when the profile comes, also when the page was there before. */
static void
test_late_profile (void)
{
  g_autofree char *folder = fixture_make_folder ();

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    MedicinesFixture medicines = { fixture, NULL };

    hc_ui_fixture_open_profile (fixture);
    medicines.window = hc_ui_fixture_present (fixture, "health-center:medicines", 360, 640);
    add (&medicines, NULL, "capecitabine", "Capecitabine", NULL, NULL);
    add (&medicines, NULL, "warfarin", "Warfarin", NULL, NULL);
  }

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    MedicinesFixture medicines = { fixture, hc_ui_fixture_present (fixture, "health-center:medicines", 360, 640) };

    hc_ui_fixture_open_profile (fixture);
    assert_rows (&medicines, "Warfarin\nCapecitabine");
    g_assert_cmpstr (get_banner (&medicines), ==, "Interactions: 1 major");
  }

  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/medicines/empty", test_empty);
  g_test_add_func ("/medicines/list", test_list);
  g_test_add_func ("/medicines/banner", test_banner);
  g_test_add_func ("/medicines/twice", test_twice);
  g_test_add_func ("/medicines/remove", test_remove);
  g_test_add_func ("/medicines/remove-fails", test_remove_fails);
  g_test_add_func ("/medicines/persons", test_persons);
  g_test_add_func ("/medicines/late-profile", test_late_profile);

  return g_test_run ();
}
