import Cooperation
import Domain
import Frame
import Reports

/// Needs that everybody may read, as a feed and as a table for other programs. Both are read anew with each question: a need whose
/// consent was withdrawn is in neither.
enum NeedFiles {
    private static let pageSize = 200
    private static let rowsMax = 20_000
    private static let entriesMax = 50

    /// By the day of publication, the latest first.
    static func feed(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let needs: [Need]
        do throws(WorkspaceError) {
            needs = try await cooperation.needs.latest(
                .everybody, NeedPublicView.filter(exchange), limit: entriesMax)
        } catch { throw WebError(error) }
        let view = View(exchange)
        let entries = needs.map { need in
            Feed.Entry(
                path: "/needs/\(need.id)", title: need.title, language: need.language.rawValue, summary: need.asked,
                updated: need.publication.since ?? need.stated, author: view.stateName(need.state))
        }
        return Feed(path: "/needs", title: view.say("need.public.title"), entries: entries).answer(exchange)
    }

    static func table(_ exchange: Exchange, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        var rows: [[SheetCell]] = [head.map { .text($0) }]
        var after = exchange.query.first("after").flatMap { NeedID($0) }
        repeat {
            let page = try await NeedPublicView.page(
                exchange, cooperation, .everybody, after: after, limit: pageSize)
            rows += page.needs.map(row)
            after = page.next
        } while after != nil && rows.count < rowsMax
        return CooperationFile.table(Sheet(name: "needs", rows: rows))
    }

    private static let head = [
        "id", "state", "title", "language", "kinds", "asked", "exists", "missing", "target_group", "themes", "goals",
        "from", "until", "cost", "currency", "whole", "languages", "refused", "recommendations", "hidden", "status",
        "since",
    ]

    private static func row(_ need: Need) -> [SheetCell] {
        let hidden = need.publication.hidden
        return [
            .number(Int(need.id.value)), .text(need.state.rawValue), .text(need.title),
            .text(need.language.rawValue), CooperationFile.list(need.kinds.map(\.rawValue)), .text(need.asked),
            hidden.contains(.exists) ? .none : .text(need.exists),
            hidden.contains(.missing) ? .none : .text(need.missing),
            hidden.contains(.targetGroup) ? .none : .text(need.targetGroup), CooperationFile.list(need.themes),
            CooperationFile.list(need.goals), CooperationFile.day(need.from), CooperationFile.day(need.until),
        ] + CooperationFile.money(need.cost) + [
            .text(need.isWhole ? "yes" : "no"), CooperationFile.list(need.languages.map(\.rawValue)),
            CooperationFile.list(need.refused.map(\.rawValue)),
            CooperationFile.list(need.sources.filter { $0.kind == .recommendation }.map { "\($0.id)" }),
            CooperationFile.list(hidden.map(\.rawValue).sorted()), .text(need.status.rawValue),
            .text(need.publication.since ?? ""),
        ]
    }
}
