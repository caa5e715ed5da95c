import Domain
import Frame
import Screening

/// What forms of screenings do.
struct ScreeningActions: Sendable {
    private let visit: Visit
    private let form: Query
    private let screenings: Screenings

    init(_ visit: Visit, _ form: Query, _ screenings: Screenings) {
        self.visit = visit
        self.form = form
        self.screenings = screenings
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    private func back(_ rest: String, _ said: String, _ more: [(String, String)] = []) -> Answer {
        .seeOther(View(visit).address(visit.path("/screenings\(rest)"), more + [("said", said)]))
    }

    private static func invalid(_ field: String, _ key: String) -> WebError {
        .invalid([.init(name: field, allowed: key)])
    }

    // MARK: Screenings

    func open() async throws(WebError) -> Answer {
        guard let subject = ScreenedSubject(form.words("subject")) else {
            throw Self.invalid("subject", "screening.invalid.subject")
        }
        let id = try await visit.run { () throws(WorkspaceError) in
            try await screenings.open(subject, by: visit.member)
        }
        return back("/\(id)", "opened")
    }

    func ask() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        guard let other = WorkspaceID(form.words("workspace")) else {
            throw Self.invalid("workspace", "screening.invalid.workspace")
        }
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.ask(other, into: id, by: visit.member)
        }
        return back("/\(id)", "asked")
    }

    func join() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let takesPart = form.first("join") != nil
        guard takesPart || form.first("decline") != nil else {
            throw Self.invalid("standing", "screening.invalid.standing")
        }
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.answer(id, takesPart: takesPart, version: version, by: visit.member)
        }
        return takesPart ? back("/\(id)", "joined") : back("", "declined")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.withdraw(id, version: version, because: form.words("reason"), by: visit.member)
        }
        return back("", "withdrawn")
    }

    func invite() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        guard let account = AccountID(form.words("account")) else {
            throw Self.invalid("account", "screening.invalid.contributor")
        }
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.ask(contributor: account, into: id, by: visit.member)
        }
        return back("/\(id)", "invited")
    }

    func endInvitation() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        guard let account = AccountID(form.words("account")) else {
            throw Self.invalid("account", "screening.invalid.contributor")
        }
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.end(contributor: account, in: id, by: visit.member)
        }
        return back("/\(id)", "saved")
    }

    /// A contributor's choice; the form names the sheet it came from.
    func name() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let shows = form.words("named") == "yes"
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.show(name: shows, in: id, by: visit.member)
        }
        guard let moment = MomentID(form.words("moment")) else { return back("", "saved") }
        return back("/moments/\(moment)/answers", "saved")
    }

    // MARK: Moments

    func addMoment() async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        guard let kind = MomentKind(rawValue: form.words("kind")) else {
            throw Self.invalid("kind", "screening.invalid.kind")
        }
        let day = try form.day("day")
        let made = try await visit.run { () throws(WorkspaceError) in
            try await screenings.add(kind, on: day, note: form.words("note"), to: id, by: visit.member)
        }
        return back("/moments/\(made)", "momentAdded")
    }

    func editMoment() async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        let day = try form.day("day")
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.edit(id, version: version, day: day, note: form.words("note"), by: visit.member)
        }
        return back("/moments/\(id)", "saved")
    }

    func withdrawMoment() async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.withdraw(id, version: version, because: form.words("reason"), by: visit.member)
        }
        return back("", "momentWithdrawn")
    }

    // MARK: Answers

    /// What a form says to one question.
    static func draft(_ question: String, _ form: Query) -> AnswerDraft {
        AnswerDraft(
            question: question, reply: ScreeningReply(rawValue: form.words("answer.\(question)")),
            reason: form.words("reason.\(question)"), evidence: form.words("evidence.\(question)"),
            link: form.words("link.\(question)"))
    }

    func save() async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        let sheet = try await visit.run { () throws(WorkspaceError) in try await screenings.sheet(id, visit.member) }
        let sections = sheet.edition.sections
        guard let place = sections.firstIndex(where: { $0.key == form.words("section") }) else {
            throw Self.invalid("section", "screening.invalid.section")
        }
        let section = sections[place]
        let drafts = section.questions.map { Self.draft($0.key, form) }
        do throws(WorkspaceError) {
            try await screenings.save(drafts, in: section.key, version: version, of: id, by: visit.member)
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await SheetView.answer(visit, screenings, troubles: troubles, form: form)
        }
        let isGoingOn = form.first("next") != nil && place + 1 < sections.count
        let next = isGoingOn ? sections[place + 1].key : section.key
        return back("/moments/\(id)/answers", "draftSaved", [("section", next)])
    }

    func handIn() async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        do throws(WorkspaceError) { try await screenings.handIn(id, by: visit.member) } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await SheetView.answer(visit, screenings, troubles: troubles, form: nil)
        }
        return back("/moments/\(id)/answers", "handedIn")
    }

    // MARK: Risks

    func raise() async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        let draft = try RiskFields.draft(form)
        let risk = try await visit.run { () throws(WorkspaceError) in
            try await screenings.raise(draft, at: id, by: visit.member)
        }
        return back("/risks/\(risk)", "riskAdded")
    }

    func editRisk() async throws(WebError) -> Answer {
        let id: RiskID = try visit.id()
        let draft = try RiskFields.draft(form)
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.edit(id, version: version, draft, by: visit.member)
        }
        return back("/risks/\(id)", "saved")
    }

    func setRisk() async throws(WebError) -> Answer {
        let id: RiskID = try visit.id()
        guard let status = RiskStatus(rawValue: form.words("status")) else {
            throw Self.invalid("status", "screening.invalid.status")
        }
        try await visit.run { () throws(WorkspaceError) in
            try await screenings.set(
                status, of: id, version: version, because: form.words("reason"), by: visit.member)
        }
        return back("/risks/\(id)", "saved")
    }
}
