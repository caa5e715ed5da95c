import Consultations
import Domain
import Frame
import Markup

/// Published consultations in the API.
enum ConsultationJSON {
    static func list(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let limit = exchange.query.first("limit").flatMap { Int($0) } ?? 30
        let page = try await ConsultationListView.page(exchange, consultations, limit: limit)
        let json = JSONWriter()
        json.object {
            json.member("next", page.next.map { Int($0.value) })
            json.array("consultations") {
                for entry in page.consultations { json.object { members(entry.consultation, entry.host, json) } }
            }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await ConsultationPageView.found(exchange, consultations)
        let json = JSONWriter()
        json.object {
            members(reading.consultation, reading.host, json)
            json.array("sessions") {
                for session in reading.sessions {
                    json.object {
                        json.member("day", session.day.description)
                        json.member("starts", session.starts)
                        json.member("ends", session.ends)
                        json.member("title", session.title)
                        json.member("place", session.place)
                        json.member("online", session.online)
                        json.array("speakers", of: session.speakers.map(\.name))
                    }
                }
            }
            json.array("contributions") {
                for value in reading.contributions { json.object { members(value, json) } }
            }
            json.array("summary") {
                for part in reading.parts {
                    json.object {
                        json.member("kind", part.kind.rawValue)
                        json.member("text", part.text)
                        json.array("citations") { for id in part.citations { json.value(Int(id.value)) } }
                        json.array("became", of: part.outcomes.map(\.kind.rawValue))
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func members(_ value: Consultation, _ host: ConsultationHost, _ json: JSONWriter) {
        json.member("id", Int(value.id.value))
        json.member("kind", value.content.kind.rawValue)
        json.member("host", host.name)
        json.member("state", host.state?.rawValue)
        json.member("title", value.content.title)
        json.member("about", value.content.about)
        json.member("language", value.content.language.rawValue)
        json.member("opens", value.content.opens?.description)
        json.member("closes", value.content.closes?.description)
        json.member("answerBy", value.content.answerBy?.description)
        json.member("takesOutsiders", value.content.takesOutsiders)
        json.member("published", value.published)
        json.member("summaryPublished", value.summaryPublished)
        json.member("cancelled", value.cancelled)
    }

    private static func members(_ value: Contribution, _ json: JSONWriter) {
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        json.member("id", Int(value.id.value))
        json.member("origin", value.origin.rawValue)
        json.member("institution", value.institutionName)
        json.member("name", some(value.name))
        json.member("language", value.language.rawValue)
        json.member("text", some(value.text))
        json.member("day", String(value.made.prefix(10)))
        json.member("status", value.status.rawValue)
        json.member("ground", some(value.moderatedWhy))
        json.member("answer", value.answer?.rawValue)
        json.member("answerWhy", some(value.answerWhy))
    }

    private static let facts: [(String, Schema)] = [
        ("id", .integer), ("kind", .string), ("host", .string), ("state", .nullableString), ("title", .string),
        ("about", .string), ("language", .string), ("opens", .nullableString), ("closes", .nullableString),
        ("answerBy", .nullableString), ("takesOutsiders", .boolean), ("published", .nullableString),
        ("summaryPublished", .nullableString), ("cancelled", .nullableString),
    ]

    static let schemas: [Schema.Named] = [
        ("ConsultationEntry", .object(facts)),
        (
            "Consultations",
            .object([("next", .nullableInteger), ("consultations", .array(.reference("ConsultationEntry")))])
        ),
        (
            "Contribution",
            .object([
                ("id", .integer), ("origin", .string), ("institution", .nullableString), ("name", .nullableString),
                ("language", .string), ("text", .nullableString), ("day", .string), ("status", .string),
                ("ground", .nullableString), ("answer", .nullableString), ("answerWhy", .nullableString),
            ])
        ),
        (
            "Consultation",
            .object(
                facts + [
                    (
                        "sessions",
                        .array(
                            .object([
                                ("day", .string), ("starts", .string), ("ends", .string), ("title", .string),
                                ("place", .string), ("online", .nullableString), ("speakers", .array(.string)),
                            ]))
                    ),
                    ("contributions", .array(.reference("Contribution"))),
                    (
                        "summary",
                        .array(
                            .object([
                                ("kind", .string), ("text", .string), ("citations", .array(.integer)),
                                ("became", .array(.string)),
                            ]))
                    ),
                ])
        ),
    ]
}
