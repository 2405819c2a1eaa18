/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-printout.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "hc-drawing.h"

/* In points. */
#define SMALL_SIZE 9
#define INDENT 18.0
#define FOOTER_HEIGHT 28.0
#define NOTE_HEIGHT 14.0

/* So much of the height of a sheet a picture may take. */
#define PICTURE_SHARE 0.5

/**
 * HcPrintout:
 *
 * Something on paper, black on white: texts, pictures and lines to write on, one below the other, parted
 * into sheets.
 */
typedef struct
{
  GtkPrintContext *context; /* while the pieces are made */
  GPtrArray       *pieces;  /* of Piece; made when the size of the paper is known */
  GArray          *starts;  /* of guint: the first piece of each sheet */
} HcPrintoutPrivate;

/* What is drawn in one go and never parted: a line of text, a picture, a line to write on, or a space. */
typedef struct
{
  PangoLayout     *layout;   /* NULL for what is no text */
  HcPicture       *picture;  /* NULL for what is no picture */
  PangoLayoutLine *line;     /* of @layout */
  HcPrintDraw      draw;     /* NULL for what is no drawing */
  gpointer         data;     /* of @draw */
  GDestroyNotify   free_data;
  double           x;
  double           width;    /* of a picture */
  double           height;
  double           baseline;
  gboolean         is_line;  /* to write on */
  gboolean         is_ruled; /* with a rule at its left: a call-out */
  gboolean         keep;     /* not the last one of a sheet: a heading */
} Piece;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HcPrintout, hc_printout, G_TYPE_OBJECT)

static void
piece_free (Piece *piece)
{
  g_clear_object (&piece->layout);
  g_clear_object (&piece->picture);
  if (piece->free_data != NULL)
    piece->free_data (piece->data);
  g_free (piece);
}

static gboolean
is_space (const Piece *piece)
{
  return piece->layout == NULL && piece->picture == NULL && piece->draw == NULL && !piece->is_line;
}

/**
 * hc_printout_add_space:
 * @self: a printout that is being filled
 * @height: in points
 * @is_ruled: with a rule at its left
 *
 * Leaves a space, except at the top of a sheet.
 */
void
hc_printout_add_space (HcPrintout *self,
                       double      height,
                       gboolean    is_ruled)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  Piece *piece = g_new0 (Piece, 1);
  Piece *before = priv->pieces->len > 0 ? g_ptr_array_index (priv->pieces, priv->pieces->len - 1) : NULL;

  piece->height = height;
  piece->is_ruled = is_ruled;
  /* A heading below a heading: neither is the last one of a sheet. */
  piece->keep = before != NULL && before->keep;
  g_ptr_array_add (priv->pieces, piece);
}

/**
 * hc_printout_add_picture:
 * @self: a printout that is being filled
 * @picture: a picture
 * @setting: how it stands
 *
 * Adds a picture, kept together with what comes after it.
 */
void
hc_printout_add_picture (HcPrintout           *self,
                         HcPicture            *picture,
                         const HcPrintSetting *setting)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  Piece *piece = g_new0 (Piece, 1);
  double ratio = (double) hc_picture_get_height (picture) / hc_picture_get_width (picture);

  piece->picture = g_object_ref (picture);
  piece->x = setting->indent;
  piece->width = MIN (gtk_print_context_get_width (priv->context) - setting->indent,
                      gtk_print_context_get_height (priv->context) * PICTURE_SHARE / ratio);
  piece->height = piece->width * ratio;
  /* The caption stands on the same sheet. */
  piece->keep = TRUE;
  g_ptr_array_add (priv->pieces, piece);
}

/**
 * hc_printout_add_drawing:
 * @self: a printout that is being filled
 * @height: in points; 0: beside what comes next, with which it is kept together
 * @setting: how it stands
 * @draw: draws it, once a print
 * @data: passed to @draw
 * @free_data: (nullable): frees @data
 *
 * Adds something that its maker draws.
 */
void
hc_printout_add_drawing (HcPrintout           *self,
                         double                height,
                         const HcPrintSetting *setting,
                         HcPrintDraw           draw,
                         gpointer              data,
                         GDestroyNotify        free_data)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  Piece *piece = g_new0 (Piece, 1);

  piece->draw = draw;
  piece->data = data;
  piece->free_data = free_data;
  piece->x = setting->indent;
  piece->height = height;
  piece->keep = setting->keep || height <= 0.0;
  g_ptr_array_add (priv->pieces, piece);
}

/**
 * hc_printout_add_lines:
 * @self: a printout that is being filled
 * @n: how many
 * @height: the height of each, in points
 * @indent: how far they stand from the left, in points
 *
 * Adds lines to write on, all of them on one sheet.
 */
void
hc_printout_add_lines (HcPrintout *self,
                       guint       n,
                       double      height,
                       double      indent)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);

  for (guint i = 0; i < n; i++)
    {
      Piece *piece = g_new0 (Piece, 1);

      piece->is_line = TRUE;
      piece->x = indent;
      piece->height = height;
      piece->keep = i + 1 < n;
      g_ptr_array_add (priv->pieces, piece);
    }
}

static void
draw_picture (const Piece *piece,
              cairo_t     *cairo,
              double       y)
{
  g_autoptr (GError) error = NULL;

  cairo_save (cairo);
  cairo_translate (cairo, piece->x, y);
  if (!hc_drawing_draw (piece->picture, HC_DRAWING_LIGHT, cairo, piece->width, &error))
    g_warning ("A picture was not printed: %s", error->message);
  cairo_restore (cairo);
}

/* Links are of no use on paper: the text stays, the numbers of the sources too. */
static char *
strip_links (const char *markup)
{
  g_autoptr (GRegex) regex = g_regex_new ("</?a\\b[^>]*>", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (regex, markup, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * hc_printout_add_text:
 * @self: a printout that is being filled
 * @markup: Pango markup; links in it become plain text
 * @setting: how it is set
 */
void
hc_printout_add_text (HcPrintout           *self,
                      const char           *markup,
                      const HcPrintSetting *setting)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (priv->context);
  g_autofree char *text = strip_links (markup);
  PangoFontDescription *font = pango_font_description_from_string ("Serif");
  g_autoptr (PangoLayoutIter) iter = NULL;

  pango_font_description_set_size (font, setting->size * PANGO_SCALE);
  pango_font_description_set_weight (font, setting->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout,
                          pango_units_from_double (gtk_print_context_get_width (priv->context) - setting->indent));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.3f);
  pango_layout_set_markup (layout, text, -1);

  iter = pango_layout_get_iter (layout);
  do
    {
      Piece *piece = g_new0 (Piece, 1);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);

      piece->layout = g_object_ref (layout);
      piece->line = pango_layout_iter_get_line_readonly (iter);
      piece->x = setting->indent + pango_units_to_double (extents.x);
      piece->height = pango_units_to_double (extents.height);
      piece->baseline = pango_units_to_double (pango_layout_iter_get_baseline (iter) - extents.y);
      piece->is_ruled = setting->is_ruled;
      piece->keep = setting->keep;
      g_ptr_array_add (priv->pieces, piece);
    }
  while (pango_layout_iter_next_line (iter));
}

/* What stands below the number of the sheet, or NULL. */
static const char *
get_note (HcPrintout *self)
{
  HcPrintoutClass *klass = HC_PRINTOUT_GET_CLASS (self);

  return klass->get_note != NULL ? klass->get_note (self) : NULL;
}

static double
get_footer_height (HcPrintout *self)
{
  return FOOTER_HEIGHT + (get_note (self) != NULL ? NOTE_HEIGHT : 0.0);
}

/* Parts the pieces into sheets. A heading moves on with the line after it. */
static void
paginate (HcPrintout *self,
          double      height)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  double used = 0.0;
  guint start = 0;

  g_array_set_size (priv->starts, 0);
  g_array_append_val (priv->starts, start);

  for (guint i = 0; i < priv->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (priv->pieces, i);

      if (used + piece->height > height && i > start)
        {
          guint next = i;

          while (next - 1 > start && ((Piece *) g_ptr_array_index (priv->pieces, next - 1))->keep)
            next--;

          /* What is kept together is longer than a sheet. */
          if (next - 1 == start && ((Piece *) g_ptr_array_index (priv->pieces, start))->keep)
            next = i;

          start = next;
          g_array_append_val (priv->starts, start);
          used = 0.0;
          for (guint j = start; j < i; j++)
            used += ((Piece *) g_ptr_array_index (priv->pieces, j))->height;
        }

      /* A space at the top of a sheet is left out when it is drawn. */
      used += i == start && is_space (piece) ? 0.0 : piece->height;
    }
}

static void
begin_print_cb (HcPrintout        *self,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);

  g_ptr_array_set_size (priv->pieces, 0);
  priv->context = context;
  HC_PRINTOUT_GET_CLASS (self)->fill (self);
  priv->context = NULL;

  paginate (self, gtk_print_context_get_height (context) - get_footer_height (self));
  gtk_print_operation_set_n_pages (operation, (int) priv->starts->len);
}

static void
draw_footer_line (GtkPrintContext *context,
                  const char      *text,
                  double           y)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string ("Serif");

  pango_font_description_set_size (font, SMALL_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, pango_units_from_double (gtk_print_context_get_width (context)));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);

  cairo_move_to (cairo, 0.0, y);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_footer (HcPrintout      *self,
             GtkPrintContext *context,
             int              sheet)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  double y = gtk_print_context_get_height (context) - get_footer_height (self) + FOOTER_HEIGHT / 2.0;
  g_autofree char *text = NULL;

  /* Translators: below a printed page: its title, the number of the page, the number of pages. */
  text = g_strdup_printf (_("Health Center · %s · %d of %u"), HC_PRINTOUT_GET_CLASS (self)->get_title (self),
                          sheet + 1, priv->starts->len);
  draw_footer_line (context, text, y);
  if (get_note (self) != NULL)
    draw_footer_line (context, get_note (self), y + NOTE_HEIGHT);
}

static void
draw_line (const Piece *piece,
           cairo_t     *cairo,
           double       width,
           double       y)
{
  cairo_save (cairo);
  cairo_set_line_width (cairo, 0.5);
  cairo_move_to (cairo, piece->x, y + piece->height);
  cairo_line_to (cairo, width, y + piece->height);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_page_cb (HcPrintout      *self,
              GtkPrintContext *context,
              int              sheet)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (priv->starts, guint, sheet);
  guint end = (guint) sheet + 1 < priv->starts->len ? g_array_index (priv->starts, guint, sheet + 1)
                                                    : priv->pieces->len;
  double y = 0.0;

  cairo_set_source_rgb (cairo, 0.0, 0.0, 0.0);
  cairo_set_line_width (cairo, 1.5);

  for (guint i = first; i < end; i++)
    {
      Piece *piece = g_ptr_array_index (priv->pieces, i);

      if (i == first && is_space (piece))
        continue;

      if (piece->is_ruled)
        {
          cairo_move_to (cairo, INDENT / 2.0, y);
          cairo_rel_line_to (cairo, 0.0, piece->height);
          cairo_stroke (cairo);
        }

      if (piece->layout != NULL)
        {
          cairo_move_to (cairo, piece->x, y + piece->baseline);
          pango_cairo_show_layout_line (cairo, piece->line);
        }
      else if (piece->picture != NULL)
        {
          draw_picture (piece, cairo, y);
        }
      else if (piece->draw != NULL)
        {
          cairo_save (cairo);
          cairo_translate (cairo, piece->x, y);
          piece->draw (cairo, piece->data);
          cairo_restore (cairo);
        }
      else if (piece->is_line)
        {
          draw_line (piece, cairo, gtk_print_context_get_width (context), y);
        }

      y += piece->height;
    }

  draw_footer (self, context, sheet);
}

static void
hc_printout_finalize (GObject *object)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (HC_PRINTOUT (object));

  g_ptr_array_unref (priv->pieces);
  g_array_unref (priv->starts);

  G_OBJECT_CLASS (hc_printout_parent_class)->finalize (object);
}

static void
hc_printout_class_init (HcPrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_printout_finalize;
}

static void
hc_printout_init (HcPrintout *self)
{
  HcPrintoutPrivate *priv = hc_printout_get_instance_private (self);

  priv->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  priv->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static GtkPrintOperation *
make_operation (HcPrintout *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, HC_PRINTOUT_GET_CLASS (self)->get_title (self));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);

  /* The printing may go on after the dialog is gone: the operation keeps what it prints. */
  g_object_set_data_full (G_OBJECT (operation), "hc-printout", g_object_ref (self), g_object_unref);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);

  return operation;
}

/**
 * hc_printout_run:
 * @self: a printout
 * @parent: the window of the dialog
 * @error: return location for a %GTK_PRINT_ERROR
 *
 * Shows the print dialog and prints.
 *
 * Returns: %FALSE when printing failed; %TRUE also when the person chose not to print
 */
gboolean
hc_printout_run (HcPrintout  *self,
                 GtkWindow   *parent,
                 GError     **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (HC_IS_PRINTOUT (self), FALSE);

  operation = make_operation (self);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * hc_printout_export:
 * @self: a printout
 * @path: (type filename): a PDF file to be made
 * @page_setup: (nullable): the paper and its margins, %NULL for what is usual here
 * @error: return location for a %GTK_PRINT_ERROR
 *
 * Returns: whether the file was made
 */
gboolean
hc_printout_export (HcPrintout    *self,
                    const char    *path,
                    GtkPageSetup  *page_setup,
                    GError       **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (HC_IS_PRINTOUT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  operation = make_operation (self);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * hc_printout_dup_pdf:
 * @self: a printout
 * @error: return location for a %G_FILE_ERROR or a %GTK_PRINT_ERROR
 *
 * Prints in the main thread, as GTK must, to a small file of its own: where it goes after that may be a slow disk.
 *
 * Returns: (transfer full) (nullable): it as PDF, on the paper that is usual here
 */
GBytes *
hc_printout_dup_pdf (HcPrintout  *self,
                     GError     **error)
{
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize length = 0;
  gboolean done;
  int fd;

  g_return_val_if_fail (HC_IS_PRINTOUT (self), NULL);

  fd = g_file_open_tmp ("health-center-XXXXXX.pdf", &path, error);
  if (fd < 0)
    return NULL;

  g_close (fd, NULL);
  done = hc_printout_export (self, path, NULL, error) && g_file_get_contents (path, &data, &length, error);
  g_unlink (path);

  return done ? g_bytes_new_take (data, length) : NULL;
}
