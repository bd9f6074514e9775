"""Looks at the shelf every few seconds, as a worker does. It outlives a shelf that is not there yet."""

import json
import os
import time
import urllib.request

while True:
    try:
        with urllib.request.urlopen(f"{os.environ['SHELF_URL']}/books", timeout=3) as answer:
            print(f"dusted {len(json.load(answer)['books'])} books")
    except OSError as reason:
        print(f"the shelf is not there: {reason}")
    time.sleep(5)
