/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-fields.h"

#include <glib/gi18n.h>

#include "hc-appointment-check.h"
#include "hc-appointment-copy.h"
#include "hc-field.h"
#include "hc-text-wrap.h"

#define SPACE 18
#define LONG_HEIGHT 96

/**
 * HcAppointmentFields:
 *
 * Some texts of an appointment, one below the other. What is written goes to the #HcAppointmentEdit with every
 * letter; what is wrong with it is said at the field.
 */
struct _HcAppointmentFields
{
  GtkBox                    parent_instance;

  HcAppointmentEdit        *edit;
  const HcAppointmentField *fields;
  guint                     n_fields;
  GPtrArray                *widgets;    /* of HcField, in the same order */
  gboolean                  is_filling;
};

G_DEFINE_FINAL_TYPE (HcAppointmentFields, hc_appointment_fields, GTK_TYPE_BOX)

static void
hc_appointment_fields_dispose (GObject *object)
{
  HcAppointmentFields *self = HC_APPOINTMENT_FIELDS (object);

  g_clear_object (&self->edit);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_appointment_fields_parent_class)->dispose (object);
}

static void
hc_appointment_fields_class_init (HcAppointmentFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_appointment_fields_dispose;
}

static void
hc_appointment_fields_init (HcAppointmentFields *self)
{
  self->widgets = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

/* Returns: (transfer none) (nullable): of a field with lines, the text */
static GtkTextBuffer *
get_buffer (HcField *field)
{
  GtkWidget *child = hc_field_get_child (field);

  if (!GTK_IS_FRAME (child))
    return NULL;

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_frame_get_child (GTK_FRAME (child))));
}

static void
changed_cb (HcAppointmentFields *self)
{
  if (self->is_filling || self->edit == NULL)
    return;

  hc_appointment_edit_freeze (self->edit);
  for (guint i = 0; i < self->n_fields; i++)
    {
      HcField *field = g_ptr_array_index (self->widgets, i);
      GtkTextBuffer *buffer = get_buffer (field);
      g_autofree char *text = NULL;

      if (buffer != NULL)
        g_object_get (buffer, "text", &text, NULL);
      else
        text = hc_field_dup_text (field);
      hc_appointment_edit_set_text (self->edit, self->fields[i].name, text);
    }
  hc_appointment_edit_thaw (self->edit);
}

static GtkWidget *
make_long (HcAppointmentFields *self)
{
  GtkTextView *view;
  GtkWidget *frame = hc_text_wrap_new_frame (LONG_HEIGHT, &view);

  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return frame;
}

static GtkWidget *
make_line (HcAppointmentFields      *self,
           const HcAppointmentField *field)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "input-purpose", field->purpose, "width-chars", 1, NULL);

  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

/**
 * hc_appointment_fields_new:
 * @edit: what is being written
 * @fields: (array length=n_fields): the texts, of unlimited life
 * @n_fields: how many there are
 *
 * Returns: (transfer floating): the fields, filled with what is written already
 */
GtkWidget *
hc_appointment_fields_new (HcAppointmentEdit        *edit,
                           const HcAppointmentField *fields,
                           guint                     n_fields)
{
  HcAppointmentFields *self;

  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (edit), NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_FIELDS, NULL);
  self->edit = g_object_ref (edit);
  self->fields = fields;
  self->n_fields = n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      GtkWidget *child = fields[i].is_long ? make_long (self) : make_line (self, &fields[i]);
      GtkWidget *field = hc_field_new (_(fields[i].title), child);

      hc_field_set_hint (HC_FIELD (field), fields[i].hint != NULL ? _(fields[i].hint) : NULL);
      gtk_box_append (GTK_BOX (self), field);
      g_ptr_array_add (self->widgets, field);
    }

  hc_appointment_fields_refill (self);

  return GTK_WIDGET (self);
}

/**
 * hc_appointment_fields_refill:
 * @self: the fields
 *
 * Shows what is written when it was written elsewhere.
 */
void
hc_appointment_fields_refill (HcAppointmentFields *self)
{
  const HcAppointmentDetails *details;

  g_return_if_fail (HC_IS_APPOINTMENT_FIELDS (self));

  details = hc_appointment_edit_get_details (self->edit);
  self->is_filling = TRUE;
  for (guint i = 0; i < self->n_fields; i++)
    {
      HcField *field = g_ptr_array_index (self->widgets, i);
      const char *text = hc_appointment_copy_get_text (details, self->fields[i].name);
      GtkTextBuffer *buffer = get_buffer (field);

      if (buffer != NULL)
        gtk_text_buffer_set_text (buffer, text, -1);
      else
        gtk_editable_set_text (GTK_EDITABLE (hc_field_get_child (field)), text);
    }
  self->is_filling = FALSE;
}

static const HcAppointmentProblem *
find_problem (GPtrArray  *problems,
              const char *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const HcAppointmentProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field, field))
        return problem;
    }

  return NULL;
}

/**
 * hc_appointment_fields_show_problems:
 * @self: the fields
 * @problems: (element-type HcAppointmentProblem): what is wrong, see hc_appointment_check()
 *
 * Says at each field what is wrong there. What only is to be looked at stands in place of its hint.
 */
void
hc_appointment_fields_show_problems (HcAppointmentFields *self,
                                     GPtrArray           *problems)
{
  g_return_if_fail (HC_IS_APPOINTMENT_FIELDS (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < self->n_fields; i++)
    {
      HcField *field = g_ptr_array_index (self->widgets, i);
      const HcAppointmentProblem *problem = find_problem (problems, self->fields[i].name);
      const char *hint = self->fields[i].hint != NULL ? _(self->fields[i].hint) : NULL;

      hc_field_set_fault (field, problem != NULL && problem->is_fault ? problem->words : NULL);
      hc_field_set_hint (field, problem != NULL && !problem->is_fault ? problem->words : hint);
    }
}
