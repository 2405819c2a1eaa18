/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-home.h"

#include <glib/gi18n.h>

#include "hc-drug-hits.h"
#include "hc-drug-row.h"
#include "hc-drug-words.h"
#include "hc-link.h"
#include "hc-list-heading.h"
#include "hc-navigation.h"
#include "hc-search-hit.h"

/* So many chips are shown of classes and of conditions before the others are asked for. */
#define N_FIRST_CHIPS 16

/**
 * HcDrugHome:
 *
 * The ways to a medicine: a search, letters, what it is for, classes. What a search has found stands in their
 * place: what the library has, and behind it imported labels.
 */
struct _HcDrugHome
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;

  GtkEditable       *search_entry;
  GtkLabel          *correction_label;
  GtkStack          *stack;
  AdwWrapBox        *letters;
  AdwWrapBox        *conditions;
  AdwWrapBox        *classes;
  GtkListView       *hits_view;
  GtkNoSelection    *hits;
};

G_DEFINE_FINAL_TYPE (HcDrugHome, hc_drug_home, ADW_TYPE_NAVIGATION_PAGE)

/* A word that medicines have, and how many have it. */
typedef struct
{
  const char *word;
  guint       n;
} WordCount;

static void
add_chip (AdwWrapBox *box,
          const char *title,
          const char *key,
          const char *value)
{
  g_autoptr (HcLink) link = hc_link_new ("drugs", NULL, NULL);
  g_autofree char *target = NULL;
  GtkWidget *button;

  g_hash_table_insert (link->query, g_strdup (key), g_strdup (value));
  target = hc_link_print (link);
  button = gtk_button_new_with_label (title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  adw_wrap_box_append (box, button);
}

static void
fill_letters (HcDrugHome *self)
{
  GListModel *drugs = hc_library_get_drugs (hc_context_get_library (self->context));
  guint n = g_list_model_get_n_items (drugs);
  gunichar last = 0;

  add_chip (self->letters, _("All"), "letter", "all");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i);
      gunichar letter = g_unichar_toupper (g_utf8_get_char (hc_drug_get_name (drug)));
      char text[7] = "";

      if (letter == last)
        continue;

      last = letter;
      g_unichar_to_utf8 (letter, text);
      add_chip (self->letters, text, "letter", text);
    }
}

static void
count_words (GHashTable        *counts,
             const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_insert (counts, (gpointer) words[i],
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, words[i])) + 1));
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const WordCount *first = a, *second = b;

  return first->n != second->n ? (int) second->n - (int) first->n : g_strcmp0 (first->word, second->word);
}

static void
show_all_cb (GtkWidget *button)
{
  GtkWidget *box = gtk_widget_get_parent (button);
  GtkWidget *next = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (next == NULL && !gtk_widget_get_visible (child))
        next = child;
      gtk_widget_set_visible (child, child != button);
    }

  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static void
fill_words (HcDrugHome *self,
            AdwWrapBox *box,
            const char *key,
            const char *const * (*get_words) (HcDrug *drug))
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (WordCount));
  GListModel *drugs = hc_library_get_drugs (hc_context_get_library (self->context));
  guint n = g_list_model_get_n_items (drugs);
  GHashTableIter iter;
  gpointer word, count;
  GtkWidget *all;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i);

      count_words (counts, get_words (drug));
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      WordCount entry = { word, GPOINTER_TO_UINT (count) };

      g_array_append_val (sorted, entry);
    }
  g_array_sort (sorted, compare_counts);

  for (guint i = 0; i < sorted->len; i++)
    {
      const WordCount *entry = &g_array_index (sorted, WordCount, i);
      g_autofree char *title = hc_drug_words_title (entry->word);

      add_chip (box, title, key, entry->word);
      gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (box)), i < N_FIRST_CHIPS);
    }

  if (sorted->len <= N_FIRST_CHIPS)
    return;

  all = gtk_button_new_with_label (_("Show All"));
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect (all, "clicked", G_CALLBACK (show_all_cb), NULL);
  adw_wrap_box_append (box, all);
}

static void
setup_cb (HcDrugHome  *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, hc_drug_row_new (hc_context_get_library (self->context)));
}

static void
open_link (HcDrugHome *self,
           const char *link)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
hit_activated_cb (HcDrugHome *self,
                  guint       position)
{
  g_autoptr (GObject) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  g_autofree char *link = hc_drug_row_dup_link (hit);

  open_link (self, link);
}

static void
search_changed_cb (HcDrugHome *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  gboolean has_failed = FALSE;
  g_autoptr (GListModel) hits =
    hc_drug_hits_find (self->context, gtk_editable_get_text (self->search_entry), self->correction_label, &has_failed);

  gtk_no_selection_set_model (self->hits, hits);

  if (*typed == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "browse");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (hits) > 0 ? "hits" : "nothing");
  hc_drug_hits_announce (GTK_ACCESSIBLE (self), hits);
  if (has_failed)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("The search failed"));
}

static void
search_activated_cb (HcDrugHome *self)
{
  /* The hits may still be those of the words before. */
  search_changed_cb (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    hit_activated_cb (self, 0);
}

static void
stop_search_cb (HcDrugHome *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
hc_drug_home_dispose (GObject *object)
{
  HcDrugHome *self = HC_DRUG_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DRUG_HOME);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_drug_home_parent_class)->dispose (object);
}

static void
hc_drug_home_class_init (HcDrugHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_drug_home_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/drugs/hc-drug-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, correction_label);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, stack);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, letters);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, conditions);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, classes);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, hits_view);
  gtk_widget_class_bind_template_child (widget_class, HcDrugHome, hits);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_drug_row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "bind_heading_cb",
                                                G_CALLBACK (hc_drug_hits_bind_heading_cb));
}

static void
hc_drug_home_init (HcDrugHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->stack));
}

/**
 * hc_drug_home_new:
 * @context: the library and the imported labels
 *
 * Returns: (transfer floating): the page
 */
HcDrugHome *
hc_drug_home_new (HcContext *context)
{
  HcDrugHome *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_DRUG_HOME, NULL);
  self->context = g_object_ref (context);
  fill_letters (self);
  fill_words (self, self->conditions, "condition", hc_drug_get_conditions);
  fill_words (self, self->classes, "class", hc_drug_get_classes);
  g_signal_connect_object (hc_context_get_labels (context), "changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_drug_home_search:
 * @self: a home page
 * @text: what is looked for
 *
 * Searches as if it had been typed.
 */
void
hc_drug_home_search (HcDrugHome *self,
                     const char *text)
{
  g_return_if_fail (HC_IS_DRUG_HOME (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->search_entry, text);
  search_changed_cb (self);
}

/**
 * hc_drug_home_focus_search:
 * @self: a home page
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_drug_home_focus_search (HcDrugHome *self)
{
  g_return_if_fail (HC_IS_DRUG_HOME (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
