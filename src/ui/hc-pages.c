/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pages.h"

#include "hc-appointments-page.h"
#include "hc-articles-page.h"
#include "hc-care-page.h"
#include "hc-community-page.h"
#include "hc-diary-page.h"
#include "hc-drugs-page.h"
#include "hc-medicines-page.h"
#include "hc-news-page.h"
#include "hc-notes-page.h"
#include "hc-pills-page.h"
#include "hc-questions-page.h"
#include "hc-today-page.h"
#include "hc-trials-page.h"

/**
 * hc_pages_list:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer full) (array length=n_pages): the types of the pages, subclasses of #HcPage, in
 *   the order of the sidebar; the first one is shown when nothing else is asked for
 */
GType *
hc_pages_list (guint *n_pages)
{
  const GType types[] = {
    HC_TYPE_TODAY_PAGE,
    HC_TYPE_ARTICLES_PAGE,
    HC_TYPE_QUESTIONS_PAGE,
    HC_TYPE_DRUGS_PAGE,
    HC_TYPE_PILLS_PAGE,
    HC_TYPE_MEDICINES_PAGE,
    HC_TYPE_DIARY_PAGE,
    HC_TYPE_NOTES_PAGE,
    HC_TYPE_APPOINTMENTS_PAGE,
    HC_TYPE_CARE_PAGE,
    HC_TYPE_TRIALS_PAGE,
    HC_TYPE_NEWS_PAGE,
    HC_TYPE_COMMUNITY_PAGE,
  };

  *n_pages = G_N_ELEMENTS (types);

  return g_memdup2 (types, sizeof types);
}
