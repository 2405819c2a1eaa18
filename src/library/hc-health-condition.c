/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-health-condition.h"

#define ANY "any"
#define NONE "none"

typedef enum {
  IS,
  AT_LEAST,
  AT_MOST,
} Operator;

/* One of `step = option | option`, `step = any`, `step = none`, `step >= 45` and `step <= 75`. */
typedef struct
{
  char     *step;
  Operator  operator;
  char    **values;
} Part;

/**
 * HcHealthCondition:
 *
 * When a step of the health check is asked, or a result is given: parts with commas between them, of
 * which each must hold. `age >= 45, age <= 75, symptoms = none`.
 */
struct _HcHealthCondition
{
  GPtrArray *parts; /* of Part */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->step);
  g_strfreev (part->values);
  g_free (part);
}

/**
 * hc_health_condition_free:
 * @self: (transfer full) (nullable): a condition
 */
void
hc_health_condition_free (HcHealthCondition *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
is_word (const char *text)
{
  return g_regex_match_simple ("^[a-z0-9-]+$", text, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

static gboolean
is_number (const char *text)
{
  return g_regex_match_simple ("^[0-9]{1,4}$", text, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

/* Returns NULL when the text is no part of a condition. */
static Part *
parse_part (const char *text)
{
  static const struct {
    const char *sign;
    Operator    operator;
  } signs[] = {
    { ">=", AT_LEAST },
    { "<=", AT_MOST },
    { "=", IS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_auto (GStrv) sides = g_strsplit (text, signs[i].sign, -1);
      g_auto (GStrv) values = NULL;
      gboolean sound;
      Part *part;

      if (g_strv_length (sides) != 2)
        continue;

      values = g_strsplit (sides[1], "|", -1);
      sound = is_word (g_strstrip (sides[0])) && values[0] != NULL;

      for (guint j = 0; values[j] != NULL; j++)
        sound = sound && (signs[i].operator == IS ? is_word (g_strstrip (values[j]))
                                                  : j == 0 && is_number (g_strstrip (values[j])));

      if (!sound)
        return NULL;

      part = g_new0 (Part, 1);
      part->step = g_strdup (sides[0]);
      part->operator = signs[i].operator;
      part->values = g_steal_pointer (&values);

      return part;
    }

  return NULL;
}

/**
 * hc_health_condition_parse:
 * @text: a condition
 *
 * Returns: (transfer full) (nullable): the condition; %NULL when the text is none
 */
HcHealthCondition *
hc_health_condition_parse (const char *text)
{
  g_autoptr (HcHealthCondition) self = NULL;
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcHealthCondition, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  texts = g_strsplit (text, ",", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      Part *part = parse_part (texts[i]);

      if (part == NULL)
        return NULL;

      g_ptr_array_add (self->parts, part);
    }

  return self->parts->len > 0 ? g_steal_pointer (&self) : NULL;
}

static gboolean
holds (Part              *part,
       const char *const *answer)
{
  gint64 number;

  /* What was not asked, or was skipped, is not known. */
  if (answer == NULL)
    return FALSE;

  if (part->operator == IS)
    {
      if (g_str_equal (part->values[0], ANY))
        return answer[0] != NULL;

      if (answer[0] == NULL)
        return g_str_equal (part->values[0], NONE);

      for (guint i = 0; part->values[i] != NULL; i++)
        if (g_strv_contains (answer, part->values[i]))
          return TRUE;

      return FALSE;
    }

  if (answer[0] == NULL)
    return FALSE;

  number = g_ascii_strtoll (answer[0], NULL, 10);

  return part->operator == AT_LEAST ? number >= g_ascii_strtoll (part->values[0], NULL, 10)
                                    : number <= g_ascii_strtoll (part->values[0], NULL, 10);
}

/**
 * hc_health_condition_is_met:
 * @self: a condition
 * @answers: (element-type utf8 GStrv): by the ids of the steps, the options that were chosen or the
 *   number that was entered
 *
 * Returns: whether all its parts hold
 */
gboolean
hc_health_condition_is_met (HcHealthCondition *self,
                            GHashTable        *answers)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (answers != NULL, FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (!holds (part, g_hash_table_lookup (answers, part->step)))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_health_condition_get_n:
 * @self: a condition
 *
 * Returns: of how many parts it is made
 */
guint
hc_health_condition_get_n (HcHealthCondition *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * hc_health_condition_get:
 * @self: a condition
 * @part: the number of a part, from 0
 * @values: (out) (optional) (transfer none) (array zero-terminated=1) (nullable): the options that it
 *   names; %NULL for a comparison of numbers, for `any` and for `none`
 *
 * Returns: the id of the step that the part is about
 */
const char *
hc_health_condition_get (HcHealthCondition  *self,
                         guint               part,
                         const char *const **values)
{
  const Part *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (part < self->parts->len, NULL);

  found = g_ptr_array_index (self->parts, part);

  if (values != NULL)
    *values = found->operator == IS && !g_str_equal (found->values[0], ANY) &&
              !g_str_equal (found->values[0], NONE) ? (const char *const *) found->values : NULL;

  return found->step;
}
