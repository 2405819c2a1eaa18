/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-front-matter.h"
#include "hc-source-draft.h"

G_BEGIN_DECLS

/**
 * HcRecord:
 * @entries: (element-type HcFrontMatterEntry): its lines
 * @line: where it starts
 *
 * Lines `key: value` with no empty line between them.
 */
typedef struct
{
  GPtrArray *entries;
  int        line;
} HcRecord;

/**
 * HcRecordKey:
 * @name: a key
 * @required: whether each record has it
 * @repeated: whether a record may have it more than once
 */
typedef struct
{
  const char *name;
  gboolean    required;
  gboolean    repeated;
} HcRecordKey;

/**
 * HcRecordFile:
 * @file: (type filename): its path
 * @sources: (element-type HcSourceDraft): the sources that it declares
 * @records: (element-type HcRecord): what is not a declaration of sources
 *
 * A file of records, with empty lines between them.
 */
typedef struct
{
  char      *file;
  GPtrArray *sources;
  GPtrArray *records;
} HcRecordFile;

HcRecordFile *hc_record_file_read          (const char        *file,
                                            const char        *text,
                                            HcFaultList       *faults) G_GNUC_WARN_UNUSED_RESULT;
void          hc_record_file_free          (HcRecordFile      *self);
GPtrArray    *hc_record_file_cite          (HcRecordFile      *self,
                                            HcRecord          *record,
                                            HcFaultList       *faults) G_GNUC_WARN_UNUSED_RESULT;
void          hc_record_file_check_sources (HcRecordFile      *self,
                                            HcFaultList       *faults);
gboolean      hc_record_check              (HcRecord          *self,
                                            const HcRecordKey *keys,
                                            guint              n_keys,
                                            const char        *file,
                                            HcFaultList       *faults);
const char   *hc_record_get                (HcRecord          *self,
                                            const char        *key,
                                            int               *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecordFile, hc_record_file_free)

G_END_DECLS
