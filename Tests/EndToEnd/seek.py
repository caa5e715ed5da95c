"""Looks for secrets in bytes and in files, in every form that a program could leave them in."""

import base64
import gzip
import os
import zlib


def forms(text):
    """A secret raw, as UTF-16, as base64 wherever it begins, as hexadecimal digits."""
    raw = text.encode()
    found = {"raw": raw, "UTF-16LE": text.encode("utf-16-le"), "UTF-16BE": text.encode("utf-16-be"),
             "hex": raw.hex().encode(), "HEX": raw.hex().upper().encode()}
    for skip in range(3):
        # What stands before and after changes the first and last letters: those are left off.
        code = base64.b64encode(bytes(skip) + raw)
        begin, end = -(-skip * 4 // 3) + (1 if skip else 0), (skip + len(raw)) // 3 * 4
        found[f"base64 +{skip}"] = code[begin:end]
        found[f"base64url +{skip}"] = code.translate(bytes.maketrans(b"+/", b"-_"))[begin:end]
    return found


class Seeker:
    def __init__(self, secrets):
        # By how they begin: most of them alike, so that few beginnings have to be looked for in much data.
        self.stems = {}
        for secret in secrets:
            for form, code in forms(secret).items():
                self.stems.setdefault(code[:10], []).append((secret, form, code))

    def plain(self, data):
        return {(secret, form) for stem, needles in self.stems.items() if stem in data
                for secret, form, code in needles if code in data}

    def find(self, data):
        """Secrets with the form each was found in, streams of gzip and zlib unpacked."""
        found = self.plain(data)
        for mark, wbits in ((b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15), (b"\x78\x01", 15), (b"\x78\xda", 15)):
            place = data.find(mark)
            while place >= 0:
                try:
                    inner = zlib.decompressobj(wbits).decompress(data[place:place + 4_000_000], 4_000_000)
                    found |= {(secret, "packed " + form) for secret, form in self.plain(inner)}
                except zlib.error:
                    pass
                place = data.find(mark, place + 1)
        return found

    def find_in(self, *places):
        """In files and in all files below folders: (file, secret, form)."""
        found = set()
        for path in files(*places):
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except OSError:
                continue
            found |= {(path, *hit) for hit in self.find(data)}
            found |= {(path, secret, "name " + form) for secret, form in self.find(path.encode())}
        return found


def files(*places):
    for place in places:
        if os.path.isfile(place):
            yield place
        for folder, _, names in os.walk(place):
            yield from (os.path.join(folder, name) for name in names)


def written(secret):
    """The secret in each form, as a careless program would have written it."""
    raw = secret.encode()
    return {"raw": raw, "UTF-16LE": secret.encode("utf-16-le"), "hex": raw.hex().encode(),
            "base64 +0": base64.b64encode(raw), "base64 +1": base64.b64encode(b"a" + raw + b"zz"),
            "base64 +2": base64.b64encode(b"ab" + raw + b"z"), "packed raw": gzip.compress(b"before " + raw)}
