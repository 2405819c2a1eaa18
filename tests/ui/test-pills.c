/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-pill-card.h"
#include "hc-pill-drawing.h"
#include "hc-pill-form.h"
#include "hc-pill-tray.h"
#include "hc-pills-page.h"
#include "hc-sources-database.h"
#include "fields-fixture.h"
#include "pills-fixture.h"

#include <glib/gstdio.h>

/* The Pill Identifier: what is told of a pill, what is found, and what can be done with it. */

#define TABLE "SELECT name, strength, form, link, front, back, shape, color, color2, score, size FROM medicine"
#define ALWAYS \
  "A drawing from the maker's description, not a photo. When unsure, ask a pharmacist before you take it."

#define REFUSE_SAVES \
  "CREATE TRIGGER refuse_saves BEFORE INSERT ON medicine BEGIN SELECT RAISE (FAIL, 'refused'); END"

static gpointer
find (PillsFixture *seeker,
      GType         type,
      const char   *text)
{
  return hc_ui_fixture_find (seeker->window, type, text);
}

/* As if the button was pressed. */
static void
choose (PillsFixture *seeker,
        const char   *action,
        const char   *value)
{
  gtk_widget_activate_action_variant (find (seeker, HC_TYPE_PILL_FORM, NULL), action,
                                      value != NULL ? g_variant_new_string (value) : NULL);
  hc_ui_fixture_wait_frames (seeker->window, 3);
}

static void
assert_link (PillsFixture *seeker,
             const char   *expected)
{
  g_assert_cmpstr (hc_page_get_link (HC_PAGE (pills_fixture_get_page (seeker))), ==, expected);
}

/* Nothing is told, nothing is found, and what must always be said is said. */
static void
test_start (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills", 1080);

  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "Which Pill Is It?"));
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, ALWAYS));
  g_assert_null (find (seeker, HC_TYPE_PILL_CARD, NULL));
  g_assert_null (find (seeker, HC_TYPE_PILL_TRAY, NULL));
  assert_link (seeker, "health-center:pills");

  hc_ui_fixture_press (seeker->window, "Describe the Pill");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (seeker->window)),
                                         find (seeker, GTK_TYPE_SEARCH_ENTRY, NULL)));
  pills_fixture_type (seeker, "  ");
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "Which Pill Is It?"));
}

/* Either side, a part, small letters, 0 for O, both sides in any order. */
static void
test_imprint (void)
{
  static const struct { const char *text, *found; } cases[] = {
    { "XELODA", "Capecitabine 150 mg|Capecitabine 500 mg" },
    { "xel0", "Capecitabine 150 mg|Capecitabine 500 mg" },
    { "500", "Capecitabine 500 mg" },
    { "50", "Capecitabine 500 mg|Capecitabine 150 mg" },
    { "500 xeloda", "Capecitabine 500 mg" },
    { "XELODA500", "Capecitabine 500 mg" },
    { "LODA/15O", "Capecitabine 150 mg" },
    { "i1o", "Loperamide" },
    { "zofran", "Ondansetron" },
  };
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills", 1080);
  g_autofree char *said = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      pills_fixture_type (seeker, cases[i].text);
      pills_fixture_assert_found (seeker, cases[i].found);
      g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, ALWAYS));
    }

  /* Enter leads to the list. */
  g_signal_emit_by_name (find (seeker, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (seeker->window)),
                                         find (seeker, GTK_TYPE_GRID_VIEW, NULL)));
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "1 pill fits"));
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "1 pill fits");
  assert_link (seeker, "health-center:pills?imprint=zofran");

  pills_fixture_type (seeker, "QWXYZ");
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "No Pill Fits"));
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "Only some medicines are on this list"));
  hc_ui_fixture_press (find (seeker, g_type_from_name ("HcPillResults"), NULL), "Start Over");
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "Which Pill Is It?"));
  g_assert_cmpstr (gtk_editable_get_text (find (seeker, GTK_TYPE_SEARCH_ENTRY, NULL)), ==, "");
}

static const HcPillLook *
get_mine (PillsFixture *seeker)
{
  HcPillDrawing *drawing = hc_ui_fixture_find (find (seeker, HC_TYPE_PILL_FORM, NULL), HC_TYPE_PILL_DRAWING, NULL);

  return hc_pill_get_look (hc_pill_drawing_get_pill (drawing));
}

/* What is chosen once more is left out again; a third color takes the place of the first; all of it is drawn. */
static void
test_choices (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills", 1080);
  AdwSpinRow *size = find (seeker, ADW_TYPE_SPIN_ROW, NULL);

  choose (seeker, "pill.shape", "oval");
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg|Capecitabine 500 mg");
  g_assert_cmpint (get_mine (seeker)->shape, ==, HC_PILL_SHAPE_OVAL);
  choose (seeker, "pill.shape", "round");
  choose (seeker, "pill.color-white", NULL);
  pills_fixture_assert_found (seeker, "Ondansetron");
  choose (seeker, "pill.shape", "round");
  g_assert_cmpint (get_mine (seeker)->shape, ==, HC_PILL_SHAPE_UNKNOWN);
  pills_fixture_assert_found (seeker, "Loperamide|Ondansetron");
  assert_link (seeker, "health-center:pills?color=white");

  choose (seeker, "pill.color-blue", NULL);
  pills_fixture_assert_found (seeker, "Loperamide");
  g_assert_cmpint (get_mine (seeker)->colors[0], ==, HC_PILL_COLOR_WHITE);
  g_assert_cmpint (get_mine (seeker)->colors[1], ==, HC_PILL_COLOR_BLUE);
  choose (seeker, "pill.color-orange", NULL);
  g_assert_cmpint (get_mine (seeker)->colors[0], ==, HC_PILL_COLOR_BLUE);
  g_assert_cmpint (get_mine (seeker)->colors[1], ==, HC_PILL_COLOR_ORANGE);
  choose (seeker, "pill.color-blue", NULL);
  g_assert_cmpint (get_mine (seeker)->colors[0], ==, HC_PILL_COLOR_ORANGE);
  g_assert_cmpint (get_mine (seeker)->colors[1], ==, HC_PILL_COLOR_UNKNOWN);
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg|Capecitabine 500 mg");

  choose (seeker, "pill.score", "2");
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg");
  choose (seeker, "pill.score", "2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (size)), ==, "Any");
  adw_spin_row_set_value (size, 16.5);
  hc_ui_fixture_wait_frames (seeker->window, 3);
  pills_fixture_assert_found (seeker, "Capecitabine 500 mg");
  g_assert_cmpfloat (get_mine (seeker)->size, ==, 16.5);
  pills_fixture_type (seeker, "xeloda, 500");
  g_assert_cmpstr (get_mine (seeker)->front, ==, "xeloda;500");
  assert_link (seeker, "health-center:pills?imprint=xeloda%2C%20500&color=orange&size=16.5");

  choose (seeker, "pill.clear", NULL);
  assert_link (seeker, "health-center:pills");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (size)), ==, "Any");
  g_assert_cmpint (get_mine (seeker)->colors[0], ==, HC_PILL_COLOR_UNKNOWN);
  pills_fixture_assert_found (seeker, "");
}

static GtkWidget *
find_toggle (PillsFixture *seeker,
             const char   *label)
{
  g_autoptr (GPtrArray) buttons =
    hc_ui_fixture_find_all (find (seeker, HC_TYPE_PILL_FORM, NULL), GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (hc_ui_fixture_find (g_ptr_array_index (buttons, i), GTK_TYPE_LABEL, label) != NULL)
      return g_ptr_array_index (buttons, i);

  return NULL;
}

/* The buttons have the names of what they show, and say what is chosen. */
static void
test_buttons (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?shape=tear&color=red&score=3", 1080);
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (find (seeker, HC_TYPE_PILL_FORM, NULL), GTK_TYPE_TOGGLE_BUTTON);
  static const char *const names[] = { "Tear", "Red", "Thirds" };
  guint n_active = 0;

  /* 19 shapes, 12 colors, 4 kinds of score lines. */
  g_assert_cmpuint (all->len, ==, 35);
  for (guint i = 0; i < all->len; i++)
    n_active += gtk_toggle_button_get_active (g_ptr_array_index (all, i)) ? 1 : 0;
  g_assert_cmpuint (n_active, ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (seeker, names[i]))));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_toggle (seeker, "Double Circle")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Double Circle");
  g_signal_emit_by_name (find_toggle (seeker, "Tear"), "clicked");
  g_signal_emit_by_name (find_toggle (seeker, "White"), "clicked");
  hc_ui_fixture_wait_frames (seeker->window, 3);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (seeker, "Tear"))));
  assert_link (seeker, "health-center:pills?color=red&color2=white&score=3");
}

/* All that is known of a pill stands on its card, and the label is one press away. */
static void
test_card (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=XELODA", 1080);
  GtkWidget *card, *drawing, *source;
  gboolean is_followed = FALSE;

  pills_fixture_type (seeker, "XELODA 500");
  card = pills_fixture_get_card (seeker, 0);
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Capecitabine 500 mg"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Xeloda · tablet · Maker & Co"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "XELODA · 500 · 17 mm · no score line"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Confirmed by the maker's label"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "A remark."));
  source = hc_ui_fixture_find (card, GTK_TYPE_LABEL, "From: The Label");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (source)), ==,
                   "<a href=\"https://label.example/a?b=c&amp;d=e\">From: The Label</a>");
  drawing = hc_ui_fixture_find (card, HC_TYPE_PILL_DRAWING, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drawing), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A drawing: orange oval pill, imprint XELODA on one side and 500 on the "
                                       "other, no score line, 17 mm long");

  g_signal_emit_by_name (source, "activate-link", "https://label.example/a?b=c&d=e", &is_followed);
  g_assert_true (is_followed);
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Open This Website?") != NULL);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (seeker->window)));

  pills_fixture_type (seeker, "Zofran");
  card = pills_fixture_get_card (seeker, 0);
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Not confirmed: compare it with the package"));
  g_assert_null (hc_ui_fixture_find (card, GTK_TYPE_BUTTON, "Read About It"));

  pills_fixture_type (seeker, "150");
  hc_ui_fixture_press (pills_fixture_get_card (seeker, 0), "Read About It");
  WAIT_FOR (find (seeker, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
}

/* Different medicines that look alike are told of, one medicine under two names is not. */
static void
test_look_alikes (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=TV12", 1080);
  g_autofree char *said = hc_ui_fixture_take_announcement ();
  AdwBanner *banner;

  pills_fixture_assert_found (seeker, "Alphazole|Betazole");
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Different medicines on this list look alike: Alphazole, Betazole. "
                                          "A pharmacist can tell them apart.") != NULL);
  g_assert_true (g_str_has_prefix (said, "Different medicines on this list look alike"));
  banner = ADW_BANNER (gtk_widget_get_ancestor (find (seeker, GTK_TYPE_LABEL, "look alike:"), ADW_TYPE_BANNER));
  g_assert_true (adw_banner_get_revealed (banner));

  pills_fixture_type (seeker, "GG7");
  pills_fixture_assert_found (seeker, "JANTOVEN 1 mg/1|Warfarin 1 mg");
  g_assert_false (adw_banner_get_revealed (banner));
}

/* Pills of imported labels come behind those of the program, as soon as they are there. */
static void
test_labels (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=XELODA%20500", 1080);
  HcLabelCatalog *labels = hc_context_get_labels (seeker->fixture->context);
  g_autoptr (GError) error = NULL;

  pills_fixture_assert_found (seeker, "Capecitabine 500 mg");
  {
    const char *path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (labels));
    g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
    g_autoptr (HcPillWriter) writer = NULL;

    g_assert_no_error (error);
    writer = hc_pill_writer_new (database, &error);
    g_assert_no_error (error);
    pills_fixture_write (writer, &(PillSample) { { "XELODA;500", NULL, 0, { 0, 0 }, 0, 0.0 },
                                    { .target = "health-center:label/x", .name = "Imported" } });
  }
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (labels));
  pills_fixture_assert_found (seeker, "Capecitabine 500 mg|Imported");
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "2 pills fit") != NULL);
}

/* The labels cannot be read: what the program knows itself is still found. */
static void
test_unreadable_labels (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills", 1080);
  HcSourcesCatalog *labels = HC_SOURCES_CATALOG (hc_context_get_labels (seeker->fixture->context));

  g_assert_cmpint (g_mkdir (hc_sources_catalog_get_path (labels), 0700), ==, 0);
  pills_fixture_type (seeker, "500");
  pills_fixture_assert_found (seeker, "Capecitabine 500 mg");
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Not all pills could be looked through.") != NULL);
}

/* A link fills the form; what it tells that does not exist is left out; without anything it leaves what is. */
static void
test_links (void)
{
  g_autoptr (PillsFixture) seeker =
    pills_fixture_new ("health-center:pills?imprint=L+10&shape=capsule&color=blue&color2=white", 1080);

  pills_fixture_assert_found (seeker, "Loperamide");
  g_assert_cmpstr (get_mine (seeker)->front, ==, "L;10");
  g_assert_true (hc_window_open_link (seeker->window, "health-center:pills"));
  pills_fixture_assert_found (seeker, "Loperamide");
  assert_link (seeker, "health-center:pills?imprint=L%2010&shape=capsule&color=blue&color2=white");

  g_assert_true (hc_window_open_link (seeker->window,
                                      "health-center:pills?imprint=150&shape=star&color=mauve&score=9&size=-3"));
  hc_ui_fixture_wait_frames (seeker->window, 3);
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg");
  assert_link (seeker, "health-center:pills?imprint=150");

  g_assert_true (hc_window_open_link (seeker->window, "health-center:pills?size=10&score=2&color=orange"));
  hc_ui_fixture_wait_frames (seeker->window, 3);
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg");
}

/* It is on the disk, with what it looks like, and goes again with Undo. */
static void
test_add_medicine (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=XELODA", 1080);
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (seeker->fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  g_autofree char *path = g_build_filename (seeker->fixture->folder, "profile.db", NULL);
  g_autofree char *rows = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *after = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *toast = NULL;
  gboolean is_done = FALSE;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .is_user = TRUE }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  pills_fixture_type (seeker, "500");
  hc_ui_fixture_press (pills_fixture_get_card (seeker, 0), "Add to My Medicines");
  fields_fixture_finish_adding (seeker->window);
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Capecitabine 500 mg added to My Medicines") != NULL);
  rows = hc_ui_fixture_query (seeker->fixture, TABLE);
  g_assert_cmpstr (rows, ==, "Capecitabine|500 mg|tablet|" PILLS_FIXTURE_LINK "|XELODA|500|oval|orange||1|17.0");
  owner = hc_ui_fixture_query (seeker->fixture, "SELECT person FROM medicine");
  g_assert_cmpstr (owner, ==, hc_person_get_id (hc_person_store_get_first (people)));

  hc_ui_fixture_press (seeker->window, "Undo");
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Undone") != NULL);
  after = hc_ui_fixture_query (seeker->fixture, TABLE);
  g_assert_cmpstr (after, ==, "");
  g_free (hc_ui_fixture_take_toast (seeker->window));

  /* The disk says no: it is told, and nothing is there. */
  fixture_execute (path, REFUSE_SAVES);
  hc_ui_fixture_press (pills_fixture_get_card (seeker, 0), "Add to My Medicines");
  fields_fixture_finish_adding (seeker->window);
  WAIT_FOR (find (seeker, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (seeker->window);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  /* What was entered is not lost. */
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, "This is not saved."));
  refused = hc_ui_fixture_query (seeker->fixture, TABLE);
  g_assert_cmpstr (refused, ==, "");
}

/* Of two colors, of nobody, and with nothing to read about it. */
static void
test_add_bare_medicine (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=L10", 1080);
  g_autofree char *rows = NULL;

  hc_ui_fixture_press (pills_fixture_get_card (seeker, 0), "Add to My Medicines");
  fields_fixture_finish_adding (seeker->window);
  WAIT_FOR (find (seeker, GTK_TYPE_LABEL, "Loperamide added to My Medicines") != NULL);
  rows = hc_ui_fixture_query (seeker->fixture, TABLE);
  g_assert_cmpstr (rows, ==, "Loperamide|||NULL|L;10||capsule|blue|white|0|0.0");
}

/* In a narrow window the form comes first, and its button says how many there are. */
static void
test_narrow (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills", 360);

  g_assert_nonnull (find (seeker, HC_TYPE_PILL_FORM, NULL));
  g_assert_null (find (seeker, GTK_TYPE_GRID_VIEW, NULL));
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, ALWAYS));
  g_assert_false (gtk_widget_get_sensitive (find (seeker, GTK_TYPE_BUTTON, "Show What Fits")));
  pills_fixture_type (seeker, "XELODA");
  g_assert_true (gtk_widget_get_sensitive (find (seeker, GTK_TYPE_BUTTON, "Show What Fits (2)")));
  hc_ui_fixture_press (seeker->window, "Show What Fits (2)");
  WAIT_FOR (find (seeker, GTK_TYPE_GRID_VIEW, NULL) != NULL);
  hc_ui_fixture_wait_frames (seeker->window, 3);
  pills_fixture_assert_found (seeker, "Capecitabine 150 mg|Capecitabine 500 mg");
  g_assert_nonnull (find (seeker, GTK_TYPE_LABEL, ALWAYS));

  gtk_widget_activate_action (GTK_WIDGET (seeker->window), "win.find", NULL);
  WAIT_FOR (find (seeker, HC_TYPE_PILL_FORM, NULL) != NULL);
  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (seeker->window)),
                                    find (seeker, GTK_TYPE_SEARCH_ENTRY, NULL)));

  /* Enter leads to the list. */
  g_signal_emit_by_name (find (seeker, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  WAIT_FOR (find (seeker, GTK_TYPE_GRID_VIEW, NULL) != NULL);
  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (seeker->window)),
                                    find (seeker, GTK_TYPE_GRID_VIEW, NULL)));
}

/* Where the sidebar has made room for both, only the form has the button that leads back to it. */
static void
test_back_button (void)
{
  static const struct { int width; guint n_buttons; } cases[] = { { 1080, 0 }, { 700, 1 }, { 360, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=L10", cases[i].width);
      g_autoptr (GPtrArray) buttons = NULL;

      buttons = hc_ui_fixture_find_all (pills_fixture_get_page (seeker), g_type_from_name ("AdwBackButton"));
      g_assert_cmpuint (buttons->len, ==, cases[i].n_buttons);
    }
}

/* Tab leads from the entry over every choice to the buttons of a card. */
static void
test_keyboard (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=150", 1080);
  GtkWidget *goals[] = {
    find_toggle (seeker, "Freeform"), find_toggle (seeker, "Black"), find_toggle (seeker, "Quarters"),
    find (seeker, GTK_TYPE_BUTTON, "Read About It"), find (seeker, GTK_TYPE_BUTTON, "Compare"),
    find (seeker, GTK_TYPE_BUTTON, "Add to My Medicines"),
  };
  guint n_reached = 0;

  gtk_widget_activate_action (pills_fixture_get_page (seeker), "pills.describe", NULL);
  for (guint i = 0; i < 60 && n_reached < G_N_ELEMENTS (goals); i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (seeker->window), GTK_DIR_TAB_FORWARD);
      if (gtk_root_get_focus (GTK_ROOT (seeker->window)) == goals[n_reached])
        n_reached++;
    }

  g_assert_cmpuint (n_reached, ==, G_N_ELEMENTS (goals));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/pills/start", test_start);
  g_test_add_func ("/pills/imprint", test_imprint);
  g_test_add_func ("/pills/choices", test_choices);
  g_test_add_func ("/pills/buttons", test_buttons);
  g_test_add_func ("/pills/card", test_card);
  g_test_add_func ("/pills/look-alikes", test_look_alikes);
  g_test_add_func ("/pills/labels", test_labels);
  g_test_add_func ("/pills/unreadable-labels", test_unreadable_labels);
  g_test_add_func ("/pills/links", test_links);
  g_test_add_func ("/pills/add-medicine", test_add_medicine);
  g_test_add_func ("/pills/add-bare-medicine", test_add_bare_medicine);
  g_test_add_func ("/pills/narrow", test_narrow);
  g_test_add_func ("/pills/back-button", test_back_button);
  g_test_add_func ("/pills/keyboard", test_keyboard);

  return g_test_run ();
}
