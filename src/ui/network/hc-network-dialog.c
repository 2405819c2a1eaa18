/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-dialog.h"

#include <glib/gi18n.h>

#include "hc-network-page.h"

#define WIDTH 600
#define HEIGHT 640

/**
 * HcNetworkDialog:
 *
 * The page of the network from the preferences by itself, where a link leads to it.
 */
struct _HcNetworkDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (HcNetworkDialog, hc_network_dialog, ADW_TYPE_DIALOG)

static void
hc_network_dialog_class_init (HcNetworkDialogClass *klass)
{
}

static void
hc_network_dialog_init (HcNetworkDialog *self)
{
}

/**
 * hc_network_dialog_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a dialog to be presented over a window
 */
AdwDialog *
hc_network_dialog_new (HcContext *context)
{
  GtkWidget *navigation;
  AdwDialog *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  navigation = adw_navigation_view_new ();
  hc_network_page_add (ADW_NAVIGATION_VIEW (navigation), context);
  self = g_object_new (HC_TYPE_NETWORK_DIALOG,
                       "title", _("Network"),
                       "content-width", WIDTH,
                       "content-height", HEIGHT,
                       "child", navigation,
                       NULL);

  return self;
}
