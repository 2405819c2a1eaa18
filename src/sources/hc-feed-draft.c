/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-draft.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-date.h"
#include "hc-feed-html.h"

#define MAX_ITEMS 1000
#define MAX_TITLE 300
#define MAX_AUTHOR 120
#define MAX_SUMMARY 300

/* The keys of items are random enough with so many digits. */
#define KEY_LENGTH 32

/**
 * hc_feed_new:
 * @format: what it is written in
 * @address: (nullable): where it was fetched
 *
 * Returns: (transfer full): a feed of which nothing is known
 */
HcFeed *
hc_feed_new (HcFeedFormat  format,
             const char   *address)
{
  HcFeed *self = g_new0 (HcFeed, 1);

  self->format = format;
  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->address = g_strdup (address);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * hc_feed_free:
 * @self: (transfer full) (nullable): a feed
 */
void
hc_feed_free (HcFeed *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->home);
  g_free (self->description);
  g_free (self->address);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->keys);
  g_free (self);
}

/**
 * hc_feed_draft_clear:
 * @self: a draft
 *
 * Forgets what was taken.
 */
void
hc_feed_draft_clear (HcFeedDraft *self)
{
  for (guint i = 0; i < HC_FEED_N_FIELDS; i++)
    {
      g_free (self->values[i]);
      g_free (self->bases[i]);
    }

  *self = (HcFeedDraft) { 0 };
}

/**
 * hc_feed_draft_take:
 * @self: a draft
 * @field: what it is
 * @value: (transfer full) (nullable): what it says
 * @type: what kind of text it is
 * @base: (nullable): the address to which those in it are relative, where the feed says so
 *
 * Takes something that a feed says, unless it has said it before.
 */
void
hc_feed_draft_take (HcFeedDraft    *self,
                    HcFeedField     field,
                    char           *value,
                    HcFeedTextType  type,
                    const char     *base)
{
  if (value == NULL || *g_strstrip (value) == '\0' || self->values[field] != NULL)
    {
      g_free (value);
      return;
    }

  self->values[field] = value;
  self->types[field] = type;
  self->bases[field] = g_strdup (base);
}

/* Whether a title has a reference to a character or a tag in it: then it is HTML. Most have neither, and need no
 * pattern. */
static gboolean
looks_like_html (const char *text)
{
  g_autoptr (GRegex) regex = NULL;

  if (strpbrk (text, "&<") == NULL)
    return FALSE;

  regex = g_regex_new ("&(#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);|</?[A-Za-z][^<>]*>", 0, 0, NULL);

  return g_regex_match (regex, text, 0, NULL);
}

/* Returns: (transfer full): the field as plain text in one line; empty when it is not told */
static char *
dup_line (HcFeedDraft *self,
          HcFeedField  field,
          glong        max_chars)
{
  const char *value = self->values[field];
  HcFeedTextType type = self->types[field];
  g_autofree char *text = NULL;

  if (value == NULL)
    return g_strdup ("");

  if (type == HC_FEED_TEXT_HTML || (type == HC_FEED_TEXT_UNSURE && looks_like_html (value)))
    return hc_feed_html_dup_plain (value, max_chars);

  text = hc_post_text_from_plain (value);

  return hc_post_text_dup_plain (text, max_chars);
}

static char *
resolve (HcFeedDraft *self,
         HcFeedField  field,
         HcFeed      *feed)
{
  const char *base = self->bases[field] != NULL ? self->bases[field] : feed->address;
  g_autofree char *address = NULL;

  if (self->values[field] == NULL)
    return NULL;

  address = hc_feed_address_resolve (base, self->values[field]);

  return address != NULL && !g_str_has_prefix (address, "mailto:") ? g_steal_pointer (&address) : NULL;
}

static char *
dup_address (HcFeedDraft *self,
             HcFeed      *feed)
{
  char *address = resolve (self, HC_FEED_FIELD_LINK, feed);

  return address != NULL ? address : resolve (self, HC_FEED_FIELD_OTHER_LINK, feed);
}

/**
 * hc_feed_draft_describe:
 * @self: what a feed says of itself
 * @feed: the feed, which takes it over
 */
void
hc_feed_draft_describe (HcFeedDraft *self,
                        HcFeed      *feed)
{
  g_free (feed->title);
  g_free (feed->home);
  g_free (feed->description);
  feed->title = dup_line (self, HC_FEED_FIELD_TITLE, MAX_TITLE);
  feed->description = dup_line (self, HC_FEED_FIELD_SUMMARY, MAX_SUMMARY);
  feed->home = dup_address (self, feed);
}

static char *
make_key (const char *kind,
          const char *a,
          const char *b)
{
  g_autofree char *text = g_strconcat (kind, a, "\n", b, NULL);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  key[KEY_LENGTH] = '\0';

  return key;
}

/* RSS wants the address of the author, with a name behind it: jo@example.org (Jo Doe). */
static char *
dup_author (HcFeedDraft *self)
{
  g_autofree char *line = dup_line (self, HC_FEED_FIELD_AUTHOR, MAX_AUTHOR);
  const char *open = strchr (line, '(');

  if (*line == '\0')
    return NULL;

  if (strchr (line, '@') != NULL && open != NULL && g_str_has_suffix (line, ")") && open[1] != ')')
    return g_strndup (open + 1, strlen (open + 1) - 1);

  return g_steal_pointer (&line);
}

static char *
dup_text (HcFeedDraft *self,
          const char  *address,
          HcFeed      *feed,
          gboolean    *is_cut)
{
  gboolean has_content = self->values[HC_FEED_FIELD_CONTENT] != NULL;
  HcFeedField field = has_content ? HC_FEED_FIELD_CONTENT : HC_FEED_FIELD_SUMMARY;
  const char *value = self->values[field];
  const char *outer = address != NULL ? address : feed->address;
  const char *base = self->bases[field] != NULL ? self->bases[field] : outer;
  g_autofree char *text = NULL;

  *is_cut = FALSE;
  if (value == NULL)
    return g_strdup ("");

  if (self->types[field] == HC_FEED_TEXT_PLAIN)
    return hc_post_text_from_plain (value);

  text = hc_feed_html_reduce (value, base, is_cut);

  /* A film has no words, but somebody may have found some for it. */
  if (*text == '\0' && field == HC_FEED_FIELD_CONTENT && self->values[HC_FEED_FIELD_SUMMARY] != NULL)
    {
      g_free (self->values[HC_FEED_FIELD_CONTENT]);
      self->values[HC_FEED_FIELD_CONTENT] = NULL;
      return dup_text (self, address, feed, is_cut);
    }

  return g_steal_pointer (&text);
}

/**
 * hc_feed_draft_add_item:
 * @self: what a feed says of an item
 * @feed: the feed
 *
 * Adds the item, unless the feed has it already, it says nothing at all, or there are too many.
 */
void
hc_feed_draft_add_item (HcFeedDraft *self,
                        HcFeed      *feed)
{
  g_autofree char *title = NULL, *address = NULL, *author = NULL, *text = NULL, *summary = NULL, *key = NULL;
  g_autofree char *twin = NULL;
  g_autoptr (GDateTime) published = NULL, updated = NULL;
  const char *id = self->values[HC_FEED_FIELD_ID];
  gboolean is_cut;

  if (feed->items->len >= MAX_ITEMS)
    {
      feed->n_left_out++;
      return;
    }

  title = dup_line (self, HC_FEED_FIELD_TITLE, MAX_TITLE);
  address = dup_address (self, feed);
  text = dup_text (self, address, feed, &is_cut);
  if (*title == '\0' && address == NULL && *text == '\0')
    return;

  summary = hc_post_text_dup_plain (text, MAX_SUMMARY);
  twin = make_key ("twin:", address != NULL ? address : summary, title);
  if (id != NULL)
    key = make_key ("id:", id, "");
  else if (address != NULL)
    key = make_key ("link:", address, "");
  else
    key = make_key ("words:", title, summary);

  /* Two with one id are one, and so are two that say the same. */
  if (g_hash_table_contains (feed->keys, key) || g_hash_table_contains (feed->keys, twin))
    return;

  g_hash_table_add (feed->keys, g_strdup (key));
  g_hash_table_add (feed->keys, g_strdup (twin));

  author = dup_author (self);
  published = hc_feed_date_parse (self->values[HC_FEED_FIELD_PUBLISHED]);
  updated = hc_feed_date_parse (self->values[HC_FEED_FIELD_UPDATED]);

  g_ptr_array_add (feed->items, hc_feed_item_new (&(HcFeedItemDetails) {
    .key = key,
    .twin = twin,
    .title = title,
    .link = address,
    .author = author,
    .summary = summary,
    .text = text,
    .published = published,
    .updated = updated,
    .is_cut = is_cut,
  }));
}
