/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-matcher.h"
#include "hc-label-writer.h"
#include "hc-sources-database.h"
#include "profile-fixture.h"

/* Recalls and warnings against the medicines of a person, with what the shipped library knows of these. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"
#define SET_ID "0a1b2c3d-0000-4000-8000-000000000001"
#define LABEL "health-center:label/" SET_ID

typedef struct
{
  ProfileFixture   profile;
  HcLibrary       *library;
  GSettings       *settings;
  HcCurrentPerson *person;
  HcMedicineCheck *check;
  HcLabelCatalog  *labels;
  HcAlertMatcher  *matcher;
} Fixture;

static void
add_product (HcLabel    *label,
             const char *ndc,
             const char *strength)
{
  HcLabelProduct *product = hc_label_add_product (label);
  HcLabelIngredient *ingredient = hc_label_product_add_ingredient (product);

  product->key = g_strdup (ndc);
  product->name = g_strdup ("Zolt");
  ingredient->name = g_strdup ("CAPECITABINE");
  ingredient->strength = g_strdup (strength);
  ingredient->is_active = TRUE;
}

/* A label of two strengths, of a product that the library does not know by its name. */
static void
write_label (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
  g_autoptr (HcLabelWriter) writer = hc_label_writer_new (database, &error);
  g_autoptr (HcLabel) label = hc_label_new (HC_LABEL_ORIGIN_SPL);
  HcLabelOutcome outcome;

  g_assert_no_error (error);
  label->set_id = g_strdup (SET_ID);
  label->version = 1;
  add_product (label, "0004-1100", "150 mg");
  add_product (label, "0004-1101", "500 mg");
  g_assert_true (hc_label_complete (label, &error));
  g_assert_true (hc_label_writer_put (writer, label, "a file", &outcome, &error));
  g_clear_pointer (&writer, hc_label_writer_free);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->library = hc_library_new (SHIPPED_LIBRARY, NULL);
  g_assert_nonnull (fixture->library);
  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);
  path = g_build_filename (fixture->profile.folder, "sources.db", NULL);
  write_label (path);
  fixture->labels = hc_label_catalog_new (path);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  fixture->check = hc_medicine_check_new (fixture->library, fixture->profile.profile, fixture->person,
                                          fixture->profile.clock);
  fixture->matcher = hc_alert_matcher_new (fixture->profile.profile, fixture->check, fixture->labels,
                                           fixture->profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->matcher);
  g_assert_finalize_object (fixture->check);
  g_assert_finalize_object (fixture->person);
  g_assert_finalize_object (fixture->labels);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->library);
  profile_fixture_tear_down (&fixture->profile, NULL);
}

/* Returns: (transfer full): the medicine; its name when nothing else is told */
static HcMedicine *
add (Fixture                 *fixture,
     const HcMedicineDetails *details)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  HcMedicine *medicine = hc_medicine_new (details);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_store_save_async (store, medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_save_finish (store, result, &error));
  g_assert_no_error (error);

  return medicine;
}

static void
remove_medicine (Fixture    *fixture,
                 HcMedicine *medicine)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_medicine_store_remove_async (store, medicine, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_remove_finish (store, result, NULL));
}

/* Lists have bars between their items. */
static GStrv
split (const char *list)
{
  return list != NULL ? g_strsplit (list, "|", -1) : NULL;
}

static HcNotice *
make_notice (HcAlertKind  kind,
             const char  *names,
             const char  *actives,
             const char  *ndcs)
{
  HcNotice *notice = hc_notice_new (kind);

  notice->id = g_strdup ("D-1");
  notice->severity = 2;
  notice->title = g_strdup ("Title");
  notice->text = g_strdup ("Text.");
  notice->source = g_strdup ("Agency");
  notice->published = g_strdup ("2026-11-19");
  notice->names = split (names);
  notice->actives = split (actives);
  notice->ndcs = split (ndcs);

  return notice;
}

static GPtrArray *
make_list (HcNotice *notice)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_notice_free);

  g_ptr_array_add (notices, notice);

  return notices;
}

/* The reasons of all alerts for one notice, a line each; takes the notice. */
static void
assert_reasons (Fixture    *fixture,
                HcNotice   *notice,
                const char *expected)
{
  g_autoptr (GPtrArray) notices = make_list (notice);
  g_autoptr (GPtrArray) alerts = hc_alert_matcher_match (fixture->matcher, notices);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < alerts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            hc_alert_get_details (g_ptr_array_index (alerts, i))->reason);

  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  HcAlertKind  kind;
  const char  *names, *actives;
  const char  *medicine, *medicine_actives;
  const char  *expected;
} Case;

static void
run_cases (Fixture    *fixture,
           const Case *cases,
           guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) {
        .name = cases[i].medicine, .actives = cases[i].medicine_actives,
      });

      g_test_message ("%s / %s: %s", cases[i].names, cases[i].actives, cases[i].medicine);
      assert_reasons (fixture, make_notice (cases[i].kind, cases[i].names, cases[i].actives, NULL), cases[i].expected);
      remove_medicine (fixture, medicine);
    }
}

#define LIKE(notice, medicine) "The notice names " notice ", which may be your " medicine "."

/* By the name as whole words, in any letters. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const Case cases[] = {
    { HC_ALERT_RECALL, "XELODA", NULL, "Xeloda", NULL, "The notice names Xeloda." },
    { HC_ALERT_RECALL, "Nothing|xeloda", NULL, "Xeloda", NULL, "The notice names Xeloda." },
    { HC_ALERT_RECALL, "Phlogiston Forte", NULL, "phlogiston-forte", NULL, "The notice names phlogiston-forte." },
    { HC_ALERT_RECALL, "Phlogiston Forte tablets", NULL, "Phlogiston", NULL,
      LIKE ("Phlogiston Forte tablets", "Phlogiston") },
    { HC_ALERT_RECALL, "Phlogiston", NULL, "My Phlogiston, 5 mg", NULL, LIKE ("Phlogiston", "My Phlogiston, 5 mg") },
    { HC_ALERT_RECALL, "Environ", NULL, "iron", NULL, "" },
    { HC_ALERT_RECALL, "Iron", NULL, "Environ", NULL, "" },
    { HC_ALERT_RECALL, "Phlogistonia", NULL, "Phlogiston", NULL, "" },
    { HC_ALERT_RECALL, "Forte Phlogiston", NULL, "Phlogiston Forte", NULL, "" },

    /* What is too short to say anything counts only when it is the whole name. */
    { HC_ALERT_RECALL, "Phlogiston D", NULL, "D", NULL, "" },
    { HC_ALERT_RECALL, "D", NULL, "d", NULL, "The notice names d." },

    /* Names without a word are none. */
    { HC_ALERT_RECALL, "", NULL, "...", NULL, "" },
    { HC_ALERT_RECALL, "|--", "|", "Xeloda", NULL, "" },
    { HC_ALERT_WARNING, NULL, NULL, "Xeloda", NULL, "" },

    /* Case is folded in every script. */
    { HC_ALERT_RECALL, "ÉPILÈNE", NULL, "épilène", NULL, "The notice names épilène." },
  };

  run_cases (fixture, cases, G_N_ELEMENTS (cases));
}

/* By what acts in it, whatever it is called. */
static void
test_actives (Fixture       *fixture,
              gconstpointer  data)
{
  static const Case cases[] = {
    { HC_ALERT_RECALL, "Capecitabine", "CAPECITABINE", "Xeloda", NULL,
      "The notice names capecitabine, which acts in Xeloda." },
    { HC_ALERT_WARNING, NULL, "CAPECITABINE", "Xeloda", NULL, "The notice names capecitabine, which acts in Xeloda." },
    { HC_ALERT_SHORTAGE, "Capecitabine tablets", NULL, "Xeloda", NULL,
      "The notice names capecitabine, which acts in Xeloda." },
    { HC_ALERT_RECALL, "Capecitabine", "CAPECITABINE", "Xeloda 500 mg", NULL,
      "The notice names capecitabine, which acts in Xeloda 500 mg." },
    { HC_ALERT_RECALL, "Xeloda", NULL, "capecitabine", NULL,
      "The notice names Xeloda. What acts in it is capecitabine, as in your capecitabine." },
    { HC_ALERT_RECALL, "Something Else", "CAPECITABINE", "Oxaliplatin", NULL, "" },

    /* Salts and forms. */
    { HC_ALERT_SHORTAGE, "Oxaliplatin Injection", NULL, "oxaliplatin", NULL, "The notice names oxaliplatin." },
    { HC_ALERT_SHORTAGE, "Oxaliplatin Injection", NULL, "Eloxatin", NULL,
      "The notice names oxaliplatin, which acts in Eloxatin." },
    { HC_ALERT_RECALL, "A", "OXYCODONE HYDROCHLORIDE", "Roxicodone", NULL,
      "The notice names oxycodone, which acts in Roxicodone." },

    /* What the library does not know, by its own name. */
    { HC_ALERT_RECALL, "Zometa", "ZOLEDRONIC ACID", "Reclast", "zoledronic acid monohydrate",
      "The notice names zoledronic acid, which acts in Reclast." },
    { HC_ALERT_RECALL, "Zometa", "PHLOGISTON ACID", "Reclast", "zoledronic acid", "" },
  };

  run_cases (fixture, cases, G_N_ELEMENTS (cases));
}

/* A product that is called back is not the one with something else in it; a warning concerns all. */
static void
test_combinations (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char both[] = "OXYCODONE HYDROCHLORIDE\nACETAMINOPHEN";
  static const Case cases[] = {
    { HC_ALERT_RECALL, "Endocet", "OXYCODONE HYDROCHLORIDE|ACETAMINOPHEN", "Percocet", both,
      "The notice names oxycodone, acetaminophen, which acts in Percocet." },
    { HC_ALERT_RECALL, "Endocet", "ACETAMINOPHEN|OXYCODONE HYDROCHLORIDE", "Acetaminophen", NULL, "" },
    { HC_ALERT_RECALL, "Oxycodone and Acetaminophen", NULL, "Acetaminophen", NULL, "" },
    { HC_ALERT_RECALL, "Oxycodone and Acetaminophen", NULL, "Percocet", both,
      "The notice names oxycodone, acetaminophen, which acts in Percocet." },
    { HC_ALERT_RECALL, "Acetaminophen", "ACETAMINOPHEN", "Percocet", both, "" },
    { HC_ALERT_SHORTAGE, "Acetaminophen", "ACETAMINOPHEN", "Percocet", both, "" },
    { HC_ALERT_WARNING, "Acetaminophen", "ACETAMINOPHEN", "Percocet", both,
      "The notice names acetaminophen, which acts in Percocet." },
    { HC_ALERT_WARNING, NULL, "CIPROFLOXACIN|LEVOFLOXACIN", "levofloxacin", NULL, "The notice names levofloxacin." },

    /* The library knows the two as one. */
    { HC_ALERT_RECALL, "A", "TIPIRACIL HYDROCHLORIDE|TRIFLURIDINE", "Lonsurf", NULL,
      "The notice names Trifluridine and Tipiracil, which acts in Lonsurf." },
    { HC_ALERT_RECALL, "A", "TRIFLURIDINE|TIPIRACIL HYDROCHLORIDE", "Pill", "TIPIRACIL HYDROCHLORIDE\nTRIFLURIDINE",
      "The notice names Trifluridine and Tipiracil, which acts in Pill." },
    { HC_ALERT_SHORTAGE, "Trifluridine and Tipiracil Tablets", NULL, "Lonsurf", NULL,
      "The notice names Trifluridine and Tipiracil, which acts in Lonsurf." },
    { HC_ALERT_WARNING, "A", "TIPIRACIL HYDROCHLORIDE|TRIFLURIDINE", "Lonsurf", NULL,
      "The notice names Trifluridine and Tipiracil, which acts in Lonsurf." },
    { HC_ALERT_RECALL, "Viroptic", "TRIFLURIDINE", "Lonsurf", NULL, "" },

    /* The names are alike, but it is known that other things act. */
    { HC_ALERT_RECALL, "Leucovorin Calcium Injection", NULL, "Calcium", NULL, "" },
    { HC_ALERT_RECALL, "Tylenol PM", "ACETAMINOPHEN|DIPHENHYDRAMINE HYDROCHLORIDE", "Tylenol", NULL, "" },

    /* Nothing says so: there may be more in it than the beginning of its name tells. */
    { HC_ALERT_RECALL, "Tylenol PM", "ACETAMINOPHEN|DIPHENHYDRAMINE HYDROCHLORIDE", "Tylenol PM Night", NULL,
      LIKE ("Tylenol PM", "Tylenol PM Night") },
    { HC_ALERT_RECALL, "Tylenol Phlogiston", "ACETAMINOPHEN|PHLOGISTON", "Tylenol Phlogiston PM", NULL,
      LIKE ("Tylenol Phlogiston", "Tylenol Phlogiston PM") },

    /* The same name is the same name. */
    { HC_ALERT_RECALL, "Tylenol", "PHLOGISTON", "Tylenol", NULL, "The notice names Tylenol." },
  };

  run_cases (fixture, cases, G_N_ELEMENTS (cases));
}

/* By the code of the product on the label, and what acts in it. */
static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) {
    .name = "Zolt", .link = LABEL, .strength = "500 mg",
  });
  const char *const same[] = { "0004-1101", "0004-1101-50", "00004-1101", "00004110150", " 0004-1101 ", NULL };
  const char *const other[] = { "0004-1100", "0004-11010", "1101", "0004110150", "0004-1101-5-0", "x004-1101", "",
                                NULL };
  HcNotice *notice;

  for (guint i = 0; same[i] != NULL; i++)
    {
      g_autofree char *list = g_strconcat ("9999-999|", same[i], NULL);
      g_autofree char *expected = g_strdup_printf ("The notice names the product number (NDC) %s, which is on the "
                                                   "label of Zolt.", same[i]);

      assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Phlogiston", "PHLOGISTON", list), expected);
    }

  for (guint i = 0; other[i] != NULL; i++)
    assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Phlogiston", "PHLOGISTON", other[i]), "");

  /* What acts in it says the label. The notice is about another product number: that is told, too. */
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL),
                  "The notice names Xeloda. What acts in it is capecitabine, as in your Zolt.");
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Capecitabine", NULL, "9999-999"),
                  "The notice names capecitabine, which acts in Zolt. It names other product numbers (NDC) than the "
                  "label of Zolt: compare the number on your package.");

  notice = make_notice (HC_ALERT_RECALL, "Xeloda", NULL, "0004-1101");
  notice->lots = split ("A1|B2");
  assert_reasons (fixture, notice, "The notice names the product number (NDC) 0004-1101, which is on the label of "
                  "Zolt. Only some lots are concerned: compare the lot number on your package.");
  remove_medicine (fixture, medicine);

  /* Without a strength of the label it may be any of its products, and the label may have gone. */
  g_clear_object (&medicine);
  medicine = add (fixture, &(HcMedicineDetails) { .name = "Zolt", .link = LABEL, .strength = "2 pills" });
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, NULL, NULL, "0004-1100"),
                  "The notice names the product number (NDC) 0004-1100, which is on the label of Zolt.");
  remove_medicine (fixture, medicine);
  g_clear_object (&medicine);
  medicine = add (fixture, &(HcMedicineDetails) { .name = "Zolt", .link = "health-center:label/gone" });
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Zolt", NULL, "0004-1100"), "The notice names Zolt.");
}

static gboolean
is_xeloda (HcMedicine *medicine,
           gpointer    user_data)
{
  (*(guint *) user_data)++;

  return g_str_equal (hc_medicine_get_details (medicine)->name, "Xeloda");
}

#define BY_BRAND "The notice names Xeloda. What acts in it is capecitabine, as in your Capecitabine."

/* Of all persons; neither removed ones nor those that are left out. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcMedicine) first = add (fixture, &(HcMedicineDetails) { .name = "Xeloda" });
  g_autoptr (HcMedicine) second = NULL;
  guint n_asked = 0;

  profile_fixture_set_time (&fixture->profile, 60);
  second = add (fixture, &(HcMedicineDetails) { .person = PERSON, .name = "Capecitabine" });

  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL),
                  BY_BRAND "\nThe notice names Xeloda.");

  hc_alert_matcher_set_filter (fixture->matcher, is_xeloda, &n_asked, NULL);
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL), "The notice names Xeloda.");
  g_assert_cmpuint (n_asked, ==, 2);
  hc_alert_matcher_set_filter (fixture->matcher, NULL, NULL, NULL);

  remove_medicine (fixture, first);
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL), BY_BRAND);
  remove_medicine (fixture, second);
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL), "");
}

static gboolean
feed (Fixture       *fixture,
      GPtrArray     *notices,
      GCancellable  *cancellable,
      guint         *n_new,
      GError       **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_alert_matcher_feed_async (fixture->matcher, notices, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_alert_matcher_feed_finish (fixture->matcher, result, n_new, error);
}

static void
assert_rows (Fixture    *fixture,
             const char *columns,
             const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM alert ORDER BY notice, medicine", columns);
  g_autofree char *rows = fixture_query (fixture->profile.path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_feed (Fixture       *fixture,
           gconstpointer  data)
{
  HcAlertStore *alerts = hc_profile_get_alerts (fixture->profile.profile);
  g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) { .name = "Xeloda" });
  g_autoptr (HcMedicine) other = add (fixture, &(HcMedicineDetails) { .name = "Oxaliplatin" });
  HcNotice *notice = make_notice (HC_ALERT_RECALL, "Xeloda", "CAPECITABINE", "0004-1101");
  g_autoptr (GPtrArray) notices = make_list (notice);
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  guint n_new = 7;

  notice->lots = split ("A1|B2");
  g_ptr_array_add (notices, make_notice (HC_ALERT_WARNING, "Phlogiston", NULL, NULL));
  g_assert_true (feed (fixture, notices, NULL, &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, 1);
  assert_rows (fixture, "notice, kind, severity, title, text, reason, source, published, state",
               "D-1|recall|2|Title|Text.\n\nLots: A1, B2|The notice names Xeloda. Only some lots are concerned: "
               "compare the lot number on your package.|Agency|2026-11-19|unread");
  g_assert_nonnull (hc_alert_store_lookup (alerts, "D-1", hc_medicine_get_id (medicine)));
  g_assert_null (hc_alert_store_lookup (alerts, "D-1", hc_medicine_get_id (other)));

  /* Once more: nothing is new, whether it was read or not. */
  g_assert_true (feed (fixture, notices, NULL, &n_new, &error));
  g_assert_cmpuint (n_new, ==, 0);
  hc_alert_store_set_state_async (alerts, hc_alert_store_lookup (alerts, "D-1", hc_medicine_get_id (medicine)),
                                  HC_ALERT_DISMISSED, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_alert_store_set_state_finish (alerts, result, NULL));
  g_assert_true (feed (fixture, notices, NULL, &n_new, &error));
  g_assert_cmpuint (n_new, ==, 0);
  assert_rows (fixture, "severity, state", "2|dismissed");

  notice->severity = 1;
  g_assert_true (feed (fixture, notices, NULL, &n_new, &error));
  g_assert_cmpuint (n_new, ==, 1);
  assert_rows (fixture, "severity, state", "1|unread");
}

/* What was removed while the notices were looked through has no alert. */
static void
test_removed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) { .name = "Xeloda" });
  g_autoptr (GPtrArray) notices = make_list (make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL));
  HcStore *medicines = HC_STORE (hc_profile_get_medicines (fixture->profile.profile));
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_new = 7;

  /* The thread cannot answer before the main loop runs; the list says what the disk holds then. */
  hc_alert_matcher_feed_async (fixture->matcher, notices, NULL, fixture_result_cb, &place);
  hc_store_fill (medicines, NULL);
  result = fixture_wait (&place);
  g_assert_true (hc_alert_matcher_feed_finish (fixture->matcher, result, &n_new, NULL));
  g_assert_cmpuint (n_new, ==, 0);
  assert_rows (fixture, "notice", "");

  g_cancellable_cancel (cancellable);
  g_assert_false (feed (fixture, notices, cancellable, &n_new, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_new, ==, 0);
}

/* Nothing of what is fetched is known to be sound; what is not keeps the rest from nothing. */
static void
test_bad_notices (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *id, *title, *published; int severity; } bad[] = {
    { "D-2", "Title", "2026-02-30", 2 },
    { "D-3", "Title", "20261119", 2 },
    { "D-4", "Title", NULL, 2 },
    { "D-5", NULL, "2026-11-19", 2 },
    { NULL, "Title", "2026-11-19", 2 },
    { "D-6", "Title", "2026-11-19", 9 },
  };
  g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) { .name = "Xeloda <b>" });
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_notice_free);
  HcNotice *strange;
  g_autoptr (GError) error = NULL;
  guint n_new = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HcNotice *notice = make_notice (HC_ALERT_RECALL, "Xeloda", NULL, NULL);

      g_set_str (&notice->id, bad[i].id);
      g_set_str (&notice->title, bad[i].title);
      g_set_str (&notice->published, bad[i].published);
      notice->severity = bad[i].severity;
      g_ptr_array_add (notices, notice);
    }

  /* What is no text becomes one. */
  strange = make_notice (HC_ALERT_RECALL, "\xff|Xeloda \xff", "\xff\xfe", "\xff");
  g_set_str (&strange->title, "<b>\xff");
  strange->lots = split ("\xff");
  g_ptr_array_add (notices, strange);
  g_ptr_array_add (notices, hc_notice_new (HC_ALERT_WARNING));

  g_assert_false (feed (fixture, notices, NULL, &n_new, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_cmpuint (n_new, ==, 1);
  assert_rows (fixture, "notice, title, text, reason",
               "D-1|<b>\357\277\275|Text.\n\nLots: \357\277\275|"
               "The notice names Xeloda \357\277\275. What acts in it is capecitabine, as in your Xeloda <b>. "
               "Only some lots are concerned: compare the lot number on your package.");
}

/* Names as long as a page, many of them. */
static void
test_long_names (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *letters = g_strnfill (10000, 'x');
  g_autoptr (GString) words = g_string_new ("Xeloda");
  g_autofree char *actives = NULL, *beginning = NULL, *expected_words = NULL;
  g_autoptr (HcMedicine) medicine = NULL, plain = NULL;
  g_autofree char *head = g_strndup (letters, 80);
  g_autofree char *expected = g_strdup_printf ("The notice names %s….", head);

  while (words->len < 10000)
    g_string_append (words, " and a");

  medicine = add (fixture, &(HcMedicineDetails) { .name = letters });
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, letters, NULL, NULL), expected);
  remove_medicine (fixture, medicine);

  actives = g_strdelimit (g_strdup (words->str), " ", '|');
  plain = add (fixture, &(HcMedicineDetails) { .name = "Xeloda" });
  assert_reasons (fixture, make_notice (HC_ALERT_WARNING, NULL, actives, actives),
                  "The notice names capecitabine, which acts in Xeloda.");
  beginning = g_strndup (words->str, 80);
  expected_words = g_strdup_printf ("The notice names %s…. What acts in it is capecitabine, as in your Xeloda.",
                                    beginning);
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, words->str, NULL, NULL), expected_words);
  assert_reasons (fixture, make_notice (HC_ALERT_RECALL, NULL, words->str, NULL),
                  "The notice names capecitabine, which acts in Xeloda.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/context/alert-matcher/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("names", test_names);
  ADD ("actives", test_actives);
  ADD ("combinations", test_combinations);
  ADD ("labels", test_labels);
  ADD ("whose", test_whose);
  ADD ("feed", test_feed);
  ADD ("removed-meanwhile", test_removed_meanwhile);
  ADD ("bad-notices", test_bad_notices);
  ADD ("long-names", test_long_names);

  return g_test_run ();
}
