/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-block-widgets.h"

#include <glib/gi18n.h>

#include "hc-figure.h"
#include "hc-paragraph.h"
#include "hc-table.h"
#include "hc-text-marks.h"
#include "hc-wrapped-label.h"

/* Spaces in px, at the usual text size. */
#define SPACE 12
#define SPACE_IN_LIST 6

/* How a kind of call-out looks. Its icon and its word say what the color says. */
typedef struct
{
  const char *detail;
  const char *title;
  const char *icon_name;
} CallOutKind;

static const CallOutKind call_out_kinds[] = {
  { "key", N_("Key Point"), "hc-key-point-symbolic" },
  { "ask", N_("Ask Your Care Team"), "hc-ask-symbolic" },
  { "call", N_("Call Now"), "hc-call-symbolic" },
  { "differ", N_("Where Guidelines Differ"), "hc-differ-symbolic" },
  /* Translators: the strongest warning that the FDA asks for in the label of a medicine, printed in a box. */
  { "boxed", N_("Boxed Warning"), "hc-severity-major-symbolic" },
};

static void append_blocks (GtkBox    *box,
                           GPtrArray *blocks);

static GtkWidget *
make_heading (HcBlock *block)
{
  GtkWidget *label = hc_wrapped_label_new_heading (NULL, block->level == 2 ? "heading-2" : "heading-3");

  gtk_label_set_markup (GTK_LABEL (label), block->markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, block->level, -1);
  hc_text_marks_add_source (label, block);

  return label;
}

static GtkWidget *
make_list_item (HcBlock *item,
                int      number)
{
  g_autofree char *marker = number > 0 ? g_strdup_printf ("%d.", number) : g_strdup ("•");
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", SPACE,
                                 NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", marker,
                                   "valign", GTK_ALIGN_START,
                                   "width-chars", number > 0 ? 2 : 1,
                                   "xalign", 1.0,
                                   NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE_IN_LIST);

  gtk_widget_set_hexpand (content, TRUE);
  append_blocks (GTK_BOX (content), item->children);

  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), content);

  return row;
}

static GtkWidget *
make_list (HcBlock *block)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", SPACE_IN_LIST,
                                  NULL);

  for (guint i = 0; i < block->children->len; i++)
    gtk_box_append (GTK_BOX (list), make_list_item (g_ptr_array_index (block->children, i),
                                                    block->level > 0 ? block->level + (int) i : 0));

  return list;
}

static GtkWidget *
make_table (HcBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE_IN_LIST);
  GtkWidget *caption = hc_wrapped_label_new (block->detail, "caption-heading");

  hc_text_marks_add_source (caption, block);

  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), hc_table_new (block));

  return box;
}

static const CallOutKind *
find_call_out_kind (const char *detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (call_out_kinds); i++)
    if (g_strcmp0 (call_out_kinds[i].detail, detail) == 0)
      return &call_out_kinds[i];

  return &call_out_kinds[0];
}

static GtkWidget *
make_call_out (HcBlock *block)
{
  const CallOutKind *kind = find_call_out_kind (block->detail);
  g_autofree char *css_class = g_strconcat ("call-out-", block->detail, NULL);
  GtkWidget *box, *head, *title;

  title = hc_wrapped_label_new (hc_call_out_get_title (block->detail), NULL);

  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (head, "call-out-title");
  gtk_box_append (GTK_BOX (head), g_object_new (GTK_TYPE_IMAGE,
                                                "icon-name", kind->icon_name,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_box_append (GTK_BOX (head), title);

  box = g_object_new (GTK_TYPE_BOX,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE,
                      "orientation", GTK_ORIENTATION_VERTICAL,
                      "spacing", 8,
                      NULL);
  gtk_widget_add_css_class (box, "call-out");
  gtk_widget_add_css_class (box, css_class);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), head);
  append_blocks (GTK_BOX (box), block->children);

  return box;
}

static GtkWidget *
make_paragraph (HcBlock    *block,
                const char *markup)
{
  GtkWidget *paragraph = hc_paragraph_new (markup, block->anchor);

  hc_text_marks_add_source (paragraph, block);

  return paragraph;
}

static void
append_blocks (GtkBox    *box,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (box, hc_block_widget_new (g_ptr_array_index (blocks, i)));
}

/**
 * hc_block_widget_new:
 * @block: a block of an article
 *
 * Makes native widgets for a block and all within it. Paragraphs are #HcParagraph.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
hc_block_widget_new (HcBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  switch (block->kind)
    {
    case HC_BLOCK_HEADING:
      return make_heading (block);

    case HC_BLOCK_PARAGRAPH:
      return make_paragraph (block, block->markup);

    case HC_BLOCK_LIST:
      return make_list (block);

    case HC_BLOCK_TABLE:
      return make_table (block);

    case HC_BLOCK_CALL_OUT:
      return make_call_out (block);

    case HC_BLOCK_FIGURE:
      return hc_figure_new (block);

    case HC_BLOCK_LIST_ITEM:
    case HC_BLOCK_TABLE_ROW:
    case HC_BLOCK_TABLE_CELL:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * hc_date_to_words:
 * @date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 *
 * Returns: (transfer full): the date as people write it, "20 November 2026"; @date itself when it is
 *   none of the three
 */
char *
hc_date_to_words (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  int year = 0, month = 1, day = 1;
  int n;

  g_return_val_if_fail (date != NULL, NULL);

  n = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);
  time = n > 0 ? g_date_time_new_utc (year, month, day, 0, 0, 0.0) : NULL;

  if (time == NULL)
    return g_strdup (date);

  if (n == 1)
    return g_date_time_format (time, "%Y");

  /* Translators: a month of a year, "November 2026". See the manual of g_date_time_format(). */
  if (n == 2)
    return g_date_time_format (time, _("%B %Y"));

  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/**
 * hc_call_out_get_title:
 * @detail: the kind of a call-out, as #HcBlock has it
 *
 * Returns: its title, translated
 */
const char *
hc_call_out_get_title (const char *detail)
{
  return _(find_call_out_kind (detail)->title);
}

/**
 * hc_source_dup_details:
 * @source: a source of an article
 *
 * Returns: (transfer full): who published it and when, and when and how it was read, as a sentence
 */
char *
hc_source_dup_details (HcSource *source)
{
  g_autofree char *read = NULL;
  g_autofree char *published = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  read = hc_date_to_words (source->read);
  published = source->published != NULL ? hc_date_to_words (source->published) : g_strdup (_("undated"));

  /* Translators: the publisher of a source, its date, and the date on which it was read. */
  if (g_strcmp0 (source->state, "copy") == 0)
    return g_strdup_printf (_("%s, %s. Read in a copy or a summary on %s."), source->publisher, published, read);

  /* Translators: the publisher of a source, its date, and the date on which it was read. */
  if (g_strcmp0 (source->state, "abstract") == 0)
    return g_strdup_printf (_("%s, %s. Only the abstract was read, on %s."), source->publisher, published, read);

  /* Translators: the publisher of a source, its date, and the date on which it was read. */
  return g_strdup_printf (_("%s, %s. Read on %s."), source->publisher, published, read);
}

/* The number leads back to the text, through the action `article.leave-source`. */
static GtkWidget *
make_source (HcSource *source,
             guint     number)
{
  g_autofree char *details = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *name = NULL;
  g_autofree char *button_label = NULL;
  GtkWidget *row, *button, *text;

  details = hc_source_dup_details (source);
  markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>\n%s", source->url, source->title, details);

  button_label = g_strdup_printf ("%u", number);
  button = gtk_button_new_with_label (button_label);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-number");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.leave-source");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  /* Translators: the number before a source; pressing it leads to where the text cites the source. */
  name = g_strdup_printf (_("Source %u, Back to the Text"), number);
  gtk_widget_set_tooltip_text (button, _("Back to the Text"));
  /* What is seen on the button would be its name otherwise. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  text = hc_paragraph_new (markup, NULL);
  gtk_widget_set_hexpand (text, TRUE);

  row = g_object_new (GTK_TYPE_BOX,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                      "spacing", SPACE_IN_LIST,
                      NULL);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

/**
 * hc_block_collect_citations:
 * @block: a block of an article
 * @numbers: a set to which the numbers of the sources that the block cites are added
 */
void
hc_block_collect_citations (HcBlock    *block,
                            GHashTable *numbers)
{
  const char *p = block->markup;

  while (p != NULL && (p = strstr (p, "\"source:")) != NULL)
    {
      p += strlen ("\"source:");
      g_hash_table_add (numbers, GUINT_TO_POINTER ((guint) g_ascii_strtoull (p, NULL, 10)));
    }

  for (guint i = 0; i < block->children->len; i++)
    hc_block_collect_citations (g_ptr_array_index (block->children, i), numbers);
}

/**
 * hc_source_list_new:
 * @sources: (element-type HcSource): the sources of an article
 * @numbers: the numbers of those that are to be shown
 *
 * Returns: (transfer floating): the list of sources that stands at the end of a page
 */
GtkWidget *
hc_source_list_new (GPtrArray  *sources,
                    GHashTable *numbers)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", SPACE_IN_LIST,
                                  NULL);

  gtk_widget_add_css_class (list, "sources");

  for (guint i = 0; i < sources->len; i++)
    if (g_hash_table_contains (numbers, GUINT_TO_POINTER (i + 1)))
      gtk_box_append (GTK_BOX (list), make_source (g_ptr_array_index (sources, i), i + 1));

  return list;
}
