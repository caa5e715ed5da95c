import Domain
import Operations
import People
import Plans
import Store

/// Writes the paragraphs of a round anew for another report. Every question and every answer is afterwards on a live paragraph, or
/// stands with the paragraph it was given on.
struct RoundMoving {
    /// Words so alike that what was cleared for the one holds for the other.
    static let unchanged = 0.97

    private let round: Round
    private let lines: [RoundLine]
    private let report: [RecommendationID: Recommendation]
    private let order: [Recommendation]
    private let links: [RoundParagraphID: Renumbering.Link]
    private var became: [RoundParagraphID: [RecommendationID]] = [:]
    private var reasons: [RoundParagraphID: String] = [:]
    private let confirmed: Set<RoundParagraphID>
    private var newParagraphs: [RoundParagraph] = []
    private var newProposals: [Proposal] = []
    private var moves: [RoundMove] = []

    /// Throws where a decision is missing, or names what is not in the report.
    init(
        _ round: Round, _ plan: Rounds.MovePlan, _ decisions: [RoundParagraphID: MoveDecision]
    ) throws {
        self.round = round
        lines = plan.lines
        order = plan.report
        report = Dictionary(plan.report.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        links = Dictionary(plan.renumbering.links.map { ($0.paragraph, $0) }, uniquingKeysWith: { first, _ in first })
        confirmed = Set(decisions.keys)
        for line in lines {
            let id = line.paragraph.id
            switch decisions[id] {
            case .dropped(let why):
                let why = try ReasonText.checked(why, "reason")
                guard !why.isEmpty else { throw WorkspaceError.invalid("reason", "round.reasonNeeded") }
                reasons[id] = why
            case .became(let targets):
                let targets = Array(Set(targets)).sorted()
                guard !targets.isEmpty, targets.allSatisfy({ report[$0] != nil }) else {
                    throw WorkspaceError.invalid("paragraph", "round.targetUnknown")
                }
                became[id] = targets
            case nil:
                guard let link = links[id], link.isSure else {
                    throw WorkspaceError.invalid("paragraph", "round.decisionMissing")
                }
                became[id] = link.targets
            }
        }
    }

    mutating func write(_ change: inout WorkspaceChange) throws -> [RoundMove] {
        // Recommendations may change places: none stands in the way of another while rows are written.
        try change.connection.execute(
            """
            UPDATE round_paragraph SET recommendation_id = 0 - id
            WHERE round_id = $1 AND workspace_id = $2 AND merged_into IS NULL AND dropped IS NULL
            """, [.int(round.id.value), .int(change.workspace.value)])
        var claims: [RecommendationID: [RoundLine]] = [:]
        for line in lines { for target in became[line.paragraph.id] ?? [] { claims[target, default: []].append(line) } }
        let count = order.count + 1
        var ids = try IDAllocator.take("round-paragraph", count, change.connection).makeIterator()
        var joined: [RecommendationID: RoundParagraphID] = [:]
        for recommendation in order {
            let lines = claims[recommendation.id] ?? []
            guard lines.count != 1, let id = ids.next().map({ RoundParagraphID($0) }) else { continue }
            joined[recommendation.id] = id
            join(lines, recommendation, id, change)
        }
        try RoundParagraphRow.insert(newParagraphs, change.workspace, change.connection)
        let fresh = newParagraphs.count
        for line in lines { try place(line, claims, joined, &ids, &change) }
        try RoundParagraphRow.insert(
            Array(newParagraphs.dropFirst(fresh)), change.workspace, change.connection)
        try writeProposals(change)
        return try writeMoves(change)
    }

    /// One paragraph of the earlier report: in place where a recommendation is its alone, else part of what it was joined to.
    private mutating func place(
        _ line: RoundLine, _ claims: [RecommendationID: [RoundLine]],
        _ joined: [RecommendationID: RoundParagraphID], _ ids: inout Range<Int64>.Iterator,
        _ change: inout WorkspaceChange
    ) throws {
        var paragraph = line.paragraph
        let old = line.paragraph
        let targets = (became[old.id] ?? []).compactMap { report[$0] }
        guard let first = targets.first else {
            paragraph.dropped = reasons[old.id]
            note(.dropped, old.id, old, nil, change)
            try RoundParagraphRow.move(paragraph, version: old.version, change.workspace, change.connection)
            return
        }
        let own = targets.filter { claims[$0.id]?.count == 1 }
        guard let kept = own.first else {
            paragraph.mergedInto = joined[first.id]
            note(.merged, old.id, old, first, change)
            change.field(old.subject, "number", from: old.number?.printed, to: first.paragraph?.printed)
            try RoundParagraphRow.move(paragraph, version: old.version, change.workspace, change.connection)
            return
        }
        let likeness = links[old.id]?.likeness(to: kept.id, paragraph: old, kept) ?? 0
        let isSame = targets.count == 1 && likeness >= Self.unchanged
        paragraph.stand(as: kept)
        if !isSame { paragraph.clearance = returned(old.clearance, old, kept, change) }
        change.field(old.subject, "number", from: old.number?.printed, to: kept.paragraph?.printed)
        change.field(
            old.subject, "clearance", from: old.clearance.step.rawValue, to: paragraph.clearance.step.rawValue)
        try RoundParagraphRow.move(paragraph, version: old.version, change.workspace, change.connection)
        note(targets.count > 1 ? .split : isSame ? .same : .reworded, old.id, old, kept, change)
        if !isSame { try reopen(line.proposals, old, kept, &change) }
        for other in own.dropFirst() {
            guard let id = ids.next().map({ RoundParagraphID($0) }) else { continue }
            var part = RoundParagraph(id, round.id, other)
            part.resolution = part.decided == nil ? old.resolution : nil
            part.reason = part.resolution == nil ? "" : old.reason
            part.legalNote = old.legalNote
            newParagraphs.append(part)
            newProposals += line.proposals.map { $0.copied(to: id, clearance: Clearance()) }
            note(.split, id, old, other, change)
        }
    }

    /// A paragraph for what is new, or for what several became: it takes over everybody who was asked on any of them, and an answer
    /// where an institution gave the same one on all.
    private mutating func join(
        _ lines: [RoundLine], _ recommendation: Recommendation, _ id: RoundParagraphID, _ change: WorkspaceChange
    ) {
        var paragraph = RoundParagraph(id, round.id, recommendation)
        if lines.isEmpty { note(.added, id, nil, recommendation, change) }
        let settled = Set(lines.map { "\($0.paragraph.resolution?.rawValue ?? "")\u{0}\($0.paragraph.reason)" })
        if let first = lines.first, settled.count == 1, paragraph.decided == nil {
            paragraph.resolution = first.paragraph.resolution
            paragraph.reason = first.paragraph.reason
        }
        paragraph.legalNote = Self.together(lines.map(\.paragraph.legalNote))
        newParagraphs.append(paragraph)
        let asked = Dictionary(grouping: lines.flatMap(\.proposals), by: \.institution)
        for (_, proposals) in asked.sorted(by: { $0.key < $1.key }) {
            guard var proposal = proposals.first?.copied(to: id, clearance: Clearance()) else { continue }
            proposal.due = proposals.map(\.due).max() ?? proposal.due
            let positions = Set(proposals.map(\.position))
            if positions.count != 1 || proposals.count != lines.count {
                proposal.position = nil
                proposal.answeredAt = nil
                proposal.answeredBy = nil
            }
            proposal.reason = Self.together(proposals.map(\.reason))
            proposal.legalNote = Self.together(proposals.map(\.legalNote))
            newProposals.append(proposal)
        }
    }

    private static func together(_ texts: [String]) -> String {
        var seen: Set<String> = []
        let different = texts.filter { !$0.isEmpty && seen.insert(ReasonText.key($0)).inserted }
        return String(different.joined(separator: "\n").prefix(ReasonText.charactersMax))
    }

    /// What an institution has cleared for other words comes back to it; its answer stays.
    private func reopen(
        _ proposals: [Proposal], _ old: RoundParagraph, _ new: Recommendation, _ change: inout WorkspaceChange
    ) throws {
        for proposal in proposals where !proposal.clearance.step.isOpen {
            var changed = proposal
            changed.clearance = returned(proposal.clearance, old, new, change)
            change.field(
                proposal.subject, "clearance", from: proposal.clearance.step.rawValue,
                to: changed.clearance.step.rawValue, why: changed.clearance.note)
            try ProposalRow.update(changed, version: proposal.version, change.workspace, change.connection)
        }
    }

    private func returned(
        _ clearance: Clearance, _ old: RoundParagraph, _ new: Recommendation, _ change: WorkspaceChange
    ) -> Clearance {
        guard !clearance.step.isOpen else { return clearance }
        return Clearance(
            step: .returned, by: change.member.name, at: change.at,
            note: "\(old.name) → \(new.paragraph?.printed ?? "#\(new.ordinal)")")
    }

    private mutating func note(
        _ kind: RoundMove.Kind, _ paragraph: RoundParagraphID, _ old: RoundParagraph?, _ new: Recommendation?,
        _ change: WorkspaceChange
    ) {
        let likeness = old.flatMap { old in
            new.flatMap { links[old.id]?.likeness(to: $0.id, paragraph: old, $0) }
        }
        moves.append(
            RoundMove(
                id: ID<RoundMove>(0), edition: round.edition, kind: kind, paragraph: paragraph,
                oldNumber: old?.number?.printed, newNumber: new?.paragraph?.printed, likeness: likeness,
                isConfirmed: old.map { confirmed.contains($0.id) } ?? false,
                oldTexts: kind == .same ? [:] : old?.texts ?? [:], by: change.member.name, at: change.at))
    }

    private mutating func writeProposals(_ change: WorkspaceChange) throws {
        guard !newProposals.isEmpty else { return }
        let ids = try IDAllocator.take("proposal", newProposals.count, change.connection)
        for (place, id) in zip(newProposals.indices, ids) { newProposals[place].id = ProposalID(id) }
        try ProposalRow.insert(newProposals, change.workspace, change.connection)
    }

    private mutating func writeMoves(_ change: WorkspaceChange) throws -> [RoundMove] {
        guard !moves.isEmpty else { return [] }
        let ids = try IDAllocator.take("round-move", moves.count, change.connection)
        for (place, id) in zip(moves.indices, ids) { moves[place].id = ID<RoundMove>(id) }
        try RoundMoveRow.insert(moves, round.id, change.workspace, change.connection)
        return moves
    }
}

extension Renumbering.Link {
    /// How alike the paragraph is to a recommendation; measured anew where it was none of the likeliest.
    fileprivate func likeness(
        to recommendation: RecommendationID, paragraph: RoundParagraph, _ text: Recommendation
    ) -> Double {
        if let found = candidates.first(where: { $0.recommendation == recommendation }) { return found.likeness }
        return paragraph.texts.reduce(0) { best, entry in
            text.texts[entry.key].map { max(best, TextLikeness(entry.value).dice(TextLikeness($0))) } ?? best
        }
    }
}

extension RoundParagraph {
    /// Takes number and words of a recommendation; what was settled stays.
    fileprivate mutating func stand(as recommendation: Recommendation) {
        let now = RoundParagraph(id, round, recommendation)
        self.recommendation = now.recommendation
        number = now.number
        ordinal = now.ordinal
        texts = now.texts
        recommending = now.recommending
        decided = now.decided
    }
}

extension Proposal {
    /// The same question and answer on another paragraph; its id is given when it is written.
    fileprivate func copied(to paragraph: RoundParagraphID, clearance: Clearance) -> Proposal {
        var copy = self
        copy.paragraph = paragraph
        copy.clearance = clearance
        copy.copiedFrom = id
        copy.version = 1
        return copy
    }
}
