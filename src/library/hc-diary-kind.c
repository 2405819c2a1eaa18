/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-kind.h"

#include <math.h>

#include "hc-library-private.h"

/* A value that was written in the other unit is kept to so many decimals: more than anybody measures, and few
 * enough that 100.4 °F are 38 °C and not nearly. */
#define KEPT_DIGITS 6

/**
 * HcDiaryKind:
 *
 * A kind of entry in the diary: a symptom with its grades, a measurement, a result of a laboratory.
 */
struct _HcDiaryKind
{
  GObject            parent_instance;

  HcDiaryKindDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcDiaryKind, hc_diary_kind, G_TYPE_OBJECT)

static gboolean
find_name (const char        *string,
           const char *const *names,
           guint             *found)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *found = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_diary_group_from_string:
 * @string: (nullable): a name, as in library.db
 * @group: (out): the group of that name
 *
 * Returns: whether there is such a group
 */
gboolean
hc_diary_group_from_string (const char   *string,
                            HcDiaryGroup *group)
{
  static const char *const names[] = { "warning", "symptom", "measurement", "lab", "day", NULL };

  g_return_val_if_fail (group != NULL, FALSE);

  return find_name (string, names, group);
}

/**
 * hc_diary_input_from_string:
 * @string: (nullable): a name, as in library.db
 * @input: (out): the input of that name
 *
 * Returns: whether there is such an input
 */
gboolean
hc_diary_input_from_string (const char   *string,
                            HcDiaryInput *input)
{
  static const char *const names[] = { "grade", "number", "count", "scale10", "text", "choice", NULL };

  g_return_val_if_fail (input != NULL, FALSE);

  return find_name (string, names, input);
}

/**
 * hc_diary_better_from_string:
 * @string: (nullable): a name, as in library.db
 * @better: (out): what a change means
 *
 * Returns: whether there is such a name
 */
gboolean
hc_diary_better_from_string (const char    *string,
                             HcDiaryBetter *better)
{
  static const char *const names[] = { "neither", "lower", "higher", NULL };

  g_return_val_if_fail (better != NULL, FALSE);

  return find_name (string, names, better);
}

static void
hc_diary_kind_finalize (GObject *object)
{
  HcDiaryKind *self = HC_DIARY_KIND (object);

  g_free ((char *) self->details.id);
  g_free ((char *) self->details.name);
  g_free ((char *) self->details.question);
  g_free ((char *) self->details.hint);
  g_strfreev ((char **) self->details.words);
  g_free ((char *) self->details.unit);
  g_free ((char *) self->details.other_unit);
  g_free ((char *) self->details.reference);
  g_free ((char *) self->details.link);

  G_OBJECT_CLASS (hc_diary_kind_parent_class)->finalize (object);
}

static void
hc_diary_kind_class_init (HcDiaryKindClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_kind_finalize;
}

static void
hc_diary_kind_init (HcDiaryKind *self)
{
}

/**
 * hc_diary_kind_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a kind of entry
 */
HcDiaryKind *
hc_diary_kind_new (const HcDiaryKindDetails *details)
{
  HcDiaryKind *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);
  g_return_val_if_fail (details->other_unit == NULL || details->other_factor > 0, NULL);

  self = g_object_new (HC_TYPE_DIARY_KIND, NULL);
  self->details = *details;
  self->details.id = g_strdup (details->id);
  self->details.name = g_strdup (details->name);
  self->details.question = g_strdup (details->question);
  self->details.hint = g_strdup (details->hint);
  self->details.words = (const char *const *) g_strdupv ((char **) details->words);
  self->details.unit = g_strdup (details->unit);
  self->details.other_unit = g_strdup (details->other_unit);
  self->details.reference = g_strdup (details->reference);
  self->details.link = g_strdup (details->link);

  return self;
}

/**
 * hc_diary_kind_get_details:
 * @self: a kind of entry
 *
 * Returns: (transfer none): what is told of it
 */
const HcDiaryKindDetails *
hc_diary_kind_get_details (HcDiaryKind *self)
{
  g_return_val_if_fail (HC_IS_DIARY_KIND (self), NULL);

  return &self->details;
}

/**
 * hc_diary_kind_accepts:
 * @self: a kind of entry
 * @value: a number, in its unit
 *
 * Says whether a number can be an entry: it lies within the limits, and is whole where only whole numbers are.
 *
 * Returns: whether it can; never for a text
 */
gboolean
hc_diary_kind_accepts (HcDiaryKind *self,
                       double       value)
{
  g_return_val_if_fail (HC_IS_DIARY_KIND (self), FALSE);

  if (self->details.input == HC_DIARY_INPUT_TEXT)
    return FALSE;

  if (self->details.input != HC_DIARY_INPUT_NUMBER && value != floor (value))
    return FALSE;

  return value >= self->details.minimum && value <= self->details.maximum;
}

/**
 * hc_diary_kind_to_other:
 * @self: a kind of entry
 * @value: a number, in its unit
 *
 * Returns: the same in its other unit; @value when there is none
 */
double
hc_diary_kind_to_other (HcDiaryKind *self,
                        double       value)
{
  g_return_val_if_fail (HC_IS_DIARY_KIND (self), value);

  if (self->details.other_unit == NULL)
    return value;

  return value * self->details.other_factor + self->details.other_offset;
}

/**
 * hc_diary_kind_from_other:
 * @self: a kind of entry
 * @other: a number, in its other unit
 *
 * Returns: the same in its unit, without what is left of a division; @other when there is no other unit
 */
double
hc_diary_kind_from_other (HcDiaryKind *self,
                          double       other)
{
  double scale = pow (10, KEPT_DIGITS);

  g_return_val_if_fail (HC_IS_DIARY_KIND (self), other);

  if (self->details.other_unit == NULL)
    return other;

  return round ((other - self->details.other_offset) / self->details.other_factor * scale) / scale;
}

/**
 * hc_diary_kind_format:
 * @self: a kind of entry, not a text
 * @value: a number, in its unit
 * @in_other: whether to show it in the other unit, where there is one
 *
 * Returns: (transfer full): it as it is shown: the words of a grade or a choice, or the number with its unit
 */
char *
hc_diary_kind_format (HcDiaryKind *self,
                      double       value,
                      gboolean     in_other)
{
  const HcDiaryKindDetails *details;
  gboolean other;
  const char *unit;
  g_autofree char *number = NULL;

  g_return_val_if_fail (HC_IS_DIARY_KIND (self), NULL);

  details = &self->details;

  if ((details->input == HC_DIARY_INPUT_GRADE || details->input == HC_DIARY_INPUT_CHOICE) &&
      hc_diary_kind_accepts (self, value))
    return g_strdup (details->words[(guint) value]);

  if (details->input == HC_DIARY_INPUT_SCALE10)
    return g_strdup_printf ("%.0f/%.0f", value, details->maximum);

  other = in_other && details->other_unit != NULL;
  unit = other ? details->other_unit : details->unit;
  number = g_strdup_printf ("%.*f", other ? details->other_digits : details->digits,
                            other ? hc_diary_kind_to_other (self, value) : value);

  return unit != NULL ? g_strdup_printf ("%s\u00a0%s", number, unit) : g_steal_pointer (&number);
}

/**
 * hc_diary_kind_load_sources:
 * @self: a kind of entry
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what its words rely on; may be empty
 */
GPtrArray *
hc_diary_kind_load_sources (HcDiaryKind  *self,
                            HcLibrary    *library,
                            GError      **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_DIARY_KIND (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strconcat ("diary/", self->details.id, NULL);

  return hc_library_read_sources (library, owner, error);
}
