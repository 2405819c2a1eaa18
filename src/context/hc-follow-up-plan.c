/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-up-plan.h"

#include <stdio.h>

/* When checks after the treatment are due. "Every 3 to 6 months" is one check in each six months, at the earliest
 * three months after the last: from the third to the sixth month, from the ninth to the twelfth, and so on. A check
 * counts for the time that it was done in, a month early as well. */

#define SLACK 1 /* months */

/**
 * hc_follow_up_item_free:
 * @self: (transfer full): a check
 */
void
hc_follow_up_item_free (HcFollowUpItem *self)
{
  g_clear_object (&self->appointment);
  g_free (self);
}

static GDate
add_months (const GDate *day,
            int          months)
{
  GDate result = *day;

  if (months >= 0)
    g_date_add_months (&result, (guint) months);
  else
    g_date_subtract_months (&result, (guint) -months);

  return result;
}

static void
add_items (GPtrArray             *items,
           const HcFollowUpCheck *check,
           const GDate           *treatment)
{
  for (guint i = 0; i < check->spans->len; i++)
    {
      const HcFollowUpSpan *span = &g_array_index (check->spans, HcFollowUpSpan, i);

      for (int end = span->from + span->at_most; end <= span->until; end += span->at_most)
        {
          HcFollowUpItem *item = g_new0 (HcFollowUpItem, 1);

          item->check = check;
          item->earliest = add_months (treatment, end - span->at_most + span->at_least);
          item->latest = add_months (treatment, end);
          g_ptr_array_add (items, item);
        }
    }
}

static gboolean
read_day (const HcAppointmentDetails *details,
          GDate                      *day)
{
  int year, month, number;

  if (sscanf (details->begins, "%4d-%2d-%2d", &year, &month, &number) != 3 ||
      !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/* @next: (nullable): the item of the same check after @item */
static gboolean
counts_for (const HcFollowUpItem *item,
            const HcFollowUpItem *next,
            const GDate          *day)
{
  GDate first = add_months (&item->earliest, -SLACK);
  GDate end;

  if (next != NULL)
    end = add_months (&next->earliest, -SLACK);
  else
    end = add_months (&item->latest, 12);

  return g_date_compare (day, &first) >= 0 && g_date_compare (day, &end) < 0;
}

static gboolean
is_planned (HcAppointmentState state)
{
  return state == HC_APPOINTMENT_REQUESTED || state == HC_APPOINTMENT_CONFIRMED || state == HC_APPOINTMENT_MOVED;
}

static void
find_appointment (HcFollowUpItem       *item,
                  const HcFollowUpItem *next,
                  GPtrArray            *appointments)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      HcAppointment *appointment = g_ptr_array_index (appointments, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (appointment);
      gboolean is_done = details->state == HC_APPOINTMENT_DONE;
      GDate day;

      if (!g_str_equal (details->subject, item->check->subject) || (!is_done && !is_planned (details->state)) ||
          !read_day (details, &day) || !counts_for (item, next, &day))
        continue;

      if (item->state != HC_FOLLOW_UP_DONE)
        {
          g_set_object (&item->appointment, appointment);
          item->state = is_done ? HC_FOLLOW_UP_DONE : HC_FOLLOW_UP_BOOKED;
        }
    }
}

/* One that was asked for without a day is for the first that is open. */
static HcAppointment *
find_request (const HcFollowUpCheck *check,
              GPtrArray             *appointments)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      HcAppointment *appointment = g_ptr_array_index (appointments, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (appointment);

      if (g_str_equal (details->subject, check->subject) && is_planned (details->state) && *details->begins == '\0')
        return appointment;
    }

  return NULL;
}

static HcFollowUpState
get_state (const HcFollowUpItem *item,
           const HcFollowUpItem *next,
           const GDate          *today)
{
  if (g_date_compare (today, &item->earliest) < 0)
    return HC_FOLLOW_UP_COMING;
  if (g_date_compare (today, &item->latest) <= 0)
    return HC_FOLLOW_UP_DUE;

  return counts_for (item, next, today) ? HC_FOLLOW_UP_OVERDUE : HC_FOLLOW_UP_PAST;
}

/* @items: those of one check, in the order of time */
static void
set_states (GPtrArray   *items,
            GPtrArray   *appointments,
            const GDate *today)
{
  HcAppointment *request = items->len > 0
                           ? find_request (((HcFollowUpItem *) g_ptr_array_index (items, 0))->check, appointments)
                           : NULL;

  for (guint i = 0; i < items->len; i++)
    {
      HcFollowUpItem *item = g_ptr_array_index (items, i);
      const HcFollowUpItem *next = i + 1 < items->len ? g_ptr_array_index (items, i + 1) : NULL;

      item->state = get_state (item, next, today);
      find_appointment (item, next, appointments);

      if (request != NULL && (item->state == HC_FOLLOW_UP_OVERDUE || item->state == HC_FOLLOW_UP_DUE ||
                              item->state == HC_FOLLOW_UP_COMING))
        {
          g_set_object (&item->appointment, request);
          item->state = HC_FOLLOW_UP_BOOKED;
          request = NULL;
        }
    }
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const HcFollowUpItem *first = a, *second = b;
  int order = g_date_compare (&first->earliest, &second->earliest);

  return order != 0 ? order : g_date_compare (&first->latest, &second->latest);
}

/**
 * hc_follow_up_plan_make:
 * @book: what the library knows of checks after the treatment; it must live as long as the plan
 * @site: (nullable): where the cancer began, `colon` or `rectal`
 * @stage: (nullable): `1` to `4`; there is no plan for others
 * @treatment: the day of the operation or of the end of the treatment
 * @appointments: (element-type HcAppointment): those of the person
 * @today: the present day
 *
 * Tells when each check is due, as the guideline of the check has it, which is to be shown with it: the care team may
 * have reasons for another plan.
 *
 * Returns: (transfer full) (element-type HcFollowUpItem): the checks in the order of time; empty: nothing is known
 *   for this site and stage
 */
GPtrArray *
hc_follow_up_plan_make (HcFollowUpBook *book,
                        const char     *site,
                        const char     *stage,
                        const GDate    *treatment,
                        GPtrArray      *appointments,
                        const GDate    *today)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_follow_up_item_free);
  GPtrArray *checks;
  guint bit = 0;

  g_return_val_if_fail (HC_IS_FOLLOW_UP_BOOK (book), plan);
  g_return_val_if_fail (treatment != NULL && g_date_valid (treatment), plan);
  g_return_val_if_fail (appointments != NULL, plan);
  g_return_val_if_fail (today != NULL && g_date_valid (today), plan);

  if (site == NULL || stage == NULL || !hc_follow_up_stages_parse (stage, &bit))
    return plan;

  checks = hc_follow_up_book_get_checks (book);
  for (guint i = 0; i < checks->len; i++)
    {
      const HcFollowUpCheck *check = g_ptr_array_index (checks, i);
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      if (!g_str_equal (check->site, site) || (check->stages & bit) == 0)
        continue;

      add_items (items, check, treatment);
      set_states (items, appointments, today);
      g_ptr_array_extend_and_steal (plan, g_steal_pointer (&items));
    }

  g_ptr_array_sort_values (plan, compare_items);

  return plan;
}
