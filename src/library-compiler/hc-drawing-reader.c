/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drawing-reader.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define PART_PREFIX "part-"

#define WIDTH 800
#define MIN_HEIGHT 480
#define MAX_HEIGHT 800

/* Letters smaller than this cannot be read when the drawing is as wide as a phone. */
#define MIN_FONT_SIZE 24

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  HcDrawingDraft *draft;
  const char     *file;
  HcFaultList    *faults;
  GHashTable     *ids; /* of all elements, and their lines */
} Reader;

/* What may be drawn; it needs a class, which gives it its color. */
static const char *const painted[] = {
  "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use", NULL
};

static const char *const containers[] = { "svg", "g", "defs", "clipPath", "title", "desc", NULL };

/* No colors, no scripts, no animation. */
static const char *const attributes[] = {
  "id", "class", "transform", "opacity", "clip-path", "clipPathUnits", "clip-rule", "fill-rule", "href",
  "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "dx", "dy",
  "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "text-anchor", "font-size", NULL
};

/* The palette: the style sheets beside the drawings have a rule for each. */
static const char *const palette[] = {
  "page", "tissue", "tissue-shade", "lumen", "wall-1", "wall-2", "wall-3", "wall-4", "fat", "tumor",
  "tumor-shade", "polyp", "node", "node-cancer", "liver", "lung", "bladder", "bone", "vessel-artery",
  "vessel-vein", "skin", "skin-shade", "instrument", "instrument-shade", "fluid", "beam", "cut", "outline",
  "leader", "label", "label-small", "heading", "accent", "muted", "arrow", "edge", "edge-thick", NULL
};

/**
 * hc_drawing_draft_free:
 * @self: (transfer full) (nullable): a drawing
 */
void
hc_drawing_draft_free (HcDrawingDraft *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->parts);
  g_free (self);
}

static int
get_line (xmlNode *node)
{
  return (int) MAX (xmlGetLineNo (node), 1);
}

static const char *
get_name (xmlNode *node)
{
  return (const char *) node->name;
}

/* Returns the value of an attribute without a prefix, or NULL. */
static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

static void
check_classes (Reader     *self,
               xmlNode    *node,
               const char *value)
{
  g_auto (GStrv) classes = g_strsplit_set (value, " \n", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    if (*classes[i] != '\0' && !g_strv_contains (palette, classes[i]))
      hc_fault_list_add (self->faults, self->file, get_line (node),
                         "there is no class “%s” in the palette", classes[i]);
}

static void
check_id (Reader     *self,
          xmlNode    *node,
          const char *id)
{
  const int *first = g_hash_table_lookup (self->ids, id);
  int line = get_line (node);

  if (first != NULL)
    {
      hc_fault_list_add (self->faults, self->file, line, "the id “%s” stands already in line %d", id, *first);
      return;
    }

  g_hash_table_insert (self->ids, g_strdup (id), g_memdup2 (&line, sizeof line));

  if (g_str_has_prefix (id, PART_PREFIX))
    g_hash_table_insert (self->draft->parts, g_strdup (id + strlen (PART_PREFIX)), GINT_TO_POINTER (line));
}

static void
check_font_size (Reader     *self,
                 xmlNode    *node,
                 const char *value)
{
  char *end;
  double size = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0' || size < MIN_FONT_SIZE)
    hc_fault_list_add (self->faults, self->file, get_line (node),
                       "font-size “%s”: a number of %d or more", value, MIN_FONT_SIZE);
}

static void
check_attribute (Reader  *self,
                 xmlNode *node,
                 xmlAttr *attribute)
{
  const char *name = (const char *) attribute->name;
  g_autofree char *value = NULL;

  if (attribute->ns != NULL)
    {
      /* Even an older drawing program does not need the prefix xlink. */
      hc_fault_list_add (self->faults, self->file, get_line (node), "an attribute with a prefix, “%s:%s”",
                         attribute->ns->prefix, name);
      return;
    }

  value = dup_attribute (node, name);

  if (!g_strv_contains (attributes, name) &&
      !(node->parent->type == XML_DOCUMENT_NODE && g_str_equal (name, "viewBox")))
    hc_fault_list_add (self->faults, self->file, get_line (node),
                       "the attribute “%s” is not for a drawing: its colors come from its classes", name);
  else if (g_str_equal (name, "class"))
    check_classes (self, node, value);
  else if (g_str_equal (name, "id"))
    check_id (self, node, value);
  else if (g_str_equal (name, "font-size"))
    check_font_size (self, node, value);
  else if (g_str_equal (name, "href") ? *value != '#' : strstr (value, "url(") != NULL &&
                                                        !g_str_has_prefix (value, "url(#"))
    hc_fault_list_add (self->faults, self->file, get_line (node), "a reference that leads out of the drawing");
}

static gboolean
has_attribute (xmlNode    *node,
               const char *name)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *value = dup_attribute (node, name);

      if (value != NULL && *value != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
check_element (Reader   *self,
               xmlNode  *node,
               gboolean  is_clip)
{
  gboolean is_painted = g_strv_contains (painted, get_name (node));

  if (node->ns == NULL || !g_str_equal (node->ns->href, SVG_NAMESPACE) ||
      (!is_painted && !g_strv_contains (containers, get_name (node))))
    {
      hc_fault_list_add (self->faults, self->file, get_line (node), "there is no place for <%s> in a drawing",
                         get_name (node));
      return;
    }

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    check_attribute (self, node, attribute);

  if (is_painted && !is_clip && !has_attribute (node, "class"))
    hc_fault_list_add (self->faults, self->file, get_line (node), "<%s> without a class has no color",
                       get_name (node));

  if (g_str_equal (get_name (node), "text") && !has_attribute (node, "font-size"))
    hc_fault_list_add (self->faults, self->file, get_line (node), "<text> without a font-size");

  is_clip = is_clip || g_str_equal (get_name (node), "clipPath");

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (self, child, is_clip);
    else if (child->type == XML_PI_NODE || child->type == XML_ENTITY_REF_NODE)
      hc_fault_list_add (self->faults, self->file, get_line (child), "an instruction or an entity");
}

static void
check_words (Reader     *self,
             xmlNode    *root,
             xmlNode    *node,
             const char *name)
{
  xmlChar *words = node != NULL && g_str_equal (get_name (node), name) ? xmlNodeGetContent (node) : NULL;
  g_autofree char *text = g_strstrip (g_strdup (words != NULL ? (const char *) words : ""));

  if (*text == '\0')
    hc_fault_list_add (self->faults, self->file, get_line (node != NULL ? node : root),
                       "a drawing begins with <title> and <desc>; <%s> is missing", name);

  xmlFree (words);
}

static void
check_root (Reader  *self,
            xmlNode *root)
{
  g_autofree char *box = dup_attribute (root, "viewBox");
  xmlNode *title, *description;
  int end = 0;

  if (!g_str_equal (get_name (root), "svg"))
    {
      hc_fault_list_add (self->faults, self->file, get_line (root), "the root is not <svg>");
      return;
    }

  if (xmlHasProp (root, (const xmlChar *) "width") != NULL || xmlHasProp (root, (const xmlChar *) "height") != NULL)
    hc_fault_list_add (self->faults, self->file, get_line (root), "a drawing has a viewBox, no width or height");

  if (box == NULL || sscanf (box, "0 0 %d %d%n", &self->draft->width, &self->draft->height, &end) != 2 ||
      box[end] != '\0' || self->draft->width != WIDTH ||
      self->draft->height < MIN_HEIGHT || self->draft->height > MAX_HEIGHT)
    hc_fault_list_add (self->faults, self->file, get_line (root),
                       "the viewBox is “0 0 %d HEIGHT”, with a height from %d to %d", WIDTH, MIN_HEIGHT, MAX_HEIGHT);

  title = xmlFirstElementChild (root);
  description = title != NULL ? xmlNextElementSibling (title) : NULL;
  check_words (self, root, title, "title");
  check_words (self, root, description, "desc");
  check_element (self, root, FALSE);
}

/**
 * hc_drawing_reader_read:
 * @file: (type filename): its path, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Checks that a drawing is made of simple shapes and text whose colors all come from the classes of
 * the palette, that it needs nothing beside itself, and that it has a title and a description.
 *
 * Returns: (transfer full) (nullable): what the rest of the compiler must know of it; %NULL when it is
 *   no drawing at all
 */
HcDrawingDraft *
hc_drawing_reader_read (const char  *file,
                        const char  *text,
                        HcFaultList *faults)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (xmlParserCtxt) parser = NULL;
  g_autoptr (xmlDoc) document = NULL;
  Reader self = { .file = file, .faults = faults, .ids = ids };

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self.draft = g_new0 (HcDrawingDraft, 1);
  self.draft->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  parser = xmlNewParserCtxt ();
  document = xmlCtxtReadMemory (parser, text, (int) strlen (text), NULL, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);

  if (document == NULL)
    {
      const xmlError *error = xmlCtxtGetLastError (parser);
      g_autofree char *words = g_strstrip (g_strdup (error != NULL && error->message != NULL ? error->message : "?"));

      hc_fault_list_add (faults, file, error != NULL ? MAX (error->line, 1) : 1, "not XML: %s", words);
      hc_drawing_draft_free (self.draft);
      return NULL;
    }

  if (xmlGetIntSubset (document) != NULL)
    hc_fault_list_add (faults, file, 1, "a document type: it can bring in what stands elsewhere");

  check_root (&self, xmlDocGetRootElement (document));

  return self.draft;
}
