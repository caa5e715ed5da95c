import Clocks
import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import People

/// One deadline: when, why then, who, and what was changed.
enum DeadlinePageView {
    static func answer(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query? = nil
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let (deadline, history) = try await visit.asking { () async throws(WorkspaceError) in
            let deadline = try await clocks.deadline(visit.id, visit.member)
            return (deadline, try await clocks.history(deadline, visit.member))
        }
        let comments = try await visit.asking { () async throws(WorkspaceError) in
            try await CommentsPart(Subject(.deadline, deadline.id), clocks.store, visit)
        }
        let view = parts.view
        let title = parts.names.title(deadline)
        var head = parts.head(title)
        head.path = visit.path("/deadlines/\(deadline.id)")
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: view.say("clocks.category.\(deadline.kind.rawValue)"), title)
            parts.said()
            parts.troubles(troubles)
            facts(parts, deadline)
            if parts.mayManage, deadline.status != .withdrawn {
                closing(parts, deadline, form)
                editing(parts, deadline, form)
            }
            comments.write(view)
            HistoryList.write(parts, history, .deadline)
        }
    }

    private static func facts(_ parts: DateParts, _ deadline: Deadline) {
        let view = parts.view
        let entry = DateEntry(deadline)
        view.html.element(.dl, .class("facts-list")) {
            view.fact(view.say("clocks.field.due")) {
                view.html.text(view.date(deadline.due))
                view.html.element(
                    .p, .class(entry.isLate(parts.today) ? "distance late" : "distance"), text: parts.distance(entry))
            }
            view.fact(view.say("clocks.field.force")) {
                view.html.text(view.say(DateWords.force(entry)))
                view.html.element(.p, .class("hint"), text: view.say(DateWords.force(entry) + ".hint"))
            }
            view.fact(view.say("clocks.field.origin")) {
                view.html.text(view.say("clocks.origin.\(deadline.origin.rawValue)"))
                if !deadline.source.isEmpty {
                    view.html.element(.p, .class("hint"), .dir("auto"), text: deadline.source)
                }
                if let rule = deadline.rule {
                    view.html.element(.p, .class("hint")) {
                        view.link(
                            view.address(parts.visit.path("/deadlines/rules") + "#" + rule),
                            view.say("clocks.rule.link"))
                    }
                }
            }
            view.fact(view.say("clocks.field.owner")) {
                parts.owners(deadline.institution.map { [$0] } ?? [], deadline.account)
            }
            if deadline.status != .open {
                view.fact(view.say("clocks.field.status")) {
                    view.html.text(view.say("clocks.status.\(deadline.status.rawValue)"))
                    if let closed = deadline.closed { view.html.text(" · " + view.date(closed)) }
                    if let reason = deadline.reason { view.html.element(.p, .dir("auto"), text: reason) }
                }
            }
            if deadline.audience == .government {
                view.fact(view.say("clocks.field.audience")) { view.write("clocks.audience.government") }
            }
        }
    }

    private static func closing(_ parts: DateParts, _ deadline: Deadline, _ form: Query?) {
        let view = parts.view
        view.section("close", view.say(deadline.status == .open ? "clocks.close" : "clocks.reopen")) {
            parts.form(
                "/deadlines/\(deadline.id)/close",
                button: deadline.status == .open ? "clocks.close.button" : "clocks.reopen"
            ) {
                parts.hidden(version: deadline.version)
                if deadline.status == .open {
                    parts.choice(
                        "status", DeadlineStatus.self, "clocks.status", chosen: form?.text("status") ?? "done",
                        values: deadline.isOwn ? [.done, .notNeeded, .withdrawn] : [.done, .notNeeded])
                    view.textArea(
                        "reason", view.say("clocks.field.reason"), form?.text("reason") ?? "", language: view.words.tag,
                        rows: 2)
                } else {
                    view.hiddenField("status", DeadlineStatus.open.rawValue)
                }
            }
        }
    }

    private static func editing(_ parts: DateParts, _ deadline: Deadline, _ form: Query?) {
        let view = parts.view
        view.section("edit", view.say("clocks.edit"), view.say("clocks.edit.lead")) {
            parts.form("/deadlines/\(deadline.id)/edit", button: "clocks.save") {
                parts.hidden(version: deadline.version)
                if deadline.isOwn {
                    view.textField(
                        "title", view.say("clocks.field.title"), form?.text("title") ?? deadline.title ?? "", most: 300)
                }
                parts.dateField("due", form?.text("due") ?? deadline.due.description)
                view.textField(
                    "document", view.say("clocks.field.document"), form?.text("document") ?? "",
                    hint: view.say("clocks.hint.printed"), most: 200)
                if !deadline.isOwn, deadline.origin == .fixed || deadline.origin == .printed {
                    view.checkbox("computed", view.say("clocks.field.computed"), isOn: false)
                }
                parts.institutionSelect(
                    form?.text("institution") ?? deadline.institution.map { String($0.value) } ?? "")
                parts.personSelect(form?.text("account") ?? deadline.account.map { String($0.value) } ?? "")
                view.textField("why", view.say("clocks.field.why"), form?.text("why") ?? "", most: 2_000)
            }
        }
    }

    static func edit(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let known = try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.deadline(visit.id, visit.member)
        }
        var edit = DeadlineEdit(
            version: form.number(Conflict.versionField) ?? 0, title: known.isOwn ? form.text("title") : nil,
            institution: .some(form.institution()), account: .some(form.account()),
            reason: form.text("why").isEmpty ? nil : form.text("why"))
        let document = form.text("document")
        if form.first("computed") == "yes" {
            edit.due = .computed
        } else if let due = form.date("due") {
            if !document.isEmpty {
                edit.due = .printed(due, document: document)
            } else if due != known.due {
                edit.due = .fixed(due)
            }
        } else {
            return try await answer(
                visit, clocks, troubles: [.init("due", "clocks.invalid.date")], form: form)
        }
        return try await put(edit, visit, form, clocks)
    }

    static func close(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        guard let status = form.value("status", DeadlineStatus.self) else {
            throw .invalid([.init(name: "status", allowed: "open, done, not-needed")])
        }
        let reason = form.text("reason")
        return try await put(
            DeadlineEdit(
                version: form.number(Conflict.versionField) ?? 0, status: status, reason: reason.isEmpty ? nil : reason),
            visit, form, clocks)
    }

    private static func put(
        _ edit: DeadlineEdit, _ visit: Visit, _ form: Query, _ clocks: Clocks
    ) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            try await clocks.edit(visit.id, edit, by: visit.member)
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        return visit.done("/deadlines/\(visit.id)", "saved")
    }
}

/// Who changed what and when, of one object of these pages.
enum HistoryList {
    static func write(_ parts: DateParts, _ history: [FieldChange], _ kind: SubjectKind) {
        guard !history.isEmpty else { return }
        let (view, html) = (parts.view, parts.view.html)
        let values = FieldValues(parts.institutions)
        view.section("history", view.say("clocks.history")) {
            view.table(view.say("clocks.history")) {
                view.headRow(
                    ["when", "by", "field", "from", "to", "why"].map { (view.say("clocks.column.\($0)"), false) })
                html.element(.tbody) {
                    for change in history {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: view.moment(change.at))
                            html.element(.td) { html.element(.bdi, text: change.by) }
                            html.element(.td, text: name(change.field, view))
                            html.element(.td, .dir("auto"), text: text(change.field, change.old, parts, values))
                            html.element(.td, .dir("auto"), text: text(change.field, change.new, parts, values))
                            html.element(.td, .dir("auto"), text: change.why ?? "")
                        }
                    }
                }
            }
        }
    }

    private static func name(_ field: String, _ view: View) -> String {
        view.words.has("clocks.field.\(field)") ? view.say("clocks.field.\(field)") : field
    }

    private static func text(_ field: String, _ value: String?, _ parts: DateParts, _ values: FieldValues) -> String {
        if let value {
            if field == "account", let id = Int64(value) { return parts.person(AccountID(id)) ?? value }
            for key in ["clocks.\(field).\(value)", "clocks.alertStatus.\(value)"] where parts.view.words.has(key) {
                return parts.view.say(key)
            }
        }
        return values.text(field, value, parts.view)
    }
}
