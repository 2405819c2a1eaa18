/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "listing-fixture.h"

#include "hc-listing-page.h"
#include "hc-listing-view.h"

/* Lists of a directory, and the page of something in it. */

/* What is listed, which is more than can be seen. */
GListModel *
listing_get_model (MedicinesFixture *fixture)
{
  GtkWidget *view = medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL);

  g_assert_nonnull (view);
  view = hc_ui_fixture_find (view, GTK_TYPE_LIST_VIEW, NULL);

  return view != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))) : NULL;
}

/* Returns "Title|detail|remark" of those of a section, one a line, and no more than so many. */
char *
listing_dup_rows (MedicinesFixture *fixture,
                  const char       *section,
                  guint             n_max)
{
  GListModel *listings = listing_get_model (fixture);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; listings != NULL && i < g_list_model_get_n_items (listings) && n_max > 0; i++)
    {
      g_autoptr (HcListing) listing = g_list_model_get_item (listings, i);
      const HcListingDetails *details = hc_listing_get_details (listing);

      if (g_strcmp0 (details->section, section) != 0)
        continue;

      g_string_append_printf (rows, "%s|%s|%s\n", details->title, details->detail != NULL ? details->detail : "",
                              details->remark != NULL ? details->remark : "");
      n_max--;
    }

  return g_string_free_and_steal (rows);
}

guint
listing_count (MedicinesFixture *fixture,
               const char       *section)
{
  g_autofree char *rows = listing_dup_rows (fixture, section, G_MAXUINT);
  guint n = 0;

  for (const char *p = rows; *p != '\0'; p++)
    n += *p == '\n';

  return n;
}

void
listing_assert_rows (MedicinesFixture *fixture,
                     const char       *section,
                     guint             n_max,
                     const char       *expected)
{
  g_autofree char *rows = listing_dup_rows (fixture, section, n_max);

  g_assert_cmpstr (rows, ==, expected);
}

void
listing_search (MedicinesFixture *fixture,
                const char       *text)
{
  GtkWidget *entry = medicines_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

gpointer
listing_get_page (MedicinesFixture *fixture)
{
  gpointer page = medicines_fixture_find (fixture, HC_TYPE_LISTING_PAGE, NULL);

  g_assert_nonnull (page);

  return page;
}

void
listing_assert_says (gpointer    page,
                     const char *text)
{
  if (hc_ui_fixture_find (page, GTK_TYPE_LABEL, text) == NULL)
    g_error ("It does not say “%s”", text);
}

void
listing_assert_silent (gpointer    page,
                       const char *text)
{
  if (hc_ui_fixture_find (page, GTK_TYPE_LABEL, text) != NULL)
    g_error ("It says “%s”", text);
}

/* The button with that label within it. */
GtkWidget *
listing_find_button (gpointer    page,
                     const char *text)
{
  GtkWidget *label = hc_ui_fixture_find (page, GTK_TYPE_LABEL, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}
