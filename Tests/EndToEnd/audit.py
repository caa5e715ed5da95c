#!/usr/bin/env python3
"""The audit log of the running program, checked by somebody who does not trust it: proofs, and a store that was meddled with.

usage: audit.py FOLDER_OF_PROGRAMS"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import proof

# What somebody does to the store who has its file, and the place that must be named.
MEDDLING = [
    ("one byte of an entry", "UPDATE audit_entry SET detail = detail || ' ' WHERE number = 3", "entry 3 "),
    ("an entry dropped", "DELETE FROM audit_entry WHERE number = 2", "entry 2 is missing"),
    ("the last entries cut off", "DELETE FROM audit_entry WHERE number > 4", "entries after 4"),
    ("a signed head altered", "UPDATE audit_head SET root = replace(root, 'a', 'b')", "its signature does not fit"),
    ("a subtree altered", "UPDATE audit_node SET hash = zeroblob(32) WHERE level = 1 AND place = 0", "entries 1 to 2"),
]


class Log:
    def __init__(self, programs, data):
        self.program, self.data = os.path.join(programs, "rapporteur"), data

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments, "--data", self.data], capture_output=True, text=True)

    def proof(self, *arguments):
        return json.loads(self.run("verify", *arguments, "--json").stdout)

    def add(self, name):
        """Something that leaves an entry in the log."""
        subprocess.run([self.program, "user", "add", name, "--data", self.data], check=True, capture_output=True)


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def __call__(self, name, holds, detail=""):
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        print(f"{'ok   ' if holds else 'WRONG'} {name} {'' if holds else detail}")


def proofs(log, check):
    public = bytes.fromhex(log.run("verify", "--key").stdout.strip())
    for number in (1, 2, 5, 7):
        found = proof.faults(log.proof("--entry", str(number)), public)
        check(f"entry {number} is in the log", not found, found)
    kept = log.proof("--entry", "1")
    for name in ("eight", "nine", "ten"):
        log.add(name)
    later = log.proof("--since", str(kept["head"]["size"]))
    found = proof.faults(later, public, kept)
    check("the log was only added to since a head that was kept", not found, found)
    found = proof.faults(log.proof("--since", "2020-01-01", "--until", "2099-01-01"), public)
    check("the log was only added to between two dates", not found, found)
    wrong = dict(log.proof("--entry", "3"), actor="somebody else")
    check("a proof with another name in it does not hold", proof.faults(wrong, public))
    wrong = dict(later, first_root=later["second_root"])
    check("a proof with another root in it does not hold", proof.faults(wrong, public))
    other = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    check("a proof does not hold under another key", proof.faults(later, other))
    missing = log.run("verify", "--entry", "999")
    check("an entry that is not there is told", missing.returncode == 1 and "no audit entry" in missing.stderr)


def meddling(log, programs, folder, check):
    for name, statement, place in MEDDLING:
        copy = os.path.join(folder, "copy")
        shutil.copytree(log.data, copy)
        with sqlite3.connect(copy + "/rapporteur.sqlite") as connection:
            connection.execute(statement)
        connection.close()
        run = Log(programs, copy).run("verify")
        check(f"{name} is found at its place", run.returncode == 1 and place in run.stdout, run.stdout + run.stderr)
        shutil.rmtree(copy)
    # The whole store set back to an earlier one: what the data folder remembers tells.
    copy = os.path.join(folder, "earlier")
    shutil.copytree(log.data, copy)
    log.add("later")
    log.run("verify", "--entry", "1")
    shutil.copy(log.data + "/audit.heads", copy + "/audit.heads")
    run = Log(programs, copy).run("verify")
    check("a store that was set back is found", run.returncode == 1 and "set back" in run.stdout, run.stdout)


def main(programs):
    check = Checks()
    with tempfile.TemporaryDirectory() as folder:
        log = Log(programs, os.path.join(folder, "data"))
        for name in ("one", "two", "three", "four", "five", "six", "seven"):
            log.add(name)
        sound = log.run("verify", "--json")
        check("a sound log verifies", sound.returncode == 0 and json.loads(sound.stdout)["ok"], sound.stdout)
        proofs(log, check)
        meddling(log, programs, folder, check)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
