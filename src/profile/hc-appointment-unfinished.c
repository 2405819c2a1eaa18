/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-unfinished.h"

#include <string.h>

/* What was typed of changes of an appointment that are not saved yet, in the form in which the database keeps it: a
 * list of fields, each with the state that the appointment is to have. It is checked when read as if a stranger had
 * written it: a backup may come from anywhere. */

#define TYPE "a(sss)"  /* state; field; text */
#define MAX_LENGTH (32 * 1024 * 1024)
#define MAX_ENTRIES 1000

/* Returns: (transfer full) (nullable): the list; NULL when it is empty or cannot be read */
static GVariant *
parse (const char *unfinished)
{
  g_autoptr (GVariant) list = NULL;

  if (unfinished == NULL || *unfinished == '\0' || strlen (unfinished) > MAX_LENGTH)
    return NULL;

  list = g_variant_parse (G_VARIANT_TYPE (TYPE), unfinished, NULL, NULL, NULL);

  return list != NULL && g_variant_n_children (list) <= MAX_ENTRIES ? g_steal_pointer (&list) : NULL;
}

/**
 * hc_appointment_unfinished_has:
 * @unfinished: (nullable): what the database keeps
 * @state: what the appointment is to become
 *
 * Returns: whether something was typed of that change
 */
gboolean
hc_appointment_unfinished_has (const char         *unfinished,
                               HcAppointmentState  state)
{
  g_autoptr (GVariant) list = parse (unfinished);
  gsize n = list != NULL ? g_variant_n_children (list) : 0;

  for (gsize i = 0; i < n; i++)
    {
      const char *name;

      g_variant_get_child (list, i, "(&s&s&s)", &name, NULL, NULL);
      if (g_str_equal (name, hc_appointment_state_to_string (state)))
        return TRUE;
    }

  return FALSE;
}

/**
 * hc_appointment_unfinished_dup_text:
 * @unfinished: (nullable): what the database keeps
 * @state: what the appointment is to become
 * @field: the name of what was typed, `by`
 *
 * Returns: (transfer full) (nullable): what was typed there, which may be empty; %NULL: nothing was
 */
char *
hc_appointment_unfinished_dup_text (const char         *unfinished,
                                    HcAppointmentState  state,
                                    const char         *field)
{
  g_autoptr (GVariant) list = parse (unfinished);
  gsize n = list != NULL ? g_variant_n_children (list) : 0;

  g_return_val_if_fail (field != NULL, NULL);

  for (gsize i = 0; i < n; i++)
    {
      const char *name, *found, *text;

      g_variant_get_child (list, i, "(&s&s&s)", &name, &found, &text);
      if (g_str_equal (name, hc_appointment_state_to_string (state)) && g_str_equal (found, field))
        return g_strdup (text);
    }

  return NULL;
}

/* Returns: (transfer full): all but what @state has of @field, or has at all when that is NULL; and @text */
static char *
replace (const char         *unfinished,
         HcAppointmentState  state,
         const char         *field,
         const char         *text)
{
  g_autoptr (GVariant) list = parse (unfinished);
  g_autoptr (GVariant) result = NULL;
  gsize n = list != NULL ? g_variant_n_children (list) : 0;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TYPE));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      const char *name, *found;

      g_variant_get (child, "(&s&s&s)", &name, &found, NULL);
      if (!g_str_equal (name, hc_appointment_state_to_string (state)) ||
          (field != NULL && !g_str_equal (found, field)))
        g_variant_builder_add_value (&builder, child);
    }

  if (text != NULL)
    g_variant_builder_add (&builder, "(sss)", hc_appointment_state_to_string (state), field, text);

  result = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_n_children (result) > 0 ? g_variant_print (result, FALSE) : g_strdup ("");
}

/**
 * hc_appointment_unfinished_set:
 * @unfinished: (nullable): what the database keeps; what cannot be read is left out
 * @state: what the appointment is to become
 * @field: the name of what is typed, `by`
 * @text: (nullable): what is typed there, valid UTF-8; %NULL: nothing
 *
 * Returns: (transfer full): what the database is to keep from now on, empty when nothing is unfinished
 */
char *
hc_appointment_unfinished_set (const char         *unfinished,
                               HcAppointmentState  state,
                               const char         *field,
                               const char         *text)
{
  g_return_val_if_fail (field != NULL, NULL);

  return replace (unfinished, state, field, text);
}

/**
 * hc_appointment_unfinished_remove:
 * @unfinished: (nullable): what the database keeps
 * @state: what the appointment has become
 *
 * Returns: (transfer full): the same without what was typed of that change, empty when nothing is unfinished
 */
char *
hc_appointment_unfinished_remove (const char         *unfinished,
                                  HcAppointmentState  state)
{
  return replace (unfinished, state, NULL, NULL);
}
