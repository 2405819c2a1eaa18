/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture-fixture.h"

#define DRAWING(shape)                                                                     \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 480\">\n"                   \
  "  <title>A shape</title>\n"                                                             \
  "  <desc>One shape.</desc>\n"                                                            \
  "  <rect class=\"page\" width=\"800\" height=\"480\"/>\n"                                \
  "  " shape "\n"                                                                          \
  "</svg>\n"

#define WORDS(title)                                                                                    \
  "title: " title "\n"                                                                                  \
  "caption: A shape.\n"                                                                                 \
  "alternative: A single shape in the middle of an empty page, which is all that there is in this picture.\n" \
  "checked: 2026-11-20\n"                                                                               \
  "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n"

/**
 * pictures_add:
 * @fixture: a content folder
 *
 * Puts a folder `illustrations` with three good pictures beside the content. Their order is not that
 * of the alphabet.
 */
void
pictures_add (CompilerFixture *fixture)
{
  compiler_fixture_write (fixture, PICTURES, "# The order\nsquares\nstripe\n\ncircle\n", -1);
  compiler_fixture_write (fixture, SQUARES_SVG, SQUARES_DRAWING, -1);
  compiler_fixture_write (fixture, SQUARES_TXT, SQUARES_WORDS, -1);
  compiler_fixture_write (fixture, CIRCLE_SVG, DRAWING ("<circle class=\"fat\" cx=\"400\" cy=\"240\" r=\"100\"/>"), -1);
  compiler_fixture_write (fixture, CIRCLE_TXT, WORDS ("A Circle"), -1);
  compiler_fixture_write (fixture, "illustrations/stripe.svg",
                          DRAWING ("<path class=\"vessel-vein\" d=\"M 0 200 h 800 v 80 h -800 z\"/>"), -1);
  compiler_fixture_write (fixture, STRIPE_TXT, WORDS ("A Stripe"), -1);
}
