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

/**
 * hc_text_append_any:
 * @sql: the text of a query, after a WHERE and a condition
 * @expression: an expression of SQL
 * @texts: (array zero-terminated=1): texts
 *
 * Appends that @expression is to be one of @texts. The texts themselves are bound by hc_text_bind_any().
 */
void
hc_text_append_any (GString           *sql,
                    const char        *expression,
                    const char *const *texts)
{
  g_return_if_fail (sql != NULL);
  g_return_if_fail (expression != NULL);
  g_return_if_fail (texts != NULL);

  g_string_append_printf (sql, " AND %s IN (", expression);
  for (guint i = 0; texts[i] != NULL; i++)
    g_string_append_printf (sql, "%s:any%u", i > 0 ? ", " : "", i);
  g_string_append_c (sql, ')');
}

/**
 * hc_text_bind_any:
 * @statement: a statement of SQL that hc_text_append_any() has had a part in
 * @texts: (nullable) (array zero-terminated=1): the same texts; %NULL where it had none
 */
void
hc_text_bind_any (HcStatement       *statement,
                  const char *const *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *parameter = g_strdup_printf (":any%u", i);

      hc_statement_bind_text (statement, parameter, texts[i]);
    }
}
