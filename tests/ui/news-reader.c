/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news-reader.h"

#include "hc-news-page.h"

Reader *
reader_new (void)
{
  Reader *self = g_new0 (Reader, 1);

  self->fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  self->fetcher = news_fixture_install (self->fixture);
  hc_ui_fixture_open_profile (self->fixture);
  fake_fetcher_serve (self->fetcher, A, 200,
                      RSS ("Paper A", ITEM ("a1", "Old study", "01", "About colons.")
                           ITEM ("a2", "New study", "12", "About &lt;b&gt;capecitabine&lt;/b&gt; and more.")))->etag =
    g_strdup ("\"one\"");
  fake_fetcher_serve (self->fetcher, B, 200, RSS ("Paper B", ITEM ("b1", "A recall", "05", "Of a medicine.")));

  return self;
}

void
reader_free (Reader *self)
{
  hc_ui_fixture_free (self->fixture);
  g_assert_finalize_object (self->fetcher);
  g_free (self);
}

void
reader_open (Reader     *self,
             const char *link)
{
  self->window = hc_ui_fixture_present (self->fixture, link, 360, 640);
}

/* Two feeds, of which all is here; nothing may be fetched. */
Reader *
reader_new_filled (void)
{
  Reader *self = reader_new ();
  g_autofree char *log = NULL;

  news_fixture_subscribe (self->fixture, A, "", "Science");
  news_fixture_subscribe (self->fixture, B, "My paper", "");
  news_fixture_refresh (self->fixture);
  log = fake_fetcher_dup_log (self->fetcher);

  return self;
}

gpointer
reader_find (Reader     *self,
             GType       type,
             const char *text)
{
  return hc_ui_fixture_find (self->window, type, text);
}

gpointer
reader_wait_for (Reader     *self,
                 GType       type,
                 const char *text)
{
  WAIT_FOR (reader_find (self, type, text) != NULL);

  return reader_find (self, type, text);
}

/* Widgets below the page have its actions. */
void
reader_act (Reader     *self,
            const char *action,
            GVariant   *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (reader_find (self, HC_TYPE_NEWS_PAGE, NULL), action, owned));
}

void
reader_assert_query (Reader     *self,
                     const char *sql,
                     const char *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

guint
reader_count (Reader     *self,
              const char *sql)
{
  g_autofree char *count = hc_ui_fixture_query (self->fixture, sql);

  return (guint) g_ascii_strtoull (count, NULL, 10);
}

/* What a screen reader says of the rows, a line for each. */
static char *
dup_rows (Reader *self,
          GType   type)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (self->window, type);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *item = gtk_widget_get_parent (g_ptr_array_index (rows, i));
      g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (item, GTK_TYPE_LABEL);

      for (guint j = 0; j < labels->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", gtk_label_get_text (labels->pdata[j]));
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

void
reader_assert_rows (Reader     *self,
                    GType       type,
                    const char *expected)
{
  g_autofree char *rows = NULL;

  hc_ui_fixture_wait_frames (self->window, 3);
  rows = dup_rows (self, type);
  g_assert_cmpstr (rows, ==, expected);
}

void
reader_activate_row (Reader *self,
                     guint   position)
{
  g_signal_emit_by_name (reader_wait_for (self, GTK_TYPE_LIST_VIEW, NULL), "activate", position);
  hc_ui_fixture_wait_frames (self->window, 3);
}

void
reader_assert_log (Reader     *self,
                   const char *expected)
{
  g_autofree char *log = fake_fetcher_dup_log (self->fetcher);

  g_assert_cmpstr (log, ==, expected);
}

AdwDialog *
reader_wait_for_dialog (Reader *self)
{
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) != NULL);
  hc_ui_fixture_wait_frames (self->window, 3);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

void
reader_wait_for_no_dialog (Reader *self)
{
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) == NULL);
}
