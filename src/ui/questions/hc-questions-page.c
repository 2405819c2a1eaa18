/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-questions-page.h"

#include <glib/gi18n.h>

#include "hc-article-home.h"
#include "hc-article-page.h"
#include "hc-care-question-dialog.h"
#include "hc-care-question-list.h"
#include "hc-glossary-list.h"
#include "hc-navigation.h"

/**
 * HcQuestionsPage:
 *
 * Questions & Answers: the topics of the answers, above these the questions of a topic and the answer that
 * is read, the questions of the person's own, or the glossary. It opens `questions`, `questions/TOPIC`,
 * `question/ID`, `my-questions`, `glossary` and `term/ID`, and adds a question of one's own by the action
 * `questions.ask`.
 */
struct _HcQuestionsPage
{
  HcPage              parent_instance;

  AdwNavigationView  *navigation;
  HcArticleHome      *home;
  HcArticleList      *list;
  HcArticlePage      *reader;   /* NULL until an answer is opened */
  HcCareQuestionList *mine;     /* NULL until it is opened, and so is the glossary */
  HcGlossaryList     *glossary;
};

G_DEFINE_FINAL_TYPE (HcQuestionsPage, hc_questions_page, HC_TYPE_PAGE)

static gboolean
is_visible (HcQuestionsPage *self,
            gpointer         page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcQuestionsPage *self)
{
  if (is_visible (self, self->reader))
    {
      g_autofree char *link = hc_article_dup_link (hc_article_page_get_article (self->reader));

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (is_visible (self, self->mine))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":my-questions");
    }
  else if (is_visible (self, self->glossary))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":glossary");
    }
  else if (is_visible (self, self->list))
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":questions/", hc_article_list_get_id (self->list), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":questions");
    }
}

static gboolean
open_question (HcQuestionsPage  *self,
               HcLink           *link,
               GError          **error)
{
  HcLibrary *library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  HcArticle *answer = link->id != NULL ? hc_library_get_article (library, link->id) : NULL;

  if (answer == NULL || hc_article_get_kind (answer) != HC_ARTICLE_KIND_QUESTION)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("There is no such question"));
      return FALSE;
    }

  if (!hc_library_load_article (library, answer, error))
    return FALSE;

  if (self->reader == NULL)
    {
      self->reader = hc_article_page_new (hc_page_get_context (HC_PAGE (self)));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->reader));
    }

  hc_article_page_show (self->reader, answer, link->anchor);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->reader));

  return TRUE;
}

static void
open_mine (HcQuestionsPage *self)
{
  if (self->mine == NULL)
    {
      self->mine = hc_care_question_list_new (hc_page_get_context (HC_PAGE (self)));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->mine));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->mine));
}

static gboolean
open_glossary (HcQuestionsPage  *self,
               const char       *id,
               GError          **error)
{
  if (self->glossary == NULL)
    {
      self->glossary = hc_glossary_list_new (hc_context_get_library (hc_page_get_context (HC_PAGE (self))), error);
      if (self->glossary == NULL)
        return FALSE;

      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->glossary));
    }

  if (id != NULL && !hc_glossary_list_show (self->glossary, id))
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("There is no such word in the glossary"));
      return FALSE;
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->glossary));

  return TRUE;
}

static gboolean
hc_questions_page_open (HcPage  *page,
                        HcLink  *link,
                        GError **error)
{
  HcQuestionsPage *self = HC_QUESTIONS_PAGE (page);
  gboolean opened = TRUE;

  if (g_str_equal (link->place, "question"))
    opened = open_question (self, link, error);
  else if (g_str_equal (link->place, "my-questions"))
    open_mine (self);
  else if (g_str_equal (link->place, "glossary"))
    opened = open_glossary (self, NULL, error);
  else if (g_str_equal (link->place, "term"))
    opened = open_glossary (self, link->id != NULL ? link->id : "", error);
  else if (link->id == NULL)
    adw_navigation_view_pop_to_tag (self->navigation, "home");
  else if ((opened = hc_article_home_fill_list (self->home, self->list, link->id, error)))
    hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->list));

  update_link (self);

  return opened;
}

static void
hc_questions_page_focus_search (HcPage *page)
{
  HcQuestionsPage *self = HC_QUESTIONS_PAGE (page);

  if (is_visible (self, self->reader))
    hc_article_page_find (self->reader);
  else if (is_visible (self, self->glossary))
    hc_glossary_list_focus_search (self->glossary);
  else if (is_visible (self, self->home))
    hc_article_home_focus_search (self->home);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

static void
ask_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcContext *context = hc_page_get_context (HC_PAGE (widget));
  HcProfile *profile = hc_context_get_profile (context);
  const char *person = hc_current_person_get_id (hc_context_get_person (context));
  g_autoptr (HcCareQuestion) question = hc_care_question_new_for (person, NULL, NULL);

  adw_dialog_present (ADW_DIALOG (hc_care_question_dialog_new (profile, question, NULL)), widget);
}

static void
hc_questions_page_constructed (GObject *object)
{
  HcQuestionsPage *self = HC_QUESTIONS_PAGE (object);

  G_OBJECT_CLASS (hc_questions_page_parent_class)->constructed (object);

  self->home = hc_article_home_new (hc_page_get_context (HC_PAGE (self)), HC_ARTICLE_KIND_QUESTION);
  self->list = hc_article_list_new (hc_context_get_profile (hc_page_get_context (HC_PAGE (self))));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->list));
}

static void
hc_questions_page_class_init (HcQuestionsPageClass *klass)
{
  static const char *const places[] = { "questions", "question", "my-questions", "glossary", "term", NULL };
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hc_questions_page_constructed;

  page_class->section = HC_SECTION_LEARN;
  page_class->title = N_("Questions & Answers");
  page_class->icon_name = "hc-ask-symbolic";
  page_class->places = places;
  page_class->open = hc_questions_page_open;
  page_class->focus_search = hc_questions_page_focus_search;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "questions.ask", NULL, ask_action);
}

static void
hc_questions_page_init (HcQuestionsPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
