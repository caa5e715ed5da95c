import CooperationRecords
import Domain
import Frame
import Markup

/// Cooperation records in the API.
enum CooperationRecordJSON {
    static func one(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        let record = try await CooperationFiles.found(exchange, records)
        let json = JSONWriter()
        json.object {
            json.member("state", record.state.rawValue)
            json.array("facts") { for fact in record.facts { json.object { members(fact, json) } } }
            json.array("former") { for fact in record.former { json.object { members(fact, json) } } }
            json.array("positions") {
                for counts in record.positions {
                    json.object {
                        json.member("cycle", counts.cycle)
                        json.member("supported", counts.supported)
                        json.member("noted", counts.noted)
                        json.member("pending", counts.pending)
                    }
                }
            }
            json.array(
                "noData",
                of: StateFactKind.allCases.filter { kind in !record.facts.contains { $0.kind == kind } }
                    .map(\.rawValue))
        }
        return .json(json.bytes)
    }

    static func yardsticks(_ yardsticks: Yardsticks) -> Answer {
        let json = JSONWriter()
        json.object {
            json.array("yardsticks") {
                for yardstick in yardsticks.all { json.object { members(yardstick, json) } }
            }
        }
        return .json(json.bytes)
    }

    static func reading(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        guard let yardstick = records.yardsticks.yardstick(exchange.value("yardstick")) else { throw .notFound }
        let record = try await CooperationFiles.found(exchange, records)
        let reading = record.reading(yardstick)
        let json = JSONWriter()
        json.object {
            json.member("state", record.state.rawValue)
            json.member("yardstick", yardstick.code)
            json.array("rows") {
                for row in reading.rows {
                    json.object {
                        json.member("cycle", row.cycle)
                        json.array("steps") {
                            for step in row.steps {
                                json.object {
                                    json.member("code", step.step.code)
                                    json.member("outcome", step.outcome.rawValue)
                                    json.array("facts") {
                                        for fact in step.facts { json.object { members(fact, json) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static func members(_ yardstick: Yardstick, _ json: JSONWriter) {
        json.member("code", yardstick.code)
        json.member("unit", yardstick.unit.rawValue)
        json.member("author", yardstick.author)
        json.member("published", yardstick.published)
        json.member("source", yardstick.source)
        json.member("address", yardstick.address)
        json.member("name", Yardstick.text(yardstick.names, .english))
        json.member("rule", Yardstick.text(yardstick.rule, .english))
        json.member("limits", Yardstick.text(yardstick.limits, .english))
        json.member("unverified", yardstick.unverified.map { Yardstick.text($0, .english) })
        json.array("steps") {
            for step in yardstick.steps {
                json.object {
                    json.member("code", step.code)
                    json.member("name", Yardstick.text(step.names, .english))
                    json.array("taken", of: step.taken.map(\.kind.rawValue))
                    json.array("missed", of: step.missed.map(\.kind.rawValue))
                    json.array("grades", of: step.grades ?? [])
                }
            }
        }
    }

    private static func members(_ fact: StateFact, _ json: JSONWriter) {
        let content = fact.content
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        json.member("id", fact.id.map { Int($0.value) })
        json.member("kind", content.kind.rawValue)
        json.member("about", some(content.about))
        json.member("matter", some(content.matter))
        json.member("cycle", content.cycle)
        json.member("day", content.day?.description)
        json.member("none", content.isNone)
        json.member("grade", content.grade)
        json.member("amount", content.money.map { Amounts.plain($0.minor, $0.currency) })
        json.member("currency", content.money?.currency.rawValue)
        json.member("text", some(content.text))
        json.member("language", content.text.isEmpty ? nil : content.language.rawValue)
        json.member("source", content.source)
        json.member("address", content.address)
        json.member("origin", fact.origin.rawValue)
        json.member("published", fact.published.flatMap(some))
        json.member("ended", fact.ended)
        json.member("endedWhy", fact.endedWhy)
        json.member("replaces", fact.replaces.map { Int($0.value) })
    }

    static let schemas: [Schema.Named] = [
        (
            "StateFact",
            .object([
                ("id", .nullableInteger), ("kind", .string), ("about", .nullableString), ("matter", .nullableString),
                ("cycle", .nullableInteger), ("day", .nullableString), ("none", .boolean), ("grade", .nullableString),
                ("amount", .nullableString), ("currency", .nullableString), ("text", .nullableString),
                ("language", .nullableString), ("source", .string), ("address", .nullableString), ("origin", .string),
                ("published", .nullableString), ("ended", .nullableString), ("endedWhy", .nullableString),
                ("replaces", .nullableInteger),
            ])
        ),
        (
            "CooperationRecord",
            .object([
                ("state", .string), ("facts", .array(.reference("StateFact"))),
                ("former", .array(.reference("StateFact"))),
                (
                    "positions",
                    .array(
                        .object([
                            ("cycle", .integer), ("supported", .integer), ("noted", .integer), ("pending", .integer),
                        ]))
                ),
                ("noData", .array(.string)),
            ])
        ),
        (
            "Yardsticks",
            .object([
                (
                    "yardsticks",
                    .array(
                        .object([
                            ("code", .string), ("unit", .string), ("author", .string), ("published", .string),
                            ("source", .string), ("address", .string), ("name", .string), ("rule", .string),
                            ("limits", .string), ("unverified", .nullableString),
                            (
                                "steps",
                                .array(
                                    .object([
                                        ("code", .string), ("name", .string), ("taken", .array(.string)),
                                        ("missed", .array(.string)), ("grades", .array(.string)),
                                    ]))
                            ),
                        ]))
                )
            ])
        ),
        (
            "YardstickReading",
            .object([
                ("state", .string), ("yardstick", .string),
                (
                    "rows",
                    .array(
                        .object([
                            ("cycle", .nullableInteger),
                            (
                                "steps",
                                .array(
                                    .object([
                                        ("code", .string), ("outcome", .string),
                                        ("facts", .array(.reference("StateFact"))),
                                    ]))
                            ),
                        ]))
                ),
            ])
        ),
    ]
}
