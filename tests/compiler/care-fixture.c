/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "care-fixture.h"

#define SOURCE_ONE "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n"
#define SOURCE_TWO "source: two | Title Two | Publisher Two | https://two.example/ | undated | 2026-11-20 | copy\n"

/* The numbers behind the lines are those that the faults name. */
static const char cities[] =
  "state: NY\nname: New York\n"
  "city: Albany | 42.65 | -73.75 | America/New_York\n"                         /* 3 */
  "city: New York | 40.71 | -74.01 | America/New_York\n"
  "\n"
  "state: AZ\nname: Arizona\n"                                                 /* 6 */
  "city: Phoenix | 33.45 | -112.07 | America/Phoenix\n"
  "\n"
  "state: WY\nname: Wyoming\n";                                                /* 10 */

static const char holidays[] =
  SOURCE_ONE
  "\n"
  "holiday: Big Day\n"                                                         /* 3 */
  "rule: july 4\n"
  "from: one\n";

static const char centers[] =
  SOURCE_ONE
  SOURCE_TWO
  "\n"
  "center: first-center\n"                                                     /* 4 */
  "name: First Center\n"
  "parent: Uppsala College\n"
  "kind: comprehensive\n"                                                      /* 7 */
  "city: New York, NY\n"
  "at: 40.76 | -73.96\n"
  "zone: America/New_York\n"                                                   /* 10 */
  "website: https://first.example\n"
  "phone: 800-555-0100\n"
  "phone-for: New patients\n"
  "hours: mon-fri 08:00-18:00\n"
  "from: two, one\n"                                                           /* 15 */
  "state: confirmed\n"
  "checked: 2026-11-21\n"
  "remark: Big.\n"
  "\n"
  "center: second-campus\n"                                                    /* 20 */
  "name: Second Campus\n"
  "campus-of: first-center\n"
  "kind: clinical\n"
  "city: Phoenix, AZ\n"
  "at: 33.66 | -111.96\n"                                                      /* 25 */
  "zone: America/Phoenix\n"
  "website: https://second.example/a\n"
  "from: one\n"
  "state: unconfirmed\n"
  "checked: 2026-11-20\n"                                                      /* 30 */
  "\n"
  "center: third-laboratory\n"
  "name: A Laboratory\n"
  "kind: laboratory\n"
  "city: Albany, NY\n"                                                         /* 35 */
  "at: 42.65 | -73.75\n"
  "zone: America/New_York\n"
  "website: https://third.example\n"
  "from: one\n"
  "state: confirmed\n"                                                         /* 40 */
  "checked: 2026-11-20\n";

static const char helplines[] =
  SOURCE_ONE
  "\n"
  "helpline: urgent\n"                                                         /* 3 */
  "name: Urgent\nfor: Danger\nphone: 911\nhours: always\n"
  "website: https://urgent.example\nlanguages: English\ncost: Free\n"
  "from: one\n"                                                                /* 11 */
  "state: confirmed\nchecked: 2026-11-21\n"
  "\n"
  "helpline: words\n"                                                          /* 15 */
  "name: Words\nfor: Talking\nphone: 741741\nmessage: HOME\n"
  "hours: mon-thu 10:00-18:00\n"                                               /* 20 */
  "zone: America/New_York\n"
  "website: https://words.example\nlanguages: English\ncost: Free\n"
  "state: unconfirmed\nchecked: 2026-11-21\nremark: Perhaps.\n";

static const char groups[] =
  SOURCE_ONE
  "\n"
  "group: urgent\n"                                                            /* 3 */
  "name: Quilters\nform: forum\nways: online, in-person\ncaregivers: yes\nabout: A forum.\n"
  "for: Anybody\nprivacy: Public\ncost: Free\njoin: Register.\n"
  "asks: Be kind.\n"                                                           /* 13 */
  "website: https://group.example\nphone: 800-555-0101\nfeed: https://group.example/feed\n"
  "country: Canada\nfrom: one\nstate: confirmed\nchecked: 2026-11-21\n";

static const char guides[] =
  SOURCE_ONE
  "\n"
  "guide: finding\n"                                                           /* 3 */
  "title: Finding\nsummary: How to find.\n"
  "text: Look\n  around.\n"                                                    /* 6 */
  "text: Ask.\n"
  "ask: How many?\nask: How often?\n"                                          /* 9 */
  "link: health-center:article/alpha\n"
  "from: one\nchecked: 2026-11-21\n";

/**
 * care_fixture_write:
 * @self: a fixture
 *
 * Adds a care folder without a fault: three states, three cities, three centers, two helplines, a group and a guide.
 */
void
care_fixture_write (CompilerFixture *self)
{
  compiler_fixture_write (self, CARE_CITIES, cities, -1);
  compiler_fixture_write (self, CARE_HOLIDAYS, holidays, -1);
  compiler_fixture_write (self, CARE_CENTERS, centers, -1);
  compiler_fixture_write (self, CARE_HELPLINES, helplines, -1);
  compiler_fixture_write (self, CARE_GROUPS, groups, -1);
  compiler_fixture_write (self, CARE_GUIDES, guides, -1);
}
