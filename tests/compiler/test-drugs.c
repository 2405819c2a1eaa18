/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drug-fixture.h"

/* Medicines, what they look like and what they do to each other: from the files to the rows, and what the
 * compiler says when something is wrong with them. */

#define LONG_40 "1234567890123456789012345678901234567890"
#define LONG_200 LONG_40 LONG_40 LONG_40 LONG_40 LONG_40
#define BAD_HOURS "is neither a number nor of the form “2 before, 6 after”: 1 to 336\n"

static void
assert_rows (CompilerFixture *fixture,
             const char      *sql,
             const char      *expected)
{
  g_autofree char *rows = compiler_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static CompilerFixture *
make_library (void)
{
  CompilerFixture *fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  drug_fixture_write (fixture);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  return fixture;
}

static void
test_drugs (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_rows (fixture, "SELECT id, brands, also, kind, classes, conditions, forms FROM drug ORDER BY id",
               "fabrolin|Fabrol,Fabro-Ease|fabroline,fabrolen|otc|pain pill,test medicine|pain,headache|"
               "tablet 5 mg;liquid, 1 mg in a spoon\n"
               "mirodex|Mirodorm||prescription|sleeping pill|sleep|capsule 10 mg\n"
               "quell-wort||quellonia|supplement|herb|low mood|tea\n"
               "zz-juice|||food|drink|thirst|bottle\n");

  /* Their texts are articles, by their titles whatever the case, under no topic. */
  assert_rows (fixture, "SELECT position, id, title, ifnull (topic, 'none') FROM article WHERE kind = 'drug' "
                        "ORDER BY position",
               "0|zz-juice|alpha juice|none\n"
               "1|fabrolin|Fabrolin|none\n"
               "2|mirodex|Mirodex|none\n"
               "3|quell-wort|St. Quell's Wort|none\n");
  assert_rows (fixture, "SELECT owner, title FROM source WHERE owner LIKE 'drug/%' ORDER BY owner",
               "drug/fabrolin|Title One\ndrug/mirodex|Title One\n"
               "drug/quell-wort|Title One\ndrug/zz-juice|Title One\n");
  assert_rows (fixture, "SELECT outside.kind, outside.detail, inside.kind FROM block AS outside "
                        "JOIN block AS inside ON inside.parent = outside.id WHERE outside.article = 'fabrolin'",
               "call-out|boxed|paragraph\n");
}

/* A medicine is a substance with all its names; what is another name of one makes none of its own. */
static void
test_substances (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_rows (fixture, "SELECT id, name, also, kind, drug FROM substance ORDER BY id",
               "fabrolin|Fabrolin|Fabrol,Fabro-Ease,fabroline,fabrolen|medicine|fabrolin\n"
               "grape-soda|Grape soda||food|\n"
               "herb-tonic|Herb tonic||supplement|\n"
               "mirodex|Mirodex|Mirodorm,mirodex acetate,mirodexum|medicine|mirodex\n"
               "nabrozine|Nabrozine|Nabro, Nabrozan|medicine|\n"
               "quell-wort|St. Quell's Wort|quellonia|supplement|quell-wort\n"
               "zz-juice|alpha juice||food|zz-juice\n");
}

static void
test_interactions (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_rows (fixture, "SELECT id, name, ifnull (twice, 'nothing') FROM interaction_group ORDER BY id",
               "foods|Foods and herbs|nothing\n"
               "herbs|Herbs|nothing\n"
               "pain-pills|Pain pills|nothing\n"
               "sleepers|What makes sleepy|Ask first.\n");
  assert_rows (fixture, "SELECT member_of, substance FROM interaction_member ORDER BY member_of, substance",
               "foods|grape-soda\nfoods|herb-tonic\n"
               "herbs|herb-tonic\nherbs|quell-wort\n"
               "pain-pills|fabrolin\npain-pills|nabrozine\n"
               "sleepers|mirodex\nsleepers|nabrozine\nsleepers|quell-wort\n");

  /* The lesser id is the first, whatever the order in the file. */
  assert_rows (fixture, "SELECT id, is_rule, a, b, severity, effect, action, why, ifnull (timing, 'none'), hours, "
                        "confirmed FROM interaction ORDER BY id",
               "1|0|fabrolin|nabrozine|major|One plus one.|Call before the next dose.|Both do the same."
               "|Take them some hours apart.|4|1\n"
               "2|0|fabrolin|mirodex|minor|One plus two.|Nothing.|Nobody knows.|none|0|0\n"
               "3|0|grape-soda|nabrozine|minor|One plus three.|Nothing.|Sugar.|none|0|1\n"
               "4|1|foods|sleepers|minor|Sleepy and full.|Rest.|Food.|none|0|0\n"
               "5|1|pain-pills|sleepers|moderate|Sleepy and painless.|Watch.|Both.|none|0|1\n"
               "6|1|herbs|herbs|moderate|Too green.|Choose one.|Leaves.|none|0|1\n");
  assert_rows (fixture, "SELECT owner, number, title, publisher, url, ifnull (published, 'undated'), read, state "
                        "FROM source WHERE owner IN ('interaction/1', 'interaction/2') ORDER BY owner, number",
               "interaction/1|1|Title Two|Publisher Two|https://two.example/|2020|2026-11-20|read\n"
               "interaction/1|2|Title Three|Publisher Three|https://three.example/|undated|2026-11-19|copy\n"
               "interaction/2|1|Title Three|Publisher Three|https://three.example/|undated|2026-11-19|copy\n");
}

static void
test_pills (void)
{
  g_autoptr (CompilerFixture) fixture = make_library ();

  assert_rows (fixture, "SELECT target, name, brand, strength, form, front, back, shape, color, color2, "
                        "ifnull (score, 'none'), ifnull (size, 'none'), maker, source, url, confirmed, remark "
                        "FROM pill ORDER BY id",
               "health-center:drug/fabrolin|Fabrolin|Fabrol|50 mg|tablet|FAB|50|round|white||2|7.5|Maker One"
               "|Label of Fabrolin. Maker One|https://label.example/|1|It tastes bitter.\n"
               "health-center:drug/fabrolin|Fabrolin||5 mg|tablet|F10|||||none|none|Maker One"
               "|Label of Fabrolin. Maker One|https://label.example/|0|\n"
               "health-center:drug/mirodex|Mirodex|||capsule|||capsule|red|blue|none|none|Maker Two"
               "|Label of Fabrolin. Maker One|https://label.example/|0|\n");

  /* 0 and O, 1 and I look alike. */
  assert_rows (fixture, "SELECT front_key, back_key FROM pill ORDER BY id", "FAB|5O\nFIO|\n|\n");
}

/* Without pills and interactions there are still medicines, and tables for the others. */
static void
test_drugs_alone (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  drug_fixture_write (fixture);
  compiler_fixture_remove (fixture, "content/interactions");
  compiler_fixture_remove (fixture, PILLS_FILE);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT count (*), (SELECT count (*) FROM substance), (SELECT count (*) FROM pill), "
                        "(SELECT count (*) FROM interaction) FROM drug", "4|4|0|0\n");
}

/* A text that takes the place of another one, and what the compiler says then. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *expected;
} Case;

static const Case cases[] = {
  /* Medicines */
  { "drug/article-key-title", FABROLIN_FILE, "name: Fabrolin\n", "name: Fabrolin\ntitle: Fabrolin\n",
    FABROLIN_FILE ":4: there is no key “title”\n" },
  { "drug/article-key-topics", FABROLIN_FILE, "kind: otc\n", "kind: otc\ntopics: first\n",
    FABROLIN_FILE ":8: there is no key “topics”\n" },
  { "drug/article-key-stages", FABROLIN_FILE, "kind: otc\n", "kind: otc\nstages: 2\n",
    FABROLIN_FILE ":8: there is no key “stages”\n" },
  { "drug/article-key-paged", FABROLIN_FILE, "kind: otc\n", "kind: otc\npaged: yes\n",
    FABROLIN_FILE ":8: there is no key “paged”\n" },
  { "drug/unknown-key", FABROLIN_FILE, "kind: otc\n", "kind: otc\nprice: low\n",
    FABROLIN_FILE ":8: there is no key “price”\n" },
  { "drug/drug-key-in-article", "content/articles/beta.md", "title: Beta\n", "title: Beta\nbrands: Betol\n",
    "content/articles/beta.md:4: there is no key “brands”\n" },
  { "drug/drug-name-in-article", "content/articles/beta.md", "title: Beta\n", "title: Beta\nname: Beta\n",
    "content/articles/beta.md:4: there is no key “name”\n" },
  { "drug/drug-class-in-article", "content/articles/beta.md", "title: Beta\n", "title: Beta\nclass: letters\n",
    "content/articles/beta.md:4: there is no key “class”\n" },
  { "drug/no-name", MIRODEX_FILE, "name: Mirodex\n", "",
    MIRODEX_FILE ":1: the key “name” is missing\n"
    SUBSTANCES_FILE ":5: there is no medicine “mirodex”\n"
    RULES_FILE ":28: there is no substance “mirodex”\n"
    PILLS_FILE ":26: there is no medicine “mirodex”\n" },
  { "drug/no-kind", FABROLIN_FILE, "kind: otc\n", "", FABROLIN_FILE ":1: the key “kind” is missing\n" },
  { "drug/no-class", FABROLIN_FILE, "class: pain pill, test medicine\n", "",
    FABROLIN_FILE ":1: the key “class” is missing\n" },
  { "drug/no-conditions", FABROLIN_FILE, "conditions: pain, headache\n", "",
    FABROLIN_FILE ":1: the key “conditions” is missing\n" },
  { "drug/no-forms", FABROLIN_FILE, "forms: tablet 5 mg; liquid, 1 mg in a spoon\n", "",
    FABROLIN_FILE ":1: the key “forms” is missing\n" },
  { "drug/empty-brands", MIRODEX_FILE, "brands: Mirodorm\n", "brands:\n",
    MIRODEX_FILE ":5: the key “brands” has no value\n" },
  { "drug/empty-brand", FABROLIN_FILE, "brands: Fabrol,  Fabro-Ease\n", "brands: Fabrol,, Fabro-Ease\n",
    FABROLIN_FILE ":5: brands: a part is empty\n" },
  { "drug/class-twice", FABROLIN_FILE, "pain pill, test medicine", "pain pill,  pain pill",
    FABROLIN_FILE ":8: class: “pain pill” is named twice\n" },
  { "drug/form-twice", FABROLIN_FILE, "tablet 5 mg; liquid", "tablet 5 mg; tablet 5 mg; liquid",
    FABROLIN_FILE ":10: forms: “tablet 5 mg” is named twice\n" },
  { "drug/unknown-kind", FABROLIN_FILE, "kind: otc", "kind: OTC",
    FABROLIN_FILE ":7: kind: “OTC” is none of those there are\n" },
  { "drug/unknown-call-out", FABROLIN_FILE, "[!BOXED]", "[!BLACK]",
    FABROLIN_FILE ":16: there is no call-out mark [!BLACK], only [!KEY], [!ASK], [!CALL] and [!DIFFER]\n" },

  /* A boxed warning is that of a label: only medicines have one. */
  { "drug/boxed-in-article", "content/articles/beta.md", "Beta.[^only]\n", "> [!BOXED] Beta.[^only]\n",
    "content/articles/beta.md:10: the source “only” is never cited\n"
    "content/articles/beta.md:15: there is no call-out mark [!BOXED], only [!KEY], [!ASK], [!CALL] and "
    "[!DIFFER]\n" },

  /* Substances */
  { "substance/unknown-medicine", SUBSTANCES_FILE, "is: mirodex\n", "is: mirodox\n",
    SUBSTANCES_FILE ":5: there is no medicine “mirodox”\n" },
  { "substance/unknown-kind", SUBSTANCES_FILE, "kind: medicine\n", "kind: pill\n",
    SUBSTANCES_FILE ":1: a substance has either a kind that there is or the medicine that it is\n" },
  { "substance/kind-and-medicine", SUBSTANCES_FILE, "is: mirodex\n", "is: mirodex\nkind: medicine\n",
    SUBSTANCES_FILE ":5: a substance has either a kind that there is or the medicine that it is\n" },
  { "substance/neither", SUBSTANCES_FILE, "kind: food\n", "also: soda\n",
    SUBSTANCES_FILE ":9: a substance has either a kind that there is or the medicine that it is\n" },
  { "substance/twice", SUBSTANCES_FILE, "substance: Herb tonic\nkind: supplement\n",
    "substance: Herb tonic\nkind: supplement\n\nsubstance: herb TONIC\nkind: food\n",
    SUBSTANCES_FILE ":15: there is a substance “herb-tonic” already\n" },
  { "substance/medicine-again", SUBSTANCES_FILE, "substance: Herb tonic\nkind: supplement\n",
    "substance: Herb tonic\nkind: supplement\n\nsubstance: Fabrolin\nkind: medicine\n",
    SUBSTANCES_FILE ":15: there is a substance “fabrolin” already\n" },
  { "substance/unknown-key", SUBSTANCES_FILE, "kind: food\n", "kind: food\ncolor: purple\n",
    SUBSTANCES_FILE ":11: there is no key “color”\n"
    RULES_FILE ":13: there is no substance “Grape soda”\n"
    RULES_FILE ":36: there is no substance “grape soda”\n" },

  /* Groups */
  { "group/unknown-member", RULES_FILE, "members: Fabrolin; nabrozine", "members: Fabrolin; nabrozone",
    RULES_FILE ":9: there is no substance “nabrozone”\n" },
  { "group/brand-is-no-member", RULES_FILE, "members: Fabrolin; nabrozine", "members: Fabrol; nabrozine",
    RULES_FILE ":9: there is no substance “Fabrol”\n" },
  { "group/member-twice", RULES_FILE, "members: Fabrolin; nabrozine", "members: Fabrolin; nabrozine; fabrolin",
    RULES_FILE ":9: “fabrolin” is a member twice\n" },
  { "group/member-by-two-names", RULES_FILE, "members: Nabrozine; mirodex acetate;",
    "members: Nabrozine; Mirodex; mirodex acetate;", RULES_FILE ":4: “mirodex” is a member twice\n" },
  { "group/empty-member", RULES_FILE, "members: Fabrolin; nabrozine", "members: Fabrolin; ; nabrozine",
    RULES_FILE ":9: a member without a name\n"
    RULES_FILE ":9: there is no substance “”\n" },
  { "group/twice", RULES_FILE, "group: pain-pills\n", "group: foods\n",
    RULES_FILE ":13: the group “foods” stands twice\n"
    RULES_FILE ":59: there is no group “pain-pills”\n" },
  { "group/bad-id", RULES_FILE, "group: pain-pills\n", "group: pain pills\n",
    RULES_FILE ":9: “pain pills” is no id: an id is made of a-z, digits and single dashes\n"
    RULES_FILE ":59: there is no group “pain-pills”\n" },
  { "group/no-members", RULES_FILE, "members: Fabrolin; nabrozine\n", "",
    RULES_FILE ":9: the key “members” is missing\n"
    RULES_FILE ":58: there is no group “pain-pills”\n" },

  /* Pairs and rules */
  { "pair/unknown-substance", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Fabrolin + mirodox\n",
    RULES_FILE ":28: there is no substance “mirodox”\n" },
  { "pair/group", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Fabrolin + sleepers\n",
    RULES_FILE ":28: there is no substance “sleepers”\n" },
  { "pair/itself", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Mirodex + mirodex acetate\n",
    RULES_FILE ":28: “mirodex” with itself\n" },
  { "pair/twice", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: nabrozine + fabrolin\n",
    RULES_FILE ":28: fabrolin + nabrozine stands twice\n" },
  { "pair/other-way-round", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Fabrolin + Nabrozine\n",
    RULES_FILE ":28: fabrolin + nabrozine stands twice\n" },
  { "pair/one-side", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Fabrolin\n",
    RULES_FILE ":28: not of the form “pair: a + b”\n" },
  { "pair/three-sides", RULES_FILE, "pair: Fabrolin + mirodex\n", "pair: Fabrolin + mirodex + nabrozine\n",
    RULES_FILE ":28: not of the form “pair: a + b”\n" },
  { "pair/unknown-severity", RULES_FILE, "severity: major\n", "severity: severe\n",
    RULES_FILE ":19: “severe” is no severity\n" },
  { "pair/unknown-state", RULES_FILE, "hours: 4\nfrom: two, three\nstate: confirmed\n",
    "hours: 4\nfrom: two, three\nstate: read\n",
    RULES_FILE ":26: state: “read” is neither confirmed nor unconfirmed\n" },
  { "pair/long-effect", RULES_FILE, "effect: One plus one.", "effect: " LONG_200 "é",
    RULES_FILE ":20: effect has more than 200 characters\n" },
  { "pair/long-action", RULES_FILE, "action: Call before the next dose.", "action: " LONG_200 LONG_40 "é",
    RULES_FILE ":21: action has more than 240 characters\n" },
  { "pair/long-why", RULES_FILE, "why: Both do the same.", "why: " LONG_200 "é",
    RULES_FILE ":22: why has more than 200 characters\n" },
  { "pair/long-timing", RULES_FILE, "timing: Take them some hours apart.",
    "timing: " LONG_40 LONG_40 LONG_40 LONG_40 "é", RULES_FILE ":23: timing has more than 160 characters\n" },
  { "pair/hours-without-timing", RULES_FILE, "timing: Take them some hours apart.\n", "",
    RULES_FILE ":23: hours and timing belong together\n" },
  { "pair/timing-without-hours", RULES_FILE, "hours: 4\n", "",
    RULES_FILE ":23: hours and timing belong together\n" },
  { "pair/no-hours", RULES_FILE, "hours: 4\n", "hours: 0\n", RULES_FILE ":24: hours: “0” " BAD_HOURS },
  { "pair/too-many-hours", RULES_FILE, "hours: 4\n", "hours: 337\n", RULES_FILE ":24: hours: “337” " BAD_HOURS },
  { "pair/hours-in-words", RULES_FILE, "hours: 4\n", "hours: 4 to 6\n", RULES_FILE ":24: hours: “4 to 6” " BAD_HOURS },
  { "pair/hours-twice-before", RULES_FILE, "hours: 4\n", "hours: 2 before, 6 before\n",
    RULES_FILE ":24: hours: “2 before, 6 before” " BAD_HOURS },
  { "pair/hours-around", RULES_FILE, "hours: 4\n", "hours: 2 around\n",
    RULES_FILE ":24: hours: “2 around” " BAD_HOURS },
  { "pair/hours-before-nothing", RULES_FILE, "hours: 4\n", "hours: 2 before,\n",
    RULES_FILE ":24: hours: “2 before,” " BAD_HOURS },
  { "pair/no-hours-before", RULES_FILE, "hours: 4\n", "hours: 0 before, 6 after\n",
    RULES_FILE ":24: hours: “0 before, 6 after” " BAD_HOURS },
  { "pair/no-source", RULES_FILE, "from: two, three\n", "",
    RULES_FILE ":18: the key “from” is missing\n" },
  { "pair/undeclared-source", RULES_FILE, "from: two, three\n", "from: two, four\n",
    RULES_FILE ":25: the source “four” is not declared\n" },
  { "pair/key-twice", RULES_FILE, "hours: 4\n", "hours: 4\nhours: 5\n",
    RULES_FILE ":25: the key “hours” stands already in line 24\n" },
  { "rule/unknown-group", RULES_FILE, "rule: sleepers + foods\n", "rule: sleepers + fruits\n",
    RULES_FILE ":51: there is no group “fruits”\n" },
  { "rule/substance", RULES_FILE, "rule: sleepers + foods\n", "rule: nabrozine + foods\n",
    RULES_FILE ":51: there is no group “nabrozine”\n" },
  { "rule/twice", RULES_FILE, "rule: sleepers + pain-pills\n", "rule: foods + sleepers\n",
    RULES_FILE ":59: foods + sleepers stands twice\n" },
  { "record/unknown", RULES_FILE, "rule: sleepers + foods\n", "rules: sleepers + foods\n",
    RULES_FILE ":51: there is no key “rules”\n"
    RULES_FILE ":51: the key “pair” is missing\n" },
  { "record/source-never-cited", RULES_FILE, "source: two |",
    "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\nsource: two |",
    RULES_FILE ":1: the source “four” is never cited\n" },

  /* Allergies */
  { "allergy/unknown-member", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nmembers: fabrolen\nfrom: two\n\ngroup: sleepers\n",
    RULES_FILE ":4: there is no substance “fabrolen”\n" },
  { "allergy/member-twice", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nmembers: fabrolin; Fabrolin\nfrom: two\n\ngroup: sleepers\n",
    RULES_FILE ":4: “fabrolin” is a member twice\n" },
  { "allergy/no-members", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nalso: fab\nfrom: two\n\ngroup: sleepers\n", RULES_FILE ":4: an allergy has members or others\n" },
  { "allergy/no-source", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nmembers: fabrolin\n\ngroup: sleepers\n", RULES_FILE ":4: the key “from” is missing\n" },
  { "allergy/twice", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nothers: x\nfrom: two\n\nallergy: fabs\nothers: y\nfrom: two\n\ngroup: sleepers\n",
    RULES_FILE ":8: the allergy “fabs” stands twice\n" },
  { "allergy/long-note", RULES_FILE, "group: sleepers\n",
    "allergy: Fabs\nothers: x\nnote: " LONG_200 "é\nfrom: two\n\ngroup: sleepers\n",
    RULES_FILE ":6: note has more than 200 characters\n" },

  /* Pills */
  { "pill/unknown-medicine", PILLS_FILE, "pill: mirodex\n", "pill: mirodox\n",
    PILLS_FILE ":26: there is no medicine “mirodox”\n" },
  { "pill/unknown-shape", PILLS_FILE, "shape: round\n", "shape: flat\n", PILLS_FILE ":9: “flat” is no shape\n" },
  { "pill/unknown-color", PILLS_FILE, "color: white\n", "color: beige\n", PILLS_FILE ":10: “beige” is no color\n" },
  { "pill/color-twice", PILLS_FILE, "color: red, blue\n", "color: red, red\n",
    PILLS_FILE ":29: a pill has one color, or two that differ\n" },
  { "pill/three-colors", PILLS_FILE, "color: red, blue\n", "color: red, blue, white\n",
    PILLS_FILE ":29: a pill has one color, or two that differ\n" },
  { "pill/unknown-state", PILLS_FILE, "state: confirmed\n", "state: seen\n",
    PILLS_FILE ":15: state: “seen” is neither confirmed nor unconfirmed\n" },
  { "pill/no-imprint-and-shape", PILLS_FILE, "shape: capsule\n", "",
    PILLS_FILE ":26: a pill without an imprint and without a shape cannot be found\n" },
  { "pill/score-in-words", PILLS_FILE, "score: 2\n", "score: two\n",
    PILLS_FILE ":11: score: “two” is no whole number from 1 to 9\n" },
  { "pill/score-fraction", PILLS_FILE, "score: 2\n", "score: 2.5\n",
    PILLS_FILE ":11: score: “2.5” is no whole number from 1 to 9\n" },
  { "pill/score-none", PILLS_FILE, "score: 2\n", "score: 0.5\n",
    PILLS_FILE ":11: score: “0.5” is no whole number from 1 to 9\n" },
  { "pill/size-too-big", PILLS_FILE, "size: 7.5\n", "size: 61\n",
    PILLS_FILE ":12: size: “61” is no number from 1 to 60\n" },
  { "pill/size-with-unit", PILLS_FILE, "size: 7.5\n", "size: 7.5 mm\n",
    PILLS_FILE ":12: size: “7.5 mm” is no number from 1 to 60\n" },
  { "pill/size-not-a-number", PILLS_FILE, "size: 7.5\n", "size: nan\n",
    PILLS_FILE ":12: size: “nan” is no number from 1 to 60\n" },
  { "pill/no-maker", PILLS_FILE, "maker: Maker Two\n", "", PILLS_FILE ":26: the key “maker” is missing\n" },
  { "pill/undeclared-source", PILLS_FILE, "maker: Maker Two\nfrom: label\n", "maker: Maker Two\nfrom: table\n",
    PILLS_FILE ":31: the source “table” is not declared\n" },
  { "pill/unknown-key", PILLS_FILE, "score: 2\n", "scores: 2\n", PILLS_FILE ":11: there is no key “scores”\n" },
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

  drug_fixture_write (fixture);
  text = compiler_fixture_read (fixture, self->file, NULL);
  found = strstr (text, self->find);
  g_assert_nonnull (found);
  g_string_append_len (changed, text, found - text);
  g_string_append (changed, self->replace);
  g_string_append (changed, found + strlen (self->find));
  compiler_fixture_write (fixture, self->file, changed->str, -1);

  for (const char *newline = self->expected; (newline = strchr (newline, '\n')) != NULL; newline++)
    n_faults++;
  all = g_strdup_printf ("%s%u %s\n", self->expected, n_faults, n_faults == 1 ? "fault" : "faults");

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_cmpstr (errors, ==, all);
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
}

/* What a text may be long is no fault, in characters and not in bytes. */
static void
test_longest_texts (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  drug_fixture_write (fixture);
  compiler_fixture_write (fixture, "content/interactions/c-long.txt",
                          "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\n\n"
                          "pair: mirodex + grape soda\nseverity: moderate\n"
                          "effect: é" LONG_40 LONG_40 LONG_40 LONG_40 "123456789012345678901234567890123456789\n"
                          "action: é" LONG_200 "123456789012345678901234567890123456789\n"
                          "why: é" LONG_40 LONG_40 LONG_40 LONG_40 "123456789012345678901234567890123456789\n"
                          "timing: é" LONG_40 LONG_40 LONG_40 "123456789012345678901234567890123456789\n"
                          "hours: 336 before, 24 after\nfrom: four\nstate: confirmed\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT id, length (effect), length (action), length (why), length (timing), "
                        "hours_before, hours_after, hours "
                        "FROM interaction WHERE a = 'grape-soda' AND b = 'mirodex'", "7|200|240|200|160|24|336|336\n");
}

/* Hours of each form, also where the second one of the file is the first one of the library. */
static void
test_hours (void)
{
  static const char *const pairs[][2] = {
    { "zz-juice + mirodex", "3" }, { "zz-juice + fabrolin", "2 before, 6 after" },
    { "grape soda + mirodex", "6 after, 2 before" }, { "grape soda + fabrolin", "5 before" },
    { "herb tonic + fabrolin", "7 after" },
  };
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (GString) text = g_string_new ("source: four | T | P | https://four.example/ | undated | 2026-11-20 |"
                                           " read\n\n");
  g_autofree char *errors = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_append_printf (text, "pair: %s\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\ntiming: T.\n"
                            "hours: %s\nfrom: four\nstate: confirmed\n\n", pairs[i][0], pairs[i][1]);
  drug_fixture_write (fixture);
  compiler_fixture_write (fixture, "content/interactions/d-hours.txt", text->str, -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT a, b, hours_before, hours_after, hours "
                        "FROM interaction WHERE timing = 'T.' ORDER BY id",
               "mirodex|zz-juice|3|3|3\n"
               "fabrolin|zz-juice|6|2|6\n"
               "grape-soda|mirodex|2|6|6\n"
               "fabrolin|grape-soda|0|5|5\n"
               "fabrolin|herb-tonic|7|0|7\n");
}

static void
test_allergies (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  drug_fixture_write (fixture);
  compiler_fixture_write (fixture, "content/interactions/e-allergies.txt",
                          "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\n\n"
                          "allergy: Fabs (all)\nalso: fab, fabs\nmembers: Nabrozine; fabrolin\nothers: a; b\n"
                          "note: N.\nfrom: four\n\n"
                          "allergy: Dyes\nothers: purple\nfrom: four\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  assert_rows (fixture, "SELECT id, name, also, others, ifnull (note, 'none') FROM allergy ORDER BY id",
               "dyes|Dyes||purple|none\nfabs-all|Fabs (all)|fab, fabs|a; b|N.\n");
  assert_rows (fixture, "SELECT member_of, substance FROM allergy_member ORDER BY substance",
               "fabs-all|fabrolin\nfabs-all|nabrozine\n");
  assert_rows (fixture, "SELECT owner, title FROM source WHERE owner LIKE 'allergy/%' ORDER BY owner",
               "allergy/dyes|T\nallergy/fabs-all|T\n");
}

/* The same pair in two files is one too many, too. */
static void
test_twice_in_two_files (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  drug_fixture_write (fixture);
  compiler_fixture_write (fixture, "content/interactions/c-more.txt",
                          "source: four | T | P | https://four.example/ | undated | 2026-11-20 | read\n\n"
                          "pair: fabrolin + nabrozine\nseverity: minor\neffect: E.\naction: A.\nwhy: W.\n"
                          "from: four\nstate: confirmed\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "content/interactions/c-more.txt:3: fabrolin + nabrozine stands twice\n1 fault\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/drugs/drugs", test_drugs);
  g_test_add_func ("/compiler/drugs/substances", test_substances);
  g_test_add_func ("/compiler/drugs/interactions", test_interactions);
  g_test_add_func ("/compiler/drugs/pills", test_pills);
  g_test_add_func ("/compiler/drugs/alone", test_drugs_alone);
  g_test_add_func ("/compiler/drugs/longest-texts", test_longest_texts);
  g_test_add_func ("/compiler/drugs/hours", test_hours);
  g_test_add_func ("/compiler/drugs/allergies", test_allergies);
  g_test_add_func ("/compiler/drugs/twice-in-two-files", test_twice_in_two_files);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compiler/drugs/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
