/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alarm.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/**
 * HcAlarm:
 *
 * Emits `rings` in the main context when a time of the calendar has come, and when the clock was set or goes in
 * another time zone: whoever waits looks again what is due then. The timeouts of GLib count seconds, and none while
 * the computer sleeps; a dose of eight in the morning is due at eight. It wakes nobody up but for that.
 */
struct _HcAlarm
{
  GObject    parent_instance;

  HcClock   *clock;
  GDateTime *time;    /* NULL: it waits for nothing */
  int        timer;   /* -1: the system has none */
  guint      source;  /* of the timer */
  guint      idle;    /* for a time that has come already */
};

enum {
  RINGS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAlarm, hc_alarm, G_TYPE_OBJECT)

static void
hc_alarm_finalize (GObject *object)
{
  HcAlarm *self = HC_ALARM (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (hc_alarm_parent_class)->finalize (object);
}

static void
hc_alarm_class_init (HcAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_alarm_finalize;

  /**
   * HcAlarm::rings:
   *
   * The time has come, the clock was set, or the time zone is another one.
   */
  signals[RINGS] = g_signal_new ("rings", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
hc_alarm_init (HcAlarm *self)
{
  self->timer = -1;
}

static gboolean
idle_cb (gpointer data)
{
  HcAlarm *self = data;

  self->idle = 0;
  g_signal_emit (self, signals[RINGS], 0);

  return G_SOURCE_REMOVE;
}

static void
ring_soon (HcAlarm *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
arm (HcAlarm *self)
{
  struct itimerspec when = { 0 };
  int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;

  if (self->timer < 0)
    return;

  /* A clock that stands still is told when to go on. */
  if (self->time != NULL && !hc_clock_is_fixed (self->clock))
    {
      when.it_value.tv_sec = g_date_time_to_unix (self->time);
      when.it_value.tv_nsec = g_date_time_get_microsecond (self->time) * 1000L;
    }

  if (timerfd_settime (self->timer, flags, &when, NULL) != 0)
    g_warning ("No alarm: %s", g_strerror (errno));
}

static gboolean
timer_cb (int           fd,
          GIOCondition  condition,
          gpointer      data)
{
  HcAlarm *self = data;
  guint64 n_expired;

  if (read (fd, &n_expired, sizeof n_expired) < 0)
    {
      if (errno == EAGAIN)
        return G_SOURCE_CONTINUE;

      /* The clock was set. The time may still be to come. */
      arm (self);
    }

  g_signal_emit (self, signals[RINGS], 0);

  return G_SOURCE_CONTINUE;
}

static void
clock_changed_cb (HcAlarm *self)
{
  /* The clock may be one that stands still now. */
  arm (self);
  ring_soon (self);
}

/**
 * hc_alarm_new:
 * @clock: the clock; one that stands still rings only when it is set
 *
 * Returns: (transfer full): an alarm that waits for nothing
 */
HcAlarm *
hc_alarm_new (HcClock *clock)
{
  HcAlarm *self;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_ALARM, NULL);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "changed", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);

  if (hc_clock_is_fixed (clock))
    return self;

  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->source = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  else
    g_warning ("No alarms: %s", g_strerror (errno));

  return self;
}

/**
 * hc_alarm_set:
 * @self: an alarm
 * @time: (nullable): when to ring, %NULL: not at all
 *
 * Waits for this time in place of the one before. When it has come already it rings as soon as the main loop
 * is idle.
 */
void
hc_alarm_set (HcAlarm   *self,
              GDateTime *time)
{
  g_return_if_fail (HC_IS_ALARM (self));

  if (time != NULL)
    g_date_time_ref (time);
  g_clear_pointer (&self->time, g_date_time_unref);
  self->time = time;
  arm (self);

  if (time != NULL && hc_clock_is_fixed (self->clock))
    {
      g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);

      if (g_date_time_compare (time, now) <= 0)
        ring_soon (self);
    }
}
