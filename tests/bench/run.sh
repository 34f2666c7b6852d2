#!/bin/sh
# How fast Paperboy is: sh tests/bench/run.sh [OPTION…]
#   --papers N      papers in the archive (10000)
#   --rounds N      how often everything is measured; medians are printed (5)
#   --growth        also archives of 2500 to 40000 papers
#   --search        also the search beside Pagefind, on the same site
#   --folder FOLDER where to work (/dev/shm when there is room, else $TMPDIR)
#   --program FILE  another build of paperboy than build/paperboy
# Compiles what is missing, makes an archive in a temporary folder and prints a table in Markdown. Nothing else
# should run on the machine meanwhile. generator/docs/performance.md says what the rows mean.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
# shellcheck source=generator/packages.sh
. "$root/generator/packages.sh"

papers=10000
rounds=5
papers_a_day=40
growth=
search=
place=
program=
while [ $# -gt 0 ]; do
  case $1 in
    --growth) growth=yes ;;
    --search) search=yes ;;
    --papers | --rounds | --folder | --program)
      [ $# -gt 1 ] || fail "$1 needs a value"
      case $1 in
        --papers) papers=$2 ;;
        --rounds) rounds=$2 ;;
        --folder) place=$2 ;;
        --program) program=$(realpath -- "$2") ;;
      esac
      shift
      ;;
    *)
      sed -n "2,8s/^# //p" "$0" >&2
      exit 2
      ;;
  esac
  shift
done

# One line for each argument.
lines() {
  printf '%s\n' "$@"
}

# Progress, apart from the tables.
tell() {
  say "$*" >&2
}

# place_for KILOBYTES: a folder with so much room; memory where it is, since disks differ more than programs.
place_for() {
  available=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
  if [ -d /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'END { print $4 }')" -gt "$1" ] &&
    [ "$available" -gt $(($1 * 2)) ]; then
    printf '%s\n' /dev/shm
  else
    printf '%s\n' "${TMPDIR:-/tmp}"
  fi
}

# Deletes what a round wrote where that costs nothing. On a disk they stay until the end: ext4 looks for a
# while for what was deleted last, and new files would have to wait.
forget() {
  [ "$(stat -f -c %T "$work")" != tmpfs ] || rm -rf "$@"
}

# timed NAME ROUND COMMAND…: runs a command, keeps what it took and what it printed.
timed() {
  name=$1-$2
  shift 2
  sync
  if ! "$tools/measure" "$work/$name.took" "$@" >"$work/$name.log" 2>&1 </dev/null; then
    cat "$work/$name.log" >&2
    fail "failed: $*"
  fi
}

# The middle one of the numbers it reads.
median() {
  sort -g | awk '{ number[NR] = $1 } END {
    middle = int((NR + 1) / 2)
    print NR % 2 ? number[middle] : (number[middle] + number[middle + 1]) / 2
  }'
}

# took NAME COLUMN: the median over all rounds. Columns: 1 seconds, 2 of the program, 3 of the kernel, 4 memory.
took() {
  cat "$work/$1"-[0-9]*.took | awk -v column="$2" '{ print $column }' | median
}

# pass NAME PASS: the median of a pass as `--timings` prints it.
pass() {
  sed -n "s/^ *$2  *\([0-9.]*\) s\$/\1/p" "$work/$1"-[0-9]*.log | median
}

# make_archive FOLDER PAPERS [OPTION…]
make_archive() {
  output=$1
  days=$(($2 / papers_a_day))
  shift 2
  "$tools/make_archive" --output "$output" --days "$days" --papers "$papers_a_day" "$@"
}

# cold NAME ROUND ARCHIVE OUTPUT [OPTION…]: a build from nothing, without what earlier ones kept.
cold() {
  name=$1
  round=$2
  root=$3
  output=$4
  shift 4
  if [ -d "$root/.paperboy" ]; then
    mv "$root/.paperboy" "$work/kept-$name-$round"
    forget "$work/kept-$name-$round"
  fi
  timed "$name" "$round" "$program" build --timings --root "$root" --output "$output" "$@"
}

# make_plain FOLDER: the archive with layouts that write what Hugo's do.
make_plain() {
  mkdir "$1"
  cp -r "$archive/content" "$1"
  cp -r "$here/layouts" "$1"
  lines "look:" "  show:" "    {calendar: false, cards: false, charts: false, heat_map: false, keywords: false, related: false}" \
    >>"$1/content/site.yaml"
}

# Another text in the first comment of the day in the middle.
edit() {
  middle=$(find "$archive/content/daily" -name '*.json' | sort |
    awk '{ name[NR] = $0 } END { print name[int((NR + 1) / 2)] }')
  sed -i 's/"comment":{"en":"\(Round [0-9]*\. \)\{0,1\}/"comment":{"en":"Round '"$1"'. /' "$middle"
}

# build_older OUTPUT: a build without the newest day.
build_older() {
  newest=$(find "$archive/content/daily" -type f | sort | tail -n 1)
  mv "$newest" "$work/newest"
  "$program" build --root "$archive" --output "$1" >"$work/older.log" 2>&1
  mv "$work/newest" "$newest"
}

measure_round() {
  tell "Round $1 of $rounds"
  site=$work/site-$1
  cold cold "$1" "$archive" "$site"
  timed warm "$1" "$program" build --root "$archive" --output "$site"
  edit "$1"
  timed edit "$1" "$program" build --root "$archive" --output "$site"
  build_older "$site"
  timed day "$1" "$program" build --root "$archive" --output "$site"
  build_older "$work/daily-$1"
  mv "$work/daily-$1" "$work/older-$1"
  forget "$work/older-$1"
  timed workflow "$1" "$program" build --root "$archive" --output "$work/daily-$1"
  forget "$work/daily-$1"
  timed cp "$1" cp -r "$site" "$work/copy-$1"
  forget "$work/copy-$1"
  cold single "$1" "$archive" "$work/single-$1" --threads 1
  forget "$work/single-$1"
  cold plain "$1" "$work/plain" "$work/plain-$1"
  if [ -n "$hugo" ]; then
    timed hugo "$1" "$hugo" --quiet -s "$work/hugo" -d "$work/hugo-site-$1"
  fi
  # The last site stays: its files are counted, and searched.
  if [ "$1" -lt "$rounds" ]; then
    forget "$site" "$work/plain-$1" "$work/hugo-site-$1"
  fi
}

# count_files SITE [PATTERN]: sets `files` and `size` to how many files of such a name there are.
count_files() {
  files=$(find "$1" -type f -name "${2:-*}" | wc -l)
  size=$(find "$1" -type f -name "${2:-*}" -printf '%s\n' | awk '{ sum += $1 } END { printf "%.0f MB", sum / 1e6 }')
}

# row LABEL NAME [SITE]: a line of the table.
row() {
  files=
  size=
  if [ -n "${3:-}" ]; then
    count_files "$3"
  fi
  awk -v label="$1" -v seconds="$(took "$2" 1)" -v copy="$(took cp 1)" -v program="$(took "$2" 2)" \
    -v kernel="$(took "$2" 3)" -v memory="$(took "$2" 4)" -v files="$files" -v size="$size" 'BEGIN {
      printf "| %s | %.2f | %.2f | %.2f | %.0f MB | %s | %s |\n", label, seconds, seconds / copy, program + kernel,
        memory / 1e6, files, size
    }'
}

# row_of_pass LABEL NAME PASS
row_of_pass() {
  awk -v label="$1" -v seconds="$(pass "$2" "$3")" -v copy="$(took cp 1)" \
    'BEGIN { printf "| %s | %.2f | %.2f | | | | |\n", label, seconds, seconds / copy }'
}

# row_of_pages LABEL NAME SITE: all but the pass that writes what stands beside the pages.
row_of_pages() {
  count_files "$3" '*.html'
  awk -v label="$1" -v seconds="$(took "$2" 1)" -v outputs="$(pass "$2" outputs)" -v copy="$(took cp 1)" \
    -v files="$files" -v size="$size" 'BEGIN {
      printf "| %s | %.2f | %.2f | | | %s | %s |\n", label, seconds - outputs, (seconds - outputs) / copy, files, size
    }'
}

print_table() {
  lines "$papers papers, $(nproc) threads, $(stat -f -c %T "$work"); medians of $rounds rounds:" "" \
    "| What | Seconds | Times \`cp -r\` | Processor seconds | Peak memory | Files | Bytes |" \
    "|---|--:|--:|--:|--:|--:|--:|"
  row "Cold build" cold "$work/site-$rounds"
  row "Build with nothing changed" warm
  row "Build with one comment changed" edit
  row "Build with a new day of $papers_a_day papers" day
  row "The same with the cache, but no site" workflow
  row "\`cp -r\` of the site" cp
  row_of_pass "Parsing alone (the pass *load*)" cold load
  row_of_pass "The pass *render*, all threads" cold render
  row_of_pass "The pass *render*, one thread" single render
  row "Cold build with layouts like those for Hugo" plain "$work/plain-$rounds"
  row_of_pages "Its pages: all passes but *outputs*" plain "$work/plain-$rounds"
  if [ -n "$hugo" ]; then
    row "Hugo $("$hugo" version | sed 's/^hugo v\([0-9.]*\).*/\1/'), the same papers" hugo "$work/hugo-site-$rounds"
  fi
  awk -v one="$(pass single render)" -v all="$(pass cold render)" -v threads="$(nproc)" \
    'BEGIN { printf "\n%d threads render %.2f times as fast as one.\n", threads, one / all }'
  [ -n "$hugo" ] || lines "" "Hugo was not measured: the package \`hugo\` is not installed."
}

# How time and memory grow with the archive.
measure_growth() {
  for count in 2500 5000 10000 20000 40000; do
    archive=$work/archive-$count
    make_archive "$archive" "$count"
    for round in $(seq "$growth_rounds"); do
      tell "$count papers, round $round of $growth_rounds"
      site=$work/grown-$count-$round
      cold "growth$count" "$round" "$archive" "$site"
      edit "$round"
      timed "regrowth$count" "$round" "$program" build --root "$archive" --output "$site"
      forget "$site"
    done
    say "$count $(took "growth$count" 1) $(took "growth$count" 2) $(took "growth$count" 3)" \
      "$(took "growth$count" 4) $(took "regrowth$count" 1)" >>"$work/growth"
    forget "$archive"
  done
}

# The exponent is the slope of a straight line through the logarithms.
print_growth() {
  lines "" "| Papers | Cold build, seconds | Processor seconds | Peak memory | One comment changed, seconds | Of the cold build |" \
    "|--:|--:|--:|--:|--:|--:|"
  awk '{
    printf "| %d | %.2f | %.2f | %.0f MB | %.2f | %.1f %% |\n", $1, $2, $3 + $4, $5 / 1e6, $6, 100 * $6 / $2
    x = log($1); t = log($2); c = log($3 + $4); m = log($5)
    n += 1; sx += x; sxx += x * x
    st += t; sxt += x * t; sc += c; sxc += x * c; sm += m; sxm += x * m
  } END {
    below = n * sxx - sx * sx
    printf "\nTime grows as papers^%.2f, that of the processors as papers^%.2f, memory as papers^%.2f.\n",
      (n * sxt - sx * st) / below, (n * sxc - sx * sc) / below, (n * sxm - sx * sm) / below
  }' "$work/growth"
}

growth_rounds=3
if [ "$rounds" -lt "$growth_rounds" ]; then
  growth_rounds=$rounds
fi

# shellcheck disable=SC2086
install_packages $build_packages >&2
tell "Compiling"
configure build -DCMAKE_BUILD_TYPE=Release -DPAPERBOY_TESTS=OFF >&2
compile build paperboy make_archive measure >&2
tools=$root/build/tests/bench
program=${program:-$root/build/paperboy}
hugo=$(command -v hugo || true)

# Four sites, Hugo's, and its content; one of 40000 papers for the growth.
needed=$((papers * 400))
if [ -n "$growth" ] && [ "$needed" -lt 4000000 ]; then
  needed=4000000
fi
place=${place:-$(place_for "$needed")}
work=$(mktemp -d "$place/paperboy-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

archive=$work/archive
if [ -n "$hugo" ]; then
  make_archive "$archive" "$papers" --hugo "$work/hugo"
  cp -r "$here/hugo/." "$work/hugo"
else
  make_archive "$archive" "$papers"
fi
make_plain "$work/plain"
for round in $(seq "$rounds"); do
  measure_round "$round"
done
print_table
if [ -n "$search" ]; then
  cold traced 1 "$archive" "$work/traced" --trace "$work/trace.json"
  sh "$here/search.sh" "$work/traced" "$work/trace.json" "$work"
fi
if [ -n "$growth" ]; then
  measure_growth
  print_growth
fi
