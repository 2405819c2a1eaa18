/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-evening-check.h"

#include <glib/gi18n.h>

#include "hc-diary-field.h"
#include "hc-wrapped-label.h"

#define SPACE 6

/**
 * HcEveningCheck:
 *
 * Several questions of one evening on one screen. What is answered is saved together, all of it or nothing.
 */
struct _HcEveningCheck
{
  HcDiaryDialog  parent_instance;

  HcDiaryDesk   *desk;
  char          *person;  /* whose answers these are */
  GPtrArray     *fields;  /* of HcDiaryField, which the dialog owns */

  AdwBanner     *banner;
  GtkBox        *content;
  GtkWidget     *empty_fault;
  GtkWidget     *save_button;
};

G_DEFINE_FINAL_TYPE (HcEveningCheck, hc_evening_check, HC_TYPE_DIARY_DIALOG)

static void
touched_cb (HcEveningCheck *self)
{
  gtk_widget_set_visible (self->empty_fault, FALSE);
  hc_diary_dialog_touched (HC_DIARY_DIALOG (self));
}

/* Returns whether all that is answered can be, and something is. */
static gboolean
check (HcEveningCheck *self)
{
  guint n_answers = 0;

  for (guint i = 0; i < self->fields->len; i++)
    {
      HcDiaryField *field = g_ptr_array_index (self->fields, i);

      if (hc_diary_field_is_empty (field))
        continue;
      if (!hc_diary_field_check (field))
        return FALSE;

      n_answers++;
    }

  gtk_widget_set_visible (self->empty_fault, n_answers == 0);
  if (n_answers == 0)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (GTK_LABEL (self->empty_fault)),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      gtk_widget_child_focus (GTK_WIDGET (self->content), GTK_DIR_TAB_FORWARD);
    }

  return n_answers > 0;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcEveningCheck) self = user_data;
  g_autoptr (GError) error = NULL;

  hc_diary_save_all_finish (HC_DIARY (source), result, &error);
  hc_diary_dialog_end (HC_DIARY_DIALOG (self), error);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcEveningCheck *self = HC_EVENING_CHECK (widget);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (self->desk);

  if (hc_diary_dialog_is_saving (HC_DIARY_DIALOG (self)) || !check (self))
    return;

  for (guint i = 0; i < self->fields->len; i++)
    {
      HcDiaryField *field = g_ptr_array_index (self->fields, i);
      const HcDiaryKindDetails *kind = hc_diary_kind_get_details (hc_diary_field_get_kind (field));
      HcDiaryEntryDetails details = {
        .person = self->person,
        .kind = kind->id,
        .time = now,
        .has_value = TRUE,
        .is_covered = kind->covered && !hc_diary_desk_shows_always (self->desk, kind->id),
      };

      if (hc_diary_field_get_value (field, &details.value))
        g_ptr_array_add (entries, hc_diary_entry_new (&details));
    }

  hc_diary_dialog_begin (HC_DIARY_DIALOG (self));
  hc_diary_save_all_async (hc_diary_desk_get_diary (self->desk), entries, NULL, saved_cb, g_object_ref (self));
}

static void
hc_evening_check_dispose (GObject *object)
{
  HcEveningCheck *self = HC_EVENING_CHECK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_EVENING_CHECK);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (hc_evening_check_parent_class)->dispose (object);
}

static void
hc_evening_check_finalize (GObject *object)
{
  g_ptr_array_unref (HC_EVENING_CHECK (object)->fields);

  G_OBJECT_CLASS (hc_evening_check_parent_class)->finalize (object);
}

static void
hc_evening_check_class_init (HcEveningCheckClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_evening_check_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_evening_check_finalize;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Answers Not Saved");
  HC_DIARY_DIALOG_CLASS (klass)->save_action = "evening-check.save";

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-evening-check.ui");
  gtk_widget_class_bind_template_child (widget_class, HcEveningCheck, banner);
  gtk_widget_class_bind_template_child (widget_class, HcEveningCheck, content);
  gtk_widget_class_bind_template_child (widget_class, HcEveningCheck, empty_fault);
  gtk_widget_class_bind_template_child (widget_class, HcEveningCheck, save_button);

  gtk_widget_class_install_action (widget_class, "evening-check.save", NULL, save_action);
}

static void
hc_evening_check_init (HcEveningCheck *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_diary_dialog_set_banner (HC_DIARY_DIALOG (self), self->banner);
  self->fields = g_ptr_array_new ();
}

static void
add_question (HcEveningCheck *self,
              HcDiaryKind    *kind)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);
  GtkWidget *question = hc_wrapped_label_new_heading (details->question, "heading");
  GtkWidget *field = hc_diary_field_new (self->desk, kind);

  gtk_widget_set_margin_top (question, SPACE);
  gtk_box_append (self->content, question);
  if (details->hint != NULL)
    gtk_box_append (self->content, hc_wrapped_label_new (details->hint, "dimmed"));
  gtk_box_append (self->content, field);
  g_signal_connect_object (field, "changed", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, field);
}

/**
 * hc_evening_check_new:
 * @desk: what the parts of the diary share
 * @kinds: (array zero-terminated=1): what is asked; what is only words is left out
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcEveningCheck *
hc_evening_check_new (HcDiaryDesk       *desk,
                      const char *const *kinds)
{
  HcEveningCheck *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);
  g_return_val_if_fail (kinds != NULL, NULL);

  self = g_object_new (HC_TYPE_EVENING_CHECK, NULL);
  self->desk = g_object_ref (desk);
  self->person = g_strdup (hc_diary_desk_get_person_id (desk));

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      HcDiaryKind *kind = hc_diary_desk_get_kind (desk, kinds[i]);

      if (kind != NULL && hc_diary_kind_get_details (kind)->input != HC_DIARY_INPUT_TEXT)
        add_question (self, kind);
    }

  return self;
}
