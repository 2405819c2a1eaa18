/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-flag-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-diary-operations.h"
#include "hc-diary-words.h"
#include "hc-disclosure.h"
#include "hc-link-dialogs.h"
#include "hc-phone-link.h"
#include "hc-source-expander.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 9
#define LINK_KEY "hc-link"

/**
 * HcFlagCard:
 *
 * A red flag: how soon to call, what to do first, who can be called, and what in the diary has raised it. Why, and
 * who says so, is folded. Where a result that is covered has raised it, it says what to do and not what the result
 * is: somebody must call all the same.
 */
struct _HcFlagCard
{
  GtkBox        parent_instance;

  HcDiaryDesk  *desk;
  HcDiaryEntry *entry; /* the newest of those that raised it */
};

G_DEFINE_FINAL_TYPE (HcFlagCard, hc_flag_card, GTK_TYPE_BOX)

static void
hc_flag_card_dispose (GObject *object)
{
  HcFlagCard *self = HC_FLAG_CARD (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (hc_flag_card_parent_class)->dispose (object);
}

static void
hc_flag_card_class_init (HcFlagCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_flag_card_dispose;
}

static void
hc_flag_card_init (HcFlagCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "call-out");
}

static gboolean
is_covered (HcDiaryDesk  *desk,
            HcRaisedFlag *raised)
{
  HcDiaryWatch *watch = hc_diary_desk_get_watch (desk);

  for (guint i = 0; i < raised->readings->len; i++)
    if (hc_diary_desk_is_covered (desk, hc_diary_watch_get_entry (watch, g_ptr_array_index (raised->readings, i))))
      return TRUE;

  return FALSE;
}

static void
add_head (HcFlagCard             *self,
          const HcRedFlagDetails *details,
          const char             *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  const char *level = hc_diary_words_for_level (details->level);

  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE,
                                                "icon-name", "hc-call-symbolic",
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_box_append (GTK_BOX (line), hc_wrapped_label_new (level, "heading"));
  gtk_widget_add_css_class (line, "call-out-title");
  gtk_box_append (GTK_BOX (self), line);

  gtk_box_append (GTK_BOX (self), hc_wrapped_label_new_heading (title, "title-3"));
  gtk_box_append (GTK_BOX (self), hc_wrapped_label_new (details->what_to_do, "body"));
}

/* Words behind a number, “555-0100 (day)”, are left out; letters that may be a part of it are not.
 * Returns: (transfer full) (nullable): a link to call it */
static char *
dup_link (const char *phone)
{
  gsize length = strspn (phone, "+0123456789 ()-./\u00a0");
  g_autofree char *number = g_strndup (phone, length);
  char *link = hc_phone_link_new (phone);

  if (link == NULL && length > 0 && (!g_ascii_isalpha (phone[length]) || strchr (" (", phone[length - 1]) != NULL))
    link = hc_phone_link_new (number);

  return link;
}

static void
add_contact (HcFlagCard                 *self,
             GtkWidget                  *box,
             const HcCareContactDetails *contact)
{
  g_autofree char *link = dup_link (contact->phone);
  /* Translators: %s is a person or a place that can be called. */
  g_autofree char *call = g_strdup_printf (_("Call %s"), contact->name);
  g_autofree char *details = NULL;
  GtkWidget *button, *words;

  if (link == NULL)
    return;

  details = contact->role != NULL && *contact->role != '\0'
            ? g_strdup_printf ("%s · %s", contact->role, contact->phone) : g_strdup (contact->phone);
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new_centered (call, "heading"));
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new_centered (details, NULL));
  button = g_object_new (GTK_TYPE_BUTTON,
                         "child", words,
                         "action-name", "win.open-link",
                         "action-target", g_variant_new_string (link),
                         NULL);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_contacts (HcFlagCard *self)
{
  HcContext *context = hc_diary_desk_get_context (self->desk);
  GListModel *contacts = G_LIST_MODEL (hc_profile_get_care_contacts (hc_context_get_profile (context)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  guint n = g_list_model_get_n_items (contacts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i);
      const HcCareContactDetails *details = hc_care_contact_get_details (contact);

      if (details->phone != NULL &&
          hc_current_person_owns (hc_context_get_person (context), details->person != NULL ? details->person : ""))
        add_contact (self, box, details);
    }

  gtk_box_append (GTK_BOX (self), box);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
}

static void
entry_clicked_cb (HcFlagCard *self)
{
  hc_diary_show_entry (GTK_WIDGET (self), self->desk, self->entry);
}

/* What raised the flag, the newest, and the way to say that it was a mistake. */
static void
add_entry (HcFlagCard *self)
{
  g_autofree char *words = hc_diary_words_dup_entry (self->desk, self->entry);
  gboolean is_own_cover = hc_diary_desk_is_covered (self->desk, self->entry);
  GtkWidget *button = hc_wrapped_button_new (is_own_cover ? _("_Uncover") : _("It Was a _Mistake: Change the Entry"));

  gtk_box_append (GTK_BOX (self), hc_wrapped_label_new (words, "dimmed"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (entry_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
read_clicked_cb (GtkWidget *button)
{
  g_autofree char *link = g_strdup (g_object_get_data (G_OBJECT (button), LINK_KEY));

  hc_link_dialogs_leave (button, link);
}

static void
add_reasons (HcFlagCard *self,
             HcRedFlag  *flag)
{
  const HcRedFlagDetails *details = hc_red_flag_get_details (flag);
  HcLibrary *library = hc_context_get_library (hc_diary_desk_get_context (self->desk));
  g_autoptr (GPtrArray) sources = hc_red_flag_load_sources (flag, library, NULL);
  GtkWidget *why = hc_wrapped_label_new (details->why, NULL);

  gtk_box_append (GTK_BOX (self), hc_disclosure_new (_("Why"), why));
  if (sources != NULL && sources->len > 0)
    gtk_box_append (GTK_BOX (self), hc_source_expander_new (sources));

  if (details->link != NULL)
    {
      GtkWidget *button = hc_wrapped_button_new (_("_Read More"));

      g_object_set_data_full (G_OBJECT (button), LINK_KEY, g_strdup (details->link), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (read_clicked_cb), NULL);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (self), button);
    }
}

/**
 * hc_flag_card_new:
 * @desk: what the parts of the diary share
 * @raised: a flag that holds, of the watch of @desk
 *
 * Returns: (transfer floating): a card that shows it
 */
GtkWidget *
hc_flag_card_new (HcDiaryDesk  *desk,
                  HcRaisedFlag *raised)
{
  const HcRedFlagDetails *details;
  HcFlagCard *self;
  gboolean is_hidden;
  g_autofree char *label = NULL;
  const char *title;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);
  g_return_val_if_fail (raised != NULL, NULL);

  details = hc_red_flag_get_details (raised->flag);
  is_hidden = is_covered (desk, raised);
  title = is_hidden ? _("A Covered Result Needs Your Care Team") : details->title;

  self = g_object_new (HC_TYPE_FLAG_CARD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->desk = g_object_ref (desk);
  self->entry = g_object_ref (hc_diary_watch_get_entry (hc_diary_desk_get_watch (desk),
                                                        g_ptr_array_index (raised->readings, 0)));
  if (details->level != HC_RED_FLAG_LEVEL_CALL_TODAY)
    gtk_widget_add_css_class (GTK_WIDGET (self), "call-out-call");

  add_head (self, details, title);
  add_contacts (self);
  add_entry (self);
  if (!is_hidden)
    add_reasons (self, raised->flag);

  label = g_strdup_printf ("%s. %s", hc_diary_words_for_level (details->level), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * hc_flag_card_dup_key:
 * @desk: what the parts of the diary share
 * @raised: a flag that holds, of the watch of @desk
 *
 * Returns: (transfer full): a text that is the same for the same card
 */
char *
hc_flag_card_dup_key (HcDiaryDesk  *desk,
                      HcRaisedFlag *raised)
{
  HcContext *context;
  GListModel *contacts;
  HcDiaryEntry *entry;
  g_autofree char *words = NULL;
  GString *key;
  guint n;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);
  g_return_val_if_fail (raised != NULL, NULL);

  context = hc_diary_desk_get_context (desk);
  contacts = G_LIST_MODEL (hc_profile_get_care_contacts (hc_context_get_profile (context)));
  n = g_list_model_get_n_items (contacts);
  entry = hc_diary_watch_get_entry (hc_diary_desk_get_watch (desk), g_ptr_array_index (raised->readings, 0));
  words = hc_diary_words_dup_entry (desk, entry);
  key = g_string_new (hc_red_flag_get_details (raised->flag)->id);
  g_string_append_printf (key, " %s %s %d", hc_diary_entry_get_id (entry), words, is_covered (desk, raised));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i);
      const HcCareContactDetails *details = hc_care_contact_get_details (contact);

      g_string_append_printf (key, " %s %s %s", details->name, details->role != NULL ? details->role : "",
                              details->phone != NULL ? details->phone : "");
    }

  return g_string_free_and_steal (key);
}
