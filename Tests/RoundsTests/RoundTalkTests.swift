import Domain
import FollowUp
import People
import PlanSupport
import Plans
import Rounds
import Store
import TestSupport
import Testing

@Suite("What is said and kept of a round's paragraphs")
struct RoundTalkTests {
    @Test(
        "A paragraph is spoken of by the mechanism and by those who were asked; histories ask for the right to see rounds"
    )
    func paragraph() async throws {
        try await withEachDatabase { database in
            let fixture = try await RoundFixture(database, institutions: 2)
            let (rounds, keeper) = (fixture.rounds, fixture.keeper)
            let document = try await fixture.report("DEMO/T/4", Array(RoundFixture.texts().suffix(2)))
            let round = try await rounds.open(document, by: keeper)
            let picks = try await rounds.page(round.id, keeper).live.map { RoundPick($0.paragraph.id) }
            _ = try await rounds.circulate(
                round.id, [picks[0]], to: [fixture.institutions[0].id], due: RoundFixture.due, by: keeper)
            _ = try await rounds.answer(
                round.id, [picks[0]], for: fixture.institutions[0].id,
                ProposalDraft(position: .supported, reason: "It is planned."), by: keeper)
            let line = try await rounds.page(round.id, keeper).live[0]
            let (subject, proposal) = (line.paragraph.subject, try #require(line.proposals.first).subject)
            let comments = Comments(fixture.store)
            let asked = fixture.member(.focalPoint, fixture.institutions[0].id)
            let other = fixture.member(.focalPoint, fixture.institutions[1].id)
            _ = try await comments.add("Which budget?", isInternal: false, to: subject, by: asked)
            let heard = try await comments.all(of: subject, fixture.member(.coordinator))
            #expect(heard.map(\.said) == ["Which budget?"])
            for member in [other, fixture.member(.contributor), fixture.member(.observer)] {
                await #expect(throws: WorkspaceError.notFound) { try await comments.all(of: subject, member) }
            }
            let title = try await SubjectTitles(fixture.store).of([subject], keeper)[subject]
            #expect(title?.hasPrefix(round.title) == true)

            let histories = Histories(fixture.store, owners: Rounds.historyOwners)
            let kept = try await histories.of(proposal, asked)
            #expect(kept.lines.contains { $0.change.field == "position" })
            await #expect(throws: WorkspaceError.notFound) { try await histories.of(proposal, other) }
            await #expect(throws: WorkspaceError.notFound) { try await histories.of(subject, asked) }
            let program = fixture.member(.coordinator).limited(to: [.seeHistory, .seePlan])
            for secret in [proposal, subject, round.subject] {
                await #expect(throws: WorkspaceError.forbidden) { try await histories.of(secret, program) }
            }
        }
    }
}
