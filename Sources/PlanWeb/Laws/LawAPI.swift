import Domain
import Frame
import Markup
import Plans

/// Laws in the API.
enum LawAPI {
    static func answer(_ visit: Visit, _ laws: Laws) async throws(WebError) -> Answer {
        let found = try await visit.run { () throws(WorkspaceError) in try await laws.all(visit.member) }
        let json = JSONWriter()
        json.object {
            json.array("laws") {
                for record in found where !record.law.isWithdrawn { write(record, json) }
            }
        }
        return .json(json.bytes)
    }

    private static func write(_ record: LawRecord, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(record.law.id.value))
            json.member("title", record.law.title)
            json.member("article", record.law.article)
            json.member("summary", record.law.summary)
            json.member("lead", record.law.lead.map { Int($0.value) })
            json.member("stage", record.stage?.stage.rawValue)
            json.member("version", record.law.version)
            json.array("norms", of: record.law.norms.map(\.description))
            json.array("serves") {
                for link in record.law.links {
                    json.object {
                        json.member("kind", link.kind.rawValue)
                        json.member("id", Int(link.id))
                    }
                }
            }
            json.array("stages") {
                for step in record.steps where step.retracted == nil {
                    json.object {
                        json.member("stage", step.stage.rawValue)
                        json.member("day", step.day.description)
                        json.member("note", step.note)
                        json.member("source", step.source)
                    }
                }
            }
        }
    }

    static let schemas: [Schema.Named] = [
        (
            "Laws",
            .object([
                (
                    "laws",
                    .array(
                        .object([
                            ("id", .integer), ("title", .string), ("article", .string), ("summary", .string),
                            ("lead", .nullableInteger), ("stage", .nullableString), ("version", .integer),
                            ("norms", .array(.string)),
                            ("serves", .array(.object([("kind", .string), ("id", .integer)]))),
                            (
                                "stages",
                                .array(
                                    .object([
                                        ("stage", .string), ("day", .string), ("note", .string), ("source", .string),
                                    ]))
                            ),
                        ]))
                )
            ])
        )
    ]
}
