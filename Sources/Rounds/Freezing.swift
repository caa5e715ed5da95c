package import Domain
import People
import Plans
import Store

/// What stands between a round and its frozen result.
package struct RoundTrouble: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A recommendation of the report is in no paragraph of the round.
        case notTaken
        /// The recommendation of a paragraph is not in the record any more.
        case gone
        /// It stands in another document now: the paragraphs have to be moved.
        case elsewhere
        /// The record now prints another number.
        case renumbered
        /// Two paragraphs speak of one recommendation.
        case twice
        case noPosition
        case noReason
        /// The minister's clearance is missing.
        case notCleared
    }

    package var kind: Kind
    /// Nil for a recommendation that is in no paragraph.
    package var paragraph: RoundParagraphID?
    package var recommendation: RecommendationID
    /// As printed, for people.
    package var name: String
}

extension Rounds {
    /// What is missing before a round can be frozen, in the report's order; nothing where it can be.
    package func troubles(_ id: RoundID, _ member: Member) async throws(WorkspaceError) -> [RoundTrouble] {
        try member.require(.manageRound)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let round = try RoundRow.find(id, workspace, connection) else { throw WorkspaceError.notFound }
            return try Self.troubles(round, try Self.lines(round, nil, connection), connection)
        }
    }

    static func troubles(
        _ round: Round, _ lines: [RoundLine], _ connection: any ReadConnection
    ) throws -> [RoundTrouble] {
        let current = try RoundSourceRow.current(round.id, connection)
        let report = try RoundSourceRow.recommendations(round.document, connection)
        let known = Dictionary(report.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var troubles: [RoundTrouble] = []
        var covered: Set<RecommendationID> = []
        for line in lines where line.paragraph.isLive {
            let paragraph = line.paragraph
            func add(_ kind: RoundTrouble.Kind) {
                troubles.append(
                    RoundTrouble(
                        kind: kind, paragraph: paragraph.id, recommendation: paragraph.recommendation,
                        name: paragraph.name))
            }
            if let now = current[paragraph.recommendation] {
                if !covered.insert(now).inserted { add(.twice) }
                if let recommendation = known[now] {
                    if recommendation.paragraph?.printed != paragraph.number?.printed { add(.renumbered) }
                } else {
                    add(.elsewhere)
                }
            } else {
                add(.gone)
            }
            guard paragraph.decided == nil else { continue }
            switch paragraph.resolution {
            case nil: add(.noPosition)
            case .noted? where paragraph.reason.isEmpty: add(.noReason)
            default: if !paragraph.clearance.counts(.minister) { add(.notCleared) }
            }
        }
        for recommendation in report where !covered.contains(recommendation.id) {
            troubles.append(
                RoundTrouble(
                    kind: .notTaken, paragraph: nil, recommendation: recommendation.id,
                    name: recommendation.paragraph?.printed ?? "#\(recommendation.ordinal)"))
        }
        return troubles
    }

    /// Freezes a round whose every paragraph is covered once and cleared; else throws, and `troubles` says what is missing.
    package func freeze(
        _ id: RoundID, version: Int, by member: Member
    ) async throws(WorkspaceError) -> RoundFreeze {
        try member.require(.manageRound)
        try member.require(.clear)
        return try await store.change(member) { change in
            var round = try RoundRow.lock(id, change.workspace, change.connection)
            let lines = try Self.lines(round, nil, change.connection)
            guard try Self.troubles(round, lines, change.connection).isEmpty else {
                throw WorkspaceError.invalid("round", "round.notComplete")
            }
            let entries = lines.filter(\.paragraph.isLive).compactMap { FrozenRound.Entry($0.paragraph) }
            let freeze = RoundFreeze(
                round: id, number: round.freezes + 1, document: round.document, edition: round.edition,
                by: member.name, at: change.at, digest: FrozenRound.digest(entries))
            try RoundFreezeRow.insert(freeze, entries, change.workspace, change.connection)
            change.field(round.subject, "status", from: "open", to: "frozen")
            round.status = .frozen
            round.freezes = freeze.number
            try RoundRow.update(round, version: version, change.connection)
            change.did(
                "round.freeze", round.subject,
                detail: "{\"digest\":\"\(freeze.digest)\",\"paragraphs\":\(entries.count)}")
            return freeze
        }
    }

    /// Opens a frozen round again. What was frozen stays as it was, with who reopened it, when and why.
    package func reopen(
        _ id: RoundID, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageRound)
        try member.require(.clear)
        let reason = try ReasonText.checked(reason, "reason")
        guard !reason.isEmpty else { throw .invalid("reason", "round.reasonNeeded") }
        try await store.change(member) { change in
            guard var round = try RoundRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard round.status == .frozen else { throw WorkspaceError.invalid("round", "round.notFrozen") }
            change.field(round.subject, "status", from: "frozen", to: "open", why: reason)
            round.status = .open
            round.reason = reason
            try RoundRow.update(round, version: version, change.connection)
            try RoundFreezeRow.reopen(
                round, by: member.name, at: change.at, because: reason, change.connection)
            change.did("round.reopen", round.subject, detail: "{\"freeze\":\(round.freezes)}")
        }
    }

    /// A frozen result: the last one, or the one with this number. `notFound` where it was never frozen.
    package func frozen(
        _ id: RoundID, number: Int? = nil, _ member: Member
    ) async throws(WorkspaceError) -> FrozenRound {
        let limit = try member.limit(.seeRound)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let freezes = try RoundFreezeRow.all(id, workspace, connection)
            guard let round = try RoundRow.find(id, workspace, connection),
                let freeze = number.map({ number in freezes.first { $0.number == number } }) ?? freezes.last
            else { throw WorkspaceError.notFound }
            let entries = try RoundFreezeRow.entries(freeze, workspace, only: limit, connection)
            guard limit == nil || !entries.isEmpty else { throw WorkspaceError.notFound }
            return FrozenRound(
                round: id, title: round.title, freeze: freeze,
                document: try RoundSourceRow.document(freeze.document, connection), entries: entries,
                isIntact: limit == nil ? FrozenRound.digest(entries) == freeze.digest : nil)
        }
    }
}

extension FrozenRound.Entry {
    /// Nil where nothing was settled.
    init?(_ paragraph: RoundParagraph) {
        guard let position = paragraph.decided ?? paragraph.resolution else { return nil }
        self.init(
            paragraph: paragraph.id, recommendation: paragraph.recommendation, number: paragraph.number,
            ordinal: paragraph.ordinal, texts: paragraph.texts, position: position, reason: paragraph.reason,
            isInReport: paragraph.decided != nil)
    }
}
