/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the portal answers. */
typedef enum {
  PORTAL_GRANTS,
  PORTAL_GRANTS_EARLY,    /* before it has said where it will answer */
  PORTAL_GRANTS_ELSEWHERE, /* as old ones do, at a place of its own */
  PORTAL_DENIES,
  PORTAL_DENIES_AUTOSTART, /* but may go on without a window */
  PORTAL_IS_CANCELLED,
  PORTAL_IS_SILENT,
  PORTAL_FAILS,
} PortalManner;

/* The part of a desktop's portal that lets programs go on without a window, on the session bus. */
typedef struct
{
  GDBusConnection *connection;
  PortalManner     manner;
  GVariant        *options;   /* of the last request; NULL: there was none */
  guint            object;
  guint            request;
  char            *asker;     /* the name of who asked last, and where it is answered */
  char            *handle;
  guint            again;     /* the source that answers again and again */
  guint            n_closed;  /* requests that nobody waits for any more */
} PortalFixture;

void           portal_fixture_start_bus (void);
void           portal_fixture_stop_bus  (void);
PortalFixture *portal_fixture_new       (PortalManner   manner) G_GNUC_WARN_UNUSED_RESULT;
void           portal_fixture_free      (PortalFixture *self);
char          *portal_fixture_dup_text  (PortalFixture *self) G_GNUC_WARN_UNUSED_RESULT;

/* A connection of somebody else, who has that name on the session bus. */
GDBusConnection *portal_fixture_connect (const char    *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PortalFixture, portal_fixture_free)

G_END_DECLS
