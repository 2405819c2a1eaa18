/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-printer.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "hc-block-widgets.h"
#include "hc-drawing.h"

/* Sizes in points, spaces in parts of the text size. */
#define TEXT_SIZE 11
#define SMALL_SIZE 9
#define INDENT 18.0
#define FOOTER_HEIGHT 28.0

/* So much of the height of a sheet a picture may take. */
#define PICTURE_SHARE 0.5

/**
 * HcArticlePrinter:
 *
 * Prints a whole article with its sources, black on white, in a size that is easy to read on paper.
 */
struct _HcArticlePrinter
{
  GObject    parent_instance;

  HcArticle *article;
  GPtrArray *pieces; /* of Piece; made when the size of the paper is known */
  GArray    *starts; /* of guint: the first piece of each sheet */
};

/* What is drawn in one go and never parted: a line of text, a picture, or a space. */
typedef struct
{
  PangoLayout     *layout;  /* NULL for what is no text */
  HcPicture       *picture; /* NULL for what is no picture */
  PangoLayoutLine *line;   /* of @layout */
  double           x;
  double           width;   /* of a picture */
  double           height;
  double           baseline;
  gboolean         is_ruled; /* with a rule at its left: a call-out */
  gboolean         keep;     /* not the last one of a sheet: a heading */
} Piece;

/* How a text is set. */
typedef struct
{
  double   indent;
  int      size;
  gboolean is_bold;
  gboolean is_ruled;
  gboolean keep;
} Setting;

G_DEFINE_FINAL_TYPE (HcArticlePrinter, hc_article_printer, G_TYPE_OBJECT)

static void
piece_free (Piece *piece)
{
  g_clear_object (&piece->layout);
  g_clear_object (&piece->picture);
  g_free (piece);
}

static void
add_space (HcArticlePrinter *self,
           double            height,
           gboolean          is_ruled)
{
  Piece *piece = g_new0 (Piece, 1);
  Piece *before = self->pieces->len > 0 ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : NULL;

  piece->height = height;
  piece->is_ruled = is_ruled;
  /* A heading below a heading: neither is the last one of a sheet. */
  piece->keep = before != NULL && before->keep;
  g_ptr_array_add (self->pieces, piece);
}

static gboolean
is_space (const Piece *piece)
{
  return piece->layout == NULL && piece->picture == NULL;
}

static void
add_picture (HcArticlePrinter *self,
             GtkPrintContext  *context,
             HcPicture        *picture,
             const Setting    *setting)
{
  Piece *piece = g_new0 (Piece, 1);
  double ratio = (double) hc_picture_get_height (picture) / hc_picture_get_width (picture);

  piece->picture = g_object_ref (picture);
  piece->x = setting->indent;
  piece->width = MIN (gtk_print_context_get_width (context) - setting->indent,
                      gtk_print_context_get_height (context) * PICTURE_SHARE / ratio);
  piece->height = piece->width * ratio;
  /* The caption stands on the same sheet. */
  piece->keep = TRUE;
  g_ptr_array_add (self->pieces, piece);
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

static void
add_text (HcArticlePrinter *self,
          GtkPrintContext  *context,
          const char       *markup,
          const Setting    *setting)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *text = strip_links (markup);
  PangoFontDescription *font = pango_font_description_from_string ("Serif");
  g_autoptr (PangoLayoutIter) iter = NULL;

  pango_font_description_set_size (font, setting->size * PANGO_SCALE);
  pango_font_description_set_weight (font, setting->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_width (layout, pango_units_from_double (gtk_print_context_get_width (context) - setting->indent));
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
      g_ptr_array_add (self->pieces, piece);
    }
  while (pango_layout_iter_next_line (iter));
}

static void add_blocks (HcArticlePrinter *self,
                        GtkPrintContext  *context,
                        GPtrArray        *blocks,
                        const Setting    *setting);

static void
add_list (HcArticlePrinter *self,
          GtkPrintContext  *context,
          HcBlock          *list,
          const Setting    *setting)
{
  Setting inner = *setting;

  inner.indent += INDENT;

  for (guint i = 0; i < list->children->len; i++)
    {
      HcBlock *item = g_ptr_array_index (list->children, i);

      for (guint j = 0; j < item->children->len; j++)
        {
          HcBlock *block = g_ptr_array_index (item->children, j);

          if (block->kind == HC_BLOCK_LIST)
            {
              add_list (self, context, block, &inner);
            }
          else if (j == 0)
            {
              g_autofree char *number = list->level > 0 ? g_strdup_printf ("%u. ", (guint) list->level + i)
                                                        : g_strdup ("• ");
              g_autofree char *markup = g_strconcat (number, block->markup, NULL);

              add_text (self, context, markup, &inner);
            }
          else
            {
              add_text (self, context, block->markup, &inner);
            }
        }
    }

  add_space (self, TEXT_SIZE * 0.6, setting->is_ruled);
}

/* On paper a row of a table is a line of its own: "Stage: I, T: T1 or T2". It can be read at any
 * size of paper, and aloud. */
static void
add_table (HcArticlePrinter *self,
           GtkPrintContext  *context,
           HcBlock          *table,
           const Setting    *setting)
{
  HcBlock *header = g_ptr_array_index (table->children, 0);
  g_autofree char *caption = g_markup_escape_text (table->detail, -1);
  Setting title = *setting;
  Setting inner = *setting;

  title.is_bold = TRUE;
  title.keep = TRUE;
  inner.indent += INDENT;
  add_text (self, context, caption, &title);

  for (guint i = 1; i < table->children->len; i++)
    {
      HcBlock *row = g_ptr_array_index (table->children, i);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < row->children->len; j++)
        {
          HcBlock *name = g_ptr_array_index (header->children, j);
          HcBlock *cell = g_ptr_array_index (row->children, j);

          g_string_append_printf (line, "%s<i>%s:</i> %s", j > 0 ? "; " : "", name->markup, cell->markup);
        }

      add_text (self, context, line->str, &inner);
    }

  add_space (self, TEXT_SIZE * 0.6, setting->is_ruled);
}

static void
add_blocks (HcArticlePrinter *self,
            GtkPrintContext  *context,
            GPtrArray        *blocks,
            const Setting    *setting)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      Setting inner = *setting;

      switch (block->kind)
        {
        case HC_BLOCK_HEADING:
          add_space (self, TEXT_SIZE, FALSE);
          inner.size = block->level == 2 ? TEXT_SIZE + 3 : TEXT_SIZE + 1;
          inner.is_bold = TRUE;
          inner.keep = TRUE;
          add_text (self, context, block->markup, &inner);
          break;

        case HC_BLOCK_PARAGRAPH:
          add_text (self, context, block->markup, setting);
          add_space (self, TEXT_SIZE * 0.6, setting->is_ruled);
          break;

        case HC_BLOCK_LIST:
          add_list (self, context, block, setting);
          break;

        case HC_BLOCK_TABLE:
          add_table (self, context, block, setting);
          break;

        case HC_BLOCK_CALL_OUT:
          {
            g_autofree char *title = g_markup_escape_text (hc_call_out_get_title (block->detail), -1);

            inner.indent += INDENT;
            inner.is_ruled = TRUE;
            inner.is_bold = TRUE;
            inner.keep = TRUE;
            add_text (self, context, title, &inner);
            inner.is_bold = FALSE;
            inner.keep = FALSE;
            add_blocks (self, context, block->children, &inner);
            add_space (self, TEXT_SIZE * 0.4, FALSE);
          }
          break;

        case HC_BLOCK_FIGURE:
          {
            g_autofree char *caption = g_markup_escape_text (block->detail, -1);

            if (block->picture != NULL)
              add_picture (self, context, block->picture, setting);
            inner.size = SMALL_SIZE;
            add_text (self, context, caption, &inner);
            add_space (self, TEXT_SIZE * 0.6, setting->is_ruled);
          }
          break;

        case HC_BLOCK_LIST_ITEM:
        case HC_BLOCK_TABLE_ROW:
        case HC_BLOCK_TABLE_CELL:
        default:
          g_warn_if_reached ();
        }
    }
}

static void
add_head (HcArticlePrinter *self,
          GtkPrintContext  *context)
{
  g_autofree char *title = g_markup_escape_text (hc_article_get_title (self->article), -1);
  g_autofree char *summary = g_markup_escape_text (hc_article_get_summary (self->article), -1);
  g_autofree char *date = hc_date_to_words (hc_article_get_checked (self->article));
  g_autofree char *checked = g_strdup_printf (_("Checked on %s"), date);
  const char *reviewed = hc_article_get_review (self->article) != NULL
                         ? hc_article_get_review (self->article)
                         : _("Compiled from the sources named at the end, not reviewed by a clinician");
  g_autofree char *review = g_markup_escape_text (reviewed, -1);
  const Setting title_setting = { .size = TEXT_SIZE + 8, .is_bold = TRUE, .keep = TRUE };
  const Setting summary_setting = { .size = TEXT_SIZE + 1 };
  const Setting small_setting = { .size = SMALL_SIZE };

  add_text (self, context, title, &title_setting);
  add_text (self, context, summary, &summary_setting);
  add_text (self, context, checked, &small_setting);
  add_text (self, context, review, &small_setting);
  add_space (self, TEXT_SIZE, FALSE);
}

static void
add_sources (HcArticlePrinter *self,
             GtkPrintContext  *context)
{
  GPtrArray *sources = hc_article_get_sources (self->article);
  const Setting heading_setting = { .size = TEXT_SIZE + 3, .is_bold = TRUE, .keep = TRUE };
  const Setting small_setting = { .size = SMALL_SIZE };

  add_space (self, TEXT_SIZE, FALSE);
  add_text (self, context, _("Sources"), &heading_setting);

  for (guint i = 0; i < sources->len; i++)
    {
      HcSource *source = g_ptr_array_index (sources, i);
      g_autofree char *details = hc_source_dup_details (source);
      g_autofree char *markup = g_markup_printf_escaped ("%u. %s. %s %s", i + 1, source->title, details, source->url);

      add_text (self, context, markup, &small_setting);
    }
}

/* Parts the pieces into sheets. A heading moves on with the line after it. */
static void
paginate (HcArticlePrinter *self,
          double            height)
{
  double used = 0.0;
  guint start = 0;

  g_array_set_size (self->starts, 0);
  g_array_append_val (self->starts, start);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = g_ptr_array_index (self->pieces, i);

      if (used + piece->height > height && i > start)
        {
          guint next = i;

          while (next - 1 > start && ((Piece *) g_ptr_array_index (self->pieces, next - 1))->keep)
            next--;

          start = next;
          g_array_append_val (self->starts, start);
          used = 0.0;
          for (guint j = start; j < i; j++)
            used += ((Piece *) g_ptr_array_index (self->pieces, j))->height;
        }

      /* A space at the top of a sheet is left out when it is drawn. */
      used += i == start && is_space (piece) ? 0.0 : piece->height;
    }
}

static void
begin_print_cb (HcArticlePrinter  *self,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  const Setting setting = { .size = TEXT_SIZE };

  g_ptr_array_set_size (self->pieces, 0);
  add_head (self, context);
  add_blocks (self, context, hc_article_get_blocks (self->article), &setting);
  add_sources (self, context);

  paginate (self, gtk_print_context_get_height (context) - FOOTER_HEIGHT);
  gtk_print_operation_set_n_pages (operation, (int) self->starts->len);
}

static void
draw_footer (HcArticlePrinter *self,
             GtkPrintContext  *context,
             int               sheet)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autofree char *text = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Serif");

  /* Translators: below a printed page: title of the article, number of the page, number of pages. */
  text = g_strdup_printf (_("Health Center · %s · %d of %u"), hc_article_get_title (self->article),
                          sheet + 1, self->starts->len);
  pango_font_description_set_size (font, SMALL_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, pango_units_from_double (gtk_print_context_get_width (context)));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);

  cairo_move_to (cairo, 0.0, gtk_print_context_get_height (context) - FOOTER_HEIGHT / 2.0);
  pango_cairo_show_layout (cairo, layout);
}

static void
draw_page_cb (HcArticlePrinter *self,
              GtkPrintContext  *context,
              int               sheet)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (self->starts, guint, sheet);
  guint end = (guint) sheet + 1 < self->starts->len ? g_array_index (self->starts, guint, sheet + 1)
                                                    : self->pieces->len;
  double y = 0.0;

  cairo_set_source_rgb (cairo, 0.0, 0.0, 0.0);
  cairo_set_line_width (cairo, 1.5);

  for (guint i = first; i < end; i++)
    {
      Piece *piece = g_ptr_array_index (self->pieces, i);

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

      y += piece->height;
    }

  draw_footer (self, context, sheet);
}

static void
hc_article_printer_finalize (GObject *object)
{
  HcArticlePrinter *self = HC_ARTICLE_PRINTER (object);

  g_clear_object (&self->article);
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->starts);

  G_OBJECT_CLASS (hc_article_printer_parent_class)->finalize (object);
}

static void
hc_article_printer_class_init (HcArticlePrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_article_printer_finalize;
}

static void
hc_article_printer_init (HcArticlePrinter *self)
{
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * hc_article_printer_new:
 * @article: an article with its text
 *
 * Returns: (transfer full): a printer for it
 */
HcArticlePrinter *
hc_article_printer_new (HcArticle *article)
{
  HcArticlePrinter *self;

  g_return_val_if_fail (HC_IS_ARTICLE (article) && hc_article_has_content (article), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_PRINTER, NULL);
  self->article = g_object_ref (article);

  return self;
}

static GtkPrintOperation *
make_operation (HcArticlePrinter *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, hc_article_get_title (self->article));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);

  /* The printing may go on after the dialog is gone: the operation keeps its printer. */
  g_object_set_data_full (G_OBJECT (operation), "hc-article-printer", g_object_ref (self), g_object_unref);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, G_CONNECT_SWAPPED);

  return operation;
}

/**
 * hc_article_printer_run:
 * @self: a printer
 * @parent: the window of the dialog
 * @error: return location for a %GTK_PRINT_ERROR
 *
 * Shows the print dialog and prints.
 *
 * Returns: %FALSE when printing failed; %TRUE also when the person chose not to print
 */
gboolean
hc_article_printer_run (HcArticlePrinter  *self,
                        GtkWindow         *parent,
                        GError           **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE_PRINTER (self), FALSE);

  operation = make_operation (self);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * hc_article_printer_export:
 * @self: a printer
 * @path: (type filename): a PDF file to be made
 * @page_setup: (nullable): the paper and its margins, %NULL for what is usual here
 * @error: return location for a %GTK_PRINT_ERROR
 *
 * Returns: whether the file was made
 */
gboolean
hc_article_printer_export (HcArticlePrinter  *self,
                           const char        *path,
                           GtkPageSetup      *page_setup,
                           GError           **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE_PRINTER (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  operation = make_operation (self);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
