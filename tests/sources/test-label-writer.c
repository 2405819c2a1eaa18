/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-label-writer.h"
#include "hc-sources-database.h"
#include "label-fixture.h"

/* The rows are looked at over a connection of the test's own. */
typedef struct
{
  char          *folder;
  char          *path;
  HcDatabase    *database;
  HcLabelWriter *writer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->database = hc_sources_database_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->writer = hc_label_writer_new (fixture->database, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *verdict =
    fixture_query (fixture->path,
                   "PRAGMA integrity_check; PRAGMA foreign_key_check;"
                   "INSERT INTO label_names (label_names) VALUES ('integrity-check');"
                   "INSERT INTO label_uses (label_uses) VALUES ('integrity-check')");

  g_assert_cmpstr (verdict, ==, "ok");
  hc_label_writer_free (fixture->writer);
  g_object_unref (fixture->database);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static HcLabelOutcome
put (Fixture *fixture,
     HcLabel *label)
{
  g_autoptr (HcLabel) owned = label;
  g_autoptr (GError) error = NULL;
  HcLabelOutcome outcome = 99;

  g_assert_true (hc_database_execute (fixture->database, "BEGIN IMMEDIATE", &error));
  g_assert_true (hc_label_writer_put (fixture->writer, owned, "a file", &outcome, &error));
  g_assert_no_error (error);
  g_assert_true (hc_database_execute (fixture->database, "COMMIT", &error));

  return outcome;
}

static HcLabelOutcome
put_spl (Fixture      *fixture,
         LabelFixture  label)
{
  g_autofree char *xml = label_fixture_make_spl (&label);
  g_autoptr (GError) error = NULL;
  HcLabel *read = label_fixture_read_spl (xml, strlen (xml), strlen (xml), &error);

  g_assert_no_error (error);

  return put (fixture, read);
}

static HcLabel *
read_zoltopril (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sources", "zoltopril.xml", NULL);
  g_autofree char *xml = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &xml, &length, NULL));

  return label_fixture_read_spl (xml, length, length, NULL);
}

#define assert_rows(fixture, sql, expected)                                        \
  G_STMT_START {                                                                    \
    g_autofree char *rows = fixture_query ((fixture)->path, sql);                   \
    g_assert_cmpstr (rows, ==, expected);                                           \
  } G_STMT_END

#define COUNTS \
  "SELECT (SELECT count (*) FROM label), (SELECT count (*) FROM label_product)," \
  " (SELECT count (*) FROM label_section), (SELECT count (*) FROM label_active)," \
  " (SELECT count (*) FROM pill), (SELECT count (*) FROM label_names), (SELECT count (*) FROM label_uses)"

#define NAMED(word) "SELECT group_concat (rowid) FROM label_names WHERE label_names MATCH '" word "'"
#define USED(word) "SELECT group_concat (rowid) FROM label_uses WHERE label_uses MATCH '" word "'"

/* Everything of a label, by hand from zoltopril.xml. */
static void
test_added (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpint (put (fixture, read_zoltopril ()), ==, HC_LABEL_ADDED);

  assert_rows (fixture, "SELECT * FROM label",
               "1|abcdef00-1234-5678-9abc-def012345678|7|2026-01-02|0|prescription|"
               "ZOLT® (zoltopril) tablets, for mouth use|Zolt Forte|zoltopril and quorazide|"
               "10 mg / 12.5 mg, 6.25 mg/5 mL / 10000 [BAU]/mL / 7, 5 mg, 1 g|Nowhere & Sons|a file|zolt forte");
  assert_rows (fixture, "SELECT * FROM label_product WHERE position IN (0, 4)",
               "1|0|99999-101|Zolt Forte|zoltopril and quorazide|TABLET, FILM COATED|ORAL & BUCCAL|"
               "a\tZOLTOPRIL HYDROCHLORIDE\tZOLTOPRIL\t10 mg\na\tQUORAZIDE\t\t12.5 mg\ni\tFD&C Blue No. 0\t\t|"
               "ZOL;10 & F|capsule|white|blue|2|16.5\n"
               "1|4|5|Zolt Evening|NULL|NULL|NULL|i\tNothing\t\t|PM||||0|0.0");
  assert_rows (fixture, "SELECT position, code, level, title, length (text) FROM label_section",
               "0|34067-9|1|1 INDICATIONS AND USAGE|79\n"
               "1|42229-5|2|1.1 Lists|55\n"
               "2|42229-5|3|1.1.1 Deep|6\n"
               "3|42229-5|2|1.2 Tables|97\n"
               "4|34090-1|1|NULL|96\n"
               "5|51945-4|1|Only a title|0");
  assert_rows (fixture, "SELECT name FROM label_active ORDER BY name",
               "as much as needed\ncounted things\ngrass that is none\nquorazide\nzoltopril\nzoltopril hydrochloride");
  assert_rows (fixture, "SELECT target, name, brand, strength, front, back, shape, color, color2, score, size,"
                        " confirmed FROM pill ORDER BY id",
               "health-center:label/abcdef00-1234-5678-9abc-def012345678|zoltopril and quorazide|Zolt Forte|"
               "10 mg / 12.5 mg|ZOL|10 & F|capsule|white|blue|2|16.5|1\n"
               "health-center:label/abcdef00-1234-5678-9abc-def012345678|zoltopril liquid||"
               "6.25 mg/5 mL / 10000 [BAU]/mL / 7|A&B|||||NULL|NULL|1\n"
               "health-center:label/abcdef00-1234-5678-9abc-def012345678|Zolt Morning||5 mg|AM|||yellow||NULL|NULL|1\n"
               "health-center:label/abcdef00-1234-5678-9abc-def012345678|Zolt Evening|||PM|||||NULL|NULL|1");
  assert_rows (fixture, NAMED ("nowhere quorazide 99999 starter"), "1");
  assert_rows (fixture, NAMED ("chalk"), "NULL");
}

/* The newest version takes the place of the others, whichever comes first. */
static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  LabelFixture label = { .set_id = "a-1", .version = 2, .name = "Zolt", .active = "Oldopril", .strength = "5",
                         .imprint = "OLD", .uses = "Coughing.", .key = "1-1", .padding = 10 };

  put_spl (fixture, (LabelFixture) { .set_id = "b-2", .version = 1, .name = "Other", .active = "Oldopril" });
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_ADDED);
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UNCHANGED);
  assert_rows (fixture, COUNTS, "2|2|2|2|1|2|2");

  label.version = 1;
  label.name = "Older";
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UNCHANGED);
  assert_rows (fixture, "SELECT id, version, name FROM label WHERE set_id = 'a-1'", "2|2|Zolt");

  label.version = 3;
  label.name = "Newer";
  label.active = "Newopril";
  label.imprint = "NEW";
  label.uses = "Sneezing.";
  label.padding = 0;
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UPDATED);

  /* The row is the same, and of the old version nothing is left. */
  assert_rows (fixture, "SELECT id, version, name FROM label WHERE set_id = 'a-1'", "2|3|Newer");
  assert_rows (fixture, COUNTS, "2|2|1|2|1|2|2");
  assert_rows (fixture, "SELECT name FROM label_active WHERE label = 2", "newopril");
  assert_rows (fixture, "SELECT front FROM pill", "NEW");
  assert_rows (fixture, NAMED ("zolt"), "NULL");
  assert_rows (fixture, NAMED ("oldopril"), "1");
  assert_rows (fixture, NAMED ("newer newopril"), "2");
  assert_rows (fixture, USED ("coughing"), "NULL");
  assert_rows (fixture, USED ("sneezing"), "2");
}

/* A new version may say less than the old one, and may differ in nothing but a word of its text. */
static void
test_new_text (Fixture       *fixture,
               gconstpointer  data)
{
  LabelFixture label = { .set_id = "abcdef00-1234-5678-9abc-def012345678", .version = 8, .name = "Zolt Forte",
                         .key = "99999-101", .maker = "Nowhere & Sons", .uses = "Coughing." };

  put (fixture, read_zoltopril ());
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UPDATED);
  assert_rows (fixture, "SELECT key, imprint, shape, generic, ingredients FROM label_product",
               "99999-101|NULL||NULL|i\tChalk\t\t");
  assert_rows (fixture, COUNTS, "1|1|1|0|0|1|1");

  label.version = 9;
  label.uses = "Sneezing.";
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UPDATED);
  assert_rows (fixture, "SELECT version, text FROM label JOIN label_section ON label = id", "9|pSneezing.");
}

/* However often and in whatever order files are imported, each label is there once. */
static void
test_doubles (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *counts = NULL;

      put (fixture, read_zoltopril ());
      put_spl (fixture, (LabelFixture) { .set_id = "a-1", .version = (int) (i % 2), .name = "A", .imprint = "A" });
      counts = fixture_query (fixture->path, COUNTS);
      if (first == NULL)
        first = g_steal_pointer (&counts);
      else
        g_assert_cmpstr (counts, ==, first);
    }

  g_assert_cmpstr (first, ==, "2|7|6|6|5|2|2");
}

/* A row of the Pillbox; what is NULL or 0 is not told. */
static HcLabel *
make_pillbox (const char  *key,
              const char  *name,
              const char  *imprint,
              HcPillShape  shape,
              HcPillColor  color,
              const char  *ingredient)
{
  HcLabel *label = hc_label_new (HC_LABEL_ORIGIN_PILLBOX);
  HcLabelProduct *product = hc_label_add_product (label);

  label->set_id = g_strdup ("a-1");
  product->key = g_strdup (key);
  product->name = g_strdup (name);
  product->imprint = g_strdup (imprint);
  product->shape = shape;
  product->colors[0] = color;

  if (ingredient != NULL)
    {
      HcLabelIngredient *added = hc_label_product_add_ingredient (product);

      added->is_active = TRUE;
      added->name = g_strdup (ingredient);
      added->strength = g_strdup ("5 mg");
    }

  return label;
}

#define PRODUCTS "SELECT position, key, name, imprint, shape, color, score, size, ingredients FROM label_product"

/* One export knows the imprint, the other one the ingredients; together they know both. */
static void
test_pillbox_completes (Fixture       *fixture,
                        gconstpointer  data)
{
  HcLabel *first = make_pillbox ("1-1/0", "Zolt", "ZOL", HC_PILL_SHAPE_OVAL, 0, NULL);

  first->maker = g_strdup ("Nowhere");
  first->effective = g_strdup ("2010-05-06");
  first->kind = HC_LABEL_OTC;
  first->version = 4;
  ((HcLabelProduct *) first->products->pdata[0])->score = 2;
  ((HcLabelProduct *) first->products->pdata[0])->size = 7.5;
  g_assert_cmpint (put (fixture, first), ==, HC_LABEL_ADDED);
  g_assert_cmpint (put (fixture, make_pillbox ("1-1/0", "Zolt", NULL, 0, HC_PILL_COLOR_RED, "ZOLTOPRIL")), ==,
                   HC_LABEL_UPDATED);
  assert_rows (fixture, PRODUCTS, "0|1-1/0|Zolt|ZOL|oval|red|2|7.5|a\tZOLTOPRIL\t\t5 mg");
  assert_rows (fixture, "SELECT version, effective, kind, maker, strengths FROM label",
               "4|2010-05-06|otc|Nowhere|5 mg");
  assert_rows (fixture, "SELECT name, strength, front, shape, color, confirmed FROM pill", "Zolt|5 mg|ZOL|oval|red|0");
  assert_rows (fixture, NAMED ("nowhere zoltopril"), "1");

  /* Both again: there is nothing new in them. */
  g_assert_cmpint (put (fixture, make_pillbox ("1-1/0", "Zolt", "ZOL", HC_PILL_SHAPE_OVAL, 0, NULL)), ==,
                   HC_LABEL_UNCHANGED);
  g_assert_cmpint (put (fixture, make_pillbox ("1-1/0", "Zolt", NULL, 0, HC_PILL_COLOR_RED, "ZOLTOPRIL")), ==,
                   HC_LABEL_UNCHANGED);

  /* What is told anew counts. */
  g_assert_cmpint (put (fixture, make_pillbox ("1-1/0", "Zolt", "ZOX", 0, 0, NULL)), ==, HC_LABEL_UPDATED);
  assert_rows (fixture, PRODUCTS, "0|1-1/0|Zolt|ZOX|oval|red|2|7.5|a\tZOLTOPRIL\t\t5 mg");
}

/* Rows of one label need not follow each other in a file. Each keeps its place. */
static void
test_pillbox_products (Fixture       *fixture,
                       gconstpointer  data)
{
  put (fixture, make_pillbox ("1-1/0", "Zolt", "A", 0, 0, NULL));
  put (fixture, make_pillbox ("1-2/0", "Zolt Two", "B", 0, 0, NULL));
  put (fixture, make_pillbox ("1-3/0", "Zolt Three", "C", 0, 0, NULL));
  assert_rows (fixture, "SELECT position, key, imprint FROM label_product", "0|1-1/0|A\n1|1-2/0|B\n2|1-3/0|C");

  g_assert_cmpint (put (fixture, make_pillbox ("1-2/0", "Zolt Two", "B", 0, 0, NULL)), ==, HC_LABEL_UNCHANGED);
  g_assert_cmpint (put (fixture, make_pillbox ("1-2/0", "Zolt Two", "BB", 0, 0, NULL)), ==, HC_LABEL_UPDATED);
  assert_rows (fixture, "SELECT position, key, imprint FROM label_product", "0|1-1/0|A\n1|1-2/0|BB\n2|1-3/0|C");
  assert_rows (fixture, "SELECT front FROM pill ORDER BY front", "A\nBB\nC");
  assert_rows (fixture, "SELECT name FROM label", "Zolt");
}

/* A label says more than the rows of the Pillbox about it, whichever comes first and whatever its version. */
static void
test_pillbox_gives_way (Fixture       *fixture,
                        gconstpointer  data)
{
  LabelFixture label = { .set_id = "a-1", .version = 1, .name = "Zolt", .key = "1-1", .imprint = "NEW",
                         .uses = "Fever." };
  HcLabel *pillbox = make_pillbox ("1-1/0", "Zolt", "OLD", HC_PILL_SHAPE_OVAL, 0, "ZOLTOPRIL");

  pillbox->version = 9;
  g_assert_cmpint (put (fixture, pillbox), ==, HC_LABEL_ADDED);
  g_assert_cmpint (put_spl (fixture, label), ==, HC_LABEL_UPDATED);
  assert_rows (fixture, "SELECT id, origin, version FROM label", "1|0|1");
  assert_rows (fixture, "SELECT key, imprint, shape FROM label_product", "1-1|NEW|");
  assert_rows (fixture, "SELECT front, confirmed FROM pill", "NEW|1");
  assert_rows (fixture, COUNTS, "1|1|1|0|1|1|1");

  pillbox = make_pillbox ("1-1/0", "Zolt", "OLD", HC_PILL_SHAPE_OVAL, 0, "ZOLTOPRIL");
  pillbox->version = 9;
  g_assert_cmpint (put (fixture, pillbox), ==, HC_LABEL_UNCHANGED);
  assert_rows (fixture, COUNTS, "1|1|1|0|1|1|1");
}

/* What is for animals is no pill that somebody has found at home, and what has no look neither. */
static void
test_pills (Fixture       *fixture,
            gconstpointer  data)
{
  put_spl (fixture, (LabelFixture) { .set_id = "a-1", .name = "Dog", .imprint = "D", .document_code = "50578-4" });
  put_spl (fixture, (LabelFixture) { .set_id = "a-2", .name = "Syrup", .color = "C48326" });
  assert_rows (fixture, "SELECT count (*) FROM pill", "0");
  put_spl (fixture, (LabelFixture) { .set_id = "a-3", .name = "Plain", .shape = "C48348" });
  put_spl (fixture, (LabelFixture) { .set_id = "a-4", .name = "OTC", .imprint = "O", .document_code = "34390-5" });
  assert_rows (fixture, "SELECT name FROM pill", "Plain\nOTC");
}

/* A name is found although it is a part of another one. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  put_spl (fixture, (LabelFixture) { .set_id = "a-1", .maker = "Dizoltmakers", .name = "Zolt", .generic = "zoltopril",
                                     .active = "prazoltopril", .moiety = "pril", .key = "77777-5" });
  assert_rows (fixture, NAMED ("zolt"), "1");
  assert_rows (fixture, NAMED ("zoltopril"), "1");
  assert_rows (fixture, NAMED ("pril"), "1");
  assert_rows (fixture, NAMED ("dizoltmakers 77777 5"), "1");
  assert_rows (fixture, NAMED ("olt"), "NULL");
}

static void
add_section (HcLabel    *label,
             int         level,
             const char *code,
             const char *text)
{
  HcLabelSection *section = hc_label_add_section (label, level);

  section->code = g_strdup (code);
  section->text = g_strdup (text);
}

/* What a label says it is for, with the sections in that one, but nothing else of it. */
static void
test_uses (Fixture       *fixture,
           gconstpointer  data)
{
  HcLabel *label = make_pillbox ("1-1", "Zolt", NULL, 0, 0, NULL);

  label->origin = HC_LABEL_ORIGIN_SPL;
  add_section (label, 1, "34070-3", "pBefore");
  add_section (label, 1, "34067-9", "pFever and\niCoughing\nhHeadache\ncItching\tSneezing\nrAching");
  add_section (label, 2, "42229-5", "pWithin");
  add_section (label, 3, "42229-5", "pDeeper");
  add_section (label, 1, "34071-1", "pWarnings");
  add_section (label, 2, "42229-5", "pBelow");
  add_section (label, 1, "34072-1", NULL);
  add_section (label, 2, "55105-1", "pPurpose");
  add_section (label, 2, "34071-1", "pBeside");
  put (fixture, label);

  /* The letter before a line is no part of its first word; whole words, as their stems. */
  assert_rows (fixture, USED ("fever cough headache itch sneeze ache within deeper purpose"), "1");
  assert_rows (fixture, USED ("pfever OR icoughing OR hheadache OR before OR warnings OR below OR beside"), "NULL");
  /* Somebody may type both. */
  assert_rows (fixture, USED ("zolt fever"), "1");
}

/* Long names do not use up what is kept of the uses, and long uses are cut between two letters. */
static void
test_long_uses (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *maker = g_strnfill (5000, 'm');
  g_autoptr (GString) uses = g_string_new ("pFever ");
  HcLabel *label = make_pillbox ("1-1", "Zolt", NULL, 0, 0, NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (uses, "é ");
  g_string_append (uses, "end");

  label->origin = HC_LABEL_ORIGIN_SPL;
  label->maker = g_strdup (maker);
  add_section (label, 1, "34067-9", uses->str);
  g_string_assign (uses, "pAnother");
  add_section (label, 1, "34067-9", uses->str);
  put (fixture, label);

  assert_rows (fixture, USED ("fever"), "1");
  assert_rows (fixture, USED ("e"), "1");
  assert_rows (fixture, USED ("end"), "NULL");
  /* The text is kept whole. */
  assert_rows (fixture, "SELECT substr (text, -5) FROM label_section", "é end\nother");
}

/* A label without anything but a name. */
static void
test_bare (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (put (fixture, make_pillbox ("1-1", "É", NULL, 0, 0, NULL)), ==, HC_LABEL_ADDED);
  assert_rows (fixture, "SELECT set_id, version, effective, title, name, generic, strengths, maker FROM label",
               "a-1|0|NULL|NULL|É|||");
  assert_rows (fixture, NAMED ("e"), "1");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*func) (Fixture *fixture, gconstpointer data); } tests[] = {
    { "/label-writer/added", test_added },
    { "/label-writer/versions", test_versions },
    { "/label-writer/new-text", test_new_text },
    { "/label-writer/doubles", test_doubles },
    { "/label-writer/pillbox/completes", test_pillbox_completes },
    { "/label-writer/pillbox/products", test_pillbox_products },
    { "/label-writer/pillbox/gives-way", test_pillbox_gives_way },
    { "/label-writer/pills", test_pills },
    { "/label-writer/names", test_names },
    { "/label-writer/uses", test_uses },
    { "/label-writer/uses/long", test_long_uses },
    { "/label-writer/bare", test_bare },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
