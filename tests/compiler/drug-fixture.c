/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drug-fixture.h"

/* Medicines that there are not. By their titles they come in another order than by their ids. */

#define SOURCE_ONE \
  "source: one | Title One | Publisher One | https://one.example/ | undated | 2026-11-20 | read\n"

/* The names of the file are in the lines 5 and 6, the mark of the call-out is in line 16. */
#define FABROLIN                                    \
  "---\n"                                           \
  "id: fabrolin\n"                                  \
  "name: Fabrolin\n"                                \
  "summary: A made-up pill against pain.\n"         \
  "brands: Fabrol,  Fabro-Ease\n"                   \
  "also: fabroline, fabrolen\n"                     \
  "kind: otc\n"                                     \
  "class: pain pill, test medicine\n"               \
  "conditions: pain, headache\n"                    \
  "forms: tablet 5 mg; liquid, 1 mg in a spoon\n"   \
  "checked: 2026-11-21\n"                           \
  "review: none\n"                                  \
  SOURCE_ONE                                        \
  "---\n"                                           \
  "\n"                                              \
  "> [!BOXED] It can harm.[^one]\n"                 \
  "\n"                                              \
  "Fabrolin is made up.[^one]\n"

#define MIRODEX                                     \
  "---\n"                                           \
  "id: mirodex\n"                                   \
  "name: Mirodex\n"                                 \
  "summary: A made-up capsule for sleep.\n"         \
  "brands: Mirodorm\n"                              \
  "kind: prescription\n"                            \
  "class: sleeping pill\n"                          \
  "conditions: sleep\n"                             \
  "forms: capsule 10 mg\n"                          \
  "checked: 2026-11-20\n"                           \
  "review: none\n"                                  \
  SOURCE_ONE                                        \
  "---\n"                                           \
  "\n"                                              \
  "Mirodex is made up, too.[^one]\n"

#define WORT                                        \
  "---\n"                                           \
  "id: quell-wort\n"                                \
  "name: St. Quell's Wort\n"                        \
  "summary: A made-up herb.\n"                      \
  "also: quellonia\n"                               \
  "kind: supplement\n"                              \
  "class: herb\n"                                   \
  "conditions: low mood\n"                          \
  "forms: tea\n"                                    \
  "checked: 2026-11-20\n"                           \
  "review: none\n"                                  \
  SOURCE_ONE                                        \
  "---\n"                                           \
  "\n"                                              \
  "The herb is made up.[^one]\n"

#define JUICE                                       \
  "---\n"                                           \
  "id: zz-juice\n"                                  \
  "name: alpha juice\n"                             \
  "summary: A made-up drink.\n"                     \
  "kind: food\n"                                    \
  "class: drink\n"                                  \
  "conditions: thirst\n"                            \
  "forms: bottle\n"                                 \
  "checked: 2026-11-20\n"                           \
  "review: none\n"                                  \
  SOURCE_ONE                                        \
  "---\n"                                           \
  "\n"                                              \
  "The drink is made up.[^one]\n"

#define SUBSTANCES                                  \
  "substance: Nabrozine\n"                          \
  "also: Nabro, Nabrozan\n"                         \
  "kind: medicine\n"                                \
  "\n"                                              \
  "substance: mirodex acetate\n"                    \
  "also: mirodexum\n"                               \
  "is: mirodex\n"                                   \
  "\n"                                              \
  "substance: Grape soda\n"                         \
  "kind: food\n"                                    \
  "\n"                                              \
  "substance: Herb tonic\n"                         \
  "kind: supplement\n"

/* The first group is in line 4, the first pair in line 18, the first rule in line 51. */
#define RULES                                                                                           \
  "source: two | Title Two | Publisher Two | https://two.example/ | 2020 | 2026-11-20 | read\n"         \
  "source: three | Title Three | Publisher Three | https://three.example/ | undated | 2026-11-19 | copy\n" \
  "\n"                                                                                                  \
  "group: sleepers\n"                                                                                   \
  "name: What makes sleepy\n"                                                                           \
  "members: Nabrozine; mirodex acetate; st quell's WORT\n"                                              \
  "twice: Ask first.\n"                                                                                 \
  "\n"                                                                                                  \
  "group: pain-pills\n"                                                                                 \
  "name: Pain pills\n"                                                                                  \
  "members: Fabrolin; nabrozine\n"                                                                      \
  "\n"                                                                                                  \
  "group: foods\n"                                                                                      \
  "name: Foods and herbs\n"                                                                             \
  "members: Grape soda;\n"                                                                              \
  "  Herb tonic\n"                                                                                      \
  "\n"                                                                                                  \
  "pair: nabrozine + Fabrolin\n"                                                                        \
  "severity: major\n"                                                                                   \
  "effect: One plus one.\n"                                                                             \
  "action: Call before the next dose.\n"                                                                \
  "why: Both do the same.\n"                                                                            \
  "timing: Take them some hours apart.\n"                                                               \
  "hours: 4\n"                                                                                          \
  "from: two, three\n"                                                                                  \
  "state: confirmed\n"                                                                                  \
  "\n"                                                                                                  \
  "pair: Fabrolin + mirodex\n"                                                                          \
  "severity: minor\n"                                                                                   \
  "effect: One plus two.\n"                                                                             \
  "action: Nothing.\n"                                                                                  \
  "why: Nobody knows.\n"                                                                                \
  "from: three\n"                                                                                       \
  "state: unconfirmed\n"                                                                                \
  "\n"                                                                                                  \
  "pair: Nabrozine + grape soda\n"                                                                      \
  "severity: minor\n"                                                                                   \
  "effect: One plus three.\n"                                                                           \
  "action: Nothing.\n"                                                                                  \
  "why: Sugar.\n"                                                                                       \
  "from: two\n"                                                                                         \
  "state: confirmed\n"                                                                                  \
  "\n"                                                                                                  \
  "group: herbs\n"                                                                                      \
  "name: Herbs\n"                                                                                       \
  "members: herb tonic; St. Quell’s Wort\n"                                                             \
  "\n"                                                                                                  \
  "# What holds for whole groups.\n"                                                                    \
  "\n"                                                                                                  \
  "\n"                                                                                                  \
  "rule: sleepers + foods\n"                                                                            \
  "severity: minor\n"                                                                                   \
  "effect: Sleepy and full.\n"                                                                          \
  "action: Rest.\n"                                                                                     \
  "why: Food.\n"                                                                                        \
  "from: three\n"                                                                                       \
  "state: unconfirmed\n"                                                                                \
  "\n"                                                                                                  \
  "rule: sleepers + pain-pills\n"                                                                       \
  "severity: moderate\n"                                                                                \
  "effect: Sleepy and painless.\n"                                                                      \
  "action: Watch.\n"                                                                                    \
  "why: Both.\n"                                                                                        \
  "from: two\n"                                                                                         \
  "state: confirmed\n"                                                                                  \
  "\n"                                                                                                  \
  "rule: herbs + herbs\n"                                                                               \
  "severity: moderate\n"                                                                                \
  "effect: Too green.\n"                                                                                \
  "action: Choose one.\n"                                                                               \
  "why: Leaves.\n"                                                                                      \
  "from: two\n"                                                                                         \
  "state: confirmed\n"

#define PILLS                                                                                            \
  "source: label | Label of Fabrolin | Maker One | https://label.example/ | undated | 2026-11-20 | read\n" \
  "\n"                                                                                                   \
  "pill: fabrolin\n"                                                                                     \
  "brand: Fabrol\n"                                                                                      \
  "strength: 50 mg\n"                                                                                    \
  "form: tablet\n"                                                                                       \
  "front: FAB\n"                                                                                         \
  "back: 50\n"                                                                                           \
  "shape: round\n"                                                                                       \
  "color: white\n"                                                                                       \
  "score: 2\n"                                                                                           \
  "size: 7.5\n"                                                                                          \
  "maker: Maker One\n"                                                                                   \
  "from: label\n"                                                                                        \
  "state: confirmed\n"                                                                                   \
  "remark: It tastes bitter.\n"                                                                          \
  "\n"                                                                                                   \
  "pill: fabrolin\n"                                                                                     \
  "strength: 5 mg\n"                                                                                     \
  "form: tablet\n"                                                                                       \
  "front: F10\n"                                                                                         \
  "maker: Maker One\n"                                                                                   \
  "from: label\n"                                                                                        \
  "state: unconfirmed\n"                                                                                 \
  "\n"                                                                                                   \
  "pill: mirodex\n"                                                                                      \
  "form: capsule\n"                                                                                      \
  "shape: capsule\n"                                                                                     \
  "color: red, blue\n"                                                                                   \
  "maker: Maker Two\n"                                                                                   \
  "from: label\n"                                                                                        \
  "state: unconfirmed\n"

/**
 * drug_fixture_write:
 * @self: a content folder
 *
 * Adds four medicines, three of their pills, four other substances, four groups, three pairs and three rules,
 * without a fault.
 */
void
drug_fixture_write (CompilerFixture *self)
{
  compiler_fixture_write (self, FABROLIN_FILE, FABROLIN, -1);
  compiler_fixture_write (self, MIRODEX_FILE, MIRODEX, -1);
  compiler_fixture_write (self, WORT_FILE, WORT, -1);
  compiler_fixture_write (self, JUICE_FILE, JUICE, -1);
  compiler_fixture_write (self, SUBSTANCES_FILE, SUBSTANCES, -1);
  compiler_fixture_write (self, RULES_FILE, RULES, -1);
  compiler_fixture_write (self, PILLS_FILE, PILLS, -1);
}
