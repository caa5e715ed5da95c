"""Signing in at a real provider of OpenID Connect (oidc-provider-mock, a process of its own), by the program as it is built.
usage: oidc.py FOLDER_OF_BUILT_PROGRAMS. Ends with a line 'N passed, N failed'."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = os.path.join(os.path.abspath(sys.argv[1]), "rapporteur")
PASSWORD = "seven quiet herons"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(self, *_):
        return None


class Reply:
    def __init__(self, response):
        self.status, self.headers = response.status, response.headers
        self.text = response.read().decode("utf-8", "replace")
        self.location = self.headers.get("Location", "")


class Browser:
    """Cookies of one site, and nothing else of a browser."""

    def __init__(self):
        self.cookies = {}

    def send(self, address, fields=None, cookies=True):
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(address, data=data)
        if cookies and self.cookies:
            request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        try:
            reply = Reply(urllib.request.build_opener(Stay).open(request, timeout=30))
        except urllib.error.HTTPError as error:
            reply = Reply(error)
        for line in reply.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return reply


def wait_for(address, process):
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).read()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


class World:
    def __init__(self, folder):
        self.folder = folder
        self.provider_port = free_port()
        self.port = free_port()
        self.issuer = f"http://localhost:{self.provider_port}"
        self.site = f"http://127.0.0.1:{self.port}"
        self.processes = []
        self.provider = None
        self.environment = dict(
            os.environ, RAPPORTEUR_DATA=os.path.join(folder, "data"), RAPPORTEUR_PUBLIC_ADDRESS=self.site,
            RAPPORTEUR_OIDC_ISSUER=self.issuer, RAPPORTEUR_OIDC_CLIENT_ID="rapporteur",
            RAPPORTEUR_OIDC_CLIENT_SECRET="a secret: with signs & more", RAPPORTEUR_OIDC_NAME="Aldora sign-in")

    def run(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start_provider(self):
        """A new process makes new keys."""
        if self.provider:
            self.provider.terminate()
            self.provider.wait(20)
        script = os.path.join(os.path.dirname(sys.executable), "oidc-provider-mock")
        self.provider = subprocess.Popen(
            [script, "--port", str(self.provider_port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(self.provider)
        wait_for(self.issuer + "/.well-known/openid-configuration", self.provider)

    def start_site(self):
        self.run("workspace", "add", "aldora", "--name", "Aldora", "--state", "XAA")
        server = subprocess.Popen(
            [PROGRAM, "serve", "--port", str(self.port)], env=self.environment, stdout=subprocess.DEVNULL,
            stderr=open(os.path.join(self.folder, "server.log"), "w"))
        self.processes.append(server)
        wait_for(self.site + "/ready", server)

    def invite(self, email, name):
        """Somebody who was asked in by the command line, and came."""
        out = self.run("user", "add", "--email", email, "--workspace", "aldora", "--role", "observer", "--json")
        link = json.loads(out)["link"]
        browser = Browser()
        token = urllib.parse.parse_qs(urllib.parse.urlparse(link).query)["token"][0]
        assert "Aldora" in browser.send(link).text
        reply = browser.send(self.site + "/join", {"token": token, "name": name, "password": PASSWORD})
        assert reply.status == 303, reply.text
        return browser

    def user(self, subject, **claims):
        request = urllib.request.Request(
            f"{self.issuer}/users/{urllib.parse.quote(subject)}", data=json.dumps(claims).encode(), method="PUT",
            headers={"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=10)

    def depart(self, browser, back=None):
        """To the provider; its address."""
        fields = {"back": back} if back else {}
        reply = browser.send(self.site + "/sign-in/outside", fields or {"x": "y"})
        address = reply.headers.get("Refresh", "").removeprefix("0; url=")
        # A redirect would be stopped by the policy that forms lead to this site alone.
        assert reply.status == 200 and address.startswith(self.issuer), reply.text[:500]
        return address

    def authorize(self, address, subject):
        """What the provider sends the browser back with."""
        return Browser().send(address, {"sub": subject}).location

    def sign_in(self, browser, subject, back=None):
        return browser.send(self.authorize(self.depart(browser, back), subject))

    def end(self):
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            process.wait(20)


def asks_as_it_should(world):
    query = urllib.parse.parse_qs(urllib.parse.urlparse(world.depart(Browser())).query)
    assert query["response_type"] == ["code"] and query["code_challenge_method"] == ["S256"]
    assert len(query["code_challenge"][0]) == 43 and query["state"] and query["nonce"]
    assert query["redirect_uri"] == [world.site + "/sign-in/outside/return"]
    assert "Aldora sign-in" in Browser().send(world.site + "/sign-in?lang=en").text


def signs_in_by_verified_address(world):
    world.user("s-ana", email="Ana@Example.org", email_verified=True)
    browser = Browser()
    reply = world.sign_in(browser, "s-ana", "/account")
    assert reply.status == 200, reply.text[:800]
    assert reply.headers["Refresh"] == "0; url=/account" and "rapporteur" in browser.cookies
    account = browser.send(world.site + "/account?lang=en")
    assert account.status == 200 and "Ana" in account.text
    assert browser.send(world.site + "/workspaces/aldora?lang=en").status == 200


def takes_an_invitation_without_a_password(world):
    out = world.run("user", "add", "--email", "dora@example.org", "--workspace", "aldora", "--role", "observer", "--json")
    token = urllib.parse.parse_qs(urllib.parse.urlparse(json.loads(out)["link"]).query)["token"][0]
    offer = Browser().send(f"{world.site}/join?lang=en&token={token}").text
    assert "joinName" in offer and "Aldora sign-in" in offer, offer[:800]
    fields = {"joinToken": token, "joinName": "Dora Lang"}

    def come(subject):
        browser = Browser()
        reply = browser.send(world.site + "/sign-in/outside", fields)
        return browser, browser.send(world.authorize(reply.headers["Refresh"].removeprefix("0; url="), subject))

    world.user("s-other", email="somebody@example.org", email_verified=True)
    assert come("s-other")[1].status == 403, "an address that nobody asked in joined"
    world.user("s-dora", email="dora@example.org", email_verified=False)
    assert come("s-dora")[1].status == 403, "an address that nobody verified joined"
    world.user("s-dora", email="Dora@example.org", email_verified=True)
    browser, reply = come("s-dora")
    assert reply.status == 200, reply.text[:800]
    assert "Dora Lang" in browser.send(world.site + "/account?lang=en").text
    assert browser.send(world.site + "/workspaces/aldora?lang=en").status == 200
    again = Browser()
    assert world.sign_in(again, "s-dora", "/account").status == 200
    assert "Dora Lang" in again.send(world.site + "/account?lang=en").text


def knows_the_subject_afterwards(world):
    world.user("s-ana", email="new@example.org", email_verified=True)
    browser = Browser()
    assert world.sign_in(browser, "s-ana").status == 200
    assert "Ana" in browser.send(world.site + "/account?lang=en").text


def gives_an_address_to_one_subject_only(world):
    world.user("s-other", email="ana@example.org", email_verified=True)
    assert world.sign_in(Browser(), "s-other").status == 403


def opens_nothing_for_strangers(world):
    world.user("s-eve", email="eve@example.org", email_verified=True)
    reply = world.sign_in(Browser(), "s-eve")
    assert reply.status == 403 and "invit" in reply.text


def takes_no_address_on_trust(world):
    world.user("s-ben", email="ben@example.org", email_verified=False)
    assert world.sign_in(Browser(), "s-ben").status == 403
    world.user("s-ben2", email="ben@example.org")
    assert world.sign_in(Browser(), "s-ben2").status == 403


def needs_the_browser_that_went(world):
    back = world.authorize(world.depart(Browser()), "s-ana")
    assert Browser().send(back).status == 403


def takes_a_state_once(world):
    browser = Browser()
    back = world.authorize(world.depart(browser), "s-ana")
    assert browser.send(back).status == 200
    assert browser.send(back).status == 403
    forged = re.sub(r"state=[^&]*", "state=forged", back)
    assert browser.send(forged).status == 403


def gives_tokens_to_programs(world):
    """Beside signing in: a token made on the pages reads the API, and nothing of a workspace it was not made for."""
    browser = Browser()
    browser.send(world.site + "/sign-in", {"address": "ana@example.org", "password": PASSWORD})
    csrf = re.search(r'name="csrf" value="([^"]+)"', browser.send(world.site + "/account/tokens").text)[1]
    made = browser.send(world.site + "/account/tokens", {
        "csrf": csrf, "name": "figures", "workspace": "aldora", "scope": "read", "days": "30"})
    token = re.search(r"rapporteur_[A-Za-z0-9_-]{43}", made.text)[0]
    for value, status in [(token, 200), (token + "x", 401), ("nothing", 401)]:
        request = urllib.request.Request(
            world.site + "/api/v1/workspaces/aldora/institutions", headers={"Authorization": "Bearer " + value})
        try:
            answer = urllib.request.urlopen(request, timeout=10)
            assert answer.status == status and json.load(answer) == {"items": []}
        except urllib.error.HTTPError as error:
            assert error.code == status, error.code


def says_no_politely(world):
    browser = Browser()
    back = Browser().send(world.depart(browser), {"action": "deny"}).location
    assert "error=" in back
    assert browser.send(back).status == 403


def refuses_forms_of_other_sites(world):
    request = urllib.request.Request(
        world.site + "/sign-in/outside", data=b"x=y", headers={"Origin": "https://evil.example"})
    try:
        urllib.request.build_opener(Stay).open(request, timeout=10)
        raise AssertionError("a form of another site was taken")
    except urllib.error.HTTPError as error:
        assert error.code == 403


def goes_on_with_new_keys(world):
    world.start_provider()
    world.user("s-ana", email="ana@example.org", email_verified=True)
    time.sleep(11)
    assert world.sign_in(Browser(), "s-ana").status == 200


def outlives_the_provider(world):
    world.provider.terminate()
    world.provider.wait(20)
    browser = Browser()
    reply = browser.send(world.site + "/sign-in", {"address": "ana@example.org", "password": PASSWORD})
    assert reply.status == 303


CASES = [
    asks_as_it_should, signs_in_by_verified_address, takes_an_invitation_without_a_password, knows_the_subject_afterwards, gives_an_address_to_one_subject_only,
    opens_nothing_for_strangers, takes_no_address_on_trust, needs_the_browser_that_went, takes_a_state_once,
    gives_tokens_to_programs, says_no_politely, refuses_forms_of_other_sites, goes_on_with_new_keys, outlives_the_provider,
]


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        world = World(folder)
        try:
            world.start_provider()
            world.start_site()
            world.invite("ana@example.org", "Ana")
            world.invite("ben@example.org", "Ben")
            for case in CASES:
                try:
                    case(world)
                    passed += 1
                    print(f"ok  {case.__name__.replace('_', ' ')}")
                except Exception as error:  # every case is run, whatever the ones before it met
                    failed += 1
                    print(f"NOT OK  {case.__name__.replace('_', ' ')}: {error!r}")
        finally:
            world.end()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
