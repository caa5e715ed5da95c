import Clocks
import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import People

/// One alert: why, whom it concerns, what was answered, and what can be done.
enum AlertPageView {
    static func answer(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query? = nil
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let (alert, history) = try await visit.asking { () async throws(WorkspaceError) in
            let alert = try await clocks.alert(visit.id, visit.member)
            return (alert, try await clocks.history(alert, visit.member))
        }
        let comments = try await visit.asking { () async throws(WorkspaceError) in
            try await CommentsPart(Subject(.alert, alert.id), clocks.store, visit)
        }
        let view = parts.view
        let title = parts.names.title(alert)
        var head = parts.head(title, place: .alerts)
        head.path = visit.path("/alerts/\(alert.id)")
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(
                kicker: view.say("clocks.alert.\(alert.kind.rawValue)"), title, lead: AlertViews.why(parts, alert))
            parts.said()
            parts.troubles(troubles)
            facts(parts, alert)
            if visit.may(.answerAlerts) { deeds(parts, alert, form) }
            comments.write(view)
            HistoryList.write(parts, history, .alert)
        }
    }

    private static func facts(_ parts: DateParts, _ alert: Alert) {
        let view = parts.view
        view.html.element(.dl, .class("facts-list")) {
            view.fact(view.say("clocks.field.status")) { view.html.text(AlertViews.status(parts, alert)) }
            view.fact(view.say("clocks.field.owner")) {
                parts.owners(alert.institution.map { [$0] } ?? [], alert.account)
            }
            if !alert.concerns.isEmpty {
                view.fact(view.say("clocks.field.concerns")) { parts.owners(alert.concerns, nil) }
            }
            if let subject = alert.subject {
                view.fact(view.say("clocks.field.subject")) {
                    view.link(parts.address(subject), view.say("clocks.category.\(subject.kind.rawValue)"))
                }
            }
            if let mechanism = alert.mechanism {
                view.fact(view.say("clocks.field.mechanism")) {
                    view.html.text(view.name(.mechanism, mechanism.rawValue))
                }
            }
            if let document = alert.document {
                view.fact(view.say("clocks.field.document")) { view.html.element(.bdi, text: document) }
            }
            if let answer = alert.answer {
                view.fact(view.say("clocks.field.answer")) { view.html.element(.p, .dir("auto"), text: answer) }
            }
            if let reason = alert.reason {
                view.fact(view.say("clocks.field.reason")) { view.html.element(.p, .dir("auto"), text: reason) }
            }
            view.fact(view.say("clocks.field.raised")) { view.html.text(view.moment(alert.raised)) }
        }
    }

    private static func deeds(_ parts: DateParts, _ alert: Alert, _ sent: Query?) {
        let view = parts.view
        func form(_ name: String, _ fields: () -> Void) {
            parts.form("/alerts/\(alert.id)/act", button: "clocks.deed.\(name)", isQuiet: name != "answer") {
                parts.hidden(version: alert.version)
                view.hiddenField("deed", name)
                fields()
            }
        }
        /// What is done seldom is folded away, unless it is what did not fit.
        func deed(_ name: String, _ fields: () -> Void) {
            view.html.element(.details, .class("deed"), .custom("open", sent?.text("deed") == name ? "open" : nil)) {
                view.html.element(.summary, text: view.say("clocks.deed.\(name)"))
                form(name, fields)
            }
        }
        if alert.status != .ended {
            form("answer") {
                view.textArea(
                    "answer", view.say("clocks.field.answer"), sent?.text("answer") ?? alert.answer ?? "",
                    language: view.words.tag, rows: 4)
            }
            deed("snooze") {
                parts.dateField("until", sent?.text("until") ?? "", hint: "clocks.hint.until")
                view.textField("reason", view.say("clocks.field.reason"), sent?.text("reason") ?? "", most: 2_000)
            }
        }
        if alert.status == .answered || alert.status == .snoozed || (alert.status == .ended && alert.isEntered) {
            deed("reopen") {}
        }
        guard parts.mayManage, alert.status != .ended else { return }
        deed("assign") {
            parts.institutionSelect(alert.institution.map { String($0.value) } ?? "", label: "clocks.field.owner")
            parts.personSelect(alert.account.map { String($0.value) } ?? "")
        }
        if alert.isEntered {
            deed("end") {
                view.textField("ended", view.say("clocks.field.reason"), sent?.text("ended") ?? "", most: 2_000)
            }
        }
    }

    static func act(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let deed: AlertDeed
        switch form.text("deed") {
        case "answer": deed = .answer(form.text("answer"))
        case "snooze": deed = .snooze(until: form.date("until"), reason: form.text("reason"))
        case "reopen": deed = .reopen
        case "assign": deed = .assign(form.institution(), form.account())
        case "end": deed = .end(reason: form.text("ended"))
        default: throw .invalid([.init(name: "deed", allowed: "answer, snooze, reopen, assign, end")])
        }
        do throws(WorkspaceError) {
            try await clocks.act(
                on: visit.id, deed, version: form.number(Conflict.versionField) ?? 0, by: visit.member)
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        return visit.done("/alerts/\(visit.id)", "saved")
    }
}

/// A decision, an inquiry or a crisis that a person enters.
enum NewAlertView {
    static func answer(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query = Query()
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let (view, html) = (parts.view, parts.view.html)
        return await view.page(
            parts.head(view.say("clocks.alerts.add"), place: .alerts), status: troubles.isEmpty ? 200 : 400
        ) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("clocks.alerts.add"), lead: view.say("clocks.alerts.add.lead"))
            parts.troubles(troubles)
            parts.form("/alerts/new", button: "clocks.alerts.add") {
                parts.choice(
                    "kind", AlertKind.self, "clocks.alert", chosen: form.text("kind"), values: AlertKind.entered)
                view.textField(
                    "title", view.say("clocks.field.title"), form.text("title"), hint: view.say("clocks.hint.names"),
                    most: 300)
                parts.mechanismSelect(form.text("mechanism"), empty: "clocks.noMechanism")
                view.textField(
                    "document", view.say("clocks.field.document"), form.text("document"), most: 200, direction: "ltr")
                parts.dateField("day", form.text("day"))
                parts.institutionSelect(form.text("institution"), label: "clocks.field.owner")
                parts.personSelect(form.text("account"))
                if !parts.institutions.isEmpty {
                    html.element(.fieldset, .class("weekdays")) {
                        html.element(.legend, text: view.say("clocks.field.concerns"))
                        let chosen = Set(form.all("concern"))
                        for institution in parts.institutions.prefix(Clocks.concernsMax) where !institution.isClosed {
                            let id = String(institution.id.value)
                            html.element(.div, .class("entry tickable")) {
                                html.empty(
                                    .input, .type("checkbox"), .id("concern-" + id), .name("concern"), .value(id),
                                    .checked(chosen.contains(id)))
                                html.element(.label, .for("concern-" + id), text: institution.name)
                            }
                        }
                    }
                }
            }
        }
    }

    static func add(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let draft = AlertDraft(
            kind: form.value("kind", AlertKind.self) ?? .crisis, title: form.text("title"), mechanism: form.mechanism(),
            document: form.text("document"), day: form.date("day"), institution: form.institution(),
            account: form.account(), concerns: form.all("concern").compactMap { Int64($0).map { InstitutionID($0) } })
        let alert: Alert
        do throws(WorkspaceError) { alert = try await clocks.add(draft, by: visit.member) } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        return visit.done("/alerts/\(alert.id)", "added")
    }
}
