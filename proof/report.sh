#!/usr/bin/env bash
# Writes docs/reliability.md from what scripts/faults.sh measured: `report.sh ROWS.tsv`.
# A row: case, root, mend, about, family, stack, then of Hale exit code, healthy, named, milliseconds, intact, undone, and of Compose exit
# code, healthy, milliseconds, intact.
set -euo pipefail
rows=$1

readonly mended='$3 == "yes" && $7 == 0 && $8 == "yes"' mended_by_compose='$3 == "yes" && $13 == 0 && $14 == "yes"'
count() { awk -F'\t' "$1" "$rows" | wc -l; }
percent() { awk -v part="$1" -v whole="$2" 'BEGIN { if (whole) printf "%.0f %%", 100 * part / whole; else printf "-" }'; }
# The value at a share of a sorted column, in seconds.
quantile() { awk -F'\t' "$2 { print \$$1 }" "$rows" | sort -n | awk -v share="$3" '{ v[NR] = $1 } END { if (NR) { at = int(NR * share + 0.999999); if (at < 1) at = 1; printf "%.1f s", v[at] / 1000 } else printf "-" }'; }

all=$(count '1')
mendable=$(count '$3 == "yes"')
hale=$(count "$mended")
compose=$(count "$mended_by_compose")
named=$(count '$9 == "yes"')

cat <<MARKDOWN
# Reliability

Written by \`scripts/faults.sh\`; edited by nobody. Each fault was injected into a real stack on a real engine, once for
\`hale docker --yes\` and once for \`docker compose up -d --wait\`, each with a project of its own. Whether a stack was healthy
afterwards was asked of the engine and of the services, never of the tool. Data is a row in the database, a key in Redis, the bytes of a
file: it was written before the fault where the stack was up before, and asked for afterwards. Compose was given 60 seconds. Load and
machine differ from run to run: compare within a row.

| | Hale | Compose |
|---|---:|---:|
| Faults injected | $all | $all |
| Into different stacks | $(cut -f 6 "$rows" | sort -u | wc -l) | |
| Of those, a tool can mend | $mendable | $mendable |
| Healthy again, of the mendable | $hale ($(percent "$hale" "$mendable")) | $compose ($(percent "$compose" "$mendable")) |
| Root named | $named ($(percent "$named" "$all")) | - |
| Said healthy over a stack that is not | $(count '$7 == 0 && $8 != "yes"') | $(count '$13 == 0 && $14 != "yes"') |
| Data lost | $(count '$11 != "yes"') | |
| Files of the project edited, and given back by \`hale undo\` | $(count '$12 != "-"'), $(count '$12 == "yes"') | - |
| From fault to healthy: median | $(quantile 10 "$mended" 0.5) | $(quantile 15 "$mended_by_compose" 0.5) |
| From fault to healthy: 95th percentile | $(quantile 10 "$mended" 0.95) | $(quantile 15 "$mended_by_compose" 0.95) |

## By family

| Family | Faults | Named | Can be mended | Mended by Hale | By Compose | Falsely healthy: Hale, Compose | Median time of Hale |
|---|---:|---:|---:|---:|---:|---:|---:|
MARKDOWN
cut -f 5 "$rows" | sort -u | while read -r family; do
  of="\$5 == \"$family\" && "
  printf '| %s | %s | %s | %s | %s | %s | %s, %s | %s |\n' "$family" "$(count "$of 1")" "$(count "$of \$9 == \"yes\"")" "$(count "$of \$3 == \"yes\"")" \
    "$(count "$of $mended")" "$(count "$of $mended_by_compose")" "$(count "$of \$7 == 0 && \$8 != \"yes\"")" "$(count "$of \$13 == 0 && \$14 != \"yes\"")" "$(quantile 10 "$of $mended" 0.5)"
done
cat <<'MARKDOWN'

'Loss' is what needs no fault of the catalogue: something was killed, stopped or removed, and is to be there again.

## Each fault

| Fault | Stack | What was done | Can be mended | Hale: healthy | Named | Time | Compose: exit, healthy | Time |
|---|---|---|---|---|---|---:|---|---:|
MARKDOWN
awk -F'\t' '{
  fault = $2 == "-" ? $1 : sprintf("[%s](faults/%s.md)", $2, $2)
  printf "| %s | %s | %s | %s | %s | %s | %.1f s | %s, %s | %.1f s |\n", fault, $6, $4, $3, $8, $2 == "-" ? "-" : $9, $10 / 1000, $13, $14, $15 / 1000
}' "$rows"
