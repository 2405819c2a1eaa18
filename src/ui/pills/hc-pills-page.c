/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pills-page.h"

#include <glib/gi18n.h>

#include "hc-add-medicine.h"
#include "hc-error-words.h"
#include "hc-pill-form.h"
#include "hc-pill-results.h"
#include "hc-pill-search.h"
#include "hc-pill-tray.h"

/* More cards nobody goes through: they tell more of the pill. */
#define MAX_PILLS 100

/**
 * HcPillsPage:
 *
 * Pill Identifier: what a person sees of a pill, the pills that fit it, and a tray to compare some. It opens
 * `pills`, with what is told of the pill as `imprint`, `shape`, `color`, `color2`, `score` and `size`, and all
 * pills of a medicine as `of`.
 */
struct _HcPillsPage
{
  HcPage                  parent_instance;

  AdwNavigationSplitView *split_view;
  HcPillForm             *form;
  HcPillResults          *results;
  HcPillTray             *tray;
  GtkWidget              *show_bar;
  GtkButton              *show_button;
};

G_DEFINE_FINAL_TYPE (HcPillsPage, hc_pills_page, HC_TYPE_PAGE)

static void
append_parameter (GString    *link,
                  const char *name,
                  const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);

  if (*value != '\0')
    g_string_append_printf (link, "%c%s=%s", strchr (link->str, '?') == NULL ? '?' : '&', name, escaped);
}

static void
update_link (HcPillsPage       *self,
             const HcPillQuery *query)
{
  g_autoptr (GString) link = g_string_new (HC_LINK_SCHEME ":pills");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_parameter (link, "imprint", query->imprint);
  append_parameter (link, "shape", hc_pill_shape_to_string (query->shape));
  append_parameter (link, "color", hc_pill_color_to_string (query->colors[0]));
  append_parameter (link, "color2", hc_pill_color_to_string (query->colors[1]));
  if (query->score > 0)
    append_parameter (link, "score", g_ascii_formatd (number, sizeof number, "%.0f", query->score));
  if (query->size > 0.0)
    append_parameter (link, "size", g_ascii_formatd (number, sizeof number, "%.3g", query->size));

  hc_page_set_link (HC_PAGE (self), link->str);
}

static void
update (HcPillsPage *self)
{
  g_autoptr (GPtrArray) pills = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  HcPillQuery query;
  gboolean is_empty;
  guint n_found;

  hc_pill_form_get_query (self->form, &query);
  is_empty = hc_pill_query_is_empty (&query);
  update_link (self, &query);
  hc_pill_tray_set_mine (self->tray, is_empty ? NULL : hc_pill_form_get_pill (self->form));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pills.show-results", !is_empty);

  if (is_empty)
    {
      hc_pill_results_show_start (self->results);
      gtk_button_set_label (self->show_button, _("Show What Fits"));
      return;
    }

  pills = hc_pill_search_run (hc_page_get_context (HC_PAGE (self)), &query, MAX_PILLS, &n_found, &error);
  warning = hc_pill_search_warn (pills);
  hc_pill_results_show (self->results, pills, n_found, warning);
  /* Translators: a button; how many pills fit what was told. */
  label = g_strdup_printf (_("Show What Fits (%u)"), n_found);
  gtk_button_set_label (self->show_button, label);

  if (error != NULL)
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *words = g_strdup_printf (_("Not all pills could be looked through. %s"),
                                                hc_error_to_words (error));

      hc_pill_results_show_error (self->results, words);
    }
}

/* Shows the pills of a medicine, whatever they look like. */
static void
show_pills_of (HcPillsPage *self,
               const char  *medicine)
{
  HcLibrary *library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pills = hc_library_list_pills (library, medicine, &error);
  g_autoptr (GString) link = g_string_new (HC_LINK_SCHEME ":pills");

  hc_pill_form_set_query (self->form, &(HcPillQuery) { .imprint = NULL });
  update (self);

  if (pills == NULL)
    {
      hc_pill_results_show_error (self->results, hc_error_to_words (error));
      return;
    }

  hc_pill_results_show (self->results, pills, pills->len, NULL);
  append_parameter (link, "of", medicine);
  hc_page_set_link (HC_PAGE (self), link->str);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
form_changed_cb (HcPillsPage *self)
{
  update (self);
}

static void
form_activate_cb (HcPillsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "pills.show-results", NULL);
}

static void
describe (HcPillsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  hc_pill_form_focus_entry (self->form);
}

static void
describe_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  describe (HC_PILLS_PAGE (widget));
}

static void
start_over_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HcPillsPage *self = HC_PILLS_PAGE (widget);

  hc_pill_form_set_query (self->form, &(HcPillQuery) { .imprint = NULL });
  update (self);
  describe (self);
}

static void
show_results_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  HcPillsPage *self = HC_PILLS_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  hc_pill_results_focus_list (self->results);
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcPillsPage *self = HC_PILLS_PAGE (widget);
  HcPill *pill = hc_pill_results_get_pill (self->results, g_variant_get_uint32 (parameter));
  g_autofree char *text = NULL;

  if (pill == NULL)
    return;

  if (hc_pill_tray_contains (self->tray, pill))
    text = g_strdup (_("This pill is in the list to compare already"));
  else if (!hc_pill_tray_add (self->tray, pill))
    /* Translators: a number of pills. */
    text = g_strdup_printf (_("There is room for %d pills. Remove one first"), HC_PILL_TRAY_MAX);

  if (text != NULL)
    gtk_widget_activate_action (widget, "win.show-toast", "s", text);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Added to the pills to compare"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
add_medicine_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  HcPillsPage *self = HC_PILLS_PAGE (widget);
  HcPill *pill = hc_pill_results_get_pill (self->results, g_variant_get_uint32 (parameter));

  if (pill != NULL)
    hc_add_medicine_from_pill (widget, hc_page_get_context (HC_PAGE (self)), pill);
}

static const char *
get_parameter (HcLink     *link,
               const char *name)
{
  const char *value = g_hash_table_lookup (link->query, name);

  return value != NULL ? value : "";
}

/* What a link tells that does not exist is as if it told nothing. */
static gboolean
hc_pills_page_open (HcPage  *page,
                    HcLink  *link,
                    GError **error)
{
  HcPillsPage *self = HC_PILLS_PAGE (page);
  gint64 score = g_ascii_strtoll (get_parameter (link, "score"), NULL, 10);
  double size = g_ascii_strtod (get_parameter (link, "size"), NULL);
  HcPillQuery query = {
    .imprint = get_parameter (link, "imprint"),
    .shape = hc_pill_shape_from_string (get_parameter (link, "shape")),
    .colors = {
      hc_pill_color_from_string (get_parameter (link, "color")),
      hc_pill_color_from_string (get_parameter (link, "color2")),
    },
    .score = score >= 1 && score <= 4 ? (int) score : 0,
    .size = size > 0.0 && size < 100.0 ? size : 0.0,
  };

  /* A link to the page itself leaves what was told. */
  if (g_hash_table_size (link->query) == 0)
    return TRUE;

  if (*get_parameter (link, "of") != '\0')
    {
      show_pills_of (self, get_parameter (link, "of"));
      return TRUE;
    }

  hc_pill_form_set_query (self->form, &query);
  update (self);
  adw_navigation_split_view_set_show_content (self->split_view, !hc_pill_query_is_empty (&query));

  return TRUE;
}

static void
hc_pills_page_focus_search (HcPage *page)
{
  describe (HC_PILLS_PAGE (page));
}

static void
hc_pills_page_constructed (GObject *object)
{
  HcPillsPage *self = HC_PILLS_PAGE (object);
  HcContext *context = hc_page_get_context (HC_PAGE (self));

  G_OBJECT_CLASS (hc_pills_page_parent_class)->constructed (object);

  hc_pill_tray_set_settings (self->tray, hc_context_get_settings (context));
  g_signal_connect_object (hc_context_get_labels (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hc_pills_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_PILLS_PAGE);

  G_OBJECT_CLASS (hc_pills_page_parent_class)->dispose (object);
}

static void
hc_pills_page_class_init (HcPillsPageClass *klass)
{
  static const char *const places[] = { "pills", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_pills_page_constructed;
  object_class->dispose = hc_pills_page_dispose;

  page_class->section = HC_SECTION_LEARN;
  page_class->title = N_("Pill Identifier");
  page_class->icon_name = "hc-pills-symbolic";
  page_class->places = places;
  page_class->open = hc_pills_page_open;
  page_class->focus_search = hc_pills_page_focus_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pills/hc-pills-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, form);
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, results);
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, tray);
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, show_bar);
  gtk_widget_class_bind_template_child (widget_class, HcPillsPage, show_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_activate_cb);

  gtk_widget_class_install_action (widget_class, "pills.describe", NULL, describe_action);
  gtk_widget_class_install_action (widget_class, "pills.start-over", NULL, start_over_action);
  gtk_widget_class_install_action (widget_class, "pills.show-results", NULL, show_results_action);
  gtk_widget_class_install_action (widget_class, "pills.compare", "u", compare_action);
  gtk_widget_class_install_action (widget_class, "pills.add-medicine", "u", add_medicine_action);
}

static void
hc_pills_page_init (HcPillsPage *self)
{
  g_type_ensure (HC_TYPE_PILL_FORM);
  g_type_ensure (HC_TYPE_PILL_RESULTS);
  g_type_ensure (HC_TYPE_PILL_TRAY);
  gtk_widget_init_template (GTK_WIDGET (self));
}
