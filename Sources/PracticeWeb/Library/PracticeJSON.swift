import Domain
import Frame
import Markup
import Practices

/// Practices in the API: what everybody may read.
enum PracticeJSON {
    static func list(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        let filter = PracticeAsked.filter(exchange)
        let after = PracticeAsked.asked("after", exchange).flatMap { PracticeID($0) }
        let page = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(filter, after: after, limit: PracticeAsked.limit(exchange))
        }
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.member("next", page.next.map { Int($0.value) })
            json.array("practices") {
                for practice in page.practices {
                    json.object { members(practice, adoptions: page.adoptions[practice.id] ?? 0, json) }
                }
            }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        guard let id = PracticeID(exchange.value("id")) else { throw .notFound }
        let reading = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(id, language: exchange.language)
        }
        let json = JSONWriter()
        json.object {
            members(reading.practice, adoptions: reading.adoptions.count, json)
            json.array("adoptedBy") {
                for adoption in reading.adoptions.named {
                    json.object {
                        json.member("name", adoption.adopter.name)
                        json.member("state", adoption.adopter.state?.rawValue)
                        json.member("day", adoption.day.description)
                        json.member("language", adoption.language.rawValue)
                        json.member("note", adoption.note)
                        json.member("adapted", adoption.adapted)
                        json.array("results") {
                            for result in adoption.results {
                                json.object {
                                    json.member("day", result.day.description)
                                    json.member("text", result.text)
                                }
                            }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func members(_ practice: OutsidePractice, adoptions: Int, _ json: JSONWriter) {
        let content = practice.content
        json.member("id", Int(practice.id.value))
        json.member("edition", practice.number)
        json.member("published", practice.published)
        json.member("shelf", content.shelf.rawValue)
        json.member("author", practice.author?.name)
        json.member("authorKind", practice.author?.actor?.rawValue)
        json.member("authorState", practice.author?.state?.rawValue)
        json.member("state", content.state?.rawValue)
        json.member("region", content.region)
        json.member("placeWithheld", content.isPlaceWithheld)
        json.member("from", content.from?.description)
        json.member("until", content.until?.description)
        json.member("cost", content.cost.map { Int($0.minor) })
        json.member("currency", content.cost?.currency.rawValue)
        json.member("office", content.contact.office.isEmpty ? nil : content.contact.office)
        json.member("email", content.contact.email.isEmpty ? nil : content.contact.email)
        json.array("themes", of: content.themes)
        json.array("persons", of: content.persons)
        json.array("goals", of: content.goals)
        json.array("kinds", of: content.kinds.map(\.rawValue))
        json.array("issues") { for issue in content.links.issues { json.value(Int(issue.value)) } }
        json.array("recommendations") {
            for recommendation in content.links.recommendations { json.value(Int(recommendation.value)) }
        }
        json.array("documents") {
            for document in content.documents {
                json.object {
                    json.member("title", document.title)
                    json.member("address", document.address.isEmpty ? nil : document.address)
                }
            }
        }
        json.array("versions") {
            for text in content.texts {
                json.object {
                    json.member("language", text.language.rawValue)
                    json.member("original", text.isOriginal)
                    for part in PracticeText.parts { json.member(part.name, text[keyPath: part.path]) }
                }
            }
        }
        json.member("adoptions", adoptions)
    }

    static func own(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let own = try await visit.run { () throws(WorkspaceError) in try await practices.all(visit.member) }
        let json = JSONWriter()
        json.object {
            json.member("total", own.count)
            json.array("practices") {
                for entry in own {
                    json.object {
                        json.member("id", Int(entry.practice.id.value))
                        json.member("title", entry.latest.content.original?.title)
                        json.member("language", entry.latest.content.original?.language.rawValue)
                        json.member("shelf", entry.latest.content.shelf.rawValue)
                        json.member("edition", entry.latest.number)
                        json.member("status", entry.latest.status.rawValue)
                        json.member("published", entry.practice.published)
                        json.member("adoptions", entry.adoptions)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static let fields: [(String, Schema)] = [
        ("id", .integer), ("edition", .integer), ("published", .nullableString), ("shelf", .string),
        ("author", .nullableString), ("authorKind", .nullableString), ("authorState", .nullableString),
        ("state", .nullableString), ("region", .nullableString), ("placeWithheld", .boolean),
        ("from", .nullableString), ("until", .nullableString), ("cost", .nullableInteger),
        ("currency", .nullableString), ("office", .nullableString), ("email", .nullableString),
        ("themes", .array(.string)), ("persons", .array(.string)), ("goals", .array(.string)),
        ("kinds", .array(.string)), ("issues", .array(.integer)), ("recommendations", .array(.integer)),
        ("documents", .array(.object([("title", .string), ("address", .nullableString)]))),
        ("versions", .array(.reference("PracticeVersion"))), ("adoptions", .integer),
    ]

    static let schemas: [Schema.Named] = [
        (
            "PracticeVersion",
            .object(
                [("language", .string), ("original", .boolean)]
                    + PracticeText.parts.map { (name: $0.name, schema: Schema.string) })
        ),
        ("PracticeEntry", .object(fields)),
        (
            "Practice",
            .object(
                fields + [
                    (
                        "adoptedBy",
                        .array(
                            .object([
                                ("name", .string), ("state", .nullableString), ("day", .string),
                                ("language", .string), ("note", .string), ("adapted", .string),
                                ("results", .array(.object([("day", .string), ("text", .string)]))),
                            ]))
                    )
                ])
        ),
        (
            "Practices",
            .object([
                ("total", .integer), ("next", .nullableInteger), ("practices", .array(.reference("PracticeEntry"))),
            ])
        ),
        (
            "OwnPractices",
            .object([
                ("total", .integer),
                (
                    "practices",
                    .array(
                        .object([
                            ("id", .integer), ("title", .nullableString), ("language", .nullableString),
                            ("shelf", .string), ("edition", .integer), ("status", .string),
                            ("published", .nullableString), ("adoptions", .integer),
                        ]))
                ),
            ])
        ),
    ]
}
