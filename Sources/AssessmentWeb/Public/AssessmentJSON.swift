import Assessments
import Domain
import Frame
import Markup

/// Assessments in the API: what everybody may read.
enum AssessmentJSON {
    static func list(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        let filter = try AssessmentAsked.filter(exchange)
        let page = try await WebError.running { () throws(WorkspaceError) in
            try await assessments.published(
                filter, after: AssessmentAsked.cursor(exchange), limit: AssessmentAsked.limit(exchange))
        }
        let json = JSONWriter()
        json.object {
            json.member("total", page.total)
            json.member("next", page.next?.description)
            json.array("assessments") {
                for one in page.assessments { json.object { members(one, json) } }
            }
        }
        return .json(json.bytes)
    }

    static func one(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        guard let id = AssessmentID(exchange.value("id")) else { throw .notFound }
        let one = try await WebError.running { () throws(WorkspaceError) in try await assessments.published(id) }
        let json = JSONWriter()
        json.object { members(one, json) }
        return .json(json.bytes)
    }

    /// Everything that is said of one thing.
    static func about(
        _ kind: AssessedThing.Kind, _ exchange: Exchange, _ assessments: Assessments
    ) async throws(WebError) -> Answer {
        guard let id = Int64(exchange.value("id")), id > 0 else { throw .notFound }
        let all = try await WebError.running { () throws(WorkspaceError) in
            try await assessments.published(on: AssessedThing(kind, id))
        }
        let json = JSONWriter()
        json.object {
            json.member("total", all.count)
            json.member("next", nil as String?)
            json.array("assessments") { for one in all { json.object { members(one, json) } } }
        }
        return .json(json.bytes)
    }

    static func standing(_ one: PublishedAssessment) -> String {
        switch one.standing {
        case .current: "current"
        case .superseded: "superseded"
        case .takenBack: "taken-back"
        case .removed: "removed"
        }
    }

    static func origin(_ one: PublishedAssessment) -> String {
        switch one.origin {
        case .workspace: "workspace"
        case .package(let origin): "package:" + origin.name
        case .record(let source): "record:" + source.rawValue
        }
    }

    private static func members(_ one: PublishedAssessment, _ json: JSONWriter) {
        let words = one.words
        json.member("id", Int(one.id.value))
        json.member("path", one.path)
        json.member("origin", origin(one))
        json.member("assessorKind", one.assessor.rawValue)
        json.member("assessor", one.assessorName)
        json.member("state", one.state?.rawValue)
        json.member("kind", one.thingKind.rawValue)
        json.member("thing", one.thing.map { Int($0.id) })
        json.member("document", one.document.isEmpty ? nil : one.document)
        json.member("paragraph", one.paragraph.isEmpty ? nil : one.paragraph)
        json.member("part", one.part.isEmpty ? nil : one.part)
        json.member("issue", one.title.isEmpty ? nil : one.title)
        json.member("saidIn", one.saidIn)
        json.member("published", one.published)
        json.member("standing", standing(one))
        marker(one, json)
        json.member("scheme", words?.scheme.rawValue)
        json.member("edition", words.map(\.edition))
        json.member("value", words?.value)
        json.member("day", words?.date?.description)
        json.array("reasons") {
            for (tag, text) in (words?.reasons ?? [:]).sorted(by: { $0.key < $1.key }) {
                json.object {
                    json.member("language", tag.rawValue)
                    json.member("original", tag == words?.original)
                    json.member("text", text)
                }
            }
        }
        json.array("evidence") {
            for link in words?.evidence ?? [] {
                json.object {
                    json.member("kind", link.kind.rawValue)
                    json.member("title", link.title)
                    json.member("address", link.address)
                }
            }
        }
        json.array("values") {
            for value in words?.content?.values ?? [] {
                json.object {
                    json.member("code", value.code)
                    json.array("labels") {
                        for (tag, text) in value.labels.sorted(by: { $0.key < $1.key }) {
                            json.object {
                                json.member("language", tag)
                                json.member("text", text)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func marker(_ one: PublishedAssessment, _ json: JSONWriter) {
        var (newer, takenBack, why): (Int?, String?, String?) = (nil, nil, nil)
        var removed: PublishedAssessment.Removed?
        switch one.standing {
        case .current: break
        case .superseded(let by, _): newer = by.map { Int($0.value) }
        case .takenBack(let at, let reason): (takenBack, why) = (at, reason)
        case .removed(let what): removed = what
        }
        json.member("supersededBy", newer)
        json.member("takenBack", takenBack)
        json.member("takenBackWhy", why)
        json.member("removed", removed?.at)
        json.member("removedBy", removed?.by.rawValue)
        json.member("removedGround", removed?.ground.rawValue)
        json.member("removedText", removed?.text)
    }

    static let schemas: [Schema.Named] = [
        (
            "Assessment",
            .object([
                ("id", .integer), ("path", .string), ("origin", .string), ("assessorKind", .string),
                ("assessor", .string), ("state", .nullableString), ("kind", .string), ("thing", .nullableInteger),
                ("document", .nullableString), ("paragraph", .nullableString), ("part", .nullableString),
                ("issue", .nullableString), ("saidIn", .nullableString), ("published", .nullableString),
                ("standing", .string), ("supersededBy", .nullableInteger), ("takenBack", .nullableString),
                ("takenBackWhy", .nullableString), ("removed", .nullableString), ("removedBy", .nullableString),
                ("removedGround", .nullableString), ("removedText", .nullableString), ("scheme", .nullableString),
                ("edition", .nullableInteger), ("value", .nullableString), ("day", .nullableString),
                ("reasons", .array(.object([("language", .string), ("original", .boolean), ("text", .string)]))),
                ("evidence", .array(.object([("kind", .string), ("title", .string), ("address", .string)]))),
                (
                    "values",
                    .array(
                        .object([
                            ("code", .string),
                            ("labels", .array(.object([("language", .string), ("text", .string)]))),
                        ]))
                ),
            ])
        ),
        (
            "Assessments",
            .object([
                ("total", .integer), ("next", .nullableString), ("assessments", .array(.reference("Assessment"))),
            ])
        ),
    ]
}
