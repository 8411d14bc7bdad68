# LibTorch (and, for a GPU, CUDA) unpacked from pinned wheels into a cache that all clones share. Sourced; needs lib.sh.
# shellcheck shell=bash source-path=SCRIPTDIR source=lib.sh
# shellcheck disable=SC2154

# Layout: torch/{lib,include,share} beside nvidia/..., as the RPATH inside the libraries expects it; .wheels/ marks what is complete.
libtorch=$cache/libtorch-2.11.0
downloads=$cache/downloads

has_gpu() { command -v nvidia-smi >/dev/null && nvidia-smi -L >/dev/null 2>&1; }

has_nvcc() { command -v nvcc >/dev/null || [ -x /usr/local/cuda/bin/nvcc ]; }

# gpu_parts yes|auto: what a GPU asks for: the groups of wheels in gpu_wheels, CMake's options in gpu_options. Nothing without one.
gpu_parts() {
    gpu_wheels=() gpu_options=()
    [ "$1" = yes ] || has_gpu || return 0
    gpu_wheels=(gpu)
    has_nvcc && return 0
    gpu_wheels+=(nvcc)
    gpu_options=("-DCMAKE_CUDA_COMPILER=$libtorch/nvidia/cu13/bin/nvcc")
}

# wheels_missing GROUP...: lines "MEGABYTES NAME==VERSION SHA256".
wheels_missing() {
    local group megabytes pin hash wanted=" $* "
    while read -r group megabytes pin hash; do
        [[ $group != '#'* && $wanted == *" $group "* && ! -e $libtorch/.wheels/$pin ]] || continue
        printf '%s %s %s\n' "$megabytes" "$pin" "$hash"
    done <"$root/installer/wheels.txt"
}

# A private pip: Debian's own refuses to work outside a virtual environment. One that was cut off in the making is made again.
private_pip() {
    "$cache/pip/bin/pip" --version >/dev/null 2>&1 && return 0
    logged pip-venv python3 -m venv --clear "$cache/pip" || fail "Python's virtual environment could not be made in $cache/pip: $(reason pip-venv)."
}

# fetch_wheel PIN HASH FOLDER. A fixed Python does not widen the platform by itself, so every glibc level is named.
fetch_wheel() {
    local level platforms=(--platform manylinux2014_x86_64)
    for level in {17..28}; do platforms+=(--platform "manylinux_2_${level}_x86_64"); done
    mkdir -p "$3/tmp"
    printf '%s --hash=sha256:%s\n' "$1" "$2" >"$3/wanted.txt"
    TMPDIR=$3/tmp logged pip-download "$cache/pip/bin/pip" download --no-deps --no-cache-dir --disable-pip-version-check --progress-bar off \
        --only-binary :all: --python-version 3.11 "${platforms[@]}" --require-hashes -r "$3/wanted.txt" -d "$3" \
        || fail "$1 could not be downloaded: $(reason pip-download). A second try goes on from here."
}

# add_wheel MEGABYTES PIN HASH: the mark comes last, so that an interruption at any point is simply repeated.
add_wheel() {
    local folder=$downloads/$2 unpacked=$libtorch/.unpacked
    rm -rf "$folder/tmp" "$unpacked"
    fetch_wheel "$2" "$3" "$folder"
    mkdir -p "$unpacked" "$libtorch/.wheels"
    logged unpack python3 "$root/installer/unpack_wheel.py" "$folder"/*.whl "$unpacked" || fail "$2 could not be unpacked: $(tail -n 1 "$logs/unpack.log")."
    cp -rlf "$unpacked/." "$libtorch/"
    touch "$libtorch/.wheels/$2"
    rm -rf "$unpacked" "$folder"
}

add_wheels() {
    local megabytes pin hash total=0 line
    for line in "$@"; do total=$((total + ${line%% *})); done
    say "    downloading $# files, $total MB, into $cache (about $((total * 3)) MB while unpacking)"
    mkdir -p "$libtorch" "$downloads" || fail "$cache cannot be written."
    need_mb "$cache" $((total * 3)) "LibTorch"
    exec 9>"$cache/lock"
    flock -n 9 || { say "    waiting for another set-up that fills the same cache" && flock 9; }
    private_pip
    for line in "$@"; do
        read -r megabytes pin hash <<<"$line"
        [ -e "$libtorch/.wheels/$pin" ] || phase "  $pin, $megabytes MB" add_wheel "$megabytes" "$pin" "$hash"
    done
    exec 9>&-
}

# setup_libtorch GROUP...: cpu, gpu, nvcc.
setup_libtorch() {
    local missing
    [ "$(uname -m)" = x86_64 ] || fail "LibTorch's wheels are for x86-64, and this machine is $(uname -m)."
    mapfile -t missing < <(wheels_missing "$@")
    [ "${#missing[@]}" -eq 0 ] || phase "LibTorch" add_wheels "${missing[@]}"
}
