/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-watch.h"

#include "hc-recall-fetch.h"
#include "hc-recall-import.h"
#include "hc-recall-notices.h"

/* The day on which the FDA was last asked without anybody having wanted it just then. */
#define DAY_KEY "recalls-asked-day"

/**
 * HcRecallWatch:
 *
 * Keeps the recalls new and compares them with the medicines: once a day when the program starts and the person has
 * turned that on, when they want it, with a file that they have, and when a medicine is added or changed. It says
 * ::changed when it does something else, and when it is farther.
 */
struct _HcRecallWatch
{
  GObject          parent_instance;

  HcHttpClient    *client;
  HcRecallCatalog *catalog;
  HcAlertMatcher  *matcher;
  HcProfile       *profile;
  GSettings       *settings;

  gboolean         is_started;
  gboolean         is_listening;   /* to the medicines, which come with the profile */
  HcRecallPhase    phase;
  HcRecallEnd      end;
  HcRecallFetch   *fetch;          /* while it asks */
  GCancellable    *cancellable;    /* while it does something */
  char            *path;           /* of the last file; NULL when the FDA was asked last */
  HcRecallReport  *report;
  GError          *error;
  gboolean         is_quiet;       /* what is matched was not fetched just now */
  gboolean         matches_again;  /* something came while it was doing something else */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcRecallWatch, hc_recall_watch, G_TYPE_OBJECT)

static void match (HcRecallWatch *self);

static void
hc_recall_watch_finalize (GObject *object)
{
  HcRecallWatch *self = HC_RECALL_WATCH (object);

  g_clear_object (&self->client);
  g_clear_object (&self->catalog);
  g_clear_object (&self->matcher);
  g_clear_object (&self->profile);
  g_clear_object (&self->settings);
  g_clear_object (&self->fetch);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, hc_recall_report_free);
  g_clear_error (&self->error);
  g_free (self->path);

  G_OBJECT_CLASS (hc_recall_watch_parent_class)->finalize (object);
}

static void
hc_recall_watch_class_init (HcRecallWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_recall_watch_finalize;

  /**
   * HcRecallWatch::changed:
   *
   * It does something else than before, or is farther.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_recall_watch_init (HcRecallWatch *self)
{
}

/**
 * hc_recall_watch_new:
 * @client: what asks other computers
 * @catalog: the recalls that are here
 * @matcher: what finds the medicines that they concern
 * @profile: the medicines
 * @settings: the preferences
 *
 * Returns: (transfer full): a watch that does nothing before hc_recall_watch_start()
 */
HcRecallWatch *
hc_recall_watch_new (HcHttpClient    *client,
                     HcRecallCatalog *catalog,
                     HcAlertMatcher  *matcher,
                     HcProfile       *profile,
                     GSettings       *settings)
{
  HcRecallWatch *self;

  g_return_val_if_fail (HC_IS_HTTP_CLIENT (client), NULL);
  g_return_val_if_fail (HC_IS_RECALL_CATALOG (catalog), NULL);
  g_return_val_if_fail (HC_IS_ALERT_MATCHER (matcher), NULL);
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_RECALL_WATCH, NULL);
  self->client = g_object_ref (client);
  self->catalog = g_object_ref (catalog);
  self->matcher = g_object_ref (matcher);
  self->profile = g_object_ref (profile);
  self->settings = g_object_ref (settings);

  return self;
}

static void
set_phase (HcRecallWatch *self,
           HcRecallPhase  phase)
{
  self->phase = phase;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_ready (HcRecallWatch *self)
{
  return hc_profile_get_state (self->profile) == HC_PROFILE_READY;
}

/* Medicines may have come, or the profile may have opened, in the meantime. */
static void
rest (HcRecallWatch *self)
{
  g_clear_object (&self->cancellable);
  set_phase (self, HC_RECALL_IDLE);

  if (self->matches_again && self->phase == HC_RECALL_IDLE && is_ready (self))
    {
      self->is_quiet = TRUE;
      match (self);
    }
}

/* What was canceled says so, whatever else went wrong at that moment. */
static void
set_failed (HcRecallWatch *self,
            HcRecallEnd    end,
            GError        *error)
{
  g_clear_error (&self->error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->end = HC_RECALL_CANCELED;
      g_error_free (error);
    }
  else
    {
      self->end = end;
      self->error = error;
    }
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcRecallWatch) self = user_data;
  GError *error = NULL;
  guint n_new;

  /* That the profile was closed meanwhile is no fault of anybody's; the next start looks again. */
  if (!hc_recall_notices_feed_finish (result, &n_new, &error))
    {
      if (self->is_quiet || self->end == HC_RECALL_CANCELED)
        {
          g_message ("The recalls were not compared with the medicines: %s", error->message);
          g_error_free (error);
        }
      else
        {
          set_failed (self, HC_RECALL_MATCH_FAILED, error);
        }
    }

  rest (self);
}

static char *
dup_first_day (HcRecallWatch *self)
{
  g_autoptr (GDateTime) time = hc_clock_dup_time (hc_http_client_get_clock (self->client));
  g_autoptr (GDateTime) first = g_date_time_add_months (time, -HC_RECALL_MONTHS);

  return g_date_time_format (first, "%F");
}

static void
match (HcRecallWatch *self)
{
  g_autofree char *since = dup_first_day (self);

  self->matches_again = FALSE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hc_recall_notices_feed_async (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (self->catalog)), since,
                                self->matcher, self->cancellable, matched_cb, g_object_ref (self));
  set_phase (self, HC_RECALL_MATCHING);
}

/* Whatever came is compared, also when not all has come. */
static void
end_getting (HcRecallWatch  *self,
             HcRecallReport *report)
{
  g_clear_pointer (&self->report, hc_recall_report_free);
  self->report = report;
  g_clear_object (&self->fetch);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (self->catalog));

  self->is_quiet = FALSE;
  if (is_ready (self))
    {
      match (self);
    }
  else
    {
      self->matches_again = TRUE;
      rest (self);
    }
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HcRecallWatch) self = user_data;
  GError *error = NULL;
  HcRecallReport *report = hc_recall_fetch_run_finish (HC_RECALL_FETCH (source), result, &error);

  if (report != NULL)
    self->end = HC_RECALL_FETCHED;
  else
    set_failed (self, HC_RECALL_FETCH_FAILED, error);

  end_getting (self, report);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HcRecallWatch) self = user_data;
  GError *error = NULL;
  HcRecallReport *report = hc_recall_import_run_finish (result, &error);

  if (report != NULL)
    self->end = HC_RECALL_IMPORTED;
  else
    set_failed (self, HC_RECALL_IMPORT_FAILED, error);

  end_getting (self, report);
}

static void
progress_cb (HcRecallWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Returns: whether something new may begin */
static gboolean
begin (HcRecallWatch *self)
{
  if (self->phase != HC_RECALL_IDLE)
    return FALSE;

  self->end = HC_RECALL_NOT_RUN;
  g_clear_error (&self->error);
  g_clear_pointer (&self->report, hc_recall_report_free);
  self->cancellable = g_cancellable_new ();

  return TRUE;
}

/**
 * hc_recall_watch_check:
 * @self: a watch
 *
 * Asks the FDA for all recalls of the last two years, and looks which of them concern a medicine. Without consent
 * nothing is asked, and the error says so. Nothing happens while it does something.
 */
void
hc_recall_watch_check (HcRecallWatch *self)
{
  g_return_if_fail (HC_IS_RECALL_WATCH (self));

  if (!begin (self))
    return;

  g_clear_pointer (&self->path, g_free);
  self->fetch = hc_recall_fetch_new (self->client, hc_sources_catalog_get_path (HC_SOURCES_CATALOG (self->catalog)));
  g_signal_connect_object (self->fetch, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  set_phase (self, HC_RECALL_FETCHING);
  hc_recall_fetch_run_async (self->fetch, HC_RECALL_MONTHS, self->cancellable, fetched_cb, g_object_ref (self));
}

/**
 * hc_recall_watch_import:
 * @self: a watch
 * @path: (type filename): a file with recalls as the FDA gives it, JSON or an archive with it
 *
 * Reads the recalls of a file, and looks which of them concern a medicine. Nothing happens while it does something.
 */
void
hc_recall_watch_import (HcRecallWatch *self,
                        const char    *path)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *copy = NULL;

  g_return_if_fail (HC_IS_RECALL_WATCH (self));
  g_return_if_fail (path != NULL);

  /* It may be the one of the last time. */
  copy = g_strdup (path);
  if (!begin (self))
    return;

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  now = hc_clock_dup_time (hc_http_client_get_clock (self->client));
  set_phase (self, HC_RECALL_IMPORTING);
  hc_recall_import_run_async (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (self->catalog)), self->path, now,
                              self->cancellable, imported_cb, g_object_ref (self));
}

/**
 * hc_recall_watch_can_retry:
 * @self: a watch
 *
 * Returns: whether what was done last may be done once more: a file needs nobody's consent, the FDA is asked with it
 */
gboolean
hc_recall_watch_can_retry (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), FALSE);

  return self->phase == HC_RECALL_IDLE &&
         (self->path != NULL ||
          hc_network_consent_check (hc_http_client_get_consent (self->client), HC_SERVICE_RECALLS, NULL));
}

/**
 * hc_recall_watch_retry:
 * @self: a watch
 *
 * Does once more what was done last: asks the FDA, or reads the file.
 */
void
hc_recall_watch_retry (HcRecallWatch *self)
{
  g_return_if_fail (HC_IS_RECALL_WATCH (self));

  if (self->path != NULL)
    hc_recall_watch_import (self, self->path);
  else
    hc_recall_watch_check (self);
}

/**
 * hc_recall_watch_cancel:
 * @self: a watch
 *
 * Ends what it does. What has come stays.
 */
void
hc_recall_watch_cancel (HcRecallWatch *self)
{
  g_return_if_fail (HC_IS_RECALL_WATCH (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Once a day at most, whatever becomes of it: a site that does not answer is not asked at each start. */
static void
check_of_the_day (HcRecallWatch *self)
{
  g_autoptr (GDateTime) time = hc_clock_dup_time (hc_http_client_get_clock (self->client));
  g_autoptr (GDateTime) now = g_date_time_to_local (time);
  g_autofree char *day = g_date_time_format (now, "%F");
  g_autofree char *last = g_settings_get_string (self->settings, DAY_KEY);

  if (!hc_network_consent_check (hc_http_client_get_consent (self->client), HC_SERVICE_RECALLS, NULL) ||
      g_str_equal (day, last))
    return;

  g_settings_set_string (self->settings, DAY_KEY, day);
  hc_recall_watch_check (self);
}

static void
medicines_changed_cb (HcRecallWatch *self,
                      guint          position,
                      guint          n_removed,
                      guint          n_added,
                      GListModel    *medicines)
{
  if (n_added == 0 || !is_ready (self))
    return;

  if (self->phase != HC_RECALL_IDLE)
    {
      self->matches_again = TRUE;
      return;
    }

  self->is_quiet = TRUE;
  match (self);
}

static void
profile_changed_cb (HcRecallWatch *self)
{
  if (!is_ready (self))
    return;

  /* All medicines were compared when they came; others may be here when a copy was restored. */
  self->matches_again = self->matches_again || self->is_listening;
  if (!self->is_listening)
    {
      self->is_listening = TRUE;
      g_signal_connect_object (hc_profile_get_medicines (self->profile), "items-changed",
                               G_CALLBACK (medicines_changed_cb), self, G_CONNECT_SWAPPED);
    }

  check_of_the_day (self);
  if (self->matches_again && self->phase == HC_RECALL_IDLE)
    rest (self);
}

/**
 * hc_recall_watch_start:
 * @self: a watch
 *
 * From now on it compares medicines that are added with the recalls that are here, and asks the FDA when it was not
 * asked today and the person has turned that on; as soon as the profile is open. Nothing happens the second time.
 */
void
hc_recall_watch_start (HcRecallWatch *self)
{
  g_return_if_fail (HC_IS_RECALL_WATCH (self));

  if (self->is_started)
    return;

  self->is_started = TRUE;
  g_signal_connect_object (self->profile, "notify::state", G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  profile_changed_cb (self);
}

/**
 * hc_recall_watch_get_phase:
 * @self: a watch
 *
 * Returns: what it does
 */
HcRecallPhase
hc_recall_watch_get_phase (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), HC_RECALL_IDLE);

  return self->phase;
}

/**
 * hc_recall_watch_get_progress:
 * @self: a watch
 * @n_received: (out): how many recalls have come
 *
 * Returns: how much of all has come, 0 to 1; -1 when it is not known
 */
double
hc_recall_watch_get_progress (HcRecallWatch *self,
                              guint         *n_received)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), -1);
  g_return_val_if_fail (n_received != NULL, -1);

  *n_received = 0;

  return self->fetch != NULL ? hc_recall_fetch_get_progress (self->fetch, n_received) : -1;
}

/**
 * hc_recall_watch_get_end:
 * @self: a watch
 *
 * Returns: how the last fetch or import ended
 */
HcRecallEnd
hc_recall_watch_get_end (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), HC_RECALL_NOT_RUN);

  return self->end;
}

/**
 * hc_recall_watch_get_error:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): a %HC_HTTP_ERROR, a %HC_JSON_ERROR or a %HC_DATABASE_ERROR, when the last
 *   fetch or import failed
 */
const GError *
hc_recall_watch_get_error (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), NULL);

  return self->error;
}

/**
 * hc_recall_watch_get_report:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): what became of the recalls of the last fetch or import, %NULL when it failed
 */
const HcRecallReport *
hc_recall_watch_get_report (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), NULL);

  return self->report;
}

/**
 * hc_recall_watch_dup_checked:
 * @self: a watch
 *
 * Returns: (transfer full) (nullable): when all recalls had come for the last time, in UTC; %NULL for never
 */
GDateTime *
hc_recall_watch_dup_checked (HcRecallWatch *self)
{
  g_return_val_if_fail (HC_IS_RECALL_WATCH (self), NULL);

  return hc_recall_catalog_dup_fetched (self->catalog);
}
