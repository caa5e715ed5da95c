import Clocks
import Domain
import Operations
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import Agreements

@Suite("Who reads what of an agreement in force")
struct FormerPartyTests {
    @Test("Whoever was a party of a former version, or is asked to be one, neither reads nor changes what is in force")
    func outside() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce()
            try await amend(id, fixture) { terms in
                terms.parties.removeAll { $0 == fixture.harbour.workspace.id }
            }
            try await agreements.accept(
                id, number: 2, version: try await fixture.version(id), isPublic: false, by: fixture.lanterns)
            try await agreements.state(
                .missed, of: 3, in: id, note: "Said in trust", evidence: "", by: fixture.lanterns)
            try await amend(id, fixture) { $0.parties.append(fixture.stranger.workspace.id) }
            let version = try await fixture.version(id)
            for member in [fixture.harbour, fixture.stranger] {
                let page = try await agreements.find(id, member)
                #expect(page.agreement.current == 2)
                #expect(page.sayings == AgreementSayings())
                await #expect(throws: WorkspaceError.notFound) { try await agreements.reviews(of: id, member) }
                await #expect(throws: WorkspaceError.notFound) {
                    try await agreements.link(programme: nil, to: id, version: version, by: member)
                }
            }
            try await agreements.drop(id, number: 3, version: version, by: fixture.aldora)
            for member in [fixture.harbour, fixture.stranger] {
                await #expect(throws: WorkspaceError.notFound) {
                    try await agreements.redraft(id, version: version + 1, by: member)
                }
            }
            let own = try await agreements.find(id, fixture.aldora)
            #expect(own.sayings.findings.map(\.note) == ["Said in trust"])
            let book = try await agreements.reviews(of: id, fixture.aldora)
            #expect(book.sayings.findings.count == 1)
        }
    }

    @Test("A line whose content is changed has a new number, and nothing that was said of the former one")
    func changedLines() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            try await agreements.state(.met, of: 3, in: id, note: "", evidence: "", by: fixture.lanterns)
            try await amend(id, fixture) { terms in
                terms.benchmarks[0].target = "Sixty"
                terms.contributions[1].what = "Rooms and chairs"
            }
            try await agreements.accept(
                id, number: 2, version: try await fixture.version(id), isPublic: false, by: fixture.lanterns)
            let page = try await agreements.find(id, fixture.aldora)
            #expect(page.shown.number == 2)
            #expect(page.shown.terms.contributions.map(\.line) == [1, 5])
            #expect(page.shown.terms.benchmarks.map(\.line) == [6])
            #expect(page.shown.terms.conditions.map(\.line) == [4])
            #expect(page.sayings.standing(of: 6).isEmpty)
            #expect(page.sayings.standing(of: 3).count == 1)
        }
    }

    @Test("A focal point sees the actions of her institution alone, and no days of agreements")
    func focalPoint() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            let (own, other) = (fixture.plan.institutions[0].id, fixture.plan.institutions[1].id)
            let commitment = try await agreements.commitment(to: fixture.plan.issues[0], by: fixture.aldora)
            for (title, lead, supporting) in [
                ("Led", own, []), ("Supported", other, [own]), ("Of another ministry", other, []),
            ] as [(String, InstitutionID, [InstitutionID])] {
                let draft = Action(
                    id: ActionID(0), workspace: fixture.aldora.workspace.id, commitment: commitment, title: title,
                    lead: lead, supporting: supporting)
                _ = try await agreements.addAction(draft, to: id, by: fixture.aldora)
            }
            let focal = fixture.plan.member(.focalPoint, own)
            let page = try await agreements.find(id, focal)
            #expect(page.actions.map(\.title) == ["Led", "Supported"])
            let all = try await agreements.find(id, fixture.aldora)
            #expect(all.actions.count == 3)
            let days = try await agreements.clocks.entries(DeadlineFilter(), focal).entries
            #expect(!days.contains { $0.subject.kind == .agreement })
            let keepers = try await agreements.clocks.entries(DeadlineFilter(), fixture.aldora).entries
            #expect(keepers.contains { $0.subject.kind == .agreement })
        }
    }

    /// Proposed by the State, from what is in force.
    private func amend(
        _ id: AgreementID, _ fixture: PactFixture, _ body: (inout AgreementTerms) -> Void
    ) async throws {
        let agreements = fixture.agreements
        let number = try await agreements.redraft(id, version: try await fixture.version(id), by: fixture.aldora)
        let page = try await agreements.find(id, fixture.aldora)
        var terms = page.shown.terms
        body(&terms)
        try await agreements.save(id, number: number, version: page.agreement.version, terms, by: fixture.aldora)
        try await agreements.propose(
            id, number: number, version: page.agreement.version + 1, isPublic: false, by: fixture.aldora)
    }
}
