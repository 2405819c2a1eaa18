/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-cold-card.h"

#include <glib/gi18n.h>

#include "hc-diary-operations.h"
#include "hc-diary-words.h"
#include "hc-disclosure.h"
#include "hc-source-expander.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 9
#define LINE_SPACE 3

/**
 * HcColdCard:
 *
 * Until when cold is to be avoided after oxaliplatin, and what that means. It is visible on these days.
 */
struct _HcColdCard
{
  GtkBox        parent_instance;

  HcDiaryDesk  *desk;
  GtkWidget    *title;
  GtkWidget    *since;
};

G_DEFINE_FINAL_TYPE (HcColdCard, hc_cold_card, GTK_TYPE_BOX)

static void
hc_cold_card_dispose (GObject *object)
{
  g_clear_object (&HC_COLD_CARD (object)->desk);

  G_OBJECT_CLASS (hc_cold_card_parent_class)->dispose (object);
}

static void
hc_cold_card_class_init (HcColdCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_cold_card_dispose;
}

static void
hc_cold_card_init (HcColdCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "call-out");
}

static void
update (HcColdCard *self)
{
  HcDiaryWatch *watch = hc_diary_desk_get_watch (self->desk);
  GDateTime *last = hc_diary_watch_get_last_cold_day (watch);
  HcDiaryEntry *infusion = hc_diary_watch_get_infusion (watch);

  gtk_widget_set_visible (GTK_WIDGET (self), last != NULL);

  if (last != NULL)
    {
      g_autoptr (GDateTime) now = hc_diary_desk_dup_now (self->desk);
      /* Translators: the day in a sentence, "Saturday, 28 November". See the manual of g_date_time_format(). */
      g_autofree char *day = g_date_time_format (last, _("%A, %-d %B"));
      /* Translators: %s is a day. */
      g_autofree char *title = g_strdup_printf (_("Avoid cold until %s"), day);
      g_autofree char *when = hc_diary_words_dup_day (hc_diary_entry_get_details (infusion)->time, now);
      /* Translators: %s is a day: “Today”, “Friday, 20 November”. */
      g_autofree char *since = g_strdup_printf (_("Infusion of oxaliplatin: %s"), when);

      gtk_label_set_label (GTK_LABEL (self->title), title);
      gtk_label_set_label (GTK_LABEL (self->since), since);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
}

static void
change_clicked_cb (HcColdCard *self)
{
  HcDiaryEntry *infusion = hc_diary_watch_get_infusion (hc_diary_desk_get_watch (self->desk));

  if (infusion != NULL)
    hc_diary_show_entry (GTK_WIDGET (self), self->desk, infusion);
}

static GtkWidget *
new_things (char **things)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", LINE_SPACE,
                                  NULL);

  for (guint i = 0; things[i] != NULL; i++)
    {
      GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                      "spacing", SPACE, NULL);
      GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                        "label", "•",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                        "valign", GTK_ALIGN_START,
                                        NULL);
      GtkWidget *words = hc_wrapped_label_new (things[i], NULL);

      gtk_widget_set_hexpand (words, TRUE);
      gtk_box_append (GTK_BOX (item), bullet);
      gtk_box_append (GTK_BOX (item), words);
      gtk_box_append (GTK_BOX (list), item);
    }

  return list;
}

static void
add_words (HcColdCard            *self,
           const HcColdAvoidance *cold)
{
  HcLibrary *library = hc_context_get_library (hc_diary_desk_get_context (self->desk));
  g_autoptr (GPtrArray) sources = hc_diary_book_load_cold_sources (hc_diary_desk_get_book (self->desk), library, NULL);
  GtkWidget *change = hc_wrapped_button_new (_("_Change the Day…"));

  gtk_box_append (GTK_BOX (self), new_things (cold->avoid));
  gtk_box_append (GTK_BOX (self), self->since);
  gtk_box_append (GTK_BOX (self), hc_disclosure_new (_("Why So Long"), hc_wrapped_label_new (cold->text, NULL)));
  if (sources != NULL && sources->len > 0)
    gtk_box_append (GTK_BOX (self), hc_source_expander_new (sources));

  g_signal_connect_object (change, "clicked", G_CALLBACK (change_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (change, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), change);
  if (cold->link != NULL)
    {
      GtkWidget *more = hc_wrapped_button_new (_("_Read More"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "win.open-link");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (more), "s", cold->link);
      gtk_widget_set_halign (more, GTK_ALIGN_START);
      gtk_widget_add_css_class (more, "flat");
      gtk_box_append (GTK_BOX (self), more);
    }
}

/**
 * hc_cold_card_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): the card, seen only while cold is to be avoided
 */
GtkWidget *
hc_cold_card_new (HcDiaryDesk *desk)
{
  HcColdCard *self;
  const HcColdAvoidance *cold;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_COLD_CARD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "visible", FALSE, NULL);
  self->desk = g_object_ref (desk);
  self->title = hc_wrapped_label_new_heading (NULL, "title-3");
  self->since = hc_wrapped_label_new (NULL, "dimmed");
  gtk_box_append (GTK_BOX (self), self->title);

  cold = hc_diary_book_get_cold_avoidance (hc_diary_desk_get_book (desk));
  if (cold != NULL)
    add_words (self, cold);
  else
    gtk_box_append (GTK_BOX (self), self->since);

  g_signal_connect_object (hc_diary_desk_get_watch (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
