/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <string.h>

#include "fuzz-labels.h"
#include "hc-spl-builder.h"

#define MAX_DEPTH 100

/* All that mean something, and one that means nothing. */
static const char *const names[] = {
  "document", "id", "code", "title", "effectiveTime", "setId", "versionNumber", "representedOrganization", "name",
  "section", "text", "excerpt", "subject", "manufacturedProduct", "manufacturedProduct", "manufacturedMedicine",
  "part", "partProduct", "formCode", "genericMedicine", "ingredient", "activeIngredient", "inactiveIngredient",
  "ingredientSubstance", "activeMoiety", "quantity", "numerator", "denominator", "subjectOf", "characteristic",
  "value", "routeCode", "suffix", "paragraph", "br", "list", "item", "caption", "table", "thead", "tbody", "tr", "td",
  "th", "sup", "sub", "footnote", "other",
};

static const char *const values[] = {
  "", "34391-3", "34390-5", "34067-9", "SPLSHAPE", "SPLCOLOR", "SPLSIZE", "SPLSCORE", "SPLIMPRINT", "C48348", "C48325",
  "C48324", "1", "2", "-1", "10.5", "nan", "99999999999999999999", "mg", "20210301", "20211301", "ACTIB", "IACT", "a;b",
  "0000000A-0", "\xc3\xa9", " ",
};

static const char *const texts[] = { "word", " ", "\n", "\t", "\xc2\xa0", "\xc3\xa9", "9", "-", "+", ";", "a b", "" };

static const char *const attribute_names[] = { "code", "value", "root", "unit", "displayName", "classCode" };

typedef struct
{
  HcSplBuilder  *builder;
  const uint8_t *data;
  size_t         size;
  guint          depth;
} Walk;

static guint8
next (Walk *walk)
{
  if (walk->size == 0)
    return 0;

  walk->size--;

  return *walk->data++;
}

static void
open_element (Walk       *walk,
              const char *name)
{
  const char *attributes[5 * G_N_ELEMENTS (attribute_names)] = { NULL };
  guint8 which = next (walk);
  int n_attributes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (attribute_names); i++)
    if ((which & (1u << i)) != 0)
      {
        const char *value = values[next (walk) % G_N_ELEMENTS (values)];
        const char **attribute = attributes + 5 * n_attributes++;

        attribute[0] = attribute_names[i];
        attribute[3] = value;
        attribute[4] = value + strlen (value);
      }

  hc_spl_builder_open (walk->builder, name, attributes, n_attributes);
  walk->depth++;
}

static void
open_with (HcSplBuilder *builder,
           const char   *name,
           const char   *attribute,
           const char   *value)
{
  const char *attributes[5] = { attribute, NULL, NULL, value, value + strlen (value) };

  hc_spl_builder_open (builder, name, attributes, 1);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): what to do, a byte a step
 * @size: how many bytes
 *
 * Makes a label of elements in an order that no document has. Bytes that were changed at random are seldom
 * well-formed XML, so that the reader would refuse them.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (HcSplBuilder) builder = hc_spl_builder_new ();
  g_autoptr (HcLabel) label = NULL;
  g_autoptr (GError) error = NULL;
  Walk walk = { builder, data, size, 0 };

  open_with (builder, "document", "classCode", "DOC");
  open_with (builder, "setId", "root", "0000000A-0");
  hc_spl_builder_close (builder);

  /* Half of the documents have a product from the start. */
  if (size % 2 == 0)
    {
      static const char *const path[] = { "subject", "manufacturedProduct", "manufacturedProduct", "name" };

      for (guint i = 0; i < G_N_ELEMENTS (path); i++)
        open_with (builder, path[i], "classCode", "x");
      hc_spl_builder_append (builder, "Plumbol", 7);
      hc_spl_builder_close (builder);
      walk.depth = 3;
    }

  while (walk.size > 0)
    {
      guint step = next (&walk);

      if (step >= 200 && walk.depth > 0)
        {
          hc_spl_builder_close (builder);
          walk.depth--;
        }
      else if (step >= 144)
        {
          const char *text = texts[step % G_N_ELEMENTS (texts)];

          hc_spl_builder_append (builder, text, strlen (text));
        }
      else if (walk.depth < MAX_DEPTH)
        open_element (&walk, names[step % G_N_ELEMENTS (names)]);
    }

  for (; walk.depth > 0; walk.depth--)
    hc_spl_builder_close (builder);
  hc_spl_builder_close (builder);

  label = hc_spl_builder_finish (builder, &error);
  g_assert_true ((label == NULL) == (error != NULL));

  if (label != NULL)
    {
      fuzz_labels_check (label);
      fuzz_labels_save (label);
    }

  return 0;
}
