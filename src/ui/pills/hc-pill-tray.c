/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-tray.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-calibration-dialog.h"
#include "hc-pill-drawing.h"
#include "hc-wrapped-label.h"

/* In pixels, of one pill. */
#define ITEM_WIDTH 124
#define SIDE_WIDTH 100
#define DRAWING_HEIGHT 56

/* In characters: a longer name goes on in the next line. */
#define NAME_LENGTH 16

#define CALIBRATION_KEY "screen-calibration"

/**
 * HcPillTray:
 *
 * Up to six pills beside the person's own, to be compared, all as large as there is room or all in their true
 * size. It is seen while there are any. It does `compare.remove` with a position, `compare.clear`,
 * `compare.true-size` and `compare.calibrate`.
 */
struct _HcPillTray
{
  GtkBox           parent_instance;

  GSettings       *settings;
  GListStore      *pills;     /* of HcPill */
  HcPill          *mine;      /* NULL before it is described */
  gboolean         is_true_size;

  GtkToggleButton *unfold_button;
  GtkImage        *unfold_arrow;
  GtkLabel        *count_label;
  GtkRevealer     *revealer;
  GtkBox          *items;
};

enum {
  PROP_0,
  PROP_TRUE_SIZE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcPillTray, hc_pill_tray, GTK_TYPE_BOX)

static GtkWidget *
make_drawing (HcPillTray *self,
              HcPill     *pill)
{
  const HcPillLook *look = hc_pill_get_look (pill);
  guint n_sides = *look->front != '\0' && *look->back != '\0' ? 2 : 1;
  GtkWidget *drawing = g_object_new (HC_TYPE_PILL_DRAWING,
                                     "pill", pill,
                                     "both-sides", TRUE,
                                     "width-request", self->is_true_size ? -1 : (int) n_sides * SIDE_WIDTH,
                                     "height-request", DRAWING_HEIGHT,
                                     "valign", GTK_ALIGN_CENTER,
                                     "vexpand", TRUE,
                                     NULL);

  if (self->is_true_size)
    hc_pill_drawing_set_scale (HC_PILL_DRAWING (drawing), HC_PILL_SCALE_TRUE,
                               g_settings_get_double (self->settings, CALIBRATION_KEY));

  return drawing;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = hc_wrapped_label_new_centered (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_LENGTH);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkWidget *
make_remove_button (HcPill *pill,
                    guint   position)
{
  g_autofree char *title = hc_pill_dup_title (pill);
  /* Translators: %s is the name of a medicine. */
  g_autofree char *tooltip = g_strdup_printf (_("Remove %s"), title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.remove");

  return button;
}

static void
append_item (HcPillTray *self,
             HcPill     *pill,
             GtkWidget  *button)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 3,
                                  NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  g_autofree char *title = hc_pill_dup_title (pill);

  gtk_widget_set_size_request (item, ITEM_WIDTH, -1);
  gtk_box_append (GTK_BOX (item), make_drawing (self, pill));
  if (self->is_true_size && hc_pill_get_look (pill)->size <= 0.0)
    gtk_box_append (GTK_BOX (item), make_label (_("Size not known"), "warning"));

  gtk_box_append (GTK_BOX (row), make_label (title, button == NULL ? "heading" : "caption"));
  if (button != NULL)
    gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (item), row);
  gtk_box_append (self->items, item);
}

static void
update (HcPillTray *self)
{
  guint n_pills = hc_pill_tray_count (self);
  g_autofree char *count = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_box_remove (self->items, child);

  gtk_widget_set_visible (GTK_WIDGET (self), n_pills > 0);
  if (n_pills == 0)
    return;

  /* Translators: how many pills are to be compared. */
  count = g_strdup_printf (_("Compare (%u)"), n_pills);
  gtk_label_set_label (self->count_label, count);

  if (self->mine != NULL)
    append_item (self, self->mine, NULL);

  for (guint i = 0; i < n_pills; i++)
    {
      g_autoptr (HcPill) pill = g_list_model_get_item (G_LIST_MODEL (self->pills), i);

      append_item (self, pill, make_remove_button (pill, i));
    }
}

static void
unfold_toggled_cb (HcPillTray *self)
{
  gboolean is_unfolded = gtk_toggle_button_get_active (self->unfold_button);

  gtk_revealer_set_reveal_child (self->revealer, is_unfolded);
  gtk_image_set_from_icon_name (self->unfold_arrow, is_unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->unfold_button), GTK_ACCESSIBLE_STATE_EXPANDED, is_unfolded, -1);
}

/* The focus stays where it was, on the button of the next pill or of the last one. */
static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcPillTray *self = HC_PILL_TRAY (widget);
  guint position = g_variant_get_uint32 (parameter);
  guint n_pills = hc_pill_tray_count (self);

  if (position >= n_pills)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->unfold_button));
  g_list_store_remove (self->pills, position);
  if (n_pills > 1 && position == n_pills - 1)
    gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->items)), GTK_DIR_TAB_FORWARD);
  else if (n_pills > 1)
    {
      GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->items));

      for (guint i = self->mine != NULL ? 0 : 1; i <= position && item != NULL; i++)
        item = gtk_widget_get_next_sibling (item);
      if (item != NULL)
        gtk_widget_child_focus (item, GTK_DIR_TAB_FORWARD);
    }
}

static void
clear_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_list_store_remove_all (HC_PILL_TRAY (widget)->pills);
}

static void
calibrate_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  adw_dialog_present (hc_calibration_dialog_new (HC_PILL_TRAY (widget)->settings), widget);
}

static void
hc_pill_tray_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TRUE_SIZE:
      g_value_set_boolean (value, HC_PILL_TRAY (object)->is_true_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_tray_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  HcPillTray *self = HC_PILL_TRAY (object);

  switch (prop_id)
    {
    case PROP_TRUE_SIZE:
      self->is_true_size = g_value_get_boolean (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_tray_dispose (GObject *object)
{
  HcPillTray *self = HC_PILL_TRAY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PILL_TRAY);
  g_clear_object (&self->settings);
  g_clear_object (&self->mine);

  G_OBJECT_CLASS (hc_pill_tray_parent_class)->dispose (object);
}

static void
hc_pill_tray_finalize (GObject *object)
{
  g_object_unref (HC_PILL_TRAY (object)->pills);

  G_OBJECT_CLASS (hc_pill_tray_parent_class)->finalize (object);
}

static void
hc_pill_tray_class_init (HcPillTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hc_pill_tray_get_property;
  object_class->set_property = hc_pill_tray_set_property;
  object_class->dispose = hc_pill_tray_dispose;
  object_class->finalize = hc_pill_tray_finalize;

  /**
   * HcPillTray:true-size:
   *
   * Whether the pills are as large as they are.
   */
  properties[PROP_TRUE_SIZE] = g_param_spec_boolean ("true-size", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pills/hc-pill-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPillTray, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, HcPillTray, unfold_arrow);
  gtk_widget_class_bind_template_child (widget_class, HcPillTray, count_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillTray, revealer);
  gtk_widget_class_bind_template_child (widget_class, HcPillTray, items);
  gtk_widget_class_bind_template_callback (widget_class, unfold_toggled_cb);

  gtk_widget_class_install_property_action (widget_class, "compare.true-size", "true-size");
  gtk_widget_class_install_action (widget_class, "compare.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "compare.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "compare.calibrate", NULL, calibrate_action);
}

static void
hc_pill_tray_init (HcPillTray *self)
{
  self->pills = g_list_store_new (HC_TYPE_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->pills, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * hc_pill_tray_set_settings:
 * @self: a tray
 * @settings: the preferences, which know how wrong the monitor is about its size
 */
void
hc_pill_tray_set_settings (HcPillTray *self,
                           GSettings  *settings)
{
  g_return_if_fail (HC_IS_PILL_TRAY (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" CALIBRATION_KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * hc_pill_tray_set_mine:
 * @self: a tray
 * @pill: (nullable): the pill that the person has described, with which all others are compared
 */
void
hc_pill_tray_set_mine (HcPillTray *self,
                       HcPill     *pill)
{
  g_return_if_fail (HC_IS_PILL_TRAY (self));

  if (g_set_object (&self->mine, pill))
    update (self);
}

/**
 * hc_pill_tray_add:
 * @self: a tray
 * @pill: a pill
 *
 * Returns: %FALSE when there is no room for one more
 */
gboolean
hc_pill_tray_add (HcPillTray *self,
                  HcPill     *pill)
{
  g_return_val_if_fail (HC_IS_PILL_TRAY (self), FALSE);
  g_return_val_if_fail (HC_IS_PILL (pill), FALSE);

  if (hc_pill_tray_count (self) >= HC_PILL_TRAY_MAX)
    return FALSE;

  gtk_toggle_button_set_active (self->unfold_button, TRUE);
  g_list_store_append (self->pills, pill);

  return TRUE;
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  HcPill *one = HC_PILL ((gpointer) a), *other = HC_PILL ((gpointer) b);
  const HcPillDetails *details = hc_pill_get_details (one), *other_details = hc_pill_get_details (other);

  return hc_pill_looks_like (one, other) && g_str_equal (details->target, other_details->target) &&
         g_str_equal (details->name, other_details->name) && g_str_equal (details->maker, other_details->maker) &&
         g_str_equal (details->strength, other_details->strength);
}

/**
 * hc_pill_tray_contains:
 * @self: a tray
 * @pill: a pill
 *
 * Returns: whether it is there already, perhaps from another search
 */
gboolean
hc_pill_tray_contains (HcPillTray *self,
                       HcPill     *pill)
{
  g_return_val_if_fail (HC_IS_PILL_TRAY (self), FALSE);
  g_return_val_if_fail (HC_IS_PILL (pill), FALSE);

  return g_list_store_find_with_equal_func (self->pills, pill, is_same, NULL);
}

/**
 * hc_pill_tray_count:
 * @self: a tray
 *
 * Returns: how many pills there are, without the person's own
 */
guint
hc_pill_tray_count (HcPillTray *self)
{
  g_return_val_if_fail (HC_IS_PILL_TRAY (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->pills));
}
