/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile.h"

#include "hc-profile-private.h"

/* What a profile holds. */

/**
 * hc_profile_get_notes:
 * @self: a profile
 *
 * Returns: (transfer none): the notes, the same object at all times
 */
HcNoteStore *
hc_profile_get_notes (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_NOTE_STORE (_hc_profile_get_store (self, HC_TYPE_NOTE_STORE));
}

/**
 * hc_profile_get_bookmarks:
 * @self: a profile
 *
 * Returns: (transfer none): the bookmarks, the same object at all times
 */
HcBookmarkStore *
hc_profile_get_bookmarks (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_BOOKMARK_STORE (_hc_profile_get_store (self, HC_TYPE_BOOKMARK_STORE));
}

/**
 * hc_profile_get_people:
 * @self: a profile
 *
 * Returns: (transfer none): the people the program is about, the same object at all times
 */
HcPersonStore *
hc_profile_get_people (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_PERSON_STORE (_hc_profile_get_store (self, HC_TYPE_PERSON_STORE));
}

/**
 * hc_profile_get_quiz_answers:
 * @self: a profile
 *
 * Returns: (transfer none): the answers to the quizzes, the same object at all times
 */
HcQuizAnswerStore *
hc_profile_get_quiz_answers (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_QUIZ_ANSWER_STORE (_hc_profile_get_store (self, HC_TYPE_QUIZ_ANSWER_STORE));
}

/**
 * hc_profile_get_care_questions:
 * @self: a profile
 *
 * Returns: (transfer none): what the person wants to ask the care team, the same object at all times
 */
HcCareQuestionStore *
hc_profile_get_care_questions (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_CARE_QUESTION_STORE (_hc_profile_get_store (self, HC_TYPE_CARE_QUESTION_STORE));
}

/**
 * hc_profile_get_medicines:
 * @self: a profile
 *
 * Returns: (transfer none): the medicines, the same object at all times
 */
HcMedicineStore *
hc_profile_get_medicines (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_MEDICINE_STORE (_hc_profile_get_store (self, HC_TYPE_MEDICINE_STORE));
}

/**
 * hc_profile_get_drug_reviews:
 * @self: a profile
 *
 * Returns: (transfer none): what persons think of medicines, the same object at all times
 */
HcDrugReviewStore *
hc_profile_get_drug_reviews (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_DRUG_REVIEW_STORE (_hc_profile_get_store (self, HC_TYPE_DRUG_REVIEW_STORE));
}

/**
 * hc_profile_get_care_contacts:
 * @self: a profile
 *
 * Returns: (transfer none): whom to call and to ask, the same object at all times
 */
HcCareContactStore *
hc_profile_get_care_contacts (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_CARE_CONTACT_STORE (_hc_profile_get_store (self, HC_TYPE_CARE_CONTACT_STORE));
}

/**
 * hc_profile_get_alerts:
 * @self: a profile
 *
 * Returns: (transfer none): the recalls and warnings that concern the medicines, the same object at all times
 */
HcAlertStore *
hc_profile_get_alerts (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_ALERT_STORE (_hc_profile_get_store (self, HC_TYPE_ALERT_STORE));
}

/**
 * hc_profile_get_clinics:
 * @self: a profile
 *
 * Returns: (transfer none): the clinics and doctors of one's own, the same object at all times
 */
HcClinicStore *
hc_profile_get_clinics (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_CLINIC_STORE (_hc_profile_get_store (self, HC_TYPE_CLINIC_STORE));
}

/**
 * hc_profile_get_appointments:
 * @self: a profile
 *
 * Returns: (transfer none): the appointments, drafts as well, the same object at all times
 */
HcAppointmentStore *
hc_profile_get_appointments (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_APPOINTMENT_STORE (_hc_profile_get_store (self, HC_TYPE_APPOINTMENT_STORE));
}

/**
 * hc_profile_get_saved_trials:
 * @self: a profile
 *
 * Returns: (transfer none): the clinical trials that were saved, the same object at all times
 */
HcSavedTrialStore *
hc_profile_get_saved_trials (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_SAVED_TRIAL_STORE (_hc_profile_get_store (self, HC_TYPE_SAVED_TRIAL_STORE));
}

/**
 * hc_profile_get_subscriptions:
 * @self: a profile
 *
 * Returns: (transfer none): the feeds that the person reads, the same object at all times
 */
HcSubscriptionStore *
hc_profile_get_subscriptions (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_SUBSCRIPTION_STORE (_hc_profile_get_store (self, HC_TYPE_SUBSCRIPTION_STORE));
}

/**
 * hc_profile_get_saved_posts:
 * @self: a profile
 *
 * Returns: (transfer none): what was saved of feeds, the same object at all times
 */
HcSavedPostStore *
hc_profile_get_saved_posts (HcProfile *self)
{
  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  return HC_SAVED_POST_STORE (_hc_profile_get_store (self, HC_TYPE_SAVED_POST_STORE));
}
