/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What somebody who has cancer or cares for somebody might look for. */
static const char *const bench_queries[] = {
  "rectal cancer", "chemotherapy side effects", "radiation", "stage iii", "tired", "fever",
  "clinical trial", "questions before surgery", "oxaliplatin", "5-fu", "bowel blockage", "stoma",
  "lymph nodes", "watch and wait", "diarrhea", "liver metastases", "call 911", "second opinion",
  "neoadjuvant", "how long does treatment take",
};
