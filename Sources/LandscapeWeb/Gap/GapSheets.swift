import Domain
import FoundationEssentials
import Frame
import Landscape
import Locales
import Programmes
import Reports

/// The numbers of a page of the gap as a file. What nobody says is empty, never 0; each currency is a line of its own.
enum GapSheets: String, CaseIterable, Sendable {
    case csv, xlsx

    var contentType: String {
        switch self {
        case .csv: "text/csv"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }

    func answer(
        _ place: GapPlace, _ landscape: Landscape, state own: StateCode? = nil
    ) async throws(WebError) -> Answer {
        var scope = place.exchange.gapScope
        if let own { scope.state = own }
        let lines: [[SheetCell]]
        if let state = scope.state {
            let gap = try await WebError.run { () throws(WorkspaceError) in
                try await landscape.gap(state, scope, place.reader)
            }
            lines = Self.state(gap, place)
        } else {
            let gap = try await WebError.run { () throws(WorkspaceError) in
                try await landscape.gap(scope, place.reader)
            }
            lines = Self.world(gap, place.view)
        }
        let columns = ["part", "code", "name", "measure", "count", "currency", "amount"]
        return try file(Sheet(name: "gap", rows: [columns.map { .text($0) }] + lines), "cooperation", place)
    }

    /// A sheet as this kind of file.
    func file(_ sheet: Sheet, _ name: String, _ place: GapPlace) throws(WebError) -> Answer {
        Answer(
            contentType: contentType, body: .bytes(try bytes(sheet)), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"\(name).\(rawValue)\"")])
    }

    private func bytes(_ sheet: Sheet) throws(WebError) -> [UInt8] {
        guard self == .xlsx else { return sheet.csv }
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { try SheetWorkbook.write([sheet], to: path) } catch { throw .failed("\(error)") }
        guard let data = FileManager.default.contents(atPath: path) else { throw .failed("no workbook at \(path)") }
        return Array(data)
    }

    private static func line(
        _ part: String, _ code: String, _ name: String, _ measure: String, _ count: Int?
    ) -> [SheetCell] {
        [.text(part), .text(code), .text(name), .text(measure), count.map { .number($0) } ?? .none, .none, .none]
    }

    private static func head(
        _ scope: GapScope, _ recommendations: Int, _ sums: GapSums, _ potential: Potential
    ) -> [[SheetCell]] {
        let all: [(String, Int?)] = [
            ("recommendations", recommendations), ("needs", sums.needs), ("offers", sums.offers),
            ("offers-of-any-theme", sums.offersOfAnyTheme), ("programmes", sums.programmes),
            ("programmes-without-money", sums.programmesWithoutMoney),
            ("agreements", sums.agreements), ("needs-without-offer", potential.unmet.count),
            ("offers-without-need", scope.person == nil ? potential.unused.count : nil),
            ("pairs", potential.pairCount),
        ]
        return all.map { line("all", "", "", $0.0, $0.1) }
            + sums.money.map { total in
                [
                    .text("money"), .none, .none, .text(total.key.kind.rawValue), .none, .text(total.key.currency),
                    .text(total.amount.text),
                ]
            }
    }

    private static func state(_ gap: StateGap, _ place: GapPlace) -> [[SheetCell]] {
        var lines = head(gap.scope, gap.recommendations, gap.sums, gap.potential)
        for filter in GapIssueFilter.allCases where !filter.isOfPlan || gap.plan != nil {
            lines.append(line("issues", "", "", filter.rawValue, gap.count(filter)))
        }
        for issue in gap.issues {
            let (code, name) = ("\(issue.issue.id)", place.issueName(issue.issue).text)
            lines.append(line("issue", code, name, "recommendations", issue.recommendations))
            lines.append(line("issue", code, name, "programmes", issue.programmes.count))
            lines.append(line("issue", code, name, "needs", issue.needs.count))
            lines.append(line("issue", code, name, "themes-with-offers", issue.offered.count))
        }
        for money in gap.plan ?? [] {
            for (measure, known, minor) in [
                ("cost", money.costKnown, money.cost), ("missing", money.gapKnown, money.gap),
            ] {
                let amount = money.currency.map { Amounts.plain(minor, $0) }
                lines.append([
                    .text("plan"), .none, .none, .text(measure), .number(known),
                    money.currency.map { .text($0.rawValue) } ?? .none,
                    known > 0 ? amount.map { .text($0) } ?? .none : .none,
                ])
            }
        }
        return lines
    }

    private static func world(_ gap: WorldGap, _ view: View) -> [[SheetCell]] {
        func counts(_ part: String, _ code: String, _ name: String, _ counts: GapCounts) -> [[SheetCell]] {
            [
                line(part, code, name, "recommendations", counts.recommendations),
                line(part, code, name, "needs", counts.needs), line(part, code, name, "offers", counts.offers),
                line(part, code, name, "programmes", counts.programmes),
            ]
        }
        return head(gap.scope, gap.recommendations, gap.sums, gap.potential)
            + gap.themes.flatMap { counts("theme", $0.theme, view.name(.theme, $0.theme), $0.counts) }
            + gap.states.flatMap { line in
                counts("state", line.state.rawValue, view.stateName(line.state), line.counts) + [
                    self.line("state", line.state.rawValue, view.stateName(line.state), "issues", line.issues),
                    self.line("state", line.state.rawValue, view.stateName(line.state), "issues-helped", line.helped),
                ]
            }
    }
}
