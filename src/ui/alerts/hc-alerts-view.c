/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alerts-view.h"

#include <glib/gi18n.h>

#include "hc-alert-list.h"
#include "hc-alert-operations.h"
#include "hc-alert-page.h"
#include "hc-alert-row.h"
#include "hc-error-words.h"
#include "hc-recall-banner.h"
#include "hc-recall-page.h"
#include "hc-window.h"

/**
 * HcAlertsView:
 *
 * The recalls, warnings and shortages that may concern the medicines of the current person. It belongs to an
 * #AdwNavigationView, onto which it pushes the alert that is opened. Its actions are `alerts.dismiss` and
 * `alerts.restore` with the key of an alert, `alerts.read-all`, `alerts.show-dismissed`, `alerts.check-recalls`,
 * `alerts.retry-check`, `alerts.cancel-check` and `alerts.show-recalls`.
 */
struct _HcAlertsView
{
  AdwNavigationPage   parent_instance;

  HcContext          *context;
  HcAlertList        *alerts;
  gboolean            shows_dismissed;

  GtkStack           *stack;
  GtkNoSelection     *selection;
  AdwStatusPage      *dismissed_page;
  HcRecallBanner     *recall_banner;
};

enum {
  PROP_0,
  PROP_SHOWS_DISMISSED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcAlertsView, hc_alerts_view, ADW_TYPE_NAVIGATION_PAGE)

static HcAlertStore *
get_store (HcAlertsView *self)
{
  return hc_profile_get_alerts (hc_context_get_profile (self->context));
}

static HcMedicineStore *
get_medicines (HcAlertsView *self)
{
  return hc_profile_get_medicines (hc_context_get_profile (self->context));
}

static void
update (HcAlertsView *self)
{
  guint n_dismissed = hc_alert_list_count (self->alerts, HC_ALERT_DISMISSED);
  guint n_unread = hc_alert_list_count (self->alerts, HC_ALERT_UNREAD);
  const char *name = "list";

  if (g_list_model_get_n_items (hc_alert_list_get_model (self->alerts)) == 0)
    name = n_dismissed > 0 ? "dismissed" : "empty";

  if (n_dismissed > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u alert was dismissed.", "%u alerts were dismissed.", n_dismissed), n_dismissed);

      adw_status_page_set_description (self->dismissed_page, text);
    }

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alerts.read-all", n_unread > 0);
}

static void
state_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HcAlertsView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_alert_store_set_state_finish (HC_ALERT_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *text = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
    }
}

static void
set_state (HcAlertsView *self,
           HcAlert      *alert,
           HcAlertState  state)
{
  hc_alert_store_set_state_async (get_store (self), alert, state, state_set_cb, g_object_ref (self));
}

/* Who opens an alert reads it. */
static void
activated_cb (HcAlertsView *self,
              guint         position)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HcAlert) alert = g_list_model_get_item (hc_alert_list_get_model (self->alerts), position);

  if (hc_alert_get_state (alert) == HC_ALERT_UNREAD)
    set_state (self, alert, HC_ALERT_READ);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hc_alert_page_new (self->context, alert)));
}

static void
setup_cb (HcAlertsView *self,
          GtkListItem  *item)
{
  gtk_list_item_set_child (item, hc_alert_row_new (get_medicines (self)));
}

static void
update_item (GtkListItem *item)
{
  HcAlertRow *row = HC_ALERT_ROW (gtk_list_item_get_child (item));
  g_autofree char *words = NULL;

  hc_alert_row_show (row, gtk_list_item_get_item (item));
  words = hc_alert_row_dup_words (row);
  gtk_list_item_set_accessible_label (item, words);
}

static void
bind_cb (HcAlertsView *self,
         GtkListItem  *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (update_item), item,
                           G_CONNECT_SWAPPED);
  update_item (item);
}

static void
unbind_cb (HcAlertsView *self,
           GtkListItem  *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_item, item);
}

static HcAlert *
find_alert (HcAlertsView *self,
            GVariant     *key)
{
  return hc_store_lookup (HC_STORE (get_store (self)), g_variant_get_string (key, NULL));
}

static void
dismiss_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcAlertsView *self = HC_ALERTS_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  HcAlert *alert = find_alert (self, parameter);
  g_autoptr (HcOperation) operation = NULL;

  if (alert == NULL || hc_alert_get_state (alert) == HC_ALERT_DISMISSED || !HC_IS_WINDOW (root))
    return;

  operation = hc_dismiss_alert_new (get_store (self), alert);
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcAlertsView *self = HC_ALERTS_VIEW (widget);
  HcAlert *alert = find_alert (self, parameter);

  if (alert != NULL && hc_alert_get_state (alert) == HC_ALERT_DISMISSED)
    set_state (self, alert, HC_ALERT_READ);
}

static void
read_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcAlertsView *self = HC_ALERTS_VIEW (widget);
  GListModel *model = hc_alert_list_get_model (self->alerts);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HcAlert) alert = g_list_model_get_item (model, i);

      if (hc_alert_get_state (alert) == HC_ALERT_UNREAD)
        set_state (self, alert, HC_ALERT_READ);
    }
}

/* Without consent there is nothing to be checked: it is asked for where there is room to say what for. */
static void
check_recalls_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcAlertsView *self = HC_ALERTS_VIEW (widget);

  if (hc_network_consent_check (hc_context_get_consent (self->context), HC_SERVICE_RECALLS, NULL))
    hc_recall_watch_check (hc_context_get_recall_watch (self->context));
  else
    hc_alerts_view_show_recalls (self);
}

static void
retry_check_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  hc_recall_watch_retry (hc_context_get_recall_watch (HC_ALERTS_VIEW (widget)->context));
}

static void
cancel_check_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  hc_recall_watch_cancel (hc_context_get_recall_watch (HC_ALERTS_VIEW (widget)->context));
}

static void
show_recalls_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  hc_alerts_view_show_recalls (HC_ALERTS_VIEW (widget));
}

static void
hc_alerts_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWS_DISMISSED:
      g_value_set_boolean (value, HC_ALERTS_VIEW (object)->shows_dismissed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_alerts_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HcAlertsView *self = HC_ALERTS_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHOWS_DISMISSED:
      if (self->shows_dismissed == g_value_get_boolean (value))
        break;
      self->shows_dismissed = g_value_get_boolean (value);
      hc_alert_list_set_with_dismissed (self->alerts, self->shows_dismissed);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_alerts_view_dispose (GObject *object)
{
  HcAlertsView *self = HC_ALERTS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ALERTS_VIEW);
  g_clear_object (&self->alerts);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_alerts_view_parent_class)->dispose (object);
}

static void
hc_alerts_view_class_init (HcAlertsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_alerts_view_dispose;
  object_class->get_property = hc_alerts_view_get_property;
  object_class->set_property = hc_alerts_view_set_property;

  /**
   * HcAlertsView:shows-dismissed:
   *
   * Whether the list has those, too, that were dismissed.
   */
  properties[PROP_SHOWS_DISMISSED] =
    g_param_spec_boolean ("shows-dismissed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HC_TYPE_RECALL_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/alerts/hc-alerts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAlertsView, stack);
  gtk_widget_class_bind_template_child (widget_class, HcAlertsView, selection);
  gtk_widget_class_bind_template_child (widget_class, HcAlertsView, dismissed_page);
  gtk_widget_class_bind_template_child (widget_class, HcAlertsView, recall_banner);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  gtk_widget_class_install_action (widget_class, "alerts.dismiss", "s", dismiss_action);
  gtk_widget_class_install_action (widget_class, "alerts.restore", "s", restore_action);
  gtk_widget_class_install_action (widget_class, "alerts.read-all", NULL, read_all_action);
  gtk_widget_class_install_action (widget_class, "alerts.check-recalls", NULL, check_recalls_action);
  gtk_widget_class_install_action (widget_class, "alerts.retry-check", NULL, retry_check_action);
  gtk_widget_class_install_action (widget_class, "alerts.cancel-check", NULL, cancel_check_action);
  gtk_widget_class_install_action (widget_class, "alerts.show-recalls", NULL, show_recalls_action);
  gtk_widget_class_install_property_action (widget_class, "alerts.show-dismissed", "shows-dismissed");
}

static void
hc_alerts_view_init (HcAlertsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_alerts_view_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): the alerts, for an #AdwNavigationView in an #HcWindow
 */
HcAlertsView *
hc_alerts_view_new (HcContext *context)
{
  HcAlertsView *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ALERTS_VIEW, NULL);
  self->context = g_object_ref (context);
  self->alerts = hc_alert_list_new (context);
  hc_recall_banner_set_context (self->recall_banner, context);
  g_signal_connect_object (self->alerts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_no_selection_set_model (self->selection, hc_alert_list_get_model (self->alerts));
  update (self);

  return self;
}

/**
 * hc_alerts_view_show_recalls:
 * @self: the alerts, in an #AdwNavigationView
 *
 * Shows when recalls were checked, and what can be done about them.
 */
void
hc_alerts_view_show_recalls (HcAlertsView *self)
{
  GtkWidget *navigation;

  g_return_if_fail (HC_IS_ALERTS_VIEW (self));

  navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  if (!HC_IS_RECALL_PAGE (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation))))
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hc_recall_page_new (self->context)));
}
