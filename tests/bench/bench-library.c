/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures within the process what cannot be seen from outside. Prints one "name value unit" a line.
 *
 * usage: bench-library LIBRARY-FILE PROFILE-FOLDER */

#include "bench-queries.h"
#include "hc-context.h"
#include "hc-ui-resources.h"
#include "hc-window.h"

#define N_ROUNDS 5

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *time_a = a, *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static void
print_time (const char *name,
            gint64      us)
{
  g_print ("%s %.3f ms\n", name, (double) us / 1000.0);
}

/* Everything that has to be there before a row can be shown. */
static gint64
time_search (HcLibrary  *library,
             const char *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = hc_library_search (library, text, 50, &error);
  guint n_hits;

  if (hits == NULL)
    g_error ("\"%s\" could not be searched: %s", text, error->message);

  n_hits = g_list_model_get_n_items (hits);
  for (guint i = 0; i < n_hits; i++)
    g_object_unref (g_list_model_get_object (hits, i));

  return g_get_monotonic_time () - start;
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare_times);

  return g_array_index (times, gint64, times->len / 2);
}

/* As somebody types: "r", "re", "rec" ... Each keystroke counts with the median of its rounds, so
 * that the worst one is slow by itself and not for what else the machine did. */
static void
measure_search (HcLibrary *library)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (bench_queries); i++)
    for (const char *end = g_utf8_next_char (bench_queries[i]); end[-1] != '\0'; end = g_utf8_next_char (end))
      {
        g_autofree char *text = g_strndup (bench_queries[i], (gsize) (end - bench_queries[i]));
        g_autoptr (GArray) rounds = g_array_new (FALSE, FALSE, sizeof (gint64));
        gint64 us;

        for (guint round = 0; round < N_ROUNDS; round++)
          {
            us = time_search (library, text);
            g_array_append_val (rounds, us);
          }

        us = get_median (rounds);
        g_array_append_val (times, us);
      }

  g_print ("search-keystrokes %u\n", times->len);
  print_time ("search-median", get_median (times));
  print_time ("search-worst", g_array_index (times, gint64, times->len - 1));
}

/* By what is shown at once: the blocks of its first page. */
static char *
dup_longest_link (HcLibrary *library)
{
  GListModel *articles = hc_library_get_articles (library);
  HcArticle *longest = NULL;
  guint n_articles = g_list_model_get_n_items (articles);
  guint n_longest = 0;

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      guint first, n_blocks;

      if (!hc_library_load_article (library, article, NULL))
        continue;

      hc_article_get_page (article, 0, &first, &n_blocks);
      if (n_blocks > n_longest)
        {
          n_longest = n_blocks;
          longest = article;
        }
    }

  return hc_article_dup_link (longest);
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static void
wait_for_frames (GtkWidget *window,
                 guint      n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  while (n-- > 0)
    {
      gboolean is_painted = FALSE;
      gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      while (!is_painted)
        g_main_context_iteration (NULL, TRUE);
      g_signal_handler_disconnect (clock, handler);
    }
}

/* From the list, after another article was read: what is shown already is not shown again. */
static gint64
time_opening (HcWindow   *window,
              const char *other_link,
              const char *link)
{
  gint64 start;

  if (other_link != NULL)
    {
      hc_window_open_link (window, other_link);
      wait_for_frames (GTK_WIDGET (window), 30);
    }
  hc_window_open_link (window, "health-center:articles");
  wait_for_frames (GTK_WIDGET (window), 30);

  start = g_get_monotonic_time ();
  hc_window_open_link (window, link);
  wait_for_frames (GTK_WIDGET (window), 1);

  return g_get_monotonic_time () - start;
}

static void
measure_opening (HcContext *context)
{
  HcLibrary *library = hc_context_get_library (context);
  g_autoptr (HcArticle) first = g_list_model_get_item (hc_library_get_articles (library), 0);
  g_autofree char *first_link = hc_article_dup_link (first);
  g_autofree char *link = dup_longest_link (library);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.health_center.Bench", G_APPLICATION_NON_UNIQUE);
  HcWindow *window;

  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    g_error ("The application does not start");

  window = hc_window_new (application, context);
  hc_window_open_link (window, "health-center:articles");
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);

  /* The first time also makes the page that shows articles. */
  print_time ("open-first", time_opening (window, NULL, link));

  for (guint i = 0; i < 2 * N_ROUNDS + 1; i++)
    {
      gint64 us = time_opening (window, first_link, link);

      g_array_append_val (times, us);
    }
  print_time ("open-again", get_median (times));
  g_print ("open-link %s\n", link);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (HcProfile) profile = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (HcContext) context = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: bench-library LIBRARY-FILE PROFILE-FOLDER\n");
      return 2;
    }

  library = hc_library_new (argv[1], &error);
  if (library == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  measure_search (library);

  adw_init ();
  /* The first frame of a transition shows next to nothing of the article. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (hc_ui_get_resource ());
  settings = g_settings_new ("io.github.health_center.HealthCenter");
  profile = hc_profile_new (argv[2], clock);
  context = hc_context_new (library, profile, clock, settings);
  measure_opening (context);

  return EXIT_SUCCESS;
}
