/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "http-client-fixture.h"

#include <string.h>

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->server = http_server_new (data != NULL ? data : "server.pem");
  fixture->client = http_server_make_client (fixture->server, HC_SERVICE_RECALLS);
  fixture->request.service = HC_SERVICE_RECALLS;
  fixture->request.kind = HC_HTTP_JSON;
}

/* Whatever happened, nothing is left of it. */
void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpuint (hc_http_client_count_running (fixture->client), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->client);
  http_server_free (fixture->server);
  g_clear_error (&fixture->error);
}

/* Returns: (transfer full) (nullable): the reply; without one the fixture has the error */
HcHttpReply *
fixture_get (Fixture      *fixture,
             const char   *address,
             GCancellable *cancellable)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS & ~G_URI_FLAGS_HAS_PASSWORD, NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_nonnull (uri);
  g_clear_error (&fixture->error);
  fixture->request.uri = uri;
  hc_http_client_get_async (fixture->client, &fixture->request, cancellable, fixture_result_cb, &place);
  fixture->request.uri = NULL;
  result = fixture_wait (&place);

  return hc_http_client_get_finish (fixture->client, result, &fixture->error);
}

/* What went wrong is also said in words. */
void
fixture_assert_error (Fixture     *fixture,
                      HcHttpError  code)
{
  g_assert_error (fixture->error, HC_HTTP_ERROR, (int) code);
  g_assert_cmpstr (hc_http_error_to_words (code), !=, "");
}

/* @expected: a line for each request, the newest first: service, method, host, path, status, fault or `-`, bytes */
void
fixture_assert_log (Fixture    *fixture,
                    const char *expected)
{
  GListModel *log = G_LIST_MODEL (http_server_get_log (fixture->server));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (log, i);
      const char *fault = hc_network_entry_get_fault (entry);

      g_string_append_printf (text, "%s %s %s %s %u %s %" G_GUINT64_FORMAT "\n",
                              hc_network_entry_get_service (entry)->name, hc_network_entry_get_method (entry),
                              hc_network_entry_get_host (entry), hc_network_entry_get_path (entry),
                              hc_network_entry_get_status (entry), fault != NULL ? fault : "-",
                              hc_network_entry_get_n_bytes (entry));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

/* Returns: how many bytes came for a request, 0 is the newest one */
guint64
fixture_get_logged_bytes (Fixture *fixture,
                          guint    position)
{
  g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (G_LIST_MODEL (http_server_get_log (fixture->server)),
                                                            position);

  return hc_network_entry_get_n_bytes (entry);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (a, b);
}

/* @expected: the names of all headers, sorted, with blanks between them */
void
fixture_assert_headers (const char *request,
                        const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (request, "\n", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (names, g_strndup (lines[i], strcspn (lines[i], ":")));
  g_ptr_array_sort_values (names, compare);
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}
