/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-spl-reader.h"

#include <string.h>

#include "hc-spl-builder.h"
#include "hc-xml-problem.h"

/* Labels that were looked at nest about 30 deep. */
#define MAX_DEPTH 100

/* The longest labels have a few megabytes. */
#define MAX_LENGTH (64 * 1024 * 1024)

/* They have some ten thousand elements, of which each may become something in memory. */
#define MAX_ELEMENTS (1000 * 1000)

/* A tag, a comment or CDATA is parsed when all of it is there. The parser compares each attribute of a tag with all
 * others, so that one of many megabytes would take it minutes. */
#define MAX_TAG_LENGTH (256 * 1024)

#define NAMESPACE "urn:hl7-org:v3"

struct _HcSplReader
{
  xmlParserCtxt *parser;
  HcSplBuilder  *builder;
  gsize          length;          /* of what was read */
  gsize          length_at_event; /* of what was read when the parser understood something last */
  guint          depth;
  guint          n_elements;
  GError        *error; /* the first thing that is wrong */
};

G_DEFINE_QUARK (hc-label-error-quark, hc_label_error)

static void
fail (HcSplReader  *self,
      HcLabelError  code,
      const char   *message)
{
  if (self->error == NULL)
    g_set_error_literal (&self->error, HC_LABEL_ERROR, (int) code, message);

  xmlStopParser (self->parser);
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
  HcSplReader *self = data;

  self->length_at_event = self->length;
  if (self->error != NULL)
    return;

  if (++self->depth > MAX_DEPTH)
    {
      fail (self, HC_LABEL_ERROR_TOO_DEEP, "Elements are nested too deep");
      return;
    }

  if (++self->n_elements > MAX_ELEMENTS)
    {
      fail (self, HC_LABEL_ERROR_TOO_LARGE, "There are more than a million elements");
      return;
    }

  if (self->depth == 1 &&
      (g_strcmp0 ((const char *) name, "document") != 0 || g_strcmp0 ((const char *) uri, NAMESPACE) != 0))
    {
      fail (self, HC_LABEL_ERROR_NOT_A_LABEL, "The root is not a document of HL7 version 3");
      return;
    }

  hc_spl_builder_open (self->builder, (const char *) name, (const char **) attributes, n_attributes);
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  HcSplReader *self = data;

  if (self->error != NULL)
    return;

  self->depth--;
  self->length_at_event = self->length;
  hc_spl_builder_close (self->builder);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  HcSplReader *self = data;

  self->length_at_event = self->length;
  if (self->error == NULL)
    hc_spl_builder_append (self->builder, (const char *) text, (gsize) length);
}

/* No label has a document type of its own; with it go entities, and what can be done with them. */
static void
internal_subset_cb (void          *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  fail (data, HC_LABEL_ERROR_HAS_DECLARATIONS, "The file has a document type declaration");
}

/* Only those that every XML has are known: they come as characters and not here. */
static void
reference_cb (void          *data,
              const xmlChar *name)
{
  fail (data, HC_LABEL_ERROR_HAS_DECLARATIONS, "The file refers to an entity");
}

static xmlEntity *
get_entity_cb (void          *data,
               const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static void
structured_error_cb (void         *data,
                     HcXmlProblem *problem)
{
  HcSplReader *self = data;
  gboolean is_encoding;

  if (self->error != NULL || problem->level != XML_ERR_FATAL)
    return;

  is_encoding = problem->code == XML_ERR_INVALID_CHAR || problem->code == XML_ERR_INVALID_ENCODING ||
                problem->code == XML_ERR_UNSUPPORTED_ENCODING || problem->code == XML_ERR_UNKNOWN_ENCODING ||
                problem->code == XML_I18N_CONV_FAILED || problem->code == XML_I18N_NO_HANDLER;

  g_set_error (&self->error, HC_LABEL_ERROR,
               is_encoding ? HC_LABEL_ERROR_NOT_UTF8 : HC_LABEL_ERROR_NOT_WELL_FORMED,
               "Line %d: XML error %d", problem->line, problem->code);
}

/* The declaration is read when the first element comes. */
static void
start_document_cb (void *data)
{
  HcSplReader *self = data;
  const char *encoding = (const char *) self->parser->encoding;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0 && g_ascii_strcasecmp (encoding, "US-ASCII") != 0)
    fail (self, HC_LABEL_ERROR_NOT_UTF8, "The file says that it is in another encoding");
}

/**
 * hc_spl_reader_new:
 *
 * Returns: (transfer full): a reader for one document
 */
HcSplReader *
hc_spl_reader_new (void)
{
  HcSplReader *self = g_new0 (HcSplReader, 1);
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startDocument = start_document_cb,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .internalSubset = internal_subset_cb,
    .reference = reference_cb,
    .getEntity = get_entity_cb,
    .serror = structured_error_cb,
  };

  self->builder = hc_spl_builder_new ();
  self->parser = xmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL);
  /* NOENT: otherwise an ampersand in an attribute would come as a reference to its number. There are no other
   * entities to be replaced. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOENT);

  return self;
}

/**
 * hc_spl_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_spl_reader_free (HcSplReader *self)
{
  if (self == NULL)
    return;

  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  hc_spl_builder_free (self->builder);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
parse (HcSplReader  *self,
       const char   *data,
       gsize         length,
       gboolean      is_last,
       GError      **error)
{
  if (self->error == NULL)
    {
      int result = xmlParseChunk (self->parser, data, (int) length, is_last);

      if (result != 0 && self->error == NULL)
        g_set_error (&self->error, HC_LABEL_ERROR, HC_LABEL_ERROR_NOT_WELL_FORMED, "XML error %d", result);

      if (self->error == NULL && self->length - self->length_at_event > MAX_TAG_LENGTH)
        fail (self, HC_LABEL_ERROR_TOO_LARGE, "A tag, a comment or CDATA is larger than 256 KiB");
    }

  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/**
 * hc_spl_reader_feed:
 * @self: a reader
 * @data: (array length=length): the next piece of the file, trusted in nothing
 * @length: how many bytes, at most %G_MAXINT
 * @error: return location for a %HC_LABEL_ERROR
 *
 * Returns: whether it makes sense to go on
 */
gboolean
hc_spl_reader_feed (HcSplReader  *self,
                    const char   *data,
                    gsize         length,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (length <= G_MAXINT, FALSE);

  /* The parser would take UTF-16 for what its first bytes say it is: a byte order mark, or a letter of two or
   * four bytes. */
  if (self->length == 0 && length >= 2 &&
      (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0 ||
       memchr (data, '\0', MIN (length, 4)) != NULL))
    fail (self, HC_LABEL_ERROR_NOT_UTF8, "The file is UTF-16 or UTF-32");

  self->length += length;
  if (self->length > MAX_LENGTH)
    fail (self, HC_LABEL_ERROR_TOO_LARGE, "The file is larger than 64 MiB");

  return length == 0 || parse (self, data, length, FALSE, error);
}

/**
 * hc_spl_reader_finish:
 * @self: a reader that has got the whole file
 * @error: return location for a %HC_LABEL_ERROR
 *
 * Returns: (transfer full) (nullable): the label
 */
HcLabel *
hc_spl_reader_finish (HcSplReader  *self,
                      GError      **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!parse (self, "", 0, TRUE, error))
    return NULL;

  return hc_spl_builder_finish (self->builder, error);
}
