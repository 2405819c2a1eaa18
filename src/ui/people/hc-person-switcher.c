/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-switcher.h"

#include <glib/gi18n.h>

/* A menu is as wide as its longest line. In characters. */
#define LONGEST_LINE 36

/**
 * HcPersonSwitcher:
 *
 * Whose data is shown, above the sidebar: a menu of the people of the profile, with what adds one and what
 * tells more of the one who is shown. Its actions are those of the window: `win.choose-person`,
 * `win.edit-person` and `win.add-person`.
 */
struct _HcPersonSwitcher
{
  AdwBin         parent_instance;

  HcContext     *context; /* NULL until it was told */
  GMenu         *menu;

  GtkMenuButton *button;
  AdwAvatar     *avatar;
  GtkLabel      *name_label;
};

G_DEFINE_FINAL_TYPE (HcPersonSwitcher, hc_person_switcher, ADW_TYPE_BIN)

static void
let_go (HcPersonSwitcher *self)
{
  GListModel *people;

  if (self->context == NULL)
    return;

  people = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (self->context)));
  g_signal_handlers_disconnect_by_data (hc_context_get_person (self->context), self);
  g_signal_handlers_disconnect_by_data (people, self);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (HcPerson) person = g_list_model_get_item (people, i);

      g_signal_handlers_disconnect_by_data (person, self);
    }

  g_clear_object (&self->context);
}

static void
hc_person_switcher_dispose (GObject *object)
{
  HcPersonSwitcher *self = HC_PERSON_SWITCHER (object);

  let_go (self);
  /* The child is one of the template, which would take it away behind the back of AdwBin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PERSON_SWITCHER);

  G_OBJECT_CLASS (hc_person_switcher_parent_class)->dispose (object);
}

static void
hc_person_switcher_class_init (HcPersonSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_person_switcher_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/people/hc-person-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPersonSwitcher, menu);
  gtk_widget_class_bind_template_child (widget_class, HcPersonSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, HcPersonSwitcher, avatar);
  gtk_widget_class_bind_template_child (widget_class, HcPersonSwitcher, name_label);
}

static void
hc_person_switcher_init (HcPersonSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_person_to_words:
 * @person: (nullable): a person, %NULL: nobody was told of
 *
 * Returns: (transfer none): what they are called where they are shown
 */
const char *
hc_person_to_words (HcPerson *person)
{
  const HcPersonDetails *details;

  g_return_val_if_fail (person == NULL || HC_IS_PERSON (person), "");

  details = person != NULL ? hc_person_get_details (person) : NULL;
  if (details != NULL && details->name != NULL)
    return details->name;

  return details == NULL || details->is_user ? _("Me") : _("Someone I Care For");
}

/**
 * hc_person_find_other_name:
 * @people: the people of the profile
 * @id: the id of one of them, or any other text
 *
 * Returns: (transfer none) (nullable): what they are called where it is told whose something is: of several people,
 *   and not of the one who uses the program
 */
const char *
hc_person_find_other_name (HcPersonStore *people,
                           const char    *id)
{
  HcPerson *person;

  g_return_val_if_fail (HC_IS_PERSON_STORE (people), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  person = hc_store_lookup (HC_STORE (people), id);
  if (person == NULL || hc_person_get_details (person)->is_user ||
      g_list_model_get_n_items (G_LIST_MODEL (people)) < 2)
    return NULL;

  return hc_person_to_words (person);
}

static void
append_person (GMenu    *menu,
               HcPerson *person)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autofree char *name = g_utf8_truncate_middle (hc_person_to_words (person), LONGEST_LINE);
  g_autoptr (GString) label = g_string_new (name);

  /* A menu takes a line under a letter for a shortcut. */
  g_string_replace (label, "_", "__", 0);
  g_menu_item_set_label (item, label->str);
  g_menu_item_set_action_and_target (item, "win.choose-person", "s", hc_person_get_id (person));
  g_menu_append_item (menu, item);
}

static void
update (HcPersonSwitcher *self)
{
  GListModel *people = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (self->context)));
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  const char *name = hc_person_to_words (person);
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  gboolean is_user = person == NULL || hc_person_get_details (person)->is_user;
  /* Translators: %s is the name of the person whose data is shown. */
  g_autofree char *description = g_strdup_printf (_("Person: %s"), name);

  /* The oldest stands first: the list of the store begins with the newest. */
  for (guint i = g_list_model_get_n_items (people); i > 0; i--)
    {
      g_autoptr (HcPerson) listed = g_list_model_get_item (people, i - 1);

      append_person (list, listed);
    }

  g_menu_append (others, is_user ? _("_About You…") : _("_About This Person…"), "win.edit-person");
  g_menu_append (others, _("A_dd a Person…"), "win.add-person");

  g_menu_remove_all (self->menu);
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (others));

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Whose data is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
watch_person (HcPersonSwitcher *self,
              guint             position,
              guint             n_removed,
              guint             n_added,
              GListModel       *people)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (HcPerson) person = g_list_model_get_item (people, i);

      g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

/**
 * hc_person_switcher_set_context:
 * @self: a switcher
 * @context: (nullable): the people; %NULL when the window goes
 */
void
hc_person_switcher_set_context (HcPersonSwitcher *self,
                                HcContext        *context)
{
  GListModel *people;

  g_return_if_fail (HC_IS_PERSON_SWITCHER (self));
  g_return_if_fail (context == NULL || HC_IS_CONTEXT (context));

  let_go (self);
  if (context == NULL)
    return;

  self->context = g_object_ref (context);
  people = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (context)));

  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "items-changed", G_CALLBACK (watch_person), self, G_CONNECT_SWAPPED);
  watch_person (self, 0, 0, g_list_model_get_n_items (people), people);
}
