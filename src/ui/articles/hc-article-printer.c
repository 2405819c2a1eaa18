/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-printer.h"

#include <glib/gi18n.h>

#include "hc-article-text.h"
#include "hc-block-widgets.h"

/* Sizes in points, spaces in parts of the text size. */
#define TEXT_SIZE 11
#define SMALL_SIZE 9
#define INDENT 18.0

/**
 * HcArticlePrinter:
 *
 * Prints a whole article with its sources, in a size that is easy to read on paper.
 */
struct _HcArticlePrinter
{
  HcPrintout parent_instance;

  HcArticle *article;
};

G_DEFINE_FINAL_TYPE (HcArticlePrinter, hc_article_printer, HC_TYPE_PRINTOUT)

static void add_blocks (HcArticlePrinter     *self,
                        GPtrArray            *blocks,
                        const HcPrintSetting *setting);

static void
add_list (HcArticlePrinter     *self,
          HcBlock              *list,
          const HcPrintSetting *setting)
{
  HcPrintSetting inner = *setting;

  inner.indent += INDENT;

  for (guint i = 0; i < list->children->len; i++)
    {
      HcBlock *item = g_ptr_array_index (list->children, i);

      for (guint j = 0; j < item->children->len; j++)
        {
          HcBlock *block = g_ptr_array_index (item->children, j);

          if (block->kind == HC_BLOCK_LIST)
            {
              add_list (self, block, &inner);
            }
          else if (j == 0)
            {
              g_autofree char *number = list->level > 0 ? g_strdup_printf ("%u. ", (guint) list->level + i)
                                                        : g_strdup ("• ");
              g_autofree char *markup = g_strconcat (number, block->markup, NULL);

              hc_printout_add_text (HC_PRINTOUT (self), markup, &inner);
            }
          else
            {
              hc_printout_add_text (HC_PRINTOUT (self), block->markup, &inner);
            }
        }
    }

  hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE * 0.6, setting->is_ruled);
}

/* On paper a row of a table is a line of its own: "Stage: I, T: T1 or T2". It can be read at any
 * size of paper, and aloud. */
static void
add_table (HcArticlePrinter     *self,
           HcBlock              *table,
           const HcPrintSetting *setting)
{
  HcBlock *header = g_ptr_array_index (table->children, 0);
  g_autofree char *caption = g_markup_escape_text (table->detail, -1);
  HcPrintSetting title = *setting;
  HcPrintSetting inner = *setting;

  title.is_bold = TRUE;
  title.keep = TRUE;
  inner.indent += INDENT;
  hc_printout_add_text (HC_PRINTOUT (self), caption, &title);

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

      hc_printout_add_text (HC_PRINTOUT (self), line->str, &inner);
    }

  hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE * 0.6, setting->is_ruled);
}

static void
add_blocks (HcArticlePrinter     *self,
            GPtrArray            *blocks,
            const HcPrintSetting *setting)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      HcPrintSetting inner = *setting;

      switch (block->kind)
        {
        case HC_BLOCK_HEADING:
          hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE, FALSE);
          inner.size = block->level == 2 ? TEXT_SIZE + 3 : TEXT_SIZE + 1;
          inner.is_bold = TRUE;
          inner.keep = TRUE;
          hc_printout_add_text (HC_PRINTOUT (self), block->markup, &inner);
          break;

        case HC_BLOCK_PARAGRAPH:
          hc_printout_add_text (HC_PRINTOUT (self), block->markup, setting);
          hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE * 0.6, setting->is_ruled);
          break;

        case HC_BLOCK_LIST:
          add_list (self, block, setting);
          break;

        case HC_BLOCK_TABLE:
          add_table (self, block, setting);
          break;

        case HC_BLOCK_CALL_OUT:
          {
            g_autofree char *title = g_markup_escape_text (hc_call_out_get_title (block->detail), -1);

            inner.indent += INDENT;
            inner.is_ruled = TRUE;
            inner.is_bold = TRUE;
            inner.keep = TRUE;
            hc_printout_add_text (HC_PRINTOUT (self), title, &inner);
            inner.is_bold = FALSE;
            inner.keep = FALSE;
            add_blocks (self, block->children, &inner);
            hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE * 0.4, FALSE);
          }
          break;

        case HC_BLOCK_FIGURE:
          {
            g_autofree char *caption = g_markup_escape_text (block->detail, -1);

            if (block->picture != NULL)
              hc_printout_add_picture (HC_PRINTOUT (self), block->picture, setting);
            inner.size = SMALL_SIZE;
            hc_printout_add_text (HC_PRINTOUT (self), caption, &inner);
            hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE * 0.6, setting->is_ruled);
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
add_head (HcArticlePrinter *self)
{
  g_autofree char *title = g_markup_escape_text (hc_article_get_title (self->article), -1);
  g_autofree char *summary = g_markup_escape_text (hc_article_get_summary (self->article), -1);
  g_autofree char *date = hc_article_dup_date_words (self->article);
  const char *reviewed = hc_article_get_review (self->article) != NULL
                         ? hc_article_get_review (self->article)
                         : _("Compiled from the sources named at the end, not reviewed by a clinician");
  g_autofree char *review = g_markup_escape_text (reviewed, -1);
  const HcPrintSetting title_setting = { .size = TEXT_SIZE + 8, .is_bold = TRUE, .keep = TRUE };
  const HcPrintSetting summary_setting = { .size = TEXT_SIZE + 1 };
  const HcPrintSetting small_setting = { .size = SMALL_SIZE };

  hc_printout_add_text (HC_PRINTOUT (self), title, &title_setting);
  hc_printout_add_text (HC_PRINTOUT (self), summary, &summary_setting);
  if (date != NULL)
    hc_printout_add_text (HC_PRINTOUT (self), date, &small_setting);
  hc_printout_add_text (HC_PRINTOUT (self), review, &small_setting);
  hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE, FALSE);
}

static void
add_sources (HcArticlePrinter *self)
{
  GPtrArray *sources = hc_article_get_sources (self->article);
  const HcPrintSetting heading_setting = { .size = TEXT_SIZE + 3, .is_bold = TRUE, .keep = TRUE };
  const HcPrintSetting small_setting = { .size = SMALL_SIZE };

  hc_printout_add_space (HC_PRINTOUT (self), TEXT_SIZE, FALSE);
  hc_printout_add_text (HC_PRINTOUT (self), _("Sources"), &heading_setting);

  for (guint i = 0; i < sources->len; i++)
    {
      HcSource *source = g_ptr_array_index (sources, i);
      g_autofree char *details = hc_source_dup_details (source);
      g_autofree char *markup = g_markup_printf_escaped ("%u. %s. %s %s", i + 1, source->title, details, source->url);

      hc_printout_add_text (HC_PRINTOUT (self), markup, &small_setting);
    }
}

static void
hc_article_printer_fill (HcPrintout *printout)
{
  HcArticlePrinter *self = HC_ARTICLE_PRINTER (printout);
  const HcPrintSetting setting = { .size = TEXT_SIZE };

  add_head (self);
  add_blocks (self, hc_article_get_blocks (self->article), &setting);
  add_sources (self);
}

static const char *
hc_article_printer_get_title (HcPrintout *printout)
{
  return hc_article_get_title (HC_ARTICLE_PRINTER (printout)->article);
}

static void
hc_article_printer_finalize (GObject *object)
{
  HcArticlePrinter *self = HC_ARTICLE_PRINTER (object);

  g_clear_object (&self->article);

  G_OBJECT_CLASS (hc_article_printer_parent_class)->finalize (object);
}

static void
hc_article_printer_class_init (HcArticlePrinterClass *klass)
{
  HcPrintoutClass *printout_class = HC_PRINTOUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_article_printer_finalize;
  printout_class->get_title = hc_article_printer_get_title;
  printout_class->fill = hc_article_printer_fill;
}

static void
hc_article_printer_init (HcArticlePrinter *self)
{
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
