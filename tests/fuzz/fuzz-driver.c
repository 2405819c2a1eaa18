/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz-target.h"

/* Runs a fuzz target where there is no fuzzer. It hands each file of a folder to the target: whole, cut off at
 * several places, and in many variants that are the same with every run. What brings the target down is kept. */

#define N_PARTS 16
#define MAX_CHANGES 6

/* One input takes some milliseconds, and with a sanitizer some more. */
#define DEADLINE_SECONDS 60

typedef struct
{
  char   *name;
  guint8 *bytes;
  gsize   length;
} Seed;

/* What the target is given now; the signal handler has nothing else to know it by. */
static const guint8 *current_bytes;
static gsize current_length;
static const char *crash_file;

static void
keep_input (int number)
{
  static const char words[] = "The input that did it is in the file fuzz-crash-*\n";
  int file = open (crash_file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

  if (file >= 0 && write (file, current_bytes, current_length) == (gssize) current_length)
    (void) !write (STDERR_FILENO, words, sizeof words - 1);

  signal (number, SIG_DFL);
  raise (number);
}

/* A copy without a zero byte at its end: reading on is then an error that a sanitizer can see. */
static void
run (const guint8 *bytes,
     gsize         length)
{
  g_autofree guint8 *copy = g_malloc (MAX (length, 1));

  if (length > 0)
    memcpy (copy, bytes, length);
  current_bytes = copy;
  current_length = length;
  alarm (DEADLINE_SECONDS);
  LLVMFuzzerTestOneInput (copy, length);
  alarm (0);
}

static void
seed_free (gpointer data)
{
  Seed *seed = data;

  g_free (seed->name);
  g_free (seed->bytes);
  g_free (seed);
}

static int
compare_seeds (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Seed *) a)->name, ((const Seed *) b)->name);
}

/* Returns the files of a folder, sorted, or the one file. */
static GPtrArray *
read_seeds (const char  *path,
            GError     **error)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func (seed_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (path, name, NULL));

  if (dir == NULL)
    g_ptr_array_add (paths, g_strdup (path));

  for (guint i = 0; i < paths->len; i++)
    {
      Seed *seed = g_new0 (Seed, 1);

      seed->name = g_strdup (g_ptr_array_index (paths, i));
      g_ptr_array_add (seeds, seed);
      if (!g_file_get_contents (seed->name, (char **) &seed->bytes, &seed->length, error))
        return NULL;
    }

  g_ptr_array_sort_values (seeds, compare_seeds);

  return g_steal_pointer (&seeds);
}

/* Returns a place from 0 to @length. */
static gsize
pick (GRand *random,
      gsize  length)
{
  return (gsize) g_rand_int_range (random, 0, (gint32) MIN (length, G_MAXINT32 - 1) + 1);
}

/* Returns the length of a piece that begins at @from, of @longest at most. */
static gsize
pick_length (GRand *random,
             gsize  from,
             gsize  length,
             gsize  longest)
{
  gsize picked = pick (random, longest);

  return MIN (picked, length - from);
}

/* Puts a piece of some file, this one or another, anywhere. */
static void
insert_piece (GByteArray *bytes,
              GPtrArray  *seeds,
              GRand      *random)
{
  const Seed *other = g_ptr_array_index (seeds, pick (random, seeds->len - 1));
  gsize from = pick (random, other->length);
  gsize length = pick_length (random, from, other->length, 200);
  gsize place = pick (random, bytes->len);
  gsize rest = bytes->len - place;

  if (length == 0)
    return;

  g_byte_array_set_size (bytes, (guint) (bytes->len + length));
  memmove (bytes->data + place + length, bytes->data + place, rest);
  memcpy (bytes->data + place, other->bytes + from, length);
}

static void
repeat_piece (GByteArray *bytes,
              GRand      *random)
{
  gsize from = pick (random, bytes->len);
  gsize length = pick_length (random, from, bytes->len, 60);
  g_autofree guint8 *piece = g_memdup2 (bytes->data + from, length);

  for (gsize n_times = pick (random, 40); n_times > 0 && length > 0; n_times--)
    g_byte_array_append (bytes, piece, (guint) length);
}

static void
change (GByteArray *bytes,
        GPtrArray  *seeds,
        GRand      *random)
{
  static const char interesting[] = { 0, 1, 9, 10, 13, '"', '&', '\'', ',', '<', '>', '[', ';', 0x7f, (char) 0x80,
                                      (char) 0xc3, (char) 0xef, (char) 0xff };
  gsize place = bytes->len > 0 ? pick (random, bytes->len - 1) : 0;

  switch (bytes->len > 0 ? pick (random, 5) : 5)
    {
    case 0:
      bytes->data[place] ^= (guint8) (1u << pick (random, 7));
      break;
    case 1:
      bytes->data[place] = (guint8) interesting[pick (random, sizeof interesting - 1)];
      break;
    case 2:
      bytes->data[place] = (guint8) pick (random, 255);
      break;
    case 3:
      g_byte_array_remove_range (bytes, (guint) place, (guint) pick_length (random, place, bytes->len, 80));
      break;
    case 4:
      repeat_piece (bytes, random);
      break;
    default:
      insert_piece (bytes, seeds, random);
      break;
    }
}

static void
run_variants (const Seed *seed,
              GPtrArray  *seeds,
              guint       n_variants)
{
  /* What a file is changed into depends on its bytes alone, so that a new file changes nothing for the others
   * but the pieces that they are given. */
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);

  for (gsize part = 0; part < N_PARTS; part++)
    run (seed->bytes, seed->length * part / N_PARTS);

  for (guint i = 0; i < n_variants; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, seed->bytes, (guint) seed->length);
      for (gsize n_changes = 1 + pick (random, MAX_CHANGES - 1); n_changes > 0; n_changes--)
        change (bytes, seeds, random);
      run (bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  static const int signals[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGALRM };
  g_autoptr (GPtrArray) seeds = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL, *kept = NULL;
  guint n_variants = argc > 2 ? (guint) g_ascii_strtoull (argv[argc - 1], NULL, 10) : 0;

  seeds = argc > 1 ? read_seeds (argv[1], &error) : NULL;
  if (seeds == NULL || seeds->len == 0)
    {
      fprintf (stderr, "%s\nUsage: %s FOLDER [NUMBER OF VARIANTS] | FILE\n",
               error != NULL ? error->message : "No file", argv[0]);
      return EXIT_FAILURE;
    }

  program = g_path_get_basename (argv[0]);
  kept = g_strconcat ("fuzz-crash-", program, NULL);
  crash_file = kept;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    signal (signals[i], keep_input);

  for (guint i = 0; i < seeds->len; i++)
    {
      const Seed *seed = g_ptr_array_index (seeds, i);

      run (seed->bytes, seed->length);
      if (n_variants > 0)
        run_variants (seed, seeds, n_variants);
    }

  printf ("%u files, %u variants of each\n", seeds->len, n_variants);

  return EXIT_SUCCESS;
}
