/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-today-page.h"

#include <glib/gi18n.h>

#include "hc-health-check-page.h"
#include "hc-quiz-list.h"
#include "hc-quiz-page.h"
#include "hc-today-view.h"

/**
 * HcTodayPage:
 *
 * Today, and what is reached from there: the quizzes and the health check. It opens `today`, `quiz`,
 * `quiz/ID` and `health-check`.
 */
struct _HcTodayPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  GListModel        *quizzes; /* of HcQuiz; NULL until they are asked for */
};

G_DEFINE_FINAL_TYPE (HcTodayPage, hc_today_page, HC_TYPE_PAGE)

static void
update_link (HcTodayPage *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->navigation);

  if (HC_IS_QUIZ_PAGE (visible))
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":quiz/",
                                           hc_quiz_get_id (hc_quiz_page_get_quiz (HC_QUIZ_PAGE (visible))), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (HC_IS_QUIZ_LIST (visible))
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":quiz");
  else if (HC_IS_HEALTH_CHECK_PAGE (visible))
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":health-check");
  else
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":today");
}

static HcQuiz *
find_quiz (HcTodayPage *self,
           const char  *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->quizzes); i++)
    {
      /* The list keeps its reference. */
      g_autoptr (HcQuiz) quiz = g_list_model_get_item (self->quizzes, i);

      if (g_str_equal (hc_quiz_get_id (quiz), id))
        return quiz;
    }

  return NULL;
}

static gboolean
open_quiz (HcTodayPage  *self,
           HcLink       *link,
           GError      **error)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcQuiz *quiz = NULL;

  if (self->quizzes == NULL &&
      (self->quizzes = hc_quiz_load_all (hc_context_get_library (context), error)) == NULL)
    return FALSE;

  if (link->id != NULL && (quiz = find_quiz (self, link->id)) == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such quiz"));
      return FALSE;
    }

  adw_navigation_view_pop_to_tag (self->navigation, "today");
  adw_navigation_view_push (self->navigation,
                            ADW_NAVIGATION_PAGE (hc_quiz_list_new (context, self->quizzes)));

  if (quiz != NULL)
    {
      HcQuizPage *page = hc_quiz_page_new (context, quiz);

      if (link->anchor != NULL)
        hc_quiz_page_show (page, link->anchor);

      adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
    }

  return TRUE;
}

static gboolean
open_health_check (HcTodayPage  *self,
                   GError      **error)
{
  HcHealthCheckPage *page = hc_health_check_page_new (hc_page_get_context (HC_PAGE (self)), error);

  if (page == NULL)
    return FALSE;

  adw_navigation_view_pop_to_tag (self->navigation, "today");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));

  return TRUE;
}

static gboolean
hc_today_page_open (HcPage  *page,
                    HcLink  *link,
                    GError **error)
{
  HcTodayPage *self = HC_TODAY_PAGE (page);
  gboolean opened = TRUE;

  if (g_str_equal (link->place, "quiz"))
    opened = open_quiz (self, link, error);
  else if (g_str_equal (link->place, "health-check"))
    opened = open_health_check (self, error);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "today");

  update_link (self);

  return opened;
}

static void
hc_today_page_constructed (GObject *object)
{
  HcTodayPage *self = HC_TODAY_PAGE (object);

  G_OBJECT_CLASS (hc_today_page_parent_class)->constructed (object);

  adw_navigation_view_add (self->navigation,
                           ADW_NAVIGATION_PAGE (hc_today_view_new (hc_page_get_context (HC_PAGE (self)))));
}

static void
hc_today_page_dispose (GObject *object)
{
  HcTodayPage *self = HC_TODAY_PAGE (object);

  g_clear_object (&self->quizzes);

  G_OBJECT_CLASS (hc_today_page_parent_class)->dispose (object);
}

static void
hc_today_page_class_init (HcTodayPageClass *klass)
{
  static const char *const places[] = { "today", "quiz", "health-check", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_today_page_constructed;
  object_class->dispose = hc_today_page_dispose;

  page_class->section = HC_SECTION_LEARN;
  page_class->title = N_("Today");
  page_class->icon_name = "hc-today-symbolic";
  page_class->places = places;
  page_class->open = hc_today_page_open;
}

static void
hc_today_page_init (HcTodayPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
