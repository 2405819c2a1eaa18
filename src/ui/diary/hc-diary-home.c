/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-home.h"

#include <glib/gi18n.h>

#include "hc-cold-card.h"
#include "hc-diary-model.h"
#include "hc-diary-recent.h"
#include "hc-diary-words.h"
#include "hc-error-words.h"
#include "hc-flag-list.h"
#include "hc-wrapped-button.h"

/* One thing at a time: what is offered, asked in the evening, and shown of the last days. */
#define N_OFFERED 6
#define N_ASKED 7
#define N_RECENT 8
#define COURSE_KEY "hc-course"

/**
 * HcDiaryHome:
 *
 * The diary as it opens: what is urgent first, then how today is, and what was written last.
 */
struct _HcDiaryHome
{
  AdwNavigationPage  parent_instance;

  HcDiaryDesk       *desk;
  HcDiaryModel      *entries; /* the newest */
  GHashTable        *counts;  /* id of a kind -> HcDiaryCount; NULL until they were counted */
  guint              serial;  /* of the last count */

  AdwBanner         *banner;
  GtkBox            *urgent_box;
  GtkListBox        *kinds_list;
  GtkWidget         *empty_label;
  GtkListBox        *list;
  GtkWidget         *all_button;
  GtkWidget         *evening_button;
  GtkWidget         *infusion_button;
  GtkWidget         *add_button;
  GtkWidget         *import_button;
};

G_DEFINE_FINAL_TYPE (HcDiaryHome, hc_diary_home, ADW_TYPE_NAVIGATION_PAGE)

/* Returns: (nullable): when the person told last of a kind */
static GDateTime *
get_last (HcDiaryHome *self,
          const char  *kind)
{
  const HcDiaryCount *count = self->counts != NULL ? g_hash_table_lookup (self->counts, kind) : NULL;

  return count != NULL ? count->last : NULL;
}

static int
compare_last (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  HcDiaryHome *self = user_data;

  return g_date_time_compare (get_last (self, b), get_last (self, a));
}

static void
add_kind (GPtrArray  *list,
          const char *id,
          guint       n_max)
{
  if (list->len < n_max && !g_ptr_array_find_with_equal_func (list, id, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (id));
}

/* A fresh diary offers the first of each group that somebody can feel or measure at home. */
static gboolean
is_usual (const HcDiaryKindDetails *details,
          guint                     position,
          gboolean                  symptoms_only)
{
  switch (details->group)
    {
    case HC_DIARY_GROUP_MEASUREMENT:
      return !symptoms_only && position == 0;
    case HC_DIARY_GROUP_SYMPTOM:
      return TRUE;
    case HC_DIARY_GROUP_DAY:
      return details->input == HC_DIARY_INPUT_CHOICE;
    case HC_DIARY_GROUP_WARNING:
    case HC_DIARY_GROUP_LAB:
    default:
      return FALSE;
    }
}

static gboolean
is_asked (const HcDiaryKindDetails *details)
{
  return (details->group == HC_DIARY_GROUP_SYMPTOM || details->group == HC_DIARY_GROUP_DAY) &&
         details->input != HC_DIARY_INPUT_TEXT;
}

/* What the person has pinned, what they told of last, and what is usual, in this order. */
static GPtrArray *
choose_kinds (HcDiaryHome *self,
              guint        n_max,
              gboolean     symptoms_only)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  GListModel *kinds = hc_diary_book_get_kinds (hc_diary_desk_get_book (self->desk));
  guint n = g_list_model_get_n_items (kinds);
  guint n_of_group[HC_DIARY_GROUP_DAY + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);

      if (symptoms_only && !is_asked (details))
        continue;
      if (hc_diary_desk_is_pinned (self->desk, details->id))
        add_kind (list, details->id, n);
      if (get_last (self, details->id) != NULL && details->group != HC_DIARY_GROUP_LAB)
        g_ptr_array_add (used, (gpointer) details->id);
    }

  g_ptr_array_sort_values_with_data (used, compare_last, self);
  for (guint i = 0; i < used->len; i++)
    add_kind (list, g_ptr_array_index (used, i), n_max);

  /* The day as such comes last in the book, and is asked for in any case. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);

      if (is_usual (details, n_of_group[details->group]++, symptoms_only))
        add_kind (list, details->id, details->group == HC_DIARY_GROUP_SYMPTOM && n_max > 2 ? n_max - 2 : n_max);
    }

  return list;
}

/* Returns: (transfer full) (array zero-terminated=1): the same in the order of the book, which does not change with
 *   every entry: a hand finds again what it has found before */
static char **
list_kinds (HcDiaryHome *self,
            guint        n_max,
            gboolean     symptoms_only)
{
  g_autoptr (GPtrArray) chosen = choose_kinds (self, n_max, symptoms_only);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  GListModel *kinds = hc_diary_book_get_kinds (hc_diary_desk_get_book (self->desk));
  guint n = g_list_model_get_n_items (kinds);

  /* What is pinned stands above the rest. */
  for (int is_pinned = TRUE; is_pinned >= FALSE; is_pinned--)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
        const char *id = hc_diary_kind_get_details (kind)->id;

        if (hc_diary_desk_is_pinned (self->desk, id) == is_pinned &&
            g_ptr_array_find_with_equal_func (chosen, id, g_str_equal, NULL))
          g_strv_builder_add (list, id);
      }

  return g_strv_builder_end (list);
}

static GtkWidget *
new_kind_row (HcDiaryKind *kind)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);
  /* Translators: %s is what can be measured or felt. */
  g_autofree char *course = g_strdup_printf (_("Course of %s"), details->name);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", details->name,
                                 "activatable", TRUE,
                                 "action-name", "diary.enter",
                                 "action-target", g_variant_new_string (details->id),
                                 NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "hc-trend-symbolic",
                                    "tooltip-text", course,
                                    "valign", GTK_ALIGN_CENTER,
                                    "action-name", "diary.show-kind",
                                    "action-target", g_variant_new_string (details->id),
                                    NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, course, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), COURSE_KEY, button);

  return row;
}

static GtkListBoxRow *
find_kind_row (HcDiaryHome *self,
               const char  *kind)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->kinds_list, i)) != NULL; i++)
    if (g_str_equal (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), kind))
      return row;

  return NULL;
}

/* Brings the rows into the order of the kinds. One that is there already stays, and keeps the keyboard. */
static void
arrange_rows (HcDiaryHome *self,
              char       **kinds)
{
  GtkListBoxRow *row;
  int n = 0;

  for (; kinds[n] != NULL; n++)
    {
      GtkWidget *wanted = GTK_WIDGET (find_kind_row (self, kinds[n]));

      row = gtk_list_box_get_row_at_index (self->kinds_list, n);
      if (wanted != NULL && wanted == GTK_WIDGET (row))
        continue;

      if (wanted != NULL)
        gtk_list_box_remove (self->kinds_list, wanted);
      gtk_list_box_insert (self->kinds_list, new_kind_row (hc_diary_desk_get_kind (self->desk, kinds[n])), n);
    }

  while ((row = gtk_list_box_get_row_at_index (self->kinds_list, n)) != NULL)
    gtk_list_box_remove (self->kinds_list, GTK_WIDGET (row));
}

static void
update_offer (HcDiaryHome *self)
{
  g_auto (GStrv) kinds = list_kinds (self, N_OFFERED, FALSE);
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (self->desk);

  arrange_rows (self, kinds);

  for (int i = 0; kinds[i] != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->kinds_list, i);
      GDateTime *last = get_last (self, kinds[i]);
      g_autofree char *when = last != NULL ? hc_diary_words_dup_when (last, now) : NULL;
      /* Translators: %s is a day and a time of day. */
      g_autofree char *subtitle = when != NULL ? g_strdup_printf (_("Last: %s"), when) : g_strdup ("");

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), COURSE_KEY), last != NULL);
    }
}

static void
update (HcDiaryHome *self)
{
  GListModel *entries = G_LIST_MODEL (self->entries);
  const GError *error = hc_diary_model_get_error (self->entries);
  guint n = g_list_model_get_n_items (entries);

  if (error == NULL)
    error = hc_diary_watch_get_error (hc_diary_desk_get_watch (self->desk));

  if (error != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("The diary could not be read. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
    }
  adw_banner_set_revealed (self->banner, error != NULL);

  hc_diary_recent_fill (self->list, self->desk, entries, N_RECENT, TRUE);
  gtk_widget_set_visible (self->empty_label, n == 0 && hc_diary_model_is_loaded (self->entries));
  gtk_widget_set_visible (self->all_button, n > 0);
}

typedef struct
{
  HcDiaryHome *home;
  guint        serial;
} Question;

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HcDiaryHome) self = question->home;
  GHashTable *counts = hc_diary_count_finish (HC_DIARY (source), result, NULL);

  /* Without a count the usual kinds are offered; what is wrong the entries tell. */
  if (question->serial != self->serial || self->desk == NULL)
    {
      g_clear_pointer (&counts, g_hash_table_unref);
      return;
    }

  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = counts;
  update_offer (self);
}

static void
count (HcDiaryHome *self)
{
  Question *question = g_new0 (Question, 1);

  question->home = g_object_ref (self);
  question->serial = ++self->serial;
  hc_diary_desk_count_async (self->desk, counted_cb, question);
}

static void
activated_cb (HcDiaryHome   *self,
              GtkListBoxRow *row)
{
  hc_diary_recent_activate (self->list, row, self->desk);
}

static void
hc_diary_home_dispose (GObject *object)
{
  HcDiaryHome *self = HC_DIARY_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DIARY_HOME);
  g_clear_object (&self->entries);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->counts, g_hash_table_unref);

  G_OBJECT_CLASS (hc_diary_home_parent_class)->dispose (object);
}

static void
hc_diary_home_class_init (HcDiaryHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_diary_home_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-diary-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, banner);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, urgent_box);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, kinds_list);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, empty_label);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, list);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, all_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, evening_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, infusion_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, add_button);
  gtk_widget_class_bind_template_child (widget_class, HcDiaryHome, import_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hc_diary_home_init (HcDiaryHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->all_button);
  hc_wrapped_button_set (self->evening_button);
  hc_wrapped_button_set (self->infusion_button);
  hc_wrapped_button_set (self->add_button);
  hc_wrapped_button_set (self->import_button);
}

/**
 * hc_diary_home_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): the page
 */
HcDiaryHome *
hc_diary_home_new (HcDiaryDesk *desk)
{
  HcDiaryHome *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_DIARY_HOME, NULL);
  self->desk = g_object_ref (desk);
  self->entries = hc_diary_model_new (desk, NULL, N_RECENT);
  gtk_box_append (self->urgent_box, hc_flag_list_new (desk));
  gtk_box_append (self->urgent_box, hc_cold_card_new (desk));

  g_signal_connect_object (self->entries, "loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_diary_desk_get_watch (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_diary_desk_get_diary (desk), "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (hc_diary_desk_get_context (desk)), "changed", G_CALLBACK (count),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_offer), self, G_CONNECT_SWAPPED);
  update_offer (self);
  update (self);
  count (self);

  return self;
}

/**
 * hc_diary_home_dup_evening_kinds:
 * @self: the page
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of what is asked in the evening: what the person has told
 *   of before, and what is usual
 */
char **
hc_diary_home_dup_evening_kinds (HcDiaryHome *self)
{
  g_return_val_if_fail (HC_IS_DIARY_HOME (self), NULL);

  return list_kinds (self, N_ASKED, TRUE);
}
