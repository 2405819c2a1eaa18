/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pills-fixture.h"

#include "hc-database.h"
#include "hc-pill-card.h"
#include "hc-pill-form.h"
#include "hc-pills-page.h"

static const PillSample samples[] = {
  { { "XELODA", "500", HC_PILL_SHAPE_OVAL, { HC_PILL_COLOR_ORANGE, 0 }, 1, 17.0 },
    { .target = PILLS_FIXTURE_LINK, .name = "Capecitabine", .brand = "Xeloda", .strength = "500 mg",
      .form = "tablet", .maker = "Maker & Co", .source = "The Label", .url = "https://label.example/a?b=c&d=e",
      .confirmed = TRUE, .remark = "A remark." } },
  { { "XELODA", "150", HC_PILL_SHAPE_OVAL, { HC_PILL_COLOR_ORANGE, 0 }, 2, 11.0 },
    { .target = PILLS_FIXTURE_LINK, .name = "Capecitabine", .brand = "Xeloda", .strength = "150 mg",
      .form = "tablet" } },
  { { "Zofran;4", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_WHITE, 0 }, 0, 0.0 }, { .name = "Ondansetron" } },
  { { "L;10", NULL, HC_PILL_SHAPE_CAPSULE, { HC_PILL_COLOR_BLUE, HC_PILL_COLOR_WHITE }, 0, 0.0 },
    { .name = "Loperamide" } },
  /* Two that nothing tells apart, and two names of one medicine. */
  { { "TV;12", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_PINK, 0 }, 0, 0.0 }, { .name = "Alphazole" } },
  { { "TV;12", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_PINK, 0 }, 0, 0.0 }, { .name = "Betazole" } },
  { { "GG7", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_GREEN, 0 }, 0, 0.0 },
    { .name = "Warfarin", .brand = "Jantoven", .strength = "1 mg" } },
  { { "GG7", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_GREEN, 0 }, 0, 0.0 },
    { .name = "JANTOVEN", .strength = "1 mg/1" } },
};

/* Of one look, more than there is room for. */
#define N_GEARS 8

/* Adds a pill to a database. */
void
pills_fixture_write (HcPillWriter     *writer,
                     const PillSample *sample)
{
  g_autoptr (HcPill) pill = hc_pill_new (&sample->look, &sample->details);
  g_autoptr (GError) error = NULL;

  hc_pill_writer_add (writer, pill, &error);
  g_assert_no_error (error);
}

static void
write_samples (CompilerFixture *content)
{
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (HcPillWriter) writer = NULL;

  g_assert_no_error (error);
  writer = hc_pill_writer_new (database, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    pills_fixture_write (writer, &samples[i]);

  for (guint i = 0; i < N_GEARS; i++)
    {
      g_autofree char *imprint = g_strdup_printf ("GEAR%c", 'A' + (char) i);

      pills_fixture_write (writer, &(PillSample) {
        { imprint, NULL, HC_PILL_SHAPE_GEAR, { HC_PILL_COLOR_GRAY, 0 }, 0, 5.0 }, { .name = imprint },
      });
    }
}

/* The program with these pills, at that place. */
PillsFixture *
pills_fixture_new (const char *link,
                   int         width)
{
  PillsFixture *self = g_new0 (PillsFixture, 1);

  self->content = hc_ui_fixture_make_library (NULL);
  write_samples (self->content);
  self->fixture = hc_ui_fixture_new_for_content (self->content);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

void
pills_fixture_free (PillsFixture *self)
{
  hc_ui_fixture_free (self->fixture);
  compiler_fixture_free (self->content);
  g_free (self);
}

GtkWidget *
pills_fixture_get_page (PillsFixture *self)
{
  return hc_ui_fixture_find (self->window, HC_TYPE_PILLS_PAGE, NULL);
}

/* As if that was typed. */
void
pills_fixture_type (PillsFixture *self,
                    const char   *text)
{
  GtkWidget *form = hc_ui_fixture_find (self->window, HC_TYPE_PILL_FORM, NULL);
  GtkWidget *entry = hc_ui_fixture_find (form, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  hc_ui_fixture_wait_frames (self->window, 3);
}

/* The titles of all that was found, with a bar between them. */
void
pills_fixture_assert_found (PillsFixture *self,
                            const char   *expected)
{
  GtkGridView *grid = hc_ui_fixture_find (self->window, GTK_TYPE_GRID_VIEW, NULL);
  GListModel *pills = grid != NULL ? G_LIST_MODEL (gtk_grid_view_get_model (grid)) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; pills != NULL && i < g_list_model_get_n_items (pills); i++)
    {
      g_autoptr (HcPill) pill = g_list_model_get_item (pills, i);
      g_autofree char *title = hc_pill_dup_title (pill);

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", title);
    }

  g_assert_cmpstr (names->str, ==, expected);
}

void
pills_fixture_assert_toast (PillsFixture *self,
                            const char   *expected)
{
  g_autofree char *toast = NULL;

  WAIT_FOR (hc_ui_fixture_find (self->window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (self->window);
  g_assert_cmpstr (toast, ==, expected);
}

/* One of the cards that can be seen. */
gpointer
pills_fixture_get_card (PillsFixture *self,
                        guint         place)
{
  g_autoptr (GPtrArray) cards = hc_ui_fixture_find_all (self->window, HC_TYPE_PILL_CARD);

  g_assert_cmpuint (place, <, cards->len);

  return g_ptr_array_index (cards, place);
}
