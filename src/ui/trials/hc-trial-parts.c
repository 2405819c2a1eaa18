/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person should know before they look for a trial, in five short parts. They say nothing that the article
 * about clinical trials does not say; its sources are there. */

#include "hc-trial-parts.h"

#include <glib/gi18n.h>

#include "hc-wrapped-label.h"

#define PADDING 12

typedef struct
{
  const char *title;
  const char *icon_name;
  const char *text;
  const char *link;
  const char *more;        /* a question that many have; NULL for none */
  const char *more_title;
} Part;

static const Part parts[] = {
  { N_("What Trials Are"), "hc-trials-symbolic",
    N_("A clinical trial is a study in which people take part so that doctors can learn what works. It may test a "
       "new medicine, a new mix of treatments, or a way to do with less treatment.\n\n"
       "Trials are not only for people who have run out of choices. Some take only people who have had no "
       "treatment yet. So the best time to ask is before you start a treatment, and again each time the plan "
       "changes."),
    "health-center:article/clinical-trials", NULL, NULL },
  { N_("The Phases"), "hc-trend-symbolic",
    N_("A new treatment is tested in steps.\n\n"
       "Phase 1: Is it safe, and what dose can people take?\n"
       "Phase 2: Does it act on this cancer?\n"
       "Phase 3: Is it better than the best treatment in use now?\n"
       "Phase 4: What do we learn in daily use, after approval?\n\n"
       "The phase hints at how much is known. In phase 1, doctors are still learning which side effects a "
       "treatment has."),
    "health-center:article/clinical-trials#the-phases", NULL, NULL },
  { N_("Safety and Your Rights"), "hc-rights-symbolic",
    N_("Joining is your choice. You can say no, and you can leave later, at any time. Tell the team first, so that "
       "you can stop the treatment safely.\n\n"
       "You have the right to ask, and to read about the trial in words that you understand, before you sign. By US "
       "law, a review board must approve each trial first, and looks at the risks again from time to time.\n\n"
       "No trial can promise that it will help you. A new treatment may be no better than the standard one, and it "
       "may have serious side effects."),
    "health-center:article/clinical-trials#how-you-are-protected",
    "health-center:article/will-i-get-a-placebo", N_("Will I get a placebo?") },
  { N_("Costs"), "hc-costs-symbolic",
    N_("In the United States, private plans, Medicare and Medicaid mostly have to pay for the routine care in an "
       "approved trial: visits, hospital stays, scans, standard drugs. The sponsor usually pays for the tested "
       "treatment and the tests of the research.\n\n"
       "You may still owe your usual share, and travel, lodging or child care may cost you more. Ask the trial team "
       "and your plan, and get the answer in writing."),
    "health-center:article/clinical-trials#costs-and-rights-in-the-united-states", NULL, NULL },
  { N_("How to Join, and What to Ask"), "hc-ask-symbolic",
    N_("1. Gather the facts: stage, pathology report, gene tests of the tumor, past treatments, medicines.\n"
       "2. Look for trials below, and save those that may fit. Their NCT number is their name tag.\n"
       "3. Show the list to your care team, and ask which trials make sense for you.\n"
       "4. Call the contact person: are places open, and what does screening involve?\n"
       "5. Ask how long you can safely wait.\n"
       "6. Read the consent form, ask your questions, check the costs, and then decide.\n\n"
       "On the page of each trial are the questions to ask about it. You can put them on your list and print them."),
    "health-center:article/clinical-trials#steps-to-join", NULL, NULL },
};

static GtkWidget *
new_link_row (const char *title,
              const char *link)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "activatable", TRUE,
                                 "action-name", "win.open-link",
                                 NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE,
                                                                 "icon-name", "go-next-symbolic",
                                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 NULL));

  return row;
}

static GtkWidget *
new_part (const Part *part)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", _(part->title), NULL);
  GtkWidget *text = hc_wrapped_label_new (_(part->text), NULL);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE,
                                             "icon-name", part->icon_name,
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));
  g_object_set (text,
                "margin-start", PADDING, "margin-end", PADDING, "margin-top", PADDING, "margin-bottom", PADDING,
                "selectable", TRUE,
                NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), g_object_new (ADW_TYPE_PREFERENCES_ROW,
                                                                  "use-markup", FALSE,
                                                                  "title", _(part->title),
                                                                  "activatable", FALSE,
                                                                  "focusable", FALSE,
                                                                  "child", text,
                                                                  NULL));
  if (part->more != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_link_row (_(part->more_title), part->more));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_link_row (_("Read More, With the Sources"), part->link));

  return row;
}

/**
 * hc_trial_parts_new:
 *
 * Returns: (transfer floating): the five parts, to be unfolded one by one
 */
GtkWidget *
hc_trial_parts_new (void)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About Clinical Trials"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_part (&parts[i]));

  return list;
}

/**
 * hc_trial_parts_get_questions:
 *
 * Returns: (transfer none) (array zero-terminated=1): what to ask about any trial, not translated yet
 */
const char *const *
hc_trial_parts_get_questions (void)
{
  static const char *const questions[] = {
    N_("What would I get without this trial?"),
    N_("What is known so far about its benefit and its side effects?"),
    N_("How many extra visits and tests does it need, and what will I pay?"),
    N_("Whom do I call at night?"),
    N_("What happens to my care if I leave the trial?"),
    N_("How long can I safely wait before I decide?"),
    NULL
  };

  return questions;
}
