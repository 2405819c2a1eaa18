/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-fixture.h"

/* The care folder: from the files to the rows, and what the compiler says when something is wrong with them. */

#define LONG_50 "12345678901234567890123456789012345678901234567890"

static void
assert_rows (CompilerFixture *fixture,
             const char      *sql,
             const char      *expected)
{
  g_autofree char *rows = compiler_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  care_fixture_write (fixture);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  assert_rows (fixture, "SELECT code, name FROM us_state ORDER BY code", "AZ|Arizona\nNY|New York\nWY|Wyoming\n");
  assert_rows (fixture, "SELECT name, state, latitude, longitude, zone FROM city ORDER BY name",
               "Albany|NY|42.65|-73.75|America/New_York\nNew York|NY|40.71|-74.01|America/New_York\n"
               "Phoenix|AZ|33.45|-112.07|America/Phoenix\n");
  assert_rows (fixture, "SELECT position, name, rule FROM holiday", "0|Big Day|july 4\n");
  assert_rows (fixture, "SELECT position, id, name, parent, campus_of, kind, city, state, latitude, longitude, zone "
                        "FROM care_center ORDER BY position",
               "0|first-center|First Center|Uppsala College||comprehensive|New York|NY|40.76|-73.96|America/New_York\n"
               "1|second-campus|Second Campus||first-center|clinical|Phoenix|AZ|33.66|-111.96|America/Phoenix\n"
               "2|third-laboratory|A Laboratory|||laboratory|Albany|NY|42.65|-73.75|America/New_York\n");
  assert_rows (fixture, "SELECT website, phone, phone_for, hours, confirmed, checked, remark "
                        "FROM care_center ORDER BY position",
               "https://first.example|800-555-0100|New patients|mon-fri 08:00-18:00|1|2026-11-21|Big.\n"
               "https://second.example/a||||0|2026-11-20|\nhttps://third.example||||1|2026-11-20|\n");
  assert_rows (fixture, "SELECT * FROM helpline ORDER BY position",
               "urgent|0|Urgent|Danger|911||always||https://urgent.example|English|Free|1|2026-11-21|\n"
               "words|1|Words|Talking|741741|HOME|mon-thu 10:00-18:00|America/New_York|https://words.example|"
               "English|Free|0|2026-11-21|Perhaps.\n");
  assert_rows (fixture, "SELECT * FROM support_group",
               "urgent|0|Quilters|forum|5|1|A forum.|Anybody|Public|Free|Register.|Be kind.|https://group.example|"
               "800-555-0101|https://group.example/feed|Canada|1|2026-11-21|\n");
  assert_rows (fixture, "SELECT * FROM care_guide", "finding|0|Finding|How to find.|2026-11-21\n");
  assert_rows (fixture, "SELECT kind, position, text FROM care_guide_text ORDER BY kind, position",
               "ask|0|How many?\nask|1|How often?\nlink|0|health-center:article/alpha\ntext|0|Look around.\n"
               "text|1|Ask.\n");
  assert_rows (fixture, "SELECT owner, number, title FROM source "
                        "WHERE owner GLOB 'care/*' OR owner GLOB 'community/*' OR owner = 'holidays' "
                        "ORDER BY owner, number",
               "care/finding|1|Title One\ncare/first-center|1|Title Two\ncare/first-center|2|Title One\n"
               "care/second-campus|1|Title One\ncare/third-laboratory|1|Title One\ncare/urgent|1|Title One\n"
               "community/urgent|1|Title One\nholidays|1|Title One\n");
}

static void
test_no_care (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT (SELECT count (*) FROM care_center), (SELECT count (*) FROM city)", "0|0\n");
}

static void
test_missing_file (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  care_fixture_write (fixture);
  compiler_fixture_remove (fixture, CARE_GROUPS);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_true (g_str_has_prefix (errors, CARE_GROUPS ":1: the file cannot be read: "));
}

/* Articles may link to what the care folder has. */
static void
test_links (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL, *more = NULL;

  care_fixture_write (fixture);
  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER ALPHA_TEXT "\n[A](health-center:care/urgent), "
                          "[b](health-center:community/urgent) and [c](health-center:care/finding).\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER ALPHA_TEXT "\n[A](health-center:community/finding).\n", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &more, NULL), ==, 1);
  g_assert_cmpstr (more, ==, "content/articles/alpha.md:20: there is nothing of the id “finding” in the care folder\n"
                             "1 fault\n");
}

typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *expected; /* the faults, without the name of the file */
} Case;

static const Case cases[] = {
  { "city/form", CARE_CITIES, "city: Albany | 42.65 | -73.75 |", "city: Albany | 42.65 |",
    ":3: “Albany | 42.65 | America/New_York” is not of the form name | latitude | longitude | time zone\n" },
  { "city/latitude", CARE_CITIES, "42.65", "92.65",
    ":3: “Albany | 92.65 | -73.75 | America/New_York” is not of the form name | latitude | longitude | time zone\n" },
  { "city/east", CARE_CITIES, "-73.75", "73.75",
    ":3: “Albany | 42.65 | 73.75 | America/New_York” is not of the form name | latitude | longitude | time zone\n" },
  { "city/not-a-number", CARE_CITIES, "42.65", "nan",
    ":3: “Albany | nan | -73.75 | America/New_York” is not of the form name | latitude | longitude | time zone\n" },
  { "city/zone", CARE_CITIES, "-112.07 | America/Phoenix", "-112.07 | America/Fenix",
    ":8: there is no time zone “America/Fenix”\n" },
  { "city/zone-is-path", CARE_CITIES, "-112.07 | America/Phoenix", "-112.07 | /usr/share/zoneinfo/UTC",
    ":8: there is no time zone “/usr/share/zoneinfo/UTC”\n" },
  { "city/zone-is-rule", CARE_CITIES, "-112.07 | America/Phoenix", "-112.07 | MST7",
    ":8: there is no time zone “MST7”\n" },
  { "city/twice", CARE_CITIES, "city: Albany |", "city: New York |", ":4: “New York, NY” stands twice\n" },
  { "state/twice", CARE_CITIES, "state: WY\n", "state: AZ\n", ":10: the state “AZ” stands twice\n" },
  { "state/letters", CARE_CITIES, "state: WY\n", "state: Wy\n", ":10: “Wy” are not two letters\n" },

  { "holiday/rule", CARE_HOLIDAYS, "july 4", "july fourth", ":4: “july fourth” does not say when a holiday is\n" },
  { "holiday/source", CARE_HOLIDAYS, "from: one\n", "from: two\n",
    ":1: the source “one” is never cited\n" CARE_HOLIDAYS ":5: the source “two” is not declared\n" },

  { "center/zone", CARE_CENTERS, "zone: America/Phoenix\n", "zone: America/Fenix\n",
    ":26: there is no time zone “America/Fenix”\n" },
  { "center/no-zone", CARE_CENTERS, "zone: America/Phoenix\n", "", ":20: the key “zone” is missing\n" },
  { "center/state", CARE_CENTERS, "Phoenix, AZ", "Phoenix, AR", ":24: there is no state “AR”\n" },
  { "center/city", CARE_CENTERS, "Phoenix, AZ", "Phoenix", ":24: “Phoenix” is not of the form city, state\n" },
  { "center/at", CARE_CENTERS, "at: 33.66 | -111.96", "at: 33.66, -111.96",
    ":25: “33.66, -111.96” is not of the form latitude | longitude\n" },
  { "center/kind", CARE_CENTERS, "kind: clinical", "kind: clinic", ":23: there is no kind “clinic”\n" },
  { "center/phone-in-words", CARE_CENTERS, "800-555-0100", "800-CALL-NOW",
    ":12: “800-CALL-NOW” is no telephone number: write 800-555-0100 or 911\n" },
  { "center/phone-too-short", CARE_CENTERS, "800-555-0100", "555-0100",
    ":12: “555-0100” is no telephone number: write 800-555-0100 or 911\n" },
  { "center/phone-area", CARE_CENTERS, "800-555-0100", "100-555-0100",
    ":12: “100-555-0100” is no telephone number: write 800-555-0100 or 911\n" },
  { "center/phone-other-country", CARE_CENTERS, "800-555-0100", "+44 20 7946 0000",
    ":12: “+44 20 7946 0000” is no telephone number: write 800-555-0100 or 911\n" },
  { "center/hours", CARE_CENTERS, "mon-fri 08:00-18:00", "weekdays 8-6",
    ":14: hours: “weekdays” are no days: write mon, mon-fri, mon,wed or daily\n" },
  { "center/hours-overlap", CARE_CENTERS, "mon-fri 08:00-18:00", "mon-fri 08:00-18:00; fri 17:00-19:00",
    ":14: hours: Two of the times overlap\n" },
  { "center/hours-without-phone", CARE_CENTERS, "phone: 800-555-0100\n", "",
    ":4: hours are those of a telephone, and there is none\n" },
  { "center/http", CARE_CENTERS, "https://first.example", "http://first.example",
    ":11: “http://first.example” is not an https address\n" },
  { "center/source-missing", CARE_CENTERS, "from: two, one\n", "",
    ":2: the source “two” is never cited\n" CARE_CENTERS ":4: the key “from” is missing\n"
    CARE_CENTERS ":21: there is no center “first-center” before this line\n" },
  { "center/source-undeclared", CARE_CENTERS, "from: two, one\n", "from: two, one, six\n",
    ":15: the source “six” is not declared\n" },
  { "center/state-of-verification", CARE_CENTERS, "state: unconfirmed", "state: maybe",
    ":29: state: “maybe” is neither confirmed nor unconfirmed\n" },
  { "center/date", CARE_CENTERS, "checked: 2026-11-21", "checked: 2026-11-31",
    ":17: checked, “2026-11-31”, is a date that does not exist\n" },
  { "center/bad-id", CARE_CENTERS, "center: third-laboratory", "center: Third",
    ":32: “Third” is no id: an id is made of a-z, digits and single dashes\n" },
  { "center/twice", CARE_CENTERS, "center: third-laboratory", "center: second-campus",
    ":32: the id “second-campus” stands twice\n" },
  { "center/campus", CARE_CENTERS, "campus-of: first-center", "campus-of: third-laboratory",
    ":22: there is no center “third-laboratory” before this line\n" },
  { "center/long-name", CARE_CENTERS, "name: First Center", "name: é" LONG_50 LONG_50,
    ":5: name has more than 100 characters\n" },
  { "center/unknown-key", CARE_CENTERS, "website: https://third", "web: https://third",
    ":32: the key “website” is missing\n" CARE_CENTERS ":38: there is no key “web”\n" },

  { "helpline/id-of-center", CARE_HELPLINES, "helpline: words", "helpline: first-center",
    ":15: the id “first-center” stands twice\n" },
  { "helpline/confirmed-by-nobody", CARE_HELPLINES, "state: unconfirmed", "state: confirmed",
    ":25: what is confirmed wants a source\n" },
  { "helpline/no-zone", CARE_HELPLINES, "zone: America/New_York\n", "", ":20: hours want a time zone\n" },
  { "helpline/no-phone", CARE_HELPLINES, "phone: 741741\n", "",
    ":15: hours are those of a telephone, and there is none\n" },

  { "group/form", CARE_GROUPS, "form: forum", "form: board", ":5: there is no form “board”\n" },
  { "group/ways", CARE_GROUPS, "ways: online, in-person", "ways: online, by-mail",
    ":6: ways are of online, telephone and in-person\n" },
  { "group/no-ways", CARE_GROUPS, "ways: online, in-person", "ways: ,",
    ":6: ways are of online, telephone and in-person\n" },
  { "group/caregivers", CARE_GROUPS, "caregivers: yes", "caregivers: maybe",
    ":7: caregivers is yes, or left out\n" },
  { "group/feed", CARE_GROUPS, "feed: https", "feed: http",
    ":16: “http://group.example/feed” is not an https address\n" },
  { "group/phone", CARE_GROUPS, "800-555-0101", "0800 555 0101",
    ":15: “0800 555 0101” is no telephone number: write 800-555-0100 or 911\n" },

  { "guide/lost-link", CARE_GUIDES, "article/alpha", "article/omega", ":3: there is no article “omega”\n" },
  { "guide/other-link", CARE_GUIDES, "health-center:article/alpha", "https://alpha.example",
    ":3: “https://alpha.example” is not of the form health-center:article/ID#anchor\n" },
  { "guide/no-text", CARE_GUIDES, "text: Look\n  around.\ntext: Ask.\n", "",
    ":1: the source “one” is never cited\n" CARE_GUIDES ":3: the key “text” is missing\n" },
  { "guide/long-text", CARE_GUIDES, "text: Ask.", "text: é" LONG_50 LONG_50 LONG_50 LONG_50 LONG_50 LONG_50 LONG_50
    LONG_50 LONG_50 LONG_50, ":8: text has more than 500 characters\n" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *self = user_data;
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autofree char *text = NULL, *errors = NULL, *all = NULL;
  const char *found;
  guint n_faults = 0;

  care_fixture_write (fixture);
  text = compiler_fixture_read (fixture, self->file, NULL);
  found = strstr (text, self->find);
  g_assert_nonnull (found);
  g_string_append_len (changed, text, found - text);
  g_string_append (changed, self->replace);
  g_string_append (changed, found + strlen (self->find));
  compiler_fixture_write (fixture, self->file, changed->str, -1);

  for (const char *newline = self->expected; (newline = strchr (newline, '\n')) != NULL; newline++)
    n_faults++;
  all = g_strdup_printf ("%s%s%u %s\n", self->file, self->expected, n_faults, n_faults == 1 ? "fault" : "faults");

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_cmpstr (errors, ==, all);
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/care/rows", test_rows);
  g_test_add_func ("/compiler/care/no-care", test_no_care);
  g_test_add_func ("/compiler/care/missing-file", test_missing_file);
  g_test_add_func ("/compiler/care/links", test_links);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compiler/care/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
