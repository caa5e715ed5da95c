import Domain
import Drafting
import Frame
import Locales
import Markup

/// What changed in the record since the report was drafted, sentence by sentence, and what to do with each.
struct RefreshView {
    /// More items stand on the page once these are decided.
    private static let shownMax = 60

    let view: View
    let visit: Visit
    let refresh: ReportRefresh

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let refresh = try await visit.run { () throws(WorkspaceError) in try await drafting.refresh(id, visit.member) }
        let view = View(visit)
        let content = RefreshView(view: view, visit: visit, refresh: refresh)
        return await view.page(view.reportHead(refresh.report, visit, view.say("report.refresh"))) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var action: String { view.address(visit.path("/reports/\(refresh.report.id)/refresh")) }

    private func write() {
        view.pageHead(
            kicker: refresh.report.title, view.say("report.refresh"), lead: view.say("report.refresh.long"))
        view.reportSaid()
        guard !refresh.items.isEmpty else {
            html.element(.p, text: view.say("report.refresh.none"))
            return
        }
        html.element(.p, text: view.say("report.refresh.count", ["count": .number(refresh.items.count)]))
        let shown = refresh.items.prefix(Self.shownMax)
        for section in refresh.outline {
            let items = shown.filter { $0.section == section.key }
            if items.isEmpty { continue }
            view.section("refresh-\(section.key)", section.title) {
                view.workForm(action) {
                    view.hiddenField("digest", refresh.digest)
                    for item in items { one(item) }
                    html.element(.p, .class("actions")) {
                        view.submitButton(view.say("report.refresh.decide"))
                        view.submitButton(
                            view.say("report.refresh.all"), name: "all", value: section.key, isPlain: true)
                    }
                }
            }
        }
    }

    private func one(_ item: ReportRefresh.Item) {
        html.element(.fieldset, .class("report-change")) {
            html.element(.legend, text: view.say("report.change.\(item.change.rawValue)"))
            if item.isOfPeople { html.element(.p, .class("notice"), text: view.say("report.change.people")) }
            html.element(.dl) {
                if let text = item.text {
                    view.fact(view.say("report.change.now")) { words(text) }
                }
                view.fact(view.say("report.change.proposed")) {
                    if let proposed = item.proposed {
                        words(proposed.text)
                    } else {
                        html.text(view.say("report.change.nothing"))
                    }
                }
                view.fact(view.say("report.sources")) {
                    html.element(.ul) {
                        for source in item.sources.prefix(10) {
                            html.element(.li) { view.source(source, visit, about: refresh.report.scope.state) }
                        }
                    }
                }
            }
            let choices: [RefreshChoice] = item.change == .new ? [.take, .later] : [.take, .keep, .later]
            view.select(
                item.name, view.say("report.change.choice"),
                choices.map { choice in
                    let isOut = choice == .take && item.proposed == nil
                    return (choice.rawValue, view.say(isOut ? "report.choice.out" : "report.choice.\(choice.rawValue)"))
                }, chosen: RefreshChoice.later.rawValue)
        }
    }

    private func words(_ text: String) {
        html.element(.span, .lang(refresh.report.language.rawValue), .dir("auto"), text: text)
    }
}
