import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// One fact in a table.
struct FactLine {
    let view: View

    private var html: HTMLWriter { view.html }

    /// What it is, of what.
    func name(_ fact: StateFact) {
        let content = fact.content
        html.text(
            content.isNone
                ? view.say("stateFact.noneOf", ["kind": .text(view.factKind(content.kind))])
                : view.factKind(content.kind))
        if content.kind.about != .nothing, !content.about.isEmpty {
            html.text(" · ")
            view.about(content)
        }
        if let matter = view.matter(content) {
            html.text(" · ")
            html.element(.bdi, text: matter)
        }
        if let grade = content.grade {
            html.text(" · ")
            html.text(
                grade == "none"
                    ? view.say("stateFact.grade.none") : view.say("stateFact.grade", ["grade": .text(grade)]))
        }
        if let money = content.money {
            html.text(" · ")
            html.element(.bdi, text: view.amount(money.minor, money.currency))
        }
    }

    /// The words that stand with it.
    func words(_ fact: StateFact) {
        guard !fact.content.text.isEmpty else { return }
        html.element(
            .p, .class("prose"), .lang(fact.content.language.rawValue), .dir("auto"), text: fact.content.text)
    }

    /// Why it no longer stands, and since when.
    func ended(_ fact: StateFact) {
        if let ended = fact.ended.flatMap({ CalendarDate($0) }) {
            html.text(view.date(ended))
            html.text(" ")
        }
        if fact.endedWhy == "import-undone" {
            html.text(view.say("stateFact.importUndone"))
        } else {
            html.element(.q, .dir("auto"), text: fact.endedWhy ?? "")
        }
    }
}
