/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"

#define ALPHA "content/articles/alpha.md"
#define BETA "content/articles/beta.md"
#define GAMMA "content/articles/gamma.md"
#define TOPICS "content/topics.txt"
#define SYNONYMS "content/synonyms.txt"

/* A text that takes the place of another one, and what the compiler says then. */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *expected;
} Case;

/* The text is put below the last line of alpha and starts in line 20. */
#define TEXT(name, text, expected) { name, ALPHA, "with a citation.[^two]\n", \
                                     "with a citation.[^two]\n\n" text "\n", expected }

#define LONG_40 "1234567890123456789012345678901234567890"

static const Case cases[] = {
  /* Front matter */
  { "front-matter/missing-id", ALPHA, "id: alpha\n", "", ALPHA ":1: the key “id” is missing\n" },
  { "front-matter/missing-title", ALPHA, "title: Alpha & Co\n", "",
    ALPHA ":1: the key “title” is missing\n" },
  { "front-matter/missing-summary", ALPHA, "summary: What alpha is.\n", "",
    ALPHA ":1: the key “summary” is missing\n" },
  { "front-matter/missing-topics", ALPHA, "topics: first, second\n", "",
    ALPHA ":1: the key “topics” is missing\n" },
  { "front-matter/missing-checked", ALPHA, "checked: 2026-11-20\n", "",
    ALPHA ":1: the key “checked” is missing\n" },
  { "front-matter/missing-review", ALPHA, "review: none\n", "", ALPHA ":1: the key “review” is missing\n" },
  { "front-matter/missing-source", GAMMA,
    "source: only | Only Title | Only Publisher | https://only.example/x | 2019-02 | 2026-11-18 | abstract\n", "",
    GAMMA ":1: the key “source” is missing\n"
    GAMMA ":11: the source “only” is not declared\n" },
  { "front-matter/unknown-key", ALPHA, "review: none\n", "review: none\nauthor: me\n",
    ALPHA ":8: there is no key “author”\n" },
  { "front-matter/duplicate-key", ALPHA, "review: none\n", "review: none\ntitle: Again\n",
    ALPHA ":8: the key “title” stands already in line 3\n" },
  { "front-matter/no-colon", ALPHA, "review: none\n", "review: none\nreviewed by nobody\n",
    ALPHA ":8: not a line of the form key: value\n" },
  { "front-matter/no-start", ALPHA, "---\nid: alpha\n", "id: alpha\n",
    ALPHA ":1: an article starts with a line of three dashes, ---\n" },
  { "front-matter/no-end", GAMMA, "abstract\n---\n", "abstract\n",
    GAMMA ":1: the lines after this --- are not closed by another ---\n"
    GAMMA ":10: not a line of the form key: value\n"
    GAMMA ":11: not a line of the form key: value\n" },
  { "front-matter/other-id", ALPHA, "id: alpha\n", "id: alfa\n",
    ALPHA ":2: the id “alfa” is not the name of the file, “alpha”\n" },
  { "front-matter/bad-id", ALPHA, "id: alpha\n", "id: Alpha_1\n",
    ALPHA ":2: “Alpha_1” is no id: an id is made of a-z, digits and single dashes\n" },
  { "front-matter/empty-title", ALPHA, "title: Alpha & Co\n", "title:  \n",
    ALPHA ":3: the key “title” has no value\n" },
  { "front-matter/empty-summary", ALPHA, "summary: What alpha is.\n", "summary:\n",
    ALPHA ":4: the key “summary” has no value\n" },
  { "front-matter/long-summary", ALPHA, "What alpha is.", LONG_40 LONG_40 LONG_40 LONG_40 "é",
    ALPHA ":4: the summary has 161 characters; 160 are the most\n" },
  { "front-matter/empty-topics", ALPHA, "topics: first, second\n", "topics:\n",
    ALPHA ":5: the key “topics” has no value\n" },
  { "front-matter/unknown-topic", ALPHA, "topics: first, second\n", "topics: first, fourth\n",
    ALPHA ":5: there is no topic “fourth” in topics.txt\n" },
  { "front-matter/topic-twice", ALPHA, "topics: first, second\n", "topics: first, first\n",
    ALPHA ":5: the topic “first” is named twice\n" },
  { "front-matter/checked-no-day", ALPHA, "checked: 2026-11-20\n", "checked: 2026-02-30\n",
    ALPHA ":6: checked: “2026-02-30” is a date that does not exist\n" },
  { "front-matter/checked-form", ALPHA, "checked: 2026-11-20\n", "checked: 20 November 2026\n",
    ALPHA ":6: checked: “20 November 2026” is not of the form YYYY-MM-DD\n" },
  { "front-matter/checked-month-only", ALPHA, "checked: 2026-11-20\n", "checked: 2026-11\n",
    ALPHA ":6: checked: “2026-11” is not of the form YYYY-MM-DD\n" },
  { "front-matter/empty-review", ALPHA, "review: none\n", "review:\n",
    ALPHA ":7: the key “review” has no value\n" },
  { "front-matter/paged", ALPHA, "paged: no\n", "paged: maybe\n",
    ALPHA ":8: paged: “maybe” is neither yes nor no\n" },

  /* Sources */
  { "source/six-fields", ALPHA, "| undated ", "",
    ALPHA ":11: a source has 7 fields: id | title | publisher | address | its date | the date on which "
    "it was read | read, copy or abstract; here are 6\n" ALPHA ":18: the source “two” is not declared\n" },
  { "source/eight-fields", ALPHA, "Title Two", "Title | Two",
    ALPHA ":11: a source has 7 fields: id | title | publisher | address | its date | the date on which "
    "it was read | read, copy or abstract; here are 8\n" ALPHA ":18: the source “two” is not declared\n" },
  { "source/empty-field", ALPHA, "Publisher Two", " ",
    ALPHA ":11: field 3 of the source is empty\n" ALPHA ":18: the source “two” is not declared\n" },
  { "source/duplicate-id", ALPHA, "source: two", "source: one",
    ALPHA ":11: the source “one” is declared already in line 10\n"
    ALPHA ":18: the source “two” is not declared\n" },
  { "source/bad-id", ALPHA, "source: two |", "source: Two |",
    ALPHA ":11: “Two” is no id: an id is made of a-z, digits and single dashes\n"
    ALPHA ":11: the source “Two” is never cited\n"
    ALPHA ":18: the source “two” is not declared\n" },
  { "source/http", ALPHA, "https://two.example/", "http://two.example/",
    ALPHA ":11: “http://two.example/” is not an https address\n" },
  { "source/no-host", ALPHA, "https://two.example/", "https:///two",
    ALPHA ":11: “https:///two” is not an https address\n" },
  { "source/user", ALPHA, "https://two.example/", "https://me@two.example/",
    ALPHA ":11: “https://me@two.example/” is not an https address\n" },
  { "source/address-with-space", ALPHA, "https://two.example/", "https://two.example/a b",
    ALPHA ":11: “https://two.example/a b” is not an https address\n" },
  { "source/no-such-month", ALPHA, "| undated |", "| 2026-13 |",
    ALPHA ":11: the date of the source, “2026-13”, is a date that does not exist\n" },
  { "source/no-such-day", ALPHA, "| undated |", "| 2023-02-29 |",
    ALPHA ":11: the date of the source, “2023-02-29”, is a date that does not exist\n" },
  { "source/date-form", ALPHA, "| undated |", "| May 2021 |",
    ALPHA ":11: the date of the source, “May 2021”, is not of the form YYYY, YYYY-MM or YYYY-MM-DD, nor "
    "the word undated\n" },
  { "source/read-form", ALPHA, "2026-11-19", "2026-11",
    ALPHA ":11: the date on which the source was read, “2026-11”, is not of the form YYYY-MM-DD\n" },
  { "source/read-no-day", ALPHA, "2026-11-19", "2026-11-31",
    ALPHA ":11: the date on which the source was read, “2026-11-31”, is a date that does not exist\n" },
  { "source/state", ALPHA, "| copy", "| heard of",
    ALPHA ":11: the state of the source, “heard of”, is neither read nor copy nor abstract\n" },
  { "source/never-cited", ALPHA, "citation.[^two]", "citation.",
    ALPHA ":11: the source “two” is never cited\n" },

  /* Citations */
  TEXT ("citation/undeclared", "One line,\nanother with a *fact.[^three]*",
        ALPHA ":21: the source “three” is not declared\n"),
  TEXT ("citation/in-cell", "```table T\n| A |\n| b[^x] |\n```",
        ALPHA ":22: the source “x” is not declared\n"),
  TEXT ("citation/broken", "A fact.[^*one*]",
        ALPHA ":20: a citation is written [^source-id], without anything else in the brackets\n"),
  TEXT ("citation/in-link", "[Beta[^one]](health-center:article/beta)",
        ALPHA ":20: a citation inside a link\n"),
  TEXT ("citation/definition", "Text.\n\n[^one]: https://one.example/",
        ALPHA ":10: the source “one” is never cited\n"
        ALPHA ":22: a definition of a link or a note, [...]: at the start of a line\n"),

  /* Headings */
  TEXT ("heading/level-1", "# Big", ALPHA ":20: a heading has level 2 or 3, ## or ###\n"),
  TEXT ("heading/level-1-underlined", "Big\n===", ALPHA ":20: a heading has level 2 or 3, ## or ###\n"),
  TEXT ("heading/level-4", "#### Small", ALPHA ":20: a heading has level 2 or 3, ## or ###\n"),
  { "heading/level-3-first", ALPHA, "## A heading", "### A heading",
    ALPHA ":16: a heading of level 3 before any of level 2\n" },
  TEXT ("heading/empty", "##", ALPHA ":20: a heading without words\n"),
  TEXT ("heading/no-words", "## ???", ALPHA ":20: a heading without words\n"),
  TEXT ("heading/same-anchor", "Text.\n\n## A *Heading*!",
        ALPHA ":22: the anchor “a-heading” stands twice in the article\n"),
  TEXT ("heading/in-list", "- ## Inside", ALPHA ":20: a heading inside a list or a call-out\n"),

  /* What the README does not list */
  TEXT ("refused/html-block", "<div>\nText\n</div>", ALPHA ":20: raw HTML\n"),
  TEXT ("refused/html-comment", "<!-- a remark -->", ALPHA ":20: raw HTML\n"),
  TEXT ("refused/html-inline", "One\ntwo <br> three", ALPHA ":21: raw HTML\n"),
  TEXT ("refused/code-span", "One\ntwo\n`three`", ALPHA ":22: code between backquotes\n"),
  TEXT ("refused/code-after-lines", "One **two\nthree** [four\nfive](https://one.example/)\n*six `seven`*",
        ALPHA ":23: code between backquotes\n"),
  TEXT ("refused/forced-breaks", "One  \n**two**  \n[three](https://one.example/)\\\nfour",
        ALPHA ":20: a forced line break (two spaces or a backslash at the end of the line)\n"
        ALPHA ":21: a forced line break (two spaces or a backslash at the end of the line)\n"
        ALPHA ":22: a forced line break (two spaces or a backslash at the end of the line)\n"),
  TEXT ("refused/code-after-code", "One <a\nhref=''> `two\nthree`\n`four`",
        ALPHA ":20: raw HTML\n"
        ALPHA ":21: code between backquotes\n"
        ALPHA ":23: code between backquotes\n"),
  TEXT ("refused/code-in-list", "- One\n  two\n\n  - three\n    `four`",
        ALPHA ":24: code between backquotes\n"),
  TEXT ("refused/code-in-call-out", "> [!KEY] One\n> two\nlazy `three`",
        ALPHA ":22: code between backquotes\n"),
  TEXT ("refused/code-after-mark-line", "> [!KEY]\n> one `two`", ALPHA ":21: code between backquotes\n"),
  TEXT ("refused/code-fenced", "```python\nprint\n```",
        ALPHA ":20: a block of code (a fenced block without the word table, or an indented text)\n"),
  TEXT ("refused/code-tables", "```tables A\n| b |\n```",
        ALPHA ":20: a block of code (a fenced block without the word table, or an indented text)\n"),
  TEXT ("refused/code-indented", "    indented",
        ALPHA ":20: a block of code (a fenced block without the word table, or an indented text)\n"),
  TEXT ("refused/line-across", "***", ALPHA ":20: a line across the page (---, *** or ___)\n"),
  TEXT ("refused/image", "![What is to be seen](colon \"The colon\")",
        ALPHA ":20: a picture is written ![Caption.](health-center:picture/ID)\n"),
  TEXT ("refused/image-in-text", "One\n*two ![**x**](https://one.example/x.png)*",
        ALPHA ":21: an image in the text: a picture is a paragraph of its own\n"),
  TEXT ("refused/forced-break", "One\ntwo\\\nthree",
        ALPHA ":21: a forced line break (two spaces or a backslash at the end of the line)\n"),
  TEXT ("refused/definition", "[beta]: health-center:article/beta \"Beta\"",
        ALPHA ":20: a definition of a link or a note, [...]: at the start of a line\n"),
  TEXT ("refused/definition-in-list", "- Text\n\n  [be\n  ta]: https://one.example/",
        ALPHA ":22: a definition of a link or a note, [...]: at the start of a line\n"),

  /* Links */
  TEXT ("link/http", "[a](http://one.example/)",
        ALPHA ":20: “http://one.example/” is no link of https, tel or health-center\n"),
  TEXT ("link/mailto", "One\n<me@one.example>",
        ALPHA ":21: “mailto:me@one.example” is no link of https, tel or health-center\n"),
  TEXT ("link/file", "[a](/etc/passwd)",
        ALPHA ":20: “/etc/passwd” is no link of https, tel or health-center\n"),
  TEXT ("link/anchor-alone", "[a](#a-heading)",
        ALPHA ":20: “#a-heading” is no link of https, tel or health-center\n"),
  TEXT ("link/javascript", "[a](javascript:alert)",
        ALPHA ":20: “javascript:alert” is no link of https, tel or health-center\n"),
  TEXT ("link/source", "[a](source:1)", ALPHA ":20: “source:1” is no link of https, tel or health-center\n"),
  TEXT ("link/https-incomplete", "[a](https://)", ALPHA ":20: “https://” is not a complete https address\n"),
  TEXT ("link/tel", "[a](tel:1-800-HELP)",
        ALPHA ":20: “tel:1-800-HELP” is not a telephone number of digits, tel:+18000000000\n"),
  TEXT ("link/no-article", "One\n\n- two\n- [a](health-center:article/delta)",
        ALPHA ":23: there is no article “delta”\n"),
  TEXT ("link/no-anchor", "[a](health-center:article/beta#part-two)",
        ALPHA ":20: the article “beta” has no heading or table with the anchor “part-two”\n"),
  TEXT ("link/no-own-anchor", "[a](health-center:article/alpha#nowhere)",
        ALPHA ":20: the article “alpha” has no heading or table with the anchor “nowhere”\n"),
  TEXT ("link/other-place", "[a](health-center:notes)",
        ALPHA ":20: “health-center:notes” is not of the form health-center:article/ID#anchor\n"),
  TEXT ("link/query", "[a](health-center:article/beta?q=1)",
        ALPHA ":20: “health-center:article/beta?q=1” is not of the form health-center:article/ID#anchor\n"),
  TEXT ("link/address-in-next-line", "One [a](\nhttps://one.example/)\ntwo [b](https://one.example/\n)",
        ALPHA ":20: the address of a link stands between its brackets without a line end\n"
        ALPHA ":22: the address of a link stands between its brackets without a line end\n"),
  TEXT ("link/title", "[a](https://one.example/ \"Title\")", ALPHA ":20: a link has no title in quotes\n"),
  TEXT ("link/no-text", "[](https://one.example/)", ALPHA ":20: a link without a text\n"),

  /* Lists */
  TEXT ("list/three-levels", "- one\n  - two\n    - three\n  - two",
        ALPHA ":22: a list inside a list inside a list: two levels are the most\n"),
  TEXT ("list/empty-item", "- one\n-\n- three", ALPHA ":21: an empty item of a list\n"),
  TEXT ("list/from-zero", "0. one", ALPHA ":20: a numbered list does not start with 0\n"),

  /* Call-outs */
  TEXT ("call-out/unknown-mark", "> [!NOTE] Text.",
        ALPHA ":20: there is no call-out mark [!NOTE], only [!KEY], [!ASK], [!CALL] and [!DIFFER]\n"),
  TEXT ("call-out/no-mark", "> Text.",
        ALPHA ":20: a block quote starts with [!KEY], [!ASK], [!CALL] or [!DIFFER]\n"),
  TEXT ("call-out/empty-quote", ">",
        ALPHA ":20: a block quote starts with [!KEY], [!ASK], [!CALL] or [!DIFFER]\n"),
  TEXT ("call-out/list-first", "> - [!KEY] a",
        ALPHA ":20: a block quote starts with [!KEY], [!ASK], [!CALL] or [!DIFFER]\n"),
  TEXT ("call-out/no-text", "> [!KEY]", ALPHA ":20: a call-out without a text\n"),
  TEXT ("call-out/two-marks", "> [!KEY] One.\n> [!ASK] Two.",
        ALPHA ":21: a call-out mark inside the text: it stands at the start of a block quote, with an "
        "empty line before the quote\n"),
  TEXT ("call-out/in-call-out", "> [!KEY] One.\n>\n> > [!ASK] Two.",
        ALPHA ":22: a block quote inside a list or a call-out\n"),
  TEXT ("call-out/table-inside", "> [!KEY] One.\n>\n> ```table T\n> | a |\n> | b |\n> ```",
        ALPHA ":22: a table or a block of code inside a list or a call-out\n"),

  /* Tables */
  TEXT ("table/short-row", "```table T\n| A | B |\n| a | b |\n| a |\n```",
        ALPHA ":23: a row of 1 cells, where the header has 2\n"),
  TEXT ("table/long-row", "```table T\n| A | B |\n| a | b | c |\n```",
        ALPHA ":22: a row of 3 cells, where the header has 2\n"),
  TEXT ("table/no-caption", "```table\n| A |\n| a |\n```", ALPHA ":20: a table without a caption\n"),
  TEXT ("table/caption-without-words", "```table ...\n| A |\n| a |\n```",
        ALPHA ":20: a table without a caption\n"),
  TEXT ("table/caption-with-markup", "```table The *T*\n| A |\n| a |\n```",
        ALPHA ":20: a caption is plain text, without emphasis, links and citations\n"),
  TEXT ("table/no-body", "```table T\n| A | B |\n```",
        ALPHA ":20: a table has a header and at least one row below it\n"),
  TEXT ("table/nothing", "```table T\n```",
        ALPHA ":20: a table has a header and at least one row below it\n"),
  TEXT ("table/no-bars", "```table T\n| A | B |\n| a | b |\na | b |\n```",
        ALPHA ":23: a row of a table starts and ends with |\n"),
  TEXT ("table/empty-line", "```table T\n| A | B |\n\n| a | b |\n```",
        ALPHA ":22: a row of a table starts and ends with |\n"),
  TEXT ("table/line-of-dashes", "```table T\n| A | B |\n|---|:--:|\n| a | b |\n```",
        ALPHA ":22: a line of dashes: the first row of a table is the header as it is\n"),
  TEXT ("table/not-closed", "```table T\n| A | B |\n| a | b |",
        ALPHA ":20: the table is not closed by ```\n"),
  TEXT ("table/same-caption", "```table T\n| A |\n| a |\n```\n\n```table t!\n| A |\n| a |\n```",
        ALPHA ":25: the anchor “table-t” stands twice in the article\n"),
  TEXT ("table/code-in-cell", "```table T\n| A |\n| `a` |\n```", ALPHA ":22: code between backquotes\n"),

  /* The order of reading */
  { "order/unknown", TOPICS, "\nbeta\n", "\ndelta\n",
    BETA ":1: the article stands under no topic in topics.txt\n"
    TOPICS ":5: there is no article “delta”\n" },
  { "order/twice", TOPICS, "gamma\n", "gamma\nalpha\n",
    TOPICS ":9: the article “alpha” stands twice\n" },
  { "order/other-topic", TOPICS, "third = Third\n", "",
    GAMMA ":5: there is no topic “third” in topics.txt\n"
    TOPICS ":7: the main topic of the article “gamma” is “third”\n" },
  { "order/written", TOPICS, "\nbeta\n", "\n(beta)\n",
    BETA ":1: the article stands under no topic in topics.txt\n"
    TOPICS ":5: the article “beta” is written: take the brackets off\n" },
  { "order/before-topics", TOPICS, "# The topics\n", "alpha\n",
    TOPICS ":1: an article before the first topic\n" },

  /* For whom */
  { "audience/unknown-stage", ALPHA, "stages: 2, recurrent\n", "stages: 2, 5\n",
    ALPHA ":9: stages: “5” is none of those there are\n" },
  { "audience/twice", ALPHA, "stages: 2, recurrent\n", "stages: 2, 2\n",
    ALPHA ":9: stages: “2” is named twice\n" },
  { "audience/unknown-site", BETA, "sites: colon\n", "sites: lung\n",
    BETA ":9: sites: “lung” is none of those there are\n" },
  { "audience/unknown-biomarker", ALPHA, "stages: 2, recurrent\n", "biomarkers: cea\n",
    ALPHA ":9: biomarkers: “cea” is none of those there are\n" },

  /* Numbers */
  TEXT ("number/paragraph", "It helps 7 of 10 people.",
        ALPHA ":20: a paragraph with a number and no citation\n"),
  TEXT ("number/item", "Text.\n\n- One.\n- It helps 70%.",
        ALPHA ":23: a paragraph with a number and no citation\n"),
  TEXT ("number/table", "Text.\n\n```table T\n| A |\n| 7 days |\n```",
        ALPHA ":22: a table with a number and no citation in it or in the paragraph before it\n"),

  /* Pictures */
  TEXT ("picture/no-caption", "![](health-center:picture/colon)", ALPHA ":20: a picture without a caption\n"),
  TEXT ("picture/emphasis", "![The *colon*](health-center:picture/colon)",
        ALPHA ":20: a caption is plain text, without emphasis, links and citations\n"),
  TEXT ("picture/elsewhere", "![The colon](https://one.example/a.png)",
        ALPHA ":20: a picture is written ![Caption.](health-center:picture/ID)\n"),
  TEXT ("picture/in-list", "- ![The colon](health-center:picture/colon)",
        ALPHA ":20: a picture inside a list or a call-out\n"),

  /* The text as a whole */
  { "text/none", GAMMA, "---\n\nGamma.[^only]\n", "---\n\n",
    GAMMA ":9: the source “only” is never cited\n" GAMMA ":10: there is no text after this line\n" },
  TEXT ("text/not-utf-8", "Good.\nCaf\xe9.\nGood.\n\xff",
        ALPHA ":21: not UTF-8 text\n" ALPHA ":23: not UTF-8 text\n"),
  TEXT ("text/control-character", "One\ntwo\x01",
        ALPHA ":21: a control character or an invisible one, U+0001\n"),
  TEXT ("text/tab", "One\ttwo", ALPHA ":20: a control character or an invisible one, U+0009\n"),
  TEXT ("text/carriage-return", "One\r", ALPHA ":20: a control character or an invisible one, U+000D\n"),
  TEXT ("text/soft-hyphen", "che\u00admo", ALPHA ":20: a control character or an invisible one, U+00AD\n"),
  TEXT ("text/right-to-left", "che\u202emo", ALPHA ":20: a control character or an invisible one, U+202E\n"),
  TEXT ("text/entity", "One\n\n- two\n- three&#8;",
        ALPHA ":23: a control character or an invisible one, U+0008\n"),
  { "text/byte-order-mark", GAMMA, "---\nid: gamma", "\ufeff---\nid: gamma",
    GAMMA ":1: a control character or an invisible one, U+FEFF\n"
    GAMMA ":1: an article starts with a line of three dashes, ---\n" },

  /* The other files */
  { "topics/malformed", TOPICS, "\nbeta\n", "\nbeta\nThe Fourth\n",
    TOPICS ":6: neither a line of the form id = Title nor the id of an article\n" },
  { "topics/no-title", TOPICS, "\nbeta\n", "\nbeta\nfourth =\n",
    TOPICS ":6: neither a line of the form id = Title nor the id of an article\n" },
  { "topics/two-signs", TOPICS, "\nbeta\n", "\nbeta\nfourth = 4 = Fourth\n",
    TOPICS ":6: neither a line of the form id = Title nor the id of an article\n" },
  { "topics/bad-id", TOPICS, "\nbeta\n", "\nbeta\nThe Fourth = Fourth\n",
    TOPICS ":6: “The Fourth” is no id: an id is made of a-z, digits and single dashes\n" },
  { "topics/duplicate", TOPICS, "\nbeta\n", "\nbeta\n\nfirst = Again\n",
    TOPICS ":7: the topic “first” stands twice\n" },
  { "synonyms/one-term", SYNONYMS, "5-FU = fluorouracil\n", "5-FU\n",
    SYNONYMS ":3: not a line of the form term = term\n" },
  { "synonyms/empty-term", SYNONYMS, "5-FU = fluorouracil\n", "5-FU = = fluorouracil\n",
    SYNONYMS ":3: a term without letters and digits\n" },
  { "synonyms/twice", SYNONYMS, "5-FU = fluorouracil\n", "5-FU = fluorouracil = 5 fu\n",
    SYNONYMS ":3: the term “5 fu” stands twice in the line\n" },
  { "synonyms/not-utf-8", SYNONYMS, "5-FU", "5-FU\xff", SYNONYMS ":3: not UTF-8 text\n" },
};

/* Runs the compiler and compares all of its words with those that are expected. */
static void
assert_faults (CompilerFixture *fixture,
               const char      *expected)
{
  g_autofree char *errors = NULL;
  g_autofree char *all = NULL;
  guint n_faults = 0;

  compiler_fixture_write (fixture, "library.db", "what was there before", -1);

  for (const char *newline = expected; (newline = strchr (newline, '\n')) != NULL; newline++)
    n_faults++;

  all = g_strdup_printf ("%s%u %s\n", expected, n_faults, n_faults == 1 ? "fault" : "faults");

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, NULL), ==, 1);
  g_assert_cmpstr (errors, ==, all);
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db.partial"));
}

static void
test_case (gconstpointer user_data)
{
  const Case *self = user_data;
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *text = compiler_fixture_read (fixture, self->file, NULL);
  const char *found = strstr (text, self->find);
  g_autoptr (GString) changed = g_string_new (NULL);

  g_assert_nonnull (found);
  g_assert_null (strstr (found + 1, self->find));
  g_string_append_len (changed, text, found - text);
  g_string_append (changed, self->replace);
  g_string_append (changed, found + strlen (self->find));
  compiler_fixture_write (fixture, self->file, changed->str, -1);

  assert_faults (fixture, self->expected);
}

static void
test_zero_byte (void)
{
  static const char text[] = "---\nid: gamma\n\0\n---\n";
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_write (fixture, GAMMA, text, sizeof text - 1);
  assert_faults (fixture, GAMMA ":3: a control character, U+0000\n");
}

static void
test_empty_article (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_write (fixture, GAMMA, "", 0);
  assert_faults (fixture, GAMMA ":1: an article starts with a line of three dashes, ---\n");
}

static void
test_bad_file_name (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *text = compiler_fixture_read (fixture, GAMMA, NULL);

  compiler_fixture_remove (fixture, GAMMA);
  compiler_fixture_write (fixture, "content/articles/gamma ray.md", text, -1);
  compiler_fixture_write (fixture, "content/articles/notes.txt", "Notes", -1);
  assert_faults (fixture,
                 "content/articles/gamma ray.md:1: the article stands under no topic in topics.txt\n"
                 "content/articles/gamma ray.md:2: the id “gamma” is not the name of the file, “gamma ray”\n"
                 "content/articles/notes.txt:1: the name of a file in this folder ends in .md\n"
                 TOPICS ":8: there is no article “gamma”\n");
}

static void
test_empty_folder (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_remove (fixture, "content");
  assert_faults (fixture,
                 "content/articles:1: there is no article in this folder\n"
                 "content/synonyms.txt:1: the file cannot be read: Failed to open file "
                 "“content/synonyms.txt”: No such file or directory\n"
                 "content/topics.txt:1: the file cannot be read: Failed to open file “content/topics.txt”: "
                 "No such file or directory\n");
}

/* All faults of all files come at once, by file and line, whatever finds them first. */
static void
test_all_at_once (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_write (fixture, TOPICS, "first = First\nalpha\ngamma\nfirst = Again\nsecond = Second\nbeta\n", -1);
  compiler_fixture_write (fixture, SYNONYMS, "alone\n", -1);
  compiler_fixture_write (fixture, ALPHA,
                          "---\n"
                          "id: alpha\n"
                          "title:\n"
                          "summary: What alpha is.\n"
                          "topics: first, fourth\n"
                          "checked: 2026-02-30\n"
                          "review: none\n"
                          "paged: no\n"
                          "stages: 1\n"
                          "source: one | Title | Publisher | http://one.example/ | 2021 | 2026-11-20 | read\n"
                          "---\n"
                          "\n"
                          "Text.[^two]\n"
                          "\n"
                          "# Heading\n"
                          "\n"
                          "A [link](health-center:article/beta#nowhere).\n"
                          "It goes on with `code` and <b>HTML</b>.\n", -1);
  compiler_fixture_write (fixture, GAMMA, "No front matter.\n", -1);

  assert_faults (fixture,
                 ALPHA ":3: the key “title” has no value\n"
                 ALPHA ":5: there is no topic “fourth” in topics.txt\n"
                 ALPHA ":6: checked: “2026-02-30” is a date that does not exist\n"
                 ALPHA ":10: “http://one.example/” is not an https address\n"
                 ALPHA ":10: the source “one” is never cited\n"
                 ALPHA ":13: the source “two” is not declared\n"
                 ALPHA ":15: a heading has level 2 or 3, ## or ###\n"
                 ALPHA ":17: the article “beta” has no heading or table with the anchor “nowhere”\n"
                 ALPHA ":18: code between backquotes\n"
                 ALPHA ":18: raw HTML\n"
                 GAMMA ":1: an article starts with a line of three dashes, ---\n"
                 SYNONYMS ":1: not a line of the form term = term\n"
                 TOPICS ":4: the topic “first” stands twice\n");
}

static void
test_usage (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, "--colour", NULL), ==, 2);
  g_assert_cmpstr (errors, ==, "Unknown option --colour\n");
}

/* A schema that does not fit and a folder that is not there leave nothing behind. */
static void
test_cannot_write (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (fixture, "other.sql", "CREATE TABLE topic (id TEXT);", -1);
  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors, "--schema", "other.sql", NULL), ==, 1);
  g_assert_nonnull (strstr (errors, "no column named position"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db.partial"));
  g_clear_pointer (&errors, g_free);

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, &errors,
                                         "--output", "nowhere/library.db", NULL), ==, 1);
  g_assert_nonnull (strstr (errors, "unable to open database file"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compiler/faults/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_func ("/compiler/faults/zero-byte", test_zero_byte);
  g_test_add_func ("/compiler/faults/empty-article", test_empty_article);
  g_test_add_func ("/compiler/faults/bad-file-name", test_bad_file_name);
  g_test_add_func ("/compiler/faults/empty-folder", test_empty_folder);
  g_test_add_func ("/compiler/faults/all-at-once", test_all_at_once);
  g_test_add_func ("/compiler/faults/usage", test_usage);
  g_test_add_func ("/compiler/faults/cannot-write", test_cannot_write);

  return g_test_run ();
}
