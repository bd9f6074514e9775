#!/usr/bin/env bash
# Writes docs/reliability.md from what scripts/faults.sh measured: `report.sh ROWS.tsv`.
set -euo pipefail
rows=$1

count() { awk -F'\t' "$1" "$rows" | wc -l; }
percent() { awk -v part="$1" -v whole="$2" 'BEGIN { printf whole ? "%.0f %%" : "-", 100 * part / whole }'; }
# The value at a share of the sorted column, in seconds.
quantile() { awk -F'\t' "$2 { print \$$1 }" "$rows" | sort -n | awk -v share="$3" '{ v[NR] = $1 } END { if (NR) { at = int(NR * share + 0.999999); if (at < 1) at = 1; printf "%.1f s", v[at] / 1000 } else printf "-" }'; }

all=$(count '1')
mendable=$(count '$3 == "yes"')
mended=$(count '$3 == "yes" && $5 == 0 && $6 == "yes"')
by_compose=$(count '$3 == "yes" && $11 == 0 && $12 == "yes"')
named=$(count '$7 == "yes"')
false_hale=$(count '$5 == 0 && $6 != "yes"')
false_compose=$(count '$11 == 0 && $12 != "yes"')
lost=$(count '$9 != "yes"')
edited=$(count '$10 != "-"')
undone=$(count '$10 == "yes"')

cat <<MARKDOWN
# Reliability

Written by \`scripts/faults.sh\`; edited by nobody. Each fault was injected into a real stack on a real engine, once for
\`hale docker --yes\` and once for \`docker compose up -d --wait\`, each with a project of its own. Whether a stack was healthy
afterwards was asked of the engine and of the services, never of the tool. Load and machine differ from run to run: compare within a row.

| | Hale | Compose |
|---|---:|---:|
| Faults injected | $all | $all |
| Of those, a tool can mend | $mendable | $mendable |
| Healthy again, of the mendable | $mended ($(percent "$mended" "$mendable")) | $by_compose ($(percent "$by_compose" "$mendable")) |
| Root named | $named ($(percent "$named" "$all")) | - |
| Said healthy over a stack that is not | $false_hale | $false_compose |
| Data lost | $lost | - |
| Files of the project edited, and given back by \`hale undo\` | $edited, $undone | - |
| From fault to healthy: median | $(quantile 8 '$3 == "yes" && $5 == 0 && $6 == "yes"' 0.5) | - |
| From fault to healthy: 95th percentile | $(quantile 8 '$3 == "yes" && $5 == 0 && $6 == "yes"' 0.95) | - |

| Fault | What was done | Can be mended | Hale: healthy | Named | Time | Compose: exit, healthy | Time |
|---|---|---|---|---|---:|---|---:|
MARKDOWN
awk -F'\t' '{ printf "| [%s](faults/%s.md) | %s | %s | %s | %s | %.1f s | %s, %s | %.1f s |\n", $1, $2, $4, $3, $6, $7, $8 / 1000, $11, $12, $13 / 1000 }' "$rows"
