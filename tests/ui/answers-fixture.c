/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers-fixture.h"

#define ANSWER(id, title, summary, topic, text)                                                      \
  "---\nid: " id "\ntitle: " title "\nsummary: " summary "\ntopics: " topic "\nchecked: 2026-11-20\n" \
  "review: none\nsource: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n" \
  "---\n\n" text "[^one]\n\nMore in [Alpha](health-center:article/alpha).\n"

/* A content folder, made into library.db, with four answers in two topics and a glossary of four words
 * beside the articles. "Polyp" is linked in the answer how-long, "Stoma" and "Biopsy" in the article
 * alpha. */
CompilerFixture *
answers_fixture_make_library (void)
{
  CompilerFixture *content = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (content, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER "\nA stoma & a biopsy come first, in this paragraph.[^one]\n\n"
                          "## A heading\n\nA paragraph with a citation.[^two]\n", -1);
  compiler_fixture_write (content, "content/questions/how-long.md",
                          ANSWER ("how-long", "How Long & Why?", "About six weeks.", "first",
                                  "A polyp takes long. It is a matter of the bowel.") , -1);
  compiler_fixture_write (content, "content/questions/can-i-work.md",
                          ANSWER ("can-i-work", "Can I Work?", "Many people do.", "second",
                                  "It depends on the fluorouracil."), -1);
  compiler_fixture_write (content, "content/questions/what-to-eat.md",
                          ANSWER ("what-to-eat", "What Can I Eat?", "Small meals.", "second",
                                  "Whatever you tolerate."), -1);
  compiler_fixture_write (content, "content/glossary.txt",
                          "source: dictionary | Dictionary | The Institute | https://dictionary.example/"
                          " | undated | 2026-11-21 | read\n\n"
                          "term: Stoma\nalso: stomas, ostomy\ndefinition: An opening of the belly.\n"
                          "article: beta\nfrom: dictionary\n\n"
                          "term: Biopsy\ndefinition: A small piece is taken out & looked at.\nfrom: dictionary\n\n"
                          "term: 5-FU\ndefinition: A drug for the vein.\nfrom: dictionary\n\n"
                          "term: Polyp\nalso: polyps\ndefinition: A growth on the lining.\narticle: alpha\n"
                          "from: dictionary\n", -1);

  compiler_fixture_run (content, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");

  return content;
}

/* Adds a question of the person's own to the open profile. */
HcCareQuestion *
answers_fixture_add (HcUiFixture *fixture,
                     const char  *link,
                     const char  *title,
                     const char  *text)
{
  HcCareQuestion *question = hc_care_question_new (link, title);
  gboolean is_done = FALSE;

  hc_care_question_store_save_async (hc_profile_get_care_questions (hc_context_get_profile (fixture->context)),
                                     question, text, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  g_assert_cmpstr (hc_care_question_get_text (question), ==, text);

  return question;
}
