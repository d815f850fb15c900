#!/bin/sh
# tests/golden/update.sh PROGRAM: writes all golden files anew with a built `quotary`.
# Review the difference (git diff) like code before you commit it.
set -eu
if [ $# -ne 1 ]; then
  echo "usage: tests/golden/update.sh PROGRAM, e.g. build/dev/quotary" >&2
  exit 2
fi
QUOTARY=$(realpath "$1")
export QUOTARY
python3 -B "$(dirname "$0")/../e2e/golden_test.py" --update
python3 -B "$(dirname "$0")/../e2e/forms_test.py" --update
