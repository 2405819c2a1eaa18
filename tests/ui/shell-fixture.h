/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The part of a desktop that shows notifications, on the session bus. */
typedef struct
{
  GDBusConnection *connection;
  guint            object;
  GHashTable      *shown;   /* of GVariant, by the ids */
  guint            n_shown; /* so often */
} ShellFixture;

ShellFixture *shell_fixture_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void          shell_fixture_free       (ShellFixture *self);
char         *shell_fixture_dup_text   (GVariant     *notification) G_GNUC_WARN_UNUSED_RESULT;
char         *shell_fixture_dup_shown  (ShellFixture *self) G_GNUC_WARN_UNUSED_RESULT;
GVariant     *shell_fixture_get_target (ShellFixture *self,
                                        gsize         button) G_GNUC_WARN_UNUSED_RESULT;
gboolean      shell_fixture_send       (ShellFixture *self,
                                        GApplication *application,
                                        const char   *action,
                                        GVariant     *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShellFixture, shell_fixture_free)

G_END_DECLS
