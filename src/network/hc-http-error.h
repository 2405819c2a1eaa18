/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_HTTP_ERROR (hc_http_error_quark ())

/**
 * HcHttpError:
 * @HC_HTTP_ERROR_NOT_ALLOWED: the person has not turned the service on
 * @HC_HTTP_ERROR_WORK_OFFLINE: the person has turned the network off
 * @HC_HTTP_ERROR_BAD_ADDRESS: the address is not one of HTTPS, or not one of the service
 * @HC_HTTP_ERROR_NO_SUCH_HOST: nobody knows the name of the host
 * @HC_HTTP_ERROR_UNREACHABLE: there is no way to the host, or nobody answers there
 * @HC_HTTP_ERROR_CERTIFICATE: the other side cannot prove that it is who it says
 * @HC_HTTP_ERROR_TIMED_OUT: it took too long
 * @HC_HTTP_ERROR_TOO_SLOW: the bytes came too slowly
 * @HC_HTTP_ERROR_TOO_LARGE: there are more bytes than there may be
 * @HC_HTTP_ERROR_CUT: the reply ended before its end
 * @HC_HTTP_ERROR_DAMAGED: the reply cannot be unpacked
 * @HC_HTTP_ERROR_REDIRECTS: one address leads to the next one, without an end, or to one that is not safe
 * @HC_HTTP_ERROR_OTHER_HOST: the address leads to another host
 * @HC_HTTP_ERROR_PORTAL: the network in between answered, with a page to sign in
 * @HC_HTTP_ERROR_BUSY: the service wants to be asked later
 * @HC_HTTP_ERROR_SERVER: the service does not work
 * @HC_HTTP_ERROR_REFUSED: the service does not give that
 * @HC_HTTP_ERROR_NOT_SAVED: the reply could not be written to the disk
 * @HC_HTTP_ERROR_FAILED: something else
 * @HC_N_HTTP_ERRORS: how many there are
 *
 * Why there is no reply. The message is for those who look closely; hc_http_error_to_words() has words for all
 * others. What was canceled ends with %G_IO_ERROR_CANCELLED.
 */
typedef enum {
  HC_HTTP_ERROR_NOT_ALLOWED,
  HC_HTTP_ERROR_WORK_OFFLINE,
  HC_HTTP_ERROR_BAD_ADDRESS,
  HC_HTTP_ERROR_NO_SUCH_HOST,
  HC_HTTP_ERROR_UNREACHABLE,
  HC_HTTP_ERROR_CERTIFICATE,
  HC_HTTP_ERROR_TIMED_OUT,
  HC_HTTP_ERROR_TOO_SLOW,
  HC_HTTP_ERROR_TOO_LARGE,
  HC_HTTP_ERROR_CUT,
  HC_HTTP_ERROR_DAMAGED,
  HC_HTTP_ERROR_REDIRECTS,
  HC_HTTP_ERROR_OTHER_HOST,
  HC_HTTP_ERROR_PORTAL,
  HC_HTTP_ERROR_BUSY,
  HC_HTTP_ERROR_SERVER,
  HC_HTTP_ERROR_REFUSED,
  HC_HTTP_ERROR_NOT_SAVED,
  HC_HTTP_ERROR_FAILED,
  HC_N_HTTP_ERRORS,
} HcHttpError;

GQuark      hc_http_error_quark     (void);
const char *hc_http_error_get_name  (HcHttpError   code);
gboolean    hc_http_error_from_name (const char   *name,
                                     HcHttpError  *code);
GError     *hc_http_error_translate (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_http_error_to_words  (HcHttpError   code);

G_END_DECLS
