/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-article-printer.h"
#include "hc-article-view.h"
#include "hc-disclosure.h"
#include "hc-picture-canvas.h"
#include "hc-picture-grid.h"
#include "hc-picture-view.h"
#include "hc-picture-viewer.h"
#include "hc-topic-card.h"
#include "hc-ui-fixture.h"
#include "picture-fixture.h"

/* Pictures in an article, all of them in a grid, and each by itself. */

#define ALPHA                                               \
  ALPHA_FRONT_MATTER ALPHA_TEXT                             \
  "\n"                                                      \
  "![Squares & so on.](health-center:picture/squares)\n"

/* Of a window on X11 10 px are its shadow: this leaves the 360 px of a telephone. */
#define NARROW 370

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
} Shown;

static Shown
show (const char *link,
      int         width)
{
  Shown shown = { .content = compiler_fixture_new () };
  g_autofree char *errors = NULL;

  pictures_add (shown.content);
  compiler_fixture_write (shown.content, "content/articles/alpha.md", ALPHA, -1);
  compiler_fixture_run (shown.content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  shown.fixture = hc_ui_fixture_new_for_content (shown.content);
  shown.window = hc_ui_fixture_present (shown.fixture, link, width, 900);

  return shown;
}

static void
shown_clear (Shown *shown)
{
  hc_ui_fixture_free (shown->fixture);
  compiler_fixture_free (shown->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static gpointer
find_viewer (Shown *shown)
{
  return hc_ui_fixture_find (shown->window, HC_TYPE_PICTURE_VIEWER, NULL);
}

static void
act (Shown      *shown,
     const char *action)
{
  gtk_widget_activate_action_variant (find_viewer (shown), action, NULL);
  hc_ui_fixture_wait_frames (shown->window, 3);
}

/* The button of the bottom bar with that tooltip. */
static GtkWidget *
find_tool (Shown      *shown,
           const char *tooltip)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (find_viewer (shown), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), tooltip) == 0)
      return g_ptr_array_index (buttons, i);

  g_error ("There is no button “%s”", tooltip);
}

static void
assert_last_link (Shown      *shown,
                  const char *link)
{
  g_autofree char *last = g_settings_get_string (hc_context_get_settings (shown->fixture->context), "last-link");

  g_assert_cmpstr (last, ==, link);
}

static void
assert_picture (Shown      *shown,
                const char *id,
                const char *counter)
{
  g_autofree char *link = g_strconcat ("health-center:picture/", id, NULL);

  g_assert_cmpstr (hc_picture_get_id (hc_picture_viewer_get_picture (find_viewer (shown))), ==, id);
  g_assert_nonnull (hc_ui_fixture_find (find_viewer (shown), GTK_TYPE_LABEL, counter));
  assert_last_link (shown, link);
}

/* The order is that of pictures.txt, and ends at both ends. */
static void
test_slide_show (void)
{
  g_auto (Shown) shown = show ("health-center:picture/squares", 1080);
  g_autofree char *announcement = NULL;

  assert_picture (&shown, "squares", "1 of 3");
  g_assert_false (gtk_widget_get_sensitive (find_tool (&shown, "Previous Picture")));
  act (&shown, "picture.left");
  assert_picture (&shown, "squares", "1 of 3");

  act (&shown, "picture.next");
  assert_picture (&shown, "stripe", "2 of 3");
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announcement, ==, "A Stripe, 2 of 3");
  g_assert_true (gtk_widget_get_sensitive (find_tool (&shown, "Previous Picture")));

  act (&shown, "picture.right");
  assert_picture (&shown, "circle", "3 of 3");
  g_assert_false (gtk_widget_get_sensitive (find_tool (&shown, "Next Picture")));
  act (&shown, "picture.right");
  assert_picture (&shown, "circle", "3 of 3");

  g_signal_emit_by_name (find_tool (&shown, "Previous Picture"), "clicked");
  hc_ui_fixture_wait_frames (shown.window, 3);
  assert_picture (&shown, "stripe", "2 of 3");

  /* A push to the right brings the one before. */
  g_signal_emit_by_name (hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_CANVAS, NULL), "swiped", -1);
  hc_ui_fixture_wait_frames (shown.window, 3);
  assert_picture (&shown, "squares", "1 of 3");
}

/* From 100 to 400 %, and a larger picture is moved by what turned to its neighbors before. */
static void
test_zoom (void)
{
  g_auto (Shown) shown = show ("health-center:picture/stripe", 1080);
  HcPictureCanvas *canvas = hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_CANVAS, NULL);
  GtkButton *zoom_button = GTK_BUTTON (find_tool (&shown, "Fit the Picture"));
  double x, y, old_x;

  g_assert_cmpstr (gtk_button_get_label (zoom_button), ==, "100 %");
  g_assert_false (gtk_widget_get_sensitive (find_tool (&shown, "Smaller")));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (zoom_button)));

  act (&shown, "picture.zoom-in");
  g_assert_cmpstr (gtk_button_get_label (zoom_button), ==, "125 %");
  g_assert_true (gtk_widget_get_sensitive (find_tool (&shown, "Smaller")));

  hc_picture_canvas_get_pan (canvas, &old_x, &y);
  act (&shown, "picture.right");
  hc_picture_canvas_get_pan (canvas, &x, &y);
  g_assert_cmpfloat (x, >, old_x);
  act (&shown, "picture.left");
  act (&shown, "picture.left");
  hc_picture_canvas_get_pan (canvas, &x, &y);
  g_assert_cmpfloat (x, <, old_x);
  assert_picture (&shown, "stripe", "2 of 3");

  for (int i = 0; i < 10; i++)
    act (&shown, "picture.zoom-in");
  g_assert_cmpfloat (hc_picture_canvas_get_zoom (canvas), ==, 4.0);
  g_assert_cmpstr (gtk_button_get_label (zoom_button), ==, "400 %");
  g_assert_false (gtk_widget_get_sensitive (find_tool (&shown, "Larger")));

  act (&shown, "picture.zoom-normal");
  g_assert_cmpfloat (hc_picture_canvas_get_zoom (canvas), ==, 1.0);
  act (&shown, "picture.zoom-out");
  g_assert_cmpfloat (hc_picture_canvas_get_zoom (canvas), ==, 1.0);

  /* The next picture begins as large as fits. */
  act (&shown, "picture.zoom-in");
  act (&shown, "picture.next");
  g_assert_cmpfloat (hc_picture_canvas_get_zoom (canvas), ==, 1.0);
}

static void
assert_part (Shown      *shown,
             const char *title,
             const char *text,
             gboolean    has_link)
{
  WAIT_FOR (hc_ui_fixture_find (find_viewer (shown), GTK_TYPE_LABEL, text) != NULL);
  g_assert_cmpint (hc_ui_fixture_find (find_viewer (shown), GTK_TYPE_LABEL, "Read About It") != NULL, ==, has_link);

  if (title != NULL)
    {
      GtkListBoxRow *row = hc_ui_fixture_find (find_viewer (shown), ADW_TYPE_ACTION_ROW, title);

      g_assert_true (gtk_list_box_row_is_selected (row));
    }
}

/* Their order is that of squares.txt, with the keys as with the list. */
static void
test_parts_by_keyboard (void)
{
  g_auto (Shown) shown = show ("health-center:picture/squares", 1080);
  g_autofree char *announcement = NULL;
  GtkListBoxRow *row;

  assert_part (&shown, NULL, "Choose one here, or point at it in the picture.", FALSE);

  act (&shown, "picture.down");
  assert_part (&shown, "Left Square", "The square on the left.", TRUE);
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announcement, ==, "Left Square. The square on the left.");

  act (&shown, "picture.down");
  assert_part (&shown, "Spot", "A spot on the other square.", TRUE);
  act (&shown, "picture.down");
  assert_part (&shown, "Right Square", "The square on the right.", FALSE);
  act (&shown, "picture.down");
  assert_part (&shown, "Right Square", "The square on the right.", FALSE);
  act (&shown, "picture.up");
  assert_part (&shown, "Spot", "A spot on the other square.", TRUE);

  /* The focus in the list chooses. */
  row = hc_ui_fixture_find (find_viewer (&shown), ADW_TYPE_ACTION_ROW, "Left Square");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The square on the left.");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  hc_ui_fixture_wait_frames (shown.window, 2);
  assert_part (&shown, "Left Square", "The square on the left.", TRUE);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (shown.window), GTK_DIR_TAB_FORWARD));
  hc_ui_fixture_wait_frames (shown.window, 2);
  assert_part (&shown, "Spot", "A spot on the other square.", TRUE);

  /* Enter opens what is told of it. */
  row = hc_ui_fixture_find (find_viewer (&shown), ADW_TYPE_ACTION_ROW, "Spot");
  g_signal_emit_by_name (row, "activate");
  WAIT_FOR (hc_ui_fixture_find (shown.window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  assert_last_link (&shown, "health-center:article/beta");
}

static void
test_parts_by_pointer (void)
{
  g_auto (Shown) shown = show ("health-center:picture/squares", 1080);
  HcPictureCanvas *canvas = hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_CANVAS, NULL);
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double top = (gtk_widget_get_height (GTK_WIDGET (canvas)) - width * 0.75) / 2.0;

  g_assert_cmpfloat (top, >=, 0.0);
  WAIT_FOR (hc_picture_canvas_find_part (canvas, width * 225.0 / 800.0, top + width * 225.0 / 800.0) == 0);
  g_assert_cmpint (hc_picture_canvas_find_part (canvas, width * 600.0 / 800.0, top + width * 200.0 / 800.0), ==, 1);
  g_assert_cmpint (hc_picture_canvas_find_part (canvas, width * 500.0 / 800.0, top + width * 320.0 / 800.0), ==, 2);
  g_assert_cmpint (hc_picture_canvas_find_part (canvas, width * 225.0 / 800.0, top + width * 500.0 / 800.0), ==, -1);

  /* What is pointed at is shown for as long as it is; what was tapped stays. */
  g_signal_emit_by_name (canvas, "pointed", 1);
  assert_part (&shown, NULL, "A spot on the other square.", TRUE);
  g_signal_emit_by_name (canvas, "pointed", -1);
  assert_part (&shown, NULL, "Choose one here, or point at it in the picture.", FALSE);

  g_signal_emit_by_name (canvas, "tapped", 2);
  g_signal_emit_by_name (canvas, "pointed", 0);
  assert_part (&shown, NULL, "The square on the left.", TRUE);
  g_signal_emit_by_name (canvas, "pointed", -1);
  assert_part (&shown, "Right Square", "The square on the right.", FALSE);

  /* A picture without parts has no list of them. */
  act (&shown, "picture.next");
  g_assert_null (hc_ui_fixture_find (find_viewer (&shown), ADW_TYPE_ACTION_ROW, "Square"));
  g_assert_cmpint (hc_picture_canvas_find_part (canvas, width / 2.0, top + width * 0.3), ==, -1);
}

static void
test_words (void)
{
  g_auto (Shown) shown = show ("health-center:picture/squares", 370);
  HcPictureCanvas *canvas = hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_CANVAS, NULL);
  gpointer viewer = find_viewer (&shown);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Two Squares");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "On the left there is a square. On the right there is another square of the "
                                       "same size, with a spot.");
  g_assert_nonnull (hc_ui_fixture_find (viewer, GTK_TYPE_LABEL, "Squares & a circle."));
  g_assert_nonnull (hc_ui_fixture_find (viewer, GTK_TYPE_LABEL, "On the left there is a square."));
  g_assert_nonnull (hc_ui_fixture_find (viewer, GTK_TYPE_LABEL, "Checked on 20 November 2026"));

  hc_disclosure_set_expanded (hc_ui_fixture_find (viewer, HC_TYPE_DISCLOSURE, NULL), TRUE);
  hc_ui_fixture_wait_frames (shown.window, 3);
  g_assert_nonnull (hc_ui_fixture_find (viewer, GTK_TYPE_LABEL, "Title One"));
  g_assert_nonnull (hc_ui_fixture_find (viewer, GTK_TYPE_LABEL, "Title Two"));

  /* “Read more” leads to the article, and back is where one came from. */
  g_assert_nonnull (hc_ui_fixture_find (viewer, ADW_TYPE_ACTION_ROW, "Alpha & Co"));
  act (&shown, "picture.read-article");
  assert_last_link (&shown, "health-center:article/alpha");

  g_assert_true (hc_window_open_link (shown.window, "health-center:picture/circle"));
  hc_ui_fixture_wait_frames (shown.window, 3);
  g_assert_null (hc_ui_fixture_find (find_viewer (&shown), ADW_TYPE_ACTION_ROW, "Alpha & Co"));
}

static void
test_grid (void)
{
  g_auto (Shown) shown = show ("health-center:articles", 1080);
  g_autoptr (GPtrArray) views = NULL;
  GtkWidget *grid;

  gtk_widget_activate (gtk_widget_get_ancestor (hc_ui_fixture_find (shown.window, GTK_TYPE_LABEL, "Pictures"),
                                                HC_TYPE_TOPIC_CARD));
  WAIT_FOR (hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_GRID, NULL) != NULL);
  hc_ui_fixture_wait_frames (shown.window, 6);
  assert_last_link (&shown, "health-center:pictures");

  grid = hc_ui_fixture_find (shown.window, GTK_TYPE_GRID_VIEW, NULL);
  views = hc_ui_fixture_find_all (grid, HC_TYPE_PICTURE_VIEW);
  g_assert_cmpuint (views->len, ==, 3);
  g_assert_cmpstr (hc_picture_get_id (hc_picture_view_get_picture (g_ptr_array_index (views, 1))), ==, "stripe");
  g_assert_nonnull (hc_ui_fixture_find (grid, GTK_TYPE_LABEL, "A Circle"));

  g_signal_emit_by_name (grid, "activate", 1);
  WAIT_FOR (find_viewer (&shown) != NULL);
  assert_picture (&shown, "stripe", "2 of 3");

  /* The way back is the one that was come: the grid, then the articles. */
  g_assert_true (hc_window_open_link (shown.window, "health-center:pictures"));
  hc_ui_fixture_wait_frames (shown.window, 3);
  g_assert_nonnull (hc_ui_fixture_find (shown.window, HC_TYPE_PICTURE_GRID, NULL));
  gtk_widget_activate_action_variant (grid, "navigation.pop", NULL);
  hc_ui_fixture_wait_frames (shown.window, 3);
  assert_last_link (&shown, "health-center:articles");

  /* Nothing can be found in a picture: the search is that of the articles. */
  g_assert_true (hc_window_open_link (shown.window, "health-center:picture/circle"));
  hc_ui_fixture_wait_frames (shown.window, 3);
  gtk_widget_activate_action_variant (GTK_WIDGET (shown.window), "win.find", NULL);
  hc_ui_fixture_wait_frames (shown.window, 3);
  assert_last_link (&shown, "health-center:articles");
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (shown.window))));
}

static void
test_article (void)
{
  g_auto (Shown) shown = show ("health-center:article/alpha", 1080);
  GtkWidget *view = hc_ui_fixture_find (shown.window, HC_TYPE_ARTICLE_VIEW, NULL);
  HcPictureView *picture = hc_ui_fixture_find (view, HC_TYPE_PICTURE_VIEW, NULL);
  GtkWidget *figure = hc_article_view_find (HC_ARTICLE_VIEW (view), "figure-squares");
  GtkWidget *button, *disclosure;

  g_assert_nonnull (picture);
  WAIT_FOR (hc_picture_view_is_drawn (picture));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (picture)), ==, gtk_widget_get_width (view));
  g_assert_nonnull (hc_ui_fixture_find (view, GTK_TYPE_LABEL, "Squares & so on."));
  g_assert_nonnull (figure);
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (picture), figure));

  disclosure = hc_ui_fixture_find (figure, HC_TYPE_DISCLOSURE, NULL);
  hc_disclosure_set_expanded (HC_DISCLOSURE (disclosure), TRUE);
  hc_ui_fixture_wait_frames (shown.window, 3);
  g_assert_nonnull (hc_ui_fixture_find (disclosure, GTK_TYPE_LABEL, "On the left there is a square."));

  button = gtk_widget_get_ancestor (GTK_WIDGET (picture), GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Look at the Picture: Two Squares");
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (find_viewer (&shown) != NULL);
  assert_picture (&shown, "squares", "1 of 3");

  gtk_widget_activate_action_variant (find_viewer (&shown), "navigation.pop", NULL);
  hc_ui_fixture_wait_frames (shown.window, 3);
  assert_last_link (&shown, "health-center:article/alpha");
}

/* A library without pictures has no figures, and there is no way to a page without pictures. */
static void
test_without_pictures (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (ALPHA);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:article/alpha", 1080, 900);
  g_autofree char *toast = NULL;

  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Squares & so on."));
  g_assert_null (hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEW, NULL));
  g_assert_null (hc_ui_fixture_find (window, HC_TYPE_DISCLOSURE, NULL));

  g_assert_false (hc_window_open_link (window, "health-center:picture/squares"));
  toast = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (toast, ==, "There is no such picture");

  g_assert_true (hc_window_open_link (window, "health-center:articles"));
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Pictures"));
}

/* The words of the drawing are on paper, too: it is drawn, not pasted. */
static void
test_printed (void)
{
  g_auto (Shown) shown = show ("health-center:article/alpha", 1080);
  HcArticle *article = hc_library_get_article (hc_context_get_library (shown.fixture->context), "alpha");
  g_autofree char *path = g_build_filename (shown.content->root, "alpha.pdf", NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (HcArticlePrinter) printer = hc_article_printer_new (article);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *drawing, *caption;

  if (program == NULL)
    {
      g_test_skip ("pdftotext of poppler-utils is not installed");
      return;
    }

  g_assert_true (hc_printout_export (HC_PRINTOUT (printer), path, NULL, &error));
  g_assert_no_error (error);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);

  drawing = strstr (text, "Squares\n");
  caption = strstr (text, "Squares & so on.");
  g_assert_nonnull (drawing);
  g_assert_nonnull (caption);
  g_assert_true (strstr (text, "A paragraph with a citation") < drawing && drawing < caption);
}

/* On a telephone with the largest letters, in each direction of writing, and dark: nothing is cut off,
 * or libadwaita would warn. */
static void
test_narrow (gconstpointer direction)
{
  static const char *const links[] = {
    "health-center:picture/squares", "health-center:pictures", "health-center:article/alpha",
    "health-center:picture/circle",
  };
  g_auto (Shown) shown = { 0 };

  gtk_widget_set_default_direction (GPOINTER_TO_UINT (direction));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  shown = show ("health-center:articles", NARROW);
  g_settings_set_int (hc_context_get_settings (shown.fixture->context), "text-size", 250);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_assert_true (hc_window_open_link (shown.window, links[i]));
      hc_ui_fixture_wait_frames (shown.window, 6);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shown.window)), <=, NARROW);
    }

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/pictures/slide-show", test_slide_show);
  g_test_add_func ("/pictures/zoom", test_zoom);
  g_test_add_func ("/pictures/parts-by-keyboard", test_parts_by_keyboard);
  g_test_add_func ("/pictures/parts-by-pointer", test_parts_by_pointer);
  g_test_add_func ("/pictures/words", test_words);
  g_test_add_func ("/pictures/grid", test_grid);
  g_test_add_func ("/pictures/article", test_article);
  g_test_add_func ("/pictures/without-pictures", test_without_pictures);
  g_test_add_func ("/pictures/printed", test_printed);
  g_test_add_data_func ("/pictures/narrow", GUINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_narrow);
  g_test_add_data_func ("/pictures/narrow-mirrored", GUINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_narrow);

  return g_test_run ();
}
