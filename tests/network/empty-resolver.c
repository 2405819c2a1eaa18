/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "empty-resolver.h"

static GResolver *before;
static GPtrArray *names;

typedef struct { GResolver parent_instance; } EmptyResolver;
typedef struct { GResolverClass parent_class; } EmptyResolverClass;

static GType empty_resolver_get_type (void);
G_DEFINE_TYPE (EmptyResolver, empty_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver                *resolver,
              const char               *name,
              GResolverNameLookupFlags  flags,
              GCancellable             *cancellable,
              GAsyncReadyCallback       callback,
              gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "There is no %s", name);
}

static void
lookup_plain_async (GResolver           *resolver,
                    const char          *name,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  lookup_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
empty_resolver_class_init (EmptyResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = lookup_plain_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags_async = lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
empty_resolver_init (EmptyResolver *self)
{
}

void
empty_resolver_install (void)
{
  g_autoptr (GResolver) empty = g_object_new (empty_resolver_get_type (), NULL);

  g_assert_null (before);
  before = g_resolver_get_default ();
  names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_resolver_set_default (empty);
}

/* Returns: (transfer full): who was looked for since it was installed, each once, with blanks between them */
char *
empty_resolver_remove (void)
{
  char *text;

  g_assert_nonnull (before);
  text = names->len > 0 ? g_strjoinv (" ", (char **) names->pdata) : g_strdup ("");
  g_resolver_set_default (before);
  g_clear_object (&before);
  g_clear_pointer (&names, g_ptr_array_unref);

  return text;
}
