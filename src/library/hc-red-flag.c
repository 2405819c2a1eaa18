/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-red-flag.h"

#include <string.h>

#include "hc-library-private.h"

/* In the order of HcDiaryOperator. */
static const char *const operators[] = { ">=", ">", "<=", "<", "=", NULL };

/**
 * HcRedFlag:
 *
 * A rule about entries of the diary: when they are such, somebody is to be called.
 */
struct _HcRedFlag
{
  GObject          parent_instance;

  HcRedFlagDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcRedFlag, hc_red_flag, G_TYPE_OBJECT)

/**
 * hc_red_flag_level_from_string:
 * @string: (nullable): a name, as in library.db
 * @level: (out): the level of that name
 *
 * Returns: whether there is such a level
 */
gboolean
hc_red_flag_level_from_string (const char     *string,
                               HcRedFlagLevel *level)
{
  static const char *const names[] = { "emergency", "call-now", "call-today", NULL };

  g_return_val_if_fail (level != NULL, FALSE);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *level = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_red_flag_condition_parse:
 * @text: a condition, `temperature >= 38.0`
 *
 * Returns: (transfer full) (nullable): the condition; %NULL when it is none
 */
HcRedFlagCondition *
hc_red_flag_condition_parse (const char *text)
{
  g_auto (GStrv) parts = NULL;
  HcRedFlagCondition *self;
  char *end;
  double value;

  g_return_val_if_fail (text != NULL, NULL);

  /* Three words: a kind, a sign and a number as it is written in English, without an exponent. */
  parts = g_strsplit (text, " ", -1);
  if (g_strv_length (parts) != 3 || *parts[0] == '\0' || !g_strv_contains (operators, parts[1]) ||
      *parts[2] == '\0' || strspn (parts[2], "0123456789.") != strlen (parts[2]))
    return NULL;

  value = g_ascii_strtod (parts[2], &end);
  if (*end != '\0')
    return NULL;

  self = g_new0 (HcRedFlagCondition, 1);
  self->kind = g_strdup (parts[0]);
  self->value = value;
  while (!g_str_equal (operators[self->op], parts[1]))
    self->op++;

  return self;
}

/**
 * hc_red_flag_condition_free:
 * @self: (transfer full) (nullable): a condition
 */
void
hc_red_flag_condition_free (HcRedFlagCondition *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self);
}

/**
 * hc_red_flag_condition_is_met:
 * @self: a condition
 * @value: a number of its kind, in the unit of the kind
 *
 * Returns: whether the number is such
 */
gboolean
hc_red_flag_condition_is_met (const HcRedFlagCondition *self,
                              double                    value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->op)
    {
    case HC_DIARY_OPERATOR_AT_LEAST:
      return value >= self->value;
    case HC_DIARY_OPERATOR_MORE:
      return value > self->value;
    case HC_DIARY_OPERATOR_AT_MOST:
      return value <= self->value;
    case HC_DIARY_OPERATOR_LESS:
      return value < self->value;
    case HC_DIARY_OPERATOR_EQUAL:
      return value == self->value;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
hc_red_flag_finalize (GObject *object)
{
  HcRedFlag *self = HC_RED_FLAG (object);

  g_free ((char *) self->details.id);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.what_to_do);
  g_free ((char *) self->details.why);
  g_free ((char *) self->details.link);
  g_ptr_array_unref (self->details.conditions);

  G_OBJECT_CLASS (hc_red_flag_parent_class)->finalize (object);
}

static void
hc_red_flag_class_init (HcRedFlagClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_red_flag_finalize;
}

static void
hc_red_flag_init (HcRedFlag *self)
{
}

/**
 * hc_red_flag_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a flag
 */
HcRedFlag *
hc_red_flag_new (const HcRedFlagDetails *details)
{
  HcRedFlag *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);
  g_return_val_if_fail (details->conditions != NULL, NULL);

  self = g_object_new (HC_TYPE_RED_FLAG, NULL);
  self->details = *details;
  self->details.id = g_strdup (details->id);
  self->details.title = g_strdup (details->title);
  self->details.what_to_do = g_strdup (details->what_to_do);
  self->details.why = g_strdup (details->why);
  self->details.link = g_strdup (details->link);
  self->details.conditions = g_ptr_array_ref (details->conditions);

  return self;
}

/**
 * hc_red_flag_get_details:
 * @self: a flag
 *
 * Returns: (transfer none): what is told of it
 */
const HcRedFlagDetails *
hc_red_flag_get_details (HcRedFlag *self)
{
  g_return_val_if_fail (HC_IS_RED_FLAG (self), NULL);

  return &self->details;
}

/**
 * hc_red_flag_load_sources:
 * @self: a flag
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so
 */
GPtrArray *
hc_red_flag_load_sources (HcRedFlag  *self,
                          HcLibrary  *library,
                          GError    **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_RED_FLAG (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strconcat ("red-flag/", self->details.id, NULL);

  return hc_library_read_sources (library, owner, error);
}
