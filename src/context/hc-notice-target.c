/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-notice-target.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many characters of a name stand in a reason; there are names as long as a page. */
#define LONGEST_NAME 80

/* A shorter name stands in too many others: "5" or "D". */
#define SHORTEST_LIKENESS 3

typedef struct
{
  const char  *text;    /* of the notice */
  GStrv        words;
  HcActiveSet *actives; /* what the name says of what acts */
} Name;

struct _HcNoticeMeaning
{
  HcNotice    *notice;
  GPtrArray   *names;
  HcActiveSet *actives; /* NULL when the notice does not tell */
  GHashTable  *ndcs;    /* as they are published, by the folded ones; none when it tells none */
};

struct _HcNoticeTarget
{
  char        *medicine;
  char        *name;    /* for a reason */
  GStrv        words;
  HcActiveSet *actives;
  GPtrArray   *ndcs;    /* folded */
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_strfreev (name->words);
  hc_active_set_free (name->actives);
  g_free (name);
}

static gboolean
is_told (GStrv texts)
{
  return texts != NULL && texts[0] != NULL;
}

/**
 * hc_notice_meaning_new:
 * @notice: a notice, to be kept as long as what is made of it
 * @book: (nullable): what the library knows of substances
 *
 * Returns: (transfer full): what the notice speaks of
 */
HcNoticeMeaning *
hc_notice_meaning_new (HcNotice          *notice,
                       HcInteractionBook *book)
{
  HcNoticeMeaning *self;

  g_return_val_if_fail (notice != NULL, NULL);

  self = g_new0 (HcNoticeMeaning, 1);
  self->notice = notice;
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->ndcs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (is_told (notice->actives))
    {
      self->actives = hc_active_set_new ();
      hc_active_set_add_parts (self->actives, book, (const char *const *) notice->actives);
    }

  for (guint i = 0; notice->names != NULL && notice->names[i] != NULL; i++)
    {
      Name *name = g_new0 (Name, 1);

      name->text = notice->names[i];
      name->words = hc_words_split (name->text);
      name->actives = hc_active_set_new ();
      hc_active_set_add_product (name->actives, book, name->text);
      g_ptr_array_add (self->names, name);
    }

  for (guint i = 0; notice->ndcs != NULL && notice->ndcs[i] != NULL; i++)
    {
      char *folded = hc_ndc_fold (notice->ndcs[i]);

      if (folded != NULL)
        g_hash_table_insert (self->ndcs, folded, notice->ndcs[i]);
    }

  return self;
}

/**
 * hc_notice_meaning_free:
 * @self: (transfer full) (nullable): what a notice speaks of
 */
void
hc_notice_meaning_free (HcNoticeMeaning *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  hc_active_set_free (self->actives);
  g_hash_table_unref (self->ndcs);
  g_free (self);
}

/* The beginning of a text from anywhere, fit for a sentence. */
static char *
dup_for_reason (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) <= LONGEST_NAME)
    return g_steal_pointer (&valid);

  *g_utf8_offset_to_pointer (valid, LONGEST_NAME) = '\0';

  return g_strconcat (valid, "…", NULL);
}

/**
 * hc_notice_target_new:
 * @medicine: the id of a medicine
 * @name: its name
 * @actives: (transfer full): what acts in it
 *
 * Returns: (transfer full): what notices can know the medicine by
 */
HcNoticeTarget *
hc_notice_target_new (const char  *medicine,
                      const char  *name,
                      HcActiveSet *actives)
{
  HcNoticeTarget *self;

  g_return_val_if_fail (medicine != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (actives != NULL, NULL);

  self = g_new0 (HcNoticeTarget, 1);
  self->medicine = g_strdup (medicine);
  self->name = dup_for_reason (name);
  self->words = hc_words_split (name);
  self->actives = actives;
  self->ndcs = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * hc_notice_target_free:
 * @self: (transfer full) (nullable): a target
 */
void
hc_notice_target_free (HcNoticeTarget *self)
{
  if (self == NULL)
    return;

  g_free (self->medicine);
  g_free (self->name);
  g_strfreev (self->words);
  hc_active_set_free (self->actives);
  g_ptr_array_unref (self->ndcs);
  g_free (self);
}

/**
 * hc_notice_target_add_ndc:
 * @self: a target
 * @ndc: what tells a product of its label from the others; what is no National Drug Code is left out
 */
void
hc_notice_target_add_ndc (HcNoticeTarget *self,
                          const char     *ndc)
{
  char *folded;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ndc != NULL);

  folded = hc_ndc_fold (ndc);
  if (folded != NULL)
    g_ptr_array_add (self->ndcs, folded);
}

/**
 * hc_notice_target_get_medicine:
 * @self: a target
 *
 * Returns: (transfer none): the id of the medicine
 */
const char *
hc_notice_target_get_medicine (HcNoticeTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->medicine;
}

static const char *
find_ndc (HcNoticeTarget  *self,
          HcNoticeMeaning *meaning)
{
  for (guint i = 0; i < self->ndcs->len; i++)
    {
      const char *published = g_hash_table_lookup (meaning->ndcs, g_ptr_array_index (self->ndcs, i));

      if (published != NULL)
        return published;
    }

  return NULL;
}

static Name *
find_equal_name (HcNoticeTarget  *self,
                 HcNoticeMeaning *meaning)
{
  for (guint i = 0; i < meaning->names->len; i++)
    {
      Name *name = g_ptr_array_index (meaning->names, i);

      if (name->words[0] != NULL && g_strv_equal ((const char *const *) name->words,
                                                  (const char *const *) self->words))
        return name;
    }

  return NULL;
}

static gboolean
is_long_enough (const char *const *words)
{
  g_autofree char *all = g_strjoinv ("", (char **) words);

  return g_utf8_strlen (all, -1) >= SHORTEST_LIKENESS;
}

/* One of the names stands in the other one, as whole words. */
static Name *
find_like_name (HcNoticeTarget  *self,
                HcNoticeMeaning *meaning)
{
  const char *const *mine = (const char *const *) self->words;

  for (guint i = 0; i < meaning->names->len; i++)
    {
      Name *name = g_ptr_array_index (meaning->names, i);
      const char *const *words = (const char *const *) name->words;

      if ((is_long_enough (mine) && hc_words_contain (words, mine)) ||
          (is_long_enough (words) && hc_words_contain (mine, words)))
        return name;
    }

  return NULL;
}

/* What a warning says of a substance concerns all that has it; a product that is called back or runs short is
 * another one than that with something else in it. */
static gboolean
speaks_of (HcNoticeTarget  *self,
           HcNoticeMeaning *meaning,
           HcActiveSet     *actives)
{
  return meaning->notice->kind == HC_ALERT_WARNING ? hc_active_set_intersects (actives, self->actives)
                                                   : hc_active_set_equal (actives, self->actives);
}

/* The notice tells what acts, or one of its names does. A name goes for itself when it is that of a substance,
 * and not only begins like one: "Tylenol PM" is not Tylenol. */
static HcActiveSet *
find_actives (HcNoticeTarget   *self,
              HcNoticeMeaning  *meaning,
              Name            **from)
{
  *from = NULL;

  if (meaning->actives != NULL && speaks_of (self, meaning, meaning->actives))
    return meaning->actives;

  for (guint i = 0; i < meaning->names->len; i++)
    {
      Name *name = g_ptr_array_index (meaning->names, i);

      if ((meaning->actives == NULL || hc_active_set_is_exact (name->actives)) &&
          speaks_of (self, meaning, name->actives))
        {
          *from = name;
          return name->actives;
        }
    }

  return NULL;
}

/* It is known what acts here and there, and that is not the same: a name that is like another one says
 * nothing then. */
static gboolean
is_another_one (HcNoticeTarget  *self,
                HcNoticeMeaning *meaning)
{
  if (!hc_active_set_is_complete (self->actives))
    return FALSE;

  if (meaning->actives != NULL)
    return hc_active_set_is_complete (meaning->actives);

  for (guint i = 0; i < meaning->names->len; i++)
    if (hc_active_set_is_complete (((Name *) g_ptr_array_index (meaning->names, i))->actives))
      return TRUE;

  return FALSE;
}

static gboolean
has_all (Name              *name,
         const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) name->words, words[i]))
      return FALSE;

  return TRUE;
}

/* Says no more than what the notice does: "Xeloda" does not name capecitabine. */
static char *
explain_actives (HcNoticeTarget *self,
                 HcActiveSet    *actives,
                 Name           *from)
{
  g_autofree char *shared = hc_active_set_dup_shared (actives, self->actives);
  g_autofree char *shown = dup_for_reason (shared);
  g_auto (GStrv) words = hc_words_split (shared);

  if (from != NULL && !has_all (from, (const char *const *) words))
    {
      g_autofree char *name = dup_for_reason (from->text);

      /* Translators: the first %s is a medicine, the second one a substance, or several with commas, the last one
       * a medicine of the person. */
      return g_strdup_printf (_("The notice names %s. What acts in it is %s, as in your %s."), name, shown, self->name);
    }

  if (g_strv_equal ((const char *const *) words, (const char *const *) self->words))
    /* Translators: %s is a medicine; a notice is a recall or a warning. */
    return g_strdup_printf (_("The notice names %s."), self->name);

  /* Translators: the first %s is a substance, or several with commas, the second one a medicine. */
  return g_strdup_printf (_("The notice names %s, which acts in %s."), shown, self->name);
}

static char *
explain_likeness (HcNoticeTarget *self,
                  Name           *name)
{
  g_autofree char *shown = dup_for_reason (name->text);

  /* Translators: the first %s is the name in a recall or a warning, the second one a medicine of the person. */
  return g_strdup_printf (_("The notice names %s, which may be your %s."), shown, self->name);
}

/**
 * hc_notice_target_explain:
 * @self: a target
 * @meaning: what a notice speaks of
 *
 * Says why a notice is thought to concern a medicine: it names the code of its product, its name, or what acts
 * in it. It is better to tell of a notice that may concern the medicine than not to tell.
 *
 * Returns: (transfer full) (nullable): why, in words for the person, plain text; %NULL when it does not
 */
char *
hc_notice_target_explain (HcNoticeTarget  *self,
                          HcNoticeMeaning *meaning)
{
  g_autofree char *reason = NULL;
  g_autoptr (GString) text = NULL;
  HcActiveSet *actives;
  const char *ndc;
  Name *from, *like;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (meaning != NULL, NULL);

  ndc = find_ndc (self, meaning);

  if (ndc != NULL)
    /* Translators: the first %s is the number of a product in the United States, the second one a medicine. */
    reason = g_strdup_printf (_("The notice names the product number (NDC) %s, which is on the label of %s."),
                              ndc, self->name);
  else if (find_equal_name (self, meaning) != NULL)
    reason = g_strdup_printf (_("The notice names %s."), self->name);
  else if ((actives = find_actives (self, meaning, &from)) != NULL)
    reason = explain_actives (self, actives, from);
  else if (!is_another_one (self, meaning) && (like = find_like_name (self, meaning)) != NULL)
    reason = explain_likeness (self, like);
  else
    return NULL;

  text = g_string_new (reason);

  if (ndc == NULL && self->ndcs->len > 0 && g_hash_table_size (meaning->ndcs) > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is a medicine. */
      g_string_append_printf (text, _("It names other product numbers (NDC) than the label of %s: compare the "
                                      "number on your package."), self->name);
    }

  if (is_told (meaning->notice->lots))
    {
      g_string_append_c (text, ' ');
      /* Translators: a lot is what a maker made in one go. */
      g_string_append (text, _("Only some lots are concerned: compare the lot number on your package."));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
