"""Asks this container's own /healthz: exit 0 when it is well, 1 with the answer when it is not."""

import sys
from http.client import HTTPConnection, HTTPException

try:
    connection = HTTPConnection("127.0.0.1", 8000, timeout=4)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    print(answer.read().decode())
    sys.exit(0 if answer.status == 200 else 1)
except (OSError, HTTPException) as reason:
    sys.exit(f"/healthz did not answer: {reason}")
