/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a request begins with. */

#include "hc-request-proposal.h"

#include "hc-appointment-copy.h"
#include "hc-follow-up-book.h"
#include "hc-request-where.h"

/**
 * hc_request_proposal_new_like:
 * @appointment: an appointment
 *
 * Returns: (transfer full): what another one of its kind begins with, to be freed with hc_appointment_copy_free()
 */
HcAppointmentDetails *
hc_request_proposal_new_like (HcAppointment *appointment)
{
  static const char *const kept[] = {
    "person", "subject", "clinic", "center", "place", "doctor", "address", "phone", "email", "web", "zone", "reach",
    "insurance", "access", "interpreter", "bring", "referrer", "referrer_practice", "referrer_contact",
  };
  g_autoptr (HcAppointment) fresh = hc_appointment_new ();
  HcAppointmentDetails *details;

  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);

  details = hc_appointment_copy_new (hc_appointment_get_details (fresh));
  details->kind = hc_appointment_get_details (appointment)->kind;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    hc_appointment_copy_set_text (details, kept[i],
                                  hc_appointment_copy_get_text (hc_appointment_get_details (appointment), kept[i]));

  return details;
}

/* What a check of the follow-up plan is called; NULL: there is none of that subject. */
static char *
dup_check_name (HcContext  *context,
                const char *subject)
{
  g_autoptr (HcFollowUpBook) book = hc_follow_up_book_new (hc_context_get_library (context), NULL);
  GPtrArray *checks = book != NULL ? hc_follow_up_book_get_checks (book) : NULL;

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      const HcFollowUpCheck *check = g_ptr_array_index (checks, i);

      if (g_str_equal (check->subject, subject))
        return g_strdup (check->name);
    }

  return NULL;
}

static void
take_subject (HcContext            *context,
              HcAppointmentDetails *details,
              const char           *subject)
{
  g_autofree char *name = dup_check_name (context, subject);

  if (name == NULL)
    return;

  hc_appointment_copy_set_text (details, "subject", subject);
  hc_appointment_copy_set_text (details, "reason", name);
}

static void
take_place (HcContext            *context,
            HcCareDirectory      *directory,
            HcAppointmentDetails *details,
            HcLink               *link)
{
  const char *center_id = g_hash_table_lookup (link->query, "center");
  const char *clinic_id = g_hash_table_lookup (link->query, "clinic");
  HcClinicStore *clinics = hc_profile_get_clinics (hc_context_get_profile (context));
  HcClinic *clinic = clinic_id != NULL ? hc_store_lookup (HC_STORE (clinics), clinic_id) : NULL;
  HcCareCenter *center = NULL;

  if (center_id != NULL && directory != NULL)
    center = hc_care_directory_get_center (directory, center_id);

  if (clinic != NULL)
    hc_request_where_copy_clinic (details, clinic);
  else if (center != NULL)
    hc_request_where_copy_center (details, center);
}

/**
 * hc_request_proposal_new_for_link:
 * @context: the profile and the library
 * @directory: (nullable): the centers
 * @link: with what is known already: `center`, `clinic`, `kind`, `subject`, and `wish`, a day; what is not known here
 *   is left out
 *
 * Returns: (transfer full): what the request begins with, to be freed with hc_appointment_copy_free()
 */
HcAppointmentDetails *
hc_request_proposal_new_for_link (HcContext       *context,
                                  HcCareDirectory *directory,
                                  HcLink          *link)
{
  g_autoptr (HcAppointment) fresh = hc_appointment_new ();
  HcAppointmentDetails *details;
  const char *subject, *wish;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  subject = g_hash_table_lookup (link->query, "subject");
  wish = g_hash_table_lookup (link->query, "wish");
  details = hc_appointment_copy_new (hc_appointment_get_details (fresh));
  hc_appointment_copy_set_text (details, "person", hc_current_person_get_id (hc_context_get_person (context)));
  hc_appointment_kind_from_string (g_hash_table_lookup (link->query, "kind"), &details->kind);
  take_place (context, directory, details, link);

  if (subject != NULL)
    take_subject (context, details, subject);
  if (wish != NULL)
    {
      g_autofree char *text = g_strconcat (wish, " 0-0", NULL);

      hc_appointment_wishes_parse (text, details->wishes);
    }

  return details;
}

/**
 * hc_request_proposal_find_draft:
 * @context: the profile, and the person
 *
 * Returns: (transfer full) (nullable): the newest draft of the person, which may be from before a crash
 */
HcAppointment *
hc_request_proposal_find_draft (HcContext *context)
{
  GListModel *all;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  all = G_LIST_MODEL (hc_profile_get_appointments (hc_context_get_profile (context)));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (all, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (appointment);

      if (details->state == HC_APPOINTMENT_DRAFT &&
          hc_current_person_owns (hc_context_get_person (context), details->person))
        return g_steal_pointer (&appointment);
    }

  return NULL;
}
