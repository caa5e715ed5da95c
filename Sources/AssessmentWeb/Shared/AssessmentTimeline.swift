import Assessments
import Domain
import Frame
import Locales
import Markup

/// A row for each assessor and scheme, a dot for each day, and at each dot the value in words. There is no scale up or down: schemes have
/// none in common. The table below has the same and more.
struct AssessmentTimeline {
    let view: View
    let all: [PublishedAssessment]

    private var html: HTMLWriter { view.html }
    private static let left = 230.0
    private static let width = 900.0
    private static let rowHeight = 54.0

    private struct Line {
        var name: String
        var scheme: String
        var dots: [(date: CalendarDate, value: String, path: String)]
    }

    private struct Place: Hashable {
        var kind: Assessment.AssessorKind
        var name: String
        var scheme: SchemeCode
        var part: String
    }

    func write() {
        let lines = lines
        let dates = lines.flatMap { $0.dots.map(\.date) }
        guard dates.count > 1, let first = dates.map(\.year).min(), let last = dates.map(\.year).max(), first < last
        else { return }
        let title = view.say("assess.timeline", ["first": .text(String(first)), "last": .text(String(last))])
        html.element(.figure, .class("figure wide")) {
            html.element(.figcaption) {
                html.element(.h3, text: title)
                html.element(.p, text: view.say("assess.timelineCaption"))
            }
            html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(title)) {
                drawing(lines, first, last, title)
            }
        }
    }

    /// At most twelve, in the order of who says it.
    private var lines: [Line] {
        var found: [Place: Line] = [:]
        var order: [Place] = []
        for one in all {
            guard let words = one.words, let date = words.date else { continue }
            let place = Place(
                kind: one.assessor, name: one.assessorName, scheme: words.scheme, part: one.part)
            if found[place] == nil {
                found[place] = Line(
                    name: view.assessorName(one), scheme: view.schemeName(words.scheme, words.content), dots: [])
                order.append(place)
            }
            found[place]?.dots.append((date, view.valueWords(words.value, words.scheme, words.content), one.path))
        }
        return order.prefix(12).compactMap { found[$0] }
    }

    private func drawing(_ lines: [Line], _ first: Int, _ last: Int, _ label: String) {
        let height = Double(lines.count) * Self.rowHeight + 30
        let span = Double(last - first + 1)
        func x(_ date: CalendarDate) -> Double {
            let month = Double((date.month ?? 7) - 1) / 12 + Double((date.day ?? 15) - 1) / 372
            return Self.left + (Self.width - Self.left - 130) * (Double(date.year - first) + month) / span
        }
        html.element(
            .svg, .class("plot says"), .viewBox(0, 0, Self.width, height), .role("group"), .label(label), .dir("ltr")
        ) {
            for (row, line) in lines.enumerated() {
                let y = Double(row) * Self.rowHeight + 30
                html.empty(.line, .class("axis"), .x1(Self.left), .y1(y), .x2(Self.width - 10), .y2(y))
                html.element(
                    .text, .class("strong"), .x(Self.left - 14), .y(y), .textAnchor("end"), text: Self.short(line.name))
                html.element(
                    .text, .x(Self.left - 14), .y(y + 15), .textAnchor("end"), text: Self.short(line.scheme))
                for (place, dot) in line.dots.enumerated() {
                    html.element(.a, .href(view.address(dot.path))) {
                        html.element(.circle, .class("dot"), .cx(x(dot.date)), .cy(y), .r(6)) {
                            html.element(.title, text: "\(view.date(dot.date)): \(dot.value)")
                        }
                        html.element(
                            .text, .x(x(dot.date) + 9), .y(place % 2 == 0 ? y - 9 : y + 19),
                            text: Self.short(dot.value))
                    }
                }
            }
            let step = max(1, (last - first) / 10)
            for year in stride(from: first, through: last, by: step) {
                html.element(
                    .text, .x(Self.left + (Self.width - Self.left - 130) * Double(year - first) / span), .y(height - 4),
                    .textAnchor("middle"), text: String(year))
            }
        }
    }

    private static func short(_ text: String) -> String { text.count <= 30 ? text : String(text.prefix(29)) + "…" }
}
