# shellcheck shell=bash
# "build --test": builds the app, installs it into a Flatpak installation of its own, starts it in the sandbox
# and looks. Part of "build", which reads it.

# shellcheck source-path=SCRIPTDIR source=stand-in.bash disable=SC1091
. "$HERE/stand-in.bash"

readonly WORK=$OUT/test
session=     # a folder for the sockets of the test's session
pids=()      # the servers of that session
address=     # where the last of them listens
location=    # the Flatpak installation that has the runtime
installed=   # where the app is installed
app_pid=     # its process outside the sandbox
stand_in=    # the installation that need_stand_in finds or makes

# --- Results, in TAP ---------------------------------------------------------------------------------

passed=0 failed=0 skipped=0
ok() { printf 'ok %d - %s\n' $((++passed + failed + skipped)) "$1"; }
skip() { printf 'ok %d - %s # SKIP %s\n' $((passed + failed + ++skipped)) "$1" "$2"; }
not_ok() {
  printf 'not ok %d - %s\n' $((passed + ++failed + skipped)) "$1"
  [[ ! ${2:-} ]] || printf '%s\n' "$2" | head -n 40 | sed 's/^/#   /'
}

# check TEXT COMMAND...: a test that passes where the command does, and shows its output where it does not.
check() {
  local text=$1 output
  shift
  if output=$("$@" 2>&1); then ok "$text"; else not_ok "$text" "$output"; fi
}

# finish [CODE]: the last line, and the end.
finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  exit $((failed ? ${1:-1} : 0))
}

# In a test, what cannot go on is a failure like others.
die() {
  local code=$1
  shift
  not_ok "the test can be made" "$*"
  finish "$code"
}

same() { [[ $1 == "$2" ]] || { printf 'expected: %s\nfound:    %s\n' "$1" "$2"; return 1; }; }

# --- Building and installing -------------------------------------------------------------------------

# test_manifest FILE MODULE...: the manifest without these modules, with warnings as errors.
test_manifest() {
  local compose=yes
  ! old_builder || compose=no
  python3 - "$MANIFEST" "$SRC" "$compose" "$@" <<'PYTHON'
import json, sys
source, project, compose, target, *without = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    manifest = json.load(file)
manifest["modules"] = [module for module in manifest["modules"] if module["name"] not in without]
manifest["appstream-compose"] = compose == "yes"
manifest["build-options"] = {"no-debuginfo": True}
own = manifest["modules"][-1]
own["config-opts"].append("-Dwerror=true")
own["sources"][0]["path"] = project
with open(target, "w", encoding="utf-8") as file:
    json.dump(manifest, file, indent=4)
PYTHON
}

# borrow_runtime ID: the private installation sees a runtime of the one in $location, without a copy. The
# link stands at the deepest place, since Flatpak follows none above.
borrow_runtime() {
  local folder commit
  folder=runtime/$1/$(flatpak --default-arch)/$BRANCH
  commit=$(readlink "$location/$folder/active")
  mkdir -p "$FLATPAK_USER_DIR/$folder"
  ln -s "$location/$folder/$commit" "$FLATPAK_USER_DIR/$folder/$commit"
  ln -s "$commit" "$FLATPAK_USER_DIR/$folder/active"
}

build_and_install() {
  test_manifest "$WORK/$APP.json" "$@" &&
    flatpak-builder --user --force-clean --disable-cache --disable-rofiles-fuse --state-dir="$WORK/state" \
      --repo="$WORK/repo" "$WORK/build" "$WORK/$APP.json" &&
    flatpak build-bundle "$WORK/repo" "$WORK/for-tests-only.flatpak" "$APP" "$APP_BRANCH" &&
    flatpak install --user -y --noninteractive --no-deps --no-related "$WORK/for-tests-only.flatpak" &&
    rm "$WORK/for-tests-only.flatpak"
}

# The errors of the build, or the end of what it said.
build_errors() {
  sed -n '/^=== Building/,$p' "$LOG" | grep -E '(^|[: ])([Ee]rror|ERROR|FAILED):' | grep -v 'werror: true' ||
    tail -n 20 "$LOG"
}

# --- Looking at what was installed -------------------------------------------------------------------

# "group=item" a line, sorted; what is outside [Context] would show as more lines.
permissions() {
  flatpak info --user --show-permissions "$APP" | awk -F= '
    /^\[Context\]$/ || /^$/ { next }
    { n = split($2, item, ";"); for (i = 1; i <= n; i++) if (item[i] != "") print $1 "=" item[i] }
    !/=/ { print }' | sort
}

# Flatpak itself writes x11 beside fallback-x11, for the sake of its older versions.
only_these_permissions() {
  same $'devices=dri\nshared=ipc\nshared=network\nsockets=fallback-x11\nsockets=wayland' "$(permissions | grep -vx sockets=x11)"
}

has_files() {
  local base=$1 file missing=()
  shift
  for file; do [[ -s $base/$file ]] || missing+=("$file"); done
  ((${#missing[@]} == 0)) || { printf 'missing in %s:\n' "$base" && printf '%s\n' "${missing[@]}"; return 1; }
}

# flatpak-builder before 1.4 gives it its old name.
metainfo_exported() {
  local folder=$FLATPAK_USER_DIR/exports/share/metainfo
  has_files "$folder" "$APP.metainfo.xml" || has_files "$folder" "$APP.appdata.xml"
}

no_build_files() {
  same '' "$(find "$installed/files" -name '*.h' -o -name '*.pc' -o -name '*.a' -o -name '*blueprint*')"
}

# The stand-in has the libraries of modules whose files the manifest does not keep, GNOME's runtime has not.
needs_kept_libraries_only() {
  local module
  for module in "${STAND_IN_MODULES[@]}"; do
    ! grep -q "lib$module" "$installed/files/bin/health-center" || { echo "it needs lib$module"; return 1; }
  done
}

prints_version() {
  local version
  version=$(timeout 30 flatpak run --user "$APP" --version) || return
  [[ $version =~ [0-9]+\.[0-9]+ ]] || { echo "printed: $version"; return 1; }
}

# --- A session of its own, and the app in it ---------------------------------------------------------

# start_server COMMAND...: starts a program that writes its address to file descriptor 7; sets address.
start_server() {
  "$@" 7>&7 8>&- 9>&- 2>>"$LOG" >/dev/null &
  pids+=($!)
  read -r -t 30 -u 7 address || die 1 "$1 does not start. The log: $LOG"
}

start_session() {
  mkfifo "$session/address"
  exec 7<>"$session/address"
  start_server Xvfb -displayfd 7 -screen 0 1280x1024x24 -nolisten tcp -noreset
  export DISPLAY=:$address
  start_server dbus-daemon --session --nofork --print-address=7
  # Also in place of the system's bus: Flatpak asks there about parental controls, and a container has none.
  export DBUS_SESSION_BUS_ADDRESS=$address DBUS_SYSTEM_BUS_ADDRESS=$address
  exec 7>&-
}

stop_session() {
  local pid
  [[ ! -d $session ]] || flatpak kill "$APP" 2>/dev/null || true
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || continue
    timeout 10 tail --pid="$pid" -f /dev/null || kill -KILL "$pid"
  done
  rm -rf "$session"
}

start_app() {
  flatpak run --user --die-with-parent --env=GSK_RENDERER=cairo --env=GDK_DISABLE=gl,vulkan \
    --env=GTK_A11Y=atspi --env=LC_ALL=C.UTF-8 "$APP" "$@" >"$WORK/app.log" 2>&1 8>&- 9>&- &
  app_pid=$!
}

# The title must come out of the app's library in the sandbox: it stands on the page of that article.
test_window() {
  local article title seen
  article=$(find "$SRC/data/content/articles" -name '*.md' | sort | sed -n 1p)
  title=$(sed -n 's/^title: *//p' "$article" | sed -n 1p)
  start_app "health-center:article/$(sed -n 's/^id: *//p' "$article" | sed -n 1p)"
  seen=$("$HERE/window-check" 60 "Health Center" "$title" 2>&1) || true
  case $seen in
    *"window at-spi"*) ok "the window \"Health Center\" opens in the sandbox (seen through AT-SPI)" ;;
    *"window x11"*) ok "the window \"Health Center\" opens in the sandbox (seen on the X server)" ;;
    *) not_ok "the window \"Health Center\" opens in the sandbox" "$seen"$'\n'"$(cat "$WORK/app.log")" ;;
  esac
  case $seen in
    *"text found"*) ok "the article \"$title\" is in it" ;;
    *"text missing"*) not_ok "the article \"$title\" is in it" "$(cat "$WORK/app.log")" ;;
    *) skip "the article \"$title\" is in it" "AT-SPI shows no window" ;;
  esac
}

test_quit() {
  local text="it ends cleanly when told to quit" status=0
  gdbus call --session --timeout 20 --dest "$APP" --object-path "/${APP//.//}" \
    --method org.freedesktop.Application.ActivateAction quit '[]' '{}' &>>"$WORK/app.log" || true
  if timeout 20 tail --pid="$app_pid" -f /dev/null; then
    wait "$app_pid" || status=$?
    check "$text" same "exit status 0" "exit status $status"
  else
    flatpak kill "$APP" 2>/dev/null || true
    not_ok "$text" "it runs on"$'\n'"$(cat "$WORK/app.log")"
  fi
}

complaints() { same '' "$(grep -E '(CRITICAL|ERROR|WARNING) \*\*' "$WORK/app.log")"; }

data_in_its_place() {
  same '' "$(cd "$HOME" && find . -type f ! -path "./.var/app/$APP/*")" || return
  [[ $(find "$HOME/.var/app/$APP/data" -type f) ]] || { find "$HOME/.var"; return 1; }
}

test_flatpak() {
  local without=() icons=icons/hicolor
  # librsvg2-common: Flatpak checks icons before it exports them.
  "$SRC/dev" install-host flatpak flatpak-builder git patch librsvg2-common bubblewrap xvfb x11-utils \
    dbus-daemon libglib2.0-bin at-spi2-core python3-gi gir1.2-atspi-2.0 ||
    die $? "the packages of the test cannot be installed"
  if ! bwrap --ro-bind / / --unshare-user --unshare-pid --proc /proc --dev /dev true 2>>"$LOG"; then
    not_ok "this machine can run Flatpak" "no user namespaces here (bwrap): $(tail -n 1 "$LOG")"
    finish
  fi
  rm -rf "$WORK"
  mkdir -p "$WORK/home"
  if runtime_installed; then
    say "On the installed GNOME $BRANCH runtime"
    location=$(flatpak info --show-location "org.gnome.Sdk//$BRANCH")
    location=${location%/runtime/*}
  else
    need_stand_in
    say "On a stand-in for the GNOME $BRANCH runtime, of Debian testing packages: $stand_in"
    location=$stand_in
    without=("${STAND_IN_MODULES[@]}")
  fi

  # From here on nothing of the person: neither home nor session nor Flatpak installation. A short path
  # for the runtime folder, since names of sockets have at most 107 characters.
  session=$(mktemp -d /tmp/hc-flatpak.XXXXXX)
  trap 'stop_session' EXIT
  trap 'exit 130' INT TERM HUP
  export HOME=$WORK/home FLATPAK_USER_DIR=$WORK/installation XDG_RUNTIME_DIR=$session
  unset XDG_{DATA,CONFIG,CACHE,STATE}_HOME WAYLAND_DISPLAY XAUTHORITY AT_SPI_BUS_ADDRESS
  unset SUDO_{USER,UID,GID,COMMAND} # Flatpak refuses to start an app "with sudo"
  borrow_runtime org.gnome.Platform
  borrow_runtime org.gnome.Sdk
  start_session

  local text="the app builds with warnings as errors, and its bundle installs"
  if ! step "Building and installing the app" build_and_install "${without[@]}"; then
    not_ok "$text" "$(build_errors)"$'\n'"The whole log: $LOG"
    finish
  fi
  ok "$text"
  installed=$(flatpak info --user --show-location "$APP")
  check "it has the five permissions and no other" only_these_permissions
  check "menu entry, icons and D-Bus service are exported" has_files "$FLATPAK_USER_DIR/exports/share" \
    "applications/$APP.desktop" "dbus-1/services/$APP.service" \
    "$icons/scalable/apps/$APP.svg" "$icons/symbolic/apps/$APP-symbolic.svg"
  check "metainfo is exported" metainfo_exported
  check "settings schema and library are in it" has_files "$installed/files/share" \
    "glib-2.0/schemas/$APP.gschema.xml" glib-2.0/schemas/gschemas.compiled health-center/library.db
  check "nothing that only a build needs is in it" no_build_files
  check "the program needs no library of a module that is cleaned up" needs_kept_libraries_only
  check "--version prints a version" prints_version
  test_window
  test_quit
  check "it wrote no warning" complaints
  check "data is in ~/.var/app/$APP and nowhere else" data_in_its_place
  ((failed)) || rm -rf "$WORK"
  finish
}
