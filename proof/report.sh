#!/usr/bin/env bash
# Writes docs/reliability.md from what scripts/faults.sh measured: `report.sh ROWS.tsv`. proof/one.sh says what a row holds; behind the sixteen
# fields of hale's stand the four of Compose's.
set -euo pipefail
readonly rows=$1
readonly mended='$3 == "yes" && $7 == 0 && $8 == "yes"' mended_by_compose='$3 == "yes" && $18 == "yes"'

count() { awk -F'\t' "$1" "$rows" | wc -l; }
percent() { awk -v part="$1" -v whole="$2" 'BEGIN { if (whole) printf "%.1f %%", 100 * part / whole; else printf "-" }'; }
share() { printf '%s of %s (%s)' "$1" "$2" "$(percent "$1" "$2")"; }

# quantile FIELD CONDITION SHARE: the value at a share of the sorted field.
quantile() { awk -F'\t' "$2 { print \$$1 }" "$rows" | sort -n | awk -v share="$3" '{ v[NR] = $1 } END { if (NR) { at = int(NR * share + 0.999999); print v[at < 1 ? 1 : at] } }'; }
seconds() { local value; value=$(quantile "$@"); [ -n "$value" ] && awk -v ms="$value" 'BEGIN { printf "%.1f s", ms / 1000 }' || printf -- '-'; }
# pace CONDITION SHARE: a row's two cells.
pace() { printf '%s | %s' "$(seconds 10 "$1 && $mended" "$2")" "$(seconds 19 "$1 && $mended_by_compose" "$2")"; }

all=$(count '1')
mendable=$(count '$3 == "yes"')
rooted=$(count '$9 != "-"')
edited=$(count '$12 != "-"')

cat <<MARKDOWN
# Reliability

Written by \`scripts/faults.sh\`; edited by nobody. Each fault was injected into a real stack on a real engine, once for
\`hale docker --yes\` and once for \`docker compose up -d --wait\`, each with a project and ports of its own. Whether a stack was healthy
afterwards was asked of the engine and of the services, never of the tool. Compose was given 60 seconds.

Measured on $(date -u +%F) with $("$HALE" --version) (commit $(git -C "$(dirname "$0")/.." rev-parse --short HEAD)), Docker Engine $(docker version -f '{{.Server.Version}}'),
Compose $(docker compose version --short), on $(nproc) cores with several cases at once: the load was $(quantile 15 1 0.5) in the middle case, and at most $(quantile 15 1 1). Compare within a row.

| | Hale | Compose |
|---|---:|---:|
| Faults injected, into $(cut -f 6 "$rows" | sort -u | wc -l) stacks | $all | $all |
| Healthy again, of those that a tool can mend | $(share "$(count "$mended")" "$mendable") | $(share "$(count "$mended_by_compose")" "$mendable") |
| Root named, of those that have one | $(share "$(count '$9 == "yes"')" "$rooted") | - |
| Said healthy over a stack that is not | $(count '$7 == 0 && $8 != "yes"') | $(count '$17 == 0 && $18 != "yes"') |
| Named as a cause, or acted on, what was not wrong | $(count '$14 != "-"') | - |
| Data lost, where there was some and it could be asked for | $(count '$11 == "no"') of $(count '$11 ~ /yes|no/') | $(count '$20 == "no"') of $(count '$20 ~ /yes|no/') |
| Files edited, and given back by \`hale undo\` byte for byte | $(count '$12 == "yes"') of $edited | - |
| From fault to healthy without a build: median | $(pace '$13 == "no"' 0.5) |
| From fault to healthy without a build: 95th percentile | $(pace '$13 == "no"' 0.95) |
| From fault to healthy with a build: median | $(pace '$13 == "yes"' 0.5) |
| From fault to healthy with a build: 95th percentile | $(pace '$13 == "yes"' 0.95) |

- *Healthy again*: each service runs and passes its health check, and the stack does its work when it is asked to; of Hale also exit code 0.
- *Root named*: the fault that was injected stands among the causes in Hale's result, not only among what follows from another.
- *What was not wrong*: any other fault among the causes, or one that was acted on; a case names those that are as true as its own.
- *Data* is a row in the database, a key in Redis, the bytes of a file. It was written before the fault where the stack was up before, and asked
  for afterwards; of a stack that should be up again and is not, it cannot be.

## By family

| Family | Faults | Named | Can be mended | Mended by Hale | By Compose | Falsely healthy: Hale, Compose | Median time of Hale |
|---|---:|---:|---:|---:|---:|---:|---:|
MARKDOWN
cut -f 5 "$rows" | sort -u | while read -r family; do
  of="\$5 == \"$family\" && "
  printf '| %s | %s | %s | %s | %s | %s | %s, %s | %s |\n' "$family" "$(count "$of 1")" "$(count "$of \$9 == \"yes\"")" "$(count "$of \$3 == \"yes\"")" \
    "$(count "$of $mended")" "$(count "$of $mended_by_compose")" "$(count "$of \$7 == 0 && \$8 != \"yes\"")" "$(count "$of \$17 == 0 && \$18 != \"yes\"")" "$(seconds 10 "$of $mended" 0.5)"
done
cat <<'MARKDOWN'

*Loss* is what needs no fault of the catalogue: something was killed, stopped or removed, and is to be there again.

## Each fault

| Fault | Stack | What was done | Can be mended | Hale: exit, healthy | Named | Time | Compose: exit, healthy | Time |
|---|---|---|---|---|---|---:|---|---:|
MARKDOWN
awk -F'\t' '{
  fault = $2 == "-" ? $1 : sprintf("[%s](faults/%s.md)", $2, $2)
  printf "| %s | %s | %s | %s | %s, %s | %s | %.1f s | %s, %s | %.1f s |\n", fault, $6, $4, $3, $7, $8, $9, $10 / 1000, $17, $18, $19 / 1000
}' "$rows"

if [ "$(count '$16 != "-"')" -gt 0 ]; then
  printf '\n## What did not end as it must\n\n'
  awk -F'\t' '$16 != "-" { printf "- `%s`: %s.\n", $1, $16 }' "$rows"
fi
