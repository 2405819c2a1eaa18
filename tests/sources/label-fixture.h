/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-label.h"

G_BEGIN_DECLS

/* What a label that is made for a test says. What is NULL is left out. */
typedef struct
{
  const char *set_id;
  int         version;
  const char *maker;
  const char *key;
  const char *name;
  const char *generic;
  const char *active;   /* the ingredient */
  const char *moiety;
  const char *strength; /* in milligrams */
  const char *imprint;
  const char *shape;    /* codes */
  const char *color;
  const char *uses;
  const char *document_code;
  gsize       padding;  /* so many letters more in a section of their own */
} LabelFixture;

typedef struct
{
  const char *name;
  GBytes     *bytes;
} LabelFixtureFile;

char    *label_fixture_make_spl    (const LabelFixture      *fixture);
void     label_fixture_write_spl   (const char              *folder,
                                    const char              *name,
                                    const LabelFixture      *fixture);
GBytes  *label_fixture_make_bytes  (char                    *text);
GBytes  *label_fixture_make_zip    (const LabelFixtureFile  *files,
                                    guint                    n_files);
HcLabel *label_fixture_read_spl    (const char              *xml,
                                    gsize                    length,
                                    gsize                    piece,
                                    GError                 **error);
char    *label_fixture_describe    (HcLabel                 *label);
char    *label_fixture_find_shared (const char              *name);

G_END_DECLS
