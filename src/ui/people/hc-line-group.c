/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-line-group.h"

#include <glib/gi18n.h>

#define LINE_KEY "hc-line"

/* Nobody reads more of them. */
#define MAX_SUGGESTIONS 6

/**
 * HcLineGroup:
 *
 * A list of short texts, such as allergies: one is added with Enter or chosen from suggestions, changed by
 * activating it, and removed with its button. What stands in the entry counts as a line, so that nothing is lost
 * that was not entered yet. It emits `changed` when the person has changed something, and `removed` with the
 * place and the words of a line that they have removed.
 */
struct _HcLineGroup
{
  AdwPreferencesGroup     parent_instance;

  const HcLineGroupFuncs *funcs;
  gpointer                user_data;
  guint                   n_lines;    /* rows above the entry */
  guint                   place;      /* where the line in the entry belongs */
  gboolean                is_filling; /* what changes is not done by the person */

  GtkListBox             *list;
  AdwEntryRow            *entry;
  GtkWidget              *add_button;
};

enum {
  PROP_0,
  PROP_ENTRY_TITLE,
  N_PROPS,
};

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcLineGroup, hc_line_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_line (HcLineGroup *self,
          guint        place)
{
  return g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (self->list, (int) place)), LINE_KEY);
}

static char *
dup_entry_text (HcLineGroup *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return g_str_equal (first, second);
}

static gboolean
has_line (HcLineGroup *self,
          const char  *line)
{
  for (guint i = 0; i < self->n_lines; i++)
    if (is_same (get_line (self, i), line))
      return TRUE;

  return FALSE;
}

static void
remove_suggestions (HcLineGroup *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) self->n_lines + 1)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* The words are plain text, which has to be known before they come. */
static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  g_object_set_data_full (G_OBJECT (row), LINE_KEY, g_strdup (title), g_free);

  return row;
}

static void
add_suggestion (HcLineGroup *self,
                const char  *words)
{
  /* Translators: %s is an allergy, a food or a drink. */
  g_autofree char *label = g_strdup_printf (_("Add %s"), words);
  GtkWidget *row = new_row (words, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "list-add-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
update_suggestions (HcLineGroup *self)
{
  g_autofree char *text = dup_entry_text (self);
  g_autoptr (GPtrArray) names = self->funcs != NULL && self->funcs->suggest != NULL
                                ? self->funcs->suggest (text, self->user_data) : NULL;
  guint n_shown = 0;

  gtk_widget_set_sensitive (self->add_button, *text != '\0');
  remove_suggestions (self);

  for (guint i = 0; names != NULL && i < names->len && n_shown < MAX_SUGGESTIONS; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (has_line (self, name) || is_same (name, text))
        continue;

      add_suggestion (self, name);
      n_shown++;
    }
}

static void
remove_cb (HcLineGroup *self,
           GtkWidget   *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *line = g_strdup (g_object_get_data (G_OBJECT (row), LINE_KEY));
  guint place = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_list_box_remove (self->list, row);
  self->n_lines--;
  self->place = MIN (self->place, self->n_lines);
  update_suggestions (self);

  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[REMOVED], 0, place, line);
}

static void
insert_row (HcLineGroup *self,
            guint        place,
            const char  *line)
{
  g_autofree char *note = self->funcs != NULL && self->funcs->dup_note != NULL
                          ? self->funcs->dup_note (line, self->user_data) : NULL;
  /* Translators: %s is an allergy, a food or a drink. */
  g_autofree char *remove_label = g_strdup_printf (_("Remove %s"), line);
  GtkWidget *row = new_row (line, note);
  GtkWidget *remove = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "user-trash-symbolic",
                                    "tooltip-text", remove_label,
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  gtk_widget_set_tooltip_text (row, _("Change"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  gtk_list_box_insert (self->list, row, (int) place);
  self->n_lines++;
}

/* Returns the place after the last line that was inserted. A text may have been pasted with several lines. */
static guint
insert_lines (HcLineGroup *self,
              guint        place,
              const char  *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !has_line (self, lines[i]))
      insert_row (self, place++, lines[i]);

  return place;
}

static void
set_entry_text (HcLineGroup *self,
                const char  *text)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_filling = FALSE;
}

/* What stands in the entry becomes a row. */
static void
enter (HcLineGroup *self)
{
  g_autofree char *text = dup_entry_text (self);

  if (*text != '\0')
    insert_lines (self, self->place, text);

  self->place = self->n_lines;
  set_entry_text (self, "");
}

static void
entry_activated_cb (HcLineGroup *self)
{
  enter (self);
  update_suggestions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed_cb (HcLineGroup *self)
{
  if (self->is_filling)
    return;

  update_suggestions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A line goes into the entry to be changed, and a suggestion becomes a line. */
static void
row_activated_cb (HcLineGroup   *self,
                  GtkListBoxRow *row)
{
  g_autofree char *line = g_strdup (g_object_get_data (G_OBJECT (row), LINE_KEY));
  guint place = (guint) gtk_list_box_row_get_index (row);

  if (line == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  if (place > self->n_lines)
    {
      set_entry_text (self, line);
      enter (self);
    }
  else
    {
      enter (self);
      self->place = (guint) gtk_list_box_row_get_index (row);
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
      self->n_lines--;
      set_entry_text (self, line);
    }

  update_suggestions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hc_line_group_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  HcLineGroup *self = HC_LINE_GROUP (object);

  switch (prop_id)
    {
    case PROP_ENTRY_TITLE:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_line_group_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HcLineGroup *self = HC_LINE_GROUP (object);

  switch (prop_id)
    {
    case PROP_ENTRY_TITLE:
      g_value_set_string (value, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->entry)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_line_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_LINE_GROUP);

  G_OBJECT_CLASS (hc_line_group_parent_class)->dispose (object);
}

static void
hc_line_group_class_init (HcLineGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_line_group_dispose;
  object_class->get_property = hc_line_group_get_property;
  object_class->set_property = hc_line_group_set_property;

  /**
   * HcLineGroup:entry-title:
   *
   * What can be added: "Add an Allergy".
   */
  properties[PROP_ENTRY_TITLE] = g_param_spec_string ("entry-title", NULL, NULL, "",
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HcLineGroup::changed:
   *
   * The person has changed something.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcLineGroup::removed:
   * @place: where it stood
   * @line: its words
   *
   * The person has removed a line; hc_line_group_insert() brings it back.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/people/hc-line-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HcLineGroup, list);
  gtk_widget_class_bind_template_child (widget_class, HcLineGroup, entry);
  gtk_widget_class_bind_template_child (widget_class, HcLineGroup, add_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
hc_line_group_init (HcLineGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  update_suggestions (self);
}

/**
 * hc_line_group_set_up:
 * @self: a group that has no lines yet
 * @funcs: (transfer none): what is known of its lines, of unlimited life
 * @user_data: passed to @funcs, to be there as long as @self
 */
void
hc_line_group_set_up (HcLineGroup            *self,
                      const HcLineGroupFuncs *funcs,
                      gpointer                user_data)
{
  g_return_if_fail (HC_IS_LINE_GROUP (self));
  g_return_if_fail (funcs != NULL);

  self->funcs = funcs;
  self->user_data = user_data;
  update_suggestions (self);
}

/**
 * hc_line_group_set_text:
 * @self: a group that has no lines yet
 * @text: (nullable): texts, one a line
 */
void
hc_line_group_set_text (HcLineGroup *self,
                        const char  *text)
{
  g_return_if_fail (HC_IS_LINE_GROUP (self));

  insert_lines (self, 0, text != NULL ? text : "");
  self->place = self->n_lines;
  update_suggestions (self);
}

/**
 * hc_line_group_dup_text:
 * @self: a group
 *
 * Returns: (transfer full): the texts, one a line, with what stands in the entry at its place
 */
char *
hc_line_group_dup_text (HcLineGroup *self)
{
  g_autoptr (GStrvBuilder) lines = NULL;
  g_autofree char *entered = NULL;
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (HC_IS_LINE_GROUP (self), NULL);

  lines = g_strv_builder_new ();
  entered = dup_entry_text (self);

  for (guint i = 0; i <= self->n_lines; i++)
    {
      if (i == self->place && *entered != '\0')
        g_strv_builder_add (lines, entered);
      if (i < self->n_lines)
        g_strv_builder_add (lines, get_line (self, i));
    }

  list = g_strv_builder_end (lines);

  return g_strjoinv ("\n", list);
}

/**
 * hc_line_group_insert:
 * @self: a group
 * @place: where the line is to stand, from 0; the end when there are fewer
 * @line: its words
 *
 * Brings back a line that was removed.
 */
void
hc_line_group_insert (HcLineGroup *self,
                      guint        place,
                      const char  *line)
{
  g_return_if_fail (HC_IS_LINE_GROUP (self));
  g_return_if_fail (line != NULL);

  place = MIN (place, self->n_lines);
  if (insert_lines (self, place, line) > place && self->place >= place)
    self->place++;

  update_suggestions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
