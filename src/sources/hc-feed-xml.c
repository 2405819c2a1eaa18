/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-xml.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-draft.h"
#include "hc-xml-stream.h"

/* What is kept of one element. */
#define MAX_CAPTURE (1024 * 1024)

typedef enum {
  FAMILY_OTHER,
  FAMILY_RSS,
  FAMILY_RDF,
  FAMILY_ATOM,
  FAMILY_CONTENT,
  FAMILY_DC,
  FAMILY_MEDIA,
} Family;

/* Some feeds leave out to declare their prefixes. */
static const struct
{
  const char *uri;
  const char *prefix;
  Family      family;
} families[] = {
  { "http://www.w3.org/2005/Atom", "atom", FAMILY_ATOM },
  { "http://purl.org/atom/ns#", NULL, FAMILY_ATOM },
  { "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", FAMILY_RDF },
  { "http://purl.org/rss/1.0/", NULL, FAMILY_RSS },
  { "http://my.netscape.com/rdf/simple/0.9/", NULL, FAMILY_RSS },
  { "http://backend.userland.com/rss2", NULL, FAMILY_RSS },
  { "http://purl.org/rss/1.0/modules/content/", "content", FAMILY_CONTENT },
  { "http://purl.org/dc/elements/1.1/", "dc", FAMILY_DC },
  { "http://purl.org/dc/terms/", "dcterms", FAMILY_DC },
  { "http://search.yahoo.com/mrss/", "media", FAMILY_MEDIA },
};

static const struct
{
  Family       family;
  const char  *name;
  HcFeedField  field;
} fields[] = {
  { FAMILY_RSS, "title", HC_FEED_FIELD_TITLE },
  { FAMILY_RSS, "link", HC_FEED_FIELD_LINK },
  { FAMILY_RSS, "guid", HC_FEED_FIELD_ID },
  { FAMILY_RSS, "description", HC_FEED_FIELD_SUMMARY },
  { FAMILY_RSS, "author", HC_FEED_FIELD_AUTHOR },
  { FAMILY_RSS, "pubDate", HC_FEED_FIELD_PUBLISHED },
  { FAMILY_ATOM, "title", HC_FEED_FIELD_TITLE },
  { FAMILY_ATOM, "id", HC_FEED_FIELD_ID },
  { FAMILY_ATOM, "subtitle", HC_FEED_FIELD_SUMMARY },
  { FAMILY_ATOM, "tagline", HC_FEED_FIELD_SUMMARY },
  { FAMILY_ATOM, "summary", HC_FEED_FIELD_SUMMARY },
  { FAMILY_ATOM, "content", HC_FEED_FIELD_CONTENT },
  { FAMILY_ATOM, "published", HC_FEED_FIELD_PUBLISHED },
  { FAMILY_ATOM, "issued", HC_FEED_FIELD_PUBLISHED },
  { FAMILY_ATOM, "updated", HC_FEED_FIELD_UPDATED },
  { FAMILY_ATOM, "modified", HC_FEED_FIELD_UPDATED },
  { FAMILY_CONTENT, "encoded", HC_FEED_FIELD_CONTENT },
  { FAMILY_DC, "title", HC_FEED_FIELD_TITLE },
  { FAMILY_DC, "creator", HC_FEED_FIELD_AUTHOR },
  { FAMILY_DC, "date", HC_FEED_FIELD_PUBLISHED },
  { FAMILY_DC, "issued", HC_FEED_FIELD_PUBLISHED },
  { FAMILY_DC, "modified", HC_FEED_FIELD_UPDATED },
  { FAMILY_DC, "description", HC_FEED_FIELD_SUMMARY },
  { FAMILY_MEDIA, "description", HC_FEED_FIELD_SUMMARY },
};

typedef struct
{
  HcFeed        *feed;        /* NULL until its root was seen */
  const char    *address;
  GPtrArray     *bases;       /* of char, one an open element: its xml:base, that around it, or "" */
  gboolean       is_html;
  HcFeedDraft    about;       /* the feed itself */
  HcFeedDraft    item;
  guint          about_depth; /* of the element that describes the feed; 0: not open */
  guint          item_depth;  /* of the item; 0: none is open */

  guint          capture_depth; /* of the element whose text is taken; 0: none */
  HcFeedField    field;
  HcFeedTextType type;
  gboolean       is_escaped;  /* text is, and elements are markup in it */
  gboolean       is_link_id;  /* the id is an address, too */
  GString       *capture;
} Builder;

static Family
find_family (const HcMarkupElement *element)
{
  if (element->uri == NULL && element->prefix == NULL)
    return FAMILY_RSS;

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (element->uri != NULL ? g_str_equal (families[i].uri, element->uri)
                             : g_strcmp0 (families[i].prefix, element->prefix) == 0)
      return families[i].family;

  return FAMILY_OTHER;
}

static const char *
get_base (Builder *self)
{
  const char *base = self->bases->len > 0 ? g_ptr_array_index (self->bases, self->bases->len - 1) : "";

  return *base != '\0' ? base : NULL;
}

static void
push_base (Builder               *self,
           const HcMarkupElement *element)
{
  g_autofree char *reference = hc_markup_element_dup (element, "xml", "base");
  const char *outer = get_base (self);
  char *base = NULL;

  if (reference != NULL)
    base = hc_feed_address_resolve (outer != NULL ? outer : self->address, reference);

  g_ptr_array_add (self->bases, base != NULL ? base : g_strdup (outer != NULL ? outer : ""));
}

static gboolean
open_root (Builder               *self,
           const HcMarkupElement *element,
           Family                 family)
{
  if (g_ascii_strcasecmp (element->name, "html") == 0)
    self->is_html = TRUE;
  else if (g_str_equal (element->name, "rss"))
    self->feed = hc_feed_new (HC_FEED_FORMAT_RSS, self->address);
  else if (family == FAMILY_RDF && g_str_equal (element->name, "RDF"))
    self->feed = hc_feed_new (HC_FEED_FORMAT_RDF, self->address);
  else if (family == FAMILY_ATOM && g_str_equal (element->name, "feed"))
    {
      self->feed = hc_feed_new (HC_FEED_FORMAT_ATOM, self->address);
      self->about_depth = 1;
    }

  return self->feed != NULL;
}

/* The type of a text of Atom: a word of its own, or in Atom 0.3 a media type with a mode. */
static void
find_type (Builder               *self,
           const HcMarkupElement *element)
{
  g_autofree char *type = hc_markup_element_dup (element, NULL, "type");
  g_autofree char *mode = hc_markup_element_dup (element, NULL, "mode");
  gboolean is_xhtml = g_strcmp0 (type, "xhtml") == 0 || g_strcmp0 (type, "application/xhtml+xml") == 0;

  if (is_xhtml || (g_strcmp0 (mode, "xml") == 0 && g_strcmp0 (type, "text/html") == 0))
    {
      self->type = HC_FEED_TEXT_HTML;
      self->is_escaped = TRUE;
    }
  else if (type != NULL && (g_str_equal (type, "html") || g_str_equal (type, "text/html")))
    self->type = HC_FEED_TEXT_HTML;
  else
    self->type = HC_FEED_TEXT_PLAIN;
}

static void
begin_capture (Builder               *self,
               const HcMarkupElement *element,
               Family                 family,
               HcFeedField            field)
{
  self->capture_depth = self->bases->len;
  self->field = field;
  self->is_escaped = FALSE;
  self->is_link_id = FALSE;
  self->type = HC_FEED_TEXT_PLAIN;
  g_string_truncate (self->capture, 0);

  if (family == FAMILY_ATOM)
    find_type (self, element);
  else if (field == HC_FEED_FIELD_TITLE || field == HC_FEED_FIELD_AUTHOR)
    self->type = HC_FEED_TEXT_UNSURE;
  else if (field == HC_FEED_FIELD_SUMMARY || field == HC_FEED_FIELD_CONTENT)
    self->type = HC_FEED_TEXT_HTML;

  if (family == FAMILY_RSS && field == HC_FEED_FIELD_ID)
    {
      g_autofree char *is_link = hc_markup_element_dup (element, NULL, "isPermaLink");

      self->is_link_id = is_link == NULL || g_str_equal (is_link, "true");
    }
}

/* Links of Atom, in any feed. */
static void
read_link (Builder               *self,
           const HcMarkupElement *element,
           HcFeedDraft           *draft)
{
  g_autofree char *relation = hc_markup_element_dup (element, NULL, "rel");
  g_autofree char *type = hc_markup_element_dup (element, NULL, "type");
  HcFeedField field = HC_FEED_FIELD_LINK;

  if (relation != NULL && !g_str_equal (relation, "alternate"))
    return;

  if (type != NULL && !g_str_equal (type, "text/html") && !g_str_equal (type, "application/xhtml+xml"))
    field = HC_FEED_FIELD_OTHER_LINK;

  hc_feed_draft_take (draft, field, hc_markup_element_dup (element, NULL, "href"), HC_FEED_TEXT_PLAIN,
                      get_base (self));
}

static void
open_part (Builder               *self,
           const HcMarkupElement *element,
           Family                 family)
{
  guint depth = self->bases->len;
  guint holder = self->item_depth > 0 ? self->item_depth : self->about_depth;
  HcFeedDraft *draft = self->item_depth > 0 ? &self->item : &self->about;

  /* The name of the author is one deeper. */
  if (holder > 0 && depth == holder + 2 && family == FAMILY_ATOM && g_str_equal (element->name, "name") &&
      self->item_depth > 0)
    {
      begin_capture (self, element, FAMILY_RSS, HC_FEED_FIELD_AUTHOR);
      return;
    }

  if (holder == 0 || depth != holder + 1)
    return;

  if (family == FAMILY_ATOM && g_str_equal (element->name, "link"))
    {
      read_link (self, element, draft);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].family == family && g_str_equal (fields[i].name, element->name))
      {
        begin_capture (self, element, family, fields[i].field);
        return;
      }
}

static void
append_tag (Builder               *self,
            const HcMarkupElement *element)
{
  static const char *const kept[] = { "href", "src", "alt", "start" };

  g_string_append_printf (self->capture, "<%s", element->name);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *value = hc_markup_element_dup (element, NULL, kept[i]);
      g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

      if (escaped != NULL)
        g_string_append_printf (self->capture, " %s=\"%s\"", kept[i], escaped);
    }

  g_string_append_c (self->capture, '>');
}

static gboolean
is_item (Builder               *self,
         const HcMarkupElement *element,
         Family                 family)
{
  guint depth = self->bases->len;

  switch (self->feed->format)
    {
    case HC_FEED_FORMAT_ATOM:
      return depth == 2 && family == FAMILY_ATOM && g_str_equal (element->name, "entry");
    case HC_FEED_FORMAT_RDF:
      return (depth == 2 || depth == 3) && family == FAMILY_RSS && g_str_equal (element->name, "item");
    case HC_FEED_FORMAT_RSS:
      /* RSS 0.90 and some makers of feeds put the items beside the channel. */
      return (depth == 2 || depth == 3) && family == FAMILY_RSS && g_str_equal (element->name, "item");
    case HC_FEED_FORMAT_JSON:
    default:
      return FALSE;
    }
}

static gboolean
open_cb (const HcMarkupElement *element,
         gpointer               data)
{
  Builder *self = data;
  Family family = find_family (element);

  push_base (self, element);

  if (self->bases->len == 1)
    return open_root (self, element, family);

  if (self->capture_depth > 0)
    {
      /* Markup that nobody escaped. */
      if (self->type == HC_FEED_TEXT_HTML && self->capture->len < MAX_CAPTURE)
        append_tag (self, element);
      return TRUE;
    }

  if (self->item_depth == 0 && is_item (self, element, family))
    {
      self->item_depth = self->bases->len;

      if (self->feed->format == HC_FEED_FORMAT_RDF)
        hc_feed_draft_take (&self->item, HC_FEED_FIELD_ID, hc_markup_element_dup (element, "rdf", "about"),
                            HC_FEED_TEXT_PLAIN, NULL);
    }
  else if (self->item_depth == 0 && self->about_depth == 0 && self->bases->len == 2 &&
           g_str_equal (element->name, "channel"))
    self->about_depth = 2;
  else
    open_part (self, element, family);

  return TRUE;
}

static void
end_capture (Builder *self)
{
  HcFeedDraft *draft = self->item_depth > 0 ? &self->item : &self->about;
  gboolean is_id = self->field == HC_FEED_FIELD_ID;

  if (is_id && self->is_link_id && hc_feed_address_is_web (self->capture->str))
    hc_feed_draft_take (draft, HC_FEED_FIELD_OTHER_LINK, g_strdup (self->capture->str), HC_FEED_TEXT_PLAIN,
                        NULL);

  hc_feed_draft_take (draft, self->field, g_strdup (self->capture->str), self->type, get_base (self));
  self->capture_depth = 0;
}

static void
close_cb (const char *name,
          gpointer    data)
{
  Builder *self = data;
  guint depth = self->bases->len;

  if (depth == 0 || self->feed == NULL)
    return;

  if (self->capture_depth == depth)
    end_capture (self);
  else if (self->capture_depth > 0 && self->type == HC_FEED_TEXT_HTML)
    g_string_append_printf (self->capture, "</%s>", name);
  else if (self->item_depth == depth)
    {
      hc_feed_draft_add_item (&self->item, self->feed);
      hc_feed_draft_clear (&self->item);
      self->item_depth = 0;
    }
  else if (self->about_depth == depth)
    self->about_depth = 0;

  g_ptr_array_set_size (self->bases, (int) depth - 1);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
  Builder *self = data;

  if (self->capture_depth == 0 || self->capture->len >= MAX_CAPTURE)
    return;

  if (self->is_escaped)
    {
      g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

      g_string_append (self->capture, escaped);
    }
  else
    g_string_append_len (self->capture, text, (gssize) length);
}

static void
set_not_a_feed (Builder   *self,
                gboolean   is_damaged,
                GError   **error)
{
  if (self->is_html)
    g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_HTML, "The root is html");
  else if (self->bases->len == 0 && is_damaged)
    g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_WELL_FORMED, "There is no element in it");
  else
    g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_A_FEED, "The root is none of a feed");
}

/**
 * hc_feed_xml_read:
 * @text: valid UTF-8 that hc_feed_charset_decode() has made
 * @address: (nullable): where it was fetched; relative addresses in it are resolved against it
 * @error: return location for a %HC_FEED_ERROR
 *
 * Reads RSS and Atom. Of a feed that is cut off or broken the items before that place are taken.
 *
 * Returns: (transfer full) (nullable): the feed
 */
HcFeed *
hc_feed_xml_read (const char  *text,
                  const char  *address,
                  GError     **error)
{
  static const HcMarkupHandler handler = { open_cb, close_cb, text_cb };
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) capture = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  g_autoptr (HcFeed) feed = NULL;
  Builder self = { .address = address, .bases = bases, .capture = capture };
  gboolean is_damaged = FALSE, is_read;

  g_return_val_if_fail (text != NULL, NULL);

  is_read = hc_xml_stream_read (text, strlen (text), &handler, &self, &is_damaged, &problem);
  feed = self.feed;
  if (feed != NULL)
    hc_feed_draft_describe (&self.about, feed);

  hc_feed_draft_clear (&self.about);
  hc_feed_draft_clear (&self.item);

  /* What declares entities means harm; of what is too deep or too long the beginning may be good. */
  if (!is_read && (feed == NULL || feed->items->len == 0 ||
                   g_error_matches (problem, HC_FEED_ERROR, HC_FEED_ERROR_HAS_DECLARATIONS)))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  if (feed == NULL)
    {
      set_not_a_feed (&self, is_damaged, error);
      return NULL;
    }

  feed->is_damaged = is_damaged || !is_read;
  if (feed->is_damaged && feed->items->len == 0)
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_WELL_FORMED,
                           "It is broken before the first item");
      return NULL;
    }

  return g_steal_pointer (&feed);
}
