import Domain
import Frame
import Markup
import People

/// The history of any field, and taking a change back.
enum HistoryRoutes {
    static func all(_ histories: Histories) -> [Route] {
        let place: [Parameter] = [kind(histories), .id]
        return [
            .workspace("object-history", "/history/{kind}/{id}", place + [before], right: .seeHistory) {
                visit throws(WebError) in
                await HistoryView.answer(visit, try await read(histories, visit))
            },
            .workspaceForm("object-history-undo", "/history/{kind}/{id}", place, right: .seeHistory) {
                visit, form throws(WebError) in
                guard let change = form.first("change").flatMap({ FieldChangeID($0) }) else {
                    throw .invalid([.init(name: "change", allowed: "history.unknownChange")])
                }
                try await undo(histories, visit, change, why: form.first("why"))
                let subject = try subject(visit)
                return .seeOther(
                    View(visit).address(
                        visit.path("/history/\(subject.kind.rawValue)/\(subject.id)"), [("said", "undone")]))
            },
            .workspaceAPI(
                "object-history-service", "/history/{kind}/{id}", place + [before], right: .seeHistory,
                "What happened to the fields of one object, newest first: who, when, old, new, why.", "ObjectHistory"
            ) { visit throws(WebError) in HistoryJSON.answer(visit, try await read(histories, visit)) },
            .workspaceAPI(
                "object-history-undo-service", "/history/{kind}/{id}/{change}/reversal", place + [changeNumber],
                method: .post, right: .seeHistory, "Takes one change of one field back.", "ObjectHistory"
            ) { visit throws(WebError) in
                guard let change = FieldChangeID(visit.exchange.value("change")) else { throw .notFound }
                try await undo(histories, visit, change, why: nil)
                return HistoryJSON.answer(visit, try await read(histories, visit))
            },
        ]
    }

    private static func subject(_ visit: Visit) throws(WebError) -> Subject {
        guard let kind = SubjectKind(rawValue: visit.exchange.value("kind")),
            let id = Int64(visit.exchange.value("id"))
        else { throw .notFound }
        return Subject(kind, id)
    }

    private static func read(_ histories: Histories, _ visit: Visit) async throws(WebError) -> ObjectHistory {
        let before = visit.exchange.query.first("before").flatMap { FieldChangeID($0) }
        let subject = try subject(visit)
        do throws(WorkspaceError) {
            return try await histories.of(subject, before: before, visit.member)
        } catch { throw WebError(error) }
    }

    /// The change is one of the object in the address.
    private static func undo(
        _ histories: Histories, _ visit: Visit, _ change: FieldChangeID, why: String?
    ) async throws(WebError) {
        let subject = try subject(visit)
        do throws(WorkspaceError) {
            try await histories.undo(change, of: subject, why: why?.isEmpty == false ? why : nil, by: visit.member)
        } catch { throw WebError(error) }
    }

    private static func kind(_ histories: Histories) -> Parameter {
        Parameter(
            name: "kind", place: .path, form: .choice(histories.kinds.map(\.rawValue).sorted()),
            summary: "The kind of object.")
    }

    private static let before = Parameter(
        name: "before", place: .query, form: .integer(1...Int.max), summary: "Below this change.")
    private static let changeNumber = Parameter(
        name: "change", place: .path, form: .integer(1...Int.max), summary: "The change that is taken back.")

    static let schemas: [Schema.Named] = HistoryJSON.schemas
}
