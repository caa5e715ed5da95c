import Domain
import Frame
import Locales
import Markup
import Plans

/// Days of a chart and where they stand in it.
struct TimeScale {
    /// First days of months.
    let first: CalendarDate
    let last: CalendarDate
    let ticks: [CalendarDate]

    static let left = 300.0
    static let right = 990.0
    private static let daysMax = 366 * 12

    /// From the first month to the last that something falls into, today among them; nil where nothing has a date. Something
    /// far away is drawn at the edge.
    init?(_ spans: [PlanSpan], today: CalendarDate) {
        var days: [Int] = []
        for span in spans {
            days += [span.summary.action.starts, span.summary.action.due].compactMap { $0?.dayNumber }
            days += span.milestones.compactMap { ($0.done ?? $0.due)?.dayNumber }
        }
        guard let least = days.min(), let most = days.max() else { return nil }
        let now = today.dayNumber
        let from = max(min(least, now), now - Self.daysMax / 2)
        let to = min(max(most, now), from + Self.daysMax)
        let start = CalendarMonth(of: CalendarDate(dayNumber: from))
        let end = CalendarMonth(of: CalendarDate(dayNumber: max(from, to)))
        first = start.first
        last = end.last
        let months = (end.year - start.year) * 12 + end.month - start.month + 1
        let step = months <= 14 ? 1 : months <= 42 ? 3 : 12
        ticks = (0...months).map { start.next($0) }
            .filter { step == 1 || ($0.month - 1) % step == 0 }.map(\.first)
            .filter { $0 <= end.last }
    }

    func x(_ date: CalendarDate) -> Double {
        let share =
            Double(date.dayNumber - first.dayNumber) / Double(max(1, last.dayNumber - first.dayNumber))
        return Self.left + (Self.right - Self.left) * min(max(share, 0), 1)
    }
}

/// The picture of the chart.
struct GanttDrawing {
    let visit: Visit
    let spans: [PlanSpan]
    let scale: TimeScale
    let today: CalendarDate
    let view: View

    private static let rowHeight = 26.0
    private static let top = 30.0

    func write(_ title: String) {
        let height = Self.top + Double(spans.count) * Self.rowHeight + 10
        let html = view.html
        html.element(
            .svg, .class("plot gantt"), .viewBox(0, 0, 1_000, height), .role("group"), .label(title), .dir("ltr")
        ) {
            axis(height)
            for (place, span) in spans.enumerated() { row(span, Self.top + Double(place) * Self.rowHeight + 13) }
            let now = scale.x(today)
            html.empty(.line, .class("now"), .x1(now), .y1(Self.top - 6), .x2(now), .y2(height - 4))
        }
    }

    private func axis(_ height: Double) {
        for tick in scale.ticks {
            let x = scale.x(tick)
            view.html.empty(.line, .class("axis"), .x1(x), .y1(Self.top - 6), .x2(x), .y2(height - 4))
            let label =
                scale.ticks.count > 14 || tick.month == 1 ? String(tick.year) : "\(tick.month ?? 1)/\(tick.year)"
            view.html.element(.text, .x(x + 2), .y(Self.top - 12), text: label)
        }
    }

    private func row(_ span: PlanSpan, _ y: Double) {
        let html = view.html
        let action = span.summary.action
        html.element(.a, .href(view.address(visit.path("/plan/actions/\(action.id)")))) {
            html.element(
                .text, .class("strong"), .x(TimeScale.left - 10), .y(y + 4), .textAnchor("end"),
                text: PlanTitle.short(action.title, 42))
        }
        let start = action.starts ?? action.due
        let end = action.due ?? action.starts
        if let start, let end {
            let x = scale.x(start)
            let width = max(4, scale.x(end) - x)
            html.element(
                .rect, .class("span a-\(action.status.rawValue)\(span.summary.isLate ? " overdue" : "")"), .x(x),
                .y(y - 7), .width(width), .height(14), .rx(2)
            ) {
                html.element(.title, text: words(span))
            }
        }
        for step in span.milestones {
            guard let date = step.done ?? step.due else { continue }
            let x = scale.x(date)
            html.element(
                .path, .class(step.done == nil ? "step" : "step reached"),
                .d("M\(text(x)) \(text(y - 6))l6 6l-6 6l-6 -6z")
            ) {
                html.element(
                    .title, text: PlanTitle.short(step.title, 80) + view.say("list.comma") + view.date(date))
            }
        }
    }

    private func words(_ span: PlanSpan) -> String {
        let action = span.summary.action
        let dates = [action.starts, action.due].compactMap { $0.map(view.date) }.joined(separator: " – ")
        let status = view.say("value.status.\(action.status.rawValue)")
        return [PlanTitle.short(action.title, 80), status, dates].joined(separator: view.say("list.comma"))
    }

    private func text(_ number: Double) -> String { String(Int(number.rounded())) }
}
