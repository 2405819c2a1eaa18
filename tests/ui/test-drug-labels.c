/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-article-text.h"
#include "hc-drug-home.h"
#include "hc-drug-list-page.h"
#include "hc-drug-review-dialog.h"
#include "hc-drug-row.h"
#include "hc-interaction-checker.h"
#include "hc-label-item.h"
#include "hc-search-hit.h"
#include "fields-fixture.h"
#include "medicines-fixture.h"

/* Imported labels beside the medicines of the library, and what a person thinks of a medicine. */

#define SET_ID "abcdef00-1234-5678-9abc-def012345678"

/* The label of a medicine that nobody makes. Its boxed warning stands behind another section. */
#define LABEL_XML(effective) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns=\"urn:hl7-org:v3\">" \
  "<code code=\"34391-3\"/><title>Highlights</title>" effective "<setId root=\"" SET_ID "\"/>" \
  "<versionNumber value=\"7\"/>" \
  "<author><assignedEntity><representedOrganization><name>Nowhere &amp; Sons</name></representedOrganization>" \
  "</assignedEntity></author><component><structuredBody>" \
  "<component><section><code code=\"48780-1\"/><subject><manufacturedProduct><manufacturedProduct>" \
  "<code code=\"99999-101\"/><name>Nauzolt &amp; Co</name><formCode displayName=\"TABLET, FILM COATED\"/>" \
  "<asEntityWithGeneric><genericMedicine><name>ondansetron</name></genericMedicine></asEntityWithGeneric>" \
  "<ingredient classCode=\"ACTIB\"><quantity><numerator value=\"8\" unit=\"mg\"/><denominator value=\"1\"/>" \
  "</quantity><ingredientSubstance><name>ONDANSETRON HYDROCHLORIDE</name><activeMoiety><activeMoiety>" \
  "<name>ONDANSETRON</name></activeMoiety></activeMoiety></ingredientSubstance></ingredient>" \
  "</manufacturedProduct></manufacturedProduct></subject></section></component>" \
  "<component><section><code code=\"34067-9\"/><title>Uses of Nauzolt</title><text><paragraph>For an invented " \
  "queasiness.</paragraph></text></section></component>" \
  "<component><section><code code=\"34066-1\"/><title>Boxed</title><text><paragraph>Invented danger.</paragraph>" \
  "</text></section></component></structuredBody></component></document>"
#define EFFECTIVE "<effectiveTime value=\"20260215\"/>"

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

  if (HC_IS_LABEL_ITEM (item))
    return g_strdup (hc_label_item_get_details (HC_LABEL_ITEM (item))->name);

  return g_strdup (hc_search_hit_get_title (HC_SEARCH_HIT (item)));
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

/* Behind what the library has; with its set id, version and date, and the boxed warning first. */
static void
test_labels (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 1080);
  GListModel *model;
  guint n_library;
  g_autofree char *last = NULL, *link = NULL, *rows = NULL, *text = NULL;
  g_autoptr (GPtrArray) headings = NULL;
  GtkWidget *row, *warning, *product, *add;

  search (fixture, "ondansetron");
  n_library = g_list_model_get_n_items (get_model (fixture));
  g_assert_cmpuint (n_library, >, 0);

  /* What is imported meanwhile is found by the search that is shown. */
  medicines_fixture_import (fixture, LABEL_XML (EFFECTIVE));
  model = get_model (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_library + 1);
  last = dup_name (model, n_library);
  g_assert_cmpstr (last, ==, "Nauzolt & Co");

  search (fixture, "nauzolt");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 1);
  headings = hc_ui_fixture_find_role (medicines_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL),
                                      GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (headings->len, ==, 1);
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 0)), ==, "Imported Labels");
  row = medicines_fixture_find (fixture, HC_TYPE_DRUG_ROW, NULL);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "ondansetron · 8 mg · Nowhere & Sons"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Nauzolt & Co");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "ondansetron · 8 mg · Nowhere & Sons");
  g_signal_emit_by_name (medicines_fixture_find (fixture, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 5);

  link = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (link, ==, "health-center:label/" SET_ID);
  g_assert_nonnull (medicines_fixture_find_heading (fixture, "Nauzolt & Co"));
  medicines_fixture_find_text (fixture, "Imported Label");
  medicines_fixture_find_text (fixture, "Set id " SET_ID ", version 7 · In effect since 15 February 2026");
  medicines_fixture_find_text (fixture, "The label text of its maker, Nowhere & Sons, as it was imported.");
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Checked on"));
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Next Article"));
  warning = medicines_fixture_find_text (fixture, "Invented danger.");
  product = medicines_fixture_find_text (fixture, "Nauzolt & Co (ondansetron), 8 mg");
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, warning), <, medicines_fixture_get_top (fixture, product));

  /* Nobody has checked it, and the text of it that is saved or printed does not say so. */
  text = hc_article_to_text (hc_article_page_get_article (medicines_fixture_get_page (fixture)));
  g_assert_nonnull (strstr (text, "In effect since 15 February 2026. Set id " SET_ID ", version 7."));
  g_assert_null (strstr (text, "Checked on"));

  /* What is added from it keeps what acts in it. */
  add = gtk_widget_get_parent (medicines_fixture_find_text (fixture, "Add to My Medicines"));
  gtk_widget_activate_action (add, "drug.add", NULL);
  fields_fixture_finish_adding (fixture->window);
  g_free (medicines_fixture_take_toast (fixture));
  rows = hc_ui_fixture_query (fixture->fixture, "SELECT link, name, strength, form, actives FROM medicine");
  g_assert_cmpstr (rows, ==, "health-center:label/" SET_ID "|Nauzolt & Co|8 mg|TABLET, FILM COATED|ONDANSETRON");

  /* It is compared with the medicines of the person by what acts in it. */
  gtk_widget_activate_action (add, "drug.check", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CHECKER, NULL) != NULL);
  g_assert_nonnull (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Remove Nauzolt & Co"));
}

/* The monograph tells of the labels of its medicine, and lists them. */
static void
test_labels_of (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/ondansetron", 1080);
  AdwActionRow *row;
  g_autofree char *link = NULL, *last = NULL;

  g_assert_null (medicines_fixture_find (fixture, ADW_TYPE_ACTION_ROW, "Label Texts of Makers"));
  medicines_fixture_import (fixture, LABEL_XML (EFFECTIVE));
  row = hc_ui_fixture_find (medicines_fixture_get_page (fixture), ADW_TYPE_ACTION_ROW, "Label Texts of Makers");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "1 imported label");
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Label Texts")));
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_DRUG_LIST_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Labels: Ondansetron"));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 1);
  last = dup_name (get_model (fixture), 0);
  g_assert_cmpstr (last, ==, "Nauzolt & Co");
  link = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (link, ==, "health-center:drugs?labels=Ondansetron");
}

/* A label need not tell since when it is in effect. */
static void
test_label_without_date (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 360);
  g_autofree char *text = NULL;

  medicines_fixture_import (fixture, LABEL_XML (""));
  medicines_fixture_go (fixture, "health-center:label/" SET_ID);
  medicines_fixture_find_text (fixture, "Set id " SET_ID ", version 7");
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "In effect"));
  text = hc_article_to_text (hc_article_page_get_article (medicines_fixture_get_page (fixture)));
  g_assert_nonnull (strstr (text, "\n\nSet id " SET_ID ", version 7.\n\n"));
}

static GtkWidget *
get_dialog (MedicinesFixture *fixture)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (fixture->window));
  g_autoptr (AdwDialog) dialog = NULL;

  /* The list does not look whether there is an item at all. */
  if (g_list_model_get_n_items (dialogs) > 0)
    dialog = g_list_model_get_item (dialogs, 0);

  return (GtkWidget *) dialog;
}

static void
open_review (MedicinesFixture *fixture,
             const char       *button)
{
  GtkWidget *head = gtk_widget_get_ancestor (medicines_fixture_find_text (fixture, button), GTK_TYPE_BUTTON);

  gtk_widget_grab_focus (head);
  gtk_widget_activate_action (head, "drug.review", NULL);
  WAIT_FOR (get_dialog (fixture) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_TEXT_VIEW, NULL) != NULL);
}

static void
choose (MedicinesFixture *fixture,
        const char       *question,
        guint             answer)
{
  AdwComboRow *row = hc_ui_fixture_find (get_dialog (fixture), ADW_TYPE_COMBO_ROW, question);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (row, answer);
}

static void
write_comment (MedicinesFixture *fixture,
               const char       *text)
{
  GtkTextView *view = hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

#define REFUSE_SAVES \
  "CREATE TRIGGER refuse_saves BEFORE INSERT ON drug_review BEGIN SELECT RAISE (FAIL, 'refused'); END"

#define REVIEWS "SELECT person, link, effect, ease, satisfaction, comment FROM drug_review"

static void
assert_reviews (MedicinesFixture *fixture,
                const char       *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (fixture->fixture, REVIEWS);

  g_assert_cmpstr (rows, ==, expected);
}

static void
close_dialog (MedicinesFixture *fixture)
{
  adw_dialog_close (ADW_DIALOG (get_dialog (fixture)));
  WAIT_FOR (get_dialog (fixture) == NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

/* Written, on the disk, shown; emptied it is gone from all of them. */
static void
test_review (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/ondansetron", 360);
  g_autofree char *person = NULL, *expected = NULL;
  GtkWidget *focus;

  open_review (fixture, "Write a Review…");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL,
                                                                       "Ondansetron")), GTK_ACCESSIBLE_ROLE_HEADING);
  choose (fixture, "How well does it work?", 5);
  choose (fixture, "How content are you with it?", 1);
  write_comment (fixture, "It <b>helps</b> & I sleep.");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|5|0|1|It <b>helps</b> & I sleep.");
  close_dialog (fixture);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  medicines_fixture_find_text (fixture, "Your Review");
  medicines_fixture_find_text (fixture, "Works very well\nNot content at all\nIt <b>helps</b> & I sleep.");

  /* What was written before a person was told of is theirs. */
  person = medicines_fixture_add_person (fixture);
  medicines_fixture_find_text (fixture, "Works very well\nNot content at all\n");

  /* Another medicine has none, and back it is still there. */
  medicines_fixture_go (fixture, "health-center:drug/ginger");
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Your Review"));
  medicines_fixture_go (fixture, "health-center:drug/ondansetron");

  open_review (fixture, "Change Your Review…");
  choose (fixture, "How well does it work?", 0);
  choose (fixture, "How content are you with it?", 0);
  choose (fixture, "How easy is it to take?", 2);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|0|2|0|It <b>helps</b> & I sleep.");
  choose (fixture, "How easy is it to take?", 0);
  write_comment (fixture, "");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "");
  close_dialog (fixture);
  g_assert_null (hc_ui_fixture_find (medicines_fixture_get_page (fixture), GTK_TYPE_LABEL, "Your Review"));

  /* A new one is that of the person. */
  open_review (fixture, "Write a Review…");
  choose (fixture, "How easy is it to take?", 5);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  expected = g_strdup_printf ("%s|health-center:drug/ondansetron|0|5|0|", person);
  assert_reviews (fixture, expected);
  close_dialog (fixture);
  medicines_fixture_find_text (fixture, "Very easy to take");
}

/* What is not on the disk is not called saved. */
static void
test_review_fails (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/ondansetron", 360);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *said = NULL;

  fixture_execute (path, REFUSE_SAVES);
  open_review (fixture, "Write a Review…");
  choose (fixture, "How well does it work?", 3);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Not saved. ") != NULL);
  said = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_prefix (said, "Not saved. "));
  assert_reviews (fixture, "");

  fixture_execute (path, "DROP TRIGGER refuse_saves");
  choose (fixture, "How well does it work?", 4);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Not saved. ") == NULL);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|4|0|0|");
}

/* A dialog with a comment that could not be saved. */
static MedicinesFixture *
open_unsaved (char **path)
{
  MedicinesFixture *fixture = medicines_fixture_open ("health-center:drug/ondansetron", 360);

  *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  fixture_execute (*path, REFUSE_SAVES);
  open_review (fixture, "Write a Review…");
  write_comment (fixture, "It helps, but I sleep badly.");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Not saved. ") != NULL);

  return fixture;
}

static AdwAlertDialog *
find_alert (MedicinesFixture *fixture)
{
  return medicines_fixture_find (fixture, ADW_TYPE_ALERT_DIALOG, NULL);
}

static void
keep_editing (MedicinesFixture *fixture)
{
  WAIT_FOR (find_alert (fixture) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (find_alert (fixture)), ==, "keep");
  g_assert_cmpstr (adw_alert_dialog_get_close_response (find_alert (fixture)), ==, "keep");
  hc_ui_fixture_press (find_alert (fixture), "_Keep Editing");
  WAIT_FOR (find_alert (fixture) == NULL);
  g_assert_true (HC_IS_DRUG_REVIEW_DIALOG (get_dialog (fixture)));
}

static void
copied_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  char **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static void
assert_can_copy (MedicinesFixture *fixture,
                 const char       *expected)
{
  GtkWidget *view = hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *text = NULL;

  gtk_widget_activate_action (view, "selection.select-all", NULL);
  gtk_widget_activate_action (view, "clipboard.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, copied_cb, &text);
  WAIT_FOR (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Neither the dialog nor the window closes over it: it can still be copied, and saved. */
static void
test_review_kept (void)
{
  g_autofree char *path = NULL, *said = NULL;
  g_autoptr (MedicinesFixture) fixture = open_unsaved (&path);

  g_assert_false (adw_dialog_close (ADW_DIALOG (get_dialog (fixture))));
  keep_editing (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  keep_editing (fixture);
  assert_can_copy (fixture, "It helps, but I sleep badly.");

  /* While the cause is still there, to try again changes nothing. */
  g_free (hc_ui_fixture_take_announcement ());
  hc_ui_fixture_press (get_dialog (fixture), "_Try Again");
  WAIT_FOR ((said = hc_ui_fixture_take_announcement ()) != NULL);
  g_assert_true (g_str_has_prefix (said, "Not saved. "));
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (get_dialog (fixture))));
  assert_reviews (fixture, "");

  fixture_execute (path, "DROP TRIGGER refuse_saves");
  hc_ui_fixture_press (get_dialog (fixture), "_Try Again");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Not saved. ") == NULL);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|0|0|0|It helps, but I sleep badly.");
  close_dialog (fixture);
}

/* It goes only when that is asked for. */
static void
test_review_discarded (void)
{
  g_autofree char *path = NULL;
  g_autoptr (MedicinesFixture) fixture = open_unsaved (&path);

  g_assert_false (adw_dialog_close (ADW_DIALOG (get_dialog (fixture))));
  WAIT_FOR (find_alert (fixture) != NULL);
  hc_ui_fixture_press (find_alert (fixture), "_Discard");
  WAIT_FOR (get_dialog (fixture) == NULL);
  assert_reviews (fixture, "");
}

/* Closed right after the last key: the dialog waits for the disk, and stays when that fails. */
static void
test_review_closed_while_saving (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drug/ondansetron", 360);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);

  open_review (fixture, "Write a Review…");
  write_comment (fixture, "Last words");
  g_assert_false (adw_dialog_close (ADW_DIALOG (get_dialog (fixture))));
  WAIT_FOR (get_dialog (fixture) == NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|0|0|0|Last words");

  fixture_execute (path, REFUSE_SAVES);
  open_review (fixture, "Change Your Review…");
  write_comment (fixture, "Other words");
  g_assert_false (adw_dialog_close (ADW_DIALOG (get_dialog (fixture))));
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Not saved. ") != NULL);
  fixture_execute (path, "DROP TRIGGER refuse_saves");
  hc_ui_fixture_press (get_dialog (fixture), "_Try Again");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Saved") != NULL);
  assert_reviews (fixture, "|health-center:drug/ondansetron|0|0|0|Other words");
  close_dialog (fixture);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/drug-labels/search", test_labels);
  g_test_add_func ("/drug-labels/of-medicine", test_labels_of);
  g_test_add_func ("/drug-labels/without-date", test_label_without_date);
  g_test_add_func ("/drug-labels/review", test_review);
  g_test_add_func ("/drug-labels/review-fails", test_review_fails);
  g_test_add_func ("/drug-labels/review-kept", test_review_kept);
  g_test_add_func ("/drug-labels/review-discarded", test_review_discarded);
  g_test_add_func ("/drug-labels/review-closed-while-saving", test_review_closed_while_saving);

  return g_test_run ();
}
