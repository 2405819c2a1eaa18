# shellcheck shell=bash
# The stand-in: a runtime and SDK named like GNOME's but made of Debian testing packages, in a Flatpak
# installation of its own. Part of "build", which it is read into by test.bash.

readonly CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/health-center/flatpak

# What the stand-in holds: what the real SDK has and the app needs, and what the manifest builds as modules
# but Debian has as packages (STAND_IN_MODULES, left out of the test's manifest).
readonly STAND_IN_PACKAGES=(
  gcc libc6-dev meson ninja-build pkgconf gettext python3       # compiler, build system, translations
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev gir1.2-adw-1     # the toolkit
  libsqlite3-dev libsoup-3.0-dev libjson-glib-dev libxml2-dev   # other libraries of the SDK
  librsvg2-dev libarchive-dev
  libical-dev libcmark-dev blueprint-compiler                   # the modules
  libgtk-4-bin libglib2.0-bin libxml2-utils                     # resources and caches
  desktop-file-utils appstream                                  # checks of the installed files
  adwaita-icon-theme librsvg2-common gsettings-desktop-schemas  # what a window looks like
  fonts-cantarell fonts-dejavu-core glib-networking ca-certificates tzdata
)
# shellcheck disable=SC2034 # read by test.bash
readonly STAND_IN_MODULES=(libical cmark blueprint-compiler)
# Not unpacked, to save time: what no build and no start reads.
readonly STAND_IN_WITHOUT=('/usr/share/man/*' '/usr/share/doc/*' '/usr/share/locale/*' '/usr/bin/*lto-dump*')
readonly STAND_IN_VERSION=2 # raise it when make_stand_in changes what it makes

# Sets stand_in to a Flatpak installation with the stand-in, made where it is missing. The lock on file
# descriptor 8 is shared from then on: a run with another package list does not delete what is in use.
need_stand_in() {
  local key other
  key=$(printf '%s\n' "$STAND_IN_VERSION" "${STAND_IN_PACKAGES[@]}" "${STAND_IN_WITHOUT[@]}" | sha256sum)
  stand_in=$CACHE/stand-in-${key:0:12}
  mkdir -p "$CACHE"
  exec 8>"$stand_in.lock"
  if [[ ! -d $stand_in ]]; then
    flock -n 8 || { say "Waiting for another run that makes the stand-in runtime" && flock 8; }
    [[ -d $stand_in ]] || make_stand_in "$stand_in.partial"
  fi
  flock -s 8
  for other in "$CACHE"/stand-in-*; do
    [[ $other == "$stand_in"* || $other == *.lock ]] ||
      flock -n "${other%.partial}.lock" rm -rf "$other" || true
  done
}

make_stand_in() {
  local partial=$1 free
  "$SRC/dev" install-host mmdebstrap uidmap debian-archive-keyring ostree ||
    die $? "the packages that make the stand-in runtime cannot be installed"
  rm -rf "$partial"
  mkdir -p "$partial/root/files"
  for free in "$CACHE" /var/tmp; do
    (($(df --output=avail -k "$free" | tail -n 1) > 2500000)) ||
      die 6 "the stand-in runtime needs 2.5 GB in $free while it is made."
  done
  step "Stand-in runtime: Debian testing (once, about a minute)" debian_root "$partial/root" ||
    die 5 "no root of Debian testing: $(grep -E '^(E:|dpkg: error)' "$LOG" | head -n 5). The log: $LOG"
  step "Stand-in runtime: private Flatpak installation" import_runtime "$partial" ||
    die 7 "the stand-in cannot be installed. The log: $LOG"
  mv "$partial" "$stand_in"
}

# The folder usr in the shape of a runtime. The files come out of a stream without their owners: an
# ordinary user cannot give files away, and Flatpak does not keep owners. Archives of code are left out,
# but for those that the compiler names by itself: libpthread.a is empty, and -pthread asks for it.
debian_root() {
  local mirror mode=unshare options=() path
  mirror=$("$SRC/dev" mirror)
  ((EUID)) || mode=root
  for path in "${STAND_IN_WITHOUT[@]}"; do options+=(--dpkgopt="path-exclude=$path"); done
  # In /var/tmp since /tmp is often memory, and from / since --mode=unshare cannot read every folder. The
  # Release file of a mirror that lags is as well signed as another: only its last day is not looked at.
  # Without the locks' file descriptors: a hook of mmdebstrap fails where the next one has two digits.
  (cd / && TMPDIR=/var/tmp mmdebstrap --mode="$mode" --variant=essential --format=tar "${options[@]}" \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
    --include="$(IFS=, && echo "${STAND_IN_PACKAGES[*]}")" testing - ${mirror:+"$mirror"}) 8>&- 9>&- |
    tar -x -C "$1" --no-same-owner --wildcards ./usr ./etc &&
    find "$1/usr/lib" -name 'lib*.a' ! -name 'libc_nonshared.a' ! -name 'libgcc*.a' \
      ! -name libpthread.a -delete &&
    chmod -R u+rwX "$1" &&
    mv "$1/etc" "$1/usr/etc"
}

# One tree serves as runtime and SDK. "bare-user-only" keeps files as they are, so that installing links
# them: ten times faster than through a compressed repository.
import_runtime() {
  local partial=$1 arch kind
  export FLATPAK_USER_DIR=$partial
  arch=$(flatpak --default-arch) && ostree init --repo="$partial/export" --mode=bare-user-only || return
  for kind in Platform Sdk; do
    cat >"$partial/root/metadata" <<END
[Runtime]
name=org.gnome.$kind
runtime=org.gnome.Platform/$arch/$BRANCH
sdk=org.gnome.Sdk/$arch/$BRANCH

[X-Stand-In]
description=Not GNOME's: a stand-in of Debian testing packages for tests. Never publish it.
END
    flatpak build-export --runtime --disable-sandbox --subject="Stand-in for org.gnome.$kind" \
      --body="Of Debian testing packages, for tests only" "$partial/export" "$partial/root" "$BRANCH" || return
  done
  flatpak remote-add --user --no-gpg-verify --title="Stand-in, not GNOME" stand-in "file://$partial/export" &&
    flatpak install --user -y --noninteractive --no-related stand-in \
      "org.gnome.Platform//$BRANCH" "org.gnome.Sdk//$BRANCH" &&
    rm -rf "$partial/root" "$partial/export" && unset FLATPAK_USER_DIR
}
