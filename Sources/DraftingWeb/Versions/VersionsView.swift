import Domain
import Drafting
import Frame
import Locales
import Markup

/// Versions of a report, two of them compared word by word, and the way back to an earlier one.
struct VersionsView {
    private static let changesMax = 80

    let view: View
    let visit: Visit
    let report: Report
    let versions: [ReportVersion]
    let comparison: ReportComparison?

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let query = visit.exchange.query
        let (from, to) = (query.first("from").flatMap { Int($0) }, query.first("to").flatMap { Int($0) })
        let (page, versions, comparison) = try await visit.run { () throws(WorkspaceError) in
            let page = try await drafting.page(id, visit.member)
            let versions = try await drafting.versions(id, visit.member)
            guard let from, let to else { return (page, versions, ReportComparison?.none) }
            return (page, versions, try await drafting.compare(id, from: from, to: to, visit.member))
        }
        let view = View(visit)
        let content = VersionsView(
            view: view, visit: visit, report: page.report, versions: versions, comparison: comparison)
        return await view.page(view.reportHead(page.report, visit, view.say("report.versions"))) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private func path(_ rest: String) -> String { view.address(visit.path("/reports/\(report.id)\(rest)")) }

    private func write() {
        view.pageHead(kicker: report.title, view.say("report.versions"), lead: view.say("report.versions.lead"))
        choice()
        if let comparison { changes(comparison) }
        list()
    }

    private func choice() {
        guard versions.count > 1 else { return }
        let options = versions.map { version in
            (
                "\(version.number)",
                view.say("report.version", ["number": .number(version.number)]) + ", " + view.moment(version.at)
            )
        }
        html.element(.form, .class("fields"), .method("get"), .action(path("/versions"))) {
            view.select(
                "from", view.say("report.compare.from"), options,
                chosen: "\(comparison?.old.number ?? versions[1].number)")
            view.select(
                "to", view.say("report.compare.to"), options, chosen: "\(comparison?.new.number ?? versions[0].number)")
            html.element(.p) { view.submitButton(view.say("report.compare")) }
        }
    }

    private func changes(_ comparison: ReportComparison) {
        let title = view.say(
            "report.compare.title",
            ["from": .number(comparison.old.number), "to": .number(comparison.new.number)])
        view.section("changes", title) {
            if comparison.changes.isEmpty { html.element(.p, text: view.say("report.compare.none")) }
            for change in comparison.changes.prefix(Self.changesMax) {
                html.element(.div, .class("report-change")) {
                    html.element(.p, .class("hint"), text: view.say("report.compare.\(change.kind.rawValue)"))
                    html.element(.p, .lang(report.language.rawValue), .dir("auto")) {
                        for piece in change.pieces { one(piece) }
                    }
                }
            }
            if comparison.changes.count > Self.changesMax {
                html.element(
                    .p, text: view.say("report.more", ["count": .number(comparison.changes.count - Self.changesMax)]))
            }
        }
    }

    /// Marks are said aloud too, not only seen.
    private func one(_ piece: WordDifference.Piece) {
        switch piece.kind {
        case .same: html.text(piece.text)
        case .removed:
            html.element(.span, .class("report-out")) {
                html.element(.span, .class("hidden"), .lang(view.words.tag), text: view.say("report.compare.out") + " ")
                html.text(piece.text)
            }
        case .added:
            html.element(.mark) {
                html.element(.span, .class("hidden"), .lang(view.words.tag), text: view.say("report.compare.in") + " ")
                html.text(piece.text)
            }
        }
        html.text(" ")
    }

    private func list() {
        view.table(view.say("report.versions")) {
            view.headRow([
                (view.say("report.field.version"), true), (view.say("report.field.done"), false),
                (view.say("report.field.by"), false), (view.say("report.field.at"), false),
                (view.say("report.field.words"), true), (view.say("report.field.step"), false),
            ])
            html.element(.tbody) {
                for version in versions.prefix(100) {
                    html.element(.tr) {
                        html.element(.td, .class("n"), text: view.number(version.number))
                        html.element(.td, text: view.say("report.did.\(version.action.rawValue)"))
                        html.element(.td) { html.element(.bdi, text: version.by) }
                        html.element(.td, text: view.moment(version.at))
                        html.element(.td, .class("n"), text: view.number(version.words))
                        html.element(.td) { restore(version) }
                    }
                }
            }
        }
    }

    private func restore(_ version: ReportVersion) {
        guard report.isOpen, version.number < report.edition else { return }
        view.workForm(path("/restore"), style: "inline") {
            view.hiddenField("number", "\(version.number)")
            view.submitButton(view.say("report.restore", ["number": .number(version.number)]), isPlain: true)
        }
    }
}
