import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// The same facts of States the reader chose, in the same years, in alphabetical order. Nothing is ranked.
struct ComparisonTable {
    let view: View
    let record: CooperationRecord
    let peers: [CooperationRecord]
    let asked: CooperationAsked

    private var html: HTMLWriter { view.html }

    func write() {
        let comparison = FactComparison([record] + peers, years: asked.years, today: asked.today)
        let columns = view.stateNames(comparison.records.map(\.state)).compactMap { state in
            comparison.records.first { $0.state == state.code }.map { (name: state.name, record: $0) }
        }
        let title = view.say(
            "stateFact.compare.title",
            ["from": .text("\(asked.years.lowerBound)"), "until": .text("\(asked.years.upperBound)")])
        view.section("compare", title, view.say("stateFact.compare.caption")) {
            view.table(title, style: "figures") {
                view.headRow([(view.say("stateFact.fact"), false)] + columns.map { ($0.name, true) })
                html.element(.tbody) {
                    for line in FactComparison.Line.allCases {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: view.say("stateFact.line.\(line.rawValue)"))
                            for column in columns { cell(comparison.cell(line, column.record), column.record) }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ cell: FactComparison.Cell, _ record: CooperationRecord) {
        switch cell {
        case .noData: html.element(.td, .class("none"), text: view.say("stateFact.noData"))
        case .count(let count):
            html.element(.td, .class("n")) {
                view.link(
                    view.address("/states/\(PercentCoding.encode(record.state.rawValue))/cooperation"),
                    view.number(count))
            }
        case .none(let day):
            html.element(.td, text: view.say("stateFact.noneAsOf", ["date": .text(view.factDay(day))]))
        case .since(let day): html.element(.td, text: view.say("stateFact.since", ["date": .text(view.date(day))]))
        case .grade(let grade, let day):
            let words =
                grade == "none"
                ? view.say("stateFact.grade.none") : view.say("stateFact.grade", ["grade": .text(grade)])
            html.element(.td, text: day.map { words + " (" + view.date($0) + ")" } ?? words)
        }
    }
}
