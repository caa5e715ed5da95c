#!/usr/bin/env python3
"""Messages of the running program at real mail servers: moody, encrypted, asking for a password, refusing.

usage: mail.py FOLDER_OF_PROGRAMS"""

import os
import subprocess
import sys
import tempfile
import time

from sink import Sink, make_certificate

SUBJECTS = {
    "en": "A test message", "fr": "Message d’essai", "es": "Mensaje de prueba", "ru": "Пробное сообщение",
    "ar": "رسالة تجريبية", "zh": "测试邮件",
}
PASSWORD = 'pass "word" \\ $x'


class Program:
    def __init__(self, programs, data, **settings):
        self.program, self.data, self.settings = os.path.join(programs, "rapporteur"), data, settings
        self.server = None

    def environment(self):
        return dict(os.environ, RAPPORTEUR_DATA=self.data, RAPPORTEUR_PORT="0", RAPPORTEUR_LOG_LEVEL="warning", **{
            "RAPPORTEUR_" + key.upper(): value for key, value in self.settings.items()})

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.environment(), capture_output=True, text=True)

    def __enter__(self):
        self.server = subprocess.Popen([self.program, "serve"], env=self.environment(), stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *error):
        self.server.terminate()
        try:
            self.log = self.server.communicate(timeout=30)[1]
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.log = self.server.communicate()[1]


def until(condition, seconds=60):
    """Whether something comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


class Checks:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def __call__(self, name, holds, detail=""):
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        print(f"{'ok   ' if holds else 'WRONG'} {name} {'' if holds else detail}")


def moody(programs, folder, check):
    """First put off, then taken: nothing is lost, and scripts arrive as they were sent."""
    with Sink() as sink:
        program = Program(programs, folder, smtp_url=f"smtp://127.0.0.1:{sink.port}",
                          smtp_from="Механизм Альдоры <upr@aldora.example>", public_address="https://aldora.example")
        subprocess.run([program.program, "demo", "--no-serve", "--data", folder], check=True, capture_output=True)
        sink.refuse_next(3)
        for language in SUBJECTS:
            program.run("mail", "test", f"{language}@example.org", "--language", language)
        with program:
            put_off = until(lambda: "451" in program.run("mail", "list", "--status", "waiting", "--json").stdout)
            check("what is put off waits, with the reason", put_off)
            arrived = until(lambda: len(sink.received()) == len(SUBJECTS) or not program.run("mail", "retry"), 90)
            until(lambda: "waiting" not in program.run("mail", "list", "--json").stdout)
            check("all arrive once the server takes them", arrived, sink.received().keys())
        messages = {message["To"]: message for message in sink.messages()}
        subjects = {language: messages[f"{language}@example.org"]["Subject"] for language in SUBJECTS
                    if f"{language}@example.org" in messages}
        check("subjects of six languages come out as they went in", subjects == SUBJECTS, subjects)
        arabic = messages.get("ar@example.org")
        check("so does a text", arabic and "وقد وصلت" in arabic.get_content(), arabic)
        check("the sender's name is readable", arabic and "Механизм Альдоры" in arabic["From"], arabic and arabic["From"])
        check("each has a Message-ID of its own", len(sink.received()) == len(SUBJECTS))
        check("each came once", all(len(texts) == 1 for texts in sink.received().values()))
        check("nothing waits any more", "waiting" not in program.run("mail", "list", "--json").stdout)


def refused(programs, folder, check):
    """A receiver who is not there: told at once, and the others are not held up."""
    with Sink() as sink:
        sink.refused.add("nobody@example.org")
        program = Program(programs, folder, smtp_url=f"smtp://127.0.0.1:{sink.port}", smtp_from="upr@aldora.example")
        program.run("mail", "test", "nobody@example.org")
        program.run("mail", "test", "somebody@example.org")
        with program:
            failed = until(lambda: "550" in program.run("mail", "list", "--status", "failed", "--json").stdout)
            check("a receiver who is refused for good is told as failed, with the reason", failed)
            check("others are not held up", until(lambda: "somebody@example.org" in sink.receivers))


def encrypted(programs, folder, check):
    """STARTTLS and a password; neither over an open line, nor on a command line."""
    with tempfile.TemporaryDirectory() as place:
        certificate = make_certificate(place)
        with Sink(certificate=certificate, login=("ana", PASSWORD)) as sink:
            program = Program(
                programs, folder, smtp_url=f"smtp://127.0.0.1:{sink.port}", smtp_from="upr@aldora.example",
                smtp_user="ana", smtp_password=PASSWORD, smtp_starttls="required", smtp_certificates=certificate[0])
            program.run("mail", "test", "tls@example.org")
            with program:
                check("a message leaves over STARTTLS with a password of quotes and backslashes",
                      until(lambda: "tls@example.org" in sink.receivers),
                      program.run("mail", "list", "--json").stdout)
        with Sink() as sink:
            program = Program(
                programs, folder, smtp_url=f"smtp://127.0.0.1:{sink.port}", smtp_from="upr@aldora.example",
                smtp_starttls="required")
            program.run("mail", "test", "open@example.org")
            with program:
                waits = until(lambda: "open@example.org" in program.run("mail", "list", "--status", "waiting").stdout
                              and "attempt 1" in program.run("mail", "list", "--status", "waiting").stdout)
                check("nothing leaves over an open line where encryption is required",
                      waits and not sink.receivers, sink.receivers)


def quiet(programs, folder, check):
    """Without a mail server the program runs, and says what waits."""
    program = Program(programs, folder)
    program.run("mail", "test", "later@example.org")
    listing = program.run("mail")
    check("without a mail server messages wait, and the command line says so",
          "later@example.org" in listing.stdout and "No mail server is configured" in listing.stderr,
          listing.stdout + listing.stderr)
    broken = Program(programs, folder, smtp_url="http://example.org", smtp_from="upr@aldora.example").run("mail")
    check("an address that is none of a mail server's is named", broken.returncode == 1 and "smtp-url" in broken.stderr,
          broken.stderr)


def main(programs):
    check = Checks()
    with tempfile.TemporaryDirectory() as folder:
        for part in (moody, refused, encrypted, quiet):
            part(programs, folder, check)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
