/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines that end between words where there are words. To wrap a word of tens of thousands of letters as such takes
 * Pango seconds (seen in 1.56), in which nothing can be done; between letters it takes none. */

#include "hc-text-wrap.h"

/* No word of any language is longer, and addresses of the web seldom are. */
#define MAX_WORD 2000

#define PADDING 9

static gboolean
has_huge_word (const char *text)
{
  guint length = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      length = g_ascii_isspace (*p) ? 0 : length + 1;
      if (length > MAX_WORD)
        return TRUE;
    }

  return FALSE;
}

static void
changed_cb (GtkTextView   *view,
            GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  gtk_text_view_set_wrap_mode (view, has_huge_word (text) ? GTK_WRAP_CHAR : GTK_WRAP_WORD_CHAR);
}

/**
 * hc_text_wrap_set_up:
 * @view: a view of text that a person writes, with the buffer that it keeps
 *
 * Wraps its lines, whatever is pasted.
 */
void
hc_text_wrap_set_up (GtkTextView *view)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  buffer = gtk_text_view_get_buffer (view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
  changed_cb (view, buffer);
}

/**
 * hc_text_wrap_new_frame:
 * @height: of the text, at least
 * @view: (out) (transfer none): where the text is written
 *
 * Returns: (transfer floating): a frame with a text of several lines, out of which Tab leads
 */
GtkWidget *
hc_text_wrap_new_frame (int           height,
                        GtkTextView **view)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  g_return_val_if_fail (view != NULL, NULL);

  *view = g_object_new (GTK_TYPE_TEXT_VIEW,
                        "accepts-tab", FALSE,
                        "height-request", height,
                        "top-margin", PADDING,
                        "bottom-margin", PADDING,
                        "left-margin", PADDING,
                        "right-margin", PADDING,
                        NULL);
  hc_text_wrap_set_up (*view);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (*view));

  return frame;
}
