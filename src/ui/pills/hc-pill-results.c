/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-results.h"

#include <glib/gi18n.h>

#include "hc-pill-card.h"
#include "hc-pill-words.h"

/**
 * HcPillResults:
 *
 * The pills that fit a description, as cards, and how many there are. Above them it warns of medicines that
 * look alike.
 */
struct _HcPillResults
{
  AdwNavigationPage  parent_instance;

  char              *count; /* in words */
  gboolean           show_back;

  AdwBanner         *error_banner;
  AdwBanner         *warning_banner;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkGridView       *grid;
  GListStore        *pills;
};

enum {
  PROP_0,
  PROP_COUNT,
  PROP_SHOW_BACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcPillResults, hc_pill_results, ADW_TYPE_NAVIGATION_PAGE)

static void
activated_cb (HcPillResults *self,
              guint          position)
{
  const char *target = hc_pill_get_details (hc_pill_results_get_pill (self, position))->target;

  if (*target != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", target);
}

static void
setup_cb (HcPillResults *self,
          GtkListItem   *item)
{
  gtk_list_item_set_child (item, hc_pill_card_new ());
}

static void
bind_cb (HcPillResults *self,
         GtkListItem   *item)
{
  HcPill *pill = gtk_list_item_get_item (item);
  g_autofree char *title = hc_pill_dup_title (pill);
  g_autofree char *words = hc_pill_words_describe (pill);

  hc_pill_card_show (HC_PILL_CARD (gtk_list_item_get_child (item)), pill, gtk_list_item_get_position (item));
  gtk_list_item_set_accessible_label (item, title);
  gtk_list_item_set_accessible_description (item, words);
}

static void
hc_pill_results_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_string (value, HC_PILL_RESULTS (object)->count);
      break;
    case PROP_SHOW_BACK:
      g_value_set_boolean (value, HC_PILL_RESULTS (object)->show_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_results_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW_BACK:
      HC_PILL_RESULTS (object)->show_back = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_pill_results_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_PILL_RESULTS);

  G_OBJECT_CLASS (hc_pill_results_parent_class)->dispose (object);
}

static void
hc_pill_results_finalize (GObject *object)
{
  g_free (HC_PILL_RESULTS (object)->count);

  G_OBJECT_CLASS (hc_pill_results_parent_class)->finalize (object);
}

static void
hc_pill_results_class_init (HcPillResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hc_pill_results_get_property;
  object_class->set_property = hc_pill_results_set_property;
  object_class->dispose = hc_pill_results_dispose;
  object_class->finalize = hc_pill_results_finalize;

  /**
   * HcPillResults:count:
   *
   * How many pills fit, in words; empty when nobody has asked.
   */
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * HcPillResults:show-back:
   *
   * Whether the button that leads back is there: beside the form it would lead out of the page.
   */
  properties[PROP_SHOW_BACK] = g_param_spec_boolean ("show-back", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pills/hc-pill-results.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, error_banner);
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, warning_banner);
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, stack);
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, grid);
  gtk_widget_class_bind_template_child (widget_class, HcPillResults, pills);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hc_pill_results_init (HcPillResults *self)
{
  g_type_ensure (HC_TYPE_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_pill_results_show_start (self);
}

static void
set_count (HcPillResults *self,
           const char    *count)
{
  if (g_set_str (&self->count, count))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
set_banner (AdwBanner  *banner,
            const char *text)
{
  /* The words stay while it goes. */
  if (text != NULL)
    adw_banner_set_title (banner, text);
  adw_banner_set_revealed (banner, text != NULL);
}

static void
update_count (HcPillResults *self,
              guint          n_shown,
              guint          n_found)
{
  g_autofree char *count = NULL;

  if (n_shown < n_found)
    /* Translators: the first number is smaller: of many pills only the first ones are shown. */
    count = g_strdup_printf (_("%u of %u pills that fit"), n_shown, n_found);
  else
    count = g_strdup_printf (g_dngettext (NULL, "%u pill fits", "%u pills fit", n_found), n_found);

  set_count (self, count);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/**
 * hc_pill_results_show:
 * @self: the results
 * @pills: (element-type HcPill): the pills that are shown
 * @n_found: how many there are
 * @warning: (nullable): what is to be said about them
 */
void
hc_pill_results_show (HcPillResults *self,
                      GPtrArray     *pills,
                      guint          n_found,
                      const char    *warning)
{
  g_return_if_fail (HC_IS_PILL_RESULTS (self));
  g_return_if_fail (pills != NULL);

  g_list_store_splice (self->pills, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pills)),
                       pills->pdata, pills->len);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  set_banner (self->warning_banner, warning);
  set_banner (self->error_banner, NULL);
  gtk_stack_set_visible_child_name (self->stack, pills->len > 0 ? "list" : "nothing");
  update_count (self, pills->len, n_found);

  if (warning != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), warning, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * hc_pill_results_show_start:
 * @self: the results
 *
 * Says what will be here: nobody has asked for anything.
 */
void
hc_pill_results_show_start (HcPillResults *self)
{
  g_return_if_fail (HC_IS_PILL_RESULTS (self));

  g_list_store_remove_all (self->pills);
  set_banner (self->warning_banner, NULL);
  set_banner (self->error_banner, NULL);
  gtk_stack_set_visible_child_name (self->stack, "start");
  set_count (self, "");
}

/**
 * hc_pill_results_show_error:
 * @self: the results
 * @words: what is wrong
 *
 * Says above what is shown that there may be more.
 */
void
hc_pill_results_show_error (HcPillResults *self,
                            const char    *words)
{
  g_return_if_fail (HC_IS_PILL_RESULTS (self));
  g_return_if_fail (words != NULL);

  set_banner (self->error_banner, words);
}

/**
 * hc_pill_results_get_pill:
 * @self: the results
 * @position: a position in the list
 *
 * Returns: (transfer none) (nullable): the pill there
 */
HcPill *
hc_pill_results_get_pill (HcPillResults *self,
                          guint          position)
{
  g_autoptr (HcPill) pill = NULL;

  g_return_val_if_fail (HC_IS_PILL_RESULTS (self), NULL);

  /* The list keeps its reference. */
  pill = g_list_model_get_item (G_LIST_MODEL (self->pills), position);

  return pill;
}

/**
 * hc_pill_results_focus_list:
 * @self: the results
 *
 * Returns: whether there is a list, which has the focus now
 */
gboolean
hc_pill_results_focus_list (HcPillResults *self)
{
  g_return_val_if_fail (HC_IS_PILL_RESULTS (self), FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->pills)) > 0 &&
         gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}
