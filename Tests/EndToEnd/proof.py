#!/usr/bin/env python3
"""Checks proofs of Rapporteur's audit log, knowing nothing of Rapporteur: RFC 6962 (trees), RFC 8032 (Ed25519), and this file.

usage: proof.py PUBLIC_KEY PROOF.json [EARLIER.json]
  PROOF.json    what `rapporteur verify --entry N --json` or `--since MOMENT --json` printed, or the API gave
  EARLIER.json  a proof that was kept from before: its head must be the one the later proof begins with
Exit code 0: everything holds; 1: what does not is said."""

import hashlib
import json
import sys


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha256(b"\x00" + entry)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_from_path(index, size, leaf, path):
    """The root that a leaf leads to, or None (RFC 9162, 2.1.3.2, for the trees of RFC 6962)."""
    if not 0 <= index < size:
        return None
    place, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            root = node_hash(sibling, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        place, last = place >> 1, last >> 1
    return root if last == 0 else None


def is_consistent(first, first_root, second, second_root, path):
    """Whether a log of `second` entries begins with the log of `first` entries (RFC 9162, 2.1.4.2)."""
    if not 0 <= first <= second:
        return False
    if first == 0:
        return path == [] and first_root == sha256(b"")
    if first == second:
        return path == [] and first_root == second_root
    if first & (first - 1) == 0:
        path = [first_root] + path
    if not path:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = path[0]
    for part in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(part, old), node_hash(part, new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new = node_hash(new, part)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


# Ed25519 as RFC 8032, section 5.1, writes it down.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    """Adds two points in extended coordinates."""
    u, v = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    w, x = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = v - u, x - w, x + w, v + u
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def decompress(data):
    value = int.from_bytes(data, "little")
    y, sign = value & (1 << 255) - 1, value >> 255
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


def is_signed(public, text, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    key, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % Q
    left, right = multiply(s, BASE), add(r, multiply(h, key))
    same_x = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % P == 0


def head_faults(head, public):
    """What is wrong with a signed head."""
    lines = head["signed"].split("\n")
    faults = []
    if lines[0] != "rapporteur audit head 1" or lines[2:] != [str(head["size"]), head["at"], head["root"], ""]:
        faults.append("the signed text is not that of the head")
    if hashlib.sha256(public).hexdigest()[:16] != head["key"]:
        faults.append("the head names another key")
    if not is_signed(public, head["signed"].encode(), bytes.fromhex(head["signature"])):
        faults.append("the signature is wrong")
    return faults


def canonical(proof):
    """The bytes of an entry, from its fields."""
    text = str(proof["entry"])
    for name in ("at", "actor", "action", "subject", "detail"):
        text += f" {len(proof[name].encode())}:{proof[name]}"
    return text


def faults(proof, public, earlier=None):
    """What is wrong with a proof; nothing where it holds."""
    found = head_faults(proof["head"], public)
    path = [bytes.fromhex(part) for part in proof["path"]]
    if proof["kind"] == "inclusion":
        if canonical(proof) != proof["canonical"]:
            found.append("the bytes under the leaf are not those of the entry")
        leaf = leaf_hash(proof["canonical"].encode())
        if leaf.hex() != proof["leaf"]:
            found.append("the leaf is not the hash of the entry")
        if proof["index"] != proof["entry"] - 1:
            found.append("the leaf stands in another place than the entry's number says")
        root = root_from_path(proof["index"], proof["head"]["size"], leaf, path)
        if root is None or root.hex() != proof["head"]["root"]:
            found.append("the path does not lead to the root")
    elif proof["kind"] == "consistency":
        first, second = bytes.fromhex(proof["first_root"]), bytes.fromhex(proof["second_root"])
        if not is_consistent(proof["first"], first, proof["second"], second, path):
            found.append("the later log does not begin with the earlier one")
        if proof["second"] == proof["head"]["size"] and proof["second_root"] != proof["head"]["root"]:
            found.append("the head has another root than the later log")
        if earlier is not None:
            found += head_faults(earlier["head"], public)
            kept = (earlier["head"]["size"], earlier["head"]["root"])
            if kept != (proof["first"], proof["first_root"]):
                found.append("the earlier log is not the one whose head was kept")
    else:
        found.append(f"a proof of kind {proof['kind']} is not known here")
    return found


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    read = [json.load(open(path, encoding="utf-8")) for path in arguments[1:]]
    found = faults(read[0], bytes.fromhex(arguments[0].strip()), read[1] if len(read) > 1 else None)
    for fault in found:
        print("Wrong: " + fault)
    if not found:
        print("Everything holds.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
