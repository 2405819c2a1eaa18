/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-day-order.h"

/* Times of a day: by hand with the library that is shipped, and in small days against trying all times. */

#define MAX_DOSES 5
#define DAY 1440

typedef struct
{
  const char *name;
  int         minutes[4]; /* ends before the first -1 */
  gboolean    fixed;
} Taken;

#define AT(hours, minutes) ((hours) * 60 + (minutes))

static HcInteractionBook *
open_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (path, &error);
  HcInteractionBook *book;

  g_assert_no_error (error);
  book = hc_interaction_book_new (library, &error);
  g_assert_no_error (error);

  return book;
}

static HcDayOrder *
make_order (HcInteractionBook      *book,
            const Taken            *taken,
            guint                   n,
            const HcDayOrderLimits *limits)
{
  g_autofree HcDayOrderItem *items = g_new0 (HcDayOrderItem, n);
  g_autoptr (GPtrArray) checked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcInteractionCheck) check = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);
      HcSubstance *substance = hc_interaction_book_find (book, taken[i].name);

      g_assert_nonnull (substance);
      g_ptr_array_add (substances, g_object_ref (substance));
      items[i].key = taken[i].name;
      items[i].item = hc_checked_item_new (taken[i].name, substances);
      items[i].minutes = taken[i].minutes;
      items[i].movable = !taken[i].fixed;
      g_ptr_array_add (checked, items[i].item);
      while (items[i].n_minutes < 4 && taken[i].minutes[items[i].n_minutes] >= 0)
        items[i].n_minutes++;
    }

  check = hc_interaction_check_run (book, checked);

  return hc_day_order_new (items, n, check, limits);
}

/* The proposed times, "name hh:mm hh:mm; ". */
static char *
print_times (HcDayOrder  *order,
             const Taken *taken)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->doses->len; i++)
    {
      const HcDayDose *dose = &g_array_index (order->doses, HcDayDose, i);

      if (dose->place == 0)
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", taken[dose->item].name);
      g_string_append_printf (text, " %02d:%02d", dose->proposed / 60, dose->proposed % 60);
    }

  return g_string_free_and_steal (text);
}

/* Each conflict: "first hh:mm second hh:mm apart/wanted", a plus sign for the next day. */
static char *
print_conflicts (HcDayOrder  *order,
                 const Taken *taken)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->conflicts->len; i++)
    {
      const HcDayConflict *conflict = g_ptr_array_index (order->conflicts, i);
      const HcDayDose *first = &g_array_index (order->doses, HcDayDose, conflict->doses[0]);
      const HcDayDose *second = &g_array_index (order->doses, HcDayDose, conflict->doses[1]);

      g_assert_nonnull (hc_finding_get_interaction (conflict->finding));
      if (conflict->of_days)
        g_string_append_printf (text, "days %d\n", conflict->wanted);
      else
        g_string_append_printf (text, "%s %02d:%02d %s %s%02d:%02d %d/%d\n", taken[first->item].name,
                                first->minutes / 60, first->minutes % 60, taken[second->item].name,
                                conflict->over_midnight ? "+" : "", second->minutes / 60, second->minutes % 60,
                                conflict->apart, conflict->wanted);
    }

  return g_string_free_and_steal (text);
}

static void
assert_order (HcInteractionBook *book,
              const Taken       *taken,
              guint              n,
              HcDayOrderResult   result,
              const char        *conflicts,
              const char        *times)
{
  g_autoptr (HcDayOrder) order = make_order (book, taken, n, NULL);
  g_autofree char *found = print_conflicts (order, taken);
  g_autofree char *proposed = print_times (order, taken);

  g_assert_cmpstr (found, ==, conflicts);
  g_assert_cmpstr (proposed, ==, times);
  g_assert_cmpint (order->result, ==, result);
  g_assert_cmpint (order->n_moved > 0, ==, result == HC_DAY_ORDER_PROPOSED);
}

/* One dose moves where one is enough: levothyroxine is four hours from both first at 13:00. */
static void
test_levothyroxine (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  Taken taken[] = {
    { "levothyroxine", { AT (7, 0), -1 }, FALSE },
    { "calcium", { AT (8, 0), -1 }, FALSE },
    { "iron", { AT (9, 0), -1 }, FALSE },
  };
  const char *conflicts = "levothyroxine 07:00 calcium 08:00 60/240\nlevothyroxine 07:00 iron 09:00 120/240\n";

  assert_order (book, taken, 3, HC_DAY_ORDER_PROPOSED, conflicts, "levothyroxine 13:00; calcium 08:00; iron 09:00");

  /* Where it stays, both others move. */
  taken[0].fixed = TRUE;
  assert_order (book, taken, 3, HC_DAY_ORDER_PROPOSED, conflicts, "levothyroxine 07:00; calcium 11:00; iron 11:00");

  /* Nothing can be done when two of them stay. */
  taken[1].fixed = TRUE;
  assert_order (book, taken, 3, HC_DAY_ORDER_NONE, conflicts, "levothyroxine 07:00; calcium 08:00; iron 09:00");
}

/* 2 hours before or 6 hours after, whichever of the two is named first. Ciprofloxacin could not go to 6:30: its
 * doses would be 10 hours and a half apart in the night instead of 12. */
static void
test_ciprofloxacin (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  const Taken antacid_last[] = {
    { "ciprofloxacin", { AT (8, 0), AT (20, 0), -1 }, FALSE },
    { "magnesium", { AT (8, 30), -1 }, FALSE },
  };
  const Taken antacid_first[] = {
    { "magnesium", { AT (14, 15), -1 }, FALSE },
    { "ciprofloxacin", { AT (8, 0), AT (20, 0), -1 }, FALSE },
  };
  const Taken together[] = {
    { "iron", { AT (8, 0), -1 }, FALSE },
    { "ciprofloxacin", { AT (8, 0), -1 }, TRUE },
  };

  assert_order (book, antacid_last, 2, HC_DAY_ORDER_PROPOSED, "ciprofloxacin 08:00 magnesium 08:30 30/120\n",
                "ciprofloxacin 08:00 20:00; magnesium 10:00");
  assert_order (book, antacid_first, 2, HC_DAY_ORDER_PROPOSED, "magnesium 14:15 ciprofloxacin 20:00 345/360\n",
                "magnesium 14:00; ciprofloxacin 08:00 20:00");
  assert_order (book, together, 2, HC_DAY_ORDER_PROPOSED, "ciprofloxacin 08:00 iron 08:00 0/120\n",
                "iron 10:00; ciprofloxacin 08:00");
}

/* From the evening to the next morning. */
static void
test_midnight (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  Taken taken[] = {
    { "sotorasib", { AT (7, 0), -1 }, FALSE },
    { "calcium", { AT (22, 0), -1 }, TRUE },
  };
  Taken late[] = {
    { "levothyroxine", { AT (0, 30), -1 }, FALSE },
    { "calcium", { AT (22, 30), -1 }, TRUE },
  };

  assert_order (book, taken, 2, HC_DAY_ORDER_PROPOSED, "calcium 22:00 sotorasib +07:00 540/600\n",
                "sotorasib 08:00; calcium 22:00");

  /* The other one moves as far. */
  taken[0].fixed = TRUE;
  taken[1].fixed = FALSE;
  assert_order (book, taken, 2, HC_DAY_ORDER_PROPOSED, "calcium 22:00 sotorasib +07:00 540/600\n",
                "sotorasib 07:00; calcium 21:00");

  /* Half past two in the night would do, but nobody is awake, and 23:30 is another day. */
  assert_order (book, late, 2, HC_DAY_ORDER_PROPOSED, "calcium 22:30 levothyroxine +00:30 120/240\n",
                "levothyroxine 06:00; calcium 22:30");
}

/* Sotorasib needs 14 hours without calcium, which two doses 12 hours apart, or 11 and 13, do not leave. */
static void
test_none (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  const Taken taken[] = {
    { "calcium", { AT (8, 0), AT (20, 0), -1 }, FALSE },
    { "sotorasib", { AT (12, 0), -1 }, FALSE },
  };

  assert_order (book, taken, 2, HC_DAY_ORDER_NONE, "calcium 08:00 sotorasib 12:00 240/600\n",
                "calcium 08:00 20:00; sotorasib 12:00");
}

/* What is good stays, on no grid and at no usual hours. */
static void
test_good (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  const Taken taken[] = {
    { "levothyroxine", { AT (4, 7), -1 }, FALSE },
    { "calcium", { AT (8, 7), AT (23, 59), -1 }, FALSE },
  };
  const Taken days[] = {
    { "capecitabine", { AT (8, 0), AT (20, 0), -1 }, FALSE },
    { "filgrastim", { AT (18, 0), -1 }, FALSE },
  };
  g_autoptr (HcDayOrder) nothing = make_order (book, NULL, 0, NULL);

  assert_order (book, taken, 2, HC_DAY_ORDER_GOOD, "", "levothyroxine 04:07; calcium 08:07 23:59");

  /* 24 hours before and after cannot be kept on any day. */
  assert_order (book, days, 2, HC_DAY_ORDER_GOOD, "days 1440\n", "capecitabine 08:00 20:00; filgrastim 18:00");

  g_assert_cmpint (nothing->result, ==, HC_DAY_ORDER_GOOD);
  g_assert_cmpuint (nothing->doses->len, ==, 0);
  g_assert_cmpstr (hc_day_order_get_notice (), ==, "Ask your pharmacist before you change times.");
}

/* Gabapentin at least 2 hours after the antacid: nothing is said of before, and nothing is moved there. */
static void
test_one_way (void)
{
  g_autoptr (HcInteractionBook) book = open_book (SHIPPED_LIBRARY);
  const Taken before[] = {
    { "gabapentin", { AT (7, 0), -1 }, FALSE },
    { "magnesium", { AT (8, 0), -1 }, FALSE },
  };
  const Taken after[] = {
    { "gabapentin", { AT (8, 15), -1 }, FALSE },
    { "magnesium", { AT (8, 0), -1 }, TRUE },
  };
  const Taken together[] = {
    { "gabapentin", { AT (8, 0), -1 }, FALSE },
    { "magnesium", { AT (8, 0), -1 }, TRUE },
  };

  assert_order (book, before, 2, HC_DAY_ORDER_GOOD, "", "gabapentin 07:00; magnesium 08:00");
  assert_order (book, after, 2, HC_DAY_ORDER_PROPOSED, "magnesium 08:00 gabapentin 08:15 15/120\n",
                "gabapentin 10:00; magnesium 08:00");
  assert_order (book, together, 2, HC_DAY_ORDER_PROPOSED, "magnesium 08:00 gabapentin 08:00 0/120\n",
                "gabapentin 06:00; magnesium 08:00");
}

/* Made-up substances, with rules of all forms: how long before the second one at least the first one is taken, or
 * after it. */
static const struct
{
  const char *a, *b, *hours;
  int before, after;
} rules[] = {
  { "aconol", "bconol", "4", 4, 4 },
  { "aconol", "cconol", "2 before, 6 after", 2, 6 },
  { "cconol", "bconol", "3 after", 0, 3 },
  { "dconol", "cconol", "1 before, 2 after", 1, 2 },
  { "bconol", "dconol", "5 before", 5, 0 },
  { "aconol", "dconol", "30", 30, 30 },
  { "dconol", "econol", "12", 12, 12 },
  { "econol", "aconol", "9 before, 14 after", 9, 14 },
};
static const char *const names[] = { "aconol", "bconol", "cconol", "dconol", "econol" };

static HcInteractionBook *
open_made_up (CompilerFixture *content)
{
  g_autoptr (GString) text = g_string_new ("source: one | T | P | https://one.example/ | undated | 2026-11-20 | read\n"
                                           "\n");
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "substance: %s\nkind: medicine\n\n", names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_string_append_printf (text, "pair: %s + %s\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\ntiming: T.\n"
                            "hours: %s\nfrom: one\nstate: confirmed\n\n", rules[i].a, rules[i].b, rules[i].hours);

  compiler_fixture_write (content, "content/interactions/made-up.txt", text->str, -1);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  return open_book (path);
}

/* A day as a plain list of doses. */
typedef struct
{
  const char *name[MAX_DOSES];
  int         now[MAX_DOSES];
  gboolean    fixed[MAX_DOSES];
  guint       n;
} Day;

/* Whether two doses are too near, looking at the second one of yesterday, today and tomorrow. */
static gboolean
are_too_near (const Day *day,
              const int *times,
              guint      x,
              guint      y)
{
  gboolean moved = times[x] != day->now[x] || times[y] != day->now[y];

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gboolean straight = g_str_equal (rules[i].a, day->name[x]) && g_str_equal (rules[i].b, day->name[y]);
      gboolean reverse = g_str_equal (rules[i].a, day->name[y]) && g_str_equal (rules[i].b, day->name[x]);
      int a = straight ? times[x] : times[y], b = straight ? times[y] : times[x];
      int before = 60 * rules[i].before, after = 60 * rules[i].after;

      if ((!straight && !reverse) || before + after > DAY)
        continue;

      if (moved && before == 0)
        before = after;
      if (moved && after == 0)
        after = before;

      for (int shift = -DAY; shift <= DAY; shift += DAY)
        if ((b + shift > a && b + shift - a < before) || (b + shift < a && a - b - shift < after) || b + shift == a)
          return TRUE;
    }

  return FALSE;
}

static guint
count_too_near (const Day *day,
                const int *times)
{
  guint n = 0;

  for (guint x = 0; x < day->n; x++)
    for (guint y = x + 1; y < day->n; y++)
      n += are_too_near (day, times, x, y);

  return n;
}

/* Whether the doses of each thing are in their order, and no gap is more than an hour shorter than now. */
static gboolean
is_even (const Day *day,
         const int *times,
         int        grid)
{
  for (guint first = 0, next; first < day->n; first = next)
    {
      for (next = first + 1; next < day->n && day->name[next] == day->name[first]; next++)
        ;

      if (next == first + 1 || day->fixed[first])
        continue;

      for (guint i = first; i < next; i++)
        {
          guint other = i + 1 < next ? i + 1 : first;
          int midnight = i + 1 < next ? 0 : DAY;
          int gap = day->now[other] + midnight - day->now[i];

          if (times[other] + midnight - times[i] < MIN (gap, MAX (gap - 60, grid)))
            return FALSE;
        }
    }

  return TRUE;
}

/* Tries all times; returns whether there are good ones, with the fewest moves and of these the shortest. */
static gboolean
try_all (const Day              *day,
         const HcDayOrderLimits *limits,
         guint                  *n_moved,
         int                    *sum)
{
  int times[MAX_DOSES] = { 0 };
  int n_slots = limits->latest / limits->grid - (limits->earliest + limits->grid - 1) / limits->grid + 1;
  int first_slot = (limits->earliest + limits->grid - 1) / limits->grid * limits->grid;
  guint64 n_combinations = 1;
  gboolean found = FALSE;

  for (guint i = 0; i < day->n; i++)
    n_combinations *= (guint64) n_slots + 1;

  for (guint64 combination = 0; combination < n_combinations; combination++)
    {
      guint64 rest = combination;
      gboolean allowed = TRUE;
      guint moved = 0;
      int way = 0;

      for (guint i = 0; i < day->n; i++)
        {
          int choice = (int) (rest % ((guint64) n_slots + 1));

          rest /= (guint64) n_slots + 1;
          times[i] = choice == 0 ? day->now[i] : first_slot + (choice - 1) * limits->grid;
          moved += times[i] != day->now[i];
          way += ABS (times[i] - day->now[i]);
          allowed = allowed && (choice == 0 || !day->fixed[i]);
        }

      if (!allowed || (found && (moved > *n_moved || (moved == *n_moved && way >= *sum))) ||
          !is_even (day, times, limits->grid) || count_too_near (day, times) > 0)
        continue;

      found = TRUE;
      *n_moved = moved;
      *sum = way;
    }

  return found;
}

/* Makes a day of a seed, and the same as the order wants it. */
static guint
make_day (GRand *random,
          Day   *day,
          Taken *taken)
{
  guint start = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (names));
  guint n_items = (guint) g_rand_int_range (random, 2, 5);
  guint n = 0;

  memset (day, 0, sizeof (Day));

  for (guint i = 0; i < n_items && day->n < MAX_DOSES - 1; i++, n++)
    {
      guint n_doses = (guint) g_rand_int_range (random, 1, 3);
      int hour = g_rand_int_range (random, 0, n_doses == 1 ? 96 : 48) * 15;
      gboolean fixed = g_rand_int_range (random, 0, 6) == 0;

      n_doses = MIN (n_doses, MAX_DOSES - 1 - day->n);
      taken[n] = (Taken) { names[(start + i) % G_N_ELEMENTS (names)], { -1, -1, -1, -1 }, fixed };

      for (guint j = 0; j < n_doses; j++)
        {
          taken[n].minutes[j] = hour + (int) j * 720;
          day->name[day->n] = taken[n].name;
          day->now[day->n] = taken[n].minutes[j];
          day->fixed[day->n] = fixed;
          day->n++;
        }
    }

  return n;
}

static void
test_all_times (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_made_up (content);
  guint n_results[3] = { 0 };

  for (guint seed = 0; seed < 400; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      HcDayOrderLimits limits = { 6 * 60, 23 * 60, seed % 2 == 0 ? 120 : 90, 60, 1000000 };
      Taken taken[MAX_DOSES];
      Day day;
      guint n = make_day (random, &day, taken);
      g_autoptr (HcDayOrder) order = make_order (book, taken, n, &limits);
      int proposed[MAX_DOSES] = { 0 };
      guint n_conflicts = 0, n_moved = 0, moved = 0;
      int sum = 0, way = 0;
      gboolean possible = try_all (&day, &limits, &n_moved, &sum);

      g_test_message ("seed %u", seed);
      g_assert_cmpuint (order->doses->len, ==, day.n);

      for (guint i = 0; i < order->conflicts->len; i++)
        n_conflicts += !((const HcDayConflict *) g_ptr_array_index (order->conflicts, i))->of_days;
      g_assert_cmpuint (n_conflicts, ==, count_too_near (&day, day.now));

      g_assert_cmpint (order->result, ==, n_conflicts == 0 ? HC_DAY_ORDER_GOOD
                                          : possible ? HC_DAY_ORDER_PROPOSED : HC_DAY_ORDER_NONE);
      n_results[order->result]++;
      if (order->result == HC_DAY_ORDER_NONE)
        continue;

      for (guint i = 0; i < day.n; i++)
        {
          proposed[i] = g_array_index (order->doses, HcDayDose, i).proposed;
          moved += proposed[i] != day.now[i];
          way += ABS (proposed[i] - day.now[i]);
          g_assert_true (proposed[i] == day.now[i] || !day.fixed[i]);
          g_assert_true (proposed[i] == day.now[i] ||
                         (proposed[i] % limits.grid == 0 && proposed[i] >= limits.earliest &&
                          proposed[i] <= limits.latest));
        }

      g_assert_cmpuint (count_too_near (&day, proposed), ==, 0);
      g_assert_true (is_even (&day, proposed, limits.grid));
      g_assert_cmpuint (moved, ==, n_moved);
      g_assert_cmpuint (order->n_moved, ==, n_moved);
      g_assert_cmpint (way, ==, sum);
    }

  /* There is something of each sort. */
  for (guint i = 0; i < G_N_ELEMENTS (n_results); i++)
    g_assert_cmpuint (n_results[i], >, 20);
}

/* Thirty things: the search ends, and what is found is the same each time. */
static void
test_crowd (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcInteractionBook) book = open_made_up (content);
  Taken taken[30];
  g_autoptr (HcDayOrder) first = NULL, second = NULL, many = NULL;
  g_autofree char *times = NULL, *again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    taken[i] = (Taken) { i < 3 ? "bconol" : "aconol", { AT (i < 3 ? 10 : 9, 0), -1 }, FALSE };

  first = make_order (book, taken, G_N_ELEMENTS (taken), NULL);
  second = make_order (book, taken, G_N_ELEMENTS (taken), NULL);
  times = print_times (first, taken);
  again = print_times (second, taken);

  g_assert_cmpuint (first->conflicts->len, ==, 3 * 27);
  g_assert_cmpint (first->result, ==, HC_DAY_ORDER_PROPOSED);
  g_assert_cmpuint (first->n_moved, ==, 3);
  g_assert_true (g_str_has_prefix (times, "bconol 13:00; bconol 13:00; bconol 13:00; aconol 09:00; "));
  g_assert_cmpstr (times, ==, again);

  /* Sixty doses would have to move: too many to be tried. */
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      taken[i].minutes[1] = taken[i].minutes[0] + 12 * 60;
      taken[i].minutes[2] = -1;
    }

  many = make_order (book, taken, G_N_ELEMENTS (taken), NULL);
  g_assert_cmpint (many->result, ==, HC_DAY_ORDER_NONE);
  g_assert_cmpuint (many->n_moved, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/day-order/levothyroxine", test_levothyroxine);
  g_test_add_func ("/context/day-order/ciprofloxacin", test_ciprofloxacin);
  g_test_add_func ("/context/day-order/midnight", test_midnight);
  g_test_add_func ("/context/day-order/none", test_none);
  g_test_add_func ("/context/day-order/good", test_good);
  g_test_add_func ("/context/day-order/one-way", test_one_way);
  g_test_add_func ("/context/day-order/all-times", test_all_times);
  g_test_add_func ("/context/day-order/crowd", test_crowd);

  return g_test_run ();
}
