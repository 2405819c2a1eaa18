/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-fixture.h"

/* The diary: from the file to the rows, and what the compiler says when something is wrong with it. */

#define LONG_40 "1234567890123456789012345678901234567890"

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

  diary_fixture_write (fixture);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  assert_rows (fixture, "PRAGMA user_version", "6\n");
  assert_rows (fixture, "SELECT position, id, belongs_to, input, better, covered FROM diary_kind ORDER BY position",
               "0|shaking|warning|choice|neither|0\n"
               "1|runs|symptom|grade|lower|0\n"
               "2|ache|symptom|scale10|neither|0\n"
               "3|heat|measurement|number|neither|0\n"
               "4|steps|measurement|count|higher|0\n"
               "5|marker|lab|number|neither|1\n"
               "6|words|day|text|neither|0\n");
  assert_rows (fixture, "SELECT id, minimum, maximum, digits FROM diary_kind ORDER BY position",
               "shaking|0.0|1.0|0\nruns|0.0|3.0|0\nache|0.0|10.0|0\nheat|30.0|45.0|1\nsteps|0.0|99999.0|0\n"
               "marker|0.5|100.0|2\nwords|0.0|0.0|0\n");
  assert_rows (fixture, "SELECT name, question, unit, other_unit, other_factor, other_offset, other_digits, reference "
                        "FROM diary_kind WHERE id = 'heat'", "Heat|How hot?|°C|°F|1.8|32.0|1|About 37.\n");
  assert_rows (fixture, "SELECT hint, link FROM diary_kind WHERE id = 'runs'",
               "Count.|health-center:article/alpha\n");
  assert_rows (fixture, "SELECT kind, position, text FROM diary_word ORDER BY kind, position",
               "ache|0|None\nache|1|Worst\nruns|0|None\nruns|1|Fewer than 4\nruns|2|4 or more\n"
               "runs|3|Beyond counting\nshaking|0|No\nshaking|1|Yes\n");
  assert_rows (fixture, "SELECT position, id, level, title, what_to_do, why, hours, lasting, latest "
                        "FROM red_flag ORDER BY position",
               "0|hot-and-shaking|emergency|Hot and shaking|Call 911.|It is dangerous.|24|0|0\n"
               "1|hot|call-now|Hot|Call now.|Heat.|24|0|0\n"
               "2|runs-for-long|call-today|Runs for long|Call today.|Water.|72|24|0\n"
               "3|marker-low|call-today|Marker low|Call today.|Low.|168|0|1\n");
  assert_rows (fixture, "SELECT position, condition FROM red_flag_condition WHERE flag = 'hot-and-shaking'",
               "0|heat >= 38.0\n1|shaking = 1\n");
  assert_rows (fixture, "SELECT days, text, link FROM cold_avoidance",
               "5|No cold for a while.|health-center:article/gamma\n");
  assert_rows (fixture, "SELECT position, text FROM cold_thing ORDER BY position", "0|Ice\n1|Wind\n");
  assert_rows (fixture, "SELECT owner, number, title FROM source WHERE owner GLOB 'diary/*' OR "
                        "owner = 'red-flag/hot-and-shaking' OR owner = 'cold-avoidance' ORDER BY owner, number",
               "cold-avoidance|1|Title Two\ndiary/heat|1|Title One\ndiary/heat|2|Title Two\ndiary/runs|1|Title One\n"
               "red-flag/hot-and-shaking|1|Title Two\nred-flag/hot-and-shaking|2|Title One\n");
}

/* A content folder without a diary makes a library without one. */
static void
test_no_diary (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT (SELECT count (*) FROM diary_kind), (SELECT count (*) FROM red_flag), "
                        "(SELECT count (*) FROM cold_avoidance)", "0|0|0\n");
}

typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  const char *expected; /* the faults, without the name of the file */
} Case;

static const Case cases[] = {
  /* Kinds */
  { "kind/bad-id", "kind: ache\n", "kind: Ache\n",
    ":27: “Ache” is no id: an id is made of a-z, digits and single dashes\n" },
  { "kind/twice", "kind: ache\n", "kind: shaking\n", ":27: the id “shaking” stands twice\n" },
  { "kind/no-name", "name: Ache\n", "", ":27: the key “name” is missing\n" },
  { "kind/no-question", "ask: How bad?\n", "", ":27: the key “ask” is missing\n" },
  { "kind/unknown-key", "hint: Count.\n", "hints: Count.\n", ":17: there is no key “hints”\n"
    DIARY_FILE ":96: there is no kind “runs” before this line\n" },
  { "kind/unknown-group", "group: lab\n", "group: labs\n", ":57: there is no group “labs”\n" },
  { "kind/group-again", "group: lab\n", "group: symptom\n",
    ":57: the kinds stand group by group, in the order of the groups\n" },
  { "kind/unknown-input", "input: count\n", "input: counter\n", ":50: there is no input “counter”\n" },
  { "kind/unknown-better", "better: higher\n", "better: more\n",
    ":53: “more” is neither neither nor lower nor higher\n" },
  { "kind/long-name", "name: Ache\n", "name: é" LONG_40 "\n", ":28: name has more than 40 characters\n" },
  { "kind/long-question", "ask: How bad?\n", "ask: é" LONG_40 LONG_40 "12345678901234567890\n",
    ":31: ask has more than 100 characters\n" },
  { "kind/long-hint", "hint: Count.\n", "hint: é" LONG_40 LONG_40 LONG_40 LONG_40 LONG_40 LONG_40 LONG_40 "\n",
    ":17: hint has more than 280 characters\n" },
  { "kind/covered", "covered: yes\n", "covered: no\n", ":63: covered: “no” is not yes\n" },
  { "kind/undeclared-source", "from: one, two\n", "from: one, two, three\n",
    ":45: the source “three” is not declared\n" },
  { "kind/lost-link", "article/alpha\n", "article/omega\n", ":12: there is no article “omega”\n" },

  /* Words */
  { "words/too-few", "word: 4 or more\n", "", ":12: each grade from 0 to 3 has one word; here are 3\n" },
  { "words/too-many", "word: 4 or more\n", "word: 4 or more\nword: 9\n",
    ":12: each grade from 0 to 3 has one word; here are 5\n" },
  { "words/twice", "word: 4 or more\n", "word: None\n", ":21: “None” stands twice\n" },
  { "words/long", "word: 4 or more\n", "word: é" LONG_40 LONG_40 LONG_40 "1234567890\n",
    ":21: word has more than 130 characters\n" },
  { "words/empty", "word: 4 or more\n", "word:\n", ":21: the key “word” has no value\n"
    DIARY_FILE ":96: there is no kind “runs” before this line\n" },
  { "words/no-grades", "grades: 3\n", "",
    ":12: a grade, and nothing else, says its highest: grades: 2 to 4\n"
    DIARY_FILE ":12: each grade from 0 to 0 has one word; here are 4\n"
    DIARY_FILE ":95: no entry of the kind “runs” can be compared with that\n" },
  { "words/five-grades", "grades: 3\n", "grades: 5\n",
    ":12: a grade, and nothing else, says its highest: grades: 2 to 4\n"
    DIARY_FILE ":12: each grade from 0 to 0 has one word; here are 4\n"
    DIARY_FILE ":18: grades: “5” is no whole number from 0 to 4\n"
    DIARY_FILE ":96: no entry of the kind “runs” can be compared with that\n" },
  { "words/grades-of-scale", "word: Worst\n", "word: Worst\ngrades: 3\n",
    ":27: a grade, and nothing else, says its highest: grades: 2 to 4\n" },
  { "words/grade-without-source", "better: lower\nlink: health-center:article/alpha\nfrom: one\n", "better: lower\n",
    ":12: grades, a reference and numbers want a source\n" },
  { "words/one-choice", "word: No\nword: Yes\n", "word: Yes\n", ":4: a choice has two to seven words\n"
    DIARY_FILE ":76: no entry of the kind “shaking” can be compared with that\n" },
  { "words/number-without-source", "word: No\nword: Yes\n", "word: No\nword: Over 3\n",
    ":4: grades, a reference and numbers want a source\n" },
  { "words/scale", "word: Worst\n", "word: Worst\nword: Worse\n", ":27: a scale has a word for each end\n" },
  { "words/of-number", "digits: 1\n", "digits: 1\nword: Hot\n", ":35: only a grade, a choice or a scale has words\n" },
  { "words/hint-without-source", "ask: How many steps?\n", "ask: How many steps?\nhint: Count 24 hours.\n",
    ":47: grades, a reference and numbers want a source\n" },

  /* Numbers */
  { "number/no-limits", "limits: 0 | 99999\n", "", ":47: a number has limits: least | greatest\n" },
  { "number/limits-reversed", "limits: 30 | 45\n", "limits: 45 | 30\n",
    ":42: limits: “45 | 30” is not of the form least | greatest\n"
    DIARY_FILE ":76: no entry of the kind “heat” can be compared with that\n"
    DIARY_FILE ":87: no entry of the kind “heat” can be compared with that\n" },
  { "number/limits-alike", "limits: 0 | 99999\n", "limits: 7 | 7\n",
    ":52: limits: “7 | 7” is not of the form least | greatest\n" },
  { "number/limits-not-finite", "limits: 0 | 99999\n", "limits: 0 | inf\n",
    ":52: limits: “0 | inf” is not of the form least | greatest\n" },
  { "number/limits-exponent", "limits: 0 | 99999\n", "limits: 0 | 1e5\n",
    ":52: limits: “0 | 1e5” is not of the form least | greatest\n" },
  { "number/limits-two-points", "limits: 0 | 99999\n", "limits: 0 | 1.2.3\n",
    ":52: limits: “0 | 1.2.3” is not of the form least | greatest\n" },
  { "number/limits-of-text", "ask: What was?\n", "ask: What was?\nlimits: 0 | 1\n",
    ":70: only a number or a count has the key “limits”\n" },
  { "number/unit-of-grade", "hint: Count.\n", "unit: a day\n", ":17: only a number or a count has the key “unit”\n" },
  { "number/reference-of-scale", "word: Worst\n", "word: Worst\nreference: None\nfrom: one\n",
    ":34: only a number or a count has the key “reference”\n" },
  { "number/digits", "digits: 2\n", "digits: 4\n", ":62: digits: “4” is no whole number from 0 to 3\n" },
  { "number/digits-of-count", "limits: 0 | 99999\n", "limits: 0 | 99999\ndigits: 1\n",
    ":47: a count has neither decimals nor another unit\n" },
  { "number/other-unit-fields", "other-unit: °F | 1.8 | 32 | 1\n", "other-unit: °F | 1.8 | 32\n",
    ":41: other-unit: “°F | 1.8 | 32” is not of the form unit | factor | offset | decimals\n" },
  { "number/other-unit-factor", "other-unit: °F | 1.8 | 32 | 1\n", "other-unit: °F | 0 | 32 | 1\n",
    ":41: other-unit: “°F | 0 | 32 | 1” is not of the form unit | factor | offset | decimals\n" },
  { "number/other-unit-same", "other-unit: °F |", "other-unit: °C |",
    ":41: another unit is not that of the kind, which has one\n" },
  { "number/other-unit-alone", "unit: °C\n", "", ":40: another unit is not that of the kind, which has one\n" },
  { "number/reference-without-source", "from: one, two\n", "", ":35: grades, a reference and numbers want a source\n" },

  /* Flags */
  { "flag/bad-id", "flag: hot\n", "flag: hot!\n",
    ":82: “hot!” is no id: an id is made of a-z, digits and single dashes\n" },
  { "flag/twice", "flag: hot\n", "flag: hot-and-shaking\n", ":82: the id “hot-and-shaking” stands twice\n" },
  { "flag/unknown-level", "level: emergency\n", "level: urgent\n",
    ":72: “urgent” is neither emergency nor call-now nor call-today\n" },
  { "flag/level-too-late", "level: call-today\ntitle: Marker low\n", "level: emergency\ntitle: Marker low\n",
    ":102: the flags stand by their levels, the most urgent first\n" },
  { "flag/long-title", "title: Hot\n", "title: é" LONG_40 LONG_40 "\n", ":84: title has more than 80 characters\n" },
  { "flag/nothing-to-do", "do: Call now.\n", "", ":82: the key “do” is missing\n" },
  { "flag/no-why", "why: Heat.\n", "", ":82: the key “why” is missing\n" },
  { "flag/no-source", "within: 24 hours\nfrom: one\n", "within: 24 hours\n", ":82: the key “from” is missing\n" },
  { "flag/no-condition", "when: runs >= 1\n", "", ":91: the key “when” is missing\n" },
  { "flag/unknown-kind", "when: runs >= 1\n", "when: runny >= 1\n",
    ":96: there is no kind “runny” before this line\n" },
  { "flag/no-operator", "when: runs >= 1\n", "when: runs 1\n", ":96: “runs 1” is no condition: kind >= 38.0\n" },
  { "flag/unknown-operator", "when: runs >= 1\n", "when: runs != 1\n",
    ":96: “runs != 1” is no condition: kind >= 38.0\n" },
  { "flag/no-number", "when: runs >= 1\n", "when: runs >= many\n",
    ":96: “runs >= many” is no condition: kind >= 38.0\n" },
  { "flag/beyond-the-limits", "when: marker < 2\n", "when: marker < 0.4\n",
    ":106: no entry of the kind “marker” can be compared with that\n" },
  { "flag/half-a-grade", "when: runs >= 1\n", "when: runs >= 1.5\n",
    ":96: no entry of the kind “runs” can be compared with that\n" },
  { "flag/of-text", "when: runs >= 1\n", "when: words = 0\n",
    ":96: no entry of the kind “words” can be compared with that\n" },
  { "flag/condition-twice", "when: shaking = 1\n", "when: heat >= 38.0\n", ":77: “heat >= 38.0” stands twice\n" },
  { "flag/no-window", "within: 168 hours\n", "", ":101: the key “within” is missing\n" },
  { "flag/window-without-unit", "within: 168 hours\n", "within: 168\n",
    ":107: within: “168” is no whole number from 0 to 744 with the word hours\n" },
  { "flag/window-in-days", "within: 168 hours\n", "within: 7 days\n",
    ":107: within: “7 days” is no whole number from 0 to 744 with the word hours\n" },
  { "flag/no-hours", "within: 168 hours\n", "within: 0 hours\n",
    ":101: within is an hour or more, and more than lasting\n" },
  { "flag/lasts-too-long", "within: 72 hours\n", "within: 24 hours\n",
    ":91: within is an hour or more, and more than lasting\n" },
  { "flag/latest", "latest: yes\n", "latest: true\n", ":108: latest: “true” is not yes\n" },
  { "flag/lost-link", "article/beta\n", "article/omega\n", ":71: there is no article “omega”\n" },

  /* Cold, and the file */
  { "cold/none", "cold-avoidance: 5 days\ntext: No cold for a while.\navoid: Ice\navoid: Wind\n"
    "link: health-center:article/gamma\nfrom: two\n", "", ":1: there is no cold-avoidance\n" },
  { "cold/twice", "cold-avoidance: 5 days\n",
    "cold-avoidance: 5 days\ntext: None.\navoid: Ice\nfrom: two\n\ncold-avoidance: 5 days\n",
    ":116: cold-avoidance stands twice\n" },
  { "cold/no-days", "cold-avoidance: 5 days\n", "cold-avoidance: 0 days\n",
    ":111: cold-avoidance is a day or more\n" },
  { "cold/days-in-words", "cold-avoidance: 5 days\n", "cold-avoidance: some days\n",
    ":111: cold-avoidance: “some days” is no whole number from 0 to 31 with the word days\n"
    DIARY_FILE ":111: cold-avoidance is a day or more\n" },
  { "cold/nothing-to-avoid", "avoid: Ice\navoid: Wind\n", "", ":111: the key “avoid” is missing\n" },
  { "cold/no-source", "article/gamma\nfrom: two\n", "article/gamma\n", ":111: the key “from” is missing\n" },
  { "cold/lost-link", "article/gamma\n", "article/omega\n", ":111: there is no article “omega”\n" },
  { "file/source-never-cited", "source: two |",
    "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\nsource: two |",
    ":2: the source “four” is never cited\n" },
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

  diary_fixture_write (fixture);
  text = compiler_fixture_read (fixture, DIARY_FILE, NULL);
  found = strstr (text, self->find);
  g_assert_nonnull (found);
  g_string_append_len (changed, text, found - text);
  g_string_append (changed, self->replace);
  g_string_append (changed, found + strlen (self->find));
  compiler_fixture_write (fixture, DIARY_FILE, changed->str, -1);

  for (const char *newline = self->expected; (newline = strchr (newline, '\n')) != NULL; newline++)
    n_faults++;
  all = g_strdup_printf (DIARY_FILE "%s%u %s\n", self->expected, n_faults, n_faults == 1 ? "fault" : "faults");

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_cmpstr (errors, ==, all);
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/diary/rows", test_rows);
  g_test_add_func ("/compiler/diary/no-diary", test_no_diary);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compiler/diary/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
