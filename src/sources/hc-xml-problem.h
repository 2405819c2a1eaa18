/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/parser.h>

/* libxml2 2.12 made what it tells of constant. */
#if LIBXML_VERSION >= 21200
typedef const xmlError HcXmlProblem;
#else
typedef xmlError HcXmlProblem;
#endif
