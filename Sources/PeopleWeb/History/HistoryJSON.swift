import Domain
import Frame
import Markup
import People

/// The history of an object as the API gives it.
enum HistoryJSON {
    static func answer(_ visit: Visit, _ history: ObjectHistory) -> Answer {
        let json = JSONWriter()
        json.object {
            json.member("object", history.subject.description)
            json.member("title", history.title)
            json.array("changes") { for line in history.lines { write(line, json) } }
            json.member(
                "next",
                history.next.map {
                    visit.apiPath("/history/\(history.subject.kind.rawValue)/\(history.subject.id)?before=\($0)")
                })
        }
        return .json(json.bytes)
    }

    private static func write(_ line: ObjectHistory.Line, _ json: JSONWriter) {
        let change = line.change
        json.object {
            json.member("id", Int(change.id.value))
            json.member("batch", Int(change.batch.value))
            json.member("at", change.at)
            json.member("by", change.by)
            json.member("field", change.field)
            json.member("old", change.old)
            json.member("new", change.new)
            json.member("why", change.why)
            json.member("reverses", change.reverses.map { Int($0.value) })
            json.member("reversed_by", line.reversedBy.map { Int($0.value) })
            json.member("can_be_undone", line.isRestorable)
        }
    }

    static let schemas: [Schema.Named] = [
        (
            "ObjectHistory",
            .object([
                ("object", .string), ("title", .string), ("changes", .array(.reference("FieldChange"))),
                ("next", .nullableString),
            ])
        ),
        (
            "FieldChange",
            .object([
                ("id", .integer), ("batch", .integer), ("at", .string), ("by", .string), ("field", .string),
                ("old", .nullableString), ("new", .nullableString), ("why", .nullableString),
                ("reverses", .nullableInteger), ("reversed_by", .nullableInteger), ("can_be_undone", .boolean),
            ])
        ),
    ]
}
