#!/bin/sh
# Replays what other versions of Docker and npm say than those that the evidence was recorded with: the words, and nothing else, are put in the
# place of those of a recorded case. A case that is recorded with the real version takes the place of its replay.
set -eu
cd "$(dirname "$0")/Evidence"

# replay FAULT CASE NEW SED: writes a further case of the fault.
replay() {
  mkdir -p "$1/$3"
  sed -E "$4" "$1/$2/evidence.json" >"$1/$3/evidence.json"
  ! cmp -s "$1/$2/evidence.json" "$1/$3/evidence.json" || { echo "$1/$2 has no such words" >&2; exit 1; }
}

# npm 10 and 11 begin their lines with "npm error", npm 9 with "npm ERR!"; record-npm.sh has the real words of all but these two, which ask
# the registry itself for something else first where a proxy signs for it.
npm='s/npm ERR!/npm error/g'
replay npm-eresolve seen-a-peer seen-replayed-npm-11-wording "$npm"
replay npm-tls seen-self-signed seen-replayed-npm-11-wording "$npm"

# Engine 29 speaks no API before 1.44, and has other words for address pools that are spent.
replay api-client-too-old seen-variable seen-replayed-engine-29-wording 's/(Minimum supported API version is )1\.24/\11.44/'
replay net-pool-exhausted seen-replayed-spent seen-replayed-engine-29-wording 's/could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network/all predefined address pools have been fully subnetted/'

# A newer runc ends with 255 where 1.1 ends with 1.
replay image-entrypoint-crlf seen-built seen-replayed-newer-runc 's/("exitCode": )1,/\1255,/'
