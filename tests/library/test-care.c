/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "care-fixture.h"
#include "hc-care-directory.h"
#include "hc-care-distance.h"
#include "hc-phone-number.h"
#include "hc-search-hit.h"
#include "hc-source.h"

/* Where care is found: in a small library, where it can be worked out by hand, and in the one that is shipped,
 * against the tables of researched facts from which it was written, where these are at hand. */

static HcCareDirectory *
open_directory (const char  *path,
                HcLibrary  **library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) opened = hc_library_new (path, &error);
  HcCareDirectory *directory;

  g_assert_no_error (error);
  directory = hc_care_directory_new (opened, &error);
  g_assert_no_error (error);
  if (library != NULL)
    *library = g_steal_pointer (&opened);

  return directory;
}

static HcCareDirectory *
make_directory (gboolean    with_care,
                HcLibrary **library)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;

  if (with_care)
    care_fixture_write (content);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  return open_directory (path, library);
}

static void
test_center (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcCareDirectory) directory = make_directory (TRUE, &library);
  HcCareCenter *center = hc_care_directory_get_center (directory, "first-center");
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  const HcCareCenterDetails *campus =
    hc_care_center_get_details (hc_care_directory_get_center (directory, "second-campus"));
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (details->id, ==, "first-center");
  g_assert_cmpstr (details->name, ==, "First Center");
  g_assert_cmpstr (details->parent, ==, "Uppsala College");
  g_assert_null (details->campus_of);
  g_assert_cmpint (details->kind, ==, HC_CARE_CENTER_COMPREHENSIVE);
  g_assert_cmpstr (details->city, ==, "New York");
  g_assert_cmpstr (details->state, ==, "NY");
  g_assert_cmpfloat (details->latitude, ==, 40.76);
  g_assert_cmpfloat (details->longitude, ==, -73.96);
  g_assert_cmpstr (details->website, ==, "https://first.example");
  g_assert_cmpstr (details->phone, ==, "800-555-0100");
  g_assert_cmpstr (details->phone_for, ==, "New patients");
  g_assert_true (details->confirmed);
  g_assert_cmpstr (details->checked, ==, "2026-11-21");
  g_assert_cmpstr (details->remark, ==, "Big.");
  g_assert_cmpint (hc_open_hours_get_n_spans (hc_care_center_get_hours (center)), ==, 5);
  g_assert_cmpstr (g_time_zone_get_identifier (hc_care_center_get_zone (center)), ==, "America/New_York");

  g_assert_cmpstr (campus->campus_of, ==, "first-center");
  g_assert_cmpint (campus->kind, ==, HC_CARE_CENTER_CLINICAL);
  g_assert_false (campus->confirmed);
  g_assert_null (campus->phone);
  g_assert_null (hc_care_center_get_hours (hc_care_directory_get_center (directory, "second-campus")));

  sources = hc_care_center_load_sources (center, library, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sources->len, ==, 2);
  g_assert_cmpstr (((const HcSource *) g_ptr_array_index (sources, 0))->title, ==, "Title Two");

  /* Centers, helplines and guides share their ids, but are no others. */
  g_assert_null (hc_care_directory_get_center (directory, "urgent"));
  g_assert_null (hc_care_directory_get_center (directory, "finding"));
  g_assert_null (hc_care_directory_get_helpline (directory, "first-center"));
  g_assert_null (hc_care_directory_get_guide (directory, "nothing"));
}

static void
test_others (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcCareDirectory) directory = make_directory (TRUE, &library);
  HcHelpline *words = hc_care_directory_get_helpline (directory, "words");
  HcSupportGroup *group = hc_care_directory_get_group (directory, "urgent");
  HcCareGuide *guide = hc_care_directory_get_guide (directory, "finding");
  const HcHelplineDetails *urgent =
    hc_helpline_get_details (hc_care_directory_get_helpline (directory, "urgent"));
  const HcSupportGroupDetails *details = hc_support_group_get_details (group);
  const HcCareGuideDetails *text = hc_care_guide_get_details (guide);
  g_autoptr (GPtrArray) none = NULL, one = NULL, guide_sources = NULL;

  g_assert_cmpstr (urgent->phone, ==, "911");
  g_assert_cmpstr (urgent->purpose, ==, "Danger");
  g_assert_true (urgent->confirmed);
  g_assert_cmpstr (hc_helpline_get_details (words)->message, ==, "HOME");
  g_assert_cmpstr (g_time_zone_get_identifier (hc_helpline_get_zone (words)), ==, "America/New_York");
  g_assert_cmpint (hc_open_hours_get_n_spans (hc_helpline_get_hours (words)), ==, 4);
  g_assert_true (hc_open_hours_is_always (hc_helpline_get_hours (
    hc_care_directory_get_helpline (directory, "urgent"))));
  none = hc_helpline_load_sources (words, library, NULL);
  g_assert_cmpint (none->len, ==, 0);

  g_assert_cmpint (details->form, ==, HC_SUPPORT_GROUP_FORUM);
  g_assert_cmpint (details->ways, ==, HC_SUPPORT_GROUP_ONLINE | HC_SUPPORT_GROUP_IN_PERSON);
  g_assert_true (details->caregivers);
  g_assert_cmpstr (details->name, ==, "Quilters");
  g_assert_cmpstr (details->audience, ==, "Anybody");
  g_assert_cmpstr (details->join, ==, "Register.");
  g_assert_cmpstr (details->asks, ==, "Be kind.");
  g_assert_cmpstr (details->feed, ==, "https://group.example/feed");
  g_assert_cmpstr (details->country, ==, "Canada");
  one = hc_support_group_load_sources (group, library, NULL);
  g_assert_cmpint (one->len, ==, 1);

  g_assert_cmpstr (text->title, ==, "Finding");
  g_assert_cmpint (g_strv_length ((char **) text->paragraphs), ==, 2);
  g_assert_cmpstr (text->paragraphs[0], ==, "Look around.");
  g_assert_cmpstr (text->questions[1], ==, "How often?");
  g_assert_cmpstr (text->links[0], ==, "health-center:article/alpha");
  guide_sources = hc_care_guide_load_sources (guide, library, NULL);
  g_assert_cmpint (guide_sources->len, ==, 1);

  g_assert_cmpstr (hc_care_directory_get_state_name (directory, "AZ"), ==, "Arizona");
  g_assert_null (hc_care_directory_get_state_name (directory, "ZZ"));
  g_assert_cmpint (g_list_model_get_n_items (hc_care_directory_get_states (directory)), ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (HcCareDirectory) directory = make_directory (FALSE, NULL);
  g_autoptr (GListModel) listed = hc_care_directory_list_centers (directory, &(HcCareQuery) { .text = "a" });

  g_assert_cmpint (g_list_model_get_n_items (listed), ==, 0);
  g_assert_cmpint (g_list_model_get_n_items (hc_care_directory_get_helplines (directory)), ==, 0);
  g_assert_null (hc_care_directory_get_city (directory, "Albany, NY"));
}

static void
assert_listed (HcCareDirectory   *directory,
               const HcCareQuery *query,
               const char        *expected)
{
  g_autoptr (GListModel) listed = hc_care_directory_list_centers (directory, query);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (listed, i);

      g_string_append_printf (ids, "%s ", hc_care_center_get_details (center)->id);
    }

  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_lists (void)
{
  g_autoptr (HcCareDirectory) directory = make_directory (TRUE, NULL);
  HcCity *phoenix = hc_care_directory_get_city (directory, "Phoenix, AZ");
  HcCity *albany = hc_care_directory_get_city (directory, "Albany, NY");

  assert_listed (directory, &(HcCareQuery) { 0, }, "first-center second-campus ");
  assert_listed (directory, &(HcCareQuery) { .laboratories = TRUE },
                 "third-laboratory first-center second-campus ");
  assert_listed (directory, &(HcCareQuery) { .laboratories = TRUE, .order = HC_CARE_ORDER_PLACE },
                 "second-campus third-laboratory first-center ");
  assert_listed (directory, &(HcCareQuery) { .from = phoenix, .order = HC_CARE_ORDER_DISTANCE },
                 "second-campus first-center ");
  assert_listed (directory, &(HcCareQuery) { .from = albany, .order = HC_CARE_ORDER_DISTANCE, .laboratories = TRUE },
                 "third-laboratory first-center second-campus ");
  assert_listed (directory, &(HcCareQuery) { .order = HC_CARE_ORDER_DISTANCE }, "first-center second-campus ");

  assert_listed (directory, &(HcCareQuery) { .state = "NY" }, "first-center ");
  assert_listed (directory, &(HcCareQuery) { .state = "WY" }, "");
  assert_listed (directory, &(HcCareQuery) { .text = "upps" }, "first-center ");
  assert_listed (directory, &(HcCareQuery) { .text = "ARIZONA campus" }, "second-campus ");
  assert_listed (directory, &(HcCareQuery) { .text = "nix" }, "");
  assert_listed (directory, &(HcCareQuery) { .text = " " }, "first-center second-campus ");
}

static void
assert_cities (HcCareDirectory *directory,
               const char      *text,
               guint            limit,
               const char      *expected)
{
  g_autoptr (GListModel) cities = hc_care_directory_find_cities (directory, text, limit);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (HcCity) city = g_list_model_get_item (cities, i);

      g_string_append_printf (labels, "%s; ", hc_city_get_label (city));
    }

  g_assert_cmpstr (labels->str, ==, expected);
}

static void
test_cities (void)
{
  g_autoptr (HcCareDirectory) directory = make_directory (TRUE, NULL);

  assert_cities (directory, "alb", 10, "Albany, NY; ");
  assert_cities (directory, "new", 10, "Albany, NY; New York, NY; ");
  assert_cities (directory, "new", 1, "Albany, NY; ");
  assert_cities (directory, "phoe ariz", 10, "Phoenix, AZ; ");
  assert_cities (directory, "%'\"", 10, "Albany, NY; New York, NY; Phoenix, AZ; ");
  assert_cities (directory, "xyz", 10, "");
}

/* Distances between airports as the world's airlines give them (WGS 84), and what a sphere has by definition. */
static void
test_distance (void)
{
  /* JFK to LAX, 2475 miles; SFO to HNL, 2398 miles. A sphere differs from the Earth by up to 0.5 percent. */
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (40.639928, -73.778692, 33.942496, -118.408048), 2475, 12);
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (37.618806, -122.375417, 21.318681, -157.922428), 2398, 12);

  /* A degree along a meridian, a quarter of the equator, and half a circle: 2 pi 3958.7613 / 360, / 4 and / 2. */
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (40, -74, 41, -74), 69.0934, 0.001);
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (0, 0, 0, 90), 6218.4077, 0.01);
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (0, 0, 0, 180), 12436.8154, 0.01);
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (90, 0, -90, 0), 12436.8154, 0.01);

  /* Across the date line it is two degrees at the equator and not 358. */
  g_assert_cmpfloat_with_epsilon (hc_care_distance_in_miles (0, 179, 0, -179), 138.1868, 0.001);
  g_assert_cmpfloat (hc_care_distance_in_miles (40.71, -74.01, 40.71, -74.01), ==, 0);
}

static void
test_phone (void)
{
  static const struct {
    const char *text;
    const char *uri;
  } numbers[] = {
    { "800-525-2225", "tel:+18005252225" },
    { "1-800-525-2225", "tel:+18005252225" },
    { "800-811-8480", "tel:+18008118480" },
    { "911", "tel:911" },
    { "988", "tel:988" },
    { "741741", "tel:741741" },
    { "8005252225", NULL },
    { "800-525-222", NULL },
    { "800-525-22255", NULL },
    { "2-800-525-2225", NULL },
    { "011-525-2225", NULL },
    { "911-525-2225", NULL },
    { "800-125-2225", NULL },
    { "800-525-2225\n", NULL },
    { "call 911", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *uri = NULL;

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (hc_phone_number_is_valid (numbers[i].text), ==, numbers[i].uri != NULL);

      if (numbers[i].uri != NULL)
        {
          uri = hc_phone_number_dup_uri (numbers[i].text);
          g_assert_cmpstr (uri, ==, numbers[i].uri);
        }
    }
}

static void
assert_found (HcLibrary  *library,
              const char *text,
              const char *kind,
              const char *target)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = hc_library_search_kind (library, kind, text, 5, &error);
  g_autoptr (HcSearchHit) hit = NULL;

  g_assert_no_error (error);
  hit = g_list_model_get_item (hits, 0);
  g_assert_nonnull (hit);
  g_assert_cmpstr (hc_search_hit_get_link (hit), ==, target);
}

static void
test_search (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcCareDirectory) directory = make_directory (TRUE, &library);

  assert_found (library, "uppsala", "center", "health-center:care/first-center");
  assert_found (library, "arizona campus", "center", "health-center:care/second-campus");
  assert_found (library, "danger", "helpline", "health-center:care/urgent");
  assert_found (library, "quilters", "group", "health-center:community/urgent");
  assert_found (library, "how often", "guide", "health-center:care/finding");
}

static void
test_shipped (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcCareDirectory) directory = open_directory (SHIPPED_LIBRARY, &library);
  HcCareCenter *center = hc_care_directory_get_center (directory, "memorial-sloan-kettering");
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  g_autoptr (GTimeZone) los_angeles = g_time_zone_new_identifier ("America/Los_Angeles");
  g_autoptr (GDateTime) friday = g_date_time_new (los_angeles, 2026, 11, 20, 14, 59, 0);
  g_autoptr (GDateTime) later = g_date_time_add_minutes (friday, 1);
  HcHolidayCalendar *holidays = hc_care_directory_get_holidays (directory);
  g_autoptr (HcOpenState) open = NULL, closed = NULL;
  HcCity *chicago = hc_care_directory_get_city (directory, "Chicago, IL");
  g_autoptr (GListModel) near = NULL;
  g_autoptr (HcCareCenter) nearest = NULL;

  /* As the center gives it: 800-525-2225, Monday to Friday, 8 a.m. to 6 p.m. Eastern. */
  g_assert_cmpstr (details->phone, ==, "800-525-2225");
  g_assert_cmpstr (details->hours, ==, "mon-fri 08:00-18:00");
  g_assert_cmpstr (details->zone, ==, "America/New_York");
  open = hc_open_hours_check (hc_care_center_get_hours (center), hc_care_center_get_zone (center), holidays, friday);
  closed = hc_open_hours_check (hc_care_center_get_hours (center), hc_care_center_get_zone (center), holidays, later);
  g_assert_true (open->open);
  g_assert_false (closed->open);

  near = hc_care_directory_list_centers (directory,
                                         &(HcCareQuery) { .from = chicago, .order = HC_CARE_ORDER_DISTANCE });
  nearest = g_list_model_get_item (near, 0);
  g_assert_cmpstr (hc_care_center_get_details (nearest)->id, ==, "northwestern-lurie");

  assert_found (library, "sloan kettering", "center", "health-center:care/memorial-sloan-kettering");
  assert_found (library, "colontown", "group", "health-center:community/colontown");

  /* 73 designations, of which one has two more campuses. */
  g_assert_cmpint (g_list_model_get_n_items (hc_care_directory_get_centers (directory)), ==, 75);
  g_assert_cmpint (g_list_model_get_n_items (hc_care_directory_get_states (directory)), ==, 52);
}

/* Returns the lines of a table of facts, each as its fields, without the first; NULL when it is not at hand. */
static GPtrArray *
read_facts (const char *name)
{
  const char *folder = g_getenv ("HC_SHARED_FACTS");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : SHARED_FACTS, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}

/* Turns "Monday-Friday 8 a.m.-5 p.m. Mountain (Arizona)" into "mon-fri 08:00-17:00". */
static char *
convert_hours (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^Monday-Friday ([0-9]+) a\\.m\\.-([0-9]+) p\\.m\\. ", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *start = NULL, *end = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  start = g_match_info_fetch (match, 1);
  end = g_match_info_fetch (match, 2);

  return g_strdup_printf ("mon-fri %02d:00-%02d:00", (int) g_ascii_strtoll (start, NULL, 10),
                          (int) g_ascii_strtoll (end, NULL, 10) + 12);
}

static HcCareCenter *
find_center (HcCareDirectory  *directory,
             char            **fields)
{
  GListModel *centers = hc_care_directory_get_centers (directory);

  for (guint i = 0; i < g_list_model_get_n_items (centers); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (centers, i);
      const HcCareCenterDetails *details = hc_care_center_get_details (center);

      if (g_str_equal (details->website, fields[7]) && g_str_equal (details->city, fields[2]))
        return center;
    }

  return NULL;
}

static void
test_center_facts (void)
{
  g_autoptr (HcCareDirectory) directory = open_directory (SHIPPED_LIBRARY, NULL);
  g_autoptr (GPtrArray) rows = read_facts ("centers.tsv");

  if (rows == NULL)
    {
      g_test_skip ("The tables of facts are not here");
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      static const char *const kinds[] = { "comprehensive", "clinical", "basic laboratory" };
      char **fields = g_ptr_array_index (rows, i);
      HcCareCenter *center = find_center (directory, fields);
      const HcCareCenterDetails *details;
      g_autofree char *hours = convert_hours (fields[9]);

      g_test_message ("%s", fields[0]);
      g_assert_nonnull (center);
      details = hc_care_center_get_details (center);
      g_assert_cmpstr (details->state, ==, fields[3]);
      g_assert_true (g_str_has_prefix (fields[4], kinds[details->kind]));
      g_assert_cmpint (details->campus_of != NULL, ==, strstr (fields[4], "campus") != NULL);
      g_assert_cmpfloat (details->latitude, ==, g_ascii_strtod (fields[5], NULL));
      g_assert_cmpfloat (details->longitude, ==, g_ascii_strtod (fields[6], NULL));
      g_assert_cmpstr (details->hours, ==, hours);

      /* This one was read later, on a page of the hospital. */
      if (g_str_equal (details->id, "st-jude"))
        g_assert_cmpstr (details->phone, ==, "888-226-4343");
      else
        g_assert_cmpstr (details->phone != NULL ? details->phone : "", ==, fields[8]);
    }

  g_assert_cmpint (rows->len, ==, g_list_model_get_n_items (hc_care_directory_get_centers (directory)));
}

static void
test_city_facts (void)
{
  g_autoptr (HcCareDirectory) directory = open_directory (SHIPPED_LIBRARY, NULL);
  g_autoptr (GPtrArray) rows = read_facts ("cities.tsv");

  if (rows == NULL)
    {
      g_test_skip ("The tables of facts are not here");
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      char **fields = g_ptr_array_index (rows, i);
      g_autofree char *label = g_strdup_printf ("%s, %s", fields[0], fields[1]);
      HcCity *city = hc_care_directory_get_city (directory, label);

      g_test_message ("%s", label);
      g_assert_nonnull (city);
      g_assert_cmpfloat (hc_city_get_details (city)->latitude, ==, g_ascii_strtod (fields[2], NULL));
      g_assert_cmpfloat (hc_city_get_details (city)->longitude, ==, g_ascii_strtod (fields[3], NULL));
      g_assert_cmpstr (hc_city_get_details (city)->zone, ==, fields[4]);
    }

  g_assert_cmpint (rows->len, ==, g_list_model_get_n_items (hc_care_directory_get_cities (directory)));
}

/* Each number of the facts is there, and nothing confirmed that the facts do not have. */
static void
test_helpline_facts (void)
{
  g_autoptr (HcCareDirectory) directory = open_directory (SHIPPED_LIBRARY, NULL);
  GListModel *helplines = hc_care_directory_get_helplines (directory);
  g_autoptr (GPtrArray) rows = read_facts ("helplines.tsv");

  if (rows == NULL)
    {
      g_test_skip ("The tables of facts are not here");
      return;
    }

  g_assert_cmpint (rows->len, ==, g_list_model_get_n_items (helplines));

  for (guint i = 0; i < rows->len; i++)
    {
      char **fields = g_ptr_array_index (rows, i);
      const char *phone = g_str_has_prefix (fields[2], "text ") ? strrchr (fields[2], ' ') + 1 : fields[2];
      gboolean found = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (helplines) && !found; j++)
        {
          g_autoptr (HcHelpline) helpline = g_list_model_get_item (helplines, j);
          const HcHelplineDetails *details = hc_helpline_get_details (helpline);

          found = g_str_equal (details->website, fields[4]) &&
                  g_str_equal (details->phone != NULL ? details->phone : "", phone);
        }

      g_test_message ("%s", fields[0]);
      g_assert_true (found);
    }
}

static void
test_group_facts (void)
{
  g_autoptr (HcCareDirectory) directory = open_directory (SHIPPED_LIBRARY, NULL);
  GListModel *groups = hc_care_directory_get_groups (directory);
  g_autoptr (GPtrArray) rows = read_facts ("groups.tsv");

  if (rows == NULL)
    {
      g_test_skip ("The tables of facts are not here");
      return;
    }

  g_assert_cmpint (rows->len, ==, g_list_model_get_n_items (groups));

  /* Both are in the same order. A group that the facts do not confirm is not confirmed. */
  for (guint i = 0; i < rows->len; i++)
    {
      char **fields = g_ptr_array_index (rows, i);
      g_autoptr (HcSupportGroup) group = g_list_model_get_item (groups, i);
      const HcSupportGroupDetails *details = hc_support_group_get_details (group);

      g_test_message ("%s", fields[0]);
      g_assert_cmpstr (details->website != NULL ? details->website : "", ==, fields[7]);
      if (g_str_equal (fields[9], "no"))
        g_assert_false (details->confirmed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/care/center", test_center);
  g_test_add_func ("/library/care/others", test_others);
  g_test_add_func ("/library/care/empty", test_empty);
  g_test_add_func ("/library/care/lists", test_lists);
  g_test_add_func ("/library/care/cities", test_cities);
  g_test_add_func ("/library/care/distance", test_distance);
  g_test_add_func ("/library/care/phone", test_phone);
  g_test_add_func ("/library/care/search", test_search);
  g_test_add_func ("/library/care/shipped", test_shipped);
  g_test_add_func ("/library/care/facts/centers", test_center_facts);
  g_test_add_func ("/library/care/facts/cities", test_city_facts);
  g_test_add_func ("/library/care/facts/helplines", test_helpline_facts);
  g_test_add_func ("/library/care/facts/groups", test_group_facts);

  return g_test_run ();
}
