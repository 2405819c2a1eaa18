/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-printer.h"

#include <glib/gi18n.h>

#include "hc-my-questions.h"

/* In points: large, to be read and written on in a waiting room. */
#define TITLE_SIZE 22
#define TEXT_SIZE 15
#define SMALL_SIZE 12
#define INDENT 22.0
#define LINE_HEIGHT 30.0
#define N_LINES 4

/**
 * HcCareQuestionPrinter:
 *
 * Prints a sheet for the next visit: every question that is to be asked, with room for the answer, and
 * nothing else of the person.
 */
struct _HcCareQuestionPrinter
{
  HcPrintout  parent_instance;

  GPtrArray  *questions; /* of HcCareQuestion */
  GPtrArray  *notes;     /* of HcNote, the oldest first */
};

G_DEFINE_FINAL_TYPE (HcCareQuestionPrinter, hc_care_question_printer, HC_TYPE_PRINTOUT)

static const char *
hc_care_question_printer_get_title (HcPrintout *printout)
{
  return _("Questions for My Care Team");
}

static void
add_plain (HcPrintout           *printout,
           const char           *text,
           const HcPrintSetting *setting)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  hc_printout_add_text (printout, markup, setting);
}

static void
add_note (HcPrintout *printout,
          const char *text)
{
  const HcPrintSetting setting = { .indent = INDENT, .size = SMALL_SIZE };
  /* Translators: %s is what the person has written down. */
  g_autofree char *words = g_strdup_printf (_("My note: %s"), text);

  add_plain (printout, words, &setting);
}

/* What the person wrote down on what the question is about, and on the question itself. */
static void
add_notes (HcCareQuestionPrinter *self,
           HcCareQuestion        *question)
{
  const char *link = hc_care_question_get_link (question);

  for (guint i = 0; link != NULL && i < self->notes->len; i++)
    {
      HcNote *note = g_ptr_array_index (self->notes, i);

      if (hc_note_is_about (note, link) && *hc_note_get_text (note) != '\0')
        add_note (HC_PRINTOUT (self), hc_note_get_text (note));
    }

  if (*hc_care_question_get_answer (question) != '\0')
    add_note (HC_PRINTOUT (self), hc_care_question_get_answer (question));
}

static void
add_question (HcCareQuestionPrinter *self,
              HcCareQuestion        *question,
              guint                  number)
{
  HcPrintout *printout = HC_PRINTOUT (self);
  const HcPrintSetting text_setting = { .size = TEXT_SIZE, .is_bold = TRUE, .keep = TRUE };
  const HcPrintSetting about_setting = { .indent = INDENT, .size = SMALL_SIZE, .keep = TRUE };
  g_autofree char *text = g_strdup_printf ("%u. %s", number, hc_care_question_get_text (question));

  add_plain (printout, text, &text_setting);

  /* What is asked in the words of an answer needs no title besides. */
  if (hc_care_question_get_title (question) != NULL &&
      !g_str_equal (hc_care_question_get_title (question), hc_care_question_get_text (question)))
    {
      /* Translators: %s is the title of an article. */
      g_autofree char *about = g_strdup_printf (_("About: %s"), hc_care_question_get_title (question));

      add_plain (printout, about, &about_setting);
    }

  if (self->notes != NULL)
    add_notes (self, question);

  hc_printout_add_lines (printout, N_LINES, LINE_HEIGHT, INDENT);
  hc_printout_add_space (printout, TEXT_SIZE * 1.6, FALSE);
}

static void
hc_care_question_printer_fill (HcPrintout *printout)
{
  HcCareQuestionPrinter *self = HC_CARE_QUESTION_PRINTER (printout);
  const HcPrintSetting title_setting = { .size = TITLE_SIZE, .is_bold = TRUE, .keep = TRUE };
  const HcPrintSetting date_setting = { .size = TEXT_SIZE, .keep = TRUE };

  add_plain (printout, _("Questions for My Care Team"), &title_setting);
  hc_printout_add_space (printout, TEXT_SIZE * 0.6, FALSE);
  /* Translators: on paper; the dots are to be written on. */
  add_plain (printout, _("Date of the visit: ______________________"), &date_setting);
  hc_printout_add_space (printout, TEXT_SIZE * 1.6, FALSE);

  for (guint i = 0; i < self->questions->len; i++)
    add_question (self, g_ptr_array_index (self->questions, i), i + 1);
}

static void
hc_care_question_printer_finalize (GObject *object)
{
  HcCareQuestionPrinter *self = HC_CARE_QUESTION_PRINTER (object);

  g_ptr_array_unref (self->questions);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_care_question_printer_parent_class)->finalize (object);
}

static void
hc_care_question_printer_class_init (HcCareQuestionPrinterClass *klass)
{
  HcPrintoutClass *printout_class = HC_PRINTOUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_care_question_printer_finalize;
  printout_class->get_title = hc_care_question_printer_get_title;
  printout_class->fill = hc_care_question_printer_fill;
}

static void
hc_care_question_printer_init (HcCareQuestionPrinter *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hc_care_question_printer_new:
 * @context: the questions and the notes, and the person whose questions are printed
 * @has_notes: whether the notes on what the questions are about are printed with them
 *
 * Returns: (transfer full): a printer for the questions that are to be asked now, in their order
 */
HcCareQuestionPrinter *
hc_care_question_printer_new (HcContext *context,
                              gboolean   has_notes)
{
  HcCareQuestionPrinter *self;
  HcProfile *profile;
  GListModel *notes;
  g_autoptr (GPtrArray) ordered = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  profile = hc_context_get_profile (context);
  self = g_object_new (HC_TYPE_CARE_QUESTION_PRINTER, NULL);
  ordered = hc_my_questions_dup_ordered (hc_profile_get_care_questions (profile), hc_context_get_person (context));

  for (guint i = 0; i < ordered->len; i++)
    if (hc_care_question_get_state (g_ptr_array_index (ordered, i)) == HC_CARE_QUESTION_OPEN)
      g_ptr_array_add (self->questions, g_object_ref (g_ptr_array_index (ordered, i)));

  if (!has_notes)
    return self;

  notes = G_LIST_MODEL (hc_profile_get_notes (profile));
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = g_list_model_get_n_items (notes); i > 0; i--)
    g_ptr_array_add (self->notes, g_list_model_get_item (notes, i - 1));

  return self;
}
