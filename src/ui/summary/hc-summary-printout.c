/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-printout.h"

#include <glib/gi18n.h>

#include "hc-pill-painter.h"
#include "hc-pill-outline.h"

/* In points. */
#define TITLE_SIZE 18
#define HEADING_SIZE 13
#define TEXT_SIZE 10
#define SPACE 4.0
#define INDENT 12.0
#define MEDICINE_INDENT 52.0
#define PILL_WIDTH 40.0
#define PILL_HEIGHT 22.0

/**
 * HcSummaryPrintout:
 *
 * Prints what the care team is told at a visit, on as many sheets as it takes.
 */
struct _HcSummaryPrintout
{
  HcPrintout      parent_instance;

  HcVisitSummary *summary;
  HcSummaryParts  parts;
  char           *note;
};

G_DEFINE_FINAL_TYPE (HcSummaryPrintout, hc_summary_printout, HC_TYPE_PRINTOUT)

/* It is also the name of the print job, which others may see. */
static const char *
hc_summary_printout_get_title (HcPrintout *printout)
{
  return _("Visit Summary");
}

static const char *
hc_summary_printout_get_note (HcPrintout *printout)
{
  return HC_SUMMARY_PRINTOUT (printout)->note;
}

/* One side of the pill, as large as there is room. */
static void
draw_pill (cairo_t  *cairo,
           gpointer  data)
{
  const HcPillLook *look = &hc_medicine_get_details (data)->look;
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  double ratio = hc_pill_outline_get_ratio (look->shape);
  double width = MIN (PILL_WIDTH, PILL_HEIGHT * ratio);
  gboolean is_front = look->front != NULL && *look->front != '\0';
  HcPillPart part = {
    .look = look,
    .imprint = is_front ? look->front : look->back,
    .has_score = look->score > 1,
    .foreground = { 0.0f, 0.0f, 0.0f, 1.0f },
  };

  graphene_rect_init (&part.bounds, (float) ((PILL_WIDTH - width) / 2.0), (float) SPACE, (float) width,
                      (float) (width / ratio));
  hc_pill_painter_paint (&part, context, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cairo);
  g_object_unref (context);
}

static void
add_pill (HcPrintout *printout,
          HcMedicine *medicine)
{
  const HcPrintSetting setting = { .keep = TRUE };

  if (hc_medicine_get_details (medicine)->look.shape != HC_PILL_SHAPE_UNKNOWN)
    hc_printout_add_drawing (printout, 0.0, &setting, draw_pill, g_object_ref (medicine), g_object_unref);
}

/* @next: (nullable): the line after it; what is told of a thing begins on one sheet with its name
 * @indent: of what belongs together */
static void
add_line (HcPrintout          *printout,
          const HcSummaryLine *line,
          const HcSummaryLine *next,
          double               indent)
{
  static const HcPrintSetting settings[] = {
    [HC_SUMMARY_TITLE]   = { .size = TITLE_SIZE, .is_bold = TRUE, .keep = TRUE },
    [HC_SUMMARY_HEADING] = { .size = HEADING_SIZE, .is_bold = TRUE, .keep = TRUE },
    [HC_SUMMARY_ITEM]    = { .size = TEXT_SIZE, .is_bold = TRUE },
    [HC_SUMMARY_DETAIL]  = { .size = TEXT_SIZE },
    [HC_SUMMARY_TEXT]    = { .size = TEXT_SIZE },
  };
  HcPrintSetting setting = settings[line->kind];
  g_autofree char *markup = hc_summary_line_dup_markup (line);

  if (line->kind == HC_SUMMARY_HEADING)
    hc_printout_add_space (printout, SPACE * 2.5, FALSE);
  else if (line->kind == HC_SUMMARY_ITEM)
    hc_printout_add_space (printout, SPACE, FALSE);

  if (line->kind == HC_SUMMARY_ITEM || line->kind == HC_SUMMARY_DETAIL)
    setting.indent = indent;
  if (line->medicine != NULL)
    add_pill (printout, line->medicine);
  if (line->kind == HC_SUMMARY_ITEM)
    setting.keep = next != NULL && next->kind == HC_SUMMARY_DETAIL;

  hc_printout_add_text (printout, markup, &setting);
  if (line->kind == HC_SUMMARY_TITLE || line->kind == HC_SUMMARY_HEADING)
    hc_printout_add_space (printout, SPACE / 2.0, FALSE);
}

static void
hc_summary_printout_fill (HcPrintout *printout)
{
  HcSummaryPrintout *self = HC_SUMMARY_PRINTOUT (printout);
  g_autoptr (GPtrArray) lines = hc_summary_words_list (self->summary, self->parts);
  double indent = INDENT;

  for (guint i = 0; i < lines->len; i++)
    {
      const HcSummaryLine *line = g_ptr_array_index (lines, i);

      /* Beside the drawings all names stand below each other. */
      if (line->kind == HC_SUMMARY_ITEM)
        indent = line->medicine != NULL ? MEDICINE_INDENT : INDENT;

      add_line (printout, line, i + 1 < lines->len ? g_ptr_array_index (lines, i + 1) : NULL, indent);
    }
}

static void
hc_summary_printout_finalize (GObject *object)
{
  HcSummaryPrintout *self = HC_SUMMARY_PRINTOUT (object);

  g_clear_pointer (&self->summary, hc_visit_summary_unref);
  g_free (self->note);

  G_OBJECT_CLASS (hc_summary_printout_parent_class)->finalize (object);
}

static void
hc_summary_printout_class_init (HcSummaryPrintoutClass *klass)
{
  HcPrintoutClass *printout_class = HC_PRINTOUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_summary_printout_finalize;
  printout_class->get_title = hc_summary_printout_get_title;
  printout_class->get_note = hc_summary_printout_get_note;
  printout_class->fill = hc_summary_printout_fill;
}

static void
hc_summary_printout_init (HcSummaryPrintout *self)
{
}

/* The name comes first and is short: the rest of the line must not be cut off. */
static char *
dup_note (const HcVisitSummary *summary)
{
  const char *name = summary->person != NULL ? hc_person_get_details (summary->person)->name : NULL;
  g_autofree char *short_name = name != NULL ? hc_summary_words_dup_shortened (name) : NULL;
  g_autofree char *day = hc_summary_words_dup_day (summary->now);
  const char *made = _("Made by the person with Health Center. Not checked by a clinician.");

  return g_strconcat (short_name != NULL ? short_name : "", short_name != NULL ? " · " : "", day, " · ", made, NULL);
}

/**
 * hc_summary_printout_new:
 * @summary: a summary
 * @parts: what of it is printed
 *
 * Returns: (transfer full): a printer for it
 */
HcSummaryPrintout *
hc_summary_printout_new (HcVisitSummary *summary,
                         HcSummaryParts  parts)
{
  HcSummaryPrintout *self;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (HC_TYPE_SUMMARY_PRINTOUT, NULL);
  self->summary = hc_visit_summary_ref (summary);
  self->parts = parts;
  self->note = dup_note (summary);

  return self;
}
