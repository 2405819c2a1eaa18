/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-rows.h"

#include "hc-care-center.h"
#include "hc-care-guide.h"
#include "hc-helpline.h"
#include "hc-support-group.h"
#include "hc-us-state.h"

/* Makes an object of a row; NULL with an error when it cannot. */
typedef GObject *(*ReadRowFunc) (HcDatabase   *database,
                                 HcStatement  *row,
                                 GError      **error);

static gboolean
read_rows (HcDatabase   *database,
           const char   *sql,
           ReadRowFunc   read_row,
           GListStore   *store,
           GError      **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql, error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (GObject) object = read_row (database, statement, error);

      if (object == NULL)
        return FALSE;

      g_list_store_append (store, object);
    }

  return step == HC_STEP_DONE;
}

static GObject *
read_state (HcDatabase   *database,
            HcStatement  *row,
            GError      **error)
{
  return G_OBJECT (hc_us_state_new (hc_statement_get_text (row, "code"),
                                    hc_statement_get_text (row, "name")));
}

/**
 * hc_care_rows_read_states:
 * @database: library.db
 * @states: takes the #HcUsState, by their names
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_states (HcDatabase  *database,
                          GListStore  *states,
                          GError     **error)
{
  return read_rows (database, "SELECT code, name FROM us_state ORDER BY name", read_state, states, error);
}

static GObject *
read_city (HcDatabase   *database,
           HcStatement  *row,
           GError      **error)
{
  return G_OBJECT (hc_city_new (&(HcCityDetails) {
    .name = hc_statement_get_text (row, "name"),
    .state = hc_statement_get_text (row, "state"),
    .latitude = hc_statement_get_double (row, "latitude"),
    .longitude = hc_statement_get_double (row, "longitude"),
    .zone = hc_statement_get_text (row, "zone"),
  }));
}

/**
 * hc_care_rows_read_cities:
 * @database: library.db
 * @cities: takes the #HcCity, by their names
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_cities (HcDatabase  *database,
                          GListStore  *cities,
                          GError     **error)
{
  return read_rows (database, "SELECT * FROM city ORDER BY name, state", read_city, cities, error);
}

/**
 * hc_care_rows_read_holidays:
 * @database: library.db
 * @holidays: takes the holidays
 * @error: return location for a %HC_DATABASE_ERROR or a %HC_HOLIDAY_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_holidays (HcDatabase         *database,
                            HcHolidayCalendar  *holidays,
                            GError            **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT name, rule FROM holiday ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    if (!hc_holiday_calendar_add (holidays, hc_statement_get_text (statement, "name"),
                                  hc_statement_get_text (statement, "rule"), error))
      return FALSE;

  return step == HC_STEP_DONE;
}

static GObject *
read_center (HcDatabase   *database,
             HcStatement  *row,
             GError      **error)
{
  HcCareCenterDetails details = {
    .id = hc_statement_get_text (row, "id"),
    .name = hc_statement_get_text (row, "name"),
    .parent = hc_statement_get_text (row, "parent"),
    .campus_of = hc_statement_get_text (row, "campus_of"),
    .city = hc_statement_get_text (row, "city"),
    .state = hc_statement_get_text (row, "state"),
    .latitude = hc_statement_get_double (row, "latitude"),
    .longitude = hc_statement_get_double (row, "longitude"),
    .zone = hc_statement_get_text (row, "zone"),
    .website = hc_statement_get_text (row, "website"),
    .phone = hc_statement_get_text (row, "phone"),
    .phone_for = hc_statement_get_text (row, "phone_for"),
    .hours = hc_statement_get_text (row, "hours"),
    .confirmed = hc_statement_get_int64 (row, "confirmed") != 0,
    .checked = hc_statement_get_text (row, "checked"),
    .remark = hc_statement_get_text (row, "remark"),
  };

  hc_care_center_kind_from_string (hc_statement_get_text (row, "kind"), &details.kind);

  return G_OBJECT (hc_care_center_new (&details));
}

/**
 * hc_care_rows_read_centers:
 * @database: library.db
 * @centers: takes the #HcCareCenter, in the order of the content
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_centers (HcDatabase  *database,
                           GListStore  *centers,
                           GError     **error)
{
  return read_rows (database, "SELECT * FROM care_center ORDER BY position", read_center, centers, error);
}

static GObject *
read_helpline (HcDatabase   *database,
               HcStatement  *row,
               GError      **error)
{
  return G_OBJECT (hc_helpline_new (&(HcHelplineDetails) {
    .id = hc_statement_get_text (row, "id"),
    .name = hc_statement_get_text (row, "name"),
    .purpose = hc_statement_get_text (row, "purpose"),
    .phone = hc_statement_get_text (row, "phone"),
    .message = hc_statement_get_text (row, "message"),
    .hours = hc_statement_get_text (row, "hours"),
    .zone = hc_statement_get_text (row, "zone"),
    .website = hc_statement_get_text (row, "website"),
    .languages = hc_statement_get_text (row, "languages"),
    .cost = hc_statement_get_text (row, "cost"),
    .confirmed = hc_statement_get_int64 (row, "confirmed") != 0,
    .checked = hc_statement_get_text (row, "checked"),
    .remark = hc_statement_get_text (row, "remark"),
  }));
}

/**
 * hc_care_rows_read_helplines:
 * @database: library.db
 * @helplines: takes the #HcHelpline, the most urgent first
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_helplines (HcDatabase  *database,
                             GListStore  *helplines,
                             GError     **error)
{
  return read_rows (database, "SELECT * FROM helpline ORDER BY position", read_helpline, helplines, error);
}

static GObject *
read_group (HcDatabase   *database,
            HcStatement  *row,
            GError      **error)
{
  HcSupportGroupDetails details = {
    .id = hc_statement_get_text (row, "id"),
    .name = hc_statement_get_text (row, "name"),
    .ways = (HcSupportGroupWays) hc_statement_get_int64 (row, "ways"),
    .caregivers = hc_statement_get_int64 (row, "caregivers") != 0,
    .about = hc_statement_get_text (row, "about"),
    .audience = hc_statement_get_text (row, "audience"),
    .privacy = hc_statement_get_text (row, "privacy"),
    .cost = hc_statement_get_text (row, "cost"),
    .join = hc_statement_get_text (row, "joining"),
    .asks = hc_statement_get_text (row, "asks"),
    .website = hc_statement_get_text (row, "website"),
    .phone = hc_statement_get_text (row, "phone"),
    .feed = hc_statement_get_text (row, "feed"),
    .country = hc_statement_get_text (row, "country"),
    .confirmed = hc_statement_get_int64 (row, "confirmed") != 0,
    .checked = hc_statement_get_text (row, "checked"),
    .remark = hc_statement_get_text (row, "remark"),
  };

  hc_support_group_form_from_string (hc_statement_get_text (row, "form"), &details.form);

  return G_OBJECT (hc_support_group_new (&details));
}

/**
 * hc_care_rows_read_groups:
 * @database: library.db
 * @groups: takes the #HcSupportGroup, in the order of the content
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_groups (HcDatabase  *database,
                          GListStore  *groups,
                          GError     **error)
{
  return read_rows (database, "SELECT * FROM support_group ORDER BY position", read_group, groups, error);
}

static char **
read_texts (HcDatabase  *database,
            const char  *guide,
            const char  *kind,
            GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT text FROM care_guide_text WHERE guide = :guide AND kind = :kind "
                                   "ORDER BY position", error);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":guide", guide);
  hc_statement_bind_text (statement, ":kind", kind);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_strv_builder_add (texts, hc_statement_get_text (statement, "text"));

  return step == HC_STEP_DONE ? g_strv_builder_end (texts) : NULL;
}

static GObject *
read_guide (HcDatabase   *database,
            HcStatement  *row,
            GError      **error)
{
  const char *id = hc_statement_get_text (row, "id");
  g_auto (GStrv) paragraphs = read_texts (database, id, "text", error);
  g_auto (GStrv) questions = paragraphs != NULL ? read_texts (database, id, "ask", error) : NULL;
  g_auto (GStrv) links = questions != NULL ? read_texts (database, id, "link", error) : NULL;

  if (links == NULL)
    return NULL;

  return G_OBJECT (hc_care_guide_new (&(HcCareGuideDetails) {
    .id = id,
    .title = hc_statement_get_text (row, "title"),
    .summary = hc_statement_get_text (row, "summary"),
    .paragraphs = (const char *const *) paragraphs,
    .questions = (const char *const *) questions,
    .links = (const char *const *) links,
    .checked = hc_statement_get_text (row, "checked"),
  }));
}

/**
 * hc_care_rows_read_guides:
 * @database: library.db
 * @guides: takes the #HcCareGuide, in the order of the content
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they could be read
 */
gboolean
hc_care_rows_read_guides (HcDatabase  *database,
                          GListStore  *guides,
                          GError     **error)
{
  return read_rows (database, "SELECT * FROM care_guide ORDER BY position", read_guide, guides, error);
}
