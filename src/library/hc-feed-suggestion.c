/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-suggestion.h"

#include "hc-library-private.h"

/**
 * HcFeedSuggestion:
 *
 * A feed that somebody with colorectal cancer may want to read, from the list of the library.
 */
struct _HcFeedSuggestion
{
  GObject                 parent_instance;

  HcFeedSuggestionDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcFeedSuggestion, hc_feed_suggestion, G_TYPE_OBJECT)

static void
hc_feed_suggestion_finalize (GObject *object)
{
  HcFeedSuggestion *self = HC_FEED_SUGGESTION (object);

  g_free ((char *) self->details.id);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.address);
  g_free ((char *) self->details.format);
  g_free ((char *) self->details.publisher);
  g_free ((char *) self->details.group);
  g_free ((char *) self->details.about);
  g_free ((char *) self->details.seen);
  g_free ((char *) self->details.checked);

  G_OBJECT_CLASS (hc_feed_suggestion_parent_class)->finalize (object);
}

static void
hc_feed_suggestion_class_init (HcFeedSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_feed_suggestion_finalize;
}

static void
hc_feed_suggestion_init (HcFeedSuggestion *self)
{
}

/**
 * hc_feed_suggestion_get_details:
 * @self: a suggestion
 *
 * Returns: (transfer none): what is told of the feed
 */
const HcFeedSuggestionDetails *
hc_feed_suggestion_get_details (HcFeedSuggestion *self)
{
  g_return_val_if_fail (HC_IS_FEED_SUGGESTION (self), NULL);

  return &self->details;
}

/**
 * hc_feed_suggestion_list:
 * @library: the library
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the #HcFeedSuggestion in their order; those of a group stand together
 */
GListModel *
hc_feed_suggestion_list (HcLibrary  *library,
                         GError    **error)
{
  g_autoptr (GListStore) list = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT * FROM feed_suggestion ORDER BY position", error);
  if (statement == NULL)
    return NULL;

  list = g_list_store_new (HC_TYPE_FEED_SUGGESTION);
  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcFeedSuggestion) self = g_object_new (HC_TYPE_FEED_SUGGESTION, NULL);

      self->details = (HcFeedSuggestionDetails) {
        .id = g_strdup (hc_statement_get_text (statement, "id")),
        .title = g_strdup (hc_statement_get_text (statement, "title")),
        .address = g_strdup (hc_statement_get_text (statement, "address")),
        .format = g_strdup (hc_statement_get_text (statement, "format")),
        .publisher = g_strdup (hc_statement_get_text (statement, "publisher")),
        .group = g_strdup (hc_statement_get_text (statement, "belongs_to")),
        .for_clinicians = g_strcmp0 (hc_statement_get_text (statement, "audience"), "clinicians") == 0,
        .about = g_strdup (hc_statement_get_text (statement, "about")),
        .seen = g_strdup (hc_statement_get_text (statement, "seen")),
        .checked = g_strdup (hc_statement_get_text (statement, "checked")),
        .confirmed = hc_statement_get_int64 (statement, "confirmed") != 0,
      };
      g_list_store_append (list, self);
    }

  return step == HC_STEP_DONE ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}
