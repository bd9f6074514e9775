"""What hale told of a case: `told.py RECORDS MENDED_BEFORE ROOT ALSO...`.

Prints three words. Whether the root was named as a cause, not only as what follows from another ("-" where nothing is to be named);
whether something was built; and the faults, beside the root and those that the case allows, that hale named as a cause or acted on, or that
it acted on before there was any: those stand in the second file.
"""

import json
import pathlib
import sys

path, before, root, *also = sys.argv[1:]
unasked = set(pathlib.Path(before).read_text().split()) if pathlib.Path(before).exists() else set()
named, acted, built, result = set(), set(), False, None
with open(path, encoding="utf-8", errors="replace") as lines:
    for line in lines:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if record.get("type") == "act" and record["done"]:
            acted.add(record["fault"])
        elif record.get("type") == "build-step" and not record["cached"]:
            built = True
        elif record.get("type") in ("result", "problem"):
            result = record

if result:
    named = {one["fault"] for one in result.get("mended", [])}
    named |= {one["fault"] for one in result.get("left", []) if not one.get("followsFrom") and not one["onlyWarns"]}
    if "fault" in result:
        named.add(result["fault"])
warned = {one["fault"] for one in (result or {}).get("left", []) if not one.get("followsFrom")}
wrong = sorted(((named | acted) - {root} | unasked) - set(also))
print("-" if root == "-" else "yes" if root in named | warned else "no", "yes" if built else "no", ",".join(wrong) or "-")
