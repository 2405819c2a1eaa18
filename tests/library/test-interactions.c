/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drug-fixture.h"
#include "hc-interaction-check.h"
#include "hc-source.h"

/* What is found about medicines taken together: in a small library, where it can be worked out by hand, and
 * in the one that is shipped, where a slow query says the same. */

static const char *const severity_names[] = { "major", "moderate", "minor" };

static HcLibrary *
open_library (CompilerFixture *content)
{
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  drug_fixture_write (content);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

static HcInteractionBook *
open_book (CompilerFixture *content)
{
  g_autoptr (HcLibrary) library = open_library (content);
  g_autoptr (GError) error = NULL;
  HcInteractionBook *book = hc_interaction_book_new (library, &error);

  g_assert_no_error (error);

  return book;
}

static HcInteractionBook *
open_shipped (HcLibrary **library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) shipped = hc_library_new (SHIPPED_LIBRARY, &error);
  HcInteractionBook *book;

  g_assert_no_error (error);
  book = hc_interaction_book_new (shipped, &error);
  g_assert_no_error (error);
  if (library != NULL)
    *library = g_steal_pointer (&shipped);

  return book;
}

/* Makes an item of names with commas between them; a name that nobody knows adds nothing. */
static HcCheckedItem *
make_item (HcInteractionBook *book,
           const char        *names)
{
  g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      HcSubstance *substance = hc_interaction_book_find (book, parts[i]);

      if (substance != NULL)
        g_ptr_array_add (substances, g_object_ref (substance));
    }

  return hc_checked_item_new (names, substances);
}

static GPtrArray *
make_items (HcInteractionBook *book,
            const char        *names)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (names, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (items, make_item (book, parts[i]));

  return items;
}

/* "a+b kind severity" of each finding, and what nothing was found about. */
static char *
print_check (HcInteractionCheck *check)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < check->findings->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (check->findings, i);
      HcInteraction *interaction = hc_finding_get_interaction (finding);

      g_string_append_printf (text, "%s+%s ", hc_substance_get_id (hc_finding_get_substance (finding, 0)),
                              hc_substance_get_id (hc_finding_get_substance (finding, 1)));

      switch (hc_finding_get_kind (finding))
        {
        case HC_FINDING_INTERACTION:
          g_assert_nonnull (interaction);
          g_assert_null (hc_finding_get_group (finding));
          g_string_append_printf (text, "%d", (int) hc_interaction_get_details (interaction)->id);
          break;
        case HC_FINDING_SAME_INGREDIENT:
          g_assert_null (interaction);
          g_string_append (text, "same");
          break;
        case HC_FINDING_SAME_GROUP:
          g_assert_null (interaction);
          g_string_append (text, hc_finding_get_group (finding)->id);
          break;
        default:
          g_assert_not_reached ();
        }

      g_string_append_printf (text, " %s\n", severity_names[hc_finding_get_severity (finding)]);
    }

  for (guint i = 0; i < check->unknown->len; i++)
    g_string_append_printf (text, "?%s\n", hc_checked_item_get_name (g_ptr_array_index (check->unknown, i)));

  g_string_append_printf (text, "%u", check->n_unknown);

  return g_string_free_and_steal (text);
}

static void
assert_check (HcInteractionBook *book,
              const char        *names,
              const char        *expected)
{
  g_autoptr (GPtrArray) items = make_items (book, names);
  g_autoptr (HcInteractionCheck) check = hc_interaction_check_run (book, items);
  g_autofree char *text = print_check (check);

  g_assert_cmpstr (text, ==, expected);
}

/* Entries go before rules, and the worse before the better. */
static void
test_pairs (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);

  /* The entry is as severe as the rule, or worse: the rule says nothing new. */
  assert_check (book, "fabrolin;nabrozine", "fabrolin+nabrozine 1 major\n0");
  assert_check (book, "nabrozine;grape soda", "nabrozine+grape-soda 3 minor\n0");

  /* The rule is worse than the entry. */
  assert_check (book, "fabrolin;mirodex", "fabrolin+mirodex 5 moderate\nfabrolin+mirodex 2 minor\n0");
  assert_check (book, "mirodex;fabrolin", "mirodex+fabrolin 5 moderate\nmirodex+fabrolin 2 minor\n0");

  /* There are only rules. */
  assert_check (book, "quell-wort;fabrolin", "quell-wort+fabrolin 5 moderate\n0");
  assert_check (book, "grape soda;mirodex", "grape-soda+mirodex 4 minor\n0");

  /* A rule of a group with itself, and another one of other groups. */
  assert_check (book, "herb tonic;quell-wort", "herb-tonic+quell-wort 6 moderate\nherb-tonic+quell-wort 4 minor\n0");

  /* Two of a group, of which something is said beside, and of which nothing is. */
  assert_check (book, "mirodex;nabrozine", "mirodex+nabrozine 5 moderate\n0");
  assert_check (book, "mirodex;quell-wort", "mirodex+quell-wort sleepers moderate\n0");

  /* Two of a group where that is nothing unusual. */
  assert_check (book, "grape soda;herb tonic", "1");
}

static void
test_details (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);
  HcSubstance *fabrolin = hc_interaction_book_get_substance (book, "fabrolin");
  HcSubstance *nabrozine = hc_interaction_book_get_substance (book, "nabrozine");
  HcSubstance *mirodex = hc_interaction_book_get_substance (book, "mirodex");
  g_autoptr (GPtrArray) entries = hc_interaction_book_list_pair (book, fabrolin, nabrozine);
  g_autoptr (GPtrArray) both = hc_interaction_book_list_pair (book, mirodex, fabrolin);
  g_autoptr (GPtrArray) none = hc_interaction_book_list_pair (book, fabrolin, fabrolin);
  const HcInteractionDetails *details;

  g_assert_cmpuint (entries->len, ==, 1);
  details = hc_interaction_get_details (g_ptr_array_index (entries, 0));
  g_assert_cmpstr (details->effect, ==, "One plus one.");
  g_assert_cmpstr (details->action, ==, "Call before the next dose.");
  g_assert_cmpstr (details->why, ==, "Both do the same.");
  g_assert_cmpstr (details->timing, ==, "Take them some hours apart.");
  g_assert_cmpint (details->hours, ==, 4);
  g_assert_false (details->is_rule);
  g_assert_true (details->confirmed);

  g_assert_cmpuint (both->len, ==, 2);
  details = hc_interaction_get_details (g_ptr_array_index (both, 0));
  g_assert_true (details->is_rule);
  g_assert_null (details->timing);
  g_assert_cmpint (details->hours, ==, 0);
  details = hc_interaction_get_details (g_ptr_array_index (both, 1));
  g_assert_false (details->is_rule);
  g_assert_false (details->confirmed);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (hc_interaction_book_find_twice (book, fabrolin, nabrozine));
  g_assert_cmpstr (hc_interaction_book_find_twice (book, mirodex, nabrozine)->twice, ==, "Ask first.");
  g_assert_cmpstr (hc_interaction_book_find_twice (book, mirodex, nabrozine)->name, ==, "What makes sleepy");
  g_assert_null (hc_interaction_book_get_substance (book, "Fabrolin"));
}

/* How far apart, seen from either side: 4 hours either way; 2 hours before or 6 hours after; by a rule. */
static void
test_hours (void)
{
  static const struct { const char *items; int before, after; } cases[] = {
    { "fabrolin;nabrozine", 4, 4 },
    { "fabrolin;zz-juice", 6, 2 }, { "zz-juice;fabrolin", 2, 6 },
    { "mirodex;zz-juice", 0, 3 }, { "zz-juice;mirodex", 3, 0 },
    { "nabrozine;zz-juice", 5, 1 }, { "zz-juice;nabrozine", 1, 5 },
    { "herb tonic;quell-wort", 0, 0 },
  };
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = NULL;

  compiler_fixture_write (content, "content/interactions/hours.txt",
                          "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\n\n"
                          "group: drinks\nname: Drinks\nmembers: zz-juice\n\n"
                          "group: nabs\nname: Nabs\nmembers: Nabrozine\n\n"
                          "pair: zz-juice + fabrolin\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\n"
                          "timing: T.\nhours: 2 before, 6 after\nfrom: four\nstate: confirmed\n\n"
                          "pair: zz-juice + mirodex\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\n"
                          "timing: T.\nhours: 3 before\nfrom: four\nstate: confirmed\n\n"
                          "rule: nabs + drinks\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\n"
                          "timing: T.\nhours: 5 before, 1 after\nfrom: four\nstate: confirmed\n", -1);
  book = open_book (content);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = make_items (book, cases[i].items);
      g_autoptr (HcInteractionCheck) check = hc_interaction_check_run (book, items);
      int before = -1, after = -1;

      g_assert_cmpuint (check->findings->len, >, 0);
      g_assert_cmpint (hc_finding_get_hours (g_ptr_array_index (check->findings, 0), &before, &after), ==,
                       cases[i].before + cases[i].after > 0);
      g_assert_cmpint (before, ==, cases[i].before);
      g_assert_cmpint (after, ==, cases[i].after);
    }
}

/* All at once: the worst first. Nothing is known of the soda with the two that have fabrolin, of the juice with
 * six others, and of what nobody knows with seven. */
static void
test_order (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);

  assert_check (book, "grape soda;mirodex;quell-wort;fabrolin;nabrozine;Fabrol;alpha juice;unobtainium",
                "fabrolin+fabrolin same major\n"
                "fabrolin+nabrozine 1 major\n"
                "nabrozine+fabrolin 1 major\n"
                "mirodex+quell-wort sleepers moderate\n"
                "mirodex+fabrolin 5 moderate\n"
                "mirodex+nabrozine 5 moderate\n"
                "mirodex+fabrolin 5 moderate\n"
                "quell-wort+fabrolin 5 moderate\n"
                "quell-wort+nabrozine 5 moderate\n"
                "quell-wort+fabrolin 5 moderate\n"
                "grape-soda+mirodex 4 minor\n"
                "grape-soda+quell-wort 4 minor\n"
                "grape-soda+nabrozine 3 minor\n"
                "mirodex+fabrolin 2 minor\n"
                "mirodex+fabrolin 2 minor\n"
                "?unobtainium\n"
                "15");
}

/* What several things act in. */
static void
test_combinations (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);

  assert_check (book, "fabrolin,grape soda;nabrozine,fabrolin",
                "fabrolin+fabrolin same major\n"
                "fabrolin+nabrozine 1 major\n"
                "grape-soda+nabrozine 3 minor\n"
                "0");

  /* The parts of one thing are nobody's choice. */
  assert_check (book, "fabrolin,nabrozine", "0");
  assert_check (book, "fabrolin,nabrozine;alpha juice", "1");
}

static void
test_unknown (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (HcInteractionCheck) check = hc_interaction_check_run (book, nothing);

  g_assert_cmpuint (check->findings->len + check->unknown->len + check->n_unknown, ==, 0);
  assert_check (book, "fabrolin;alpha juice;grape soda", "3");
  assert_check (book, "moonshine", "?moonshine\n0");
  assert_check (book, "moonshine;fabrolin;moonshine", "?moonshine\n?moonshine\n3");
}

/* One thing with others, not these among themselves. */
static void
test_with (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);
  g_autoptr (HcCheckedItem) item = make_item (book, "grape soda");
  g_autoptr (GPtrArray) others = make_items (book, "fabrolin;nabrozine;mirodex;moonshine");
  g_autoptr (HcInteractionCheck) check = hc_interaction_check_run_with (book, item, others);
  g_autofree char *text = print_check (check);

  g_assert_cmpstr (text, ==, "grape-soda+nabrozine 3 minor\ngrape-soda+mirodex 4 minor\n?moonshine\n2");
  g_assert_true (hc_finding_get_item (g_ptr_array_index (check->findings, 0), 0) == item);
  g_assert_true (hc_finding_get_item (g_ptr_array_index (check->findings, 0), 1) == g_ptr_array_index (others, 1));
}

static void
assert_found (HcInteractionBook *book,
              const char        *name,
              const char        *expected)
{
  HcSubstance *substance = hc_interaction_book_find (book, name);

  g_assert_cmpstr (substance != NULL ? hc_substance_get_id (substance) : NULL, ==, expected);
}

static void
test_names (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);
  static const struct { const char *name, *id; } names[] = {
    { "Fabrolin", "fabrolin" }, { "FABROLIN", "fabrolin" }, { "  fabrolin ", "fabrolin" },
    { "Fabrol", "fabrolin" }, { "fabro ease", "fabrolin" }, { "Fabro-Ease", "fabrolin" },
    { "fabrolen", "fabrolin" }, { "fábrolin", "fabrolin" },
    { "Mirodex acetate", "mirodex" }, { "mirodexum", "mirodex" }, { "mirodorm", "mirodex" },
    { "nabrozan", "nabrozine" }, { "NABRO", "nabrozine" },
    { "St. Quell's Wort", "quell-wort" }, { "st quell’s wort", "quell-wort" }, { "St Quells wort", "quell-wort" },
    { "St. Quellʼs wort", "quell-wort" }, { "St. Quell‘s wort", "quell-wort" }, { "St. Quell`s wort", "quell-wort" },
    { "quell-wort", "quell-wort" }, { "Quellonia", "quell-wort" }, { "ALPHA JUICE", "zz-juice" },
    { "fabro", NULL }, { "fabrolin x", NULL }, { "quells wort", NULL }, { "", NULL }, { " - ", NULL },
    { "fabrolin\xff", "fabrolin" }, { "mirodex; DROP TABLE substance", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_found (book, names[i].name, names[i].id);
}

/* A name goes before another one that is only called so, too, whatever comes first in the alphabet. */
static void
test_name_before_other_names (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = NULL;

  compiler_fixture_write (content, "content/interactions/0.txt",
                          "substance: Aconol\nalso: zibrol, first\nkind: medicine\n\n"
                          "substance: Bconol\nalso: first\nkind: medicine\n\n"
                          "substance: Zibrol\nkind: vaccine\n\n"
                          "substance: Contrast dye\nkind: other\n", -1);
  book = open_book (content);
  assert_found (book, "zibrol", "zibrol");
  assert_found (book, "first", "aconol");
  g_assert_cmpint (hc_substance_get_kind (hc_interaction_book_find (book, "zibrol")), ==, HC_SUBSTANCE_VACCINE);
  g_assert_cmpint (hc_substance_get_kind (hc_interaction_book_find (book, "contrast dye")), ==, HC_SUBSTANCE_OTHER);
}

static void
test_substances (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_book (content);
  GListModel *substances = hc_interaction_book_get_substances (book);
  HcSubstance *nabrozine = hc_interaction_book_get_substance (book, "nabrozine");
  HcSubstance *wort = hc_interaction_book_get_substance (book, "quell-wort");
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (substances); i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

      g_string_append_printf (names, "%s;", hc_substance_get_name (substance));
    }
  g_assert_cmpstr (names->str, ==, "alpha juice;Fabrolin;Grape soda;Herb tonic;Mirodex;Nabrozine;St. Quell's Wort;");

  g_assert_cmpint (hc_substance_get_kind (nabrozine), ==, HC_SUBSTANCE_MEDICINE);
  g_assert_null (hc_substance_get_drug (nabrozine));
  g_assert_cmpstrv (hc_substance_get_also (nabrozine), ((const char *[]) { "Nabro", "Nabrozan", NULL }));
  g_assert_cmpint (hc_substance_get_kind (wort), ==, HC_SUBSTANCE_SUPPLEMENT);
  g_assert_cmpstr (hc_substance_get_drug (wort), ==, "quell-wort");
  g_assert_cmpint (hc_substance_get_kind (hc_interaction_book_find (book, "Grape soda")), ==, HC_SUBSTANCE_FOOD);
  g_object_get (wort, "name", &name, NULL);
  g_assert_cmpstr (name, ==, "St. Quell's Wort");
}

static void
test_sources (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = open_library (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcInteractionBook) book = hc_interaction_book_new (library, &error);
  g_autoptr (GPtrArray) entries = NULL, sources = NULL;
  const HcSource *source;

  g_assert_no_error (error);
  entries = hc_interaction_book_list_pair (book, hc_interaction_book_find (book, "fabrolin"),
                                           hc_interaction_book_find (book, "nabrozine"));
  sources = hc_interaction_load_sources (g_ptr_array_index (entries, 0), library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "Title Two");
  g_assert_cmpstr (source->url, ==, "https://two.example/");
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpstr (source->title, ==, "Title Three");
}

/* The 30 substances that belong to the most groups. */
#define CHOSEN \
  "SELECT id FROM substance ORDER BY" \
  " (SELECT count (*) FROM interaction_member WHERE substance = substance.id) DESC, id LIMIT 30"

#define GRADE(severity) "CASE " severity " WHEN 'major' THEN 0 WHEN 'moderate' THEN 1 ELSE 2 END"
#define GROUPS(substance) "(SELECT member_of FROM interaction_member WHERE substance = " substance ")"

/* For each two of many medicines the book says what a query says that looks at every row: all entries and
 * rules, without the rules that an entry makes needless; where there is nothing, two of a group. */
static void
test_shipped_pairs (void)
{
  static const char sql[] =
    "WITH chosen AS (" CHOSEN "),"
    " pair AS (SELECT x.id AS x, y.id AS y FROM chosen AS x, chosen AS y WHERE x.id < y.id),"
    " hit AS (SELECT x, y, id, is_rule, " GRADE ("severity") " AS grade FROM pair, interaction"
    "   WHERE (is_rule = 0 AND a = x AND b = y)"
    "      OR (is_rule = 1 AND a IN " GROUPS ("x") " AND b IN " GROUPS ("y") ")"
    "      OR (is_rule = 1 AND a IN " GROUPS ("y") " AND b IN " GROUPS ("x") ")),"
    " shown AS (SELECT * FROM hit WHERE is_rule = 0 OR NOT EXISTS"
    "   (SELECT 1 FROM hit AS entry WHERE entry.is_rule = 0 AND entry.x = hit.x AND entry.y = hit.y"
    "      AND entry.grade <= hit.grade))"
    "SELECT x, y, grade, is_rule, id FROM shown "
    "UNION ALL SELECT x, y, 1, 2, 0 FROM pair"
    "  WHERE NOT EXISTS (SELECT 1 FROM shown WHERE shown.x = pair.x AND shown.y = pair.y)"
    "    AND EXISTS (SELECT 1 FROM interaction_group AS g WHERE twice IS NOT NULL"
    "                  AND id IN " GROUPS ("x") " AND id IN " GROUPS ("y") ") "
    "ORDER BY x, y, grade, is_rule, id";
  g_autoptr (HcInteractionBook) book = open_shipped (NULL);
  g_autofree char *expected = compiler_query (SHIPPED_LIBRARY, sql);
  g_autofree char *ids = compiler_query (SHIPPED_LIBRARY, "SELECT id FROM (" CHOSEN ") ORDER BY id");
  g_auto (GStrv) chosen = g_strsplit (g_strchomp (ids), "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_cmpuint (g_strv_length (chosen), ==, 30);

  for (guint i = 0; i < 30; i++)
    for (guint j = i + 1; j < 30; j++)
      {
        g_autofree char *names = g_strconcat (chosen[j], ";", chosen[i], NULL);
        g_autoptr (GPtrArray) items = make_items (book, names);
        g_autoptr (HcInteractionCheck) check = hc_interaction_check_run (book, items);

        g_assert_cmpuint (check->unknown->len, ==, 0);
        g_assert_cmpuint (check->n_unknown, ==, check->findings->len == 0);

        for (guint k = 0; k < check->findings->len; k++)
          {
            HcFinding *finding = g_ptr_array_index (check->findings, k);
            HcInteraction *interaction = hc_finding_get_interaction (finding);

            g_string_append_printf (found, "%s|%s|%d|%d|%d\n", chosen[i], chosen[j],
                                    (int) hc_finding_get_severity (finding),
                                    interaction != NULL ? hc_interaction_get_details (interaction)->is_rule : 2,
                                    interaction != NULL ? (int) hc_interaction_get_details (interaction)->id : 0);
          }
      }

  /* There is something of each sort to compare. */
  g_assert_true (strstr (expected, "|0|1|") != NULL && strstr (expected, "|0|0|") != NULL);
  g_assert_true (strstr (expected, "|1|2|0\n") != NULL);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_shipped_entries (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcInteractionBook) book = open_shipped (&library);
  g_autoptr (GPtrArray) blood = NULL, thyroid = NULL, sources = NULL, items = NULL;
  g_autoptr (HcInteractionCheck) check = NULL;
  g_autoptr (GError) error = NULL;
  const HcInteractionDetails *details;
  HcFinding *finding;

  blood = hc_interaction_book_list_pair (book, hc_interaction_book_find (book, "Warfarin"),
                                         hc_interaction_book_find (book, "Xeloda"));
  g_assert_cmpuint (blood->len, >, 0);
  details = hc_interaction_get_details (g_ptr_array_index (blood, 0));
  g_assert_cmpint (details->severity, ==, HC_SEVERITY_MAJOR);
  g_assert_nonnull (strstr (details->effect, "bleed"));
  sources = hc_interaction_load_sources (g_ptr_array_index (blood, 0), library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, >, 0);

  thyroid = hc_interaction_book_list_pair (book, hc_interaction_book_find (book, "iron"),
                                           hc_interaction_book_find (book, "levothyroxine"));
  g_assert_cmpuint (thyroid->len, ==, 1);
  details = hc_interaction_get_details (g_ptr_array_index (thyroid, 0));
  g_assert_cmpint (details->hours, ==, 4);
  g_assert_nonnull (strstr (details->timing, "4 hours"));

  items = make_items (book, "ibuprofen;Aleve");
  check = hc_interaction_check_run (book, items);
  g_assert_cmpuint (check->findings->len, >, 0);
  g_assert_cmpuint (check->n_unknown, ==, 0);
  finding = g_ptr_array_index (check->findings, 0);
  g_assert_cmpint (hc_finding_get_severity (finding), <=, HC_SEVERITY_MODERATE);

  assert_found (book, "St. John's Wort", "st-johns-wort");
  assert_found (book, "st johns wort", "st-johns-wort");
  assert_found (book, "SAINT JOHN’S WORT", "st-johns-wort");
}

/* Every interaction has what a card shows, and its sources; every substance is found by its name. */
static void
test_shipped_whole (void)
{
  g_autoptr (HcInteractionBook) book = open_shipped (NULL);
  GListModel *substances = hc_interaction_book_get_substances (book);
  g_autofree char *bare = compiler_query (SHIPPED_LIBRARY,
    "SELECT id FROM interaction WHERE effect = '' OR action = '' OR why = '' OR (hours > 0) != (timing IS NOT NULL)"
    " OR NOT EXISTS (SELECT 1 FROM source WHERE owner = 'interaction/' || interaction.id)");
  g_autofree char *lost = compiler_query (SHIPPED_LIBRARY,
    "SELECT a, b FROM interaction WHERE is_rule = 0 AND"
    " (a NOT IN (SELECT id FROM substance) OR b NOT IN (SELECT id FROM substance) OR a >= b) "
    "UNION ALL SELECT a, b FROM interaction WHERE is_rule = 1 AND"
    " (a NOT IN (SELECT id FROM interaction_group) OR b NOT IN (SELECT id FROM interaction_group) OR a > b)");

  g_assert_cmpstr (bare, ==, "");
  g_assert_cmpstr (lost, ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (substances), >, 200);

  for (guint i = 0; i < g_list_model_get_n_items (substances); i++)
    {
      g_autoptr (HcSubstance) substance = g_list_model_get_item (substances, i);

      assert_found (book, hc_substance_get_name (substance), hc_substance_get_id (substance));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/interactions/pairs", test_pairs);
  g_test_add_func ("/library/interactions/details", test_details);
  g_test_add_func ("/library/interactions/hours", test_hours);
  g_test_add_func ("/library/interactions/order", test_order);
  g_test_add_func ("/library/interactions/combinations", test_combinations);
  g_test_add_func ("/library/interactions/unknown", test_unknown);
  g_test_add_func ("/library/interactions/with", test_with);
  g_test_add_func ("/library/interactions/names", test_names);
  g_test_add_func ("/library/interactions/name-before-other-names", test_name_before_other_names);
  g_test_add_func ("/library/interactions/substances", test_substances);
  g_test_add_func ("/library/interactions/sources", test_sources);
  g_test_add_func ("/library/interactions/shipped/pairs", test_shipped_pairs);
  g_test_add_func ("/library/interactions/shipped/entries", test_shipped_entries);
  g_test_add_func ("/library/interactions/shipped/whole", test_shipped_whole);

  return g_test_run ();
}
