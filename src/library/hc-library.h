/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-article.h"
#include "hc-drug.h"
#include "hc-pill-index.h"
#include "hc-picture.h"

G_BEGIN_DECLS

#define HC_LIBRARY_ERROR (hc_library_error_quark ())

/**
 * HcLibraryError:
 * @HC_LIBRARY_ERROR_NOT_FOUND: the library holds nothing of that id
 */
typedef enum {
  HC_LIBRARY_ERROR_NOT_FOUND,
} HcLibraryError;

GQuark hc_library_error_quark (void);

#define HC_TYPE_LIBRARY (hc_library_get_type ())

G_DECLARE_FINAL_TYPE (HcLibrary, hc_library, HC, LIBRARY, GObject)

HcLibrary  *hc_library_new          (const char  *path,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *hc_library_get_articles (HcLibrary   *self);
GListModel *hc_library_get_questions (HcLibrary  *self);
GListModel *hc_library_get_pictures (HcLibrary   *self);
GListModel *hc_library_get_drugs    (HcLibrary   *self);
HcDrug     *hc_library_get_drug     (HcLibrary   *self,
                                     const char  *id);
gboolean    hc_library_find_pills   (HcLibrary   *self,
                                     const HcPillQuery *query,
                                     guint        limit,
                                     GPtrArray   *pills,
                                     guint       *n_found,
                                     GError     **error);
GPtrArray  *hc_library_list_pills   (HcLibrary   *self,
                                     const char  *link,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
HcPicture  *hc_library_get_picture  (HcLibrary   *self,
                                     const char  *id);
HcArticle  *hc_library_get_article  (HcLibrary   *self,
                                     const char  *id);
HcArticle  *hc_library_get_neighbor (HcLibrary   *self,
                                     HcArticle   *article,
                                     int          distance);
gboolean    hc_library_load_article (HcLibrary   *self,
                                     HcArticle   *article,
                                     GError     **error);
GListModel *hc_library_search       (HcLibrary   *self,
                                     const char  *text,
                                     guint        limit,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *hc_library_search_kind  (HcLibrary   *self,
                                     const char  *kind,
                                     const char  *text,
                                     guint        limit,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
