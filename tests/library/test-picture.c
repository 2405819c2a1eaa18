/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-library.h"
#include "picture-fixture.h"

/* Pictures as the program reads them from a library that the real compiler has made. */

static HcLibrary *
open_library (CompilerFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  HcLibrary *library;

  compiler_fixture_run (fixture, NULL, &errors, NULL);
  g_assert_cmpstr (errors, ==, "");
  library = hc_library_new (path, &error);
  g_assert_no_error (error);

  return library;
}

static void
test_order (void)
{
  static const char *const ids[] = { "squares", "stripe", "circle" };
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = NULL;
  GListModel *pictures;

  pictures_add (fixture);
  library = open_library (fixture);
  pictures = hc_library_get_pictures (library);
  g_assert_true (g_list_model_get_item_type (pictures) == HC_TYPE_PICTURE);
  g_assert_cmpuint (g_list_model_get_n_items (pictures), ==, G_N_ELEMENTS (ids));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HcPicture) picture = g_list_model_get_item (pictures, i);

      g_assert_cmpstr (hc_picture_get_id (picture), ==, ids[i]);
      g_assert_true (hc_library_get_picture (library, ids[i]) == picture);
    }

  g_assert_null (hc_library_get_picture (library, "alpha"));
}

static void
test_details (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = NULL;
  g_autofree char *link = NULL;
  HcPicture *picture;
  GPtrArray *parts, *sources;
  HcPicturePart *part;
  HcSource *source;
  gsize size;

  pictures_add (fixture);
  library = open_library (fixture);
  picture = hc_library_get_picture (library, "squares");

  g_assert_cmpstr (hc_picture_get_title (picture), ==, "Two Squares");
  g_assert_cmpstr (hc_picture_get_caption (picture), ==, "Squares & a circle.");
  g_assert_true (g_str_has_prefix (hc_picture_get_alternative (picture), "On the left there is a square."));
  g_assert_cmpstr (hc_picture_get_article (picture), ==, "alpha");
  g_assert_cmpstr (hc_picture_get_checked (picture), ==, "2026-11-20");
  g_assert_cmpint (hc_picture_get_width (picture), ==, 800);
  g_assert_cmpint (hc_picture_get_height (picture), ==, 600);
  link = hc_picture_dup_link (picture);
  g_assert_cmpstr (link, ==, "health-center:picture/squares");

  g_assert_cmpmem (g_bytes_get_data (hc_picture_get_svg (picture), &size), size,
                   SQUARES_DRAWING, strlen (SQUARES_DRAWING));

  parts = hc_picture_get_parts (picture);
  g_assert_cmpuint (parts->len, ==, 3);
  part = g_ptr_array_index (parts, 1);
  g_assert_cmpstr (part->name, ==, "spot");
  g_assert_cmpstr (part->title, ==, "Spot");
  g_assert_cmpstr (part->text, ==, "A spot on the other square.");
  g_assert_cmpstr (part->link, ==, "health-center:article/beta");
  part = g_ptr_array_index (parts, 2);
  g_assert_cmpstr (part->name, ==, "right");
  g_assert_null (part->link);

  sources = hc_picture_get_sources (picture);
  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpstr (source->title, ==, "Title Two");
  g_assert_null (source->published);

  /* What need not be there. */
  picture = hc_library_get_picture (library, "circle");
  g_assert_null (hc_picture_get_article (picture));
  g_assert_cmpuint (hc_picture_get_parts (picture)->len, ==, 0);
  g_assert_cmpint (hc_picture_get_height (picture), ==, 480);
}

/* The figure of an article has its picture; a library without pictures has no figures. */
static void
test_figure (gconstpointer with_pictures)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autoptr (HcLibrary) library = NULL;
  HcArticle *article;
  HcBlock *figure;

  if (with_pictures != NULL)
    pictures_add (fixture);
  compiler_fixture_write (fixture, "content/articles/alpha.md",
                          ALPHA_FRONT_MATTER ALPHA_TEXT "\n![A circle.](health-center:picture/circle)\n", -1);
  library = open_library (fixture);
  article = hc_library_get_article (library, "alpha");
  g_assert_true (hc_library_load_article (library, article, NULL));

  figure = g_ptr_array_index (hc_article_get_blocks (article), hc_article_get_blocks (article)->len - 1);
  g_assert_cmpint (figure->kind == HC_BLOCK_FIGURE, ==, with_pictures != NULL);

  if (with_pictures == NULL)
    return;

  g_assert_cmpstr (figure->target, ==, "circle");
  g_assert_nonnull (figure->picture);
  g_assert_true (figure->picture == hc_library_get_picture (library, "circle"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/picture/order", test_order);
  g_test_add_func ("/library/picture/details", test_details);
  g_test_add_data_func ("/library/picture/figure", "with", test_figure);
  g_test_add_data_func ("/library/picture/figure-without", NULL, test_figure);

  return g_test_run ();
}
