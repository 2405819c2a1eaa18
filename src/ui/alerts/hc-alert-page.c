/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-page.h"

#include <glib/gi18n.h>

#include "hc-alert-operations.h"
#include "hc-alert-words.h"
#include "hc-error-words.h"
#include "hc-external-link.h"
#include "hc-window.h"

/**
 * HcAlertPage:
 *
 * One alert: what kind it is, what to do, the medicine and why it is thought to be concerned, what was published
 * and where. Its actions are `alert.dismiss`, `alert.set-unread` and `alert.open-source`.
 */
struct _HcAlertPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcAlert           *alert;

  GtkImage          *icon;
  GtkLabel          *kind_label;
  GtkLabel          *meaning_label;
  GtkLabel          *title_label;
  GtkWidget         *emergency_box;
  GtkLabel          *advice_label;
  GtkLabel          *medicine_label;
  GtkLabel          *reason_label;
  GtkWidget         *text_box;
  GtkLabel          *text_label;
  GtkLabel          *origin_label;
  GtkWidget         *source_button;
  GtkLabel          *authority_label;
};

G_DEFINE_FINAL_TYPE (HcAlertPage, hc_alert_page, ADW_TYPE_NAVIGATION_PAGE)

static HcAlertStore *
get_store (HcAlertPage *self)
{
  return hc_profile_get_alerts (hc_context_get_profile (self->context));
}

static void
show_words (GtkLabel   *label,
            const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static void
update (HcAlertPage *self)
{
  const HcAlertDetails *details = hc_alert_get_details (self->alert);
  HcMedicineStore *medicines = hc_profile_get_medicines (hc_context_get_profile (self->context));
  g_autofree char *medicine = hc_alert_words_dup_medicine (self->alert, medicines);
  g_autofree char *origin = hc_alert_words_dup_origin (self->alert);
  g_autofree char *authority = hc_alert_words_dup_authority (self->alert);
  const char *classes[2] = { hc_alert_words_get_css_class (self->alert), NULL };
  gboolean has_source = hc_external_link_is_known (details->uri);

  gtk_image_set_from_icon_name (self->icon, hc_alert_words_get_icon_name (self->alert));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_label_set_label (self->kind_label, hc_alert_words_get_kind (self->alert));
  gtk_label_set_label (self->meaning_label, hc_alert_words_get_meaning (self->alert));
  gtk_label_set_label (self->title_label, details->title);
  gtk_widget_set_visible (self->emergency_box, details->kind != HC_ALERT_SHORTAGE);
  gtk_label_set_label (self->advice_label, hc_alert_words_get_advice (self->alert));
  show_words (self->medicine_label, medicine);
  show_words (self->reason_label, details->reason);
  gtk_label_set_label (self->text_label, details->text);
  gtk_widget_set_visible (self->text_box, *details->text != '\0');
  gtk_label_set_label (self->origin_label, origin);
  gtk_widget_set_visible (self->source_button, has_source);
  show_words (self->authority_label, authority);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alert.dismiss",
                                 hc_alert_get_state (self->alert) != HC_ALERT_DISMISSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alert.set-unread",
                                 hc_alert_get_state (self->alert) != HC_ALERT_UNREAD);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alert.open-source", has_source);
}

static void
set_alert (HcAlertPage *self,
           HcAlert     *alert)
{
  if (self->alert != NULL)
    g_signal_handlers_disconnect_by_func (self->alert, update, self);

  g_set_object (&self->alert, alert);

  if (alert != NULL)
    g_signal_connect_object (alert, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* When another backup was put in its place the alert may be another object, or gone: then it can still be read. */
static void
alerts_changed_cb (HcAlertPage *self)
{
  HcAlert *alert = hc_store_lookup (HC_STORE (get_store (self)), hc_alert_get_key (self->alert));

  if (alert == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "alert.dismiss", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "alert.set-unread", FALSE);
    }
  else if (alert != self->alert)
    {
      set_alert (self, alert);
      update (self);
    }
}

static void
go_back (HcAlertPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcAlertPage *self = HC_ALERT_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (HcOperation) operation = hc_dismiss_alert_new (get_store (self), self->alert);

  if (!HC_IS_WINDOW (root))
    return;

  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
  go_back (self);
}

static void
state_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HcAlertPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_alert_store_set_state_finish (HC_ALERT_STORE (source), result, &error))
    {
      go_back (self);
    }
  else
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *text = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
    }
}

static void
set_unread_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HcAlertPage *self = HC_ALERT_PAGE (widget);

  hc_alert_store_set_state_async (get_store (self), self->alert, HC_ALERT_UNREAD, state_set_cb, g_object_ref (self));
}

static void
open_source_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  HcAlertPage *self = HC_ALERT_PAGE (widget);

  hc_external_link_present (hc_alert_get_details (self->alert)->uri, GTK_WINDOW (gtk_widget_get_root (widget)));
}

static void
hc_alert_page_dispose (GObject *object)
{
  HcAlertPage *self = HC_ALERT_PAGE (object);

  set_alert (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ALERT_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_alert_page_parent_class)->dispose (object);
}

static void
hc_alert_page_class_init (HcAlertPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_alert_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/alerts/hc-alert-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, icon);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, meaning_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, emergency_box);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, advice_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, medicine_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, text_box);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, text_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, source_button);
  gtk_widget_class_bind_template_child (widget_class, HcAlertPage, authority_label);

  gtk_widget_class_install_action (widget_class, "alert.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "alert.set-unread", NULL, set_unread_action);
  gtk_widget_class_install_action (widget_class, "alert.open-source", NULL, open_source_action);
}

static void
hc_alert_page_init (HcAlertPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_alert_page_new:
 * @context: what the pages share
 * @alert: one of the alerts of the profile
 *
 * Returns: (transfer floating): a page for an #AdwNavigationView in an #HcWindow
 */
HcAlertPage *
hc_alert_page_new (HcContext *context,
                   HcAlert   *alert)
{
  HcAlertPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  self = g_object_new (HC_TYPE_ALERT_PAGE, NULL);
  self->context = g_object_ref (context);
  set_alert (self, alert);
  g_signal_connect_object (get_store (self), "items-changed", G_CALLBACK (alerts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}
