package import Domain
import People
import Store

extension Rounds {
    package static let institutionsMax = 200

    /// Asks institutions for a position on paragraphs by a date. Each institution is told in one message, however many paragraphs;
    /// who was asked already is not asked again, and what the report decides is nobody's question.
    package func circulate(
        _ id: RoundID, _ picks: [RoundPick], to institutions: [InstitutionID], due: CalendarDate, by member: Member
    ) async throws(WorkspaceError) -> Circulation {
        try member.require(.manageRound)
        guard due.day != nil else { throw .invalid("due", "round.wholeDay") }
        let institutions = Array(Set(institutions)).sorted()
        guard (1...Self.institutionsMax).contains(institutions.count) else {
            throw .invalid("institution", "round.institutionNeeded")
        }
        guard (1...Self.paragraphsMax).contains(picks.count) else {
            throw .invalid("paragraph", "round.paragraphNeeded")
        }
        let ids = try await store.take(.proposal, picks.count * institutions.count)
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            for institution in institutions { try Self.check(institution, change) }
            var circulation = Circulation()
            var ids = ids.makeIterator()
            var added: [Proposal] = []
            try Self.walk(round, picks, change, &circulation.outcome) { line, outcome in
                if line.paragraph.decided != nil { return outcome.skip(line.paragraph, .decided) }
                let asked = Set(line.proposals.map(\.institution))
                let new = institutions.filter { !asked.contains($0) }
                guard !new.isEmpty else { return outcome.skip(line.paragraph, .alreadyAsked) }
                guard line.paragraph.clearance.step.isOpen else { return outcome.skip(line.paragraph, .cleared) }
                for institution in new {
                    guard let id = ids.next() else { break }
                    added.append(
                        Proposal(
                            id: ProposalID(id), round: round.id, paragraph: line.paragraph.id,
                            institution: institution, due: due, asked: change.at))
                }
                outcome.done += 1
            }
            try ProposalRow.insert(added, change.workspace, change.connection)
            circulation.asked = added.count
            try Self.tell(round, added, due, &change, &circulation)
            if !added.isEmpty {
                change.did("round.circulate", round.subject, detail: "{\"questions\":\(added.count)}")
            }
            return circulation
        }
    }

    /// Gives institutions another date for what they have not answered on these paragraphs.
    package func reschedule(
        _ id: RoundID, _ picks: [RoundPick], due: CalendarDate, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        try member.require(.manageRound)
        guard due.day != nil else { throw .invalid("due", "round.wholeDay") }
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                let open = line.proposals.filter { $0.position == nil && $0.due != due }
                guard !open.isEmpty else { return outcome.skip(line.paragraph, .unchanged) }
                for var proposal in open {
                    change.field(
                        proposal.subject, "due", from: proposal.due.description, to: due.description)
                    proposal.due = due
                    try ProposalRow.update(proposal, version: proposal.version, change.workspace, change.connection)
                }
                outcome.done += 1
            }
            if outcome.done > 0 { change.did("round.reschedule", round.subject) }
            return outcome
        }
    }

    /// Takes back the question to one institution on paragraphs it has not answered.
    package func withdraw(
        _ id: RoundID, _ picks: [RoundPick], from institution: InstitutionID, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        try member.require(.manageRound)
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                guard let proposal = line.proposals.first(where: { $0.institution == institution }) else {
                    return outcome.skip(line.paragraph, .notAsked)
                }
                guard try ProposalRow.remove(proposal, change.workspace, change.connection) else {
                    return outcome.skip(line.paragraph, .alreadyAnswered)
                }
                change.field(
                    line.paragraph.subject, "asked", from: institution.description, to: nil)
                outcome.done += 1
            }
            if outcome.done > 0 { change.did("round.withdraw", round.subject) }
            return outcome
        }
    }

    /// Hands over each live paragraph that was picked, with its proposals; those that are gone, or that somebody changed since they
    /// were seen, are named in the outcome.
    static func walk(
        _ round: Round, _ picks: [RoundPick], _ change: WorkspaceChange, _ outcome: inout RoundOutcome,
        _ body: (RoundLine, inout RoundOutcome) throws -> Void
    ) throws {
        let lines = Dictionary(
            try Self.lines(round, nil, change.connection).map { ($0.paragraph.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: Set<RoundParagraphID> = []
        for pick in picks where seen.insert(pick.paragraph).inserted {
            guard let line = lines[pick.paragraph] else { throw WorkspaceError.notFound }
            if !line.paragraph.isLive {
                outcome.skip(line.paragraph, .gone)
            } else if let version = pick.version, version != line.paragraph.version {
                outcome.skip(line.paragraph, .changed)
            } else {
                try body(line, &outcome)
            }
        }
    }

    private static func check(_ id: InstitutionID, _ change: WorkspaceChange) throws {
        guard let institution = try InstitutionRow.find(id, change.workspace, change.connection), !institution.isClosed
        else { throw WorkspaceError.invalid("institution", "institution.unknown") }
    }

    /// One message for each institution, to its first focal point with an address, else to its own address.
    private static func tell(
        _ round: Round, _ added: [Proposal], _ due: CalendarDate, _ change: inout WorkspaceChange,
        _ circulation: inout Circulation
    ) throws {
        let workspace = change.member.workspace
        for (id, proposals) in Dictionary(grouping: added, by: \.institution).sorted(by: { $0.key < $1.key }) {
            guard let institution = try InstitutionRow.find(id, workspace.id, change.connection),
                let reader = try InstitutionReaderRow.first(
                    institution, workspace, at: change.at, change.connection)
            else {
                circulation.unreachable.append(id)
                continue
            }
            circulation.told.append(id)
            change.mail(
                OutboxMessage(
                    kind: "roundCirculated", address: reader.address, language: reader.language,
                    arguments: [
                        "workspace": workspace.name, "institution": institution.name, "round": round.title,
                        "count": "\(proposals.count)", "due": due.description,
                        "path": "/workspaces/\(workspace.slug)/round/\(round.id)",
                    ], account: reader.account, workspace: workspace.id))
        }
    }
}
