# Shared by the commands: words, time, rights. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/log
cache=${XDG_CACHE_HOME:-$HOME/.cache}/leptoscope
export DEBIAN_FRONTEND=noninteractive

say() { printf '%s\n' "$*"; }

# One sentence, then out with the code for "the environment is at fault".
fail() {
    phase_now=
    printf 'leptoscope: %s\n' "$*" >&2
    exit 3
}

# An interruption or an unforeseen failure names the phase it happened in.
phase_now=
cleanups=()
at_exit() {
    local status=$? cleanup
    for cleanup in "${cleanups[@]}"; do "$cleanup"; done
    [ "$status" -eq 0 ] || [ -z "$phase_now" ] || printf 'leptoscope: stopped in "%s"; a second try goes on from there.\n' "$phase_now" >&2
}
trap at_exit EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

now() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }

# seconds_since MICROSECONDS: "12.3 s".
seconds_since() {
    local tenths=$((($(now) - $1) / 100000))
    printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}

# phase WORDS COMMAND...: says what starts, runs it, says how long it took. A failure ends the whole command.
phase() {
    local words=$1 outer=$phase_now start
    shift
    start=$(now)
    phase_now=$words
    say "==> $words"
    "$@"
    say "    done in $(seconds_since "$start")"
    phase_now=$outer
}

# logged NAME COMMAND...: output into build/log/NAME.log; the status is the command's.
logged() {
    local name=$1
    shift
    mkdir -p "$logs" || fail "$logs cannot be written."
    "$@" >"$logs/$name.log" 2>&1
}

# reason LOG: why the command behind build/log/LOG.log failed, as a phrase.
reason() {
    local log=$logs/$1.log
    if grep -qiE 'failure resolving|could not resolve|could not connect|network is unreachable|NewConnectionError|connection refused|timed out' "$log"; then
        printf 'the network does not reach the server'
    elif grep -qi 'no space left\|enough free space' "$log"; then
        printf 'the disk is full'
    else
        grep -E '^(E:|ERROR|error:|CMake Error)' "$log" | tail -n 1 | sed 's/[.?! ]*$//' | grep . || printf 'see build/log/%s.log' "$1"
    fi
}

# as_root COMMAND...: directly as root, else through sudo, which may ask for a password only on a terminal.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif ! command -v sudo >/dev/null; then
        fail "installing packages needs root, and sudo is not here; run this once as root."
    elif [ -t 0 ]; then
        sudo --preserve-env=DEBIAN_FRONTEND "$@"
    else
        sudo -n --preserve-env=DEBIAN_FRONTEND "$@"
    fi
}

# free_mb FOLDER: megabytes free on the disk of the nearest existing parent.
free_mb() {
    local folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    df -Pm "$folder" | awk 'NR == 2 { print $4 }'
}

# need_mb FOLDER MEGABYTES WHAT
need_mb() {
    local free
    free=$(free_mb "$1")
    [ "$free" -ge "$2" ] || fail "$3 needs $2 MB on the disk of $1, and $free MB are free."
}

# The compiler takes up to 1 GB a job: no more jobs than cores, nor than gigabytes.
build_jobs() {
    local cores gigabytes
    cores=$(nproc)
    gigabytes=$(awk '/^MemTotal/ { print int($2 / 1000000) }' /proc/meminfo)
    [ "$gigabytes" -ge 1 ] || gigabytes=1
    [ "$cores" -le "$gigabytes" ] && printf '%s' "$cores" || printf '%s' "$gigabytes"
}
