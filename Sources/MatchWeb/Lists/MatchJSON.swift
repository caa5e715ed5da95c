import Cooperation
import Domain
import Frame
import Insight
import Markup
import Matches
import People
import Reference

/// Matches in the API. Parts are hundredths, points whole, scores hundredths of a point: a program computes each again.
enum MatchJSON {
    static let limit = Parameter(name: "limit", form: .integer(1...200), summary: "Most matches in the list.")

    static func shortlist(_ visit: Visit, _ matches: Matches) async throws(WebError) -> Answer {
        let limit = visit.exchange.query.first("limit").flatMap { Int($0) } ?? 20
        let list = try await NeedMatchView.list(visit, matches, limit: limit)
        let json = JSONWriter()
        json.object {
            json.member("need", Int(list.need.id.value))
            json.member("published", list.isPublished)
            json.object("compared") {
                for source in HelpSource.allCases { json.member(source.rawValue, list.compared[source] ?? 0) }
            }
            json.member("keptAway", list.keptAway)
            json.array("matches") { for match in list.matches { write(match, json) } }
            json.array("refused") { for refusal in list.refusals { write(refusal, json) } }
        }
        return .json(json.bytes)
    }

    private static func head(_ card: HelpCard, _ json: JSONWriter) {
        json.member("help", card.id.description)
        json.member("source", card.id.source.rawValue)
        json.member("title", card.title.isEmpty ? nil : card.title)
        json.member("state", card.state?.rawValue)
        json.member("actor", card.actor?.name ?? card.reporter)
    }

    private static func write(_ match: NeedShortlist.Match, _ json: JSONWriter) {
        json.object {
            head(match.card, json)
            json.member("score", match.score.hundredths)
            json.member("scoreMax", match.score.hundredthsMax)
            json.array("parts") {
                for part in match.score.parts {
                    json.object {
                        json.member("criterion", part.criterion.rawValue)
                        json.member("weight", part.weight)
                        json.member("part", part.hundredths)
                        json.member("reason", part.reason.code.rawValue)
                        json.array("shared", of: part.reason.shared)
                    }
                }
            }
            json.array("unchecked", of: match.score.unchecked.map(\.rawValue))
        }
    }

    private static func write(_ refusal: NeedShortlist.Refusal, _ json: JSONWriter) {
        json.object {
            head(refusal.card, json)
            json.array("conditions", of: refusal.obstacles.map(\.condition.rawValue))
        }
    }

    static func weights(_ matches: Matches) -> Answer {
        let json = JSONWriter()
        json.object {
            json.member("total", matches.weights.reduce(0) { $0 + $1.weight })
            json.array("weights") {
                for fact in matches.weights {
                    json.object {
                        json.member("criterion", fact.criterion.rawValue)
                        json.member("weight", fact.weight)
                        json.member("reason", fact.reason[.english])
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static let head: [(String, Schema)] = [
        ("help", .string), ("source", .choice(HelpSource.allCases.map(\.rawValue))), ("title", .nullableString),
        ("state", .nullableString), ("actor", .nullableString),
    ]

    static let schemas: [Schema.Named] = [
        (
            "MatchPart",
            .object([
                ("criterion", .choice(MatchCriterion.allCases.map(\.rawValue))), ("weight", .integer),
                ("part", .nullableInteger), ("reason", .string), ("shared", .array(.string)),
            ])
        ),
        (
            "Match",
            .object(
                head + [
                    ("score", .integer), ("scoreMax", .integer), ("parts", .array(.reference("MatchPart"))),
                    ("unchecked", .array(.choice(HardCondition.allCases.map(\.rawValue)))),
                ])
        ),
        (
            "MatchRefusal",
            .object(head + [("conditions", .array(.choice(HardCondition.allCases.map(\.rawValue))))])
        ),
        (
            "Shortlist",
            .object([
                ("need", .integer), ("published", .boolean),
                ("compared", .object(HelpSource.allCases.map { ($0.rawValue, .integer) })), ("keptAway", .integer),
                ("matches", .array(.reference("Match"))), ("refused", .array(.reference("MatchRefusal"))),
            ])
        ),
        (
            "MatchWeights",
            .object([
                ("total", .integer),
                (
                    "weights",
                    .array(
                        .object([
                            ("criterion", .choice(MatchCriterion.allCases.map(\.rawValue))), ("weight", .integer),
                            ("reason", .string),
                        ]))
                ),
            ])
        ),
    ]
}
