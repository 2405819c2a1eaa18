/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-updater.h"

/* Whether feeds are fetched without anybody having wanted it just then. */
#define BY_ITSELF_KEY "fetch-news-by-itself"

/* A feed is not asked more often by itself. */
#define HOURS_BETWEEN 4

/**
 * HcNewsUpdater:
 *
 * The one place that fetches what is subscribed to: one refresh after the other, as long as the person allows it, by
 * itself when they want that. It says ::changed when it is farther, and ::ended when a refresh is over.
 */
struct _HcNewsUpdater
{
  GObject              parent_instance;

  HcNews              *news;
  HcNetworkConsent    *consent;
  HcClock             *clock;
  GSettings           *settings;

  GCancellable        *cancellable; /* of what runs; NULL when nothing does */
  guint                n_done;
  guint                n_all;
  GPtrArray           *waiting;     /* ids of feeds that are fetched when that is over, or is allowed */
  gboolean             waits_for_all;
  HcNewsEnd            end;
  HcFeedRefreshReport *report;      /* of the last refresh; NULL when there was none, or it failed */
  GError              *error;       /* why it failed */
};

enum {
  CHANGED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcNewsUpdater, hc_news_updater, G_TYPE_OBJECT)

static void
hc_news_updater_dispose (GObject *object)
{
  HcNewsUpdater *self = HC_NEWS_UPDATER (object);

  hc_news_updater_cancel (self);
  g_clear_object (&self->news);
  g_clear_object (&self->consent);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hc_news_updater_parent_class)->dispose (object);
}

static void
hc_news_updater_finalize (GObject *object)
{
  HcNewsUpdater *self = HC_NEWS_UPDATER (object);

  g_ptr_array_unref (self->waiting);
  g_clear_pointer (&self->report, hc_feed_refresh_report_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hc_news_updater_parent_class)->finalize (object);
}

static void
hc_news_updater_class_init (HcNewsUpdaterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_news_updater_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_news_updater_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
hc_news_updater_init (HcNewsUpdater *self)
{
  self->waiting = g_ptr_array_new_null_terminated (0, g_free, TRUE);
}

static void
start_waiting (HcNewsUpdater *self)
{
  g_autoptr (GPtrArray) waiting = self->waiting;
  gboolean waits_for_all = self->waits_for_all;

  self->waiting = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->waits_for_all = FALSE;

  if (waits_for_all)
    hc_news_updater_start (self, NULL, FALSE);
  else if (waiting->len > 0)
    hc_news_updater_start (self, (const char *const *) waiting->pdata, TRUE);
}

/* What is not allowed any more is no fault of the feeds, and is not noted as one. */
static void
consent_changed_cb (HcNewsUpdater *self)
{
  if (!hc_news_updater_is_allowed (self))
    hc_news_updater_cancel (self);
  else if (self->cancellable == NULL)
    start_waiting (self);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
profile_state_cb (HcNewsUpdater *self)
{
  hc_news_updater_start_due (self);
}

/**
 * hc_news_updater_new:
 * @news: what is subscribed to
 * @consent: what the person allows
 * @clock: the time
 * @settings: the preferences
 *
 * Returns: (transfer full): an updater that does nothing yet, and fetches what is due when the profile is opened
 */
HcNewsUpdater *
hc_news_updater_new (HcNews           *news,
                     HcNetworkConsent *consent,
                     HcClock          *clock,
                     GSettings        *settings)
{
  HcNewsUpdater *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (HC_IS_NETWORK_CONSENT (consent), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_NEWS_UPDATER, NULL);
  self->news = g_object_ref (news);
  self->consent = g_object_ref (consent);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (consent, "changed", G_CALLBACK (consent_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_news_get_profile (news), "notify::state", G_CALLBACK (profile_state_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_news_updater_is_allowed:
 * @self: an updater
 *
 * Returns: whether feeds may be fetched now
 */
gboolean
hc_news_updater_is_allowed (HcNewsUpdater *self)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (self), FALSE);

  return hc_network_consent_check (self->consent, HC_SERVICE_FEEDS, NULL);
}

static void
progress_cb (HcNewsUpdater *self,
             guint          n_done,
             guint          n_all)
{
  self->n_done = n_done;
  self->n_all = n_all;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HcNewsUpdater) self = user_data;
  gboolean was_canceled = g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, hc_feed_refresh_report_free);
  g_clear_error (&self->error);
  g_signal_handlers_disconnect_by_func (hc_news_get_refresh (HC_NEWS (source)), progress_cb, self);

  self->report = hc_news_refresh_finish (HC_NEWS (source), result, &self->error);
  if (self->report == NULL)
    self->end = HC_NEWS_END_FAILED;
  else
    self->end = was_canceled ? HC_NEWS_END_CANCELED : HC_NEWS_END_DONE;

  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[ENDED], 0);

  if (was_canceled)
    g_ptr_array_set_size (self->waiting, 0);
  else if (self->news != NULL && hc_news_updater_is_allowed (self))
    start_waiting (self);
}

/**
 * hc_news_updater_start:
 * @self: an updater
 * @feeds: (nullable) (array zero-terminated=1): the ids of subscriptions; %NULL for all
 * @forced: whether feeds are asked as well that are gone, or whose server asked for patience
 *
 * Fetches feeds. While others are fetched these wait for them, and while it is not allowed they wait for the person to
 * allow it.
 */
void
hc_news_updater_start (HcNewsUpdater     *self,
                       const char *const *feeds,
                       gboolean           forced)
{
  g_return_if_fail (HC_IS_NEWS_UPDATER (self));

  if (self->cancellable != NULL || !hc_news_updater_is_allowed (self))
    {
      /* All are being fetched, or some: whoever wants all again wants them once. */
      self->waits_for_all = self->waits_for_all || (feeds == NULL && self->cancellable == NULL);
      for (guint i = 0; feeds != NULL && feeds[i] != NULL; i++)
        g_ptr_array_add (self->waiting, g_strdup (feeds[i]));
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->n_done = 0;
  self->n_all = 0;
  g_signal_connect_object (hc_news_get_refresh (self->news), "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  hc_news_refresh_feeds_async (self->news, feeds, forced, self->cancellable, refreshed_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_news_updater_start_due:
 * @self: an updater
 *
 * Fetches the feeds of which nobody asked for some hours, if that is allowed, the person wants it to be done by
 * itself, and there are any.
 */
void
hc_news_updater_start_due (HcNewsUpdater *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) feeds = NULL, due = NULL;

  g_return_if_fail (HC_IS_NEWS_UPDATER (self));

  if (self->cancellable != NULL || !hc_news_updater_is_allowed (self) ||
      !g_settings_get_boolean (self->settings, BY_ITSELF_KEY))
    return;

  now = hc_clock_dup_time (self->clock);
  builder = g_strv_builder_new ();
  feeds = hc_news_list_feeds (self->news, NULL);

  for (guint i = 0; feeds[i] != NULL; i++)
    {
      g_autoptr (HcFeedStatus) status = hc_feed_catalog_dup_status (hc_news_get_catalog (self->news), feeds[i],
                                                                    NULL);
      GTimeSpan age = status != NULL && status->tried != NULL ? g_date_time_difference (now, status->tried)
                                                              : G_MAXINT64;

      /* A clock that was wrong must not keep them from being asked ever again. */
      if (age >= HOURS_BETWEEN * G_TIME_SPAN_HOUR || age < 0)
        g_strv_builder_add (builder, feeds[i]);
    }

  due = g_strv_builder_end (builder);
  if (due[0] != NULL)
    hc_news_updater_start (self, g_strv_length (due) == g_strv_length (feeds) ? NULL : (const char *const *) due,
                           FALSE);
}

/**
 * hc_news_updater_cancel:
 * @self: an updater
 *
 * Ends what runs; what has arrived until then is kept.
 */
void
hc_news_updater_cancel (HcNewsUpdater *self)
{
  g_return_if_fail (HC_IS_NEWS_UPDATER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * hc_news_updater_is_running:
 * @self: an updater
 *
 * Returns: whether feeds are being fetched
 */
gboolean
hc_news_updater_is_running (HcNewsUpdater *self)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * hc_news_updater_get_progress:
 * @self: an updater
 * @n_done: (out): how many feeds are done
 * @n_all: (out): of how many; 0 when that is not known yet
 */
void
hc_news_updater_get_progress (HcNewsUpdater *self,
                              guint         *n_done,
                              guint         *n_all)
{
  g_return_if_fail (HC_IS_NEWS_UPDATER (self));
  g_return_if_fail (n_done != NULL && n_all != NULL);

  *n_done = self->n_done;
  *n_all = self->n_all;
}

/**
 * hc_news_updater_get_end:
 * @self: an updater
 *
 * Returns: what became of the last refresh
 */
HcNewsEnd
hc_news_updater_get_end (HcNewsUpdater *self)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (self), HC_NEWS_END_NONE);

  return self->end;
}

/**
 * hc_news_updater_get_report:
 * @self: an updater
 *
 * Returns: (transfer none) (nullable): what the last refresh has brought; %NULL when there was none, or it failed
 */
const HcFeedRefreshReport *
hc_news_updater_get_report (HcNewsUpdater *self)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (self), NULL);

  return self->report;
}

/**
 * hc_news_updater_get_error:
 * @self: an updater
 *
 * Returns: (transfer none) (nullable): why the last refresh failed
 */
const GError *
hc_news_updater_get_error (HcNewsUpdater *self)
{
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (self), NULL);

  return self->error;
}
