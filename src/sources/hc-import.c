/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import.h"

/* Progress is told so often, in microseconds. */
#define PROGRESS_INTERVAL (100 * 1000)

/**
 * HcImport:
 *
 * How far an import is that runs in a thread of its own. It belongs to the thread that makes it, and says
 * ::progress there while the other one reads.
 */
typedef struct
{
  GMainContext *context;

  GMutex        mutex;    /* for what follows */
  double        fraction;
  guint         n_read;
  gint64        told_at;
  gboolean      is_told;  /* whether a tell is on its way */
} HcImportPrivate;

enum {
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcImport, hc_import, G_TYPE_OBJECT)

static HcImportPrivate *
get_private (HcImport *self)
{
  return hc_import_get_instance_private (self);
}

static void
hc_import_finalize (GObject *object)
{
  HcImportPrivate *priv = get_private (HC_IMPORT (object));

  g_main_context_unref (priv->context);
  g_mutex_clear (&priv->mutex);

  G_OBJECT_CLASS (hc_import_parent_class)->finalize (object);
}

static void
hc_import_class_init (HcImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_import_finalize;

  /**
   * HcImport::progress:
   *
   * More was read.
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
hc_import_init (HcImport *self)
{
  HcImportPrivate *priv = get_private (self);

  priv->context = g_main_context_ref_thread_default ();
  g_mutex_init (&priv->mutex);
}

/* Called in the thread that made the import. */
static gboolean
tell_cb (gpointer user_data)
{
  HcImport *self = user_data;
  HcImportPrivate *priv = get_private (self);

  g_mutex_lock (&priv->mutex);
  priv->is_told = FALSE;
  g_mutex_unlock (&priv->mutex);

  g_signal_emit (self, signals[PROGRESS], 0);

  return G_SOURCE_REMOVE;
}

/* g_main_context_invoke() would call it here when the main thread happens to be between two iterations. */
static void
tell_soon (HcImport *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, get_private (self)->context);
}

/**
 * hc_import_tell:
 * @self: an import
 * @fraction: how much of the files was read, 0 to 1
 *
 * Notes that, from any thread. It is told when the last time was long enough ago.
 */
void
hc_import_tell (HcImport *self,
                double    fraction)
{
  HcImportPrivate *priv;
  gint64 now = g_get_monotonic_time ();
  gboolean tell;

  g_return_if_fail (HC_IS_IMPORT (self));

  priv = get_private (self);
  g_mutex_lock (&priv->mutex);
  priv->fraction = fraction;
  tell = now - priv->told_at >= PROGRESS_INTERVAL && !priv->is_told;
  if (tell)
    {
      priv->is_told = TRUE;
      priv->told_at = now;
    }
  g_mutex_unlock (&priv->mutex);

  if (tell)
    tell_soon (self);
}

/**
 * hc_import_count:
 * @self: an import
 *
 * Notes that one more was read of what is imported, from any thread.
 */
void
hc_import_count (HcImport *self)
{
  HcImportPrivate *priv;

  g_return_if_fail (HC_IS_IMPORT (self));

  priv = get_private (self);
  g_mutex_lock (&priv->mutex);
  priv->n_read++;
  g_mutex_unlock (&priv->mutex);
}

/**
 * hc_import_get_progress:
 * @self: an import
 * @n_read: (out): how many labels or trials were read
 *
 * Returns: how much of the files was read, 0 to 1
 */
double
hc_import_get_progress (HcImport *self,
                        guint    *n_read)
{
  HcImportPrivate *priv;
  double fraction;

  g_return_val_if_fail (HC_IS_IMPORT (self), 0);
  g_return_val_if_fail (n_read != NULL, 0);

  priv = get_private (self);
  g_mutex_lock (&priv->mutex);
  fraction = priv->fraction;
  *n_read = priv->n_read;
  g_mutex_unlock (&priv->mutex);

  return fraction;
}
