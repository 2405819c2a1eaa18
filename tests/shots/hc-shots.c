/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves pictures of the pages, drawn by the program itself, with made-up notes in a temporary
 * profile, and checks that none asks for a wider window. For looking at, and for the README and the
 * metainfo. */

#include "hc-about-dialog.h"
#include "hc-alerts-view.h"
#include "hc-article-page.h"
#include "hc-backup-dialog.h"
#include "hc-backup-restore-page.h"
#include "hc-care-home.h"
#include "hc-diary-page.h"
#include "hc-follow-button.h"
#include "hc-network-page.h"
#include "hc-news-page.h"
#include "hc-notes-page.h"
#include "hc-person-switcher.h"
#include "hc-picture-view.h"
#include "hc-picture-viewer.h"
#include "hc-pill-tray.h"
#include "hc-pills-page.h"
#include "hc-preferences-dialog.h"
#include "hc-profile-export.h"
#include "hc-questions-page.h"
#include "hc-today-view.h"
#include "hc-trial-chips.h"
#include "hc-trial-page.h"
#include "hc-trial-sites.h"
#include "hc-trial-update-group.h"
#include "hc-ui-fixture.h"
#include "shots-profile.h"
#include "taking-fixture.h"
#include "trials-fixture.h"

typedef struct
{
  const char *name;
  const char *link;
  const char *action; /* done once the page is shown; NULL for nothing */
  const char *target; /* its parameter, or the words that are then typed; NULL for nothing */
} Shot;

static char *output = NULL;
static int width = 1080;
static int height = 760;
static int text_size = 100;
static int text_scale = 100;
static gboolean is_dark = FALSE;
static gboolean is_empty = FALSE;

static HcUiFixture *fixture = NULL;
static char *medicine_link = NULL; /* the one of which there is most to be seen */

static gboolean
are_drawn (GtkWidget *window)
{
  g_autoptr (GPtrArray) views = hc_ui_fixture_find_all (window, HC_TYPE_PICTURE_VIEW);

  for (guint i = 0; i < views->len; i++)
    if (!hc_picture_view_is_drawn (g_ptr_array_index (views, i)))
      return FALSE;

  return TRUE;
}

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_to_node (snapshot);
}

static void
save_picture (GtkWidget  *window,
              const char *name)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (output, file, NULL);

  /* Between two frames there may be nothing to be seen. */
  WAIT_FOR ((node = draw (window)) != NULL);

  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (window), NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);

  g_print ("%s\n", path);
}

static void
type_words (HcWindow   *window,
            GtkWidget  *page,
            const char *words)
{
  GtkWidget *entry;

  gtk_widget_activate_action_variant (page, "article.find", NULL);
  entry = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
}

/* Some pills in the tray, and what can be done there. */
static void
fill_tray (HcWindow   *window,
           const char *action)
{
  GtkWidget *page = hc_ui_fixture_find (window, HC_TYPE_PILLS_PAGE, NULL);
  GtkWidget *tray;

  for (guint i = 0; i < 4; i++)
    gtk_widget_activate_action (page, "pills.compare", "u", i);

  hc_ui_fixture_wait_frames (window, 5);
  tray = hc_ui_fixture_find (window, HC_TYPE_PILL_TRAY, NULL);
  if (g_str_equal (action, "pills.true-size"))
    gtk_widget_activate_action (tray, "compare.true-size", NULL);
  else if (g_str_equal (action, "pills.calibrate"))
    gtk_widget_activate_action (tray, "compare.calibrate", NULL);
}

/* Returns the menu of the people, a window of its own; in a narrow window it is above the sidebar. */
static GtkWidget *
show_people (HcWindow *window)
{
  GtkMenuButton *button;

  if (hc_ui_fixture_find (window, HC_TYPE_PERSON_SWITCHER, NULL) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);

  hc_ui_fixture_wait_frames (window, 10);
  button = hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_PERSON_SWITCHER, NULL), GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (button);

  return GTK_WIDGET (gtk_menu_button_get_popover (button));
}

/* A part of the dialog about a person further down. */
static void
show_person (HcWindow   *window,
             const char *row_title)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-person", NULL);
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_PREFERENCES_ROW, row_title) != NULL);
  hc_ui_fixture_wait_frames (window, 10);
  gtk_widget_child_focus (hc_ui_fixture_find (window, ADW_TYPE_PREFERENCES_ROW, row_title), GTK_DIR_TAB_FORWARD);
}

/* A page of the dialog for backups; the one that brings in a file has looked into one. */
static void
open_backup_page (HcWindow   *window,
                  const char *page)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  g_autofree char *path = g_build_filename (fixture->folder, "Health Center 2026-11-20.hcbackup", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;

  hc_window_open_link (window, "health-center:backup");
  hc_ui_fixture_wait_frames (window, 3);
  gtk_widget_activate_action (hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_BACKUP_DIALOG, NULL),
                                                  ADW_TYPE_TOOLBAR_VIEW, NULL), "navigation.push", "s", page);
  hc_ui_fixture_wait_frames (window, 3);

  if (g_str_equal (page, "restore"))
    {
      hc_profile_export_async (profile, file, NULL, hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
      hc_backup_restore_page_inspect (hc_ui_fixture_find (window, HC_TYPE_BACKUP_RESTORE_PAGE, NULL), file);
      WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "What Is in the File") != NULL);
    }
}

static void
present_preferences (HcWindow *window)
{
  g_autoptr (HcBackground) background = hc_background_new (NULL, TRUE, output);

  adw_dialog_present (hc_preferences_dialog_new (fixture->context, background),
                      GTK_WIDGET (window));
}

/* The log with some requests, of which one failed. */
static void
show_network_log (HcWindow *window)
{
  static const struct { const char *address, *fault; guint64 n_bytes; } requests[] = {
    { "https://api.fda.gov/drug/enforcement.json?search=report_date:%5B20241121+TO+20261121%5D&sort=report_date:asc"
      "&limit=1000&skip=0", NULL, 1834567 },
    { "https://api.fda.gov/drug/enforcement.json?limit=1000&skip=1000", "unreachable", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 20, 8, 30, 12);
      g_autoptr (GUri) uri = g_uri_parse (requests[i].address, G_URI_FLAGS_ENCODED, NULL);
      g_autoptr (HcNetworkEntry) entry = hc_network_entry_new (time, hc_service_get (HC_SERVICE_RECALLS), "GET", uri);

      hc_network_entry_set_result (entry, requests[i].fault == NULL ? 200 : 0, requests[i].fault, requests[i].n_bytes,
                                   640);
      hc_network_log_add (hc_context_get_network_log (fixture->context), entry);
    }

  hc_window_open_link (window, "health-center:network");
  hc_ui_fixture_wait_frames (window, 5);
  gtk_widget_activate_action (hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_NETWORK_PAGE, NULL),
                                                  ADW_TYPE_TOOLBAR_VIEW, NULL), "navigation.push", "s", "network-log");
}

/* Nobody is asked without consent, with it nobody is found: the words are those of a computer without a network. */
static void
fail_recalls (void)
{
  HcRecallWatch *watch = hc_context_get_recall_watch (fixture->context);
  HcNetworkConsent *consent = hc_context_get_consent (fixture->context);

  hc_http_client_add_route (hc_context_get_http (fixture->context), "api.fda.gov", 1);
  hc_network_consent_set_on (consent, HC_SERVICE_RECALLS, TRUE);
  hc_recall_watch_check (watch);
  WAIT_FOR (hc_recall_watch_get_phase (watch) == HC_RECALL_IDLE);
}

/* Three trials side by side. */
static void
compare_trials (HcWindow *window)
{
  static const char *const links[] = {
    "health-center:trial/" TRIALS_NEAR, "health-center:trial/" TRIALS_ASK, "health-center:trial/" TRIALS_MISFIT
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      hc_window_open_link (window, links[i]);
      hc_ui_fixture_wait_frames (window, 3);
      gtk_widget_activate_action (hc_ui_fixture_find (window, HC_TYPE_TRIAL_PAGE, NULL), "trial.toggle-compared", NULL);
      g_free (hc_ui_fixture_take_toast (window));
    }
  hc_window_open_link (window, "health-center:trials?show=compare");
}

/* Somebody of the care team. */
static void
show_contact (HcWindow   *window,
              const char *name)
{
  show_person (window, name);
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (window, ADW_TYPE_ACTION_ROW, name)));
}

static void
take (gconstpointer data)
{
  const Shot *shot = data;
  const char *link = g_str_equal (shot->link, "medicine") && medicine_link != NULL ? medicine_link : shot->link;
  HcWindow *window = hc_ui_fixture_present (fixture, link, width, height);
  GtkWidget *shown = GTK_WIDGET (window);
  AdwDialog *dialog;

  if (shot->action != NULL)
    {
      GtkWidget *target = GTK_WIDGET (window);

      if (g_str_has_prefix (shot->action, "article."))
        target = hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "today."))
        target = hc_ui_fixture_find (window, HC_TYPE_TODAY_VIEW, NULL);
      else if (g_str_has_prefix (shot->action, "questions."))
        target = hc_ui_fixture_find (window, HC_TYPE_QUESTIONS_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "diary."))
        target = hc_ui_fixture_find (window, HC_TYPE_DIARY_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "care."))
        target = hc_ui_fixture_find (window, HC_TYPE_CARE_HOME, NULL);
      else if (g_str_has_prefix (shot->action, "news."))
        target = hc_ui_fixture_find (window, HC_TYPE_NEWS_PAGE, NULL);
      else if (g_str_has_prefix (shot->action, "picture."))
        target = hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEWER, NULL);

      if (g_str_equal (shot->action, "people.show"))
        shown = show_people (window);
      else if (g_str_equal (shot->action, "person.show"))
        show_person (window, shot->target);
      else if (g_str_equal (shot->action, "alerts.open"))
        g_signal_emit_by_name (hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_ALERTS_VIEW, NULL),
                                                   GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
      else if (g_str_equal (shot->action, "news.open"))
        g_signal_emit_by_name (hc_ui_fixture_find (target, GTK_TYPE_LIST_VIEW, NULL), "activate",
                               (guint) g_ascii_strtoull (shot->target, NULL, 10));
      else if (g_str_equal (shot->action, "backup.open"))
        open_backup_page (window, shot->target);
      else if (g_str_equal (shot->action, "network.log"))
        show_network_log (window);
      else if (g_str_equal (shot->action, "recalls.fail"))
        fail_recalls ();
      else if (g_str_equal (shot->action, "about.show"))
        adw_dialog_present (hc_about_dialog_new (), GTK_WIDGET (window));
      else if (g_str_equal (shot->action, "person.show-contact"))
        show_contact (window, shot->target);
      else if (g_str_has_prefix (shot->action, "pills."))
        fill_tray (window, shot->action);
      else if (g_str_equal (shot->action, "care.from"))
        g_settings_set_string (hc_context_get_settings (fixture->context), "care-city", shot->target);
      else if (g_str_equal (shot->action, "trials.compare"))
        compare_trials (window);
      else if (g_str_equal (shot->action, "trials.get"))
        gtk_widget_child_focus (hc_ui_fixture_find (window, HC_TYPE_TRIAL_UPDATE_GROUP, NULL), GTK_DIR_TAB_BACKWARD);
      else if (g_str_equal (shot->action, "trials.unfold"))
        adw_expander_row_set_expanded (hc_ui_fixture_find (window, ADW_TYPE_EXPANDER_ROW, "The Phases"), TRUE);
      else if (g_str_equal (shot->action, "trial.sites"))
        gtk_widget_child_focus (hc_ui_fixture_find (window, HC_TYPE_TRIAL_SITES, NULL), GTK_DIR_TAB_FORWARD);
      else if (g_str_equal (shot->action, "trials.choose-city"))
        gtk_widget_activate_action (hc_ui_fixture_find (window, HC_TYPE_TRIAL_CHIPS, NULL), shot->action, NULL);
      else if (g_str_equal (shot->action, "community.follow"))
        gtk_widget_child_focus (hc_ui_fixture_find (window, HC_TYPE_FOLLOW_BUTTON, NULL), GTK_DIR_TAB_FORWARD);
      else if (g_str_equal (shot->action, "app.preferences"))
        present_preferences (window);
      else if (g_str_equal (shot->action, "article.find"))
        type_words (window, target, shot->target);
      else
        gtk_widget_activate_action_variant (target, shot->action,
                                            shot->target != NULL ? g_variant_new_string (shot->target) : NULL);
      hc_ui_fixture_wait_frames (window, 20);
    }

  WAIT_FOR (are_drawn (GTK_WIDGET (window)));
  save_picture (shown, shot->name);
  if (gtk_widget_get_width (GTK_WIDGET (window)) > width)
    {
      g_test_message ("the window is %d px wide", gtk_widget_get_width (GTK_WIDGET (window)));
      g_test_fail ();
    }

  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  hc_ui_fixture_close (window);
}

static void
add_shot (const Shot *shot)
{
  g_autofree char *path = g_strconcat ("/shots/", shot->name, NULL);

  g_test_add_data_func (path, shot, take);
}

static void
add_shots (char **names)
{
  static const Shot shots[] = {
    { "today", "health-center:today", NULL },
    { "setup", "health-center:today", "today.setup" },
    { "people", "health-center:medicines", "people.show" },
    { "person", "health-center:today", "win.edit-person" },
    { "person-allergies", "health-center:today", "person.show", "Add a food or a drink" },
    { "person-visit", "health-center:today", "person.show", "Day of the last visit" },
    { "person-end", "health-center:today", "person.show", "_Remove This Person…" },
    { "care-contact", "health-center:today", "person.show-contact", "Chemotherapy unit" },
    { "person-add", "health-center:today", "win.add-person" },
    { "quizzes", "health-center:quiz", NULL },
    { "health-check", "health-center:health-check", NULL },
    { "articles", "health-center:articles", NULL },
    { "all-articles", "health-center:articles/all", NULL },
    { "questions", "health-center:questions", NULL },
    { "my-questions", "health-center:my-questions", NULL },
    { "ask", "health-center:my-questions", "questions.ask" },
    { "glossary", "health-center:glossary", NULL },
    { "drugs", "health-center:drugs", NULL },
    { "drugs-search", "health-center:drugs?q=nausea", NULL },
    { "drugs-class", "health-center:drugs?class=opioid", NULL },
    { "drug", "health-center:drug/capecitabine", NULL },
    { "supplement", "health-center:drug/ginger", NULL },
    { "interactions", "health-center:interactions?mine=yes", NULL },
    { "interactions-empty", "health-center:interactions", NULL },
    { "medicines", "health-center:medicines", NULL },
    { "alerts", "health-center:alerts", NULL },
    { "alert", "health-center:alerts", "alerts.open" },
    { "recalls", "health-center:alerts?recalls=yes", NULL },
    { "network", "health-center:articles", "win.open-link", "health-center:network" },
    { "network-log", "health-center:articles", "network.log" },
    { "about", "health-center:articles/about", NULL },
    { "disclaimer", "health-center:article/legal-disclaimer", NULL },
    { "privacy", "health-center:article/privacy-promise", NULL },
    { "accessibility", "health-center:article/accessibility-statement", NULL },
    { "sources", "health-center:article/sources-and-licenses", NULL },
    { "licenses", "health-center:article/sources-and-licenses#the-software", NULL },
    { "about-program", "health-center:articles", "about.show" },
    { "backup", "health-center:articles", "win.open-link", "health-center:backup" },
    { "backup-save", "health-center:articles", "backup.open", "save" },
    { "backup-restore", "health-center:articles", "backup.open", "restore" },
    { "backup-copies", "health-center:articles", "backup.open", "copies" },
    { "diary", "health-center:diary", NULL },
    { "diary-course", "health-center:diary/temperature", NULL },
    { "diary-covered", "health-center:diary/cea", NULL },
    { "diary-entries", "health-center:diary", "diary.entries", "" },
    { "diary-add", "health-center:diary", "diary.add" },
    { "diary-evening", "health-center:diary", "diary.evening" },
    { "diary-number", "health-center:diary", "diary.enter", "temperature" },
    { "diary-grade", "health-center:diary", "diary.enter", "diarrhea" },
    { "diary-scale", "health-center:diary", "diary.enter", "pain" },
    { "diary-infusion", "health-center:diary", "diary.enter", "infusion" },
    { "medicine", "medicine", NULL }, /* it has an id of its own */
    { "timing", "health-center:medicines?timing=yes", NULL },
    { "article", "health-center:article/understanding-your-stage", NULL },
    { "article-page", "health-center:article/rectal-cancer-treatment-by-stage#stage-ii", NULL },
    { "article-end", "health-center:article/warning-signs#sources", NULL },
    { "search", "health-center:articles", "win.open-link", "health-center:search?q=tired" },
    { "nothing-found", "health-center:articles", "win.open-link", "health-center:search?q=qwxyz" },
    { "pills", "health-center:pills", NULL },
    { "pills-found", "health-center:pills?imprint=5&shape=oval", NULL },
    { "pills-nothing", "health-center:pills?imprint=QWXYZ", NULL },
    { "pills-compare", "health-center:pills?imprint=500&color=orange", "pills.fill-tray" },
    { "pills-true-size", "health-center:pills?size=16", "pills.true-size" },
    { "pills-calibrate", "health-center:pills?imprint=XELODA", "pills.calibrate" },
    { "news", "health-center:news", NULL },
    { "news-posts", "health-center:news?show=all", NULL },
    { "news-post", "health-center:news?show=all", "news.open", "1" },
    { "news-problem", "health-center:news", "news.open", "4" },
    { "news-add", "health-center:news?show=add", NULL },
    { "news-consent", "health-center:news", "news.refresh" },
    { "news-folder", "health-center:news?folder=Science", NULL },
    { "notes", "health-center:notes", NULL },
    { "note", "health-center:article/warning-signs", "article.write-note" },
    { "contents", "health-center:article/warning-signs", "article.show-contents" },
    { "import", "health-center:import", NULL },
    { "preferences", "health-center:articles", "app.preferences" },
    { "pictures", "health-center:pictures", NULL },
    { "picture", "health-center:picture/colon-parts", "picture.down" },
    { "find", "health-center:article/understanding-your-stage", "article.find", "node" },
    { "find-nothing", "health-center:article/understanding-your-stage", "article.find", "qwxyz" },
    { "search-empty", "health-center:articles", "win.search" },
    { "summary", "health-center:medicines", "win.open-link", "health-center:summary" },
    { "care", "health-center:care", NULL },
    { "care-helplines", "health-center:care?list=helplines", NULL },
    { "care-guides", "health-center:care?list=guides", NULL },
    { "care-center", "health-center:care/memorial-sloan-kettering", NULL },
    { "care-campus", "health-center:care/mayo-arizona", NULL },
    { "care-unconfirmed", "health-center:care/indiana-simon", NULL },
    { "care-emergency", "health-center:care/emergency", NULL },
    { "care-helpline", "health-center:care/cancercare", NULL },
    { "care-guide", "health-center:care/finding-a-surgeon", NULL },
    { "care-city", "health-center:care", "care.choose-city" },
    { "care-near", "health-center:care", "care.from", "Buffalo, NY" },
    { "community", "health-center:community", NULL },
    { "community-group", "health-center:community/colontown", NULL },
    { "community-discussions", "health-center:community/reddit", NULL },
    { "community-follow", "health-center:community/reddit", "community.follow" },
    { "community-unconfirmed", "health-center:community/healthunlocked", NULL },
    { "community-guide", "health-center:community/joining-safely", NULL },
    { "trials", "health-center:trials", NULL },
    { "trials-get", "health-center:trials", "trials.get" },
    { "trials-part", "health-center:trials", "trials.unfold" },
    { "trials-found", "health-center:trials?show=results", NULL },
    { "trials-nothing", "health-center:trials?q=qwxyz", NULL },
    { "trials-city", "health-center:trials", "trials.choose-city" },
    { "trial", "health-center:trial/" TRIALS_NEAR, NULL },
    { "trial-sites", "health-center:trial/" TRIALS_MARKER, "trial.sites" },
    { "trials-saved", "health-center:trials?show=saved", NULL },
    { "trials-compare", "health-center:trials", "trials.compare" },
    { "website", "health-center:articles", "win.open-link",
      "https://www.cancer.gov/types/colorectal/patient/colon-treatment-pdq" },
    { "call", "health-center:articles", "win.open-link", "tel:+18002221222" },
    /* What these turn on stays on. */
    { "recalls-failed", "health-center:alerts?recalls=yes", "recalls.fail" },
    { "alerts-failed", "health-center:alerts", "recalls.fail" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    if (names == NULL || g_strv_contains ((const char *const *) names, shots[i].name))
      add_shot (&shots[i]);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "health-center:"))
      {
        Shot *shot = g_new0 (Shot, 1);

        shot->name = g_strdelimit (g_strdup (names[i]), ":/?#&", '-');
        shot->link = names[i];
        add_shot (shot);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The folder for the pictures", "FOLDER" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "The width of the window", "PX" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "The height of the window", "PX" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "The size of the text that is read, 80 to 250", "PERCENT" },
    { "text-scale", 0, 0, G_OPTION_ARG_INT, &text_scale, "The size of all text on the desktop", "PERCENT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &is_empty, "Without any notes", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, NULL, "[PAGE…]" },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
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
  /* What GNOME sets on Debian 13; without its settings service GTK takes any font. */
  g_object_set (gtk_settings_get_default (),
                "gtk-font-name", "Cantarell 11",
                "gtk-xft-dpi", 96 * PANGO_SCALE * text_scale / 100,
                NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);

  fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (fixture);
  taking_fixture_set_now (fixture, "2026-11-20T14:10:00Z");
  if (!is_empty)
    medicine_link = shots_profile_fill (fixture);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", text_size);

  add_shots (names);
  result = g_test_run ();
  g_free (medicine_link);
  hc_ui_fixture_free (fixture);

  return result;
}
