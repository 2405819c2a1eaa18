/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-directory.h"

#include "hc-care-rows.h"
#include "hc-library-private.h"

/**
 * HcCareDirectory:
 *
 * All that the library knows of where care and company are found, in memory: cancer centers, helplines,
 * support groups, short guides, and the cities, states and holidays that these need.
 */
struct _HcCareDirectory
{
  GObject            parent_instance;

  GListStore        *states;
  GListStore        *cities;
  HcHolidayCalendar *holidays;
  GListStore        *centers;
  GListStore        *helplines;
  GListStore        *groups;
  GListStore        *guides;
  GHashTable        *care_by_id;  /* of HcCareCenter, HcHelpline and HcCareGuide: they share their ids */
  GHashTable        *group_by_id; /* of HcSupportGroup */
  GHashTable        *state_names; /* of the names of states, by their letters */
};

G_DEFINE_FINAL_TYPE (HcCareDirectory, hc_care_directory, G_TYPE_OBJECT)

static void
hc_care_directory_finalize (GObject *object)
{
  HcCareDirectory *self = HC_CARE_DIRECTORY (object);

  g_hash_table_unref (self->care_by_id);
  g_hash_table_unref (self->group_by_id);
  g_hash_table_unref (self->state_names);
  g_clear_object (&self->states);
  g_clear_object (&self->cities);
  g_clear_object (&self->holidays);
  g_clear_object (&self->centers);
  g_clear_object (&self->helplines);
  g_clear_object (&self->groups);
  g_clear_object (&self->guides);

  G_OBJECT_CLASS (hc_care_directory_parent_class)->finalize (object);
}

static void
hc_care_directory_class_init (HcCareDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_care_directory_finalize;
}

static void
hc_care_directory_init (HcCareDirectory *self)
{
  self->states = g_list_store_new (HC_TYPE_US_STATE);
  self->cities = g_list_store_new (HC_TYPE_CITY);
  self->holidays = hc_holiday_calendar_new ();
  self->centers = g_list_store_new (HC_TYPE_CARE_CENTER);
  self->helplines = g_list_store_new (HC_TYPE_HELPLINE);
  self->groups = g_list_store_new (HC_TYPE_SUPPORT_GROUP);
  self->guides = g_list_store_new (HC_TYPE_CARE_GUIDE);
  self->care_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->group_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->state_names = g_hash_table_new (g_str_hash, g_str_equal);
}

/* The stores keep the objects and with them the strings. */
static void
index_all (HcCareDirectory *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->states)); i++)
    {
      g_autoptr (HcUsState) state = g_list_model_get_item (G_LIST_MODEL (self->states), i);

      g_hash_table_insert (self->state_names, (gpointer) hc_us_state_get_code (state),
                           (gpointer) hc_us_state_get_name (state));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->centers)); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (G_LIST_MODEL (self->centers), i);

      g_hash_table_insert (self->care_by_id, (gpointer) hc_care_center_get_details (center)->id, center);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->helplines)); i++)
    {
      g_autoptr (HcHelpline) helpline = g_list_model_get_item (G_LIST_MODEL (self->helplines), i);

      g_hash_table_insert (self->care_by_id, (gpointer) hc_helpline_get_details (helpline)->id, helpline);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->guides)); i++)
    {
      g_autoptr (HcCareGuide) guide = g_list_model_get_item (G_LIST_MODEL (self->guides), i);

      g_hash_table_insert (self->care_by_id, (gpointer) hc_care_guide_get_details (guide)->id, guide);
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (HcSupportGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      g_hash_table_insert (self->group_by_id, (gpointer) hc_support_group_get_details (group)->id, group);
    }
}

/**
 * hc_care_directory_new:
 * @library: the library; it is not needed any more afterwards
 * @error: return location for a %HC_DATABASE_ERROR or a %HC_HOLIDAY_ERROR
 *
 * Returns: (transfer full) (nullable): the directory
 */
HcCareDirectory *
hc_care_directory_new (HcLibrary  *library,
                       GError    **error)
{
  g_autoptr (HcCareDirectory) self = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_CARE_DIRECTORY, NULL);
  database = hc_library_get_database (library);

  if (!hc_care_rows_read_states (database, self->states, error) ||
      !hc_care_rows_read_cities (database, self->cities, error) ||
      !hc_care_rows_read_holidays (database, self->holidays, error) ||
      !hc_care_rows_read_centers (database, self->centers, error) ||
      !hc_care_rows_read_helplines (database, self->helplines, error) ||
      !hc_care_rows_read_groups (database, self->groups, error) ||
      !hc_care_rows_read_guides (database, self->guides, error))
    return NULL;

  index_all (self);

  return g_steal_pointer (&self);
}

/**
 * hc_care_directory_get_states:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcUsState, by their names
 */
GListModel *
hc_care_directory_get_states (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->states);
}

/**
 * hc_care_directory_get_state_name:
 * @self: a directory
 * @code: the two letters of a state
 *
 * Returns: (nullable): its name; %NULL when there is no such state
 */
const char *
hc_care_directory_get_state_name (HcCareDirectory *self,
                                  const char      *code)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (self->state_names, code);
}

/**
 * hc_care_directory_get_cities:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcCity, by their names
 */
GListModel *
hc_care_directory_get_cities (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->cities);
}

/**
 * hc_care_directory_get_city:
 * @self: a directory
 * @label: the label of a city, `New York, NY`
 *
 * Returns: (transfer none) (nullable): the city
 */
HcCity *
hc_care_directory_get_city (HcCareDirectory *self,
                            const char      *label)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cities)); i++)
    {
      /* The list keeps its reference. */
      g_autoptr (HcCity) city = g_list_model_get_item (G_LIST_MODEL (self->cities), i);

      if (g_str_equal (hc_city_get_label (city), label))
        return city;
    }

  return NULL;
}

/**
 * hc_care_directory_find_cities:
 * @self: a directory
 * @text: what a person typed, anything at all
 * @limit: how many at the most
 *
 * Finds cities whose name, or the name or the letters of their state, have words that begin as those of
 * @text.
 *
 * Returns: (transfer full): the #HcCity, by their names
 */
GListModel *
hc_care_directory_find_cities (HcCareDirectory *self,
                               const char      *text,
                               guint            limit)
{
  g_autoptr (GListStore) found = g_list_store_new (HC_TYPE_CITY);

  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cities)); i++)
    {
      g_autoptr (HcCity) city = g_list_model_get_item (G_LIST_MODEL (self->cities), i);
      const char *state = hc_care_directory_get_state_name (self, hc_city_get_details (city)->state);
      g_autofree char *words = g_strdup_printf ("%s %s", hc_city_get_label (city), state);

      if (g_list_model_get_n_items (G_LIST_MODEL (found)) == limit)
        break;

      if (g_str_match_string (text, words, TRUE))
        g_list_store_append (found, city);
    }

  return G_LIST_MODEL (g_steal_pointer (&found));
}

/**
 * hc_care_directory_get_holidays:
 * @self: a directory
 *
 * Returns: (transfer none): the federal holidays of the United States
 */
HcHolidayCalendar *
hc_care_directory_get_holidays (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return self->holidays;
}

/**
 * hc_care_directory_get_centers:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcCareCenter, laboratories as well, by state and city
 */
GListModel *
hc_care_directory_get_centers (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->centers);
}

static gpointer
get_of_type (GHashTable *by_id,
             const char *id,
             GType       type)
{
  GObject *object = g_hash_table_lookup (by_id, id);

  return object != NULL && G_OBJECT_TYPE (object) == type ? object : NULL;
}

/**
 * hc_care_directory_get_center:
 * @self: a directory
 * @id: the id of a center, as in `health-center:care/ID`
 *
 * Returns: (transfer none) (nullable): the center
 */
HcCareCenter *
hc_care_directory_get_center (HcCareDirectory *self,
                              const char      *id)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_of_type (self->care_by_id, id, HC_TYPE_CARE_CENTER);
}

/* A query with what it needs of the directory. */
typedef struct
{
  HcCareDirectory   *directory;
  const HcCareQuery *query;
} Listing;

static gboolean
fits (HcCareDirectory   *self,
      const HcCareQuery *query,
      HcCareCenter      *center)
{
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  g_autofree char *words = NULL;

  if (details->kind == HC_CARE_CENTER_LABORATORY && !query->laboratories)
    return FALSE;

  if (query->state != NULL && !g_str_equal (query->state, details->state))
    return FALSE;

  if (query->text == NULL || *query->text == '\0')
    return TRUE;

  words = g_strdup_printf ("%s %s %s %s %s", details->name, details->parent != NULL ? details->parent : "",
                           details->city, details->state,
                           hc_care_directory_get_state_name (self, details->state));

  return g_str_match_string (query->text, words, TRUE);
}

/* Distances first, where they are asked for; then names, so that the order is always the same. */
static int
compare_centers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Listing *listing = user_data;
  HcCareCenter *one = (HcCareCenter *) a;
  HcCareCenter *other = (HcCareCenter *) b;
  const HcCareCenterDetails *one_details = hc_care_center_get_details (one);
  const HcCareCenterDetails *other_details = hc_care_center_get_details (other);
  int order = 0;

  if (listing->query->order == HC_CARE_ORDER_DISTANCE && listing->query->from != NULL)
    {
      double near = hc_care_center_get_distance (one, listing->query->from);
      double far = hc_care_center_get_distance (other, listing->query->from);

      order = (near > far) - (near < far);
    }
  else if (listing->query->order == HC_CARE_ORDER_PLACE)
    {
      order = g_strcmp0 (hc_care_directory_get_state_name (listing->directory, one_details->state),
                         hc_care_directory_get_state_name (listing->directory, other_details->state));
      if (order == 0)
        order = g_utf8_collate (one_details->city, other_details->city);
    }

  return order != 0 ? order : g_utf8_collate (one_details->name, other_details->name);
}

/**
 * hc_care_directory_list_centers:
 * @self: a directory
 * @query: which centers
 *
 * Returns: (transfer full): the #HcCareCenter that fit, sorted
 */
GListModel *
hc_care_directory_list_centers (HcCareDirectory   *self,
                                const HcCareQuery *query)
{
  g_autoptr (GListStore) found = g_list_store_new (HC_TYPE_CARE_CENTER);
  Listing listing = { self, query };

  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->centers)); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (G_LIST_MODEL (self->centers), i);

      if (fits (self, query, center))
        g_list_store_append (found, center);
    }

  g_list_store_sort (found, compare_centers, &listing);

  return G_LIST_MODEL (g_steal_pointer (&found));
}

/**
 * hc_care_directory_get_helplines:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcHelpline, the most urgent first
 */
GListModel *
hc_care_directory_get_helplines (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->helplines);
}

/**
 * hc_care_directory_get_helpline:
 * @self: a directory
 * @id: the id of a helpline, as in `health-center:care/ID`
 *
 * Returns: (transfer none) (nullable): the helpline
 */
HcHelpline *
hc_care_directory_get_helpline (HcCareDirectory *self,
                                const char      *id)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_of_type (self->care_by_id, id, HC_TYPE_HELPLINE);
}

/**
 * hc_care_directory_get_groups:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcSupportGroup, in the order of the content
 */
GListModel *
hc_care_directory_get_groups (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->groups);
}

/**
 * hc_care_directory_get_group:
 * @self: a directory
 * @id: the id of a group, as in `health-center:community/ID`
 *
 * Returns: (transfer none) (nullable): the group
 */
HcSupportGroup *
hc_care_directory_get_group (HcCareDirectory *self,
                             const char      *id)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_of_type (self->group_by_id, id, HC_TYPE_SUPPORT_GROUP);
}

/**
 * hc_care_directory_list_groups:
 * @self: a directory
 * @text: words that a group must have in its name, in what it is or in for whom it is; all without a word
 *
 * Returns: (transfer full): the #HcSupportGroup, in the order of the content
 */
GListModel *
hc_care_directory_list_groups (HcCareDirectory *self,
                               const char      *text)
{
  g_autoptr (GListStore) found = g_list_store_new (HC_TYPE_SUPPORT_GROUP);

  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (HcSupportGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      const HcSupportGroupDetails *details = hc_support_group_get_details (group);
      g_autofree char *words = g_strjoin (" ", details->name, details->about, details->audience, NULL);

      if (*text == '\0' || g_str_match_string (text, words, TRUE))
        g_list_store_append (found, group);
    }

  return G_LIST_MODEL (g_steal_pointer (&found));
}

/**
 * hc_care_directory_get_guides:
 * @self: a directory
 *
 * Returns: (transfer none): all #HcCareGuide, in the order of the content
 */
GListModel *
hc_care_directory_get_guides (HcCareDirectory *self)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);

  return G_LIST_MODEL (self->guides);
}

/**
 * hc_care_directory_get_guide:
 * @self: a directory
 * @id: the id of a guide, as in `health-center:care/ID`
 *
 * Returns: (transfer none) (nullable): the guide
 */
HcCareGuide *
hc_care_directory_get_guide (HcCareDirectory *self,
                             const char      *id)
{
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return get_of_type (self->care_by_id, id, HC_TYPE_CARE_GUIDE);
}
