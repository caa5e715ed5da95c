import Domain
import Foundation
import People
import PlanSupport
import Plans
import Reference
import Rounds
import Store
import TestSupport
import Testing

@testable import Operations

@Suite("Proposed positions stay inside government")
struct RoundSecrecyTests {
    private static let secret = "Zanthorium"

    /// A round whose every field holds a word that stands nowhere else.
    private func prepare(_ fixture: RoundFixture) async throws -> Round {
        let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(4)))
        let (rounds, keeper) = (fixture.rounds, fixture.keeper)
        let round = try await rounds.open(document, title: "\(Self.secret) round", by: keeper)
        let picks = try await rounds.page(round.id, keeper).live.map { RoundPick($0.paragraph.id) }
        let draft = ProposalDraft(
            position: .noted, reason: "\(Self.secret) reason", legalNote: "\(Self.secret) note")
        _ = try await rounds.circulate(
            round.id, Array(picks.prefix(3)), to: [fixture.institutions[0].id], due: RoundFixture.due, by: keeper)
        _ = try await rounds.circulate(
            round.id, [picks[3]], to: [fixture.institutions[1].id], due: RoundFixture.due, by: keeper)
        for institution in fixture.institutions {
            _ = try await rounds.answer(round.id, picks, for: institution.id, draft, by: keeper)
        }
        _ = try await rounds.resolve(round.id, picks, draft, by: keeper)
        return round
    }

    @Test("Nobody outside government reads a round, whatever she asks for")
    func outsiders() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 2)
            let round = try await prepare(fixture)
            let rounds = fixture.rounds
            let line = try await rounds.page(round.id, fixture.keeper).live[0]
            for role in [WorkspaceRole.contributor, .partner, .observer] {
                let member = fixture.member(role, fixture.institutions[0].id)
                await #expect(throws: WorkspaceError.forbidden) { try await rounds.all(member) }
                await #expect(throws: WorkspaceError.forbidden) { try await rounds.page(round.id, member) }
                await #expect(throws: WorkspaceError.forbidden) {
                    try await rounds.paragraph(line.paragraph.id, member)
                }
                await #expect(throws: WorkspaceError.forbidden) { try await rounds.frozen(round.id, member) }
                await #expect(throws: WorkspaceError.forbidden) { try await rounds.troubles(round.id, member) }
                await #expect(throws: WorkspaceError.forbidden) { try await rounds.documents(member) }
                await #expect(throws: WorkspaceError.forbidden) {
                    try await rounds.answer(
                        line.proposals[0].id, version: line.proposals[0].version, ProposalDraft(position: .supported),
                        by: member)
                }
            }
        }
    }

    @Test(
        "A focal point reads what her institution was asked, without what others answered or the mechanism settled on")
    func ownOnly() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 2)
            let round = try await prepare(fixture)
            let rounds = fixture.rounds
            let focal = fixture.member(.focalPoint, fixture.institutions[1].id)
            let page = try await rounds.page(round.id, focal)
            #expect(page.lines.count == 1)
            #expect(page.lines.flatMap(\.proposals).allSatisfy { $0.institution == fixture.institutions[1].id })
            #expect(page.lines.allSatisfy { $0.paragraph.resolution == nil && $0.paragraph.reason.isEmpty })
            #expect(page.institutions.map(\.id) == [fixture.institutions[1].id])
            let other = try await rounds.page(round.id, fixture.keeper).live[0]
            await #expect(throws: WorkspaceError.notFound) { try await rounds.paragraph(other.paragraph.id, focal) }
            await #expect(throws: WorkspaceError.notFound) {
                try await rounds.answer(
                    other.proposals[0].id, version: other.proposals[0].version, ProposalDraft(position: .supported),
                    by: focal)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await rounds.answer(
                    round.id, [RoundPick(other.paragraph.id)], for: fixture.institutions[0].id,
                    ProposalDraft(position: .supported), by: focal)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await rounds.resolve(
                    round.id, [RoundPick(other.paragraph.id)], ProposalDraft(position: .supported), by: focal)
            }
            try await fixture.finish(round.id)
            _ = try await rounds.freeze(round.id, version: round.version, by: fixture.keeper)
            let frozen = try await rounds.frozen(round.id, focal)
            #expect(frozen.entries.count == 1)
            #expect(frozen.isIntact == nil)
        }
    }

    @Test("A member of another workspace finds nothing")
    func foreign() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 2)
            let round = try await prepare(fixture)
            let other = try await Workspaces(fixture.store).add(
                slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
                by: .commandLine("test"))
            let stranger = Member.keeper("cli:other", of: other)
            let line = try await fixture.rounds.page(round.id, fixture.keeper).live[0]
            let rounds = fixture.rounds
            #expect(try await rounds.all(stranger).isEmpty)
            await #expect(throws: WorkspaceError.notFound) { try await rounds.page(round.id, stranger) }
            await #expect(throws: WorkspaceError.notFound) { try await rounds.paragraph(line.paragraph.id, stranger) }
            await #expect(throws: WorkspaceError.notFound) { try await rounds.frozen(round.id, stranger) }
            await #expect(throws: WorkspaceError.notFound) {
                try await rounds.resolve(
                    line.paragraph.id, version: 1, ProposalDraft(position: .supported), by: stranger)
            }
            await #expect(throws: WorkspaceError.notFound) {
                try await rounds.answer(
                    line.proposals[0].id, version: line.proposals[0].version, ProposalDraft(position: .supported),
                    by: stranger)
            }
            await #expect(throws: WorkspaceError.invalid("document", "round.documentOfState")) {
                try await rounds.open(round.document, by: stranger)
            }
        }
    }

    @Test("Nothing of a round is in the index, in search, in a record, in the log that feeds are made of, or in mail")
    func nowhereElse() async throws {
        try await withFolder { folder in
            try await withEachDatabase { database in
                let fixture = try await RoundFixture(database, institutions: 2)
                let round = try await prepare(fixture)
                let resources = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
                let record = try await OpenRecord.open(
                    database: database, folder: folder,
                    reference: try ReferenceFacts.load(
                        from: "/" + resources + "/Resources/reference", extra: "/" + resources + "/Resources/demo"),
                    clock: RoundFixture.clock, randomHex: String(repeating: "a", count: 32))
                _ = try await record.feed.catchUp()
                let found = try await record.library.search(
                    SearchRequest(query: Self.secret, limit: 10, language: .english))
                #expect(found.total == 0)
                let line = try await fixture.rounds.page(round.id, fixture.keeper).live[0]
                let page = try await record.library.recommendation(line.paragraph.recommendation)
                #expect(page.recommendation.position == .pending)
                #expect(!"\(page)".contains(Self.secret))
                for (table, columns) in [
                    ("audit_entry", "action || subject || detail"), ("change_log", "entity || operation"),
                    ("recommendation_text", "text"),
                    ("position_event", "COALESCE(wording, '') || COALESCE(reason, '')"),
                ] {
                    let texts = try await database.read {
                        try $0.all("SELECT \(columns) FROM \(table)") { try $0.text(0) }
                    }
                    #expect(!texts.contains { $0.contains(Self.secret) }, "\(table)")
                }
            }
        }
    }
}
