/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-model.h"

#include "hc-wall-clock.h"

/**
 * HcDiaryModel:
 *
 * Entries of the person that is shown, the newest first, a section for each day. They are read in the thread of the
 * database, all at once, and again whenever the diary changes; then only what is different changes here, so that a
 * list keeps its place. Twenty thousand of them are no trouble: a list makes rows of those that are seen.
 */
struct _HcDiaryModel
{
  GObject      parent_instance;

  HcDiaryDesk *desk;
  char        *kind;  /* NULL: all */
  guint        limit; /* 0: none */

  guint        serial; /* of the last question to the diary: what comes late is left alone */
  GPtrArray   *entries;
  GArray      *starts; /* of guint: where each day begins */
  gboolean     is_loaded;
  GError      *error;
};

enum {
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDiaryModel, hc_diary_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
hc_diary_model_get_item_type (GListModel *model)
{
  return HC_TYPE_DIARY_ENTRY;
}

static guint
hc_diary_model_get_n_items (GListModel *model)
{
  return HC_DIARY_MODEL (model)->entries->len;
}

static gpointer
hc_diary_model_get_item (GListModel *model,
                         guint       position)
{
  HcDiaryModel *self = HC_DIARY_MODEL (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_diary_model_get_item_type;
  iface->get_n_items = hc_diary_model_get_n_items;
  iface->get_item = hc_diary_model_get_item;
}

static void
hc_diary_model_get_section (GtkSectionModel *model,
                            guint            position,
                            guint           *start,
                            guint           *end)
{
  HcDiaryModel *self = HC_DIARY_MODEL (model);
  guint low = 0, high = self->starts->len;

  if (position >= self->entries->len)
    {
      *start = self->entries->len;
      *end = G_MAXUINT;
      return;
    }

  /* The last day that begins at the position or above. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }

  *start = g_array_index (self->starts, guint, low);
  *end = high < self->starts->len ? g_array_index (self->starts, guint, high) : self->entries->len;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hc_diary_model_get_section;
}

static void
hc_diary_model_finalize (GObject *object)
{
  HcDiaryModel *self = HC_DIARY_MODEL (object);

  g_clear_object (&self->desk);
  g_free (self->kind);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->starts);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hc_diary_model_parent_class)->finalize (object);
}

static void
hc_diary_model_class_init (HcDiaryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_model_finalize;

  /**
   * HcDiaryModel::loaded:
   *
   * The entries were read, or could not be read.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
hc_diary_model_init (HcDiaryModel *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static guint32
get_day (HcDiaryEntry *entry,
         GTimeZone    *zone)
{
  gint64 instant = g_date_time_to_unix (hc_diary_entry_get_details (entry)->time);

  return hc_wall_clock_to_date (hc_wall_clock_read (zone, instant));
}

/* Returns whether days begin elsewhere than before. */
static gboolean
find_days (HcDiaryModel *self)
{
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (self->desk);
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GArray) old = self->starts;
  guint32 before = G_DATE_BAD_JULIAN;

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint32 date = get_day (g_ptr_array_index (self->entries, i), zone);

      if (date != before)
        g_array_append_val (self->starts, i);
      before = date;
    }

  if (old->len == 0 || self->starts->len == 0)
    return old->len != self->starts->len;

  return old->len != self->starts->len ||
         memcmp (old->data, self->starts->data, old->len * sizeof (guint)) != 0;
}

/* Each query makes objects of its own; an entry that was not saved in between says the same. */
static gboolean
is_same (HcDiaryEntry *a,
         HcDiaryEntry *b)
{
  return g_str_equal (hc_diary_entry_get_id (a), hc_diary_entry_get_id (b)) &&
         g_date_time_equal (hc_diary_entry_get_changed (a), hc_diary_entry_get_changed (b)) &&
         g_date_time_equal (hc_diary_entry_get_details (a)->time, hc_diary_entry_get_details (b)->time);
}

/* Takes entries in place of those that are there, and tells of what is different. */
static void
replace (HcDiaryModel *self,
         GPtrArray    *entries)
{
  g_autoptr (GPtrArray) old = self->entries;
  guint begin = 0, end = 0, n_removed, n_added;
  gboolean has_other_days;

  while (begin < old->len && begin < entries->len && is_same (old->pdata[begin], entries->pdata[begin]))
    begin++;
  while (begin + end < old->len && begin + end < entries->len &&
         is_same (old->pdata[old->len - end - 1], entries->pdata[entries->len - end - 1]))
    end++;

  for (guint i = 0; i < begin; i++)
    g_set_object ((HcDiaryEntry **) &entries->pdata[i], old->pdata[i]);
  for (guint i = 1; i <= end; i++)
    g_set_object ((HcDiaryEntry **) &entries->pdata[entries->len - i], old->pdata[old->len - i]);

  self->entries = g_ptr_array_ref (entries);
  has_other_days = find_days (self);

  n_removed = old->len - begin - end;
  n_added = entries->len - begin - end;
  if (n_removed + n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), begin, n_removed, n_added);
  /* A day may have become longer or shorter on both sides of what is new. */
  if (has_other_days && begin + end > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, entries->len);
}

typedef struct
{
  HcDiaryModel *model;
  guint         serial;
} Question;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HcDiaryModel) self = question->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = hc_diary_query_finish (HC_DIARY (source), result, &error);
  HcProfile *profile = hc_context_get_profile (hc_diary_desk_get_context (self->desk));

  if (question->serial != self->serial)
    return;

  g_clear_error (&self->error);
  self->is_loaded = entries != NULL;

  /* Before the profile is open there is nothing to be read, and that is no fault. What was read before stays. */
  if (entries != NULL)
    replace (self, entries);
  else if (hc_profile_get_state (profile) == HC_PROFILE_READY)
    self->error = g_steal_pointer (&error);

  g_signal_emit (self, signals[LOADED], 0);
}

static void
load (HcDiaryModel *self)
{
  const char *kinds[] = { self->kind, NULL };
  Question *question = g_new0 (Question, 1);

  question->model = g_object_ref (self);
  question->serial = ++self->serial;
  hc_diary_desk_query_async (self->desk, self->kind != NULL ? kinds : NULL, self->limit, read_cb, question);
}

static void
diary_changed_cb (HcDiaryModel *self,
                  const char   *kind)
{
  if (kind == NULL || self->kind == NULL || g_str_equal (kind, self->kind))
    load (self);
}

/* What belongs to somebody else is not to be seen for a moment. */
static void
start_anew (HcDiaryModel *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);

  self->is_loaded = FALSE;
  replace (self, none);
  load (self);
}

/**
 * hc_diary_model_new:
 * @desk: what the parts of the diary share
 * @kind: (nullable): the id of a kind of entry, %NULL for all
 * @limit: how many of the newest, 0 for all
 *
 * Returns: (transfer full): the entries, which are on their way
 */
HcDiaryModel *
hc_diary_model_new (HcDiaryDesk *desk,
                    const char  *kind,
                    guint        limit)
{
  HcDiaryModel *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_DIARY_MODEL, NULL);
  self->desk = g_object_ref (desk);
  self->kind = g_strdup (kind);
  self->limit = limit;
  g_signal_connect_object (hc_diary_desk_get_diary (desk), "changed", G_CALLBACK (diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (hc_diary_desk_get_context (desk)), "changed",
                           G_CALLBACK (start_anew), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * hc_diary_model_set_kind:
 * @self: entries
 * @kind: (nullable): the id of a kind of entry, %NULL for all
 *
 * Has only entries of that kind from now on.
 */
void
hc_diary_model_set_kind (HcDiaryModel *self,
                         const char   *kind)
{
  g_return_if_fail (HC_IS_DIARY_MODEL (self));

  if (g_set_str (&self->kind, kind))
    start_anew (self);
}

/**
 * hc_diary_model_is_loaded:
 * @self: entries
 *
 * Returns: whether these are the entries that the diary has
 */
gboolean
hc_diary_model_is_loaded (HcDiaryModel *self)
{
  g_return_val_if_fail (HC_IS_DIARY_MODEL (self), FALSE);

  return self->is_loaded;
}

/**
 * hc_diary_model_get_error:
 * @self: entries
 *
 * Returns: (transfer none) (nullable): why they could not be read
 */
const GError *
hc_diary_model_get_error (HcDiaryModel *self)
{
  g_return_val_if_fail (HC_IS_DIARY_MODEL (self), NULL);

  return self->error;
}
