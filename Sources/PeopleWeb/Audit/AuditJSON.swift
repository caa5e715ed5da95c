import Frame
import Markup
import People
import Store

/// The log as the API gives it.
enum AuditJSON {
    static func answer(_ visit: Visit, _ question: AuditQuestion, _ page: AuditPage) -> Answer {
        let json = JSONWriter()
        json.object {
            json.array("entries") { for record in page.records { write(record, json) } }
            let items = question.items(before: page.next) + [("limit", String(question.limit))]
            json.member(
                "next",
                page.next == nil
                    ? nil
                    : visit.apiPath("/audit") + Query(items.map { Query.Item(name: $0.0, value: $0.1) }).text)
        }
        return .json(json.bytes)
    }

    private static func write(_ record: AuditRecord, _ json: JSONWriter) {
        json.object {
            json.member("number", Int(record.number))
            json.member("at", record.at)
            json.member("person", record.entry.actor)
            json.member("action", record.entry.action)
            json.member("subject", record.entry.subject)
            json.member("detail", record.entry.detail)
            json.member("digest", record.digest)
        }
    }

    static let schemas: [Schema.Named] = [
        ("AuditPage", .object([("entries", .array(.reference("AuditEntry"))), ("next", .nullableString)])),
        (
            "AuditEntry",
            .object([
                ("number", .integer), ("at", .string), ("person", .string), ("action", .string), ("subject", .string),
                ("detail", .string), ("digest", .string),
            ])
        ),
        (
            "AuditHead",
            .object([
                ("size", .integer), ("at", .string), ("root", .string), ("key", .string), ("signature", .string),
                ("signed", .string),
            ])
        ),
        (
            "AuditInclusion",
            .object([
                ("kind", .choice(["inclusion"])), ("entry", .integer), ("at", .string), ("actor", .string),
                ("action", .string), ("subject", .string), ("detail", .string), ("canonical", .string),
                ("leaf", .string), ("index", .integer), ("path", .array(.string)), ("head", .reference("AuditHead")),
            ])
        ),
        (
            "AuditConsistency",
            .object([
                ("kind", .choice(["consistency"])), ("first", .integer), ("first_root", .string), ("second", .integer),
                ("second_root", .string), ("path", .array(.string)), ("head", .reference("AuditHead")),
            ])
        ),
    ]
}
