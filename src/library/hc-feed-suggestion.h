/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcFeedSuggestionDetails:
 * @id: its id
 * @title: what it is called
 * @address: its `https:` address
 * @format: `rss`, `atom` or `json`
 * @publisher: who publishes it
 * @group: under which heading it stands
 * @for_clinicians: whether it is written for people who treat cancer
 * @about: what it is, one or two sentences
 * @seen: how the address is known, in words for the person
 * @checked: the day on which that was looked up, `YYYY-MM-DD`
 * @confirmed: whether the address is known well; if not, it is to be shown as unconfirmed
 *
 * A feed to choose.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *address;
  const char *format;
  const char *publisher;
  const char *group;
  gboolean    for_clinicians;
  const char *about;
  const char *seen;
  const char *checked;
  gboolean    confirmed;
} HcFeedSuggestionDetails;

#define HC_TYPE_FEED_SUGGESTION (hc_feed_suggestion_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedSuggestion, hc_feed_suggestion, HC, FEED_SUGGESTION, GObject)

const HcFeedSuggestionDetails *hc_feed_suggestion_get_details (HcFeedSuggestion *self);

GListModel *hc_feed_suggestion_list (HcLibrary  *library,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
