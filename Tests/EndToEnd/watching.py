#!/usr/bin/env python3
"""What whoever runs the server sees: figures, rules and dashboard that name only figures there are, and the doctor in good and bad days.

usage: watching.py FOLDER_OF_PROGRAMS, with RAPPORTEUR_TEST_POSTGRES"""

import http.server
import json
import os
import re
import sqlite3
import ssl
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path

from mail import Checks, Program, until
from sink import Sink, make_certificate

WATCHING = Path(__file__).parents[2] / "packaging" / "watching"
LINE = re.compile(r'([a-z_]+)(\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? (-?[0-9.e+-]+|\+Inf|NaN)')
FIGURE = re.compile(r"\b(?:rapporteur|process)_[a-z_]+")


def doctor(program, *arguments):
    ended = program.run("doctor", "--json", *arguments)
    told = json.loads(ended.stdout)
    return ended.returncode, told["findings"]


def wrong(findings):
    return [finding["says"] for finding in findings if finding["state"] == "wrong"]


def figures(programs, folder, check):
    """Every line reads as Prometheus has it; rules and dashboard ask for nothing that is not there."""
    with Program(programs, folder) as program:
        address = program.server.stdout.readline().split()[-1]
        urllib.request.urlopen(address + "/").read()
        text = urllib.request.urlopen(address + "/metrics").read().decode()
        code, findings = doctor(program, "--offline")
        check("beside a running server the doctor finds nothing wrong", code == 0 and not wrong(findings), wrong(findings))
        told = {name: value for name, value in
                ((match[1], float(match[3])) for match in map(LINE.fullmatch, text.splitlines()) if match)}
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    check("every line of figures reads as Prometheus has it", lines and all(map(LINE.fullmatch, lines)),
          [line for line in lines if not LINE.fullmatch(line)])
    samples = [line.rsplit(" ", 1)[0] for line in lines]
    check("no figure comes twice", len(samples) == len(set(samples)))
    check("each figure has one head", all(text.count(f"# TYPE {name} ") == 1 for name in told
                                          if not name.endswith(("_bucket", "_sum", "_count"))), sorted(told))
    check("the database answers, the index has caught up",
          told.get("rapporteur_database_up") == 1 and told.get("rapporteur_feed_lag_entries") == 0, told)
    check("memory, files and disk have figures", all(told.get(name, 0) > 0 for name in (
        "process_resident_memory_bytes", "process_open_fds", "rapporteur_data_free_bytes",
        "rapporteur_index_file_bytes")), told)
    for name in ("rapporteur-alerts.yml", "rapporteur-dashboard.json"):
        asked = set(FIGURE.findall((WATCHING / name).read_text()))
        check(f"{name} asks for figures there are", asked and asked <= set(told), asked - set(told))
    documented = set(FIGURE.findall((Path(__file__).parents[2] / "docs/operations/watching.md").read_text()))
    families = {re.sub(r"(_seconds)_(bucket|sum|count)$", r"\1", name) for name in told}
    check("the documentation names every figure", families <= documented, families - documented)


def bad_days(programs, folder, check):
    """Each thing that is wrong is told, with what to do, and the exit code says so."""
    os.chmod(folder, 0o755)
    code, findings = doctor(Program(programs, folder), "--offline")
    check("an open folder is told, with the command", code == 1 and any(
        finding["remedy"] == f"chmod 700 {folder}" for finding in findings), wrong(findings))
    os.chmod(folder, 0o700)
    with tempfile.TemporaryDirectory() as place:
        torn = os.path.join(place, "torn")
        os.mkdir(torn, 0o700)
        with sqlite3.connect(f"{folder}/rapporteur.sqlite") as store, sqlite3.connect(f"{torn}/rapporteur.sqlite") as copy:
            store.backup(copy)
        with open(f"{torn}/rapporteur.sqlite", "r+b") as file:
            file.seek(os.path.getsize(file.name) // 2)
            file.write(os.urandom(40_960))
        code, findings = doctor(Program(programs, torn), "--offline")
        check("a damaged file is told", code == 1 and any("damaged" in says for says in wrong(findings)), wrong(findings))
        shown = Program(programs, torn).run("doctor", "--offline").stdout
        check("in words, with what to do", "WRONG" in shown and "backup" in shown, shown)
    missing = Program(programs, folder + "-none")
    code, findings = doctor(missing, "--offline")
    check("a folder that is not there is told, and not made", code == 1 and not os.path.exists(folder + "-none"))
    code, findings = doctor(Program(programs, folder, database="postgres://nobody@127.0.0.1:1/none"), "--offline")
    check("a database that does not answer is told", code == 1 and any("does not answer" in says for says in wrong(findings)))
    code, findings = doctor(Program(programs, folder, database=os.environ["RAPPORTEUR_TEST_POSTGRES"]), "--offline")
    check("PostgreSQL tells its version", any("PostgreSQL" in finding["says"] for finding in findings) and not wrong(findings),
          findings)


def outside(programs, folder, check):
    """The mail server and the public address, asked as others would."""
    with tempfile.TemporaryDirectory() as place, Sink() as sink:
        certificate, key = make_certificate(place)
        proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Healthy)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        address = f"127.0.0.1:{proxy.server_port}"
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        mail = {"smtp_url": f"smtp://127.0.0.1:{sink.port}", "smtp_from": "upr@aldora.example"}
        code, findings = doctor(Program(programs, folder, public_address=f"http://{address}", **mail))
        says = [finding["says"] for finding in findings]
        check("a mail server that takes us is fine, and gets no message",
              any("takes us" in text for text in says) and not sink.receivers, says)
        check("an address that answers is fine; figures open to everybody are told",
              any(f"http://{address} answers." == text for text in says) and any("/metrics" in text for text in says), says)
        proxy.socket = context.wrap_socket(proxy.socket, server_side=True)
        mail["smtp_url"] = "smtp://127.0.0.1:1"
        code, findings = doctor(Program(programs, folder, public_address=f"https://{address}", **mail))
        check("a mail server that is not there is told", any("mail server" in says for says in wrong(findings)), findings)
        check("a certificate nobody trusts is told", code == 1 and any(
            "not trusted" in (finding["remedy"] or "") for finding in findings), wrong(findings))
        proxy.shutdown()


class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok\n")

    def log_message(self, *line):
        pass


def main(programs):
    check = Checks()
    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, "data")
        with Program(programs, folder) as program:
            program.server.stdout.readline()
        check("the index is saved at the end", until(lambda: os.path.exists(folder + "/corpus.bin"), 5))
        figures(programs, folder, check)
        bad_days(programs, folder, check)
        outside(programs, folder, check)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
