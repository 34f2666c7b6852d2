#!/bin/sh
# The search of a built site beside Pagefind on the same paper pages:
#   sh tests/bench/search.sh SITE TRACE WORK_FOLDER
# TRACE is what `paperboy build --trace` wrote when it made the site. Called by run.sh --search. The site must be
# made for an address without a path.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
[ $# -eq 3 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
site=$1
trace=$2
work=$3

for program in node npm chromium; do
  command -v "$program" >/dev/null || {
    printf '\n%s\n' "Search was not measured: $program is not installed."
    exit 0
  }
done

# What comes from npm is installed beside the build, and again only when the list of it changes.
installed=$root/build/bench
mkdir -p "$installed"
if ! cmp -s "$here/package-lock.json" "$installed/installed-lock.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$installed"
  PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --prefix "$installed" </dev/null >&2
  cp "$here/package-lock.json" "$installed/installed-lock.json"
fi

# A record a paper and language, from what stands on the page about the paper itself.
"$root/build/tests/bench/measure" "$work/pagefind.took" "$installed/node_modules/.bin/pagefind" --silent \
  --site "$site" --output-path "$work/pagefind" --glob "{papers,zh/papers}/*/index.html" \
  --root-selector main --exclude-selectors "nav, .cite, .related" >&2
CHROMIUM=$(command -v chromium) node "$here/search.mjs" "$installed" "$site" "$trace" "$work/pagefind" \
  "$work/pagefind.took"
