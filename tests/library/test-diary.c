/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "diary-fixture.h"
#include "hc-red-flag-check.h"
#include "hc-source.h"

/* What can be written down, and which entries are red flags: in a small library, where it can be worked out by
 * hand, and in the one that is shipped, against what its sources say. */

static HcDiaryBook *
open_book (const char  *path,
           HcLibrary  **library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) opened = hc_library_new (path, &error);
  HcDiaryBook *book;

  g_assert_no_error (error);
  book = hc_diary_book_new (opened, &error);
  g_assert_no_error (error);
  if (library != NULL)
    *library = g_steal_pointer (&opened);

  return book;
}

static HcDiaryBook *
make_book (gboolean    with_diary,
           HcLibrary **library)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autofree char *path = g_build_filename (content->root, "library.db", NULL);
  g_autofree char *errors = NULL;

  if (with_diary)
    diary_fixture_write (content);
  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  return open_book (path, library);
}

static const HcDiaryKindDetails *
get_details (HcDiaryBook *book,
             const char  *id)
{
  return hc_diary_kind_get_details (hc_diary_book_get_kind (book, id));
}

static void
test_kinds (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcDiaryBook) book = make_book (TRUE, &library);
  GListModel *kinds = hc_diary_book_get_kinds (book);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) sources = NULL, none = NULL;
  const HcDiaryKindDetails *heat = get_details (book, "heat"), *runs = get_details (book, "runs");
  const HcDiaryKindDetails *marker = get_details (book, "marker"), *words = get_details (book, "words");

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);

      g_string_append_printf (ids, "%s ", hc_diary_kind_get_details (kind)->id);
    }
  g_assert_cmpstr (ids->str, ==, "shaking runs ache heat steps marker words ");

  g_assert_cmpint (heat->group, ==, HC_DIARY_GROUP_MEASUREMENT);
  g_assert_cmpint (heat->input, ==, HC_DIARY_INPUT_NUMBER);
  g_assert_cmpstr (heat->unit, ==, "°C");
  g_assert_cmpstr (heat->other_unit, ==, "°F");
  g_assert_cmpfloat (heat->minimum, ==, 30);
  g_assert_cmpfloat (heat->maximum, ==, 45);
  g_assert_cmpint (heat->digits, ==, 1);
  g_assert_cmpstr (heat->reference, ==, "About 37.");
  g_assert_null (heat->words);
  g_assert_null (heat->link);
  g_assert_false (heat->covered);

  g_assert_cmpint (runs->group, ==, HC_DIARY_GROUP_SYMPTOM);
  g_assert_cmpint (runs->input, ==, HC_DIARY_INPUT_GRADE);
  g_assert_cmpint (runs->better, ==, HC_DIARY_BETTER_LOWER);
  g_assert_cmpstrv ((char **) runs->words,
                    ((const char *[]) { "None", "Fewer than 4", "4 or more", "Beyond counting", NULL }));
  g_assert_cmpstr (runs->link, ==, "health-center:article/alpha");

  g_assert_true (marker->covered);
  g_assert_cmpint (marker->group, ==, HC_DIARY_GROUP_LAB);
  g_assert_cmpint (words->input, ==, HC_DIARY_INPUT_TEXT);
  g_assert_cmpint (words->group, ==, HC_DIARY_GROUP_DAY);
  g_assert_cmpint (get_details (book, "steps")->better, ==, HC_DIARY_BETTER_HIGHER);
  g_assert_null (hc_diary_book_get_kind (book, "Heat"));

  sources = hc_diary_kind_load_sources (hc_diary_book_get_kind (book, "heat"), library, NULL);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((HcSource *) g_ptr_array_index (sources, 1))->title, ==, "Title Two");
  none = hc_diary_kind_load_sources (hc_diary_book_get_kind (book, "ache"), library, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_accepts (void)
{
  static const struct { const char *kind; double value; gboolean accepted; } values[] = {
    { "heat", 29.9, FALSE }, { "heat", 30, TRUE }, { "heat", 36.65, TRUE }, { "heat", 45, TRUE },
    { "heat", 45.1, FALSE }, { "heat", NAN, FALSE }, { "heat", INFINITY, FALSE },
    { "runs", 0, TRUE }, { "runs", 3, TRUE }, { "runs", 4, FALSE }, { "runs", -1, FALSE }, { "runs", 1.5, FALSE },
    { "shaking", 1, TRUE }, { "shaking", 2, FALSE }, { "ache", 10, TRUE }, { "ache", 11, FALSE },
    { "steps", 99999, TRUE }, { "steps", 12.5, FALSE }, { "words", 0, FALSE },
  };
  g_autoptr (HcDiaryBook) book = make_book (TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_test_message ("%s %g", values[i].kind, values[i].value);
      g_assert_cmpint (hc_diary_kind_accepts (hc_diary_book_get_kind (book, values[i].kind), values[i].value), ==,
                       values[i].accepted);
    }
}

static void
assert_format (HcDiaryBook *book,
               const char  *kind,
               double       value,
               gboolean     in_other,
               const char  *expected)
{
  g_autofree char *text = hc_diary_kind_format (hc_diary_book_get_kind (book, kind), value, in_other);

  g_assert_cmpstr (text, ==, expected);
}

/* What was typed in the other unit comes back as it was typed, and meets the threshold that it means. */
static void
test_units (void)
{
  g_autoptr (HcDiaryBook) book = make_book (TRUE, NULL);
  g_autoptr (HcDiaryBook) shipped = open_book (SHIPPED_LIBRARY, NULL);
  HcDiaryKind *heat = hc_diary_book_get_kind (book, "heat");

  g_assert_cmpfloat (hc_diary_kind_from_other (heat, 100.4), ==, 38.0);
  g_assert_cmpfloat (hc_diary_kind_from_other (heat, 98.6), ==, 37.0);
  g_assert_cmpfloat (hc_diary_kind_from_other (heat, 100.3), <, 38.0);
  g_assert_cmpfloat_with_epsilon (hc_diary_kind_to_other (heat, 38.0), 100.4, 1e-9);
  g_assert_cmpfloat (hc_diary_kind_to_other (hc_diary_book_get_kind (book, "marker"), 3.5), ==, 3.5);

  for (int tenths = 860; tenths <= 1130; tenths++)
    {
      g_autofree char *typed = g_strdup_printf ("%d.%d\u00a0°F", tenths / 10, tenths % 10);

      assert_format (book, "heat", hc_diary_kind_from_other (heat, tenths / 10.0), TRUE, typed);
    }

  assert_format (book, "heat", 38, FALSE, "38.0\u00a0°C");
  assert_format (book, "marker", 3.456, FALSE, "3.46\u00a0ng/mL");
  assert_format (book, "marker", 3.456, TRUE, "3.46\u00a0ng/mL");
  assert_format (book, "steps", 120, FALSE, "120");
  assert_format (book, "ache", 7, FALSE, "7/10");
  assert_format (book, "runs", 2, FALSE, "4 or more");
  assert_format (book, "shaking", 1, TRUE, "Yes");

  /* 154 lb are 69.9 kg, 500 cells are 0.5; 1 mg/dL of creatinine 88 µmol/L; 180 mg/dL of sugar 10 mmol/L. */
  assert_format (shipped, "weight",
                 hc_diary_kind_from_other (hc_diary_book_get_kind (shipped, "weight"), 154), FALSE, "69.9\u00a0kg");
  g_assert_cmpfloat (hc_diary_kind_from_other (hc_diary_book_get_kind (shipped, "neutrophils"), 500), ==, 0.5);
  assert_format (shipped, "creatinine", 1, TRUE, "88\u00a0µmol/L");
  assert_format (shipped, "blood-sugar", 180, TRUE, "10.0\u00a0mmol/L");
  assert_format (shipped, "hemoglobin", 11.5, TRUE, "115\u00a0g/L");
  assert_format (shipped, "bilirubin", 2, TRUE, "34\u00a0µmol/L");
  assert_format (shipped, "magnesium", 2, TRUE, "0.82\u00a0mmol/L");
  assert_format (shipped, "stoma-output", 1000, TRUE, "34\u00a0fl oz a day");
}

static void
test_flags (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcDiaryBook) book = make_book (TRUE, &library);
  GPtrArray *flags = hc_diary_book_get_flags (book);
  const HcRedFlagDetails *first = hc_red_flag_get_details (g_ptr_array_index (flags, 0));
  const HcRedFlagDetails *last = hc_red_flag_get_details (g_ptr_array_index (flags, 3));
  const HcRedFlagCondition *condition = g_ptr_array_index (first->conditions, 0);
  g_autoptr (GPtrArray) sources = hc_red_flag_load_sources (g_ptr_array_index (flags, 0), library, NULL);
  g_autoptr (GPtrArray) cold_sources = hc_diary_book_load_cold_sources (book, library, NULL);
  const HcColdAvoidance *cold = hc_diary_book_get_cold_avoidance (book);

  g_assert_cmpuint (flags->len, ==, 4);
  g_assert_cmpstr (first->id, ==, "hot-and-shaking");
  g_assert_cmpint (first->level, ==, HC_RED_FLAG_LEVEL_EMERGENCY);
  g_assert_cmpstr (first->title, ==, "Hot and shaking");
  g_assert_cmpstr (first->what_to_do, ==, "Call 911.");
  g_assert_cmpstr (first->why, ==, "It is dangerous.");
  g_assert_cmpstr (first->link, ==, "health-center:article/beta");
  g_assert_cmpuint (first->conditions->len, ==, 2);
  g_assert_cmpstr (condition->kind, ==, "heat");
  g_assert_cmpint (condition->op, ==, HC_DIARY_OPERATOR_AT_LEAST);
  g_assert_cmpfloat (condition->value, ==, 38);
  g_assert_cmpint (first->window, ==, 24);
  g_assert_cmpint (first->lasting, ==, 0);
  g_assert_false (first->latest);
  g_assert_true (last->latest);
  g_assert_cmpint (last->level, ==, HC_RED_FLAG_LEVEL_CALL_TODAY);
  g_assert_null (last->link);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((HcSource *) g_ptr_array_index (sources, 0))->title, ==, "Title Two");

  g_assert_cmpint (cold->days, ==, 5);
  g_assert_cmpstr (cold->text, ==, "No cold for a while.");
  g_assert_cmpstrv (cold->avoid, ((const char *[]) { "Ice", "Wind", NULL }));
  g_assert_cmpstr (cold->link, ==, "health-center:article/gamma");
  g_assert_cmpuint (cold_sources->len, ==, 1);
}

static void
test_no_diary (void)
{
  g_autoptr (HcDiaryBook) book = make_book (FALSE, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (hc_diary_book_get_kinds (book)), ==, 0);
  g_assert_cmpuint (hc_diary_book_get_flags (book)->len, ==, 0);
  g_assert_null (hc_diary_book_get_cold_avoidance (book));
}

static void
test_conditions (void)
{
  static const char *const bad[] = {
    "", "heat", "heat >=", ">= 38", "heat >= x", "heat >= 1e3", "heat >= -1", "heat  >= 38", "heat >= 38 ",
    "heat => 38", "heat >= 38,0", "heat >= 3.8.0", "heat >= inf", "heat >=38", "heat >= .",
  };
  static const struct { const char *text; double below, value, above; gboolean met[3]; } good[] = {
    { "heat >= 38.0", 37.9, 38.0, 38.1, { FALSE, TRUE, TRUE } },
    { "heat > 38.0", 37.9, 38.0, 38.1, { FALSE, FALSE, TRUE } },
    { "heat <= 38.0", 37.9, 38.0, 38.1, { TRUE, TRUE, FALSE } },
    { "heat < 38.0", 37.9, 38.0, 38.1, { TRUE, FALSE, FALSE } },
    { "heat = 38.0", 37.9, 38.0, 38.1, { FALSE, TRUE, FALSE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_null (hc_red_flag_condition_parse (bad[i]));
    }

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (HcRedFlagCondition) condition = hc_red_flag_condition_parse (good[i].text);

      g_test_message ("%s", good[i].text);
      g_assert_cmpstr (condition->kind, ==, "heat");
      g_assert_cmpint (hc_red_flag_condition_is_met (condition, good[i].below), ==, good[i].met[0]);
      g_assert_cmpint (hc_red_flag_condition_is_met (condition, good[i].value), ==, good[i].met[1]);
      g_assert_cmpint (hc_red_flag_condition_is_met (condition, good[i].above), ==, good[i].met[2]);
    }
}

/* Readings are written "kind value hours-ago;", what is found "flag: place place;", where a place is that of the
 * reading in the list. The time goes across a change of the clocks, which changes nothing. */
static void
assert_raised (HcDiaryBook *book,
               const char  *written,
               const char  *expected)
{
  g_auto (GStrv) parts = g_strsplit (written, ";", -1);
  guint n_readings = g_strv_length (parts);
  g_autofree HcDiaryReading *readings = g_new0 (HcDiaryReading, n_readings);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-01T12:00:00-05:00", NULL);
  g_autoptr (GPtrArray) raised = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_readings; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);

      g_assert_cmpuint (g_strv_length (words), ==, 3);
      g_ptr_array_add (kinds, g_strdup (words[0]));
      readings[i].kind = g_ptr_array_index (kinds, i);
      readings[i].value = g_ascii_strtod (words[1], NULL);
      readings[i].time = g_date_time_add_seconds (now, -3600 * g_ascii_strtod (words[2], NULL));
    }

  raised = hc_red_flag_check_run (book, readings, n_readings, now);

  for (guint i = 0; i < raised->len; i++)
    {
      const HcRaisedFlag *flag = g_ptr_array_index (raised, i);

      g_string_append_printf (text, "%s:", hc_red_flag_get_details (flag->flag)->id);
      for (guint j = 0; j < flag->readings->len; j++)
        g_string_append_printf (text, " %d",
                                (int) ((const HcDiaryReading *) g_ptr_array_index (flag->readings, j) - readings));
      g_string_append_c (text, ';');
    }

  g_test_message ("%s", written);
  g_assert_cmpstr (text->str, ==, expected);

  for (guint i = 0; i < n_readings; i++)
    g_date_time_unref (readings[i].time);
}

static void
test_check (void)
{
  g_autoptr (HcDiaryBook) book = make_book (TRUE, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) nothing = hc_red_flag_check_run (book, NULL, 0, now);

  g_assert_cmpuint (nothing->len, ==, 0);

  /* The threshold, and the window. */
  assert_raised (book, "heat 37.9 1", "");
  assert_raised (book, "heat 38.0 1", "hot: 0;");
  assert_raised (book, "heat 38.0 0", "hot: 0;");
  assert_raised (book, "heat 38.0 23", "hot: 0;");
  assert_raised (book, "heat 38.0 24", "hot: 0;");
  assert_raised (book, "heat 38.0 25", "");
  assert_raised (book, "heat 39.0 -1", "");

  /* A later reading that is better does not undo it; the newest one comes first. */
  assert_raised (book, "heat 38.5 5; heat 36.8 1", "hot: 0;");
  assert_raised (book, "heat 38.5 5; heat 38.1 1; heat 39 30", "hot: 1 0;");

  /* Both conditions, one of them missing, or too old; the worst flag first. */
  assert_raised (book, "shaking 1 1", "");
  assert_raised (book, "heat 38.2 2; shaking 0 1", "hot: 0;");
  assert_raised (book, "heat 38.2 2; shaking 1 25", "hot: 0;");
  assert_raised (book, "heat 38.2 20; shaking 1 1", "hot-and-shaking: 1 0;hot: 0;");

  /* What must last: a day between the first and the last, and no better one in between. */
  assert_raised (book, "runs 1 30", "");
  assert_raised (book, "runs 1 24; runs 2 1", "");
  assert_raised (book, "runs 1 25; runs 2 1", "runs-for-long: 1 0;");
  assert_raised (book, "runs 1 40; runs 3 20; runs 1 0", "runs-for-long: 2 1 0;");
  assert_raised (book, "runs 1 40; runs 0 20; runs 1 0", "");
  assert_raised (book, "runs 1 40; runs 1 10; runs 0 0", "");
  assert_raised (book, "runs 1 100; runs 1 10", "");

  /* Where the newest counts, an older one does not. */
  assert_raised (book, "marker 1.9 160", "marker-low: 0;");
  assert_raised (book, "marker 2.0 1", "");
  assert_raised (book, "marker 1.9 50; marker 2.1 1", "");
  assert_raised (book, "marker 2.1 50; marker 1.9 1", "marker-low: 1;");
  assert_raised (book, "marker 1.8 50; marker 1.9 1", "marker-low: 1;");

  /* What this edition does not know. */
  assert_raised (book, "feathers 99 1; heat 38 1", "hot: 1;");
}

/* What the sources of the shipped flags say, worked out by hand. */
static void
test_shipped_check (void)
{
  g_autoptr (HcDiaryBook) book = open_book (SHIPPED_LIBRARY, NULL);

  assert_raised (book, "temperature 37.9 1; diarrhea 1 1; vomiting 1 1; pain 6 1; hand-foot 1 1; nausea 3 1", "");
  assert_raised (book, "temperature 38.0 1", "fever: 0;");
  assert_raised (book, "temperature 38.0 25", "");
  assert_raised (book, "chills 1 1", "chills: 0;");
  assert_raised (book, "neutrophils 0.5 30", "neutrophils: 0;");
  assert_raised (book, "neutrophils 0.51 30", "");
  assert_raised (book, "temperature 38.3 2; neutrophils 0.4 48", "fever-low-neutrophils: 0 1;fever: 0;neutrophils: 1;");
  assert_raised (book, "temperature 38.3 2; neutrophils 0.4 73", "fever: 0;neutrophils: 1;");
  assert_raised (book, "diarrhea 2 1", "diarrhea-moderate: 0;");
  assert_raised (book, "diarrhea 3 1", "diarrhea-severe: 0;");
  assert_raised (book, "diarrhea 4 1", "diarrhea-danger: 0;");
  assert_raised (book, "diarrhea 1 23; diarrhea 1 0", "");
  assert_raised (book, "diarrhea 1 25; diarrhea 1 0", "diarrhea-lasting: 1 0;");
  assert_raised (book, "vomiting 2 1", "vomiting-moderate: 0;");
  assert_raised (book, "vomiting 3 1", "vomiting-severe: 0;");
  assert_raised (book, "fluids-lost 1 1", "nothing-stays-down: 0;");
  assert_raised (book, "stoma-output 1500 1", "");
  assert_raised (book, "stoma-output 1501 1", "stoma-output: 0;");
  assert_raised (book, "stoma-silent 1 1", "stoma-silent: 0;");
  assert_raised (book, "bleeding 1 1", "");
  assert_raised (book, "bleeding 2 1", "bleeding: 0;");
  assert_raised (book, "bleeding 3 1", "heavy-bleeding: 0;");
  assert_raised (book, "platelets 20 1", "");
  assert_raised (book, "platelets 19 1; platelets 18 1", "platelets: 1;");
  assert_raised (book, "platelets 15 60; platelets 45 1", "");
  assert_raised (book, "chest-pain 1 1; pain 8 1", "chest-pain: 0;pain: 1;");
  assert_raised (book, "breathlessness 2 1", "");
  assert_raised (book, "breathlessness 3 1; breathlessness 0 0", "breathless: 0;");
  assert_raised (book, "confusion 1 1; leg-weakness 1 1", "confusion: 0;leg-weakness: 1;");
  assert_raised (book, "mouth-sores 3 1; hand-foot 2 100; neuropathy 3 100",
                 "mouth-sores: 0;hand-foot: 1;numbness: 2;");
  assert_raised (book, "low-mood 3 1", "");
  assert_raised (book, "low-mood 4 1", "self-harm: 0;");
}

/* Each level says first whom to call; each flag has its sources. */
static void
test_shipped_flags (void)
{
  static const char *const first[] = {
    "Call 911 or your local emergency number now.",
    "Call your care team now, day or night.",
    "Call your care team today.",
  };
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcDiaryBook) book = open_book (SHIPPED_LIBRARY, &library);
  GPtrArray *flags = hc_diary_book_get_flags (book);
  g_autoptr (GPtrArray) cold_sources = hc_diary_book_load_cold_sources (book, library, NULL);
  HcRedFlagLevel level = HC_RED_FLAG_LEVEL_EMERGENCY;

  g_assert_cmpuint (flags->len, >=, 14);
  g_assert_cmpuint (cold_sources->len, >=, 2);
  g_assert_cmpint (hc_diary_book_get_cold_avoidance (book)->days, ==, 7);

  for (guint i = 0; i < flags->len; i++)
    {
      const HcRedFlagDetails *details = hc_red_flag_get_details (g_ptr_array_index (flags, i));
      g_autoptr (GPtrArray) sources = hc_red_flag_load_sources (g_ptr_array_index (flags, i), library, NULL);

      g_test_message ("%s", details->id);
      g_assert_cmpuint (sources->len, >=, 1);
      g_assert_true (g_str_has_prefix (details->what_to_do, first[details->level]));
      g_assert_cmpint (details->level, >=, level);
      level = details->level;
    }
}

/* The words of the grades that CTCAE counts, and the ranges that the tables give. */
static void
test_shipped_kinds (void)
{
  g_autoptr (HcDiaryBook) book = open_book (SHIPPED_LIBRARY, NULL);
  GListModel *kinds = hc_diary_book_get_kinds (book);
  const HcDiaryKindDetails *mood = get_details (book, "mood");
  g_autofree char *no_source = compiler_query (SHIPPED_LIBRARY,
    "SELECT id FROM diary_kind WHERE (reference IS NOT NULL OR input = 'grade') AND "
    "NOT EXISTS (SELECT 1 FROM source WHERE owner = 'diary/' || diary_kind.id)");
  g_autofree char *bare = compiler_query (SHIPPED_LIBRARY,
    "SELECT id FROM diary_kind WHERE belongs_to = 'lab' AND (covered = 0 OR (unit IS NULL AND id != 'inr'))");

  g_assert_cmpuint (g_list_model_get_n_items (kinds), >=, 34);
  g_assert_cmpstr (no_source, ==, "");
  g_assert_cmpstr (bare, ==, "");
  g_assert_cmpstr (get_details (book, "diarrhea")->words[1], ==, "Fewer than 4 more stools a day than usual");
  g_assert_cmpstr (get_details (book, "diarrhea")->words[2], ==, "4 to 6 more stools a day than usual");
  g_assert_cmpstr (get_details (book, "vomiting")->words[2], ==, "3 to 5 times in 24 hours");
  g_assert_cmpfloat (get_details (book, "fatigue")->maximum, ==, 3);
  g_assert_cmpfloat (get_details (book, "hair-loss")->maximum, ==, 2);
  g_assert_cmpint (get_details (book, "pain")->input, ==, HC_DIARY_INPUT_SCALE10);
  g_assert_cmpuint (g_strv_length ((char **) mood->words), ==, 5);
  g_assert_cmpint (mood->better, ==, HC_DIARY_BETTER_HIGHER);
  g_assert_cmpstr (get_details (book, "white-cells")->reference, ==,
                   "A common reference range: 4.5 to 11. Your lab's own range counts.");
  g_assert_null (get_details (book, "ca-19-9")->reference);

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);

      g_assert_cmpint (details->covered, ==, details->group == HC_DIARY_GROUP_LAB);
      g_assert_cmpint (details->words != NULL, ==,
                       details->input == HC_DIARY_INPUT_GRADE || details->input == HC_DIARY_INPUT_CHOICE ||
                       details->input == HC_DIARY_INPUT_SCALE10);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/diary/kinds", test_kinds);
  g_test_add_func ("/library/diary/accepts", test_accepts);
  g_test_add_func ("/library/diary/units", test_units);
  g_test_add_func ("/library/diary/flags", test_flags);
  g_test_add_func ("/library/diary/no-diary", test_no_diary);
  g_test_add_func ("/library/diary/conditions", test_conditions);
  g_test_add_func ("/library/diary/check", test_check);
  g_test_add_func ("/library/diary/shipped/check", test_shipped_check);
  g_test_add_func ("/library/diary/shipped/flags", test_shipped_flags);
  g_test_add_func ("/library/diary/shipped/kinds", test_shipped_kinds);

  return g_test_run ();
}
