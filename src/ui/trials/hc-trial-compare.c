/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-compare.h"

#include <glib/gi18n.h>

#include "hc-appointment-words.h"
#include "hc-block-widgets.h"
#include "hc-trial-operations.h"
#include "hc-trial-words.h"
#include "hc-wrapped-label.h"

#define SPACE 12

/* The least width and height of a button, for numb fingertips. */
#define TARGET 44

/* Where there is little room each line repeats the title. */
#define MAX_TITLE 24

/* Room for four trials and the names of what is told. */
#define WIDTH 1100

/**
 * HcTrialCompare:
 *
 * Up to four trials side by side; where that is too narrow, what is told of each stands below each other.
 */
struct _HcTrialCompare
{
  AdwNavigationPage  parent_instance;

  HcTrialDesk       *desk;
  char              *shown;  /* the numbers of what is shown */
  GtkStack          *stack;
  GtkListBox        *list;
  AdwBin            *table_bin;
};

G_DEFINE_FINAL_TYPE (HcTrialCompare, hc_trial_compare, ADW_TYPE_NAVIGATION_PAGE)

/* What is compared. */
typedef struct
{
  const char *title;
  char       *(*dup) (const HcTrial *trial, HcTrialMatch *match);
} Line;

static char *
dup_fit (const HcTrial *trial,
         HcTrialMatch  *match)
{
  return g_strdup (hc_trial_words_for_fit (hc_trial_match_get_fit (match)));
}

static char *
join_reasons (GPtrArray *reasons)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "",
                            ((const HcTrialReason *) g_ptr_array_index (reasons, i))->words);

  return g_strdup (words->len > 0 ? words->str : _("Nothing known"));
}

static char *
dup_against (const HcTrial *trial,
             HcTrialMatch  *match)
{
  return join_reasons (hc_trial_match_get_misfits (match));
}

static char *
dup_ask (const HcTrial *trial,
         HcTrialMatch  *match)
{
  return join_reasons (hc_trial_match_get_questions (match));
}

static char *
dup_for (const HcTrial *trial,
         HcTrialMatch  *match)
{
  return join_reasons (hc_trial_match_get_fits (match));
}

static char *
dup_status (const HcTrial *trial,
            HcTrialMatch  *match)
{
  return g_strdup (hc_trial_status_to_words (hc_trial_get_status (trial)));
}

static char *
dup_phase (const HcTrial *trial,
           HcTrialMatch  *match)
{
  const char *phases = hc_trial_match_get_phases (match);

  return g_strdup (phases != NULL ? phases : _("Not told"));
}

static char *
dup_tested (const HcTrial *trial,
            HcTrialMatch  *match)
{
  return hc_trial_words_dup_tested (trial);
}

static char *
dup_nearest (const HcTrial *trial,
             HcTrialMatch  *match)
{
  char *nearest = hc_trial_words_dup_nearest (match);

  return nearest != NULL ? nearest : g_strdup (_("Not known"));
}

static char *
dup_sites (const HcTrial *trial,
           HcTrialMatch  *match)
{
  return g_strdup_printf ("%'u", trial->sites->len);
}

static char *
dup_ages (const HcTrial *trial,
          HcTrialMatch  *match)
{
  return hc_trial_words_dup_ages (trial);
}

static char *
dup_people (const HcTrial *trial,
            HcTrialMatch  *match)
{
  return trial->enrollment >= 0 ? g_strdup_printf ("%'" G_GINT64_FORMAT, trial->enrollment) : g_strdup (_("Not told"));
}

static char *
dup_sponsor (const HcTrial *trial,
             HcTrialMatch  *match)
{
  return g_strdup (trial->sponsor != NULL ? trial->sponsor : _("Not told"));
}

static const Line lines[] = {
  { N_("For me"), dup_fit },
  { N_("Against it"), dup_against },
  { N_("To be asked"), dup_ask },
  { N_("For it"), dup_for },
  { N_("Status"), dup_status },
  { N_("Phase"), dup_phase },
  { N_("What is tested"), dup_tested },
  { N_("Nearest site"), dup_nearest },
  { N_("Number of sites"), dup_sites },
  { N_("Ages"), dup_ages },
  { N_("People in it"), dup_people },
  { N_("Who is responsible"), dup_sponsor },
};

static void
add_cell (HcBlock    *row,
          const char *text,
          gboolean    is_header)
{
  HcBlock *cell = hc_block_new (HC_BLOCK_TABLE_CELL);

  cell->level = is_header;
  cell->markup = g_markup_escape_text (text, -1);
  g_ptr_array_add (row->children, cell);
}

static HcBlock *
make_table (GPtrArray *trials,
            GPtrArray *matches)
{
  HcBlock *table = hc_block_new (HC_BLOCK_TABLE);
  HcBlock *header = hc_block_new (HC_BLOCK_TABLE_ROW);

  table->detail = g_strdup (_("Trials Side by Side"));
  g_ptr_array_add (table->children, header);
  add_cell (header, _("What"), TRUE);
  for (guint i = 0; i < trials->len; i++)
    {
      const HcTrial *trial = g_ptr_array_index (trials, i);
      g_autofree char *title = hc_appointment_words_shorten (trial->title, MAX_TITLE);
      g_autofree char *words = g_strconcat (title, "\n", trial->nct, NULL);

      add_cell (header, words, TRUE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      HcBlock *row = hc_block_new (HC_BLOCK_TABLE_ROW);

      g_ptr_array_add (table->children, row);
      add_cell (row, _(lines[i].title), FALSE);
      for (guint j = 0; j < trials->len; j++)
        {
          g_autofree char *words = lines[i].dup (g_ptr_array_index (trials, j), g_ptr_array_index (matches, j));

          add_cell (row, words, FALSE);
        }
    }

  return table;
}

static void
take_out_cb (GtkWidget *button)
{
  HcTrialCompare *self = HC_TRIAL_COMPARE (gtk_widget_get_ancestor (button, HC_TYPE_TRIAL_COMPARE));

  hc_trial_desk_set_compared (self->desk, gtk_widget_get_name (button), FALSE);
}

static void
add_row (HcTrialCompare *self,
         const HcTrial  *trial)
{
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":trial/", trial->nct, NULL);
  /* Translators: %s is the title of a trial. */
  g_autofree char *words = g_strdup_printf (_("Take Out %s"), trial->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", trial->title, "subtitle",
                                 trial->nct, "activatable", TRUE, "action-name", "win.open-link", NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
  gtk_widget_set_name (button, trial->nct);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, TARGET, TARGET);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (take_out_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
fill (HcTrialCompare *self)
{
  GPtrArray *compared = hc_trial_desk_get_compared (self->desk);
  g_autoptr (GPtrArray) trials = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_trial_free);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcBlock) table = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < compared->len; i++)
    {
      gboolean is_listed;
      HcTrial *trial = hc_trial_load (self->desk, g_ptr_array_index (compared, i), &is_listed);

      if (trial == NULL)
        continue;

      g_ptr_array_add (trials, trial);
      g_ptr_array_add (matches, hc_trial_desk_match_trial (self->desk, trial, is_listed));
      add_row (self, trial);
    }

  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  gtk_stack_set_visible_child_name (self->stack, trials->len > 0 ? "table" : "empty");
  if (trials->len == 0)
    return;

  table = make_table (trials, matches);
  adw_bin_set_child (self->table_bin, hc_block_widget_new (table));
}

/* Only what is another one is made again. */
static void
update (HcTrialCompare *self)
{
  GPtrArray *compared = hc_trial_desk_get_compared (self->desk);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < compared->len; i++)
    g_string_append_printf (numbers, "%s ", (const char *) g_ptr_array_index (compared, i));

  if (g_set_str (&self->shown, numbers->str))
    fill (self);
}

static void
hc_trial_compare_dispose (GObject *object)
{
  g_clear_object (&HC_TRIAL_COMPARE (object)->desk);

  G_OBJECT_CLASS (hc_trial_compare_parent_class)->dispose (object);
}

static void
hc_trial_compare_finalize (GObject *object)
{
  g_free (HC_TRIAL_COMPARE (object)->shown);

  G_OBJECT_CLASS (hc_trial_compare_parent_class)->finalize (object);
}

static void
hc_trial_compare_class_init (HcTrialCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_trial_compare_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_trial_compare_finalize;
}

static GtkWidget *
new_content (HcTrialCompare *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "child", box, NULL);

  g_object_set (box, "margin-start", SPACE, "margin-end", SPACE, "margin-top", SPACE, "margin-bottom", 2 * SPACE, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Trials to Compare"),
                                  -1);
  self->table_bin = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->table_bin), "reading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (hc_trial_words_get_caution (), NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table_bin));

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
}

static void
hc_trial_compare_init (HcTrialCompare *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE,
                                   "icon-name", "hc-trials-symbolic",
                                   "title", _("Nothing to Compare"),
                                   "description", _("Choose up to four trials in the lists with Compare."),
                                   NULL);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, new_content (self), "table");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->stack));
  g_object_set (self, "title", _("Compare Trials"), "tag", "compare", "child", view, NULL);
}

/**
 * hc_trial_compare_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): a page with the trials that are chosen there
 */
HcTrialCompare *
hc_trial_compare_new (HcTrialDesk *desk)
{
  HcTrialCompare *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_COMPARE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "matched", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
