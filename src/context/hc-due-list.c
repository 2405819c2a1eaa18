/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-list.h"

/**
 * HcDueItem:
 *
 * Something that waits for the person: a dose, an appointment, questions for the next visit.
 */
struct _HcDueItem
{
  GObject    parent_instance;

  char      *title;
  char      *detail;
  char      *icon_name;
  char      *link;
  GDateTime *time;
};

G_DEFINE_FINAL_TYPE (HcDueItem, hc_due_item, G_TYPE_OBJECT)

/**
 * HcDueList:
 *
 * All that waits for the person, a #GListModel of #HcDueItem by their times; what has no time comes
 * last. Each part of the program that knows of such things adds a list of its own.
 */
struct _HcDueList
{
  GObject    parent_instance;

  GPtrArray *sources; /* of GListModel */
  GPtrArray *items;   /* of HcDueItem, sorted */
};

static void hc_due_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDueList, hc_due_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hc_due_list_list_model_init))

static void
hc_due_item_finalize (GObject *object)
{
  HcDueItem *self = HC_DUE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->icon_name);
  g_free (self->link);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (hc_due_item_parent_class)->finalize (object);
}

static void
hc_due_item_class_init (HcDueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_item_finalize;
}

static void
hc_due_item_init (HcDueItem *self)
{
}

/**
 * hc_due_item_new:
 * @title: what is due
 * @detail: (nullable): more about it
 * @icon_name: a symbolic icon
 * @link: where it is done
 * @time: (nullable): when; %NULL: at no certain time
 *
 * Returns: (transfer full): an item
 */
HcDueItem *
hc_due_item_new (const char *title,
                 const char *detail,
                 const char *icon_name,
                 const char *link,
                 GDateTime  *time)
{
  HcDueItem *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (icon_name != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_object_new (HC_TYPE_DUE_ITEM, NULL);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->icon_name = g_strdup (icon_name);
  self->link = g_strdup (link);
  self->time = time != NULL ? g_date_time_ref (time) : NULL;

  return self;
}

/**
 * hc_due_item_get_title:
 * @self: an item
 *
 * Returns: what is due
 */
const char *
hc_due_item_get_title (HcDueItem *self)
{
  g_return_val_if_fail (HC_IS_DUE_ITEM (self), NULL);

  return self->title;
}

/**
 * hc_due_item_get_detail:
 * @self: an item
 *
 * Returns: (nullable): more about it
 */
const char *
hc_due_item_get_detail (HcDueItem *self)
{
  g_return_val_if_fail (HC_IS_DUE_ITEM (self), NULL);

  return self->detail;
}

/**
 * hc_due_item_get_icon_name:
 * @self: an item
 *
 * Returns: its symbolic icon
 */
const char *
hc_due_item_get_icon_name (HcDueItem *self)
{
  g_return_val_if_fail (HC_IS_DUE_ITEM (self), NULL);

  return self->icon_name;
}

/**
 * hc_due_item_get_link:
 * @self: an item
 *
 * Returns: where it is done
 */
const char *
hc_due_item_get_link (HcDueItem *self)
{
  g_return_val_if_fail (HC_IS_DUE_ITEM (self), NULL);

  return self->link;
}

/**
 * hc_due_item_get_time:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): when it is due
 */
GDateTime *
hc_due_item_get_time (HcDueItem *self)
{
  g_return_val_if_fail (HC_IS_DUE_ITEM (self), NULL);

  return self->time;
}

/**
 * hc_due_item_is_today:
 * @self: an item
 * @now: the time, in the zone of the person
 *
 * Returns: whether it is due at a time of the day of @now, in that zone
 */
gboolean
hc_due_item_is_today (HcDueItem *self,
                      GDateTime *now)
{
  g_autoptr (GDateTime) here = NULL;

  g_return_val_if_fail (HC_IS_DUE_ITEM (self), FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  if (self->time == NULL)
    return FALSE;

  here = g_date_time_to_timezone (self->time, g_date_time_get_timezone (now));

  return g_date_time_get_year (here) == g_date_time_get_year (now) &&
         g_date_time_get_day_of_year (here) == g_date_time_get_day_of_year (now);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  GDateTime *first = ((HcDueItem *) a)->time, *second = ((HcDueItem *) b)->time;

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_date_time_compare (first, second);
}

/* Few things are due at a time: the list is put together anew. */
static void
gather (HcDueList *self)
{
  guint n_before = self->items->len;

  g_ptr_array_set_size (self->items, 0);

  for (guint i = 0; i < self->sources->len; i++)
    {
      GListModel *source = g_ptr_array_index (self->sources, i);

      for (guint j = 0; j < g_list_model_get_n_items (source); j++)
        g_ptr_array_add (self->items, g_list_model_get_item (source, j));
    }

  g_ptr_array_sort_values (self->items, compare_items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

static GType
get_item_type (GListModel *model)
{
  return HC_TYPE_DUE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HC_DUE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HcDueList *self = HC_DUE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
hc_due_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hc_due_list_finalize (GObject *object)
{
  HcDueList *self = HC_DUE_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->sources);

  G_OBJECT_CLASS (hc_due_list_parent_class)->finalize (object);
}

static void
hc_due_list_class_init (HcDueListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_list_finalize;
}

static void
hc_due_list_init (HcDueList *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hc_due_list_new:
 *
 * Returns: (transfer full): a list of which nobody is a source yet
 */
HcDueList *
hc_due_list_new (void)
{
  return g_object_new (HC_TYPE_DUE_LIST, NULL);
}

/**
 * hc_due_list_add:
 * @self: a list
 * @source: a list of #HcDueItem, which may change
 *
 * Adds what another part of the program knows to be due.
 */
void
hc_due_list_add (HcDueList  *self,
                 GListModel *source)
{
  g_return_if_fail (HC_IS_DUE_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (source));

  g_ptr_array_add (self->sources, g_object_ref (source));
  g_signal_connect_object (source, "items-changed", G_CALLBACK (gather), self, G_CONNECT_SWAPPED);
  gather (self);
}
