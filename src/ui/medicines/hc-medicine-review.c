/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-review.h"

#include <glib/gi18n.h>

#include "hc-allergy-card.h"
#include "hc-interaction-card.h"
#include "hc-pill-drawing.h"
#include "hc-schedule-preview.h"
#include "hc-wrapped-label.h"

#define SPACE 18
#define SMALL_SPACE 6
#define DRAWING_WIDTH 160
#define DRAWING_HEIGHT 80

/**
 * HcMedicineReview:
 *
 * A medicine read back before it is added: what was told of it, and what is known of it together with all else that
 * the person takes. What must not be taken comes first.
 */
struct _HcMedicineReview
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (HcMedicineReview, hc_medicine_review, GTK_TYPE_BOX)

static void
hc_medicine_review_class_init (HcMedicineReviewClass *klass)
{
}

static void
hc_medicine_review_init (HcMedicineReview *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

static void
append (HcMedicineReview *self,
        GtkWidget        *widget)
{
  gtk_box_append (GTK_BOX (self), widget);
}

static void
append_fact (HcMedicineReview *self,
             const char       *title,
             const char       *words)
{
  GtkWidget *box;

  if (words == NULL || *words == '\0')
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SMALL_SPACE);
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (title, "caption-heading"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (words, NULL));
  append (self, box);
}

/* An allergy stands before all else. */
static guint
append_allergies (HcMedicineReview *self,
                  HcContext        *context,
                  HcCheckedItem    *item)
{
  g_autoptr (HcAllergyCheck) check = hc_medicine_check_run_allergies (hc_context_get_medicine_check (context), item);

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    append (self, hc_allergy_card_new (hc_context_get_library (context), g_ptr_array_index (check->findings, i)));

  return check != NULL ? check->findings->len : 0;
}

static void
append_unknown (HcMedicineReview   *self,
                HcInteractionCheck *check,
                HcCheckedItem      *item,
                gboolean            is_alone)
{
  const char *words = NULL;

  if (check == NULL)
    words = _("The list of interactions cannot be read. Ask your pharmacist whether this goes together with what is "
              "taken already.");
  else if (hc_checked_item_get_substances (item)->len == 0)
    words = _("We know no interaction of this medicine at all. That does not mean that there is none: ask your "
              "pharmacist.");
  else if (is_alone)
    words = _("Nothing else is in the list yet to compare it with.");
  else if (check->n_unknown > 0 || hc_checked_item_get_unknown (item)->len > 0)
    words = _("For some of what is taken already there is no entry. That does not mean that it is safe: ask your "
              "pharmacist.");

  if (words != NULL)
    append (self, hc_wrapped_label_new (words, "dimmed"));
}

/* What was found with what is taken already. */
typedef struct
{
  HcCheckedItem      *item;
  HcInteractionCheck *check; /* NULL when the library cannot be read */
  guint               n_others;
  guint               n_allergies;
  guint               n_major;
} Findings;

static guint
append_cards (HcMedicineReview *self,
              HcContext        *context,
              const Findings   *findings,
              gboolean          is_major)
{
  guint n = 0;

  for (guint i = 0; findings->check != NULL && i < findings->check->findings->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (findings->check->findings, i);

      if ((hc_finding_get_severity (finding) == HC_SEVERITY_MAJOR) != is_major)
        continue;

      append (self, hc_interaction_card_new (hc_context_get_library (context), finding));
      n++;
    }

  return n;
}

/* What must be known before all else. */
static void
append_serious (HcMedicineReview *self,
                HcContext        *context,
                Findings         *findings)
{
  findings->n_allergies = append_allergies (self, context, findings->item);
  findings->n_major = append_cards (self, context, findings, TRUE);
}

static void
append_others (HcMedicineReview *self,
               HcContext        *context,
               const Findings   *findings)
{
  append (self, hc_wrapped_label_new_heading (_("Together With What Is Taken Already"), "title-4"));
  if (findings->n_allergies + findings->n_major > 0)
    append (self, hc_wrapped_label_new (_("What matters most stands above."), "dimmed"));
  append_cards (self, context, findings, FALSE);

  if (findings->n_others > 0 && findings->check != NULL && findings->check->findings->len == 0)
    append (self, hc_wrapped_label_new (_("No interaction with these is in our list."), NULL));

  append_unknown (self, findings->check, findings->item, findings->n_others == 0);
}

static void
append_look (HcMedicineReview *self,
             HcMedicine       *medicine)
{
  g_autoptr (HcPill) pill = hc_medicine_make_pill (medicine);
  GtkWidget *drawing;

  if (hc_pill_get_look (pill)->shape == HC_PILL_SHAPE_UNKNOWN)
    return;

  drawing = hc_pill_drawing_new (pill);
  gtk_widget_set_size_request (drawing, DRAWING_WIDTH, DRAWING_HEIGHT);
  gtk_widget_set_halign (drawing, GTK_ALIGN_START);
  append (self, drawing);
}

static void
append_schedule (HcMedicineReview        *self,
                 HcContext               *context,
                 const HcMedicineDetails *details)
{
  const HcRegimen *regimen = details->course != NULL ? hc_course_get_last (details->course) : NULL;
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (context));
  GtkWidget *preview;

  if (regimen == NULL)
    {
      append_fact (self, _("When It Is Taken"), _("Not told yet"));
      return;
    }

  preview = hc_schedule_preview_new ();
  hc_schedule_preview_show (HC_SCHEDULE_PREVIEW (preview), regimen->schedule, details->unit, now);
  append (self, preview);
}

static void
append_stock (HcMedicineReview        *self,
              const HcMedicineDetails *details)
{
  g_autofree char *stock = hc_dose_dup_words (details->stock, details->unit);
  g_autofree char *refill = hc_dose_dup_words (details->refill_at, details->unit);
  g_autofree char *words = NULL;

  if (details->counted == NULL)
    return;

  /* Translators: both are amounts: "60 tablets; a warning when 10 tablets are left". */
  words = details->refill_at > 0 ? g_strdup_printf (_("%s; a warning when %s are left"), stock, refill)
                                 : g_steal_pointer (&stock);
  append_fact (self, _("What Is There"), words);
}

/**
 * hc_medicine_review_show:
 * @self: a review
 * @context: the library, and what else the person takes
 * @medicine: a medicine that is not saved yet
 * @has_photo: whether there is a photo of its box
 */
void
hc_medicine_review_show (HcMedicineReview *self,
                         HcContext        *context,
                         HcMedicine       *medicine,
                         gboolean          has_photo)
{
  const HcMedicineDetails *details;
  g_autofree char *title = NULL;
  g_autoptr (HcCheckedItem) item = NULL;
  g_autoptr (HcInteractionCheck) check = NULL;
  g_autoptr (GPtrArray) others = NULL;
  HcMedicineCheck *checker;
  Findings findings = { 0 };
  GtkWidget *child;

  g_return_if_fail (HC_IS_MEDICINE_REVIEW (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  details = hc_medicine_get_details (medicine);
  checker = hc_context_get_medicine_check (context);
  item = hc_medicine_check_resolve (checker, details->name, details->link, details->actives);
  check = hc_medicine_check_run_with (checker, item);
  others = hc_medicine_check_dup_items (checker);
  findings.item = item;
  findings.check = check;
  findings.n_others = others->len;

  title = hc_medicine_dup_title (medicine);
  append (self, hc_wrapped_label_new_heading (title, "title-3"));
  append_serious (self, context, &findings);
  append_look (self, medicine);
  append_fact (self, _("Form"), details->form);
  append_schedule (self, context, details);
  append_fact (self, _("What It Is For"), details->reason);
  append_fact (self, _("Who Prescribed It"), details->prescriber);
  append_stock (self, details);
  append_fact (self, _("Photo of the Box"), has_photo ? _("Added") : NULL);
  append_others (self, context, &findings);
}
