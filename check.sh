#!/bin/sh
# Builds Parley in every way that shows mistakes, and runs every test.
#
#   format     clang-format
#   asan       gcc with AddressSanitizer and UndefinedBehaviorSanitizer: all tests
#   tsan       gcc with ThreadSanitizer: the tests that use threads
#   tidy       clang-tidy, zero findings
#   fuzz       clang with libFuzzer: each fuzzer for some seconds, from fixed seeds
#   release    the optimised program: the tests of the command line
#
# usage: ./check.sh [STEP...]     default: all of them
set -u
cd "$(dirname "$0")" || exit 1
tools/install-packages.sh check || exit 1

passed=0
failed=0
logs=build/check
mkdir -p "$logs"

report() { # report NAME STATUS: counts one check
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok    $1"
    else
        failed=$((failed + 1))
        echo "FAIL  $1"
    fi
}

build() { # build PRESET: configures and builds; counted
    cmake --preset "$1" >"$logs/$1-build.log" 2>&1 && cmake --build --preset "$1" >>"$logs/$1-build.log" 2>&1
    built=$?
    [ $built -eq 0 ] || tail -n 40 "$logs/$1-build.log"
    report "build $1" $built
    return $built
}

run_tests() { # run_tests PRESET [CTEST OPTION...]: counts each test that ctest ran
    preset=$1
    shift
    ctest --preset "$preset" -j2 --timeout 600 "$@" >"$logs/$preset-tests.log" 2>&1
    grep -E '^ *[0-9]+/[0-9]+ Test' "$logs/$preset-tests.log" | grep -v ' Passed ' || true
    summary=$(grep -E 'tests passed, [0-9]+ tests? failed out of' "$logs/$preset-tests.log")
    if [ -z "$summary" ]; then
        tail -n 20 "$logs/$preset-tests.log"
        report "tests $preset" 1
        return
    fi
    n_failed=$(echo "$summary" | sed -E 's/.*passed, ([0-9]+) tests? failed.*/\1/')
    n_all=$(echo "$summary" | sed -E 's/.*out of ([0-9]+).*/\1/')
    [ "$n_failed" -eq 0 ] || sed -n '/The following tests FAILED/,$p' "$logs/$preset-tests.log"
    [ "$n_failed" -eq 0 ] || grep -E '\[  FAILED  \]|\[  ERROR   \]|ERROR: |runtime error|Error:' "$logs/$preset-tests.log" | head -n 30
    passed=$((passed + n_all - n_failed))
    failed=$((failed + n_failed))
    echo "$preset: $((n_all - n_failed)) of $n_all tests"
}

check_format() {
    git ls-files '*.c' '*.h' | xargs clang-format --dry-run -Werror >"$logs/format.log" 2>&1
    status=$?
    [ $status -eq 0 ] || head -n 20 "$logs/format.log"
    report "format" $status
}

check_tidy() {
    cmake --preset dev >"$logs/tidy.log" 2>&1
    git ls-files 'src/*.c' 'programs/*.c' | xargs -P2 -n4 clang-tidy --quiet -p build/dev >>"$logs/tidy.log" 2>&1
    status=$?
    [ $status -eq 0 ] || grep -E 'error:|warning:' "$logs/tidy.log" | sort -u | head -n 60
    report "clang-tidy" $status
}

check_fuzz() {
    build fuzz || return
    for fuzzer in build/fuzz/tests/*_fuzz; do
        name=$(basename "$fuzzer")
        mkdir -p "build/fuzz/corpus/$name"
        "$fuzzer" -seed=1 -max_total_time="${FUZZ_SECONDS:-8}" -rss_limit_mb=2048 -timeout=10 \
            -artifact_prefix="build/fuzz/" "build/fuzz/corpus/$name" >"$logs/$name.log" 2>&1
        status=$?
        [ $status -eq 0 ] || tail -n 25 "$logs/$name.log"
        report "$name" $status
    done
}

for step in ${*:-format asan tsan tidy fuzz release}; do
    case $step in
    format) check_format ;;
    asan) build asan && run_tests asan ;;
    tsan) build tsan && run_tests tsan -L threads ;;
    tidy) check_tidy ;;
    fuzz) check_fuzz ;;
    release) build release && run_tests release -L cli ;;
    *)
        echo "check: unknown step '$step'; steps: format asan tsan tidy fuzz release" >&2
        exit 2
        ;;
    esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
