import Consultations
import CooperationWeb
import Domain
import Frame

/// What forms of a workspace's consultations do.
struct ConsultationActions {
    private let visit: Visit
    private let form: Query
    private let consultations: Consultations

    init(_ visit: Visit, _ form: Query, _ consultations: Consultations) {
        self.visit = visit
        self.form = form
        self.consultations = consultations
    }

    func add() async throws(WebError) -> Answer {
        let content = try ConsultationForm.content(form)
        let made = try await visit.run { () throws(WorkspaceError) in
            try await consultations.add(content, by: visit.member)
        }
        return back(made.id, "added")
    }

    func edit() async throws(WebError) -> Answer {
        let content = try ConsultationForm.content(form)
        return try await change { id throws(WorkspaceError) in
            try await consultations.edit(id, version: form.version, content, by: visit.member)
        }
    }

    func publish() async throws(WebError) -> Answer {
        try await change("published") { id throws(WorkspaceError) in
            try await consultations.publish(id, version: form.version, by: visit.member)
        }
    }

    func unpublish() async throws(WebError) -> Answer {
        try await change { id throws(WorkspaceError) in
            try await consultations.unpublish(id, version: form.version, why: form.words("why"), by: visit.member)
        }
    }

    func cancel() async throws(WebError) -> Answer {
        try await change { id throws(WorkspaceError) in
            try await consultations.cancel(id, version: form.version, why: form.words("why"), by: visit.member)
        }
    }

    func addSession() async throws(WebError) -> Answer {
        guard let day = try form.day("day") else {
            throw .invalid([.init(name: "day", allowed: "consultation.wholeDay")])
        }
        let session = ConsultationSession(
            id: 0, day: day, starts: form.words("starts"), ends: form.words("ends"), title: form.words("title"),
            text: form.words("text"), place: form.words("place"), online: form.first("online"), version: 1)
        return try await change { id throws(WorkspaceError) in
            try await consultations.add(session: session, to: id, by: visit.member)
        }
    }

    func addSpeaker() async throws(WebError) -> Answer {
        let session = Int64(form.words("session")) ?? 0
        return try await change { id throws(WorkspaceError) in
            try await consultations.add(
                speaker: form.words("name"), office: form.words("office"), topic: form.words("topic"), to: session,
                of: id, by: visit.member)
        }
    }

    func invite() async throws(WebError) -> Answer {
        let institution = Int64(form.words("institution")).map { InstitutionID($0) }
        return try await change { id throws(WorkspaceError) in
            try await consultations.invite(
                institution, name: form.words("name"), actor: form.words("actor"), to: id, by: visit.member)
        }
    }

    func remove() async throws(WebError) -> Answer {
        guard let list = Agenda(rawValue: form.words("list")), let number = Int64(form.words("number")) else {
            throw .invalid([.init(name: "list", allowed: "consultation.numbers")])
        }
        return try await change { id throws(WorkspaceError) in
            try await consultations.remove(list, number, of: id, by: visit.member)
        }
    }

    func answerInvitation() async throws(WebError) -> Answer {
        guard let answer = ConsultationInvited.Answer(rawValue: form.words("answer")),
            let number = Int64(form.words("number"))
        else { throw .invalid([.init(name: "answer", allowed: "consultation.numbers")]) }
        return try await change { id throws(WorkspaceError) in
            try await consultations.answer(invitation: number, answer, of: id, by: visit.member)
        }
    }

    func contribute() async throws(WebError) -> Answer {
        let draft = ConsultationForm.draft(form)
        return try await change("contributed") { id throws(WorkspaceError) in
            _ = try await consultations.contribute(draft, to: id, by: visit.member)
        }
    }

    func takeDown() async throws(WebError) -> Answer {
        let draft = ConsultationForm.draft(form)
        return try await change("contributed") { id throws(WorkspaceError) in
            _ = try await consultations.takeDown(draft, in: id, by: visit.member)
        }
    }

    func moderate() async throws(WebError) -> Answer {
        let number = ContributionID(try number())
        return try await change { _ throws(WorkspaceError) in
            try await consultations.moderate(
                number, version: form.version, isShown: form.words("status") == "shown", why: form.words("why"),
                by: visit.member)
        }
    }

    func answer() async throws(WebError) -> Answer {
        let number = ContributionID(try number())
        guard let answer = Contribution.Answer(rawValue: form.words("answer")) else {
            throw .invalid([.init(name: "answer", allowed: "consultation.numbers")])
        }
        return try await change("answered") { _ throws(WorkspaceError) in
            try await consultations.answer(
                number, version: form.version, answer, why: form.words("why"), language: form.language(),
                by: visit.member)
        }
    }

    func withdraw() async throws(WebError) -> Answer {
        let number = ContributionID(try number())
        return try await change { _ throws(WorkspaceError) in
            try await consultations.withdraw(number, version: form.version, by: visit.member)
        }
    }

    func addPart() async throws(WebError) -> Answer {
        guard let kind = ConsultationPart.Kind(rawValue: form.words("kind")) else {
            throw .invalid([.init(name: "kind", allowed: "consultation.numbers")])
        }
        return try await change(rest: "/summary") { id throws(WorkspaceError) in
            try await consultations.add(
                part: kind, form.words("text"), citing: citations, to: id, by: visit.member)
        }
    }

    func editPart() async throws(WebError) -> Answer {
        let number = try number()
        return try await change(rest: "/summary") { id throws(WorkspaceError) in
            try await consultations.edit(
                part: number, version: form.version, form.words("text"), citing: citations, of: id,
                by: visit.member)
        }
    }

    /// What a conclusion becomes: the pages of plan and practices take it from there.
    func become() async throws(WebError) -> Answer {
        let part = try number()
        let kind = ConsultationOutcome.Kind(rawValue: form.words("kind"))
        let target = Int64(form.words("target").filter { !$0.isWhitespace })
        return try await change("became", rest: "/summary") { id throws(WorkspaceError) in
            switch kind {
            case .action:
                guard let target, target > 0 else { throw .invalid("target", "consultation.commitmentNeeded") }
                _ = try await consultations.makeAction(part, of: id, under: target, by: visit.member)
            case .issue:
                guard let target, target > 0 else { throw .invalid("target", "consultation.issueUnknown") }
                try await consultations.putToIssue(part, of: id, issue: target, by: visit.member)
            case .practice: _ = try await consultations.makePractice(part, of: id, by: visit.member)
            case .commitment, nil: throw .invalid("kind", "consultation.numbers")
            }
        }
    }

    func publishSummary() async throws(WebError) -> Answer {
        try await change(rest: "/summary") { id throws(WorkspaceError) in
            try await consultations.publishSummary(
                id, version: form.version, isShown: form.words("shown") == "yes", by: visit.member)
        }
    }

    private var citations: [ContributionID] {
        form.all("citations").compactMap { Int64($0) }.map { ContributionID($0) }
    }

    private func number() throws(WebError) -> Int64 {
        guard let number = Int64(visit.exchange.value("number")) else { throw .notFound }
        return number
    }

    private func change(
        _ said: String = "saved", rest: String = "",
        _ act: (ConsultationID) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        guard let id = ConsultationID(visit.exchange.value("id")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in try await act(id) }
        return back(id, said, rest: rest)
    }

    private func back(_ id: ConsultationID, _ said: String, rest: String = "") -> Answer {
        .seeOther(View(visit).address(visit.path("/consultations/\(id)\(rest)"), [("said", said)]))
    }
}
