/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-request-when.h"

#include <glib/gi18n.h>

#include "hc-appointment-check.h"
#include "hc-request-wish.h"
#include "hc-wrapped-label.h"

#define SPACE 18

static const char *const titles[HC_APPOINTMENT_N_WISHES] = { N_("First Choice"), N_("Second Choice"),
                                                             N_("Third Choice") };

/**
 * HcRequestWhen:
 *
 * The second step of a request: the days that are wished for, by the clock of the place.
 */
struct _HcRequestWhen
{
  GtkBox             parent_instance;

  HcAppointmentEdit *edit;
  HcRequestWish     *wishes[HC_APPOINTMENT_N_WISHES];
  int                places[HC_APPOINTMENT_N_WISHES];  /* of each in the appointment; -1: none */
  gboolean           is_right;

  GtkLabel          *hours_label;
};

G_DEFINE_FINAL_TYPE (HcRequestWhen, hc_request_when, GTK_TYPE_BOX)

static void
hc_request_when_dispose (GObject *object)
{
  g_clear_object (&HC_REQUEST_WHEN (object)->edit);

  G_OBJECT_CLASS (hc_request_when_parent_class)->dispose (object);
}

static void
hc_request_when_class_init (HcRequestWhenClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_request_when_dispose;
}

static void
hc_request_when_init (HcRequestWhen *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

/* What cannot be meant is no wish. */
static void
read_wishes (HcRequestWhen     *self,
             HcAppointmentWish *wishes)
{
  int n = 0;

  self->is_right = TRUE;
  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      HcAppointmentWish wish;

      self->is_right &= hc_request_wish_read (self->wishes[i], &wish);
      self->places[i] = g_date_valid (&wish.day) ? n : -1;
      if (self->places[i] >= 0)
        wishes[n++] = wish;
    }

  for (; n < HC_APPOINTMENT_N_WISHES; n++)
    {
      wishes[n] = (HcAppointmentWish) { 0 };
      g_date_clear (&wishes[n].day, 1);
    }
}

/* What cannot be meant stays in its field, and is kept as it is. */
static void
changed_cb (HcRequestWhen *self)
{
  HcAppointmentWish wishes[HC_APPOINTMENT_N_WISHES];
  g_autofree char *unfinished = NULL;

  if (self->edit == NULL)
    return;

  read_wishes (self, wishes);
  unfinished = g_strdup (hc_appointment_edit_get_details (self->edit)->unfinished);
  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      g_autofree char *before = g_steal_pointer (&unfinished);

      unfinished = hc_request_wish_keep (self->wishes[i], before, i);
    }

  hc_appointment_edit_freeze (self->edit);
  hc_appointment_edit_set_wishes (self->edit, wishes);
  hc_appointment_edit_set_text (self->edit, "unfinished", unfinished);
  hc_appointment_edit_thaw (self->edit);
}

/**
 * hc_request_when_new:
 * @edit: the request that is being written
 *
 * Returns: (transfer floating): the second step
 */
GtkWidget *
hc_request_when_new (HcAppointmentEdit *edit)
{
  HcRequestWhen *self;
  HcAppointmentWish right[HC_APPOINTMENT_N_WISHES];
  const HcAppointmentDetails *details;
  guint n = 0;

  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (edit), NULL);

  self = g_object_new (HC_TYPE_REQUEST_WHEN, NULL);
  details = hc_appointment_edit_get_details (edit);

  self->hours_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->hours_label), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hours_label));

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      self->wishes[i] = HC_REQUEST_WISH (hc_request_wish_new (_(titles[i])));
      if (!hc_request_wish_bring_back (self->wishes[i], details->unfinished, i))
        hc_request_wish_set (self->wishes[i], &details->wishes[n++]);
      g_signal_connect_object (self->wishes[i], "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->wishes[i]));
    }
  read_wishes (self, right);
  self->edit = g_object_ref (edit);

  return GTK_WIDGET (self);
}

/**
 * hc_request_when_is_right:
 * @self: the second step
 *
 * Returns: whether all that was entered can be meant
 */
gboolean
hc_request_when_is_right (HcRequestWhen *self)
{
  g_return_val_if_fail (HC_IS_REQUEST_WHEN (self), FALSE);

  return self->is_right;
}

/**
 * hc_request_when_show_hours:
 * @self: the second step
 * @hours: (nullable): when the place is open, in words
 * @zone: (nullable): the name of the time zone of the place, when it is another one
 */
void
hc_request_when_show_hours (HcRequestWhen *self,
                            const char    *hours,
                            const char    *zone)
{
  g_autoptr (GString) words = g_string_new (hours);

  g_return_if_fail (HC_IS_REQUEST_WHEN (self));

  if (zone != NULL)
    {
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: %s is the name of a time zone. */
      g_string_append_printf (words, _("Days and times are those of the clock there (%s)."), zone);
    }

  gtk_label_set_label (self->hours_label, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_label), words->len > 0);
}

/**
 * hc_request_when_show_problems:
 * @self: the second step
 * @problems: (element-type HcAppointmentProblem): what is wrong, see hc_appointment_check()
 */
void
hc_request_when_show_problems (HcRequestWhen *self,
                               GPtrArray     *problems)
{
  g_return_if_fail (HC_IS_REQUEST_WHEN (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      const HcAppointmentProblem *found = NULL;

      for (guint k = 0; k < problems->len && found == NULL; k++)
        {
          const HcAppointmentProblem *problem = g_ptr_array_index (problems, k);

          if (g_str_equal (problem->field, "wishes") && (int) problem->index == self->places[i])
            found = problem;
        }

      hc_request_wish_set_problem (self->wishes[i], found != NULL ? found->words : NULL,
                                   found != NULL && found->is_fault);
    }
}
