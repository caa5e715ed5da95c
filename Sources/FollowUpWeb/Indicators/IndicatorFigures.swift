import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

extension View {
    /// A number exactly as it is kept, with the reader's sign for decimals; no thousands signs, so that nothing is misread.
    func quantity(_ value: Quantity) -> String {
        let comma = words.tag == "fr" || words.tag == "es" || words.tag == "ru"
        return comma ? value.description.replacing(".", with: ",") : value.description
    }

    /// `32.5 per 100,000`. Where one writes from right to left the number keeps its own direction, so that its sign stays before it.
    func quantity(_ value: Quantity, _ unit: String) -> String {
        let plain = quantity(value)
        let number = words.direction == .rightToLeft ? "\u{2066}\(plain)\u{2069}" : plain
        return unit == "%"
            ? say("indicator.percent", ["value": .text(number)])
            : say("indicator.withUnit", ["value": .text(number), "unit": .text(unit)])
    }

    /// Of whom a series speaks.
    func breakdown(_ breakdown: Breakdown) -> String {
        if breakdown.isTotal { return say("indicator.everybody") }
        let sex = words.has("indicator.sex.\(breakdown.sex)") ? say("indicator.sex.\(breakdown.sex)") : breakdown.sex
        return ([sex] + breakdown.parts.dropFirst()).filter { !$0.isEmpty }.joined(separator: say("list.comma"))
    }

    /// The time of an observation in words.
    func period(_ period: ObservationPeriod) -> String {
        if let date = CalendarDate(period.code) { return self.date(date) }
        return period.code
    }

    /// The way an indicator went, by sign and word.
    func course(_ standing: IndicatorStanding) {
        guard let course = standing.course else { return write("indicator.course.unknown") }
        html.element(
            .span, .class("course course-\(course.rawValue)"), text: say("indicator.course.\(course.rawValue)"))
    }

    /// A small line without axes for lists: the values of the whole in the order of time. A year without value is a gap in the line.
    func sparkline(_ series: IndicatorSeries, label: String) {
        let values = series.points.compactMap { $0.value?.double }
        guard let low = values.min(), let high = values.max(), let first = series.points.first?.period.place,
            let last = series.points.last?.period.place
        else { return write("indicator.noData") }
        let spread = high - low
        func place(_ point: IndicatorSeries.Point, _ value: Double) -> (x: Double, y: Double) {
            let x = last > first ? 4 + (point.period.place - first) / (last - first) * 92 : 50
            return (x, spread > 0 ? 24 - (value - low) / spread * 20 : 14)
        }
        html.element(.svg, .class("spark"), .viewBox(0, 0, 100, 28), .role("img"), .label(label), .dir("ltr")) {
            for run in Self.runs(series.points) {
                let places = run.compactMap { point in point.value.map { place(point, $0.double) } }
                if places.count > 1 {
                    html.empty(
                        .polyline, .class("line"), .points(Self.text(places)))
                }
                if places.count == 1, let only = places.first {
                    html.empty(.circle, .class("dot"), .cx(only.x), .cy(only.y), .r(1.6))
                }
            }
            if let point = series.points.last(where: { $0.value != nil }), let value = point.value {
                let end = place(point, value.double)
                html.empty(.circle, .class("dot end"), .cx(end.x), .cy(end.y), .r(2.6))
            }
        }
    }

    /// Stretches of points that have values.
    static func runs(_ points: [IndicatorSeries.Point]) -> [ArraySlice<IndicatorSeries.Point>] {
        points.split { $0.value == nil }
    }

    static func text(_ places: [(x: Double, y: Double)]) -> String {
        places.map { "\(tenth($0.x)),\(tenth($0.y))" }.joined(separator: " ")
    }

    static func tenth(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
