/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-letter-printout.h"

#include <glib/gi18n.h>

/* In points. */
#define TEXT_SIZE 11
#define SPACE 9.0

/**
 * HcLetterPrintout:
 *
 * Prints a letter to a clinic: what it says and nothing else, as a letter.
 */
struct _HcLetterPrintout
{
  HcPrintout  parent_instance;

  char       *text;
};

G_DEFINE_FINAL_TYPE (HcLetterPrintout, hc_letter_printout, HC_TYPE_PRINTOUT)

/* It is also the name of the print job, which others may see. */
static const char *
hc_letter_printout_get_title (HcPrintout *printout)
{
  return _("Letter");
}

static const char *
hc_letter_printout_get_note (HcPrintout *printout)
{
  return NULL;
}

static void
hc_letter_printout_fill (HcPrintout *printout)
{
  g_auto (GStrv) paragraphs = g_strsplit (HC_LETTER_PRINTOUT (printout)->text, "\n\n", -1);
  const HcPrintSetting setting = { .size = TEXT_SIZE };

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_escape_text (g_strchomp (paragraphs[i]), -1);

      hc_printout_add_text (printout, markup, &setting);
      hc_printout_add_space (printout, SPACE, FALSE);
    }
}

static void
hc_letter_printout_finalize (GObject *object)
{
  g_free (HC_LETTER_PRINTOUT (object)->text);

  G_OBJECT_CLASS (hc_letter_printout_parent_class)->finalize (object);
}

static void
hc_letter_printout_class_init (HcLetterPrintoutClass *klass)
{
  HcPrintoutClass *printout_class = HC_PRINTOUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_letter_printout_finalize;
  printout_class->get_title = hc_letter_printout_get_title;
  printout_class->get_note = hc_letter_printout_get_note;
  printout_class->fill = hc_letter_printout_fill;
}

static void
hc_letter_printout_init (HcLetterPrintout *self)
{
}

/**
 * hc_letter_printout_new:
 * @text: a letter, as hc_appointment_letter_print() makes it
 *
 * Returns: (transfer full): a printer for it
 */
HcLetterPrintout *
hc_letter_printout_new (const char *text)
{
  HcLetterPrintout *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (HC_TYPE_LETTER_PRINTOUT, NULL);
  self->text = g_strdup (text);

  return self;
}
