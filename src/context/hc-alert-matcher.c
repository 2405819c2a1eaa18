/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-matcher.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-link.h"
#include "hc-notice-target.h"

/**
 * HcAlertMatcher:
 *
 * Finds out which recalls and warnings concern the medicines in the profile, of all persons, but for those that were
 * stopped. Nobody is told what somebody takes: all notices are looked through on this machine.
 */
struct _HcAlertMatcher
{
  GObject           parent_instance;

  HcProfile        *profile;
  HcMedicineCheck  *check;
  HcLabelCatalog   *labels; /* may be NULL */
  HcClock          *clock;

  HcMedicineFilter  filter; /* NULL: all medicines */
  gpointer          filter_data;
  GDestroyNotify    filter_destroy;
};

G_DEFINE_FINAL_TYPE (HcAlertMatcher, hc_alert_matcher, G_TYPE_OBJECT)

/* What a thread needs to go through the notices. */
typedef struct
{
  GPtrArray         *notices; /* of HcNotice */
  GPtrArray         *targets; /* of HcNoticeTarget */
  HcInteractionBook *book;    /* NULL when the library cannot be read */

  guint              n_open;  /* saves that have not ended */
  guint              n_new;
  GError            *error;   /* of the first save that failed */
} Feed;

static void
feed_free (Feed *feed)
{
  g_ptr_array_unref (feed->notices);
  g_ptr_array_unref (feed->targets);
  g_clear_object (&feed->book);
  g_clear_error (&feed->error);
  g_free (feed);
}

static void
clear_filter (HcAlertMatcher *self)
{
  if (self->filter_destroy != NULL)
    self->filter_destroy (self->filter_data);

  self->filter = NULL;
  self->filter_data = NULL;
  self->filter_destroy = NULL;
}

static void
hc_alert_matcher_finalize (GObject *object)
{
  HcAlertMatcher *self = HC_ALERT_MATCHER (object);

  clear_filter (self);
  g_clear_object (&self->profile);
  g_clear_object (&self->check);
  g_clear_object (&self->labels);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_alert_matcher_parent_class)->finalize (object);
}

static void
hc_alert_matcher_class_init (HcAlertMatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_alert_matcher_finalize;
}

static void
hc_alert_matcher_init (HcAlertMatcher *self)
{
}

/**
 * hc_alert_matcher_new:
 * @profile: the medicines, and where the alerts are stored
 * @check: what knows what acts in a medicine
 * @labels: (nullable): the imported labels
 * @clock: tells the time
 *
 * Returns: (transfer full): a matcher
 */
HcAlertMatcher *
hc_alert_matcher_new (HcProfile       *profile,
                      HcMedicineCheck *check,
                      HcLabelCatalog  *labels,
                      HcClock         *clock)
{
  HcAlertMatcher *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (check), NULL);
  g_return_val_if_fail (labels == NULL || HC_IS_LABEL_CATALOG (labels), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_ALERT_MATCHER, NULL);
  self->profile = g_object_ref (profile);
  self->check = g_object_ref (check);
  if (labels != NULL)
    self->labels = g_object_ref (labels);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * hc_alert_matcher_set_filter:
 * @self: a matcher
 * @filter: (nullable): says which of the medicines that are taken notices may concern; %NULL for all of them
 * @user_data: passed to @filter
 * @destroy: (nullable): called when @user_data is not needed any more
 */
void
hc_alert_matcher_set_filter (HcAlertMatcher   *self,
                             HcMedicineFilter  filter,
                             gpointer          user_data,
                             GDestroyNotify    destroy)
{
  g_return_if_fail (HC_IS_ALERT_MATCHER (self));

  clear_filter (self);
  self->filter = filter;
  self->filter_data = user_data;
  self->filter_destroy = destroy;
}

/* The label that was imported for a medicine; it may have gone since. */
static HcLabel *
load_label (HcAlertMatcher          *self,
            const HcMedicineDetails *details)
{
  g_autoptr (HcLink) link = details->link != NULL ? hc_link_parse (details->link, NULL) : NULL;

  if (self->labels == NULL || link == NULL || !g_str_equal (link->place, "label") || link->id == NULL)
    return NULL;

  return hc_label_catalog_load (self->labels, link->id, NULL);
}

static gboolean
has_strength (HcLabelProduct *product,
              const char     *strength)
{
  g_autofree char *own = hc_label_product_dup_strength (product);

  return g_ascii_strcasecmp (own, strength) == 0;
}

/* A label is about products of several strengths. Those of the strength that is taken are meant where there
 * are some. */
static void
add_ndcs (HcNoticeTarget          *target,
          HcLabel                 *label,
          const HcMedicineDetails *details)
{
  gboolean is_one_of_them = FALSE;

  for (guint i = 0; i < label->products->len && !is_one_of_them; i++)
    is_one_of_them = has_strength (g_ptr_array_index (label->products, i), details->strength);

  for (guint i = 0; i < label->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (label->products, i);

      if (!is_one_of_them || has_strength (product, details->strength))
        hc_notice_target_add_ndc (target, product->key);
    }
}

static HcActiveSet *
find_actives (HcAlertMatcher          *self,
              const HcMedicineDetails *details,
              const char              *actives)
{
  g_autoptr (HcCheckedItem) item = hc_medicine_check_resolve (self->check, details->name, details->link, actives);
  HcInteractionBook *book = hc_medicine_check_get_book (self->check);
  GPtrArray *substances = hc_checked_item_get_substances (item);
  HcActiveSet *set = hc_active_set_new ();

  for (guint i = 0; i < substances->len; i++)
    hc_active_set_add_substance (set, g_ptr_array_index (substances, i));

  if (*actives != '\0')
    {
      g_auto (GStrv) lines = g_strsplit (actives, "\n", -1);

      hc_active_set_add_parts (set, book, (const char *const *) lines);
    }
  else if (substances->len == 0)
    {
      /* The name of a medicine may begin with that of a substance, and say more: "Xeloda 500". */
      hc_active_set_add_product (set, book, details->name);
      hc_active_set_set_open (set);
    }

  return set;
}

static HcNoticeTarget *
make_target (HcAlertMatcher *self,
             HcMedicine     *medicine)
{
  const HcMedicineDetails *details = hc_medicine_get_details (medicine);
  g_autoptr (HcLabel) label = load_label (self, details);
  g_autofree char *actives = label != NULL && *details->actives == '\0' ? hc_label_dup_actives (label)
                                                                        : g_strdup (details->actives);
  HcNoticeTarget *target = hc_notice_target_new (hc_medicine_get_id (medicine), details->name,
                                                 find_actives (self, details, actives));

  if (label != NULL)
    add_ndcs (target, label, details);

  return target;
}

/* Gathers what a thread may use. */
static Feed *
start_feed (HcAlertMatcher *self,
            GPtrArray      *notices)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (self->profile));
  HcInteractionBook *book = hc_medicine_check_get_book (self->check);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  guint n = g_list_model_get_n_items (medicines);
  Feed *feed = g_new0 (Feed, 1);

  feed->notices = g_ptr_array_ref (notices);
  feed->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_notice_target_free);
  if (book != NULL)
    feed->book = g_object_ref (book);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (hc_medicine_is_taken (medicine, now) &&
          (self->filter == NULL || self->filter (medicine, self->filter_data)))
        g_ptr_array_add (feed->targets, make_target (self, medicine));
    }

  return feed;
}

static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* What the notice says, with the lots, which nobody finds otherwise. */
static char *
dup_text (HcNotice *notice)
{
  g_autofree char *text = dup_valid (notice->text);
  g_autofree char *joined = notice->lots != NULL ? g_strjoinv (", ", notice->lots) : NULL;
  g_autofree char *lots = dup_valid (joined);
  g_autofree char *sentence = NULL;

  if (lots == NULL || *lots == '\0')
    return g_steal_pointer (&text);

  /* Translators: %s is a list of numbers of lots: what a maker made in one go. */
  sentence = g_strdup_printf (_("Lots: %s"), lots);

  return text != NULL && *text != '\0' ? g_strconcat (text, "\n\n", sentence, NULL) : g_steal_pointer (&sentence);
}

static HcAlert *
make_alert (HcNotice   *notice,
            const char *medicine,
            const char *reason)
{
  g_autofree char *id = dup_valid (notice->id);
  g_autofree char *title = dup_valid (notice->title);
  g_autofree char *text = dup_text (notice);
  g_autofree char *uri = dup_valid (notice->uri);
  g_autofree char *source = dup_valid (notice->source);
  g_autofree char *published = dup_valid (notice->published);

  return hc_alert_new (&(HcAlertDetails) {
    .notice = id,
    .medicine = medicine,
    .kind = notice->kind,
    .severity = notice->severity,
    .title = title,
    .text = text,
    .reason = reason,
    .uri = uri,
    .source = source,
    .published = published,
  });
}

static GPtrArray *
run (Feed         *feed,
     GCancellable *cancellable)
{
  GPtrArray *alerts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < feed->notices->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      HcNotice *notice = g_ptr_array_index (feed->notices, i);
      g_autoptr (HcNoticeMeaning) meaning = hc_notice_meaning_new (notice, feed->book);

      for (guint j = 0; j < feed->targets->len; j++)
        {
          HcNoticeTarget *target = g_ptr_array_index (feed->targets, j);
          g_autofree char *reason = hc_notice_target_explain (target, meaning);

          if (reason != NULL)
            g_ptr_array_add (alerts, make_alert (notice, hc_notice_target_get_medicine (target), reason));
        }
    }

  return alerts;
}

/**
 * hc_alert_matcher_match:
 * @self: a matcher
 * @notices: (element-type HcNotice): notices of which nothing is known to be sound
 *
 * Finds the medicines that notices concern: by the code of a product on the label to which a medicine links, by
 * its name, and by what acts in it. Medicines that were removed or stopped are not looked at.
 *
 * Returns: (transfer full) (element-type HcAlert): what concerns which medicine and why, in the order of the
 *   notices; not saved
 */
GPtrArray *
hc_alert_matcher_match (HcAlertMatcher *self,
                        GPtrArray      *notices)
{
  GPtrArray *alerts;
  Feed *feed;

  g_return_val_if_fail (HC_IS_ALERT_MATCHER (self), NULL);
  g_return_val_if_fail (notices != NULL, NULL);

  feed = start_feed (self, notices);
  alerts = run (feed, NULL);
  feed_free (feed);

  return alerts;
}

static void
match_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, run (task_data, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

static void
end_step (GTask *task)
{
  Feed *feed = g_task_get_task_data (task);

  if (--feed->n_open > 0)
    return;

  if (feed->error != NULL)
    g_task_return_error (task, g_steal_pointer (&feed->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* One save. */
typedef struct
{
  GTask   *task;
  HcAlert *alert;
  gboolean was_unread;
} Save;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Save *save = user_data;
  HcAlertStore *alerts = HC_ALERT_STORE (source);
  g_autoptr (GTask) task = save->task;
  g_autoptr (HcAlert) wanted = save->alert;
  gboolean was_unread = save->was_unread;
  Feed *feed = g_task_get_task_data (task);
  const HcAlertDetails *details = hc_alert_get_details (wanted);

  g_free (save);

  if (hc_alert_store_add_finish (alerts, result, feed->error == NULL ? &feed->error : NULL) && !was_unread)
    {
      HcAlert *alert = hc_alert_store_lookup (alerts, details->notice, details->medicine);

      feed->n_new += alert != NULL && hc_alert_get_state (alert) == HC_ALERT_UNREAD;
    }

  end_step (task);
}

/* All notices are looked through after each change of a medicine, and most have not changed since the last time. */
static gboolean
says_the_same (const HcAlertDetails *a,
               const HcAlertDetails *b)
{
  return a->kind == b->kind && a->severity == b->severity && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->uri, b->uri) == 0 && g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->published, b->published) == 0;
}

static void
store_alert (HcAlertMatcher *self,
             GTask          *task,
             HcAlert        *alert)
{
  HcAlertStore *alerts = hc_profile_get_alerts (self->profile);
  const HcAlertDetails *details = hc_alert_get_details (alert);
  HcAlert *present = hc_alert_store_lookup (alerts, details->notice, details->medicine);
  HcMedicine *medicine = hc_store_lookup (HC_STORE (hc_profile_get_medicines (self->profile)), details->medicine);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  Save *save;

  /* It was removed or stopped while the notices were looked through. */
  if (medicine == NULL || !hc_medicine_is_taken (medicine, now))
    return;

  if (present != NULL && says_the_same (hc_alert_get_details (present), details))
    return;

  save = g_new0 (Save, 1);
  save->task = g_object_ref (task);
  save->alert = g_object_ref (alert);
  save->was_unread = present != NULL && hc_alert_get_state (present) == HC_ALERT_UNREAD;
  ((Feed *) g_task_get_task_data (task))->n_open++;
  hc_alert_store_add_async (alerts, details, saved_cb, save);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcAlertMatcher *self = g_task_get_source_object (task);
  Feed *feed = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) alerts = g_task_propagate_pointer (G_TASK (result), &error);

  if (alerts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  feed->n_open = 1;
  for (guint i = 0; i < alerts->len; i++)
    store_alert (self, task, g_ptr_array_index (alerts, i));

  end_step (task);
}

/**
 * hc_alert_matcher_feed_async:
 * @self: a matcher whose profile is ready
 * @notices: (element-type HcNotice): notices, which nobody may change any more
 * @cancellable: (nullable): to stop looking through them
 * @callback: (nullable): called when all that concerns a medicine is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Looks through notices as hc_alert_matcher_match() does, in a thread, and stores what it finds and is not stored yet,
 * see hc_alert_store_add_async(). A notice that cannot be stored, because its day is none of the calendar for
 * example, keeps no other one from being stored.
 */
void
hc_alert_matcher_feed_async (HcAlertMatcher      *self,
                             GPtrArray           *notices,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) matching = NULL;
  GTask *task;
  Feed *feed;

  g_return_if_fail (HC_IS_ALERT_MATCHER (self));
  g_return_if_fail (notices != NULL);

  feed = start_feed (self, notices);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_alert_matcher_feed_async);

  /* What is on its way to the disk is not taken back. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, feed, (GDestroyNotify) feed_free);

  /* The thread may let go of its task after the callback: it does not hold the matcher. */
  matching = g_task_new (NULL, cancellable, matched_cb, task);
  g_task_set_task_data (matching, feed, NULL);
  g_task_run_in_thread (matching, match_in_thread);
}

/**
 * hc_alert_matcher_feed_finish:
 * @self: a matcher
 * @result: what the callback was given
 * @n_new: (out) (optional): how many alerts came, or became unread again
 * @error: return location for the first %HC_DATABASE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all that was found is on the disk; if not, some of it may be
 */
gboolean
hc_alert_matcher_feed_finish (HcAlertMatcher  *self,
                              GAsyncResult    *result,
                              guint           *n_new,
                              GError         **error)
{
  Feed *feed;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_alert_matcher_feed_async), FALSE);

  feed = g_task_get_task_data (G_TASK (result));
  if (n_new != NULL)
    *n_new = feed->n_new;

  return g_task_propagate_boolean (G_TASK (result), error);
}
