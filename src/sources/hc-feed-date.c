/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-date.h"

#include <string.h>

#define MAX_LENGTH 100

/* Feeds are younger than that; a program that has no date likes to write the year 1 or 1970. */
#define FIRST_YEAR 1971
#define LAST_YEAR 2200

static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july",
                                      "august",
                                      "september", "october", "november", "december" };
static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                        "sunday" };

/* The zones of RFC 822, and some that are met in feeds. The letters of the military stand for UTC, because
 * RFC 822 had their signs wrong (RFC 5322, 4.3); and so does every name that is not here. */
static const struct
{
  const char *name;
  int         minutes;
} zones[] = {
  { "est", -300 }, { "edt", -240 }, { "cst", -360 }, { "cdt", -300 }, { "mst", -420 }, { "mdt", -360 },
  { "pst", -480 }, { "pdt", -420 }, { "ast", -240 }, { "adt", -180 }, { "akst", -540 }, { "akdt", -480 },
  { "hst", -600 }, { "bst", 60 }, { "cet", 60 }, { "cest", 120 }, { "eet", 120 }, { "eest", 180 },
  { "jst", 540 },
};

typedef struct
{
  int      year, month, day; /* 0: not told */
  int      hour, minute, second;
  int      offset;           /* minutes to the east of UTC */
  gboolean has_time;
} Parts;

static GDateTime *
make_time (Parts *parts)
{
  g_autoptr (GDateTime) date = NULL;
  int days = 0;

  if (parts->year < FIRST_YEAR || parts->year > LAST_YEAR)
    return NULL;

  /* The end of a day, and a leap second. */
  if (parts->hour == 24 && parts->minute == 0 && parts->second == 0)
    {
      parts->hour = 0;
      days = 1;
    }
  if (parts->second == 60)
    parts->second = 59;

  date = g_date_time_new_utc (parts->year, parts->month, parts->day, parts->hour, parts->minute,
                              parts->second);
  if (date == NULL)
    return NULL;

  return g_date_time_add_full (date, 0, 0, days, 0, -parts->offset, 0);
}

/* Reads +hh, +hhmm, +hh:mm; Z and names mean what they mean. What cannot be read is UTC. */
static int
read_zone (const char *text)
{
  g_autofree char *name = g_ascii_strdown (text, -1);
  const char *sign = strpbrk (name, "+-");
  int minutes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_str_equal (zones[i].name, name))
      return zones[i].minutes;

  if (sign != NULL && g_ascii_isdigit (sign[1]))
    {
      g_auto (GStrv) parts = g_strsplit (sign + 1, ":", 2);
      guint64 number = g_ascii_strtoull (parts[0], NULL, 10);

      if (parts[1] != NULL)
        minutes = (int) MIN (number, 99) * 60 + (int) MIN (g_ascii_strtoull (parts[1], NULL, 10), 59);
      else if (strlen (parts[0]) <= 2)
        minutes = (int) number * 60;
      else
        minutes = (int) (MIN (number, 9999) / 100) * 60 + (int) (MIN (number, 9999) % 100);
    }

  /* There are no zones farther away. */
  if (minutes > 14 * 60)
    return 0;

  return sign != NULL && *sign == '-' ? -minutes : minutes;
}

static int
fetch_number (GMatchInfo *match,
              int         group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* ISO 8601 as the W3C profiled it for the web, and a bit more: the parts may be left out from the end on. */
static GDateTime *
parse_iso (const char *text)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2})(?:[Tt ] "
                 "*([0-9]{1,2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]*)?)?"
                 " *([Zz]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *zone = NULL;
  Parts parts = { 0 };

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;

  parts.year = fetch_number (match, 1);
  parts.month = g_match_info_get_match_count (match) > 2 ? fetch_number (match, 2) : 1;
  parts.day = g_match_info_get_match_count (match) > 3 ? fetch_number (match, 3) : 1;
  parts.hour = fetch_number (match, 4);
  parts.minute = fetch_number (match, 5);
  parts.second = fetch_number (match, 6);
  zone = g_match_info_fetch (match, 7);
  parts.offset = zone != NULL ? read_zone (zone) : 0;

  return make_time (&parts);
}

/* Returns the place of the name that begins with @word, of which three letters are enough, from 1; 0: none. */
static int
find_name (const char *const *names,
           guint              n_names,
           const char        *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);
  gsize length;

  if (g_str_has_suffix (small, "."))
    small[strlen (small) - 1] = '\0';
  length = strlen (small);

  for (guint i = 0; i < n_names && length >= 3; i++)
    if (strncmp (names[i], small, length) == 0)
      return (int) i + 1;

  return names == months && g_str_equal (small, "sept") ? 9 : 0;
}

static gboolean
read_clock (const char *word,
            Parts      *parts)
{
  char *end;

  parts->hour = (int) g_ascii_strtoull (word, &end, 10) % 100;
  if (*end != ':' || !g_ascii_isdigit (end[1]))
    return FALSE;

  parts->minute = (int) g_ascii_strtoull (end + 1, &end, 10) % 100;
  if (*end == ':' && g_ascii_isdigit (end[1]))
    parts->second = (int) g_ascii_strtoull (end + 1, &end, 10) % 100;
  if (*end == '.')
    end += 1 + strspn (end + 1, "0123456789");

  parts->has_time = TRUE;

  if (g_ascii_strcasecmp (end, "pm") == 0)
    parts->hour = parts->hour % 12 + 12;
  else if (g_ascii_strcasecmp (end, "am") == 0)
    parts->hour %= 12;
  else if (*end != '\0')
    parts->offset = read_zone (end);

  return TRUE;
}

static void
read_number (const char *word,
             Parts      *parts)
{
  int number = (int) MIN (g_ascii_strtoull (word, NULL, 10), 99999);
  gsize n_digits = strspn (word, "0123456789");

  if (n_digits <= 2 && parts->day == 0)
    parts->day = number;
  else if (parts->year == 0)
    /* RFC 5322, 4.3: years of two and of three digits. */
    parts->year = n_digits > 3 ? number : n_digits < 3 && number < 50 ? number + 2000 : number + 1900;
}

static gboolean
read_word (const char *word,
           Parts      *parts)
{
  int month;

  if (g_ascii_isdigit (*word))
    {
      if (strchr (word, ':') != NULL)
        return read_clock (word, parts);

      /* 11/21/2026 could be meant in two ways. */
      if (strpbrk (word, "/.") != NULL)
        return FALSE;

      read_number (word, parts);
      return TRUE;
    }

  month = find_name (months, G_N_ELEMENTS (months), word);
  if (month > 0 && parts->month == 0)
    parts->month = month;
  else if (g_ascii_strcasecmp (word, "pm") == 0)
    parts->hour = parts->hour % 12 + 12;
  else if (g_ascii_strcasecmp (word, "am") == 0)
    parts->hour %= 12;
  else if (parts->has_time && find_name (weekdays, G_N_ELEMENTS (weekdays), word) == 0)
    parts->offset = read_zone (word);

  return TRUE;
}

/* RFC 822 and what people take for it: the date, the time and the zone in words. */
static GDateTime *
parse_words (const char *text)
{
  g_autoptr (GRegex) comments = g_regex_new ("\\([^()]*\\)", 0, 0, NULL);
  g_autoptr (GRegex) dashes = g_regex_new ("\\b([0-9]{1,2})-([A-Za-z]{3,9})-([0-9]{2,4})\\b", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (comments, text, -1, 0, " ", 0, NULL);
  g_autofree char *spaced = g_regex_replace (dashes, without, -1, 0, "\\1 \\2 \\3", 0, NULL);
  g_auto (GStrv) words = g_strsplit_set (spaced, " ,\t\r\n", -1);
  Parts parts = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !read_word (words[i], &parts))
      return NULL;

  return parts.day > 0 && parts.month > 0 ? make_time (&parts) : NULL;
}

/**
 * hc_feed_date_parse:
 * @text: (nullable): the date of an item as its feed writes it, trusted in nothing
 *
 * Reads the dates of RSS (RFC 822 and its successors, with what is made of them in practice), of Atom and of
 * JSON Feed (RFC 3339 and other forms of ISO 8601). What has no zone is taken as UTC; what has no time as
 * midnight.
 *
 * Returns: (transfer full) (nullable): the time in UTC; %NULL when it cannot be read, can be meant in two
 *   ways, or is no time at which there were feeds
 */
GDateTime *
hc_feed_date_parse (const char *text)
{
  g_autofree char *stripped = NULL;
  GDateTime *time;

  if (text == NULL || strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;

  stripped = g_strstrip (g_strdup (text));
  time = parse_iso (stripped);

  return time != NULL ? time : parse_words (stripped);
}
