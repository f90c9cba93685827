#!/bin/sh
# Builds Parley, reads the five example reports, and prints the brief.
set -eu
cd "$(dirname "$0")"
tools/install-packages.sh
cmake --preset release >build-demo.log 2>&1 && cmake --build --preset release >>build-demo.log 2>&1 || {
    tail -n 30 build-demo.log >&2
    echo "demo: the build failed; the whole log is in build-demo.log" >&2
    exit 1
}
rm -f build-demo.log
parley=build/release/programs/parley
rm -f build/demo.db build/demo.db-wal build/demo.db-shm
$parley read examples/istanbul/*.txt --manifest examples/istanbul/manifest.tsv --db build/demo.db
$parley brief --db build/demo.db
$parley brief --db build/demo.db --format html >build/demo.html
cat <<TXT

The same brief as a page, each line linked to its words: build/demo.html
The record itself: build/demo.db    Try: $parley differences --db build/demo.db
                                         $parley --help
TXT
