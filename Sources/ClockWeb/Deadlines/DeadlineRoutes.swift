package import Clocks
import Domain
package import Frame

/// Deadlines and calendars.
package enum DeadlineRoutes {
    package static func all(_ clocks: Clocks) -> [Route] {
        pages(clocks) + events(clocks) + rules(clocks) + settings(clocks) + calendars(clocks) + api(clocks)
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = DeadlineJSON.schemas

    private static func pages(_ clocks: Clocks) -> [Route] {
        [
            .workspace("deadlines", "/deadlines", DeadlineListView.parameters, right: .seeWorkspace) {
                visit throws(WebError) in try await DeadlineListView.answer(visit, clocks)
            },
            .workspace("deadline-month", "/deadlines/month", MonthView.parameters, right: .seeWorkspace) {
                visit throws(WebError) in try await MonthView.answer(visit, clocks)
            },
            .workspace("deadline-new", "/deadlines/new", right: .manageDeadlines) { visit throws(WebError) in
                try await NewDeadlineView.answer(visit, clocks)
            },
            .workspaceForm("deadline-add", "/deadlines/new", right: .manageDeadlines) { visit, form throws(WebError) in
                try await NewDeadlineView.add(visit, form, clocks)
            },
            .workspace("deadline", "/deadlines/{id}", [.id], right: .seeWorkspace) { visit throws(WebError) in
                try await DeadlinePageView.answer(visit, clocks)
            },
            .workspaceForm("deadline-edit", "/deadlines/{id}/edit", [.id], right: .manageDeadlines) {
                visit, form throws(WebError) in try await DeadlinePageView.edit(visit, form, clocks)
            },
            .workspaceForm("deadline-close", "/deadlines/{id}/close", [.id], right: .manageDeadlines) {
                visit, form throws(WebError) in try await DeadlinePageView.close(visit, form, clocks)
            },
        ]
    }

    private static func events(_ clocks: Clocks) -> [Route] {
        [
            .workspace("clock-events", "/deadlines/events", right: .seeWorkspace) { visit throws(WebError) in
                try await EventViews.list(visit, clocks)
            },
            .workspace("clock-event-new", "/deadlines/events/new", right: .manageDeadlines) { visit throws(WebError) in
                try await EventViews.new(visit, clocks)
            },
            .workspaceForm("clock-event-add", "/deadlines/events/new", right: .manageDeadlines) {
                visit, form throws(WebError) in try await EventViews.add(visit, form, clocks)
            },
            .workspace("clock-event", "/deadlines/events/{id}", [.id], right: .manageDeadlines) {
                visit throws(WebError) in
                try await EventViews.one(visit, clocks)
            },
            .workspaceForm("clock-event-edit", "/deadlines/events/{id}/edit", [.id], right: .manageDeadlines) {
                visit, form throws(WebError) in try await EventViews.edit(visit, form, clocks)
            },
        ]
    }

    private static func rules(_ clocks: Clocks) -> [Route] {
        let code = Parameter.code("A rule's code.")
        return [
            .workspace("clock-rules", "/deadlines/rules", right: .seeWorkspace) { visit throws(WebError) in
                try await RuleViews.list(visit, clocks)
            },
            .workspace("clock-rule-new", "/deadlines/rules/new", right: .manageDeadlines) { visit throws(WebError) in
                try await RuleViews.one(visit, clocks)
            },
            .workspaceForm("clock-rule-add", "/deadlines/rules/new", right: .manageDeadlines) {
                visit, form throws(WebError) in try await RuleViews.put(visit, form, clocks)
            },
            .workspace("clock-rule", "/deadlines/rules/{code}", [code], right: .manageDeadlines) {
                visit throws(WebError) in
                try await RuleViews.one(visit, clocks)
            },
            .workspaceForm("clock-rule-edit", "/deadlines/rules/{code}/edit", [code], right: .manageDeadlines) {
                visit, form throws(WebError) in try await RuleViews.put(visit, form, clocks)
            },
            .workspaceForm("clock-rule-remove", "/deadlines/rules/{code}/remove", [code], right: .manageDeadlines) {
                visit, form throws(WebError) in try await RuleViews.remove(visit, form, clocks)
            },
        ]
    }

    private static func settings(_ clocks: Clocks) -> [Route] {
        [
            .workspace("clock-settings", "/deadlines/settings", right: .manageDeadlines) { visit throws(WebError) in
                try await ClockSettingsView.answer(visit, clocks)
            },
            .workspaceForm("clock-settings-save", "/deadlines/settings", right: .manageDeadlines) {
                visit, form throws(WebError) in try await ClockSettingsView.put(visit, form, clocks)
            },
            .workspaceForm("holidays-add", "/deadlines/holidays", right: .manageDeadlines) {
                visit, form throws(WebError) in try await ClockSettingsView.addHolidays(visit, form, clocks)
            },
            .workspaceForm("holiday-remove", "/deadlines/holidays/remove", right: .manageDeadlines) {
                visit, form throws(WebError) in try await ClockSettingsView.removeHoliday(visit, form, clocks)
            },
        ]
    }

    private static func calendars(_ clocks: Clocks) -> [Route] {
        [
            .workspace("calendar", "/deadlines/calendar", right: .seeWorkspace) { visit throws(WebError) in
                try await CalendarView.answer(visit, clocks)
            },
            .workspaceForm("calendar-make", "/deadlines/calendar", right: .seeWorkspace) { visit, _ throws(WebError) in
                try await CalendarView.make(visit, clocks)
            },
            .workspaceForm("calendar-end", "/deadlines/calendar/end", right: .seeWorkspace) {
                visit, _ throws(WebError) in try await CalendarView.end(visit, clocks)
            },
            .workspaceForm("reminders-choose", "/deadlines/reminders", right: .seeWorkspace) {
                visit, form throws(WebError) in try await CalendarView.choose(visit, form, clocks)
            },
            .workspace("calendar-file", "/deadlines.ics", right: .seeWorkspace, contentType: "text/calendar") {
                visit throws(WebError) in try await CalendarView.file(visit, clocks)
            },
            Route(
                name: "calendar-feed", pattern: "/calendars/{token}", kind: .service,
                parameters: [
                    Parameter(
                        name: "token", place: .path, form: .text(charactersMax: 60),
                        summary: "A private address of a calendar.")
                ], summary: "", contentType: "text/calendar"
            ) { exchange throws(WebError) in try await CalendarView.feed(exchange, clocks) },
        ]
    }

    private static func api(_ clocks: Clocks) -> [Route] {
        let limit = Parameter(name: "limit", form: .integer(1...Clocks.pageMax), summary: "How many at most.")
        return [
            .workspaceAPI(
                "deadlines-api", "/deadlines", DeadlineListView.parameters + [limit], right: .seeWorkspace,
                "Deadlines and dates of the plan, by date.", "DeadlinePage"
            ) { visit throws(WebError) in try await DeadlineJSON.list(visit, clocks) },
            .workspaceAPI(
                "deadline-api", "/deadlines/{id}", [.id], right: .seeWorkspace, "One deadline.", "Deadline"
            ) { visit throws(WebError) in try await DeadlineJSON.one(visit, clocks) },
            .workspaceAPI(
                "addDeadline", "/deadlines", method: .post, right: .manageDeadlines,
                "Adds a deadline of the workspace's own.", "Deadline", body: "NewDeadline"
            ) { visit throws(WebError) in try await DeadlineAPI.add(visit, clocks) },
            .workspaceAPI(
                "changeDeadline", "/deadlines/{id}", [.id], method: .put, right: .manageDeadlines,
                "Changes a deadline that is at the version in If-Match; what is null stays.", "Deadline",
                body: "DeadlineChange"
            ) { visit throws(WebError) in try await DeadlineAPI.change(visit, clocks) },
            .workspaceAPI(
                "withdrawDeadline", "/deadlines/{id}", [.id], method: .delete, right: .manageDeadlines,
                "Withdraws a deadline of the workspace's own that is at the version in If-Match; its history stays.",
                "Deadline"
            ) { visit throws(WebError) in try await DeadlineAPI.withdraw(visit, clocks) },
        ]
    }
}
