import Domain
import Frame
import Locales
import Markup

extension View {
    /// Positions as one bar whose length is the share of `most`; records of mechanisms that know no position are hatched.
    func tallyBar(_ tally: PositionTally, of most: Int? = nil) {
        let whole = Double(max(1, most ?? tally.total))
        html.element(.svg, .class("stack"), .viewBox(0, 0, 1_000, 24), .preserveAspectRatio("none"), .hidden) {
            var x = 0.0
            for (name, count) in tally.parts where count > 0 {
                let width = Double(count) / whole * 1_000
                html.empty(.rect, .class("p-\(name)"), .x(x), .width(max(2, width - 3)), .height(24))
                x += width
            }
        }
    }

    /// The same in numbers: a mark, how many, and what it means.
    func tallyNumbers(_ tally: PositionTally) {
        html.element(.ul, .class("tally")) {
            for position in Self.positionOrder where tally[position] > 0 {
                html.element(.li) {
                    positionMark(position)
                    html.element(.span, .class("value"), text: number(tally[position]))
                    html.text(" ")
                    html.element(.span, .class("what"), text: say("position.\(position.rawValue)"))
                }
            }
            if tally.none > 0 {
                html.element(.li) {
                    html.element(.span, .class("value"), text: number(tally.none))
                    html.text(" ")
                    html.element(.span, .class("what"), text: say("position.none"))
                }
            }
        }
    }

    /// Bodies of experts ask for no position, which is no answer refused.
    func tallyOrNone(_ tally: PositionTally) {
        if tally.total == tally.none {
            html.element(.span, .class("soft"), text: say("position.none"))
        } else {
            tallyNumbers(tally)
        }
    }

    /// What the fillings of bars mean.
    func positionKey() {
        html.element(.ul, .class("keys")) {
            for position in Self.positionOrder {
                html.element(.li) {
                    positionMark(position)
                    html.element(.span, text: say("position.\(position.rawValue)"))
                }
            }
        }
    }

    /// A dot for each cycle, its area the number of records; a ring where there were none.
    func cycleDots(_ counts: [(cycle: Int, count: Int)], upTo last: Int) {
        guard last > 0, !counts.isEmpty else { return }
        let numbers = Dictionary(counts.map { ($0.cycle, $0.count) }, uniquingKeysWith: +)
        let most = Double(max(1, counts.map(\.count).max() ?? 1))
        html.element(.span, .class("cycles")) {
            html.element(.svg, .viewBox(0, 0, Double(min(last, 12)) * 16, 16), .hidden) {
                for cycle in 1...min(last, 12) {
                    let middle = Double(cycle) * 16 - 8
                    if let count = numbers[cycle], count > 0 {
                        let radius = max(3, (Double(count) / most).squareRoot() * 7)
                        html.empty(.circle, .class("dot"), .cx(middle), .cy(8), .r(radius))
                    } else {
                        html.empty(.circle, .class("ring"), .cx(middle), .cy(8), .r(2))
                    }
                }
            }
            let list = counts.map { String($0.cycle) }.joined(separator: say("list.comma"))
            html.element(.span, text: say("issues.cyclesAre", ["cycles": .text(list)]))
        }
    }
}

extension PositionTally {
    subscript(position: Position) -> Int {
        switch position {
        case .supported: supported
        case .noted: noted
        case .pending: pending
        }
    }

    /// In the order of the bars.
    fileprivate var parts: [(name: String, count: Int)] {
        [("supported", supported), ("noted", noted), ("pending", pending), ("none", none)]
    }
}
