package import Domain
import Insight
import Store

extension Issues {
    /// One issue. `language` is the reader's; `members` counts from 0.
    package func issue(
        _ id: IssueID, language: LanguageTag = .english, members first: Int = 0
    ) async throws(OperationError) -> IssuePage {
        let issues = self
        let page = try await read { connection -> IssuePage? in
            guard let row = try IssueRow.find([id], connection).first else { return nil }
            let history = try StateHistory.read(of: row.state, in: id, connection)
            let proposals = try issues.entries(IssueProposalRow.open(of: id, connection), language, connection)
            let members = try issues.members(row, history, language, from: first, connection)
            return IssuePage(
                summary: issues.summary(row, history.facts, history, proposals: proposals.count),
                members: members.page, next: members.next, occasions: try issues.occasions(history, connection),
                leaving: proposals.filter { $0.move.from == id }, arriving: proposals.filter { $0.move.to == id },
                decisions: try Self.decisions(on: id, connection),
                wentTo: row.mergedInto == nil ? nil : try IssueRow.standing(id, connection)?.id)
        }
        guard let page else { throw .notFound }
        return page
    }

    private func members(
        _ row: IssueRow, _ history: StateHistory, _ language: LanguageTag, from first: Int,
        _ connection: any ReadConnection
    ) throws -> (page: [IssueMember], next: Int?) {
        let sizes = Dictionary(grouping: history.facts, by: \.group).mapValues(\.count)
        let ordered = history.facts.sorted { one, other in
            let (size, otherSize) = (sizes[one.group] ?? 0, sizes[other.group] ?? 0)
            if size != otherSize { return size > otherSize }
            if one.group != other.group { return one.group < other.group }
            let (date, otherDate) = (one.published?.number ?? .max, other.published?.number ?? .max)
            return (date, one.recommendation) < (otherDate, other.recommendation)
        }
        let start = min(max(0, first), ordered.count)
        let end = min(ordered.count, start + IssuePage.membersMax)
        let facts = ordered[start..<end]
        let stored = Dictionary(
            try RecordLoader(connection).load(facts.map(\.recommendation)).map { ($0.recommendation.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let reason = IssueForms.issue(row).reason
        let page = facts.compactMap { fact -> IssueMember? in
            guard let record = stored[fact.recommendation] else { return nil }
            return member(record, fact, sizes[fact.group] ?? 1, history, reason, language)
        }
        return (page, end < ordered.count ? end : nil)
    }

    private func member(
        _ stored: StoredRecord, _ fact: IssueFactRow, _ size: Int, _ history: StateHistory, _ reason: IssueReason,
        _ language: LanguageTag
    ) -> IssueMember {
        let record = Library.summary(stored, reader: language)
        let facts = self.record(stored)
        return IssueMember(
            record: record, text: facts.texts[record.language] ?? "", group: fact.group, groupSize: size,
            isPinned: fact.isPinned, isPlaced: fact.isPlaced, since: fact.since,
            answered: history.answers[fact.recommendation]?.first ?? fact.position,
            words: Self.words(reason.words, in: facts.texts), themes: reason.themes.filter(facts.themes.contains),
            persons: reason.persons.filter(facts.persons.contains))
    }

    /// Those that one of the texts has, in any of a word's forms as long as its beginning is the same.
    private static func words(_ words: [String], in texts: [LanguageTag: String]) -> [String] {
        let folded = texts.values.map { $0.lowercased() }
        return words.filter { word in
            let stem = word.lowercased().prefix(max(4, word.count - 3))
            return folded.contains { $0.contains(stem) }
        }
    }

    private func entries(
        _ moves: [ProposedMove], _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> [ProposalEntry] {
        let moves = moves.prefix(SQLSet.sizeMax)
        let stored = Dictionary(
            try RecordLoader(connection).load(moves.map(\.recommendation)).map { ($0.recommendation.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let ids = Array(Set(moves.flatMap { [$0.from, $0.to] }).sorted().prefix(SQLSet.sizeMax))
        let rows = Dictionary(
            try IssueRow.find(ids, connection).map { ($0.id, IssueForms.issue($0)) },
            uniquingKeysWith: { first, _ in first })
        return moves.compactMap { move in
            guard let record = stored[move.recommendation], let from = rows[move.from], let to = rows[move.to] else {
                return nil
            }
            let summary = Library.summary(record, reader: language)
            return ProposalEntry(
                move: move, record: summary, text: self.record(record).texts[summary.language] ?? "", from: from,
                to: to)
        }
    }

    private func occasions(
        _ history: StateHistory, _ connection: any ReadConnection
    ) throws -> [IssueOccasion] {
        let symbols = Dictionary(
            history.facts.map { ($0.document, $0.symbol) }, uniquingKeysWith: { first, _ in first })
        var assessments: [RecommendationID: [Assessment]] = [:]
        for set in StateHistory.sets(history.facts.map(\.recommendation)) {
            for entry in try AssessmentRow.all(of: set, connection) {
                assessments[entry.recommendation, default: []].append(entry.value)
            }
        }
        return RepeatHistory(history.facts.map { history.asked($0, self) }).occasions.map { occasion in
            IssueOccasion(
                occasion: occasion, documents: occasion.documents.map { ($0, symbols[$0] ?? nil) },
                changes: occasion.recommendations.flatMap { history.answers[$0]?.changes ?? [] },
                assessments: occasion.recommendations.flatMap { id in (assessments[id] ?? []).map { (id, $0) } })
        }
    }

    private static func decisions(
        on issue: IssueID, _ connection: any ReadConnection
    ) throws -> [IssueDecision] {
        try IssueDecisionRow.all(of: issue, limit: 200, connection).map { decision, text in
            var decision = decision
            if let detail = IssueForms.value(DecisionDetail.self, text) {
                decision.recommendations = recommendations(detail)
            }
            return decision
        }
    }
}
