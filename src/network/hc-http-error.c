/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-error.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (hc-http-error-quark, hc_http_error)

/* What the log calls an error, and what a person is told: the reason, and what can be done. */
static const struct
{
  const char *name;
  const char *words;
} errors[HC_N_HTTP_ERRORS] = {
  [HC_HTTP_ERROR_NOT_ALLOWED] = {
    "not-allowed", N_("This service is turned off. You can turn it on in Preferences, under Network.") },
  [HC_HTTP_ERROR_WORK_OFFLINE] = {
    "work-offline", N_("Work Offline is on, so nothing was asked. You can turn it off in Preferences, under "
                       "Network.") },
  [HC_HTTP_ERROR_BAD_ADDRESS] = {
    "bad-address", N_("The address cannot be used. It must begin with https:// and name a site.") },
  [HC_HTTP_ERROR_NO_SUCH_HOST] = {
    "no-such-host", N_("The site was not found. Check that this computer is connected to the internet, and the "
                       "address if you typed it.") },
  [HC_HTTP_ERROR_UNREACHABLE] = {
    "unreachable", N_("The site cannot be reached. Check that this computer is connected to the internet, then try "
                      "again.") },
  [HC_HTTP_ERROR_CERTIFICATE] = {
    "certificate", N_("The site could not prove that it is the right one, so nothing was read. Check the date of this "
                      "computer, or try another network.") },
  [HC_HTTP_ERROR_TIMED_OUT] = {
    "timed-out", N_("The site took too long to answer. Try again later.") },
  [HC_HTTP_ERROR_TOO_SLOW] = {
    "too-slow", N_("The connection is too slow at the moment. Try again later, or on another network.") },
  [HC_HTTP_ERROR_TOO_LARGE] = {
    "too-large", N_("The site sent more than this program takes, so it was not read.") },
  [HC_HTTP_ERROR_CUT] = {
    "cut", N_("The connection broke before everything had arrived. Try again.") },
  [HC_HTTP_ERROR_DAMAGED] = {
    "damaged", N_("What the site sent is damaged. Try again later.") },
  [HC_HTTP_ERROR_REDIRECTS] = {
    "redirects", N_("The site sends this program from one address to the next. Try again later.") },
  [HC_HTTP_ERROR_OTHER_HOST] = {
    "other-host", N_("The address leads to another site, which was not asked. If the site has moved, use its new "
                     "address.") },
  [HC_HTTP_ERROR_PORTAL] = {
    "portal", N_("A web page came in place of the data. If this network wants you to sign in, do that in a web "
                 "browser, then try again.") },
  [HC_HTTP_ERROR_BUSY] = {
    "busy", N_("The site is busy and asks to come back later.") },
  [HC_HTTP_ERROR_SERVER] = {
    "server", N_("The site does not work at the moment. Try again later.") },
  [HC_HTTP_ERROR_REFUSED] = {
    "refused", N_("The site refused the request. Try again later; if it stays so, the site may have changed.") },
  [HC_HTTP_ERROR_NOT_SAVED] = {
    "not-saved", N_("What arrived could not be saved. Check that the disk is not full.") },
  [HC_HTTP_ERROR_FAILED] = {
    "failed", N_("The connection failed. Try again later.") },
};

/**
 * hc_http_error_get_name:
 * @code: an error
 *
 * Returns: (transfer none): its name in the log
 */
const char *
hc_http_error_get_name (HcHttpError code)
{
  g_return_val_if_fail (code < HC_N_HTTP_ERRORS, NULL);

  return errors[code].name;
}

/**
 * hc_http_error_from_name:
 * @name: what hc_http_error_get_name() gave, maybe of another version
 * @code: (out): the error
 *
 * Returns: whether there is one of that name
 */
gboolean
hc_http_error_from_name (const char  *name,
                         HcHttpError *code)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; i < HC_N_HTTP_ERRORS; i++)
    if (g_str_equal (errors[i].name, name))
      {
        *code = (HcHttpError) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_http_error_to_words:
 * @code: an error
 *
 * Returns: (transfer none): the reason and what can be done, in words for the person, translated
 */
const char *
hc_http_error_to_words (HcHttpError code)
{
  g_return_val_if_fail (code < HC_N_HTTP_ERRORS, NULL);

  return _(errors[code].words);
}

static HcHttpError
find_io_code (const GError *error)
{
  static const struct { GIOErrorEnum from; HcHttpError to; } codes[] = {
    { G_IO_ERROR_HOST_NOT_FOUND, HC_HTTP_ERROR_NO_SUCH_HOST },
    { G_IO_ERROR_HOST_UNREACHABLE, HC_HTTP_ERROR_UNREACHABLE },
    { G_IO_ERROR_NETWORK_UNREACHABLE, HC_HTTP_ERROR_UNREACHABLE },
    { G_IO_ERROR_CONNECTION_REFUSED, HC_HTTP_ERROR_UNREACHABLE },
    { G_IO_ERROR_PROXY_FAILED, HC_HTTP_ERROR_UNREACHABLE },
    { G_IO_ERROR_TIMED_OUT, HC_HTTP_ERROR_TIMED_OUT },
    { G_IO_ERROR_PARTIAL_INPUT, HC_HTTP_ERROR_CUT },
    { G_IO_ERROR_CONNECTION_CLOSED, HC_HTTP_ERROR_CUT },
    { G_IO_ERROR_INVALID_DATA, HC_HTTP_ERROR_DAMAGED },
    { G_IO_ERROR_NO_SPACE, HC_HTTP_ERROR_NOT_SAVED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (error->code == (int) codes[i].from)
      return codes[i].to;

  return HC_HTTP_ERROR_FAILED;
}

/**
 * hc_http_error_translate:
 * @error: an error of GIO or of the HTTP library
 *
 * Returns: (transfer full): the %HC_HTTP_ERROR that it is; %G_IO_ERROR_CANCELLED stays what it is
 */
GError *
hc_http_error_translate (const GError *error)
{
  HcHttpError code = HC_HTTP_ERROR_FAILED;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HC_HTTP_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);

  if (error->domain == G_RESOLVER_ERROR)
    /* Without a network the name servers cannot be asked either: that is another thing than their saying no. */
    code = error->code == G_RESOLVER_ERROR_NOT_FOUND ? HC_HTTP_ERROR_NO_SUCH_HOST : HC_HTTP_ERROR_UNREACHABLE;
  else if (error->domain == G_TLS_ERROR)
    /* The other side may also hang up in the middle. */
    code = error->code == G_TLS_ERROR_EOF ? HC_HTTP_ERROR_CUT : HC_HTTP_ERROR_CERTIFICATE;
  else if (error->domain == G_IO_ERROR)
    code = find_io_code (error);

  return g_error_new_literal (HC_HTTP_ERROR, (int) code, error->message);
}
