/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hc_care_distance_in_miles (double latitude,
                                  double longitude,
                                  double other_latitude,
                                  double other_longitude);

G_END_DECLS
