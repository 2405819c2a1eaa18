/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-banner.h"

#include <glib/gi18n.h>

#include "hc-recall-words.h"
#include "hc-wrapped-label.h"

/**
 * HcRecallBanner:
 *
 * Says above the alerts when recalls were checked, how far a check is, or why it failed. Its button does what comes
 * next, by the actions `alerts.check-recalls`, `alerts.retry-check`, `alerts.cancel-check` and `alerts.show-recalls`
 * of the view. The reason stands below the banner, which would cut what needs more than three lines.
 */
struct _HcRecallBanner
{
  AdwBin         parent_instance;

  AdwBanner     *banner;
  GtkLabel      *reason_label;
  HcContext     *context; /* NULL until it is set */
  HcRecallWatch *watch;
};

G_DEFINE_FINAL_TYPE (HcRecallBanner, hc_recall_banner, ADW_TYPE_BIN)

static void
hc_recall_banner_dispose (GObject *object)
{
  HcRecallBanner *self = HC_RECALL_BANNER (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_recall_banner_parent_class)->dispose (object);
}

static void
hc_recall_banner_class_init (HcRecallBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_recall_banner_dispose;
}

static void
hc_recall_banner_init (HcRecallBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_revealed (self->banner, TRUE);

  self->reason_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  gtk_widget_set_margin_start (GTK_WIDGET (self->reason_label), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->reason_label), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->reason_label), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->reason_label));

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (box), clamp);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
set_button (HcRecallBanner *self,
            const char     *label,
            const char     *action)
{
  adw_banner_set_button_label (self->banner, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), action);
}

static void
update (HcRecallBanner *self)
{
  HcRecallPhase phase = hc_recall_watch_get_phase (self->watch);
  gboolean is_allowed = hc_network_consent_check (hc_context_get_consent (self->context), HC_SERVICE_RECALLS, NULL);
  g_autofree char *words = NULL, *reason = NULL;

  if (phase != HC_RECALL_IDLE)
    {
      words = hc_recall_words_dup_progress (self->watch);
      set_button (self, _("_Cancel"), "alerts.cancel-check");
    }
  else if (hc_recall_words_is_trouble (self->watch))
    {
      g_autofree char *details = hc_recall_words_dup_details (self->watch);
      g_autofree char *checked = hc_recall_words_dup_checked (self->watch);

      words = g_strdup (hc_recall_words_get_end (self->watch));
      /* Translators: why something failed, in sentences, and then “Recalls last checked on …”. */
      reason = g_strdup_printf (_("%s %s."), details, checked);
      if (hc_recall_watch_can_retry (self->watch))
        set_button (self, _("_Try Again"), "alerts.retry-check");
      else
        set_button (self, _("_Set Up"), "alerts.show-recalls");
    }
  else
    {
      words = hc_recall_words_dup_checked (self->watch);
      if (is_allowed)
        set_button (self, _("_Check for Recalls"), "alerts.check-recalls");
      else
        set_button (self, _("_Set Up"), "alerts.show-recalls");
    }

  adw_banner_set_title (self->banner, words);
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
}

/**
 * hc_recall_banner_set_context:
 * @self: a banner without a context, from a template
 * @context: what the pages share
 */
void
hc_recall_banner_set_context (HcRecallBanner *self,
                              HcContext      *context)
{
  g_return_if_fail (HC_IS_RECALL_BANNER (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->watch = g_object_ref (hc_context_get_recall_watch (context));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_consent (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
