# What start.sh and tests/run.sh share: the Debian packages, and how a build folder is made.
# Sourced, never run. Expects $root to be the top of the checkout.

# Needed to compile and run paperboy.
build_packages="
  g++ cmake ninja-build pkg-config
  libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev nlohmann-json3-dev
  libjavascriptcoregtk-4.1-dev libjs-katex
  libcli11-dev libfmt-dev libxxhash-dev libmd-dev libutf8proc-dev
  libpango1.0-dev libpng-dev libdeflate-dev libmimalloc-dev fonts-dejavu-core fonts-noto-cjk fonts-sil-charis"

# Needed by the tests beside those.
test_packages="
  catch2 clang-format
  chromium nodejs npm openjdk-17-jre-headless"

say() {
  printf '%s\n' "$*"
}

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# Runs a command with its output in a log, shown only when the command fails.
quietly() {
  log=$1
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    fail "failed: $*"
  fi
}

# Prints those of the named packages that are not installed, neither under that name nor as part of another
# package (Node.js from elsewhere than Debian brings npm along).
missing_packages() {
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
    sed -n 's/^installed //p' | tr ',' '\n' | sed 's/^ *//; s/ .*//')
  for package in "$@"; do
    printf '%s\n' "$installed" | grep -qxF -e "$package" || printf '%s\n' "$package"
  done
}

# Installs what is missing of the named packages. Where all are there apt is not touched, so that
# this works offline.
install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "This is not Debian: going on as if these were installed:" "$@"
    return 0
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || fail "these packages are missing. As root, run:
  apt-get update && apt-get install --no-install-recommends $missing"
    as_root="sudo -n"
  fi
  say "Installing $missing"
  log_folder=$(mktemp -d)
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300"
  # Old package lists may still serve where the network does not.
  $apt update >"$log_folder/update" 2>&1 </dev/null || cat "$log_folder/update" >&2
  # shellcheck disable=SC2086
  quietly "$log_folder/install" $apt install --no-install-recommends $missing
  rm -rf "$log_folder"
}

# configure FOLDER [CMAKE OPTION…]: makes or refreshes a build folder below $root.
configure() {
  folder=$1
  shift
  mkdir -p "$root/$folder"
  # CMake refuses a folder that was made for a checkout elsewhere: start it anew.
  fresh=
  cache="$root/$folder/CMakeCache.txt"
  if [ -f "$cache" ] && ! grep -qxF -e "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    fresh=--fresh
  fi
  quietly "$root/$folder/configure.log" cmake $fresh -S "$root" -B "$root/$folder" -G Ninja \
    -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" "$@"
}

# compile FOLDER [NINJA ARGUMENT…]: progress on a terminal, warnings and errors everywhere.
compile() {
  folder=$1
  shift
  quiet=--quiet
  [ ! -t 1 ] || quiet=
  ninja -C "$root/$folder" $quiet "$@" </dev/null
}
