import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// Working days, holidays, and when people are reminded.
enum ClockSettingsView {
    static func answer(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query? = nil,
        rejected: [Int] = []
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let (settings, holidays) = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.settings(visit.member)
        }
        let view = parts.view
        var head = parts.head(view.say("clocks.settings"))
        head.path = visit.path("/deadlines/settings")
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: visit.workspace.name, view.say("clocks.settings"))
            parts.said()
            parts.tabs("settings")
            parts.troubles(troubles)
            view.section(
                "counting", view.say("clocks.settings.counting"),
                view.say("clocks.settings.lead", ["zone": .text(visit.workspace.timeZone)])
            ) {
                parts.form("/deadlines/settings", button: "clocks.save") { fields(parts, settings, form) }
            }
            view.section("holidays", view.say("clocks.holidays"), view.say("clocks.holidays.lead")) {
                if holidays.isEmpty {
                    view.html.element(.p, text: view.say("clocks.holidays.empty"))
                } else {
                    table(parts, holidays)
                }
                if !rejected.isEmpty {
                    view.problem(
                        view.say(
                            "clocks.holidays.rejected",
                            [
                                "lines": .text(
                                    rejected.prefix(20).map { view.number($0) }.joined(
                                        separator: view.say("list.comma")))
                            ]))
                }
                parts.form("/deadlines/holidays", button: "clocks.holidays.add") {
                    view.textArea(
                        "list", view.say("clocks.holidays.list"), form?.text("list") ?? "", language: view.words.tag,
                        rows: 6)
                }
            }
        }
    }

    private static func fields(_ parts: DateParts, _ settings: ClockSettings, _ form: Query?) {
        let view = parts.view
        parts.hidden(version: form?.number(Conflict.versionField) ?? settings.version)
        view.html.element(.fieldset, .class("weekdays")) {
            view.html.element(.legend, text: view.say("clocks.field.weekend"))
            for day in 1...7 {
                let isOn = form.map { $0.first("weekend\(day)") == "yes" } ?? settings.weekend.contains(day)
                view.checkbox("weekend\(day)", view.say("clocks.weekday.\(day)"), isOn: isOn)
            }
        }
        view.textField(
            "stalled", view.say("clocks.field.stalled"), form?.text("stalled") ?? String(settings.stalledMonths),
            most: 2,
            direction: "ltr")
        view.textField(
            "hour", view.say("clocks.field.hour"), form?.text("hour") ?? String(settings.digestHour),
            hint: view.say("clocks.hint.hour"), most: 2, direction: "ltr")
        view.textField(
            "days", view.say("clocks.field.days"),
            form?.text("days") ?? settings.remindDays.map { String($0) }.joined(separator: " "),
            hint: view.say("clocks.hint.days"), most: 60, direction: "ltr")
    }

    private static func table(_ parts: DateParts, _ holidays: [Holiday]) {
        let (view, html) = (parts.view, parts.view.html)
        view.table(view.say("clocks.holidays")) {
            view.headRow(["date", "what", "remove"].map { (view.say("clocks.column.\($0)"), false) })
            html.element(.tbody) {
                for holiday in holidays {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.date(holiday.day))
                        html.element(.td) { html.element(.bdi, text: holiday.name) }
                        html.element(.td) {
                            parts.form("/deadlines/holidays/remove", button: "clocks.holidays.remove", isQuiet: true) {
                                view.hiddenField("day", holiday.day.description)
                            }
                        }
                    }
                }
            }
        }
    }

    static func put(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let words = form.text("days").split { !$0.isNumber && $0 != "-" }
        let days = words.compactMap { Int($0) }
        let settings = ClockSettings(
            weekend: Set((1...7).filter { form.first("weekend\($0)") == "yes" }),
            stalledMonths: form.number("stalled") ?? 0, digestHour: form.number("hour") ?? -1,
            remindDays: words.count == days.count ? days : [-1], version: form.number(Conflict.versionField) ?? 0)
        do throws(WorkspaceError) { try await clocks.put(settings, by: visit.member) } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        return visit.done("/deadlines/settings", "saved")
    }

    static func addHolidays(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let outcome = HolidayFile.read(form.text("list"))
        do throws(WorkspaceError) { try await clocks.add(outcome.holidays, by: visit.member) } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        if outcome.rejected.isEmpty { return visit.done("/deadlines/settings", "saved") }
        return try await answer(visit, clocks, form: form, rejected: outcome.rejected)
    }

    static func removeHoliday(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        guard let day = form.date("day") else { throw .notFound }
        try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.removeHoliday(day, by: visit.member)
        }
        return visit.done("/deadlines/settings", "saved")
    }
}
