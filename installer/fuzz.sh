# Runs the fuzzers of tests/fuzz under libFuzzer. Sourced by ./test; needs lib.sh, setup.sh and build.sh.
# shellcheck shell=bash source-path=SCRIPTDIR source=lib.sh
# shellcheck disable=SC2154

# fuzz_one NAME SEEDS: from the seeds and what earlier runs found worth keeping; an input that breaks the reader stays in findings/.
fuzz_one() {
    local name=$1 seeds=$2 folder=$root/build/fuzz/fuzz
    mkdir -p "$folder/corpus/$name" "$folder/findings"
    "$folder/fuzz_$name" -max_total_time="${LEPTOSCOPE_FUZZ_SECONDS:-60}" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$folder/findings/$name-" "$folder/corpus/$name" "$seeds" >"$logs/fuzz-$name.log" 2>&1 || {
        say "    $name: a finding; see build/log/fuzz-$name.log and build/fuzz/fuzz/findings"
        return 1
    }
    say "    $name: no finding in $(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/fuzz-$name.log") inputs"
}

# run_fuzzers [NAME...]: all of them, or those whose name starts with NAME; as many at a time as there are processors.
run_fuzzers() {
    local name seeds wanted status=0
    mkdir -p "$logs"
    while read -r name seeds; do
        for wanted in "${@:-}"; do
            [[ $name == "$wanted"* ]] || continue
            while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n || status=1; done
            fuzz_one "$name" "$seeds" &
            break
        done
    done <"$root/build/fuzz/fuzz/seeds.list"
    while [ -n "$(jobs -p)" ]; do wait -n || status=1; done
    return "$status"
}

fuzz() {
    local runtime
    setup_packages base build fuzz
    runtime=libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev
    [ -z "$(packages_missing "$runtime")" ] || phase "Packages" install_packages "$runtime"
    build_preset fuzz fuzz
    say "==> Fuzz, ${LEPTOSCOPE_FUZZ_SECONDS:-60} s each"
    run_fuzzers "$@"
}
