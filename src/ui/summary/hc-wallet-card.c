/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-wallet-card.h"

#include <glib/gi18n.h>

#include "hc-card-side.h"
#include "hc-person-words.h"
#include "hc-schedule-words.h"
#include "hc-summary-words.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* Of a bank card. */
#define CARD_WIDTH (86.0 * POINTS_PER_MM)
#define CARD_HEIGHT (54.0 * POINTS_PER_MM)

/* In points. */
#define MARGIN 8.0
#define MARK_LENGTH 12.0
#define MARK_GAP 3.0
#define TITLE_SIZE 16
#define TEXT_SIZE 11

/**
 * HcWalletCard:
 *
 * Prints a card to carry along: front and back, one above the other, to be cut out and folded.
 */
struct _HcWalletCard
{
  HcPrintout      parent_instance;

  HcVisitSummary *summary;
  char           *note;
};

G_DEFINE_FINAL_TYPE (HcWalletCard, hc_wallet_card, HC_TYPE_PRINTOUT)

static const char *
hc_wallet_card_get_title (HcPrintout *printout)
{
  return _("Wallet Card");
}

static const char *
hc_wallet_card_get_note (HcPrintout *printout)
{
  return HC_WALLET_CARD (printout)->note;
}

static GPtrArray *
list_allergies (const HcPersonDetails *details)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) allergies = g_strsplit (details != NULL ? details->allergies : "", "\n", -1);

  for (guint i = 0; allergies[i] != NULL; i++)
    if (*g_strstrip (allergies[i]) != '\0')
      g_ptr_array_add (items, hc_summary_words_dup_shortened (allergies[i]));

  return items;
}

/* Those that can be called. */
static GPtrArray *
list_contacts (const HcVisitSummary *summary)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < summary->contacts->len; i++)
    {
      const HcCareContactDetails *details = hc_care_contact_get_details (g_ptr_array_index (summary->contacts, i));
      g_autofree char *name = hc_summary_words_dup_shortened (details->name);
      g_autofree char *role = hc_summary_words_dup_shortened (details->role);
      g_autofree char *phone = hc_summary_words_dup_shortened (details->phone);

      if (*phone != '\0')
        g_ptr_array_add (items, g_strconcat (phone, " · ", name, *role != '\0' ? " · " : "", role, NULL));
    }

  /* Translators: on paper; the dots are to be written on. */
  if (items->len == 0)
    g_ptr_array_add (items, g_strdup (_("______________________")));

  return items;
}

static GPtrArray *
list_medicines (const HcVisitSummary *summary)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < summary->medicines->len; i++)
    {
      const HcSummaryMedicine *medicine = g_ptr_array_index (summary->medicines, i);
      const HcCourse *course = hc_medicine_get_details (medicine->medicine)->course;
      const HcRegimen *regimen = course != NULL ? hc_course_get_current (course, summary->now) : NULL;
      g_autofree char *title = hc_summary_words_dup_shortened (medicine->title);
      g_autofree char *times = regimen != NULL ? hc_schedule_dup_times_words (regimen->schedule) : NULL;

      if (times != NULL)
        /* Translators: a medicine and its times: "Capecitabine 500 mg: 08:00 and 20:00". */
        g_ptr_array_add (items, g_strdup_printf (_("%s: %s"), title, times));
      else
        g_ptr_array_add (items, g_steal_pointer (&title));
    }

  return items;
}

static HcCardSide *
make_front (const HcVisitSummary *summary)
{
  HcCardSide *side = hc_card_side_new ();
  const HcPersonDetails *details = summary->person != NULL ? hc_person_get_details (summary->person) : NULL;
  const char *full_name = details != NULL && details->name != NULL ? details->name : "";
  g_autofree char *name = hc_summary_words_dup_shortened (full_name);
  g_autofree char *born = details != NULL && details->birth_year > 0 ? g_strdup_printf ("%d", details->birth_year)
                                                                     : NULL;
  g_autofree char *diagnosis = details != NULL ? hc_person_dup_diagnosis (details) : NULL;
  g_autoptr (GPtrArray) allergies = list_allergies (details);
  g_autoptr (GPtrArray) contacts = list_contacts (summary);

  hc_card_side_add_text (side, _("Name:"), *name != '\0' ? name : _("______________________"));
  if (born != NULL)
    hc_card_side_add_text (side, _("Born:"), born);
  if (diagnosis != NULL)
    hc_card_side_add_text (side, _("Diagnosis:"), diagnosis);

  if (allergies->len > 0)
    hc_card_side_add_list (side, _("Allergies:"), allergies);
  else
    hc_card_side_add_text (side, _("Allergies:"), _("none was written down"));

  hc_card_side_add_list (side, _("In an emergency call:"), contacts);

  return side;
}

static HcCardSide *
make_back (const HcVisitSummary *summary)
{
  HcCardSide *side = hc_card_side_new ();
  g_autoptr (GPtrArray) medicines = list_medicines (summary);
  g_autofree char *day = hc_summary_words_dup_day (summary->now);

  /* Translators: %s is a day. */
  g_autofree char *heading = g_strdup_printf (_("Medicines on %s:"), day);

  if (medicines->len > 0)
    hc_card_side_add_list (side, heading, medicines);
  else
    hc_card_side_add_text (side, heading, _("none was written down"));

  hc_card_side_add_text (side, NULL, _("Made by the person. Not checked by a clinician."));

  return side;
}

static void
draw_side (cairo_t    *cairo,
           HcCardSide *side)
{
  cairo_save (cairo);
  cairo_translate (cairo, MARGIN, MARGIN);
  hc_card_side_draw (side, cairo, CARD_WIDTH - 2.0 * MARGIN, CARD_HEIGHT - 2.0 * MARGIN);
  cairo_restore (cairo);
}

/* Beside each corner, so that nothing of them is left on the card; @x and @y say on which side. */
static void
draw_marks (cairo_t *cairo,
            double   left,
            double   top,
            double   x,
            double   y)
{
  cairo_move_to (cairo, left + x * MARK_GAP, top);
  cairo_rel_line_to (cairo, x * MARK_LENGTH, 0.0);
  cairo_move_to (cairo, left, top + y * MARK_GAP);
  cairo_rel_line_to (cairo, 0.0, y * MARK_LENGTH);
  cairo_stroke (cairo);
}

static void
draw_card (cairo_t  *cairo,
           gpointer  data)
{
  static const double dashes[] = { 4.0, 4.0 };
  HcWalletCard *self = data;
  g_autoptr (HcCardSide) front = make_front (self->summary);
  g_autoptr (HcCardSide) back = make_back (self->summary);

  cairo_translate (cairo, MARK_LENGTH + MARK_GAP, MARK_LENGTH + MARK_GAP);
  cairo_set_line_width (cairo, 0.5);
  draw_marks (cairo, 0.0, 0.0, -1.0, -1.0);
  draw_marks (cairo, CARD_WIDTH, 0.0, 1.0, -1.0);
  draw_marks (cairo, 0.0, 2.0 * CARD_HEIGHT, -1.0, 1.0);
  draw_marks (cairo, CARD_WIDTH, 2.0 * CARD_HEIGHT, 1.0, 1.0);

  /* Where it is folded. */
  cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_move_to (cairo, 0.0, CARD_HEIGHT);
  cairo_line_to (cairo, CARD_WIDTH, CARD_HEIGHT);
  cairo_stroke (cairo);

  draw_side (cairo, front);
  cairo_translate (cairo, 0.0, CARD_HEIGHT);
  draw_side (cairo, back);
}

static void
hc_wallet_card_fill (HcPrintout *printout)
{
  const HcPrintSetting title_setting = { .size = TITLE_SIZE, .is_bold = TRUE, .keep = TRUE };
  const HcPrintSetting text_setting = { .size = TEXT_SIZE, .keep = TRUE };
  const HcPrintSetting card_setting = { .indent = MARGIN };

  hc_printout_add_text (printout, _("Wallet Card"), &title_setting);
  hc_printout_add_text (printout, _("Cut it out at the marks, and fold it at the dashed line."), &text_setting);
  hc_printout_add_space (printout, TEXT_SIZE, FALSE);
  /* The drawing belongs to the printout. */
  hc_printout_add_drawing (printout, 2.0 * (CARD_HEIGHT + MARK_LENGTH + MARK_GAP), &card_setting, draw_card,
                           printout, NULL);
}

static void
hc_wallet_card_finalize (GObject *object)
{
  HcWalletCard *self = HC_WALLET_CARD (object);

  g_clear_pointer (&self->summary, hc_visit_summary_unref);
  g_free (self->note);

  G_OBJECT_CLASS (hc_wallet_card_parent_class)->finalize (object);
}

static void
hc_wallet_card_class_init (HcWalletCardClass *klass)
{
  HcPrintoutClass *printout_class = HC_PRINTOUT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_wallet_card_finalize;
  printout_class->get_title = hc_wallet_card_get_title;
  printout_class->get_note = hc_wallet_card_get_note;
  printout_class->fill = hc_wallet_card_fill;
}

static void
hc_wallet_card_init (HcWalletCard *self)
{
}

/**
 * hc_wallet_card_new:
 * @summary: a summary
 *
 * Returns: (transfer full): a printer for a card with the shortest of it
 */
HcWalletCard *
hc_wallet_card_new (HcVisitSummary *summary)
{
  HcWalletCard *self;
  g_autofree char *day = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (HC_TYPE_WALLET_CARD, NULL);
  self->summary = hc_visit_summary_ref (summary);
  day = hc_summary_words_dup_day (summary->now);
  self->note = g_strconcat (day, " · ", _("Made by the person with Health Center. Not checked by a clinician."), NULL);

  return self;
}
