/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-us-state.h"

/**
 * HcUsState:
 *
 * A state of the United States, their capital's district, or Puerto Rico.
 */
struct _HcUsState
{
  GObject  parent_instance;

  char    *code;
  char    *name;
};

G_DEFINE_FINAL_TYPE (HcUsState, hc_us_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
hc_us_state_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_NAME)
    g_value_set_string (value, HC_US_STATE (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hc_us_state_finalize (GObject *object)
{
  HcUsState *self = HC_US_STATE (object);

  g_free (self->code);
  g_free (self->name);

  G_OBJECT_CLASS (hc_us_state_parent_class)->finalize (object);
}

static void
hc_us_state_class_init (HcUsStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_us_state_get_property;
  object_class->finalize = hc_us_state_finalize;

  /* For lists to choose from: their expressions look at properties. */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_us_state_init (HcUsState *self)
{
}

/**
 * hc_us_state_new:
 * @code: its two letters, as the mail has them
 * @name: its name
 *
 * Returns: (transfer full): a state
 */
HcUsState *
hc_us_state_new (const char *code,
                 const char *name)
{
  HcUsState *self = g_object_new (HC_TYPE_US_STATE, NULL);

  self->code = g_strdup (code);
  self->name = g_strdup (name);

  return self;
}

/**
 * hc_us_state_get_code:
 * @self: a state
 *
 * Returns: its two letters: `NY`
 */
const char *
hc_us_state_get_code (HcUsState *self)
{
  g_return_val_if_fail (HC_IS_US_STATE (self), NULL);

  return self->code;
}

/**
 * hc_us_state_get_name:
 * @self: a state
 *
 * Returns: its name, not translated
 */
const char *
hc_us_state_get_name (HcUsState *self)
{
  g_return_val_if_fail (HC_IS_US_STATE (self), NULL);

  return self->name;
}
