/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the diary and a medicine of a profile with a long history, see history.sql, and scrolls through them, beside
 * a list of GTK with as many rows of three labels each. Prints one "name value unit" a line.
 *
 * usage: bench-history LIBRARY-FILE PROFILE-FOLDER */

#include <stdlib.h>
#include <time.h>

#include "hc-context.h"
#include "hc-diary-list-page.h"
#include "hc-medicine-page.h"
#include "hc-ui-resources.h"
#include "hc-window.h"

#define WIDTH 1080
#define HEIGHT 760
#define N_TEXTS 20000
#define N_WARM_UPS 30
#define N_FRAMES 240
#define STEP 160          /* pixels a frame: a fast turn of the wheel */
#define FRAME (1000.0 / 60) /* ms */

/* A label of a row of the list that the pages are compared with. */
#define LABEL \
  "<child><object class='GtkLabel'><property name='xalign'>0</property><property name='wrap'>1</property>" \
  "<binding name='label'><lookup name='string' type='GtkStringObject'><lookup name='item'>GtkListItem</lookup>" \
  "</lookup></binding></object></child>"

static void
fail (const char *message)
{
  g_printerr ("bench-history: %s\n", message);
  exit (EXIT_FAILURE);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print (const char *name,
       const char *what,
       double      value,
       const char *unit)
{
  g_print ("%s-%s %.3f %s\n", name, what, value, unit);
}

static double
get_elapsed (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* How much it has for itself, in MiB. */
static double
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "RssAnon:")) == NULL)
    return 0;

  return (double) g_ascii_strtoll (line + strlen ("RssAnon:"), NULL, 10) / 1024;
}

/* The first widget of a type that can be seen. */
static gpointer
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What the main thread has used of a processor, in ms: other programs do not count. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* What the frames of a window cost, from the beginning of each to when it was painted. */
typedef struct
{
  GtkAdjustment *adjustment; /* NULL: nothing is scrolled */
  double         step;
  double         begin;
  GArray        *times;      /* of double, in ms */
} Frames;

static void
before_paint_cb (Frames *frames)
{
  frames->begin = get_work ();
}

static void
after_paint_cb (Frames *frames)
{
  double work = get_work () - frames->begin;

  g_array_append_val (frames->times, work);
}

/* At the end it goes back, so that there is always something new to be seen. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Frames *frames = user_data;
  double before = gtk_adjustment_get_value (frames->adjustment);

  gtk_adjustment_set_value (frames->adjustment, before + frames->step);
  if ((int) gtk_adjustment_get_value (frames->adjustment) == (int) before)
    frames->step = -frames->step;

  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer full): how long so many frames took, without the first ones */
static GArray *
scroll (GtkWidget     *window,
        GtkAdjustment *adjustment)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frames frames = { adjustment, STEP, 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  gulong before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  gulong after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  guint tick = gtk_widget_add_tick_callback (window, scroll_cb, &frames, NULL);

  while (frames.times->len < N_WARM_UPS + N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (window, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  g_array_remove_range (frames.times, 0, N_WARM_UPS);

  return frames.times;
}

static void
measure_scrolling (const char *name,
                   GtkWidget  *window,
                   GtkWidget  *parent)
{
  GtkScrolledWindow *scroller = find (parent, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GArray) times = NULL;
  guint n_late = 0;

  if (scroller == NULL)
    fail ("there is nothing to be scrolled");

  times = scroll (window, gtk_scrolled_window_get_vadjustment (scroller));
  g_array_sort (times, compare_doubles);
  for (guint i = 0; i < times->len; i++)
    n_late += g_array_index (times, double, i) > FRAME;

  print (name, "frame", g_array_index (times, double, times->len / 2), "ms");
  print (name, "frame-slow", g_array_index (times, double, times->len * 99 / 100), "ms");
  print (name, "late", n_late, "frames");
}

/* Runs the main loop until a list or a chart of the type is there and has been painted.
 *
 * Returns: for how long the loop did nothing else at most, in ms */
static double
wait_for (GtkWidget *window,
          gboolean (*is_there) (GtkWidget *window))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Frames frames = { NULL, 0, 0, times };
  gulong after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  double longest = 0;
  gboolean was_there = FALSE;

  for (;;)
    {
      double begin = get_work ();
      gboolean did_something = g_main_context_iteration (NULL, FALSE);

      if (did_something)
        longest = MAX (longest, get_work () - begin);
      else
        g_usleep (100);

      if (was_there && times->len > 0)
        break;
      if (!was_there && is_there (window))
        {
          was_there = TRUE;
          g_array_set_size (times, 0);
          gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
        }
    }
  g_signal_handler_disconnect (clock, after);

  return longest;
}

static gboolean
is_settled (GtkWidget *window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
has_list (GtkWidget *window)
{
  GtkListView *view = find (window, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = view != NULL ? gtk_list_view_get_model (view) : NULL;

  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) >= N_TEXTS;
}

static gboolean
has_chart (GtkWidget *window)
{
  GtkWidget *page = find (window, HC_TYPE_MEDICINE_PAGE);

  return page != NULL && find (page, g_type_from_name ("HcDayChart")) != NULL;
}

static void
measure_page (const char *name,
              GtkWidget  *window,
              GType       type,
              gboolean  (*is_there) (GtkWidget *window),
              gint64      begin,
              double      memory)
{
  double longest = wait_for (window, is_there);

  print (name, "open", get_elapsed (begin), "ms");
  print (name, "open-longest", longest, "ms");
  print (name, "memory", get_memory () - memory, "MiB");
  measure_scrolling (name, window, find (window, type));
}

static void
measure_texts (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  double memory = get_memory ();
  GtkStringList *texts = gtk_string_list_new (NULL);
  static const char row[] =
    "<interface><template class='GtkListItem'><property name='child'><object class='GtkBox'>"
    "<property name='orientation'>vertical</property>" LABEL LABEL LABEL
    "</object></property></template></interface>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (row, sizeof row - 1);
  GtkListItemFactory *factory = NULL;

  for (guint i = 0; i < N_TEXTS; i++)
    gtk_string_list_take (texts, g_strdup_printf ("Entry %u", i));

  factory = gtk_builder_list_item_factory_new_from_bytes (NULL, bytes);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (texts))),
                                                    factory));
  adw_window_set_content (ADW_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  measure_page ("texts", window, GTK_TYPE_SCROLLED_WINDOW, has_list, g_get_monotonic_time (), memory);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_history (HcContext *context)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("io.github.health_center.Bench", G_APPLICATION_NON_UNIQUE);
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (context)));
  g_autoptr (HcMedicine) medicine = NULL;
  g_autofree char *link = NULL;
  HcWindow *window;
  gint64 begin;
  double memory;

  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    fail ("the application does not start");

  window = hc_window_new (application, context);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  hc_window_open_link (window, "health-center:diary");
  gtk_window_present (GTK_WINDOW (window));
  wait_for (GTK_WIDGET (window), is_settled);
  for (guint i = 0; i < N_WARM_UPS; i++)
    wait_for (GTK_WIDGET (window), is_settled);

  memory = get_memory ();
  begin = g_get_monotonic_time ();
  if (!gtk_widget_activate_action (find (GTK_WIDGET (window), g_type_from_name ("HcDiaryHome")),
                                   "diary.entries", "s", ""))
    fail ("the diary cannot be opened");
  measure_page ("diary", GTK_WIDGET (window), HC_TYPE_DIARY_LIST_PAGE, has_list, begin, memory);

  medicine = g_list_model_get_item (medicines, 0);
  if (medicine == NULL)
    fail ("there is no medicine");
  link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);
  memory = get_memory ();
  begin = g_get_monotonic_time ();
  hc_window_open_link (window, link);
  measure_page ("medicine", GTK_WIDGET (window), HC_TYPE_MEDICINE_PAGE, has_chart, begin, memory);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hc_profile_open_finish (HC_PROFILE (source), result, &error))
    fail (error->message);
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
      g_printerr ("usage: bench-history LIBRARY-FILE PROFILE-FOLDER\n");
      return 2;
    }

  library = hc_library_new (argv[1], &error);
  if (library == NULL)
    fail (error->message);

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (hc_ui_get_resource ());
  settings = g_settings_new ("io.github.health_center.HealthCenter");
  profile = hc_profile_new (argv[2], clock);
  context = hc_context_new (library, profile, clock, settings);
  hc_profile_open_async (profile, opened_cb, NULL);
  while (hc_profile_get_state (profile) != HC_PROFILE_READY)
    g_main_context_iteration (NULL, TRUE);

  measure_texts ();
  measure_history (context);

  return EXIT_SUCCESS;
}
