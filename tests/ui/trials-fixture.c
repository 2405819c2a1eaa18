/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "trials-fixture.h"

#include "hc-trial-import.h"

#define DENVER \
  "{\"facility\":\"Mountain Cancer Center\",\"status\":\"RECRUITING\",\"city\":\"Denver\",\"state\":\"Colorado\"," \
  "\"country\":\"United States\",\"geoPoint\":{\"lat\":39.74,\"lon\":-104.99},\"contacts\":[{\"name\":\"Ana Ruiz\"," \
  "\"role\":\"CONTACT\",\"phone\":\"303-555-0101\",\"phoneExt\":\"12\",\"email\":\"ana.ruiz@example.org\"}]}"

#define BOSTON \
  "{\"facility\":\"Harbor Hospital\",\"status\":\"RECRUITING\",\"city\":\"Boston\",\"state\":\"Massachusetts\"," \
  "\"country\":\"United States\",\"geoPoint\":{\"lat\":42.36,\"lon\":-71.06}}"

#define CRITERIA \
  "Inclusion Criteria:\\n\\n* Adenocarcinoma of the colon\\n* Able to sign the consent form\\n\\n" \
  "Exclusion Criteria:\\n\\n* Infection that needs treatment\\n* Pregnant or nursing"

typedef struct
{
  const char *nct;
  const char *title;
  const char *status;
  const char *phase;
  const char *updated;
  const char *minimum_age;
  const char *criteria;
  const char *sites;
} Study;

static const Study studies[] = {
  { TRIALS_NEAR, "Exercise During Chemotherapy for Colon Cancer", "RECRUITING", "PHASE3", "2026-11-02", "18 Years",
    CRITERIA, BOSTON "," DENVER },
  { TRIALS_FAR, "A New Antibody After Standard Treatment", "RECRUITING", "PHASE2", "2026-10-12", "18 Years", CRITERIA,
    BOSTON },
  { TRIALS_ASK, "Shorter Infusions of Oxaliplatin", "NOT_YET_RECRUITING", "PHASE2", "2026-09-01", "18 Years", CRITERIA,
    DENVER },
  { TRIALS_MARKER, "An Inhibitor for Tumors With KRAS G12C", "RECRUITING", "PHASE1", "2026-11-10", "18 Years",
    "Inclusion Criteria:\\n\\n* Colorectal cancer with KRAS G12C mutation", DENVER },
  { TRIALS_MISFIT, "Gentle Treatment for People of 75 and Older", "RECRUITING", "PHASE2", "2026-08-01", "75 Years",
    CRITERIA, DENVER },
};

static char *
make_study (const Study *study)
{
  return g_strdup_printf (
    "{\"protocolSection\":{"
    "\"identificationModule\":{\"nctId\":\"%s\",\"briefTitle\":\"%s\",\"officialTitle\":\"%s: A Randomized Study\"},"
    "\"statusModule\":{\"overallStatus\":\"%s\",\"statusVerifiedDate\":\"2026-10\","
    "\"startDateStruct\":{\"date\":\"2026-01-15\"},\"completionDateStruct\":{\"date\":\"2029-12\"},"
    "\"lastUpdatePostDateStruct\":{\"date\":\"%s\"}},"
    "\"sponsorCollaboratorsModule\":{\"leadSponsor\":{\"name\":\"Example University\"}},"
    "\"descriptionModule\":{\"briefSummary\":\"The study compares two ways of care.\\n\\n"
    "It looks at how people feel.\"},"
    "\"conditionsModule\":{\"conditions\":[\"Colon Cancer\"]},"
    "\"designModule\":{\"studyType\":\"INTERVENTIONAL\",\"phases\":[\"%s\"],\"enrollmentInfo\":{\"count\":320}},"
    "\"armsInterventionsModule\":{\"interventions\":[{\"type\":\"OTHER\",\"name\":\"Tested care\","
    "\"description\":\"Given every two weeks\"}]},"
    "\"eligibilityModule\":{\"eligibilityCriteria\":\"%s\",\"sex\":\"ALL\",\"minimumAge\":\"%s\"},"
    "\"contactsLocationsModule\":{\"centralContacts\":[{\"name\":\"Study Office\",\"role\":\"CONTACT\","
    "\"phone\":\"800-555-0100\",\"email\":\"office@example.org\"}],\"locations\":[%s]}}}",
    study->nct, study->title, study->title, study->status, study->updated, study->phase, study->criteria,
    study->minimum_age, study->sites);
}

/* Returns: (transfer full): one trial, in Denver, as the registry gives it; @criteria NULL for the usual ones */
char *
trials_fixture_make_study (const char *nct,
                           const char *title,
                           const char *status,
                           const char *updated,
                           const char *criteria)
{
  Study study = { nct, title, status, "PHASE3", updated, "18 Years", criteria != NULL ? criteria : CRITERIA, DENVER };

  return make_study (&study);
}

/* Returns: (transfer full): all five, as a page of the registry */
char *
trials_fixture_make_page (void)
{
  GString *page = g_string_new ("{\"totalCount\":5,\"studies\":[");

  for (guint i = 0; i < G_N_ELEMENTS (studies); i++)
    {
      g_autofree char *study = make_study (&studies[i]);

      g_string_append_printf (page, "%s%s", i > 0 ? "," : "", study);
    }
  g_string_append (page, "]}");

  return g_string_free_and_steal (page);
}

/* Returns: (transfer full): the path of a file beside the profile */
char *
trials_fixture_write (HcUiFixture *fixture,
                      const char  *name,
                      const char  *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

/* Imports JSON without the user interface. */
void
trials_fixture_import (HcUiFixture *fixture,
                       const char  *json)
{
  HcTrialCatalog *catalog = hc_context_get_trials (fixture->context);
  g_autoptr (HcTrialImport) import = hc_trial_import_new (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (catalog)),
                                                          hc_context_get_clock (fixture->context));
  g_autofree char *path = trials_fixture_write (fixture, "trials.json", json);
  const char *paths[] = { path, NULL };
  gboolean is_done = FALSE;

  hc_trial_import_run_async (import, paths, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (catalog));
}

/* Colon cancer of stage IV, 60 years, no MSI-H. */
void
trials_fixture_add_person (HcUiFixture *fixture)
{
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (hc_context_get_profile (fixture->context)), person,
                              &(HcPersonDetails) {
    .is_user = TRUE, .name = "Zelda Testperson", .birth_year = 1966, .site = "colon", .stage = "4",
    .biomarkers = "ras-wild", .treatment = "FOLFOX since spring",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* Presses the button with that tooltip: a question with an address comes, and is closed again. */
void
trials_fixture_press_contact (HcWindow   *window,
                              const char *tooltip,
                              const char *heading,
                              const char *address)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (window, GTK_TYPE_BUTTON);
  AdwAlertDialog *dialog;
  guint i = 0;

  while (i < buttons->len && g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), tooltip) != 0)
    i++;
  g_assert_cmpuint (i, <, buttons->len);
  g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");

  WAIT_FOR ((dialog = hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL)) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, heading);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (adw_alert_dialog_get_extra_child (dialog))), ==, address);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);
}
