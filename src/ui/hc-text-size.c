/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text-size.h"

#define KEY "text-size"
#define NORMAL 100

/* In percent. Small steps where most people read, larger ones beyond. */
static const int steps[] = { 80, 90, 100, 110, 125, 150, 175, 200, 225, 250 };

/**
 * HcTextSize:
 *
 * The size of the text of all reading views (style class `reading`), kept in the settings, in
 * percent of the system's document font.
 */
struct _HcTextSize
{
  GObject         parent_instance;

  GSettings      *settings;
  GdkDisplay     *display;
  GtkCssProvider *provider;

  GSimpleAction  *larger;
  GSimpleAction  *smaller;
  GSimpleAction  *normal;
};

G_DEFINE_FINAL_TYPE (HcTextSize, hc_text_size, G_TYPE_OBJECT)

static void
update (HcTextSize *self)
{
  int percent = g_settings_get_int (self->settings, KEY);
  g_autofree char *css =
    g_strdup_printf (".reading { font-family: var(--document-font-family);"
                     " font-size: calc(var(--document-font-size) * %d / 100); }", percent);

  gtk_css_provider_load_from_string (self->provider, css);

  g_simple_action_set_enabled (self->larger, percent < steps[G_N_ELEMENTS (steps) - 1]);
  g_simple_action_set_enabled (self->smaller, percent > steps[0]);
  g_simple_action_set_enabled (self->normal, percent != NORMAL);
}

static void
larger_cb (HcTextSize *self)
{
  int percent = g_settings_get_int (self->settings, KEY);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] > percent)
      {
        g_settings_set_int (self->settings, KEY, steps[i]);
        return;
      }
}

static void
smaller_cb (HcTextSize *self)
{
  int percent = g_settings_get_int (self->settings, KEY);

  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    if (steps[i - 1] < percent)
      {
        g_settings_set_int (self->settings, KEY, steps[i - 1]);
        return;
      }
}

static void
normal_cb (HcTextSize *self)
{
  g_settings_set_int (self->settings, KEY, NORMAL);
}

static GSimpleAction *
make_action (HcTextSize *self,
             const char *name,
             GCallback   callback)
{
  GSimpleAction *action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);

  return action;
}

static void
hc_text_size_dispose (GObject *object)
{
  HcTextSize *self = HC_TEXT_SIZE (object);

  if (self->display != NULL)
    gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));

  g_clear_object (&self->settings);
  g_clear_object (&self->display);
  g_clear_object (&self->provider);
  g_clear_object (&self->larger);
  g_clear_object (&self->smaller);
  g_clear_object (&self->normal);

  G_OBJECT_CLASS (hc_text_size_parent_class)->dispose (object);
}

static void
hc_text_size_class_init (HcTextSizeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_text_size_dispose;
}

static void
hc_text_size_init (HcTextSize *self)
{
  self->provider = gtk_css_provider_new ();
  self->larger = make_action (self, "text-larger", G_CALLBACK (larger_cb));
  self->smaller = make_action (self, "text-smaller", G_CALLBACK (smaller_cb));
  self->normal = make_action (self, "text-normal", G_CALLBACK (normal_cb));
}

/**
 * hc_text_size_new:
 * @settings: settings with the key `text-size`
 * @display: the display whose reading views follow it
 *
 * Returns: (transfer full): the text size
 */
HcTextSize *
hc_text_size_new (GSettings  *settings,
                  GdkDisplay *display)
{
  HcTextSize *self = g_object_new (HC_TYPE_TEXT_SIZE, NULL);

  self->settings = g_object_ref (settings);
  self->display = g_object_ref (display);

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_text_size_add_actions:
 * @self: the text size
 * @map: where the actions `text-larger`, `text-smaller` and `text-normal` are added
 */
void
hc_text_size_add_actions (HcTextSize *self,
                          GActionMap *map)
{
  g_return_if_fail (HC_IS_TEXT_SIZE (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action (map, G_ACTION (self->larger));
  g_action_map_add_action (map, G_ACTION (self->smaller));
  g_action_map_add_action (map, G_ACTION (self->normal));
}
