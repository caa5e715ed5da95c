# shellcheck shell=bash
# What the scripts in bin/ share. Source it; it changes to the root of the checkout.

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $*"
    exit 1
}

# Prints the comment at the head of the calling script: its help.
usage() { awk 'NR == 1 { next } /^#/ { sub(/^# ?/, ""); print; next } { exit }' "$0"; }

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root and there is no sudo: run as root: $*"
    fi
}

# phase NAME COMMAND...: runs the command and keeps the seconds it took for `phase_report`.
phase_lines=()
phase() {
    local name=$1 began=$SECONDS status=0
    shift
    say "── $name"
    "$@" || status=$?
    phase_lines+=("$(printf '%-28s %5d s%s' "$name" $((SECONDS - began)) "$([ "$status" -eq 0 ] || echo '  FAILED')")")
    return "$status"
}

phase_report() {
    [ ${#phase_lines[@]} -eq 0 ] || printf '   %s\n' "${phase_lines[@]}" >&2
}
