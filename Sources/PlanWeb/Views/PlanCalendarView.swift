import Domain
import Frame
import Locales
import Markup
import Plans

/// One month of the plan, as a sheet and as a list. On a phone the list alone is shown.
struct PlanCalendarView {
    let visit: Visit
    let month: CalendarMonth
    let days: PlanDays
    let today: CalendarDate
    let asked: PlanAsked
    let names: PlanNames

    private static let inCellMax = 3
    /// Entries of the list, so that a page of the fullest month stays under 100 KB; every day has its share.
    private static let listedMax = 150

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let asked = PlanAsked(visit.exchange.query)
        let today = plans.today(visit.workspace)
        let month = visit.exchange.query.first("month").flatMap { CalendarMonth($0) } ?? CalendarMonth(of: today)
        var lead: InstitutionID?
        if case .institution(let id)? = asked.filter.lead { lead = id }
        let days: PlanDays
        do throws(WorkspaceError) {
            days = try await plans.days(from: month.first, to: month.last, lead: lead, visit.member)
        } catch { throw WebError(error) }
        return await PlanCalendarView(
            visit: visit, month: month, days: days, today: today, asked: asked, names: try await PlanNames.of(visit)
        ).page(View(visit))
    }

    private var isListOnly: Bool { visit.exchange.query.first("as") == "list" }

    private func page(_ view: View) async -> Answer {
        let title = view.words.date(year: month.year, month: month.month)
        return await view.planPage(
            visit, .calendar, view.say("plan.calendar.title", ["month": .text(title)]),
            lead: view.say("plan.calendar.count", ["count": .number(days.total)])
        ) {
            PlanLeadForm(
                visit: visit, path: "/plan/calendar", asked: asked, names: names,
                kept: [("month", month.description)] + (isListOnly ? [("as", "list")] : [])
            ).write(view)
            months(view)
            let byDay = Dictionary(grouping: days.items, by: \.due)
            if !isListOnly { sheet(byDay, title, view) }
            list(byDay, view)
        }
    }

    private func address(_ month: CalendarMonth, list: Bool, _ view: View) -> String {
        var items = [("month", month.description)]
        if let lead = visit.exchange.query.first("lead"), !lead.isEmpty { items.append(("lead", lead)) }
        if list { items.append(("as", "list")) }
        return view.address(visit.path("/plan/calendar"), items)
    }

    private func months(_ view: View) {
        view.html.element(.nav, .class("pager months"), .label(view.say("plan.calendar.months"))) {
            view.html.element(
                .a, .href(address(month.next(-1), list: isListOnly, view)), .rel("prev"),
                text: view.say("plan.calendar.previous"))
            view.link(
                address(month, list: !isListOnly, view),
                view.say(isListOnly ? "plan.calendar.asSheet" : "plan.calendar.asList"))
            view.html.element(
                .a, .href(address(month.next(1), list: isListOnly, view)), .rel("next"),
                text: view.say("plan.calendar.next"))
        }
    }

    private func sheet(_ byDay: [CalendarDate: [PlanDay]], _ title: String, _ view: View) {
        let html = view.html
        html.element(.div, .class("month")) {
            view.table(title, style: "calendar") {
                view.headRow((1...7).map { (view.say("plan.weekday.\($0)"), false) })
                html.element(.tbody) {
                    for week in month.weeks {
                        html.element(.tr) {
                            for day in week {
                                html.element(.td, .class(day == today ? "today" : "")) {
                                    if let day { cell(day, byDay[day] ?? [], view) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ day: CalendarDate, _ items: [PlanDay], _ view: View) {
        let html = view.html
        html.element(.time, .datetime(day.description), text: view.number(day.day ?? 0))
        guard !items.isEmpty else { return }
        html.element(.ul) {
            for item in items.prefix(Self.inCellMax) {
                html.element(.li) { entry(item, view, most: 34) }
            }
        }
        if items.count > Self.inCellMax {
            html.element(.p, .class("fine")) {
                view.link(
                    "#day-\(day)", view.say("plan.more", ["count": .number(items.count - Self.inCellMax)]))
            }
        }
    }

    private func list(_ byDay: [CalendarDate: [PlanDay]], _ view: View) {
        let html = view.html
        guard !byDay.isEmpty else {
            html.element(.p, .class("soft"), text: view.say("plan.calendar.nothing"))
            return
        }
        view.section("list", view.say("plan.calendar.list")) {
            html.element(.dl, .class("days")) {
                let most = max(2, Self.listedMax / byDay.count)
                for day in byDay.keys.sorted() {
                    html.element(.dt, .id("day-\(day)")) {
                        html.element(.time, .datetime(day.description), text: view.date(day))
                    }
                    let items = byDay[day] ?? []
                    for item in items.prefix(most) {
                        html.element(.dd) {
                            html.element(.span, .class("kind"), text: view.say("plan.kind.\(item.kind.rawValue)"))
                            entry(item, view, most: 160)
                            html.element(.span, .class("soft")) {
                                html.element(.bdi, text: item.lead.map(names.short) ?? view.say("plan.nobody"))
                            }
                            if item.isLate(on: today) { view.late() }
                        }
                    }
                    if items.count > most { html.element(.dd) { rest(day, items.count - most, view) } }
                }
            }
            if days.total > days.items.count {
                html.element(
                    .p, text: view.say("plan.more", ["count": .number(days.total - days.items.count)]))
            }
        }
    }

    /// The way to everything of one day.
    private func rest(_ day: CalendarDate, _ count: Int, _ view: View) {
        var asked = PlanAsked(Query())
        asked.rows = .actions
        asked.filter.lead = self.asked.filter.lead
        asked.filter.dueFrom = day
        asked.filter.dueTo = day
        view.link(view.address(visit.path("/plan"), asked.items), view.say("plan.more", ["count": .number(count)]))
    }

    private func entry(_ item: PlanDay, _ view: View, most: Int) {
        let kind = item.kind == .commitment ? "commitments" : "actions"
        view.html.element(
            .a, .class(item.isSettled ? "settled" : item.isLate(on: today) ? "overdue" : ""),
            .href(view.address(visit.path("/plan/\(kind)/\(item.page)"))), .dir("auto"),
            text: PlanTitle.short(item.title, most))
    }
}

/// A month of a calendar.
struct CalendarMonth: Hashable, CustomStringConvertible {
    let year: Int
    let month: Int

    init(of date: CalendarDate) {
        year = date.year
        month = date.month ?? 1
    }

    /// Reads `2026-02`, of the years that plans are made for.
    init?(_ text: String) {
        guard text.utf8.count == 7, let date = CalendarDate(text), date.month != nil, (1990...2199).contains(date.year)
        else { return nil }
        self.init(of: date)
    }

    private init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    func next(_ step: Int) -> CalendarMonth {
        let count = year * 12 + month - 1 + step
        return CalendarMonth(year: min(max(count / 12, 1990), 2199), month: count % 12 + 1)
    }

    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    private var firstNumber: Int { CalendarDate(year: year, month: month)?.dayNumber ?? 0 }
    private var nextNumber: Int {
        CalendarDate(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1)?.dayNumber ?? 0
    }

    var first: CalendarDate { CalendarDate(dayNumber: firstNumber) }
    var last: CalendarDate { CalendarDate(dayNumber: nextNumber - 1) }

    /// From Monday to Sunday, as ISO 8601 has it; nil for days of other months.
    var weeks: [[CalendarDate?]] {
        // 1 January 1970 was a Thursday, day 3 of a week that begins with 0.
        let blank = (firstNumber % 7 + 7 + 3) % 7
        var cells: [CalendarDate?] = Array(repeating: nil, count: blank)
        cells += (firstNumber..<nextNumber).map { CalendarDate(dayNumber: $0) }
        while cells.count % 7 != 0 { cells.append(nil) }
        return stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) }
    }
}
