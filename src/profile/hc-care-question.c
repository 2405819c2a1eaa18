/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question.h"

#include "hc-care-question-private.h"
#include "hc-timestamp.h"

static const char *const state_names[] = { "open", "asked", "answered" };

/**
 * HcCareQuestion:
 *
 * What the person wants to ask the care team, and the answer. It changes only when #HcCareQuestionStore
 * has saved it, and then emits `changed`. It keeps everything after it was deleted, so that it can be
 * saved again.
 */
struct _HcCareQuestion
{
  GObject               parent_instance;

  char                 *id;
  char                 *person; /* never NULL */
  char                 *link;
  char                 *title;

  char                 *text;   /* NULL until it was saved */
  char                 *answer; /* never NULL */
  HcCareQuestionState   state;
  gint64                position;
  GDateTime            *created;
  GDateTime            *changed;

  HcCareQuestionFields  wanted; /* of one that is on its way to the database */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcCareQuestion, hc_care_question, G_TYPE_OBJECT)

/**
 * hc_care_question_state_to_string:
 * @state: a state
 *
 * Returns: its name in the database
 */
const char *
hc_care_question_state_to_string (HcCareQuestionState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/**
 * hc_care_question_state_from_string:
 * @string: (nullable): a name
 * @state: (out): the state of that name
 *
 * Returns: whether there is such a state; if not, @state stays as it is
 */
gboolean
hc_care_question_state_from_string (const char          *string,
                                    HcCareQuestionState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (state_names[i], string) == 0)
      {
        *state = (HcCareQuestionState) i;
        return TRUE;
      }

  return FALSE;
}

static void
hc_care_question_finalize (GObject *object)
{
  HcCareQuestion *self = HC_CARE_QUESTION (object);

  g_free (self->id);
  g_free (self->person);
  g_free (self->link);
  g_free (self->title);
  g_free (self->text);
  g_free (self->answer);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_care_question_parent_class)->finalize (object);
}

static void
hc_care_question_class_init (HcCareQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_care_question_finalize;

  /**
   * HcCareQuestion::changed:
   *
   * Something else of the question was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_CARE_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_care_question_init (HcCareQuestion *self)
{
  self->answer = g_strdup ("");
}

/* Returns: (transfer full): a question of which _hc_care_question_set_values() is to say the rest */
HcCareQuestion *
_hc_care_question_new_with_id (const char *id,
                               const char *person,
                               const char *link,
                               const char *title)
{
  HcCareQuestion *self = g_object_new (HC_TYPE_CARE_QUESTION, NULL);

  self->id = g_strdup (id);
  self->person = g_strdup (person);
  self->link = g_strdup (link);
  self->title = g_strdup (title);

  return self;
}

/**
 * hc_care_question_new:
 * @link: (nullable): what it is about, `health-center:article/ID`; %NULL for nothing in particular
 * @title: (nullable): the title of what @link leads to
 *
 * Returns: (transfer full): a question of the first person that is not saved yet, with an id of its own
 */
HcCareQuestion *
hc_care_question_new (const char *link,
                      const char *title)
{
  return hc_care_question_new_for ("", link, title);
}

/**
 * hc_care_question_new_for:
 * @person: the id of the person whose question it is, empty for the first one
 * @link: (nullable): what it is about, `health-center:article/ID`; %NULL for nothing in particular
 * @title: (nullable): the title of what @link leads to
 *
 * Returns: (transfer full): a question that is not saved yet, with an id of its own
 */
HcCareQuestion *
hc_care_question_new_for (const char *person,
                          const char *link,
                          const char *title)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (person != NULL, NULL);

  return _hc_care_question_new_with_id (id, person, link, title);
}

/* What was saved last; the strings and times are owned by the question and valid until its next change. */
HcCareQuestionValues
_hc_care_question_get_values (HcCareQuestion *self)
{
  return (HcCareQuestionValues) {
    .text = self->text,
    .answer = self->answer,
    .state = self->state,
    .position = self->position,
    .created = self->created,
    .changed = self->changed,
  };
}

/* Takes over what the database holds now, or is to hold. */
void
_hc_care_question_set_values (HcCareQuestion             *self,
                              const HcCareQuestionValues *values)
{
  g_assert (HC_IS_CARE_QUESTION (self));

  g_set_str (&self->text, values->text);
  g_set_str (&self->answer, values->answer != NULL ? values->answer : "");
  self->state = values->state;
  self->position = values->position;
  hc_timestamp_set (&self->created, values->created);
  hc_timestamp_set (&self->changed, values->changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* What of the values is to be changed in a row that is there already. */
HcCareQuestionFields
_hc_care_question_get_wanted (HcCareQuestion *self)
{
  return self->wanted;
}

void
_hc_care_question_set_wanted (HcCareQuestion       *self,
                              HcCareQuestionFields  fields)
{
  self->wanted = fields;
}

/**
 * hc_care_question_get_id:
 * @self: a question
 *
 * Returns: its id, a UUID
 */
const char *
hc_care_question_get_id (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->id;
}

/**
 * hc_care_question_get_person:
 * @self: a question
 *
 * Returns: the id of the person whose question it is; empty: the first one
 */
const char *
hc_care_question_get_person (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->person;
}

/**
 * hc_care_question_get_link:
 * @self: a question
 *
 * Returns: (nullable): the link to what it is about
 */
const char *
hc_care_question_get_link (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->link;
}

/**
 * hc_care_question_get_title:
 * @self: a question
 *
 * Returns: (nullable): the title of what its link leads to, as it was when the question was made
 */
const char *
hc_care_question_get_title (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->title;
}

/**
 * hc_care_question_get_text:
 * @self: a question
 *
 * Returns: (nullable): the question, as it was saved last; %NULL until then
 */
const char *
hc_care_question_get_text (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->text;
}

/**
 * hc_care_question_get_answer:
 * @self: a question
 *
 * Returns: the answer, as it was saved last; empty when there is none
 */
const char *
hc_care_question_get_answer (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->answer;
}

/**
 * hc_care_question_get_state:
 * @self: a question
 *
 * Returns: whether it was asked and answered
 */
HcCareQuestionState
hc_care_question_get_state (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), HC_CARE_QUESTION_OPEN);

  return self->state;
}

/**
 * hc_care_question_get_position:
 * @self: a question
 *
 * Returns: its place in the order that the person gave them, from 1; 0 until it was saved. Two may have
 *   the same place when a move was cut short: the older one is first then
 */
gint64
hc_care_question_get_position (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), 0);

  return self->position;
}

/**
 * hc_care_question_get_created:
 * @self: a question
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_care_question_get_created (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->created;
}

/**
 * hc_care_question_get_changed:
 * @self: a question
 *
 * Returns: (nullable) (transfer none): when its text or its answer was changed last; %NULL until it was
 *   saved
 */
GDateTime *
hc_care_question_get_changed (HcCareQuestion *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (self), NULL);

  return self->changed;
}

/**
 * hc_care_question_compare:
 * @a: a saved question
 * @b: another
 *
 * Returns: less than 0 when @a stands before @b, more than 0 when it stands after it
 */
int
hc_care_question_compare (HcCareQuestion *a,
                          HcCareQuestion *b)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION (a) && a->created != NULL, 0);
  g_return_val_if_fail (HC_IS_CARE_QUESTION (b) && b->created != NULL, 0);

  if (a->position != b->position)
    return a->position < b->position ? -1 : 1;

  if (!g_date_time_equal (a->created, b->created))
    return g_date_time_compare (a->created, b->created);

  return strcmp (a->id, b->id);
}
