/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "hc-city-dialog.h"
#include "hc-trial-chips.h"
#include "hc-trial-home.h"
#include "hc-trial-page.h"
#include "hc-trial-results.h"
#include "hc-trial-row.h"
#include "hc-trial-update-group.h"
#include "hc-trials-page.h"
#include "http-server.h"
#include "trials-fixture.h"

/* The way from what the registry is asked to a saved trial that can be read without it. The registry is a server of
 * the test. */

#define NOW "2026-11-20T12:00:00"

typedef struct
{
  HttpServer  *server;
  HcUiFixture *fixture;
  HcWindow    *window;
} Fixture;

static guint
wait_cb (guint    milliseconds,
         gpointer user_data)
{
  return 0;
}

static void
open_window (Fixture    *self,
             const char *link,
             int         width)
{
  HcHttpClient *client = hc_context_get_http (self->fixture->context);

  hc_http_client_set_tls_database (client, http_server_get_authority (self->server));
  hc_http_client_add_route (client, "clinicaltrials.gov", http_server_get_port (self->server));
  hc_http_client_set_wait (client, wait_cb, NULL);
  hc_ui_fixture_open_profile (self->fixture);
  trials_fixture_add_person (self->fixture);
  /* High enough for all rows: a list makes only those that are seen. */
  self->window = hc_ui_fixture_present (self->fixture, link, width, 1300);
}

static void
set_up (Fixture       *self,
        gconstpointer  certificate)
{
  self->server = http_server_new (certificate);
  self->fixture = hc_ui_fixture_new_at (NOW);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->fixture, hc_ui_fixture_free);
  g_clear_pointer (&self->server, http_server_free);
}

static gpointer
find (Fixture    *self,
      GType       type,
      const char *text)
{
  return hc_ui_fixture_find (self->window, type, text);
}

static gboolean
says (Fixture    *self,
      const char *text)
{
  return find (self, GTK_TYPE_LABEL, text) != NULL;
}

#define assert_says(self, text) \
  G_STMT_START { \
    if (!says (self, text)) \
      g_error ("%s: nobody says “%s”", G_STRLOC, text); \
  } G_STMT_END

static void
activate (Fixture    *self,
          GType       type,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (find (self, type, NULL), action, NULL));
  hc_ui_fixture_wait_frames (self->window, 3);
}

static void
go (Fixture    *self,
    const char *link)
{
  g_assert_true (hc_window_open_link (self->window, link));
  hc_ui_fixture_wait_frames (self->window, 4);
}

/* The numbers of the trials in the list, with the headings between them. */
static char *
dup_list (Fixture *self)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (self->window, HC_TYPE_TRIAL_ROW);
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (find (self, GTK_TYPE_LIST_VIEW, NULL),
                                                            GTK_ACCESSIBLE_ROLE_HEADING);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", gtk_label_get_text (g_ptr_array_index (headings, i)));
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "\n%s",
                            gtk_label_get_text (hc_ui_fixture_find (g_ptr_array_index (rows, i), GTK_TYPE_LABEL,
                                                                    NULL)));

  return g_string_free_and_steal (text);
}

static void
assert_list (Fixture    *self,
             const char *expected)
{
  g_autofree char *list = NULL;

  hc_ui_fixture_wait_frames (self->window, 6);
  list = dup_list (self);
  g_assert_cmpstr (list, ==, expected);
}

static void
fetch_all (Fixture *self)
{
  g_autofree char *page = trials_fixture_make_page ();

  http_server_answer (self->server, 200, "Content-Type: application/json", page, -1);
}

/* Before anything is asked, it says what is sent to whom; what is sent is the same for everybody. */
static void
test_consent (Fixture       *self,
              gconstpointer  data)
{
  GSettings *settings = hc_context_get_settings (self->fixture->context);
  const char *request;

  open_window (self, "health-center:trials", 720);
  assert_says (self, "What to Know First");
  assert_says (self, "Asks clinicaltrials.gov for all recruiting trials");
  assert_says (self, "No trials are on this computer yet.");
  g_assert_null (find (self, GTK_TYPE_BUTTON, "_Fetch Trials"));
  g_assert_false (g_settings_get_boolean (settings, "network-trials"));
  g_assert_cmpuint (http_server_count (self->server), ==, 0);

  fetch_all (self);
  hc_ui_fixture_press (self->window, "_Turn On");
  WAIT_FOR (says (self, "The List Was Fetched"));
  hc_ui_fixture_wait_frames (self->window, 3);

  g_assert_true (g_settings_get_boolean (settings, "network-trials"));
  assert_says (self, "5 new trials, 0 changed, 0 the same as before.");
  assert_says (self, "5 trials are on this computer. The list of recruiting trials was fetched on 20 November 2026.");
  WAIT_FOR (says (self, "2 may fit, 2 need a question answered, 1 does not fit"));

  g_assert_cmpuint (http_server_count (self->server), ==, 1);
  request = http_server_get_request (self->server, 0);
  g_assert_true (g_str_has_prefix (request, "GET /api/v2/studies?format=json&query.cond=colorectal%20cancer"
                                   "&filter.overallStatus=RECRUITING&fields=ProtocolSection&countTotal=true"
                                   "&pageSize=100\n"));
  for (guint i = 0; i < 6; i++)
    {
      static const char *const personal[] = { "1966", "Zelda", "FOLFOX", "ras", "Cookie", "Stage" };

      g_assert_null (strcasestr (request, personal[i]));
    }
}

/* Three groups with their reasons; words and filters narrow them. */
static void
test_results (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *page = trials_fixture_make_page ();
  GtkWidget *entry;

  trials_fixture_import (self->fixture, page);
  open_window (self, "health-center:trials?show=results", 720);
  WAIT_FOR (find (self, HC_TYPE_TRIAL_ROW, NULL) != NULL);
  assert_list (self, "May fit: 2, Needs a question answered: 2, Does not fit: 1"
               "\nA New Antibody After Standard Treatment\nExercise During Chemotherapy for Colon Cancer"
               "\nAn Inhibitor for Tumors With KRAS G12C\nShorter Infusions of Oxaliplatin"
               "\nGentle Treatment for People of 75 and Older");
  assert_says (self, "This is no medical judgment: only the team of a trial can say whether you can take part.");
  assert_says (self, "This is no medical judgment: when in doubt, ask.");
  assert_says (self, "Recruiting · Phase 3");
  assert_says (self, "The trial has not begun to take people. When will it?");
  assert_says (self, "The trial is for people of 75 years and older.");

  entry = find (self, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search Trials");
  gtk_editable_set_text (GTK_EDITABLE (entry), "oxaliplatin");
  WAIT_FOR (!says (self, "Exercise During"));
  assert_list (self, "Needs a question answered: 1\nShorter Infusions of Oxaliplatin");

  gtk_editable_set_text (GTK_EDITABLE (entry), "qwxyz");
  WAIT_FOR (says (self, "No Trial Found"));
  hc_ui_fixture_press (self->window, "_Clear Search and Filters");
  WAIT_FOR (says (self, "Exercise During"));

  gtk_drop_down_set_selected (g_ptr_array_index (hc_ui_fixture_find_all (self->window, GTK_TYPE_DROP_DOWN), 1), 4);
  assert_list (self, "May fit: 1 of 2\nExercise During Chemotherapy for Colon Cancer");
}

/* From the city of Find Care; it stays here. */
static void
test_city (Fixture       *self,
           gconstpointer  data)
{
  GSettings *settings = hc_context_get_settings (self->fixture->context);
  g_autofree char *page = trials_fixture_make_page ();
  g_autofree char *kept = NULL, *city = NULL;
  g_autoptr (GVariant) value = NULL;
  GtkWidget *dialog;

  trials_fixture_import (self->fixture, page);
  open_window (self, "health-center:trials", 720);
  assert_says (self, "Colon cancer, Stage IV");
  assert_says (self, "RAS wild type, no mutation");
  assert_says (self, "Treatment: FOLFOX since spring");
  assert_says (self, "Born in 1966");
  assert_says (self, "Sex: Not Told");

  hc_ui_fixture_press (self->window, "City: Not Chosen");
  WAIT_FOR ((dialog = find (self, HC_TYPE_CITY_DIALOG, NULL)) != NULL);
  hc_ui_fixture_wait_frames (self->window, 6);
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "denv");
  g_signal_emit_by_name (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  WAIT_FOR (find (self, HC_TYPE_CITY_DIALOG, NULL) == NULL);
  assert_says (self, "From Denver, CO");
  city = g_settings_get_string (settings, "care-city");
  g_assert_cmpstr (city, ==, "Denver, CO");

  gtk_widget_activate_action (find (self, HC_TYPE_TRIAL_CHIPS, NULL), "trials.set-sex", "s", "FEMALE");
  hc_ui_fixture_wait_frames (self->window, 3);
  assert_says (self, "Woman");
  value = g_settings_get_value (settings, "trial-sex");
  kept = g_variant_print (value, FALSE);
  g_assert_nonnull (strstr (kept, "'FEMALE'"));

  /* The distance between the two was worked out with another program: 2840.3 km. */
  go (self, "health-center:trials?show=results");
  WAIT_FOR (says (self, "Mountain Cancer Center, Denver, Colorado, United States: less than a kilometer away"));
  assert_says (self, "Harbor Hospital, Boston, Massachusetts, United States: 2840 km away");
  gtk_drop_down_set_selected (g_ptr_array_index (hc_ui_fixture_find_all (self->window, GTK_TYPE_DROP_DOWN), 2), 1);
  hc_ui_fixture_wait_frames (self->window, 6);
  assert_list (self, "May fit: 1 of 2, Needs a question answered: 2, Does not fit: 1"
               "\nExercise During Chemotherapy for Colon Cancer"
               "\nAn Inhibitor for Tumors With KRAS G12C\nShorter Infusions of Oxaliplatin"
               "\nGentle Treatment for People of 75 and Older");
}

/* Consent, fetch, match, save, and then there is neither a network nor what was fetched. */
static void
test_journey (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *rows = NULL, *after = NULL, *questions = NULL, *sources = NULL, *toast = NULL, *again = NULL;
  GSettings *settings = hc_context_get_settings (self->fixture->context);

  open_window (self, "health-center:trials", 720);
  fetch_all (self);
  hc_ui_fixture_press (self->window, "_Turn On");
  WAIT_FOR (says (self, "2 may fit"));

  activate (self, HC_TYPE_TRIAL_HOME, "trials.results");
  WAIT_FOR (find (self, HC_TYPE_TRIAL_ROW, NULL) != NULL);
  g_signal_emit_by_name (find (self, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  WAIT_FOR (find (self, HC_TYPE_TRIAL_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 4);
  assert_says (self, "Exercise During Chemotherapy for Colon Cancer");
  assert_says (self, "Recruiting · Phase 3 · " TRIALS_NEAR);
  assert_says (self, "As the registry has it. The list was fetched on 20 November 2026.");
  assert_says (self, "Infection that needs treatment");
  assert_says (self, "Study Office");

  hc_ui_fixture_press (self->window, "Save Trial");
  WAIT_FOR (find (self, GTK_TYPE_BUTTON, "Remove From Saved Trials") != NULL);
  rows = hc_ui_fixture_query (self->fixture, "SELECT nct, version, note, instr (copy, 'Mountain Cancer Center') > 0 "
                              "FROM saved_trial");
  g_assert_cmpstr (rows, ==, TRIALS_NEAR "|2026-11-02||1");

  activate (self, HC_TYPE_TRIAL_PAGE, "trial.ask");
  toast = NULL;
  questions = NULL;
  WAIT_FOR ((g_free (questions),
             questions = hc_ui_fixture_query (self->fixture, "SELECT count (*) FROM care_question"),
             g_str_equal (questions, "6")));
  hc_ui_fixture_wait_frames (self->window, 3);
  toast = hc_ui_fixture_take_toast (self->window);
  activate (self, HC_TYPE_TRIAL_PAGE, "trial.ask");
  hc_ui_fixture_wait_frames (self->window, 3);
  again = hc_ui_fixture_take_toast (self->window);
  g_assert_cmpstr (again, ==, "These questions are on your list already");

  /* The world goes away. */
  hc_ui_fixture_close (self->window);
  g_settings_set_boolean (settings, "work-offline", TRUE);
  sources = g_build_filename (self->fixture->folder, "sources.db", NULL);
  {
    g_autofree char *folder = g_strdup (self->fixture->folder);
    g_autofree char *wal = g_strconcat (sources, "-wal", NULL);

    self->fixture->is_temporary = FALSE;
    g_clear_pointer (&self->fixture, hc_ui_fixture_free);
    g_unlink (sources);
    g_unlink (wal);
    self->fixture = hc_ui_fixture_new (folder);
    self->fixture->is_temporary = TRUE;
  }
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, "health-center:trials?show=saved", 360, 640);
  WAIT_FOR (find (self, HC_TYPE_TRIAL_ROW, NULL) != NULL);
  g_signal_emit_by_name (find (self, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  WAIT_FOR (find (self, HC_TYPE_TRIAL_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 4);
  assert_says (self, "This is your copy, saved on ");
  assert_says (self, "Infection that needs treatment");
  g_assert_nonnull (find (self, ADW_TYPE_EXPANDER_ROW, "Mountain Cancer Center"));
  g_assert_cmpuint (http_server_count (self->server), ==, 1);

  /* Removed, and brought back. */
  activate (self, HC_TYPE_TRIAL_PAGE, "trial.toggle-saved");
  WAIT_FOR (says (self, "It is not saved any more"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_FOR (says (self, "This is your copy, saved on "));
  after = hc_ui_fixture_query (self->fixture, "SELECT nct FROM saved_trial");
  g_assert_cmpstr (after, ==, TRIALS_NEAR);
}

/* Each fault is told in words, with another try; what was there before stays, with its date. */
static void
test_faults (Fixture       *self,
             gconstpointer  data)
{
  open_window (self, "health-center:trials", 720);
  fetch_all (self);
  hc_ui_fixture_press (self->window, "_Turn On");
  WAIT_FOR (says (self, "The List Was Fetched"));

  http_server_answer (self->server, 200, "Content-Type: text/html", "<html>Sign in</html>", -1);
  activate (self, HC_TYPE_TRIAL_UPDATE_GROUP, "trials.fetch");
  WAIT_FOR (says (self, "The List Was Not Fetched to Its End"));
  assert_says (self, "The trials that were here before are still here");
  assert_says (self, "fetched on 20 November 2026");
  g_assert_true (says (self, hc_http_error_to_words (HC_HTTP_ERROR_PORTAL)));

  http_server_answer (self->server, 404, NULL, "no", -1);
  hc_ui_fixture_press (self->window, "_Try Again");
  WAIT_FOR (says (self, hc_http_error_to_words (HC_HTTP_ERROR_REFUSED)));

  http_server_answer (self->server, 200, "Content-Type: application/json", "{\"studies\":[{\"protocolSection\":{", -1);
  hc_ui_fixture_press (self->window, "_Try Again");
  WAIT_FOR (says (self, "The file is damaged or was not received to its end."));
  assert_says (self, "5 trials are on this computer.");

  g_settings_set_boolean (hc_context_get_settings (self->fixture->context), "work-offline", TRUE);
  hc_ui_fixture_press (self->window, "_Try Again");
  WAIT_FOR (says (self, hc_http_error_to_words (HC_HTTP_ERROR_WORK_OFFLINE)));
  g_settings_reset (hc_context_get_settings (self->fixture->context), "work-offline");

  fetch_all (self);
  hc_ui_fixture_press (self->window, "_Try Again");
  WAIT_FOR (says (self, "0 new trials, 0 changed, 5 the same as before."));
  activate (self, HC_TYPE_TRIAL_UPDATE_GROUP, "trials.dismiss");
  g_assert_false (says (self, "The List Was Fetched"));
}

static void
test_certificate (Fixture       *self,
                  gconstpointer  data)
{
  open_window (self, "health-center:trials", 720);
  hc_ui_fixture_press (self->window, "_Turn On");
  WAIT_FOR (says (self, hc_http_error_to_words (HC_HTTP_ERROR_CERTIFICATE)));
  assert_says (self, "No trials are on this computer yet.");
}

/* The answer never comes; Cancel ends the wait. */
static void
pause_cb (SoupServerMessage *message,
          gpointer           user_data)
{
  soup_server_message_pause (message);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  SoupServerMessage *message = NULL;

  open_window (self, "health-center:trials", 720);
  http_server_answer_with (self->server, pause_cb, &message);
  hc_ui_fixture_press (self->window, "_Turn On");
  WAIT_FOR (message != NULL);
  assert_says (self, "Asking clinicaltrials.gov.");
  /* The button that was pressed is gone; the one that ends the wait has the focus. */
  g_assert_true (gtk_widget_is_focus (find (self, GTK_TYPE_BUTTON, "_Cancel")));
  hc_ui_fixture_press (self->window, "_Cancel");
  WAIT_FOR (says (self, "Fetch Canceled"));
  g_assert_nonnull (find (self, GTK_TYPE_BUTTON, "_Try Again"));
  soup_server_message_unpause (message);
  g_object_unref (message);
}

static void
import_file (Fixture    *self,
             const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  hc_trial_update_group_import (find (self, HC_TYPE_TRIAL_UPDATE_GROUP, NULL), G_LIST_MODEL (files));
}

/* A file of the registry, and one that is none. */
static void
test_import (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *page = trials_fixture_make_page ();
  g_autofree char *good = NULL, *bad = NULL;

  open_window (self, "health-center:trials", 360);
  good = trials_fixture_write (self->fixture, "studies.json", page);
  bad = trials_fixture_write (self->fixture, "shopping.json", "{\"apples\": 5}");
  import_file (self, good);
  WAIT_FOR (says (self, "Import Finished"));
  assert_says (self, "5 new trials");
  assert_says (self, "5 trials are on this computer.");

  import_file (self, bad);
  WAIT_FOR (says (self, "Nothing Was Imported"));
  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, NULL), "clicked");
  assert_says (self, "1 part could not be read.");
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

/* What the registry has changed since a trial was saved is told, and the new version can be kept. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *first = trials_fixture_make_study (TRIALS_NEAR, "A Trial", "RECRUITING", "2026-01-01", NULL);
  g_autofree char *second = trials_fixture_make_study (TRIALS_NEAR, "A Trial", "SUSPENDED", "2026-02-01",
                                                       "Inclusion Criteria:\\n\\n* Something else");
  g_autofree char *version = NULL;

  trials_fixture_import (self->fixture, first);
  open_window (self, "health-center:trial/" TRIALS_NEAR, 720);
  hc_ui_fixture_press (self->window, "Save Trial");
  WAIT_FOR (find (self, GTK_TYPE_BUTTON, "Remove From Saved Trials") != NULL);
  g_assert_false (says (self, "What Has Changed Since You Saved It"));

  trials_fixture_import (self->fixture, second);
  WAIT_FOR (says (self, "What Has Changed Since You Saved It"));
  assert_says (self, "The text about who can take part has changed.");
  assert_says (self, "Something else");

  hc_ui_fixture_press (self->window, "_Save This Version");
  WAIT_FOR (!says (self, "What Has Changed Since You Saved It"));
  version = hc_ui_fixture_query (self->fixture, "SELECT version FROM saved_trial");
  g_assert_cmpstr (version, ==, "2026-02-01");
}

/* A note is saved with the trial, and stays with another version. */
static void
test_note (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *page = trials_fixture_make_page ();
  g_autofree char *row = NULL;
  GtkWidget *text;

  trials_fixture_import (self->fixture, page);
  open_window (self, "health-center:trial/" TRIALS_FAR, 720);
  activate (self, HC_TYPE_TRIAL_PAGE, "trial.note");
  WAIT_FOR ((text = find (self, GTK_TYPE_TEXT_VIEW, NULL)) != NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "Ask Dr. Lee", -1);
  WAIT_FOR (says (self, "Ask Dr. Lee"));
  adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)));
  WAIT_FOR (find (self, GTK_TYPE_TEXT_VIEW, NULL) == NULL);
  row = hc_ui_fixture_query (self->fixture, "SELECT nct, note FROM saved_trial");
  g_assert_cmpstr (row, ==, TRIALS_FAR "|Ask Dr. Lee");
  g_assert_nonnull (find (self, GTK_TYPE_BUTTON, "Change _Note…"));

  go (self, "health-center:trials?show=saved");
  WAIT_FOR (says (self, "My note: Ask Dr. Lee"));
}

/* Side by side where there is room; a fifth one has none. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  static const char *const four[] = { TRIALS_NEAR, TRIALS_FAR, TRIALS_ASK, TRIALS_MARKER };
  g_autofree char *page = trials_fixture_make_page ();
  g_autofree char *toast = NULL;

  trials_fixture_import (self->fixture, page);
  open_window (self, "health-center:trials", 1080);
  for (guint i = 0; i < G_N_ELEMENTS (four); i++)
    {
      g_autofree char *link = g_strconcat ("health-center:trial/", four[i], NULL);

      go (self, link);
      activate (self, HC_TYPE_TRIAL_PAGE, "trial.toggle-compared");
      g_free (hc_ui_fixture_take_toast (self->window));
    }
  go (self, "health-center:trial/" TRIALS_MISFIT);
  activate (self, HC_TYPE_TRIAL_PAGE, "trial.toggle-compared");
  toast = hc_ui_fixture_take_toast (self->window);
  g_assert_cmpstr (toast, ==, "4 trials can be compared. Take one out first.");

  go (self, "health-center:trials?show=compare");
  assert_says (self, "Trials Side by Side");
  assert_says (self, TRIALS_MARKER);
  assert_says (self, "The trial has not begun to take people. When will it?");
  assert_says (self, "320");
  gtk_widget_activate_action (find (self, HC_TYPE_TRIALS_PAGE, NULL), "trials.clear-compared", NULL);
  hc_ui_fixture_wait_frames (self->window, 3);
  assert_says (self, "Nothing to Compare");
}

/* What a match is not, what the words of the registry mean, and whom to ask. */
static void
test_contact (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *page = trials_fixture_make_page ();

  trials_fixture_import (self->fixture, page);
  open_window (self, "health-center:trial/" TRIALS_NEAR, 360);
  assert_says (self, "It is no medical judgment: only the team of a trial can");
  assert_says (self, "Exclusion: with any of this you cannot take part.");
  trials_fixture_press_contact (self->window, "Call Study Office", "Call This Number?", "8005550100");
  trials_fixture_press_contact (self->window, "Write to Study Office", "Write to This Address?", "office@example.org");
}

/* A trial that is not there, and what is no number of one. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  open_window (self, "health-center:trials", 720);
  g_assert_false (hc_window_open_link (self->window, "health-center:trial/NCT99999999"));
  g_assert_false (hc_window_open_link (self->window, "health-center:trial/../../etc"));
  go (self, "health-center:trials?show=results");
  WAIT_FOR (says (self, "No Trials Yet"));
  hc_ui_fixture_press (self->window, "_Get Trials");
  hc_ui_fixture_wait_frames (self->window, 3);
  assert_says (self, "What to Know First");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

#define ADD(name, func, certificate) \
  g_test_add ("/trials/" name, Fixture, certificate, set_up, func, tear_down)

  ADD ("consent", test_consent, "server.pem");
  ADD ("results", test_results, "server.pem");
  ADD ("city", test_city, "server.pem");
  ADD ("journey", test_journey, "server.pem");
  ADD ("faults", test_faults, "server.pem");
  ADD ("certificate", test_certificate, "other-host.pem");
  ADD ("cancel", test_cancel, "server.pem");
  ADD ("import", test_import, "server.pem");
  ADD ("changes", test_changes, "server.pem");
  ADD ("note", test_note, "server.pem");
  ADD ("contact", test_contact, "server.pem");
  ADD ("compare", test_compare, "server.pem");
  ADD ("missing", test_missing, "server.pem");

  return g_test_run ();
}
