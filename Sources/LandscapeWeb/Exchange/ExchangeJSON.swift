import Domain
import Frame
import Landscape
import Markup

/// Actors and exchange for programs.
enum ExchangeJSON {
    static func actors(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let query = ActorDirectoryView.query(exchange)
        let found = try await WebError.run { () throws(WorkspaceError) in
            try await landscape.actors(query, .everybody)
        }
        let json = JSONWriter()
        json.object {
            json.array("organizations") {
                for actor in found.organisations {
                    json.object {
                        organisation(actor.organisation, json)
                        json.member("programmes", actor.programmes)
                    }
                }
            }
            json.member("next", found.next)
        }
        return .json(json.bytes)
    }

    private static func organisation(_ actor: NamedActor, _ json: JSONWriter) {
        json.member("key", actor.key)
        json.member("name", actor.name)
        json.member("reference", actor.reference)
    }

    static func exchange(_ exchange: Exchange, _ landscape: Landscape) async throws(WebError) -> Answer {
        let found = try await ExchangeView.read(GapPlace(exchange), landscape)
        let json = JSONWriter()
        json.object {
            json.member("programmes", found.flows)
            json.member("withoutFunder", found.withoutGiver)
            json.member("isCut", found.isCut)
            for (name, matrix) in [("byState", found.byState), ("byTheme", found.byTheme)] {
                json.array(name) {
                    for row in matrix.rows {
                        for column in matrix.columns where matrix.count(row, column) > 0 {
                            json.object {
                                json.member("funder", row.key)
                                json.member("code", column.code)
                                json.member("programmes", matrix.count(row, column))
                            }
                        }
                    }
                }
            }
            json.array("corridors") {
                for corridor in found.corridors {
                    json.object {
                        json.member("from", corridor.from.rawValue)
                        json.member("to", corridor.to.rawValue)
                        json.member("programmes", corridor.programmes.count)
                        json.member("southSouth", corridor.isSouthSouth == true ? "yes" : "not-known")
                        json.member("saidSouthSouth", corridor.saidSouthSouth)
                    }
                }
            }
            json.array("triangles") {
                for triangle in found.triangles {
                    json.object {
                        json.member("programme", Int(triangle.programme.value))
                        json.member("from", triangle.giver?.rawValue)
                        json.member("through", triangle.worker?.rawValue)
                        json.array("to", of: triangle.states.map(\.rawValue))
                        json.member("said", triangle.isSaid)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static let cell = Schema.object([("funder", .string), ("code", .string), ("programmes", .integer)])

    static let schemas: [Schema.Named] = [
        (
            "CooperationActors",
            .object([
                (
                    "organizations",
                    .array(
                        .object([
                            ("key", .string), ("name", .string), ("reference", .string), ("programmes", .integer),
                        ]))
                ),
                ("next", .nullableString),
            ])
        ),
        (
            "Exchange",
            .object([
                ("programmes", .integer), ("withoutFunder", .integer), ("isCut", .boolean), ("byState", .array(cell)),
                ("byTheme", .array(cell)),
                (
                    "corridors",
                    .array(
                        .object([
                            ("from", .string), ("to", .string), ("programmes", .integer),
                            ("southSouth", .choice(["yes", "not-known"])), ("saidSouthSouth", .integer),
                        ]))
                ),
                (
                    "triangles",
                    .array(
                        .object([
                            ("programme", .integer), ("from", .nullableString), ("through", .nullableString),
                            ("to", .array(.string)), ("said", .boolean),
                        ]))
                ),
            ])
        ),
    ]
}
