/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcLabelOrigin:
 * @HC_LABEL_ORIGIN_SPL: a label in the FDA's Structured Product Labeling
 * @HC_LABEL_ORIGIN_PILLBOX: rows of the NLM's Pillbox: products without text
 *
 * Where a label was read.
 */
typedef enum {
  HC_LABEL_ORIGIN_SPL,
  HC_LABEL_ORIGIN_PILLBOX,
} HcLabelOrigin;

/**
 * HcLabelKind:
 * @HC_LABEL_PRESCRIPTION: a medicine that is prescribed
 * @HC_LABEL_OTC: one that is sold over the counter
 * @HC_LABEL_SUPPLEMENT: a dietary supplement
 * @HC_LABEL_ANIMAL: a medicine for animals
 * @HC_LABEL_OTHER: anything else, vaccines and allergens among it
 *
 * What a label is for.
 */
typedef enum {
  HC_LABEL_PRESCRIPTION,
  HC_LABEL_OTC,
  HC_LABEL_SUPPLEMENT,
  HC_LABEL_ANIMAL,
  HC_LABEL_OTHER,
} HcLabelKind;

HcLabelKind hc_label_kind_from_document_code (const char  *code);
const char *hc_label_kind_to_string          (HcLabelKind  kind);
HcLabelKind hc_label_kind_from_string        (const char  *name);

/**
 * HcLabelIngredient:
 * @name: its name
 * @moiety: (nullable): the name of what acts in it
 * @strength: (nullable): how much of it, `20 mg`
 * @is_active: whether it is an active ingredient
 */
typedef struct
{
  char     *name;
  char     *moiety;
  char     *strength;
  gboolean  is_active;
} HcLabelIngredient;

/**
 * HcLabelProduct:
 * @key: what tells it from the other products of the label: its NDC where it has one
 * @name: its name
 * @generic: (nullable): its generic name
 * @form: (nullable): its form, `TABLET, FILM COATED`
 * @route: (nullable): how it is taken, `ORAL`
 * @ingredients: (element-type HcLabelIngredient): what is in it
 * @imprint: (nullable): what is imprinted, parts with a semicolon between them
 * @shape: its shape
 * @colors: its colors
 * @score: into how many parts it can be broken, 1: none, 0: not told
 * @size: its longest side in millimeters, 0: not told
 */
typedef struct
{
  char        *key;
  char        *name;
  char        *generic;
  char        *form;
  char        *route;
  GPtrArray   *ingredients;
  char        *imprint;
  HcPillShape  shape;
  HcPillColor  colors[2];
  int          score;
  double       size;
} HcLabelProduct;

/**
 * HcLabelSection:
 * @code: (nullable): its LOINC code
 * @title: (nullable): its title
 * @level: 1 for one that is in no other
 * @text: its text, see #HcLabelLine
 */
typedef struct
{
  char  *code;
  char  *title;
  int    level;
  char  *text;
} HcLabelSection;

/**
 * HcLabelLine:
 * @HC_LABEL_LINE_PARAGRAPH: a paragraph
 * @HC_LABEL_LINE_ITEM: an item of a list
 * @HC_LABEL_LINE_HEADING: a heading, or the caption of a list or a table
 * @HC_LABEL_LINE_HEADER: the header of a table, its cells with tabulators between them
 * @HC_LABEL_LINE_ROW: a row of a table, likewise
 *
 * The first letter of each line of the text of a section.
 */
typedef enum {
  HC_LABEL_LINE_PARAGRAPH = 'p',
  HC_LABEL_LINE_ITEM = 'i',
  HC_LABEL_LINE_HEADING = 'h',
  HC_LABEL_LINE_HEADER = 'c',
  HC_LABEL_LINE_ROW = 'r',
} HcLabelLine;

/**
 * HcLabel:
 * @set_id: the id that all versions of a label share, in small letters
 * @version: its version
 * @effective: (nullable): since when this version has been in effect, `YYYY-MM-DD`
 * @origin: where it was read
 * @kind: what it is for
 * @title: (nullable): its title
 * @maker: (nullable): the labeler
 * @products: (element-type HcLabelProduct): what it is the label of, at least one
 * @sections: (element-type HcLabelSection): its text
 *
 * The label of a medicine, as its maker filed it.
 */
typedef struct
{
  char          *set_id;
  int            version;
  char          *effective;
  HcLabelOrigin  origin;
  HcLabelKind    kind;
  char          *title;
  char          *maker;
  GPtrArray     *products;
  GPtrArray     *sections;
} HcLabel;

HcLabel           *hc_label_new                (HcLabelOrigin  origin) G_GNUC_WARN_UNUSED_RESULT;
void               hc_label_free               (HcLabel       *self);
HcLabelProduct    *hc_label_add_product        (HcLabel       *self);
HcLabelSection    *hc_label_add_section        (HcLabel       *self,
                                                int            level);
HcLabelIngredient *hc_label_product_add_ingredient (HcLabelProduct *self);
gboolean           hc_label_complete           (HcLabel        *self,
                                                GError        **error);
const char        *hc_label_get_name           (HcLabel        *self);
const char        *hc_label_get_generic        (HcLabel        *self);
char              *hc_label_product_dup_strength (HcLabelProduct *self) G_GNUC_WARN_UNUSED_RESULT;
char              *hc_label_dup_actives        (HcLabel        *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean           hc_label_product_has_look   (HcLabelProduct *self);
HcPill            *hc_label_product_make_pill  (HcLabelProduct *self,
                                                HcLabel        *label) G_GNUC_WARN_UNUSED_RESULT;
char              *hc_label_dup_link           (const char     *set_id) G_GNUC_WARN_UNUSED_RESULT;
char              *hc_label_format_date        (const char     *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcLabel, hc_label_free)

G_END_DECLS
