import Agreements
import Cooperation
import Domain
import Frame
import Markup

/// Agreements in the API.
enum AgreementJSON {
    static func published(_ exchange: Exchange, _ agreements: Agreements) async throws(WebError) -> Answer {
        let page = try await AgreementPublicView.page(exchange, agreements)
        return list(page.records, total: page.total, next: page.next)
    }

    static func publishedOne(_ exchange: Exchange, _ agreements: Agreements) async throws(WebError) -> Answer {
        let (record, sayings) = try await AgreementPublicView.found(exchange, agreements)
        return one(record, sayings)
    }

    static func own(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let records = try await visit.run { () throws(WorkspaceError) in try await agreements.all(visit.member) }
        return list(records, total: records.count, next: nil)
    }

    static func ownOne(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await agreements.find(id, visit.member) }
        let record = AgreementRecord(agreement: page.agreement, shown: page.shown, actors: page.actors)
        return one(record, page.sayings)
    }

    private static func list(_ records: [AgreementRecord], total: Int, next: AgreementID?) -> Answer {
        let json = JSONWriter()
        json.object {
            json.member("total", total)
            json.member("next", next.map { Int($0.value) })
            json.array("agreements") { for record in records { json.object { summary(record, json) } } }
        }
        return .json(json.bytes)
    }

    private static func summary(_ record: AgreementRecord, _ json: JSONWriter) {
        let (agreement, terms) = (record.agreement, record.shown.terms)
        json.member("id", Int(agreement.id.value))
        json.member("title", terms.title)
        json.member("language", terms.language.rawValue)
        json.member("status", agreement.status.rawValue)
        json.member("number", record.shown.number)
        json.member("public", record.shown.isPublic && agreement.current != nil)
        json.member("starts", terms.starts?.description)
        json.member("ends", terms.ends?.description)
        json.array("parties", of: record.shown.parties.map { name($0.workspace, record) })
    }

    private static func name(_ id: WorkspaceID, _ record: AgreementRecord) -> String { record.actors[id]?.name ?? "" }

    private static func one(_ record: AgreementRecord, _ sayings: AgreementSayings) -> Answer {
        let (terms, json) = (record.shown.terms, JSONWriter())
        json.object {
            json.object("agreement") { summary(record, json) }
            json.member("purpose", terms.purpose)
            json.member("exit", terms.exitNote)
            json.member("noticeDays", terms.noticeDays)
            json.array("reviews", of: terms.reviewDays.map(\.description))
            json.array("contributions") {
                for one in terms.contributions { json.object { contribution(one, record, sayings, json) } }
            }
            json.array("benchmarks") {
                for one in terms.benchmarks { json.object { benchmark(one, record, sayings, json) } }
            }
            json.array("conditions") {
                for one in terms.conditions {
                    json.object {
                        json.member("condition", one.condition.rawValue)
                        json.member("what", one.what)
                        json.member("by", one.by.map { name($0, record) })
                        json.member("decidedBy", one.decidedBy)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func contribution(
        _ one: Contribution, _ record: AgreementRecord, _ sayings: AgreementSayings, _ json: JSONWriter
    ) {
        json.member("line", one.line)
        json.member("giver", name(one.giver, record))
        json.member("receiver", one.receiver.map { name($0, record) })
        json.member("kind", one.kind.rawValue)
        json.member("what", one.what)
        json.member("amount", one.money.map { Int($0.minor) })
        json.member("currency", one.money?.currency.rawValue)
        json.member("due", one.due?.description)
        json.array("deliveries") {
            for said in sayings.deliveries where said.line == one.line {
                json.object {
                    json.member("said", name(said.workspace, record))
                    json.member("day", said.day.description)
                    json.member("amount", said.money.map { Int($0.minor) })
                    json.member("currency", said.money?.currency.rawValue)
                    json.member("complete", said.isComplete)
                    json.member("note", said.note)
                }
            }
        }
    }

    private static func benchmark(
        _ one: Benchmark, _ record: AgreementRecord, _ sayings: AgreementSayings, _ json: JSONWriter
    ) {
        json.member("line", one.line)
        json.member("kind", one.kind.rawValue)
        json.member("what", one.what)
        json.member("measure", one.measure)
        json.member("baseline", one.baseline)
        json.member("target", one.target)
        json.member("due", one.due.description)
        json.array("findings") {
            for said in sayings.findings where said.line == one.line {
                json.object {
                    json.member("said", name(said.workspace, record))
                    json.member("standing", said.standing.rawValue)
                    json.member("note", said.note)
                    json.member("evidence", said.evidence)
                    json.member("made", said.made)
                }
            }
        }
    }

    private static let summaryFields: [(String, Schema)] = [
        ("id", .integer), ("title", .string), ("language", .string),
        ("status", .choice(AgreementStatus.allCases.map(\.rawValue))), ("number", .integer), ("public", .boolean),
        ("starts", .nullableString), ("ends", .nullableString), ("parties", .array(.string)),
    ]

    private static let contributionSchema = Schema.object([
        ("line", .integer), ("giver", .string), ("receiver", .nullableString), ("kind", .string), ("what", .string),
        ("amount", .nullableInteger), ("currency", .nullableString), ("due", .nullableString),
        (
            "deliveries",
            .array(
                .object([
                    ("said", .string), ("day", .string), ("amount", .nullableInteger), ("currency", .nullableString),
                    ("complete", .boolean), ("note", .string),
                ]))
        ),
    ])

    private static let benchmarkSchema = Schema.object([
        ("line", .integer), ("kind", .string), ("what", .string), ("measure", .string), ("baseline", .string),
        ("target", .string), ("due", .string),
        (
            "findings",
            .array(
                .object([
                    ("said", .string), ("standing", .string), ("note", .string), ("evidence", .string),
                    ("made", .string),
                ]))
        ),
    ])

    static let schemas: [Schema.Named] = [
        ("AgreementSummary", .object(summaryFields)),
        (
            "Agreements",
            .object([
                ("total", .integer), ("next", .nullableInteger),
                ("agreements", .array(.reference("AgreementSummary"))),
            ])
        ),
        (
            "Agreement",
            .object([
                ("agreement", .reference("AgreementSummary")), ("purpose", .string), ("exit", .string),
                ("noticeDays", .integer), ("reviews", .array(.string)), ("contributions", .array(contributionSchema)),
                ("benchmarks", .array(benchmarkSchema)),
                (
                    "conditions",
                    .array(
                        .object([
                            ("condition", .string), ("what", .string), ("by", .nullableString),
                            ("decidedBy", .string),
                        ]))
                ),
            ])
        ),
    ]
}
