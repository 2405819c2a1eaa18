/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-note.h"

#include "hc-note-private.h"

/**
 * HcNote:
 *
 * A text that the person wrote, about an article, a part of it or nothing in particular. It changes
 * only when #HcNoteStore has saved it: what it says is what the disk holds. It keeps everything
 * after it was deleted, so that it can be saved again. What may change is a property.
 */
struct _HcNote
{
  GObject    parent_instance;

  char      *id;
  char      *link;
  char      *title;
  char      *quote;

  /* NULL until it was saved. */
  char      *text;
  GDateTime *created;
  GDateTime *modified;
};

enum {
  PROP_0,
  PROP_TEXT,
  PROP_CREATED,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcNote, hc_note, G_TYPE_OBJECT)

static void
hc_note_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HcNote *self = HC_NOTE (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CREATED:
      g_value_set_boxed (value, self->created);
      break;
    case PROP_MODIFIED:
      g_value_set_boxed (value, self->modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hc_note_finalize (GObject *object)
{
  HcNote *self = HC_NOTE (object);

  g_free (self->id);
  g_free (self->link);
  g_free (self->title);
  g_free (self->quote);
  g_free (self->text);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->modified, g_date_time_unref);

  G_OBJECT_CLASS (hc_note_parent_class)->finalize (object);
}

static void
hc_note_class_init (HcNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hc_note_get_property;
  object_class->finalize = hc_note_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_boxed ("created", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_MODIFIED] = g_param_spec_boxed ("modified", NULL, NULL, G_TYPE_DATE_TIME, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_note_init (HcNote *self)
{
}

/* Returns: (transfer full): a note that is not saved yet, or of which _hc_note_set_saved() is to say
 *   the rest */
HcNote *
_hc_note_new_with_id (const char *id,
                      const char *link,
                      const char *title,
                      const char *quote)
{
  HcNote *self = g_object_new (HC_TYPE_NOTE, NULL);

  self->id = g_strdup (id);
  self->link = g_strdup (link);
  self->title = g_strdup (title);
  self->quote = g_strdup (quote);

  return self;
}

/**
 * hc_note_new:
 * @link: (nullable): what it is about, `health-center:article/ID#ANCHOR`; %NULL for a free note
 * @title: (nullable): the title of what @link leads to
 * @quote: (nullable): the words that it is about
 *
 * Returns: (transfer full): a note that is not saved yet, with an id of its own
 */
HcNote *
hc_note_new (const char *link,
             const char *title,
             const char *quote)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_note_new_with_id (id, link, title, quote);
}

static void
set_time (HcNote     *self,
          GDateTime **field,
          GDateTime  *time,
          int         property_id)
{
  if (*field == time || (*field != NULL && time != NULL && g_date_time_equal (*field, time)))
    return;

  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (field, g_date_time_unref);
  *field = time;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

/* Takes over what the database holds now, or is to hold; the times may be %NULL then. */
void
_hc_note_set_saved (HcNote     *self,
                    const char *text,
                    GDateTime  *created,
                    GDateTime  *modified)
{
  g_assert (HC_IS_NOTE (self));

  g_object_freeze_notify (G_OBJECT (self));

  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);

  set_time (self, &self->created, created, PROP_CREATED);
  set_time (self, &self->modified, modified, PROP_MODIFIED);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * hc_note_get_id:
 * @self: a note
 *
 * Returns: its id, a UUID
 */
const char *
hc_note_get_id (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->id;
}

/**
 * hc_note_get_link:
 * @self: a note
 *
 * Returns: (nullable): the link to what it is about
 */
const char *
hc_note_get_link (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->link;
}

/**
 * hc_note_get_title:
 * @self: a note
 *
 * Returns: (nullable): the title of what its link leads to, as it was when the note was made
 */
const char *
hc_note_get_title (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->title;
}

/**
 * hc_note_get_quote:
 * @self: a note
 *
 * Returns: (nullable): the words that it is about
 */
const char *
hc_note_get_quote (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->quote;
}

/**
 * hc_note_get_text:
 * @self: a note
 *
 * Returns: (nullable): what the person wrote, as it was saved last; %NULL until then
 */
const char *
hc_note_get_text (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->text;
}

/**
 * hc_note_get_created:
 * @self: a note
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_note_get_created (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->created;
}

/**
 * hc_note_get_modified:
 * @self: a note
 *
 * Returns: (nullable) (transfer none): when its text was changed last; %NULL until it was saved
 */
GDateTime *
hc_note_get_modified (HcNote *self)
{
  g_return_val_if_fail (HC_IS_NOTE (self), NULL);

  return self->modified;
}

/**
 * hc_note_is_about:
 * @self: a note
 * @link: a link, with or without an anchor
 *
 * Returns: whether the note has that link or, where @link has no anchor, one to a part of it
 */
gboolean
hc_note_is_about (HcNote     *self,
                  const char *link)
{
  gsize length;

  g_return_val_if_fail (HC_IS_NOTE (self), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  if (self->link == NULL || !g_str_has_prefix (self->link, link))
    return FALSE;

  length = strlen (link);

  return self->link[length] == '\0' || (self->link[length] == '#' && strchr (link, '#') == NULL);
}
