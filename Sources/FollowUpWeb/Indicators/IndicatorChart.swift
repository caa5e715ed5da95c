import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// The values of an indicator over time, with baseline and target; the numbers stand in the table behind it.
///
/// The scale begins at zero where all values are positive and none is further from zero than from the others; else it spans the values.
/// A period without value breaks the line and is marked below it.
struct IndicatorChart {
    static let seriesMax = 5
    private static let width = 740.0
    private static let height = 260.0
    private static let left = 56.0
    private static let right = 600.0
    private static let top = 16.0
    private static let bottom = 214.0

    let view: View
    let content: Indicator.Content
    let series: [IndicatorSeries]

    private var html: HTMLWriter { view.html }

    /// Nothing where no value is there.
    func write(title: String, caption: String) {
        let shown = Array(series.prefix(Self.seriesMax))
        let values = shown.flatMap { $0.points.compactMap { $0.value?.double } }
        let marks = [content.baseline, content.target].compactMap { $0 }
        guard let least = (values + marks.map(\.value.double)).min(),
            let most = (values + marks.map(\.value.double)).max(),
            !values.isEmpty
        else {
            html.element(.p, .class("none"), text: view.say("indicator.noData"))
            return
        }
        let times = shown.flatMap { $0.points.map(\.period.place) } + marks.map(\.at.place)
        guard let first = times.min(), let last = times.max() else { return }
        let scale = Scale(
            low: least >= 0 ? 0 : least, high: most > least || most > 0 ? most : least + 1, first: first, last: last)
        html.element(.figure, .class("figure wide")) {
            html.element(.figcaption) {
                html.element(.h3, text: title)
                html.element(.p, text: caption)
            }
            html.element(.div, .class("scroll"), .tabindex(0), .role("group"), .label(title)) {
                html.element(
                    .svg, .class("plot lines"), .viewBox(0, 0, Self.width, Self.height), .role("img"), .label(title),
                    .dir("ltr")
                ) {
                    axes(scale, first, last)
                    target(scale)
                    for (number, one) in shown.enumerated() { line(one, number, scale) }
                }
            }
            keys(shown)
            html.element(.p, .class("source"), text: view.say("indicator.chartSource", ["source": .text(source)]))
            html.element(.details) {
                html.element(.summary, text: view.say("figure.table"))
                table()
            }
        }
    }

    private var source: String { content.source.isEmpty ? view.say("indicator.sourceRows") : content.source }

    private struct Scale {
        var low: Double
        var high: Double
        var first: Double
        var last: Double

        func x(_ time: Double) -> Double {
            last > first ? left + 10 + (time - first) / (last - first) * (right - left - 20) : (left + right) / 2
        }
        func y(_ value: Double) -> Double { bottom - (value - low) / (high > low ? high - low : 1) * (bottom - top) }
    }

    private func axes(_ scale: Scale, _ first: Double, _ last: Double) {
        html.empty(.line, .class("axis"), .x1(Self.left), .y1(Self.bottom), .x2(Self.right), .y2(Self.bottom))
        for step in 0...4 {
            let value = scale.low + (scale.high - scale.low) * Double(step) / 4
            html.empty(
                .line, .class("grid"), .x1(Self.left), .y1(scale.y(value)), .x2(Self.right), .y2(scale.y(value)))
            html.element(
                .text, .x(Self.left - 8), .y(scale.y(value) + 4), .textAnchor("end"),
                text: Self.tick(value, scale.high - scale.low))
        }
        let years = Int(first)...max(Int(first), Int(last))
        let step = max(1, (years.count + 9) / 10)
        for year in years where (year - years.lowerBound) % step == 0 && Double(year) >= first {
            html.element(
                .text, .x(scale.x(Double(year))), .y(Self.bottom + 36), .textAnchor("middle"), text: String(year))
        }
    }

    /// A value of the axis, as exact as the distance between two of them asks for.
    private static func tick(_ value: Double, _ span: Double) -> String {
        var decimals = 0
        var step = span / 4
        while step < 1, step > 0, decimals < 4 {
            step *= 10
            decimals += 1
        }
        let unit = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
        let digits = Int64((value * unit).rounded())
        return Quantity(digits: digits, scale: decimals).description
    }

    private func target(_ scale: Scale) {
        guard let target = content.target else { return }
        let place = (x: scale.x(target.at.place), y: scale.y(target.value.double))
        html.empty(.line, .class("target"), .x1(Self.left), .y1(place.y), .x2(Self.right), .y2(place.y))
        html.empty(
            .path, .class("target-mark"),
            .points(
                View.text([
                    (place.x, place.y - 6), (place.x + 6, place.y), (place.x, place.y + 6), (place.x - 6, place.y),
                ])))
        html.element(
            .text, .class("strong"), .x(Self.right + 8), .y(place.y + 4),
            text: view.say("indicator.targetShort", ["value": .text(view.quantity(target.value))]))
    }

    private func line(_ series: IndicatorSeries, _ number: Int, _ scale: Scale) {
        let style = "series-\(number + 1)"
        for run in View.runs(series.points) {
            let places = run.compactMap { point in
                point.value.map { (x: scale.x(point.period.place), y: scale.y($0.double)) }
            }
            if places.count > 1 { html.empty(.polyline, .class("line \(style)"), .points(View.text(places))) }
        }
        for point in series.points {
            let x = scale.x(point.period.place)
            if let value = point.value {
                html.element(.g) {
                    html.element(
                        .title,
                        text: view.say(
                            "indicator.point",
                            [
                                "who": .text(view.breakdown(series.breakdown)),
                                "when": .text(view.period(point.period)),
                                "value": .text(view.quantity(value, content.unit)),
                            ]))
                    mark(number, x, scale.y(value.double), style)
                }
            } else if number == 0 {
                html.element(.g, .class("missing")) {
                    html.element(
                        .title, text: view.say("indicator.missingAt", ["when": .text(view.period(point.period))]))
                    html.empty(.circle, .cx(x), .cy(Self.bottom + 12), .r(4))
                    html.empty(.line, .x1(x - 3), .y1(Self.bottom + 15), .x2(x + 3), .y2(Self.bottom + 9))
                }
            }
        }
    }

    /// Each series has its own shape, so that colour is not the only difference.
    private func mark(_ number: Int, _ x: Double, _ y: Double, _ style: String) {
        switch number {
        case 0: html.empty(.circle, .class("mark \(style)"), .cx(x), .cy(y), .r(4))
        case 1: html.empty(.rect, .class("mark \(style)"), .x(x - 4), .y(y - 4), .width(8), .height(8))
        case 2:
            html.empty(
                .path, .class("mark \(style)"), .d(Self.shape([(x, y - 5), (x + 5, y + 4), (x - 5, y + 4)])))
        case 3:
            html.empty(
                .path, .class("mark \(style)"), .d(Self.shape([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)])))
        default:
            html.empty(
                .path, .class("mark \(style)"), .d(Self.shape([(x, y + 5), (x + 5, y - 4), (x - 5, y - 4)])))
        }
    }

    private static func shape(_ places: [(x: Double, y: Double)]) -> String {
        "M" + places.map { "\(View.tenth($0.x)) \(View.tenth($0.y))" }.joined(separator: "L") + "Z"
    }

    private func keys(_ shown: [IndicatorSeries]) {
        html.element(.ul, .class("keys")) {
            for (number, one) in shown.enumerated() {
                html.element(.li) {
                    html.element(.svg, .class("plot-key"), .viewBox(0, 0, 14, 14), .hidden) {
                        mark(number, 7, 7, "series-\(number + 1)")
                    }
                    html.element(.span, .dir("auto"), text: view.breakdown(one.breakdown))
                }
            }
            if shown.first?.points.contains(where: { $0.value == nil }) ?? false {
                html.element(.li) {
                    html.element(.svg, .class("plot-key missing"), .viewBox(0, 0, 14, 14), .hidden) {
                        html.empty(.circle, .cx(7), .cy(7), .r(4))
                        html.empty(.line, .x1(4), .y1(10), .x2(10), .y2(4))
                    }
                    html.text(view.say("indicator.missingKey"))
                }
            }
        }
        if series.count > shown.count {
            html.element(
                .p, .class("hint"),
                text: view.say(
                    "indicator.moreSeries", ["shown": .number(shown.count), "all": .number(series.count)]))
        }
    }

    private func table() {
        view.table(view.say("indicator.values"), style: "figures") {
            view.headRow(
                [(view.say("progress.field.period"), false)]
                    + series.prefix(12).map { (view.breakdown($0.breakdown), true) })
            let columns = series.prefix(12).map { one in
                Dictionary(one.points.map { ($0.period, $0.value) }, uniquingKeysWith: { first, _ in first })
            }
            let periods = Set(series.prefix(12).flatMap { $0.points.map(\.period) }).sorted()
            html.element(.tbody) {
                for period in periods {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.period(period))
                        for column in columns {
                            if let value = column[period] ?? nil {
                                html.element(.td, text: view.quantity(value))
                            } else {
                                html.element(.td, .class("none"), text: view.say("figure.noData"))
                            }
                        }
                    }
                }
            }
        }
    }
}
