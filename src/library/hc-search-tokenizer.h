/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcSearchTokenizer:
 *
 * Parts text into words and makes stems of them: the tokenizers of SQLite's FTS5, which fold case and
 * accents and know the endings of English words. Use it from one thread at a time.
 */
typedef struct _HcSearchTokenizer HcSearchTokenizer;

/**
 * HcSearchWordFunc:
 * @word: a word in small letters, without accents
 * @start: where it stands in the text, in bytes
 * @end: where it ends
 * @user_data: what was given to hc_search_tokenizer_foreach()
 *
 * Returns: whether to go on
 */
typedef gboolean (*HcSearchWordFunc) (const char *word, gsize start, gsize end, gpointer user_data);

HcSearchTokenizer *hc_search_tokenizer_new      (GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               hc_search_tokenizer_free     (HcSearchTokenizer  *self);
void               hc_search_tokenizer_foreach  (HcSearchTokenizer  *self,
                                                 const char         *text,
                                                 gssize              length,
                                                 HcSearchWordFunc    func,
                                                 gpointer            user_data);
GPtrArray         *hc_search_tokenizer_split    (HcSearchTokenizer  *self,
                                                 const char         *text,
                                                 guint               limit) G_GNUC_WARN_UNUSED_RESULT;
char              *hc_search_tokenizer_fold     (HcSearchTokenizer  *self,
                                                 const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char              *hc_search_tokenizer_stem     (HcSearchTokenizer  *self,
                                                 const char         *words) G_GNUC_WARN_UNUSED_RESULT;
const char        *hc_search_tokenizer_get_stem (HcSearchTokenizer  *self,
                                                 const char         *word,
                                                 gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchTokenizer, hc_search_tokenizer_free)

G_END_DECLS
