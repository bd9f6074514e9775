#!/usr/bin/env bash
# Runs every test: sets up what they need, publishes hale, runs unit, shape and end-to-end tests, and takes down what it set up.
# The last line is always "N passed, N failed, N skipped". `scripts/test.sh quick` leaves out all that needs an engine.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

readonly out=$PWD/artifacts/test
readonly deadline=$((SECONDS + ${HALE_TEST_SECONDS:-2340}))
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 HALE_UNDER_TEST=$out/hale/hale
passed=0 failed=0 skipped=0 engine_is_ours=
background=()

say() { printf '%s\n' "$*"; }
step() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

# Runs a command with a time-out, its output in a log; the log's end is shown when it fails.
within() {
  local seconds=$1 name=$2 left=$((deadline - SECONDS))
  shift 2
  ((seconds > left)) && seconds=$left
  ((seconds > 0)) || { say "  no time left for: $name"; return 124; }
  local code=0
  timeout --kill-after=15 "$seconds" "$@" >"$out/$name.log" 2>&1 </dev/null || code=$?
  case $code in
    0) return 0 ;;
    124 | 137) say "  $name took longer than $seconds s and was ended. The end of $out/$name.log:" ;;
    *) say "  $name ended with exit code $code. The end of $out/$name.log:" ;;
  esac
  tail -n 40 "$out/$name.log" | sed 's/^/    /'
  return "$code"
}

# A step that is no test of its own counts as one failed test when it fails.
must() { within "$@" || { failed=$((failed + 1)); return 1; }; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get -q update && as_root apt-get -q install -y --no-install-recommends "$@"
}

# Reads the totals that a test program printed; one that printed none has failed as a whole.
count() {
  local name=$1 line total errors failures skips idle
  line=$(grep -aE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$out/$name.log" | tail -n 1)
  if [ -z "$line" ]; then
    say "  $name told no totals, which counts as one failure"
    failed=$((failed + 1))
    return
  fi
  read -r total errors failures skips idle < <(grep -oE '(Total|Errors|Failed|Skipped|Not Run): [0-9]+' <<<"$line" | grep -oE '[0-9]+$' | tr '\n' ' ')
  passed=$((passed + total - failures - skips - idle))
  failed=$((failed + failures + errors))
  skipped=$((skipped + skips + idle))
}

run_tests() {
  local seconds=$1 name=$2
  shift 2
  step "$name"
  within "$seconds" "$name" dotnet "tests/$name/bin/Debug/net10.0/$name.dll" -noColor "$@"
  count "$name"
}

run_all_but() {
  local project name
  for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    [ "$name" = "$1" ] || run_tests 300 "$name"
  done
}

publish() {
  within 900 publish dotnet publish src/Hale.Cli -c Release -v minimal -warnaserror --artifacts-path "$out/build" -o "$out/hale" || return 1
  ! grep -aE 'warning [A-Z]+[0-9]+|: warning' "$out/publish.log"
}

# A part of the proof: faults in real stacks, and what hale makes of each. Its cases count as tests do.
prove() {
  step "a part of the proof (scripts/faults.sh --part)"
  HALE=$HALE_UNDER_TEST TMPDIR=$out within 150 faults scripts/faults.sh --part --within 75
  local line p f s
  line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$out/faults.log" | tail -n 1)
  if [ -z "$line" ]; then
    say "  the proof told no totals, which counts as one failure"
    failed=$((failed + 1))
    return
  fi
  read -r p f s < <(grep -oE '[0-9]+' <<<"$line" | tr '\n' ' ')
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# What the browser test needs; beside the publish, since both mostly wait.
prepare_browser() {
  local missing=()
  command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
  [ -x /usr/bin/chromium ] || missing+=(chromium)
  command -v certutil >/dev/null || missing+=(libnss3-tools)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}" || return 1
  cmp -s tests/browser/package-lock.json "$out/browser-lock.json" && [ -d tests/browser/node_modules ] && return 0
  (cd tests/browser && npm ci --no-audit --no-fund) && cp tests/browser/package-lock.json "$out/browser-lock.json"
}

engine_answers() { timeout 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

start_engine() {
  engine_answers && { step "the engine that answers is used"; return 0; }
  step "no engine answers: hale installs and starts one, and brings up its first stack"
  engine_is_ours=yes
  export HALE_ENGINE_DATA=${HALE_ENGINE_DATA:-/var/tmp/hale-test-engine} HALE_TEST_ALONE=1
  rm -rf "$out/first" && cp -r tests/projects/nothing-to-build "$out/first" || return 1
  SITE_PORT=18091 must 900 first-stack "$HALE_UNDER_TEST" -C "$out/first" docker --yes --verbose || return 1
  must 60 first-stack-down "$HALE_UNDER_TEST" -C "$out/first" down --volumes data
  engine_answers
}

finish() {
  trap - EXIT INT TERM
  for job in "${background[@]}"; do kill "$job" 2>/dev/null; done
  if [ -n "$engine_is_ours" ]; then
    step "the engine that hale started is stopped"
    timeout 90 "$HALE_UNDER_TEST" -C "$out/first" engine stop >"$out/engine-stop.log" 2>&1 </dev/null || failed=$((failed + 1))
  fi
  step "done"
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit 0
  exit 1
}

main() {
  mkdir -p "$out"
  rm -rf artifacts/e2e "$out"/*.log
  trap finish EXIT
  trap 'failed=$((failed + 1)); exit 130' INT TERM
  command -v dotnet >/dev/null || { say "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"; failed=1; exit; }

  if [ "${1:-}" != quick ]; then
    prepare_browser >"$out/browser.log" 2>&1 </dev/null &
    background+=($!)
    step "publishing hale as native code, with no warning allowed"
    publish || failed=$((failed + 1))
  fi
  step "building the tests"
  must 900 build dotnet build Hale.slnx -v quiet -warnaserror || exit

  if [ "${1:-}" = quick ]; then
    run_all_but Hale.EndToEnd.Tests
    exit
  fi
  wait "${background[0]}" || { say "  the browser could not be set up:"; tail -n 20 "$out/browser.log"; }
  background=()
  [ -x "$HALE_UNDER_TEST" ] || exit
  # Before the unit tests, too: those of the adapters ask the real tools.
  start_engine || exit
  run_all_but Hale.EndToEnd.Tests
  run_tests 1500 Hale.EndToEnd.Tests -maxThreads 3
  prove
}

main "$@"
