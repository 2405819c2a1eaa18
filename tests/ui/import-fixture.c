/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "fixture.h"
#include "hc-disclosure.h"
#include "hc-import-report-view.h"

static void
changed_cb (ImportFixture *self)
{
  self->n_changes++;
}

void
import_fixture_show_page (ImportFixture *self)
{
  AdwNavigationView *view;

  self->window = hc_ui_fixture_present (self->fixture, "health-center:articles", 360, 640);
  view = hc_ui_fixture_find (self->window, ADW_TYPE_NAVIGATION_VIEW, NULL);
  self->page = hc_import_page_new (self->fixture->context);
  adw_navigation_view_add (view, ADW_NAVIGATION_PAGE (self->page));
  adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (self->page));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (self->page)));
  hc_ui_fixture_wait_frames (self->window, 3);
}

ImportFixture *
import_fixture_new_without_page (void)
{
  ImportFixture *self = g_new0 (ImportFixture, 1);

  self->files = fixture_make_folder ();
  self->fixture = hc_ui_fixture_new (NULL);
  g_signal_connect_swapped (hc_context_get_labels (self->fixture->context), "changed",
                            G_CALLBACK (changed_cb), self);

  return self;
}

ImportFixture *
import_fixture_new (void)
{
  ImportFixture *self = import_fixture_new_without_page ();

  import_fixture_show_page (self);

  return self;
}

void
import_fixture_free (ImportFixture *self)
{
  hc_ui_fixture_free (self->fixture);
  fixture_remove_folder (self->files);
  g_free (self->files);
  g_free (self);
}

HcLabelCatalog *
import_fixture_get_catalog (ImportFixture *self)
{
  return hc_context_get_labels (self->fixture->context);
}

char *
import_fixture_dup_label (guint       number,
                          guint       version,
                          const char *name)
{
  return g_strdup_printf (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<document xmlns=\"urn:hl7-org:v3\">\n"
    "<id root=\"00000000-0000-4000-8000-%012u\"/>\n"
    "<code code=\"34391-3\" codeSystem=\"2.16.840.1.113883.6.1\"/>\n"
    "<title>%s</title>\n"
    "<effectiveTime value=\"20260102\"/>\n"
    "<setId root=\"00000000-0000-4000-9000-%012u\"/>\n"
    "<versionNumber value=\"%u\"/>\n"
    "<author><assignedEntity><representedOrganization><name>Nobody &amp; Sons</name>"
    "</representedOrganization></assignedEntity></author>\n"
    "<component><structuredBody><component><section>\n"
    "<code code=\"48780-1\" codeSystem=\"2.16.840.1.113883.6.1\"/>\n"
    "<subject><manufacturedProduct><manufacturedProduct>\n"
    "<code code=\"99999-%03u\" codeSystem=\"2.16.840.1.113883.6.69\"/><name>%s</name>\n"
    "<asEntityWithGeneric><genericMedicine><name>inventamab</name></genericMedicine></asEntityWithGeneric>\n"
    "</manufacturedProduct></manufacturedProduct></subject>\n"
    "</section></component></structuredBody></component></document>\n",
    number, name, number, version, number, name);
}

void
import_fixture_write_label (ImportFixture *self,
                            const char    *file,
                            guint          number,
                            guint          version,
                            const char    *name)
{
  g_autofree char *xml = import_fixture_dup_label (number, version, name);

  fixture_write_file (self->files, file, xml, -1);
}

void
import_fixture_write_labels (ImportFixture *self,
                             guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *file = g_strdup_printf ("label-%03u.xml", i);
      g_autofree char *name = g_strdup_printf ("Inventodrug %u", i);

      import_fixture_write_label (self, file, i, 1, name);
    }
}

void
import_fixture_assert_label (ImportFixture *self,
                             const char    *text)
{
  GtkWidget *label = hc_ui_fixture_find (self->window, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
}

void
import_fixture_assert_heading (ImportFixture *self,
                               const char    *text)
{
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (self->window, GTK_ACCESSIBLE_ROLE_HEADING);

  for (guint i = 0; i < headings->len; i++)
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (headings, i)), text))
      return;

  g_error ("No heading “%s”", text);
}

void
import_fixture_activate (ImportFixture *self,
                         const char    *action)
{
  GtkWidget *widget = hc_ui_fixture_find (self->window, HC_TYPE_IMPORT_REPORT_VIEW, NULL);

  if (widget == NULL)
    widget = GTK_WIDGET (self->page);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

void
import_fixture_start (ImportFixture *self)
{
  const char *paths[] = { self->files, NULL };

  g_assert_true (hc_import_page_start (self->page, paths));
}

void
import_fixture_wait_for_report (ImportFixture *self)
{
  WAIT_FOR (hc_ui_fixture_find (self->window, HC_TYPE_IMPORT_REPORT_VIEW, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 3);
}

void
import_fixture_import (ImportFixture *self)
{
  import_fixture_start (self);
  import_fixture_wait_for_report (self);
}

void
import_fixture_assert_numbers (ImportFixture *self,
                               const char    *added,
                               const char    *updated,
                               const char    *unchanged)
{
  const char *titles[] = { added, updated, unchanged };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_nonnull (hc_ui_fixture_find (self->window, ADW_TYPE_ACTION_ROW, titles[i]));
}

/* The problems that can be seen. */
GPtrArray *
import_fixture_list_problems (ImportFixture *self)
{
  g_autoptr (GPtrArray) disclosures = hc_ui_fixture_find_all (self->window, HC_TYPE_DISCLOSURE);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < disclosures->len; i++)
    g_ptr_array_add (rows, gtk_widget_get_ancestor (g_ptr_array_index (disclosures, i),
                                                    GTK_TYPE_LIST_BOX_ROW));

  return rows;
}
