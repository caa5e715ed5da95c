import Cooperation
import Domain
import Foundation
import Operations
import People
import PlanSupport
import Plans
import Programmes
import Reference
import Store
import Testing

@testable import Landscape

/// Aldora with a plan's issues, two partners, and whatever a test brings.
struct LandscapeFixture {
    let plan: PlanFixture
    let landscape: Landscape
    let needs: Needs
    let offers: Offers
    let programmes: Programmes
    let lanterns: Member
    let harbour: Member

    var keeper: Member { plan.keeper }
    var state: StateCode { PlanFixture.aldora }

    init(_ database: any Database) async throws {
        plan = try await PlanFixture.make(database, sizes: [3, 2, 1, 1])
        let reference = try await PlanFixture.reference.value
        let store = WorkspaceStore(database: database, clock: PlanFixture.clock)
        landscape = Landscape(
            store: store, library: plan.plans.library, issues: plan.plans.issues, reference: reference)
        needs = Needs(store, reference)
        offers = Offers(store, reference)
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        programmes = Programmes(
            store: store, library: plan.plans.library,
            codes: try AidCodes(
                directory: parts.joined(separator: "/") + "/Resources/reference", reference: reference))
        let workspaces = plan.workspaces
        func partner(_ slug: String) async throws -> Member {
            Member.keeper(
                "cli:tests",
                of: try await workspaces.addPartner(
                    slug: slug, name: slug, actor: .foundation, state: nil, region: nil, language: .english,
                    timeZone: "UTC", by: .commandLine("tests")))
        }
        lanterns = try await partner("lanterns")
        harbour = try await partner("harbour")
        // The third issue is about health; the others name no theme.
        try await database.write { connection in
            try connection.execute(
                "UPDATE issue SET reason = $1 WHERE id = 3",
                [.text("{\"words\":[],\"themes\":[\"right-to-health\"],\"persons\":[]}")])
        }
    }

    /// A need from an issue, published as said.
    @discardableResult
    func need(
        _ publication: Publication?, from issue: Int64 = 2, themes: [String] = ["rule-of-law"]
    ) async throws -> NeedID {
        var draft = NeedDraft()
        draft.title = "Train judges"
        draft.kinds = [.training]
        draft.asked = "Two courses"
        draft.themes = themes
        draft.sources = [NeedSource(.issue, issue)]
        let need = try await needs.add(draft, by: keeper)
        guard let publication else { return need.id }
        _ = try await needs.record(
            ConsentDraft(
                authority: .foreignMinister, office: "Ministry of Foreign Affairs",
                date: try #require(CalendarDate("2026-01-10")), instrument: "Note 4", level: .open),
            for: need.id, by: keeper)
        try await needs.publish(need.id, version: need.version, publication, by: keeper)
        return need.id
    }

    @discardableResult
    func offer(_ themes: [String], kinds: [HelpKind] = [.training]) async throws -> OfferID {
        var draft = OfferDraft()
        draft.title = "Courses"
        draft.kinds = kinds
        draft.themes = themes
        draft.level = .open
        return try await offers.add(draft, by: lanterns).id
    }

    /// A public programme under way for Aldora, linked by hand to an issue.
    @discardableResult
    func programme(
        _ identifier: String, issue: Int64? = nil, giver: (String, String) = ("XX-LANT-1", "Lanterns"),
        states: [String] = ["XAA"], modality: Modality? = nil
    ) async throws -> ProgrammeID {
        let draft = ProgrammeDraft(
            identifier: giver.0 + "-" + identifier, reporterReference: giver.0, reporterName: giver.1,
            title: "Programme \(identifier)",
            description: "In every district.", actualStart: CalendarDate("2025-01-01"),
            states: states.map {
                DraftShare(code: $0, percentage: states.count > 1 ? Percentage(hundredths: 10_000 / states.count) : nil)
            }, sectors: [DraftShare(code: "12220")], modality: modality,
            partners: [DraftPartner(role: "1", reference: giver.0, name: giver.1)], isPublic: true)
        let id = try await programmes.add(draft, by: lanterns)
        guard let issue else { return id }
        try await plan.database.write { connection in
            try connection.execute(
                """
                INSERT INTO programme_issue (programme_id, issue_id, origin, strength, reason, said_by, at)
                VALUES ($1, $2, 'hand', 100, '{}', 'tests', '2026-01-01T00:00:00.000Z')
                """, [.int(id.value), .int(issue)])
        }
        return id
    }

    func gap(_ reader: GapReader = .everybody, _ scope: GapScope = GapScope()) async throws -> StateGap {
        try await landscape.gap(state, scope, reader)
    }
}
