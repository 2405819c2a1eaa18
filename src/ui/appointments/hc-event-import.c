/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-event-import.h"

#include <glib/gi18n.h>

#include "hc-appointment-batch.h"
#include "hc-appointment-copy.h"
#include "hc-calendar-import.h"
#include "hc-file-picker.h"
#include "hc-imported-event.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define EVENT_KEY "hc-event"

/* Of more than so many none is chosen beforehand, and with more than so many there is a search. */
#define MAX_PROPOSED 30
#define MIN_SEARCHED 10

/**
 * HcEventImport:
 *
 * What a calendar file has, to choose what becomes an appointment. What could not be read is told. The file is read
 * while the dialog is shown, and the reading ends with it.
 */
struct _HcEventImport
{
  HcOperationDialog   parent_instance;

  HcContext          *context;
  GCancellable       *cancellable;  /* of the file that is read; NULL when none is */
  GListStore         *events;       /* of HcImportedEvent */
  GtkFilterListModel *found;
  GtkCustomFilter    *filter;
  char               *searched;     /* folded words; NULL: all events are shown */

  GtkStack           *stack;
  AdwStatusPage      *failed_page;
  AdwBanner          *banner;
  GtkLabel           *summary_label;
  GtkWidget          *problems;
  GtkLabel           *problems_label;
  GtkSearchEntry     *search_entry;
  GtkWidget          *nothing_label;
  GtkListView        *list;
  GtkWidget          *take_button;
  GtkLabel           *button_label;
};

G_DEFINE_FINAL_TYPE (HcEventImport, hc_event_import, HC_TYPE_OPERATION_DIALOG)

static guint
count_chosen (HcEventImport *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->events)); i++)
    {
      g_autoptr (HcImportedEvent) item = g_list_model_get_item (G_LIST_MODEL (self->events), i);

      n += hc_imported_event_is_chosen (item) ? 1 : 0;
    }

  return n;
}

static void
update_button (HcEventImport *self)
{
  guint n = count_chosen (self);
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "_Take %u Appointment", "_Take %u Appointments", n), n);

  gtk_label_set_label (self->button_label, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "events.take",
                                 n > 0 && !hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)));
}

static void
toggled_cb (HcEventImport  *self,
            GtkCheckButton *button)
{
  HcImportedEvent *item = g_object_get_data (G_OBJECT (button), EVENT_KEY);

  if (item == NULL)
    return;

  hc_imported_event_set_chosen (item, gtk_check_button_get_active (button));
  update_button (self);
}

static void
setup_cb (HcEventImport *self,
          GtkListItem   *item)
{
  GtkWidget *button = hc_wrapped_label_new_check ("");

  gtk_widget_set_margin_top (button, SPACE);
  gtk_widget_set_margin_bottom (button, SPACE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

static void
bind_cb (HcEventImport *self,
         GtkListItem   *list_item)
{
  HcImportedEvent *item = gtk_list_item_get_item (list_item);
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_item_get_child (list_item));
  g_autofree char *words = hc_imported_event_dup_words (item);

  g_object_set_data (G_OBJECT (button), EVENT_KEY, NULL);
  gtk_label_set_label (GTK_LABEL (gtk_check_button_get_child (button)), words);
  gtk_check_button_set_active (button, hc_imported_event_is_chosen (item));
  gtk_widget_set_sensitive (GTK_WIDGET (button), !hc_imported_event_is_nothing_new (item));
  g_object_set_data_full (G_OBJECT (button), EVENT_KEY, g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_item_set_accessible_label (list_item, words);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  HcEventImport *self = user_data;

  return self->searched == NULL || hc_imported_event_has_words (item, self->searched);
}

static void
search_changed_cb (HcEventImport *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_free (self->searched);
  self->searched = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->nothing_label, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

/* What is there already is changed; all is undone together. */
static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcEventImport *self = HC_EVENT_IMPORT (widget);
  HcAppointmentStore *store = hc_profile_get_appointments (hc_context_get_profile (self->context));
  const char *person = hc_current_person_get_id (hc_context_get_person (self->context));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcAppointmentBatch) batch = hc_appointment_batch_new ();
  g_autoptr (HcOperation) operation = NULL;
  g_autofree char *words = NULL;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->events)); i++)
    {
      g_autoptr (HcImportedEvent) item = g_list_model_get_item (G_LIST_MODEL (self->events), i);
      HcAppointment *known = hc_imported_event_get_known (item);
      g_autoptr (HcAppointment) appointment = known != NULL ? g_object_ref (known) : hc_appointment_new ();
      g_autoptr (HcAppointmentCopy) details = NULL;

      if (!hc_imported_event_is_chosen (item))
        continue;

      details = hc_imported_event_make_details (item, person, now);
      hc_appointment_batch_add (batch, appointment, details);
    }

  words = g_strdup_printf (g_dngettext (NULL, "%u appointment taken", "%u appointments taken",
                                        hc_appointment_batch_get_n (batch)), hc_appointment_batch_get_n (batch));
  operation = hc_appointment_batch_make_operation (batch, store, words);
  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
hc_event_import_set_busy (HcOperationDialog *dialog,
                          gboolean           is_busy)
{
  HcEventImport *self = HC_EVENT_IMPORT (dialog);

  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !is_busy);
  update_button (self);
}

static void
hc_event_import_failed (HcOperationDialog *dialog,
                        const char        *words)
{
  HcEventImport *self = HC_EVENT_IMPORT (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

/* By what calendars call them. */
static GHashTable *
list_known (HcEventImport *self)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_appointments (hc_context_get_profile (self->context)));
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (all, i);

      if (hc_current_person_owns (hc_context_get_person (self->context),
                                  hc_appointment_get_details (appointment)->person))
        g_hash_table_insert (known, hc_appointment_dup_uid (appointment), g_object_ref (appointment));
    }

  return known;
}

/* Returns: how many events are likely to be wanted */
static guint
add_events (HcEventImport *self,
            GPtrArray     *events)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GHashTable) known = list_known (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_proposed = 0;

  for (guint i = 0; i < events->len; i++)
    {
      HcCalendarEvent *event = g_ptr_array_index (events, i);
      HcImportedEvent *item = hc_imported_event_new (event, g_hash_table_lookup (known, event->uid), now);

      n_proposed += hc_imported_event_is_proposed (item, now) ? 1 : 0;
      g_ptr_array_add (items, item);
    }

  for (guint i = 0; n_proposed <= MAX_PROPOSED && i < items->len; i++)
    hc_imported_event_set_chosen (g_ptr_array_index (items, i),
                                  hc_imported_event_is_proposed (g_ptr_array_index (items, i), now));
  g_list_store_splice (self->events, 0, 0, items->pdata, items->len);

  return n_proposed;
}

static void
fill (HcEventImport    *self,
      HcCalendarImport *import)
{
  guint n = import->events->len;
  guint n_proposed = add_events (self, import->events);
  g_autoptr (GString) problems = g_string_new (NULL);
  g_autofree char *summary = NULL;

  if (n == 0)
    summary = g_strdup (_("The file has no events that can be taken."));
  else if (n_proposed > MAX_PROPOSED)
    summary = g_strdup_printf (g_dngettext (NULL, "The file has %u event, which is many: none is chosen yet. Choose "
                                                  "what is to be an appointment.",
                                            "The file has %u events. These are many: none is chosen yet. Choose "
                                            "what is to be an appointment.", n), n);
  else
    summary = g_strdup_printf (g_dngettext (NULL, "The file has %u event. Choose what is to be an appointment.",
                                            "The file has %u events. Choose what is to be an appointment.", n), n);
  gtk_label_set_label (self->summary_label, summary);

  for (guint i = 0; i < import->problems->len; i++)
    g_string_append_printf (problems, "%s%s.", i > 0 ? "\n" : "", (const char *) import->problems->pdata[i]);
  gtk_label_set_label (self->problems_label, problems->str);
  gtk_widget_set_visible (self->problems, problems->len > 0);

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n >= MIN_SEARCHED);
  gtk_widget_set_visible (self->take_button, n > 0);
  update_button (self);
  gtk_stack_set_visible_child_name (self->stack, "events");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HcEventImport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCalendarImport) import = hc_calendar_import_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (import != NULL)
    {
      fill (self, import);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->summary_label),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      /* Translators: %s says why, without a full stop. */
      g_autofree char *words = g_strdup_printf (_("%s. What you have here is as it was."), error->message);

      adw_status_page_set_description (self->failed_page, words);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
}

static void
read_file (HcEventImport *self,
           GFile         *file)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));

  self->cancellable = g_cancellable_new ();
  hc_calendar_import_async (file, now, self->cancellable, read_cb, g_object_ref (self));
}

static void
hc_event_import_closed (AdwDialog *dialog)
{
  if (HC_EVENT_IMPORT (dialog)->cancellable != NULL)
    g_cancellable_cancel (HC_EVENT_IMPORT (dialog)->cancellable);
}

static void
hc_event_import_dispose (GObject *object)
{
  HcEventImport *self = HC_EVENT_IMPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_EVENT_IMPORT);
  g_clear_object (&self->context);
  g_clear_object (&self->events);
  g_clear_object (&self->found);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (hc_event_import_parent_class)->dispose (object);
}

static void
hc_event_import_class_init (HcEventImportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_event_import_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hc_event_import_closed;
  HC_OPERATION_DIALOG_CLASS (klass)->set_busy = hc_event_import_set_busy;
  HC_OPERATION_DIALOG_CLASS (klass)->failed = hc_event_import_failed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-event-import.ui");
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, stack);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, failed_page);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, banner);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, problems);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, problems_label);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, list);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, take_button);
  gtk_widget_class_bind_template_child (widget_class, HcEventImport, button_label);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);

  gtk_widget_class_install_action (widget_class, "events.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "events.close", NULL, close_action);
}

static void
hc_event_import_init (HcEventImport *self)
{
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->events = g_list_store_new (HC_TYPE_IMPORTED_EVENT);
  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->events)), GTK_FILTER (self->filter));
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * hc_event_import_open:
 * @parent: a widget in an #HcWindow
 * @context: the profile and the clock
 * @file: a calendar file that the person has chosen
 *
 * Reads the file, and shows what it has.
 */
void
hc_event_import_open (GtkWidget *parent,
                      HcContext *context,
                      GFile     *file)
{
  HcEventImport *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (G_IS_FILE (file));

  self = g_object_new (HC_TYPE_EVENT_IMPORT, NULL);
  self->context = g_object_ref (context);
  adw_dialog_present (ADW_DIALOG (self), parent);
  read_file (self, file);
}

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  hc_event_import_open (parent, HC_CONTEXT (user_data), file);
}

/**
 * hc_event_import_choose:
 * @parent: a widget in an #HcWindow
 * @context: the profile and the clock
 *
 * Asks for a calendar file, and shows what it has.
 */
void
hc_event_import_choose (GtkWidget *parent,
                        HcContext *context)
{
  static const char *const suffixes[] = { "ics", NULL };

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));

  hc_file_picker_open (parent, _("Import From a Calendar"), _("Calendar files"), suffixes, picked_cb,
                       g_object_ref (context), g_object_unref);
}
