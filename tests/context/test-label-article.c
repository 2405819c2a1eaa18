/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-article.h"

/* The label of a medicine as an article. */

#define SET_ID "0a1b2c3d-0000-4000-8000-000000000001"
#define BOXED "34066-1" /* the LOINC code of a boxed warning */

static HcLabelProduct *
add_product (HcLabel    *label,
             const char *key,
             const char *name,
             const char *generic,
             const char *form)
{
  HcLabelProduct *product = hc_label_add_product (label);

  product->key = g_strdup (key);
  product->name = g_strdup (name);
  product->generic = g_strdup (generic);
  product->form = g_strdup (form);

  return product;
}

static void
add_ingredient (HcLabelProduct *product,
                const char     *name,
                const char     *strength,
                gboolean        is_active)
{
  HcLabelIngredient *ingredient = hc_label_product_add_ingredient (product);

  ingredient->name = g_strdup (name);
  ingredient->strength = g_strdup (strength);
  ingredient->is_active = is_active;
}

static void
add_section (HcLabel    *label,
             int         level,
             const char *code,
             const char *title,
             const char *text)
{
  HcLabelSection *section = hc_label_add_section (label, level);

  section->code = g_strdup (code);
  section->title = g_strdup (title);
  section->text = g_strdup (text);
}

/* Returns: (transfer full): a label of one product of which nothing is told */
static HcLabel *
make_label (void)
{
  HcLabel *label = hc_label_new (HC_LABEL_ORIGIN_SPL);

  label->set_id = g_strdup (SET_ID);
  label->version = 7;
  add_product (label, "a", "Fabrol", NULL, NULL);

  return label;
}

/* A block a line: what it is, its level and its detail, its text; blocks in others are indented. */
static void
print_blocks (GString   *text,
              GPtrArray *blocks,
              guint      depth)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const HcBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (text, "%*s%s", (int) depth * 2, "", hc_block_kind_to_string (block->kind));
      if (block->level != 0)
        g_string_append_printf (text, " %d", block->level);
      if (block->detail != NULL)
        g_string_append_printf (text, " [%s]", block->detail);
      if (block->markup != NULL)
        g_string_append_printf (text, ": %s", block->markup);
      g_string_append_c (text, '\n');
      print_blocks (text, block->children, depth + 1);
    }
}

static void
assert_blocks (HcArticle  *article,
               const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  print_blocks (text, hc_article_get_blocks (article), 0);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Each heading, paragraph and table has a name of its own; returns how many there are. */
static guint
check_anchors (GPtrArray  *blocks,
               GHashTable *seen)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const HcBlock *block = g_ptr_array_index (blocks, i);
      gboolean is_named = block->kind == HC_BLOCK_HEADING || block->kind == HC_BLOCK_PARAGRAPH ||
                          block->kind == HC_BLOCK_TABLE;

      g_assert_cmpint (block->anchor != NULL, ==, is_named);

      if (is_named)
        {
          g_test_message ("%s", block->anchor);
          g_assert_true (g_hash_table_add (seen, block->anchor));
          n++;
        }

      n += check_anchors (block->children, seen);
    }

  return n;
}

static void
assert_anchors (HcArticle *article,
                guint      expected)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (check_anchors (hc_article_get_blocks (article), seen), ==, expected);
}

static void
test_whole (void)
{
  g_autoptr (HcLabel) label = hc_label_new (HC_LABEL_ORIGIN_SPL);
  g_autoptr (HcArticle) article = NULL;
  g_autofree char *link = NULL;
  HcLabelProduct *product;
  guint first, n;

  label->set_id = g_strdup (SET_ID);
  label->version = 12;
  label->effective = g_strdup ("2026-03-04");
  label->maker = g_strdup ("Maker & Sons");
  product = add_product (label, "1234-567", "Fabrol", "fabrolin and nabrozine", "TABLET, FILM COATED");
  add_ingredient (product, "FABROLIN HYDROCHLORIDE", "5 mg", TRUE);
  add_ingredient (product, "NABROZINE", "10 mg", TRUE);
  add_ingredient (product, "STARCH", NULL, FALSE);
  product = add_product (label, "row 9", "Fabrolin", "FABROLIN", NULL);
  add_ingredient (product, "FABROLIN HYDROCHLORIDE", "20 mg", TRUE);
  add_ingredient (product, "SUGAR", NULL, FALSE);
  add_ingredient (product, "STARCH", NULL, FALSE);

  add_section (label, 1, "34067-9", "1 INDICATIONS & USAGE", "pFor <pain>.\niHead\niBack\npNot for cats.");
  add_section (label, 1, BOXED, "WARNING: HARM", "pIt can harm.\niFirst\niSecond");
  add_section (label, 2, NULL, "More harm", "pMuch.");
  add_section (label, 1, "34068-7", "2 DOSAGE", NULL);
  add_section (label, 2, NULL, "2.1 Adults", "pOne.");

  article = hc_label_article_new (label);
  g_assert_cmpint (hc_article_get_kind (article), ==, HC_ARTICLE_KIND_LABEL);
  g_assert_cmpstr (hc_article_get_id (article), ==, SET_ID);
  g_assert_cmpstr (hc_article_get_title (article), ==, "Fabrol");
  g_assert_cmpstr (hc_article_get_checked (article), ==, "2026-03-04");
  g_assert_cmpstr (hc_article_get_review (article), ==, "Set id " SET_ID ", version 12");
  g_assert_nonnull (strstr (hc_article_get_summary (article), "Maker & Sons"));
  link = hc_article_dup_link (article);
  g_assert_cmpstr (link, ==, "health-center:label/" SET_ID);
  g_assert_true (hc_article_has_content (article));
  g_assert_cmpuint (hc_article_get_sources (article)->len, ==, 0);

  assert_blocks (article,
                 "call-out [boxed]\n"
                 "  paragraph: It can harm.\n"
                 "  list\n"
                 "    list-item\n"
                 "      paragraph: First\n"
                 "    list-item\n"
                 "      paragraph: Second\n"
                 "  paragraph: Much.\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: Fabrol (fabrolin and nabrozine), 5 mg / 10 mg, tablet, film coated, NDC 1234-567\n"
                 "  list-item\n"
                 "    paragraph: Fabrolin, 20 mg\n"
                 "heading 3: Active Ingredients\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: FABROLIN HYDROCHLORIDE\n"
                 "  list-item\n"
                 "    paragraph: NABROZINE\n"
                 "heading 3: Other Ingredients\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: STARCH\n"
                 "  list-item\n"
                 "    paragraph: SUGAR\n"
                 "heading 2: 1 INDICATIONS &amp; USAGE\n"
                 "paragraph: For &lt;pain&gt;.\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: Head\n"
                 "  list-item\n"
                 "    paragraph: Back\n"
                 "paragraph: Not for cats.\n"
                 "heading 2: WARNING: HARM\n"
                 "paragraph: It can harm.\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: First\n"
                 "  list-item\n"
                 "    paragraph: Second\n"
                 "heading 3: More harm\n"
                 "paragraph: Much.\n"
                 "heading 2: 2 DOSAGE\n"
                 "heading 3: 2.1 Adults\n"
                 "paragraph: One.\n");
  assert_anchors (article, 26);

  /* What stands before the sections is a page, and each of these is one. */
  g_assert_true (hc_article_is_paged (article));
  g_assert_cmpuint (hc_article_get_n_pages (article), ==, 4);
  hc_article_get_page (article, 0, &first, &n);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (n, ==, 6);
  hc_article_get_page (article, 3, &first, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (hc_article_find_page (article, "2-1-adults"), ==, 3);
  g_assert_cmpuint (hc_article_find_page (article, "1-indications-usage"), ==, 1);
}

/* Only a section of the same level ends the warning, wherever it stands; others may follow. */
static void
test_boxed_warnings (void)
{
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) article = NULL;

  add_section (label, 1, "43683-2", "Recent", "pNews.");
  add_section (label, 2, BOXED, "W", "pFirst.");
  add_section (label, 3, NULL, "W1", "pSecond.");
  add_section (label, 2, NULL, "Not W", "pNot this.");
  add_section (label, 1, BOXED, NULL, "pThird.");
  add_section (label, 1, BOXED, "Empty", "");
  add_section (label, 1, "1", NULL, NULL);

  article = hc_label_article_new (label);
  assert_blocks (article,
                 "call-out [boxed]\n"
                 "  paragraph: First.\n"
                 "  paragraph: Second.\n"
                 "  paragraph: Third.\n"
                 "list\n"
                 "  list-item\n"
                 "    paragraph: Fabrol\n"
                 "heading 2: Recent\n"
                 "paragraph: News.\n"
                 "heading 3: W\n"
                 "paragraph: First.\n"
                 "heading 3: W1\n"
                 "paragraph: Second.\n"
                 "heading 3: Not W\n"
                 "paragraph: Not this.\n"
                 "paragraph: Third.\n"
                 "heading 2: Empty\n");
  assert_anchors (article, 14);
}

#define PRODUCT "list\n  list-item\n    paragraph: Fabrol\n"

static void
assert_text (const char *text,
             const char *expected)
{
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) article = NULL;
  g_autofree char *all = g_strconcat (PRODUCT, expected, NULL);

  add_section (label, 1, NULL, NULL, text);
  article = hc_label_article_new (label);
  assert_blocks (article, all);
}

static void
test_tables (void)
{
  /* Ragged rows are filled, and the first row is the header, whatever it says. */
  assert_text ("cAge\tDose\nrChild\t1\nrAdult\nrOld\t 2 \t3",
               "table [Table]\n"
               "  table-row\n"
               "    table-cell 1: Age\n"
               "    table-cell 1: Dose\n"
               "    table-cell 1: \n"
               "  table-row\n"
               "    table-cell: Child\n"
               "    table-cell: 1\n"
               "    table-cell: \n"
               "  table-row\n"
               "    table-cell: Adult\n"
               "    table-cell: \n"
               "    table-cell: \n"
               "  table-row\n"
               "    table-cell: Old\n"
               "    table-cell: 2\n"
               "    table-cell: 3\n");
  assert_text ("rA & B\tC\n\nrD\t",
               "table [Table]\n"
               "  table-row\n"
               "    table-cell 1: A &amp; B\n"
               "    table-cell 1: C\n"
               "  table-row\n"
               "    table-cell: D\n"
               "    table-cell: \n");
}

static void
test_captions (void)
{
  /* A heading right before a table is its caption, and begins another table; one elsewhere is a paragraph. */
  assert_text ("hTable 1: Doses & more\nrA\nrB\nhTable 2\ncC\npBetween\nrD\nhWords\npText\nhLast",
               "table [Table 1: Doses & more]\n"
               "  table-row\n"
               "    table-cell 1: A\n"
               "  table-row\n"
               "    table-cell: B\n"
               "table [Table 2]\n"
               "  table-row\n"
               "    table-cell 1: C\n"
               "paragraph: Between\n"
               "table [Table]\n"
               "  table-row\n"
               "    table-cell 1: D\n"
               "paragraph: Words\n"
               "paragraph: Text\n"
               "paragraph: Last\n");
}

static void
test_lists (void)
{
  assert_text ("iA\niB\npBetween\niC\nrD\niE",
               "list\n  list-item\n    paragraph: A\n  list-item\n    paragraph: B\n"
               "paragraph: Between\n"
               "list\n  list-item\n    paragraph: C\n"
               "table [Table]\n  table-row\n    table-cell 1: D\n"
               "list\n  list-item\n    paragraph: E\n");
  assert_text ("", "");
  assert_text ("\n\n", "");
}

/* A table in the boxed warning is as complete as one in a section. */
static void
test_boxed_table (void)
{
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) article = NULL;

  add_section (label, 1, BOXED, NULL, "hDoses\nrA\nrB\tC");
  article = hc_label_article_new (label);
  assert_blocks (article,
                 "call-out [boxed]\n"
                 "  table [Doses]\n"
                 "    table-row\n"
                 "      table-cell 1: A\n"
                 "      table-cell 1: \n"
                 "    table-row\n"
                 "      table-cell: B\n"
                 "      table-cell: C\n"
                 PRODUCT
                 "table [Doses]\n"
                 "  table-row\n"
                 "    table-cell 1: A\n"
                 "    table-cell 1: \n"
                 "  table-row\n"
                 "    table-cell: B\n"
                 "    table-cell: C\n");
  assert_anchors (article, 3);
}

/* Titles that are alike, that have no letter, and that look like the names of paragraphs and tables. */
static void
test_anchors (void)
{
  static const char *const titles[] = {
    "P 2", "Same", "same!", "SAME", "¡§!", "…", "Section", "Table", "same-2", "Ä same", "P 38", "P 41",
  };
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) article = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_section (label, 1, NULL, titles[i], "pA paragraph.\nrA table");

  article = hc_label_article_new (label);
  assert_anchors (article, 1 + 3 * G_N_ELEMENTS (titles));
  g_assert_nonnull (hc_article_find_block (article, "same"));
  g_assert_nonnull (hc_article_find_block (article, "same-2"));
  g_assert_nonnull (hc_article_find_block (article, "section"));
}

/* The names stay as they are: a note finds its paragraph in the same label again. */
static void
test_anchors_stay (void)
{
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) first = NULL, second = NULL;
  GPtrArray *blocks[2];

  add_section (label, 1, NULL, "One", "pA.\npB.");
  add_section (label, 1, NULL, "Two", "pA.\nrT");
  first = hc_label_article_new (label);
  second = hc_label_article_new (label);
  blocks[0] = hc_article_get_blocks (first);
  blocks[1] = hc_article_get_blocks (second);
  g_assert_cmpuint (blocks[0]->len, ==, 7);

  for (guint i = 0; i < blocks[0]->len; i++)
    g_assert_cmpstr (((HcBlock *) g_ptr_array_index (blocks[0], i))->anchor, ==,
                     ((HcBlock *) g_ptr_array_index (blocks[1], i))->anchor);
}

/* A row of the Pillbox has no text, and nothing else may be told of a label either. */
static void
test_empty (void)
{
  g_autoptr (HcLabel) label = make_label ();
  g_autoptr (HcArticle) article = NULL;

  label->origin = HC_LABEL_ORIGIN_PILLBOX;
  article = hc_label_article_new (label);
  assert_blocks (article, PRODUCT);
  g_assert_cmpuint (hc_article_get_n_pages (article), ==, 1);
  g_assert_null (hc_article_get_checked (article));
  g_assert_nonnull (strstr (hc_article_get_review (article), SET_ID));
  g_assert_nonnull (strstr (hc_article_get_review (article), "Pillbox"));
  g_assert_null (strstr (hc_article_get_summary (article), "(null)"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/label-article/whole", test_whole);
  g_test_add_func ("/context/label-article/boxed-warnings", test_boxed_warnings);
  g_test_add_func ("/context/label-article/tables", test_tables);
  g_test_add_func ("/context/label-article/captions", test_captions);
  g_test_add_func ("/context/label-article/lists", test_lists);
  g_test_add_func ("/context/label-article/boxed-table", test_boxed_table);
  g_test_add_func ("/context/label-article/anchors", test_anchors);
  g_test_add_func ("/context/label-article/anchors-stay", test_anchors_stay);
  g_test_add_func ("/context/label-article/empty", test_empty);

  return g_test_run ();
}
