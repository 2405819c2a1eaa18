/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/* The name that every fuzzer looks for. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
