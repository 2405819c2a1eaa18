/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-desk.h"

#include <glib/gi18n.h>

#define UNCOVERED_KEY "diary-uncovered-kinds"
#define PINNED_KEY "diary-pinned-kinds"
#define UNITS_KEY "diary-other-units"

/**
 * HcDiaryDesk:
 *
 * What the parts of the diary share: what can be written down, the diary of the person that is shown, and how this
 * person wants to see it.
 */
struct _HcDiaryDesk
{
  GObject       parent_instance;

  HcContext    *context;
  HcDiaryBook  *book;
  HcDiaryWatch *watch;
  HcDiaryKind  *infusion; /* the library has none */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDiaryDesk, hc_diary_desk, G_TYPE_OBJECT)

static void
hc_diary_desk_finalize (GObject *object)
{
  HcDiaryDesk *self = HC_DIARY_DESK (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->book);
  g_clear_object (&self->infusion);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_diary_desk_parent_class)->finalize (object);
}

static void
hc_diary_desk_class_init (HcDiaryDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_desk_finalize;

  /**
   * HcDiaryDesk::changed:
   *
   * The person wants to see something in another way.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_diary_desk_init (HcDiaryDesk *self)
{
  self->infusion = hc_diary_kind_new (&(HcDiaryKindDetails) {
    .id = HC_DIARY_INFUSION,
    .name = _("Infusion"),
    .group = HC_DIARY_GROUP_DAY,
    .input = HC_DIARY_INPUT_TEXT,
    .question = _("When was the infusion of oxaliplatin?"),
    .hint = _("From then on the days are counted on which cold is to be avoided."),
  });
}

static HcCurrentPerson *
get_person (HcDiaryDesk *self)
{
  return hc_context_get_person (self->context);
}

static void
settings_changed_cb (HcDiaryDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is kept is the person's own: somebody else may want to be spared what this one wants to see. */
static gboolean
has_kind (HcDiaryDesk *self,
          const char  *key,
          const char  *item)
{
  g_auto (GStrv) items = g_settings_get_strv (hc_context_get_settings (self->context), key);

  return g_strv_contains ((const char *const *) items, item);
}

static void
set_kind (HcDiaryDesk *self,
          const char  *key,
          const char  *item,
          gboolean     is_in)
{
  GSettings *settings = hc_context_get_settings (self->context);
  g_auto (GStrv) items = g_settings_get_strv (settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) wanted = NULL;

  if (g_strv_contains ((const char *const *) items, item) == is_in)
    return;

  for (guint i = 0; items[i] != NULL; i++)
    if (!g_str_equal (items[i], item))
      g_strv_builder_add (builder, items[i]);
  if (is_in)
    g_strv_builder_add (builder, item);

  wanted = g_strv_builder_end (builder);
  g_settings_set_strv (settings, key, (const char *const *) wanted);
}

static char *
dup_item (HcDiaryDesk *self,
          const char  *kind)
{
  return g_strconcat (hc_diary_desk_get_person_id (self), "/", kind, NULL);
}

/**
 * hc_diary_desk_new:
 * @context: what the parts of the program share
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what the parts of the diary share
 */
HcDiaryDesk *
hc_diary_desk_new (HcContext  *context,
                   GError    **error)
{
  g_autoptr (HcDiaryBook) book = NULL;
  HcDiaryDesk *self;
  GSettings *settings;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  book = hc_diary_book_new (hc_context_get_library (context), error);
  if (book == NULL)
    return NULL;

  self = g_object_new (HC_TYPE_DIARY_DESK, NULL);
  self->context = g_object_ref (context);
  self->book = g_steal_pointer (&book);
  self->watch = hc_diary_watch_new (self->book, hc_context_get_profile (context), hc_context_get_person (context),
                                    hc_context_get_clock (context));

  settings = hc_context_get_settings (context);
  g_signal_connect_object (settings, "changed::" UNCOVERED_KEY, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PINNED_KEY, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" UNITS_KEY, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_diary_desk_get_context:
 * @self: a desk
 *
 * Returns: (transfer none): what the parts of the program share
 */
HcContext *
hc_diary_desk_get_context (HcDiaryDesk *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  return self->context;
}

/**
 * hc_diary_desk_get_diary:
 * @self: a desk
 *
 * Returns: (transfer none): the diary of all persons
 */
HcDiary *
hc_diary_desk_get_diary (HcDiaryDesk *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  return hc_profile_get_diary (hc_context_get_profile (self->context));
}

/**
 * hc_diary_desk_get_book:
 * @self: a desk
 *
 * Returns: (transfer none): what the library knows of the diary
 */
HcDiaryBook *
hc_diary_desk_get_book (HcDiaryDesk *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  return self->book;
}

/**
 * hc_diary_desk_get_watch:
 * @self: a desk
 *
 * Returns: (transfer none): what matters now
 */
HcDiaryWatch *
hc_diary_desk_get_watch (HcDiaryDesk *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  return self->watch;
}

/**
 * hc_diary_desk_get_kind:
 * @self: a desk
 * @id: the id of a kind of entry
 *
 * Returns: (transfer none) (nullable): the kind, of the library or an infusion; %NULL for one that is not known
 */
HcDiaryKind *
hc_diary_desk_get_kind (HcDiaryDesk *self,
                        const char  *id)
{
  HcDiaryKind *kind;

  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  kind = hc_diary_book_get_kind (self->book, id);
  if (kind == NULL && g_str_equal (id, HC_DIARY_INFUSION))
    return self->infusion;

  return kind;
}

/**
 * hc_diary_desk_get_name:
 * @self: a desk
 * @kind: the id of a kind of entry
 *
 * Returns: its name; the id of one that this edition of the library does not know
 */
const char *
hc_diary_desk_get_name (HcDiaryDesk *self,
                        const char  *kind)
{
  HcDiaryKind *known = hc_diary_desk_get_kind (self, kind);

  return known != NULL ? hc_diary_kind_get_details (known)->name : kind;
}

/**
 * hc_diary_desk_get_person_id:
 * @self: a desk
 *
 * Returns: the id to be saved with an entry of the person that is shown
 */
const char *
hc_diary_desk_get_person_id (HcDiaryDesk *self)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  return hc_current_person_get_id (get_person (self));
}

/**
 * hc_diary_desk_dup_now:
 * @self: a desk
 *
 * Returns: (transfer full): the time, in the zone in which times are shown
 */
GDateTime *
hc_diary_desk_dup_now (HcDiaryDesk *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);

  now = hc_clock_dup_time (hc_context_get_clock (self->context));

  return g_date_time_to_local (now);
}

/**
 * hc_diary_desk_query_async:
 * @self: a desk
 * @kinds: (nullable) (array zero-terminated=1): the kinds, %NULL for all
 * @limit: how many of the newest, 0 for all
 * @callback: called with the diary as its source, for hc_diary_query_finish()
 * @user_data: passed to @callback
 *
 * Reads entries of the person that is shown.
 */
void
hc_diary_desk_query_async (HcDiaryDesk         *self,
                           const char *const   *kinds,
                           guint                limit,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HC_IS_DIARY_DESK (self));

  hc_diary_query_async (hc_diary_desk_get_diary (self), hc_diary_desk_get_person_id (self),
                        hc_current_person_is_first (get_person (self)), kinds, NULL, NULL, limit, callback, user_data);
}

/**
 * hc_diary_desk_count_async:
 * @self: a desk
 * @callback: called with the diary as its source, for hc_diary_count_finish()
 * @user_data: passed to @callback
 *
 * Counts the entries of the person that is shown.
 */
void
hc_diary_desk_count_async (HcDiaryDesk         *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HC_IS_DIARY_DESK (self));

  hc_diary_count_async (hc_diary_desk_get_diary (self), hc_diary_desk_get_person_id (self),
                        hc_current_person_is_first (get_person (self)), NULL, callback, user_data);
}

/**
 * hc_diary_desk_is_covered:
 * @self: a desk
 * @entry: an entry of the person that is shown
 *
 * Returns: whether nothing that it says is to be seen
 */
gboolean
hc_diary_desk_is_covered (HcDiaryDesk  *self,
                          HcDiaryEntry *entry)
{
  const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);

  return details->is_covered && !hc_diary_desk_shows_always (self, details->kind);
}

/**
 * hc_diary_desk_shows_always:
 * @self: a desk
 * @kind: the id of a kind of entry
 *
 * Returns: whether the person that is shown wants to see results of that kind without uncovering them
 */
gboolean
hc_diary_desk_shows_always (HcDiaryDesk *self,
                            const char  *kind)
{
  g_autofree char *item = NULL;

  g_return_val_if_fail (HC_IS_DIARY_DESK (self), FALSE);

  item = dup_item (self, kind);

  return has_kind (self, UNCOVERED_KEY, item);
}

/**
 * hc_diary_desk_set_shows_always:
 * @self: a desk
 * @kind: the id of a kind of entry
 * @shows_always: whether the person that is shown wants to see its results without uncovering them
 */
void
hc_diary_desk_set_shows_always (HcDiaryDesk *self,
                                const char  *kind,
                                gboolean     shows_always)
{
  g_autofree char *item = NULL;

  g_return_if_fail (HC_IS_DIARY_DESK (self));

  item = dup_item (self, kind);
  set_kind (self, UNCOVERED_KEY, item, shows_always);
}

/**
 * hc_diary_desk_is_pinned:
 * @self: a desk
 * @kind: the id of a kind of entry
 *
 * Returns: whether the person that is shown wants to be asked for it
 */
gboolean
hc_diary_desk_is_pinned (HcDiaryDesk *self,
                         const char  *kind)
{
  g_autofree char *item = NULL;

  g_return_val_if_fail (HC_IS_DIARY_DESK (self), FALSE);

  item = dup_item (self, kind);

  return has_kind (self, PINNED_KEY, item);
}

/**
 * hc_diary_desk_set_pinned:
 * @self: a desk
 * @kind: the id of a kind of entry
 * @is_pinned: whether the person that is shown wants to be asked for it
 */
void
hc_diary_desk_set_pinned (HcDiaryDesk *self,
                          const char  *kind,
                          gboolean     is_pinned)
{
  g_autofree char *item = NULL;

  g_return_if_fail (HC_IS_DIARY_DESK (self));

  item = dup_item (self, kind);
  set_kind (self, PINNED_KEY, item, is_pinned);
}

/**
 * hc_diary_desk_uses_other_unit:
 * @self: a desk
 * @kind: the id of a kind of entry
 *
 * Returns: whether its numbers are written and shown in its other unit, the one of this house for everybody
 */
gboolean
hc_diary_desk_uses_other_unit (HcDiaryDesk *self,
                               const char  *kind)
{
  g_return_val_if_fail (HC_IS_DIARY_DESK (self), FALSE);

  return has_kind (self, UNITS_KEY, kind);
}

/**
 * hc_diary_desk_set_other_unit:
 * @self: a desk
 * @kind: the id of a kind of entry
 * @uses_other: whether its numbers are written and shown in its other unit
 */
void
hc_diary_desk_set_other_unit (HcDiaryDesk *self,
                              const char  *kind,
                              gboolean     uses_other)
{
  g_return_if_fail (HC_IS_DIARY_DESK (self));

  set_kind (self, UNITS_KEY, kind, uses_other);
}

/**
 * hc_diary_desk_dup_value:
 * @self: a desk
 * @entry: an entry that is not covered
 *
 * Returns: (transfer full): what it says besides its note; empty when there is only that
 */
char *
hc_diary_desk_dup_value (HcDiaryDesk  *self,
                         HcDiaryEntry *entry)
{
  const HcDiaryEntryDetails *details;
  HcDiaryKind *kind;

  g_return_val_if_fail (HC_IS_DIARY_DESK (self), NULL);
  g_return_val_if_fail (HC_IS_DIARY_ENTRY (entry), NULL);

  details = hc_diary_entry_get_details (entry);
  kind = hc_diary_desk_get_kind (self, details->kind);

  if (!details->has_value)
    return g_strdup ("");

  if (kind == NULL)
    return g_strdup_printf ("%g", details->value);

  return hc_diary_kind_format (kind, details->value, hc_diary_desk_uses_other_unit (self, details->kind));
}
