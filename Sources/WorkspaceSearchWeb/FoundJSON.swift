import Domain
import Frame
import Markup
import Operations
import WorkspaceSearch

/// What was found in a workspace, in the API.
enum FoundJSON {
    static func answer(_ visit: Visit, _ search: WorkspaceSearch) async throws(WebError) -> Answer {
        let question = FindQuestion(visit)
        let found = try await visit.run { () throws(WorkspaceError) in try await search.find(question, visit.member) }
        let json = JSONWriter()
        json.object {
            json.member("total", found.total.count)
            json.member("isMore", found.total.isMore)
            json.member("isCut", found.isCut)
            json.member("next", found.next?.text)
            json.array("texts") { for text in found.texts { json.object { write(text, found, visit, json) } } }
            json.array("kinds") {
                for value in found.kinds {
                    json.object {
                        json.member("kind", value.kind.rawValue)
                        count(value.count, json)
                    }
                }
            }
            json.array("institutions") {
                for value in found.institutions {
                    json.object {
                        json.member("id", Int(value.id.value))
                        json.member("name", value.name)
                        count(value.count, json)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func write(_ text: FoundText, _ found: FoundPage, _ visit: Visit, _ json: JSONWriter) {
        json.member("kind", text.kind.rawValue)
        json.member("id", Int(text.id))
        json.member("title", text.title.map(\.text).joined())
        json.member("excerpt", text.excerpt.map(\.text).joined())
        json.member("language", text.language)
        json.member("institution", text.institution.map { Int($0.value) })
        json.member("day", text.day?.description)
        json.member("page", visit.path(text.place))
    }

    private static func count(_ count: FoundCount, _ json: JSONWriter) {
        json.member("count", count.count)
        json.member("isMore", count.isMore)
    }

    static let schemas: [Schema.Named] = [
        (
            "Found",
            .object([
                ("total", .integer), ("isMore", .boolean), ("isCut", .boolean), ("next", .nullableString),
                (
                    "texts",
                    .array(
                        .object([
                            ("kind", .choice(FoundKind.allCases.map(\.rawValue))), ("id", .integer), ("title", .string),
                            ("excerpt", .string), ("language", .string), ("institution", .nullableInteger),
                            ("day", .nullableString), ("page", .string),
                        ]))
                ),
                (
                    "kinds",
                    .array(
                        .object([
                            ("kind", .choice(FoundKind.allCases.map(\.rawValue))), ("count", .integer),
                            ("isMore", .boolean),
                        ]))
                ),
                (
                    "institutions",
                    .array(
                        .object([("id", .integer), ("name", .string), ("count", .integer), ("isMore", .boolean)]))
                ),
            ])
        )
    ]
}
