import Domain
import People
import Reference
import Store

/// One change of facts, in a workspace or at the desk: rows, history and audit entries are one transaction.
struct FactChange {
    let at: String
    let connection: any WriteConnection
    fileprivate var fields: [(id: StateFactID, name: String, old: String?, new: String?, why: String?)] = []
    fileprivate var done: [(action: String, id: StateFactID?, detail: String)] = []

    init(at: String, connection: any WriteConnection) {
        self.at = at
        self.connection = connection
    }

    mutating func did(_ action: String, _ id: StateFactID?, detail: String = "{}") { done.append((action, id, detail)) }

    mutating func field(_ id: StateFactID, _ name: String, from old: String?, to new: String?, why: String?) {
        fields.append((id, name, old, new, why))
    }
}

extension StateCooperation {
    @discardableResult
    func change<T: Sendable>(
        _ keeper: FactKeeper, _ body: @Sendable @escaping (inout FactChange) throws -> T
    ) async throws(WorkspaceError) -> T {
        switch keeper {
        case .workspace(let member):
            return try await store.change(member) { outer in
                var change = FactChange(at: outer.at, connection: outer.connection)
                let value = try body(&change)
                for field in change.fields {
                    outer.field(
                        Subject(.stateFact, field.id.value), field.name, from: field.old, to: field.new, why: field.why)
                }
                for done in change.done {
                    let subject =
                        done.id.map { Subject(.stateFact, $0.value) } ?? Subject(.workspace, member.workspace.id.value)
                    outer.did(done.action, subject, detail: done.detail)
                }
                return value
            }
        case .desk(let caller):
            let at = store.clock.instant
            do throws(StoreError) {
                return try await store.database.change(at: at) { connection, log in
                    var change = FactChange(at: at, connection: connection)
                    let value = try body(&change)
                    for done in change.done {
                        log.audit(
                            AuditEntry(
                                actor: caller.name, action: done.action,
                                subject: done.id.map { "state-fact/\($0)" } ?? "state-fact", detail: done.detail))
                        if let id = done.id { log.changed(ChangedEntity("state-fact"), id.value) }
                    }
                    return value
                }.value
            } catch { throw WorkspaceError(error) }
        }
    }

    /// Whether this keeper may write at all.
    func admit(_ keeper: FactKeeper) async throws(WorkspaceError) {
        switch keeper {
        case .workspace(let member): try member.require(.manageCooperationRecord)
        case .desk(let caller): if caller.role != .coordinator { throw .forbidden }
        }
    }

    /// The State this keeper may write on: its own, or, at the desk, one that has no mechanism here.
    func admitted(_ state: StateCode, _ keeper: FactKeeper) async throws(WorkspaceError) -> StateCode {
        try await admit(keeper)
        switch keeper {
        case .workspace(let member):
            guard member.workspace.mechanismState == state else { throw .notFound }
        case .desk:
            guard reference.facts(of: state) != nil else { throw .notFound }
            let own = try await store.read { connection in
                try connection.count(
                    "SELECT COUNT(*) FROM workspace WHERE state = $1 AND kind = 'mechanism' AND closed = 0",
                    [.text(state.rawValue)])
            }
            guard own == 0 else { throw .invalid("state", "stateFact.hasMechanism") }
        }
        return state
    }
}
