/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-import-page.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

#define PILLBOX_HEADER "setid,splsize,splshape,splimprint,splcolor,medicine_name\n"

/**
 * ImportFixture:
 * @files: a folder with what is imported
 * @n_changes: how often the catalog has said that it changed
 *
 * The window with the page that imports drug labels, and labels of medicines that do not exist.
 */
typedef struct
{
  HcUiFixture  *fixture;
  HcWindow     *window;
  HcImportPage *page;
  char         *files;
  guint         n_changes;
} ImportFixture;

void            import_fixture_show_page        (ImportFixture *self);
ImportFixture  *import_fixture_new_without_page (void) G_GNUC_WARN_UNUSED_RESULT;
ImportFixture  *import_fixture_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void            import_fixture_free             (ImportFixture *self);
HcLabelCatalog *import_fixture_get_catalog      (ImportFixture *self);
char           *import_fixture_dup_label        (guint          number,
                                                 guint          version,
                                                 const char    *name) G_GNUC_WARN_UNUSED_RESULT;
void            import_fixture_write_label      (ImportFixture *self,
                                                 const char    *file,
                                                 guint          number,
                                                 guint          version,
                                                 const char    *name);
void            import_fixture_write_labels     (ImportFixture *self,
                                                 guint          n);
void            import_fixture_assert_label     (ImportFixture *self,
                                                 const char    *text);
void            import_fixture_assert_heading   (ImportFixture *self,
                                                 const char    *text);
void            import_fixture_activate         (ImportFixture *self,
                                                 const char    *action);
void            import_fixture_start            (ImportFixture *self);
void            import_fixture_wait_for_report  (ImportFixture *self);
void            import_fixture_import           (ImportFixture *self);
void            import_fixture_assert_numbers   (ImportFixture *self,
                                                 const char    *added,
                                                 const char    *updated,
                                                 const char    *unchanged);
GPtrArray      *import_fixture_list_problems    (ImportFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportFixture, import_fixture_free)

G_END_DECLS
