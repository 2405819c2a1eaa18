/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pillbox-reader.h"

#include <string.h>

#include "hc-csv-reader.h"

/* The whole Pillbox has less than 100 megabytes. */
#define MAX_LENGTH (256 * 1024 * 1024)

/* No label is that of so many medicines; all those of one are in memory. */
#define MAX_PRODUCTS 1000

/* The columns that are read. Names as in the header of the master file; of two columns with one name, which
 * old exports have, the first one counts. */
typedef enum {
  SPP, SETID, SPL_SIZE, PILLBOX_SIZE, SPL_SHAPE, SPL_SHAPE_TEXT, PILLBOX_SHAPE_TEXT, SPL_SCORE, PILLBOX_SCORE,
  SPL_IMPRINT, PILLBOX_IMPRINT, SPL_COLOR, SPL_COLOR_TEXT, PILLBOX_COLOR_TEXT, SPL_STRENGTH, SPL_INGREDIENTS,
  SPL_INACTIVE, PRODUCT_CODE, PART_NUM, MEDICINE_NAME, EFFECTIVE_TIME, DOSAGE_FORM, DOCUMENT_TYPE, AUTHOR,
  VERSION_NUMBER,
  N_COLUMNS,
} Column;

static const struct {
  const char *name;
  gboolean    required;
} columns[N_COLUMNS] = {
  [SPP] = { "spp", FALSE },
  [SETID] = { "setid", TRUE },
  [SPL_SIZE] = { "splsize", TRUE },
  [PILLBOX_SIZE] = { "pillbox_size", FALSE },
  [SPL_SHAPE] = { "splshape", TRUE },
  [SPL_SHAPE_TEXT] = { "splshape_text", FALSE },
  [PILLBOX_SHAPE_TEXT] = { "pillbox_shape_text", FALSE },
  [SPL_SCORE] = { "splscore", FALSE },
  [PILLBOX_SCORE] = { "pillbox_score", FALSE },
  [SPL_IMPRINT] = { "splimprint", TRUE },
  [PILLBOX_IMPRINT] = { "pillbox_imprint", FALSE },
  [SPL_COLOR] = { "splcolor", TRUE },
  [SPL_COLOR_TEXT] = { "splcolor_text", FALSE },
  [PILLBOX_COLOR_TEXT] = { "pillbox_color_text", FALSE },
  [SPL_STRENGTH] = { "spl_strength", FALSE },
  [SPL_INGREDIENTS] = { "spl_ingredients", FALSE },
  [SPL_INACTIVE] = { "spl_inactive_ing", FALSE },
  [PRODUCT_CODE] = { "product_code", FALSE },
  [PART_NUM] = { "part_num", FALSE },
  [MEDICINE_NAME] = { "medicine_name", TRUE },
  [EFFECTIVE_TIME] = { "effective_time", FALSE },
  [DOSAGE_FORM] = { "dosage_form", FALSE },
  [DOCUMENT_TYPE] = { "document_type", FALSE },
  [AUTHOR] = { "author", FALSE },
  [VERSION_NUMBER] = { "version_number", FALSE },
};

struct _HcPillboxReader
{
  const HcPillboxFuncs *funcs;
  gpointer              user_data;
  HcCsvReader          *csv;

  gsize     length;               /* of what was read */
  gboolean  has_header;
  guint     n_fields;             /* of the header */
  int       places[N_COLUMNS];    /* -1: there is no such column */
  char    **row;                  /* the fields of the row that is read */
  HcLabel  *label;                /* of the rows that were read last, NULL before the first one */
  guint     n_unnamed;            /* rows that name no medicine or no label */
  GError   *error;                /* why the file is not read */
};

static const char *
get (HcPillboxReader *self,
     Column           column)
{
  return self->places[column] >= 0 ? g_strstrip (self->row[self->places[column]]) : "";
}

/* What the NLM corrected by looking at the pill goes before what the maker filed. */
static const char *
get_corrected (HcPillboxReader *self,
               Column           pillbox,
               Column           spl)
{
  const char *corrected = get (self, pillbox);

  return *corrected != '\0' ? corrected : get (self, spl);
}

static gboolean
read_header (HcPillboxReader *self,
             const HcCsvRow  *row)
{
  self->has_header = TRUE;
  self->n_fields = row->n_fields;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      self->places[column] = -1;

      for (guint i = 0; i < row->n_fields && self->places[column] < 0; i++)
        if (g_ascii_strcasecmp (g_strstrip (row->fields[i]), columns[column].name) == 0)
          self->places[column] = (int) i;

      if (self->places[column] < 0 && columns[column].required)
        {
          g_set_error (&self->error, HC_LABEL_ERROR, HC_LABEL_ERROR_WRONG_HEADER,
                       "There is no column “%s”", columns[column].name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Some tell how many sides there are, too: HEXAGON (6 SIDED). */
static HcPillShape
read_shape (const char *text)
{
  g_autofree char *name = g_ascii_strdown (text, (gssize) strcspn (text, "("));

  return hc_pill_shape_from_string (g_strdelimit (g_strchomp (name), " _", '-'));
}

/* Codes or names, with semicolons or commas between them; a color that stands twice is one. */
static void
read_colors (const char     *text,
             HcLabelProduct *product)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";,", -1);
  guint n_colors = 0;

  for (guint i = 0; parts[i] != NULL && n_colors < 2; i++)
    {
      g_autofree char *name = g_ascii_strdown (g_strstrip (parts[i]), -1);
      HcPillColor color = hc_pill_color_from_code (parts[i]);

      if (color == HC_PILL_COLOR_UNKNOWN)
        color = hc_pill_color_from_string (name);

      if (color != HC_PILL_COLOR_UNKNOWN && (n_colors == 0 || color != product->colors[0]))
        product->colors[n_colors++] = color;
    }
}

/* Returns the strength without the name that some exports put before it. */
static char *
strip_name (const char *strength,
            const char *name)
{
  gsize length = strlen (name);
  g_autofree char *text = g_strdup (strength);

  if (length > 0 && g_ascii_strncasecmp (strength, name, length) == 0 && strength[length] == ' ')
    return g_strdup (g_strstrip (text + length));

  return g_strdup (g_strstrip (text));
}

static void
read_ingredients (HcPillboxReader *self,
                  HcLabelProduct  *product)
{
  g_auto (GStrv) names = g_strsplit (get (self, SPL_INGREDIENTS), ";", -1);
  g_auto (GStrv) strengths = g_strsplit (get (self, SPL_STRENGTH), ";", -1);
  g_auto (GStrv) inactive = g_strsplit (get (self, SPL_INACTIVE), ";", -1);
  gboolean is_paired = g_strv_length (names) == g_strv_length (strengths);

  for (guint i = 0; names[i] != NULL; i++)
    {
      HcLabelIngredient *ingredient;

      if (*g_strstrip (names[i]) == '\0')
        continue;

      ingredient = hc_label_product_add_ingredient (product);
      ingredient->is_active = TRUE;
      ingredient->name = g_strdup (names[i]);

      /* One strength for several ingredients stands with the first one. */
      if (is_paired)
        ingredient->strength = strip_name (strengths[i], names[i]);
      else if (i == 0 && *get (self, SPL_STRENGTH) != '\0')
        ingredient->strength = g_strdup (get (self, SPL_STRENGTH));

      if (ingredient->strength != NULL && *ingredient->strength == '\0')
        g_clear_pointer (&ingredient->strength, g_free);
    }

  for (guint i = 0; inactive[i] != NULL; i++)
    if (*g_strstrip (inactive[i]) != '\0')
      hc_label_product_add_ingredient (product)->name = g_strdup (inactive[i]);
}

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
read_look (HcPillboxReader *self,
           HcLabelProduct  *product)
{
  double size = g_ascii_strtod (get_corrected (self, PILLBOX_SIZE, SPL_SIZE), NULL);

  product->imprint = dup_or_null (get_corrected (self, PILLBOX_IMPRINT, SPL_IMPRINT));
  product->score = (int) CLAMP (g_ascii_strtoll (get_corrected (self, PILLBOX_SCORE, SPL_SCORE), NULL, 10), 0, 9);
  product->size = size > 0 && size < 1000 ? size : 0;

  product->shape = read_shape (get (self, PILLBOX_SHAPE_TEXT));
  if (product->shape == HC_PILL_SHAPE_UNKNOWN)
    product->shape = hc_pill_shape_from_code (get (self, SPL_SHAPE));
  if (product->shape == HC_PILL_SHAPE_UNKNOWN)
    product->shape = read_shape (get (self, SPL_SHAPE_TEXT));

  read_colors (get (self, PILLBOX_COLOR_TEXT), product);
  if (product->colors[0] == HC_PILL_COLOR_UNKNOWN)
    read_colors (get (self, SPL_COLOR), product);
  if (product->colors[0] == HC_PILL_COLOR_UNKNOWN)
    read_colors (get (self, SPL_COLOR_TEXT), product);
}

static gboolean
give_label (HcPillboxReader *self)
{
  return self->label == NULL || self->funcs->take_label (g_steal_pointer (&self->label), self->user_data);
}

static HcLabel *
begin_label (HcPillboxReader *self,
             const char      *set_id)
{
  HcLabel *label = hc_label_new (HC_LABEL_ORIGIN_PILLBOX);

  label->set_id = g_strdup (set_id);
  label->version = (int) CLAMP (g_ascii_strtoll (get (self, VERSION_NUMBER), NULL, 10), 0, G_MAXINT);
  label->maker = dup_or_null (get (self, AUTHOR));
  label->kind = hc_label_kind_from_document_code (get (self, DOCUMENT_TYPE));
  label->effective = hc_label_format_date (get (self, EFFECTIVE_TIME));

  return label;
}

/* Returns what tells a row from the others of its label: a code, or its name where it has none. */
static char *
dup_key (HcPillboxReader *self)
{
  const char *code = get (self, PRODUCT_CODE);

  if (*code == '\0')
    code = get (self, SPP);
  if (*code == '\0')
    code = get (self, MEDICINE_NAME);

  return g_strdup_printf ("%s/%s", code, get (self, PART_NUM));
}

static gboolean
read_row (HcPillboxReader *self,
          guint            line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *set_id = g_ascii_strdown (get (self, SETID), -1);
  const char *name = get (self, MEDICINE_NAME);
  gboolean go_on = TRUE;
  HcLabelProduct *product;

  if (*set_id == '\0' || strlen (set_id) > 64 || *name == '\0' ||
      strspn (set_id, "0123456789abcdefghijklmnopqrstuvwxyz-") != strlen (set_id))
    {
      self->n_unnamed++;
      return TRUE;
    }

  if (self->label == NULL || !g_str_equal (self->label->set_id, set_id))
    {
      go_on = give_label (self);
      self->label = begin_label (self, set_id);
    }

  if (self->label->products->len >= MAX_PRODUCTS)
    {
      g_set_error_literal (&error, HC_LABEL_ERROR, HC_LABEL_ERROR_TOO_LARGE, "The label has more than 1000 rows");
      self->funcs->take_fault (error, line, self->user_data);
      return go_on;
    }

  product = hc_label_add_product (self->label);
  product->name = g_strdup (name);
  product->generic = dup_or_null (get (self, SPL_INGREDIENTS));
  product->form = dup_or_null (get (self, DOSAGE_FORM));
  product->key = dup_key (self);
  read_ingredients (self, product);
  read_look (self, product);

  return go_on;
}

static gboolean
take_row_cb (const HcCsvRow *row,
             gpointer        user_data)
{
  HcPillboxReader *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!self->has_header)
    {
      if (row->error == NULL)
        return read_header (self, row);

      g_set_error_literal (&self->error, HC_LABEL_ERROR, HC_LABEL_ERROR_WRONG_HEADER, row->error->message);
      return FALSE;
    }

  if (row->error != NULL)
    {
      self->funcs->take_fault (row->error, row->line, self->user_data);
      return TRUE;
    }

  if (row->n_fields != self->n_fields)
    {
      g_set_error (&error, HC_LABEL_ERROR, HC_LABEL_ERROR_WRONG_ROW, "%u fields instead of %u",
                   row->n_fields, self->n_fields);
      self->funcs->take_fault (error, row->line, self->user_data);
      return TRUE;
    }

  self->row = row->fields;

  return read_row (self, row->line);
}

/**
 * hc_pillbox_reader_new:
 * @funcs: what takes labels and faults; must outlive the reader
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a reader for one file
 */
HcPillboxReader *
hc_pillbox_reader_new (const HcPillboxFuncs *funcs,
                       gpointer              user_data)
{
  HcPillboxReader *self = g_new0 (HcPillboxReader, 1);

  self->funcs = funcs;
  self->user_data = user_data;
  self->csv = hc_csv_reader_new (take_row_cb, self);

  return self;
}

/**
 * hc_pillbox_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_pillbox_reader_free (HcPillboxReader *self)
{
  if (self == NULL)
    return;

  hc_csv_reader_free (self->csv);
  hc_label_free (self->label);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
check (HcPillboxReader  *self,
       GError          **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/**
 * hc_pillbox_reader_feed:
 * @self: a reader
 * @data: (array length=length): the next piece of the file, trusted in nothing
 * @length: how many bytes
 * @error: return location for a %HC_LABEL_ERROR about the whole file
 *
 * Returns: %FALSE with @error set when the file is not one of the Pillbox; without it when whoever takes the
 *   labels wants no more
 */
gboolean
hc_pillbox_reader_feed (HcPillboxReader  *self,
                        const char       *data,
                        gsize             length,
                        GError          **error)
{
  gboolean go_on;

  g_return_val_if_fail (self != NULL, FALSE);

  self->length += length;
  if (self->length > MAX_LENGTH && self->error == NULL)
    g_set_error_literal (&self->error, HC_LABEL_ERROR, HC_LABEL_ERROR_TOO_LARGE, "The file is larger than 256 MiB");

  go_on = self->error == NULL && hc_csv_reader_feed (self->csv, data, length);

  return check (self, error) && go_on;
}

/**
 * hc_pillbox_reader_finish:
 * @self: a reader that has got the whole file
 * @n_unnamed: (out): how many rows name no medicine or no label and were left out
 * @error: return location for a %HC_LABEL_ERROR about the whole file
 *
 * Returns: as hc_pillbox_reader_feed()
 */
gboolean
hc_pillbox_reader_finish (HcPillboxReader  *self,
                          guint            *n_unnamed,
                          GError          **error)
{
  gboolean go_on;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_unnamed != NULL, FALSE);

  go_on = self->error == NULL && hc_csv_reader_finish (self->csv) && give_label (self);
  *n_unnamed = self->n_unnamed;

  if (self->error == NULL && !self->has_header)
    g_set_error_literal (&self->error, HC_LABEL_ERROR, HC_LABEL_ERROR_WRONG_HEADER, "The file is empty");

  return check (self, error) && go_on;
}
