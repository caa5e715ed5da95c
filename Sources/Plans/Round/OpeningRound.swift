package import Domain
import People
import Store

extension Rounds {
    /// Reports of reviews of the workspace's State, newest first, with the round that is held on each.
    package func documents(_ member: Member) async throws(WorkspaceError) -> [RoundDocument] {
        try member.require(.manageRound)
        let workspace = member.workspace
        return try await store.read { connection in
            let rounds = try RoundRow.all(workspace.id, connection).filter { $0.status != .cancelled }
            guard let state = workspace.mechanismState else { return [] }
            return try RoundSourceRow.documents(state, connection).map { found in
                var found = found
                found.round = rounds.first { $0.document == found.document.id }?.id
                return found
            }
        }
    }

    /// Opens a round on a report of the workspace's State: every recommendation of it becomes a paragraph. An empty title takes the
    /// report's symbol.
    package func open(
        _ document: DocumentID, title: String = "", due: CalendarDate? = nil, by member: Member
    ) async throws(WorkspaceError) -> Round {
        try member.require(.manageRound)
        let title = title.trimmingWhitespace
        guard title.count <= Self.titleCharactersMax else { throw .invalid("title", "round.titleLength") }
        if let due, due.day == nil { throw .invalid("due", "round.wholeDay") }
        let id = RoundID(try await store.take(.round).lowerBound)
        let ids = try await store.take(.roundParagraph, Self.paragraphsMax)
        return try await store.change(member) { change in
            let connection = change.connection
            let workspace = change.member.workspace
            guard let report = try RoundSourceRow.document(document, connection),
                report.state == workspace.mechanismState
            else {
                throw WorkspaceError.invalid("document", "round.documentOfState")
            }
            let rounds = try RoundRow.all(workspace.id, connection)
            if rounds.contains(where: { $0.document == document && $0.status != .cancelled }) {
                throw WorkspaceError.invalid("document", "round.documentHasRound")
            }
            let found = try RoundSourceRow.recommendations(document, connection)
            guard !found.isEmpty else { throw WorkspaceError.invalid("document", "round.documentEmpty") }
            guard found.count <= Self.paragraphsMax else {
                throw WorkspaceError.invalid("document", "round.documentLarge")
            }
            let round = Round(
                id: id, workspace: workspace.id, document: document,
                title: title.isEmpty ? report.symbol?.printed ?? report.title ?? "\(id)" : title, opened: change.at,
                openedBy: member.name, due: due)
            try RoundRow.insert(round, connection)
            let paragraphs = zip(ids, found).map { id, recommendation in
                RoundParagraph(RoundParagraphID(id), round.id, recommendation)
            }
            try RoundParagraphRow.insert(paragraphs, workspace.id, connection)
            change.did("round.open", round.subject, detail: "{\"paragraphs\":\(found.count)}")
            return round
        }
    }

    /// Renames a round, or gives it another date.
    package func edit(
        _ id: RoundID, version: Int, title: String, due: CalendarDate?, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageRound)
        let title = title.trimmingWhitespace
        guard (1...Self.titleCharactersMax).contains(title.count) else { throw .invalid("title", "round.titleLength") }
        if let due, due.day == nil { throw .invalid("due", "round.wholeDay") }
        try await store.change(member) { change in
            var round = try RoundRow.lock(id, change.workspace, change.connection)
            change.field(round.subject, "title", from: round.title, to: title)
            change.field(round.subject, "due", from: round.due?.description, to: due?.description)
            round.title = title
            round.due = due
            try RoundRow.update(round, version: version, change.connection)
            change.did("round.edit", round.subject)
        }
    }

    /// Ends a round that was opened by mistake. Only while nobody has answered.
    package func cancel(_ id: RoundID, version: Int, reason: String, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageRound)
        let reason = try RoundReason.checked(reason, "reason")
        guard !reason.isEmpty else { throw .invalid("reason", "round.reasonNeeded") }
        try await store.change(member) { change in
            var round = try RoundRow.lock(id, change.workspace, change.connection)
            let proposals = try ProposalRow.all(id, change.workspace, only: nil, change.connection)
            if proposals.contains(where: { $0.position != nil }) {
                throw WorkspaceError.invalid("round", "round.hasAnswers")
            }
            change.field(round.subject, "status", from: round.status.rawValue, to: "cancelled", why: reason)
            round.status = .cancelled
            round.reason = reason
            try RoundRow.update(round, version: version, change.connection)
            change.did("round.cancel", round.subject)
        }
    }
}

extension RoundParagraph {
    /// A recommendation as it is taken into a round.
    init(_ id: RoundParagraphID, _ round: RoundID, _ recommendation: Recommendation) {
        self.init(
            id: id, round: round, recommendation: recommendation.id, number: recommendation.paragraph,
            ordinal: recommendation.ordinal, texts: recommendation.texts, recommending: recommendation.recommending,
            decided: recommendation.decided)
    }
}

extension Recommendation {
    /// The position that is not open any more.
    var decided: Position? { position == .pending ? nil : position }
}
