/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures imported labels: the search over more than anybody imports, an import, and the check of what
 * somebody takes. Prints one "name value unit" a line. The files that are imported stay in the folder `files`,
 * so that bench.py can measure another parser with them.
 *
 * usage: bench-labels LIBRARY-FILE FOLDER */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "hc-interaction-check.h"
#include "hc-label-catalog.h"
#include "hc-label-import.h"
#include "hc-label-writer.h"
#include "hc-sources-database.h"

#define SEED 20261121
#define N_LABELS 250000
#define N_SUBSTANCES 3000
#define N_MAKERS 400
#define N_FILES 240
#define N_SECTIONS 60
#define N_ROUNDS 3
#define N_IMPORTS 5
#define LIMIT 50
#define N_MEDICINES 30

static const char *const queries[] = {
  "capecitabine", "tablet pain", "nausea", "film coated", "hydrochloride", "infection of the skin", "0071-0155",
  "high blood pressure", "a", "acid reflux heartburn", "laboratories", "zol",
};

static const char *const uses[] = {
  "pain", "nausea", "vomiting", "infection", "skin", "high", "blood", "pressure", "acid", "reflux", "heartburn",
  "depression", "cancer", "treatment", "patients", "adults", "children", "relief", "temporary", "symptoms", "of",
  "the", "and", "indicated", "for", "in", "with", "allergy", "asthma", "diabetes", "heart", "failure", "sleep",
};

static void
check (gpointer  result,
       GError   *error)
{
  if (result != NULL)
    return;

  g_printerr ("bench-labels: %s\n", error != NULL ? error->message : "failed");
  exit (EXIT_FAILURE);
}

static char *
make_word (GRand *random)
{
  static const char *const syllables[] = { "ca", "pe", "ci", "ta", "bi", "ne", "zol", "pri", "lo", "xa", "mi", "da",
                                           "ver", "ox", "al", "tro", "fen", "sul", "ra", "du" };
  GString *word = g_string_new (NULL);
  int n = g_rand_int_range (random, 3, 6);

  for (int i = 0; i < n; i++)
    g_string_append (word, syllables[g_rand_int_range (random, 0, G_N_ELEMENTS (syllables))]);

  return g_string_free_and_steal (word);
}

static char *
make_text (GRand *random,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            uses[g_rand_int_range (random, 0, G_N_ELEMENTS (uses))]);

  return g_string_free_and_steal (text);
}

static HcLabel *
make_label (GRand     *random,
            GPtrArray *substances,
            GPtrArray *makers,
            guint      number)
{
  HcLabel *label = hc_label_new (HC_LABEL_ORIGIN_SPL);
  HcLabelProduct *product = hc_label_add_product (label);
  HcLabelIngredient *ingredient = hc_label_product_add_ingredient (product);
  HcLabelSection *section = hc_label_add_section (label, 1);
  /* Few substances have most of the labels. */
  double odds = g_rand_double (random);
  const char *substance = g_ptr_array_index (substances, (guint) (odds * odds * odds * (N_SUBSTANCES - 1)));
  g_autofree char *brand = make_word (random);
  g_autofree char *text = make_text (random, 40);

  label->set_id = g_strdup_printf ("%08x-0000-4000-8000-000000000000", number);
  label->version = 1;
  label->kind = HC_LABEL_PRESCRIPTION;
  label->maker = g_strdup (g_ptr_array_index (makers, (guint) g_rand_int_range (random, 0, N_MAKERS)));
  product->key = g_strdup_printf ("%05u-%04u", number % 90000, number % 9000);
  product->name = g_rand_boolean (random) ? g_steal_pointer (&brand) : g_strdup_printf ("%s hydrochloride", substance);
  product->generic = g_strdup (substance);
  product->form = g_strdup ("TABLET, FILM COATED");
  product->imprint = g_strdup_printf ("%c%c;%u", 'A' + (int) (number % 26), 'A' + (int) (number / 26 % 26),
                                      number % 1000);
  product->shape = (HcPillShape) (1 + number % 19);
  product->colors[0] = (HcPillColor) (1 + number % 12);
  ingredient->name = g_strdup (substance);
  ingredient->is_active = TRUE;
  ingredient->strength = g_strdup_printf ("%u mg", 5 * (1 + number % 20));
  section->code = g_strdup ("34067-9");
  section->title = g_strdup ("INDICATIONS AND USAGE");
  section->text = g_strconcat ("p", text, NULL);

  return label;
}

static void
fill (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) makers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
  g_autoptr (HcLabelWriter) writer = NULL;

  check (database, error);
  writer = hc_label_writer_new (database, &error);
  check (writer, error);
  g_ptr_array_add (substances, g_strdup ("capecitabine"));
  while (substances->len < N_SUBSTANCES)
    g_ptr_array_add (substances, make_word (random));
  while (makers->len < N_MAKERS)
    {
      g_autofree char *word = make_word (random);

      g_ptr_array_add (makers, g_strdup_printf ("%s Laboratories, Inc.", word));
    }

  for (guint i = 0; i < N_LABELS; i++)
    {
      g_autoptr (HcLabel) label = make_label (random, substances, makers, i);
      HcLabelOutcome outcome;

      if (i % 2000 == 0)
        check (hc_database_execute (database, i == 0 ? "BEGIN" : "COMMIT; BEGIN", &error) ? database : NULL, error);
      check (hc_label_writer_put (writer, label, "bench", &outcome, &error) ? writer : NULL, error);
    }

  check (hc_database_execute (database, "COMMIT", &error) ? database : NULL, error);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_times (const char *name,
             GArray     *times)
{
  g_array_sort (times, compare_doubles);
  g_print ("%s-median %.3f ms\n", name, g_array_index (times, double, times->len / 2));
  g_print ("%s-worst %.3f ms\n", name, g_array_index (times, double, times->len - 1));
}

/* Each keystroke to the filled model; the best of the rounds, because other programs run, too. */
static void
measure_search (HcLabelCatalog *catalog)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (guint length = 1; length <= strlen (queries[i]); length++)
      {
        g_autofree char *text = g_strndup (queries[i], length);
        double best = G_MAXDOUBLE;

        for (guint round = 0; round < N_ROUNDS; round++)
          {
            g_autoptr (GError) error = NULL;
            g_autoptr (GListModel) found = NULL;
            gint64 begin = g_get_monotonic_time ();

            found = hc_label_catalog_search (catalog, text, LIMIT, &error);
            check (found, error);
            best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
          }

        g_array_append_val (times, best);
      }

  print_times ("labels", times);
}

static void
measure_pills (HcLabelCatalog *catalog)
{
  static const char *const imprints[] = { "A", "AB", "AB 1", "AB 12", "AB 123", "0", "O1", "77" };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (imprints); i++)
    {
      double best = G_MAXDOUBLE;

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
          g_autoptr (GError) error = NULL;
          gint64 begin = g_get_monotonic_time ();
          guint n_found;

          check (hc_label_catalog_find_pills (catalog, &(HcPillQuery) { .imprint = imprints[i] }, LIMIT, pills,
                                              &n_found, &error) ? catalog : NULL, error);
          best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
        }

      g_array_append_val (times, best);
    }

  print_times ("pills", times);
}

/* Labels have much more markup than text, most of it in tables. */
static void
write_table (GRand   *random,
             GString *xml)
{
  g_string_append (xml, "    <table ID=\"t\" width=\"100%\" styleCode=\"Noautorules\">\n     <tbody>\n");

  for (guint row = 0; row < 5; row++)
    {
      g_string_append (xml, "      <tr styleCode=\"Botrule\">\n");
      for (guint cell = 0; cell < 4; cell++)
        {
          g_autofree char *text = make_text (random, 2);

          g_string_append_printf (xml, "       <td align=\"left\" styleCode=\"Lrule Rrule Toprule\" valign=\"top\">"
                                  "<paragraph>%s</paragraph></td>\n", text);
        }
      g_string_append (xml, "      </tr>\n");
    }

  g_string_append (xml, "     </tbody>\n    </table>\n");
}

static void
write_file (GRand      *random,
            const char *folder,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("label-%04u.xml", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns=\"urn:hl7-org:v3\">\n");

  g_string_append_printf (xml,
    " <code code=\"34391-3\" codeSystem=\"2.16.840.1.113883.6.1\"/>\n <title>Label %u</title>\n"
    " <effectiveTime value=\"20250101\"/>\n <setId root=\"%08x-0000-4000-9000-000000000000\"/>\n"
    " <versionNumber value=\"1\"/>\n"
    " <author><assignedEntity><representedOrganization><name>Bench</name></representedOrganization></assignedEntity>"
    "</author>\n <component><structuredBody>\n"
    "  <component><section><code code=\"48780-1\" codeSystem=\"2.16.840.1.113883.6.1\"/><subject><manufacturedProduct>"
    "<manufacturedProduct><code code=\"0000-%04u\" codeSystem=\"2.16.840.1.113883.6.69\"/><name>Medicine %u</name>"
    "<formCode code=\"C42998\" displayName=\"TABLET\"/></manufacturedProduct></manufacturedProduct></subject>"
    "</section></component>\n", number, number, number, number);

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_string_append_printf (xml, "  <component><section ID=\"s%u\"><id root=\"%08x-1111-4000-9000-%012u\"/>"
                              "<code code=\"42229-5\" codeSystem=\"2.16.840.1.113883.6.1\" "
                              "displayName=\"SPL UNCLASSIFIED SECTION\"/><title>%u Section</title>\n   <text>\n",
                              i, number, i, i);
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *text = make_text (random, 35);

          g_string_append_printf (xml, "    <paragraph ID=\"p%u-%u\"><content styleCode=\"italics\">%s</content> %s "
                                  "<content styleCode=\"bold underline\">[see <linkHtml href=\"#s%u\">%s</linkHtml>]"
                                  "</content>.</paragraph>\n", i, j, uses[j], text, j, uses[j + 1]);
        }
      write_table (random, xml);
      g_string_append (xml, "    <list listType=\"unordered\" styleCode=\"Disc\">\n     <item><caption>\342\200\242"
                            "</caption>One</item>\n     <item><caption>\342\200\242</caption>Two</item>\n"
                            "    </list>\n   </text><effectiveTime value=\"20250101\"/></section></component>\n");
    }

  g_string_append (xml, " </structuredBody></component>\n</document>\n");
  check (g_file_set_contents (path, xml->str, (gssize) xml->len, &error) ? xml : NULL, error);
  g_string_free (xml, TRUE);
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
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcImportReport) report = hc_label_import_run_finish (HC_LABEL_IMPORT (source), result, &error);

  check (report, error);
  if (report->n_added != N_FILES || report->n_problems > 0)
    check (NULL, NULL);
  g_main_loop_quit (loop);
}

/* Returns how long it took, in milliseconds. */
static double
import_files (const char *files,
              const char *path)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  const char *paths[] = { files, NULL };
  gint64 begin = g_get_monotonic_time ();

  hc_label_import_run_async (import, paths, ended_cb, loop);
  g_main_loop_run (loop);

  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* The best of several, each into a new file. */
static void
measure_import (const char *files,
                const char *folder)
{
  gint64 before = get_peak ();
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < N_IMPORTS; round++)
    {
      g_autofree char *name = g_strdup_printf ("imported-%u.db", round);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      double elapsed = import_files (files, path); /* MIN() would do it twice */

      best = MIN (best, elapsed);
    }

  g_print ("import %.1f ms\n", best);
  g_print ("import-memory %.1f MiB\n", (double) (get_peak () - before) / 1024);
}

static void
measure_check (const char *library_file)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcInteractionBook) book = NULL;
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *drugs;

  library = hc_library_new (library_file, &error);
  check (library, error);
  book = hc_interaction_book_new (library, &error);
  check (book, error);
  drugs = hc_library_get_drugs (library);

  for (guint i = 0; i < N_MEDICINES; i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i * 3);
      g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (substances, g_object_ref (hc_interaction_book_get_substance (book, hc_drug_get_id (drug))));
      g_ptr_array_add (items, hc_checked_item_new (hc_drug_get_name (drug), substances));
    }

  for (guint round = 0; round < 100; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      HcInteractionCheck *found = hc_interaction_check_run (book, items);
      double elapsed = (double) (g_get_monotonic_time () - begin) / 1000;

      hc_interaction_check_free (found);
      g_array_append_val (times, elapsed);
    }

  print_times ("check", times);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *files = NULL, *labels = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (HcLabelCatalog) catalog = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: bench-labels LIBRARY-FILE FOLDER\n");
      return 2;
    }

  files = g_build_filename (argv[2], "files", NULL);
  labels = g_build_filename (argv[2], "labels.db", NULL);
  g_mkdir_with_parents (files, 0700);

  for (guint i = 0; i < N_FILES; i++)
    write_file (random, files, i);
  measure_import (files, argv[2]);

  fill (labels);
  catalog = hc_label_catalog_new (labels);
  measure_search (catalog);
  measure_pills (catalog);
  measure_check (argv[1]);

  return EXIT_SUCCESS;
}
