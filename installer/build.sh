# Configures and builds one preset, as little as needed. Sourced; needs lib.sh.
# shellcheck shell=bash source-path=SCRIPTDIR source=lib.sh
# shellcheck disable=SC2154

# configured PRESET FOLDER OPTION...: true where this folder already stands as asked; ninja itself sees changed CMake files.
configured() {
    local preset=$1 folder=$2
    shift 2
    [ -e "$folder/build.ninja" ] && [ "$folder/.configured" -nt "$root/CMakePresets.json" ] && [ "$(<"$folder/.configured")" = "$preset $*" ]
}

configure() {
    local preset=$1 folder=$2
    shift 2
    logged "configure-$preset" cmake -S "$root" --preset "$preset" "-DLEPTOSCOPE_TORCH_ROOT=$libtorch/torch" "$@" || {
        cat "$logs/configure-$preset.log"
        fail "the build could not be configured: $(reason "configure-$preset")."
    }
    printf '%s' "$preset $*" >"$folder/.configured"
}

# build_preset PRESET FOLDER OPTION...: from the root, with the folder that the preset names.
build_preset() {
    local preset=$1 folder=$root/build/$2
    shift 2
    cd "$root" || return
    need_mb "$root" 1500 "the build"
    configured "$preset" "$folder" "$@" || phase "Configure ($preset)" configure "$preset" "$folder" "$@"
    phase "Build ($preset, $(build_jobs) at a time)" ninja -C "$folder" -j "$(build_jobs)"
}
