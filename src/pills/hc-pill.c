/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill.h"

#include "hc-pill-imprint.h"

/**
 * HcPill:
 *
 * A pill that can be identified: what it looks like and what it is. It never changes.
 */
struct _HcPill
{
  GObject       parent_instance;

  HcPillLook    look;    /* its strings and those of the details are owned and not NULL */
  HcPillDetails details;
};

G_DEFINE_FINAL_TYPE (HcPill, hc_pill, G_TYPE_OBJECT)

static void
hc_pill_finalize (GObject *object)
{
  HcPill *self = HC_PILL (object);

  g_free ((char *) self->look.front);
  g_free ((char *) self->look.back);
  g_free ((char *) self->details.target);
  g_free ((char *) self->details.name);
  g_free ((char *) self->details.brand);
  g_free ((char *) self->details.strength);
  g_free ((char *) self->details.form);
  g_free ((char *) self->details.maker);
  g_free ((char *) self->details.source);
  g_free ((char *) self->details.url);
  g_free ((char *) self->details.remark);

  G_OBJECT_CLASS (hc_pill_parent_class)->finalize (object);
}

static void
hc_pill_class_init (HcPillClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_pill_finalize;
}

static void
hc_pill_init (HcPill *self)
{
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * hc_pill_new:
 * @look: what it looks like
 * @details: what it is
 *
 * Returns: (transfer full): a pill; what is %NULL in @look and @details is empty in it
 */
HcPill *
hc_pill_new (const HcPillLook    *look,
             const HcPillDetails *details)
{
  HcPill *self;

  g_return_val_if_fail (look != NULL, NULL);
  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_PILL, NULL);
  self->look = *look;
  self->look.front = dup_text (look->front);
  self->look.back = dup_text (look->back);
  self->details = (HcPillDetails) {
    .target = dup_text (details->target),
    .name = dup_text (details->name),
    .brand = dup_text (details->brand),
    .strength = dup_text (details->strength),
    .form = dup_text (details->form),
    .maker = dup_text (details->maker),
    .source = dup_text (details->source),
    .url = dup_text (details->url),
    .confirmed = details->confirmed,
    .remark = dup_text (details->remark),
  };

  return self;
}

/**
 * hc_pill_get_look:
 * @self: a pill
 *
 * Returns: (transfer none): what it looks like
 */
const HcPillLook *
hc_pill_get_look (HcPill *self)
{
  g_return_val_if_fail (HC_IS_PILL (self), NULL);

  return &self->look;
}

/**
 * hc_pill_get_details:
 * @self: a pill
 *
 * Returns: (transfer none): what it is
 */
const HcPillDetails *
hc_pill_get_details (HcPill *self)
{
  g_return_val_if_fail (HC_IS_PILL (self), NULL);

  return &self->details;
}

/**
 * hc_pill_dup_title:
 * @self: a pill
 *
 * Returns: (transfer full): its name and its strength
 */
char *
hc_pill_dup_title (HcPill *self)
{
  g_return_val_if_fail (HC_IS_PILL (self), NULL);

  return *self->details.strength != '\0' ? g_strdup_printf ("%s %s", self->details.name, self->details.strength)
                                         : g_strdup (self->details.name);
}

static gboolean
has_same_imprint (HcPill *self,
                  HcPill *other)
{
  g_autofree char *front = hc_pill_imprint_fold (self->look.front);
  g_autofree char *back = hc_pill_imprint_fold (self->look.back);
  g_autofree char *other_front = hc_pill_imprint_fold (other->look.front);
  g_autofree char *other_back = hc_pill_imprint_fold (other->look.back);

  return (g_str_equal (front, other_front) && g_str_equal (back, other_back)) ||
         (g_str_equal (front, other_back) && g_str_equal (back, other_front));
}

/* A capsule has no first color: it is turned. */
static gboolean
has_same_colors (const HcPillLook *a,
                 const HcPillLook *b)
{
  return a->colors[0] == HC_PILL_COLOR_UNKNOWN || b->colors[0] == HC_PILL_COLOR_UNKNOWN ||
         (a->colors[0] == b->colors[0] && a->colors[1] == b->colors[1]) ||
         (a->colors[0] == b->colors[1] && a->colors[1] == b->colors[0]);
}

/**
 * hc_pill_looks_like:
 * @self: a pill
 * @other: another one
 *
 * Returns: whether nothing that is known tells the two apart: their imprints read the same, and neither
 *   shape nor color differs
 */
gboolean
hc_pill_looks_like (HcPill *self,
                    HcPill *other)
{
  const HcPillLook *a, *b;

  g_return_val_if_fail (HC_IS_PILL (self), FALSE);
  g_return_val_if_fail (HC_IS_PILL (other), FALSE);

  a = &self->look;
  b = &other->look;

  return has_same_imprint (self, other) &&
         (a->shape == b->shape || a->shape == HC_PILL_SHAPE_UNKNOWN || b->shape == HC_PILL_SHAPE_UNKNOWN) &&
         has_same_colors (a, b);
}
