/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-context.h"

#include "hc-due-alerts.h"
#include "hc-due-appointments.h"
#include "hc-due-doses.h"
#include "hc-due-refills.h"
#include "hc-http-feed-fetcher.h"

/**
 * HcContext:
 *
 * What the parts of the program share, handed down from the application instead of being looked up
 * in globals, so that a test can hand in a small library, a profile in a temporary folder and a
 * clock that stands still.
 */
struct _HcContext
{
  GObject    parent_instance;

  HcLibrary *library;
  HcProfile *profile;
  HcClock   *clock;
  GSettings *settings;
  HcDueList *due;
  HcCurrentPerson *person;
  HcLabelCatalog  *labels;
  HcMedicineCheck *medicine_check;
  HcDayPlan       *day_plan;
  HcRecallCatalog *recalls;
  HcTrialCatalog  *trials;

  /* NULL until they are asked for: most starts of the program need none of them. */
  HcNetworkConsent *consent;
  HcNetworkLog    *network_log;
  HcHttpClient    *http;
  HcRecallWatch   *recall_watch;
  HcFeedFetcher   *feed_fetcher;
  HcNews          *news;
  HcNewsUpdater   *news_updater;
};

G_DEFINE_FINAL_TYPE (HcContext, hc_context, G_TYPE_OBJECT)

/* What is on its way has no business here any more. */
static void
hc_context_dispose (GObject *object)
{
  HcContext *self = HC_CONTEXT (object);

  hc_context_stop_network (self);
  g_clear_object (&self->recall_watch);
  g_clear_object (&self->news_updater);
  g_clear_object (&self->news);
  g_clear_object (&self->feed_fetcher);
  g_clear_object (&self->http);

  G_OBJECT_CLASS (hc_context_parent_class)->dispose (object);
}

static void
hc_context_finalize (GObject *object)
{
  HcContext *self = HC_CONTEXT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->profile);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->due);
  g_clear_object (&self->person);
  g_clear_object (&self->labels);
  g_clear_object (&self->medicine_check);
  g_clear_object (&self->day_plan);
  g_clear_object (&self->recalls);
  g_clear_object (&self->trials);
  g_clear_object (&self->consent);
  g_clear_object (&self->network_log);

  G_OBJECT_CLASS (hc_context_parent_class)->finalize (object);
}

static void
hc_context_class_init (HcContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_context_finalize;
}

static void
hc_context_init (HcContext *self)
{
  self->due = hc_due_list_new ();
}

/**
 * hc_context_new:
 * @library: the reference
 * @profile: the person's own data
 * @clock: tells the time
 * @settings: the preferences
 *
 * Returns: (transfer full): a context that holds on to all of them
 */
HcContext *
hc_context_new (HcLibrary *library,
                HcProfile *profile,
                HcClock   *clock,
                GSettings *settings)
{
  HcContext *self = g_object_new (HC_TYPE_CONTEXT, NULL);
  g_autoptr (HcDueDoses) doses = NULL;
  g_autoptr (HcDueRefills) refills = NULL;
  g_autoptr (HcDueAlerts) alerts = NULL;
  g_autoptr (HcDueAppointments) appointments = NULL;
  g_autofree char *sources = g_build_filename (hc_profile_get_folder (profile), "sources.db", NULL);

  self->library = g_object_ref (library);
  self->profile = g_object_ref (profile);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->labels = hc_label_catalog_new (sources);
  self->recalls = hc_recall_catalog_new (sources);
  self->trials = hc_trial_catalog_new (sources);
  self->person = hc_current_person_new (profile, settings);
  self->medicine_check = hc_medicine_check_new (library, profile, self->person, clock);
  self->day_plan = hc_day_plan_new (profile, self->person, clock);
  doses = hc_due_doses_new (self->day_plan, hc_profile_get_medicines (profile), clock);
  refills = hc_due_refills_new (profile, self->person, clock);
  alerts = hc_due_alerts_new (profile, self->person);
  appointments = hc_due_appointments_new (profile, self->person, clock);
  hc_due_list_add (self->due, G_LIST_MODEL (doses));
  hc_due_list_add (self->due, G_LIST_MODEL (appointments));
  hc_due_list_add (self->due, G_LIST_MODEL (alerts));
  hc_due_list_add (self->due, G_LIST_MODEL (refills));

  return self;
}

/**
 * hc_context_get_library:
 * @self: a context
 *
 * Returns: (transfer none): the reference
 */
HcLibrary *
hc_context_get_library (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->library;
}

/**
 * hc_context_get_profile:
 * @self: a context
 *
 * Returns: (transfer none): the person's own data
 */
HcProfile *
hc_context_get_profile (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->profile;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* Whoever waits for it sees its state. */
  if (!hc_profile_open_finish (HC_PROFILE (source), result, &error))
    g_message ("The profile was not opened: %s", error->message);
}

/**
 * hc_context_open_profile:
 * @self: a context
 *
 * Opens the profile, if nobody has. Its state says when it is there.
 */
void
hc_context_open_profile (HcContext *self)
{
  g_return_if_fail (HC_IS_CONTEXT (self));

  if (hc_profile_get_state (self->profile) == HC_PROFILE_CLOSED)
    hc_profile_open_async (self->profile, opened_cb, NULL);
}

/**
 * hc_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): tells the time
 */
HcClock *
hc_context_get_clock (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * hc_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the preferences
 */
GSettings *
hc_context_get_settings (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * hc_context_get_person:
 * @self: a context
 *
 * Returns: (transfer none): the person whose data is shown
 */
HcCurrentPerson *
hc_context_get_person (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->person;
}

/**
 * hc_context_get_day_plan:
 * @self: a context
 *
 * Returns: (transfer none): what the person whose data is shown is to take today
 */
HcDayPlan *
hc_context_get_day_plan (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->day_plan;
}

/**
 * hc_context_get_due:
 * @self: a context
 *
 * Returns: (transfer none): what waits for the person; whoever knows of such things adds to it
 */
HcDueList *
hc_context_get_due (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->due;
}

/**
 * hc_context_get_labels:
 * @self: a context
 *
 * Returns: (transfer none): the labels that were imported, in sources.db beside the profile
 */
HcLabelCatalog *
hc_context_get_labels (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->labels;
}

/**
 * hc_context_get_medicine_check:
 * @self: a context
 *
 * Returns: (transfer none): what is known of interactions, and of those of the person's own medicines
 */
HcMedicineCheck *
hc_context_get_medicine_check (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->medicine_check;
}

/**
 * hc_context_get_consent:
 * @self: a context
 *
 * Returns: (transfer none): what of the network the person allows
 */
HcNetworkConsent *
hc_context_get_consent (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->consent == NULL)
    self->consent = hc_network_consent_new (self->settings);

  return self->consent;
}

/**
 * hc_context_get_network_log:
 * @self: a context
 *
 * Returns: (transfer none): the requests that were sent, in network.db beside the profile; see
 *   hc_network_log_load()
 */
HcNetworkLog *
hc_context_get_network_log (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->network_log == NULL)
    {
      g_autofree char *path = g_build_filename (hc_profile_get_folder (self->profile), "network.db", NULL);

      self->network_log = hc_network_log_new (path);
    }

  return self->network_log;
}

/**
 * hc_context_get_http:
 * @self: a context
 *
 * Returns: (transfer none): what asks other computers
 */
HcHttpClient *
hc_context_get_http (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->http == NULL)
    self->http = hc_http_client_new (hc_context_get_consent (self), hc_context_get_network_log (self), self->clock);

  return self->http;
}

/**
 * hc_context_get_recalls:
 * @self: a context
 *
 * Returns: (transfer none): the recalls that were fetched or imported, in sources.db beside the profile
 */
HcRecallCatalog *
hc_context_get_recalls (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->recalls;
}

/**
 * hc_context_get_recall_watch:
 * @self: a context
 *
 * Returns: (transfer none): what keeps the recalls new and compares them with the medicines, see
 *   hc_recall_watch_start()
 */
HcRecallWatch *
hc_context_get_recall_watch (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->recall_watch == NULL)
    {
      g_autoptr (HcAlertMatcher) matcher = hc_alert_matcher_new (self->profile, self->medicine_check, self->labels,
                                                                 self->clock);

      self->recall_watch = hc_recall_watch_new (hc_context_get_http (self), self->recalls, matcher, self->profile,
                                                self->settings);
    }

  return self->recall_watch;
}

/**
 * hc_context_stop_network:
 * @self: a context
 *
 * Ends all requests, and takes no more: the program is about to end.
 */
void
hc_context_stop_network (HcContext *self)
{
  g_return_if_fail (HC_IS_CONTEXT (self));

  if (self->recall_watch != NULL)
    hc_recall_watch_cancel (self->recall_watch);
  if (self->news_updater != NULL)
    hc_news_updater_cancel (self->news_updater);
  if (self->http != NULL)
    hc_http_client_stop (self->http);
}

/**
 * hc_context_get_trials:
 * @self: a context
 *
 * Returns: (transfer none): the clinical trials that were fetched or imported, in sources.db beside the profile
 */
HcTrialCatalog *
hc_context_get_trials (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->trials;
}

/**
 * hc_context_get_feed_fetcher:
 * @self: a context
 *
 * Returns: (transfer none): what fetches feeds and looks for them, as far as the person allows it
 */
HcFeedFetcher *
hc_context_get_feed_fetcher (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->feed_fetcher == NULL)
    self->feed_fetcher = hc_http_feed_fetcher_new (hc_context_get_http (self));

  return self->feed_fetcher;
}

/**
 * hc_context_set_feed_fetcher:
 * @self: a context that was not asked for its fetcher or its news yet
 * @fetcher: what fetches feeds in place of the network
 */
void
hc_context_set_feed_fetcher (HcContext     *self,
                             HcFeedFetcher *fetcher)
{
  g_return_if_fail (HC_IS_CONTEXT (self));
  g_return_if_fail (HC_IS_FEED_FETCHER (fetcher));
  g_return_if_fail (self->feed_fetcher == NULL && self->news == NULL);

  self->feed_fetcher = g_object_ref (fetcher);
}

/**
 * hc_context_get_news:
 * @self: a context
 *
 * Returns: (transfer none): the feeds that the person reads, with what was fetched of them in sources.db beside the
 *   profile
 */
HcNews *
hc_context_get_news (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->news == NULL)
    {
      const char *path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (self->labels));
      g_autoptr (HcFeedCatalog) catalog = hc_feed_catalog_new (path);
      g_autoptr (HcFeedRefresh) refresh = hc_feed_refresh_new (path, hc_context_get_feed_fetcher (self), self->clock);

      self->news = hc_news_new (self->profile, catalog, refresh);
    }

  return self->news;
}

/**
 * hc_context_get_news_updater:
 * @self: a context
 *
 * Returns: (transfer none): what fetches the feeds that the person reads, for all who want that
 */
HcNewsUpdater *
hc_context_get_news_updater (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  if (self->news_updater == NULL)
    self->news_updater = hc_news_updater_new (hc_context_get_news (self), hc_context_get_consent (self), self->clock,
                                              self->settings);

  return self->news_updater;
}
