/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text-fields.h"

#include "hc-text.h"

/* Rows of many texts: what is to be done with each of them is done in one place. */

static const char **
get_text (gpointer           texts,
          const HcTextField *field)
{
  return (const char **) (gpointer) ((char *) texts + field->offset);
}

/**
 * hc_text_fields_copy:
 * @fields: (array length=n_fields): the texts of a struct
 * @n_fields: how many there are
 * @from: such a struct; texts may be %NULL
 * @to: another one, whose texts are overwritten: copies that it owns, empty ones for %NULL
 */
void
hc_text_fields_copy (const HcTextField *fields,
                     guint              n_fields,
                     gconstpointer      from,
                     gpointer           to)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = *get_text ((gpointer) from, &fields[i]);

      *get_text (to, &fields[i]) = g_strdup (text != NULL ? text : "");
    }
}

/**
 * hc_text_fields_clear:
 * @fields: (array length=n_fields): the texts of a struct
 * @n_fields: how many there are
 * @texts: a struct that owns them, which are freed
 */
void
hc_text_fields_clear (const HcTextField *fields,
                      guint              n_fields,
                      gpointer           texts)
{
  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer ((char **) get_text (texts, &fields[i]), g_free);
}

/**
 * hc_text_fields_bind:
 * @fields: (array length=n_fields): the texts of a struct
 * @n_fields: how many there are
 * @statement: a statement with a parameter for each
 * @texts: such a struct
 * @error: return location for %HC_DATABASE_ERROR_CONSTRAINT
 *
 * Returns: whether all were valid and are bound
 */
gboolean
hc_text_fields_bind (const HcTextField  *fields,
                     guint               n_fields,
                     HcStatement        *statement,
                     gconstpointer       texts,
                     GError            **error)
{
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *parameter = g_strconcat (":", fields[i].column, NULL);

      if (!hc_text_bind (statement, parameter, *get_text ((gpointer) texts, &fields[i]), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_text_fields_read:
 * @fields: (array length=n_fields): the texts of a struct
 * @n_fields: how many there are
 * @statement: a statement with a row
 * @texts: such a struct, whose texts are overwritten; see hc_text_fields_clear()
 */
void
hc_text_fields_read (const HcTextField *fields,
                     guint              n_fields,
                     HcStatement       *statement,
                     gpointer           texts)
{
  for (guint i = 0; i < n_fields; i++)
    *get_text (texts, &fields[i]) = hc_text_dup_valid (hc_statement_get_text (statement, fields[i].column));
}

/**
 * hc_text_fields_dup_save:
 * @fields: (array length=n_fields): the texts of a struct
 * @n_fields: how many there are
 * @table: a table with these columns, and `id`, `created` and `changed`
 * @others: (array zero-terminated=1): its other columns
 *
 * Makes the statement that saves a row: each column has the parameter of its name, and `:now` is the time. A row
 * keeps the time of its change when it says what it said before.
 *
 * Returns: (transfer full): the statement, which gives the row
 */
char *
hc_text_fields_dup_save (const HcTextField *fields,
                         guint              n_fields,
                         const char        *table,
                         const char *const *others)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (GString) assignments = g_string_new (NULL);
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL, *parameters = NULL, *excluded = NULL;

  for (guint i = 0; i < n_fields; i++)
    g_strv_builder_add (columns, fields[i].column);
  g_strv_builder_addv (columns, (const char **) others);

  names = g_strv_builder_end (columns);
  list = g_strjoinv (", ", names);
  parameters = g_strjoinv (", :", names);
  excluded = g_strjoinv (", excluded.", names);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (assignments, ", %s = excluded.%s", names[i], names[i]);

  return g_strdup_printf ("INSERT INTO %s (id, created, changed, %s)"
                          " VALUES (:id, coalesce (:created, :now), coalesce (:changed, :now), :%s)"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   changed = iif ((%s) IS (excluded.%s), changed, :now)%s"
                          " RETURNING *",
                          table, list, parameters, list, excluded, assignments->str);
}
