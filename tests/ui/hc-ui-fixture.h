/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compiler-fixture.h"
#include "hc-context.h"
#include "hc-text-size.h"
#include "hc-window.h"

G_BEGIN_DECLS

/**
 * WAIT_FOR:
 * @condition: what is waited for
 *
 * Runs the main loop until the condition holds; the test fails when it takes too long.
 */
#define WAIT_FOR(condition) \
  G_STMT_START { \
    guint wait_deadline = hc_ui_fixture_start_deadline (G_STRLOC ": " #condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (wait_deadline); \
  } G_STMT_END

/**
 * HcUiFixture:
 * @folder: the folder of the profile
 * @is_temporary: whether the folder goes with the fixture
 *
 * The program without its main(): the real library, a profile in a temporary folder, settings in
 * memory, no animations.
 */
typedef struct
{
  AdwApplication *application;
  HcContext      *context;
  HcTextSize     *text_size;
  char           *folder;
  gboolean        is_temporary;
} HcUiFixture;

void             hc_ui_fixture_init              (int               *argc,
                                                  char            ***argv);
HcUiFixture     *hc_ui_fixture_new               (const char        *folder);
HcUiFixture     *hc_ui_fixture_new_full          (const char        *folder,
                                                  const char        *library_path);
HcUiFixture     *hc_ui_fixture_new_at            (const char        *time);
CompilerFixture *hc_ui_fixture_make_library      (const char        *alpha) G_GNUC_WARN_UNUSED_RESULT;
HcUiFixture     *hc_ui_fixture_new_for_content   (CompilerFixture   *content) G_GNUC_WARN_UNUSED_RESULT;
void             hc_ui_fixture_free              (HcUiFixture       *self);
void             hc_ui_fixture_open_profile      (HcUiFixture       *self);
HcWindow        *hc_ui_fixture_present           (HcUiFixture       *self,
                                                  const char        *link,
                                                  int                width,
                                                  int                height);
void             hc_ui_fixture_close             (HcWindow          *window);
void             hc_ui_fixture_save_note         (HcUiFixture       *self,
                                                  HcNote            *note,
                                                  const char        *text);
char            *hc_ui_fixture_query             (HcUiFixture       *self,
                                                  const char        *sql);
void             hc_ui_fixture_wait_idle         (void);
void             hc_ui_fixture_wait_frames       (gpointer           widget,
                                                  guint              n);
gpointer         hc_ui_fixture_find              (gpointer           widget,
                                                  GType              type,
                                                  const char        *text);
GPtrArray       *hc_ui_fixture_find_all          (gpointer           widget,
                                                  GType              type);
GPtrArray       *hc_ui_fixture_find_role         (gpointer           widget,
                                                  GtkAccessibleRole  role);
void             hc_ui_fixture_press             (gpointer           widget,
                                                  const char        *label);
char            *hc_ui_fixture_take_announcement (void);
char            *hc_ui_fixture_take_toast        (HcWindow          *window);
guint            hc_ui_fixture_start_deadline    (const char        *what);
void             hc_ui_fixture_done_cb           (GObject           *source,
                                                  GAsyncResult      *result,
                                                  gpointer           is_done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcUiFixture, hc_ui_fixture_free)

G_END_DECLS
