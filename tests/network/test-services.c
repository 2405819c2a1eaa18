/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-error.h"
#include "hc-network-consent.h"
#include "hc-service.h"

#include <string.h>

static void
test_table (void)
{
  g_assert_cmpstr (hc_service_get (HC_SERVICE_TRIALS)->host, ==, "clinicaltrials.gov");
  g_assert_cmpstr (hc_service_get (HC_SERVICE_RECALLS)->host, ==, "api.fda.gov");
  g_assert_null (hc_service_get (HC_SERVICE_FEEDS)->host);

  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      const HcService *service = hc_service_get ((HcServiceId) i);

      g_assert_cmpint (service->id, ==, i);
      g_assert_true (hc_service_from_name (service->name) == service);
      g_assert_cmpstr (hc_service_get_title (service), !=, "");
      /* Who is asked is told. */
      g_assert_nonnull (strstr (hc_service_get_sent (service), service->host != NULL ? service->host : "sites"));
    }

  g_assert_null (hc_service_from_name ("tracking"));
}

static void
test_hosts (void)
{
  const HcService *recalls = hc_service_get (HC_SERVICE_RECALLS);

  g_assert_true (hc_service_allows_host (recalls, "api.fda.gov"));
  g_assert_true (hc_service_allows_host (recalls, "API.fda.gov"));
  g_assert_false (hc_service_allows_host (recalls, "api.fda.gov.example"));
  g_assert_false (hc_service_allows_host (recalls, "fda.gov"));
  g_assert_false (hc_service_allows_host (recalls, "clinicaltrials.gov"));
  g_assert_false (hc_service_allows_host (recalls, ""));
  g_assert_true (hc_service_allows_host (hc_service_get (HC_SERVICE_FEEDS), "feeds.example"));
  g_assert_false (hc_service_allows_host (hc_service_get (HC_SERVICE_FEEDS), ""));
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* Everything is off at first. */
static void
test_consent (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_autoptr (HcNetworkConsent) consent = hc_network_consent_new (settings);
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (consent, "changed", G_CALLBACK (count_cb), &n_changes);
  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      g_assert_false (hc_network_consent_is_on (consent, (HcServiceId) i));
      g_assert_false (hc_network_consent_check (consent, (HcServiceId) i, &error));
      g_assert_error (error, HC_HTTP_ERROR, HC_HTTP_ERROR_NOT_ALLOWED);
      g_clear_error (&error);
    }

  hc_network_consent_set_on (consent, HC_SERVICE_RECALLS, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (g_settings_get_boolean (settings, "network-recalls"));
  g_assert_true (hc_network_consent_check (consent, HC_SERVICE_RECALLS, NULL));
  g_assert_false (hc_network_consent_check (consent, HC_SERVICE_TRIALS, NULL));

  hc_network_consent_set_offline (consent, TRUE);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (hc_network_consent_is_offline (consent));
  g_assert_true (hc_network_consent_is_on (consent, HC_SERVICE_RECALLS));
  g_assert_false (hc_network_consent_check (consent, HC_SERVICE_RECALLS, &error));
  g_assert_error (error, HC_HTTP_ERROR, HC_HTTP_ERROR_WORK_OFFLINE);

  /* Somebody else may change the settings, too. */
  g_settings_set_boolean (settings, "work-offline", FALSE);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_true (hc_network_consent_check (consent, HC_SERVICE_RECALLS, NULL));
}

/* Each error has a name of its own, and words that say what can be done. */
static void
test_errors (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  HcHttpError code;

  for (guint i = 0; i < HC_N_HTTP_ERRORS; i++)
    {
      const char *name = hc_http_error_get_name ((HcHttpError) i);

      g_assert_true (g_hash_table_add (names, (char *) name));
      g_assert_true (hc_http_error_from_name (name, &code));
      g_assert_cmpint (code, ==, i);
      g_assert_true (g_str_has_suffix (hc_http_error_to_words (code), "."));
    }

  g_assert_false (hc_http_error_from_name ("canceled", &code));
}

static void
test_translate (void)
{
  static const struct { GQuark (*domain) (void); int code; HcHttpError expected; } cases[] = {
    { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, HC_HTTP_ERROR_NO_SUCH_HOST },
    { g_resolver_error_quark, G_RESOLVER_ERROR_TEMPORARY_FAILURE, HC_HTTP_ERROR_UNREACHABLE },
    { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, HC_HTTP_ERROR_UNREACHABLE },
    { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, HC_HTTP_ERROR_UNREACHABLE },
    { g_io_error_quark, G_IO_ERROR_TIMED_OUT, HC_HTTP_ERROR_TIMED_OUT },
    { g_io_error_quark, G_IO_ERROR_PARTIAL_INPUT, HC_HTTP_ERROR_CUT },
    { g_io_error_quark, G_IO_ERROR_FAILED, HC_HTTP_ERROR_FAILED },
    { g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE, HC_HTTP_ERROR_CERTIFICATE },
    { g_tls_error_quark, G_TLS_ERROR_EOF, HC_HTTP_ERROR_CUT },
    { hc_http_error_quark, HC_HTTP_ERROR_PORTAL, HC_HTTP_ERROR_PORTAL },
  };
  g_autoptr (GError) canceled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");
  g_autoptr (GError) same = hc_http_error_translate (canceled);

  g_assert_error (same, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain (), cases[i].code, "x");
      g_autoptr (GError) translated = hc_http_error_translate (error);

      g_assert_error (translated, HC_HTTP_ERROR, (int) cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/services/table", test_table);
  g_test_add_func ("/network/services/hosts", test_hosts);
  g_test_add_func ("/network/services/consent", test_consent);
  g_test_add_func ("/network/services/errors", test_errors);
  g_test_add_func ("/network/services/translate", test_translate);

  return g_test_run ();
}
