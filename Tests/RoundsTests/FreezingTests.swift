import Domain
import People
import PlanSupport
import Plans
import Rounds
import Store
import TestSupport
import Testing

@Suite("Freezing a position round")
struct FreezingTests {
    @Test("A round is frozen only when each of 215 paragraphs is covered once and cleared; then it stays as it is")
    func freezing() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database)
            let document = try await fixture.report("DEMO/WG.6/47/1", RoundFixture.texts())
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let troubles = try await fixture.rounds.troubles(round.id, fixture.keeper)
            #expect(troubles.count == 157)
            #expect(troubles.allSatisfy { $0.kind == .noPosition && $0.paragraph != nil })
            await #expect(throws: WorkspaceError.invalid("round", "round.notComplete")) {
                try await fixture.rounds.freeze(round.id, version: round.version, by: fixture.keeper)
            }
            let open = try await fixture.rounds.page(round.id, fixture.keeper).live.filter { $0.standing != .decided }
            _ = try await fixture.rounds.resolve(
                round.id, open.prefix(20).map { RoundPick($0.paragraph.id) },
                ProposalDraft(position: .noted, reason: "Under  study by the Ministry"), by: fixture.keeper)
            _ = try await fixture.rounds.resolve(
                round.id, open.dropFirst(20).prefix(10).map { RoundPick($0.paragraph.id) },
                ProposalDraft(position: .noted, reason: "under study by the ministry"), by: fixture.keeper)
            try await fixture.finish(round.id)
            #expect(try await fixture.rounds.troubles(round.id, fixture.keeper).isEmpty)
            let freeze = try await fixture.rounds.freeze(round.id, version: round.version, by: fixture.keeper)
            let frozen = try await fixture.rounds.frozen(round.id, fixture.keeper)
            #expect(frozen.entries.count == 215)
            #expect(Set(frozen.entries.map(\.recommendation)).count == 215)
            #expect(frozen.isIntact == true)
            #expect(frozen.freeze.digest == freeze.digest)
            #expect(frozen.groups.count == 4)
            #expect(frozen.groups.filter { !$0.isInReport }.map(\.entries.count) == [30, 127])
            #expect(frozen.groups.filter(\.isInReport).reduce(0) { $0 + $1.entries.count } == 58)
        }
    }

    @Test("Nothing of a frozen round changes; it is reopened with a reason only, and what was frozen stays")
    func immutable() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(2)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let rounds = fixture.rounds
            let keeper = fixture.keeper
            let picks = try await rounds.page(round.id, keeper).live.map { RoundPick($0.paragraph.id) }
            let institution = fixture.institutions[0].id
            _ = try await rounds.circulate(round.id, picks, to: [institution], due: RoundFixture.due, by: keeper)
            let proposal = try await rounds.page(round.id, keeper).live[0].proposals[0]
            try await fixture.finish(round.id)
            _ = try await rounds.freeze(round.id, version: round.version, by: keeper)
            let frozen = try await rounds.frozen(round.id, keeper)
            let refused = WorkspaceError.invalid("round", "round.notOpen")
            let draft = ProposalDraft(position: .noted, reason: "Later")
            await #expect(throws: refused) {
                try await rounds.circulate(round.id, picks, to: [institution], due: RoundFixture.due, by: keeper)
            }
            await #expect(throws: refused) { try await rounds.resolve(round.id, picks, draft, by: keeper) }
            await #expect(throws: refused) {
                try await rounds.clear(round.id, picks, .returned, note: "x", by: keeper)
            }
            await #expect(throws: refused) {
                try await rounds.answer(proposal.id, version: proposal.version, draft, by: keeper)
            }
            await #expect(throws: refused) {
                try await rounds.answer(round.id, picks, for: institution, draft, by: keeper)
            }
            await #expect(throws: refused) {
                try await rounds.move(round.id, version: 2, to: document, [:], by: keeper)
            }
            await #expect(throws: refused) {
                try await rounds.edit(round.id, version: 2, title: "Other", due: nil, by: keeper)
            }
            await #expect(throws: WorkspaceError.invalid("reason", "round.reasonNeeded")) {
                try await rounds.reopen(round.id, version: 2, reason: "  ", by: keeper)
            }
            try await rounds.reopen(round.id, version: 2, reason: "The Council asked again", by: keeper)
            _ = try await rounds.clear(round.id, [picks[0]], .returned, note: "New facts", by: keeper)
            _ = try await rounds.resolve(round.id, [picks[0]], draft, by: keeper)
            #expect(try await rounds.frozen(round.id, keeper).entries == frozen.entries)
            try await fixture.finish(round.id)
            let again = try await rounds.freeze(round.id, version: 3, by: keeper)
            #expect(again.number == 2)
            let first = try await rounds.frozen(round.id, number: 1, keeper)
            #expect(first.entries == frozen.entries)
            #expect(first.freeze.reopenedBecause == "The Council asked again")
            #expect(try await rounds.frozen(round.id, keeper).entries.map(\.position).contains(.noted))
            let audited = try await fixture.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'round.reopen'")
            #expect(audited == 1)
        }
    }

    @Test("Clearance goes step by step, and passes over an institution only with a note")
    func clearance() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(1)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let rounds = fixture.rounds
            let keeper = fixture.keeper
            let picks = try await rounds.page(round.id, keeper).live.map { RoundPick($0.paragraph.id) }
            let institution = fixture.institutions[0].id
            func clear(_ step: ClearanceStep, _ note: String? = nil) async throws -> [RoundOutcome.Reason] {
                try await rounds.clear(round.id, picks, step, note: note, by: keeper).skipped.map(\.reason)
            }
            _ = try await rounds.circulate(round.id, picks, to: [institution], due: RoundFixture.due, by: keeper)
            #expect(try await clear(.institution) == [.unresolved])
            _ = try await rounds.resolve(round.id, picks, ProposalDraft(position: .supported), by: keeper)
            #expect(try await clear(.minister) == [.doesNotFollow])
            #expect(try await clear(.mechanism) == [.doesNotFollow])
            #expect(try await clear(.institution) == [.institutionMissing])
            #expect(try await clear(.institution, "No answer by the date") == [])
            #expect(try await clear(.mechanism) == [])
            #expect(try await clear(.minister, "Cabinet, 4 November") == [])
            let line = try await rounds.page(round.id, keeper).live[0]
            #expect(line.standing == .cleared)
            let history = try await database.read {
                try FieldChangeRow.of(line.paragraph.subject, fixture.workspace.id, $0)
            }
            #expect(history.filter { $0.field == "clearance" }.map(\.new) == ["minister", "mechanism", "institution"])
            let focal = fixture.member(.focalPoint, institution)
            await #expect(throws: WorkspaceError.forbidden) {
                try await rounds.clear(round.id, picks, .returned, note: "x", by: focal)
            }
        }
    }
}
