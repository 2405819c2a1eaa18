/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text.h"

#include "hc-database.h"

/**
 * hc_text_check:
 * @text: (nullable): what somebody wants to store
 * @error: return location for %HC_DATABASE_ERROR_CONSTRAINT
 *
 * SQLite stores any bytes as text and gives them back; what shows them stops at the first that is
 * no UTF-8.
 *
 * Returns: whether @text is valid UTF-8 or %NULL
 */
gboolean
hc_text_check (const char  *text,
               GError     **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT,
                       "The text is not valid UTF-8");
  return FALSE;
}

/**
 * hc_text_bind:
 * @statement: a statement
 * @parameter: the name of a parameter of it
 * @text: (nullable): what somebody wants to store
 * @error: return location for %HC_DATABASE_ERROR_CONSTRAINT
 *
 * Returns: whether @text passed hc_text_check() and was bound
 */
gboolean
hc_text_bind (HcStatement  *statement,
              const char   *parameter,
              const char   *text,
              GError      **error)
{
  if (!hc_text_check (text, error))
    return FALSE;

  hc_statement_bind_text (statement, parameter, text);

  return TRUE;
}

/**
 * hc_text_dup_valid:
 * @text: (nullable): what a database gave
 *
 * A disk that lost some bytes inside of a text leaves a database that SQLite finds sound. The rest
 * of the text is still worth showing.
 *
 * Returns: (transfer full) (nullable): @text with the bytes replaced that are no UTF-8
 */
char *
hc_text_dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}
