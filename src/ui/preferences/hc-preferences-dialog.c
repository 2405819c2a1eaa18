/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-preferences-dialog.h"

#include <glib/gi18n.h>

#include "hc-link-dialogs.h"
#include "hc-navigation.h"
#include "hc-network-page.h"

#define BACKGROUND_KEY "remind-in-background"

/**
 * HcPreferencesDialog:
 *
 * The preferences. What is chosen holds at once, but for what the desktop must allow: that holds when it does, and
 * the switch goes back when it does not. It is no AdwPreferencesDialog: that one needs 360 pixels, and the
 * narrowest window may have an edge.
 */
struct _HcPreferencesDialog
{
  AdwDialog     parent_instance;

  GSettings    *settings;
  HcBackground *background;
  gboolean      is_asking; /* the desktop whether the program may go on in the background */
  char         *about_background;

  AdwNavigationView *navigation;
  AdwPreferencesPage *page;
  AdwSwitchRow *remind_row;
  AdwSwitchRow *appointments_row;
  AdwSwitchRow *background_row;
  AdwSwitchRow *names_row;
  AdwSwitchRow *news_row;
};

G_DEFINE_FINAL_TYPE (HcPreferencesDialog, hc_preferences_dialog, ADW_TYPE_DIALOG)

static void
show_background (HcPreferencesDialog *self)
{
  adw_switch_row_set_active (self->background_row, g_settings_get_boolean (self->settings, BACKGROUND_KEY));
}

static void
tell (HcPreferencesDialog *self,
      const char          *words)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->background_row), words);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *words;

  /* The dialog may be closed: what was chosen holds all the same. */
  if (hc_background_request_finish (HC_BACKGROUND (source), result, &error))
    g_settings_set_boolean (self->settings, BACKGROUND_KEY, TRUE);

  words = error != NULL ? hc_background_error_to_words (error) : self->about_background;
  show_background (self);
  tell (self, words);
  if (error != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->background_row), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  self->is_asking = FALSE;
}

/* When it fails nothing comes of it: the program ends at once when it is started to remind and is not to. */
static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hc_background_request_finish (HC_BACKGROUND (source), result, &error))
    g_message ("The start with the session was not taken back: %s", error->message);
}

static void
background_toggled_cb (HcPreferencesDialog *self)
{
  gboolean is_wanted = adw_switch_row_get_active (self->background_row);

  if (self->is_asking || self->settings == NULL ||
      is_wanted == g_settings_get_boolean (self->settings, BACKGROUND_KEY))
    return;

  if (is_wanted)
    {
      self->is_asking = TRUE;
      tell (self, _("Asking the system…"));
      hc_background_request_async (self->background, TRUE, answered_cb, g_object_ref (self));
    }
  else
    {
      g_settings_set_boolean (self->settings, BACKGROUND_KEY, FALSE);
      hc_background_request_async (self->background, FALSE, taken_back_cb, NULL);
    }
}

/* How and when is of no matter to who does not want to be reminded of anything. */
static gboolean
reminds (HcPreferencesDialog *self,
         gboolean             medicines,
         gboolean             appointments)
{
  return medicines || appointments;
}

static void
about_activated_cb (HcPreferencesDialog *self)
{
  hc_link_dialogs_leave (GTK_WIDGET (self), HC_LINK_SCHEME ":articles/about");
}

static void
hc_preferences_dialog_dispose (GObject *object)
{
  HcPreferencesDialog *self = HC_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (hc_preferences_dialog_parent_class)->dispose (object);
}

static void
hc_preferences_dialog_finalize (GObject *object)
{
  HcPreferencesDialog *self = HC_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->background);
  g_free (self->about_background);

  G_OBJECT_CLASS (hc_preferences_dialog_parent_class)->finalize (object);
}

static void
hc_preferences_dialog_class_init (HcPreferencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_preferences_dialog_dispose;
  object_class->finalize = hc_preferences_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/preferences/hc-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, remind_row);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, appointments_row);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, background_row);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, HcPreferencesDialog, news_row);
  gtk_widget_class_bind_template_callback (widget_class, background_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminds);
  gtk_widget_class_bind_template_callback (widget_class, about_activated_cb);
}

static void
hc_preferences_dialog_init (HcPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_begin_page_at_top (self->page);
  self->about_background = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (self->background_row)));
}

/**
 * hc_preferences_dialog_new:
 * @context: what the pages share, with the preferences
 * @background: what asks the desktop for permission
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
hc_preferences_dialog_new (HcContext    *context,
                           HcBackground *background)
{
  HcPreferencesDialog *self;
  GSettings *settings;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_BACKGROUND (background), NULL);

  self = g_object_new (HC_TYPE_PREFERENCES_DIALOG, NULL);
  settings = hc_context_get_settings (context);
  hc_network_page_add (self->navigation, context);
  self->settings = g_object_ref (settings);
  self->background = g_object_ref (background);
  g_settings_bind (settings, "remind", self->remind_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-of-appointments", self->appointments_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-names-in-notifications", self->names_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "fetch-news-by-itself", self->news_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::" BACKGROUND_KEY, G_CALLBACK (show_background), self,
                           G_CONNECT_SWAPPED);
  show_background (self);

  return ADW_DIALOG (self);
}
