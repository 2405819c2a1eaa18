/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup.h"

static void
test_names (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-5 * 60 * 60);
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, 20, 18, 11, 54.9);
  g_autoptr (GDateTime) utc = g_date_time_new_utc (2026, 11, 20, 23, 11, 54);
  g_autoptr (HcBackup) daily = hc_backup_new ("/f", time, HC_BACKUP_DAILY);
  g_autoptr (HcBackup) update = hc_backup_new ("/f", time, HC_BACKUP_BEFORE_UPDATE);
  g_autoptr (HcBackup) named = hc_backup_new_named ("/g", "profile-20261120T231154Z-before-update.db");

  g_assert_cmpstr (hc_backup_get_path (daily), ==, "/f/profile-20261120T231154Z-daily.db");
  g_assert_cmpint (hc_backup_get_kind (daily), ==, HC_BACKUP_DAILY);
  g_assert_true (g_date_time_equal (hc_backup_get_time (daily), utc));
  g_assert_cmpstr (hc_backup_get_path (update), ==, "/f/profile-20261120T231154Z-before-update.db");
  g_assert_cmpstr (hc_backup_get_path (named), ==, "/g/profile-20261120T231154Z-before-update.db");
  g_assert_cmpint (hc_backup_get_kind (named), ==, HC_BACKUP_BEFORE_UPDATE);
  g_assert_true (g_date_time_equal (hc_backup_get_time (named), utc));
}

static void
test_foreign_names (void)
{
  static const char *const names[] = {
    "",
    "profile.db",
    "profile-",
    "profile-daily.db",
    "profile-20261120T231154Z",
    "profile-20261120T231154Z-daily.db.partial",
    "profile-20261120T231154Z-weekly.db",
    "profile-20261320T231154Z-daily.db",
    "profile-20261120T231154-daily.db",
    "profile-set-aside-20261120T231154Z.db",
    "xprofile-20261120T231154Z-daily.db",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_null (hc_backup_new_named ("/f", names[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/backup/names", test_names);
  g_test_add_func ("/profile/backup/foreign-names", test_foreign_names);

  return g_test_run ();
}
