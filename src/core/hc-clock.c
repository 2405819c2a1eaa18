/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clock.h"

#include <gio/gio.h>

/* Where the system says in which zone it is; in a sandbox the first is a link to the second. */
static const char *const zone_files[] = { "/etc/localtime", "/run/host/monitor/localtime" };

/**
 * HcClock:
 *
 * Tells the time. Everything that asks for the time asks a clock, so that a test can hand in one
 * that stands still. May be read from any thread as long as nobody sets it.
 */
struct _HcClock
{
  GObject       parent_instance;

  GDateTime    *fixed; /* NULL: the clock of the system */
  GFileMonitor *monitors[G_N_ELEMENTS (zone_files)];
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcClock, hc_clock, G_TYPE_OBJECT)

static void
hc_clock_finalize (GObject *object)
{
  HcClock *self = HC_CLOCK (object);

  for (guint i = 0; i < G_N_ELEMENTS (zone_files); i++)
    g_clear_object (&self->monitors[i]);
  g_clear_pointer (&self->fixed, g_date_time_unref);

  G_OBJECT_CLASS (hc_clock_parent_class)->finalize (object);
}

static void
hc_clock_class_init (HcClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_clock_finalize;

  /**
   * HcClock::changed:
   *
   * hc_clock_set_time() was called, or the system is in another time zone. That the clock of the system was
   * set is told by #HcAlarm.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_clock_init (HcClock *self)
{
}

static void
zone_changed_cb (HcClock *self,
                 GFile   *file)
{
  /* It is about to come back, and until then everything would seem to be in UTC. */
  if (g_file_query_exists (file, NULL))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
watch_zone (HcClock *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (zone_files); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (zone_files[i]);

      /* GLib would look again and again whether a file has come. */
      if (!g_file_query_exists (file, NULL))
        continue;

      self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (zone_changed_cb), self,
                                 G_CONNECT_SWAPPED);
    }
}

/**
 * hc_clock_new:
 *
 * Returns: (transfer full): a clock that follows the system
 */
HcClock *
hc_clock_new (void)
{
  HcClock *self = g_object_new (HC_TYPE_CLOCK, NULL);

  watch_zone (self);

  return self;
}

/**
 * hc_clock_new_fixed:
 * @time: the time that it shows
 *
 * Returns: (transfer full): a clock that stands still
 */
HcClock *
hc_clock_new_fixed (GDateTime *time)
{
  HcClock *self = g_object_new (HC_TYPE_CLOCK, NULL);

  hc_clock_set_time (self, time);

  return self;
}

/**
 * hc_clock_set_time:
 * @self: a clock
 * @time: the time that it shows from now on, standing still
 */
void
hc_clock_set_time (HcClock   *self,
                   GDateTime *time)
{
  g_return_if_fail (HC_IS_CLOCK (self));
  g_return_if_fail (time != NULL);

  g_date_time_ref (time);
  g_clear_pointer (&self->fixed, g_date_time_unref);
  self->fixed = time;

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_clock_is_fixed:
 * @self: a clock
 *
 * Returns: whether it stands still
 */
gboolean
hc_clock_is_fixed (HcClock *self)
{
  g_return_val_if_fail (HC_IS_CLOCK (self), FALSE);

  return self->fixed != NULL;
}

/**
 * hc_clock_dup_time:
 * @self: a clock
 *
 * Returns: (transfer full): the time, in the zone of the person
 */
GDateTime *
hc_clock_dup_time (HcClock *self)
{
  g_return_val_if_fail (HC_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}
