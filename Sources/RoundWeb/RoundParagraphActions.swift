import Domain
import Frame
import Plans
import Rounds

/// What forms of one paragraph's page do. What is refused comes back with what was typed.
struct RoundParagraphActions {
    private let visit: Visit
    private let form: Query
    private let rounds: Rounds

    init(_ visit: Visit, _ form: Query, _ rounds: Rounds) {
        self.visit = visit
        self.form = form
        self.rounds = rounds
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    func answer() async throws(WebError) -> Answer {
        guard let id = ProposalID(form.words("proposal")) else { throw .notFound }
        let draft = ProposalDraft(
            position: Position(rawValue: form.words("position")), reason: form.words("reason"),
            legalNote: form.words("legalNote"))
        return try await done("answer", "answer-\(id)") { () throws(WorkspaceError) in
            try await rounds.answer(id, version: version, draft, by: visit.member)
        }
    }

    func stand() async throws(WebError) -> Answer {
        guard let id = ProposalID(form.words("proposal")), let step = ClearanceStep(rawValue: form.words("step")) else {
            throw .notFound
        }
        return try await done("stand", "stand-\(id)") { () throws(WorkspaceError) in
            try await rounds.clearProposal(id, version: version, step, note: form.first("note"), by: visit.member)
        }
    }

    func resolve() async throws(WebError) -> Answer {
        let id: RoundParagraphID = try visit.id("paragraph")
        let draft = ProposalDraft(
            position: Position(rawValue: form.words("resolution")), reason: form.words("reason"),
            legalNote: form.words("legalNote"))
        return try await done("resolve", "resolve") { () throws(WorkspaceError) in
            try await rounds.resolve(id, version: version, draft, by: visit.member)
        }
    }

    func clear() async throws(WebError) -> Answer {
        let id: RoundParagraphID = try visit.id("paragraph")
        let round: RoundID = try visit.id()
        guard let step = ClearanceStep(rawValue: form.words("step")) else { throw .notFound }
        return try await done("clear", "clear") { () throws(WorkspaceError) in
            let outcome = try await rounds.clear(
                round, [RoundPick(id, version: version)], step, note: form.first("note"), by: visit.member)
            if let skip = outcome.skipped.first {
                throw .invalid("clearance", "round.skip.\(skip.reason.rawValue)")
            }
        }
    }

    private func done(
        _ said: String, _ name: String, _ body: () async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        do throws(WorkspaceError) { try await body() } catch {
            guard case .invalid(let troubles) = error, let trouble = troubles.first else { throw WebError(error) }
            return try await RoundParagraphView.answer(
                visit, rounds, refused: (form: name, typed: form, why: trouble.allowed))
        }
        let path = "/round/\(visit.exchange.value("id"))/paragraphs/\(visit.exchange.value("paragraph"))"
        return .seeOther(View(visit).address(visit.path(path), [("said", said)]))
    }
}
