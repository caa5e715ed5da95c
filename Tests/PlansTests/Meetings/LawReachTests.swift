import Domain
import People
import PlanSupport
import Plans
import Store
import TestSupport
import Testing

@Suite("Laws of institutions")
struct LawReachTests {
    @Test("A focal point sees the laws of her institution: those it leads, and those that serve its part of the plan")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await PlanFixture.make(database)
            let (plans, keeper) = (fixture.plans, fixture.keeper)
            try await plans.commit(fixture.issues, by: keeper)
            let commitments = try await plans.list(keeper).items.map(\.commitment)
            let institutions = fixture.institutions.map(\.id)
            try await plans.assign(
                PlanSelection(.commitments, ids: [commitments[0].id.value]), lead: .set(institutions[0]), by: keeper)
            let planned = try await fixture.planned().first { $0.planned.commitment == commitments[1].id }?.planned
            let recommendation = try #require(planned)
            try await plans.assign(
                PlanSelection(.recommendations, ids: [recommendation.id.value]), lead: .set(institutions[1]),
                by: keeper)
            let issue = try #require(commitments[0].issue)
            for (title, lead, link) in [
                ("Led", institutions[0], nil),
                ("Of its commitment", nil, LawLink(kind: .commitment, id: commitments[0].id.value)),
                ("Of its issue", nil, LawLink(kind: .issue, id: issue.value)),
                (
                    "Of a recommendation", nil,
                    LawLink(kind: .recommendation, id: recommendation.recommendation.value)
                ),
                ("Of nobody", nil, nil),
            ] as [(String, InstitutionID?, LawLink?)] {
                _ = try await plans.laws.add(
                    LawDraft(title: title, lead: lead, links: link.map { [$0] } ?? []), by: keeper)
            }
            for (institution, titles) in [
                (institutions[0], ["Led", "Of its commitment", "Of its issue"]),
                (institutions[1], ["Of a recommendation"]), (institutions[2], []),
            ] {
                let focal = fixture.member(.focalPoint, institution)
                let seen = try await plans.laws.all(focal)
                #expect(seen.map(\.law.title) == titles)
                let own = try await plans.commitments(answering: issue, focal)
                #expect(own.count == (institution == institutions[0] ? 1 : 0))
            }
            let all = try await plans.laws.all(fixture.member(.observer))
            #expect(all.count == 5)
            let nobodys = try #require(all.first { $0.law.title == "Of nobody" }).law.id
            await #expect(throws: WorkspaceError.notFound) {
                try await plans.laws.find(nobodys, fixture.member(.focalPoint, institutions[0]))
            }
            let serving = try await plans.laws.serving(
                LawLink(kind: .commitment, id: commitments[0].id.value), fixture.member(.focalPoint, institutions[1]))
            #expect(serving.isEmpty)
            let named = try await plans.commitments(answering: recommendation.recommendation, keeper)
            #expect(named.map(\.id) == [commitments[1].id])
        }
    }
}
