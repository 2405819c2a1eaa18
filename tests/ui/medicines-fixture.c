/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "medicines-fixture.h"

#include "fixture.h"
#include "hc-label-import.h"

MedicinesFixture *
medicines_fixture_open (const char *link,
                        int         width)
{
  MedicinesFixture *self = g_new0 (MedicinesFixture, 1);

  self->fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

void
medicines_fixture_free (MedicinesFixture *self)
{
  hc_ui_fixture_free (self->fixture);
  g_free (self);
}

gpointer
medicines_fixture_find (MedicinesFixture *self,
                        GType             type,
                        const char       *text)
{
  return hc_ui_fixture_find (self->window, type, text);
}

void
medicines_fixture_go (MedicinesFixture *self,
                      const char       *link)
{
  g_assert_true (hc_window_open_link (self->window, link));
  hc_ui_fixture_wait_frames (self->window, 5);
}

/* Waits for a toast, and takes it. */
char *
medicines_fixture_take_toast (MedicinesFixture *self)
{
  WAIT_FOR (medicines_fixture_find (self, g_type_from_name ("AdwToastWidget"), NULL) != NULL);

  return hc_ui_fixture_take_toast (self->window);
}

/* What would be shown at the next start. */
char *
medicines_fixture_dup_link (MedicinesFixture *self)
{
  return g_settings_get_string (hc_context_get_settings (self->fixture->context), "last-link");
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return hc_ui_fixture_find (widget, GTK_TYPE_LABEL, text) != NULL ||
         (tooltip != NULL && strstr (tooltip, text) != NULL);
}

/* Moves the focus as the Tab key does, until it is on a widget of that type that says that. */
GtkWidget *
medicines_fixture_tab_to (MedicinesFixture *self,
                          GType             type,
                          const char       *text)
{
  GtkWidget *focus = NULL;

  for (guint i = 0; i < 600; i++)
    {
      /* What is still read from disk may come. */
      if (i % 60 == 59)
        hc_ui_fixture_wait_frames (self->window, 3);

      gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (self->window));
      if (focus != NULL && g_type_is_a (G_OBJECT_TYPE (focus), type) && says (focus, text))
        return focus;
    }

  g_error ("The Tab key does not lead to “%s”", text);
}

/* Adds a medicine of somebody, NULL: of nobody. */
void
medicines_fixture_add (MedicinesFixture *self,
                       const char       *person,
                       const char       *link,
                       const char       *name,
                       const char       *strength,
                       const char       *form)
{
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) {
    .person = person,
    .link = link,
    .name = name,
    .strength = strength,
    .form = form,
  });
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (hc_profile_get_medicines (profile), medicine, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);
}

/* Tells of a person, whose id is returned. */
char *
medicines_fixture_add_person (MedicinesFixture *self)
{
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (profile), person, &(HcPersonDetails) { .name = "Jo" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return g_strdup (hc_person_get_id (person));
}

/* Imports a label as the program does. */
void
medicines_fixture_import (MedicinesFixture *self,
                          const char       *xml)
{
  HcLabelCatalog *catalog = hc_context_get_labels (self->fixture->context);
  g_autoptr (HcLabelImport) import = hc_label_import_new (hc_sources_catalog_get_path (HC_SOURCES_CATALOG (catalog)));
  g_autofree char *path = g_build_filename (self->fixture->folder, "label.xml", NULL);
  const char *paths[] = { path, NULL };
  guint n_before = hc_label_catalog_count (catalog);
  gboolean is_done = FALSE;

  fixture_write_file (self->fixture->folder, "label.xml", xml, -1);
  hc_label_import_run_async (import, paths, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (catalog));
  g_assert_cmpuint (hc_label_catalog_count (catalog), ==, n_before + 1);
  hc_ui_fixture_wait_frames (self->window, 3);
}

HcArticlePage *
medicines_fixture_get_page (MedicinesFixture *self)
{
  HcArticlePage *page = medicines_fixture_find (self, HC_TYPE_ARTICLE_PAGE, NULL);

  g_assert_nonnull (page);

  return page;
}

/* What the page says of a medicine; it must be there. */
GtkWidget *
medicines_fixture_find_text (MedicinesFixture *self,
                             const char       *words)
{
  GtkWidget *label = hc_ui_fixture_find (medicines_fixture_get_page (self), GTK_TYPE_LABEL, words);

  if (label == NULL)
    g_error ("There is no “%s” on the page", words);

  return label;
}

/* A heading of the page that says just that, NULL when there is none. */
GtkWidget *
medicines_fixture_find_heading (MedicinesFixture *self,
                                const char       *words)
{
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (medicines_fixture_get_page (self),
                                                            GTK_ACCESSIBLE_ROLE_HEADING);

  for (guint i = 0; i < headings->len; i++)
    if (GTK_IS_LABEL (g_ptr_array_index (headings, i)) &&
        g_str_equal (gtk_label_get_text (g_ptr_array_index (headings, i)), words))
      return g_ptr_array_index (headings, i);

  return NULL;
}

/* How far below the top of the window something begins. */
float
medicines_fixture_get_top (MedicinesFixture *self,
                           gpointer          widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &bounds));

  return bounds.origin.y;
}
