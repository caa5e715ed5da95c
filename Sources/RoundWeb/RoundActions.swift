import Domain
import Frame
import Plans
import Rounds

/// What forms of the round's pages do.
struct RoundActions {
    private let visit: Visit
    private let form: Query
    private let rounds: Rounds

    init(_ visit: Visit, _ form: Query, _ rounds: Rounds) {
        self.visit = visit
        self.form = form
        self.rounds = rounds
    }

    private var member: Member { visit.member }

    func open() async throws(WebError) -> Answer {
        guard let document = DocumentID(form.words("document")) else {
            throw .invalid([.init(name: "document", allowed: "round.documentOfState")])
        }
        let due = try form.day("due")
        let round = try await visit.run { () throws(WorkspaceError) in
            try await rounds.open(document, title: form.words("title"), due: due, by: member)
        }
        return .seeOther(View(visit).address(visit.path("/round/\(round.id)"), [("said", "open")]))
    }

    /// Work of the mechanism on the picked paragraphs.
    func work() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        let picks = try await picks(id)
        let work = form.words("do")
        if work == "circulate" { return try await circulate(id, picks) }
        let outcome: RoundOutcome
        switch work {
        case "reschedule":
            guard let due = try form.day("due") else { throw Self.dayNeeded }
            outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.reschedule(id, picks, due: due, by: member)
            }
        case "withdraw":
            guard let institution = institutions.first, institutions.count == 1 else {
                throw .invalid([.init(name: "institution", allowed: "round.oneInstitution")])
            }
            outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.withdraw(id, picks, from: institution, by: member)
            }
        case "agree":
            outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.resolveAgreed(id, picks, by: member)
            }
        case "resolve":
            let shared = form.words("shared")
            let draft = ProposalDraft(
                position: Position(rawValue: form.words("position")),
                reason: shared.isEmpty ? form.words("reason") : shared)
            guard draft.position != nil else {
                throw .invalid([.init(name: "position", allowed: "round.positionForm")])
            }
            outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.resolve(id, picks, draft, by: member)
            }
        default:
            guard work.hasPrefix("clear-"), let step = ClearanceStep(rawValue: String(work.dropFirst(6))) else {
                throw .invalid([.init(name: "do", allowed: "round.workUnknown")])
            }
            outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.clear(id, picks, step, note: form.first("note"), by: member)
            }
        }
        let name = work.hasPrefix("clear-") ? "clear" : work
        return back(id, RoundNotice.items(name, outcome))
    }

    private static let dayNeeded = WebError.invalid([.init(name: "due", allowed: "round.wholeDay")])

    private var institutions: [InstitutionID] { form.all("to").compactMap { InstitutionID($0) } }

    private func circulate(_ id: RoundID, _ picks: [RoundPick]) async throws(WebError) -> Answer {
        guard let due = try form.day("due") else { throw Self.dayNeeded }
        let circulation = try await visit.run { () throws(WorkspaceError) in
            try await rounds.circulate(id, picks, to: institutions, due: due, by: member)
        }
        return back(
            id,
            RoundNotice.items("circulate", circulation.outcome) + [("told", String(circulation.told.count))]
                + circulation.unreachable.prefix(20).map { ("unreachable", $0.description) })
    }

    /// The same answer of one's own institution on the picked paragraphs, or its clearance.
    func answers() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        guard let institution = member.institution else {
            throw .invalid([.init(name: "institution", allowed: "institution.needed")])
        }
        let picks = try await picks(id)
        if form.words("do") == "stand" {
            let outcome = try await visit.run { () throws(WorkspaceError) in
                try await rounds.clearProposals(id, picks, of: institution, note: form.first("note"), by: member)
            }
            return back(id, RoundNotice.items("stand", outcome))
        }
        let draft = ProposalDraft(
            position: Position(rawValue: form.words("position")), reason: form.words("reason"),
            legalNote: form.words("legalNote"))
        let outcome = try await visit.run { () throws(WorkspaceError) in
            try await rounds.answer(id, picks, for: institution, draft, by: member)
        }
        return back(id, RoundNotice.items("answer", outcome))
    }

    func edit() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        let due = try form.day("due")
        try await visit.run { () throws(WorkspaceError) in
            try await rounds.edit(id, version: version, title: form.words("title"), due: due, by: member)
        }
        return back(id, [("said", "edit")])
    }

    func cancel() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await rounds.cancel(id, version: version, reason: form.words("reason"), by: member)
        }
        return back(id, [("said", "cancel")])
    }

    func freeze() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        _ = try await visit.run { () throws(WorkspaceError) in
            try await rounds.freeze(id, version: version, by: member)
        }
        return .seeOther(View(visit).address(visit.path("/round/\(id)/result")))
    }

    func reopen() async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        try await visit.run { () throws(WorkspaceError) in
            try await rounds.reopen(id, version: version, reason: form.words("reason"), by: member)
        }
        return back(id, [("said", "reopen")])
    }

    private var version: Int { Int(form.words(Conflict.versionField)) ?? 0 }

    /// The ticked paragraphs with the versions that were seen, or all that the filters show.
    private func picks(_ id: RoundID) async throws(WebError) -> [RoundPick] {
        if form.first("all") == "yes" {
            let page = try await visit.run { () throws(WorkspaceError) in try await rounds.page(id, member) }
            return page.live.filter { question.matches($0) && $0.paragraph.decided == nil }
                .map { RoundPick($0.paragraph.id) }
        }
        let picks = form.all("p").compactMap { item -> RoundPick? in
            let parts = item.split(separator: ":")
            guard parts.count == 2, let id = RoundParagraphID(parts[0]), let version = Int(parts[1]) else { return nil }
            return RoundPick(id, version: version)
        }
        guard !picks.isEmpty else { throw .invalid([.init(name: "paragraph", allowed: "round.paragraphNeeded")]) }
        return picks
    }

    /// The filters the form was sent from.
    private var question: RoundQuestion {
        RoundQuestion(
            Query(
                form.items.filter { $0.name.hasPrefix("f.") }.map {
                    Query.Item(name: String($0.name.dropFirst(2)), value: $0.value)
                }))
    }

    private func back(_ id: RoundID, _ said: [(String, String)]) -> Answer {
        .seeOther(View(visit).address(visit.path("/round/\(id)"), question.items + said))
    }
}
