import Domain
import People
import PlanSupport
import Plans
import Reference
import Store
import Synchronization

@testable import PublicFace

/// A workspace with two commitments, three actions and a clock that can be moved.
struct FaceFixture {
    let plan: PlanFixture
    let faces: PublicFaces
    let coordinator: Member
    let administrator: Member
    let first: CommitmentID
    let second: CommitmentID
    let actions: [ActionID]
    private let time: Time

    final class Time: Sendable {
        let now = Mutex<Int64>(1_770_000_000_000)
    }

    init(_ database: any Database) async throws {
        plan = try await PlanFixture.make(database)
        let time = Time()
        self.time = time
        let store = WorkspaceStore(database: database, clock: Clock { time.now.withLock { $0 } })
        faces = PublicFaces(store: store, library: plan.plans.library, reference: try await PlanFixture.reference.value)
        coordinator = plan.member(.coordinator)
        administrator = plan.member(.administrator)
        _ = try await plan.plans.commit(Array(plan.issues.prefix(2)), by: plan.keeper)
        let commitments = try await database.read { connection in
            try connection.all("SELECT id FROM commitment ORDER BY id") { CommitmentID(try $0.int(0)) }
        }
        first = commitments[0]
        second = commitments[1]
        var actions: [ActionID] = []
        for (title, commitment) in [("Train judges", first), ("Print guides", first), ("Build a register", second)] {
            let draft = Action(
                id: ActionID(0), workspace: plan.workspace.id, commitment: commitment, title: title,
                lead: plan.institutions[0].id, status: .started, due: CalendarDate("2026-06-01"),
                money: ActionMoney(cost: 5_000, currency: CurrencyCode("EUR")))
            actions.append(try await plan.plans.addAction(draft, by: plan.keeper).id)
        }
        self.actions = actions
    }

    func wait(days: Int64 = 0, hours: Int64 = 0) { time.now.withLock { $0 += (days * 24 + hours) * 3_600_000 } }

    /// Confirms these choices; the page is open.
    func show(_ stages: [PublicField: PublicStage]) async throws {
        var desk = try await faces.desk(coordinator)
        if !desk.isOpen {
            try await faces.describe(isOpen: true, about: "", contact: "", version: desk.version, coordinator)
        }
        try await faces.propose(stages, coordinator)
        desk = try await faces.desk(coordinator)
        if let batch = desk.batch { try await faces.confirm(version: batch.version, coordinator) }
    }

    func except(_ keys: [PublicKey], _ exception: PublicChoices.Exception) async throws {
        try await faces.propose(keys, exception, coordinator)
        let batch = try await faces.desk(coordinator).batch
        try await faces.confirm(version: batch?.version ?? 0, coordinator)
    }

    func shown() async throws -> ShownFace { try await faces.shown("aldora") }

    func rename(_ action: Int, _ title: String) async throws {
        let page = try await plan.plans.action(actions[action], plan.keeper)
        var changes = ActionChanges()
        changes.title = .set(title)
        try await plan.plans.updateAction(actions[action], changes, version: page.action.version, by: plan.keeper)
    }

    /// What an operation refuses with.
    static func failure(_ body: () async throws -> Void) async throws -> WorkspaceError? {
        do {
            try await body()
            return nil
        } catch let error as WorkspaceError { return error }
    }
}
