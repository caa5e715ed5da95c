import Consultations
import Domain
import Frame
import Locales
import Markup

/// One consultation inside its workspace: what everybody sees, and what whoever holds it or takes part may do.
struct OwnConsultationView {
    let view: View
    let visit: Visit
    let reading: ConsultationReading
    let institutions: [Institution]

    static func answer(_ visit: Visit, _ consultations: Consultations) async throws(WebError) -> Answer {
        guard let id = ConsultationID(visit.exchange.value("id")) else { throw .notFound }
        let reading = try await visit.run { () throws(WorkspaceError) in
            try await consultations.find(id, visit.member)
        }
        let institutions =
            visit.may(.manageConsultations)
            ? try await visit.run { () throws(WorkspaceError) in
                try await consultations.institutions(visit.member)
            } : []
        let view = View(visit)
        let page = OwnConsultationView(view: view, visit: visit, reading: reading, institutions: institutions)
        return await view.page(OwnConsultationsView.head(view, visit, reading.consultation.content.title)) {
            page.write()
        }
    }

    private var html: HTMLWriter { view.html }
    private var value: Consultation { reading.consultation }
    private var isHolder: Bool { visit.may(.manageConsultations) }
    private func path(_ rest: String) -> String { view.address(visit.path("/consultations/\(value.id)\(rest)")) }

    private func write() {
        OwnConsultationsView.said(view)
        let sections = ConsultationSections(view: view, reading: reading, visit: visit)
        sections.head()
        standing()
        if isHolder { steps() }
        sections.agenda()
        if isHolder { agendaForms() }
        sections.invited()
        if isHolder { inviting() } else if visit.may(.contribute) { invitations() }
        sections.contributions { contribution in entry(contribution) }
        contributing()
        if !reading.parts.isEmpty { sections.summary() }
        if isHolder {
            html.element(.p) { view.link(path("/summary"), view.say("consultation.writeSummary")) }
        }
        if visit.may(.seeHistory) {
            html.element(.p) {
                view.link(
                    view.address(visit.path("/history/consultation/\(value.id)")), view.say("plan.history"))
            }
        }
    }

    private func standing() {
        html.element(.p, .class("notice")) {
            html.text(view.say(value.published == nil ? "consultation.notPublicText" : "consultation.isPublicText"))
            if value.published != nil {
                html.text(" ")
                view.link(view.address("/consultations/\(value.id)"), view.say("consultation.publicPage"))
            }
        }
        guard isHolder, reading.unanswered > 0 else { return }
        html.element(
            .p, .class("notice"),
            text: view.say("consultation.unansweredText", ["count": .number(reading.unanswered)]))
    }

    private func steps() {
        if value.published == nil, value.cancelled == nil {
            view.workForm(path("/publish"), version: value.version) {
                html.element(.p) { view.submitButton(view.say("consultation.publish")) }
            }
        }
        view.fold(view.say("consultation.edit")) {
            view.workForm(path("/edit"), version: value.version) {
                ConsultationForm(view: view).write(value.content)
                html.element(.p) { view.submitButton(view.say("consultation.save")) }
            }
        }
        if value.published != nil {
            withReason("/unpublish", "consultation.unpublish")
        }
        if value.cancelled == nil { withReason("/cancel", "consultation.cancel") }
    }

    private func withReason(_ rest: String, _ key: String) {
        view.fold(view.say(key)) {
            view.workForm(path(rest), version: value.version) {
                view.textArea(
                    "why", view.say("stateFact.why"), "", language: visit.exchange.language.rawValue, rows: 2)
                html.element(.p) { view.submitButton(view.say(key), isPlain: true) }
            }
        }
    }

    private func agendaForms() {
        view.fold(view.say("consultation.addSession")) {
            view.workForm(path("/session")) {
                view.textField(
                    "title", view.say("field.title"), "", most: ConsultationLimits.titleCharactersMax)
                view.dayField("day", view.say("stateFact.day"), value.content.opens?.description ?? "")
                view.textField(
                    "starts", view.say("consultation.starts"), "09:00", type: "time", most: 5, direction: "ltr")
                view.textField("ends", view.say("consultation.ends"), "10:00", type: "time", most: 5, direction: "ltr")
                view.textField(
                    "place", view.say("consultation.place"), "", most: ConsultationLimits.lineCharactersMax)
                view.textField(
                    "online", view.say("consultation.onlineAddress"), "", type: "url",
                    most: ConsultationLimits.addressCharactersMax, direction: "ltr")
                view.textArea(
                    "text", view.say("consultation.about"), "", language: value.content.language.rawValue, rows: 3)
                html.element(.p) { view.submitButton(view.say("consultation.addSession"), isPlain: true) }
            }
        }
        guard !reading.sessions.isEmpty else { return }
        view.fold(view.say("consultation.addSpeaker")) {
            view.workForm(path("/speaker")) {
                view.select(
                    "session", view.say("consultation.session"), reading.sessions.map { ("\($0.id)", $0.title) },
                    chosen: "")
                view.textField(
                    "name", view.say("consultation.who"), "", most: ConsultationLimits.lineCharactersMax)
                view.textField(
                    "office", view.say("consultation.office"), "", most: ConsultationLimits.lineCharactersMax)
                view.textField(
                    "topic", view.say("consultation.topic"), "", most: ConsultationLimits.lineCharactersMax)
                html.element(.p) { view.submitButton(view.say("consultation.addSpeaker"), isPlain: true) }
            }
        }
        view.fold(view.say("consultation.takeOut")) {
            for session in reading.sessions {
                remove(.session, session.id, session.title)
                for speaker in session.speakers { remove(.speaker, speaker.id, speaker.name) }
            }
        }
    }

    private func remove(_ list: Agenda, _ number: Int64, _ name: String) {
        view.workForm(path("/remove")) {
            view.hiddenField("list", list.rawValue)
            view.hiddenField("number", "\(number)")
            html.element(.p) {
                html.element(.bdi, text: name)
                html.text(" ")
                html.element(.button, .class("button plain"), .type("submit")) {
                    html.text(view.say("consultation.takeOutOne"))
                    html.element(.span, .class("hidden")) {
                        html.text(" ")
                        html.text(name)
                    }
                }
            }
        }
    }

    private func inviting() {
        view.fold(view.say("consultation.invite")) {
            view.workForm(path("/invite")) {
                view.institutionSelect(
                    "institution", view.say("field.institution"), institutions, chosen: nil,
                    nobody: view.say("consultation.somebodyElse"))
                view.textField(
                    "name", view.say("consultation.who"), "", hint: view.say("consultation.inviteHint"),
                    most: ConsultationLimits.lineCharactersMax)
                view.textField(
                    "actor", view.say("consultation.yourActor"), "", most: ConsultationLimits.lineCharactersMax)
                html.element(.p) { view.submitButton(view.say("consultation.invite"), isPlain: true) }
            }
        }
        guard !reading.invited.isEmpty else { return }
        view.fold(view.say("consultation.answersOfInvited")) {
            for invited in reading.invited { invitation(invited) }
            for invited in reading.invited { remove(.invited, invited.id, invited.name) }
        }
    }

    /// For the own institution.
    private func invitations() {
        let own = reading.invited.filter { $0.institution != nil && $0.institution == visit.member.institution }
        for invited in own { invitation(invited) }
    }

    private func invitation(_ invited: ConsultationInvited) {
        view.workForm(path("/invitation")) {
            view.hiddenField("number", "\(invited.id)")
            view.select(
                "answer", invited.name,
                ConsultationInvited.Answer.allCases.map {
                    ($0.rawValue, view.say("consultation.invitation.\($0.rawValue)"))
                }, chosen: invited.answer.rawValue)
            html.element(.p) { view.submitButton(view.say("consultation.save"), isPlain: true) }
        }
    }

    private func entry(_ contribution: Contribution) {
        ContributionForms(view: view, visit: visit, consultation: value, contribution: contribution).write()
    }

    private func contributing() {
        let sessions = reading.sessions
        if reading.isOpen, visit.may(.contribute) {
            view.fold(view.say("consultation.contribute"), isOpen: !isHolder) {
                html.element(.p, .class("hint"), text: view.say("consultation.contributeOwn"))
                view.workForm(path("/contribute")) {
                    ConsultationForm(view: view).contribution(sessions, institutions: institutions, isRoom: false)
                    html.element(.p) { view.submitButton(view.say("consultation.send")) }
                }
            }
        }
        if isHolder, value.cancelled == nil {
            view.fold(view.say("consultation.takeDown")) {
                view.workForm(path("/take-down")) {
                    ConsultationForm(view: view).contribution(sessions, institutions: institutions, isRoom: true)
                    html.element(.p) { view.submitButton(view.say("consultation.takeDown")) }
                }
            }
        }
    }
}
