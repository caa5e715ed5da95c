import Domain
import People
import TestSupport
import Testing

@testable import Practices

@Suite("What practices do not tell")
struct PracticeSecrecyTests {
    private static func hidden() -> PracticeContent {
        var content = PracticeFixture.content("Shelter on the coast")
        content.isAnonymous = true
        content.isPlaceWithheld = true
        content.region = "demo-north"
        content.contact = PracticeContact(office: "Shore secretariat office", email: "desk@shore.example")
        return content
    }

    @Test("An author without a name, and a place that is held back, are told to nobody outside, reviewers included")
    func anonymous() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let practices = fixture.practices
            let id = try await practices.add(Self.hidden(), by: fixture.shore).id
            try await practices.handIn(id, version: 1, by: fixture.shore)
            let waiting = try await practices.waiting(id, fixture.belmar)
            let queue = try await practices.waiting(fixture.belmar)
            try await fixture.say(.publish, id, by: fixture.belmar)
            let reviews = try await practices.waiting(id, fixture.belmar).reviews + practices.reviews(fixture.belmar)
            #expect(reviews.map(\.author) == [WorkspaceID(0), WorkspaceID(0)])
            try await fixture.say(.publish, id, by: fixture.lanterns)
            let open = try await practices.published(id, language: .english)
            let listed = try #require(try await practices.published().practices.first)
            for told in ["\(waiting)", "\(queue)", "\(open)", "\(listed)", "\(try await practices.choices())"] {
                for secret in ["shore", "Shore", "XAA", "Harbour district"] {
                    #expect(!told.contains(secret), "\(secret)")
                }
            }
            #expect(open.practice.author == nil)
            #expect(open.practice.content.region == "demo-north")
            var filter = PracticeFilter()
            for word in ["shore", "harbour", "secretariat"] {
                filter.text = word
                #expect(try await practices.published(filter).total == 0)
            }
            filter.text = "shelters"
            #expect(try await practices.published(filter).total == 1)
            filter = PracticeFilter()
            filter.state = StateCode("XAA")
            #expect(try await practices.published(filter).total == 0)
            #expect(try await practices.marks() == [])
            #expect(try await practices.choices().states == [])
        }
    }

    @Test("Only civil society publishes without a name")
    func anonymousForCivilSociety() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            for member in [fixture.aldora, fixture.lanterns] {
                await #expect(throws: WorkspaceError.invalid("anonymous", "practice.anonymousForCivilSociety")) {
                    try await fixture.practices.add(Self.hidden(), by: member)
                }
            }
        }
    }

    @Test("Drafts of others are not there, and nobody changes them")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await PracticeFixture(database)
            let practices = fixture.practices
            let id = try await practices.add(PracticeFixture.content(), by: fixture.aldora).id
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.find(id, language: .english, fixture.belmar)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.edit(id, version: 1, PracticeFixture.content("Mine"), by: fixture.belmar)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.handIn(id, version: 1, by: fixture.belmar)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await practices.adopt(
                    id, AdoptionDraft(day: try PracticeFixture.day("2026-01-02")), by: fixture.belmar)
            }
            #expect(try await practices.all(fixture.belmar) == [])
            let observer = Member(
                workspace: fixture.aldora.workspace, account: AccountID(5), name: "o", role: .observer,
                institution: nil)
            await #expect(throws: WorkspaceError.forbidden) {
                try await practices.add(PracticeFixture.content(), by: observer)
            }
        }
    }
}
