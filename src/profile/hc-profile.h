/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-alert-store.h"
#include "hc-appointment-documents.h"
#include "hc-appointment-store.h"
#include "hc-backup.h"
#include "hc-bookmark-store.h"
#include "hc-care-contact-store.h"
#include "hc-care-question-store.h"
#include "hc-person-store.h"
#include "hc-quiz-answer-store.h"
#include "hc-clinic-store.h"
#include "hc-clock.h"
#include "hc-diary.h"
#include "hc-dose-log.h"
#include "hc-drug-review-store.h"
#include "hc-medicine-photos.h"
#include "hc-medicine-store.h"
#include "hc-note-store.h"
#include "hc-read-posts.h"
#include "hc-reading-store.h"
#include "hc-saved-trial-store.h"
#include "hc-saved-post-store.h"
#include "hc-subscription-store.h"

G_BEGIN_DECLS

/**
 * HcProfileState:
 * @HC_PROFILE_CLOSED: not opened yet, or closed by hc_profile_close()
 * @HC_PROFILE_OPENING: being opened, restored or made anew
 * @HC_PROFILE_READY: open; the stores are filled
 * @HC_PROFILE_FAILED: it could not be opened, hc_profile_get_error() says why; the stores are empty
 */
typedef enum {
  HC_PROFILE_CLOSED,
  HC_PROFILE_OPENING,
  HC_PROFILE_READY,
  HC_PROFILE_FAILED,
} HcProfileState;

#define HC_TYPE_PROFILE_STATE (hc_profile_state_get_type ())
GType hc_profile_state_get_type (void);

#define HC_TYPE_PROFILE (hc_profile_get_type ())

G_DECLARE_FINAL_TYPE (HcProfile, hc_profile, HC, PROFILE, GObject)

HcProfile       *hc_profile_new                 (const char           *folder,
                                                 HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
const char      *hc_profile_get_folder          (HcProfile            *self);
HcProfileState   hc_profile_get_state           (HcProfile            *self);
const GError    *hc_profile_get_error           (HcProfile            *self);
HcNoteStore     *hc_profile_get_notes           (HcProfile            *self);
HcBookmarkStore *hc_profile_get_bookmarks       (HcProfile            *self);
HcCareQuestionStore *hc_profile_get_care_questions (HcProfile         *self);
HcPersonStore   *hc_profile_get_people          (HcProfile            *self);
HcQuizAnswerStore *hc_profile_get_quiz_answers  (HcProfile            *self);
HcMedicineStore *hc_profile_get_medicines       (HcProfile            *self);
HcDrugReviewStore *hc_profile_get_drug_reviews  (HcProfile            *self);
HcCareContactStore *hc_profile_get_care_contacts (HcProfile           *self);
HcAlertStore    *hc_profile_get_alerts          (HcProfile            *self);
HcSavedTrialStore *hc_profile_get_saved_trials (HcProfile             *self);
HcSubscriptionStore *hc_profile_get_subscriptions (HcProfile          *self);
HcSavedPostStore *hc_profile_get_saved_posts    (HcProfile            *self);
HcReadPosts     *hc_profile_get_read_posts      (HcProfile            *self);
HcClinicStore   *hc_profile_get_clinics         (HcProfile            *self);
HcAppointmentStore *hc_profile_get_appointments (HcProfile            *self);
HcReadingStore  *hc_profile_get_reading         (HcProfile            *self);
HcDoseLog       *hc_profile_get_dose_log        (HcProfile            *self);
HcDiary         *hc_profile_get_diary           (HcProfile            *self);
HcMedicinePhotos *hc_profile_get_medicine_photos (HcProfile           *self);
HcAppointmentDocuments *hc_profile_get_appointment_documents (HcProfile *self);
void             hc_profile_open_async          (HcProfile            *self,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         hc_profile_open_finish         (HcProfile            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void             hc_profile_close               (HcProfile            *self);
void             hc_profile_list_backups_async  (HcProfile            *self,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray       *hc_profile_list_backups_finish (HcProfile            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void             hc_profile_restore_async       (HcProfile            *self,
                                                 HcBackup             *backup,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         hc_profile_restore_finish      (HcProfile            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void             hc_profile_start_fresh_async   (HcProfile            *self,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         hc_profile_start_fresh_finish  (HcProfile            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
