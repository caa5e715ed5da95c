import Clocks
import Domain
import FollowUp
import Operations
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@testable import Agreements

@Suite("Agreements")
struct PactTests {
    @Test(
        "A draft is the writer's alone; a proposal is its parties'; in force when all accepted, and a third party sees nothing"
    )
    func life() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await agreements.begin(try fixture.terms(), by: fixture.aldora)
            await #expect(throws: WorkspaceError.notFound) { try await agreements.find(id, fixture.lanterns) }
            try await agreements.propose(id, number: 1, version: 1, isPublic: true, by: fixture.aldora)
            var page = try await agreements.find(id, fixture.lanterns)
            #expect(page.agreement.status == .proposed)
            #expect(page.shown.waiting == [fixture.lanterns.workspace.id, fixture.harbour.workspace.id])
            try await agreements.accept(
                id, number: 1, version: page.agreement.version, isPublic: true, by: fixture.lanterns)
            page = try await agreements.find(id, fixture.harbour)
            #expect(page.agreement.status == .proposed)
            await #expect(throws: WorkspaceError.invalid("number", "agreement.allowed.said")) {
                try await agreements.accept(id, number: 1, version: 3, isPublic: true, by: fixture.lanterns)
            }
            try await agreements.accept(id, number: 1, version: 3, isPublic: true, by: fixture.harbour)
            page = try await agreements.find(id, fixture.aldora)
            #expect(page.agreement.status == .inForce)
            #expect(page.agreement.current == 1)
            #expect(page.shown.terms.contributions.map(\.line) == [1, 2])
            await #expect(throws: WorkspaceError.notFound) { try await agreements.find(id, fixture.stranger) }
            await #expect(throws: WorkspaceError.notFound) {
                try await agreements.state(.met, of: 3, in: id, note: "", evidence: "", by: fixture.stranger)
            }
            let none = try await agreements.all(fixture.stranger)
            #expect(none.isEmpty)
        }
    }

    @Test("A version that was taken back or proposed anew cannot be accepted any more")
    func staleAcceptance() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await agreements.begin(try fixture.terms([fixture.lanterns]), by: fixture.aldora)
            try await agreements.propose(id, number: 1, version: 1, isPublic: false, by: fixture.aldora)
            let read = try await agreements.find(id, fixture.lanterns).agreement.version
            try await agreements.drop(id, number: 1, version: read, by: fixture.aldora)
            let number = try await agreements.redraft(id, version: read + 1, by: fixture.aldora)
            #expect(number == 2)
            var terms = try fixture.terms([fixture.lanterns])
            terms.title = "Fewer courses"
            try await agreements.save(id, number: 2, version: read + 2, terms, by: fixture.aldora)
            try await agreements.propose(id, number: 2, version: read + 3, isPublic: false, by: fixture.aldora)
            let subject = Subject(.agreement, id.value)
            // What was read before is stale by the agreement's version; the old number is by its standing.
            await #expect(throws: WorkspaceError.stale(subject, version: read + 4)) {
                try await agreements.accept(id, number: 1, version: read, isPublic: false, by: fixture.lanterns)
            }
            await #expect(throws: WorkspaceError.stale(subject, version: read + 4)) {
                try await agreements.accept(id, number: 1, version: read + 4, isPublic: false, by: fixture.lanterns)
            }
            try await agreements.accept(id, number: 2, version: read + 4, isPublic: false, by: fixture.lanterns)
            let page = try await agreements.find(id, fixture.lanterns)
            #expect(page.shown.terms.title == "Fewer courses")
            #expect(page.versions.map(\.status) == [.inForce, .dropped])
        }
    }

    @Test("An amendment leaves what is in force until all accept it; the former version stays readable")
    func amendment() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            var version = try await fixture.version(id)
            let number = try await agreements.redraft(id, version: version, by: fixture.lanterns)
            var page = try await agreements.find(id, fixture.aldora)
            #expect(page.versions.map(\.number) == [1])
            var terms = try await agreements.find(id, fixture.lanterns).versions[0].terms
            terms.benchmarks.append(Benchmark(kind: .process, what: "Answers in a week", due: try fixture.day(50)))
            version += 1
            try await agreements.save(
                id, number: number, version: version, terms, why: "A second benchmark", by: fixture.lanterns)
            try await agreements.propose(
                id, number: number, version: version + 1, isPublic: false, by: fixture.lanterns)
            page = try await agreements.find(id, fixture.aldora)
            #expect(page.shown.number == 1)
            #expect(page.open?.number == 2)
            try await agreements.accept(id, number: 2, version: version + 2, isPublic: false, by: fixture.aldora)
            page = try await agreements.find(id, fixture.aldora)
            #expect(page.shown.number == 2)
            // Lines keep their numbers through versions; a new one has a new number.
            #expect(page.shown.terms.benchmarks.map(\.line) == [3, 5])
            #expect(page.versions.map(\.status) == [.inForce, .replaced])
            #expect(page.versions.map(\.terms.benchmarks.count) == [2, 1])
        }
    }

    @Test("It is public while all parties say so, and not a moment longer")
    func publicity() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce(isPublic: true)
            let shown = try await agreements.published()
            #expect(shown.total == 1)
            #expect(shown.records.map(\.agreement.id) == [id])
            try await agreements.publish(
                id, false, version: try await fixture.version(id), by: fixture.harbour)
            let hidden = try await agreements.published()
            #expect(hidden.total == 0)
            await #expect(throws: WorkspaceError.notFound) { try await agreements.published(id) }
        }
    }

    @Test(
        "Parties' words stand side by side; a benchmark nobody says was met raises an alert in all parties' workspaces")
    func benchmarks() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce()
            let dates = try await agreements.clocks.entries(DeadlineFilter(), fixture.lanterns).entries
            #expect(dates.map(\.subject) == [Subject(.agreement, id.value), Subject(.agreement, id.value)])
            fixture.time.move(days: 31)
            try await agreements.state(
                .missed, of: 3, in: id, note: "Two courses were moved", evidence: "", by: fixture.aldora)
            for member in [fixture.aldora, fixture.lanterns, fixture.harbour] {
                let alerts = try await fixture.alerts(member)
                #expect(alerts == ["Forty registrars trained"])
            }
            let outside = try await fixture.alerts(fixture.stranger)
            #expect(outside.isEmpty)
            try await agreements.state(
                .met, of: 3, in: id, note: "", evidence: "https://example.org/list", by: fixture.lanterns)
            let page = try await agreements.find(id, fixture.harbour)
            let standing = page.sayings.standing(of: 3)
            #expect(standing[fixture.aldora.workspace.id]?.standing == .missed)
            #expect(standing[fixture.lanterns.workspace.id]?.standing == .met)
            #expect(standing[fixture.harbour.workspace.id] == nil)
            let left = try await fixture.alerts(fixture.aldora)
            #expect(left.isEmpty)
            // A word that is taken back by a later one raises it again.
            try await agreements.state(.notKnown, of: 3, in: id, note: "", evidence: "", by: fixture.lanterns)
            let again = try await fixture.alerts(fixture.harbour)
            #expect(again.count == 1)
            await #expect(throws: WorkspaceError.invalid("evidence", "evidence.linkForm")) {
                try await agreements.state(
                    .met, of: 3, in: id, note: "", evidence: "javascript:alert(1)", by: fixture.lanterns)
            }
        }
    }

    @Test("Notice is given by any party, and binds as long as was agreed")
    func notice() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            let version = try await fixture.version(id)
            await #expect(throws: WorkspaceError.invalid("reason", "agreement.allowed.runs")) {
                try await agreements.end(id, version: version, note: "", by: fixture.aldora)
            }
            try await agreements.terminate(id, version: version, reason: "No more trainers", by: fixture.lanterns)
            let page = try await agreements.find(id, fixture.aldora)
            #expect(page.agreement.status == .terminated)
            #expect(page.agreement.closedFrom == (try fixture.day(60)))
            #expect(page.agreement.closedBy == fixture.lanterns.workspace.id)
            await #expect(throws: WorkspaceError.invalid("number", "agreement.allowed.over")) {
                try await agreements.redraft(id, version: version + 1, by: fixture.aldora)
            }
        }
    }

    @Test("Actions come into the plans of both, and a link becomes evidence of one with the agreement as its source")
    func plans() async throws {
        try await withEachDatabase { database in
            let fixture = try await PactFixture(database)
            let agreements = fixture.agreements
            let id = try await fixture.inForce([fixture.lanterns])
            for member in [fixture.aldora, fixture.lanterns] {
                let commitment = try await agreements.commitment(to: fixture.plan.issues[0], by: member)
                let draft = Action(
                    id: ActionID(0), workspace: member.workspace.id, commitment: commitment, title: "Hold the courses")
                let action = try await agreements.addAction(draft, to: id, by: member)
                try await agreements.keepEvidence(
                    "https://example.org/list", of: action, title: "List of who came", from: id, by: member)
                let evidence = try await agreements.plans.evidence.all(of: Subject(.action, action.value), member)
                #expect(evidence.map(\.title) == ["List of who came – Courses for the districts"])
                let page = try await agreements.find(id, member)
                #expect(page.actions.map(\.title) == ["Hold the courses"])
                let found = try await agreements.agreements(of: action, member)
                #expect(found.map(\.id) == [id])
            }
            // A partner's plan has the issue without the State's recommendations.
            let partners = try await agreements.plans.list(fixture.lanterns)
            #expect(partners.items.map(\.recommendations) == [0])
        }
    }
}
