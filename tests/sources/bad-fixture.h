/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-label-import.h"

G_BEGIN_DECLS

/* A label of a medicine that does not exist, put together from its parts so that a test can leave out or spoil
 * one of them. The number is a string of one digit. */
#define LABEL_DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define LABEL_OPEN "<document xmlns=\"urn:hl7-org:v3\">\n"
#define LABEL_KIND "<code code=\"34391-3\"/>\n"
#define LABEL_IDS(number) \
  "<setId root=\"00000000-0000-0000-0000-00000000000" number "\"/><versionNumber value=\"1\"/>\n"
#define LABEL_PRODUCT(number) "<component><structuredBody><component><section><subject><manufacturedProduct>" \
  "<manufacturedProduct><code code=\"0000-000" number "\"/><name>Plumbol " number "</name></manufacturedProduct>" \
  "</manufacturedProduct></subject></section></component></structuredBody></component>\n"
#define LABEL_CLOSE "</document>\n"

#define LABEL_BEGIN(number) LABEL_DECLARATION LABEL_OPEN LABEL_KIND LABEL_IDS (number)
#define LABEL(number) LABEL_BEGIN (number) LABEL_PRODUCT (number) LABEL_CLOSE

typedef struct
{
  char           *folder;   /* what is imported */
  char           *elsewhere;
  char           *database; /* in elsewhere */
  HcImportReport *report;   /* of the last import */
} BadFixture;

void bad_fixture_set_up        (BadFixture          *fixture,
                                gconstpointer        data);
void bad_fixture_tear_down     (BadFixture          *fixture,
                                gconstpointer        data);
void bad_fixture_write         (BadFixture          *fixture,
                                const char          *name,
                                const char          *bytes,
                                gssize               length);
void bad_fixture_import        (BadFixture          *fixture,
                                const char          *path,
                                ...) G_GNUC_NULL_TERMINATED;
void bad_fixture_import_folder (BadFixture          *fixture);
void bad_fixture_assert_names  (BadFixture          *fixture,
                                const char          *names);
void bad_fixture_assert_problems (BadFixture        *fixture,
                                const char          *problems);

G_END_DECLS
