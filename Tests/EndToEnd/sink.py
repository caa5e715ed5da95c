"""A mail server that keeps what it is sent, and is as moody as it is told to be."""

import email
import email.policy
import socket
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Sink:
    """With `chance` (a random.Random) it refuses a fifth of what comes with 451 and drops some lines, until `calm()`."""

    def __init__(self, chance=None, certificate=None, login=None):
        self.chance, self.login = chance, login
        self.lock = threading.Lock()
        self.texts, self.refusals, self.receivers, self.refused = {}, 0, set(), set()
        options = {}
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            options = {"tls_context": context, "require_starttls": True}
        if login:
            options.update(authenticator=self.authenticate, auth_required=True, auth_require_tls=bool(certificate))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=30, **options)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *error):
        self.controller.stop(no_assert=True)

    def calm(self):
        self.chance = None

    def refuse_next(self, count):
        """The next messages are put off with 451."""
        with self.lock:
            self.refusals = count

    def authenticate(self, server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self.login)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            if self.refusals > 0:
                self.refusals -= 1
                return "451 4.3.0 come again later"
            mood = self.chance.random() if self.chance else 1
            if mood < 0.15:
                return "451 4.3.0 come again later"
            raw = envelope.content
            message = email.message_from_bytes(raw, policy=email.policy.default)
            self.texts.setdefault(message["Message-ID"], []).append(raw)
            self.receivers.update(envelope.rcpt_tos)
        if mood < 0.25:
            # Taken, but the answer is lost on the way: the sender has to come again.
            server.transport.abort()
        return "250 OK"

    def received(self):
        """What came, by Message-ID."""
        with self.lock:
            return {key: list(texts) for key, texts in self.texts.items()}

    def messages(self):
        """Every message once, read as a mail program reads it."""
        return [email.message_from_bytes(texts[0], policy=email.policy.default) for texts in self.received().values()]


def make_certificate(folder):
    """A certificate of this machine's own for 127.0.0.1: the files of certificate and key."""
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", certificate, "-keyout", key],
        check=True, capture_output=True)
    return certificate, key
