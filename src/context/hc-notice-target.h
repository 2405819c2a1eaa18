/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-active-set.h"
#include "hc-notice.h"

G_BEGIN_DECLS

/**
 * HcNoticeMeaning:
 *
 * What a notice speaks of, looked up once for all medicines.
 */
typedef struct _HcNoticeMeaning HcNoticeMeaning;

HcNoticeMeaning *hc_notice_meaning_new         (HcNotice           *notice,
                                                HcInteractionBook  *book) G_GNUC_WARN_UNUSED_RESULT;
void             hc_notice_meaning_free        (HcNoticeMeaning    *self);

/**
 * HcNoticeTarget:
 *
 * What notices can know a medicine by: its name, what acts in it, and the codes of its products. It does not
 * know the medicine, so that it can be used in a thread.
 */
typedef struct _HcNoticeTarget HcNoticeTarget;

HcNoticeTarget  *hc_notice_target_new          (const char         *medicine,
                                                const char         *name,
                                                HcActiveSet        *actives) G_GNUC_WARN_UNUSED_RESULT;
void             hc_notice_target_free         (HcNoticeTarget     *self);
void             hc_notice_target_add_ndc      (HcNoticeTarget     *self,
                                                const char         *ndc);
const char      *hc_notice_target_get_medicine (HcNoticeTarget     *self);
char            *hc_notice_target_explain      (HcNoticeTarget     *self,
                                                HcNoticeMeaning    *meaning) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcNoticeMeaning, hc_notice_meaning_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcNoticeTarget, hc_notice_target_free)

G_END_DECLS
