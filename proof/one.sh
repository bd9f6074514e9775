#!/usr/bin/env bash
# Runs one case with one tool: `one.sh hale|compose CASE`. Leaves its row in rows/, and what it printed beside that; scripts/faults.sh calls it.
#
# A row of hale: case, root, mend, about, family, stack, exit code, healthy, named, milliseconds, intact, undone, built, what was done or
# said wrongly, load, why it failed. A row of Compose: exit code, healthy, milliseconds, intact. What does not apply is "-".
set -uo pipefail
readonly side=$1 case=$2
readonly home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly work=${TMPDIR:-/tmp}/hale-faults

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

# What a case has to remember beside the project lies in $aside.

# The stack as the project has it, made healthy before the fault comes; for both tools in the same way. What is mended then was not broken.
healthy_first() {
  timeout 240 "$HALE" docker --yes --quiet >/dev/null 2>&1 || touch "$aside/never-healthy"
  [ ! -e .hale/journal.jsonl ] || grep -oP '"begin":\{"fault":"\K[^"]*' .hale/journal.jsonl >"$aside/mended-before"
}

# listen_at PORT [ADDRESS]: a program of this machine that has nothing to do with the stack; let_go ends it, still_listens asks for it.
listen_at() { python3 -m http.server "$1" --bind "${2:-0.0.0.0}" --directory "$(mktemp -d)" >/dev/null 2>&1 & echo $! >"$aside/holder"; sleep 0.7; }
let_go() { kill "$(cat "$aside/holder")"; rm -f "$aside/holder"; }
still_listens() { kill -0 "$(cat "$aside/holder")"; }

# serve_tls [ADDRESS:]PORT NAME DAYS: a web server whose certificate it signed itself, for NAME alone and so many days; let_go ends it.
serve_tls() {
  openssl req -newkey rsa:2048 -nodes -keyout "$aside/key.pem" -subj /CN=server -out "$aside/request.pem"
  echo "subjectAltName=$2" >"$aside/names"
  openssl x509 -req -in "$aside/request.pem" -signkey "$aside/key.pem" -days "$3" -extfile "$aside/names" -out "$aside/certificate.pem"
  openssl s_server -quiet -www -accept "$1" -key "$aside/key.pem" -cert "$aside/certificate.pem" >/dev/null 2>&1 &
  echo $! >"$aside/holder"
  sleep 0.7
}

# as_nobody COMMAND...: as a user who may use the engine and nothing else on this machine.
as_nobody() {
  chmod -R a+rwX .
  setpriv --reuid=65534 --regid=65534 --groups="$(stat -c %g /var/run/docker.sock)" env HOME="$PWD/.home" "$@"
}

# hidden FOLDER COMMAND...: an empty folder stands in the place of one of the machine's, for this command alone.
hidden() { unshare --mount --propagation private bash -euc 'mount -t tmpfs none "$0"; exec "$@"' "$@"; }

# --- lanes --------------------------------------------------------------------------------------------------------------

# Cases run side by side, also those of two runs of this script: each in a lane, whose digit is the third of all its ports.
take_lane() {
  for ((;;)); do
    for lane in 0 1 2 3 4 5 6 7 8 9; do
      exec {lock}>"/tmp/hale-faults.lane-$lane"
      flock -n "$lock" && return
      exec {lock}>&-
    done
    sleep 1
  done
}

# The case and the stacks with the ports of this lane, under the names that a case reads.
move_ports() {
  local file
  root_folder=$work/lane-$lane
  mkdir -p "$root_folder/proof/stacks"
  for file in "$home"/proof/stacks/*.sh; do
    sed -E "s/\b250([0-9]{2})\b/25$lane\1/g" "$file" >"$root_folder/proof/stacks/${file##*/}"
  done
  sed -E "s/\b250([0-9]{2})\b/25$lane\1/g" "$home/proof/cases/$case.sh" >"$root_folder/case.sh"
}

# --- what became of it --------------------------------------------------------------------------------------------------

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

# The engine asks only at the interval of a health check, so its word may be older than the mend. Neither tool is believed when it gave up.
is_healthy() {
  local patience=$((SECONDS + 12))
  [ "$mend" = yes ] || [ "$code" = 0 ] || patience=$SECONDS
  until engine_says_healthy && working; do
    [ $SECONDS -lt $patience ] || return 1
    sleep 1
  done
}

digest() { find . \( -path ./.hale -o -path ./.git \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum; }

# The family of a fault is the folder of its file; what needs no fault is loss.
family_of() {
  local name file
  name=$(sed 's/.*/\L&/; s/\(^\|-\)\(.\)/\U\2/g' <<<"$1")
  for file in "$home"/src/Hale.Faults/*/"$name.cs"; do
    [ -e "$file" ] && basename "$(dirname "$file")" && return
  done
  echo Loss
}

why_failed() {
  local why=
  [ ! -e "$aside/never-healthy" ] || why="; the stack was not healthy before the fault"
  [ "$named" != no ] || why="$why; the root was not named"
  [ "$mend" = yes ] && { [ "$healthy" = yes ] && [ "$code" = 0 ] || why="$why; not healthy again (exit code $code)"; }
  [ "$code" = 0 ] && [ "$healthy" != yes ] && why="$why; said healthy over a stack that is not"
  [ "$wrong" = - ] || why="$why; named or mended what was not the fault: $wrong"
  [ "$intact" != no ] || why="$why; data was lost"
  [ "$undone" != no ] || why="$why; hale undo did not give the files back"
  why=${why#; }
  printf '%s' "${why:--}"
}

clean_up() {
  eject >/dev/null 2>&1
  timeout 60 docker compose down --volumes --remove-orphans --rmi local --timeout 1 >/dev/null 2>&1
  docker ps -aq --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker rm -f >/dev/null 2>&1
  docker volume ls -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker volume rm >/dev/null 2>&1
  docker network ls -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs -r docker network rm >/dev/null 2>&1
}

# Of a stack that should be up again and is not, data cannot be asked for.
keeps_its_data() {
  intact >/dev/null 2>&1 && return
  if [ "$mend" = yes ] && [ "$healthy" = no ]; then intact='?'; else intact=no; fi
}

# --- one side of one case -----------------------------------------------------------------------------------------------

with_hale() {
  local before
  before=$(digest)
  load=$(cut -d ' ' -f 1 /proc/loadavg)
  began=$(date +%s%N)
  run timeout 300 "$HALE" docker --yes --json >../"$case.json" 2>../"$case.log" </dev/null
  code=$?
  took=$((($(date +%s%N) - began) / 1000000))
  is_healthy >/dev/null 2>&1 && healthy=yes
  keeps_its_data
  read -r named built wrong < <(python3 "$home/proof/told.py" ../"$case.json" "$aside/mended-before" "$root" $also)
  if [ "$before" != "$(digest)" ]; then
    "$HALE" undo >../"$case.undo.log" 2>&1
    undone=no
    [ "$before" = "$(digest)" ] && undone=yes
  fi
  why=$(why_failed)
  printf '%s\t' "$case" "$root" "$mend" "$about" "$(family_of "$root")" "$stack" "$code" "$healthy" "$named" "$took" "$intact" "$undone" "$built" "$wrong" "$load"
  printf '%s\n' "$why"
}

with_compose() {
  local began
  began=$(date +%s%N)
  run timeout 60 docker compose up -d --wait >../"$case.compose.log" 2>&1 </dev/null
  code=$?
  took=$((($(date +%s%N) - began) / 1000000))
  is_healthy >/dev/null 2>&1 && healthy=yes
  keeps_its_data
  printf '%s\t%s\t%s\t%s\n' "$code" "$healthy" "$took" "$intact"
}

main() {
  local code took healthy=no named=- intact=- undone=- built=- wrong=- load=- why row=$work/rows/$case.$side
  local root=$case about='' mend=yes also='' stack aside=$work/$case-$side.aside
  [ "$EPOCHSECONDS" -lt "${HALE_FAULTS_UNTIL:-$((EPOCHSECONDS + 1))}" ] || exit 0
  take_lane
  move_ports
  export COMPOSE_PROJECT_NAME=hale-faults-$lane-$case
  eject() { :; }
  working() { :; }
  inject() { :; }
  run() { "$@"; }
  # shellcheck source=/dev/null
  . "$root_folder/case.sh"
  declare -F intact >/dev/null && intact=yes || intact() { :; }
  stack=$(sed -n 's|.*/proof/stacks/\(.*\)\.sh.*|\1|p' "$home/proof/cases/$case.sh" | head -n 1)
  stack=${stack:-one of its own}
  rm -rf "${work:?}/$case-$side" "$aside" "$row" && mkdir -p "$work/rows" "$work/$case-$side" "$aside" && cd "$work/$case-$side" || exit 2
  trap 'clean_up; exit 143' INT TERM
  project >/dev/null 2>&1
  inject >../"$case-$side.inject.log" 2>&1 </dev/null
  "with_$side" >"$row.new"
  clean_up
  mv "$row.new" "$row"
  printf '%-36s %-7s  exit %s  healthy %-3s  named %-3s  %6s ms\n' "$case" "$side" "$code" "$healthy" "$named" "$took"
  [ "$side" = compose ] || [ "$why" = - ] || printf '  FAILED %s: %s (see %s)\n' "$case" "$why" "$work/$case.json"
}

main
exit 0
