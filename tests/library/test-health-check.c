/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-health-check.h"
#include "hc-source.h"

#define SOURCE "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n\n"

#define CHECK                                                                                    \
  SOURCE                                                                                         \
  "step: danger\nkind: any\nask: Danger?\noption: pain | Pain\noption: blood | Blood\n\n"        \
  "step: treated\nkind: one\nask: Treated?\ndetail: Now.\noption: yes | Yes\noption: no | No\n\n" \
  "step: fever\nkind: any\nask: Fever?\nwhen: treated = yes\noption: high | High\noption: low | Low\n\n" \
  "step: age\nkind: number\nask: Age?\nwhen: treated = no\nminimum: 0\nmaximum: 120\n\n"         \
  "result: call\ngrade: emergency\ntitle: Call\ntext: Now.\nwhen: danger = any\nstop: yes\nfrom: one\n\n" \
  "result: know\ngrade: know\ntitle: Know\ntext: It.\nwhen: danger = none, treated = no\nfrom: one\n\n" \
  "result: team\ngrade: call\ntitle: Team\ntext: Now.\nwhen: fever = high\nstop: yes\nfrom: one\n\n" \
  "result: screen\ngrade: visit\ntitle: Screen\ntext: At 45.\nwhen: age >= 45, age <= 75\n"      \
  "link: health-center:article/alpha\nfrom: one\n"

static HcHealthCheck *
make_check (CompilerFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = NULL;
  HcHealthCheck *check;

  compiler_fixture_write (fixture, "content/health-check.txt", CHECK, -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  library = hc_library_new (path, &error);
  g_assert_no_error (error);
  check = hc_health_check_new (library, &error);
  g_assert_no_error (error);

  return check;
}

static void
assert_step (HcHealthCheck *check,
             const char    *id)
{
  const HcHealthStep *step = hc_health_check_get_step (check);

  g_assert_cmpstr (step != NULL ? step->id : NULL, ==, id);
}

static void
assert_results (HcHealthCheck *check,
                const char    *expected)
{
  g_autoptr (GPtrArray) results = hc_health_check_list_results (check);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const HcHealthResult *) g_ptr_array_index (results, i))->id);

  g_assert_cmpstr (ids->str, ==, expected);
}

static void
answer (HcHealthCheck *check,
        const char    *option)
{
  hc_health_check_answer (check, (const char *const[]) { option, NULL });
}

/* A sign of danger ends the check: nothing else is asked, nothing else is said. */
static void
test_danger (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcHealthCheck) check = make_check (fixture);
  const HcHealthStep *step = hc_health_check_get_step (check);
  const HcHealthResult *result;
  g_autoptr (GPtrArray) results = NULL;

  assert_step (check, "danger");
  g_assert_cmpint (step->kind, ==, HC_HEALTH_STEP_ANY);
  g_assert_cmpstr (step->ask, ==, "Danger?");
  g_assert_null (step->detail);
  g_assert_cmpuint (step->options->len, ==, 2);
  g_assert_cmpstr (((HcHealthOption *) g_ptr_array_index (step->options, 1))->text, ==, "Blood");
  g_assert_false (hc_health_check_can_go_back (check));

  hc_health_check_answer (check, (const char *const[]) { "pain", "blood", NULL });
  assert_step (check, NULL);
  assert_results (check, "call");

  results = hc_health_check_list_results (check);
  result = g_ptr_array_index (results, 0);
  g_assert_cmpint (result->grade, ==, HC_HEALTH_GRADE_EMERGENCY);
  g_assert_cmpuint (result->sources->len, ==, 1);
  g_assert_cmpstr (((HcSource *) g_ptr_array_index (result->sources, 0))->title, ==, "Title One");
  g_assert_null (result->link);
}

/* A step that does not concern the person is left out; the most urgent result comes first. */
static void
test_path (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcHealthCheck) check = make_check (fixture);
  g_autoptr (GError) error = NULL;

  answer (check, NULL);
  assert_step (check, "treated");
  answer (check, "no");
  assert_step (check, "age");
  g_assert_true (hc_health_check_answer_number (check, " 45 ", &error));
  g_assert_no_error (error);
  assert_step (check, NULL);
  assert_results (check, "screen know");

  hc_health_check_restart (check);
  assert_step (check, "danger");
  g_assert_false (hc_health_check_can_go_back (check));
  answer (check, NULL);
  answer (check, "yes");
  assert_step (check, "fever");
  answer (check, "low");
  assert_step (check, NULL);
  assert_results (check, "");
}

static void
test_borders (void)
{
  static const struct {
    const char *age;
    const char *results;
  } cases[] = {
    { "0", "know" }, { "44", "know" }, { "45", "screen know" }, { "75", "screen know" },
    { "76", "know" }, { "120", "know" },
  };
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcHealthCheck) check = make_check (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      hc_health_check_restart (check);
      answer (check, NULL);
      answer (check, "no");
      g_assert_true (hc_health_check_answer_number (check, cases[i].age, NULL));
      assert_results (check, cases[i].results);
    }
}

/* What is no age is not taken for one, and the question stays. */
static void
test_bad_numbers (void)
{
  static const char *const bad[] = { "", "abc", "-1", "121", "45.5", "1e2", "99999999999999999999", "４５", "45 46" };
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcHealthCheck) check = make_check (fixture);

  answer (check, NULL);
  answer (check, "no");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (hc_health_check_answer_number (check, bad[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == HC_HEALTH_CHECK_ERROR);
      assert_step (check, "age");
    }
}

/* Going back keeps the answer for a look, and another answer makes those after it void. */
static void
test_back (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcHealthCheck) check = make_check (fixture);
  const char *const *before;

  answer (check, NULL);
  answer (check, "yes");
  answer (check, "high");
  assert_results (check, "team");

  hc_health_check_go_back (check);
  assert_step (check, "fever");
  before = hc_health_check_get_answer (check);
  g_assert_cmpstr (before[0], ==, "high");
  hc_health_check_go_back (check);
  assert_step (check, "treated");

  answer (check, "no");
  assert_step (check, "age");
  g_assert_true (hc_health_check_answer_number (check, "30", NULL));
  assert_results (check, "know");
}

static void
test_conditions (void)
{
  static const char *const bad[] = {
    "", "age", "age =", "= 45", "age >= ", "age >= x", "age >= 45 | 50", "age > 45", "a = b = c", "a = b,",
    "a b = c", "age >= 12345", "a = b ,, c = d",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_null (hc_health_condition_parse (bad[i]));
    }

  {
    g_autoptr (HcHealthCondition) condition = hc_health_condition_parse ("a = b|c, age >= 5");
    const char *const *values;

    g_assert_cmpuint (hc_health_condition_get_n (condition), ==, 2);
    g_assert_cmpstr (hc_health_condition_get (condition, 0, &values), ==, "a");
    g_assert_cmpstr (values[1], ==, "c");
    g_assert_cmpstr (hc_health_condition_get (condition, 1, &values), ==, "age");
    g_assert_null (values);
  }
}

/* The shipped check, walked by hand after the recommendations that it names: fever during
 * chemotherapy is a call at once, average risk at 45 is grade B, at 80 grade C. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_autoptr (HcHealthCheck) check = NULL;
  static const struct {
    const char *age;
    const char *results;
  } ages[] = { { "44", "age-young" }, { "45", "age-45" }, { "50", "age-50" }, { "75", "age-50" },
               { "80", "age-76" }, { "90", "age-86" } };

  g_assert_no_error (error);
  check = hc_health_check_new (library, &error);
  g_assert_no_error (error);

  answer (check, NULL);
  answer (check, "chemo");
  answer (check, "fever");
  assert_results (check, "fever");

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      hc_health_check_restart (check);
      answer (check, NULL);
      answer (check, "finished");
      answer (check, "no");
      answer (check, NULL);
      g_assert_true (hc_health_check_answer_number (check, ages[i].age, NULL));
      answer (check, NULL);
      answer (check, "no");
      assert_results (check, ages[i].results);
    }

  hc_health_check_restart (check);
  answer (check, "chest");
  assert_results (check, "call-emergency");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/health-check/danger", test_danger);
  g_test_add_func ("/health-check/path", test_path);
  g_test_add_func ("/health-check/borders", test_borders);
  g_test_add_func ("/health-check/bad-numbers", test_bad_numbers);
  g_test_add_func ("/health-check/back", test_back);
  g_test_add_func ("/health-check/conditions", test_conditions);
  g_test_add_func ("/health-check/shipped", test_shipped);

  return g_test_run ();
}
