"""A package index of wheels made on the spot: index.py FOLDER PORT NAME==VERSION[@TAG][:REQUIREMENT,…] …, served at http://127.0.0.1:PORT/simple/."""
import base64, functools, hashlib, http.server, os, sys, zipfile

folder, port = sys.argv[1], int(sys.argv[2])
for spec in sys.argv[3:]:
    what, _, needs = spec.partition(":")
    what, _, tag = what.partition("@")
    name, _, version = what.partition("==")
    tag = tag or "py3-none-any"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": f"version = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(f"Requires-Dist: {one}\n" for one in needs.split(",") if one),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: hale\nRoot-Is-Purelib: true\nTag: {tag}\n",
    }
    record = "".join(f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\n"
    place = os.path.join(folder, "simple", name)
    os.makedirs(place, exist_ok=True)
    with zipfile.ZipFile(os.path.join(place, f"{name}-{version}-{tag}.whl"), "w") as wheel:
        for path, text in files.items():
            wheel.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)

for name in os.listdir(os.path.join(folder, "simple")):
    place = os.path.join(folder, "simple", name)
    links = ((wheel, hashlib.sha256(open(os.path.join(place, wheel), "rb").read()).hexdigest()) for wheel in sorted(os.listdir(place)) if wheel.endswith(".whl"))
    with open(os.path.join(place, "index.html"), "w") as page:
        page.write("<!DOCTYPE html><html><body>" + "".join(f'<a href="{wheel}#sha256={digest}">{wheel}</a>' for wheel, digest in links) + "</body></html>")

handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
http.server.ThreadingHTTPServer(("127.0.0.1", port), handler).serve_forever()
