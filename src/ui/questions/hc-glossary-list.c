/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-glossary-list.h"

#include <glib/gi18n.h>

#include "hc-link.h"
#include "hc-navigation.h"
#include "hc-term.h"
#include "hc-wrapped-label.h"

/**
 * HcGlossaryList:
 *
 * The medical words from A to Z with what they mean, and in their place those that have what was typed.
 * A word with an article leads there.
 */
struct _HcGlossaryList
{
  AdwNavigationPage   parent_instance;

  char               *words; /* what is searched for; NULL for everything */

  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkScrolledWindow  *scroller;
  GtkListView        *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *terms;
  GtkCustomFilter    *filter;
};

G_DEFINE_FINAL_TYPE (HcGlossaryList, hc_glossary_list, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
match_term (gpointer item,
            gpointer user_data)
{
  HcGlossaryList *self = user_data;

  return self->words == NULL || hc_term_matches (item, self->words);
}

static void
apply_search (HcGlossaryList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  if (!g_set_str (&self->words, *text != '\0' ? text : NULL))
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->terms)) > 0 ? "terms" : "nothing");
}

static void
search_changed_cb (HcGlossaryList *self)
{
  guint n_terms;
  g_autofree char *announcement = NULL;

  apply_search (self);
  if (self->words == NULL)
    return;

  n_terms = g_list_model_get_n_items (G_LIST_MODEL (self->terms));
  announcement = g_strdup_printf (g_dngettext (NULL, "%u word found", "%u words found", n_terms), n_terms);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
stop_search_cb (HcGlossaryList *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
term_activated_cb (HcGlossaryList *self,
                   guint           position)
{
  g_autoptr (HcTerm) term = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *link = NULL;

  if (hc_term_get_article (term) == NULL)
    return;

  link = g_strconcat (HC_LINK_SCHEME ":article/", hc_term_get_article (term), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_cb (HcGlossaryList *self,
          GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *details = hc_wrapped_label_new (NULL, "caption");

  gtk_widget_add_css_class (details, "dimmed");
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (item, box);
}

/* Where the definition is from, and that there is more. */
static char *
dup_details (HcTerm *term)
{
  GPtrArray *sources = hc_term_get_sources (term);
  const char *publisher = sources->len > 0 ? ((HcSource *) g_ptr_array_index (sources, 0))->publisher : "";

  if (hc_term_get_article (term) == NULL)
    /* Translators: %s is who published what a definition relies on. */
    return g_strdup_printf (_("From: %s"), publisher);

  /* Translators: %s is who published what a definition relies on; pressing it leads to an article. */
  return g_strdup_printf (_("From: %s · Read more"), publisher);
}

static void
bind_cb (HcGlossaryList *self,
         GtkListItem    *item)
{
  HcTerm *term = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *definition = gtk_widget_get_next_sibling (name);
  GtkWidget *details = gtk_widget_get_next_sibling (definition);
  g_autofree char *words = dup_details (term);

  gtk_label_set_label (GTK_LABEL (name), hc_term_get_name (term));
  gtk_label_set_label (GTK_LABEL (definition), hc_term_get_definition (term));
  gtk_label_set_label (GTK_LABEL (details), words);
  gtk_list_item_set_accessible_label (item, hc_term_get_name (term));
  gtk_list_item_set_accessible_description (item, hc_term_get_definition (term));
}

static void
hc_glossary_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_GLOSSARY_LIST);

  G_OBJECT_CLASS (hc_glossary_list_parent_class)->dispose (object);
}

static void
hc_glossary_list_finalize (GObject *object)
{
  g_free (HC_GLOSSARY_LIST (object)->words);

  G_OBJECT_CLASS (hc_glossary_list_parent_class)->finalize (object);
}

static void
hc_glossary_list_class_init (HcGlossaryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_glossary_list_dispose;
  object_class->finalize = hc_glossary_list_finalize;

  g_type_ensure (HC_TYPE_TERM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/questions/hc-glossary-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, stack);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, view);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, selection);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, terms);
  gtk_widget_class_bind_template_child (widget_class, HcGlossaryList, filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, term_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hc_glossary_list_init (HcGlossaryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, match_term, self, NULL);
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->stack));
}

/* Goes to the chosen term, or to the heading of the first one, which GtkListView hides. */
static gboolean
show_selected_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  HcGlossaryList *self = HC_GLOSSARY_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_adjustment_get_upper (adjustment) <= 0.0)
    return G_SOURCE_CONTINUE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  else
    gtk_adjustment_set_value (adjustment, 0.0);

  return G_SOURCE_REMOVE;
}

/**
 * hc_glossary_list_new:
 * @library: the library
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer floating) (nullable): the list
 */
HcGlossaryList *
hc_glossary_list_new (HcLibrary  *library,
                      GError    **error)
{
  HcGlossaryList *self;
  g_autoptr (GListModel) terms = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  terms = hc_term_load_all (library, error);
  if (terms == NULL)
    return NULL;

  self = g_object_new (HC_TYPE_GLOSSARY_LIST, NULL);
  gtk_filter_list_model_set_model (self->terms, terms);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_selected_cb, NULL, NULL);

  return self;
}

/**
 * hc_glossary_list_show:
 * @self: a list
 * @id: the id of a term
 *
 * Shows all terms again and goes to that one, which is marked.
 *
 * Returns: %FALSE when there is none
 */
gboolean
hc_glossary_list_show (HcGlossaryList *self,
                       const char     *id)
{
  GListModel *terms;
  guint n;

  g_return_val_if_fail (HC_IS_GLOSSARY_LIST (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  gtk_editable_set_text (self->search_entry, "");
  apply_search (self);
  terms = G_LIST_MODEL (self->selection);
  n = g_list_model_get_n_items (terms);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcTerm) term = g_list_model_get_item (terms, i);

      if (!g_str_equal (hc_term_get_id (term), id))
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_add_tick_callback (GTK_WIDGET (self), show_selected_cb, NULL, NULL);

      return TRUE;
    }

  return FALSE;
}

/**
 * hc_glossary_list_focus_search:
 * @self: a list
 *
 * Puts the cursor into the entry that searches it.
 */
void
hc_glossary_list_focus_search (HcGlossaryList *self)
{
  g_return_if_fail (HC_IS_GLOSSARY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
