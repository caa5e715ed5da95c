import Domain
import Frame
import Plans

/// What forms of laws do.
struct LawActions {
    private let visit: Visit
    private let form: Query
    private let laws: Laws

    init(_ visit: Visit, _ form: Query, _ plans: Plans) {
        self.visit = visit
        self.form = form
        laws = plans.laws
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    func add() async throws(WebError) -> Answer {
        let draft = try LawForm.draft(form)
        let law = try await visit.run { () throws(WorkspaceError) in try await laws.add(draft, by: visit.member) }
        return .seeOther(View(visit).address(visit.path("/laws/\(law.id)"), [("said", "done")]))
    }

    func edit() async throws(WebError) -> Answer {
        let id: LawID = try visit.id()
        let draft = try LawForm.draft(form)
        try await visit.run { () throws(WorkspaceError) in
            try await laws.edit(id, version: version, draft, by: visit.member)
        }
        return back(id)
    }

    func stage() async throws(WebError) -> Answer {
        let id: LawID = try visit.id()
        guard let stage = LawStage(rawValue: form.words("stage")) else {
            throw .invalid([.init(name: "stage", allowed: "law.stageNeeded")])
        }
        guard let day = try form.day("day") else { throw .invalid([.init(name: "day", allowed: "round.wholeDay")]) }
        try await visit.run { () throws(WorkspaceError) in
            try await laws.reach(
                stage, on: day, note: form.words("note"), source: form.words("source"), id, by: visit.member)
        }
        return back(id)
    }

    func retract() async throws(WebError) -> Answer {
        let id: LawID = try visit.id()
        guard let step = ID<LawStep>(form.words("step")) else { throw .notFound }
        try await visit.run { () throws(WorkspaceError) in
            try await laws.retract(step, of: id, because: form.words("reason"), by: visit.member)
        }
        return back(id)
    }

    func withdraw() async throws(WebError) -> Answer {
        let id: LawID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await laws.withdraw(id, version: version, form.words("withdrawn") == "yes", by: visit.member)
        }
        return back(id)
    }

    private func back(_ id: LawID) -> Answer {
        .seeOther(View(visit).address(visit.path("/laws/\(id)"), [("said", "done")]))
    }
}
