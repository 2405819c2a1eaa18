/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-search.h"

static gboolean
add (HcSearchWriter    *writer,
     HcSearchDocument   document,
     const char        *place,
     const char        *id,
     GError           **error)
{
  g_autofree char *target = g_strdup_printf ("health-center:%s/%s", place, id);

  document.target = target;

  return hc_search_writer_add (writer, &document, error);
}

static const char *
get_state_name (HcCareDraft *care,
                const char  *code)
{
  for (guint i = 0; i < care->states->len; i++)
    {
      const HcUsStateDraft *state = g_ptr_array_index (care->states, i);

      if (g_str_equal (state->code, code))
        return state->name;
    }

  return "";
}

/* A center is found by its place and by what it belongs to. */
static gboolean
add_center (HcSearchWriter             *writer,
            HcCareDraft                *care,
            const HcCareCenterDetails  *details,
            GError                    **error)
{
  g_autofree char *summary = g_strdup_printf ("%s, %s", details->city, get_state_name (care, details->state));

  return add (writer,
              (HcSearchDocument) {
                .kind = "center",
                .title = details->name,
                .also = details->parent,
                .summary = summary,
                .body = details->remark,
              },
              "care", details->id, error);
}

static gboolean
add_helpline (HcSearchWriter           *writer,
              const HcHelplineDetails  *details,
              GError                  **error)
{
  return add (writer,
              (HcSearchDocument) {
                .kind = "helpline",
                .title = details->name,
                .also = details->phone,
                .summary = details->purpose,
                .body = details->remark,
              },
              "care", details->id, error);
}

static gboolean
add_guide (HcSearchWriter            *writer,
           const HcCareGuideDetails  *details,
           GError                   **error)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) details->paragraphs);
  g_autofree char *questions = g_strjoinv ("\n", (char **) details->questions);
  g_autofree char *body = g_strdup_printf ("%s\n%s", text, questions);

  return add (writer,
              (HcSearchDocument) {
                .kind = "guide",
                .title = details->title,
                .summary = details->summary,
                .body = body,
              },
              "care", details->id, error);
}

static gboolean
add_group (HcSearchWriter               *writer,
           const HcSupportGroupDetails  *details,
           GError                      **error)
{
  return add (writer,
              (HcSearchDocument) {
                .kind = "group",
                .title = details->name,
                .summary = details->about,
                .headings = details->audience,
                .body = details->join,
              },
              "community", details->id, error);
}

/**
 * hc_care_search_write:
 * @writer: what makes the search
 * @care: what the care folder says, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes guides, helplines, centers and groups found.
 *
 * Returns: whether they were written
 */
gboolean
hc_care_search_write (HcSearchWriter  *writer,
                      HcCareDraft     *care,
                      GError         **error)
{
  g_return_val_if_fail (writer != NULL, FALSE);
  g_return_val_if_fail (care != NULL, FALSE);

  for (guint i = 0; i < care->guides->len; i++)
    {
      const HcCareGuideDraft *guide = g_ptr_array_index (care->guides, i);

      if (!add_guide (writer, &guide->details, error))
        return FALSE;
    }

  for (guint i = 0; i < care->helplines->len; i++)
    {
      const HcHelplineDraft *helpline = g_ptr_array_index (care->helplines, i);

      if (!add_helpline (writer, &helpline->details, error))
        return FALSE;
    }

  for (guint i = 0; i < care->centers->len; i++)
    {
      const HcCareCenterDraft *center = g_ptr_array_index (care->centers, i);

      if (!add_center (writer, care, &center->details, error))
        return FALSE;
    }

  for (guint i = 0; i < care->groups->len; i++)
    {
      const HcSupportGroupDraft *group = g_ptr_array_index (care->groups, i);

      if (!add_group (writer, &group->details, error))
        return FALSE;
    }

  return TRUE;
}
