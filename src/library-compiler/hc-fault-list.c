/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-fault-list.h"

typedef struct
{
  char *file;
  int   line;
  char *words;
} Fault;

struct _HcFaultList
{
  GPtrArray *faults;
};

static void
fault_free (gpointer data)
{
  Fault *fault = data;

  g_free (fault->file);
  g_free (fault->words);
  g_free (fault);
}

static gboolean
faults_are_equal (gconstpointer a,
                  gconstpointer b)
{
  const Fault *first = a;
  const Fault *second = b;

  return first->line == second->line && g_str_equal (first->file, second->file) &&
         g_str_equal (first->words, second->words);
}

/**
 * hc_fault_list_new:
 *
 * Returns: (transfer full): an empty list
 */
HcFaultList *
hc_fault_list_new (void)
{
  HcFaultList *self = g_new0 (HcFaultList, 1);

  self->faults = g_ptr_array_new_with_free_func (fault_free);

  return self;
}

/**
 * hc_fault_list_free:
 * @self: (transfer full) (nullable): a list
 */
void
hc_fault_list_free (HcFaultList *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * hc_fault_list_add:
 * @self: a list
 * @file: (type filename): the path of the file, as the person gave it
 * @line: the line, from 1
 * @format: what is wrong, in words, in the manner of printf()
 * @...: the parameters of @format
 *
 * Adds a fault. The same words for the same line are kept only once.
 */
void
hc_fault_list_add (HcFaultList *self,
                   const char  *file,
                   int          line,
                   const char  *format,
                   ...)
{
  Fault *fault;
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (line > 0);
  g_return_if_fail (format != NULL);

  fault = g_new0 (Fault, 1);
  fault->file = g_strdup (file);
  fault->line = line;

  va_start (arguments, format);
  fault->words = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (g_ptr_array_find_with_equal_func (self->faults, fault, faults_are_equal, NULL))
    fault_free (fault);
  else
    g_ptr_array_add (self->faults, fault);
}

/**
 * hc_fault_list_get_length:
 * @self: a list
 *
 * Returns: how many faults there are
 */
guint
hc_fault_list_get_length (HcFaultList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->faults->len;
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const Fault *first = a;
  const Fault *second = b;
  int order = strcmp (first->file, second->file);

  return order != 0 ? order : first->line - second->line;
}

/**
 * hc_fault_list_print:
 * @self: a list
 *
 * Returns: (transfer full): a line for each fault, `FILE:LINE: WORDS`, by file and line, and at last
 *   how many there are
 */
char *
hc_fault_list_print (HcFaultList *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  /* The sort is stable: faults of one line stay in the order in which they were found. */
  g_ptr_array_sort_values (self->faults, compare_faults);

  for (guint i = 0; i < self->faults->len; i++)
    {
      const Fault *fault = g_ptr_array_index (self->faults, i);

      g_string_append_printf (text, "%s:%d: %s\n", fault->file, fault->line, fault->words);
    }

  g_string_append_printf (text, "%u %s\n", self->faults->len, self->faults->len == 1 ? "fault" : "faults");

  return g_string_free_and_steal (text);
}
