/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-up-book.h"

#include "hc-library-private.h"

/**
 * HcFollowUpBook:
 *
 * All that the library knows of checks after the treatment, in memory.
 */
struct _HcFollowUpBook
{
  GObject    parent_instance;

  GPtrArray *checks; /* of HcFollowUpCheck */
};

G_DEFINE_FINAL_TYPE (HcFollowUpBook, hc_follow_up_book, G_TYPE_OBJECT)

static void
hc_follow_up_book_finalize (GObject *object)
{
  g_ptr_array_unref (HC_FOLLOW_UP_BOOK (object)->checks);

  G_OBJECT_CLASS (hc_follow_up_book_parent_class)->finalize (object);
}

static void
hc_follow_up_book_class_init (HcFollowUpBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_follow_up_book_finalize;
}

static void
hc_follow_up_book_init (HcFollowUpBook *self)
{
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_follow_up_check_free);
}

static gboolean
read_spans (HcFollowUpCheck  *check,
            HcDatabase       *database,
            GError          **error)
{
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  statement = hc_database_prepare (database, "SELECT span FROM follow_up_span WHERE follow_up = :id ORDER BY position",
                                   error);
  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":id", check->id);
  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcFollowUpSpan span;

      if (hc_follow_up_span_parse (hc_statement_get_text (statement, "span"), &span))
        g_array_append_val (check->spans, span);
    }

  return step == HC_STEP_DONE;
}

static HcFollowUpCheck *
read_check (HcDatabase   *database,
            HcStatement  *row,
            GError      **error)
{
  g_autoptr (HcFollowUpCheck) self = g_new0 (HcFollowUpCheck, 1);

  self->id = g_strdup (hc_statement_get_text (row, "id"));
  self->subject = g_strdup (hc_statement_get_text (row, "subject"));
  self->kind = g_strdup (hc_statement_get_text (row, "kind"));
  self->name = g_strdup (hc_statement_get_text (row, "name"));
  self->site = g_strdup (hc_statement_get_text (row, "site"));
  hc_follow_up_stages_parse (hc_statement_get_text (row, "stages"), &self->stages);
  self->guideline = g_strdup (hc_statement_get_text (row, "guideline"));
  self->note = g_strdup (hc_statement_get_text (row, "note"));
  self->link = g_strdup (hc_statement_get_text (row, "link"));
  self->spans = g_array_new (FALSE, FALSE, sizeof (HcFollowUpSpan));

  return read_spans (self, database, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_follow_up_book_new:
 * @library: the library; it is not needed any more afterwards
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what it knows of checks after the treatment
 */
HcFollowUpBook *
hc_follow_up_book_new (HcLibrary  *library,
                       GError    **error)
{
  g_autoptr (HcFollowUpBook) self = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcDatabase *database;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_FOLLOW_UP_BOOK, NULL);
  database = hc_library_get_database (library);
  statement = hc_database_prepare (database, "SELECT * FROM follow_up ORDER BY position", error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcFollowUpCheck *check = read_check (database, statement, error);

      if (check == NULL)
        return NULL;

      g_ptr_array_add (self->checks, check);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_follow_up_book_get_checks:
 * @self: a book
 *
 * Returns: (transfer none) (element-type HcFollowUpCheck): all checks, in the order in which they are shown
 */
GPtrArray *
hc_follow_up_book_get_checks (HcFollowUpBook *self)
{
  g_return_val_if_fail (HC_IS_FOLLOW_UP_BOOK (self), NULL);

  return self->checks;
}

/**
 * hc_follow_up_book_load_sources:
 * @self: a book
 * @library: the library that it was made of
 * @check: one of its checks
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcSource): what says so
 */
GPtrArray *
hc_follow_up_book_load_sources (HcFollowUpBook         *self,
                                HcLibrary              *library,
                                const HcFollowUpCheck  *check,
                                GError                **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_FOLLOW_UP_BOOK (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (check != NULL, NULL);

  owner = g_strconcat ("follow-up/", check->id, NULL);

  return hc_library_read_sources (library, owner, error);
}
