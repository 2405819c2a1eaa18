/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ZipMember:
 * @name: its name
 * @bytes: what is in it
 * @length: how many bytes, -1 when it is text
 * @n_blanks: so many blanks follow, which take nearly no room in the archive
 * @deflated: whether it is compressed
 * @flags: more bits for its general purpose flags, 1: it is encrypted
 * @claimed_size: the size that it says it has, 0: the true one
 * @wrong_sum: whether its checksum is wrong
 *
 * A file in an archive, and what is wrong with it.
 */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;
  gsize       n_blanks;
  gboolean    deflated;
  guint16     flags;
  guint32     claimed_size;
  gboolean    wrong_sum;
} ZipMember;

GBytes *zip_make (const ZipMember *members,
                  guint            n_members) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
