/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-kind-chooser.h"

#include <glib/gi18n.h>

#include "hc-diary-words.h"
#include "hc-wrapped-label.h"

#define KIND_KEY "hc-diary-kind"
#define SPACE 6

/**
 * HcKindChooser:
 *
 * All that can be written down in the diary, in groups, found by its name. A kind that is pinned is asked for on the
 * page of the diary.
 */
struct _HcKindChooser
{
  AdwDialog     parent_instance;

  HcDiaryDesk  *desk;
  char         *words; /* what is searched for, case folded; NULL for everything */

  GtkEditable  *search_entry;
  GtkListBox   *list;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcKindChooser, hc_kind_chooser, ADW_TYPE_DIALOG)

static HcDiaryKind *
get_kind (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), KIND_KEY);
}

static gboolean
contains (const char *text,
          const char *words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, words) != NULL;
}

static gboolean
match_row (GtkListBoxRow *row,
           gpointer       user_data)
{
  HcKindChooser *self = user_data;
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (get_kind (row));

  return self->words == NULL || contains (details->name, self->words) || contains (details->question, self->words);
}

static void
show_heading (GtkListBoxRow *row,
              GtkListBoxRow *before,
              gpointer       user_data)
{
  HcDiaryGroup group = hc_diary_kind_get_details (get_kind (row))->group;
  GtkWidget *heading;

  if (before != NULL && hc_diary_kind_get_details (get_kind (before))->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = hc_wrapped_label_new_heading (hc_diary_words_for_group (group), "heading");
  gtk_widget_add_css_class (heading, "sidebar-section");
  gtk_list_box_row_set_header (row, heading);
}

static void
search_changed_cb (HcKindChooser *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_clear_pointer (&self->words, g_free);
  if (*text != '\0')
    self->words = g_utf8_casefold (text, -1);
  gtk_list_box_invalidate_filter (self->list);
}

static void
stop_search_cb (HcKindChooser *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

/* The dialog goes first: what comes is a dialog of its own. */
static void
activated_cb (HcKindChooser *self,
              GtkListBoxRow *row)
{
  g_autoptr (HcDiaryKind) kind = g_object_ref (get_kind (row));
  g_autoptr (HcKindChooser) kept = g_object_ref (self);

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, kind);
}

static void
search_activated_cb (HcKindChooser *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (match_row (row, self))
      {
        activated_cb (self, row);
        return;
      }
}

static void
pin_toggled_cb (GtkToggleButton *button,
                HcKindChooser   *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  hc_diary_desk_set_pinned (self->desk, hc_diary_kind_get_details (get_kind (row))->id,
                            gtk_toggle_button_get_active (button));
}

static void
add_row (HcKindChooser *self,
         HcDiaryKind   *kind)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);
  /* Translators: %s is what is asked for every day, “Temperature”. */
  g_autofree char *pin_label = g_strdup_printf (_("Always offer %s"), details->name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *name = hc_wrapped_label_new (details->name, NULL);
  GtkWidget *pin = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                 "icon-name", "view-pin-symbolic",
                                 "active", hc_diary_desk_is_pinned (self->desk, details->id),
                                 "tooltip-text", pin_label,
                                 "valign", GTK_ALIGN_CENTER,
                                 NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (pin, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (pin), GTK_ACCESSIBLE_PROPERTY_LABEL, pin_label, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), pin);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, details->name, -1);
  g_object_set_data_full (G_OBJECT (row), KIND_KEY, g_object_ref (kind), g_object_unref);
  gtk_list_box_append (self->list, row);
  g_signal_connect_object (pin, "toggled", G_CALLBACK (pin_toggled_cb), self, 0);
}

static void
hc_kind_chooser_dispose (GObject *object)
{
  HcKindChooser *self = HC_KIND_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_KIND_CHOOSER);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (hc_kind_chooser_parent_class)->dispose (object);
}

static void
hc_kind_chooser_class_init (HcKindChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_kind_chooser_dispose;

  /**
   * HcKindChooser::chosen:
   * @self: a dialog
   * @kind: what was chosen
   *
   * Emitted when the dialog has closed because something was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, HC_TYPE_DIARY_KIND);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-kind-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HcKindChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcKindChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
hc_kind_chooser_init (HcKindChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, match_row, self, NULL);
  gtk_list_box_set_header_func (self->list, show_heading, NULL, NULL);
}

/**
 * hc_kind_chooser_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
HcKindChooser *
hc_kind_chooser_new (HcDiaryDesk *desk)
{
  HcKindChooser *self;
  GListModel *kinds;
  guint n;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_KIND_CHOOSER, NULL);
  self->desk = g_object_ref (desk);

  kinds = hc_diary_book_get_kinds (hc_diary_desk_get_book (desk));
  n = g_list_model_get_n_items (kinds);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);

      add_row (self, kind);
    }
  add_row (self, hc_diary_desk_get_kind (desk, HC_DIARY_INFUSION));

  return self;
}
