/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-update.h"

#include "hc-trial-http.h"
#include "hc-trial-import.h"

/**
 * HcTrialUpdate:
 *
 * Gets trials into this computer, from the registry or from files, one thing at a time. It goes on while other pages
 * are shown, and ends when it goes; what came until then stays. It emits `changed`.
 */
struct _HcTrialUpdate
{
  GObject             parent_instance;

  HcContext          *context;

  HcTrialUpdateState  state;
  gboolean            is_import;   /* of the last one */
  char              **paths;       /* of the last import, for another try */
  GObject            *work;        /* HcTrialFetch or HcTrialImport; NULL when none runs */
  GCancellable       *cancellable;
  GError             *error;
  HcTrialReport      *report;
};

/* What is left when the object is gone: it must not keep it, which ends the work by going. */
typedef struct
{
  GWeakRef        update;
  HcTrialCatalog *catalog;
  GApplication   *application; /* NULL for none */
} Run;

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcTrialUpdate, hc_trial_update, G_TYPE_OBJECT)

static void
changed (HcTrialUpdate *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* While it runs the program stays, even without a window: a page is saved whole. */
static Run *
run_new (HcTrialUpdate *self,
         GApplication  *application)
{
  Run *run = g_new0 (Run, 1);

  g_weak_ref_init (&run->update, self);
  run->catalog = g_object_ref (hc_context_get_trials (self->context));
  if (application != NULL)
    {
      run->application = g_object_ref (application);
      g_application_hold (application);
    }

  return run;
}

static void
run_free (Run *run)
{
  if (run->application != NULL)
    g_application_release (run->application);

  g_clear_object (&run->application);
  g_clear_object (&run->catalog);
  g_weak_ref_clear (&run->update);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
end (Run           *run,
     HcTrialReport *report,
     GError        *error)
{
  g_autoptr (HcTrialUpdate) self = g_weak_ref_get (&run->update);

  if (self != NULL)
    {
      g_clear_object (&self->work);
      self->report = report;
      self->error = error;
      self->state = report != NULL ? HC_TRIAL_UPDATE_DONE : HC_TRIAL_UPDATE_FAILED;
      g_clear_object (&self->cancellable);
    }
  else
    {
      hc_trial_report_free (report);
      g_clear_error (&error);
    }

  /* What came before something went wrong is there, too. */
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (run->catalog));

  if (self != NULL)
    changed (self);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  HcTrialReport *report = hc_trial_fetch_run_finish (HC_TRIAL_FETCH (source), result, &error);

  end (run, report, g_steal_pointer (&error));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  HcTrialReport *report = hc_trial_import_run_finish (HC_TRIAL_IMPORT (source), result, &error);

  end (run, report, g_steal_pointer (&error));
}

static void
forget (HcTrialUpdate *self)
{
  g_clear_pointer (&self->report, hc_trial_report_free);
  g_clear_error (&self->error);
}

/* Takes the work over. */
static void
begin (HcTrialUpdate      *self,
       GObject            *work,
       HcTrialUpdateState  state)
{
  forget (self);
  self->work = work;
  self->state = state;
  self->is_import = state == HC_TRIAL_UPDATE_IMPORTING;
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (work, "progress", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

static void
hc_trial_update_dispose (GObject *object)
{
  HcTrialUpdate *self = HC_TRIAL_UPDATE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->work);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_trial_update_parent_class)->dispose (object);
}

static void
hc_trial_update_finalize (GObject *object)
{
  HcTrialUpdate *self = HC_TRIAL_UPDATE (object);

  forget (self);
  g_strfreev (self->paths);

  G_OBJECT_CLASS (hc_trial_update_parent_class)->finalize (object);
}

static void
hc_trial_update_class_init (HcTrialUpdateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hc_trial_update_dispose;
  object_class->finalize = hc_trial_update_finalize;

  /**
   * HcTrialUpdate::changed:
   *
   * It is somewhere else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_trial_update_init (HcTrialUpdate *self)
{
}

/**
 * hc_trial_update_new:
 * @context: the trials, and what asks the registry
 *
 * Returns: (transfer full): an update that does nothing yet
 */
HcTrialUpdate *
hc_trial_update_new (HcContext *context)
{
  HcTrialUpdate *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_TRIAL_UPDATE, NULL);
  self->context = g_object_ref (context);

  return self;
}

/**
 * hc_trial_update_fetch:
 * @self: an update that does not run
 * @application: (nullable): stays as long as it runs
 *
 * Fetches the list of the registry; without consent it fails.
 */
void
hc_trial_update_fetch (HcTrialUpdate *self,
                       GApplication  *application)
{
  const char *path;
  HcTrialFetch *fetch;

  g_return_if_fail (HC_IS_TRIAL_UPDATE (self));
  g_return_if_fail (!hc_trial_update_is_running (self));

  path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (hc_context_get_trials (self->context)));
  fetch = hc_trial_http_new_fetch (path, hc_context_get_http (self->context));
  begin (self, G_OBJECT (fetch), HC_TRIAL_UPDATE_FETCHING);
  hc_trial_fetch_run_async (fetch, self->cancellable, fetched_cb, run_new (self, application));
  changed (self);
}

/**
 * hc_trial_update_import:
 * @self: an update that does not run
 * @paths: (type filename): files of the registry, copied
 * @application: (nullable): stays as long as it runs
 *
 * Imports files.
 */
void
hc_trial_update_import (HcTrialUpdate     *self,
                        const char *const *paths,
                        GApplication      *application)
{
  const char *path;
  HcTrialImport *import;
  char **copy;

  g_return_if_fail (HC_IS_TRIAL_UPDATE (self));
  g_return_if_fail (!hc_trial_update_is_running (self));
  g_return_if_fail (paths != NULL && paths[0] != NULL);

  /* Another try gives the paths of the last one. */
  copy = g_strdupv ((char **) paths);
  g_strfreev (self->paths);
  self->paths = copy;

  path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (hc_context_get_trials (self->context)));
  import = hc_trial_import_new (path, hc_context_get_clock (self->context));
  begin (self, G_OBJECT (import), HC_TRIAL_UPDATE_IMPORTING);
  hc_trial_import_run_async (import, (const char *const *) self->paths, self->cancellable, imported_cb,
                             run_new (self, application));
  changed (self);
}

/**
 * hc_trial_update_cancel:
 * @self: an update
 *
 * Ends what runs; what came until then stays.
 */
void
hc_trial_update_cancel (HcTrialUpdate *self)
{
  g_return_if_fail (HC_IS_TRIAL_UPDATE (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  changed (self);
}

/**
 * hc_trial_update_retry:
 * @self: an update that does not run, and has run before
 * @application: (nullable): stays as long as it runs
 *
 * Does again what was done last.
 */
void
hc_trial_update_retry (HcTrialUpdate *self,
                       GApplication  *application)
{
  g_return_if_fail (HC_IS_TRIAL_UPDATE (self));

  if (self->is_import)
    hc_trial_update_import (self, (const char *const *) self->paths, application);
  else
    hc_trial_update_fetch (self, application);
}

/**
 * hc_trial_update_dismiss:
 * @self: an update
 *
 * Forgets what became of the last one.
 */
void
hc_trial_update_dismiss (HcTrialUpdate *self)
{
  g_return_if_fail (HC_IS_TRIAL_UPDATE (self));

  if (hc_trial_update_is_running (self))
    return;

  forget (self);
  self->state = HC_TRIAL_UPDATE_IDLE;
  changed (self);
}

/**
 * hc_trial_update_get_state:
 * @self: an update
 *
 * Returns: where it is
 */
HcTrialUpdateState
hc_trial_update_get_state (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), HC_TRIAL_UPDATE_IDLE);

  return self->state;
}

/**
 * hc_trial_update_is_running:
 * @self: an update
 *
 * Returns: whether something is under way
 */
gboolean
hc_trial_update_is_running (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), FALSE);

  return self->work != NULL;
}

/**
 * hc_trial_update_is_canceled:
 * @self: an update
 *
 * Returns: whether what runs is about to end because the person wants it
 */
gboolean
hc_trial_update_is_canceled (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), FALSE);

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * hc_trial_update_is_import:
 * @self: an update
 *
 * Returns: whether what runs, or ran last, is an import of files
 */
gboolean
hc_trial_update_is_import (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), FALSE);

  return self->is_import;
}

/**
 * hc_trial_update_get_progress:
 * @self: an update
 * @n_trials: (out): how many trials came
 *
 * Returns: how much of all came, 0 to 1; -1 when that is not known
 */
double
hc_trial_update_get_progress (HcTrialUpdate *self,
                              guint         *n_trials)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), -1);
  g_return_val_if_fail (n_trials != NULL, -1);

  *n_trials = 0;
  if (self->work == NULL)
    return -1;

  return HC_IS_TRIAL_FETCH (self->work) ? hc_trial_fetch_get_progress (HC_TRIAL_FETCH (self->work), n_trials)
                                        : hc_trial_import_get_progress (HC_TRIAL_IMPORT (self->work), n_trials);
}

/**
 * hc_trial_update_get_error:
 * @self: an update
 *
 * Returns: (transfer none) (nullable): why the last one failed
 */
const GError *
hc_trial_update_get_error (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), NULL);

  return self->error;
}

/**
 * hc_trial_update_get_report:
 * @self: an update
 *
 * Returns: (transfer none) (nullable): what became of the last one
 */
const HcTrialReport *
hc_trial_update_get_report (HcTrialUpdate *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_UPDATE (self), NULL);

  return self->report;
}
