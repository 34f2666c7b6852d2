#!/bin/sh
# Builds the demo archive and looks at it in Chromium: sh tests/browser/run.sh BUILD_FOLDER [SUBJECT…]
# A subject is a file of this folder without .test.mjs; without one all are tested.
# Everything that is written goes into BUILD_FOLDER/browser and BUILD_FOLDER/screenshots.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
build=$(CDPATH='' cd -- "$1" && pwd)
shift
folder=$build/browser
mkdir -p "$folder"

for program in node npm java chromium; do
  command -v "$program" >/dev/null || {
    printf '%s\n' "$program is missing: see test_packages in generator/packages.sh" >&2
    exit 1
  }
done

# What comes from npm is installed beside the build, and again only when the list of it changes.
if ! cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder"
  PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --prefix "$folder" </dev/null
  cp "$here/package-lock.json" "$folder/installed-lock.json"
fi

# Below a path, as project pages are: an address that forgets the path leads nowhere.
"$build/paperboy" build --quiet --fail-on warning --root "$here/../.." --output "$folder/site" \
  --base-url https://paperboy.example/archive/
CHROMIUM=$(command -v chromium) exec node --test-reporter=spec "$here/main.mjs" "$build" "$@"
