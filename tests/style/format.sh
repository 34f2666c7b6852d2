#!/bin/sh
# Fails where clang-format would change a file. To mend: clang-format -i FILE.
set -eu
cd -- "$(dirname -- "$0")/../.."
exec find generator tests \( -name '*.cpp' -o -name '*.h' \) -exec clang-format --dry-run -Werror {} +
