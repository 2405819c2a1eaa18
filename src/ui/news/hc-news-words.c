/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-words.h"

#include <glib/gi18n.h>

#include "hc-dose-words.h"
#include "hc-error-words.h"

/* What a person is told of feeds. */

/**
 * hc_news_words_problem:
 * @problem: why a feed is not up to date, or an address has none
 * @reason: (nullable): why there was no reply, from hc_feed_fetcher_get_reason()
 *
 * Returns: (transfer none): that as a sentence or two, with what helps; empty when there is no problem
 */
const char *
hc_news_words_problem (HcFeedProblem  problem,
                       const char    *reason)
{
  switch (problem)
    {
    case HC_FEED_PROBLEM_UNREACHABLE:
      return reason != NULL ? reason
                            : _("There was no answer that could be trusted. Check that this computer is connected to "
                                "the internet, then try again.");
    case HC_FEED_PROBLEM_NOT_FOUND:
      return _("The site has nothing at this address. It may have moved; look on its website for the new one.");
    case HC_FEED_PROBLEM_GONE:
      return _("The site says that this feed has ended for good. It is not asked any more.");
    case HC_FEED_PROBLEM_MOVED:
      return _("The address leads to another site now, which was not asked.");
    case HC_FEED_PROBLEM_REFUSED:
      return _("The site does not give this feed to programs.");
    case HC_FEED_PROBLEM_BUSY:
      return _("The site is busy and asks to come back later.");
    case HC_FEED_PROBLEM_SERVER:
      return _("The site does not work at the moment. Try again later.");
    case HC_FEED_PROBLEM_PAGE:
      return _("A web page came in place of a feed. If this network wants you to sign in, do that in a web browser, "
               "then try again.");
    case HC_FEED_PROBLEM_NOT_A_FEED:
      return _("What came is not a feed.");
    case HC_FEED_PROBLEM_DAMAGED:
      return _("What came is damaged and was not taken. Try again later.");
    case HC_FEED_PROBLEM_INCOMPLETE:
      return _("What came was cut off. What had arrived is here.");
    case HC_FEED_PROBLEM_NOT_SAVED:
      return _("What came could not be saved. Check that the disk is not full.");
    case HC_FEED_PROBLEM_NONE:
    default:
      return "";
    }
}

static char *
dup_when (GDateTime *time,
          GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) local_now = g_date_time_to_local (now);

  return hc_dose_words_when (local, local_now);
}

/**
 * hc_news_words_dup_status:
 * @status: (nullable): how it stands with a feed; %NULL when it was never tried
 * @reason: (nullable): why there was no reply, from hc_feed_fetcher_get_reason()
 * @now: the time
 *
 * Returns: (transfer full): when it was fetched, or since when and why it is not up to date
 */
char *
hc_news_words_dup_status (const HcFeedStatus *status,
                          const char         *reason,
                          GDateTime          *now)
{
  g_autofree char *fetched = NULL, *since = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  if (status == NULL || status->tried == NULL)
    return g_strdup (_("Not fetched yet"));

  if (status->fetched != NULL)
    fetched = dup_when (status->fetched, now);

  if (status->problem == HC_FEED_PROBLEM_NONE && fetched != NULL)
    /* Translators: %s is a day and a time within a sentence: "today at 20:00". */
    return g_strdup_printf (_("Fetched %s"), fetched);

  since = dup_when (status->problem_since != NULL ? status->problem_since : status->tried, now);

  if (fetched == NULL)
    /* Translators: a day and a time within a sentence ("today at 20:00"), and why, as a sentence. */
    return g_strdup_printf (_("Could not be fetched %s. %s"), since,
                            hc_news_words_problem (status->problem, reason));

  /* Translators: two days and times within a sentence ("today at 20:00"); between them why, as a sentence. */
  return g_strdup_printf (_("Not up to date since %s. %s The posts here were fetched %s."), since,
                          hc_news_words_problem (status->problem, reason), fetched);
}

/* What became of a refresh, in a sentence or two. */
static char *
dup_report (const HcFeedRefreshReport *report)
{
  g_autofree char *fresh = NULL, *failed = NULL;

  if (report->n_new > 0)
    fresh = g_strdup_printf (g_dngettext (NULL, "%u new post.", "%u new posts.", report->n_new), report->n_new);
  else if (report->n_fresh > 0 || report->n_failed == 0)
    fresh = g_strdup (_("No new posts."));

  if (report->n_failed == 0)
    return g_steal_pointer (&fresh);

  failed = g_strdup_printf (g_dngettext (NULL, "%u feed could not be fetched.", "%u feeds could not be fetched.",
                                         report->n_failed), report->n_failed);

  return fresh != NULL ? g_strconcat (fresh, " ", failed, NULL) : g_steal_pointer (&failed);
}

/**
 * hc_news_words_dup_end:
 * @updater: what fetches
 *
 * Returns: (transfer full) (nullable): what became of the last refresh; %NULL when there was none
 */
char *
hc_news_words_dup_end (HcNewsUpdater *updater)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (updater), NULL);

  switch (hc_news_updater_get_end (updater))
    {
    case HC_NEWS_END_DONE:
      return dup_report (hc_news_updater_get_report (updater));
    case HC_NEWS_END_CANCELED:
      return g_strdup (_("Ended early. What had arrived is here."));
    case HC_NEWS_END_FAILED:
      /* Translators: %s says why and what helps, as a sentence. */
      return g_strdup_printf (_("The feeds could not be fetched. %s"),
                              hc_error_to_words (hc_news_updater_get_error (updater)));
    case HC_NEWS_END_NONE:
    default:
      return NULL;
    }
}

/**
 * hc_news_words_dup_unread:
 * @n_unread: how many posts were not read
 *
 * Returns: (transfer full): that in words
 */
char *
hc_news_words_dup_unread (guint n_unread)
{
  return g_strdup_printf (g_dngettext (NULL, "%u unread", "%u unread", n_unread), n_unread);
}

/**
 * hc_news_words_dup_host:
 * @address: an address of the web
 *
 * Returns: (transfer full): its host, or the address when it has none
 */
char *
hc_news_words_dup_host (const char *address)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : address);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/**
 * hc_news_words_dup_hosts:
 * @news: the news
 *
 * Returns: (transfer full): the sites that are asked for what is subscribed to, a line for each; may be empty
 */
char *
hc_news_words_dup_hosts (HcNews *news)
{
  GListModel *subscriptions;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);

  subscriptions = G_LIST_MODEL (hc_profile_get_subscriptions (hc_news_get_profile (news)));

  for (guint i = 0; i < g_list_model_get_n_items (subscriptions); i++)
    {
      g_autoptr (HcSubscription) subscription = g_list_model_get_item (subscriptions, i);
      char *host = hc_news_words_dup_host (hc_subscription_get_details (subscription)->address);

      if (g_hash_table_add (seen, host))
        g_ptr_array_add (hosts, host);
      else
        g_free (host);
    }

  g_ptr_array_sort_values (hosts, compare_names);

  return hosts->len > 0 ? g_strjoinv ("\n", (char **) hosts->pdata) : g_strdup ("");
}
