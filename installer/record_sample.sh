#!/usr/bin/env bash
# Records the sample incident that ships with the console, by playing the fault story of the end-to-end test with real services:
# the checkout service of tests/support, Debian's node exporter and Prometheus, one broken worker pool, one approved repair.
#   installer/record_sample.sh [MINUTES]      MINUTES of good traffic before the fault, default 12
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/lib.sh"
. "$here/setup.sh"
. "$here/libtorch.sh"
. "$here/build.sh"

sample=$root/resources/sample/checkout-pool.lepto
most=3000000

record() {
    LEPTOSCOPE_RECORD=$1 LEPTOSCOPE_RECORD_MINUTES=$2 QT_QPA_PLATFORM=offscreen "$root/build/dev/tests/tst_fault_story" theWholeLoop -maxwarnings 0
}

setup_packages base build use test
setup_libtorch cpu
build_preset dev dev
mkdir -p "$(dirname "$sample")"
phase "Record the fault story (${1:-12} minutes and four)" record "$sample.new" "${1:-12}"
size=$(stat -c %s "$sample.new")
[ "$size" -lt "$most" ] || fail "the recording is $size bytes, more than the $most it may have."
mv "$sample.new" "$sample"
say "==> $sample, $size bytes"
