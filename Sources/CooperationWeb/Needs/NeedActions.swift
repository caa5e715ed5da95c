import Cooperation
import Domain
import Frame

/// What forms of needs do.
struct NeedActions {
    private let visit: Visit
    private let form: Query
    private let needs: Needs

    init(_ visit: Visit, _ form: Query, _ cooperation: Cooperation) {
        self.visit = visit
        self.form = form
        needs = cooperation.needs
    }

    func add() async throws(WebError) -> Answer {
        let draft = try NeedForm.draft(form)
        let need = try await visit.run { () throws(WorkspaceError) in try await needs.add(draft, by: visit.member) }
        return back(need.id, "stated")
    }

    func edit() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        let draft = try NeedForm.draft(form)
        try await visit.run { () throws(WorkspaceError) in
            try await needs.edit(id, version: form.version, draft, by: visit.member)
        }
        return back(id, "saved")
    }

    func status() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        guard let status = NeedStatus(rawValue: form.words("status")) else {
            throw .invalid([.init(name: "status", allowed: "cooperation.unknownCode")])
        }
        try await visit.run { () throws(WorkspaceError) in
            try await needs.setStatus(id, version: form.version, status, by: visit.member)
        }
        return back(id, "saved")
    }

    func consent() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        guard let authority = ConsentAuthority(rawValue: form.words("authority")) else {
            throw .invalid([.init(name: "authority", allowed: "cooperation.unknownCode")])
        }
        guard let date = try form.day("date") else {
            throw .invalid([.init(name: "date", allowed: "cooperation.wholeDay")])
        }
        guard let level = PublicationLevel(rawValue: form.words("consentLevel")) else {
            throw .invalid([.init(name: "consentLevel", allowed: "cooperation.unknownCode")])
        }
        let draft = ConsentDraft(
            authority: authority, office: form.words("office"), date: date, instrument: form.words("instrument"),
            level: level)
        _ = try await visit.run { () throws(WorkspaceError) in
            try await needs.record(draft, for: id, by: visit.member)
        }
        return back(id, "consent")
    }

    func publish() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        guard let level = PublicationLevel(rawValue: form.words("level")) else {
            throw .invalid([.init(name: "level", allowed: "cooperation.unknownCode")])
        }
        let publication = Publication(
            level: level, hidden: Set(form.all("hidden").compactMap { Publication.Part(rawValue: $0) }),
            named: form.all("named").compactMap { WorkspaceID($0) })
        try await visit.run { () throws(WorkspaceError) in
            try await needs.publish(id, version: form.version, publication, by: visit.member)
        }
        return back(id, level == .draft ? "hidden" : "published")
    }

    func withdraw() async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await needs.withdrawConsent(id, why: form.words("why"), by: visit.member)
        }
        return back(id, "withdrawn")
    }

    private func back(_ id: NeedID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/needs/\(id)"), [("said", said)]))
    }
}
