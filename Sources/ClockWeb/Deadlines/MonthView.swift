import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// One month with what is due on each day.
enum MonthView {
    static let parameters: [Parameter] = [
        Parameter(
            name: "month",
            form: .pattern("^[12][0-9]{3}-(0[1-9]|1[0-2])$") { $0.count == 7 && CalendarDate($0)?.month != nil },
            summary: "The month, as year and month.")
    ]

    static func answer(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let view = parts.view
        guard let today = parts.today.date,
            let month = visit.exchange.query.first("month").flatMap({ CalendarDate($0) })
                ?? CalendarDate(year: today.year, month: today.month)
        else { throw .notFound }
        let (first, last) = (Day(firstOf: month), Day(lastOf: month))
        // A date that knows only its month sorts before the month's days.
        let filter = DeadlineFilter(
            statuses: [.open, .done], from: month.description, to: last.date?.description ?? month.description)
        let found = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.entries(filter, limit: Clocks.calendarMax, visit.member)
        }
        let (settings, holidays) = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.settings(visit.member)
        }
        let days = WorkingDays(weekend: settings.weekend, holidays: Set(holidays.map { Day(firstOf: $0.day) }))
        let holidayNames = Dictionary(
            holidays.map { (Day(firstOf: $0.day), $0.name) }, uniquingKeysWith: { first, _ in first })
        let title = view.say("clocks.month.title", ["month": .text(view.date(month))])
        return await view.page(parts.head(title, isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, title)
            parts.tabs("month")
            steps(parts, month)
            let whole = found.entries.filter { $0.due.day == nil }
            if !whole.isEmpty {
                view.section("whole", view.say("clocks.month.whole")) { list(parts, whole) }
            }
            let byDay = Dictionary(grouping: found.entries.filter { $0.due.day != nil }) { Day(firstOf: $0.due) }
            grid(parts, first, last, days, holidayNames, byDay, title)
            if found.entries.isEmpty { view.html.element(.p, .class("hint"), text: view.say("clocks.month.empty")) }
        }
    }

    private static func steps(_ parts: DateParts, _ month: CalendarDate) {
        let (view, html) = (parts.view, parts.view.html)
        html.element(.nav, .class("pager"), .label(view.say("clocks.month.others"))) {
            for (step, rel) in [(-1, "prev"), (1, "next")] {
                let offset = ClockOffset(count: step, unit: .months)
                guard let other = WorkingDays().date(month, moved: offset) else { continue }
                html.element(
                    .a, .href(view.address(parts.visit.path("/deadlines/month"), [("month", other.description)])),
                    .rel(rel), text: view.date(other))
            }
        }
    }

    private static func grid(
        _ parts: DateParts, _ first: Day, _ last: Day, _ days: WorkingDays, _ holidays: [Day: String],
        _ byDay: [Day: [DateEntry]], _ title: String
    ) {
        let (view, html) = (parts.view, parts.view.html)
        let begins = (1...7).first { !days.weekend.contains($0) && days.weekend.contains($0 == 1 ? 7 : $0 - 1) } ?? 1
        let order = (0..<7).map { (begins - 1 + $0) % 7 + 1 }
        view.table(title, style: "month") {
            view.headRow(order.map { (view.say("clocks.weekday.\($0)"), false) })
            html.element(.tbody) {
                var day = first.adding(-((first.weekday - begins + 7) % 7))
                while day <= last {
                    html.element(.tr) {
                        for _ in order {
                            cell(
                                parts, day, isInside: first <= day && day <= last, days, holidays[day], byDay[day] ?? []
                            )
                            day = day.adding(1)
                        }
                    }
                }
            }
        }
    }

    private static func cell(
        _ parts: DateParts, _ day: Day, isInside: Bool, _ days: WorkingDays, _ holiday: String?, _ entries: [DateEntry]
    ) {
        let (view, html) = (parts.view, parts.view.html)
        guard isInside, let date = day.date, let number = date.day else {
            html.element(.td, .class("outside"), text: "")
            return
        }
        var style = days.isWorking(day) ? "" : "free"
        if day == parts.today { style += " today" }
        if entries.isEmpty { style += " bare" }
        html.element(.td, .class(style)) {
            html.element(.p, .class("number")) {
                html.text(view.number(number))
                if let holiday { html.element(.span, .class("hint"), .dir("auto"), text: " " + holiday) }
                if day == parts.today {
                    html.element(.span, .class("hint"), text: " " + view.say("clocks.distance.today"))
                }
            }
            if !entries.isEmpty { list(parts, entries) }
        }
    }

    private static func list(_ parts: DateParts, _ entries: [DateEntry]) {
        let html = parts.view.html
        html.element(.ul, .class("day-list")) {
            for entry in entries {
                html.element(.li, .class(entry.isLate(parts.today) ? "late" : entry.status == .open ? "" : "closed")) {
                    html.element(.a, .href(parts.address(entry)), .dir("auto"), text: parts.names.title(entry))
                    if entry.isLate(parts.today) {
                        html.element(.span, .class("hint"), text: " " + parts.view.say("clocks.late"))
                    }
                }
            }
        }
    }
}
