import Clocks
import Domain
import Operations
import People
import PlanSupport
import Plans
import Practices
import Store

@testable import Consultations

/// The mechanism of an invented State with a consultation that is open today (2 February 2026).
struct ConsultationFixture {
    let plan: PlanFixture
    let consultations: Consultations
    let keeper: Member
    let foreign: Member
    /// Of the second institution.
    let focal: Member

    init(_ database: any Database) async throws {
        plan = try await PlanFixture.make(database)
        let reference = try await PlanFixture.reference.value
        let store = plan.plans.store
        consultations = Consultations(
            store: store, plans: plan.plans, practices: Practices(store: store, reference: reference),
            clocks: Clocks(store: store, reference: reference))
        keeper = plan.keeper
        focal = plan.member(.focalPoint, plan.institutions[1].id)
        let belmar = try await plan.workspaces.add(
            slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        foreign = Member.keeper("cli:tests", of: belmar)
    }

    static func content() -> ConsultationContent {
        var content = ConsultationContent()
        content.title = "Legal aid in the districts"
        content.about = "What is missing, and for whom."
        content.opens = CalendarDate("2026-01-15")
        content.closes = CalendarDate("2026-03-15")
        content.answerBy = CalendarDate("2026-04-30")
        content.takesOutsiders = true
        content.topics = [ConsultationTopic(.issue, "1")]
        return content
    }

    static func draft(_ text: String) -> ContributionDraft {
        var draft = ContributionDraft()
        draft.text = text
        return draft
    }

    func published() async throws -> Consultation {
        let made = try await consultations.add(Self.content(), by: keeper)
        try await consultations.publish(made.id, version: 1, by: keeper)
        return made
    }

    func version(_ id: ConsultationID) async throws -> Int {
        try await consultations.find(id, keeper).consultation.version
    }
}
