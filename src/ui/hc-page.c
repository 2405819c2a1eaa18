/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-page.h"

#include <glib/gi18n.h>

/**
 * HcPage:
 *
 * A page of the sidebar. Subclasses fill in the fields of #HcPageClass in their class_init and are
 * named in hc-pages.c; that is all it takes to add one.
 */
typedef struct
{
  HcContext *context;
  char      *link;
} HcPagePrivate;

enum {
  PROP_0,
  PROP_CONTEXT,
  PROP_LINK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcPage, hc_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
hc_page_real_open (HcPage  *self,
                   HcLink  *link,
                   GError **error)
{
  return TRUE;
}

static void
hc_page_constructed (GObject *object)
{
  HcPage *self = HC_PAGE (object);
  HcPageClass *klass = HC_PAGE_GET_CLASS (self);
  g_autoptr (HcLink) link = hc_link_new (klass->places[0], NULL, NULL);
  HcPagePrivate *priv = hc_page_get_instance_private (self);

  G_OBJECT_CLASS (hc_page_parent_class)->constructed (object);

  priv->link = hc_link_print (link);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _(klass->title));
}

static void
hc_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HcPagePrivate *priv = hc_page_get_instance_private (HC_PAGE (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_LINK:
      g_value_set_string (value, priv->link);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  HcPagePrivate *priv = hc_page_get_instance_private (HC_PAGE (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_page_dispose (GObject *object)
{
  HcPagePrivate *priv = hc_page_get_instance_private (HC_PAGE (object));

  g_clear_object (&priv->context);

  G_OBJECT_CLASS (hc_page_parent_class)->dispose (object);
}

static void
hc_page_finalize (GObject *object)
{
  HcPagePrivate *priv = hc_page_get_instance_private (HC_PAGE (object));

  g_free (priv->link);

  G_OBJECT_CLASS (hc_page_parent_class)->finalize (object);
}

static void
hc_page_class_init (HcPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hc_page_constructed;
  object_class->get_property = hc_page_get_property;
  object_class->set_property = hc_page_set_property;
  object_class->dispose = hc_page_dispose;
  object_class->finalize = hc_page_finalize;

  klass->open = hc_page_real_open;

  properties[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, HC_TYPE_CONTEXT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINK] =
    g_param_spec_string ("link", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_page_init (HcPage *self)
{
}

/**
 * hc_page_get_context:
 * @self: a page
 *
 * Returns: (transfer none): what it shares with the rest of the program
 */
HcContext *
hc_page_get_context (HcPage *self)
{
  HcPagePrivate *priv = hc_page_get_instance_private (self);

  g_return_val_if_fail (HC_IS_PAGE (self), NULL);

  return priv->context;
}

/**
 * hc_page_open:
 * @self: a page
 * @link: a link to one of its places
 * @error: return location for an error of the page
 *
 * Shows what a link leads to.
 *
 * Returns: %FALSE when there is nothing of that kind; the page then shows what it showed before
 */
gboolean
hc_page_open (HcPage  *self,
              HcLink  *link,
              GError **error)
{
  g_return_val_if_fail (HC_IS_PAGE (self), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return HC_PAGE_GET_CLASS (self)->open (self, link, error);
}

/**
 * hc_page_focus_search:
 * @self: a page
 *
 * Puts the cursor into the entry that searches what the page shows.
 *
 * Returns: %FALSE when the page has none
 */
gboolean
hc_page_focus_search (HcPage *self)
{
  g_return_val_if_fail (HC_IS_PAGE (self), FALSE);

  if (HC_PAGE_GET_CLASS (self)->focus_search == NULL)
    return FALSE;

  HC_PAGE_GET_CLASS (self)->focus_search (self);
  return TRUE;
}

/**
 * hc_page_get_link:
 * @self: a page
 *
 * Returns: the link to what the page shows now
 */
const char *
hc_page_get_link (HcPage *self)
{
  HcPagePrivate *priv = hc_page_get_instance_private (self);

  g_return_val_if_fail (HC_IS_PAGE (self), NULL);

  return priv->link;
}

/**
 * hc_page_set_link:
 * @self: a page
 * @link: the link to what it shows now
 *
 * For subclasses that show more than one thing: the program comes back to this link when it is
 * started again.
 */
void
hc_page_set_link (HcPage     *self,
                  const char *link)
{
  HcPagePrivate *priv = hc_page_get_instance_private (self);

  g_return_if_fail (HC_IS_PAGE (self));
  g_return_if_fail (link != NULL);

  if (g_set_str (&priv->link, link))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINK]);
}

/**
 * hc_page_class_opens:
 * @klass: the class of a page
 * @place: the place of a link
 *
 * Returns: whether pages of this class open links to that place
 */
gboolean
hc_page_class_opens (HcPageClass *klass,
                     const char  *place)
{
  return g_strv_contains (klass->places, place);
}
