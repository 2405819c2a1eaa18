/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-form.h"

#include <glib/gi18n.h>

#include "hc-pill-drawing.h"
#include "hc-pill-words.h"
#include "hc-wrapped-label.h"

#define SHAPE_HEIGHT 30
#define SWATCH_HEIGHT 26

/* Large enough for numb fingers. */
#define BUTTON_WIDTH 70
#define BUTTON_HEIGHT 64

/**
 * HcPillForm:
 *
 * What a person sees of a pill: the imprint, shape, one or two colors, score lines, size; each may be left
 * out. It draws the pill that is so described. All is done by the actions `pill.shape`, `pill.color-NAME`,
 * `pill.score` and `pill.clear`: what is chosen once more is left out again. It says ::changed with every
 * change, and ::activate when the entry is left with Enter.
 */
struct _HcPillForm
{
  GtkBox              parent_instance;

  HcPill             *pill;      /* what was described so far */
  HcPillColor         colors[2]; /* in the order in which they were chosen */
  gboolean            is_filling;
  GSimpleActionGroup *actions;

  HcPillDrawing      *drawing;
  GtkEditable        *imprint_entry;
  GtkFlowBox         *shapes;
  GtkFlowBox         *color_box;
  AdwSpinRow         *size_row;
};

enum {
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPillForm, hc_pill_form, GTK_TYPE_BOX)

/* The frequent ones first. */
static const HcPillShape shape_order[] = {
  HC_PILL_SHAPE_ROUND, HC_PILL_SHAPE_OVAL, HC_PILL_SHAPE_CAPSULE, HC_PILL_SHAPE_RECTANGLE, HC_PILL_SHAPE_SQUARE,
  HC_PILL_SHAPE_TRIANGLE, HC_PILL_SHAPE_DIAMOND, HC_PILL_SHAPE_PENTAGON, HC_PILL_SHAPE_HEXAGON,
  HC_PILL_SHAPE_HEPTAGON, HC_PILL_SHAPE_OCTAGON, HC_PILL_SHAPE_TRAPEZOID, HC_PILL_SHAPE_SEMI_CIRCLE,
  HC_PILL_SHAPE_TEAR, HC_PILL_SHAPE_BULLET, HC_PILL_SHAPE_DOUBLE_CIRCLE, HC_PILL_SHAPE_CLOVER,
  HC_PILL_SHAPE_GEAR, HC_PILL_SHAPE_FREEFORM,
};

static const HcPillColor color_order[] = {
  HC_PILL_COLOR_WHITE, HC_PILL_COLOR_YELLOW, HC_PILL_COLOR_ORANGE, HC_PILL_COLOR_PINK, HC_PILL_COLOR_RED,
  HC_PILL_COLOR_PURPLE, HC_PILL_COLOR_BLUE, HC_PILL_COLOR_TURQUOISE, HC_PILL_COLOR_GREEN, HC_PILL_COLOR_BROWN,
  HC_PILL_COLOR_GRAY, HC_PILL_COLOR_BLACK,
};

static GSimpleAction *
lookup (HcPillForm *self,
        const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static char *
dup_choice (HcPillForm *self,
            const char *name)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (lookup (self, name)));

  return g_variant_dup_string (state, NULL);
}

static HcPillShape
get_shape (HcPillForm *self)
{
  g_autofree char *shape = dup_choice (self, "shape");

  return hc_pill_shape_from_string (shape);
}

static int
get_score (HcPillForm *self)
{
  g_autofree char *score = dup_choice (self, "score");

  return (int) g_ascii_strtoll (score, NULL, 10);
}

/* The words of the entry, each a part of the imprint. */
static char *
dup_imprint (HcPillForm *self)
{
  g_auto (GStrv) words = g_strsplit_set (gtk_editable_get_text (self->imprint_entry), " \t\n;,/", -1);
  g_autoptr (GString) imprint = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (imprint, "%s%s", imprint->len > 0 ? ";" : "", words[i]);

  return g_string_free_and_steal (g_steal_pointer (&imprint));
}

static void
update_pill (HcPillForm *self)
{
  g_autofree char *imprint = dup_imprint (self);
  HcPillQuery query;

  hc_pill_form_get_query (self, &query);
  g_clear_object (&self->pill);
  self->pill = hc_pill_new (&(HcPillLook) {
                              .front = imprint,
                              .shape = query.shape,
                              .colors = { query.colors[0], query.colors[1] },
                              .score = query.score,
                              .size = query.size,
                            },
                            &(HcPillDetails) { .name = _("My Pill") });
  hc_pill_drawing_set_pill (self->drawing, self->pill);
  g_simple_action_set_enabled (lookup (self, "clear"), !hc_pill_query_is_empty (&query));
}

static void
changed_cb (HcPillForm *self)
{
  if (self->is_filling)
    return;

  update_pill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (HcPillForm *self)
{
  gtk_editable_set_text (self->imprint_entry, "");
}

static void
activate_cb (HcPillForm *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* A size of nothing is one that is not known. */
static gboolean
size_output_cb (HcPillForm *self,
                AdwSpinRow *row)
{
  if (adw_spin_row_get_value (row) > 0.0)
    return FALSE;

  /* Translators: any size. */
  gtk_editable_set_text (GTK_EDITABLE (row), C_("size of a pill", "Any"));

  return TRUE;
}

static int
size_input_cb (HcPillForm *self,
               double     *value,
               AdwSpinRow *row)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), C_("size of a pill", "Any")))
    return FALSE;

  *value = 0.0;

  return TRUE;
}

/* Choosing the same once more takes it back. */
static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  g_simple_action_set_state (action, g_variant_equal (state, parameter) ? g_variant_new_string ("") : parameter);
  changed_cb (HC_PILL_FORM (user_data));
}

static void
update_colors (HcPillForm *self)
{
  for (guint i = 1; i < HC_PILL_N_COLORS; i++)
    {
      HcPillColor color = (HcPillColor) i;
      g_autofree char *name = g_strconcat ("color-", hc_pill_color_to_string (color), NULL);

      g_simple_action_set_state (lookup (self, name),
                                 g_variant_new_boolean (color == self->colors[0] || color == self->colors[1]));
    }
}

/* A third color takes the place of the first. */
static void
color_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  HcPillForm *self = HC_PILL_FORM (user_data);
  HcPillColor color =
    hc_pill_color_from_string (g_action_get_name (G_ACTION (action)) + strlen ("color-"));

  if (color == self->colors[1])
    {
      self->colors[1] = HC_PILL_COLOR_UNKNOWN;
    }
  else if (color == self->colors[0] || (self->colors[0] != HC_PILL_COLOR_UNKNOWN &&
                                        self->colors[1] != HC_PILL_COLOR_UNKNOWN))
    {
      gboolean is_chosen = color == self->colors[0];

      self->colors[0] = self->colors[1];
      self->colors[1] = is_chosen ? HC_PILL_COLOR_UNKNOWN : color;
    }
  else
    {
      self->colors[self->colors[0] == HC_PILL_COLOR_UNKNOWN ? 0 : 1] = color;
    }

  update_colors (self);
  changed_cb (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  HcPillForm *self = HC_PILL_FORM (user_data);

  hc_pill_form_set_query (self, &(HcPillQuery) { .imprint = NULL });
  g_signal_emit (self, signals[CHANGED], 0);
  hc_pill_form_focus_entry (self);
}

static void
add_actions (HcPillForm *self)
{
  static const GActionEntry entries[] = {
    { "shape", choose_cb, "s", "''", NULL },
    { "score", choose_cb, "s", "''", NULL },
    { "clear", clear_cb, NULL, NULL, NULL },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);

  for (guint i = 1; i < HC_PILL_N_COLORS; i++)
    {
      g_autofree char *name = g_strconcat ("color-", hc_pill_color_to_string ((HcPillColor) i), NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "activate", G_CALLBACK (color_cb), self, G_CONNECT_DEFAULT);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

/* The name says what the drawing shows. */
static GtkWidget *
add_choice (GtkFlowBox       *box,
            const HcPillLook *look,
            const char       *name,
            int               height)
{
  g_autoptr (HcPill) pill = hc_pill_new (look, &(HcPillDetails) { .name = name });
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *drawing = g_object_new (HC_TYPE_PILL_DRAWING,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                     "pill", pill,
                                     "height-request", height,
                                     "vexpand", TRUE,
                                     "valign", GTK_ALIGN_CENTER,
                                     NULL);
  GtkWidget *label = hc_wrapped_label_new_centered (name, "caption");
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "object-select-symbolic",
                                  "halign", GTK_ALIGN_END,
                                  "valign", GTK_ALIGN_START,
                                  NULL);
  GtkWidget *overlay = g_object_new (GTK_TYPE_OVERLAY, "child", content, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                    "child", overlay,
                                    "width-request", BUTTON_WIDTH,
                                    "height-request", BUTTON_HEIGHT,
                                    NULL);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", button, "focusable", FALSE, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 9);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (mark, "accent");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), mark);
  g_object_bind_property (button, "active", mark, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (content), drawing);
  gtk_box_append (GTK_BOX (content), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_flow_box_append (box, child);

  return button;
}

static void
add_choices (HcPillForm *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shape_order); i++)
    {
      GtkWidget *button = add_choice (self->shapes,
                                      &(HcPillLook) { .shape = shape_order[i], .colors = { HC_PILL_COLOR_WHITE } },
                                      hc_pill_words_get_shape (shape_order[i]), SHAPE_HEIGHT);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hc_pill_shape_to_string (shape_order[i]));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pill.shape");
    }

  for (guint i = 0; i < G_N_ELEMENTS (color_order); i++)
    {
      GtkWidget *button = add_choice (self->color_box,
                                      &(HcPillLook) { .shape = HC_PILL_SHAPE_ROUND, .colors = { color_order[i] } },
                                      hc_pill_words_get_color (color_order[i]), SWATCH_HEIGHT);
      g_autofree char *action = g_strconcat ("pill.color-", hc_pill_color_to_string (color_order[i]), NULL);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    }
}

/* GTK gives the buttons of a spin row no names. */
static void
name_buttons (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      const char *icon_name = GTK_IS_BUTTON (child) ? gtk_button_get_icon_name (GTK_BUTTON (child)) : NULL;

      if (icon_name != NULL)
        gtk_widget_set_tooltip_text (child, strstr (icon_name, "increase") != NULL ? _("Larger") : _("Smaller"));
      name_buttons (child);
    }
}

static void
hc_pill_form_dispose (GObject *object)
{
  HcPillForm *self = HC_PILL_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PILL_FORM);
  g_clear_object (&self->actions);
  g_clear_object (&self->pill);

  G_OBJECT_CLASS (hc_pill_form_parent_class)->dispose (object);
}

static void
hc_pill_form_class_init (HcPillFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_pill_form_dispose;

  /**
   * HcPillForm::changed:
   *
   * Something else is told of the pill than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcPillForm::activate:
   *
   * The person is ready to see what fits.
   */
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pills/hc-pill-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPillForm, drawing);
  gtk_widget_class_bind_template_child (widget_class, HcPillForm, imprint_entry);
  gtk_widget_class_bind_template_child (widget_class, HcPillForm, shapes);
  gtk_widget_class_bind_template_child_full (widget_class, "colors", FALSE, G_STRUCT_OFFSET (HcPillForm, color_box));
  gtk_widget_class_bind_template_child (widget_class, HcPillForm, size_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_input_cb);
}

static void
hc_pill_form_init (HcPillForm *self)
{
  g_type_ensure (HC_TYPE_PILL_DRAWING);
  self->is_filling = TRUE;
  self->actions = g_simple_action_group_new ();
  add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pill", G_ACTION_GROUP (self->actions));
  add_choices (self);
  name_buttons (GTK_WIDGET (self->size_row));
  self->is_filling = FALSE;
  update_pill (self);
}

/**
 * hc_pill_form_get_query:
 * @self: a form
 * @query: (out): what is told of the pill; the imprint is that of the form, until it changes
 */
void
hc_pill_form_get_query (HcPillForm  *self,
                        HcPillQuery *query)
{
  g_return_if_fail (HC_IS_PILL_FORM (self));
  g_return_if_fail (query != NULL);

  *query = (HcPillQuery) {
    .imprint = gtk_editable_get_text (self->imprint_entry),
    .shape = get_shape (self),
    .colors = { self->colors[0], self->colors[1] },
    .score = get_score (self),
    .size = adw_spin_row_get_value (self->size_row),
  };
}

/**
 * hc_pill_form_set_query:
 * @self: a form
 * @query: what it is to tell of the pill
 *
 * Fills the form. It does not say that it has changed.
 */
void
hc_pill_form_set_query (HcPillForm        *self,
                        const HcPillQuery *query)
{
  g_autofree char *score = NULL;

  g_return_if_fail (HC_IS_PILL_FORM (self));
  g_return_if_fail (query != NULL);

  score = query->score > 0 ? g_strdup_printf ("%d", query->score) : g_strdup ("");

  self->is_filling = TRUE;
  gtk_editable_set_text (self->imprint_entry, query->imprint != NULL ? query->imprint : "");
  g_simple_action_set_state (lookup (self, "shape"), g_variant_new_string (hc_pill_shape_to_string (query->shape)));
  g_simple_action_set_state (lookup (self, "score"), g_variant_new_string (score));
  self->colors[0] = query->colors[0];
  self->colors[1] = query->colors[1] != query->colors[0] ? query->colors[1] : HC_PILL_COLOR_UNKNOWN;
  update_colors (self);
  adw_spin_row_set_value (self->size_row, query->size);
  self->is_filling = FALSE;
  update_pill (self);
}

/**
 * hc_pill_form_get_pill:
 * @self: a form
 *
 * Returns: (transfer none): the pill as it was described so far
 */
HcPill *
hc_pill_form_get_pill (HcPillForm *self)
{
  g_return_val_if_fail (HC_IS_PILL_FORM (self), NULL);

  return self->pill;
}

/**
 * hc_pill_form_focus_entry:
 * @self: a form
 */
void
hc_pill_form_focus_entry (HcPillForm *self)
{
  g_return_if_fail (HC_IS_PILL_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->imprint_entry));
}
