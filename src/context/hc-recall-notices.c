/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-notices.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-pattern.h"
#include "hc-recall-catalog.h"

/* Where the FDA publishes recalls for people; read on 2026-11-21. A page for each one has no address that is known
 * to stay. */
#define URI "https://www.fda.gov/safety/recalls-market-withdrawals-safety-alerts/enforcement-reports"

#define SOURCE "U.S. Food and Drug Administration"

/* A description may be as long as a page; a title is a line. */
#define LONGEST_TITLE 90

/* So much of a description is looked through for names. */
#define LONGEST_NAME 600

/* What follows these words is about the firm, or the package. */
#define END_OF_NAME \
  "(?:distributed|manufactured|mfd|mfg|made|packaged|repackaged|marketed|dist|packed)\\b[.]?\\s*(?:by|for|in)\\b|" \
  "\\bNDC\\b|\\bUPC\\b|\\bRx\\s+only\\b"

/* A National Drug Code with its hyphens. */
#define NDC "(?<![0-9-])[0-9]{4,6}-[0-9]{3,4}(?:-[0-9]{1,2})?(?![0-9-])"

/* What stands before the number of a lot. */
#define LOT \
  "^(?:and\\s+)?(?:lots?|batch(?:es)?|control)\\b\\s*(?:/\\s*batch)?\\s*" \
  "(?:numbers?|nos?\\b[.]?|\\(s\\)|#)*\\s*[:#]*\\s*"

/* There are thousands of recalls, and each is searched for all of these. */
typedef struct
{
  GRegex *end_of_name;
  GRegex *ndc;
  GRegex *lot;
} Patterns;

static void
patterns_init (Patterns *self)
{
  self->end_of_name = hc_pattern_compile (END_OF_NAME);
  self->ndc = hc_pattern_compile (NDC);
  self->lot = hc_pattern_compile (LOT);
}

static void
patterns_clear (Patterns *self)
{
  g_regex_unref (self->end_of_name);
  g_regex_unref (self->ndc);
  g_regex_unref (self->lot);
}

static void
add (GPtrArray  *list,
     const char *text)
{
  if (text != NULL && *text != '\0' && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

static void
add_all (GPtrArray *list,
         GStrv      texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    add (list, texts[i]);
}

static GStrv
to_strv (GPtrArray *list)
{
  return (GStrv) g_ptr_array_free (list, FALSE);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_null_terminated (4, g_free, TRUE);
}

/* More than half of the recalls have nothing but their description. It begins with the product; the rest of the words
 * may be the names of other things, so that no more of it is taken. */
static char *
dup_described_name (const Patterns *patterns,
                    const char     *description)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = g_utf8_substring (description, 0, MIN (g_utf8_strlen (description, -1), LONGEST_NAME));
  int start;

  if (g_regex_match (patterns->end_of_name, text, G_REGEX_MATCH_DEFAULT, &match) &&
      g_match_info_fetch_pos (match, 0, &start, NULL) && start > 0)
    text[start] = '\0';

  g_strstrip (text);
  while (*text != '\0' && strchr (",;:.-", text[strlen (text) - 1]) != NULL)
    text[strlen (text) - 1] = '\0';

  return g_steal_pointer (&text);
}

static GStrv
find_names (const Patterns *patterns,
            HcRecall       *recall)
{
  GPtrArray *names = new_list ();

  add_all (names, recall->brands);
  add_all (names, recall->generics);

  if (names->len == 0)
    {
      g_autofree char *name = dup_described_name (patterns, recall->description);

      add (names, name);
    }

  return to_strv (names);
}

static GStrv
find_ndcs (const Patterns *patterns,
           HcRecall       *recall)
{
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *ndcs = new_list ();

  add_all (ndcs, recall->ndcs);

  /* Telephone numbers and bar codes have hyphens, too. */
  if (strstr (recall->description, "NDC") == NULL)
    return to_strv (ndcs);

  g_regex_match (patterns->ndc, recall->description, G_REGEX_MATCH_DEFAULT, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *ndc = g_match_info_fetch (match, 0);

      add (ndcs, ndc);
      g_match_info_next (match, NULL);
    }

  return to_strv (ndcs);
}

/* The lots as they are written, with the days on which they expire: nothing of that is to be lost. */
static GStrv
find_lots (const Patterns *patterns,
           HcRecall       *recall)
{
  g_auto (GStrv) parts = g_strsplit_set (recall->codes != NULL ? recall->codes : "", ";\n", -1);
  GPtrArray *lots = new_list ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      g_autofree char *lot = g_regex_replace_literal (patterns->lot, part, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);

      /* Without a number it is a sentence, of which the word is a part. */
      add (lots, strpbrk (lot, "0123456789") != NULL ? lot : part);
    }

  return to_strv (lots);
}

static char *
dup_title (const Patterns *patterns,
           HcRecall       *recall)
{
  g_autofree char *name = recall->brands[0] != NULL ? g_strdup (recall->brands[0])
                                                    : dup_described_name (patterns, recall->description);
  g_autofree char *start = NULL;

  g_strdelimit (name, "\n", ' ');
  if (*name == '\0')
    return g_strdup (recall->number);

  if (g_utf8_strlen (name, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&name);

  start = g_utf8_substring (name, 0, LONGEST_TITLE);

  return g_strconcat (start, "…", NULL);
}

/* @paragraph: (transfer full) (nullable) */
static void
add_paragraph (GString *text,
               char    *paragraph)
{
  g_autofree char *owned = paragraph;

  if (owned != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", owned);
}

/* What the words mean is told by openFDA in its list of fields of enforcement reports. */
static const char *
get_status (HcRecall *recall)
{
  switch (recall->status)
    {
    case HC_RECALL_ONGOING:
      return _("The recall goes on.");
    case HC_RECALL_COMPLETED:
      return _("The firm has completed the recall: it has taken back all that it could.");
    case HC_RECALL_TERMINATED:
      return _("The FDA has ended the recall: all reasonable efforts to remove the product were made.");
    case HC_RECALL_PENDING:
      return _("The recall has no class yet.");
    case HC_RECALL_STATUS_UNKNOWN:
    default:
      return NULL;
    }
}

static char *
dup_text (HcRecall *recall)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (recall->reason != NULL)
    /* Translators: %s is why a medicine is recalled, in the words of the FDA. */
    add_paragraph (text, g_strdup_printf (_("Reason: %s"), recall->reason));

  /* Translators: %s is what is recalled, in the words of the FDA. */
  add_paragraph (text, g_strdup_printf (_("Product: %s"), recall->description));

  if (recall->firm != NULL)
    /* Translators: %s is the name of a firm. */
    add_paragraph (text, g_strdup_printf (_("Recalled by: %s"), recall->firm));

  if (recall->distribution != NULL)
    /* Translators: %s is where a medicine was sold, in the words of the FDA. */
    add_paragraph (text, g_strdup_printf (_("Distribution: %s"), recall->distribution));

  add_paragraph (text, g_strdup (get_status (recall)));

  /* Translators: %s is the number of a recall, such as D-0115-2026. */
  add_paragraph (text, g_strdup_printf (_("Recall number: %s"), recall->number));

  return g_strdup (text->str);
}

static HcNotice *
make_notice (const Patterns *patterns,
             HcRecall       *recall)
{
  HcNotice *notice = hc_notice_new (HC_ALERT_RECALL);

  notice->id = g_strdup (recall->number);
  notice->severity = recall->class;
  notice->title = dup_title (patterns, recall);
  notice->text = dup_text (recall);
  notice->uri = g_strdup (URI);
  notice->source = g_strdup (SOURCE);
  notice->published = g_strdup (recall->reported != NULL ? recall->reported : recall->initiated);
  notice->ndcs = find_ndcs (patterns, recall);
  notice->names = find_names (patterns, recall);
  notice->actives = g_strdupv (recall->substances);
  notice->lots = find_lots (patterns, recall);

  return notice;
}

/**
 * hc_recall_notice_new:
 * @recall: a recall
 *
 * Says a recall as a notice. Where the FDA does not tell the names and codes of the product, they are looked for in
 * its description.
 *
 * Returns: (transfer full): the notice
 */
HcNotice *
hc_recall_notice_new (HcRecall *recall)
{
  Patterns patterns;
  HcNotice *notice;

  g_return_val_if_fail (recall != NULL && recall->number != NULL && recall->description != NULL, NULL);

  patterns_init (&patterns);
  notice = make_notice (&patterns, recall);
  patterns_clear (&patterns);

  return notice;
}

typedef struct
{
  char           *database_path;
  char           *since;
  HcAlertMatcher *matcher;
  guint           n_new;
} Feed;

static void
feed_free (gpointer data)
{
  Feed *feed = data;

  g_free (feed->database_path);
  g_free (feed->since);
  g_object_unref (feed->matcher);
  g_free (feed);
}

/* The thread reads over a connection of its own. An alert has a day: that of the list where the recall has none that
 * can be read, so that nobody misses it for that. */
static void
make_notices (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Feed *feed = data;
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (feed->database_path);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_notice_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recalls = hc_recall_catalog_list (catalog, feed->since, &error);
  g_autofree char *updated = hc_recall_catalog_dup_updated (catalog);
  Patterns patterns;

  patterns_init (&patterns);

  for (guint i = 0; recalls != NULL && i < recalls->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      HcRecall *recall = g_ptr_array_index (recalls, i);

      if (recall->reported == NULL && recall->initiated == NULL)
        recall->reported = g_strdup (updated);
      if (recall->reported != NULL || recall->initiated != NULL)
        g_ptr_array_add (notices, make_notice (&patterns, recall));
    }

  patterns_clear (&patterns);

  if (recalls == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&notices), (GDestroyNotify) g_ptr_array_unref);
}

static void
fed_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Feed *feed = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (hc_alert_matcher_feed_finish (HC_ALERT_MATCHER (source), result, &feed->n_new, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Feed *feed = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = g_task_propagate_pointer (G_TASK (result), &error);

  if (notices == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    hc_alert_matcher_feed_async (feed->matcher, notices, g_task_get_cancellable (task), fed_cb, g_object_ref (task));
}

/**
 * hc_recall_notices_feed_async:
 * @database_path: (type filename): sources.db, which need not be there
 * @since: (nullable): the day from which on recalls count, `YYYY-MM-DD`; those that go on count in any case
 * @matcher: what finds the medicines that they concern
 * @cancellable: (nullable): to end it
 * @callback: called when all that concerns a medicine is stored
 * @user_data: for @callback
 *
 * Looks through the recalls that are here for those that concern somebody's medicines, and makes alerts of these:
 * after a fetch or an import, and when a medicine was added.
 */
void
hc_recall_notices_feed_async (const char          *database_path,
                              const char          *since,
                              HcAlertMatcher      *matcher,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) making = NULL;
  Feed *feed;

  g_return_if_fail (database_path != NULL);
  g_return_if_fail (HC_IS_ALERT_MATCHER (matcher));

  feed = g_new0 (Feed, 1);
  feed->database_path = g_strdup (database_path);
  feed->since = g_strdup (since);
  feed->matcher = g_object_ref (matcher);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_recall_notices_feed_async);
  g_task_set_task_data (task, feed, feed_free);

  making = g_task_new (NULL, cancellable, made_cb, task);
  g_task_set_task_data (making, feed, NULL);
  g_task_run_in_thread (making, make_notices);
}

/**
 * hc_recall_notices_feed_finish:
 * @result: what the callback got
 * @n_new: (out): how many alerts are there that nobody has seen yet
 * @error: return location for a %HC_DATABASE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all was looked through and stored
 */
gboolean
hc_recall_notices_feed_finish (GAsyncResult  *result,
                               guint         *n_new,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_recall_notices_feed_async), FALSE);
  g_return_val_if_fail (n_new != NULL, FALSE);

  *n_new = ((Feed *) g_task_get_task_data (G_TASK (result)))->n_new;

  return g_task_propagate_boolean (G_TASK (result), error);
}
