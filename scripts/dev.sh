#!/bin/sh
# Finds hale and hands everything on to it. Copy this one file into any project as scripts/dev.sh: it needs nothing else.
set -eu
unset CDPATH
case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
root=$(cd "$here/.." && pwd -P)
built=$root/artifacts/dev

usage() {
  cat <<'TEXT'
usage: scripts/dev.sh COMMAND [OPTIONS]

  docker [--verbose] [--clean-cache] [--yes]   bring the Compose stack to healthy, mending what stands between
  docker --keep                                the same, and leave a keeper with it that brings back what fails
  poetry [--force-reinstall]                   the same without Docker
  health-check                                 look, and say what is healthy
  troubleshoot                                 look deeply, and say what is wrong and what mends it
  logs [SERVICE]                               what the services print
  down [--volumes NAME]                        stop the stack; volumes stay unless they are named

Every other command and option of hale works too: scripts/dev.sh --help lists them.
The project is the folder above scripts/ (in Hale's own repository examples/notes); -C FOLDER names another one.
HALE=/path/to/hale names the program to run.
TEXT
}

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- in Hale's own repository: build what the sources say ---------------------------------------------------------------

is_current() {
  [ -f "$built/stamp" ] || return 1
  [ -z "$(find "$root/src" "$root"/Directory.*.props "$root/global.json" \
    \( -name bin -o -name obj \) -prune -o -newer "$built/stamp" -print 2>/dev/null | head -n 1)" ]
}

publish() {
  dotnet publish "$root/src/Hale.Cli/Hale.Cli.csproj" -c Release -nologo -v quiet --artifacts-path "$built/build" \
    -o "$built/new" "$@" 1>&2
}

# A compiler that is there and links: gcc alone, without the C library's own files, would not do.
compiler() {
  for found in gcc clang; do
    if have "$found" && echo 'int main(void){return 0;}' | "$found" -x c - -o "$built/probe" 2>/dev/null; then
      rm -f "$built/probe"
      printf '%s' "$found"
      return
    fi
  done
}

build() {
  started=$(date +%s)
  rm -rf "$built/new"
  # Taken before the build, so that an edit made while it runs is built next time.
  touch "$built/stamp.new"
  compiler=$(compiler)
  if [ -n "$compiler" ]; then
    say "Building hale as native code: its sources are newer than the built one. This takes a minute or two."
    publish "-p:CppCompilerAndLinker=$compiler"
  else
    say "Building hale: its sources are newer than the built one."
    say "There is no working C compiler here, so it is an ordinary build, which starts slower. For a native one: sudo apt-get install gcc libc6-dev"
    publish -p:PublishAot=false
  fi
  rm -rf "$built/old"
  [ ! -d "$built/bin" ] || mv "$built/bin" "$built/old"
  mv "$built/new" "$built/bin"
  mv "$built/stamp.new" "$built/stamp"
  rm -rf "$built/old"
  say "Built hale in $(($(date +%s) - started)) s."
}

build_alone() {
  mkdir -p "$built"
  said=
  until mkdir "$built/lock" 2>/dev/null; do
    owner=$(cat "$built/lock/pid" 2>/dev/null || :)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      # Moved before it is removed, so that of two that find it abandoned only one removes it.
      mv "$built/lock" "$built/lock.$$" 2>/dev/null && rm -rf "$built/lock.$$"
      continue
    fi
    [ -n "$said" ] || say "Another build of hale is running (process ${owner:-unknown}); waiting for it."
    said=yes
    sleep 1
  done
  echo $$ >"$built/lock/pid"
  trap 'rm -rf "$built/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  is_current || build
  rm -rf "$built/lock"
  trap - EXIT INT TERM
}

run_built() {
  is_current || build_alone
  if [ -f "$built/bin/hale.dll" ]; then exec dotnet "$built/bin/hale.dll" "$@"; fi
  exec "$built/bin/hale" "$@"
}

# --- in any project: the one it pins, then the machine's ----------------------------------------------------------------

run_pinned_tool() {
  cd "$root"
  dotnet tool run hale -- --version >/dev/null 2>&1 || dotnet tool restore 1>&2
  exec dotnet tool run hale -- "$@"
}

run_found() {
  [ ! -x "$root/.hale/bin/hale" ] || exec "$root/.hale/bin/hale" "$@"
  manifest=$root/.config/dotnet-tools.json
  if [ -f "$manifest" ] && grep -q '"hale"' "$manifest" && have dotnet; then run_pinned_tool "$@"; fi
  if have hale; then exec hale "$@"; fi
  tool=${DOTNET_CLI_HOME:-${HOME:-}}/.dotnet/tools/hale
  [ ! -x "$tool" ] || exec "$tool" "$@"
}

is_given_a_project() {
  for word in "$@"; do
    case $word in
      --) return 1 ;;
      -C* | --directory | --directory=*) return 0 ;;
    esac
  done
  return 1
}

[ $# -gt 0 ] || { usage; exit 0; }

project=$root
[ ! -f "$root/Hale.slnx" ] || project=$root/examples/notes
case $1 in
  --version | --help | -h) ;;
  *) is_given_a_project "$@" || set -- -C "$project" "$@" ;;
esac

if [ -n "${HALE:-}" ]; then
  if have "$HALE"; then exec "$HALE" "$@"; fi
  say "HALE names '$HALE', and there is no such program. Give the path of hale, or leave it out: unset HALE"
  exit 2
fi

if [ -f "$root/Hale.slnx" ] && have dotnet; then run_built "$@"; fi
run_found "$@"

if [ -f "$root/Hale.slnx" ]; then
  say "There is neither a hale here nor the .NET SDK to build it with."
  say "Install the .NET 10 SDK (https://dotnet.microsoft.com/download) and run the same command again."
else
  say "There is no hale here: not in $root/.hale/bin, not in .config/dotnet-tools.json, not on PATH, and not as a .NET tool."
  say "With the .NET 10 SDK (https://dotnet.microsoft.com/download): dotnet tool install --global hale"
  say "Or name the program: HALE=/path/to/hale $0 $*"
fi
exit 2
