/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compiler-fixture.h"

G_BEGIN_DECLS

#define PICTURES "illustrations/pictures.txt"
#define SQUARES_SVG "illustrations/squares.svg"
#define SQUARES_TXT "illustrations/squares.txt"
#define CIRCLE_SVG "illustrations/circle.svg"
#define CIRCLE_TXT "illustrations/circle.txt"
#define STRIPE_TXT "illustrations/stripe.txt"

/* Two squares side by side, a small circle on the right one, and nothing below them. */
#define SQUARES_DRAWING                                                                        \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                               \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\">\n"                       \
  "  <title>Squares</title>\n"                                                                 \
  "  <desc>Two squares and a circle.</desc>\n"                                                 \
  "  <rect class=\"page\" width=\"800\" height=\"600\"/>\n"                                    \
  "  <rect id=\"part-left\" class=\"tissue edge\" x=\"100\" y=\"100\" width=\"250\" height=\"250\"/>\n" \
  "  <g id=\"part-right\" class=\"liver\">\n"                                                  \
  "    <rect x=\"450\" y=\"100\" width=\"250\" height=\"250\"/>\n"                             \
  "  </g>\n"                                                                                   \
  "  <circle id=\"part-spot\" class=\"tumor\" cx=\"600\" cy=\"200\" r=\"30\"/>\n"              \
  "  <text class=\"label\" x=\"100\" y=\"450\" font-size=\"28\">Squares</text>\n"              \
  "</svg>\n"

#define SQUARES_WORDS                                                                                   \
  "title: Two Squares\n"                                                                                \
  "caption: Squares & a circle.\n"                                                                      \
  "alternative: On the left there is a square. On the right there is another square of the same size, with a spot.\n" \
  "article: alpha\n"                                                                                    \
  "checked: 2026-11-20\n"                                                                               \
  "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n"         \
  "source: two | Title Two | Publisher Two | https://two.example/ | undated | 2026-11-19 | copy\n"      \
  "part: left | Left Square | The square on the left. | health-center:article/alpha#a-heading\n"         \
  "part: spot | Spot | A spot on the other square. | health-center:article/beta\n"                      \
  "part: right | Right Square | The square on the right.\n"

void pictures_add (CompilerFixture *fixture);

G_END_DECLS
