/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-dialog.h"

#include <glib/gi18n.h>

#include "hc-finder.h"
#include "hc-link.h"
#include "hc-search-kind.h"
#include "hc-search-row.h"

/* Nobody reads further down. */
#define MAX_HITS 50

/* How far the keys for a page move. */
#define HITS_PER_PAGE 5

/**
 * HcSearchDialog:
 *
 * Finds in everything that the program knows. The keyboard stays in the entry: the arrows move through
 * what was found while one types, and Enter opens it by the action `win.open-link` of the window.
 */
struct _HcSearchDialog
{
  AdwDialog           parent_instance;

  HcContext          *context;
  HcFinder           *finder;  /* NULL until something is looked for */
  char               *words;   /* for which the hits were found */
  guint               cursor_idle;

  GtkEditable        *entry;
  GtkWidget          *correction_clamp;
  GtkLabel           *correction_label;
  GtkStack           *stack;
  GtkListView        *hits_view;
  GtkSingleSelection *hits;
};

G_DEFINE_FINAL_TYPE (HcSearchDialog, hc_search_dialog, ADW_TYPE_DIALOG)

/* The dialog goes first, so that the focus is with the page when that decides what is to have it. */
static void
open_link (HcSearchDialog *self,
           const char     *link)
{
  g_autoptr (GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  g_autofree char *copy = g_strdup (link);

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-link", "s", copy);
}

static void
announce (HcSearchDialog *self,
          const char     *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
announce_hits (HcSearchDialog *self,
               const char     *correction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  HcSearchHit *first = gtk_single_selection_get_selected_item (self->hits);
  g_autofree char *count = g_strdup_printf (g_dngettext (NULL, "%u result", "%u results", n), n);
  g_autofree char *text = g_strconcat (correction != NULL ? correction : "",
                                       correction != NULL ? ". " : "",
                                       n > 0 ? count : _("Nothing Found"),
                                       n > 0 ? ". " : NULL,
                                       n > 0 ? hc_search_hit_get_title (first) : NULL, NULL);

  announce (self, text);
}

/* Returns what is said of the correction, NULL when there was none. */
static char *
show_correction (HcSearchDialog *self,
                 const char     *corrected)
{
  char *words = NULL;

  if (corrected != NULL)
    /* Translators: %s are the words of a person with their spelling corrected. */
    words = g_strdup_printf (_("Showing results for “%s”"), corrected);

  gtk_label_set_label (self->correction_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->correction_clamp, words != NULL);

  return words;
}

/* Returns whether other words are looked for than before. */
static gboolean
search (HcSearchDialog *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *correction = NULL;
  g_autoptr (HcSearchHits) hits = NULL;
  g_autoptr (GError) error = NULL;
  guint n_hits;

  if (!g_set_str (&self->words, text))
    return FALSE;

  if (*stripped == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "start");
      gtk_single_selection_set_model (self->hits, NULL);
      g_free (show_correction (self, NULL));
      return TRUE;
    }

  if (self->finder == NULL)
    self->finder = hc_finder_new (hc_context_get_library (self->context), hc_context_get_profile (self->context),
                                  &error);
  if (self->finder != NULL)
    hits = hc_finder_find (self->finder, text, MAX_HITS, &error);

  if (hits == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("The search did not work"));
      g_warning ("Search failed: %s", error->message);
      return TRUE;
    }

  n_hits = g_list_model_get_n_items (G_LIST_MODEL (hits));
  gtk_single_selection_set_model (self->hits, G_LIST_MODEL (hits));
  gtk_stack_set_visible_child_name (self->stack, n_hits > 0 ? "hits" : "nothing");
  correction = show_correction (self, hc_search_hits_get_corrected_text (hits));
  if (n_hits > 0)
    gtk_list_view_scroll_to (self->hits_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  announce_hits (self, correction);

  return TRUE;
}

static void
search_changed_cb (HcSearchDialog *self)
{
  search (self);
}

static void
hit_activated_cb (HcSearchDialog *self,
                  guint           position)
{
  g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  open_link (self, hc_search_hit_get_link (hit));
}

static void
activate_cb (HcSearchDialog *self)
{
  guint selected;

  /* The hits may still be those of the words before. */
  search (self);

  selected = gtk_single_selection_get_selected (self->hits);
  if (selected != GTK_INVALID_LIST_POSITION)
    hit_activated_cb (self, selected);
}

static gboolean
place_cursor_cb (gpointer user_data)
{
  HcSearchDialog *self = user_data;

  self->cursor_idle = 0;
  gtk_editable_set_position (self->entry, -1);

  return G_SOURCE_REMOVE;
}

/* The entry selects its text when it gets the keyboard, as it does again when the dialog becomes a sheet.
 * What was typed until then must not be replaced by the next letter. */
static void
focus_entered_cb (HcSearchDialog *self)
{
  if (self->cursor_idle == 0)
    self->cursor_idle = g_idle_add_full (G_PRIORITY_HIGH, place_cursor_cb, self, NULL);
}

static void
stop_cb (HcSearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
articles_clicked_cb (HcSearchDialog *self)
{
  open_link (self, HC_LINK_SCHEME ":articles");
}

static void
move (HcSearchDialog *self,
      int             distance)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  guint selected = gtk_single_selection_get_selected (self->hits);
  HcSearchHit *hit;
  g_autofree char *text = NULL;

  if (n == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;

  selected = (guint) CLAMP ((int) selected + distance, 0, (int) n - 1);
  gtk_list_view_scroll_to (self->hits_view, selected, GTK_LIST_SCROLL_SELECT, NULL);

  hit = gtk_single_selection_get_selected_item (self->hits);
  text = g_strdup_printf ("%s, %s", hc_search_hit_get_title (hit),
                          hc_search_kind_to_words (hc_search_hit_get_kind (hit)));
  announce (self, text);
}

/* The keys move through the list while the cursor stays in the entry. */
static gboolean
key_pressed_cb (HcSearchDialog *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move (self, HITS_PER_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move (self, -HITS_PER_PAGE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_released_cb (GtkListItem     *item,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *click)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_list_item_get_child (item), "list.activate-item", "u",
                              gtk_list_item_get_position (item));
}

/* One click opens a row. The list could do that itself, but would also select what comes to lie below the
 * pointer, and Enter is to open what was found first. */
static void
setup_cb (HcSearchDialog *self,
          GtkListItem    *item)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *row = hc_search_row_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (HcSearchDialog *self,
         GtkListItem    *item)
{
  HcSearchHit *hit = gtk_list_item_get_item (item);

  hc_search_row_set_hit (HC_SEARCH_ROW (gtk_list_item_get_child (item)), hit);
  gtk_list_item_set_accessible_label (item, hc_search_hit_get_title (hit));
  gtk_list_item_set_accessible_description (item, hc_search_kind_to_words (hc_search_hit_get_kind (hit)));
}

/* The dialog gives the keyboard to the entry only some frames after it was presented. */
static gboolean
hc_search_dialog_grab_focus (GtkWidget *widget)
{
  HcSearchDialog *self = HC_SEARCH_DIALOG (widget);

  return gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
}

static void
hc_search_dialog_dispose (GObject *object)
{
  HcSearchDialog *self = HC_SEARCH_DIALOG (object);

  g_clear_handle_id (&self->cursor_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_SEARCH_DIALOG);
  g_clear_object (&self->finder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_search_dialog_parent_class)->dispose (object);
}

static void
hc_search_dialog_finalize (GObject *object)
{
  HcSearchDialog *self = HC_SEARCH_DIALOG (object);

  g_free (self->words);

  G_OBJECT_CLASS (hc_search_dialog_parent_class)->finalize (object);
}

static void
hc_search_dialog_class_init (HcSearchDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_search_dialog_dispose;
  object_class->finalize = hc_search_dialog_finalize;
  widget_class->grab_focus = hc_search_dialog_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/search/hc-search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, correction_clamp);
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, correction_label);
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, hits_view);
  gtk_widget_class_bind_template_child (widget_class, HcSearchDialog, hits);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, articles_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hc_search_dialog_init (HcSearchDialog *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_search_dialog_new:
 * @context: what is searched
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
AdwDialog *
hc_search_dialog_new (HcContext *context)
{
  HcSearchDialog *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_SEARCH_DIALOG, NULL);
  self->context = g_object_ref (context);

  return ADW_DIALOG (self);
}

/**
 * hc_search_dialog_search:
 * @self: a dialog
 * @text: what to look for
 *
 * Puts a text into the entry and shows what it finds.
 */
void
hc_search_dialog_search (HcSearchDialog *self,
                         const char     *text)
{
  g_return_if_fail (HC_IS_SEARCH_DIALOG (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);

  /* The entry tells of changes with a delay that is meant for typing. */
  search (self);
}

/**
 * hc_search_dialog_forward_key:
 * @self: a dialog that is presented
 * @keys: a controller that handles a key just now
 *
 * Gives the entry a key that was pressed elsewhere.
 *
 * Returns: whether it made a difference to the text
 */
gboolean
hc_search_dialog_forward_key (HcSearchDialog        *self,
                              GtkEventControllerKey *keys)
{
  g_return_val_if_fail (HC_IS_SEARCH_DIALOG (self), FALSE);

  /* What is not in the window yet takes no keys: until then they go on coming by the window. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}
