/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-xml-stream.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "hc-xml-problem.h"

/* What is written in the items themselves may nest as deep as a page of the web does. */
#define MAX_DEPTH 200
#define MAX_ELEMENTS (500 * 1000)

/* The parser compares each attribute of a tag with all others: what has no end may not grow. */
#define MAX_TAG_LENGTH (64 * 1024)
#define PIECE (16 * 1024)

typedef struct
{
  const HcMarkupHandler *handler;
  gpointer               data;
  xmlParserCtxt         *parser;
  guint                  depth;
  guint                  n_elements;
  gboolean               is_damaged;
  gboolean               is_stopped;
  xmlEntity              entity; /* the one that was asked for last */
  xmlChar                entity_text[8];
  GError                *error;
} Stream;

static void
stop (Stream *self)
{
  self->is_stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
fail (Stream      *self,
      HcFeedError  code,
      const char  *message)
{
  if (self->error == NULL && !self->is_stopped)
    g_set_error_literal (&self->error, HC_FEED_ERROR, (int) code, message);

  stop (self);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Stream *self = data;
  HcMarkupElement element = {
    .name = (const char *) name,
    .prefix = (const char *) prefix,
    .uri = (const char *) uri,
    .attributes = (const char **) attributes,
    .n_attributes = n_attributes,
  };

  if (self->is_stopped)
    return;

  self->depth++;
  if (self->depth > MAX_DEPTH)
    fail (self, HC_FEED_ERROR_TOO_DEEP, "Elements are nested too deep");
  else if (++self->n_elements > MAX_ELEMENTS)
    fail (self, HC_FEED_ERROR_TOO_LARGE, "There are more than 500,000 elements");
  else if (!self->handler->open (&element, self->data))
    stop (self);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Stream *self = data;

  if (self->is_stopped)
    return;

  self->depth--;
  self->handler->close ((const char *) name, self->data);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Stream *self = data;

  if (!self->is_stopped && length > 0)
    self->handler->text ((const char *) text, (gsize) length, self->data);
}

/* A document type is no harm: nothing of it is fetched. What it declares could be. */
static void
entity_cb (void          *data,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  fail (data, HC_FEED_ERROR_HAS_DECLARATIONS, "The document declares an entity");
}

/* XML has five entities, and people write those of HTML. These become what they mean. */
static xmlEntity *
get_entity_cb (void          *data,
               const xmlChar *name)
{
  Stream *self = data;
  xmlEntity *known = xmlGetPredefinedEntity (name);

  /* Newer versions would have it gone, and have nothing in its place. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  const htmlEntityDesc *html = known == NULL ? htmlEntityLookup (name) : NULL;
  G_GNUC_END_IGNORE_DEPRECATIONS

  int length;

  if (html == NULL)
    return known;

  length = g_unichar_to_utf8 (html->value, (char *) self->entity_text);
  self->entity_text[length] = '\0';
  self->entity = (xmlEntity) {
    .type = XML_ENTITY_DECL,
    .name = (const xmlChar *) html->name,
    .orig = self->entity_text,
    .content = self->entity_text,
    .length = length,
    .etype = XML_INTERNAL_PREDEFINED_ENTITY,
  };

  return &self->entity;
}

static void
structured_error_cb (void         *data,
                     HcXmlProblem *problem)
{
  Stream *self = data;

  if (problem->level == XML_ERR_FATAL)
    self->is_damaged = TRUE;
}

/* Whether a tag began that has not ended, and is longer than any. */
static gboolean
has_endless_tag (Stream *self)
{
  const xmlParserInput *input = self->parser->input;

  return input != NULL && input->end - input->cur > MAX_TAG_LENGTH && input->cur[0] == '<' &&
         input->cur[1] != '!';
}

/**
 * hc_markup_element_dup:
 * @self: an element
 * @prefix: (nullable): the prefix of the attribute, %NULL for none
 * @name: the name of an attribute
 *
 * Returns: (transfer full) (nullable): its value; %NULL when the element has none of that name
 */
char *
hc_markup_element_dup (const HcMarkupElement *self,
                       const char            *prefix,
                       const char            *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (int i = 0; i < self->n_attributes; i++)
    {
      const char **attribute = self->attributes + 5 * i;

      if (g_str_equal (attribute[0], name) && g_strcmp0 (attribute[1], prefix) == 0)
        return attribute[3] == NULL ? g_strdup ("")
                                    : g_strndup (attribute[3], (gsize) (attribute[4] - attribute[3]));
    }

  return NULL;
}

/**
 * hc_xml_stream_read:
 * @text: valid UTF-8 that hc_feed_charset_decode() has made, whatever its declaration says
 * @length: how many bytes
 * @handler: takes what is read
 * @data: passed to @handler
 * @is_damaged: (out): whether the document is not well-formed; what could be read of it was
 * @error: return location for a %HC_FEED_ERROR
 *
 * Reads XML that strangers wrote. Nothing is fetched, entities that are declared end the reading, depth and
 * numbers are limited.
 *
 * Returns: whether it was read to the end, or to where @handler wanted no more; when not, @handler has got
 *   all before that place
 */
gboolean
hc_xml_stream_read (const char             *text,
                    gsize                   length,
                    const HcMarkupHandler  *handler,
                    gpointer                data,
                    gboolean               *is_damaged,
                    GError                **error)
{
  Stream self = { .handler = handler, .data = data };
  xmlSAXHandler callbacks = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .entityDecl = entity_cb,
    .getEntity = get_entity_cb,
    .serror = structured_error_cb,
  };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);
  g_return_val_if_fail (is_damaged != NULL, FALSE);

  self.parser = xmlCreatePushParserCtxt (&callbacks, &self, NULL, 0, NULL);
  /* NOENT: otherwise an ampersand in an attribute would come as a reference to its number. There are no other
   * entities to be replaced. */
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_RECOVER |
                                  XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);

  for (gsize start = 0; start < length && !self.is_stopped; start += PIECE)
    {
      xmlParseChunk (self.parser, text + start, (int) MIN (PIECE, length - start), FALSE);
      if (!self.is_stopped && has_endless_tag (&self))
        fail (&self, HC_FEED_ERROR_TOO_LARGE, "A tag is longer than 64 KiB");
    }

  if (!self.is_stopped)
    xmlParseChunk (self.parser, "", 0, TRUE);

  *is_damaged = self.is_damaged;
  if (self.parser->myDoc != NULL)
    xmlFreeDoc (self.parser->myDoc);
  xmlFreeParserCtxt (self.parser);

  if (self.error == NULL)
    return TRUE;

  g_propagate_error (error, self.error);

  return FALSE;
}
