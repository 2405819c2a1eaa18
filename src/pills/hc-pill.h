/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-pill-color.h"
#include "hc-pill-shape.h"

G_BEGIN_DECLS

/**
 * HcPillLook:
 * @front: (nullable): the imprint of one side, parts with a semicolon between them
 * @back: (nullable): that of the other side
 * @shape: the shape
 * @colors: the color; of a capsule with two the second one, too
 * @score: into how many parts it can be broken: 1 when it has no line, 0 when that is not known
 * @size: its longest side in millimeters, 0 when it is not known
 *
 * What a pill looks like.
 */
typedef struct
{
  const char  *front;
  const char  *back;
  HcPillShape  shape;
  HcPillColor  colors[2];
  int          score;
  double       size;
} HcPillLook;

/**
 * HcPillDetails:
 * @target: (nullable): a link to what it is
 * @name: the name of the medicine
 * @brand: (nullable): its brand name
 * @strength: (nullable): how much is in it
 * @form: (nullable): its form
 * @maker: (nullable): who makes it
 * @source: (nullable): what says that it looks so
 * @url: (nullable): where that can be read
 * @confirmed: whether the maker's own label says so
 * @remark: (nullable): what else there is to know of it
 *
 * What a pill is.
 */
typedef struct
{
  const char *target;
  const char *name;
  const char *brand;
  const char *strength;
  const char *form;
  const char *maker;
  const char *source;
  const char *url;
  gboolean    confirmed;
  const char *remark;
} HcPillDetails;

#define HC_TYPE_PILL (hc_pill_get_type ())

G_DECLARE_FINAL_TYPE (HcPill, hc_pill, HC, PILL, GObject)

HcPill              *hc_pill_new         (const HcPillLook    *look,
                                          const HcPillDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcPillLook    *hc_pill_get_look    (HcPill              *self);
const HcPillDetails *hc_pill_get_details (HcPill              *self);
char                *hc_pill_dup_title   (HcPill              *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean             hc_pill_looks_like  (HcPill              *self,
                                          HcPill              *other);

G_END_DECLS
