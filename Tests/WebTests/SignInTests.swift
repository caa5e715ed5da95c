import Domain
import Foundation
import HTTPTypes
import People
import Testing

@testable import Frame
@testable import Operations
@testable import Web

@Suite("Signing in")
struct SignInTests {
    private let form = [HTTPField.Name.contentType: "application/x-www-form-urlencoded"]

    @Test("A key opens a session in a cookie that scripts and other sites cannot use")
    func cookie() async throws {
        let site = try await TestSite.shared.value
        let made = try await site.responder.site.accounts.add("Cora", .focalPoint, by: .system)
        let reply = try await site.send(
            "/sign-in?lang=fr", method: .post, headers: form,
            body: Array("key=\(made.key)&back=%2Fdesk%2F7%3Fshow%3Dall".utf8))
        #expect(reply.status == 303)
        #expect(reply.headers[.location] == "/desk/7?show=all")
        let cookie = try #require(reply.headers[.setCookie])
        for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains(made.key))
        #expect(reply.headers[.cacheControl] == "no-store")
    }

    @Test("The address that holds a key is told to nobody, not even to this site's own files")
    func keyInAddress() async throws {
        let reply = try await TestSite.shared.value.get("/sign-in?key=some-key")
        #expect(reply.headers[.cacheControl] == "no-store")
        #expect(reply.headers[try #require(HTTPField.Name("Referrer-Policy"))] == "strict-origin")
    }

    @Test("Behind https the cookie insists on it")
    func secure() async throws {
        let site = try await TestSite.shared.value.responder.site
        let secure = Site(
            library: site.library, accounts: site.accounts, desk: site.desk, issues: site.issues,
            locales: site.locales, names: site.names,
            assets: site.assets, workspaces: site.workspaces, publicAddress: "https://record.example")
        #expect(
            SessionCookie.set("t", secure) == (
                "Set-Cookie", "__Host-rapporteur=t; Path=/; HttpOnly; SameSite=Strict; Secure"
            ))
        #expect(!SessionCookie.set("t", site).value.contains("Secure"))
    }

    @Test("A wrong key is refused in words, and nothing is set")
    func wrongKey() async throws {
        let site = try await TestSite.shared.value
        let reply = try await site.send("/sign-in?lang=en", method: .post, headers: form, body: Array("key=wrong".utf8))
        #expect(reply.status == 403)
        #expect(reply.headers[.setCookie] == nil)
        #expect(reply.text.contains("This key is not known"))
        #expect(!reply.text.contains("wrong\""))
    }

    @Test("Pages of the desk ask a stranger to sign in, and come back to where she was")
    func stranger() async throws {
        let site = try await TestSite.shared.value
        for path in ["/desk", "/desk/1", "/desk/1/facts", "/desk/1/pages/1.png", "/desk/1/items/2?show=all"] {
            let reply = try await site.get(path)
            #expect(reply.status == 401, "\(path)")
            #expect(reply.headers[.cacheControl] == "no-store")
            #expect(reply.text.contains("name=\"back\" value=\"\(path.replacingOccurrences(of: "&", with: "&amp;"))\""))
        }
        let form = try await site.send("/desk/1/accept", method: .post, headers: form, body: Array("which=all".utf8))
        #expect(form.status == 401)
        #expect(form.text.contains("value=\"/desk/1\""))
    }

    @Test("A session that was ended opens nothing any more")
    func signOut() async throws {
        let site = try await TestSite.shared.value
        let made = try await site.responder.site.accounts.add("Dora", .coordinator, by: .system)
        let session = try await site.responder.site.accounts.signIn(key: made.key)
        let cookie = "rapporteur=\(session.token)"
        #expect(try await site.get("/desk", headers: [.cookie: cookie]).status == 200)
        let reply = try await site.send(
            "/sign-out", method: .post, headers: form.merging([.cookie: cookie]) { $1 },
            body: Array("csrf=\(session.signedIn.csrf)".utf8))
        #expect(reply.status == 303)
        #expect(reply.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await site.get("/desk", headers: [.cookie: cookie]).status == 401)
    }

    @Test("Public pages are the same for everybody, whoever is signed in")
    func publicPages() async throws {
        let person = try await TestPerson.coordinator.value
        for path in ["/?lang=en", "/search?lang=en", "/sources?lang=en"] {
            let (signed, other) = (try await person.get(path), try await person.site.get(path))
            #expect(signed.bytes == other.bytes, "\(path)")
            #expect(signed.headers[.cacheControl] == "no-cache")
        }
    }
}

@Suite("Forms")
struct FormTests {
    @Test("A form without the session's token is refused, and so is one with another's")
    func token() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("1.1", "Keep the promise of clean water.")])
        let other = try await TestPerson.focalPoint.value
        for token in ["", "x", other.csrf] {
            let reply = try await person.post("/desk/\(id)/accept", [("which", "all")], token: token)
            #expect(reply.status == 403)
        }
        #expect(try await person.items(id).allSatisfy { $0.status == .open })
    }

    @Test(
        "A form that another site sent is refused, whatever token it brings",
        arguments: [
            [HTTPField.Name.origin: "https://evil.example"], [.origin: "null"],
            [HTTPField.Name("Sec-Fetch-Site") ?? .origin: "cross-site"],
            [HTTPField.Name("Sec-Fetch-Site") ?? .origin: "same-site"],
        ])
    func origin(headers: [HTTPField.Name: String]) async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("1.1", "Keep the promise of clean air.")])
        let reply = try await person.post("/desk/\(id)/accept", [("which", "all")], headers: headers)
        #expect(reply.status == 403)
        #expect(try await person.items(id).allSatisfy { $0.status == .open })
    }

    @Test("A form from this site's own pages is taken")
    func ownOrigin() async throws {
        let person = try await TestPerson.coordinator.value
        let id = try await person.put([TestPerson.finding("1.1", "Keep the promise of quiet nights.")])
        let reply = try await person.post(
            "/desk/\(id)/accept", [("which", "all")], headers: [.origin: "http://localhost"])
        #expect(reply.status == 303)
        #expect(try await person.items(id).allSatisfy { $0.status == .accepted })
    }

    @Test("A body that is too large or of another kind is refused")
    func bodies() async throws {
        let person = try await TestPerson.coordinator.value
        let large = try await person.post("/desk/1/accept", [("which", String(repeating: "a", count: 1_100_000))])
        #expect(large.status == 413)
        let other = try await person.site.send(
            "/desk/1/accept", method: .post, headers: [.cookie: person.cookie, .contentType: "application/json"],
            body: Array("{}".utf8))
        #expect(other.status == 415)
    }

    @Test("An address that only takes forms says so")
    func methods() async throws {
        let site = try await TestSite.shared.value
        let reply = try await site.get("/sign-out")
        #expect(reply.status == 405)
        #expect(reply.headers[.allow] == "POST")
    }
}
