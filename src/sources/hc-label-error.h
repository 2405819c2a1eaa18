/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_LABEL_ERROR (hc_label_error_quark ())

/**
 * HcLabelError:
 * @HC_LABEL_ERROR_UNREADABLE: the file cannot be opened or read
 * @HC_LABEL_ERROR_NOT_WELL_FORMED: the XML is cut off or otherwise not well-formed
 * @HC_LABEL_ERROR_NOT_UTF8: the text is not UTF-8, or it has characters that no text has, zero among them
 * @HC_LABEL_ERROR_HAS_DECLARATIONS: the XML declares entities or elements of its own, which no label does
 * @HC_LABEL_ERROR_TOO_DEEP: elements or archives are nested too deep
 * @HC_LABEL_ERROR_TOO_LARGE: the file is larger than any label
 * @HC_LABEL_ERROR_NOT_A_LABEL: it is something else
 * @HC_LABEL_ERROR_INDEX: it is one of the FDA's own index files, not the label of a product
 * @HC_LABEL_ERROR_INCOMPLETE: the label has no set id or names no product
 * @HC_LABEL_ERROR_WRONG_HEADER: the first line of a CSV file is not that of the Pillbox
 * @HC_LABEL_ERROR_WRONG_ROW: a row of a CSV file does not fit its first line
 * @HC_LABEL_ERROR_DAMAGED_ARCHIVE: an archive is damaged
 * @HC_LABEL_ERROR_UNSAFE_NAME: the name of a file in an archive leads out of the archive
 * @HC_LABEL_ERROR_ENCRYPTED: a file in an archive is encrypted
 * @HC_LABEL_ERROR_EMPTY: there is nothing to import
 * @HC_LABEL_ERROR_NOT_SAVED: the label could not be saved
 *
 * Why a file, or a part of it, was not imported. The message is for those who look closely: it tells of lines
 * and of libraries.
 */
typedef enum {
  HC_LABEL_ERROR_UNREADABLE,
  HC_LABEL_ERROR_NOT_WELL_FORMED,
  HC_LABEL_ERROR_NOT_UTF8,
  HC_LABEL_ERROR_HAS_DECLARATIONS,
  HC_LABEL_ERROR_TOO_DEEP,
  HC_LABEL_ERROR_TOO_LARGE,
  HC_LABEL_ERROR_NOT_A_LABEL,
  HC_LABEL_ERROR_INDEX,
  HC_LABEL_ERROR_INCOMPLETE,
  HC_LABEL_ERROR_WRONG_HEADER,
  HC_LABEL_ERROR_WRONG_ROW,
  HC_LABEL_ERROR_DAMAGED_ARCHIVE,
  HC_LABEL_ERROR_UNSAFE_NAME,
  HC_LABEL_ERROR_ENCRYPTED,
  HC_LABEL_ERROR_EMPTY,
  HC_LABEL_ERROR_NOT_SAVED,
} HcLabelError;

GQuark hc_label_error_quark (void);

G_END_DECLS
