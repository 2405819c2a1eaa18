/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-fixture.h"

/* The numbers behind the lines are those that the faults name. */
static const char diary[] =
  "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n"      /* 1 */
  "source: two | Title Two | Publisher Two | https://two.example/ | undated | 2026-11-20 | copy\n"
  "\n"
  "kind: shaking\n"                                                                                /* 4 */
  "name: Shaking\ngroup: warning\ninput: choice\nask: Did you shake?\nword: No\nword: Yes\n"
  "\n"
  "kind: runs\n"                                                                                   /* 12 */
  "name: Runs\ngroup: symptom\ninput: grade\nask: How bad were the runs?\nhint: Count.\n"
  "grades: 3\n"                                                                                    /* 18 */
  "word: None\nword: Fewer than 4\nword: 4 or more\nword: Beyond counting\n"
  "better: lower\nlink: health-center:article/alpha\nfrom: one\n"
  "\n"
  "kind: ache\n"                                                                                   /* 27 */
  "name: Ache\ngroup: symptom\ninput: scale10\nask: How bad?\nword: None\nword: Worst\n"
  "\n"
  "kind: heat\n"                                                                                   /* 35 */
  "name: Heat\ngroup: measurement\ninput: number\nask: How hot?\n"
  "unit: °C\n"                                                                                     /* 40 */
  "other-unit: °F | 1.8 | 32 | 1\n"
  "limits: 30 | 45\n"
  "digits: 1\n"
  "reference: About 37.\n"
  "from: one, two\n"
  "\n"
  "kind: steps\n"                                                                                  /* 47 */
  "name: Steps\ngroup: measurement\ninput: count\nask: How many steps?\n"
  "limits: 0 | 99999\n"                                                                            /* 52 */
  "better: higher\n"
  "\n"
  "kind: marker\n"                                                                                 /* 55 */
  "name: Marker\ngroup: lab\ninput: number\nask: How much?\nunit: ng/mL\n"
  "limits: 0.5 | 100\n"                                                                            /* 61 */
  "digits: 2\n"
  "covered: yes\n"
  "\n"
  "kind: words\n"                                                                                  /* 65 */
  "name: Words\ngroup: day\ninput: text\nask: What was?\n"
  "\n"
  "flag: hot-and-shaking\n"                                                                        /* 71 */
  "level: emergency\n"
  "title: Hot and shaking\ndo: Call 911.\nwhy: It is dangerous.\n"
  "when: heat >= 38.0\n"                                                                           /* 76 */
  "when: shaking = 1\n"
  "within: 24 hours\n"
  "link: health-center:article/beta\n"
  "from: two, one\n"
  "\n"
  "flag: hot\n"                                                                                    /* 82 */
  "level: call-now\ntitle: Hot\ndo: Call now.\nwhy: Heat.\nwhen: heat >= 38.0\nwithin: 24 hours\nfrom: one\n"
  "\n"
  "flag: runs-for-long\n"                                                                          /* 91 */
  "level: call-today\ntitle: Runs for long\ndo: Call today.\nwhy: Water.\nwhen: runs >= 1\n"
  "within: 72 hours\n"                                                                             /* 97 */
  "lasting: 24 hours\n"
  "from: one\n"
  "\n"
  "flag: marker-low\n"                                                                             /* 101 */
  "level: call-today\ntitle: Marker low\ndo: Call today.\nwhy: Low.\nwhen: marker < 2\n"
  "within: 168 hours\n"                                                                            /* 107 */
  "latest: yes\n"
  "from: one\n"
  "\n"
  "cold-avoidance: 5 days\n"                                                                       /* 111 */
  "text: No cold for a while.\n"
  "avoid: Ice\n"
  "avoid: Wind\n"
  "link: health-center:article/gamma\n"
  "from: two\n";

/**
 * diary_fixture_write:
 * @self: a fixture
 *
 * Adds a diary without a fault: a kind of each input, four flags, and what is told of cold.
 */
void
diary_fixture_write (CompilerFixture *self)
{
  compiler_fixture_write (self, DIARY_FILE, diary, -1);
}
