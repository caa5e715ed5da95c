import Agreements
import Cooperation
import Domain
import Frame
import Markup

/// Introductions in the API: what the workspace itself may see, without persons.
enum IntroductionJSON {
    private static func members(_ record: IntroductionRecord, _ json: JSONWriter) {
        let one = record.introduction
        json.member("id", Int(one.id.value))
        json.member("asker", record.actors[one.asker]?.name)
        json.member("asked", record.actors[one.asked]?.name)
        json.member("need", record.isNeedShown ? one.about.need.map { Int($0.value) } : nil)
        json.member("needTitle", record.titles.need)
        json.member("needShown", record.isNeedShown)
        json.member("offer", one.about.offer.map { Int($0.value) })
        json.member("call", one.about.call.map { Int($0.value) })
        json.member("programme", one.about.programme.map { Int($0.value) })
        json.member("peer", one.about.peer?.rawValue)
        json.member("text", record.isTextWithheld ? nil : one.text)
        json.member("status", one.status.rawValue)
        json.member("askedAt", one.made)
        json.member("answeredAt", one.answered)
        json.member("ageDays", record.ageDays)
        json.member("unanswered", record.isUnanswered)
        json.member("reason", one.reason)
        json.member("version", one.version)
    }

    static func list(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let records = try await visit.run { () throws(WorkspaceError) in
            try await agreements.introductions.all(visit.member)
        }
        let json = JSONWriter()
        json.object {
            json.member("total", records.count)
            json.member("unansweredDays", Introductions.unansweredDays)
            json.array("introductions") { for record in records { json.object { members(record, json) } } }
        }
        return .json(json.bytes)
    }

    static func one(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: IntroductionID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in
            try await agreements.introductions.find(id, visit.member)
        }
        let json = JSONWriter()
        json.object {
            json.object("introduction") { members(page.record, json) }
            json.array("messages") {
                for message in page.messages {
                    json.object {
                        json.member("id", Int(message.id))
                        json.member("from", page.record.actors[message.workspace]?.name)
                        json.member("made", message.made)
                        json.member("deleted", message.deleted)
                        json.member("withheld", message.isWithheld)
                        json.member(
                            "text", message.isWithheld || message.deleted != nil ? nil : message.text)
                    }
                }
            }
            json.array("agreements", of: page.agreements.map(\.description))
        }
        return .json(json.bytes)
    }

    private static let introduction = Schema.object([
        ("id", .integer), ("asker", .nullableString), ("asked", .nullableString), ("need", .nullableInteger),
        ("needTitle", .nullableString), ("needShown", .boolean), ("offer", .nullableInteger),
        ("call", .nullableInteger), ("programme", .nullableInteger), ("peer", .nullableString),
        ("text", .nullableString), ("status", .choice(IntroductionStatus.allCases.map(\.rawValue))),
        ("askedAt", .string), ("answeredAt", .nullableString), ("ageDays", .integer), ("unanswered", .boolean),
        ("reason", .string), ("version", .integer),
    ])

    static let schemas: [Schema.Named] = [
        ("Introduction", introduction),
        (
            "Introductions",
            .object([
                ("total", .integer), ("unansweredDays", .integer),
                ("introductions", .array(.reference("Introduction"))),
            ])
        ),
        (
            "IntroductionThread",
            .object([
                ("introduction", .reference("Introduction")),
                (
                    "messages",
                    .array(
                        .object([
                            ("id", .integer), ("from", .nullableString), ("made", .string),
                            ("deleted", .nullableString), ("withheld", .boolean), ("text", .nullableString),
                        ]))
                ), ("agreements", .array(.string)),
            ])
        ),
    ]
}
