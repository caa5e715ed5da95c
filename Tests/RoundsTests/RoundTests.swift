import Domain
import People
import PlanSupport
import Plans
import Rounds
import Store
import TestSupport
import Testing

@Suite("Position rounds")
struct RoundTests {
    @Test("A round takes every paragraph of the report; what the report decides is shown and not asked")
    func opening() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database)
            let document = try await fixture.report("DEMO/WG.6/47/1", RoundFixture.texts())
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let page = try await fixture.rounds.page(round.id, fixture.keeper)
            #expect(page.live.count == 215)
            #expect(page.summary.count(.decided) == 58)
            #expect(page.summary.count(.uncirculated) == 157)
            #expect(page.live.map(\.paragraph.name).prefix(2) == ["6.1", "6.2"])
            #expect(page.live[58].themes == ["right-to-health"])
            let all = page.live.map { RoundPick($0.paragraph.id) }
            let circulation = try await fixture.rounds.circulate(
                round.id, all, to: [fixture.institutions[0].id], due: RoundFixture.due, by: fixture.keeper)
            #expect(circulation.asked == 157)
            #expect(circulation.outcome.skipped.count == 58)
            #expect(circulation.outcome.skipped.allSatisfy { $0.reason == .decided })
            await #expect(throws: WorkspaceError.invalid("document", "round.documentHasRound")) {
                try await fixture.rounds.open(document, by: fixture.keeper)
            }
        }
    }

    @Test("Circulating asks several institutions, once each, and sends one message to each that can be reached")
    func circulating() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 3)
            let document = try await fixture.report(
                "DEMO/WG.6/47/1", Array(RoundFixture.texts().dropFirst(58).prefix(10)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let picks = try await fixture.rounds.page(round.id, fixture.keeper).live.map { RoundPick($0.paragraph.id) }
            let all = fixture.institutions.map(\.id)
            _ = try await fixture.rounds.circulate(
                round.id, Array(picks.prefix(4)), to: [all[0]], due: RoundFixture.due, by: fixture.keeper)
            let second = try await fixture.rounds.circulate(
                round.id, picks, to: all, due: RoundFixture.due, by: fixture.keeper)
            #expect(second.asked == 26)
            #expect(second.told == [all[0], all[1]])
            #expect(second.unreachable == [all[2]])
            let messages = try await fixture.count("SELECT COUNT(*) FROM outbox WHERE kind = 'roundCirculated'")
            #expect(messages == 3)
            let again = try await fixture.rounds.circulate(
                round.id, picks, to: all, due: RoundFixture.due, by: fixture.keeper)
            #expect(again.asked == 0)
            #expect(again.outcome.skipped.allSatisfy { $0.reason == .alreadyAsked })
            let taken = try await fixture.rounds.withdraw(round.id, picks, from: all[2], by: fixture.keeper)
            #expect(taken.done == 10)
        }
    }

    @Test("Institutions that differ are found; settling them needs a reason")
    func disagreement() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 2)
            let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(3)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let picks = try await fixture.rounds.page(round.id, fixture.keeper).live.map { RoundPick($0.paragraph.id) }
            let (one, other) = (fixture.institutions[0].id, fixture.institutions[1].id)
            _ = try await fixture.rounds.circulate(
                round.id, picks, to: [one, other], due: RoundFixture.due, by: fixture.keeper)
            let focal = fixture.member(.focalPoint, one)
            _ = try await fixture.rounds.answer(
                round.id, picks, for: one, ProposalDraft(position: .supported, reason: "A bill is in committee"),
                by: focal)
            _ = try await fixture.rounds.answer(
                round.id, [picks[0]], for: other, ProposalDraft(position: .noted, reason: "Not in the budget"),
                by: fixture.keeper)
            _ = try await fixture.rounds.answer(
                round.id, [picks[1]], for: other, ProposalDraft(position: .supported), by: fixture.keeper)
            let lines = try await fixture.rounds.page(round.id, fixture.keeper).live
            #expect(lines.map(\.standing) == [.disputed, .agreed, .waiting])
            let outcome = try await fixture.rounds.resolveAgreed(round.id, picks, by: fixture.keeper)
            #expect(outcome.done == 1)
            #expect(outcome.skipped.map(\.reason) == [.notAgreed, .notAgreed])
            let disputed = lines[0].paragraph
            await #expect(throws: WorkspaceError.invalid("reason", "round.skip.reasonNeeded")) {
                try await fixture.rounds.resolve(
                    disputed.id, version: disputed.version, ProposalDraft(position: .supported), by: fixture.keeper)
            }
            try await fixture.rounds.resolve(
                disputed.id, version: disputed.version,
                ProposalDraft(position: .supported, reason: "The budget follows in 2028", legalNote: "Art. 4"),
                by: fixture.keeper)
            let settled = try await fixture.rounds.paragraph(disputed.id, fixture.keeper).line
            #expect(settled.standing == .resolved)
            #expect(settled.isDisputed)
            #expect(lines[1].reasons == ["A bill is in committee"])
        }
    }

    @Test("Whoever writes on an older version is told, and nothing is overwritten")
    func stale() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(1)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let pick = RoundPick(try await fixture.rounds.page(round.id, fixture.keeper).live[0].paragraph.id)
            let institution = fixture.institutions[0].id
            _ = try await fixture.rounds.circulate(
                round.id, [pick], to: [institution], due: RoundFixture.due, by: fixture.keeper)
            let proposal = try await fixture.rounds.page(round.id, fixture.keeper).live[0].proposals[0]
            let focal = fixture.member(.focalPoint, institution)
            try await fixture.rounds.answer(proposal.id, version: 1, ProposalDraft(position: .supported), by: focal)
            await #expect(throws: WorkspaceError.stale(proposal.subject, version: 2)) {
                try await fixture.rounds.answer(
                    proposal.id, version: 1, ProposalDraft(position: .noted, reason: "No"), by: fixture.keeper)
            }
            let now = try await fixture.rounds.page(round.id, fixture.keeper).live[0].proposals[0]
            #expect(now.position == .supported)
            let history = try await database.read { try FieldChangeRow.of(proposal.subject, fixture.workspace.id, $0) }
            #expect(history.map(\.field) == ["position"])
            #expect(history.map(\.new) == ["supported"])
            let stalePick = RoundPick(pick.paragraph, version: 99)
            let outcome = try await fixture.rounds.resolve(
                round.id, [stalePick], ProposalDraft(position: .supported), by: fixture.keeper)
            #expect(outcome.skipped.map(\.reason) == [.changed])
        }
    }

    @Test("A noted position, and an answer that is cleared, have their rules")
    func rules() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 1)
            let document = try await fixture.report("DEMO/WG.6/47/1", Array(RoundFixture.texts().suffix(1)))
            let round = try await fixture.rounds.open(document, by: fixture.keeper)
            let pick = RoundPick(try await fixture.rounds.page(round.id, fixture.keeper).live[0].paragraph.id)
            let institution = fixture.institutions[0].id
            _ = try await fixture.rounds.circulate(
                round.id, [pick], to: [institution], due: RoundFixture.due, by: fixture.keeper)
            let focal = fixture.member(.focalPoint, institution)
            let proposal = try await fixture.rounds.page(round.id, focal).live[0].proposals[0]
            await #expect(throws: WorkspaceError.invalid("proposal", "round.skip.reasonNeeded")) {
                try await fixture.rounds.answer(proposal.id, version: 1, ProposalDraft(position: .noted), by: focal)
            }
            await #expect(throws: WorkspaceError.invalid("proposal", "round.answerFirst")) {
                try await fixture.rounds.clearProposal(
                    proposal.id, version: 1, .institution, note: nil, by: focal)
            }
            try await fixture.rounds.answer(proposal.id, version: 1, ProposalDraft(position: .supported), by: focal)
            try await fixture.rounds.clearProposal(proposal.id, version: 2, .institution, note: "Secretary", by: focal)
            await #expect(throws: WorkspaceError.invalid("proposal", "round.skip.cleared")) {
                try await fixture.rounds.answer(
                    proposal.id, version: 3, ProposalDraft(position: .noted, reason: "No"), by: focal)
            }
            await #expect(throws: WorkspaceError.forbidden) {
                try await fixture.rounds.clearProposal(proposal.id, version: 3, .returned, note: "?", by: focal)
            }
            try await fixture.rounds.clearProposal(
                proposal.id, version: 3, .returned, note: "Which year?", by: fixture.keeper)
            try await fixture.rounds.answer(
                proposal.id, version: 4, ProposalDraft(position: .noted, reason: "No budget"), by: focal)
        }
    }
}
