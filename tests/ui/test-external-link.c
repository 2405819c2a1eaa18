/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-external-link.h"
#include "hc-ui-fixture.h"

/* Before anything leaves the program the person sees where it goes. */

static GtkWidget *
get_dialog (HcWindow *window)
{
  return hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL);
}

static void
follow (HcWindow   *window,
        const char *address)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-link", "s", address);
  WAIT_FOR (get_dialog (window) != NULL);
  hc_ui_fixture_wait_frames (window, 4);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
dup_clipboard (HcWindow *window)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, text_read_cb, &text);
  WAIT_FOR (text != NULL);

  return text;
}

/* What is asked, what is shown with the host in bold, and what is copied. */
static void
test_dialog (void)
{
  static const struct {
    const char *address;
    const char *heading;
    const char *markup;
    const char *copy;
    const char *open;
    const char *copied;
  } cases[] = {
    { "https://www.cancer.org/cancer?a=b&c#d", "Open This Website?",
      "https://<b>www.cancer.org</b>/cancer?a=b&amp;c#d", "_Copy Address", "_Open in Browser",
      "https://www.cancer.org/cancer?a=b&c#d" },
    /* The name before the @ is not where it leads. */
    { "https://cancer.org@evil.example/", "Open This Website?", "https://cancer.org@<b>evil.example</b>/",
      "_Copy Address", "_Open in Browser", "https://cancer.org@evil.example/" },
    { "https://b.example@b.example/", "Open This Website?", "https://b.example@<b>b.example</b>/",
      "_Copy Address", "_Open in Browser", "https://b.example@b.example/" },
    { "https://a.example/a.example", "Open This Website?", "https://<b>a.example</b>/a.example",
      "_Copy Address", "_Open in Browser", "https://a.example/a.example" },
    { "https://www.EXAMPLE.org", "Open This Website?", "https://<b>www.EXAMPLE.org</b>",
      "_Copy Address", "_Open in Browser", "https://www.EXAMPLE.org" },
    { "http://example.org/", "Open This Website?", "http://<b>example.org</b>/",
      "_Copy Address", "_Open in Browser", "http://example.org/" },
    { "tel:+18002221222", "Call This Number?", "<b>+1 800-222-1222</b>", "_Copy Number", "_Call", "+18002221222" },
    { "tel:+12125550100;ext=12", "Call This Number?", "<b>+1 212-555-0100, extension 12</b>", "_Copy Number", "_Call",
      "+12125550100;ext=12" },
    { "tel:+49301234567", "Call This Number?", "<b>+49301234567</b>", "_Copy Number", "_Call", "+49301234567" },
    { "tel:911", "Call This Number?", "<b>911</b>", "_Copy Number", "_Call", "911" },
    { "mailto:help@example.org?subject=x", "Write to This Address?", "<b>help@example.org</b>",
      "_Copy Address", "_Write", "help@example.org" },
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AdwAlertDialog *dialog;
      GtkWidget *label;
      g_autofree char *copied = NULL, *toast = NULL;

      follow (window, cases[i].address);
      dialog = ADW_ALERT_DIALOG (get_dialog (window));
      label = adw_alert_dialog_get_extra_child (dialog);
      g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, cases[i].heading);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, cases[i].markup);
      g_assert_cmpstr (adw_alert_dialog_get_response_label (dialog, "copy"), ==, cases[i].copy);
      g_assert_cmpstr (adw_alert_dialog_get_response_label (dialog, "open"), ==, cases[i].open);
      g_assert_cmpstr (adw_alert_dialog_get_close_response (dialog), ==, "cancel");

      hc_ui_fixture_press (dialog, cases[i].copy);
      WAIT_FOR (get_dialog (window) == NULL);
      copied = dup_clipboard (window);
      g_assert_cmpstr (copied, ==, cases[i].copied);
      hc_ui_fixture_wait_frames (window, 2);
      toast = hc_ui_fixture_take_toast (window);
      g_assert_true (g_str_has_suffix (toast, " copied"));
    }
}

static void
test_cancel (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 360, 640);
  g_autofree char *toast = NULL;

  follow (window, "https://example.org/");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  hc_ui_fixture_press (get_dialog (window), "_Cancel");
  WAIT_FOR (get_dialog (window) == NULL);
  hc_ui_fixture_wait_frames (window, 2);
  toast = hc_ui_fixture_take_toast (window);
  g_assert_null (toast);
}

/* Only what is known to lead to a browser, a telephone or a mail program is offered at all. */
static void
test_unknown (void)
{
  static const char *const addresses[] = {
    "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "https://", "https:", "http:///x", "ftp://a/b",
    "smb://a/b", "nonsense", "", "\xff", "//example.org/",
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *toast = NULL;

      g_test_message ("%s", addresses[i]);
      g_assert_false (hc_external_link_is_known (addresses[i]));
      if (!g_utf8_validate (addresses[i], -1, NULL))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-link", "s", addresses[i]);
      hc_ui_fixture_wait_frames (window, 2);
      g_assert_null (get_dialog (window));
      toast = hc_ui_fixture_take_toast (window);
      g_assert_cmpstr (toast, ==, "This link leads nowhere in Health Center");
    }
}

/* In very large letters there is more than the window holds: the question comes first, not what has the focus. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GtkAdjustment *adjustment;
  HcWindow *window;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 5 / 2, NULL);
  window = hc_ui_fixture_present (fixture, "health-center:articles", 720, 420);
  follow (window, "tel:+18002221222");
  adjustment = gtk_scrolled_window_get_vadjustment (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_SCROLLED_WINDOW,
                                                                        NULL));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0.0);

  adw_dialog_force_close (ADW_DIALOG (get_dialog (window)));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/external-link/dialog", test_dialog);
  g_test_add_func ("/external-link/cancel", test_cancel);
  g_test_add_func ("/external-link/unknown", test_unknown);
  g_test_add_func ("/external-link/large-text", test_large_text);

  return g_test_run ();
}
