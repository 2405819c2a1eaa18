/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-html-element.h"

static const struct
{
  const char    *name;
  HcHtmlElement  element;
  const char    *tag; /* of Pango */
} elements[] = {
  { "script", HC_HTML_DROPPED }, { "style", HC_HTML_DROPPED }, { "head", HC_HTML_DROPPED },
  { "title", HC_HTML_DROPPED }, { "iframe", HC_HTML_DROPPED }, { "frame", HC_HTML_DROPPED },
  { "frameset", HC_HTML_DROPPED }, { "noframes", HC_HTML_DROPPED }, { "object", HC_HTML_DROPPED },
  { "embed", HC_HTML_DROPPED }, { "applet", HC_HTML_DROPPED }, { "form", HC_HTML_DROPPED },
  { "input", HC_HTML_DROPPED }, { "button", HC_HTML_DROPPED }, { "select", HC_HTML_DROPPED },
  { "textarea", HC_HTML_DROPPED }, { "option", HC_HTML_DROPPED }, { "video", HC_HTML_DROPPED },
  { "audio", HC_HTML_DROPPED }, { "canvas", HC_HTML_DROPPED }, { "svg", HC_HTML_DROPPED },
  { "template", HC_HTML_DROPPED }, { "noscript", HC_HTML_DROPPED }, { "noembed", HC_HTML_DROPPED },
  { "p", HC_HTML_BLOCK }, { "div", HC_HTML_BLOCK }, { "section", HC_HTML_BLOCK },
  { "article", HC_HTML_BLOCK }, { "header", HC_HTML_BLOCK }, { "footer", HC_HTML_BLOCK },
  { "aside", HC_HTML_BLOCK }, { "main", HC_HTML_BLOCK }, { "nav", HC_HTML_BLOCK },
  { "address", HC_HTML_BLOCK }, { "figure", HC_HTML_BLOCK }, { "figcaption", HC_HTML_BLOCK },
  { "dl", HC_HTML_BLOCK }, { "dt", HC_HTML_BLOCK }, { "dd", HC_HTML_BLOCK },
  { "details", HC_HTML_BLOCK }, { "summary", HC_HTML_BLOCK }, { "center", HC_HTML_BLOCK },
  { "hr", HC_HTML_BLOCK }, { "body", HC_HTML_BLOCK }, { "fieldset", HC_HTML_BLOCK },
  { "legend", HC_HTML_BLOCK }, { "h1", HC_HTML_HEADING }, { "h2", HC_HTML_HEADING },
  { "h3", HC_HTML_SUBHEADING }, { "h4", HC_HTML_SUBHEADING }, { "h5", HC_HTML_SUBHEADING },
  { "h6", HC_HTML_SUBHEADING }, { "blockquote", HC_HTML_QUOTE }, { "ul", HC_HTML_BULLETS },
  { "menu", HC_HTML_BULLETS }, { "dir", HC_HTML_BULLETS }, { "ol", HC_HTML_NUMBERS },
  { "li", HC_HTML_ITEM }, { "pre", HC_HTML_PRE, "tt" }, { "listing", HC_HTML_PRE, "tt" },
  { "xmp", HC_HTML_PRE, "tt" }, { "br", HC_HTML_BREAK }, { "img", HC_HTML_PICTURE },
  { "image", HC_HTML_PICTURE }, { "a", HC_HTML_LINK, "a" }, { "b", HC_HTML_INLINE, "b" },
  { "strong", HC_HTML_INLINE, "b" }, { "th", HC_HTML_CELL }, { "i", HC_HTML_INLINE, "i" },
  { "em", HC_HTML_INLINE, "i" }, { "cite", HC_HTML_INLINE, "i" }, { "dfn", HC_HTML_INLINE, "i" },
  { "var", HC_HTML_INLINE, "i" }, { "code", HC_HTML_INLINE, "tt" }, { "kbd", HC_HTML_INLINE, "tt" },
  { "samp", HC_HTML_INLINE, "tt" }, { "tt", HC_HTML_INLINE, "tt" }, { "s", HC_HTML_INLINE, "s" },
  { "strike", HC_HTML_INLINE, "s" }, { "del", HC_HTML_INLINE, "s" }, { "sub", HC_HTML_INLINE, "sub" },
  { "sup", HC_HTML_INLINE, "sup" }, { "table", HC_HTML_TABLE }, { "tr", HC_HTML_ROW },
  { "td", HC_HTML_CELL }, { "caption", HC_HTML_CAPTION },
};

/**
 * hc_html_element_find:
 * @name: the name of an element, in any letters
 * @tag: (out): what it is called in Pango markup, or %NULL
 *
 * Returns: what it means
 */
HcHtmlElement
hc_html_element_find (const char  *name,
                      const char **tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_ascii_strcasecmp (elements[i].name, name) == 0)
      {
        *tag = elements[i].tag;
        return elements[i].element;
      }

  *tag = NULL;

  return HC_HTML_UNKNOWN;
}
