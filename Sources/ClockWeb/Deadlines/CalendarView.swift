import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// A person's own calendar: its private address, the file, and how often she is reminded.
enum CalendarView {
    static func answer(_ visit: Visit, _ clocks: Clocks, token: String? = nil) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let (made, frequency) = try await visit.asking { () async throws(WorkspaceError) in
            (try await clocks.calendarTokenMade(visit.member), try await clocks.reminderFrequency(visit.member))
        }
        let (view, html) = (parts.view, parts.view.html)
        var head = parts.head(view.say("clocks.calendar"))
        head.path = visit.path("/deadlines/calendar")
        return await view.page(head) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("clocks.calendar"), lead: view.say("clocks.calendar.lead"))
            parts.said()
            parts.tabs("calendar")
            view.section("feed", view.say("clocks.feed"), view.say("clocks.feed.lead")) {
                if let token {
                    view.done(view.say("clocks.feed.once"))
                    let address = visit.exchange.site.publicAddress + "/calendars/\(token).ics"
                    html.element(.p) { html.element(.code, .dir("ltr"), .class("token"), text: address) }
                }
                if let made {
                    html.element(.p, text: view.say("clocks.feed.since", ["when": .text(view.moment(made))]))
                    parts.form("/deadlines/calendar/end", button: "clocks.feed.end", isQuiet: true) {}
                }
                parts.form("/deadlines/calendar", button: made == nil ? "clocks.feed.make" : "clocks.feed.again") {}
            }
            view.section("file", view.say("clocks.file"), view.say("clocks.file.lead")) {
                html.element(.p) { view.link(view.address(visit.path("/deadlines.ics")), view.say("clocks.file.load")) }
            }
            view.section("reminders", view.say("clocks.reminders"), view.say("clocks.reminders.lead")) {
                parts.form("/deadlines/reminders", button: "clocks.save") {
                    parts.choice(
                        "frequency", ReminderFrequency.self, "clocks.frequency", chosen: frequency.rawValue)
                }
            }
        }
    }

    static func make(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let token = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.makeCalendarToken(visit.member)
        }
        return try await answer(visit, clocks, token: token)
    }

    static func end(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        try await visit.asking { () async throws(WorkspaceError) in try await clocks.revokeCalendarToken(visit.member) }
        return visit.done("/deadlines/calendar", "saved")
    }

    static func choose(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        guard let frequency = form.value("frequency", ReminderFrequency.self) else {
            throw .invalid([.init(name: "frequency", allowed: "none, daily, weekly")])
        }
        try await visit.asking { () async throws(WorkspaceError) in try await clocks.choose(frequency, visit.member) }
        return visit.done("/deadlines/calendar", "saved")
    }

    static func file(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let bytes = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.calendar(
                visit.member, visit.exchange.words, address: visit.exchange.site.publicAddress)
        }
        var answer = calendar(bytes)
        answer.caching = .never
        answer.headers.append(
            ("Content-Disposition", "attachment; filename=\"\(visit.workspace.slug)-deadlines.ics\""))
        return answer
    }

    /// Behind a private address: whoever knows it reads it, and nothing else of the workspace.
    static func feed(_ exchange: Exchange, _ clocks: Clocks) async throws(WebError) -> Answer {
        let name = exchange.value("token")
        guard name.hasSuffix(".ics") else { throw .notFound }
        do throws(WorkspaceError) {
            let bytes = try await clocks.feed(
                token: String(name.dropLast(4)), exchange.site.locales, address: exchange.site.publicAddress)
            return calendar(bytes)
        } catch { throw WebError(error) }
    }

    private static func calendar(_ bytes: [UInt8]) -> Answer {
        Answer(contentType: "text/calendar; charset=utf-8", body: .bytes(bytes))
    }
}
