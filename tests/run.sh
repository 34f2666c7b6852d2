#!/bin/sh
# All tests: installs what is missing, builds with warnings as errors into build/test and with the
# address and undefined behaviour sanitizers into build/sanitize, and runs the tests of both; those in
# the browser once.
# The last line counts test cases: "N passed, N failed".
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/generator/packages.sh"

passed=0
failed=0

# Adds up what the test programs of a build folder reported. Programs with cases of their own close
# with a line of Catch2's or with those of Node's test runner; any other test counts as one.
count_cases() {
  awk '
    /^All tests passed \(/ {
      for (i = 1; i < NF; i++) if ($(i + 1) == "test") cases_passed += $i
      has_cases = 1
    }
    /^test cases: / {
      for (i = 1; i < NF; i++) {
        if ($(i + 1) == "passed") cases_passed += $i
        if ($(i + 1) == "failed") cases_failed += $i
      }
      has_cases = 1
    }
    /^[^ ]+ (pass|fail|cancelled) [0-9]+$/ {
      if ($2 == "pass") cases_passed += $3
      else cases_failed += $3
      has_cases = 1
    }
    /^Test (Passed|Failed)\.$/ {
      succeeded = $2 == "Passed."
      passed += has_cases ? cases_passed : succeeded
      failed += has_cases && (succeeded || cases_failed) ? cases_failed : !succeeded
      has_cases = cases_passed = cases_failed = 0
    }
    END { print passed + 0, failed + 0 }' "$1/Testing/Temporary/LastTest.log"
}

# run_tests FOLDER [CMAKE OPTION…]
run_tests() {
  folder=$1
  shift
  say "Compiling $folder"
  configure "$folder" -DCMAKE_BUILD_TYPE=Debug -DPAPERBOY_TESTS=ON -DPAPERBOY_WARNINGS_AS_ERRORS=ON "$@"
  compile "$folder"
  say "Testing $folder"
  status=0
  ctest --test-dir "$root/$folder" --output-on-failure --no-tests=error --parallel "$(nproc)" --timeout 600 \
    </dev/null || status=$?
  counts=$(count_cases "$root/$folder")
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
  # A test that could not even start leaves no line to count.
  [ "$status" -eq 0 ] || [ "${counts#* }" -gt 0 ] || failed=$((failed + 1))
}

# shellcheck disable=SC2086
install_packages $build_packages $test_packages
run_tests build/test -DPAPERBOY_SANITIZE=
run_tests build/sanitize -DPAPERBOY_SANITIZE=address,undefined

say "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
