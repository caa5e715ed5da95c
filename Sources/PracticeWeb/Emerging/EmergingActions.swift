import Domain
import Frame
import Practices

/// What forms of a workspace's emerging issues do.
struct EmergingActions {
    private let visit: Visit
    private let form: Query
    private let practices: Practices

    init(_ visit: Visit, _ form: Query, _ practices: Practices) {
        self.visit = visit
        self.form = form
        self.practices = practices
    }

    func add() async throws(WebError) -> Answer {
        let content = try EmergingForm.content(form)
        let issue = try await visit.run { () throws(WorkspaceError) in
            try await practices.add(content, by: visit.member)
        }
        return back(issue.id, "emergingAdded")
    }

    func edit() async throws(WebError) -> Answer {
        let content = try EmergingForm.content(form)
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.edit(id, version: form.version, content, by: visit.member)
        }
    }

    func handIn() async throws(WebError) -> Answer {
        try await change("handedIn") { id throws(WorkspaceError) in
            try await practices.handIn(id, version: form.version, by: visit.member)
        }
    }

    func takeBack() async throws(WebError) -> Answer {
        try await change("takenBack") { id throws(WorkspaceError) in
            try await practices.takeBack(id, version: form.version, by: visit.member)
        }
    }

    func withdraw() async throws(WebError) -> Answer {
        try await change("withdrawn") { id throws(WorkspaceError) in
            try await practices.withdraw(id, version: form.version, why: form.words("why"), by: visit.member)
        }
    }

    func addProponent() async throws(WebError) -> Answer {
        let kind = try form.choice("kind", Proponent.Kind.self)
        let consented = try form.day("consented")
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.add(
                proponent: kind, name: form.words("name"), consented: consented, to: id, by: visit.member)
        }
    }

    func removeProponent() async throws(WebError) -> Answer {
        let number = try number()
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.remove(proponent: number, from: id, by: visit.member)
        }
    }

    func addDraft() async throws(WebError) -> Answer {
        let day = try form.dayNeeded("draftDay")
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.add(
                draft: form.words("draftTitle"), text: form.words("draftText"), address: form.words("draftAddress"),
                on: day, language: LanguageTag(form.words("draftLanguage")), to: id, by: visit.member)
        }
    }

    func addStep() async throws(WebError) -> Answer {
        let day = try form.dayNeeded("stepDay")
        let stage = try form.choice("stage", EmergingStep.Stage.self)
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.add(
                step: stage, body: form.words("body"), bodyNote: form.words("bodyNote"), note: form.words("note"),
                address: form.words("stepAddress"), on: day, language: LanguageTag(form.words("stepLanguage")), to: id,
                by: visit.member)
        }
    }

    func strike() async throws(WebError) -> Answer {
        let part = try form.choice("part", Practices.EmergingPart.self)
        let number = try number()
        return try await change("saved") { id throws(WorkspaceError) in
            try await practices.strike(part, number, of: id, why: form.words("why"), by: visit.member)
        }
    }

    private func number() throws(WebError) -> Int64 {
        guard let number = Int64(form.words("number")) else {
            throw .invalid([.init(name: "number", allowed: "practice.numbers")])
        }
        return number
    }

    private func change(
        _ said: String, _ act: (EmergingIssueID) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        let id: EmergingIssueID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in try await act(id) }
        return back(id, said)
    }

    private func back(_ id: EmergingIssueID, _ said: String) -> Answer {
        .seeOther(View(visit).address(visit.path("/emerging-issues/\(id)"), [("said", said)]))
    }
}
