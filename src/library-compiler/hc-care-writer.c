/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-writer.h"

#include "hc-reference-writer.h"

static gboolean
write_states (HcDatabase   *database,
              HcCareDraft  *care,
              GError      **error)
{
  g_autoptr (HcStatement) insert =
    hc_database_prepare (database, "INSERT INTO us_state (code, name) VALUES (:code, :name)", error);

  for (guint i = 0; insert != NULL && i < care->states->len; i++)
    {
      const HcUsStateDraft *state = g_ptr_array_index (care->states, i);

      hc_statement_bind_text (insert, ":code", state->code);
      hc_statement_bind_text (insert, ":name", state->name);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_cities (HcDatabase   *database,
              HcCareDraft  *care,
              GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO city (name, state, latitude, longitude, zone) "
    "VALUES (:name, :state, :latitude, :longitude, :zone)", error);

  for (guint i = 0; insert != NULL && i < care->cities->len; i++)
    {
      const HcCityDetails *city = hc_city_get_details (g_ptr_array_index (care->cities, i));

      hc_statement_bind_text (insert, ":name", city->name);
      hc_statement_bind_text (insert, ":state", city->state);
      hc_statement_bind_double (insert, ":latitude", city->latitude);
      hc_statement_bind_double (insert, ":longitude", city->longitude);
      hc_statement_bind_text (insert, ":zone", city->zone);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_holidays (HcDatabase   *database,
                HcCareDraft  *care,
                GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO holiday (position, name, rule) VALUES (:position, :name, :rule)", error);

  for (guint i = 0; insert != NULL && i < care->holidays->len; i++)
    {
      const HcHolidayDraft *holiday = g_ptr_array_index (care->holidays, i);

      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", holiday->name);
      hc_statement_bind_text (insert, ":rule", holiday->rule);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL &&
         hc_reference_writer_write_sources (database, "holidays", care->holiday_sources, error);
}

static gboolean
write_centers (HcDatabase   *database,
               HcCareDraft  *care,
               GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO care_center (id, position, name, parent, campus_of, kind, city, state, latitude, longitude, "
    "                         zone, website, phone, phone_for, hours, confirmed, checked, remark) "
    "VALUES (:id, :position, :name, :parent, :campus_of, :kind, :city, :state, :latitude, :longitude, :zone, "
    "        :website, :phone, :phone_for, :hours, :confirmed, :checked, :remark)", error);

  for (guint i = 0; insert != NULL && i < care->centers->len; i++)
    {
      const HcCareCenterDraft *center = g_ptr_array_index (care->centers, i);
      const HcCareCenterDetails *details = &center->details;

      hc_statement_bind_text (insert, ":id", details->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", details->name);
      hc_statement_bind_text (insert, ":parent", details->parent);
      hc_statement_bind_text (insert, ":campus_of", details->campus_of);
      hc_statement_bind_text (insert, ":kind", center->kind);
      hc_statement_bind_text (insert, ":city", details->city);
      hc_statement_bind_text (insert, ":state", details->state);
      hc_statement_bind_double (insert, ":latitude", details->latitude);
      hc_statement_bind_double (insert, ":longitude", details->longitude);
      hc_statement_bind_text (insert, ":zone", details->zone);
      hc_statement_bind_text (insert, ":website", details->website);
      hc_statement_bind_text (insert, ":phone", details->phone);
      hc_statement_bind_text (insert, ":phone_for", details->phone_for);
      hc_statement_bind_text (insert, ":hours", details->hours);
      hc_statement_bind_int64 (insert, ":confirmed", details->confirmed);
      hc_statement_bind_text (insert, ":checked", details->checked);
      hc_statement_bind_text (insert, ":remark", details->remark);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "care", details->id, center->sources, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_helplines (HcDatabase   *database,
                 HcCareDraft  *care,
                 GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO helpline (id, position, name, purpose, phone, message, hours, zone, website, languages, "
    "                      cost, confirmed, checked, remark) "
    "VALUES (:id, :position, :name, :purpose, :phone, :message, :hours, :zone, :website, :languages, :cost, "
    "        :confirmed, :checked, :remark)", error);

  for (guint i = 0; insert != NULL && i < care->helplines->len; i++)
    {
      const HcHelplineDraft *helpline = g_ptr_array_index (care->helplines, i);
      const HcHelplineDetails *details = &helpline->details;

      hc_statement_bind_text (insert, ":id", details->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", details->name);
      hc_statement_bind_text (insert, ":purpose", details->purpose);
      hc_statement_bind_text (insert, ":phone", details->phone);
      hc_statement_bind_text (insert, ":message", details->message);
      hc_statement_bind_text (insert, ":hours", details->hours);
      hc_statement_bind_text (insert, ":zone", details->zone);
      hc_statement_bind_text (insert, ":website", details->website);
      hc_statement_bind_text (insert, ":languages", details->languages);
      hc_statement_bind_text (insert, ":cost", details->cost);
      hc_statement_bind_int64 (insert, ":confirmed", details->confirmed);
      hc_statement_bind_text (insert, ":checked", details->checked);
      hc_statement_bind_text (insert, ":remark", details->remark);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "care", details->id, helpline->sources, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_groups (HcDatabase   *database,
              HcCareDraft  *care,
              GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO support_group (id, position, name, form, ways, caregivers, about, audience, privacy, cost, "
    "                           joining, asks, website, phone, feed, country, confirmed, checked, remark) "
    "VALUES (:id, :position, :name, :form, :ways, :caregivers, :about, :audience, :privacy, :cost, :joining, "
    "        :asks, :website, :phone, :feed, :country, :confirmed, :checked, :remark)", error);

  for (guint i = 0; insert != NULL && i < care->groups->len; i++)
    {
      const HcSupportGroupDraft *group = g_ptr_array_index (care->groups, i);
      const HcSupportGroupDetails *details = &group->details;

      hc_statement_bind_text (insert, ":id", details->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", details->name);
      hc_statement_bind_text (insert, ":form", group->form);
      hc_statement_bind_int64 (insert, ":ways", details->ways);
      hc_statement_bind_int64 (insert, ":caregivers", details->caregivers);
      hc_statement_bind_text (insert, ":about", details->about);
      hc_statement_bind_text (insert, ":audience", details->audience);
      hc_statement_bind_text (insert, ":privacy", details->privacy);
      hc_statement_bind_text (insert, ":cost", details->cost);
      hc_statement_bind_text (insert, ":joining", details->join);
      hc_statement_bind_text (insert, ":asks", details->asks);
      hc_statement_bind_text (insert, ":website", details->website);
      hc_statement_bind_text (insert, ":phone", details->phone);
      hc_statement_bind_text (insert, ":feed", details->feed);
      hc_statement_bind_text (insert, ":country", details->country);
      hc_statement_bind_int64 (insert, ":confirmed", details->confirmed);
      hc_statement_bind_text (insert, ":checked", details->checked);
      hc_statement_bind_text (insert, ":remark", details->remark);

      if (!hc_statement_run (insert, error) ||
          !hc_reference_writer_write_sources_of (database, "community", details->id, group->sources, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_texts (HcDatabase         *database,
             const char         *guide,
             const char         *kind,
             const char *const  *texts,
             GError            **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO care_guide_text (guide, kind, position, text) "
    "VALUES (:guide, :kind, :position, :text)", error);

  for (guint i = 0; insert != NULL && texts[i] != NULL; i++)
    {
      hc_statement_bind_text (insert, ":guide", guide);
      hc_statement_bind_text (insert, ":kind", kind);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":text", texts[i]);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_guides (HcDatabase   *database,
              HcCareDraft  *care,
              GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO care_guide (id, position, title, summary, checked) "
    "VALUES (:id, :position, :title, :summary, :checked)", error);

  for (guint i = 0; insert != NULL && i < care->guides->len; i++)
    {
      const HcCareGuideDraft *guide = g_ptr_array_index (care->guides, i);
      const HcCareGuideDetails *details = &guide->details;

      hc_statement_bind_text (insert, ":id", details->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":title", details->title);
      hc_statement_bind_text (insert, ":summary", details->summary);
      hc_statement_bind_text (insert, ":checked", details->checked);

      if (!hc_statement_run (insert, error) ||
          !write_texts (database, details->id, "text", details->paragraphs, error) ||
          !write_texts (database, details->id, "ask", details->questions, error) ||
          !write_texts (database, details->id, "link", details->links, error) ||
          !hc_reference_writer_write_sources_of (database, "care", details->id, guide->sources, error))
        return FALSE;
    }

  return insert != NULL;
}

/**
 * hc_care_writer_write:
 * @database: the library, in a transaction
 * @care: what the care folder says, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes the states and cities, holidays, centers, helplines, groups and guides.
 *
 * Returns: whether they were written
 */
gboolean
hc_care_writer_write (HcDatabase   *database,
                      HcCareDraft  *care,
                      GError      **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (care != NULL, FALSE);

  return write_states (database, care, error) && write_cities (database, care, error) &&
         write_holidays (database, care, error) && write_centers (database, care, error) &&
         write_helplines (database, care, error) && write_groups (database, care, error) &&
         write_guides (database, care, error);
}
