/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-active-set.h"

#include <string.h>

/* The longest name of a substance, in words. What is longer is no name, and is not looked up word by word. */
#define LONGEST_NAME 12

struct _HcActiveSet
{
  GPtrArray *substances; /* of HcSubstance */
  GPtrArray *unknown;    /* of GStrv, the words of names that the library does not know */
  gboolean   is_open;    /* there may be more in it */
  gboolean   is_exact;   /* no word was left out to find a substance */
};

/**
 * hc_words_split:
 * @text: any text, not even UTF-8
 *
 * Returns: (transfer full): its words, with case and the ways to write a letter folded
 */
GStrv
hc_words_split (const char *text)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);

  return g_str_tokenize_and_fold (valid, NULL, NULL);
}

static gboolean
words_begin (const char *const *words,
             const char *const *part)
{
  guint i;

  for (i = 0; part[i] != NULL; i++)
    if (g_strcmp0 (words[i], part[i]) != 0)
      return FALSE;

  return i > 0;
}

/**
 * hc_words_contain:
 * @words: (array zero-terminated=1): words
 * @part: (array zero-terminated=1): words
 *
 * Returns: whether the words of @part stand in @words, one after the other; "iron" does not stand in "environ"
 */
gboolean
hc_words_contain (const char *const *words,
                  const char *const *part)
{
  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (words_begin (words + i, part))
      return TRUE;

  return FALSE;
}

/**
 * hc_active_set_new:
 *
 * Returns: (transfer full): a set with nothing in it
 */
HcActiveSet *
hc_active_set_new (void)
{
  HcActiveSet *self = g_new0 (HcActiveSet, 1);

  self->substances = g_ptr_array_new_with_free_func (g_object_unref);
  self->unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->is_exact = TRUE;

  return self;
}

/**
 * hc_active_set_free:
 * @self: (transfer full) (nullable): a set
 */
void
hc_active_set_free (HcActiveSet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->substances);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/**
 * hc_active_set_add_substance:
 * @self: a set
 * @substance: what acts
 */
void
hc_active_set_add_substance (HcActiveSet *self,
                             HcSubstance *substance)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (HC_IS_SUBSTANCE (substance));

  if (!g_ptr_array_find (self->substances, substance, NULL))
    g_ptr_array_add (self->substances, g_object_ref (substance));
}

/* Leaves out words at the end, as many as it takes to find something, but never those before @n_kept. */
static HcSubstance *
find_shortened (HcInteractionBook *book,
                GPtrArray         *words,
                guint              n_kept,
                const char        *separator)
{
  for (guint n = MIN (words->len, LONGEST_NAME); n > 0 && n >= n_kept; n--)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      HcSubstance *substance;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (name, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (words, i));

      substance = hc_interaction_book_find (book, name->str);
      if (substance != NULL)
        return substance;
    }

  return NULL;
}

/* Finds the substance that is all these parts together: "trifluridine/tipiracil". A word may only be left out
 * at the end of the last part: without a part it would be another product. */
static HcSubstance *
find_compound (HcInteractionBook *book,
               const char *const *names,
               gboolean           is_reversed)
{
  guint n_names = g_strv_length ((char **) names);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  HcSubstance *substance;
  guint n_kept = 0;

  for (guint i = 0; i < n_names; i++)
    {
      g_auto (GStrv) split = hc_words_split (names[is_reversed ? n_names - 1 - i : i]);

      n_kept = words->len + 1;
      for (guint j = 0; split[j] != NULL && words->len <= LONGEST_NAME; j++)
        g_ptr_array_add (words, g_strdup (split[j]));
    }

  substance = find_shortened (book, words, n_kept, " ");

  return substance != NULL || n_names != 2 ? substance : find_shortened (book, words, n_kept, " and ");
}

static void
add_part (HcActiveSet       *self,
          HcInteractionBook *book,
          const char        *name)
{
  HcSubstance *substance = book != NULL ? hc_interaction_book_find (book, name) : NULL;
  g_auto (GStrv) words = hc_words_split (name);

  if (words[0] == NULL)
    return;

  /* A salt, a strength or a form: "oxaliplatin injection" is oxaliplatin. */
  if (substance == NULL && book != NULL)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new ();

      for (guint i = 0; words[i] != NULL && i < LONGEST_NAME; i++)
        g_ptr_array_add (all, words[i]);

      substance = find_shortened (book, all, 1, " ");
      self->is_exact = self->is_exact && substance == NULL;
    }

  if (substance != NULL)
    hc_active_set_add_substance (self, substance);
  else
    g_ptr_array_add (self->unknown, g_steal_pointer (&words));
}

/**
 * hc_active_set_add_parts:
 * @self: a set
 * @book: (nullable): what the library knows
 * @names: (array zero-terminated=1): the names of what acts in one product, salts among them
 */
void
hc_active_set_add_parts (HcActiveSet       *self,
                         HcInteractionBook *book,
                         const char *const *names)
{
  HcSubstance *compound = NULL;
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (names != NULL);

  n = g_strv_length ((char **) names);

  /* Who publishes them often sorts them by their names. */
  if (book != NULL && n > 1 && n <= LONGEST_NAME &&
      (compound = find_compound (book, names, FALSE)) == NULL)
    compound = find_compound (book, names, TRUE);

  if (compound != NULL)
    {
      hc_active_set_add_substance (self, compound);
      return;
    }

  for (guint i = 0; i < n; i++)
    add_part (self, book, names[i]);
}

/**
 * hc_active_set_add_product:
 * @self: a set
 * @book: (nullable): what the library knows
 * @name: the brand or the generic name of one product
 *
 * Adds what the name says of what acts in it, each thing where it names several with `and`, a comma or a
 * slash between them. Of a name of which the library knows a part only there may be more in it; one of which
 * it knows nothing adds nothing.
 */
void
hc_active_set_add_product (HcActiveSet       *self,
                           HcInteractionBook *book,
                           const char        *name)
{
  g_autoptr (HcActiveSet) found = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) parts = NULL;
  HcSubstance *whole;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (book != NULL && (whole = hc_interaction_book_find (book, name)) != NULL)
    {
      hc_active_set_add_substance (self, whole);
      return;
    }

  found = hc_active_set_new ();
  valid = g_utf8_make_valid (name, -1);
  parts = g_regex_split_simple ("\\s+(?:and|with)\\s+|\\s*[,;/+&]\\s*", valid, G_REGEX_CASELESS, 0);
  hc_active_set_add_parts (found, book, (const char *const *) parts);

  for (guint i = 0; i < found->substances->len; i++)
    hc_active_set_add_substance (self, g_ptr_array_index (found->substances, i));

  self->is_exact = self->is_exact && found->is_exact;
  self->is_open = self->is_open || found->unknown->len > 0;
}

/**
 * hc_active_set_set_open:
 * @self: a set
 *
 * Says that there may be more in it.
 */
void
hc_active_set_set_open (HcActiveSet *self)
{
  g_return_if_fail (self != NULL);

  self->is_open = TRUE;
}

/**
 * hc_active_set_is_complete:
 * @self: a set
 *
 * Returns: whether it is known what acts, and all of it is
 */
gboolean
hc_active_set_is_complete (HcActiveSet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->substances->len > 0 && self->unknown->len == 0 && !self->is_open;
}

/**
 * hc_active_set_is_exact:
 * @self: a set
 *
 * Returns: whether it is complete and no word of a name was left out to find something
 */
gboolean
hc_active_set_is_exact (HcActiveSet *self)
{
  return hc_active_set_is_complete (self) && self->is_exact;
}

/* One name may say more than the other, the salt for example. */
static gboolean
has_unknown (HcActiveSet       *self,
             const char *const *words)
{
  for (guint i = 0; i < self->unknown->len; i++)
    {
      const char *const *mine = g_ptr_array_index (self->unknown, i);

      if (words_begin (mine, words) || words_begin (words, mine))
        return TRUE;
    }

  return FALSE;
}

static guint
count_shared (HcActiveSet *a,
              HcActiveSet *b)
{
  guint n = 0;

  for (guint i = 0; i < a->substances->len; i++)
    n += g_ptr_array_find (b->substances, g_ptr_array_index (a->substances, i), NULL);

  for (guint i = 0; i < a->unknown->len; i++)
    n += has_unknown (b, g_ptr_array_index (a->unknown, i));

  return n;
}

/**
 * hc_active_set_equal:
 * @a: a set
 * @b: another one
 *
 * Returns: whether the same is in both, as far as it is known; sets with nothing in them are not equal
 */
gboolean
hc_active_set_equal (HcActiveSet *a,
                     HcActiveSet *b)
{
  guint n_a, n_b;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  n_a = a->substances->len + a->unknown->len;
  n_b = b->substances->len + b->unknown->len;

  return n_a > 0 && n_b > 0 && count_shared (a, b) == n_a && count_shared (b, a) == n_b;
}

/**
 * hc_active_set_intersects:
 * @a: a set
 * @b: another one
 *
 * Returns: whether something is in both
 */
gboolean
hc_active_set_intersects (HcActiveSet *a,
                          HcActiveSet *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return count_shared (a, b) > 0;
}

/* The name of a substance inside of a sentence: "Capecitabine" in small letters, "Vitamin C" as it is. */
static char *
dup_plain_name (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);

  return g_str_equal (g_utf8_next_char (name), g_utf8_next_char (small)) && strchr (name, ' ') == NULL
           ? g_steal_pointer (&small)
           : g_strdup (name);
}

/**
 * hc_active_set_dup_shared:
 * @a: a set
 * @b: another one
 *
 * Returns: (transfer full): the names of what is in both, with commas between them
 */
char *
hc_active_set_dup_shared (HcActiveSet *a,
                          HcActiveSet *b)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (a != NULL, NULL);
  g_return_val_if_fail (b != NULL, NULL);

  for (guint i = 0; i < a->substances->len; i++)
    if (g_ptr_array_find (b->substances, g_ptr_array_index (a->substances, i), NULL))
      g_strv_builder_take (names, dup_plain_name (hc_substance_get_name (g_ptr_array_index (a->substances, i))));

  for (guint i = 0; i < a->unknown->len; i++)
    if (has_unknown (b, g_ptr_array_index (a->unknown, i)))
      g_strv_builder_take (names, g_strjoinv (" ", g_ptr_array_index (a->unknown, i)));

  all = g_strv_builder_end (names);

  return g_strjoinv (", ", all);
}
