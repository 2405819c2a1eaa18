/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-changes.h"

#include <glib/gi18n.h>

/* Blanks, and how lines are broken, say nothing. */
static gboolean
is_same_text (const char *before,
              const char *now)
{
  g_auto (GStrv) old_words = g_strsplit_set (before != NULL ? before : "", " \n\r\t", -1);
  g_auto (GStrv) new_words = g_strsplit_set (now != NULL ? now : "", " \n\r\t", -1);
  guint i = 0, j = 0;

  while (TRUE)
    {
      while (old_words[i] != NULL && *old_words[i] == '\0')
        i++;
      while (new_words[j] != NULL && *new_words[j] == '\0')
        j++;

      if (old_words[i] == NULL || new_words[j] == NULL)
        return old_words[i] == new_words[j];

      if (!g_str_equal (old_words[i++], new_words[j++]))
        return FALSE;
    }
}

static gboolean
has_same_interventions (const HcTrial *before,
                        const HcTrial *now)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) new_names = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_same;

  for (guint i = 0; i < before->interventions->len; i++)
    g_hash_table_add (names, ((HcTrialIntervention *) g_ptr_array_index (before->interventions, i))->name);
  for (guint i = 0; i < now->interventions->len; i++)
    g_hash_table_add (new_names, ((HcTrialIntervention *) g_ptr_array_index (now->interventions, i))->name);

  is_same = g_hash_table_size (names) == g_hash_table_size (new_names);
  for (guint i = 0; is_same && i < now->interventions->len; i++)
    is_same = g_hash_table_contains (names, ((HcTrialIntervention *) g_ptr_array_index (now->interventions,
                                                                                        i))->name);

  return is_same;
}

static gboolean
has_same_contacts (GPtrArray *before,
                   GPtrArray *now)
{
  gboolean is_same = before->len == now->len;

  for (guint i = 0; is_same && i < now->len; i++)
    {
      const HcTrialContact *old_contact = g_ptr_array_index (before, i),
      *contact = g_ptr_array_index (now, i);

      is_same = g_strcmp0 (old_contact->name, contact->name) == 0 &&
                g_strcmp0 (old_contact->phone, contact->phone) == 0 &&
                g_strcmp0 (old_contact->extension, contact->extension) == 0 &&
                g_strcmp0 (old_contact->email, contact->email) == 0;
    }

  return is_same;
}

/* A site has no number of its own: it is the same when its name and place are. */
static char *
dup_key (const HcTrialSite *site)
{
  const char *const parts[] = { site->facility, site->city, site->state, site->zip, site->country };
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (key, "%s\n", parts[i] != NULL ? parts[i] : "");

  return g_utf8_casefold (key->str, (gssize) key->len);
}

static GHashTable *
index_sites (const HcTrial *trial)
{
  GHashTable *sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < trial->sites->len; i++)
    g_hash_table_insert (sites, dup_key (g_ptr_array_index (trial->sites, i)),
                         g_ptr_array_index (trial->sites, i));

  return sites;
}

static void
compare_sites (HcTrialChanges *self,
               const HcTrial  *before,
               const HcTrial  *now)
{
  g_autoptr (GHashTable) old_sites = index_sites (before);
  g_autoptr (GHashTable) new_sites = index_sites (now);

  for (guint i = 0; i < now->sites->len; i++)
    {
      HcTrialSite *site = g_ptr_array_index (now->sites, i);
      g_autofree char *key = dup_key (site);
      HcTrialSite *old_site = g_hash_table_lookup (old_sites, key);

      if (old_site == NULL)
        g_ptr_array_add (self->added_sites, site);
      else if (g_strcmp0 (old_site->status, site->status) != 0)
        g_ptr_array_add (self->changed_sites, site);
    }

  for (guint i = 0; i < before->sites->len; i++)
    {
      HcTrialSite *site = g_ptr_array_index (before->sites, i);
      g_autofree char *key = dup_key (site);

      if (!g_hash_table_contains (new_sites, key))
        g_ptr_array_add (self->removed_sites, site);
    }
}

/**
 * hc_trial_changes_new:
 * @before: an earlier version of a trial
 * @now: a later one
 *
 * Returns: (transfer full): what is different; to be freed before the trials
 */
HcTrialChanges *
hc_trial_changes_new (const HcTrial *before,
                      const HcTrial *now)
{
  HcTrialChanges *self;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  self = g_new0 (HcTrialChanges, 1);
  self->status = g_strcmp0 (before->status, now->status) != 0;
  self->title = !is_same_text (before->title, now->title) ||
                !is_same_text (before->official_title, now->official_title);
  self->eligibility = !is_same_text (before->eligibility, now->eligibility);
  self->ages = g_strcmp0 (before->minimum_age, now->minimum_age) != 0 ||
               g_strcmp0 (before->maximum_age, now->maximum_age) != 0 ||
               g_strcmp0 (before->sex, now->sex) != 0;
  self->interventions = !has_same_interventions (before, now);
  self->dates = g_strcmp0 (before->start_date, now->start_date) != 0 ||
                g_strcmp0 (before->primary_completion_date, now->primary_completion_date) != 0 ||
                g_strcmp0 (before->completion_date, now->completion_date) != 0;
  self->contacts = !has_same_contacts (before->contacts, now->contacts);
  self->added_sites = g_ptr_array_new ();
  self->removed_sites = g_ptr_array_new ();
  self->changed_sites = g_ptr_array_new ();
  compare_sites (self, before, now);

  return self;
}

/**
 * hc_trial_changes_free:
 * @self: (transfer full) (nullable): changes
 */
void
hc_trial_changes_free (HcTrialChanges *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->added_sites);
  g_ptr_array_unref (self->removed_sites);
  g_ptr_array_unref (self->changed_sites);
  g_free (self);
}

/**
 * hc_trial_changes_is_empty:
 * @self: changes
 *
 * Returns: whether both versions say the same
 */
gboolean
hc_trial_changes_is_empty (const HcTrialChanges *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !self->status && !self->title && !self->eligibility && !self->ages && !self->interventions &&
         !self->dates && !self->contacts && self->added_sites->len == 0 && self->removed_sites->len == 0 &&
         self->changed_sites->len == 0;
}

/* A hospital in a line. */
static char *
dup_site_words (const HcTrialSite *site)
{
  g_autofree char *place = hc_trial_site_dup_place (site);

  if (site->facility == NULL)
    return g_steal_pointer (&place);

  return *place != '\0' ? g_strdup_printf ("%s, %s", site->facility, place) : g_strdup (site->facility);
}

static void
add_sites (GStrvBuilder *words,
           const char   *format,
           GPtrArray    *sites)
{
  for (guint i = 0; i < sites->len; i++)
    {
      g_autofree char *site = dup_site_words (g_ptr_array_index (sites, i));
      g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

      g_strv_builder_take (words, g_strjoinv (site, parts));
    }
}

/**
 * hc_trial_changes_dup_words:
 * @self: changes
 * @before: the trials that were compared
 * @now: the trials that were compared
 *
 * Returns: (transfer full) (array zero-terminated=1): a sentence for each thing that is different
 */
char **
hc_trial_changes_dup_words (const HcTrialChanges *self,
                            const HcTrial        *before,
                            const HcTrial        *now)
{
  g_autoptr (GStrvBuilder) words = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (before != NULL && now != NULL, NULL);

  words = g_strv_builder_new ();

  if (self->status)
    /* Translators: the status of a trial, before and now, "Recruiting" for example. */
    g_strv_builder_take (words, g_strdup_printf (_("The status was “%s” and is “%s” now."),
                                                 hc_trial_status_to_words (hc_trial_get_status (before)),
                                                 hc_trial_status_to_words (hc_trial_get_status (now))));
  if (self->eligibility)
    g_strv_builder_add (words, _("The text about who can take part has changed."));
  if (self->ages)
    g_strv_builder_add (words, _("Other ages or sexes are taken now."));
  if (self->interventions)
    g_strv_builder_add (words, _("What is tested has changed."));
  if (self->title)
    g_strv_builder_add (words, _("The title has changed."));
  if (self->dates)
    g_strv_builder_add (words, _("The trial begins or ends at another time."));
  if (self->contacts)
    g_strv_builder_add (words, _("Whom to ask has changed."));

  /* Translators: %s is a hospital with its place, here and below. */
  add_sites (words, _("New site: %s"), self->added_sites);
  add_sites (words, _("No longer a site: %s"), self->removed_sites);
  add_sites (words, _("A site takes people now, or no longer: %s"), self->changed_sites);

  return g_strv_builder_end (words);
}
