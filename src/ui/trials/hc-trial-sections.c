/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the page of a trial. */

#include "hc-trial-sections.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-eligibility-text.h"
#include "hc-trial-changes.h"
#include "hc-trial-parts.h"
#include "hc-trial-words.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define SPACE_BETWEEN 12

static GtkWidget *
new_box (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static void
append_item (GtkWidget  *list,
             const char *text,
             const char *quote)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "spacing", SPACE_BETWEEN,
                                  NULL);
  GtkWidget *words = new_box (SPACE / 2);

  gtk_box_append (GTK_BOX (item), g_object_new (GTK_TYPE_LABEL,
                                                "label", "•",
                                                "valign", GTK_ALIGN_START,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (text, NULL));
  if (quote != NULL)
    {
      /* Translators: %s is a sentence of the description of a trial. */
      g_autofree char *said = g_strdup_printf (_("The trial says: “%s”"), quote);

      gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (said, "dimmed"));
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (item), words);
  gtk_box_append (GTK_BOX (list), item);
}

static GtkWidget *
new_list (const char *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", SPACE,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return list;
}

/**
 * hc_trial_sections_new_heading:
 * @title: what comes below it
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
hc_trial_sections_new_heading (const char *title)
{
  GtkWidget *label = hc_wrapped_label_new_heading (title, "title-3");

  gtk_widget_set_margin_top (label, SPACE_BETWEEN);

  return label;
}

static void
append_reasons (GtkWidget  *box,
                const char *title,
                GPtrArray  *reasons)
{
  GtkWidget *list;

  if (reasons->len == 0)
    return;

  list = new_list (title);
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new_heading (title, "heading"));
  for (guint i = 0; i < reasons->len; i++)
    {
      const HcTrialReason *reason = g_ptr_array_index (reasons, i);

      append_item (list, reason->words, reason->quote);
    }
  gtk_box_append (GTK_BOX (box), list);
}

/**
 * hc_trial_sections_new_fit:
 * @match: a trial
 *
 * Returns: (transfer floating): whether it fits the person, and why: what decides comes first
 */
GtkWidget *
hc_trial_sections_new_fit (HcTrialMatch *match)
{
  static const char *const icons[] = { "hc-key-point-symbolic", "hc-ask-symbolic", "hc-differ-symbolic" };
  HcTrialFit fit = hc_trial_match_get_fit (match);
  GtkWidget *box = new_box (SPACE_BETWEEN);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);

  gtk_widget_add_css_class (box, "call-out");
  if (fit == HC_TRIAL_DOES_NOT_FIT)
    gtk_widget_add_css_class (box, "call-out-differ");
  gtk_widget_add_css_class (head, "call-out-title");
  gtk_box_append (GTK_BOX (head), g_object_new (GTK_TYPE_IMAGE,
                                                "icon-name", icons[fit],
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_box_append (GTK_BOX (head), hc_wrapped_label_new_heading (hc_trial_words_for_fit (fit), NULL));
  gtk_box_append (GTK_BOX (box), head);

  append_reasons (box, _("What Speaks Against It"), hc_trial_match_get_misfits (match));
  append_reasons (box, _("What Must Be Asked"), hc_trial_match_get_questions (match));
  append_reasons (box, _("What Speaks for It"), hc_trial_match_get_fits (match));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (hc_trial_words_get_caution (), NULL));

  return box;
}

/**
 * hc_trial_sections_new_text:
 * @text: (nullable): a text of the registry, in its Markdown
 *
 * Returns: (transfer floating): it with headings, paragraphs and lists
 */
GtkWidget *
hc_trial_sections_new_text (const char *text)
{
  g_autoptr (GPtrArray) blocks = hc_eligibility_text_blocks (text);
  GtkWidget *box = new_box (SPACE_BETWEEN);

  gtk_widget_add_css_class (box, "reading");
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      /* Below the heading of the page. */
      if (block->kind == HC_BLOCK_HEADING)
        block->level = 3;
      gtk_box_append (GTK_BOX (box), hc_block_widget_new (block));
    }
  if (blocks->len == 0)
    gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (_("The registry does not tell."), NULL));

  return box;
}

/**
 * hc_trial_sections_new_eligibility:
 * @text: (nullable): who can take part in a trial, as the registry has it
 *
 * Returns: (transfer floating): it in readable lists, below what the words of the registry mean
 */
GtkWidget *
hc_trial_sections_new_eligibility (const char *text)
{
  GtkWidget *box = new_box (SPACE_BETWEEN);

  if (text != NULL)
    gtk_box_append (GTK_BOX (box),
                    hc_wrapped_label_new (_("These are the words of the registry, written for doctors. Inclusion: "
                                            "all of this must be true of you. Exclusion: with any of this you cannot "
                                            "take part. Go through them with your care team."), NULL));
  gtk_box_append (GTK_BOX (box), hc_trial_sections_new_text (text));

  return box;
}

/**
 * hc_trial_sections_new_tested:
 * @trial: a trial
 *
 * Returns: (transfer floating): what is tested in it
 */
GtkWidget *
hc_trial_sections_new_tested (const HcTrial *trial)
{
  GtkWidget *list = new_list (_("What Is Tested"));

  for (guint i = 0; i < trial->interventions->len; i++)
    {
      const HcTrialIntervention *intervention = g_ptr_array_index (trial->interventions, i);
      g_autofree char *words = intervention->description != NULL && *intervention->description != '\0'
        /* Translators: something that is tested, and more about it. */
        ? g_strdup_printf (_("%s: %s"), intervention->name, intervention->description)
        : g_strdup (intervention->name);

      append_item (list, words, NULL);
    }

  if (trial->interventions->len == 0)
    append_item (list, _("The registry does not tell."), NULL);

  return list;
}

static void
add_fact (GtkWidget  *list,
          const char *title,
          const char *words)
{
  GtkWidget *row;

  if (words == NULL || *words == '\0')
    return;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", words,
                      "subtitle-selectable", TRUE, NULL);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_date (GtkWidget  *list,
          const char *title,
          const char *date)
{
  g_autofree char *words = date != NULL ? hc_date_to_words (date) : NULL;

  add_fact (list, title, words);
}

/**
 * hc_trial_sections_new_facts:
 * @trial: a trial
 *
 * Returns: (transfer floating): what else the registry tells of it
 */
GtkWidget *
hc_trial_sections_new_facts (const HcTrial *trial)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  g_autofree char *ages = hc_trial_words_dup_ages (trial);
  g_autofree char *people = trial->enrollment >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, trial->enrollment) : NULL;

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About This Trial"), -1);
  add_fact (list, _("Status"), hc_trial_status_to_words (hc_trial_get_status (trial)));
  add_fact (list, _("Why It Stopped"), trial->why_stopped);
  add_fact (list, _("Ages"), ages);
  add_fact (list, _("Sex"), g_strcmp0 (trial->sex, "FEMALE") == 0 ? _("Women")
            : g_strcmp0 (trial->sex, "MALE") == 0 ? _("Men") : _("All"));
  add_fact (list, _("Who Is Responsible"), trial->sponsor);
  add_fact (list, _("People in the Trial"), people);
  add_date (list, _("Begins or Began"), trial->start_date);
  add_date (list, _("Ends or Ended"), trial->completion_date);
  add_date (list, _("Last Confirmed"), trial->verified_date);
  add_date (list, _("Last Changed in the Registry"), trial->updated);
  add_fact (list, _("Full Title"), trial->official_title);
  add_fact (list, _("Number in the Registry"), trial->nct);

  return list;
}

/**
 * hc_trial_sections_new_changes:
 * @before: the version that was saved
 * @now: the version that is there now
 *
 * Returns: (transfer floating) (nullable): what is different; %NULL when nothing is
 */
GtkWidget *
hc_trial_sections_new_changes (const HcTrial *before,
                               const HcTrial *now)
{
  g_autoptr (HcTrialChanges) changes = hc_trial_changes_new (before, now);
  g_auto (GStrv) words = NULL;
  GtkWidget *list;

  if (hc_trial_changes_is_empty (changes))
    return NULL;

  words = hc_trial_changes_dup_words (changes, before, now);
  list = new_list (_("What Has Changed Since You Saved It"));
  for (guint i = 0; words[i] != NULL; i++)
    append_item (list, words[i], NULL);

  return list;
}

/**
 * hc_trial_sections_dup_questions:
 * @match: a trial
 *
 * Returns: (transfer full) (array zero-terminated=1): what to ask about it: first what decides whether it fits, then
 *   what is to be asked about any trial
 */
char **
hc_trial_sections_dup_questions (HcTrialMatch *match)
{
  GPtrArray *reasons = hc_trial_match_get_questions (match);
  const char *const *others = hc_trial_parts_get_questions ();
  GStrvBuilder *questions = g_strv_builder_new ();

  for (guint i = 0; i < reasons->len; i++)
    g_strv_builder_add (questions, ((const HcTrialReason *) g_ptr_array_index (reasons, i))->words);
  for (guint i = 0; others[i] != NULL; i++)
    g_strv_builder_add (questions, _(others[i]));

  return g_strv_builder_unref_to_strv (questions);
}
