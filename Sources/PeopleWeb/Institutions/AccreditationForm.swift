import Domain
import Frame
import Locales
import Markup
import People

/// Accreditation of a national human rights institution: every decision with its date and source, and the form for the next.
enum AccreditationForm {
    static func section(_ entries: [Accreditation], _ visit: Visit, _ view: View) {
        view.section("accreditation", view.say("people.accreditation.title"), view.say("people.accreditation.lead")) {
            if entries.isEmpty {
                view.html.element(.p, text: view.say("people.accreditation.unknown"))
            } else {
                table(entries, visit, view)
            }
            if visit.may(.manageInstitutions) { form(visit, view) }
        }
    }

    private static func table(_ entries: [Accreditation], _ visit: Visit, _ view: View) {
        let html = view.html
        view.table(view.say("people.accreditation.title")) {
            view.headRow(
                ["status", "decided", "due", "source", "by"].map { (view.say("people.accreditation.\($0)"), false) })
            html.element(.tbody) {
                for entry in entries {
                    html.element(.tr) {
                        html.element(
                            .th, .scope("row"), text: view.say("people.accreditation.status.\(entry.status.rawValue)"))
                        html.element(.td, text: view.date(entry.decided))
                        html.element(.td, text: entry.reviewDue.map { view.date($0) } ?? "–")
                        html.element(.td, .dir("auto"), text: entry.source ?? "–")
                        html.element(.td) {
                            html.element(.bdi, text: entry.madeBy)
                            if let withdrawn = entry.withdrawn {
                                html.element(
                                    .p, .class("hint"),
                                    text: view.say(
                                        "people.accreditation.withdrawn", ["when": .text(view.moment(withdrawn))]))
                            } else if visit.may(.manageInstitutions) {
                                withdrawal(entry, visit, view)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func withdrawal(_ entry: Accreditation, _ visit: Visit, _ view: View) {
        view.form(
            visit.path("/institutions/\(entry.institution)/accreditations/withdraw"),
            button: view.say("people.accreditation.withdraw"), style: "", isPlain: true
        ) { view.hiddenField("entry", String(entry.id.value)) }
    }

    private static func form(_ visit: Visit, _ view: View) {
        view.form(
            visit.path("/institutions/\(visit.exchange.value("id"))/accreditations"),
            button: view.say("people.accreditation.add")
        ) {
            view.select(
                "status", view.say("people.accreditation.status"),
                Accreditation.Status.allCases.map {
                    ($0.rawValue, view.say("people.accreditation.status.\($0.rawValue)"))
                }, chosen: "A")
            view.textField("decided", view.say("people.accreditation.decided"), "", type: "date", most: 10)
            view.textField("due", view.say("people.accreditation.due"), "", type: "date", most: 10)
            view.textField(
                "source", view.say("people.accreditation.source"), "",
                hint: view.say("people.accreditation.sourceHint"),
                most: 300)
        }
    }

    static func add(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = Int64(visit.exchange.value("id")),
            let status = form.first("status").flatMap({ Accreditation.Status(rawValue: $0) })
        else { throw .notFound }
        guard let decided = form.first("decided").flatMap({ CalendarDate($0) }), decided.day != nil else {
            return try await InstitutionView.answer(visit, trouble: View(visit).say("people.accreditation.noDate"))
        }
        do throws(WorkspaceError) {
            try await Institutions(visit.exchange.site.workspaces.store).accredit(
                InstitutionID(id), status, decided: decided, reviewDue: form.first("due").flatMap { CalendarDate($0) },
                source: form.first("source"), by: visit.member)
            return InstitutionView.said(visit, id)
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await InstitutionView.answer(visit, trouble: View(visit).say(first.allowed))
        }
    }

    static func withdraw(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = Int64(visit.exchange.value("id")), let entry = form.first("entry").flatMap({ Int64($0) }) else {
            throw .notFound
        }
        try await WebError.running { () async throws(WorkspaceError) in
            try await Institutions(visit.exchange.site.workspaces.store).withdraw(
                AccreditationID(entry), of: InstitutionID(id), by: visit.member)
        }
        return InstitutionView.said(visit, id)
    }
}
