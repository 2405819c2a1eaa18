/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench-queries.h"
#include "hc-sources-database.h"
#include "hc-trial-catalog.h"
#include "hc-trial-import.h"
#include "hc-trial-json.h"
#include "hc-trial-matches.h"
#include "hc-trial-store.h"

/* Measures the search over many trials, comparing all of them with a person, and an import. The trials are
 * made up, the same with every run. */

#define SEED 20261120
#define N_TRIALS 100000
#define N_FILE 5000
#define N_ROUNDS 3
#define LIMIT 50

static const char *const words[] = {
  "patients", "with", "cancer", "treatment", "the", "of", "and", "histologically", "confirmed", "colorectal",
  "liver", "function", "adequate", "within", "weeks", "prior", "chemotherapy", "oxaliplatin", "irinotecan",
  "metastatic", "stage", "measurable", "disease", "RECIST", "ECOG", "performance", "status", "informed", "consent",
  "pregnant", "infection", "bevacizumab", "KRAS", "wild-type", "mutation", "BRAF", "HER2", "MSI-H", "surgery",
  "radiation", "fever", "rectal", "lymph", "nodes", "fluoropyrimidine", "immunotherapy", "life", "expectancy",
  "months", "women", "contraception", "heart",
};

static const char *const queries[] = {
  "colorectal kras g12c", "folfox boston", "immunotherapy msi-h", "nct00012", "rectal cancer watch and wait",
  "zelobrutinib",
};

static void
check (gconstpointer  good,
       const GError  *error)
{
  if (good != NULL)
    return;

  g_printerr ("%s\n", error != NULL ? error->message : "It failed");
  exit (EXIT_FAILURE);
}

static void
append_words (GRand   *random,
              GString *text,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (random, 0,
                                                                                    G_N_ELEMENTS (words))]);
}

static char *
make_words (GRand *random,
            guint  n)
{
  GString *text = g_string_new (NULL);

  append_words (random, text, n);

  return g_string_free_and_steal (text);
}

/* Few names have most of the trials, most names have few. */
static char *
make_name (GRand *random)
{
  double odds = g_rand_double (random);
  guint number = (guint) (odds * odds * odds * 20000);

  return g_strdup_printf ("%c%c%cobrutin%u", 'a' + (int) (number % 26), 'e' + (int) (number / 26 % 5),
                          'l' + (int) (number / 130 % 10), number);
}

static HcTrial *
make_trial (GRand *random,
            guint  number)
{
  static const char *const cities[] = { "Boston", "Houston", "Paris", "Berlin", "Seoul", "Toronto", "Chicago",
                                        "Madrid" };
  static const char *const statuses[] = { "RECRUITING", "COMPLETED", "NOT_YET_RECRUITING",
                                          "ACTIVE_NOT_RECRUITING" };
  HcTrial *trial = hc_trial_new ();
  GString *criteria = g_string_new ("Inclusion Criteria:\n\n");
  HcTrialIntervention *intervention = hc_trial_add_intervention (trial);
  guint n_sites = (guint) g_rand_int_range (random, 0, 12);

  for (guint i = 0; i < 20; i++)
    {
      g_string_append (criteria, i == 10 ? "\nExclusion Criteria:\n\n* " : "* ");
      append_words (random, criteria, 15);
      g_string_append_c (criteria, '\n');
    }

  trial->nct = g_strdup_printf ("NCT%08u", number);
  trial->title = make_words (random, 10);
  trial->status = g_strdup (statuses[g_rand_int_range (random, 0, G_N_ELEMENTS (statuses))]);
  trial->summary = make_words (random, 60);
  trial->eligibility = g_string_free_and_steal (criteria);
  trial->minimum_age = g_strdup ("18 Years");
  trial->sex = g_strdup ("ALL");
  trial->sponsor = g_strdup_printf ("Sponsor %u", number % 3000);
  trial->updated = g_strdup ("2025-01-31");
  g_ptr_array_add (trial->phases, g_strdup_printf ("PHASE%u", 1 + number % 3));
  g_ptr_array_add (trial->conditions, g_strdup (number % 3 == 0 ? "Colorectal Cancer" : number % 3 == 1
                                                ? "Rectal Cancer"
                                                : "Solid Tumor"));
  intervention->type = g_strdup ("DRUG");
  intervention->name = make_name (random);

  for (guint i = 0; i < n_sites; i++)
    {
      HcTrialSite *site = hc_trial_add_site (trial);

      site->facility = g_strdup_printf ("Hospital %u", (number + i) % 2000);
      site->city = g_strdup (cities[g_rand_int_range (random, 0, G_N_ELEMENTS (cities))]);
      site->country = g_strdup ("Country");
      site->has_point = TRUE;
      site->latitude = g_rand_double_range (random, -60, 60);
      site->longitude = g_rand_double_range (random, -180, 180);
    }

  return trial;
}

static void
fill (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
  g_autoptr (HcTrialStore) store = NULL;

  check (database, error);
  store = hc_trial_store_new (database, &error);
  check (store, error);

  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_autoptr (HcTrial) trial = make_trial (random, i);
      HcTrialOutcome outcome;

      if (i % 2000 == 0)
        check (hc_database_execute (database, i == 0 ? "BEGIN" : "COMMIT; BEGIN", &error) ? store : NULL,
               error);
      check (hc_trial_store_put (store, trial, HC_TRIAL_ORIGIN_FILE, "1", &outcome, &error) ? store : NULL,
             error);
    }

  check (hc_database_execute (database, "COMMIT", &error) ? store : NULL, error);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Each keystroke to the filled model; the best of the rounds, because other programs run, too. */
static void
measure_query (HcTrialCatalog *catalog,
               const char     *query,
               GArray         *times)
{
  for (guint length = 1; length <= strlen (query); length++)
    {
      g_autofree char *text = g_strndup (query, length);
      double best = G_MAXDOUBLE;

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GListModel) found = NULL;
          gint64 begin = g_get_monotonic_time ();

          found = hc_trial_catalog_search (catalog, text, LIMIT, &error);
          check (found, error);
          best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
        }

      g_array_append_val (times, best);
    }
}

static void
measure_search (const char *path)
{
  g_autoptr (HcTrialCatalog) catalog = hc_trial_catalog_new (path);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (bench_queries); i++)
    measure_query (catalog, bench_queries[i], times);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    measure_query (catalog, queries[i], times);

  g_array_sort (times, compare_doubles);
  g_print ("trials-median %.3f ms\n", g_array_index (times, double, times->len / 2));
  g_print ("trials-worst %.3f ms\n", g_array_index (times, double, times->len - 1));
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialMatches) matches = hc_trial_matches_load_finish (result, &error);

  check (matches, error);
  g_main_loop_quit (user_data);
}

static void
measure_match (const char *path)
{
  HcTrialPatient patient = {
    .site = "colon", .stage = "4", .biomarkers = "kras-g12c", .treatment = "FOLFOX", .birth_year = 1960,
    .year = 2026,
    .has_place = TRUE, .latitude = 42, .longitude = -71,
  };
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      gint64 begin = g_get_monotonic_time ();

      hc_trial_matches_load_async (path, NULL, &patient, 500, NULL, matched_cb, loop);
      g_main_loop_run (loop);
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
    }

  g_print ("match %.1f ms\n", best);
}

/* What the memory was at the most is counted anew from here on. */
static void
forget_peak (void)
{
  int file = open ("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);

  malloc_trim (0);
  if (file < 0 || write (file, "5", 1) != 1)
    check (NULL, NULL);
  close (file);
}

static gint64
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "VmHWM:")) == NULL)
    return 0;

  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrialReport) report = hc_trial_import_run_finish (HC_TRIAL_IMPORT (source), result, &error);

  check (report, error);
  if (report->n_added != N_FILE || report->n_problems > 0)
    check (NULL, NULL);
  g_main_loop_quit (user_data);
}

static void
measure_import (const char *folder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree char *file = g_build_filename (folder, "trials.json", NULL);
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE;
  gint64 before;

  for (guint i = 0; i < N_FILE; i++)
    {
      g_autoptr (HcTrial) trial = make_trial (random, i);
      g_autofree char *text = hc_trial_json_print (trial);

      g_string_append_printf (json, "%s%s", i > 0 ? ",\n" : "", text);
    }
  g_string_append_c (json, ']');
  check (g_file_set_contents (file, json->str, (gssize) json->len, &error) ? json : NULL, error);
  g_string_free (g_steal_pointer (&json), TRUE);
  forget_peak ();
  before = get_peak ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("imported-%u.db", round);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (HcTrialImport) import = hc_trial_import_new (path, clock);
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      const char *paths[] = { file, NULL };
      gint64 begin = g_get_monotonic_time ();

      hc_trial_import_run_async (import, paths, NULL, imported_cb, loop);
      g_main_loop_run (loop);
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
    }

  g_print ("import %.1f ms\n", best);
  g_print ("import-memory %.1f MiB\n", (double) (get_peak () - before) / 1024);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-trials FOLDER\n");
      return 2;
    }

  path = g_build_filename (argv[1], "trials.db", NULL);
  measure_import (argv[1]);
  fill (path);
  measure_search (path);
  measure_match (path);

  return EXIT_SUCCESS;
}
