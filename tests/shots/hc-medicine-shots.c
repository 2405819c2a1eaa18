/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves pictures of all screens with which a medicine is added and changed, and checks that none asks for a wider
 * window. For looking at. */

#include "fields-fixture.h"
#include "hc-add-medicine-dialog.h"
#include "hc-medicine-dialogs.h"
#include "hc-medicine-page.h"
#include "hc-medicine-proposal.h"
#include "hc-medicines-home.h"
#include "hc-schedule-editor.h"

static char *output = NULL;
static int width = 1080;
static int height = 760;
static int text_size = 100;
static gboolean is_dark = FALSE;

static HcUiFixture *fixture = NULL;
static AdwWindow *window = NULL;

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_to_node (snapshot);
}

static void
save_picture (const char *name)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (output, file, NULL);

  hc_ui_fixture_wait_frames (window, 20);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, width);
  WAIT_FOR ((node = draw (GTK_WIDGET (window))) != NULL);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (GTK_WIDGET (window)), NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
  g_print ("%s\n", path);
}

static void
close_dialog (void)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  hc_ui_fixture_wait_frames (window, 10);
}

static HcSchedule *
make_cycle (void)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  HcScheduleLine line = { .amount = 3 };

  g_date_set_dmy (&schedule->first, 9, G_DATE_NOVEMBER, 2026);
  g_assert_true (hc_days_parse_cycle ("1-14", 21, &line.days, NULL));
  for (line.minute = 8 * 60; line.minute <= 20 * 60; line.minute += 12 * 60)
    g_array_append_val (schedule->lines, line);

  return schedule;
}

static HcMedicine *
add_medicine (void)
{
  HcMedicineStore *store = hc_profile_get_medicines (hc_context_get_profile (fixture->context));
  g_autoptr (HcSchedule) schedule = make_cycle ();
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 9, 0, 0, 0);
  HcMedicine *medicine;
  gboolean is_done = FALSE;

  g_assert_true (hc_course_begin (course, from, "500 mg", schedule, NULL));
  medicine = hc_medicine_new (&(HcMedicineDetails) {
    .link = "health-center:drug/capecitabine",
    .name = "Capecitabine",
    .strength = "500 mg",
    .form = "tablet, film coated",
    .unit = HC_DOSE_UNIT_TABLET,
    .course = course,
    .reason = "Chemotherapy",
    .prescriber = "Dr. Levi",
    .notes = "Within 30 minutes after breakfast and supper.",
  });
  hc_medicine_store_save_async (store, medicine, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  return medicine;
}

static GtkWidget *
find_scrolled (void)
{
  g_autoptr (GPtrArray) all = NULL;
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  all = hc_ui_fixture_find_all (dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW);

  return all->len > 0 ? g_ptr_array_index (all, all->len - 1) : NULL;
}

/* What is below the edge, too. */
static void
save_pages (const char *name)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scrolled ()));

  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", name, i);
      double value = gtk_adjustment_get_value (adjustment);

      save_picture (numbered);
      gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment) * 0.9);
      if (gtk_adjustment_get_value (adjustment) == value)
        break;
    }
}

static void
test_add (void)
{
  GtkWidget *dialog;

  hc_medicine_dialogs_add (GTK_WIDGET (window), fixture->context, NULL);
  hc_ui_fixture_wait_frames (window, 10);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (window));
  save_picture ("add-1-search-empty");
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "warfarin");
  g_signal_emit_by_name (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "search-changed");
  save_picture ("add-1-search");
  g_signal_emit_by_name (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  hc_ui_fixture_wait_frames (window, 10);
  fields_fixture_type (dialog, "Strength, If You Know It", "5 mg");
  save_pages ("add-2-kind");
  fields_fixture_press (dialog, "Next");
  save_picture ("add-3-reason");
  fields_fixture_press (dialog, "Next");
  save_pages ("add-4-schedule-empty");
  fields_fixture_press (dialog, "Next");
  save_picture ("add-4-schedule-faults");
  fields_fixture_press (dialog, "Evening, 18:00");
  save_pages ("add-4-schedule");
  fields_fixture_press (dialog, "Next");
  fields_fixture_type (dialog, "How Many Are There Now", "30");
  save_pages ("add-5-stock");
  fields_fixture_press (dialog, "Next");
  save_pages ("add-6-review");
  close_dialog ();
}

static void
test_dialogs (void)
{
  static const struct
  {
    const char *name;
    void (*present) (GtkWidget *parent, HcContext *context, HcMedicine *medicine);
  } dialogs[] = {
    { "edit", hc_medicine_dialogs_edit },     { "change", hc_medicine_dialogs_change_dose },
    { "stop", hc_medicine_dialogs_stop },     { "pause", hc_medicine_dialogs_pause },
    { "count", hc_medicine_dialogs_count_stock },
  };
  HcMedicineStore *store = hc_profile_get_medicines (hc_context_get_profile (fixture->context));
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (G_LIST_MODEL (store), 0);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      dialogs[i].present (GTK_WIDGET (window), fixture->context, medicine);
      hc_ui_fixture_wait_frames (window, 10);
      save_pages (dialogs[i].name);
      close_dialog ();
    }
}

static void
test_editor (void)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcMedicine) medicine = NULL;
  GtkWidget *dialog;
  HcScheduleLine line = { .minute = 8 * 60, .n_days = 5 };
  GtkWidget *editor;

  g_date_set_dmy (&schedule->first, 20, G_DATE_NOVEMBER, 2026);
  for (guint i = 0; i < 3; i++)
    {
      line.amount = 4 - i;
      line.first_day = 5 * (int) i;
      g_array_append_val (schedule->lines, line);
    }

  medicine = hc_medicine_new (&(HcMedicineDetails) { .name = "Dexamethasone", .unit = HC_DOSE_UNIT_TABLET });
  hc_medicine_dialogs_change_dose (GTK_WIDGET (window), fixture->context, medicine);
  hc_ui_fixture_wait_frames (window, 10);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (window));
  editor = hc_ui_fixture_find (dialog, HC_TYPE_SCHEDULE_EDITOR, NULL);
  hc_schedule_editor_set_schedule (HC_SCHEDULE_EDITOR (editor), schedule, HC_DOSE_UNIT_TABLET);
  fields_fixture_press (dialog, "Pauses and Journeys");
  fields_fixture_press (dialog, "Add a Pause");
  save_pages ("taper");
  hc_schedule_editor_set_schedule (HC_SCHEDULE_EDITOR (editor), NULL, HC_DOSE_UNIT_TABLET);
  fields_fixture_press (dialog, "When needed");
  save_pages ("need");
  fields_fixture_press (dialog, "Every few hours");
  save_pages ("hours");
  close_dialog ();
}

/* A photo as telephones make them: higher than wide. */
static GBytes *
make_photo (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1200, 1600);
  g_autoptr (GdkPixbuf) box = gdk_pixbuf_new_subpixbuf (pixbuf, 200, 400, 800, 700);
  g_autoptr (GdkPixbuf) stripe = gdk_pixbuf_new_subpixbuf (pixbuf, 200, 500, 800, 120);
  char *jpeg = NULL;
  gsize length = 0;

  gdk_pixbuf_fill (pixbuf, 0x8b6f4eff);
  gdk_pixbuf_fill (box, 0xf5f5f0ff);
  gdk_pixbuf_fill (stripe, 0xc2185bff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &length, "jpeg", NULL, NULL));

  return g_bytes_new_take (jpeg, length);
}

/* What is shown of a medicine that somebody must not take, with and without a photo. */
static void
test_pages (void)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcMedicineStore *store = hc_profile_get_medicines (profile);
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (G_LIST_MODEL (store), 0);
  g_autoptr (HcPerson) person = hc_person_new ();
  g_autoptr (GBytes) photo = make_photo ();
  GtkWidget *navigation = adw_navigation_view_new ();
  HcMedicinePage *page = hc_medicine_page_new (fixture->context);
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (profile), person,
                              &(HcPersonDetails) { .is_user = TRUE, .allergies = "Xeloda\nthe blue ones" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  adw_window_set_content (window, navigation);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
  hc_medicine_page_show (page, medicine);
  save_pages ("page");

  is_done = FALSE;
  hc_medicine_photos_save_async (hc_profile_get_medicine_photos (profile), hc_medicine_get_id (medicine), photo,
                                 hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  save_pages ("page-photo");
  hc_medicine_dialogs_edit (GTK_WIDGET (window), fixture->context, medicine);
  hc_ui_fixture_wait_frames (window, 10);
  save_pages ("edit-photo");
  close_dialog ();

  adw_navigation_view_replace (ADW_NAVIGATION_VIEW (navigation), (AdwNavigationPage *[]) {
    ADW_NAVIGATION_PAGE (hc_medicines_home_new (fixture->context)),
  }, 1);
  save_pages ("home");
  adw_window_set_content (window, adw_bin_new ());
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The folder for the pictures", "FOLDER" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "The width of the window", "PX" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "The height of the window", "PX" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "The size of the text, 80 to 250", "PERCENT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_option_context_set_ignore_unknown_options (options, TRUE); /* those of the tests */
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  if (output == NULL)
    output = g_strdup (".");
  g_mkdir_with_parents (output, 0777);

  hc_ui_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);

  fixture = hc_ui_fixture_new (NULL);
  fields_fixture_set_time (fixture, "2026-11-20T15:00:00Z");
  hc_ui_fixture_open_profile (fixture);
  /* The size of the system, which is that of dialogs. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * text_size / 100, NULL);
  medicine = add_medicine ();
  window = g_object_new (ADW_TYPE_WINDOW,
                         "default-width", width,
                         "default-height", height,
                         "content", adw_bin_new (),
                         NULL);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (window)));

  g_test_add_func ("/medicine-shots/add", test_add);
  g_test_add_func ("/medicine-shots/dialogs", test_dialogs);
  g_test_add_func ("/medicine-shots/editor", test_editor);
  g_test_add_func ("/medicine-shots/pages", test_pages);
  result = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&medicine);
  hc_ui_fixture_free (fixture);

  return result;
}
