/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-removal.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-person-switcher.h"
#include "hc-window.h"

/* What is counted before the person is asked. */
typedef struct
{
  HcContext *context;
  HcPerson  *person;
  AdwDialog *dialog;
  GPtrArray *medicines; /* of char*: the ids of those of the person, NULL at the end */
  guint      n_doses;
  guint      n_entries;
} Removal;

static void
removal_free (gpointer  data,
              GClosure *closure)
{
  Removal *self = data;

  g_object_unref (self->context);
  g_object_unref (self->person);
  g_object_unref (self->dialog);
  g_ptr_array_unref (self->medicines);
  g_free (self);
}

static void
delete_person (GObject             *store,
               GObject             *item,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  hc_person_store_delete_async (HC_PERSON_STORE (store), HC_PERSON (item), callback, user_data);
}

static gboolean
delete_person_finish (GObject       *store,
                      GAsyncResult  *result,
                      GError       **error)
{
  return hc_person_store_delete_finish (HC_PERSON_STORE (store), result, error);
}

static void
restore_person (GObject             *store,
                GObject             *item,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  hc_person_store_save_async (HC_PERSON_STORE (store), HC_PERSON (item), hc_person_get_details (HC_PERSON (item)),
                              callback, user_data);
}

static gboolean
restore_person_finish (GObject       *store,
                       GAsyncResult  *result,
                       GError       **error)
{
  return hc_person_store_save_finish (HC_PERSON_STORE (store), result, error);
}

static void
response_cb (AdwAlertDialog *alert,
             const char     *response,
             gpointer        user_data)
{
  static const HcOperationFuncs funcs = { delete_person, delete_person_finish, restore_person, restore_person_finish };
  Removal *self = user_data;
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (self->context));
  /* Translators: %s is the name of a person. */
  g_autofree char *description = g_strdup_printf (_("%s removed"), hc_person_to_words (self->person));
  g_autoptr (HcOperation) operation = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->dialog));

  if (!g_str_equal (response, "remove") || !HC_IS_WINDOW (root))
    return;

  operation = hc_operation_new (description, G_OBJECT (people), G_OBJECT (self->person), &funcs);
  adw_dialog_force_close (self->dialog);
  hc_current_person_expect_removal (hc_context_get_person (self->context), self->person);
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static gboolean
is_first (Removal *self)
{
  return self->person == hc_current_person_get_first (hc_context_get_person (self->context));
}

static gboolean
is_theirs (Removal    *self,
           const char *owner)
{
  return g_str_equal (owner, hc_person_get_id (self->person)) || (*owner == '\0' && is_first (self));
}

static guint
count_questions (Removal *self)
{
  GListModel *questions = G_LIST_MODEL (hc_profile_get_care_questions (hc_context_get_profile (self->context)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (questions, i);

      n += is_theirs (self, hc_care_question_get_person (question));
    }

  return n;
}

/* What is nothing is left out. */
static void
add_number (GString    *text,
            guint       n,
            const char *what)
{
  if (n > 0)
    g_string_append_printf (text, "\n%u %s", n, what);
}

static char *
dup_body (Removal *self)
{
  const char *name = hc_person_to_words (self->person);
  GListModel *people = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (self->context)));
  guint n_medicines = self->medicines->len - 1, n_questions = count_questions (self);
  g_autoptr (GString) numbers = g_string_new (NULL);
  GString *body = g_string_new (NULL);

  /* Translators: each of these stands behind a number. */
  add_number (numbers, n_medicines, ngettext ("medicine", "medicines", n_medicines));
  add_number (numbers, self->n_doses, ngettext ("dose that was noted", "doses that were noted", self->n_doses));
  add_number (numbers, self->n_entries, ngettext ("entry in the diary", "entries in the diary", self->n_entries));
  add_number (numbers, n_questions,
              ngettext ("question for the care team", "questions for the care team", n_questions));

  if (numbers->len > 0)
    /* Translators: the name of a person, and what belongs to them, a line each. */
    g_string_append_printf (body, _("What belongs to %s is put away, too:\n%s"), name, numbers->str);
  else
    /* Translators: %s is the name of a person. */
    g_string_append_printf (body, _("Nothing else was written for %s."), name);

  g_string_append_printf (body, "\n\n%s", _("Right afterwards you can undo it, and everything comes back."));
  if (g_list_model_get_n_items (people) == 1)
    g_string_append_printf (body, " %s", _("There is nobody else: Health Center then begins as new."));

  return g_string_free_and_steal (body);
}

static void
ask (Removal *self)
{
  /* Translators: %s is the name of a person. */
  g_autofree char *heading = g_strdup_printf (_("Remove %s?"), hc_person_to_words (self->person));
  g_autofree char *body = dup_body (self);
  AdwDialog *alert = hc_ask_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "keep", _("_Keep"),
                                  "remove", _("_Remove"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  g_signal_connect_data (alert, "response", G_CALLBACK (response_cb), self, removal_free, G_CONNECT_DEFAULT);
  adw_dialog_present (alert, GTK_WIDGET (self->dialog));
}

/* What cannot be counted is not told. */
static void
entries_counted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Removal *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = hc_diary_count_finish (HC_DIARY (source), result, &error);
  GHashTableIter iter;
  gpointer count;

  if (counts == NULL)
    {
      g_warning ("The diary cannot be counted: %s", error->message);
      ask (self);
      return;
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    self->n_entries += ((HcDiaryCount *) count)->n_entries;

  ask (self);
}

static void
doses_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Removal *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hc_dose_log_query_finish (HC_DOSE_LOG (source), result, &error);

  if (records != NULL)
    self->n_doses = records->len;
  else
    g_warning ("The doses cannot be counted: %s", error->message);

  hc_diary_count_async (hc_profile_get_diary (hc_context_get_profile (self->context)), hc_person_get_id (self->person),
                        is_first (self), NULL, entries_counted_cb, self);
}

/**
 * hc_person_removal_ask:
 * @context: the people, and what belongs to them
 * @person: one of them
 * @dialog: the dialog about the person, shown over an #HcWindow
 *
 * Counts what belongs to a person and asks whether they are to be removed. When they are, the dialog closes, and the
 * removal can be undone: it takes away the person only, and what belongs to them waits unseen.
 */
void
hc_person_removal_ask (HcContext *context,
                       HcPerson  *person,
                       AdwDialog *dialog)
{
  HcProfile *profile;
  GListModel *medicines;
  Removal *self;

  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_PERSON (person));
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  profile = hc_context_get_profile (context);
  medicines = G_LIST_MODEL (hc_profile_get_medicines (profile));
  self = g_new0 (Removal, 1);
  self->context = g_object_ref (context);
  self->person = g_object_ref (person);
  self->dialog = g_object_ref (dialog);
  self->medicines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (is_theirs (self, hc_medicine_get_details (medicine)->person))
        g_ptr_array_add (self->medicines, g_strdup (hc_medicine_get_id (medicine)));
    }
  g_ptr_array_add (self->medicines, NULL);

  hc_dose_log_query_async (hc_profile_get_dose_log (profile), (const char *const *) self->medicines->pdata, NULL, NULL,
                           doses_read_cb, self);
}
