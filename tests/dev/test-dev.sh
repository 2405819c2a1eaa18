#!/bin/bash
# Tests ./dev and .ci/run without network, root or a second system: apt-get,
# mmdebstrap, bubblewrap and the like are small fakes that write down how they
# were called. Prints TAP. Usage: test-dev.sh [SOURCE FOLDER]
# shellcheck disable=SC2016,SC2034,SC2317 # the conditions are strings, for all()
set -uo pipefail

source=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}
box=$(mktemp -d "${TMPDIR:-/tmp}/test-dev-XXXXXX")
trap 'chmod -R u+rwX "$box"; rm -rf "$box"' EXIT
tests=0
failures=0

# --- The faked system --------------------------------------------------------

# A system of its own for each test: programs in bin, what they shall do in
# state, how they were called in calls, a checkout in src, a home in home.
new_system() {
  local program
  sys=$box/$((++systems))
  home=$sys/home
  cache=$home/.cache/health-center
  mkdir -p "$sys"/{bin,state,home,src/tests/shots}
  cp "$source/dev" "$sys/src/"
  for program in bash env cat sed tr cut find mktemp date tail head grep sort sha256sum dirname rm mv cp \
    mkdir touch sleep flock stat tac od readlink chmod tar ls true tee; do
    ln -s "$(command -v "$program")" "$sys/bin/$program"
  done
  echo 1000 >"$sys/state/uid"
  os debian 12
  fake id 'case $* in -u | -g) cat "$state/uid" ;; -un | -gn) echo dora ;; *) echo 1000 ;; esac'
  fake df 'echo Avail; cat "$state/free" 2>/dev/null || echo 99999'
  fake dpkg-query 'grep -qx "${!#}" "$state/installed" 2>/dev/null && echo installed || echo not-installed'
  fake dpkg '[[ $1 == --compare-versions && $3 == ge && $(printf "%s\n" "$2" "$4" | sort -V | head -n 1) == "$4" ]]'
  fake apt-config 'cat "$state/apt-config" 2>/dev/null'
  fake apt-cache 'echo "  Candidate: $(cat "$state/candidate" 2>/dev/null)"'
  fake apt-get 'case $1 in
    indextargets) cat "$state/indextargets" 2>/dev/null; exit ;;
  esac
  [[ $* != *install* ]] || { cat "$state/apt-says" 2>/dev/null && exit 100; }
  [[ $* != *install* ]] || printf "%s\n" "${@:2}" >>"$state/installed"'
  fake sudo '[[ ! -e $state/sudo-refuses ]] || exit 1
  case $1 in -n) shift ;; -v) exit ;; esac
  "$@"'
  fake mmdebstrap '[[ $1 != --unshare-helper ]] || { shift; "$@"; exit; }
  [[ ! -e $state/mirror-lacks || ${!#} != http* ]] ||
    { echo "E: The repository ${!#} trixie does not have a Release file." >&2; exit 1; }
  sleep "$(cat "$state/slow" 2>/dev/null || echo 0)"
  root=$state/made; rm -rf "$root"; mkdir -p "$root"/{usr/bin,etc,dev}
  echo root:x:0:0::/root:/bin/sh >"$root/etc/passwd"; echo root:x:0: >"$root/etc/group"
  tar -C "$root" -c .
  cat "$state/mmdebstrap-says" >&2 2>/dev/null && exit 1
  exit 0'
  fake bwrap '[[ $* != "--ro-bind / / true" ]] || { [[ ! -e $state/no-userns ]]; exit; }
  [[ -e /dev/fd/0 ]] || touch "$state/closed-stdin"
  while [[ $1 != -- ]]; do shift; done
  if [[ -e $state/fails && $* == *$(cat "$state/fails")* ]]; then
    printf "line %s.\n" {1..40}
    exit 1
  fi
  [[ $* != *setup* ]] || touch "$build/build.ninja"; exit 0'
}

# fake NAME BODY: a program that writes down its call and does BODY.
fake() {
  printf '#!%s\nstate=%q build=%q\necho "%s $*" >>%q\n%s\n' "$BASH" "$sys/state" "$sys/src/_build/debian-13" \
    "$1" "$sys/calls" "$2" >"$sys/bin/$1"
  chmod +x "$sys/bin/$1"
}

# os ID [VERSION [ID_LIKE]]: what the faked system is.
os() {
  printf 'PRETTY_NAME="The System"\nID=%s\n%s%s' "$1" "${2:+VERSION_ID=\"$2\"$'\n'}" \
    "${3:+ID_LIKE=$3$'\n'}" >"$sys/os-release"
}

has_everything() { printf '%s\n' mmdebstrap bubblewrap debian-archive-keyring uidmap >"$sys/state/installed"; }

# dev ARGUMENTS: runs ./dev there, with the variables in session; sets status, out and err.
dev() {
  env -i PATH="$sys/bin" HOME="$home" HC_DEV_OS_RELEASE="$sys/os-release" "${session[@]}" \
    "$sys/src/dev" "$@" >"$sys/out" 2>"$sys/err" </dev/null
  status=$?
  out=$(cat "$sys/out")
  err=$(cat "$sys/err")
}

called() { grep -q -e "$1" "$sys/calls" 2>/dev/null; }
calls() { grep -c -e "$1" "$sys/calls" 2>/dev/null; }
roots() { find "$cache" -maxdepth 1 -name 'root-*' -type d ! -name '*.partial' | wc -l; }

# check TEXT CONDITION...: one test.
check() {
  local text=$1
  shift
  if "$@"; then
    echo "ok $((++tests)) - $text"
  else
    echo "not ok $((++tests)) - $text"
    echo "# failed: $*"
    echo "# status ${status:-}"
    sed 's/^/# err: /' "$sys/err"
    ((++failures))
  fi
}

is() { [[ $1 == "$2" ]]; }
has() { [[ $1 == *"$2"* ]]; }
not() { ! "$@"; }
all() { # all "command" "command" ...: each is run by eval
  local condition
  for condition; do
    eval "$condition" || { echo "# not so: $condition"; return 1; }
  done
}

# --- Usage -------------------------------------------------------------------

systems=0
session=()
new_system
dev help
check "help tells the commands and exit codes" all 'is $status 0' 'has "$out" "run [ARG"' 'has "$out" "test ["' \
  'has "$out" "fuzz ["' 'has "$out" "bench ["' 'has "$out" "shot ["' 'has "$out" "flatpak ["' 'has "$out" "Exit codes"'
dev
check "no command is wrong usage" all 'is $status 2' 'is "$out" ""' 'has "$err" Usage'
dev nonsense
check "an unknown command is wrong usage" all 'is $status 2' 'has "$err" Usage'
check "asking for help changes nothing" not test -e "$cache" -o -e "$sys/src/_build"

# --- The mirror --------------------------------------------------------------

new_system
printf '%s\n' 'Debian|Debian-Security|http://security.example/' 'Debian Backports|Debian Backports|http://b.example/' \
  'Debian|Debian|http://mirror.example/debian/' 'Debian|Debian|http://second.example/' >"$sys/state/indextargets"
dev mirror
check "the mirror is that of apt's Debian entry" all 'is $status 0' 'is "$out" http://mirror.example/debian/'
printf '# no\nhttps://listed.example/debian\tpriority:1\nhttps://other.example\n' >"$sys/mirrors"
echo "Debian|Debian|mirror+file://$sys/mirrors" >"$sys/state/indextargets"
dev mirror
check "the first mirror of a list of mirrors" is "$out" https://listed.example/debian
echo 'Debian|Debian|cdrom:[Debian]/' >"$sys/state/indextargets"
dev mirror
check "a disc is no mirror" all 'is $status 0' 'is "$out" ""'
echo 'Ubuntu|Ubuntu|http://ubuntu.example/' >"$sys/state/indextargets"
dev mirror
check "another distribution's mirror is not Debian's" all 'is $status 0' 'is "$out" ""'

# --- Packages of the machine -------------------------------------------------

new_system
has_everything
dev install-host uidmap bubblewrap
check "nothing to install: apt-get is not called" all 'is $status 0' 'not called apt-get' 'is "$err" ""'
dev install-host uidmap flatpak
check "only what is missing is installed, with sudo" all 'is $status 0' \
  'called "sudo env .* apt-get .*install.* flatpak$"' \
  'not called "install.*uidmap"'
check "one line a step" is "$(grep -c . "$sys/err")" 1
new_system
echo 0 >"$sys/state/uid"
dev install-host flatpak
check "root needs no sudo" all 'is $status 0' 'called "^apt-get .*install"' 'not called ^sudo'
new_system
rm "$sys/bin/sudo"
dev test
check "neither root nor sudo" all 'is $status 4' 'has "$err" "no sudo"' 'has "$err" "apt-get install mmdebstrap"'
new_system
touch "$sys/state/sudo-refuses"
dev test
check "sudo refuses" all 'is $status 4' 'has "$err" "sudo refuses"'
new_system
echo "Err: Temporary failure resolving 'mirror.example'" >"$sys/state/apt-says"
dev test
check "no network" all 'is $status 5' 'has "$err" "Is the network up?"' 'has "$err" "Temporary failure"'
echo "dpkg: No space left on device" >"$sys/state/apt-says"
dev test
check "the disk becomes full" is "$status" 6
echo "dpkg: something else" >"$sys/state/apt-says"
dev test
check "packages cannot be installed" is "$status" 8

# --- Which world -------------------------------------------------------------

new_system
os arch '' ''
rm "$sys/bin/apt-get"
dev test
check "an unknown system without the floor" all 'is $status 3' 'has "$err" "The System"' 'has "$err" "gtk4 4.18"' \
  'has "$err" blueprint-compiler'
for system in "debian 13" "debian" "ubuntu 25.10 debian"; do
  new_system
  # shellcheck disable=SC2086 # words
  os $system
  echo 1.7.5 >"$sys/state/candidate"
  dev test
  check "$system has the floor: its own packages are installed" all 'called "apt-get.*install.*libgtk-4-dev"' \
  'not called "^mmdebstrap"'
done
for system in "debian 11" "debian 12" "ubuntu 24.04 debian" "linuxmint 22 ubuntu\ debian"; do
  new_system
  eval "os $system"
  has_everything
  echo 1.5.0 >"$sys/state/candidate"
  dev shot
  check "$system lacks the floor: the root is made" all 'is $status 0' 'called "^mmdebstrap .*trixie"' 'is $(roots) 1'
done

# --- The root ----------------------------------------------------------------

new_system
has_everything
echo 'Debian|Debian|http://mirror.example/debian/' >"$sys/state/indextargets"
printf '%s\n' 'Acquire::http::Proxy "http://proxy.example:3142";' 'Acquire::Check-Valid-Until "false";' \
  'APT::Other "1";' >"$sys/state/apt-config"
echo 900 >"$sys/state/free"
dev shot
check "too little disk space" all 'is $status 6' 'has "$err" "MB in $cache, and 900 MB"' \
  'not called "^mmdebstrap --verb"' 'is $(roots) 0'
rm "$sys/state/free"
echo "E: broken" >"$sys/state/mmdebstrap-says"
dev shot
check "a root that could not be made is not kept" all 'is $status 8' 'is $(roots) 0' 'has "$err" "E: broken"'
rm "$sys/state/mmdebstrap-says"
dev shot
check "and the next start makes it" all 'is $status 0' 'is $(roots) 1' 'has "$err" "Making the Debian 13 root"'
check "from apt's mirror, with its proxy and its way with dates" all \
  'called "^mmdebstrap .* trixie - http://mirror.example/debian/$"' \
  'called "^mmdebstrap .*--aptopt=Acquire::http::Proxy \"http://proxy.example:3142\";"' \
  'called "^mmdebstrap .*--aptopt=Acquire::Check-Valid-Until"' 'not called "^mmdebstrap .*APT::Other"'
: >"$sys/calls"
dev shot
check "a second start makes nothing" all 'is $status 0' 'not called "^mmdebstrap"' 'not called "^apt-get.*install"' \
  'not called "meson setup"'

root=$(find "$cache" -maxdepth 1 -name 'root-*' -type d)
mv "$root" "$root.partial"
touch "$root.partial/half"
: >"$sys/calls"
dev shot
check "half a root is not used" all 'is $status 0' 'called "^mmdebstrap"' 'test ! -e $root/half' \
  'test ! -e $root.partial'

work=$(mktemp -d /var/tmp/health-center-test-XXXXXX)
mkdir -p "$work/mmdebstrap.half/usr"
echo "$work" >"$root.work"
rm -rf "$root"
fake umount ''
printf '%s %s rw 0 0\n' proc /proc tmpfs "$work/mmdebstrap.half/dev" tmpfs "$work/mmdebstrap.half/dev/shm" >"$sys/mounts"
: >"$sys/calls"
session=(HC_DEV_MOUNTS="$sys/mounts")
dev shot
session=()
check "what a killed mmdebstrap left behind is deleted" all 'is $status 0' 'test ! -e $work' 'test ! -e $root.work'
check "after what it had mounted there was unmounted, the innermost first" \
  is "$(grep ^umount "$sys/calls")" $'umount -l '"$work/mmdebstrap.half/dev/shm"$'\numount -l '"$work/mmdebstrap.half/dev"

mkdir "$cache/root-old" "$cache/root-used" "$cache/root-dead.partial"
touch "$cache"/root-{old,used,dead}.lock
rm -rf "$root"
(
  flock -s 9
  exec sleep 60
) 9>"$cache/root-used.lock" >/dev/null &
holder=$!
for _ in {1..50}; do flock -n -x "$cache/root-used.lock" true || break; sleep 0.1; done
dev shot
check "old roots are deleted, but not under somebody" all 'test ! -e $cache/root-old' \
  'test ! -e $cache/root-dead.partial' \
  'test -e $cache/root-used' 'test -e $root'
kill "$holder"
wait "$holder" 2>/dev/null

new_system
has_everything
echo 'Debian|Debian|http://mirror.example/debian/' >"$sys/state/indextargets"
touch "$sys/state/mirror-lacks"
dev shot
check "a mirror without Debian 13: mmdebstrap's own choice" all 'is $status 0' 'is $(roots) 1' \
  'called "^mmdebstrap .*trixie -$"'

new_system
has_everything
echo 0.8 >"$sys/state/slow"
dev shot &
for _ in {1..50}; do called "^mmdebstrap --verbose" && break; sleep 0.1; done
env -i PATH="$sys/bin" HOME="$home" HC_DEV_OS_RELEASE="$sys/os-release" "$sys/src/dev" shot >"$sys/out2" 2>"$sys/err2"
second=$?
wait
check "two at once: one makes the root, the other waits" all 'is $second 0' 'is $(calls "^mmdebstrap --verbose") 1' \
  'grep -q "Waiting for another ./dev that makes" $sys/err2' 'is $(roots) 1'

new_system
has_everything
echo 0.6 >"$sys/state/slow"
env -i PATH="$sys/bin" HOME="$home" HC_DEV_OS_RELEASE="$sys/os-release" "$sys/src/dev" shot >/dev/null 2>&1 &
killed=$!
for _ in {1..50}; do called "^mmdebstrap --verbose" && break; sleep 0.1; done
kill -9 "$killed"
wait "$killed" 2>/dev/null
dev shot
check "killed while making the root, and started again" all 'is $status 0' 'is $(roots) 1' 'has "$err" Waiting' \
  'test ! -e "$(echo $cache/root-*.partial)"'

new_system
has_everything
touch "$sys/state/no-userns"
dev shot
check "without user namespaces sudo enters, and the rights are given away" all 'is $status 0' \
  'called "^sudo bwrap "' \
  'called "^bwrap .* setpriv --reuid 1000 --regid 1000 --groups 1000 --no-new-privs"'

# --- Entering ----------------------------------------------------------------

new_system
has_everything
dev test
check "tests see no network and no home" all 'called "^bwrap .*--unshare-net.*meson test"' \
  'not called "^bwrap .*--bind $home $home .*meson test"' \
  'called "^bwrap .*HOME=/tmp/home .*xvfb-run .*meson test"'
(
  exec <&-
  env -i PATH="$sys/bin" HOME="$home" HC_DEV_OS_RELEASE="$sys/os-release" "$sys/src/dev" test >/dev/null 2>&1
)
check "a closed input is not handed on" test ! -e "$sys/state/closed-stdin"
check "warnings are errors" called "meson setup .*-Dwerror=true"
mkdir "$sys/runtime"
touch "$sys/Xauthority"
session=(DISPLAY=:0 XAUTHORITY="$sys/Xauthority" WAYLAND_DISPLAY=wayland-0 XDG_RUNTIME_DIR="$sys/runtime" SECRET=1)
dev run --version
session=()
check "the app sees home, display and network" all \
  'called "^bwrap .*--bind $home $home .*DISPLAY=:0 .*prefix/bin/health-center --version"' \
  'called "^bwrap .*--bind /tmp /tmp .*--bind $sys/runtime $sys/runtime .*health-center --version"' \
  'called "^bwrap .*--ro-bind $sys/Xauthority .*health-center --version"' \
  'called "WAYLAND_DISPLAY=wayland-0.*health-center --version"' 'not called SECRET' \
  'not called "^bwrap .*--unshare-net.*health-center --version"'
check "and the files of the prefix" \
  called "XDG_DATA_DIRS=$sys/src/_build/debian-13/prefix/share:.*health-center --version"
dev run
check "without a display pictures are taken" all 'is $status 0' \
  'called "^bwrap .*hc-shots --output $sys/src/_build/shots"'
dev shot today --wide
check "pages and options go to the program that takes pictures" \
  called "hc-shots --output $sys/src/_build/shots today --wide"
dev bench
check "the benchmark has a release build of its own" all \
  'called "meson setup $sys/src/_build/debian-13-release .*--buildtype=release"' \
  'called "bench.py --build $sys/src/_build/debian-13-release --prefix $sys/src/_build/debian-13-release/prefix"'
dev fuzz --test-args 7
check "what is fuzzed has a build with sanitizers of its own, and nothing else in it" all \
  'called "meson setup $sys/src/_build/debian-13-sanitize .*-Db_sanitize=address,undefined"' \
  'called "ninja -C $sys/src/_build/debian-13-sanitize fuzz$"' \
  'called "^bwrap .*--unshare-net.*meson test -C $sys/src/_build/debian-13-sanitize .*--suite fuzz --test-args 7$"'

# --- Building ----------------------------------------------------------------

new_system
has_everything
echo "ninja" >"$sys/state/fails"
dev test
check "a failed build shows the end of its log" all 'is $status 7' 'has "$err" "line 40"' \
  'not has "$err" "line 10."' \
  'has "$err" "The whole log: $cache/logs/"'
rm "$sys/state/fails"
dev shot
touch "$sys/src/_build/debian-13/mine"
dev shot
check "a build folder is kept" test -e "$sys/src/_build/debian-13/mine"
echo other >"$sys/src/_build/debian-13/dev-key"
dev shot
check "but not one of another root or place" all 'is $status 0' 'test ! -e $sys/src/_build/debian-13/mine'
(
  flock 9
  sleep 0.6
) 9>"$sys/src/_build/debian-13.lock" &
sleep 0.2
dev shot
check "two in one build folder wait for each other" all 'is $status 0' 'has "$err" "Waiting for another ./dev in"'
wait
chmod 500 "$sys/src/_build"
if ((EUID == 0)); then # root may write everywhere
  echo "ok $((++tests)) - somebody else's build folder # SKIP root may write everywhere"
else
  dev shot
  check "somebody else's build folder" all 'is $status 7' 'has "$err" "belongs to somebody else"'
fi

# --- Counting ----------------------------------------------------------------

logs=$box/logs
mkdir "$logs"
cat >"$logs/testlog.junit.xml" <<'END'
<testsuites><testsuite name="p.p:a / tap"><testcase name="1"/><testcase name="2"><skipped/></testcase>
<testcase name="3"><failure/></testcase></testsuite>
<testsuite name="p.p:a / crash"><testcase name="1"/></testsuite>
<testsuite name="p"><testcase name="p:b / plain"/><testcase name="p:b / late"><error/></testcase></testsuite>
</testsuites>
END
for line in "a / tap:FAIL" "a / crash:ERROR" "b / plain:OK" "b / late:TIMEOUT"; do
  printf '{"name": "p:%s", "result": "%s"}\n' "${line%:*}" "${line##*:}"
done >"$logs/testlog.json"
out=$("$source/tests/dev/count-tests" "$logs" | tail -n 1)
status=${PIPESTATUS[0]}
check "subtests, errors and crashes are counted" is "$out" "3 passed, 3 failed, 1 skipped"
"$source/tests/dev/count-tests" "$logs" >/dev/null
check "failures make it fail" is $? 1
rm "$logs"/*
out=$("$source/tests/dev/count-tests" "$logs")
status=$?
check "nothing ran is a failure" all 'is $status 1' 'is "${out##*$'"'"'\n'"'"'}" "0 passed, 0 failed, 0 skipped"'

# --- Continuous integration --------------------------------------------------

ci=$box/ci
mkdir -p "$ci/.ci"
cp "$source/.ci/run" "$ci/.ci/"
# ci_run TEST FUZZ FLATPAK: what the three parts do; sets out and status.
ci_run() {
  printf '#!/bin/bash\ncase $1 in test) %s ;; fuzz) %s ;; *) %s ;; esac\n' "$@" >"$ci/dev"
  chmod +x "$ci/dev"
  out=$(cd / && "$ci/.ci/run" <&-)
  status=$?
  out=${out##*$'\n'}
}
ci_run 'echo "5 passed, 0 failed, 1 skipped"' 'echo "10 passed, 0 failed, 0 skipped"' \
  'echo "2 passed, 0 failed, 3 skipped"'
check "CI adds up" all 'is $status 0' 'is "$out" "17 passed, 0 failed, 4 skipped"'
ci_run 'echo "5 passed, 1 failed, 0 skipped"; exit 1' 'echo "10 passed, 0 failed, 0 skipped"' \
  'echo "2 passed, 0 failed, 0 skipped"'
check "CI goes on after a failure, and fails" all 'is $status 1' 'is "$out" "17 passed, 1 failed, 0 skipped"'
ci_run 'echo broken; exit 7' 'echo "0 passed, 0 failed, 0 skipped"' 'echo "2 passed, 0 failed, 0 skipped"'
check "CI counts a part that broke as a failure" all 'is $status 1' 'is "$out" "2 passed, 1 failed, 0 skipped"'
ci_run 'echo "1 passed, 0 failed, 0 skipped"' 'echo "1 passed, 0 failed, 0 skipped"' \
  'echo "2 passed, 0 failed, 0 skipped"; exit 3'
check "CI fails where a part does" is "$status" 1

echo "1..$tests"
exit $((failures != 0))
