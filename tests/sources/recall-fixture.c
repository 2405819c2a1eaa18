/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "recall-fixture.h"

#define SAMPLE "openfda/drug-enforcement-sample-2026-01-28.json"

/* Returns: (transfer full): all that a recall says, a line for each thing, in the words of the record */
char *
recall_fixture_describe (HcRecall *recall)
{
  const struct { const char *name, *value; } texts[] = {
    { "number", recall->number }, { "event", recall->event },
    { "status", hc_recall_status_to_string (recall->status) },
    { "reported", recall->reported }, { "initiated", recall->initiated }, { "classified", recall->classified },
    { "terminated", recall->terminated }, { "firm", recall->firm }, { "place", recall->place },
    { "distribution", recall->distribution }, { "quantity", recall->quantity },
    { "description", recall->description }, { "reason", recall->reason }, { "codes", recall->codes },
  };
  const struct { const char *name; GStrv list; } lists[] = {
    { "brands", recall->brands }, { "generics", recall->generics }, { "substances", recall->substances },
    { "ndcs", recall->ndcs }, { "set_ids", recall->set_ids },
  };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "class: %d\n", recall->class);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].value != NULL)
      g_string_append_printf (text, "%s: %s\n", texts[i].name, texts[i].value);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].list[0] != NULL)
      {
        g_autofree char *joined = g_strjoinv (" | ", lists[i].list);

        g_string_append_printf (text, "%s: %s\n", lists[i].name, joined);
      }

  return g_string_free_and_steal (text);
}

/* Returns: (transfer full): a page in the shape of openFDA, of recalls that were invented: D-FIRST-2026 and so on.
 *
 * @total: -1 to tell none
 * @updated: (nullable): the day of the collection */
char *
recall_fixture_make (guint       first,
                     guint       n_recalls,
                     gint64      total,
                     const char *updated)
{
  GString *text = g_string_new ("{\"meta\":{\"disclaimer\":\"x\"");

  if (updated != NULL)
    g_string_append_printf (text, ",\"last_updated\":\"%s\"", updated);
  if (total >= 0)
    g_string_append_printf (text, ",\"results\":{\"skip\":0,\"limit\":1000,\"total\":%" G_GINT64_FORMAT "}", total);
  g_string_append (text, "},\"results\":[");

  for (guint i = 0; i < n_recalls; i++)
    g_string_append_printf (text, "%s{\"recall_number\":\"D-%04u-2026\",\"product_type\":\"Drugs\",\"status\":"
                            "\"Ongoing\",\"classification\":\"Class II\",\"product_description\":\"Zoltopril %u\","
                            "\"report_date\":\"20261101\",\"openfda\":{}}", i > 0 ? ", " : "", first + i, first + i);

  g_string_append (text, "]}");

  return g_string_free_and_steal (text);
}

/* Returns: (transfer full) (nullable): the path of the real records; without them the test is skipped */
char *
recall_fixture_find (void)
{
  const char *other = g_getenv ("HC_SHARED_DATA");
  g_autofree char *path = g_build_filename (other != NULL ? other : SHARED_DATA, SAMPLE, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("There are no real recalls here");

  return NULL;
}
