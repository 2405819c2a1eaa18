/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "hc-search-provider.h"

#include <pango/pango.h>

#include "hc-link.h"
#include "hc-search-hit.h"

/* The shell shows five or so. */
#define MAX_RESULTS 10

#define INTERFACE "org.gnome.Shell.SearchProvider2"

static const char introspection[] =
  "<node>"
  "  <interface name='" INTERFACE "'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/**
 * HcSearchProvider:
 *
 * Answers the search of the shell. What it finds stands in the library that comes with the program:
 * nothing that the person wrote is ever told to the shell. The identifier of a result is its link.
 */
struct _HcSearchProvider
{
  GObject          parent_instance;

  HcLibrary       *library;    /* NULL: there is none, and nothing is found */
  GHashTable      *hits;       /* of HcSearchHit, by their links: what was found last */

  GDBusConnection *connection;
  guint            registration;
};

enum {
  REQUESTED,
  OPEN_LINK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcSearchProvider, hc_search_provider, G_TYPE_OBJECT)

static char *
join_terms (GVariant *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);

  return g_strjoinv (" ", (char **) words);
}

static GVariant *
find (HcSearchProvider *self,
      GVariant         *terms)
{
  GVariantBuilder links = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree char *text = join_terms (terms);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits =
    self->library != NULL ? hc_library_search (self->library, text, MAX_RESULTS, &error) : NULL;

  if (error != NULL)
    g_warning ("Search failed: %s", error->message);

  g_hash_table_remove_all (self->hits);
  for (guint i = 0; hits != NULL && i < g_list_model_get_n_items (hits); i++)
    {
      HcSearchHit *hit = g_list_model_get_item (hits, i);

      g_variant_builder_add (&links, "s", hc_search_hit_get_link (hit));
      g_hash_table_replace (self->hits, g_strdup (hc_search_hit_get_link (hit)), hit);
    }

  return g_variant_new ("(@as)", g_variant_builder_end (&links));
}

/* The article or answer that a link leads to, NULL when it leads to something else. */
static HcArticle *
lookup_article (HcSearchProvider *self,
                const char       *identifier)
{
  g_autoptr (HcLink) link = hc_link_parse (identifier, NULL);

  return self->library != NULL && link != NULL && link->id != NULL &&
         (g_str_equal (link->place, "article") || g_str_equal (link->place, "question"))
         ? hc_library_get_article (self->library, link->id) : NULL;
}

static char *
strip_markup (const char *markup)
{
  char *text = NULL;

  if (markup == NULL || !pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return g_strdup ("");

  return text;
}

/* The program may have ended since it found what is asked for now: articles need no memory. */
static void
add_meta (HcSearchProvider *self,
          GVariantBuilder  *metas,
          const char       *identifier)
{
  HcSearchHit *hit = g_hash_table_lookup (self->hits, identifier);
  HcArticle *article = lookup_article (self, identifier);
  g_autoptr (GIcon) icon = g_themed_icon_new (HC_APPLICATION_ID);
  g_autoptr (GVariant) icon_words = g_icon_serialize (icon);
  g_autofree char *excerpt = NULL;

  if (hit == NULL && article == NULL)
    return;

  excerpt = strip_markup (hit != NULL ? hc_search_hit_get_excerpt (hit) : NULL);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (identifier));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (hit != NULL ? hc_search_hit_get_title (hit)
                                                           : hc_article_get_title (article)));
  g_variant_builder_add (metas, "{sv}", "description",
                         g_variant_new_string (article != NULL ? hc_article_get_summary (article) : excerpt));
  g_variant_builder_add (metas, "{sv}", "icon", icon_words);
  g_variant_builder_close (metas);
}

static GVariant *
describe (HcSearchProvider *self,
          GVariant         *identifiers)
{
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autofree const char **links = g_variant_get_strv (identifiers, NULL);

  for (guint i = 0; links[i] != NULL; i++)
    add_meta (self, &metas, links[i]);

  return g_variant_new ("(@aa{sv})", g_variant_builder_end (&metas));
}

static void
launch_search (HcSearchProvider *self,
               GVariant         *terms)
{
  g_autofree char *text = join_terms (terms);
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":search?q=", escaped, NULL);

  g_signal_emit (self, signals[OPEN_LINK], 0, link);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  g_autoptr (HcSearchProvider) self = g_object_ref (HC_SEARCH_PROVIDER (user_data));
  g_autoptr (GVariant) terms = NULL;
  GVariant *answer = NULL;

  g_signal_emit (self, signals[REQUESTED], 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      terms = g_variant_get_child_value (parameters, 0);
      answer = find (self, terms);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      terms = g_variant_get_child_value (parameters, 1);
      answer = find (self, terms);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      terms = g_variant_get_child_value (parameters, 0);
      answer = describe (self, terms);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *identifier;

      g_variant_get_child (parameters, 0, "&s", &identifier);
      g_signal_emit (self, signals[OPEN_LINK], 0, identifier);
    }
  else if (g_str_equal (method, "LaunchSearch"))
    {
      terms = g_variant_get_child_value (parameters, 0);
      launch_search (self, terms);
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
hc_search_provider_finalize (GObject *object)
{
  HcSearchProvider *self = HC_SEARCH_PROVIDER (object);

  hc_search_provider_unexport (self);
  g_clear_object (&self->library);
  g_hash_table_unref (self->hits);

  G_OBJECT_CLASS (hc_search_provider_parent_class)->finalize (object);
}

static void
hc_search_provider_class_init (HcSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_search_provider_finalize;

  /**
   * HcSearchProvider::requested:
   *
   * Somebody asks for something, and will probably ask again soon.
   */
  signals[REQUESTED] = g_signal_new ("requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HcSearchProvider::open-link:
   * @self: a provider
   * @link: a text from outside, trusted in nothing
   *
   * The person wants to see what a link leads to.
   */
  signals[OPEN_LINK] = g_signal_new ("open-link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_search_provider_init (HcSearchProvider *self)
{
  self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * hc_search_provider_new:
 *
 * Returns: (transfer full): a provider that finds nothing until it has a library
 */
HcSearchProvider *
hc_search_provider_new (void)
{
  return g_object_new (HC_TYPE_SEARCH_PROVIDER, NULL);
}

/**
 * hc_search_provider_set_library:
 * @self: a provider
 * @library: (nullable): where it searches
 */
void
hc_search_provider_set_library (HcSearchProvider *self,
                                HcLibrary        *library)
{
  g_return_if_fail (HC_IS_SEARCH_PROVIDER (self));

  g_set_object (&self->library, library);
}

/**
 * hc_search_provider_export:
 * @self: a provider
 * @connection: a bus
 * @path: the path of an object
 * @error: return location for a %G_IO_ERROR
 *
 * Makes the provider answer at that path.
 *
 * Returns: whether it does
 */
gboolean
hc_search_provider_export (HcSearchProvider  *self,
                           GDBusConnection   *connection,
                           const char        *path,
                           GError           **error)
{
  static const GDBusInterfaceVTable table = { .method_call = method_called_cb };
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (HC_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  node = g_dbus_node_info_new_for_xml (introspection, error);
  if (node == NULL)
    return FALSE;

  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &table,
                                                          self, NULL, error);
  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);

  return TRUE;
}

/**
 * hc_search_provider_unexport:
 * @self: a provider
 *
 * Makes the provider answer no more.
 */
void
hc_search_provider_unexport (HcSearchProvider *self)
{
  g_return_if_fail (HC_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
