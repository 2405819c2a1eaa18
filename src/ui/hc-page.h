/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"
#include "hc-link.h"

G_BEGIN_DECLS

/**
 * HcSection:
 * @HC_SECTION_LEARN: what one reads
 * @HC_SECTION_HEALTH: what is the person's own
 * @HC_SECTION_CONNECT: what leads to other people
 *
 * The groups of the sidebar.
 */
typedef enum {
  HC_SECTION_LEARN,
  HC_SECTION_HEALTH,
  HC_SECTION_CONNECT,
} HcSection;

#define HC_TYPE_PAGE (hc_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcPage, hc_page, HC, PAGE, AdwNavigationPage)

/**
 * HcPageClass:
 * @section: its group in the sidebar
 * @title: (not nullable): its untranslated title, marked with N_()
 * @icon_name: its symbolic icon
 * @places: the places of links that it opens, the first one for the page itself; %NULL at the end
 * @open: shows what a link leads to; the default shows the page as it is
 * @focus_search: puts the cursor into the entry that searches what is shown; not there on a page
 *   without one
 *
 * What a page tells of itself, known before one is made: pages are made when they are first shown.
 */
struct _HcPageClass
{
  AdwNavigationPageClass parent_class;

  HcSection          section;
  const char        *title;
  const char        *icon_name;
  const char *const *places;

  gboolean (*open)         (HcPage  *self,
                            HcLink  *link,
                            GError **error);
  void     (*focus_search) (HcPage  *self);
};

HcContext *hc_page_get_context  (HcPage      *self);
gboolean   hc_page_open         (HcPage      *self,
                                 HcLink      *link,
                                 GError     **error);
gboolean   hc_page_focus_search (HcPage      *self);
void       hc_page_set_link     (HcPage      *self,
                                 const char  *link);
const char *hc_page_get_link    (HcPage      *self);

gboolean   hc_page_class_opens  (HcPageClass *klass,
                                 const char  *place);

G_END_DECLS
