import Domain
import Frame
import Landscape
import Markup
import Programmes

/// The gap for programs: the numbers of the pages. Sums are decimal texts, each currency by itself.
enum GapJSON {
    static func answer(
        _ place: GapPlace, _ landscape: Landscape, state own: StateCode? = nil
    ) async throws(WebError) -> Answer {
        var scope = place.exchange.gapScope
        if let own { scope.state = own }
        let json = JSONWriter()
        if let state = scope.state {
            let gap = try await WebError.run { () throws(WorkspaceError) in
                try await landscape.gap(state, scope, place.reader)
            }
            json.object { self.state(gap, json) }
        } else {
            let gap = try await WebError.run { () throws(WorkspaceError) in
                try await landscape.gap(scope, place.reader)
            }
            json.object { world(gap, json) }
        }
        return .json(json.bytes)
    }

    private static func head(
        _ scope: GapScope, _ recommendations: Int, _ issues: Int?, _ sums: GapSums, _ potential: Potential,
        _ json: JSONWriter
    ) {
        json.object("scope") {
            json.member("state", scope.state?.rawValue)
            json.member("theme", scope.theme)
            json.member("group", scope.group)
            json.member("person", scope.person)
        }
        json.member("recommendations", recommendations)
        json.member("issues", issues)
        json.member("needs", sums.needs)
        json.member("offers", sums.offers)
        json.member("offersOfAnyTheme", sums.offersOfAnyTheme)
        json.member("programmes", sums.programmes)
        json.member("programmesWithoutMoney", sums.programmesWithoutMoney)
        json.member("agreements", sums.agreements)
        json.array("money") {
            for total in sums.money {
                json.object {
                    json.member("kind", total.key.kind.rawValue)
                    json.member("currency", total.key.currency)
                    json.member("amount", total.amount.text)
                }
            }
        }
        json.member("needsWithoutOffer", potential.unmet.count)
        json.member("offersWithoutNeed", scope.person == nil ? potential.unused.count : nil)
        json.member("pairs", potential.pairCount)
    }

    private static func state(_ gap: StateGap, _ json: JSONWriter) {
        head(gap.scope, gap.recommendations, gap.issues.count, gap.sums, gap.potential, json)
        json.object("standings") {
            for filter in GapIssueFilter.allCases where !filter.isOfPlan && filter != .all {
                json.member(filter.rawValue, gap.count(filter))
            }
        }
        json.array("themes") {}
        json.array("states") {}
        json.array("overlaps") {
            for overlap in gap.overlaps.prefix(ProgrammeOverlap.shownMax) {
                json.object {
                    json.member("one", Int(overlap.one.id.value))
                    json.member("other", Int(overlap.other.id.value))
                    json.array("issues", of: overlap.issues.map(\.description))
                    json.array("themes", of: overlap.themes)
                    json.member("timeIsKnown", overlap.isTimeKnown)
                }
            }
        }
        json.array("plan") {
            for line in gap.plan ?? [] {
                json.object {
                    json.member("currency", line.currency?.rawValue)
                    json.member("actions", line.actions)
                    json.member("cost", line.costKnown > 0 ? Int(line.cost) : nil)
                    json.member("costKnown", line.costKnown)
                    json.member("missing", line.gapKnown > 0 ? Int(line.gap) : nil)
                    json.member("missingKnown", line.gapKnown)
                }
            }
        }
    }

    private static func world(_ gap: WorldGap, _ json: JSONWriter) {
        head(gap.scope, gap.recommendations, nil, gap.sums, gap.potential, json)
        json.object("standings") {}
        json.array("themes") {
            for line in gap.themes {
                json.object {
                    json.member("code", line.theme)
                    counts(line.counts, json)
                }
            }
        }
        json.array("states") {
            for line in gap.states {
                json.object {
                    json.member("code", line.state.rawValue)
                    counts(line.counts, json)
                }
            }
        }
        json.array("overlaps") {}
        json.array("plan") {}
    }

    private static func counts(_ counts: GapCounts, _ json: JSONWriter) {
        json.member("recommendations", counts.recommendations)
        json.member("needs", counts.needs)
        json.member("offers", counts.offers)
        json.member("programmes", counts.programmes)
    }

    /// `notFound` where these filters have no rows together: issues without a State, a plan for those who do not see it.
    static func rows(_ place: GapPlace, _ landscape: Landscape) async throws(WebError) -> Answer {
        let found: GapRowsView
        do throws(WebError) { found = try await GapRowsView.read(place, landscape) } catch {
            switch error {
            case .invalid, .forbidden: throw .notFound
            default: throw error
            }
        }
        let json = JSONWriter()
        json.object {
            json.member("total", found.page.total)
            json.member("next", found.page.next.map { Int($0) })
            json.array("rows") {
                for row in found.page.rows {
                    json.object {
                        json.member("id", Int(row.id))
                        json.member("title", row.issue.map { place.issueName($0.issue).text } ?? row.title)
                        json.array("states", of: row.states.map(\.rawValue))
                        json.member("standing", row.issue?.standing.rawValue)
                    }
                }
            }
        }
        return .json(json.bytes)
    }

    private static let line = Schema.object([
        ("code", .string), ("recommendations", .integer), ("needs", .integer), ("offers", .nullableInteger),
        ("programmes", .nullableInteger),
    ])

    static let schemas: [Schema.Named] = [
        (
            "Gap",
            .object([
                (
                    "scope",
                    .object([
                        ("state", .nullableString), ("theme", .nullableString), ("group", .nullableString),
                        ("person", .nullableString),
                    ])
                ),
                ("recommendations", .integer), ("issues", .nullableInteger), ("needs", .integer),
                ("offers", .nullableInteger), ("offersOfAnyTheme", .nullableInteger),
                ("programmes", .nullableInteger), ("programmesWithoutMoney", .nullableInteger),
                ("agreements", .nullableInteger),
                ("money", .array(.object([("kind", .string), ("currency", .string), ("amount", .string)]))),
                ("needsWithoutOffer", .integer), ("offersWithoutNeed", .nullableInteger), ("pairs", .integer),
                ("standings", .dictionary(.integer)), ("themes", .array(line)), ("states", .array(line)),
                (
                    "overlaps",
                    .array(
                        .object([
                            ("one", .integer), ("other", .integer), ("issues", .array(.string)),
                            ("themes", .array(.string)), ("timeIsKnown", .boolean),
                        ]))
                ),
                (
                    "plan",
                    .array(
                        .object([
                            ("currency", .nullableString), ("actions", .integer), ("cost", .nullableInteger),
                            ("costKnown", .integer), ("missing", .nullableInteger), ("missingKnown", .integer),
                        ]))
                ),
            ])
        ),
        (
            "GapRows",
            .object([
                ("total", .integer), ("next", .nullableInteger),
                (
                    "rows",
                    .array(
                        .object([
                            ("id", .integer), ("title", .string), ("states", .array(.string)),
                            ("standing", .nullableString),
                        ]))
                ),
            ])
        ),
    ]
}
