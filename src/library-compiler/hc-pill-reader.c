/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-reader.h"

/* No pill is longer, in millimeters. */
#define MAX_SIZE 60

/**
 * hc_pills_draft_free:
 * @self: (transfer full) (nullable): pills
 */
void
hc_pills_draft_free (HcPillsDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->pills);
  hc_record_file_free (self->file);
  g_free (self);
}

static void
read_shape (HcPillsDraft *self,
            HcRecord     *record,
            HcPillDraft  *pill,
            HcFaultList  *faults)
{
  int line = record->line;
  const char *shape = hc_record_get (record, "shape", &line);

  pill->look.shape = hc_pill_shape_from_string (shape);

  if (shape != NULL && pill->look.shape == HC_PILL_SHAPE_UNKNOWN)
    hc_fault_list_add (faults, self->file->file, line, "“%s” is no shape", shape);
}

static void
read_colors (HcPillsDraft *self,
             HcRecord     *record,
             HcPillDraft  *pill,
             HcFaultList  *faults)
{
  int line = record->line;
  const char *value = hc_record_get (record, "color", &line);
  g_auto (GStrv) colors = g_strsplit (value != NULL ? value : "", ",", -1);

  for (guint i = 0; colors[i] != NULL; i++)
    {
      HcPillColor color = hc_pill_color_from_string (g_strstrip (colors[i]));

      if (color == HC_PILL_COLOR_UNKNOWN)
        hc_fault_list_add (faults, self->file->file, line, "“%s” is no color", colors[i]);
      else if (i >= 2 || (i == 1 && color == pill->look.colors[0]))
        hc_fault_list_add (faults, self->file->file, line, "a pill has one color, or two that differ");
      else
        pill->look.colors[i] = color;
    }
}

static double
read_size (HcPillsDraft *self,
           HcRecord     *record,
           HcFaultList  *faults)
{
  int line = record->line;
  const char *value = hc_record_get (record, "size", &line);
  char *end = NULL;
  double number = value != NULL ? g_ascii_strtod (value, &end) : 0;

  /* Not a number is in no range. */
  if (value != NULL && (*end != '\0' || !(number >= 1 && number <= MAX_SIZE)))
    hc_fault_list_add (faults, self->file->file, line, "size: “%s” is no number from 1 to %d", value, MAX_SIZE);

  return number;
}

static int
read_score (HcPillsDraft *self,
            HcRecord     *record,
            HcFaultList  *faults)
{
  int line = record->line;
  const char *value = hc_record_get (record, "score", &line);
  guint64 number = 0;

  if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 1, 9, &number, NULL))
    hc_fault_list_add (faults, self->file->file, line, "score: “%s” is no whole number from 1 to 9", value);

  return (int) number;
}

static void
add_pill (HcPillsDraft *self,
          HcRecord     *record,
          HcFaultList  *faults)
{
  static const HcRecordKey keys[] = {
    { "pill", TRUE, FALSE },
    { "brand", FALSE, FALSE },
    { "strength", FALSE, FALSE },
    { "form", TRUE, FALSE },
    { "front", FALSE, FALSE },
    { "back", FALSE, FALSE },
    { "shape", FALSE, FALSE },
    { "color", FALSE, FALSE },
    { "score", FALSE, FALSE },
    { "size", FALSE, FALSE },
    { "maker", TRUE, FALSE },
    { "from", TRUE, FALSE },
    { "state", TRUE, FALSE },
    { "remark", FALSE, FALSE },
  };
  g_autoptr (GPtrArray) sources = NULL;
  HcPillDraft *pill;
  const char *state;
  int line = record->line;

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), self->file->file, faults))
    return;

  sources = hc_record_file_cite (self->file, record, faults);
  pill = g_new0 (HcPillDraft, 1);
  g_ptr_array_add (self->pills, pill);
  pill->line = record->line;
  pill->drug = hc_record_get (record, "pill", NULL);
  pill->brand = hc_record_get (record, "brand", NULL);
  pill->strength = hc_record_get (record, "strength", NULL);
  pill->form = hc_record_get (record, "form", NULL);
  pill->maker = hc_record_get (record, "maker", NULL);
  pill->remark = hc_record_get (record, "remark", NULL);
  pill->look.front = hc_record_get (record, "front", NULL);
  pill->look.back = hc_record_get (record, "back", NULL);
  pill->look.score = read_score (self, record, faults);
  pill->look.size = read_size (self, record, faults);
  pill->source = sources->len > 0 ? g_ptr_array_index (sources, 0) : NULL;
  read_shape (self, record, pill, faults);
  read_colors (self, record, pill, faults);

  state = hc_record_get (record, "state", &line);
  pill->confirmed = g_strcmp0 (state, "confirmed") == 0;
  if (!pill->confirmed && g_strcmp0 (state, "unconfirmed") != 0)
    hc_fault_list_add (faults, self->file->file, line, "state: “%s” is neither confirmed nor unconfirmed", state);

  if (pill->look.front == NULL && pill->look.shape == HC_PILL_SHAPE_UNKNOWN)
    hc_fault_list_add (faults, self->file->file, record->line,
                       "a pill without an imprint and without a shape cannot be found");
}

/**
 * hc_pill_reader_read:
 * @file: (type filename): pills.txt, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Returns: (transfer full): the pills
 */
HcPillsDraft *
hc_pill_reader_read (const char  *file,
                     const char  *text,
                     HcFaultList *faults)
{
  HcPillsDraft *self = g_new0 (HcPillsDraft, 1);

  self->file = hc_record_file_read (file, text, faults);
  self->pills = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->file->records->len; i++)
    add_pill (self, g_ptr_array_index (self->file->records, i), faults);

  hc_record_file_check_sources (self->file, faults);

  return self;
}
