import Domain
import Frame
import Markup
import Practices

/// Emerging issues in the API: what everybody may read.
enum EmergingJSON {
    static func list(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        let (_, page) = try await EmergingViews.page(exchange, practices)
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.member("next", page.next.map { Int($0.value) })
            json.array("issues") { for outside in page.issues { json.object { members(outside, json) } } }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        guard let id = EmergingIssueID(exchange.value("id")) else { throw .notFound }
        let reading = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(id, language: exchange.language)
        }
        let json = JSONWriter()
        json.object { members(reading.outside, json) }
        return .json(json.bytes)
    }

    private static func members(_ outside: OutsideEmerging, _ json: JSONWriter) {
        let (issue, content) = (outside.issue, outside.issue.content)
        json.member("id", Int(issue.id.value))
        json.member("title", content.title)
        json.member("text", content.text)
        json.member("gap", content.gap)
        json.member("language", content.language.rawValue)
        json.member("author", outside.author?.name)
        json.member("authorState", outside.author?.state?.rawValue)
        json.member("region", content.region)
        json.member("published", issue.published)
        json.member("stage", issue.standing?.stage.rawValue)
        json.array("themes", of: content.themes)
        json.array("persons", of: content.persons)
        json.array("goals", of: content.goals)
        for (name, kind) in [
            ("issues", EmergingLink.Kind.issue), ("recommendations", .recommendation), ("practices", .practice),
        ] {
            json.array(name) { for link in content.links where link.kind == kind { json.value(Int(link.id)) } }
        }
        json.array("proponents") {
            for proponent in issue.proponents {
                json.object {
                    json.member("kind", proponent.kind.rawValue)
                    json.member("name", proponent.name.isEmpty ? nil : proponent.name)
                }
            }
        }
        json.array("drafts") {
            for draft in issue.drafts {
                json.object {
                    json.member("day", draft.day.description)
                    json.member("title", draft.title)
                    json.member("language", draft.language.rawValue)
                    json.member("text", draft.text)
                    json.member("address", draft.address.isEmpty ? nil : draft.address)
                }
            }
        }
        json.array("steps") {
            for step in issue.steps {
                json.object {
                    json.member("day", step.day.description)
                    json.member("stage", step.stage.rawValue)
                    json.member("body", step.body.isEmpty ? nil : step.body)
                    json.member("bodyNote", step.bodyNote)
                    json.member("note", step.note)
                    json.member("language", step.language.rawValue)
                    json.member("address", step.address.isEmpty ? nil : step.address)
                }
            }
        }
    }

    static let schemas: [Schema.Named] = [
        (
            "EmergingIssue",
            .object([
                ("id", .integer), ("title", .string), ("text", .string), ("gap", .string), ("language", .string),
                ("author", .nullableString), ("authorState", .nullableString), ("region", .nullableString),
                ("published", .nullableString), ("stage", .nullableString), ("themes", .array(.string)),
                ("persons", .array(.string)), ("goals", .array(.string)), ("issues", .array(.integer)),
                ("recommendations", .array(.integer)), ("practices", .array(.integer)),
                ("proponents", .array(.object([("kind", .string), ("name", .nullableString)]))),
                (
                    "drafts",
                    .array(
                        .object([
                            ("day", .string), ("title", .string), ("language", .string), ("text", .string),
                            ("address", .nullableString),
                        ]))
                ),
                (
                    "steps",
                    .array(
                        .object([
                            ("day", .string), ("stage", .string), ("body", .nullableString), ("bodyNote", .string),
                            ("note", .string), ("language", .string), ("address", .nullableString),
                        ]))
                ),
            ])
        ),
        (
            "EmergingIssues",
            .object([
                ("total", .integer), ("next", .nullableInteger), ("issues", .array(.reference("EmergingIssue"))),
            ])
        ),
    ]
}
