/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-list.h"

/**
 * hc_drug_list_read:
 * @library: a library that has its articles
 * @drugs: where its #HcDrug are added, by their names
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all were read
 */
gboolean
hc_drug_list_read (HcLibrary   *library,
                   GListStore  *drugs,
                   GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (hc_library_get_database (library),
                         "SELECT drug.* FROM drug JOIN article USING (id) ORDER BY article.position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcArticle *article = hc_library_get_article (library, hc_statement_get_text (statement, "id"));
      g_autoptr (HcDrug) drug = NULL;

      if (article == NULL)
        continue;

      drug = hc_drug_new (article, &(HcDrugDetails) {
        .brands = hc_statement_get_text (statement, "brands"),
        .also = hc_statement_get_text (statement, "also"),
        .kind = hc_statement_get_text (statement, "kind"),
        .classes = hc_statement_get_text (statement, "classes"),
        .conditions = hc_statement_get_text (statement, "conditions"),
        .forms = hc_statement_get_text (statement, "forms"),
      });
      g_list_store_append (drugs, drug);
    }

  return step == HC_STEP_DONE;
}
