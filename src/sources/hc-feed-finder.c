/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-finder.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-charset.h"
#include "hc-feed-html.h"
#include "hc-html-stream.h"

#define MAX_FOUND 20
#define MAX_TITLE 200

typedef struct
{
  GPtrArray *found;
  char      *base;
} Finder;

/**
 * hc_found_feed_free:
 * @self: (transfer full) (nullable): a feed that was found
 */
void
hc_found_feed_free (HcFoundFeed *self)
{
  if (self == NULL)
    return;

  g_free (self->address);
  g_free (self->title);
  g_free (self);
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_ascii_strcasecmp (parts[i], word) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_feed_type (const char *type)
{
  static const char *const types[] = { "application/rss+xml", "application/atom+xml", "application/rdf+xml",
                                       "application/feed+json", "application/json", "application/xml",
                                       "text/xml" };
  g_autofree char *name = g_strstrip (g_strndup (type, strcspn (type, ";")));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (name, types[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a link leads to what is called as feeds are. */
static gboolean
looks_like_feed (const char *reference)
{
  g_autoptr (GRegex) regex = g_regex_new ("(/feed/?|/rss/?|/atom/?|\\.rss|\\.atom|(rss|feed|atom|"
                                          "index)\\.(xml|json))$",
                                          G_REGEX_CASELESS, 0, NULL);
  g_autofree char *path = g_strndup (reference, strcspn (reference, "?#"));

  return g_regex_match (regex, path, 0, NULL);
}

static void
add (Finder     *self,
     const char *reference,
     const char *title,
     gboolean    is_guess)
{
  g_autofree char *resolved = hc_feed_address_resolve (self->base, reference);
  g_autofree char *address = NULL;
  HcFoundFeed *found;

  if (resolved == NULL || g_str_has_prefix (resolved, "mailto:"))
    return;

  address = hc_feed_address_normalize (resolved);
  if (address == NULL)
    return;

  for (guint i = 0; i < self->found->len; i++)
    {
      found = g_ptr_array_index (self->found, i);

      if (g_str_equal (found->address, address))
        {
          found->is_guess = found->is_guess && is_guess;
          return;
        }
    }

  found = g_new0 (HcFoundFeed, 1);
  found->address = g_steal_pointer (&address);
  found->is_guess = is_guess;
  if (title != NULL)
    {
      g_autofree char *text = hc_post_text_from_plain (title);

      found->title = hc_post_text_dup_plain (text, MAX_TITLE);
    }
  else
    found->title = g_strdup ("");
  g_ptr_array_add (self->found, found);
}

static gboolean
open_cb (const HcMarkupElement *element,
         gpointer               data)
{
  Finder *self = data;
  g_autofree char *reference = hc_markup_element_dup (element, NULL, "href");
  g_autofree char *relation = NULL, *type = NULL, *title = NULL;

  if (reference == NULL)
    return TRUE;

  if (g_str_equal (element->name, "base"))
    {
      g_autofree char *base = hc_feed_address_resolve (self->base, reference);

      if (base != NULL)
        {
          g_free (self->base);
          self->base = g_steal_pointer (&base);
        }

      return TRUE;
    }

  relation = hc_markup_element_dup (element, NULL, "rel");
  type = hc_markup_element_dup (element, NULL, "type");
  title = hc_markup_element_dup (element, NULL, "title");

  if (g_str_equal (element->name, "link") && relation != NULL && has_word (relation, "alternate") &&
      type != NULL && is_feed_type (type))
    add (self, reference, title, FALSE);
  else if (g_str_equal (element->name, "a") &&
           (looks_like_feed (reference) || (type != NULL && is_feed_type (type))))
    add (self, reference, title, TRUE);

  return self->found->len < MAX_FOUND;
}

static void
close_cb (const char *name,
          gpointer    data)
{
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
}

static int
compare_guesses (gconstpointer a,
                 gconstpointer b)
{
  return ((const HcFoundFeed *) a)->is_guess - ((const HcFoundFeed *) b)->is_guess;
}

/**
 * hc_feed_finder_find:
 * @bytes: a page of the web, trusted in nothing
 * @content_type: (nullable): the Content-Type that came with it
 * @address: (nullable): where it was fetched
 *
 * Finds the feeds that a page names in its head, and after these the links that look as if they led to one.
 *
 * Returns: (transfer full) (element-type HcFoundFeed): what was found, without what is not on the web; may be
 *   empty
 */
GPtrArray *
hc_feed_finder_find (GBytes     *bytes,
                     const char *content_type,
                     const char *address)
{
  static const HcMarkupHandler handler = { open_cb, close_cb, text_cb };
  g_autofree char *text = NULL;
  Finder self = { .base = g_strdup (address) };

  g_return_val_if_fail (bytes != NULL, NULL);

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_found_feed_free);
  text = hc_feed_charset_decode (bytes, content_type, NULL);
  if (text != NULL)
    hc_html_stream_read (text, &handler, &self);

  g_free (self.base);
  g_ptr_array_sort_values (self.found, compare_guesses);

  return self.found;
}
