/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "zip-maker.h"

#include <string.h>

/* Writes ZIP archives as PKWARE's APPNOTE.TXT describes them, without the library that reads them, and spoils them
 * where that is wished. */

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_CENTRAL_DIRECTORY 0x06054b50

static void
put16 (GByteArray *bytes,
       guint16     number)
{
  guint16 little = GUINT16_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put32 (GByteArray *bytes,
       guint32     number)
{
  guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint32
sum (guint32     crc,
     const char *bytes,
     gsize       length)
{
  static guint32 table[256];

  for (guint32 i = 0; i < 256 && table[255] == 0; i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xedb88320 : 0);
    }

  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    crc = (crc >> 8) ^ table[(crc ^ (guchar) bytes[i]) & 0xff];

  return ~crc;
}

/* Returns: (transfer full): the bytes of a member as they stand in the archive */
static GBytes *
pack (const ZipMember *member,
      gsize            length,
      guint32         *crc)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6));
  g_autoptr (GOutputStream) stream = member->deflated ? g_converter_output_stream_new (memory, compressor)
                                                      : g_object_ref (memory);
  char blanks[64 * 1024];

  *crc = sum (0, member->bytes, length);
  g_assert_true (g_output_stream_write_all (stream, member->bytes, length, NULL, NULL, NULL));

  memset (blanks, ' ', sizeof blanks);
  for (gsize rest = member->n_blanks, size; rest > 0; rest -= size)
    {
      size = MIN (rest, sizeof blanks);
      *crc = sum (*crc, blanks, size);
      g_assert_true (g_output_stream_write_all (stream, blanks, size, NULL, NULL, NULL));
    }

  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_assert_true (g_output_stream_close (memory, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What the header before a member and the one in the central directory share. */
static void
put_header (GByteArray      *bytes,
            const ZipMember *member,
            guint32          crc,
            gsize            packed,
            gsize            size)
{
  put16 (bytes, 20); /* the version that is needed */
  put16 (bytes, member->flags);
  put16 (bytes, member->deflated ? 8 : 0);
  put32 (bytes, 0x21 << 16); /* 1980-01-01 */
  put32 (bytes, member->wrong_sum ? ~crc : crc);
  put32 (bytes, (guint32) packed);
  put32 (bytes, member->claimed_size != 0 ? member->claimed_size : (guint32) size);
  put16 (bytes, (guint16) strlen (member->name));
  put16 (bytes, 0); /* no extra field */
}

/* Returns: (transfer full): an archive of these files */
GBytes *
zip_make (const ZipMember *members,
          guint            n_members)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();
  guint32 start;

  for (guint i = 0; i < n_members; i++)
    {
      const ZipMember *member = &members[i];
      gsize length = member->length < 0 ? strlen (member->bytes) : (gsize) member->length;
      guint32 crc, offset = bytes->len;
      g_autoptr (GBytes) packed = pack (member, length, &crc);
      gsize packed_length = g_bytes_get_size (packed);

      put32 (bytes, LOCAL_HEADER);
      put_header (bytes, member, crc, packed_length, length + member->n_blanks);
      g_byte_array_append (bytes, (const guint8 *) member->name, (guint) strlen (member->name));
      g_byte_array_append (bytes, g_bytes_get_data (packed, NULL), (guint) packed_length);

      put32 (directory, CENTRAL_HEADER);
      put16 (directory, 3 << 8 | 20); /* made by Unix, where a backslash is a letter like any other */
      put_header (directory, member, crc, packed_length, length + member->n_blanks);
      put16 (directory, 0); /* no comment */
      put16 (directory, 0); /* the first disk */
      put16 (directory, 0);
      put32 (directory, 0);
      put32 (directory, offset);
      g_byte_array_append (directory, (const guint8 *) member->name, (guint) strlen (member->name));
    }

  start = bytes->len;
  g_byte_array_append (bytes, directory->data, directory->len);
  put32 (bytes, END_OF_CENTRAL_DIRECTORY);
  put32 (bytes, 0); /* the first disk */
  put16 (bytes, (guint16) n_members);
  put16 (bytes, (guint16) n_members);
  put32 (bytes, directory->len);
  put32 (bytes, start);
  put16 (bytes, 0); /* no comment */

  return g_byte_array_free_to_bytes (bytes);
}
