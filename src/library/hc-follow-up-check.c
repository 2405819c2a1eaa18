/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-up-check.h"

#include <stdio.h>
#include <string.h>

#define MAX_MONTHS 240

/**
 * hc_follow_up_check_free:
 * @self: (transfer full): a check
 */
void
hc_follow_up_check_free (HcFollowUpCheck *self)
{
  g_free (self->id);
  g_free (self->subject);
  g_free (self->kind);
  g_free (self->name);
  g_free (self->site);
  g_free (self->guideline);
  g_free (self->note);
  g_free (self->link);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/**
 * hc_follow_up_span_parse:
 * @text: how often a check is due for some time, in months: `0-24 every 3-6`, `24-60 every 6`
 * @span: (out): the same in numbers
 *
 * Returns: whether @text is that, and at least one check is due in this time
 */
gboolean
hc_follow_up_span_parse (const char     *text,
                         HcFollowUpSpan *span)
{
  int n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  if (strspn (text, "0123456789- every") != strlen (text))
    return FALSE;

  if (sscanf (text, "%3d-%3d every %3d-%3d%n", &span->from, &span->until, &span->at_least, &span->at_most, &n) != 4)
    {
      if (sscanf (text, "%3d-%3d every %3d%n", &span->from, &span->until, &span->at_least, &n) != 3)
        return FALSE;
      span->at_most = span->at_least;
    }

  return text[n] == '\0' && span->from >= 0 && span->until > span->from && span->until <= MAX_MONTHS &&
         span->at_least >= 1 && span->at_most >= span->at_least && span->from + span->at_most <= span->until;
}

/**
 * hc_follow_up_stages_parse:
 * @text: stages as in `2 3 4`
 * @stages: (out): the same as bits
 *
 * Returns: whether @text is that: stages from 1 to 4, each once, in order
 */
gboolean
hc_follow_up_stages_parse (const char *text,
                           guint      *stages)
{
  char last = '0';

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (stages != NULL, FALSE);

  *stages = 0;

  for (const char *p = text;; p += 2)
    {
      if (*p <= last || *p > '4')
        return FALSE;

      last = *p;
      *stages |= 1u << (*p - '0');
      if (p[1] == '\0')
        return TRUE;
      if (p[1] != ' ')
        return FALSE;
    }
}
