import json
import os
import urllib.request

with urllib.request.urlopen(f"{os.environ['SHELF_URL']}/books", timeout=3) as answer:
    for book in json.load(answer)["books"]:
        print(f"{book['title']}, by {book['author']}")
