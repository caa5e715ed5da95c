import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// Deadlines in the API: the same dates as on the page.
enum DeadlineJSON {
    static let schemas: [Schema.Named] = [
        (
            "Deadline",
            .object([
                ("kind", .string), ("id", .integer), ("title", .string), ("due", .string), ("late", .boolean),
                ("status", .string), ("force", .string), ("origin", .nullableString), ("source", .nullableString),
                ("rule", .nullableString), ("procedure", .nullableString), ("mechanism", .nullableString),
                ("institutions", .array(.integer)), ("address", .string), ("version", .nullableInteger),
            ])
        ),
        (
            "NewDeadline",
            .object([
                ("title", .string), ("due", .string), ("force", .nullableString), ("kind", .nullableString),
                ("mechanism", .nullableString), ("institution", .nullableInteger),
            ])
        ),
        (
            "DeadlineChange",
            .object([
                ("title", .nullableString), ("due", .nullableString), ("institution", .nullableInteger),
                ("status", .nullableString), ("reason", .nullableString),
            ])
        ),
        (
            "DeadlinePage",
            .object([("today", .string), ("deadlines", .array(.reference("Deadline"))), ("next", .nullableString)])
        ),
    ]

    static func list(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let page = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.entries(
                DeadlineListView.filter(query), after: query.first("after").flatMap { EntryPlace($0) },
                limit: query.number("limit") ?? 100, visit.member)
        }
        let words = DateWords(visit.exchange.words, clocks.reference)
        let today = clocks.today(in: visit.workspace)
        let json = JSONWriter()
        json.object {
            json.member("today", today.date?.description ?? "")
            json.array("deadlines") {
                for entry in page.entries { json.object { write(entry, json, words, visit, today) } }
            }
            json.member("next", page.next?.description)
        }
        return .json(json.bytes)
    }

    static func one(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let deadline = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.deadline(visit.id, visit.member)
        }
        return answer(deadline, visit, clocks)
    }

    static func answer(_ deadline: Deadline, _ visit: Visit, _ clocks: Clocks) -> Answer {
        let words = DateWords(visit.exchange.words, clocks.reference)
        let json = JSONWriter()
        json.object { write(DateEntry(deadline), json, words, visit, clocks.today(in: visit.workspace)) }
        return .json(json.bytes)
    }

    private static func write(_ entry: DateEntry, _ json: JSONWriter, _ words: DateWords, _ visit: Visit, _ today: Day)
    {
        json.member("kind", entry.subject.kind.rawValue)
        json.member("id", Int(entry.subject.id))
        json.member("title", words.title(entry))
        json.member("due", entry.due.description)
        json.member("late", entry.isLate(today))
        json.member("status", entry.status.rawValue)
        json.member("force", entry.force.rawValue)
        json.member("origin", entry.deadline?.origin.rawValue)
        json.member("source", entry.deadline?.source)
        json.member("rule", entry.deadline?.rule)
        json.member("procedure", entry.deadline?.kind.rawValue)
        json.member("mechanism", entry.deadline?.mechanism?.rawValue)
        json.array("institutions") { for id in entry.institutions { json.value(Int(id.value)) } }
        json.member("address", visit.path("/" + Clocks.path(entry)))
        json.member("version", entry.deadline?.version)
    }
}
