/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-error.h"

G_BEGIN_DECLS

/**
 * HcMarkupElement:
 * @name: its name without a prefix; of HTML in small letters
 * @prefix: (nullable): the prefix that stood before the name; %NULL in HTML
 * @uri: (nullable): its namespace; %NULL also when its prefix was not declared
 * @attributes: (array length=n_attributes): five pointers an attribute as in libxml2's startElementNs: name,
 *   prefix, namespace, beginning and end of the value
 * @n_attributes: how many
 *
 * An element that begins.
 */
typedef struct
{
  const char  *name;
  const char  *prefix;
  const char  *uri;
  const char **attributes;
  int          n_attributes;
} HcMarkupElement;

char *hc_markup_element_dup (const HcMarkupElement *self,
                             const char            *prefix,
                             const char            *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * HcMarkupHandler:
 * @open: an element begins; says whether to go on
 * @close: the element that began last and has not ended, ends
 * @text: text, in pieces of any length
 *
 * Takes what is read.
 */
typedef struct
{
  gboolean (*open)  (const HcMarkupElement *element,
                     gpointer               data);
  void     (*close) (const char            *name,
                     gpointer               data);
  void     (*text)  (const char            *text,
                     gsize                  length,
                     gpointer               data);
} HcMarkupHandler;

gboolean hc_xml_stream_read (const char             *text,
                             gsize                   length,
                             const HcMarkupHandler  *handler,
                             gpointer                data,
                             gboolean               *is_damaged,
                             GError                **error);

G_END_DECLS
