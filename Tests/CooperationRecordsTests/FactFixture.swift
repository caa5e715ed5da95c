import Domain
import Foundation
import Operations
import People
import PlanSupport
import Plans
import Store

@testable import CooperationRecords

/// The mechanism of an invented State, another State's, and a coordinator of the desk.
struct FactFixture {
    static let aldora = StateCode("XAA")
    static let corvia = StateCode("XAC")

    let plan: PlanFixture
    let records: StateCooperation
    let keeper: FactKeeper
    let foreign: FactKeeper
    let desk: FactKeeper

    init(_ database: any Database) async throws {
        plan = try await PlanFixture.make(database)
        let reference = try await PlanFixture.reference.value
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        records = StateCooperation(
            store: plan.plans.store, library: plan.plans.library, reference: reference,
            yardsticks: try Yardsticks(directory: root + "/Resources/reference"))
        keeper = .workspace(plan.keeper)
        let belmar = try await plan.workspaces.add(
            slug: "belmar", name: "Belmar", state: StateCode("XAB"), language: .english, timeZone: "UTC",
            by: .commandLine("tests"))
        foreign = .workspace(Member.keeper("cli:tests", of: belmar))
        desk = .desk(.commandLine("desk"))
    }

    static func fact(
        _ kind: StateFactKind, _ day: String, about: String = "", matter: String = "", cycle: Int? = nil
    ) -> StateFactContent {
        var content = StateFactContent(kind, day: CalendarDate(day), source: "DEMO/DOC/1")
        content.about = about
        content.matter = matter
        content.cycle = cycle
        return content
    }

    @discardableResult
    func publish(_ content: StateFactContent) async throws -> StateFact {
        try await records.add(content, of: Self.aldora, publishing: true, by: keeper)
    }
}
