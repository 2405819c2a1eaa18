/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with an entry of the diary, wherever it is shown. */

#include "hc-diary-operations.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-diary-entry-dialog.h"
#include "hc-diary-words.h"
#include "hc-error-words.h"
#include "hc-operation.h"
#include "hc-toast.h"
#include "hc-window.h"

#define ENTRY_KEY "hc-diary-entry"

static void
remove_entry (GObject             *diary,
              GObject             *entry,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  hc_diary_remove_async (HC_DIARY (diary), HC_DIARY_ENTRY (entry), callback, user_data);
}

static gboolean
remove_entry_finish (GObject       *diary,
                     GAsyncResult  *result,
                     GError       **error)
{
  return hc_diary_remove_finish (HC_DIARY (diary), result, error);
}

static void
restore_entry (GObject             *diary,
               GObject             *entry,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  hc_diary_save_async (HC_DIARY (diary), HC_DIARY_ENTRY (entry), NULL, callback, user_data);
}

static gboolean
restore_entry_finish (GObject       *diary,
                      GAsyncResult  *result,
                      GError       **error)
{
  return hc_diary_save_finish (HC_DIARY (diary), result, error);
}

/**
 * hc_diary_remove_entry:
 * @widget: a widget of an #HcWindow
 * @desk: what the parts of the diary share
 * @entry: an entry
 *
 * Removes the entry, and offers to undo that.
 */
void
hc_diary_remove_entry (GtkWidget    *widget,
                       HcDiaryDesk  *desk,
                       HcDiaryEntry *entry)
{
  static const HcOperationFuncs funcs = { remove_entry, remove_entry_finish, restore_entry, restore_entry_finish };
  g_autoptr (HcOperation) operation = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));

  root = gtk_widget_get_root (widget);
  operation = hc_operation_new (_("Entry deleted"), G_OBJECT (hc_diary_desk_get_diary (desk)), G_OBJECT (entry),
                                &funcs);
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static void
uncovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_diary_uncover_finish (HC_DIARY (source), result, &error))
    hc_toast_show (parent, hc_error_to_words (error));
}

static void
response_cb (AdwAlertDialog *alert,
             const char     *response,
             GtkWidget      *parent)
{
  HcDiaryDesk *desk = g_object_get_data (G_OBJECT (alert), "hc-diary-desk");
  HcDiaryEntry *entry = g_object_get_data (G_OBJECT (alert), ENTRY_KEY);

  if (g_str_equal (response, "always"))
    hc_diary_desk_set_shows_always (desk, hc_diary_entry_get_details (entry)->kind, TRUE);
  if (!g_str_equal (response, "cancel"))
    hc_diary_uncover_async (hc_diary_desk_get_diary (desk), entry, uncovered_cb, g_object_ref (parent));
}

/**
 * hc_diary_present_cover:
 * @parent: a widget of an #HcWindow
 * @desk: what the parts of the diary share
 * @entry: an entry that is covered
 *
 * Asks whether the result is to be seen, and uncovers it.
 */
void
hc_diary_present_cover (GtkWidget    *parent,
                        HcDiaryDesk  *desk,
                        HcDiaryEntry *entry)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *covered = NULL, *body = NULL;
  const HcDiaryEntryDetails *details;
  AdwDialog *alert;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));

  now = hc_diary_desk_dup_now (desk);
  details = hc_diary_entry_get_details (entry);
  covered = hc_diary_words_dup_covered (details->time, now);
  /* Translators: what is measured, and “Covered result of 12 November”. */
  body = g_strdup_printf (_("%s. %s. You can look now, later, or together with your care team."),
                          hc_diary_desk_get_name (desk, details->kind), covered);

  alert = hc_ask_dialog_new (_("Show This Result?"), NULL);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (alert), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "cancel", _("_Not Now"),
                                  "always", _("_Always Show This Kind"),
                                  "show", _("_Uncover"),
                                  NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_object_set_data_full (G_OBJECT (alert), "hc-diary-desk", g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (alert), ENTRY_KEY, g_object_ref (entry), g_object_unref);
  g_signal_connect_object (alert, "response", G_CALLBACK (response_cb), parent, 0);
  adw_dialog_present (alert, parent);
}

/**
 * hc_diary_show_entry:
 * @parent: a widget of an #HcWindow
 * @desk: what the parts of the diary share
 * @entry: an entry
 *
 * Shows the entry, to be changed; one that is covered only after the person has uncovered it.
 */
void
hc_diary_show_entry (GtkWidget    *parent,
                     HcDiaryDesk  *desk,
                     HcDiaryEntry *entry)
{
  HcDiaryKind *kind;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));

  kind = hc_diary_desk_get_kind (desk, hc_diary_entry_get_details (entry)->kind);

  if (hc_diary_desk_is_covered (desk, entry))
    hc_diary_present_cover (parent, desk, entry);
  else if (kind != NULL)
    adw_dialog_present (ADW_DIALOG (hc_diary_entry_dialog_new (desk, kind, entry)), parent);
  else
    hc_toast_show (parent, _("This version of Health Center does not know such entries. They are kept."));
}
