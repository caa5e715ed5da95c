import Domain
import Frame
import HTTPTypes
import People
import SiteSupport
import Testing

@Suite("Pages of those who wait to be let in")
struct ColleaguePageTests {
    @Test("The institution's people see who waits and let her in; nobody else sees it or can")
    func letIn() async throws {
        let site = try await WorkspaceSite(records: 0)
        let room = site.home
        let commission = try await Institutions(site.workspaces.store).add(
            "Human Rights Commission", kind: .humanRightsInstitution, by: room.keeper)
        let path = "/workspaces/aldora/institutions/\(commission.id)"
        let voice = try room.person(.contributor)
        let administrator = try room.person(.administrator)
        try await site.workspaces.put(voice.account.id, .contributor, commission.id, by: room.keeper)
        let entry = try await Memberships(site.workspaces.store).one(administrator.account.id, room.keeper)
        let given = try await site.post(
            "/workspaces/aldora/people/\(administrator.account.id)",
            [
                ("role", "administrator"), ("institution", String(commission.id.value)),
                ("version", String(entry.version)),
            ], as: administrator)
        #expect(given.status == 303 && given.headers[.location]?.contains("said=asked") == true)
        let people = try await site.get("/workspaces/aldora/people?lang=en", as: administrator)
        #expect(people.text.contains("Waiting for a word of their institution"))
        let own = try await site.get(path + "?lang=en", as: voice)
        #expect(own.text.contains("Waiting for your word") && own.text.contains("Let in"))
        let list = try await site.get("/workspaces/aldora/institutions?lang=en", as: voice)
        #expect(list.text.contains("1 person waits"))
        let foreign = try await site.get(path + "?lang=en", as: administrator)
        #expect(foreign.status == 200 && !foreign.text.contains("Waiting for your word"))
        let request = try #require(
            try await Colleagues(site.workspaces.store).all(room.keeper).first { $0.institution == commission.id })
        let fields = [("request", String(request.id)), ("do", "accept")]
        let refused = try await site.post(path + "/colleagues", fields, as: administrator)
        #expect(refused.status == 403)
        let strange = try await site.post(
            "/workspaces/aldora/institutions/\(room.ministry.id)/colleagues", fields, as: voice)
        #expect(strange.status == 404)
        let wrong = try await site.post(
            path + "/colleagues", [("request", String(request.id)), ("do", "perhaps")], as: voice)
        #expect(wrong.status == 400)
        let done = try await site.post(path + "/colleagues", fields, as: voice)
        #expect(done.status == 303)
        let after = try await site.get(path + "?lang=en", as: administrator)
        #expect(after.text.contains("Its people") && after.text.contains("aldora administrator"))
    }
}
