/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-checker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-interaction-card.h"
#include "hc-severity-words.h"

/* Nobody looks through more. */
#define MAX_MATCHES 8

/* A name that is what was typed. */
#define MAX_RATING 8

/* More than anybody takes; all that is shown is made at once. */
#define MAX_ITEMS 40

/* Set on an item that is one of the medicines of the person. */
#define OWNED_KEY "hc-owned"

/**
 * HcInteractionChecker:
 *
 * Anything that is taken together, and what is known of it.
 */
struct _HcInteractionChecker
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  GPtrArray         *items; /* of HcCheckedItem */
  char              *owner; /* whose medicines are among them; NULL for nobody's */

  GtkEditable       *search_entry;
  GtkListBox        *matches;
  AdwWrapBox        *chips;
  GtkWidget         *mine_button;
  GtkLabel          *summary_label;
  GtkBox            *cards;
  GtkLabel          *unknown_label;
};

G_DEFINE_FINAL_TYPE (HcInteractionChecker, hc_interaction_checker, ADW_TYPE_NAVIGATION_PAGE)

static void update (HcInteractionChecker *self);

static void
remove_cb (HcInteractionChecker *self,
           GtkWidget            *button)
{
  HcCheckedItem *item = g_object_get_data (G_OBJECT (button), "item");

  g_ptr_array_remove (self->items, item);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
add_chip (HcInteractionChecker *self,
          HcCheckedItem        *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is a medicine that is taken off a list. */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), hc_checked_item_get_name (item));

  /* No AdwButtonContent: it makes the name of the medicine that of the button, and a screen reader would not say
   * that it is removed. */
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE,
                                                   "icon-name", "window-close-symbolic",
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   NULL));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL,
                                                   "label", hc_checked_item_get_name (item),
                                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                                   NULL));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, button);
}

static void
clear_children (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (ADW_IS_WRAP_BOX (box))
        adw_wrap_box_remove (ADW_WRAP_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static void
append_unknown (GString    *text,
                const char *name)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, _("We know no interaction of “%s” at all. Ask your pharmacist about it."), name);
}

static char *
dup_unknown (HcInteractionCheck *check)
{
  GString *text = g_string_new (NULL);

  if (check->n_unknown > 0)
    g_string_append_printf (text,
                            ngettext ("For %u pair we have no entry. That does not mean that it is safe: "
                                      "ask your pharmacist.",
                                      "For %u pairs we have no entry. That does not mean that they are safe: "
                                      "ask your pharmacist.",
                                      check->n_unknown), check->n_unknown);

  for (guint i = 0; i < check->unknown->len; i++)
    {
      HcCheckedItem *item = g_ptr_array_index (check->unknown, i);
      GPtrArray *actives = hc_checked_item_get_unknown (item);

      if (actives->len == 0)
        append_unknown (text, hc_checked_item_get_name (item));

      for (guint j = 0; j < actives->len; j++)
        append_unknown (text, g_ptr_array_index (actives, j));
    }

  return g_string_free_and_steal (text);
}

static void
show_check (HcInteractionChecker *self,
            HcInteractionCheck   *check)
{
  HcLibrary *library = hc_context_get_library (self->context);
  g_autofree char *summary = hc_interaction_check_dup_summary (check);
  g_autofree char *unknown = dup_unknown (check);

  for (guint i = 0; i < check->findings->len; i++)
    gtk_box_append (self->cards, hc_interaction_card_new (library, g_ptr_array_index (check->findings, i)));

  if (self->items->len < 2)
    gtk_label_set_label (self->summary_label, _("Add at least two things to compare them."));
  else if (check->findings->len == 0)
    gtk_label_set_label (self->summary_label, _("No Entry for These"));
  else
    gtk_label_set_label (self->summary_label, summary);

  gtk_label_set_label (self->unknown_label, unknown);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_label), *unknown != '\0');

  if (self->items->len > 1)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->summary_label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
update (HcInteractionChecker *self)
{
  HcInteractionBook *book = hc_medicine_check_get_book (hc_context_get_medicine_check (self->context));
  g_autoptr (HcInteractionCheck) check = NULL;

  clear_children (GTK_WIDGET (self->chips));
  clear_children (GTK_WIDGET (self->cards));
  for (guint i = 0; i < self->items->len; i++)
    add_chip (self, g_ptr_array_index (self->items, i));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interactions.clear", self->items->len > 0);

  if (book == NULL)
    {
      gtk_label_set_label (self->summary_label, _("The list of interactions cannot be read."));
      return;
    }

  check = hc_interaction_check_run (book, self->items);
  show_check (self, check);
}

static void
update_mine (HcInteractionChecker *self)
{
  g_autoptr (GPtrArray) mine = hc_medicine_check_dup_items (hc_context_get_medicine_check (self->context));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interactions.add-mine", mine->len > 0);
}

/* What the one before takes is not looked at together with what the next one takes. */
static void
person_changed_cb (HcInteractionChecker *self)
{
  const char *person = hc_current_person_get_id (hc_context_get_person (self->context));

  if (self->owner == NULL || g_str_equal (self->owner, person))
    return;

  for (guint i = self->items->len; i > 0; i--)
    if (g_object_get_data (g_ptr_array_index (self->items, i - 1), OWNED_KEY) != NULL)
      g_ptr_array_remove_index (self->items, i - 1);

  hc_interaction_checker_add_mine (self);
}

static gboolean
has_item (HcInteractionChecker *self,
          guint                 n_items,
          const char           *name)
{
  for (guint i = 0; i < n_items; i++)
    if (g_ascii_strcasecmp (hc_checked_item_get_name (g_ptr_array_index (self->items, i)), name) == 0)
      return TRUE;

  return FALSE;
}

/* What is left out must not seem to be checked. */
static void
add_item (HcInteractionChecker *self,
          HcCheckedItem        *item)
{
  if (self->items->len < MAX_ITEMS)
    {
      g_ptr_array_add (self->items, g_object_ref (item));
    }
  else
    {
      /* Translators: %s is a medicine. */
      g_autofree char *words = g_strdup_printf (_("Not added: %s. The list is full."), hc_checked_item_get_name (item));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
    }
}

/* What was typed as a whole goes before names that begin with it, and these before words within. */
static int
rate_name (const char *name,
           const char *text)
{
  g_autofree char *small = g_utf8_casefold (name, -1);
  char *found = strstr (small, text);

  if (found == NULL)
    return 0;

  if (found == small)
    return g_str_equal (small, text) ? 4 : 3;

  return found[-1] == ' ' || found[-1] == '-' || found[-1] == '/' ? 2 : 1;
}

/* A name goes before another name of something. */
static int
rate (HcSubstance *substance,
      const char  *text)
{
  const char *const *also = hc_substance_get_also (substance);
  int best = 2 * rate_name (hc_substance_get_name (substance), text);

  for (guint i = 0; also[i] != NULL; i++)
    best = MAX (best, 2 * rate_name (also[i], text) - 1);

  return best;
}

static void
add_match (HcInteractionChecker *self,
           HcSubstance          *substance)
{
  g_autofree char *also = g_strjoinv (", ", (char **) hc_substance_get_also (substance));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", hc_substance_get_name (substance),
                                 "subtitle", also,
                                 "subtitle-lines", 1,
                                 "use-markup", FALSE,
                                 "activatable", TRUE,
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  g_object_set_data_full (G_OBJECT (row), "substance", g_object_ref (substance), g_object_unref);
  gtk_list_box_append (self->matches, row);
}

static void
search_changed_cb (HcInteractionChecker *self)
{
  HcInteractionBook *book = hc_medicine_check_get_book (hc_context_get_medicine_check (self->context));
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);
  GListModel *substances = book != NULL ? hc_interaction_book_get_substances (book) : NULL;
  guint n = substances != NULL ? g_list_model_get_n_items (substances) : 0, n_matches = 0;
  g_autofree int *ratings = g_new0 (int, n + 1);

  gtk_list_box_remove_all (self->matches);
  g_strstrip (text);

  for (guint i = 0; *text != '\0' && i < n; i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

      ratings[i] = rate (substance, text);
    }

  for (int rating = MAX_RATING; rating > 0; rating--)
    for (guint i = 0; i < n && n_matches < MAX_MATCHES; i++)
      {
        g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

        if (ratings[i] != rating)
          continue;

        add_match (self, substance);
        n_matches++;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->matches), n_matches > 0);

  if (*text != '\0')
    {
      g_autofree char *announcement = g_strdup_printf (g_dngettext (NULL, "%u found", "%u found", n_matches),
                                                       n_matches);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }
}

static void
add_substance (HcInteractionChecker *self,
               HcSubstance          *substance)
{
  g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self->matches), FALSE);

  if (!has_item (self, self->items->len, hc_substance_get_name (substance)))
    {
      g_autoptr (HcCheckedItem) item = hc_checked_item_new (hc_substance_get_name (substance), substances);

      g_ptr_array_add (substances, g_object_ref (substance));
      add_item (self, item);
      update (self);
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
match_activated_cb (HcInteractionChecker *self,
                    GtkListBoxRow        *row)
{
  add_substance (self, g_object_get_data (G_OBJECT (row), "substance"));
}

/* Enter takes the first one that is found; what is not found is taken as it was typed, and it is said that
 * nothing is known of it. */
static void
search_activated_cb (HcInteractionChecker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  GtkListBoxRow *row;

  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->matches, 0);

  if (row != NULL)
    {
      match_activated_cb (self, row);
    }
  else if (*text != '\0')
    {
      gtk_editable_set_text (self->search_entry, "");
      hc_interaction_checker_add (self, text, NULL, NULL);
    }
}

static void
stop_search_cb (HcInteractionChecker *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
add_mine_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  hc_interaction_checker_add_mine (HC_INTERACTION_CHECKER (widget));
}

static void
clear_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  hc_interaction_checker_clear (HC_INTERACTION_CHECKER (widget));
  /* The button that has the focus can do nothing any more. */
  hc_interaction_checker_focus_search (HC_INTERACTION_CHECKER (widget));
}

static void
hc_interaction_checker_dispose (GObject *object)
{
  HcInteractionChecker *self = HC_INTERACTION_CHECKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_INTERACTION_CHECKER);
  g_clear_object (&self->context);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->owner, g_free);

  G_OBJECT_CLASS (hc_interaction_checker_parent_class)->dispose (object);
}

static void
hc_interaction_checker_class_init (HcInteractionCheckerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_interaction_checker_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/interactions/hc-interaction-checker.ui");
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, matches);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, chips);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, mine_button);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, cards);
  gtk_widget_class_bind_template_child (widget_class, HcInteractionChecker, unknown_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_activated_cb);
  gtk_widget_class_install_action (widget_class, "interactions.add-mine", NULL, add_mine_action);
  gtk_widget_class_install_action (widget_class, "interactions.clear", NULL, clear_action);
}

static void
hc_interaction_checker_init (HcInteractionChecker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hc_interaction_checker_new:
 * @context: the library and the profile
 *
 * Returns: (transfer floating): a page without anything to check
 */
HcInteractionChecker *
hc_interaction_checker_new (HcContext *context)
{
  HcInteractionChecker *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_INTERACTION_CHECKER, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_medicine_check (context), "changed", G_CALLBACK (update_mine), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_mine (self);
  update (self);

  return self;
}

/**
 * hc_interaction_checker_add:
 * @self: a page
 * @name: what somebody takes
 * @link: (nullable): what there is to read about it
 * @actives: (nullable): the names of what acts in it, one a line
 *
 * Adds something to what is checked, unless it is there already.
 */
void
hc_interaction_checker_add (HcInteractionChecker *self,
                            const char           *name,
                            const char           *link,
                            const char           *actives)
{
  g_autoptr (HcCheckedItem) item = NULL;

  g_return_if_fail (HC_IS_INTERACTION_CHECKER (self));
  g_return_if_fail (name != NULL);

  if (has_item (self, self->items->len, name))
    return;

  item = hc_medicine_check_resolve (hc_context_get_medicine_check (self->context), name, link, actives);
  add_item (self, item);
  update (self);
}

/**
 * hc_interaction_checker_add_mine:
 * @self: a page
 *
 * Adds the medicines of the person that are not there yet. The same one twice among them is something to be
 * told of.
 */
void
hc_interaction_checker_add_mine (HcInteractionChecker *self)
{
  g_autoptr (GPtrArray) mine = NULL;
  guint n_before;

  g_return_if_fail (HC_IS_INTERACTION_CHECKER (self));

  n_before = self->items->len;
  g_set_str (&self->owner, hc_current_person_get_id (hc_context_get_person (self->context)));
  mine = hc_medicine_check_dup_items (hc_context_get_medicine_check (self->context));

  for (guint i = 0; i < mine->len; i++)
    {
      HcCheckedItem *item = g_ptr_array_index (mine, i);

      g_object_set_data (G_OBJECT (item), OWNED_KEY, self);
      if (!has_item (self, n_before, hc_checked_item_get_name (item)))
        add_item (self, item);
    }

  update (self);
}

/**
 * hc_interaction_checker_clear:
 * @self: a page
 *
 * Takes everything off the list.
 */
void
hc_interaction_checker_clear (HcInteractionChecker *self)
{
  g_return_if_fail (HC_IS_INTERACTION_CHECKER (self));

  g_ptr_array_set_size (self->items, 0);
  g_clear_pointer (&self->owner, g_free);
  update (self);
}

/**
 * hc_interaction_checker_focus_search:
 * @self: a page
 *
 * Puts the cursor into the entry.
 */
void
hc_interaction_checker_focus_search (HcInteractionChecker *self)
{
  g_return_if_fail (HC_IS_INTERACTION_CHECKER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
