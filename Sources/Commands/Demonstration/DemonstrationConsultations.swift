import Consultations
import Domain
import People

/// Two consultations of the demonstration: one that is over, with its summary and answers, and one that anybody may contribute to.
struct DemonstrationConsultations {
    let consultations: Consultations

    func make(in home: Workspace, by caller: Caller) async throws(WorkspaceError) {
        let member = Member.keeper(caller.name, of: home)
        guard try await consultations.all(member).consultations.isEmpty else { return }
        try await seminar(by: member)
        try await open(by: member)
    }

    private func seminar(by member: Member) async throws(WorkspaceError) {
        var content = ConsultationContent()
        content.kind = .seminar
        content.title = "Legal aid beyond the capital"
        content.about =
            "A day with registrars, lawyers and people who were left without a lawyer. What keeps offices closed, and what would open them?"
        content.contact = "Secretariat of the mechanism"
        content.opens = consultations.today.moved(-60)
        content.closes = consultations.today.moved(-40)
        content.answerBy = consultations.today.moved(30)
        let value = try await consultations.add(content, by: member)
        let day = content.closes ?? consultations.today
        for (starts, ends, title) in [
            ("09:00", "10:30", "Where there is no lawyer"), ("11:00", "12:30", "What opens an office"),
        ] {
            try await consultations.add(
                session: ConsultationSession(
                    day: day, starts: starts, ends: ends, title: title, place: "Assembly hall, second floor"),
                to: value.id, by: member)
        }
        let sessions = try await consultations.find(value.id, member).sessions
        for (session, name, office) in [
            (0, "Mira Solen", "Bar association of Ithavar"), (1, "Odo Kaspar", "Office of the Ombudsman"),
        ] where sessions.indices.contains(session) {
            try await consultations.add(
                speaker: name, office: office, topic: "", to: sessions[session].id, of: value.id, by: member)
        }
        for name in ["Valley Mothers’ Union", "Bar association of Ithavar", "Office of the Ombudsman"] {
            try await consultations.invite(nil, name: name, actor: "", to: value.id, by: member)
        }
        try await sayings(value.id, sessions, by: member)
        try await consultations.publish(value.id, version: value.version, by: member)
        let version = try await consultations.find(value.id, member).consultation.version
        try await consultations.publishSummary(value.id, version: version, isShown: true, by: member)
    }

    private func sayings(
        _ id: ConsultationID, _ sessions: [ConsultationSession], by member: Member
    ) async throws(WorkspaceError) {
        let said: [(String, String, LanguageTag, Contribution.Answer?, String)] = [
            (
                "Valley Mothers’ Union",
                "The office in the valley is open two mornings a week. Whoever works cannot come.",
                .english, .takenUp, "From the next quarter it is open on two evenings."
            ),
            (
                "Barreau d’Ithavar", "Les honoraires des avocats commis d’office ne couvrent pas le déplacement.",
                .french,
                .partly, "Travel is paid from next year on; the fee itself stays as it is."
            ),
            (
                "Ombudsman", "Nobody counts those who are turned away. Without a number there is no plan.", .english,
                nil, ""
            ),
        ]
        var made: [ContributionID] = []
        for (number, saying) in said.enumerated() {
            var draft = ContributionDraft()
            draft.actor = saying.0
            draft.text = saying.1
            draft.language = saying.2
            draft.session = sessions.first?.id
            let contribution = try await consultations.takeDown(draft, in: id, by: member)
            made.append(contribution.id)
            guard let answer = saying.3, number < 2 else { continue }
            try await consultations.answer(
                contribution.id, version: contribution.version, answer, why: saying.4, language: .english, by: member)
        }
        try await consultations.add(
            part: .sentence, "Opening hours and travel keep people from the offices more than distance does.",
            citing: Array(made.prefix(2)), to: id, by: member)
        try await consultations.add(
            part: .sentence, "All agreed that more money is needed.", citing: [], to: id, by: member)
        try await consultations.add(
            part: .conclusion, "Count those who are turned away, office by office, from the next year on.",
            citing: [made[2]], to: id, by: member)
        let conclusion = try await consultations.find(id, member).parts.last { $0.kind == .conclusion }
        if let conclusion { _ = try await consultations.makePractice(conclusion.id, of: id, by: member) }
    }

    private func open(by member: Member) async throws(WorkspaceError) {
        var content = ConsultationContent()
        content.title = "The next report on the rights of the child"
        content.about = "Tell us what the report should not leave out. In any of the six languages."
        content.contact = "Secretariat of the mechanism"
        content.opens = consultations.today.moved(-7)
        content.closes = consultations.today.moved(45)
        content.takesOutsiders = true
        let value = try await consultations.add(content, by: member)
        try await consultations.publish(value.id, version: value.version, by: member)
        var draft = ContributionDraft()
        draft.text = "في مدرستنا لا توجد معلمة للغة الإشارة."
        draft.language = .arabic
        _ = try await consultations.send(draft, to: value.id)
    }
}

extension CalendarDate {
    /// So many days later, or earlier.
    fileprivate func moved(_ days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }
}
