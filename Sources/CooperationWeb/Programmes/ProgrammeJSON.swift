import Domain
import Frame
import Markup
import Programmes

/// Programmes in the API. Sums are decimal texts: no number of JSON holds them exactly.
enum ProgrammeJSON {
    static func list(
        _ exchange: Exchange, _ view: ProgrammeView, _ programmes: Programmes
    ) async throws(WebError) -> Answer {
        let (filter, after) = (ProgrammeAsked.filter(exchange), ProgrammeAsked.cursor(exchange))
        let page = try await WebError.run { () throws(WorkspaceError) in
            try await programmes.list(filter, view, after: after)
        }
        let sums = try await WebError.run { () throws(WorkspaceError) in try await programmes.totals(filter, view) }
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.array("programmes") {
                for programme in page.programmes {
                    json.object { write(programme, page.states[programme.id] ?? [], json) }
                }
            }
            totals(sums, json)
            json.member("next", page.next?.description)
        }
        return .json(json.bytes)
    }

    static func one(
        _ exchange: Exchange, _ view: ProgrammeView, _ programmes: Programmes
    ) async throws(WebError) -> Answer {
        guard let id = ProgrammeID(exchange.value("id")) else { throw .notFound }
        let whole = try await WebError.run { () throws(WorkspaceError) in try await programmes.find(id, view) }
        let json = JSONWriter()
        json.object {
            write(whole.programme, whole.states.map(\.code), json)
            totals(whole.totals, json)
            json.array("issues") {
                for link in whole.links.flatMap(\.reasons) {
                    json.object {
                        json.member("issue", Int(link.issue.value))
                        json.member("origin", link.origin.rawValue)
                        json.member("strength", link.strength)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func write(_ programme: Programme, _ states: [StateCode], _ json: JSONWriter) {
        json.member("id", Int(programme.id.value))
        json.member("identifier", programme.identifier)
        json.member("title", programme.title)
        json.member("reporter", programme.reporter.name)
        json.member("status", programme.status)
        json.member("modality", programme.modality?.rawValue)
        json.member("starts", programme.starts?.description)
        json.member("ends", programme.ends?.description)
        json.array("states", of: states.map(\.rawValue))
        json.member("public", programme.isPublic)
        json.member("version", programme.version)
    }

    private static func totals(_ totals: [MoneyTotal], _ json: JSONWriter) {
        json.array("totals") {
            for total in totals {
                json.object {
                    json.member("currency", total.key.currency)
                    json.member("kind", total.key.kind.rawValue)
                    json.member("year", total.key.year)
                    json.member("amount", total.amount.text)
                    json.member("entries", total.entries)
                }
            }
        }
    }

    private static let head: [(String, Schema)] = [
        ("id", .integer), ("identifier", .string), ("title", .string), ("reporter", .string), ("status", .string),
        ("modality", .nullableString), ("starts", .nullableString), ("ends", .nullableString),
        ("states", .array(.string)), ("public", .boolean), ("version", .integer),
    ]
    private static let sums = Schema.array(
        .object([
            ("currency", .string), ("kind", .choice(MoneyKind.allCases.map(\.rawValue))), ("year", .integer),
            ("amount", .string), ("entries", .integer),
        ]))

    static let schemas: [Schema.Named] = [
        (
            "Programmes",
            .object([
                ("total", .integer), ("programmes", .array(.object(head))), ("totals", sums), ("next", .nullableString),
            ])
        ),
        (
            "Programme",
            .object(
                head + [
                    ("totals", sums),
                    (
                        "issues",
                        .array(
                            .object([
                                ("issue", .integer), ("origin", .choice(IssueLink.Origin.allCases.map(\.rawValue))),
                                ("strength", .integer),
                            ]))
                    ),
                ])
        ),
    ]
}
