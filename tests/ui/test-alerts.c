/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-alert-banner.h"
#include "hc-alert-page.h"
#include "hc-alert-row.h"
#include "hc-alerts-view.h"
#include "hc-sidebar.h"
#include "medicines-fixture.h"

/* Recalls, warnings and shortages of the person's medicines: what is listed and in which order, what is said of
 * them, and that they can be read, dismissed and brought back. */

#define STATES "SELECT notice, state FROM alert ORDER BY notice"

static HcProfile *
get_profile (MedicinesFixture *self)
{
  return hc_context_get_profile (self->fixture->context);
}

static HcMedicine *
find_medicine (MedicinesFixture *self,
               const char       *name)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (get_profile (self)));

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (g_str_equal (hc_medicine_get_details (medicine)->name, name))
        return medicine;
    }

  g_assert_not_reached ();
}

static void
add (MedicinesFixture     *self,
     const char           *medicine,
     const HcAlertDetails *details)
{
  HcAlertDetails complete = *details;
  gboolean is_done = FALSE;

  complete.medicine = hc_medicine_get_id (find_medicine (self, medicine));
  hc_alert_store_add_async (hc_profile_get_alerts (get_profile (self)), &complete, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);
}

/* A recall of a class, or of none, of the day. */
static void
add_recall (MedicinesFixture *self,
            const char       *notice,
            int               class,
            const char       *day)
{
  g_autofree char *title = g_strconcat ("Title of ", notice, NULL);

  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = notice, .kind = HC_ALERT_RECALL, .severity = class, .title = title, .published = day, .source = "FDA",
  });
}

static MedicinesFixture *
open_alerts (void)
{
  MedicinesFixture *self = medicines_fixture_open ("health-center:alerts", 720);

  medicines_fixture_add (self, NULL, NULL, "Warfarin", "5 mg", "tablet");

  return self;
}

/* The notices of the rows from top to bottom, with * for a new and - for a dismissed one. */
static char *
dup_list (MedicinesFixture *self)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (self->window, HC_TYPE_ALERT_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *words = hc_alert_row_dup_words (g_ptr_array_index (rows, i));
      const char *title = strstr (words, "Title of ") + strlen ("Title of ");

      if (g_str_has_prefix (words, "New · "))
        g_string_append_c (text, '*');
      else if (g_str_has_prefix (words, "Dismissed · "))
        g_string_append_c (text, '-');
      g_string_append_len (text, title, strchr (title, '.') - title);
      g_string_append_c (text, ' ');
    }

  return g_string_free_and_steal (text);
}

/* How many rows begin like this. */
static guint
count_rows (MedicinesFixture *self,
            const char       *start)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (self->window, HC_TYPE_ALERT_ROW);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *words = hc_alert_row_dup_words (g_ptr_array_index (rows, i));

      n += g_str_has_prefix (words, start);
    }

  return n;
}

static void
assert_list (MedicinesFixture *self,
             const char       *expected)
{
  g_autofree char *list = NULL;

  hc_ui_fixture_wait_frames (self->window, 3);
  list = dup_list (self);
  g_assert_cmpstr (list, ==, expected);
}

static void
assert_states (MedicinesFixture *self,
               const char       *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, STATES);

  g_assert_cmpstr (rows, ==, expected);
}

static gboolean
says (MedicinesFixture *self,
      const char       *text)
{
  return medicines_fixture_find (self, GTK_TYPE_LABEL, text) != NULL;
}

static void
activate (MedicinesFixture *self,
          const char       *action,
          const char       *notice)
{
  GtkWidget *view = medicines_fixture_find (self, HC_TYPE_ALERTS_VIEW, NULL);
  HcAlert *alert;

  if (notice == NULL)
    {
      g_assert_true (gtk_widget_activate_action_variant (view, action, NULL));
      return;
    }

  alert = hc_alert_store_lookup (hc_profile_get_alerts (get_profile (self)), notice,
                                 hc_medicine_get_id (find_medicine (self, "Warfarin")));
  g_assert_true (gtk_widget_activate_action (view, action, "s", hc_alert_get_key (alert)));
}

/* Opens an alert of the list as a click does. */
static void
open_alert (MedicinesFixture *self,
            guint             place)
{
  g_signal_emit_by_name (medicines_fixture_find (self, GTK_TYPE_LIST_VIEW, NULL), "activate", place);
  WAIT_FOR (medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 3);
}

static void
test_empty (void)
{
  g_autoptr (MedicinesFixture) self = medicines_fixture_open ("health-center:alerts", 360);

  g_assert_true (says (self, "No Alerts"));
  g_assert_true (says (self, "fetches nothing unless you turn it on in Preferences"));
  g_assert_true (says (self, "does not mean that there are none"));
}

/* Unread ones first, the gravest first, of one gravity the newest. */
static void
test_order (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();

  add_recall (self, "third", 3, "2026-11-20");
  add_recall (self, "second", 2, "2026-11-19");
  add_recall (self, "unknown", 0, "2026-01-02");
  add_recall (self, "first-old", 1, "2024-02-29");
  add_recall (self, "first-new", 1, "2026-11-18");
  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = "shortage", .kind = HC_ALERT_SHORTAGE, .title = "Title of shortage", .published = "2026-11-21" });
  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = "warning", .kind = HC_ALERT_WARNING, .title = "Title of warning", .published = "2026-01-03" });
  assert_list (self, "*first-new *first-old *warning *unknown *second *third *shortage ");

  open_alert (self, 0);
  medicines_fixture_go (self, "health-center:alerts");
  assert_list (self, "*first-old *warning *unknown *second *third *shortage first-new ");
  assert_states (self, "first-new|read\nfirst-old|unread\nsecond|unread\nshortage|unread\nthird|unread\n"
                       "unknown|unread\nwarning|unread");

  activate (self, "alerts.read-all", NULL);
  WAIT_FOR (!says (self, "New · "));
  assert_list (self, "first-new first-old warning unknown second third shortage ");
}

/* A row says what a person looks for, to everybody. */
static void
test_row (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  GtkWidget *row;
  g_autofree char *words = NULL;

  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = "a", .kind = HC_ALERT_RECALL, .severity = 2, .title = "<b>5 mg</b> & more", .published = "2026-11-02",
    .source = "FDA & <i>others</i>" });
  row = medicines_fixture_find (self, HC_TYPE_ALERT_ROW, NULL);
  words = hc_alert_row_dup_words (HC_ALERT_ROW (row));
  g_assert_cmpstr (words, ==, "New · Recall, Class II. <b>5 mg</b> & more. Warfarin 5 mg. "
                              "FDA & <i>others</i>, 2 November 2026");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Dismiss: <b>5 mg</b> & more");
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "<b>5 mg</b> & more"));
}

/* What was dismissed is away, is counted, can be seen, and comes back in the state that it had. */
static void
test_dismiss (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  g_autofree char *toast = NULL;

  add_recall (self, "a", 1, "2026-11-18");
  add_recall (self, "b", 2, "2026-11-18");
  activate (self, "alerts.dismiss", "a");
  toast = medicines_fixture_take_toast (self);
  g_assert_cmpstr (toast, ==, "Alert dismissed");
  assert_list (self, "*b ");
  assert_states (self, "a|dismissed\nb|unread");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_FOR (says (self, "Title of a"));
  assert_states (self, "a|unread\nb|unread");

  activate (self, "alerts.dismiss", "a");
  WAIT_FOR (!says (self, "Title of a"));
  activate (self, "alerts.dismiss", "b");
  WAIT_FOR (says (self, "Nothing New"));
  g_assert_true (says (self, "2 alerts were dismissed."));

  activate (self, "alerts.show-dismissed", NULL);
  assert_list (self, "-a -b ");
  activate (self, "alerts.restore", "b");
  WAIT_FOR (count_rows (self, "Dismissed · ") == 1);
  assert_list (self, "b -a ");
  assert_states (self, "a|dismissed\nb|read");
}

/* One that was read is read again when its dismissal is undone. */
static void
test_undo_read (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();

  add_recall (self, "a", 1, "2026-11-18");
  open_alert (self, 0);
  g_assert_true (gtk_widget_activate_action (medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL),
                                             "alert.dismiss", NULL));
  WAIT_FOR (says (self, "Nothing New"));
  assert_states (self, "a|dismissed");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_FOR (says (self, "Title of a"));
  assert_states (self, "a|read");
}

typedef struct
{
  const char  *name;
  HcAlertKind  kind;
  int          class;
  const char  *words;
  const char  *meaning;
  const char  *advice;
  const char  *source;
  gboolean     is_calm; /* without what to do in an emergency */
} Meaning;

/* In the words of 21 CFR 7.3: I "reasonable probability that the use of [...] will cause serious adverse health
 * consequences or death"; II "temporary or medically reversible adverse health consequences or where the
 * probability of serious adverse health consequences is remote"; III "not likely to cause". */
static const Meaning meanings[] = {
  { "class-1", HC_ALERT_RECALL, 1, "Recall, Class I: Most Serious",
    "There is a reasonable chance that the recalled product causes serious harm or death.",
    "Do not stop a medicine on your own", "21 CFR 7.3", FALSE },
  { "class-2", HC_ALERT_RECALL, 2, "Recall, Class II",
    "The recalled product may cause harm that passes or can be treated, or serious harm is possible but very unlikely.",
    "Do not stop a medicine on your own", "21 CFR 7.3", FALSE },
  { "class-3", HC_ALERT_RECALL, 3, "Recall, Class III: Least Serious",
    "The recalled product is not likely to cause harm.", "Do not stop a medicine on your own", "21 CFR 7.3", FALSE },
  { "no-class", HC_ALERT_RECALL, 0, "Recall, No Class Yet", "It was not said yet how serious the reason is.",
    "Do not stop a medicine on your own", "Cleveland Clinic", FALSE },
  { "warning", HC_ALERT_WARNING, 0, "Safety Warning", "Something new was found out about this medicine.",
    "Do not stop a medicine on your own", "Cleveland Clinic", FALSE },
  { "shortage", HC_ALERT_SHORTAGE, 0, "Shortage", "There is less of this medicine than is needed.",
    "Do not stop a medicine or take less of it on your own", "Cancer Support Community", TRUE },
};

/* Everything that is told of one alert. */
static void
test_page (gconstpointer data)
{
  const Meaning *meaning = data;
  g_autoptr (MedicinesFixture) self = open_alerts ();
  GtkWidget *page;

  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = "a", .kind = meaning->kind, .severity = meaning->class, .title = "A title", .published = "2026-11-02",
    .source = "FDA", .text = "Some <b>text</b> & lots", .reason = "The notice names <warfarin> & others.",
    .uri = "https://www.fda.gov/x?a=1&b=2" });
  open_alert (self, 0);
  assert_states (self, "a|read");
  page = medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL);

  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, meaning->words));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, meaning->meaning));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, meaning->advice));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, meaning->source));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Checked on 21 November 2026."));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Warfarin 5 mg"));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "The notice names <warfarin> & others."));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Some <b>text</b> & lots"));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "FDA, 2 November 2026"));
  g_assert_true ((hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Call 911 now") == NULL) == meaning->is_calm);

  /* Where it leads is shown before anything leaves the computer. */
  gtk_widget_activate_action (page, "alert.open-source", NULL);
  WAIT_FOR (says (self, "https://www.fda.gov/x?a=1&b=2"));
  g_assert_nonnull (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL));
}

/* What an emergency needs comes before all else that is to be done. */
static void
test_emergency_first (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  GtkWidget *page;

  add_recall (self, "a", 1, "2026-11-18");
  open_alert (self, 0);
  page = medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL);
  g_assert_cmpfloat (medicines_fixture_get_top (self, hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Call 911 now")), <,
                     medicines_fixture_get_top (self, hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Do not stop")));
}

/* An address that leads nowhere good is no button, and what was not told leaves no gap. */
static void
test_bad_source (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  GtkWidget *page;

  add (self, "Warfarin", &(HcAlertDetails) {
    .notice = "a", .kind = HC_ALERT_WARNING, .title = "A title", .published = "2026-11-02",
    .uri = "javascript:alert(1)" });
  open_alert (self, 0);
  page = medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL);
  g_assert_null (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Read the Notice"));
  g_assert_null (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "What Was Published"));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "2 November 2026"));

  gtk_widget_activate_action (page, "alert.set-unread", NULL);
  WAIT_FOR (medicines_fixture_find (self, HC_TYPE_ALERT_PAGE, NULL) == NULL);
  assert_states (self, "a|unread");
}

/* Only those of medicines that are still taken, and of the person that is shown. */
static void
test_whose (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  HcMedicineStore *medicines = hc_profile_get_medicines (get_profile (self));
  g_autoptr (HcMedicine) warfarin = g_object_ref (find_medicine (self, "Warfarin"));
  g_autofree char *first = medicines_fixture_add_person (self);
  g_autofree char *second = medicines_fixture_add_person (self);
  gboolean is_done = FALSE;

  medicines_fixture_add (self, second, NULL, "Aspirin", NULL, NULL);
  add_recall (self, "a", 1, "2026-11-18");
  add (self, "Aspirin", &(HcAlertDetails) {
    .notice = "b", .kind = HC_ALERT_WARNING, .title = "Title of b", .published = "2026-11-02" });
  assert_list (self, "*a ");

  hc_current_person_choose (hc_context_get_person (self->fixture->context), second);
  assert_list (self, "*b ");
  hc_current_person_choose (hc_context_get_person (self->fixture->context), first);
  assert_list (self, "*a ");

  hc_medicine_store_remove_async (medicines, warfarin, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  g_assert_true (says (self, "No Alerts"));
  is_done = FALSE;
  hc_medicine_store_save_async (medicines, warfarin, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_list (self, "*a ");

  /* As a notification leads to them. */
  medicines_fixture_go (self, "health-center:medicines");
  {
    g_autofree char *link = g_strconcat ("health-center:alerts?person=", second, NULL);

    medicines_fixture_go (self, link);
  }
  assert_list (self, "*b ");
  medicines_fixture_go (self, "health-center:alerts?person=nobody");
  assert_list (self, "*b ");
}

static const char *
get_banner_words (MedicinesFixture *self)
{
  GtkWidget *banner = medicines_fixture_find (self, HC_TYPE_ALERT_BANNER, NULL);

  return banner != NULL ? adw_banner_get_title (hc_ui_fixture_find (banner, ADW_TYPE_BANNER, NULL)) : NULL;
}

/* My Medicines says that there are some, and leads to them; the sidebar counts them. */
static void
test_banner (void)
{
  g_autoptr (MedicinesFixture) self = medicines_fixture_open ("health-center:medicines", 1080);
  g_autofree char *link = NULL;
  GtkWidget *banner;

  medicines_fixture_add (self, NULL, NULL, "Warfarin", "5 mg", "tablet");
  g_assert_null (get_banner_words (self));

  add_recall (self, "a", 1, "2026-11-18");
  g_assert_cmpstr (get_banner_words (self), ==, "1 new alert about your medicines");
  add_recall (self, "b", 1, "2026-11-18");
  g_assert_cmpstr (get_banner_words (self), ==, "2 new alerts about your medicines");
  {
    GtkListBox *sidebar = medicines_fixture_find (self, GTK_TYPE_LIST_BOX, NULL);
    GtkWidget *row = gtk_widget_get_ancestor (hc_ui_fixture_find (sidebar, GTK_TYPE_LABEL, "My Medicines"),
                                              GTK_TYPE_LIST_BOX_ROW);

    g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "2"));
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "My Medicines, 2 new alerts");
  }

  banner = medicines_fixture_find (self, HC_TYPE_ALERT_BANNER, NULL);
  hc_ui_fixture_press (banner, "Show");
  WAIT_FOR (medicines_fixture_find (self, HC_TYPE_ALERTS_VIEW, NULL) != NULL);
  link = medicines_fixture_dup_link (self);
  g_assert_cmpstr (link, ==, "health-center:alerts");

  activate (self, "alerts.read-all", NULL);
  WAIT_FOR (!says (self, "New · Recall"));
  medicines_fixture_go (self, "health-center:medicines");
  g_assert_cmpstr (get_banner_words (self), ==, "2 alerts about your medicines");

  {
    g_autofree char *person = medicines_fixture_add_person (self);

    /* It is somebody whom the user cares for. */
    g_assert_cmpstr (get_banner_words (self), ==, "2 alerts about these medicines");
  }

  medicines_fixture_go (self, "health-center:alerts");
  activate (self, "alerts.dismiss", "a");
  activate (self, "alerts.dismiss", "b");
  WAIT_FOR (says (self, "Nothing New"));
  medicines_fixture_go (self, "health-center:medicines");
  g_assert_null (get_banner_words (self));
}

/* A disk that is full is said, and nothing looks as if it were done. */
static void
test_fails (void)
{
  g_autoptr (MedicinesFixture) self = open_alerts ();
  g_autofree char *path = g_build_filename (self->fixture->folder, "profile.db", NULL);
  g_autofree char *toast = NULL;

  add_recall (self, "a", 1, "2026-11-18");
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE UPDATE ON alert BEGIN SELECT RAISE (FAIL, 'refused'); END");
  activate (self, "alerts.read-all", NULL);
  toast = medicines_fixture_take_toast (self);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  assert_list (self, "*a ");
  assert_states (self, "a|unread");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/alerts/empty", test_empty);
  g_test_add_func ("/alerts/order", test_order);
  g_test_add_func ("/alerts/row", test_row);
  g_test_add_func ("/alerts/dismiss", test_dismiss);
  g_test_add_func ("/alerts/undo-read", test_undo_read);
  g_test_add_func ("/alerts/emergency-first", test_emergency_first);
  g_test_add_func ("/alerts/bad-source", test_bad_source);
  g_test_add_func ("/alerts/whose", test_whose);
  g_test_add_func ("/alerts/banner", test_banner);
  g_test_add_func ("/alerts/fails", test_fails);

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_autofree char *path = g_strconcat ("/alerts/page/", meanings[i].name, NULL);

      g_test_add_data_func (path, &meanings[i], test_page);
    }

  return g_test_run ();
}
