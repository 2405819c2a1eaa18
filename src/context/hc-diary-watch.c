/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-watch.h"

#include "hc-alarm.h"

/**
 * HcDiaryWatch:
 *
 * What of the diary of the person that is shown matters now: the red flags that hold, and until when cold is to be
 * avoided. It asks the diary anew when that changes, when another person is shown, and when a reading gets too old
 * for a flag.
 */
struct _HcDiaryWatch
{
  GObject          parent_instance;

  HcDiaryBook     *book;
  HcProfile       *profile;
  HcCurrentPerson *person;
  HcClock         *clock;
  HcAlarm         *alarm;

  guint            serial;  /* of the last question to the diary: what comes late is left alone */
  char            *whose;   /* the id of the person whose entries these are; NULL while none were read */
  GPtrArray       *entries; /* of HcDiaryEntry: all with a number that a flag may look at, and infusions */
  GArray          *readings; /* of HcDiaryReading: one for each of these entries */
  GPtrArray       *raised;  /* of HcRaisedFlag, whose readings are those above */
  GHashTable      *known;   /* which readings were told of with which flag */
  HcDiaryEntry    *infusion;
  GDateTime       *last_cold_day;
  GError          *error;
};

enum {
  CHANGED,
  RAISED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDiaryWatch, hc_diary_watch, G_TYPE_OBJECT)

static void
hc_diary_watch_finalize (GObject *object)
{
  HcDiaryWatch *self = HC_DIARY_WATCH (object);

  g_ptr_array_unref (self->raised);
  g_array_unref (self->readings);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->known);
  g_clear_object (&self->infusion);
  g_clear_pointer (&self->last_cold_day, g_date_time_unref);
  g_clear_error (&self->error);
  g_free (self->whose);
  g_clear_object (&self->alarm);
  g_clear_object (&self->book);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_diary_watch_parent_class)->finalize (object);
}

static void
hc_diary_watch_class_init (HcDiaryWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_watch_finalize;

  /**
   * HcDiaryWatch::changed:
   *
   * Something may be different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcDiaryWatch::raised:
   * @self: a watch
   * @flags: (element-type HcRaisedFlag): flags
   *
   * Emitted after #HcDiaryWatch::changed when an entry has come that raises flags, also those that held before.
   */
  signals[RAISED] = g_signal_new ("raised", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
hc_diary_watch_init (HcDiaryWatch *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->readings = g_array_new (FALSE, FALSE, sizeof (HcDiaryReading));
  self->raised = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_raised_flag_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* How far back the diary must be looked at, in hours. */
static int
get_span (HcDiaryWatch *self)
{
  const HcColdAvoidance *cold = hc_diary_book_get_cold_avoidance (self->book);
  GPtrArray *flags = hc_diary_book_get_flags (self->book);
  /* The day of the infusion is one more. */
  int span = cold != NULL ? (cold->days + 1) * 24 : 0;

  for (guint i = 0; i < flags->len; i++)
    span = MAX (span, hc_red_flag_get_details (g_ptr_array_index (flags, i))->window);

  return span;
}

static gboolean
is_oxaliplatin (const HcDiaryEntryDetails *details)
{
  g_autofree char *folded = NULL;

  if (!g_str_equal (details->kind, HC_DIARY_INFUSION))
    return FALSE;

  folded = g_utf8_casefold (details->text, -1);

  return strstr (folded, HC_DIARY_OXALIPLATIN) != NULL;
}

/* Looks for how long cold is to be avoided; the entries are the newest first. */
static void
look_for_cold (HcDiaryWatch *self,
               GDateTime    *now)
{
  const HcColdAvoidance *cold = hc_diary_book_get_cold_avoidance (self->book);
  GTimeZone *zone = g_date_time_get_timezone (now);

  g_clear_object (&self->infusion);
  g_clear_pointer (&self->last_cold_day, g_date_time_unref);

  for (guint i = 0; cold != NULL && i < self->entries->len; i++)
    {
      HcDiaryEntry *entry = g_ptr_array_index (self->entries, i);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
      g_autoptr (GDateTime) day = NULL, last = NULL, after = NULL, end = NULL;

      if (!is_oxaliplatin (details) || g_date_time_compare (details->time, now) > 0)
        continue;

      /* Whole days of the calendar, so that a change of daylight saving does not matter. */
      day = g_date_time_to_timezone (details->time, zone);
      last = g_date_time_add_days (day, cold->days);
      after = g_date_time_add_days (last, 1);
      end = g_date_time_new (zone, g_date_time_get_year (after), g_date_time_get_month (after),
                             g_date_time_get_day_of_month (after), 0, 0, 0);

      if (end != NULL && g_date_time_compare (now, end) < 0)
        {
          self->infusion = g_object_ref (entry);
          self->last_cold_day = g_steal_pointer (&last);
        }

      return;
    }
}

/* A reading gets too old for the flag, or the day of the calendar changes: then there is something new to see. */
static void
set_alarm (HcDiaryWatch *self,
           GDateTime    *now)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) next = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (tomorrow),
                                                g_date_time_get_month (tomorrow),
                                                g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  if (next == NULL)
    next = g_date_time_ref (tomorrow);

  for (guint i = 0; i < self->raised->len; i++)
    {
      const HcRaisedFlag *raised = g_ptr_array_index (self->raised, i);

      for (guint j = 0; j < raised->readings->len; j++)
        {
          const HcDiaryReading *reading = g_ptr_array_index (raised->readings, j);
          g_autoptr (GDateTime) end = g_date_time_add (reading->time, hc_red_flag_get_details (raised->flag)->window *
                                                                      G_TIME_SPAN_HOUR + G_TIME_SPAN_SECOND);

          if (g_date_time_compare (end, next) < 0)
            {
              g_date_time_unref (next);
              next = g_steal_pointer (&end);
            }
        }
    }

  /* What lies ahead becomes a reading when its time has come. */
  for (guint i = 0; i < self->readings->len; i++)
    {
      GDateTime *time = g_array_index (self->readings, HcDiaryReading, i).time;

      if (g_date_time_compare (time, now) > 0 && g_date_time_compare (time, next) < 0)
        {
          g_date_time_unref (next);
          next = g_date_time_ref (time);
        }
    }

  hc_alarm_set (self->alarm, next);
}

/* Returns: (transfer container): the flags that have a newest reading that was not told of with them; from now on it
 *   is */
static GPtrArray *
list_new (HcDiaryWatch *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->raised->len; i++)
    {
      HcRaisedFlag *raised = g_ptr_array_index (self->raised, i);
      const HcDiaryReading *newest = g_ptr_array_index (raised->readings, 0);
      g_autofree char *key = NULL;

      key = g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %g", hc_red_flag_get_details (raised->flag)->id,
                             hc_diary_entry_get_id (hc_diary_watch_get_entry (self, newest)),
                             g_date_time_to_unix_usec (newest->time), newest->value);

      if (g_hash_table_add (self->known, g_steal_pointer (&key)))
        g_ptr_array_add (list, raised);
    }

  return list;
}

static void
take_entries (HcDiaryWatch *self,
              GPtrArray    *entries,
              GDateTime    *now)
{
  g_ptr_array_set_size (self->raised, 0);
  g_array_set_size (self->readings, 0);
  g_ptr_array_set_size (self->entries, 0);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      HcDiaryEntry *entry = g_ptr_array_index (entries, i);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
      HcDiaryReading reading = { details->kind, details->value, details->time };

      if (!details->has_value && !g_str_equal (details->kind, HC_DIARY_INFUSION))
        continue;

      g_ptr_array_add (self->entries, g_object_ref (entry));
      g_array_append_val (self->readings, reading);
    }

  g_clear_pointer (&self->raised, g_ptr_array_unref);
  self->raised = hc_red_flag_check_run (self->book, (HcDiaryReading *) self->readings->data, self->readings->len, now);
  look_for_cold (self, now);
}

typedef struct
{
  HcDiaryWatch *watch;
  guint         serial;
} Question;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HcDiaryWatch) self = question->watch;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hc_diary_query_finish (HC_DIARY (source), result, &error);
  g_autoptr (GPtrArray) new_flags = NULL;
  g_autoptr (GDateTime) now = NULL;
  const char *whose = hc_current_person_get_id (self->person);
  gboolean is_first;

  if (question->serial != self->serial)
    return;

  g_clear_error (&self->error);
  if (error != NULL && hc_profile_get_state (self->profile) == HC_PROFILE_READY)
    self->error = g_steal_pointer (&error);

  now = hc_clock_dup_time (self->clock);
  take_entries (self, entries, now);
  set_alarm (self, now);

  /* What holds already when a person comes is shown, but it is no news. */
  is_first = g_strcmp0 (self->whose, whose) != 0;
  if (entries != NULL)
    g_set_str (&self->whose, whose);
  if (is_first)
    g_hash_table_remove_all (self->known);
  new_flags = list_new (self);

  g_signal_emit (self, signals[CHANGED], 0);
  if (!is_first && new_flags->len > 0)
    g_signal_emit (self, signals[RAISED], 0, new_flags);
}

static void
update (HcDiaryWatch *self)
{
  HcDiary *diary = hc_profile_get_diary (self->profile);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) from = g_date_time_add_hours (now, -get_span (self));
  Question *question = g_new0 (Question, 1);

  question->watch = g_object_ref (self);
  question->serial = ++self->serial;
  hc_diary_query_async (diary, hc_current_person_get_id (self->person), hc_current_person_is_first (self->person),
                        NULL, from, NULL, 0, read_cb, question);
}

/**
 * hc_diary_watch_new:
 * @book: what is known of the diary
 * @profile: the profile with the entries
 * @person: whose diary is looked at
 * @clock: tells the time
 *
 * Returns: (transfer full): a watch that has seen nothing yet
 */
HcDiaryWatch *
hc_diary_watch_new (HcDiaryBook     *book,
                    HcProfile       *profile,
                    HcCurrentPerson *person,
                    HcClock         *clock)
{
  HcDiaryWatch *self;

  g_return_val_if_fail (HC_IS_DIARY_BOOK (book), NULL);
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_DIARY_WATCH, NULL);
  self->book = g_object_ref (book);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_diary (profile), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_diary_watch_get_raised:
 * @self: a watch
 *
 * Returns: (transfer none) (element-type HcRaisedFlag): the flags that hold, the most urgent first; valid until
 *   something changes
 */
GPtrArray *
hc_diary_watch_get_raised (HcDiaryWatch *self)
{
  g_return_val_if_fail (HC_IS_DIARY_WATCH (self), NULL);

  return self->raised;
}

/**
 * hc_diary_watch_get_entry:
 * @self: a watch
 * @reading: a reading of one of its flags
 *
 * Returns: (transfer none): the entry of the diary that it is
 */
HcDiaryEntry *
hc_diary_watch_get_entry (HcDiaryWatch         *self,
                          const HcDiaryReading *reading)
{
  gsize index;

  g_return_val_if_fail (HC_IS_DIARY_WATCH (self), NULL);
  g_return_val_if_fail (reading >= (HcDiaryReading *) self->readings->data, NULL);

  index = (gsize) (reading - (HcDiaryReading *) self->readings->data);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

/**
 * hc_diary_watch_get_infusion:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the infusion of oxaliplatin because of which cold is to be avoided now
 */
HcDiaryEntry *
hc_diary_watch_get_infusion (HcDiaryWatch *self)
{
  g_return_val_if_fail (HC_IS_DIARY_WATCH (self), NULL);

  return self->infusion;
}

/**
 * hc_diary_watch_get_last_cold_day:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): a time of the last day on which cold is to be avoided; %NULL when it need not
 *   be
 */
GDateTime *
hc_diary_watch_get_last_cold_day (HcDiaryWatch *self)
{
  g_return_val_if_fail (HC_IS_DIARY_WATCH (self), NULL);

  return self->last_cold_day;
}

/**
 * hc_diary_watch_get_error:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): why the diary could not be looked at
 */
const GError *
hc_diary_watch_get_error (HcDiaryWatch *self)
{
  g_return_val_if_fail (HC_IS_DIARY_WATCH (self), NULL);

  return self->error;
}
