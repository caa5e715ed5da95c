package import Domain
import Store
import Synchronization

/// What was noted in this hour, so that a person who looks at one thing again and again is noted once an hour.
final class ReadingLog: Sendable {
    private static let keysMax = 20_000

    private struct State {
        var hour = ""
        var noted: Set<String> = []
    }

    private let state = Mutex(State())

    /// Whether this process has noted it in the hour of `at` already.
    func isNoted(_ key: String, at: String) -> Bool {
        state.withLock { $0.hour == Self.hour(at) && $0.noted.contains(key) }
    }

    func note(_ keys: [String], at: String) {
        state.withLock { state in
            if state.hour != Self.hour(at) || state.noted.count > Self.keysMax {
                state = State(hour: Self.hour(at))
            }
            state.noted.formUnion(keys)
        }
    }

    /// `2026-01-31T09`.
    private static func hour(_ instant: String) -> String { String(instant.prefix(13)) }
}

extension WorkspaceStore {
    package static let readingAction = "personal.read"

    /// Says in the audit log that somebody read personal data: the list of people, evidence that is not public, a sealed name. Call it
    /// before the data is shown: when this returns, the entry is kept. Once an hour for each person and object, so it costs nothing
    /// when a page is looked at again.
    package func noteReading(_ member: Member, _ subjects: Subject...) async throws(WorkspaceError) {
        try await noteReading(member, of: subjects)
    }

    /// The same for many objects at once, in one transaction.
    package func noteReading(_ member: Member, of subjects: [Subject]) async throws(WorkspaceError) {
        let at = clock.instant
        func key(_ subject: Subject) -> String { "\(member.workspace.id) \(member.name) \(subject)" }
        let fresh = subjects.filter { !readings.isNoted(key($0), at: at) }
        guard !fresh.isEmpty else { return }
        let prefix = "workspace/\(member.workspace.id)/"
        do throws(StoreError) {
            try await database.change(at: at) { _, log in
                for subject in fresh {
                    log.audit(
                        AuditEntry(actor: member.name, action: Self.readingAction, subject: prefix + "\(subject)"))
                }
            }
        } catch { throw WorkspaceError(error) }
        readings.note(fresh.map(key), at: at)
    }
}
