/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-actions.h"

#include <glib/gi18n.h>

#include "hc-person-dialog.h"
#include "hc-person-switcher.h"

#define CONTEXT_KEY "hc-context"

static HcContext *
get_context (GtkApplicationWindow *window)
{
  return g_object_get_data (G_OBJECT (window), CONTEXT_KEY);
}

static void
choose_person (GSimpleAction *action,
               GVariant      *value,
               gpointer       user_data)
{
  HcCurrentPerson *current = hc_context_get_person (get_context (user_data));
  HcPerson *before = hc_current_person_get (current);
  g_autofree char *words = NULL;

  hc_current_person_choose (current, g_variant_get_string (value, NULL));
  if (hc_current_person_get (current) == before)
    return;

  /* Translators: %s is the name of the person whose data is shown now. */
  words = g_strdup_printf (_("Showing %s"), hc_person_to_words (hc_current_person_get (current)));
  gtk_widget_activate_action (user_data, "win.show-toast", "s", words);
}

/* Whether the people are there; otherwise a toast says that they are not. */
static gboolean
is_open (GtkApplicationWindow *window)
{
  if (hc_profile_get_state (hc_context_get_profile (get_context (window))) == HC_PROFILE_READY)
    return TRUE;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-toast", "s", _("Your own data is not open yet"));

  return FALSE;
}

static void
edit_person (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  HcContext *context = get_context (user_data);
  HcPerson *person = hc_current_person_get (hc_context_get_person (context));

  if (is_open (user_data))
    adw_dialog_present (ADW_DIALOG (hc_person_dialog_new (context, person)), user_data);
}

static void
add_person (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  if (is_open (user_data))
    adw_dialog_present (ADW_DIALOG (hc_person_dialog_new_add (get_context (user_data))), user_data);
}

static void
update_choice (GtkApplicationWindow *window)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "choose-person");
  const char *id = hc_current_person_get_id (hc_context_get_person (get_context (window)));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
}

/* A window that was destroyed may live on, and must not keep the profile open. */
static void
destroy_cb (GtkApplicationWindow *window)
{
  HcContext *context = get_context (window);

  if (context == NULL)
    return;

  g_signal_handlers_disconnect_by_func (hc_context_get_person (context), update_choice, window);
  g_object_set_data (G_OBJECT (window), CONTEXT_KEY, NULL);
}

/**
 * hc_person_actions_add:
 * @window: a window
 * @context: the people
 *
 * Adds `win.choose-person`, with the id of a person, `win.edit-person`, for the one whose data is shown, and
 * `win.add-person`.
 */
void
hc_person_actions_add (GtkApplicationWindow *window,
                       HcContext            *context)
{
  static const GActionEntry entries[] = {
    { "choose-person", NULL, "s", "''", choose_person },
    { "edit-person", edit_person },
    { "add-person", add_person },
  };

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (HC_IS_CONTEXT (context));

  g_object_set_data_full (G_OBJECT (window), CONTEXT_KEY, g_object_ref (context), g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update_choice), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect (window, "destroy", G_CALLBACK (destroy_cb), NULL);
  update_choice (window);
}
