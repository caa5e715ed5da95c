import Domain
import Frame
import HTTPTypes
import Operations
import People
import SiteSupport
import Store
import Testing

@Suite("Pages of people, institutions and accounts")
struct PeoplePagesTests {
    @Test("An administrator asks somebody in; the letter waits, the page shows it, and the link makes a member")
    func invites() async throws {
        let site = try await WorkspaceSite(records: 0)
        let administrator = try site.home.person(.administrator)
        let sent = try await site.post(
            "/workspaces/aldora/people/invite",
            [
                ("email", "nora@example.org"), ("role", "focal-point"),
                ("institution", String(site.home.ministry.id.value)), ("language", "fr"),
            ], as: administrator)
        #expect(sent.status == 303)
        let page = try await site.get("/workspaces/aldora/people?lang=en", as: administrator)
        #expect(page.status == 200 && page.text.contains("nora@example.org"))
        let letters = try await site.record.database.read {
            try $0.all("SELECT arguments FROM outbox WHERE kind = 'invitation' AND language = 'fr'") { try $0.text(0) }
        }
        let token = String(try #require(letters.first?.split(separator: "token=").last).prefix(43))
        let offer = try await site.get("/join?token=\(token)&lang=en", as: nil)
        #expect(offer.status == 200 && offer.text.contains("Ministry of Justice"))
        let weak = try await site.post(
            "/join", [("token", token), ("name", "Nora"), ("password", "password1234")], as: nil)
        #expect(weak.status == 400)
        let joined = try await site.post(
            "/join", [("token", token), ("name", "Nora"), ("password", "seven quiet herons")], as: nil)
        #expect(joined.status == 303)
        // The session's cookie and the device's.
        #expect(joined.headers[values: .setCookie].count == 2)
        let again = try await site.get("/join?token=\(token)&lang=en", as: nil)
        #expect(again.status == 404)
        let members = try await site.get("/workspaces/aldora/people?lang=en", as: administrator)
        #expect(members.text.contains(">Nora<"))
    }

    @Test("A wrong password and an unknown address show the same page")
    func sameAnswer() async throws {
        let site = try await WorkspaceSite.shared.value
        let wrong = try await site.post(
            "/sign-in", [("address", "nobody@example.org"), ("password", "seven quiet herons")], as: nil)
        #expect(wrong.status == 403 && wrong.text.contains("do not belong together"))
        for address in ["nobody@example.org", "no address"] {
            let lost = try await site.post("/lost-password", [("address", address)], as: nil)
            #expect(lost.status == 303)
            #expect(lost.headers[.location] == "/lost-password?said=sent")
        }
    }

    @Test("Institutions are seen by everybody of the workspace, and changed by those who keep them")
    func institutions() async throws {
        let site = try await WorkspaceSite(records: 0)
        let coordinator = try site.home.person(.coordinator)
        let observer = try site.home.person(.observer)
        let added = try await site.post(
            "/workspaces/aldora/institutions", [("name", "Ombudsperson"), ("kind", "human-rights-institution")],
            as: coordinator)
        #expect(added.status == 303)
        let refused = try await site.post(
            "/workspaces/aldora/institutions", [("name", "Other"), ("kind", "ministry")], as: observer)
        #expect(refused.status == 403)
        let list = try await site.get("/workspaces/aldora/institutions?lang=en", as: observer)
        #expect(list.text.contains("Ombudsperson") && list.text.contains("National human rights institution"))
        let all = try await Institutions(site.workspaces.store).all(site.home.keeper)
        let ombud = try #require(all.first { $0.name == "Ombudsperson" })
        let path = "/workspaces/aldora/institutions/\(ombud.id)"
        let undated = try await site.post(
            path + "/accreditations", [("status", "A"), ("decided", "")], as: coordinator)
        #expect(undated.status == 400)
        let accredited = try await site.post(
            path + "/accreditations", [("status", "A"), ("decided", "2019-10-14"), ("source", "DEMO/SCA/2019")],
            as: coordinator)
        #expect(accredited.status == 303)
        let page = try await site.get(path + "?lang=en", as: observer)
        #expect(page.text.contains("A: full compliance") && page.text.contains("14 October 2019"))
        let stale = try await site.post(
            path, [("name", "Ombud"), ("kind", "human-rights-institution"), ("version", "7")], as: coordinator)
        #expect(stale.status == 409)
    }

    @Test("Names of an institution's people are shown to government, and to no others")
    func names() async throws {
        let site = try await WorkspaceSite.shared.value
        let path = "/workspaces/aldora/institutions/\(site.home.ministry.id)?lang=en"
        let coordinator = try await site.get(path, as: try site.home.person(.coordinator))
        #expect(coordinator.text.contains("aldora focal-point"))
        let partner = try await site.get(path, as: try site.home.person(.partner))
        #expect(partner.status == 200 && !partner.text.contains("aldora focal-point"))
    }

    @Test("Everybody sees her own sessions, and ends one")
    func account() async throws {
        let site = try await WorkspaceSite(records: 0)
        let person = try site.home.person(.contributor)
        let other = try await Person(named: "somebody else", site.record.accounts)
        let page = try await site.get("/account?lang=en", as: person)
        #expect(page.status == 200 && page.text.contains("This one"))
        let foreign = try await site.post("/account/end-session", [("session", "999999")], as: other)
        #expect(foreign.status == 404)
        let ended = try await site.post("/account/end-session", [("session", "others")], as: person)
        #expect(ended.status == 303)
        #expect(try await site.get("/account?lang=en", as: person).status == 200)
    }

    @Test("A second factor is set up with a picture and a secret")
    func secondFactor() async throws {
        let site = try await WorkspaceSite(records: 0)
        let person = try site.home.person(.administrator)
        let begun = try await site.post("/account/second-factor", [("do", "begin")], as: person)
        #expect(begun.status == 200 && begun.text.contains("<svg") && begun.text.contains("role=\"img\""))
        let wrong = try await site.post(
            "/account/second-factor", [("do", "confirm"), ("code", "000000")], as: person)
        #expect(wrong.status == 403)
    }

    @Test("Whoever works in workspaces alone has no place at the desk")
    func desk() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.home.person(.coordinator)
        #expect(try await site.get("/desk", as: person).status == 403)
    }
}
