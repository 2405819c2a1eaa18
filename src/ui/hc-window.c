/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-window.h"

#include <glib/gi18n.h>

#include "hc-badges.h"
#include "hc-error-words.h"
#include "hc-external-link.h"
#include "hc-link-dialogs.h"
#include "hc-page.h"
#include "hc-profile-trouble.h"
#include "hc-saving-dialog.h"
#include "hc-search-dialog.h"
#include "hc-person-actions.h"
#include "hc-person-switcher.h"
#include "hc-shortcuts-window.h"
#include "hc-sidebar.h"

/* The operation that the button of a toast takes back. */
#define OPERATION_KEY "hc-operation"

/**
 * HcWindow:
 *
 * The window: the sidebar and one page beside it, toasts, and what can be taken back. Pages are
 * made when they are first shown and kept until the window goes.
 */
struct _HcWindow
{
  AdwApplicationWindow    parent_instance;

  HcContext              *context;
  HcUndoStack            *undo_stack;
  HcBadges               *badges;    /* what waits on the pages, in the sidebar */
  GHashTable             *pages;     /* of HcPage, by GType */
  HcPage                 *page;      /* the one that is shown; owned by the table */

  AdwToastOverlay        *toasts;
  AdwNavigationSplitView *split_view;
  HcPersonSwitcher       *switcher;
  GtkListBox             *sidebar;
  GtkMenuButton          *menu_button;
  GMenuModel             *main_menu;
  AdwBanner              *trouble_banner;
};

G_DEFINE_FINAL_TYPE (HcWindow, hc_window, ADW_TYPE_APPLICATION_WINDOW)

static void
remember_link (HcWindow *self)
{
  if (self->page != NULL)
    g_settings_set_string (hc_context_get_settings (self->context), "last-link", hc_page_get_link (self->page));
}

/* A split view that folds while the focus is in its content keeps a reference to that page for good
 * (libadwaita 1.7). The page lets go of the profile all the same. */
static void
drop_page (gpointer page)
{
  g_object_run_dispose (page);
  g_object_unref (page);
}

static HcPage *
get_page (HcWindow *self,
          GType     type)
{
  HcPage *page = g_hash_table_lookup (self->pages, GSIZE_TO_POINTER (type));

  if (page == NULL)
    {
      page = g_object_ref_sink (g_object_new (type, "context", self->context, NULL));
      g_hash_table_insert (self->pages, GSIZE_TO_POINTER (type), page);
      g_signal_connect_object (page, "notify::link", G_CALLBACK (remember_link), self, G_CONNECT_SWAPPED);
    }

  return page;
}

static HcPage *
get_first_page (HcWindow *self)
{
  return get_page (self, hc_sidebar_get_page_type (gtk_list_box_get_row_at_index (self->sidebar, 0)));
}

static void
show_page (HcWindow *self,
           HcPage   *page)
{
  if (page != self->page)
    {
      self->page = page;
      adw_navigation_split_view_set_content (self->split_view, ADW_NAVIGATION_PAGE (page));
      hc_sidebar_select (self->sidebar, G_OBJECT_TYPE (page));
    }

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  remember_link (self);
}

static void
sidebar_row_activated_cb (HcWindow      *self,
                          GtkListBoxRow *row)
{
  show_page (self, get_page (self, hc_sidebar_get_page_type (row)));
}

static void
open_link_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcWindow *self = HC_WINDOW (widget);
  const char *link = g_variant_get_string (parameter, NULL);

  /* A link that leads out of the program is one of the text: links that come to the program from
   * outside go to hc_window_open_link(), which opens nothing but its own. */
  if (hc_external_link_is_known (link))
    hc_external_link_present (link, GTK_WINDOW (self));
  else
    hc_window_open_link (self, link);
}

static void
show_toast_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  hc_window_show_toast (HC_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* The search that is open, or a new one; NULL when the person is busy with another dialog. */
static HcSearchDialog *
present_search (HcWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog == NULL)
    {
      dialog = hc_search_dialog_new (self->context);
      adw_dialog_present (dialog, GTK_WIDGET (self));
    }

  return HC_IS_SEARCH_DIALOG (dialog) ? HC_SEARCH_DIALOG (dialog) : NULL;
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  present_search (HC_WINDOW (widget));
}

/* Within what is shown, where that can be searched. */
static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcWindow *self = HC_WINDOW (widget);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  if (self->page == NULL || !hc_page_focus_search (self->page))
    present_search (self);
}

/* Who types where there is nothing to type into looks for something. Keys that mean something where the
 * focus is do not come by here. */
static gboolean
key_pressed_cb (HcWindow              *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  HcSearchDialog *dialog;

  if (!g_unichar_isgraph (gdk_keyval_to_unicode (key)) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)) ||
      (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (self)))
    return GDK_EVENT_PROPAGATE;

  /* The search may be open already, but not have the keyboard yet. */
  dialog = present_search (self);

  return dialog != NULL ? hc_search_dialog_forward_key (dialog, keys) : GDK_EVENT_PROPAGATE;
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_undo_stack_undo_last (HC_WINDOW (widget)->undo_stack);
}

static void
toggle_sidebar_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  HcWindow *self = HC_WINDOW (widget);

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view,
                                                !adw_navigation_split_view_get_show_content (self->split_view));

  gtk_widget_child_focus (adw_navigation_split_view_get_show_content (self->split_view) &&
                          adw_navigation_split_view_get_collapsed (self->split_view)
                          ? GTK_WIDGET (self->page) : GTK_WIDGET (self->sidebar),
                          GTK_DIR_TAB_FORWARD);
}

static void
toggle_fullscreen_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  gtk_window_present (hc_shortcuts_window_new (GTK_WINDOW (widget)));
}

static void
resolve_trouble_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  HcWindow *self = HC_WINDOW (widget);

  hc_profile_trouble_present (hc_context_get_profile (self->context), widget);
}

static void
toast_undo_cb (HcWindow *self,
               AdwToast *toast)
{
  hc_undo_stack_undo (self->undo_stack, g_object_get_data (G_OBJECT (toast), OPERATION_KEY));
}

static void
performed_cb (HcWindow    *self,
              HcOperation *operation)
{
  AdwToast *toast = adw_toast_new (hc_operation_get_description (operation));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* at once: it is about what was just done */
  g_object_set_data_full (G_OBJECT (toast), OPERATION_KEY, g_object_ref (operation), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), hc_operation_get_description (operation),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
undone_cb (HcWindow    *self,
           HcOperation *operation)
{
  adw_toast_overlay_dismiss_all (self->toasts);
  hc_window_show_toast (self, _("Undone"));
}

static void
operation_failed_cb (HcWindow     *self,
                     HcOperation  *operation,
                     const GError *error)
{
  /* Translators: %s is a sentence that says why and what helps. */
  g_autofree char *text = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

  hc_window_show_toast (self, text);
}

static void
update_undo (HcWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", !hc_undo_stack_is_empty (self->undo_stack));
}

static void
update_trouble (HcWindow *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  gboolean has_failed = hc_profile_get_state (profile) == HC_PROFILE_FAILED;

  if (has_failed)
    adw_banner_set_title (self->trouble_banner, _("Your notes and bookmarks could not be opened"));

  adw_banner_set_revealed (self->trouble_banner, has_failed);
  if (has_failed)
    hc_profile_trouble_present (profile, GTK_WIDGET (self));
}

static void
restore_size (HcWindow *self)
{
  GSettings *settings = hc_context_get_settings (self->context);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* What was written is saved, and everything closes at once. Libadwaita would close only the dialog. */
static gboolean
hc_window_close_request (GtkWindow *window)
{
  AdwApplicationWindow *self = ADW_APPLICATION_WINDOW (window);
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (self)) != NULL)
    {
      gboolean saves = HC_IS_SAVING_DIALOG (dialog);
      gboolean is_closed;

      /* It closes the window itself when there is something to be saved first, and it may put a
       * question on top. */
      if (saves)
        hc_saving_dialog_close_with_window (HC_SAVING_DIALOG (dialog));
      is_closed = saves ? adw_application_window_get_visible_dialog (self) == NULL : adw_dialog_close (dialog);

      if (!is_closed)
        return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (hc_window_parent_class)->close_request (window);
}

static void
hc_window_dispose (GObject *object)
{
  HcWindow *self = HC_WINDOW (object);

  self->page = NULL;
  if (self->split_view != NULL)
    {
      /* libadwaita may keep what stood in a window whose width changed; it must not keep the profile open. */
      adw_navigation_split_view_set_content (self->split_view, NULL);
      hc_person_switcher_set_context (self->switcher, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_WINDOW);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->undo_stack);
  g_clear_object (&self->badges);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_window_parent_class)->dispose (object);
}

static void
hc_window_class_init (HcWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = hc_window_close_request;

  g_type_ensure (HC_TYPE_PERSON_SWITCHER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/hc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HcWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, HcWindow, trouble_banner);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_install_action (widget_class, "win.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "win.show-toast", "s", show_toast_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-fullscreen", NULL, toggle_fullscreen_action);
  gtk_widget_class_install_action (widget_class, "win.resolve-trouble", NULL, resolve_trouble_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
}

/* The menu has as many widgets as a page: it is made when the window is there. */
static gboolean
make_menu (gpointer data)
{
  HcWindow *self = data;

  if (self->menu_button != NULL)
    gtk_menu_button_set_menu_model (self->menu_button, self->main_menu);

  return G_SOURCE_REMOVE;
}

static void
hc_window_init (HcWindow *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, drop_page);
  self->undo_stack = hc_undo_stack_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Until here only libadwaita listens. It closes the dialog on top and keeps the window, and
   * hc_window_close_request() would not be asked. */
  g_signal_handlers_block_matched (self, G_SIGNAL_MATCH_ID, g_signal_lookup ("close-request", GTK_TYPE_WINDOW),
                                   0, NULL, NULL, NULL);

  /* A paragraph must not be selected just because the keyboard came by. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-label-select-on-focus", FALSE, NULL);

  hc_sidebar_fill (self->sidebar);
  g_idle_add_full (G_PRIORITY_LOW, make_menu, g_object_ref (self), g_object_unref);

  g_signal_connect_object (self->undo_stack, "performed", G_CALLBACK (performed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "failed", G_CALLBACK (operation_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo_stack, "notify::empty", G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  update_undo (self);
}

/**
 * hc_window_new:
 * @application: the application
 * @context: what the pages share
 *
 * Returns: (transfer none): a window that shows no page yet; GTK owns it until it is closed
 */
HcWindow *
hc_window_new (AdwApplication *application,
               HcContext      *context)
{
  HcWindow *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);

  restore_size (self);
  g_signal_connect_object (hc_context_get_profile (context), "notify::state",
                           G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  hc_person_actions_add (GTK_APPLICATION_WINDOW (self), context);
  hc_person_switcher_set_context (self->switcher, context);
  self->badges = hc_badges_new (context);
  hc_sidebar_show_badges (self->sidebar, self->badges);

  return self;
}

static gboolean
open_search (HcWindow   *self,
             const char *words)
{
  HcSearchDialog *dialog;

  if (self->page == NULL)
    show_page (self, get_first_page (self));

  dialog = present_search (self);
  if (dialog != NULL && words != NULL)
    hc_search_dialog_search (dialog, words);

  return dialog != NULL;
}

/* What a link leads to must not come up behind the search. */
static void
close_search (HcWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (HC_IS_SEARCH_DIALOG (dialog))
    adw_dialog_force_close (dialog);
}

/**
 * hc_window_open_link:
 * @self: a window
 * @link: a text from anywhere, trusted in nothing
 *
 * Shows what a link leads to; `search?q=WORDS` opens the search over what is shown, and the places of
 * hc_link_dialogs_has() are dialogs. When it leads nowhere a toast says so, and the window shows what it showed
 * before, or the first page.
 *
 * Returns: whether the link was opened
 */
gboolean
hc_window_open_link (HcWindow   *self,
                     const char *link)
{
  g_autoptr (HcLink) parsed = NULL;
  GType type = G_TYPE_INVALID;

  g_return_val_if_fail (HC_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  parsed = hc_link_parse (link, NULL);
  if (parsed != NULL && g_str_equal (parsed->place, "search"))
    return open_search (self, g_hash_table_lookup (parsed->query, "q"));

  if (parsed != NULL)
    type = hc_sidebar_find_page (self->sidebar, parsed->place);

  close_search (self);

  if (parsed != NULL && hc_link_dialogs_has (parsed->place))
    {
      if (self->page == NULL)
        show_page (self, get_first_page (self));

      return hc_link_dialogs_present (self, self->context, parsed);
    }

  if (type != G_TYPE_INVALID)
    {
      g_autoptr (GError) error = NULL;
      HcPage *previous = self->page;
      HcPage *page = get_page (self, type);
      gboolean is_open;

      /* In the window, but not seen yet: out of it a dialog has no place, and GTK 4.18 confuses what
       * a screen reader knows of widgets that come meanwhile. */
      gtk_widget_set_visible (GTK_WIDGET (page), page == previous);
      show_page (self, page);
      is_open = hc_page_open (page, parsed, &error);
      gtk_widget_set_visible (GTK_WIDGET (page), TRUE);

      if (is_open)
        return TRUE;

      show_page (self, previous != NULL ? previous : get_first_page (self));
      hc_window_show_toast (self, error->domain == HC_LIBRARY_ERROR ? error->message : hc_error_to_words (error));
    }
  else
    {
      hc_window_show_toast (self, _("This link leads nowhere in Health Center"));
    }

  if (self->page == NULL)
    show_page (self, get_first_page (self));

  return FALSE;
}

/**
 * hc_window_show_toast:
 * @self: a window
 * @text: a short sentence without a full stop
 */
void
hc_window_show_toast (HcWindow   *self,
                      const char *text)
{
  AdwToast *toast;

  g_return_if_fail (HC_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * hc_window_get_undo_stack:
 * @self: a window
 *
 * Returns: (transfer none): what was done in this window and can be taken back
 */
HcUndoStack *
hc_window_get_undo_stack (HcWindow *self)
{
  g_return_val_if_fail (HC_IS_WINDOW (self), NULL);

  return self->undo_stack;
}
