/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-badges.h"

#include <glib/gi18n.h>

#include "hc-alarm.h"
#include "hc-due-appointments.h"
#include "hc-timing-plan.h"

/* The places of the links that lead to the medicines and to the appointments. */
#define MEDICINES "medicines"
#define APPOINTMENTS "appointments"

/**
 * HcBadges:
 *
 * How much waits for the person whose data is shown, by the places of links: of the medicines the doses that are
 * due, and the recalls and warnings that were not read; of the appointments those of today. It emits `changed`.
 */
struct _HcBadges
{
  GObject    parent_instance;

  HcContext *context;
  guint      n_due;
  guint      n_alerts;
  guint      n_today;

  HcDueAppointments *appointments; /* those of the next days */
  HcAlarm           *alarm;        /* rings when another day begins */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcBadges, hc_badges, G_TYPE_OBJECT)

static void
hc_badges_finalize (GObject *object)
{
  HcBadges *self = HC_BADGES (object);

  g_clear_object (&self->appointments);
  g_clear_object (&self->alarm);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_badges_parent_class)->finalize (object);
}

static void
hc_badges_class_init (HcBadgesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_badges_finalize;

  /**
   * HcBadges::changed:
   *
   * Something else waits.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_badges_init (HcBadges *self)
{
}

static guint
count_alerts (HcBadges *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (profile));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (hc_current_person_owns (hc_context_get_person (self->context), hc_medicine_get_details (medicine)->person))
        g_strv_builder_add (builder, hc_medicine_get_id (medicine));
    }

  ids = g_strv_builder_end (builder);

  return hc_alert_store_count_unread (hc_profile_get_alerts (profile), (const char *const *) ids);
}

/* Of the appointments that Today tells of, those that are today by the clock of the person. */
static guint
count_today (HcBadges *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) tomorrow = hc_timing_plan_dup_begin (now);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->appointments)); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (G_LIST_MODEL (self->appointments), i);

      n += hc_due_item_is_today (item, now);
    }

  hc_alarm_set (self->alarm, tomorrow);

  return n;
}

static void
update (HcBadges *self)
{
  guint n_due = hc_day_plan_count_due (hc_context_get_day_plan (self->context));
  guint n_alerts = count_alerts (self);
  guint n_today = count_today (self);

  if (n_due == self->n_due && n_alerts == self->n_alerts && n_today == self->n_today)
    return;

  self->n_due = n_due;
  self->n_alerts = n_alerts;
  self->n_today = n_today;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_badges_new:
 * @context: the medicines and appointments, and whose are shown
 *
 * Returns: (transfer full): how much waits
 */
HcBadges *
hc_badges_new (HcContext *context)
{
  HcBadges *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_BADGES, NULL);
  self->context = g_object_ref (context);
  profile = hc_context_get_profile (context);
  self->appointments = hc_due_appointments_new (profile, hc_context_get_person (context),
                                                hc_context_get_clock (context));
  self->alarm = hc_alarm_new (hc_context_get_clock (context));

  g_signal_connect_object (hc_context_get_day_plan (context), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->appointments, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_alerts (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_badges_get_count:
 * @self: what waits
 * @place: the place of a link
 *
 * Returns: how much waits there
 */
guint
hc_badges_get_count (HcBadges   *self,
                     const char *place)
{
  g_return_val_if_fail (HC_IS_BADGES (self), 0);
  g_return_val_if_fail (place != NULL, 0);

  if (g_str_equal (place, APPOINTMENTS))
    return self->n_today;

  return g_str_equal (place, MEDICINES) ? self->n_due + self->n_alerts : 0;
}

/**
 * hc_badges_dup_words:
 * @self: what waits
 * @place: the place of a link
 *
 * Returns: (transfer full) (nullable): what waits there, as in "2 doses due, 1 new alert"; %NULL for nothing
 */
char *
hc_badges_dup_words (HcBadges   *self,
                     const char *place)
{
  g_autofree char *due = NULL;
  g_autofree char *alerts = NULL;

  g_return_val_if_fail (HC_IS_BADGES (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (hc_badges_get_count (self, place) == 0)
    return NULL;

  if (g_str_equal (place, APPOINTMENTS))
    return g_strdup_printf (g_dngettext (NULL, "%u appointment today", "%u appointments today", self->n_today),
                            self->n_today);

  due = g_strdup_printf (g_dngettext (NULL, "%u dose due", "%u doses due", self->n_due), self->n_due);
  alerts = g_strdup_printf (g_dngettext (NULL, "%u new alert", "%u new alerts", self->n_alerts), self->n_alerts);

  if (self->n_due == 0)
    return g_steal_pointer (&alerts);

  /* Translators: how many doses are due, and how many recalls and warnings were not read. */
  return self->n_alerts == 0 ? g_steal_pointer (&due) : g_strdup_printf (_("%s, %s"), due, alerts);
}
