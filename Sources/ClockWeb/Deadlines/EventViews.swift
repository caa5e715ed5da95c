import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// What starts clocks: reviews, concluding observations, letters. A change is shown before it is made.
enum EventViews {
    static func list(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let events = try await visit.asking { () async throws(WorkspaceError) in try await clocks.events(visit.member) }
        let (view, html) = (parts.view, parts.view.html)
        return await view.page(parts.head(view.say("clocks.events"), isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("clocks.events"), lead: view.say("clocks.events.lead"))
            parts.said()
            parts.tabs("events")
            if events.isEmpty {
                view.empty(view.say("clocks.events.empty")) {
                    html.element(.p, text: view.say("clocks.events.empty.hint"))
                }
            } else {
                view.table(view.say("clocks.events"), style: "dates") {
                    view.headRow(["date", "what", "document"].map { (view.say("clocks.column.\($0)"), false) })
                    html.element(.tbody) {
                        for event in events {
                            html.element(.tr) {
                                html.element(.th, .scope("row"), text: view.date(event.day))
                                html.element(.td) {
                                    if parts.mayManage {
                                        html.element(
                                            .a, .href(view.address(visit.path("/deadlines/events/\(event.id)"))),
                                            .dir("auto"),
                                            text: parts.names.title(event))
                                    } else {
                                        html.element(.bdi, text: parts.names.title(event))
                                    }
                                    let origin = event.isFixed ? "clocks.events.person" : "clocks.events.record"
                                    html.element(.p, .class("hint"), text: view.say(origin))
                                }
                                html.element(.td) { html.element(.bdi, text: event.document ?? "") }
                            }
                        }
                    }
                }
            }
            if parts.mayManage {
                html.element(.p, .class("actions")) {
                    html.element(
                        .a, .class("button"), .href(view.address(visit.path("/deadlines/events/new"))),
                        text: view.say("clocks.events.add"))
                }
            }
        }
    }

    // MARK: A new event

    static func new(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query = Query(),
        preview: MovePreview? = nil
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let view = parts.view
        let kinds = ClockEventKind.allCases
        return await view.page(parts.head(view.say("clocks.events.add")), status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("clocks.events.add"), lead: view.say("clocks.events.add.lead"))
            parts.troubles(troubles)
            if let preview { PreviewView.write(parts, preview) }
            parts.form("/deadlines/events/new", button: preview == nil ? "clocks.preview" : "clocks.apply") {
                if preview != nil { view.hiddenField("apply", "yes") }
                parts.choice("event", ClockEventKind.self, "clocks.event", chosen: form.text("event"), values: kinds)
                parts.mechanismSelect(form.text("mechanism"), empty: "clocks.noMechanism")
                parts.dateField("day", form.text("day"))
                view.textField(
                    "title", view.say("clocks.field.title"), form.text("title"), hint: view.say("clocks.hint.title"),
                    most: 300)
                view.textField(
                    "number", view.say("clocks.field.number"), form.text("number"), most: 3, direction: "ltr")
                view.textField(
                    "document", view.say("clocks.field.document"), form.text("document"), most: 200, direction: "ltr")
            }
        }
    }

    static func add(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let draft = EventDraft(
            kind: form.value("event", ClockEventKind.self) ?? .other, mechanism: form.mechanism(),
            number: form.number("number"), title: form.text("title"), day: form.date("day"),
            document: form.text("document"))
        var preview: MovePreview?
        do throws(WorkspaceError) {
            if form.first("apply") == "yes" {
                _ = try await clocks.add(draft, by: visit.member)
            } else {
                preview = try await clocks.preview(.add(draft), visit.member)
            }
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await new(visit, clocks, troubles: troubles, form: form)
        }
        if let preview { return try await new(visit, clocks, form: form, preview: preview) }
        return visit.done("/deadlines/events", "added")
    }

    // MARK: One event

    static func one(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query? = nil,
        preview: MovePreview? = nil
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let event = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.event(visit.id, visit.member)
        }
        let view = parts.view
        let title = parts.names.title(event)
        var head = parts.head(title)
        head.path = visit.path("/deadlines/events/\(event.id)")
        let isWithdrawing = form?.first("withdraw") == "yes"
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: view.say("clocks.events"), title, lead: view.date(event.day))
            parts.troubles(troubles)
            if let preview { PreviewView.write(parts, preview) }
            parts.form("/deadlines/events/\(event.id)/edit", button: preview == nil ? "clocks.preview" : "clocks.apply")
            {
                parts.hidden(version: form?.number(Conflict.versionField) ?? event.version)
                if preview != nil { view.hiddenField("apply", "yes") }
                parts.dateField("day", form?.text("day") ?? event.day.description)
                view.textField(
                    "title", view.say("clocks.field.title"), form?.text("title") ?? event.title ?? "",
                    hint: view.say("clocks.hint.title"), most: 300)
                view.textField(
                    "document", view.say("clocks.field.document"), form?.text("document") ?? event.document ?? "",
                    most: 200,
                    direction: "ltr")
                view.textField("why", view.say("clocks.field.why"), form?.text("why") ?? "", most: 2_000)
                view.checkbox("withdraw", view.say("clocks.events.withdraw"), isOn: isWithdrawing)
            }
        }
    }

    static func edit(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let version = form.number(Conflict.versionField) ?? 0
        let isWithdrawing = form.first("withdraw") == "yes"
        let isApplied = form.first("apply") == "yes"
        var preview: MovePreview?
        do throws(WorkspaceError) {
            guard let day = form.date("day") else { throw .invalid("day", "clocks.invalid.date") }
            if isApplied, isWithdrawing {
                try await clocks.withdraw(event: visit.id, version: version, why: form.text("why"), by: visit.member)
            } else if isApplied {
                try await clocks.move(
                    visit.id, to: day, title: form.text("title"), document: form.text("document"), version: version,
                    why: form.text("why"), by: visit.member)
            } else {
                let proposal = isWithdrawing ? ClockProposal.withdraw(event: visit.id) : .move(event: visit.id, to: day)
                preview = try await clocks.preview(proposal, visit.member)
            }
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await one(visit, clocks, troubles: troubles, form: form)
        }
        if let preview { return try await one(visit, clocks, form: form, preview: preview) }
        return visit.done("/deadlines/events", "saved")
    }
}

/// Which deadlines a change would move, from when to when.
enum PreviewView {
    static func write(_ parts: DateParts, _ preview: MovePreview) {
        let (view, html) = (parts.view, parts.view.html)
        view.section("preview", view.say("clocks.preview.title"), view.say("clocks.preview.lead")) {
            if preview.isEmpty { html.element(.p, text: view.say("clocks.preview.none")) }
            moves(parts, preview.moves, "clocks.preview.moves")
            let rows = [("clocks.preview.new", preview.new), ("clocks.preview.withdrawn", preview.withdrawn)]
            for (key, deadlines) in rows where !deadlines.isEmpty {
                html.element(.h3, text: view.say(key, ["n": .number(deadlines.count)]))
                html.element(.ul) {
                    for deadline in deadlines {
                        html.element(.li) {
                            html.element(.bdi, text: parts.names.title(deadline))
                            html.text(" · " + view.date(deadline.due))
                        }
                    }
                }
            }
            moves(parts, preview.kept, "clocks.preview.kept")
        }
    }

    private static func moves(_ parts: DateParts, _ moves: [MovePreview.Move], _ key: String) {
        guard !moves.isEmpty else { return }
        let (view, html) = (parts.view, parts.view.html)
        let caption = view.say(key, ["n": .number(moves.count)])
        html.element(.h3, text: caption)
        view.table(caption, style: "dates") {
            view.headRow(["what", "from", "to"].map { (view.say("clocks.column.\($0)"), false) })
            html.element(.tbody) {
                for move in moves {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { html.element(.bdi, text: parts.names.title(move.deadline)) }
                        html.element(.td, text: view.date(move.from))
                        html.element(.td, text: view.date(move.to))
                    }
                }
            }
        }
    }
}
