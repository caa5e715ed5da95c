#!/usr/bin/env python3
"""Attackers of the threat model against the running program: fifty secrets are sent through the public form and the desk, and then
sought by whoever has the database, its files, a dump, the log, the mails, a backup, the proxy's log, or another workspace.

usage: attackers.py FOLDER_OF_PROGRAMS, with RAPPORTEUR_TEST_POSTGRES"""

import glob
import html
import http.client
import http.server
import itertools
import os
import re
import secrets
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.parse
import zlib

from seek import Seeker, written
from sink import Sink
from walk_site import Checks, Person, Site

PLACES = ["first", "second", "third", "fourth"]
# What the proxy passes on of its visitors, as the shipped configurations do: nets, never addresses.
NETS = ["203.0.113.0", "203.0.114.0", "203.0.115.0", "203.0.116.0"]
MARK = "----attack"


class RecordingProxy:
    """Stands before the program as a proxy does, with an access log of every line: more than the shipped configurations keep."""

    def __init__(self, port, log):
        self.log, outer = log, self
        self.count = itertools.count()

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def pass_on(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length) if length else None
                inside = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                net = {"X-Forwarded-For": NETS[next(outer.count) % len(NETS)]}
                inside.request(self.command, self.path, body, {**dict(self.headers), **net})
                answer = inside.getresponse()
                content = answer.read()
                with open(outer.log, "a") as log:
                    log.write(f'{self.client_address[0]} "{self.requestline}" {answer.status} {len(content)} '
                              f'"{self.headers.get("Referer", "-")}" "{self.headers.get("Cookie", "-")}"\n')
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = pass_on

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Stranger:
    """Somebody without account or cookie, through the proxy."""

    def __init__(self, proxy):
        self.proxy, self.cookies = proxy, 0

    def ask(self, path, data=None, kind="application/x-www-form-urlencoded"):
        address = urllib.parse.urlparse(self.proxy.address)
        line = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        line.request("POST" if data is not None else "GET", path, data, {"Content-Type": kind} if data is not None else {})
        answer = line.getresponse()
        self.cookies += 1 if answer.getheader("Set-Cookie") else 0
        return answer.status, answer.read().decode("utf-8", "replace")

    def upload(self, path, fields, files=()):
        body = b"".join(
            f'--{MARK}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields)
        for name, content in files:
            body += (f'--{MARK}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
                     "Content-Type: application/octet-stream\r\n\r\n").encode() + content + b"\r\n"
        return self.ask(path, body + f"--{MARK}--\r\n".encode(), f"multipart/form-data; boundary={MARK}")

    def form(self):
        """A form and the fields that let it pass; it is read for as long as the program asks for."""
        page = html.unescape(self.ask("/submit/new?lang=en")[1])
        token = re.search(r'name="form" value="([^"]+)"', page).group(1)
        place, words = re.search(r"Write the (\w+) of these words: ([^<]+)<", page).groups()
        answer = words.split(" · ")[PLACES.index(place)].strip()
        return page, [("form", token), ("answer", answer), ("understands", "yes"), ("kind", "information")]


def picture(words):
    """A small picture whose metadata says something."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes([40, 90, 140] * 16) for _ in range(16))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
            + chunk(b"tEXt", b"Author\0" + words.encode()) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class House:
    """The program on one database, with the recipients of two workspaces, behind the proxy, with its mail going to a sink."""

    def __init__(self, programs, folder, sink, check, postgres=None):
        self.check, self.folder, self.sink, self.postgres = check, folder, sink, postgres
        self.kind = "PostgreSQL" if postgres else "SQLite"
        self.site = Site(programs, folder, sink)
        self.site.environment.update(
            RAPPORTEUR_OPERATOR="national-institution", RAPPORTEUR_OPERATOR_NAME="Commission of Corvia",
            RAPPORTEUR_SIGNING_KEY=os.path.join(folder, "signing.key"), TMPDIR=os.path.join(folder, "tmp"),
            RAPPORTEUR_LOG_LEVEL="trace")
        os.makedirs(os.path.join(folder, "tmp"))
        if postgres:
            self.site.environment["RAPPORTEUR_DATABASE"] = postgres
        self.secrets, self.receipts, self.phrases, self.began = [], [], [], time.time()

    def name(self, what):
        self.secrets.append(f"KestrelVane{secrets.token_hex(6)}{what}")
        return self.secrets[-1]

    def sql(self, statement):
        if self.postgres:
            return subprocess.run(["psql", "-qAt", "-d", self.postgres, "-c", statement], check=True,
                                  capture_output=True, text=True).stdout
        with sqlite3.connect(os.path.join(self.folder, "data", "rapporteur.sqlite"), timeout=30) as connection:
            rows = connection.execute(statement).fetchall()
        connection.close()
        return "\n".join("|".join(str(cell) for cell in row) for row in rows)

    def arrange(self):
        run = self.site.run
        for slug, state in (("corvia", "XAC"), ("belmar", "XAB")):
            run("workspace", "add", slug, "--name", slug.title(), "--state", state)
            key = self.site.json("user", "add", f"{slug} head", "--workspace", slug, "--role", "administrator")["key"]
            setattr(self, slug + "_head", key)
        operator = self.site.json("user", "add", "operator", "--role", "coordinator")["key"]
        self.site.start()
        self.operator = Person(self.site, "corvia", key=operator)
        self.operator.workspace = "/account"
        self.proxy = RecordingProxy(self.site.port, os.path.join(self.folder, "proxy.log"))
        self.people = {}
        for slug in ("corvia", "belmar"):
            head = Person(self.site, slug, key=getattr(self, slug + "_head"))
            head.form("/institutions", {"name": f"Commission of {slug}", "kind": "human-rights-institution",
                                        "abbreviation": slug[:3].upper(), "language": "", "email": ""})
            key = self.site.json("user", "add", f"{slug} reader", "--workspace", slug, "--role", "contributor",
                                 "--institution", slug[:3].upper())["key"]
            person = Person(self.site, slug, key=key)
            phrase = self.name("phrase")
            self.phrases.append(phrase)
            person.form("/submissions/keys/make", {"phrase": phrase, "again": phrase})
            self.people[slug] = person
            self.admit(slug, head)
        self.sql("UPDATE account SET email = 'reader@corvia.example' WHERE name = 'corvia reader'")

    def admit(self, slug, head):
        """The first key takes nothing before somebody who runs the installation compared it; nobody in the workspace can do that."""
        person = self.people[slug]
        page = person.get("/submissions/keys").text
        fingerprint = re.search(r'class="fingerprint"[^>]*>([0-9A-F ]+)<', page).group(1)
        version = re.search(r'name="version" value="(\d+)"', page[page.index("/submissions/settings"):]).group(1)
        person.form("/submissions/settings", {"introduction": "", "language": "en", "months": "12", "version": version,
                                              "address": f"https://{slug}.example/key"})
        institution = self.sql(f"SELECT id FROM institution WHERE name = 'Commission of {slug}'").strip()
        claim = {"institution": institution, "fingerprint": fingerprint}
        before = Stranger(self.proxy).ask("/submit/new?lang=en")[1]
        self.check(f"{self.kind}: a first key takes nothing at once", f"Commission of {slug}" in before
                   and not re.search(rf'name="recipient" value="{institution}"', before))
        for who in (head, person):
            self.check(f"{self.kind}: nobody in the workspace admits its key",
                       who.send("/desk/recipients", claim).status == 403)
        reply = self.operator.send("/desk/recipients", claim)
        self.check(f"{self.kind}: whoever runs the installation admits it", reply.status == 303, reply.text[:900])

    def send(self):
        """Seven submissions: each with words, what it concerns, and a file with content or metadata and a telling name."""
        stranger = self.stranger = Stranger(self.proxy)
        forms = [stranger.form() for _ in range(7)]
        time.sleep(4.2)
        recipient = re.findall(r'name="recipient"[^>]* value="(\d+)"', self.option(forms[0][0], "corvia"))[-1]
        for number, (_, fields) in enumerate(forms):
            file = (self.name("name") + ".png", picture(self.name("meta"))) if number % 2 else (
                self.name("name") + ".txt", self.name("file").encode())
            status, page = stranger.upload("/submit/new", fields + [
                ("recipient", recipient), ("text", f"It was {self.name('text')} who did it, in March."),
                ("about", self.name("about")), ("consent", "nothing"), ("language", "en")], [file])
            receipt = re.search(r"<code>([\d ]{19})</code>", page)
            self.check(f"{self.kind}: submission {number + 1} is taken", status == 200 and receipt, page[:3000])
            self.receipts.append(receipt.group(1).replace(" ", ""))
        self.secrets += self.receipts + [" ".join(r[i:i + 4] for i in range(0, 16, 4)) for r in self.receipts]

    @staticmethod
    def option(page, name):
        """The part of the form with the recipient of this name: from the choice before it on."""
        place = page.index(f"Commission of {name}")
        return page[max(page.rfind("<input", 0, place), page.rfind("<p", 0, place)):place]

    def answer(self):
        """Recipients read and answer; one submitter adds, one withdraws."""
        reader = self.people["corvia"]
        page = reader.get("/submissions").text
        key = re.search(r'<option value="(\d+)"', page).group(1)
        reader.form("/submissions/unlock", {"key": key, "phrase": self.phrases[0]})
        self.threads = re.findall(r"submissions/threads/(\d+)", reader.get("/submissions").text)
        seen = ""
        for thread in self.threads:
            page = reader.get(f"/submissions/threads/{thread}").text
            seen += page
            reader.form(f"/submissions/threads/{thread}/answer", {"text": f"Thank you: {self.name('answer')}"})
        told = [secret for secret in self.secrets if secret.endswith(("text", "about"))]
        self.check(f"{self.kind}: the recipient reads every word", all(secret in seen for secret in told))
        self.check(f"{self.kind}: names of files are gone even for the recipient",
                   not any(secret in seen for secret in self.secrets if secret.endswith("name")))
        self.files(reader)
        status, page = self.stranger.ask("/submit/thread", f"receipt={self.receipts[0]}")
        self.check(f"{self.kind}: the receipt shows the answer and not what was sent",
                   status == 200 and "KestrelVane" in page and "who did it" not in page)
        self.stranger.upload("/submit/thread/add", [("receipt", self.receipts[0]), ("text", self.name("more") + " more"),
                                                    ("consent", "")])
        status, _ = self.stranger.ask("/submit/thread/withdraw", f"receipt={self.receipts[1]}&sure=yes")
        self.check(f"{self.kind}: a submitter withdraws", status == 200 and self.sql(
            "SELECT COUNT(*) FROM submission_thread WHERE withdrawn IS NOT NULL").strip() == "1")
        self.check(f"{self.kind}: no page set a cookie", self.stranger.cookies == 0)

    def files(self, reader):
        links = {link for thread in self.threads for link in
                 re.findall(r"/submissions/threads/\d+/files/\d+/\d+", reader.get(f"/submissions/threads/{thread}").text)}
        contents = b"".join(reader.get(link).bytes for link in links)
        kept = [s for s in self.secrets if s.endswith("file")]
        self.check(f"{self.kind}: contents of files arrive, their metadata does not",
                   len(links) == 7 and all(s.encode() in contents for s in kept)
                   and not any(s.encode() in contents for s in self.secrets if s.endswith("meta")), len(links))

    def tell(self):
        """The rounded time comes: letters leave, leaves go into the tree."""
        self.sql("UPDATE submission_house SET settled = '2020-01-01T00:00:00.000Z'")
        end = time.monotonic() + 45
        while time.monotonic() < end and not self.sink.texts:
            time.sleep(0.5)
        self.check(f"{self.kind}: a letter says that something waits", self.sink.texts, self.sql("SELECT kind FROM outbox"))

    def dumps(self):
        with open(f"/proc/{self.site.server.pid}/limits") as limits:
            line = next(line for line in limits if line.startswith("Max core file size"))
        with open(f"/proc/{self.site.server.pid}/coredump_filter") as kept:
            filtered = int(kept.read(), 16)
        self.check(f"{self.kind}: no core dumps", line.split()[4:6] == ["0", "0"] and filtered == 0, line)

    def backup(self):
        place = os.path.join(self.folder, "backup")
        os.makedirs(place)
        if self.postgres:
            with open(os.path.join(place, "dump.sql"), "w") as dump:
                subprocess.run(["pg_dump", "-d", self.postgres], check=True, stdout=dump)
            subprocess.run(["pg_dump", "-Fc", "-f", os.path.join(place, "dump.custom"), "-d", self.postgres], check=True)
        else:
            with sqlite3.connect(os.path.join(self.folder, "data", "rapporteur.sqlite")) as source:
                with sqlite3.connect(os.path.join(place, "copy.sqlite")) as target:
                    source.backup(target)
        with open(os.path.join(self.folder, "mails"), "w") as mails:
            mails.write("\n".join(str(text) for text in self.sink.texts.values()))

    def stores(self):
        """Where the database keeps its bytes, its log of writes among them."""
        if not self.postgres:
            return [os.path.join(self.folder, "data")]
        self.sql("CHECKPOINT")
        return [self.postgres.split("host=")[1] + "/data"]

    def seek(self):
        seeker = Seeker(self.secrets)
        for who, places in (
                ("the administrator with the database and its files", self.stores()),
                ("the thief of a backup", [os.path.join(self.folder, "backup")]),
                ("the reader of the log", [self.site.log]),
                ("the reader of mails", [os.path.join(self.folder, "mails")]),
                ("the observer of the proxy's log", [self.proxy.log]),
                ("whoever looks through temporary folders",
                 [os.path.join(self.folder, "tmp"), *self.fresh("/tmp/rapporteur-??????", "/dev/shm/rapporteur-*")])):
            found = seeker.find_in(*places)
            self.check(f"{self.kind}: {who} finds none of {len(self.secrets)} secrets", not found, sorted(found)[:5])
        kept = Seeker([net.removesuffix(".0") for net in NETS]).find_in(
            *self.stores(), os.path.join(self.folder, "backup"), self.site.log, os.path.join(self.folder, "mails"),
            os.path.join(self.folder, "tmp"))
        self.check(f"{self.kind}: no net that somebody came from is kept anywhere", not kept, sorted(kept)[:5])
        # At its most talkative the program lists its addresses when it starts; no line may come of somebody asking for one.
        lines = [line for line in open(self.site.log) if "Starting service" not in line]
        told = [line for line in lines if "/submit" in line or "/submissions" in line]
        self.check(f"{self.kind}: no line of the log names these pages", not told, told[:2])

    def fresh(self, *patterns):
        """What came into shared temporary folders since this began."""
        return [path for pattern in patterns for path in glob.glob(pattern)
                if os.path.exists(path) and os.stat(path).st_mtime >= self.began]

    def another(self):
        """The recipient of another workspace."""
        stranger, seen = self.people["belmar"], ""
        for thread in self.threads:
            for path in (f"/workspaces/belmar/submissions/threads/{thread}", f"/workspaces/corvia/submissions/threads/{thread}",
                         f"/workspaces/corvia/submissions/threads/{thread}/files/1/1"):
                reply = stranger.send(path)
                seen += reply.text if reply.status != 404 else ""
        seen += stranger.get("/submissions").text
        self.check(f"{self.kind}: another workspace's recipient finds nothing",
                   not Seeker(self.secrets).find(seen.encode()) and not any(thread in seen for thread in self.threads))

    def swap(self):
        """The administrator puts a key of her own in the place of the recipient's."""
        own = "x'" + secrets.token_hex(32) + "'" if not self.postgres else "'\\x" + secrets.token_hex(32) + "'"
        self.sql(f"UPDATE recipient_key SET public_key = {own} WHERE workspace_id = (SELECT id FROM workspace WHERE slug = 'corvia')")
        page = html.unescape(self.stranger.ask("/submit?lang=en")[1])
        self.check(f"{self.kind}: a key that was swapped is told and takes nothing",
                   "not the one this installation vouches for" in page
                   and not re.search(r'name="recipient"', self.option(self.stranger.form()[0], "corvia")))

    def put_back(self):
        """The administrator puts a row of before, with the signature it had, in the place of what stands now."""
        reader, place = self.people["belmar"], "workspace_id = (SELECT id FROM workspace WHERE slug = 'belmar')"
        self.sql(f"CREATE TABLE key_of_before AS SELECT * FROM recipient_key WHERE {place}")
        page = reader.get("/submissions/keys").text
        form = page[page.index("/submissions/keys/withdraw"):]
        reader.form("/submissions/keys/withdraw", {
            "key": re.search(r'name="key" value="(\d+)"', form).group(1), "sure": "yes",
            "version": re.search(r'name="version" value="(\d+)"', form).group(1)})
        gone = self.stranger.form()[0]
        self.check(f"{self.kind}: a key that was withdrawn is gone", "Commission of belmar" not in gone)
        self.sql("UPDATE recipient_key SET status = b.status, ended = b.ended, endorsement = b.endorsement, version = b.version "
                 "FROM key_of_before b WHERE b.id = recipient_key.id")
        page = self.stranger.form()[0]
        self.check(f"{self.kind}: a row of before that was put back takes nothing",
                   "Commission of belmar" in page and not re.search(r'name="recipient"', self.option(page, "belmar")))

    def rename(self):
        """The administrator of the workspace gives an institution another name: who compared its key did not compare this."""
        self.sql("UPDATE institution SET name = 'Ombudsman of corvia' WHERE name = 'Commission of corvia'")
        page = self.stranger.form()[0]
        self.check(f"{self.kind}: an institution under another name takes nothing",
                   "Ombudsman of corvia" in page and "compared its key yet" in page)
        self.sql("UPDATE institution SET name = 'Commission of corvia' WHERE name = 'Ombudsman of corvia'")

    def times(self):
        """Nothing that a submitter did has a time in a log. (What an institution says of itself, signed in, has one.)"""
        rows = self.sql("SELECT at FROM audit_entry WHERE (subject LIKE '%submission%' OR action LIKE 'submission.%')"
                        " AND action <> 'submission.settings'").split()
        self.check(f"{self.kind}: logs name no hour of a submission",
                   all(re.search(r"T(00|06|12|18):00:00\.000Z$", row) for row in rows) and rows, rows[:3])

    def control(self):
        """The search finds what is not sealed: in each place and each form."""
        secret = "ControlVane" + secrets.token_hex(6) + "open"
        seeker, missed = Seeker([secret]), []
        for form, code in written(secret).items():
            digits = code.hex()
            literal = f"'\\x{digits}'" if self.postgres else f"x'{digits}'"
            table = f"control_{secrets.token_hex(4)}"
            kind = "BYTEA" if self.postgres else "BLOB"
            self.sql(f"CREATE TABLE {table} (content {kind})")
            self.sql(f"INSERT INTO {table} VALUES ({literal})")
            found = {hit[2] for hit in seeker.find_in(*self.stores())}
            if not any(form in hit for hit in found):
                missed.append((form, "store"))
            self.sql(f"DROP TABLE {table}")
            for name in ("backup", "mails", "tmp"):
                place = os.path.join(self.folder, name + "-control")
                with open(place, "wb") as file:
                    file.write(b"\0" * 5 + code + b"\n")
                if not any(form in hit[2] for hit in seeker.find_in(place)):
                    missed.append((form, name))
        self.check(f"{self.kind}: the same search finds what lies open, in every form", not missed, missed)
        if not self.postgres:
            self.free_pages(seeker, secret)

    def free_pages(self, seeker, secret):
        """Free pages, and the log of writes beside the file, are looked through as well."""
        path = os.path.join(self.folder, "free.sqlite")
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE gone (content TEXT)")
        connection.executemany("INSERT INTO gone VALUES (?)", [(secret * 100,)] * 50)
        connection.execute("DELETE FROM gone")
        in_free = seeker.find_in(path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("INSERT INTO gone VALUES (?)", (secret,))
        in_log = seeker.find_in(path + "-wal")
        connection.close()
        self.check("SQLite: free pages and the write-ahead log are looked through", in_free and in_log)

    def run(self):
        try:
            self.arrange()
            self.dumps()
            self.send()
            self.answer()
            self.tell()
            self.another()
            self.backup()
            self.check(f"{self.kind}: fifty secrets or more were planted", len(set(self.secrets)) >= 50, len(self.secrets))
            self.seek()
            self.times()
            self.rename()
            self.put_back()
            self.swap()
            self.control()
        finally:
            if hasattr(self, "proxy"):
                self.proxy.close()
            self.site.stop()


def attack(programs, check, server=None):
    """The program on SQLite, or on a database of its own at the PostgreSQL server."""
    folder, address = tempfile.mkdtemp(prefix="attackers-"), None
    try:
        if server:
            name = "attackers_" + secrets.token_hex(4)
            subprocess.run(["psql", "-q", "-d", server, "-c", f"CREATE DATABASE {name} TEMPLATE template0"], check=True)
            address = server.replace("/postgres?", f"/{name}?")
        with Sink() as sink:
            House(programs, folder, sink, check, address).run()
    except Exception:
        check(f"{'PostgreSQL' if server else 'SQLite'}: the attack goes through", False, traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(programs):
    """Both programs at once: most of the time they derive keys or wait."""
    checks, begun = [Checks(), Checks()], []
    for check, server in zip(checks, (None, os.environ["RAPPORTEUR_TEST_POSTGRES"])):
        begun.append(threading.Thread(target=attack, args=(programs, check, server)))
        begun[-1].start()
    for thread in begun:
        thread.join()
    failed = sum(check.failed for check in checks)
    print(f"{sum(check.passed for check in checks)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
