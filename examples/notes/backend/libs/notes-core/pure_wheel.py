"""The build backend (PEP 517, PEP 660): a wheel of plain Python files, made without asking a package index for anything."""

import base64
import hashlib
import tomllib
import zipfile
from pathlib import Path


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    sources = {path.as_posix(): path.read_bytes() for path in sorted(Path("notes_core").rglob("*.py"))}
    return _write(Path(wheel_directory), sources)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return _write(Path(wheel_directory), {"notes_core.pth": f"{Path.cwd()}\n".encode()})


def _write(folder, files):
    about = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["poetry"]
    stem = f"{about['name'].replace('-', '_')}-{about['version']}"
    info = f"{stem}.dist-info"
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n".encode()
    files[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: pure_wheel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items())
    wheel = f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(folder / wheel, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return wheel


def _digest(content):
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
