# Installs the packages that are missing, and only those. Sourced by the commands; needs lib.sh.
# shellcheck shell=bash source-path=SCRIPTDIR source=lib.sh
# shellcheck disable=SC2154

apt_options=(-q -y --no-install-recommends -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold)
service_guard=/usr/sbin/policy-rc.d
service_guard_mark='# leptoscope set-up: the tests start their own servers'

# packages_of GROUP...: the names listed for these groups.
packages_of() {
    local group name wanted=" $* "
    while read -r group name; do
        [[ $group != '#'* && $wanted == *" $group "* ]] && printf '%s\n' "$name"
    done <"$root/installer/packages.txt"
}

# packages_missing NAME...: those that are not fully installed; one question to dpkg.
packages_missing() {
    local installed
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii //p' | LC_ALL=C sort -u || true)
    LC_ALL=C comm -23 <(printf '%s\n' "$@" | LC_ALL=C sort -u) <(printf '%s\n' "$installed")
}

# Debian starts services when it installs them; those of the tests must not take ports of this machine.
guard_services() {
    [ ! -e "$service_guard" ] || return 0
    as_root tee "$service_guard" >/dev/null <<GUARD
#!/bin/sh
$service_guard_mark
exit 101
GUARD
    as_root chmod 755 "$service_guard"
}

unguard_services() {
    [ -e "$service_guard" ] && grep -qF "$service_guard_mark" "$service_guard" || return 0
    as_root rm -f "$service_guard"
}

# What was installed for the tests does not start at the next boot either. A service that was here before is left alone.
keep_services_off() {
    local name
    for name in prometheus prometheus-node-exporter prometheus-alertmanager prometheus-pushgateway prometheus-blackbox-exporter victoria-metrics \
        postgresql openssh-server; do
        [[ " $* " == *" $name "* ]] || continue
        [ "$name" != openssh-server ] || name=ssh
        if [ -d /run/systemd/system ]; then
            as_root systemctl disable --quiet "$name" >/dev/null 2>&1 || true
        elif command -v update-rc.d >/dev/null; then
            as_root update-rc.d "$name" disable >/dev/null 2>&1 || true
        fi
    done
}

# An installation that was cut off earlier is finished first, or apt refuses everything. A package cut off while it was
# unpacked must be unpacked again; what still stands in the way is reported by the installation that follows.
finish_interrupted() {
    local broken
    [ -n "$(dpkg --audit 2>/dev/null)" ] || return 0
    say "    finishing a package installation that was interrupted"
    mapfile -t broken < <(dpkg-query -W -f='${db:Status-Eflag} ${Package}\n' | sed -n 's/^reinstreq //p')
    [ "${#broken[@]}" -eq 0 ] || logged apt-reinstall as_root apt-get "${apt_options[@]}" --reinstall install "${broken[@]}" || true
    logged dpkg as_root dpkg --configure -a || true
    logged apt-fix as_root apt-get "${apt_options[@]}" -f install || true
}

# package_sizes NAME...: apt's own words: what it fetches and what it takes on disk. Fails where it has no plan.
package_sizes() {
    LC_ALL=C apt-get -q --no-install-recommends --assume-no install "$@" >"$logs/apt-plan.log" 2>&1 || true
    grep -q '^After this operation' "$logs/apt-plan.log" || return 1
    sed -n 's/^Need to get \(.*\) of archives\./to fetch \1/p; s/^After this operation, \(.*\) of additional disk.*/on disk \1/p' \
        "$logs/apt-plan.log" | paste -sd ',' | sed 's/,/, /'
}

# "on disk 1,234 MB" as whole megabytes.
megabytes_of() { sed -n 's/.*on disk \([0-9.,]*\) \([kMG]\)B.*/\1 \2/p' <<<"$1" | tr -d , | awk '{ print int($1 * ($2 == "G" ? 1000 : $2 == "k" ? 0.001 : 1)) + 1 }'; }

refresh_lists() {
    say "    fetching Debian's package lists"
    logged apt-update as_root apt-get "${apt_options[@]}" update || true
}

install_packages() {
    local missing=("$@")
    mkdir -p "$logs" || fail "$logs cannot be written."
    command -v apt-get >/dev/null || fail "the set-up knows Debian 12 and Ubuntu 24.04; here, install by hand what installer/packages.txt lists: $*."
    [ "$(id -u)" -eq 0 ] || as_root true || fail "installing packages needs root, and sudo wants a password; run this on a terminal, or once as root."
    cleanups+=(unguard_services)
    guard_services
    finish_interrupted
    mapfile -t missing < <(packages_missing "$@")
    [ "${#missing[@]}" -eq 0 ] || fetch_and_install "${missing[@]}"
    unguard_services
    keep_services_off "$@"
}

fetch_and_install() {
    local sizes
    if ! sizes=$(package_sizes "$@"); then
        refresh_lists
        sizes=$(package_sizes "$@") || fail "Debian's package lists could not be fetched or lack a package: $(reason apt-plan)."
    fi
    say "    installing $# missing packages (${sizes:-size unknown}): $*"
    need_mb /usr "$(megabytes_of "$sizes")" "installing the packages"
    apt_install "$@"
}

# Lists older than the mirror name files that are gone: one refresh, one more try.
apt_install() {
    logged apt-install as_root apt-get "${apt_options[@]}" install "$@" && return 0
    refresh_lists
    logged apt-install as_root apt-get "${apt_options[@]}" install "$@" && return 0
    fail "the packages could not be installed: $(reason apt-install). A second try goes on from here."
}

# setup_packages GROUP...
setup_packages() {
    local wanted missing
    mapfile -t wanted < <(packages_of "$@")
    mapfile -t missing < <(packages_missing "${wanted[@]}")
    unguard_services
    [ "${#missing[@]}" -eq 0 ] || phase "Packages" install_packages "${missing[@]}"
}
