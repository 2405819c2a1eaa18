/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clock.h"

/**
 * HcClock:
 *
 * Tells the time. Everything that asks for the time asks a clock, so that a test can hand in one
 * that stands still. May be read from any thread as long as nobody sets it.
 */
struct _HcClock
{
  GObject    parent_instance;

  GDateTime *fixed; /* NULL: the clock of the system */
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
   * hc_clock_set_time() was called.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_clock_init (HcClock *self)
{
}

/**
 * hc_clock_new:
 *
 * Returns: (transfer full): a clock that follows the system
 */
HcClock *
hc_clock_new (void)
{
  return g_object_new (HC_TYPE_CLOCK, NULL);
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
  HcClock *self = hc_clock_new ();

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
