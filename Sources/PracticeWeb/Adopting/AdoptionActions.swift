import Domain
import Frame
import Practices

/// What forms of adoptions do.
struct AdoptionActions {
    private let visit: Visit
    private let form: Query
    private let practices: Practices

    init(_ visit: Visit, _ form: Query, _ practices: Practices) {
        self.visit = visit
        self.form = form
        self.practices = practices
    }

    func adopt() async throws(WebError) -> Answer {
        let id: PracticeID = try visit.id()
        var draft = AdoptionDraft(day: try form.dayNeeded("day"))
        draft.shown = try form.choice("shown", PracticeAdoption.Shown.self)
        draft.language = LanguageTag(form.words("language"))
        draft.note = form.words("note")
        draft.adapted = form.words("adapted")
        if let aim = form.optional("for") {
            guard let link = Self.link(aim) else {
                throw .invalid([.init(name: "for", allowed: "practice.linkUnknown")])
            }
            draft.link = link
        }
        let adoption = draft
        _ = try await visit.run { () throws(WorkspaceError) in
            try await practices.adopt(id, adoption, by: visit.member)
        }
        return back("adopted")
    }

    func addResult() async throws(WebError) -> Answer {
        let id: PracticeAdoptionID = try visit.id()
        let day = try form.dayNeeded("day")
        try await visit.run { () throws(WorkspaceError) in
            try await practices.add(result: form.words("result"), on: day, to: id, by: visit.member)
        }
        return back("saved")
    }

    func show() async throws(WebError) -> Answer {
        let id: PracticeAdoptionID = try visit.id()
        let shown = try form.choice("shown", PracticeAdoption.Shown.self)
        try await visit.run { () throws(WorkspaceError) in
            try await practices.show(id, version: form.version, shown, by: visit.member)
        }
        return back("saved")
    }

    func takeBack() async throws(WebError) -> Answer {
        let id: PracticeAdoptionID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await practices.takeBack(id, version: form.version, why: form.words("why"), by: visit.member)
        }
        return back("saved")
    }

    private func back(_ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/practices"), [("said", said)]))
    }

    /// `issue:7`
    static func link(_ text: String) -> PracticeAdoption.Link? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = PracticeAdoption.LinkKind(rawValue: String(parts[0])),
            let id = Int64(parts[1]), id > 0
        else { return nil }
        return PracticeAdoption.Link(kind, id)
    }
}
