#!/usr/bin/env python3
"""The bill of materials of a built program, as CycloneDX 1.5 JSON: Swift packages as they were resolved, the Swift runtime, the Debian
libraries the program is linked with, the Debian programs the package asks for, and the Python package that prints.

usage: materials.py PROGRAM VERSION [CONTROL_FILE]    (in the checkout, after a build; dpkg and ldd)

The same build gives the same bytes: no date and no random number stand in it. Prints the bill; what has no version or licence that could be
found is named on standard error and stands in the bill without it."""

import json
import re
import subprocess
import sys
from pathlib import Path

LICENCES = [
    ("Apache-2.0", re.compile(r"Apache License\s+Version 2\.0")),
    ("MIT", re.compile(r"Permission is hereby granted, free of charge")),
    ("ISC", re.compile(r"Permission to use, copy, modify, and(/or)? distribute this software")),
    ("BSD-3-Clause", re.compile(r"Neither the name of")),
]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def licence(folder):
    """The SPDX id of what stands in a licence file; None where we do not know the text."""
    for file in sorted(folder.glob("LICENSE*")) + sorted(folder.glob("LICENCE*")):
        text = file.read_text(errors="replace")
        for name, form in LICENCES:
            if form.search(text):
                return name
    return None


def component(kind, name, version, purl, licence=None, **more):
    entry = {"type": kind, "bom-ref": purl, "name": name, "purl": purl}
    if version:
        entry["version"] = version
    if licence:
        entry["licenses"] = [{"license": {"id": licence}}]
    return entry | more


def swift_packages():
    """Every package that was resolved. A few (asynchronous HTTP client, TLS) are resolved for others and end in nothing of the program."""
    pins = json.loads(Path("Package.resolved").read_text())["pins"]
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        location = re.sub(r"\.git$", "", pin["location"])
        place = re.sub(r"^https://", "", location)
        state = pin["state"]
        version = state.get("version") or state["revision"]
        checkout = Path(".build/checkouts") / location.rsplit("/", 1)[-1]
        yield component(
            "library", pin["identity"], version, f"pkg:swift/{place}@{version}", licence(checkout),
            externalReferences=[{"type": "vcs", "url": location, "comment": f"revision {state['revision']}"}])


def swift_runtime():
    version = re.search(r"Swift version ([0-9.]+)", run("swift", "--version"))[1]
    yield component("framework", "swift-runtime", version, f"pkg:swift/github.com/swiftlang/swift@{version}", "Apache-2.0")


def debian(package):
    form = "${binary:Package}\t${Version}\t${Architecture}\t${source:Package}"
    name, version, architecture, source = run("dpkg-query", "--show", f"--showformat={form}", package).split("\t")
    name = name.split(":")[0]
    return component(
        "library", name, version, f"pkg:deb/debian/{name}@{version}?arch={architecture}",
        properties=[{"name": "debian:source", "value": source},
                    {"name": "debian:copyright", "value": f"/usr/share/doc/{name}/copyright"}])


def linked(program):
    """Debian packages of the libraries that the program loads, those of their own libraries included."""
    packages = set()
    for path in re.findall(r"=> (/\S+)", run("ldd", program)):
        real = str(Path(path).resolve())
        for place in (path, real, path.replace("/lib/", "/usr/lib/", 1), real.removeprefix("/usr")):
            found = subprocess.run(["dpkg", "--search", place], capture_output=True, text=True)
            if found.returncode == 0:
                packages.add(found.stdout.split(": ")[0].split(",")[0])
                break
        else:
            if "/swift/" not in real:
                print(f"no package owns {path}", file=sys.stderr)
    return [debian(package) for package in sorted(packages)]


def asked_for(control):
    """Programs the package recommends or suggests: run beside it, where they are installed."""
    text = re.sub(r"\n ", " ", Path(control).read_text())
    for field in ("Recommends", "Suggests"):
        line = re.search(rf"^{field}: (.*)$", text, re.MULTILINE)
        for name in sorted(set(re.findall(r"[a-z][a-z0-9.+-]+", line[1] if line else ""))):
            yield component("application", name, None, f"pkg:deb/debian/{name}", scope="optional")


def printing():
    for line in Path("Resources/reports/requirements.txt").read_text().splitlines():
        if found := re.fullmatch(r"([A-Za-z0-9_.-]+)==(\S+)", line.strip()):
            name, version = found.groups()
            yield component("application", name, version, f"pkg:pypi/{name}@{version}", "BSD-3-Clause", scope="optional")


def main(program, version, control=None):
    components = [*swift_packages(), *swift_runtime(), *linked(program), *printing()]
    if control:
        components += asked_for(control)
    for entry in components:
        if "version" not in entry and entry.get("scope") != "optional":
            print(f"{entry['name']} has no version", file=sys.stderr)
        if "licenses" not in entry and entry["purl"].startswith("pkg:swift"):
            print(f"{entry['name']} has a licence we do not know", file=sys.stderr)
    purl = f"pkg:generic/rapporteur@{version}"
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": component("application", "rapporteur", version, purl, "Apache-2.0")},
        "components": components,
        "dependencies": [{"ref": purl, "dependsOn": sorted(entry["bom-ref"] for entry in components)}],
    }
    print(json.dumps(bill, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
