import Domain
import Frame
import Markup
import Plans
import Rounds

/// Position rounds in the API: read only, for government roles alone.
enum RoundAPI {
    static func all(_ rounds: Rounds) -> [Route] {
        [
            .workspaceAPI(
                "api-rounds", "/rounds", right: .seeRound, "Position rounds, newest first.", "Rounds"
            ) { visit throws(WebError) in
                let found = try await visit.run { () throws(WorkspaceError) in try await rounds.all(visit.member) }
                let json = JSONWriter()
                json.object { json.array("rounds") { for summary in found { write(summary, json) } } }
                return .json(json.bytes)
            },
            .workspaceAPI(
                "api-round", "/rounds/{id}", [.id], right: .seeRound,
                "A position round with its paragraphs and what institutions propose.", "Round"
            ) { visit throws(WebError) in
                let id: RoundID = try visit.id()
                let page = try await visit.run { () throws(WorkspaceError) in try await rounds.page(id, visit.member) }
                let json = JSONWriter()
                write(page, json)
                return .json(json.bytes)
            },
            .workspaceAPI(
                "api-round-result", "/rounds/{id}/result", [.id, RoundResult.freeze], right: .seeRound,
                "The frozen result of a round, grouped by shared reason.", "FrozenRound"
            ) { visit throws(WebError) in
                let id: RoundID = try visit.id()
                let number = visit.exchange.query.first("freeze").flatMap { Int($0) }
                let frozen = try await visit.run { () throws(WorkspaceError) in
                    try await rounds.frozen(id, number: number, visit.member)
                }
                let json = JSONWriter()
                RoundResult.write(frozen, json)
                return .json(json.bytes)
            },
        ]
    }

    private static func members(_ summary: RoundSummary, _ json: JSONWriter) {
        json.member("id", Int(summary.round.id.value))
        json.member("title", summary.round.title)
        json.member("document", summary.document?.symbol?.printed)
        json.member("status", summary.round.status.rawValue)
        json.member("due", summary.round.due?.description)
        json.member("edition", summary.round.edition)
        json.member("version", summary.round.version)
        json.member("total", summary.total)
        json.object("standings") {
            for standing in RoundStanding.allCases { json.member(standing.rawValue, summary.count(standing)) }
        }
    }

    private static func write(_ summary: RoundSummary, _ json: JSONWriter) {
        json.object { members(summary, json) }
    }

    private static func write(_ page: RoundPage, _ json: JSONWriter) {
        json.object {
            members(page.summary, json)
            json.array("paragraphs") {
                for line in page.live {
                    json.object {
                        let paragraph = line.paragraph
                        json.member("id", Int(paragraph.id.value))
                        json.member("paragraph", paragraph.name)
                        json.member("recommendation", Int(paragraph.recommendation.value))
                        json.member("standing", line.standing.rawValue)
                        json.member("disputed", line.isDisputed)
                        json.member("decided", paragraph.decided?.rawValue)
                        json.member("resolution", paragraph.resolution?.rawValue)
                        json.member("reason", paragraph.reason)
                        json.member("clearance", paragraph.clearance.step.rawValue)
                        json.member("version", paragraph.version)
                        json.array("proposals") { for proposal in line.proposals { write(proposal, json) } }
                    }
                }
            }
        }
    }

    private static func write(_ proposal: Proposal, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(proposal.id.value))
            json.member("institution", Int(proposal.institution.value))
            json.member("due", proposal.due.description)
            json.member("position", proposal.position?.rawValue)
            json.member("reason", proposal.reason)
            json.member("legalNote", proposal.legalNote)
            json.member("answeredAt", proposal.answeredAt)
            json.member("clearance", proposal.clearance.step.rawValue)
            json.member("version", proposal.version)
        }
    }

    private static let summary: [(String, Schema)] = [
        ("id", .integer), ("title", .string), ("document", .nullableString), ("status", .string),
        ("due", .nullableString), ("edition", .integer), ("version", .integer), ("total", .integer),
        ("standings", .dictionary(.integer)),
    ]

    static let schemas: [Schema.Named] = [
        ("Rounds", .object([("rounds", .array(.object(summary)))])),
        (
            "Round",
            .object(
                summary + [
                    (
                        "paragraphs",
                        .array(
                            .object([
                                ("id", .integer), ("paragraph", .string), ("recommendation", .integer),
                                ("standing", .string), ("disputed", .boolean), ("decided", .nullableString),
                                ("resolution", .nullableString), ("reason", .string), ("clearance", .string),
                                ("version", .integer),
                                (
                                    "proposals",
                                    .array(
                                        .object([
                                            ("id", .integer), ("institution", .integer), ("due", .string),
                                            ("position", .nullableString), ("reason", .string), ("legalNote", .string),
                                            ("answeredAt", .nullableString), ("clearance", .string),
                                            ("version", .integer),
                                        ]))
                                ),
                            ]))
                    )
                ])
        ),
        (
            "FrozenRound",
            .object([
                ("round", .integer), ("title", .string), ("document", .nullableString), ("number", .integer),
                ("edition", .integer), ("frozenAt", .string), ("frozenBy", .string), ("reopenedAt", .nullableString),
                ("digest", .string),
                (
                    "groups",
                    .array(
                        .object([
                            ("position", .string), ("reason", .string), ("inReport", .boolean),
                            (
                                "paragraphs",
                                .array(
                                    .object([
                                        ("paragraph", .string), ("recommendation", .integer),
                                        ("texts", .dictionary(.string)),
                                    ]))
                            ),
                        ]))
                ),
            ])
        ),
    ]
}
