/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-html-stream.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Elements that are never closed nest in each other; pages that people read do not nest so deep. */
#define MAX_DEPTH 200

/* More attributes are not looked at. */
#define MAX_ATTRIBUTES 50

/* The parser compares each attribute of a tag with all others. */
#define MAX_TAG_LENGTH (32 * 1024)
#define PIECE (8 * 1024)

#define BEGINNING "<html><body>"

typedef struct
{
  const HcMarkupHandler *handler;
  gpointer               data;
  htmlParserCtxt        *parser;
  guint                  depth;
  gboolean               is_stopped;
  gboolean               is_cut;
} Stream;

static void
stop (Stream *self)
{
  self->is_stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **values)
{
  Stream *self = data;
  const char *attributes[5 * MAX_ATTRIBUTES] = { NULL };
  HcMarkupElement element = { .name = (const char *) name, .attributes = attributes };

  if (self->is_stopped)
    return;

  if (++self->depth > MAX_DEPTH)
    {
      self->is_cut = TRUE;
      stop (self);
      return;
    }

  for (guint i = 0; values != NULL && values[i] != NULL && element.n_attributes < MAX_ATTRIBUTES; i += 2)
    {
      const char **attribute = attributes + 5 * element.n_attributes++;

      attribute[0] = (const char *) values[i];
      attribute[3] = values[i + 1] != NULL ? (const char *) values[i + 1] : "";
      attribute[4] = attribute[3] + strlen (attribute[3]);
    }

  if (!self->handler->open (&element, self->data))
    stop (self);
}

static void
end_element_cb (void          *data,
                const xmlChar *name)
{
  Stream *self = data;

  /* The parser closes what it was asked to open; should it ever close more, nothing is open. */
  if (self->is_stopped || self->depth == 0)
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

static gboolean
has_endless_tag (Stream *self)
{
  const xmlParserInput *input = self->parser->input;

  return input != NULL && input->end - input->cur > MAX_TAG_LENGTH && *input->cur == '<' &&
         (g_ascii_isalpha (input->cur[1]) || input->cur[1] == '/');
}

/* The parser thinks that a document ends with these tags, and forgets what comes after them; where a piece
 * of HTML begins with the end of something, it forgets all. People put pieces together all the time.
 * Returns a document that does not end early. */
static char *
make_document (const char *html)
{
  char *document = g_strconcat (BEGINNING, html, NULL);

  for (char *end = strstr (document, "</"); end != NULL; end = strstr (end + 2, "</"))
    if (g_ascii_strncasecmp (end + 2, "html", 4) == 0 || g_ascii_strncasecmp (end + 2, "body", 4) == 0)
      memcpy (end + 2, "none", 4);

  return document;
}

/**
 * hc_html_stream_read:
 * @html: valid UTF-8, HTML or a piece of it
 * @handler: takes what is read; there are no prefixes and no namespaces
 * @data: passed to @handler
 *
 * Reads HTML as it is found, closing what nobody closed, with libxml2. What scripts and styles say is given
 * as text.
 *
 * Returns: whether all was read; %FALSE when it nests so deep, or has a tag so long, that the rest was left
 *   out
 */
gboolean
hc_html_stream_read (const char            *html,
                     const HcMarkupHandler *handler,
                     gpointer               data)
{
  Stream self = { .handler = handler, .data = data };
  htmlSAXHandler callbacks = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
  };
  g_autofree char *document = NULL;
  gsize length;

  g_return_val_if_fail (html != NULL, FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);

  document = make_document (html);
  length = strlen (document);
  self.parser = htmlCreatePushParserCtxt (&callbacks, &self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (self.parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);

  for (gsize start = 0; start < length && !self.is_stopped; start += PIECE)
    {
      htmlParseChunk (self.parser, document + start, (int) MIN (PIECE, length - start), FALSE);
      if (!self.is_stopped && has_endless_tag (&self))
        {
          self.is_cut = TRUE;
          stop (&self);
        }
    }

  if (!self.is_stopped)
    htmlParseChunk (self.parser, "", 0, TRUE);

  if (self.parser->myDoc != NULL)
    xmlFreeDoc (self.parser->myDoc);
  htmlFreeParserCtxt (self.parser);

  return !self.is_cut;
}
