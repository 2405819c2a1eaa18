/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-log-page.h"

#include <glib/gi18n.h>

#include "hc-network-operations.h"
#include "hc-network-row.h"
#include "hc-undo-stack.h"

/**
 * HcNetworkLogPage:
 *
 * Every request that was sent. Its actions are `log.copy`, `log.clear` and `log.undo`: what was cleared can be brought
 * back as long as the page is there.
 */
struct _HcNetworkLogPage
{
  AdwNavigationPage  parent_instance;

  HcNetworkLog      *log;
  HcUndoStack       *undo_stack;

  AdwToastOverlay   *toasts;
  GtkStack          *stack;
  GtkNoSelection    *selection;
};

G_DEFINE_FINAL_TYPE (HcNetworkLogPage, hc_network_log_page, ADW_TYPE_NAVIGATION_PAGE)

/* What is still being read cannot be brought back, and so it is not cleared. */
static void
update (HcNetworkLogPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->log)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.copy", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.clear", !is_empty && hc_network_log_is_loaded (self->log));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.undo", !hc_undo_stack_is_empty (self->undo_stack));
}

/* A screen reader is told of a toast by libadwaita. */
static void
tell (HcNetworkLogPage *self,
      AdwToast         *toast)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
performed_cb (HcNetworkLogPage *self,
              HcOperation      *operation)
{
  AdwToast *toast = adw_toast_new (hc_operation_get_description (operation));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "log.undo");
  tell (self, toast);
}

static void
undone_cb (HcNetworkLogPage *self)
{
  tell (self, adw_toast_new (_("Undone")));
}

/* All of it, as the rows say it, with an empty line between two requests. */
static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcNetworkLogPage *self = HC_NETWORK_LOG_PAGE (widget);
  GListModel *entries = G_LIST_MODEL (self->log);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *words = hc_network_row_dup_words (entry);

      g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "", words);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  tell (self, adw_toast_new (_("Copied")));
}

static void
clear_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcNetworkLogPage *self = HC_NETWORK_LOG_PAGE (widget);
  g_autoptr (HcOperation) operation = hc_clear_network_log_new (self->log);

  hc_undo_stack_perform (self->undo_stack, operation);
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_undo_stack_undo_last (HC_NETWORK_LOG_PAGE (widget)->undo_stack);
}

static void
setup_cb (HcNetworkLogPage *self,
          GtkListItem      *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, hc_network_row_new ());
}

static void
bind_cb (HcNetworkLogPage *self,
         GtkListItem      *item)
{
  HcNetworkRow *row = HC_NETWORK_ROW (gtk_list_item_get_child (item));
  g_autofree char *words = NULL;

  hc_network_row_show (row, gtk_list_item_get_item (item));
  words = hc_network_row_dup_words (gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, words);
}

/* The page is made with the preferences, which many open for something else. */
static void
hc_network_log_page_showing (AdwNavigationPage *page)
{
  hc_network_log_load (HC_NETWORK_LOG_PAGE (page)->log);

  ADW_NAVIGATION_PAGE_CLASS (hc_network_log_page_parent_class)->showing (page);
}

static void
hc_network_log_page_dispose (GObject *object)
{
  HcNetworkLogPage *self = HC_NETWORK_LOG_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NETWORK_LOG_PAGE);
  g_clear_object (&self->log);
  g_clear_object (&self->undo_stack);

  G_OBJECT_CLASS (hc_network_log_page_parent_class)->dispose (object);
}

static void
hc_network_log_page_class_init (HcNetworkLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_network_log_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hc_network_log_page_showing;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/network/hc-network-log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNetworkLogPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, HcNetworkLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcNetworkLogPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);

  gtk_widget_class_install_action (widget_class, "log.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "log.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "log.undo", NULL, undo_action);
}

static void
hc_network_log_page_init (HcNetworkLogPage *self)
{
  self->undo_stack = hc_undo_stack_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->undo_stack, "performed", G_CALLBACK (performed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hc_network_log_page_new:
 * @log: the requests that were sent; the older ones are read when the page is shown
 *
 * Returns: (transfer floating): the page
 */
HcNetworkLogPage *
hc_network_log_page_new (HcNetworkLog *log)
{
  HcNetworkLogPage *self;

  g_return_val_if_fail (HC_IS_NETWORK_LOG (log), NULL);

  self = g_object_new (HC_TYPE_NETWORK_LOG_PAGE, NULL);
  self->log = g_object_ref (log);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (log));
  g_signal_connect_object (log, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (log, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "notify::empty", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
