/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-appointment-parts.h"

G_BEGIN_DECLS

#define HC_TYPE_REQUEST_WISH (hc_request_wish_get_type ())

G_DECLARE_FINAL_TYPE (HcRequestWish, hc_request_wish, HC, REQUEST_WISH, AdwBin)

GtkWidget *hc_request_wish_new         (const char              *title) G_GNUC_WARN_UNUSED_RESULT;
void       hc_request_wish_set         (HcRequestWish           *self,
                                        const HcAppointmentWish *wish);
gboolean   hc_request_wish_read        (HcRequestWish           *self,
                                        HcAppointmentWish       *wish);
char      *hc_request_wish_keep        (HcRequestWish           *self,
                                        const char              *unfinished,
                                        guint                    number) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hc_request_wish_bring_back  (HcRequestWish           *self,
                                        const char              *unfinished,
                                        guint                    number);
void       hc_request_wish_set_problem (HcRequestWish           *self,
                                        const char              *words,
                                        gboolean                 is_fault);

G_END_DECLS
