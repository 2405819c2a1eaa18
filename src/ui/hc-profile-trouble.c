/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-trouble.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-backup-words.h"
#include "hc-database.h"
#include "hc-error-words.h"

/* What the person is asked, while the answer is awaited. It is counted by the alert and by what the
 * answer has begun; the window may be closed before there is any answer. */
typedef struct
{
  HcProfile *profile;
  GWeakRef   parent;
  HcBackup  *backup; /* the newest sound copy, NULL when there is none */
} Trouble;

static void
trouble_clear (Trouble *trouble)
{
  g_clear_object (&trouble->profile);
  g_weak_ref_clear (&trouble->parent);
  g_clear_object (&trouble->backup);
}

static void
trouble_unref (Trouble *trouble)
{
  g_rc_box_release_full (trouble, (GDestroyNotify) trouble_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trouble, trouble_unref)

static void
show_outcome (Trouble      *trouble,
              const GError *error,
              const char   *success)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&trouble->parent);

  /* A failure leaves the profile as it is; its state then asks again. */
  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.show-toast", "s", error == NULL ? success : hc_error_to_words (error));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Trouble) trouble = user_data;
  g_autoptr (GError) error = NULL;

  hc_profile_restore_finish (HC_PROFILE (source), result, &error);
  show_outcome (trouble, error, _("The copy was restored"));
}

static void
started_fresh_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Trouble) trouble = user_data;
  g_autoptr (GError) error = NULL;

  hc_profile_start_fresh_finish (HC_PROFILE (source), result, &error);
  show_outcome (trouble, error, _("Started afresh; the old file was kept"));
}

static void
reopened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Trouble) trouble = user_data;
  g_autoptr (GError) error = NULL;

  hc_profile_open_finish (HC_PROFILE (source), result, &error);
  show_outcome (trouble, error, _("Your notes and bookmarks are open"));
}

static void
response_cb (AdwAlertDialog *alert,
             const char     *response,
             gpointer        user_data)
{
  Trouble *trouble = user_data;

  if (g_str_equal (response, "restore"))
    hc_profile_restore_async (trouble->profile, trouble->backup, restored_cb, g_rc_box_acquire (trouble));
  else if (g_str_equal (response, "fresh"))
    hc_profile_start_fresh_async (trouble->profile, started_fresh_cb, g_rc_box_acquire (trouble));
  else if (g_str_equal (response, "again"))
    hc_profile_open_async (trouble->profile, reopened_cb, g_rc_box_acquire (trouble));
}

static void
unref_closure_cb (gpointer  data,
                  GClosure *closure)
{
  trouble_unref (data);
}

/* Whether the file itself is at fault, so that another one can take its place. */
static gboolean
can_replace_file (const GError *error)
{
  return g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED) ||
         g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE) ||
         g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN) ||
         g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER);
}

static void
present (Trouble   *trouble,
         GtkWidget *parent)
{
  const GError *error = hc_profile_get_error (trouble->profile);
  gboolean is_newer = g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER);
  AdwAlertDialog *alert;
  g_autofree char *body = NULL;

  body = g_strdup_printf ("%s\n\n%s", hc_error_to_words (error),
                          can_replace_file (error)
                          ? _("Nothing was changed, and the file is kept whatever you choose. "
                              "You can read all articles meanwhile.")
                          : _("Nothing was changed. You can read all articles meanwhile."));

  alert = ADW_ALERT_DIALOG (hc_ask_dialog_new (_("Your Notes Are Not Open"), body));
  adw_alert_dialog_add_response (alert, "later", _("Not _Now"));
  adw_alert_dialog_add_response (alert, "again", _("_Try Again"));

  if (can_replace_file (error))
    {
      adw_alert_dialog_add_response (alert, "fresh", _("Start _Afresh"));

      if (trouble->backup != NULL)
        {
          g_autofree char *date = hc_backup_words_dup_time (hc_backup_get_time (trouble->backup));
          /* Translators: %s is the day and time at which a copy was made. */
          g_autofree char *label = g_strdup_printf (_("_Restore the Copy of %s"), date);

          adw_alert_dialog_add_response (alert, "restore", label);
          if (!is_newer)
            adw_alert_dialog_set_response_appearance (alert, "restore", ADW_RESPONSE_SUGGESTED);
        }
    }

  adw_alert_dialog_set_default_response (alert, "later");
  adw_alert_dialog_set_close_response (alert, "later");

  g_signal_connect_data (alert, "response", G_CALLBACK (response_cb), g_rc_box_acquire (trouble),
                         unref_closure_cb, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (alert), parent);
}

static void
backups_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Trouble) trouble = user_data;
  g_autoptr (GPtrArray) backups = hc_profile_list_backups_finish (HC_PROFILE (source), result, NULL);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&trouble->parent);

  /* Meanwhile the profile may have been opened, or the window closed. */
  if (hc_profile_get_state (trouble->profile) != HC_PROFILE_FAILED || parent == NULL)
    return;

  if (backups != NULL && backups->len > 0)
    trouble->backup = g_object_ref (g_ptr_array_index (backups, 0));

  present (trouble, parent);
}

/**
 * hc_profile_trouble_present:
 * @profile: a profile that could not be opened
 * @parent: a window
 *
 * Says what happened to the person's data and asks what to do: restore the newest sound copy, start
 * afresh (the file is kept), try again, or nothing.
 */
void
hc_profile_trouble_present (HcProfile *profile,
                            GtkWidget *parent)
{
  Trouble *trouble;

  g_return_if_fail (HC_IS_PROFILE (profile));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  trouble = g_rc_box_new0 (Trouble);
  trouble->profile = g_object_ref (profile);
  g_weak_ref_init (&trouble->parent, parent);

  hc_profile_list_backups_async (profile, backups_listed_cb, trouble);
}
