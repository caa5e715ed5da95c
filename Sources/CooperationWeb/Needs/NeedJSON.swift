import Cooperation
import Domain
import Frame
import Markup

/// Needs in the API.
enum NeedJSON {
    static func write(_ need: Need, _ json: JSONWriter, own: Bool) {
        json.object { members(need, json, own: own) }
    }

    static func members(_ need: Need, _ json: JSONWriter, own: Bool) {
        let hidden = own ? [] : need.publication.hidden
        json.member("id", Int(need.id.value))
        json.member("state", need.state.rawValue)
        json.member("title", need.title)
        json.member("language", need.language.rawValue)
        json.array("kinds", of: need.kinds.map(\.rawValue))
        json.member("asked", need.asked)
        json.member("exists", hidden.contains(.exists) ? nil : need.exists)
        json.member("missing", hidden.contains(.missing) ? nil : need.missing)
        json.member("targetGroup", hidden.contains(.targetGroup) ? nil : need.targetGroup)
        json.array("themes", of: need.themes)
        json.array("goals", of: need.goals)
        json.member("from", need.from?.description)
        json.member("until", need.until?.description)
        json.member("cost", need.cost.map { Int($0.minor) })
        json.member("currency", need.cost?.currency.rawValue)
        json.member("whole", need.isWhole)
        json.array("languages", of: need.languages.map(\.rawValue))
        json.array("refused", of: need.refused.map(\.rawValue))
        json.array("recommendations", of: need.sources.filter { $0.kind == .recommendation }.map { "\($0.id)" })
        json.array("hidden", of: hidden.map(\.rawValue).sorted())
        json.member("status", need.status.rawValue)
        json.member("level", need.publication.level.rawValue)
        json.member("since", need.publication.since)
    }

    static func list(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let page = try await NeedPublicView.page(exchange, cooperation, .everybody)
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.member("next", page.next.map { Int($0.value) })
            json.array("needs") { for need in page.needs { write(need, json, own: false) } }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        guard let id = NeedID(exchange.value("id")) else { throw .notFound }
        let found: PublishedNeed
        do throws(WorkspaceError) { found = try await cooperation.needs.published(id, .everybody) } catch {
            throw WebError(error)
        }
        let json = JSONWriter()
        write(found.need, json, own: false)
        return .json(json.bytes)
    }

    static func own(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let needs = try await visit.run { () throws(WorkspaceError) in try await cooperation.needs.all(visit.member) }
        let json = JSONWriter()
        json.object {
            json.member("total", needs.count)
            json.member("next", nil as Int?)
            json.array("needs") { for need in needs { write(need, json, own: true) } }
        }
        return .json(json.bytes)
    }

    static let schemas: [Schema.Named] = [
        (
            "Need",
            .object([
                ("id", .integer), ("state", .string), ("title", .string), ("language", .string),
                ("kinds", .array(.string)), ("asked", .string), ("exists", .nullableString),
                ("missing", .nullableString), ("targetGroup", .nullableString), ("themes", .array(.string)),
                ("goals", .array(.string)), ("from", .nullableString), ("until", .nullableString),
                ("cost", .nullableInteger), ("currency", .nullableString), ("whole", .boolean),
                ("languages", .array(.string)),
                ("refused", .array(.string)), ("recommendations", .array(.string)), ("hidden", .array(.string)),
                ("status", .string), ("level", .string), ("since", .nullableString),
            ])
        ),
        (
            "Needs",
            .object([("total", .integer), ("next", .nullableInteger), ("needs", .array(.reference("Need")))])
        ),
    ]
}
