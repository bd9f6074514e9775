#!/usr/bin/env bash
# Injects faults into real stacks on the real engine, lets `hale docker --yes` and `docker compose up -d --wait` deal with each, and looks at
# what became of it by asking the engine and the services, never by believing either.
#
#   scripts/faults.sh                  every case, both tools; writes docs/reliability.md
#   scripts/faults.sh --resume         the same, without what the last run measured and nothing has changed since
#   scripts/faults.sh --part           hale alone, the cases that say `part=yes`; writes nothing
#   scripts/faults.sh NAME...          these cases, both tools; writes nothing
#
#   --hale                             hale alone
#   --within SECONDS                   no case begins later; those left out count as skipped
#   --lanes N,M                        how many cases at once: of hale (2), and of Compose (3), which mostly waits
#
# HALE names the program. A case is a file in proof/cases; proof/README.md says what it holds. The last line is
# "N passed, N failed, N skipped"; the exit code is 1 when a case did not end as it must.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

readonly home=$PWD cases=$PWD/proof/cases
readonly work=${TMPDIR:-/tmp}/hale-faults
export HALE=${HALE:-$PWD/artifacts/dev/bin/hale}

say() { printf '%s\n' "$*"; }

# Every case's names, one after another: what it says of itself, before it is run.
said_by() { sed -n "s/^$2=\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" "$cases/$1.sh" | head -n 1; }

# The stack that a case begins with, as a file; nothing for one of its own.
stack_of() { sed -n 's|.*/proof/stacks/\(.*\)\.sh.*|\1|p' "$cases/$1.sh" | head -n 1; }

# A row holds until hale, its case or its stack is changed.
is_measured() {
  local row=$work/rows/$1.$2 file
  for file in "$cases/$1.sh" "$home/proof/stacks/$(stack_of "$1").sh"; do
    [ ! -e "$file" ] || [ "$row" -nt "$file" ] || return 1
  done
  [ "$2" = compose ] || [ "$row" -nt "$HALE" ]
}

prepare() {
  [ -x "$HALE" ] || { say "HALE names no program: $HALE"; exit 3; }
  timeout 20 docker version >/dev/null 2>&1 || { say "no Docker engine answers"; exit 3; }
  mkdir -p "$work/rows"
  # The images that the cases name: stand-ins where no registry answers, under the names that hale gives them.
  for image in debian:trixie-slim postgres:17 redis:7 nginx:1.26 node:20-slim python:3.13-slim; do
    docker image inspect "hale.local/stand-in/$image" >/dev/null 2>&1 && continue
    rm -rf "$work/images" && cp -r "$home/proof/images" "$work/images"
    (cd "$work/images" && timeout 900 "$HALE" docker --yes >../images.log 2>&1; "$HALE" down >/dev/null 2>&1)
    break
  done
}

# run_all SIDE LANES NAMES...: each case in a process of its own.
run_all() {
  local side=$1 lanes=$2
  shift 2
  [ $# -eq 0 ] || printf '%s\n' "$@" | xargs -P "$lanes" -n 1 "$home/proof/one.sh" "$side"
}

# Writes for each case the row of hale and, where there is one, that of Compose behind it.
rows_of() {
  local case
  for case in "$@"; do
    [ -e "$work/rows/$case.hale" ] && paste "$work/rows/$case.hale" $([ -e "$work/rows/$case.compose" ] && echo "$work/rows/$case.compose")
  done
}

main() {
  local both=yes part='' resume='' lanes=2 others=3 names=() todo=() case asked=all passed=0 failed=0 skipped=0
  while [ $# -gt 0 ]; do
    case $1 in
      --part) part=yes both='' ;;
      --hale) both='' ;;
      --resume) resume=yes ;;
      --within) shift && export HALE_FAULTS_UNTIL=$((EPOCHSECONDS + $1)) ;;
      --lanes) shift && IFS=, read -r lanes others <<<"$1,3" ;;
      -*) say "there is no option '$1'"; exit 2 ;;
      *) [ -e "$cases/$1.sh" ] || { say "there is no case '$1'"; exit 2; }; names+=("$1") ;;
    esac
    shift
  done
  prepare
  [ ${#names[@]} -gt 0 ] && asked=some || for case in "$cases"/*.sh; do
    case=$(basename "$case" .sh)
    [ -z "$part" ] || [ "$(said_by "$case" part)" = yes ] && names+=("$case")
  done
  for case in "${names[@]}"; do [ -n "$resume" ] && is_measured "$case" hale || { rm -f "$work/rows/$case.hale"; todo+=("$case"); }; done
  run_all hale "$lanes" "${todo[@]}" &
  todo=()
  [ -z "$both" ] || for case in "${names[@]}"; do [ -n "$resume" ] && is_measured "$case" compose || { rm -f "$work/rows/$case.compose"; todo+=("$case"); }; done
  run_all compose "${others%%,*}" "${todo[@]}" &
  wait
  rows_of "${names[@]}" >"$work/measured.tsv"
  [ -z "$both" ] || [ "$asked" = some ] || "$home/proof/report.sh" "$work/measured.tsv" >"$home/docs/reliability.md"
  for case in "${names[@]}"; do
    if [ ! -e "$work/rows/$case.hale" ]; then
      [ "$EPOCHSECONDS" -lt "${HALE_FAULTS_UNTIL:-$((EPOCHSECONDS + 1))}" ] && failed=$((failed + 1)) || skipped=$((skipped + 1))
    elif [ "$(cut -f 16 "$work/rows/$case.hale")" = - ]; then
      passed=$((passed + 1))
    else
      failed=$((failed + 1))
    fi
  done
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
}

main "$@"
