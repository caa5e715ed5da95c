import Domain
import Frame
import Markup
import People

/// Institutions for programs.
enum InstitutionsAPI {
    static let schemas: [Schema.Named] = [
        (
            "Institutions",
            .object([
                (
                    "items",
                    .array(
                        .object([
                            ("id", .integer), ("kind", .string), ("name", .string), ("abbreviation", .nullableString),
                            ("language", .nullableString), ("closed", .boolean), ("version", .integer),
                        ]))
                )
            ])
        )
    ]

    static func answer(_ visit: Visit) async throws(WebError) -> Answer {
        let all = try await WebError.running { () async throws(WorkspaceError) in
            try await Institutions(visit.exchange.site.workspaces.store).all(visit.member)
        }
        let json = JSONWriter()
        json.object {
            json.array("items") {
                for institution in all {
                    json.object {
                        json.member("id", Int(institution.id.value))
                        json.member("kind", institution.kind.rawValue)
                        json.member("name", institution.name)
                        json.member("abbreviation", institution.abbreviation)
                        json.member("language", institution.language?.rawValue)
                        json.member("closed", institution.isClosed)
                        json.member("version", institution.version)
                    }
                }
            }
        }
        return .json(json.bytes)
    }
}
