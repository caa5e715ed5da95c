import Agreements
import CooperationWeb
import Domain
import Frame
import Plans
import Programmes

/// What forms of agreements do.
struct AgreementActions: Sendable {
    private let visit: Visit
    private let form: Query
    private let agreements: Agreements

    init(_ visit: Visit, _ form: Query, _ agreements: Agreements) {
        self.visit = visit
        self.form = form
        self.agreements = agreements
    }

    func add() async throws(WebError) -> Answer {
        let terms = try TermsReading(form).terms()
        let introduction = form.first("introduction").flatMap { IntroductionID($0) }
        let id = try await visit.run { () throws(WorkspaceError) in
            try await agreements.begin(terms, from: introduction, by: visit.member)
        }
        return visit.back("/agreements/\(id)", "saved")
    }

    func save() async throws(WebError) -> Answer {
        let terms = try TermsReading(form).terms()
        return try await on("saved") { id, number throws(WorkspaceError) in
            try await agreements.save(
                id, number: number, version: form.version, terms, why: form.words("changeNote"), by: visit.member)
        }
    }

    func redraft() async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let number = try await visit.run { () throws(WorkspaceError) in
            try await agreements.redraft(id, version: form.version, by: visit.member)
        }
        return visit.back("/agreements/\(id)/versions/\(number)/edit", "redrafted")
    }

    func propose() async throws(WebError) -> Answer {
        try await on("proposed") { id, number throws(WorkspaceError) in
            try await agreements.propose(
                id, number: number, version: form.version, isPublic: isOn("public"), by: visit.member)
        }
    }

    func drop() async throws(WebError) -> Answer {
        try await on("dropped") { id, number throws(WorkspaceError) in
            try await agreements.drop(id, number: number, version: form.version, by: visit.member)
        }
    }

    func accept() async throws(WebError) -> Answer {
        try await on("accepted") { id, number throws(WorkspaceError) in
            try await agreements.accept(
                id, number: number, version: form.version, isPublic: isOn("public"), by: visit.member)
        }
    }

    func refuse() async throws(WebError) -> Answer {
        try await on("refused") { id, number throws(WorkspaceError) in
            try await agreements.refuse(
                id, number: number, version: form.version, reason: form.words("reason"), by: visit.member)
        }
    }

    func publish() async throws(WebError) -> Answer {
        try await on("saved") { id, _ throws(WorkspaceError) in
            try await agreements.publish(id, isOn("public"), version: form.version, by: visit.member)
        }
    }

    func close() async throws(WebError) -> Answer {
        let isNotice = form.first("do") == "terminate"
        return try await on("closed") { id, _ throws(WorkspaceError) in
            if isNotice {
                try await agreements.terminate(
                    id, version: form.version, reason: form.words("reason"), by: visit.member)
            } else {
                try await agreements.end(id, version: form.version, note: form.words("reason"), by: visit.member)
            }
        }
    }

    func state() async throws(WebError) -> Answer {
        guard let standing = BenchmarkFinding.Standing(rawValue: form.words("standing")) else {
            throw .invalid([.init(name: "standing", allowed: "cooperation.unknownCode")])
        }
        return try await on("stated") { id, _ throws(WorkspaceError) in
            try await agreements.state(
                standing, of: line, in: id, note: form.words("note"), evidence: form.words("evidence"),
                by: visit.member)
        }
    }

    func deliver() async throws(WebError) -> Answer {
        guard let day = try form.day("day") else {
            throw .invalid([.init(name: "day", allowed: "cooperation.wholeDay")])
        }
        let money = try form.money("money")
        return try await on("stated") { id, _ throws(WorkspaceError) in
            try await agreements.deliver(
                line, in: id, on: day, money: money, isComplete: isOn("complete"), note: form.words("note"),
                by: visit.member)
        }
    }

    /// Links an action, takes a link away, or adds a new action under a line of the plan or under an issue that is taken in for it.
    func action() async throws(WebError) -> Answer {
        let due = try form.day("due")
        let linked = form.first("action").flatMap { ActionID($0) }
        return try await on("saved") { id, _ throws(WorkspaceError) in
            if let unlinked = form.first("unlink").flatMap({ ActionID($0) }) {
                try await agreements.unlink(action: unlinked, from: id, by: visit.member)
            } else if let linked {
                try await agreements.link(action: linked, to: id, by: visit.member)
            } else {
                let commitment = try await commitment()
                let draft = Action(
                    id: ActionID(0), workspace: visit.workspace.id, commitment: commitment,
                    title: form.words("title"), due: due)
                _ = try await agreements.addAction(draft, to: id, by: visit.member)
            }
        }
    }

    private func commitment() async throws(WorkspaceError) -> CommitmentID {
        if let known = form.first("commitment").flatMap({ CommitmentID($0) }) { return known }
        guard let issue = form.first("issue").flatMap({ IssueID($0) }) else {
            throw .invalid("commitment", "agreement.allowed.place")
        }
        return try await agreements.commitment(to: issue, by: visit.member)
    }

    func evidence() async throws(WebError) -> Answer {
        guard let action = form.first("action").flatMap({ ActionID($0) }) else {
            throw .invalid([.init(name: "action", allowed: "agreement.allowed.action")])
        }
        return try await on("saved") { id, _ throws(WorkspaceError) in
            try await agreements.keepEvidence(
                form.words("link"), of: action, title: form.words("title"), from: id, by: visit.member)
        }
    }

    func programme() async throws(WebError) -> Answer {
        let isMade = form.first("do") == "make"
        let programme = form.first("programme").flatMap { ProgrammeID($0) }
        return try await on("saved") { id, _ throws(WorkspaceError) in
            if isMade {
                let states = visit.workspace.mechanismState.map { [$0] } ?? []
                _ = try await agreements.makeProgramme(
                    from: id, version: form.version, states: states, by: visit.member)
            } else {
                try await agreements.link(programme: programme, to: id, version: form.version, by: visit.member)
            }
        }
    }

    func invite() async throws(WebError) -> Answer {
        guard let institution = form.first("institution").flatMap({ InstitutionID($0) }) else {
            throw .invalid([.init(name: "institution", allowed: "people.institutionUnknown")])
        }
        let isInvited = form.first("do") != "take"
        return try await on("saved") { id, _ throws(WorkspaceError) in
            try await agreements.invite(institution, isInvited, to: id, by: visit.member)
        }
    }

    private func isOn(_ name: String) -> Bool { form.first(name) == "yes" }
    private var line: Int { Int(visit.exchange.value("line")) ?? 0 }

    /// Runs on the agreement of the address, and the version where it names one, and goes back to its page.
    private func on(
        _ said: String, _ body: (AgreementID, Int) async throws(WorkspaceError) -> Void
    ) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let number = Int(visit.exchange.value("number")) ?? 0
        do throws(WorkspaceError) { try await body(id, number) } catch { throw WebError(error) }
        return visit.back("/agreements/\(id)", said)
    }
}
