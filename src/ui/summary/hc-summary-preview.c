/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-preview.h"

#include "hc-pill-drawing.h"
#include "hc-wrapped-label.h"

/* In pixels. */
#define DRAWING_WIDTH 56
#define DRAWING_HEIGHT 32
#define INDENT 68

static GtkWidget *
make_label (const HcSummaryLine *line)
{
  GtkWidget *label;
  g_autofree char *markup = NULL;

  if (line->kind == HC_SUMMARY_TITLE)
    return hc_wrapped_label_new_heading (line->text, "title-2");

  if (line->kind == HC_SUMMARY_HEADING)
    {
      label = hc_wrapped_label_new_heading (line->text, "title-4");
      gtk_widget_set_margin_top (label, 18);
      return label;
    }

  label = hc_wrapped_label_new (NULL, line->kind == HC_SUMMARY_ITEM ? "heading" : NULL);
  markup = hc_summary_line_dup_markup (line);
  gtk_label_set_markup (GTK_LABEL (label), markup);

  return label;
}

/* The name of a medicine beside its drawing. */
static GtkWidget *
make_medicine (const HcSummaryLine *line)
{
  g_autoptr (HcPill) pill = hc_medicine_make_pill (line->medicine);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, INDENT - DRAWING_WIDTH);
  GtkWidget *drawing = hc_pill_drawing_new (pill);
  GtkWidget *label = make_label (line);

  gtk_widget_set_size_request (drawing, DRAWING_WIDTH, DRAWING_HEIGHT);
  gtk_widget_set_valign (drawing, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), drawing);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/**
 * hc_summary_preview_new:
 * @summary: a summary
 * @parts: what of it is shown
 *
 * Returns: (transfer floating): what is going to be printed, in words
 */
GtkWidget *
hc_summary_preview_new (const HcVisitSummary *summary,
                        HcSummaryParts        parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  /* It is read: its text is as large as that of all that is read. */
  gtk_widget_add_css_class (box, "reading");
  lines = hc_summary_words_list (summary, parts);
  for (guint i = 0; i < lines->len; i++)
    {
      const HcSummaryLine *line = g_ptr_array_index (lines, i);
      gboolean is_drawn = line->medicine != NULL &&
                          hc_medicine_get_details (line->medicine)->look.shape != HC_PILL_SHAPE_UNKNOWN;
      GtkWidget *widget = is_drawn ? make_medicine (line) : make_label (line);

      if (line->kind == HC_SUMMARY_ITEM)
        gtk_widget_set_margin_top (widget, 8);
      else if (line->kind == HC_SUMMARY_DETAIL)
        gtk_widget_set_margin_start (widget, 18);
      gtk_box_append (GTK_BOX (box), widget);
    }

  return box;
}
