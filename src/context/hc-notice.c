/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-notice.h"

#include <stdlib.h>
#include <string.h>

/**
 * hc_notice_new:
 * @kind: what kind of notice it is
 *
 * Returns: (transfer full): a notice that says nothing yet
 */
HcNotice *
hc_notice_new (HcAlertKind kind)
{
  HcNotice *self = g_new0 (HcNotice, 1);

  self->kind = kind;

  return self;
}

/**
 * hc_notice_free:
 * @self: (transfer full) (nullable): a notice
 */
void
hc_notice_free (HcNotice *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self->uri);
  g_free (self->source);
  g_free (self->published);
  g_strfreev (self->ndcs);
  g_strfreev (self->names);
  g_strfreev (self->actives);
  g_strfreev (self->lots);
  g_free (self);
}

static gboolean
is_number (const char *text,
           gsize       shortest,
           gsize       longest)
{
  gsize length = strlen (text);

  return length >= shortest && length <= longest && strspn (text, "0123456789") == length;
}

/**
 * hc_ndc_fold:
 * @ndc: a National Drug Code, of a product or a package, with hyphens or as 11 digits
 *
 * Codes come with four to six digits for the labeler and three or four for the product; with leading noughts
 * they all are the same. Ten digits without hyphens can be read in three ways, and are none here.
 *
 * Returns: (transfer full) (nullable): the product, the same for all ways to write it; %NULL for what is no
 *   National Drug Code
 */
char *
hc_ndc_fold (const char *ndc)
{
  g_autofree char *stripped = NULL;
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  g_return_val_if_fail (ndc != NULL, NULL);

  stripped = g_strstrip (g_strdup (ndc));

  /* The labeler, the product and the package of the form that is used for payments. */
  if (is_number (stripped, 11, 11))
    return g_strdup_printf ("0%.5s-%.4s", stripped, stripped + 5);

  parts = g_strsplit (stripped, "-", 4);
  n_parts = g_strv_length (parts);

  if ((n_parts != 2 && n_parts != 3) || !is_number (parts[0], 4, 6) || !is_number (parts[1], 3, 4) ||
      (n_parts == 3 && !is_number (parts[2], 1, 2)))
    return NULL;

  return g_strdup_printf ("%06d-%04d", atoi (parts[0]), atoi (parts[1]));
}
