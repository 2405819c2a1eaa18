/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the allergies and of the usual foods and drinks that a person tells of. */

#include "hc-person-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_CHECKED N_("Kept as you wrote it; it cannot be checked against medicines.")

/* Shorter words are parts of too many names. */
#define SHORTEST 2

static gboolean
begins_with (const char *name,
             const char *text)
{
  g_autofree char *small = g_utf8_casefold (name, -1);

  return g_str_has_prefix (small, text);
}

static gboolean
has_word (const char *name,
          const char *text)
{
  g_autofree char *small = g_utf8_casefold (name, -1);

  for (const char *found = strstr (small, text); found != NULL; found = strstr (found + 1, text))
    if (found == small || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;

  return FALSE;
}

/* A line begins with a capital letter; within a sentence of the library the name does not. */
static void
add_name (GPtrArray  *names,
          const char *name)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_unichar (line, g_unichar_totitle (g_utf8_get_char (name)));
  g_string_append (line, g_utf8_next_char (name));

  if (!g_ptr_array_find_with_equal_func (names, line->str, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (line->str));
}

/* Brand names lead to what is in them. */
static gboolean
is_called (HcSubstance *substance,
           const char  *text)
{
  const char *const *also = hc_substance_get_also (substance);

  if (begins_with (hc_substance_get_name (substance), text))
    return TRUE;

  for (guint i = 0; also[i] != NULL; i++)
    if (begins_with (also[i], text))
      return TRUE;

  return FALSE;
}

/* What people are most often allergic to goes before single medicines. */
static GPtrArray *
suggest_allergies (const char *text,
                   gpointer    user_data)
{
  HcMedicineCheck *check = hc_context_get_medicine_check (user_data);
  HcAllergyBook *book = hc_medicine_check_get_allergy_book (check);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *small = g_utf8_casefold (text, -1);
  GPtrArray *groups;
  GListModel *substances;

  if (book == NULL || g_utf8_strlen (small, -1) < SHORTEST)
    return names;

  groups = hc_allergy_book_get_groups (book);
  for (guint i = 0; i < groups->len; i++)
    {
      const HcAllergyGroup *group = g_ptr_array_index (groups, i);

      if (has_word (group->name, small))
        add_name (names, group->name);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      const HcAllergyGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->members->len; j++)
        if (is_called (g_ptr_array_index (group->members, j), small))
          add_name (names, hc_substance_get_name (g_ptr_array_index (group->members, j)));
    }

  substances = hc_interaction_book_get_substances (hc_allergy_book_get_interactions (book));
  for (guint i = 0; i < g_list_model_get_n_items (substances); i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

      if (is_called (substance, small))
        add_name (names, hc_substance_get_name (substance));
    }

  return names;
}

static char *
dup_allergy_note (const char *line,
                  gpointer    user_data)
{
  HcAllergyBook *book = hc_medicine_check_get_allergy_book (hc_context_get_medicine_check (user_data));
  const char *const lines[] = { line, NULL };
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (HcAllergyCheck) check = book != NULL ? hc_allergy_check_run (book, lines, nothing) : NULL;
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  gboolean is_all_known = TRUE;

  for (guint i = 0; check != NULL && i < check->told->len; i++)
    {
      const HcToldAllergy *told = g_ptr_array_index (check->told, i);

      if (told->read_as != NULL)
        g_strv_builder_add (known, told->read_as);
      else
        is_all_known = FALSE;
    }

  names = g_strv_builder_end (known);
  joined = g_strjoinv (", ", names);

  if (*joined == '\0')
    return g_strdup (_(NOT_CHECKED));

  if (is_all_known)
    /* Translators: %s are the names of what somebody is allergic to. */
    return g_strdup_printf (_("Medicines are checked for: %s."), joined);

  /* Translators: %s are the names of what somebody is allergic to. */
  return g_strdup_printf (_("Medicines are checked for: %s. The rest is kept as you wrote it; it cannot be checked."),
                          joined);
}

/* They are few: all of them are shown before anything is typed. */
static GPtrArray *
suggest_foods (const char *text,
               gpointer    user_data)
{
  g_autoptr (GPtrArray) foods = hc_medicine_check_list_foods (hc_context_get_medicine_check (user_data));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *small = g_utf8_casefold (text, -1);

  for (guint i = 0; i < foods->len; i++)
    if (is_called (g_ptr_array_index (foods, i), small))
      add_name (names, hc_substance_get_name (g_ptr_array_index (foods, i)));

  return names;
}

static char *
dup_food_note (const char *line,
               gpointer    user_data)
{
  HcMedicineCheck *check = hc_context_get_medicine_check (user_data);
  g_autoptr (HcCheckedItem) item = hc_medicine_check_resolve (check, line, NULL, NULL);

  return hc_checked_item_get_substances (item)->len > 0 ? NULL : g_strdup (_(NOT_CHECKED));
}

/**
 * hc_person_lines_set_up_allergies:
 * @group: a group that has no lines yet
 * @context: to be there as long as @group
 *
 * Makes a list that of allergies.
 */
void
hc_person_lines_set_up_allergies (HcLineGroup *group,
                                  HcContext   *context)
{
  static const HcLineGroupFuncs funcs = { dup_allergy_note, suggest_allergies };

  g_return_if_fail (HC_IS_CONTEXT (context));

  hc_line_group_set_up (group, &funcs, context);
}

/**
 * hc_person_lines_set_up_foods:
 * @group: a group that has no lines yet
 * @context: to be there as long as @group
 *
 * Makes a list that of usual foods and drinks.
 */
void
hc_person_lines_set_up_foods (HcLineGroup *group,
                              HcContext   *context)
{
  static const HcLineGroupFuncs funcs = { dup_food_note, suggest_foods };

  g_return_if_fail (HC_IS_CONTEXT (context));

  hc_line_group_set_up (group, &funcs, context);
}
