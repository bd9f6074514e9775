#!/usr/bin/env bash
# Injects faults into real stacks on the real engine, lets `hale docker --yes` and `docker compose up -d --wait` deal with each, and looks at
# what became of it by asking the engine and the services, never by believing either.
#
#   scripts/faults.sh                  every case, both tools; writes docs/reliability.md
#   scripts/faults.sh --part           hale alone, without the cases that say `slow=yes`; writes nothing
#   scripts/faults.sh NAME...          these cases, both tools; writes nothing
#
# HALE names the program. A case is a file in proof/cases; proof/README.md says what it holds. The last line is
# "N passed, N failed, N skipped"; the exit code is 1 when a case did not end as it must.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

readonly root_folder=$PWD cases=$PWD/proof/cases
readonly work=${TMPDIR:-/tmp}/hale-faults
HALE=${HALE:-$PWD/artifacts/dev/bin/hale}
rows=$work/measured.tsv
passed=0 failed=0 skipped=0

say() { printf '%s\n' "$*"; }

# --- what a case may use ------------------------------------------------------------------------------------------------

# A web page must answer: URL, and words that it must hold.
answers() { timeout 10 curl -sS --max-time 5 "$1" 2>/dev/null | grep -qF -- "$2"; }

# in_service SERVICE COMMAND...: runs it in the service's first container.
in_service() {
  local id
  id=$(docker ps -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$1" | head -n 1)
  shift
  [ -n "$id" ] && timeout 20 docker exec "$id" "$@" 2>/dev/null
}

# The stack as the project has it, made healthy before the fault comes; for both tools in the same way.
healthy_first() { timeout 240 "$HALE" docker --yes --quiet >/dev/null 2>&1; }

# What a case has to remember beside the project lies in $aside.

# listen_at PORT [ADDRESS]: a program of this machine that has nothing to do with the stack; let_go ends it, still_listens asks for it.
listen_at() { python3 -m http.server "$1" --bind "${2:-0.0.0.0}" --directory "$(mktemp -d)" >/dev/null 2>&1 & echo $! >"$aside/holder"; sleep 0.7; }
let_go() { kill "$(cat "$aside/holder")"; rm -f "$aside/holder"; }
still_listens() { kill -0 "$(cat "$aside/holder")"; }

# as_nobody COMMAND...: as a user who may use the engine and nothing else on this machine.
as_nobody() {
  chmod -R a+rwX .
  setpriv --reuid=65534 --regid=65534 --groups="$(stat -c %g /var/run/docker.sock)" env HOME="$PWD/.home" "$@"
}

# hidden FOLDER COMMAND...: an empty folder stands in the place of one of the machine's, for this command alone.
hidden() { unshare --mount --propagation private bash -euc 'mount -t tmpfs none "$0"; exec "$@"' "$@"; }

# --- one side of one case -----------------------------------------------------------------------------------------------

# Every service runs and passes its health check, or has ended with 0.
engine_says_healthy() {
  local services service states
  services=$(docker compose config --services 2>/dev/null) || return 1
  for service in $services; do
    states=$(docker ps -a --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter "label=com.docker.compose.service=$service" --format '{{.Status}}')
    [ -n "$states" ] || return 1
    grep -qvE '^Up [^(]*$|\(healthy\)|\(health: starting\)|^Exited \(0\)' <<<"$states" && return 1
  done
  checks_not_run_yet_pass
}

# A health check that the engine has not run yet is run here.
checks_not_run_yet_pass() {
  local id words
  for id in $(docker ps -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" --filter health=starting); do
    mapfile -t words < <(docker inspect -f '{{range .Config.Healthcheck.Test}}{{println .}}{{end}}' "$id" | sed '$d')
    case ${words[0]} in
      CMD) timeout 20 docker exec "$id" "${words[@]:1}" >/dev/null 2>&1 || return 1 ;;
      CMD-SHELL) timeout 20 docker exec "$id" sh -c "$(printf '%s\n' "${words[@]:1}")" >/dev/null 2>&1 || return 1 ;;
    esac
  done
}

# The engine asks only at the interval of a health check, so its word may be older than the mend. A stack that was given up gets no time.
is_healthy() {
  local try
  for try in 1 2 3 4 5 6 7 8 9 10 11 12; do
    engine_says_healthy && working && return 0
    [ "$1" = 0 ] || return 1
    sleep 1
  done
  return 1
}

digest() { find . -path ./.hale -prune -o -type f -print0 | sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum; }

clean_up() {
  eject >/dev/null 2>&1
  timeout 60 docker compose down --volumes --remove-orphans --timeout 1 >/dev/null 2>&1
  docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker rm -f >/dev/null 2>&1
  docker volume ls -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker volume rm >/dev/null 2>&1
  docker network ls -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker network rm >/dev/null 2>&1
}

# Prints one line: side, exit code, healthy, named, milliseconds, intact, undone.
one_side() {
  local case=$1 side=$2 before began code took healthy=no named=- intact=no undone=-
  export COMPOSE_PROJECT_NAME=hale-faults-$case-$side
  local aside=$work/$case-$side.aside
  eject() { :; }
  intact() { :; }
  working() { :; }
  inject() { :; }
  run() { "$@"; }
  root=$case
  # shellcheck source=/dev/null
  . "$cases/$case.sh"
  rm -rf "${work:?}/$case-$side" "$aside" && mkdir -p "$work/$case-$side" "$aside" && cd "$work/$case-$side" || return
  project >/dev/null 2>&1
  inject >inject.log 2>&1 </dev/null
  rm -f inject.log
  before=$(digest)
  began=$(date +%s%N)
  if [ "$side" = hale ]; then
    run timeout 300 "$HALE" docker --yes --json >../"$case.json" 2>../"$case.log" </dev/null
    code=$?
  else
    run timeout 60 docker compose up -d --wait >../"$case.compose.log" 2>&1 </dev/null
    code=$?
  fi
  took=$((($(date +%s%N) - began) / 1000000))
  is_healthy "$code" >/dev/null 2>&1 && healthy=yes
  intact >/dev/null 2>&1 && intact=yes
  if [ "$side" = hale ]; then
    # Some injuries need no fault of the catalogue: the stack is simply not up.
    named=no
    [ "$root" = - ] && named=yes
    tail -n 1 ../"$case.json" | grep -qF "\"fault\":\"$root\"" && named=yes
    if [ "$before" != "$(digest)" ]; then
      "$HALE" undo >/dev/null 2>../"$case.undo.log"
      undone=no
      [ "$before" = "$(digest)" ] && undone=yes
    fi
  fi
  clean_up
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$side" "$code" "$healthy" "$named" "$took" "$intact" "$undone"
}

# --- all of it ----------------------------------------------------------------------------------------------------------

# The family of a fault is the folder of its file; what needs no fault is loss.
family_of() {
  local name file
  name=$(sed 's/.*/\L&/; s/\(^\|-\)\(.\)/\U\2/g' <<<"$1")
  for file in "$root_folder"/src/Hale.Faults/*/"$name.cs"; do
    [ -e "$file" ] && basename "$(dirname "$file")" && return
  done
  echo Loss
}

stack_of() { sed -n 's|.*proof/stacks/\(.*\)\.sh.*|\1|p' "$cases/$1.sh" | head -n 1 | grep . || echo "one of its own"; }

judge() {
  local case=$1 mend=$2 code=$3 healthy=$4 named=$5 intact=$6 undone=$7 why=
  [ "$named" = yes ] || why="$why; the root was not named"
  [ "$mend" = yes ] && { [ "$healthy" = yes ] && [ "$code" = 0 ] || why="$why; not healthy again (exit code $code)"; }
  [ "$code" = 0 ] && [ "$healthy" != yes ] && why="$why; said healthy over a stack that is not"
  [ "$intact" = yes ] || why="$why; data was lost"
  [ "$undone" = no ] && why="$why; hale undo did not give the files back"
  if [ -z "$why" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    say "  FAILED $case: ${why#; } (see $work/$case.json)"
  fi
}

prepare() {
  [ -x "$HALE" ] || { say "HALE names no program: $HALE"; exit 3; }
  timeout 20 docker version >/dev/null 2>&1 || { say "no Docker engine answers"; exit 3; }
  mkdir -p "$work" && : >"$rows"
  # The images that the cases name: stand-ins where no registry answers, under the names that hale gives them.
  for image in debian:trixie-slim postgres:17 redis:7 nginx:1.26 node:20-slim python:3.13-slim; do
    docker image inspect "hale.local/stand-in/$image" >/dev/null 2>&1 && continue
    rm -rf "$work/images" && cp -r "$root_folder/proof/images" "$work/images"
    (cd "$work/images" && timeout 900 "$HALE" docker --yes >../images.log 2>&1; "$HALE" down >/dev/null 2>&1)
    break
  done
}

# Two lanes at once: each stack has ports of its own, and belongs to one lane.
lane_of() {
  case $(stack_of "$1") in
    queue | settings | bundle | poetry | page) echo 1 ;;
    *) echo 2 ;;
  esac
}

# run_lane LANE BOTH PART NAMES...: one after another; leaves rows and counts.
run_lane() {
  local lane=$1 both=$2 part=$3 case line row
  shift 3
  for case in "$@"; do
    [ "$(lane_of "$case")" = "$lane" ] || continue
    slow='' mend=yes root=$case about=''
    # shellcheck source=/dev/null
    eval "$(grep -E '^(slow|mend|root|about)=' "$cases/$case.sh")"
    [ -n "$part" ] && [ "$slow" = yes ] && { skipped=$((skipped + 1)); continue; }
    line=$(one_side "$case" hale)
    IFS=$'\t' read -r _ code healthy named took intact undone <<<"$line"
    say "$(printf '%-36s hale     exit %s  healthy %-3s  named %-3s  %6s ms' "$case" "$code" "$healthy" "$named" "$took")"
    judge "$case" "$mend" "$code" "$healthy" "$named" "$intact" "$undone"
    row="$case	$root	$mend	$about	$(family_of "$root")	$(stack_of "$case")	$code	$healthy	$named	$took	$intact	$undone"
    if [ -n "$both" ]; then
      line=$(one_side "$case" compose)
      IFS=$'\t' read -r _ code healthy _ took intact _ <<<"$line"
      say "$(printf '%-36s compose  exit %s  healthy %-3s            %6s ms' "$case" "$code" "$healthy" "$took")"
      row="$row	$code	$healthy	$took	$intact"
    fi
    printf '%s\n' "$row" >>"$work/rows.$lane"
  done
  echo "$passed $failed $skipped" >"$work/count.$lane"
}

main() {
  local both=yes part='' names=() case p f s
  for argument in "$@"; do
    case $argument in
      --part) part=yes both='' ;;
      *) names+=("$argument") ;;
    esac
  done
  prepare
  for case in "${names[@]}"; do
    [ -e "$cases/$case.sh" ] || { say "there is no case '$case'"; exit 2; }
  done
  [ ${#names[@]} -gt 0 ] || for case in "$cases"/*.sh; do names+=("$(basename "$case" .sh)"); done
  rm -f "$work"/rows.* "$work"/count.*
  run_lane 1 "$both" "$part" "${names[@]}" &
  run_lane 2 "$both" "$part" "${names[@]}" &
  wait
  while read -r p f s; do
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done < <(cat "$work"/count.*)
  sort "$work"/rows.* >"$rows" 2>/dev/null
  [ -n "$both" ] && [ $# -eq 0 ] && "$root_folder/proof/report.sh" "$rows" >"$root_folder/docs/reliability.md"
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
}

main "$@"
