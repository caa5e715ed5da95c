import Clocks
import Domain
import Frame
import People

/// Deadlines written by programs: what the forms of their pages do, with the same checks.
enum DeadlineAPI {
    private struct New: Decodable {
        var title: String
        var due: String
        var force: String?
        var kind: String?
        var mechanism: String?
        var institution: Int64?
    }

    private struct Change: Decodable {
        var title: String?
        var due: String?
        var institution: Int64?
        var status: String?
        var reason: String?
    }

    static func add(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let body = try await JSONBody.read(visit.exchange.incoming, as: New.self)
        let draft = DeadlineDraft(
            title: body.title, due: try date(body.due),
            kind: try value(body.kind, "kind") ?? .own, mechanism: body.mechanism.map { MechanismCode($0) },
            force: try value(body.force, "force") ?? .requested, institution: body.institution.map { InstitutionID($0) }
        )
        let made = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.add(draft, by: visit.member)
        }
        return DeadlineJSON.answer(made, visit, clocks)
    }

    static func change(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let version = try visit.versionInIfMatch()
        let body = try await JSONBody.read(visit.exchange.incoming, as: Change.self)
        let due = try body.due.map { text throws(WebError) in DeadlineEdit.Due.fixed(try date(text)) }
        let edit = DeadlineEdit(
            version: version, title: body.title, due: due,
            institution: body.institution.map { .some(InstitutionID($0)) },
            status: try value(body.status, "status"), reason: body.reason)
        return try await write(edit, visit, clocks)
    }

    static func withdraw(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        try await write(DeadlineEdit(version: visit.versionInIfMatch(), status: .withdrawn), visit, clocks)
    }

    private static func write(
        _ edit: DeadlineEdit, _ visit: Visit, _ clocks: Clocks
    ) async throws(WebError) -> Answer {
        let changed = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.edit(visit.id, edit, by: visit.member)
        }
        return DeadlineJSON.answer(changed, visit, clocks)
    }

    private static func date(_ text: String) throws(WebError) -> CalendarDate {
        guard let date = CalendarDate(text), date.description == text else {
            throw .invalid([.init(name: "due", allowed: "2026-05-31, 2026-05 or 2026")])
        }
        return date
    }

    private static func value<Value: RawRepresentable & CaseIterable>(
        _ text: String?, _ name: String
    ) throws(WebError) -> Value? where Value.RawValue == String {
        guard let text else { return nil }
        guard let value = Value(rawValue: text) else {
            let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid([.init(name: name, allowed: all)])
        }
        return value
    }
}
