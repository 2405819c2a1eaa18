/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-picture.h"

G_BEGIN_DECLS

/**
 * HcPrintSetting:
 * @indent: how far it stands from the left, in points
 * @size: the size of the letters, in points
 * @is_bold: whether it is bold
 * @is_ruled: with a rule at its left: a call-out
 * @keep: not the last one of a sheet: a heading
 *
 * How a text is set.
 */
typedef struct
{
  double   indent;
  int      size;
  gboolean is_bold;
  gboolean is_ruled;
  gboolean keep;
} HcPrintSetting;

/**
 * HcPrintDraw:
 * @cairo: where to draw, with its origin where the drawing stands; black
 * @data: what was given to hc_printout_add_drawing()
 *
 * Draws something on paper, in points.
 */
typedef void (*HcPrintDraw) (cairo_t *cairo, gpointer data);

#define HC_TYPE_PRINTOUT (hc_printout_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcPrintout, hc_printout, HC, PRINTOUT, GObject)

/**
 * HcPrintoutClass:
 * @get_title: what stands at the foot of each sheet
 * @get_note: what stands below that; may be %NULL for nothing
 * @fill: adds all that is to be printed; called when the size of the paper is known
 *
 * What a subclass says.
 */
struct _HcPrintoutClass
{
  GObjectClass parent_class;

  const char * (*get_title) (HcPrintout *self);
  const char * (*get_note)  (HcPrintout *self);
  void         (*fill)      (HcPrintout *self);
};

void     hc_printout_add_space   (HcPrintout           *self,
                                  double                height,
                                  gboolean              is_ruled);
void     hc_printout_add_text    (HcPrintout           *self,
                                  const char           *markup,
                                  const HcPrintSetting *setting);
void     hc_printout_add_picture (HcPrintout           *self,
                                  HcPicture            *picture,
                                  const HcPrintSetting *setting);
void     hc_printout_add_drawing (HcPrintout           *self,
                                  double                height,
                                  const HcPrintSetting *setting,
                                  HcPrintDraw           draw,
                                  gpointer              data,
                                  GDestroyNotify        free_data);
void     hc_printout_add_lines   (HcPrintout           *self,
                                  guint                 n,
                                  double                height,
                                  double                indent);
gboolean hc_printout_run         (HcPrintout           *self,
                                  GtkWindow            *parent,
                                  GError              **error);
gboolean hc_printout_export      (HcPrintout           *self,
                                  const char           *path,
                                  GtkPageSetup         *page_setup,
                                  GError              **error);
GBytes  *hc_printout_dup_pdf     (HcPrintout           *self,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
