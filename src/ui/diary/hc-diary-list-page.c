/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-list-page.h"

#include <glib/gi18n.h>

#include "hc-diary-model.h"
#include "hc-diary-operations.h"
#include "hc-diary-row.h"
#include "hc-diary-words.h"
#include "hc-error-words.h"
#include "hc-list-heading.h"
#include "hc-navigation.h"

/**
 * HcDiaryListPage:
 *
 * All entries of the diary of the person that is shown, under the days, or those of one kind.
 */
struct _HcDiaryListPage
{
  AdwNavigationPage  parent_instance;

  HcDiaryDesk       *desk;
  HcDiaryModel      *entries;
  char              *kind;      /* what is shown; NULL: all */
  GPtrArray         *kinds;     /* ids of what can be chosen, after “All” */
  guint              serial;    /* of the last question which kinds there are */
  gboolean           is_filling; /* the choices are made, not chosen by the person */

  GtkStack          *stack;
  GtkDropDown       *kinds_down;
  GtkStringList     *kind_names;
  GtkScrolledWindow *scroller;
  GtkListView       *view;
  AdwStatusPage     *fault_page;
};

G_DEFINE_FINAL_TYPE (HcDiaryListPage, hc_diary_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (HcDiaryListPage *self)
{
  const GError *error = hc_diary_model_get_error (self->entries);
  const char *name = "wait";

  if (error != NULL)
    {
      adw_status_page_set_description (self->fault_page, hc_error_to_words (error));
      name = "fault";
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    name = "list";
  else if (hc_diary_model_is_loaded (self->entries))
    name = "empty";

  if (g_str_equal (name, "list") && !g_str_equal (gtk_stack_get_visible_child_name (self->stack), name))
    hc_navigation_begin_at_top (self->scroller);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_kind (HcDiaryListPage *self,
           const char      *kind)
{
  g_set_str (&self->kind, kind);
  hc_diary_model_set_kind (self->entries, kind);
  update (self);
}

static void
kind_selected_cb (HcDiaryListPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kinds_down);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    show_kind (self, selected > 0 ? g_ptr_array_index (self->kinds, selected - 1) : NULL);
}

static void
activated_cb (HcDiaryListPage *self,
              guint            position)
{
  g_autoptr (HcDiaryEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  if (entry != NULL)
    hc_diary_show_entry (GTK_WIDGET (self), self->desk, entry);
}

static void
retry_cb (HcDiaryListPage *self)
{
  g_autofree char *kind = g_strdup (self->kind);

  g_clear_object (&self->entries);
  hc_diary_list_page_set_kind (self, kind);
}

static void
update_label (GtkListItem *item)
{
  HcDiaryEntry *entry = gtk_list_item_get_item (item);
  HcDiaryDesk *desk = g_object_get_data (G_OBJECT (item), "hc-diary-desk");
  g_autofree char *words = entry != NULL ? hc_diary_words_dup_entry (desk, entry) : NULL;

  gtk_list_item_set_accessible_label (item, words != NULL ? words : "");
}

static void
setup_cb (HcDiaryListPage *self,
          GtkListItem     *item)
{
  g_object_set_data_full (G_OBJECT (item), "hc-diary-desk", g_object_ref (self->desk), g_object_unref);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (update_label), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, hc_diary_row_new (self->desk, TRUE, FALSE));
}

static void
bind_cb (HcDiaryListPage *self,
         GtkListItem     *item)
{
  HcDiaryEntry *entry = gtk_list_item_get_item (item);

  hc_diary_row_show (HC_DIARY_ROW (gtk_list_item_get_child (item)), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_label), item, G_CONNECT_SWAPPED);
  update_label (item);
}

static void
unbind_cb (HcDiaryListPage *self,
           GtkListItem     *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_label, item);
  hc_diary_row_show (HC_DIARY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
bind_heading_cb (HcDiaryListPage *self,
                 GtkListHeader   *header)
{
  HcDiaryEntry *entry = gtk_list_header_get_item (header);
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (self->desk);
  g_autofree char *day = hc_diary_words_dup_day (hc_diary_entry_get_details (entry)->time, now);

  hc_list_heading_set (header, day);
}

static void
fill_choices (HcDiaryListPage *self,
              GHashTable      *counts)
{
  GListModel *kinds = hc_diary_book_get_kinds (hc_diary_desk_get_book (self->desk));
  guint n = g_list_model_get_n_items (kinds), selected = 0;
  const char *empty[] = { NULL };

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->kinds, 0);
  gtk_string_list_splice (self->kind_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->kind_names)), empty);
  gtk_string_list_append (self->kind_names, _("All Kinds"));

  for (guint i = 0; i <= n; i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const char *id = kind != NULL ? hc_diary_kind_get_details (kind)->id : HC_DIARY_INFUSION;
      gboolean is_shown = g_strcmp0 (id, self->kind) == 0;

      if (!is_shown && (counts == NULL || !g_hash_table_contains (counts, id)))
        continue;

      g_ptr_array_add (self->kinds, g_strdup (id));
      gtk_string_list_append (self->kind_names, hc_diary_desk_get_name (self->desk, id));
      if (is_shown)
        selected = self->kinds->len;
    }

  gtk_drop_down_set_selected (self->kinds_down, selected);
  self->is_filling = FALSE;
}

typedef struct
{
  HcDiaryListPage *page;
  guint            serial;
} Question;

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HcDiaryListPage) self = question->page;
  g_autoptr (GHashTable) counts = hc_diary_count_finish (HC_DIARY (source), result, NULL);

  /* Without a count there is the choice of what is shown: the list itself tells what is wrong. */
  if (question->serial == self->serial && self->stack != NULL)
    fill_choices (self, counts);
}

static void
count (HcDiaryListPage *self)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->serial = ++self->serial;
  hc_diary_desk_count_async (self->desk, counted_cb, question);
}

static void
hc_diary_list_page_dispose (GObject *object)
{
  HcDiaryListPage *self = HC_DIARY_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DIARY_LIST_PAGE);
  g_clear_object (&self->entries);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_diary_list_page_parent_class)->dispose (object);
}

static void
hc_diary_list_page_class_init (HcDiaryListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_diary_list_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-diary-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, kinds_down);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, kind_names);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, view);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryListPage, fault_page);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
}

static void
hc_diary_list_page_init (HcDiaryListPage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  self->kinds = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hc_diary_list_page_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): a page with all entries
 */
HcDiaryListPage *
hc_diary_list_page_new (HcDiaryDesk *desk)
{
  HcDiaryListPage *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_DIARY_LIST_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (hc_diary_desk_get_diary (desk), "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (hc_diary_desk_get_context (desk)), "changed", G_CALLBACK (count),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_diary_list_page_set_kind:
 * @self: a page
 * @kind: (nullable): the id of a kind of entry, %NULL for all
 *
 * Shows entries of that kind.
 */
void
hc_diary_list_page_set_kind (HcDiaryListPage *self,
                             const char      *kind)
{
  g_return_if_fail (HC_IS_DIARY_LIST_PAGE (self));

  g_set_str (&self->kind, kind);

  /* The entries are read when they are first shown. */
  if (self->entries == NULL)
    {
      g_autoptr (GtkNoSelection) selection = NULL;

      self->entries = hc_diary_model_new (self->desk, kind, 0);
      g_signal_connect_object (self->entries, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
      gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
      update (self);
    }
  else
    show_kind (self, kind);

  fill_choices (self, NULL);
  count (self);
}
