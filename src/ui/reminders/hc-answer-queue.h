/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

/**
 * HcAnswer:
 * @owner: what shows the notifications
 * @action: the place of the action among those of the queue
 * @id: what the answer is about
 *
 * An answer of the person to a notification. The application is held, and the owner kept, until it is freed.
 */
typedef struct
{
  GObject      *owner;
  guint         action;
  char         *id;

  /*< private >*/
  GApplication *application;
} HcAnswer;

void hc_answer_free (HcAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcAnswer, hc_answer_free)

/**
 * HcAnswerFunc:
 * @answer: (transfer full): an answer
 * @error: (nullable): why the profile cannot be opened, %NULL: it is open
 *
 * Takes an answer to the profile, or tells why that cannot be.
 */
typedef void (*HcAnswerFunc) (HcAnswer     *answer,
                              const GError *error);

#define HC_TYPE_ANSWER_QUEUE (hc_answer_queue_get_type ())

G_DECLARE_FINAL_TYPE (HcAnswerQueue, hc_answer_queue, HC, ANSWER_QUEUE, GObject)

HcAnswerQueue *hc_answer_queue_new (HcContext         *context,
                                    GApplication      *application,
                                    const char *const *actions,
                                    HcAnswerFunc       func,
                                    gpointer           owner) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
