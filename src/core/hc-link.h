/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_LINK_SCHEME "health-center"

#define HC_LINK_ERROR (hc_link_error_quark ())

/**
 * HcLinkError:
 * @HC_LINK_ERROR_INVALID: the text is not a link of this program
 */
typedef enum {
  HC_LINK_ERROR_INVALID,
} HcLinkError;

GQuark hc_link_error_quark (void);

/**
 * HcLink:
 * @place: the kind of place, `article` or `notes`
 * @id: (nullable): what is to be shown there, `understanding-your-stage`
 * @anchor: (nullable): the part of it, `stage-ii`
 * @query: (element-type utf8 utf8): the parameters, empty where there are none
 *
 * A link to a place in the program: `health-center:PLACE[/ID][?NAME=VALUE...][#ANCHOR]`.
 */
typedef struct
{
  char       *place;
  char       *id;
  char       *anchor;
  GHashTable *query;
} HcLink;

HcLink *hc_link_new   (const char  *place,
                       const char  *id,
                       const char  *anchor) G_GNUC_WARN_UNUSED_RESULT;
HcLink *hc_link_parse (const char  *text,
                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char   *hc_link_print (HcLink      *self) G_GNUC_WARN_UNUSED_RESULT;
void    hc_link_free  (HcLink      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcLink, hc_link_free)

G_END_DECLS
