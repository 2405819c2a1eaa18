/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-field.h"

#include "hc-choice.h"
#include "hc-typed.h"
#include "hc-wrapped-label.h"

#define SPACE 6

/**
 * HcField:
 *
 * Something to fill in: its title above, and below what is wrong with what was entered. That is not said while
 * somebody is still writing, but when they go on, see hc_field_reveal_faults().
 */
struct _HcField
{
  GtkBox     parent_instance;

  GtkLabel  *title_label;
  GtkLabel  *hint_label;
  GtkLabel  *fault_label;
  GtkWidget *child;
  GtkWidget *entry;    /* of the child, what is told to be wrong; NULL without one */
  char      *fault;    /* NULL when there is none */
  gboolean   was_left; /* since it was entered without a fault */
};

enum {
  PROP_0,
  PROP_TITLE,
  PROP_HINT,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcField, hc_field, GTK_TYPE_BOX)

/* What of the child takes the keyboard and is told by a screen reader. */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget) ||
      HC_IS_CHOICE (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *entry = find_entry (child);

      if (entry != NULL)
        return entry;
    }

  return NULL;
}

static void
show_fault (HcField *self)
{
  gboolean is_shown = self->fault != NULL && self->was_left;

  gtk_label_set_label (self->fault_label, is_shown ? self->fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), is_shown);

  if (self->entry == NULL)
    return;

  if (is_shown)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                      GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->fault_label, NULL, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

static gboolean
is_blank (HcField *self)
{
  return GTK_IS_ENTRY (self->entry) && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
}

/* Who only came by is told nothing. */
static void
left_cb (HcField *self)
{
  if (!is_blank (self))
    self->was_left = TRUE;

  show_fault (self);
}

/* Who begins anew where nothing is wrong is not interrupted. */
static void
entered_cb (HcField *self)
{
  if (self->fault == NULL)
    self->was_left = FALSE;
}

static void
set_child (HcField   *self,
           GtkWidget *child)
{
  GtkEventController *focus;

  if (child == NULL)
    return;

  self->child = child;
  gtk_box_insert_child_after (GTK_BOX (self), child, GTK_WIDGET (self->hint_label));
  self->entry = find_entry (child);
  if (self->entry != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL, -1);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (child, focus);
}

static void
hc_field_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  HcField *self = HC_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (self->hint_label));
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_field_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  HcField *self = HC_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      hc_field_set_title (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      hc_field_set_hint (self, g_value_get_string (value));
      break;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_field_finalize (GObject *object)
{
  g_free (HC_FIELD (object)->fault);

  G_OBJECT_CLASS (hc_field_parent_class)->finalize (object);
}

static void
hc_field_class_init (HcFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_field_get_property;
  object_class->set_property = hc_field_set_property;
  object_class->finalize = hc_field_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_field_init (HcField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->title_label = GTK_LABEL (hc_wrapped_label_new (NULL, "heading"));
  self->hint_label = GTK_LABEL (hc_wrapped_label_new (NULL, "dimmed"));
  self->fault_label = GTK_LABEL (hc_wrapped_label_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint_label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fault_label));
}

/**
 * hc_field_new:
 * @title: what is asked for
 * @child: (transfer floating): where it is entered
 *
 * Returns: (transfer floating): a field without a fault
 */
GtkWidget *
hc_field_new (const char *title,
              GtkWidget  *child)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (HC_TYPE_FIELD, "title", title, "child", child, NULL);
}

/**
 * hc_field_new_entry:
 * @title: what is asked for
 * @text: (nullable): what is entered already
 *
 * Returns: (transfer floating): a field for a name or another short text
 */
GtkWidget *
hc_field_new_entry (const char *title,
                    const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");

  return hc_field_new (title, entry);
}

/**
 * hc_field_get_child:
 * @self: a field
 *
 * Returns: (transfer none): where it is entered
 */
GtkWidget *
hc_field_get_child (HcField *self)
{
  g_return_val_if_fail (HC_IS_FIELD (self), NULL);

  return self->child;
}

/**
 * hc_field_dup_text:
 * @self: a field with an entry
 *
 * Returns: (transfer full): what was entered, without spaces around it
 */
char *
hc_field_dup_text (HcField *self)
{
  g_return_val_if_fail (HC_IS_FIELD (self) && GTK_IS_EDITABLE (self->entry), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/**
 * hc_field_check_name:
 * @self: a field with an entry
 *
 * Returns: whether it is not too long for a name or another short text; if not, the field knows it
 */
gboolean
hc_field_check_name (HcField *self)
{
  g_autofree char *text = hc_field_dup_text (self);

  return hc_field_set_fault (self, hc_typed_check_name (text));
}

/**
 * hc_field_set_title:
 * @self: a field
 * @title: (nullable): what is asked for; %NULL when that is said elsewhere
 */
void
hc_field_set_title (HcField    *self,
                    const char *title)
{
  g_return_if_fail (HC_IS_FIELD (self));

  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), title != NULL);
}

/**
 * hc_field_set_hint:
 * @self: a field
 * @hint: (nullable): what helps to fill it in
 */
void
hc_field_set_hint (HcField    *self,
                   const char *hint)
{
  g_return_if_fail (HC_IS_FIELD (self));

  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
}

/**
 * hc_field_get_fault:
 * @self: a field
 *
 * Returns: (nullable): what is wrong with what is entered, whether it is said already or not
 */
const char *
hc_field_get_fault (HcField *self)
{
  g_return_val_if_fail (HC_IS_FIELD (self), NULL);

  return self->fault;
}

/**
 * hc_field_set_fault:
 * @self: a field
 * @fault: (nullable): what is wrong with what is entered; %NULL: nothing
 *
 * Says it as soon as the field was left, or hc_field_reveal_faults() was called.
 *
 * Returns: whether nothing is wrong
 */
gboolean
hc_field_set_fault (HcField    *self,
                    const char *fault)
{
  g_return_val_if_fail (HC_IS_FIELD (self), FALSE);

  g_set_str (&self->fault, fault);
  show_fault (self);

  return fault == NULL;
}

/* The first field with a fault of those that are shown; all of them say it when asked to. */
static HcField *
find_fault (GtkWidget *widget,
            gboolean   reveals)
{
  HcField *first = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;

  if (HC_IS_FIELD (widget) && HC_FIELD (widget)->fault != NULL)
    {
      first = HC_FIELD (widget);
      if (!reveals)
        return first;

      first->was_left = TRUE;
      show_fault (first);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      HcField *found = find_fault (child, reveals);

      if (first == NULL)
        first = found;
      if (first != NULL && !reveals)
        return first;
    }

  return first;
}

/**
 * hc_field_find_fault:
 * @root: what contains fields
 *
 * Returns: (transfer none) (nullable): what is wrong in the first field that is shown and has a fault
 */
const char *
hc_field_find_fault (GtkWidget *root)
{
  HcField *first;

  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  first = find_fault (root, FALSE);

  return first != NULL ? first->fault : NULL;
}

/**
 * hc_field_reveal_faults:
 * @root: what contains fields
 *
 * Says all that is wrong in the fields that are shown, and leads to the first one.
 *
 * Returns: whether anything is wrong
 */
gboolean
hc_field_reveal_faults (GtkWidget *root)
{
  HcField *first;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);

  first = find_fault (root, TRUE);
  if (first == NULL)
    return FALSE;

  if (first->entry == NULL || !gtk_widget_grab_focus (first->entry))
    gtk_widget_child_focus (first->child, GTK_DIR_TAB_FORWARD);
  gtk_accessible_announce (GTK_ACCESSIBLE (first), first->fault, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);

  return TRUE;
}
