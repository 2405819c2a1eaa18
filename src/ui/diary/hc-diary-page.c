/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-page.h"

#include <glib/gi18n.h>

#include "hc-diary-entry-dialog.h"
#include "hc-diary-home.h"
#include "hc-diary-kind-page.h"
#include "hc-diary-list-page.h"
#include "hc-error-words.h"
#include "hc-evening-check.h"
#include "hc-flag-list.h"
#include "hc-kind-chooser.h"
#include "hc-navigation.h"
#include "hc-result-import.h"

/**
 * HcDiaryPage:
 *
 * The diary: how a day is, what was measured, and what a laboratory found. It opens `diary`, `diary/KIND` with the
 * course of a kind of entry, and `diary/KIND?new=yes` with a new entry of it. When an entry raises a red flag, what
 * to do first is shown at once.
 */
struct _HcDiaryPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  HcDiaryDesk       *desk;    /* NULL when the library cannot be read */
  HcDiaryHome       *home;
  HcDiaryKindPage   *course;  /* NULL until it is opened, and so is the list */
  HcDiaryListPage   *entries;
};

G_DEFINE_FINAL_TYPE (HcDiaryPage, hc_diary_page, HC_TYPE_PAGE)

static void
update_link (HcDiaryPage *self)
{
  if (self->course != NULL &&
      adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (self->course))
    {
      HcDiaryKind *kind = hc_diary_kind_page_get_kind (self->course);
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":diary/", hc_diary_kind_get_details (kind)->id, NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else
    hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":diary");
}

static void
enter (HcDiaryPage *self,
       HcDiaryKind *kind)
{
  adw_dialog_present (ADW_DIALOG (hc_diary_entry_dialog_new (self->desk, kind, NULL)), GTK_WIDGET (self));
}

static void
show_kind (HcDiaryPage *self,
           HcDiaryKind *kind)
{
  if (self->course == NULL)
    {
      self->course = hc_diary_kind_page_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->course));
    }

  hc_diary_kind_page_set_kind (self->course, kind);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->course));
  update_link (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcDiaryPage *self = HC_DIARY_PAGE (widget);
  HcKindChooser *chooser = hc_kind_chooser_new (self->desk);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (enter), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (chooser), widget);
}

static void
enter_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcDiaryPage *self = HC_DIARY_PAGE (widget);
  HcDiaryKind *kind = hc_diary_desk_get_kind (self->desk, g_variant_get_string (parameter, NULL));

  if (kind != NULL)
    enter (self, kind);
}

static void
show_kind_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcDiaryPage *self = HC_DIARY_PAGE (widget);
  HcDiaryKind *kind = hc_diary_desk_get_kind (self->desk, g_variant_get_string (parameter, NULL));

  if (kind != NULL)
    show_kind (self, kind);
}

static void
entries_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcDiaryPage *self = HC_DIARY_PAGE (widget);
  const char *kind = g_variant_get_string (parameter, NULL);

  if (self->entries == NULL)
    {
      self->entries = hc_diary_list_page_new (self->desk);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->entries));
    }

  hc_diary_list_page_set_kind (self->entries, *kind != '\0' ? kind : NULL);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->entries));
}

static void
evening_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcDiaryPage *self = HC_DIARY_PAGE (widget);
  g_auto (GStrv) kinds = hc_diary_home_dup_evening_kinds (self->home);

  adw_dialog_present (ADW_DIALOG (hc_evening_check_new (self->desk, (const char *const *) kinds)), widget);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_result_import_choose (HC_DIARY_PAGE (widget)->desk, widget);
}

/* The most urgent one is said to a screen reader; all are shown. */
static void
raised_cb (HcDiaryPage *self,
           GPtrArray   *flags)
{
  const HcRaisedFlag *first = g_ptr_array_index (flags, 0);
  const HcRedFlagDetails *details = hc_red_flag_get_details (first->flag);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  hc_flag_list_present_dialog (self->desk, GTK_WIDGET (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), details->what_to_do, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
hc_diary_page_open (HcPage  *page,
                    HcLink  *link,
                    GError **error)
{
  HcDiaryPage *self = HC_DIARY_PAGE (page);
  HcDiaryKind *kind = link->id != NULL && self->desk != NULL ? hc_diary_desk_get_kind (self->desk, link->id) : NULL;

  if (link->id == NULL)
    {
      adw_navigation_view_pop_to_tag (self->navigation, "home");
      return TRUE;
    }

  if (kind == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("There is no such entry in the diary"));
      return FALSE;
    }

  if (g_strcmp0 (link->query != NULL ? g_hash_table_lookup (link->query, "new") : NULL, "yes") == 0)
    enter (self, kind);
  else
    show_kind (self, kind);

  return TRUE;
}

static void
hc_diary_page_constructed (GObject *object)
{
  static const char *const actions[] = { "diary.add", "diary.enter", "diary.show-kind", "diary.entries",
                                         "diary.evening", "diary.import" };
  HcDiaryPage *self = HC_DIARY_PAGE (object);
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (hc_diary_page_parent_class)->constructed (object);

  self->desk = hc_diary_desk_new (hc_page_get_context (HC_PAGE (self)), &error);
  if (self->desk == NULL)
    {
      GtkWidget *trouble = g_object_new (ADW_TYPE_STATUS_PAGE,
                                         "icon-name", "dialog-warning-symbolic",
                                         "title", _("The Diary Could Not Be Opened"),
                                         "description", hc_error_to_words (error),
                                         NULL);

      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
      adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), trouble);
      return;
    }

  self->home = hc_diary_home_new (self->desk);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
  g_signal_connect_object (hc_diary_desk_get_watch (self->desk), "raised", G_CALLBACK (raised_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
hc_diary_page_dispose (GObject *object)
{
  g_clear_object (&HC_DIARY_PAGE (object)->desk);

  G_OBJECT_CLASS (hc_diary_page_parent_class)->dispose (object);
}

static void
hc_diary_page_class_init (HcDiaryPageClass *klass)
{
  static const char *const places[] = { "diary", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_diary_page_constructed;
  object_class->dispose = hc_diary_page_dispose;

  page_class->section = HC_SECTION_HEALTH;
  page_class->title = N_("Diary");
  page_class->icon_name = "hc-diary-symbolic";
  page_class->places = places;
  page_class->open = hc_diary_page_open;

  gtk_widget_class_install_action (widget_class, "diary.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "diary.enter", "s", enter_action);
  gtk_widget_class_install_action (widget_class, "diary.show-kind", "s", show_kind_action);
  gtk_widget_class_install_action (widget_class, "diary.entries", "s", entries_action);
  gtk_widget_class_install_action (widget_class, "diary.evening", NULL, evening_action);
  gtk_widget_class_install_action (widget_class, "diary.import", NULL, import_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "diary.add", NULL);
}

static void
hc_diary_page_init (HcDiaryPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
