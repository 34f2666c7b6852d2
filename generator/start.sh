#!/bin/sh
# From a bare Debian 12 machine to a built archive: installs what is missing, compiles
# build/paperboy and writes site/ from content/. Asks nothing; quick when run again.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/generator/packages.sh"

# shellcheck disable=SC2086
install_packages $build_packages

say "Compiling build/paperboy"
configure build -DCMAKE_BUILD_TYPE=Release -DPAPERBOY_TESTS=OFF
compile build paperboy

say "Building site/ from content/"
cd "$root"
build/paperboy build
