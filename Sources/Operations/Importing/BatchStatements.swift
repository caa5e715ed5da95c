import Domain
import FoundationEssentials
import Store

extension Batch {
    // MARK: Answers of States

    /// Takes in a State's answers to paragraphs of another document: applied where the paragraph is in the record, else kept.
    mutating func takeStatements(_ prepared: [PreparedDraft]) throws {
        let known = try StatementRow.find(source: context.sourceID, keys: prepared.map(\.key), connection)
        for entry in prepared {
            guard let statement = entry.draft.statement, let paragraph = entry.draft.paragraph else { continue }
            var row = try self.row(entry, statement, paragraph)
            let old = known[entry.key]
            if let old, old.digest == row.digest {
                if let target = old.recommendation { outcome.unchanged.insert(target) } else { outcome.waiting += 1 }
                continue
            }
            row.firstImportID = old?.firstImportID ?? row.importID
            row.recommendation = try row.target(connection)
            if let old { try keepEvents(of: old, statement, &row) }
            guard let target = row.recommendation else {
                try row.put(connection)
                outcome.waiting += 1
                continue
            }
            try apply(row, statement, to: target)
        }
        try applyWaiting()
    }

    private mutating func row(
        _ entry: PreparedDraft, _ statement: StatementDraft, _ paragraph: ParagraphNumber
    ) throws -> StatementRow {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let isNamed = entry.draft.document.symbol != nil
        return StatementRow(
            source: context.sourceID, key: entry.key, document: isNamed ? DocumentRow.key(entry.draft.document) : nil,
            review: entry.draft.review, paragraphKey: paragraph.sortKey,
            baseKey: statement.letter == nil ? paragraph.sortKey : Self.withoutLetter(paragraph).sortKey,
            statement: String(decoding: try encoder.encode(statement), as: UTF8.self), digest: entry.digest,
            row: entry.draft.row, importID: context.importID.value, firstImportID: context.importID.value,
            positionID: outcome.ids.take(\.position), assessmentID: outcome.ids.take(\.assessment))
    }

    private static func withoutLetter(_ paragraph: ParagraphNumber) -> ParagraphNumber {
        let text = paragraph.printed
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return paragraph }
        return ParagraphNumber(String(text[..<open])) ?? paragraph
    }

    /// What the same document said before stays where it says it again; other words for the same answer replace the words.
    private func keepEvents(of old: StatementRow, _ statement: StatementDraft, _ row: inout StatementRow) throws {
        let before = try JSONDecoder().decode(StatementDraft.self, from: Data(old.statement.utf8))
        guard old.recommendation == row.recommendation, before.letter == statement.letter,
            before.states == statement.states
        else { return }
        if before.position == statement.position, before.date == statement.date, before.document == statement.document {
            row.positionID = old.positionID
            try PositionRow.reword(
                old.positionID, wording: statement.wording, reason: statement.reason, connection)
        }
        guard before.grade == statement.grade, before.wording == statement.wording || before.grade == nil else {
            // A table that was corrected says the other thing from now on.
            try connection.execute("DELETE FROM assessment WHERE id = $1", [.int(old.assessmentID)])
            return
        }
        if before.claim == statement.claim { row.assessmentID = old.assessmentID }
    }

    private mutating func apply(_ row: StatementRow, _ statement: StatementDraft, to id: RecommendationID) throws {
        guard let record = try RecordLoader(connection).load([id]).first else { return }
        var row = row
        row.recommendation = id
        try row.put(connection)
        let part = Self.part(of: record.recommendation, statement)
        if let position = statement.position {
            try PositionRow.insert(
                PositionEvent(
                    id: PositionEventID(row.positionID), position: position, part: part, date: statement.date,
                    source: .addendum, document: statement.document, wording: statement.wording,
                    reason: statement.reason), of: id, source: row.source, importID: row.importID, connection)
        }
        if let claim = statement.claim {
            let state = statement.by ?? record.recommendation.states.first
            try AssessmentRow.insert(
                row.assessmentID,
                Assessment(
                    assessor: .state, assessorName: state?.rawValue ?? "", scheme: Assessment.claimScheme,
                    value: claim.status.rawValue, date: statement.date, wording: claim.wording, source: .addendum,
                    document: statement.document, part: part), of: id, source: row.source, importID: row.importID,
                connection)
        }
        if let grade = statement.grade, let kind = Assessment.AssessorKind(rawValue: grade.assessor) {
            try AssessmentRow.insert(
                row.assessmentID,
                Assessment(
                    assessor: kind, assessorName: grade.name, scheme: grade.scheme, value: grade.value,
                    date: statement.date, wording: statement.wording, source: context.source,
                    document: statement.document, part: part), of: id, source: row.source, importID: row.importID,
                connection)
        }
        outcome.updated.insert(id)
        answered.insert(id)
    }

    /// The lettered duty or the States' wording that an answer speaks of.
    private static func part(of recommendation: Recommendation, _ statement: StatementDraft) -> PartID? {
        if let letter = statement.letter,
            let part = recommendation.parts.first(where: { $0.kind == .letter && $0.label == letter })
        {
            return part.id
        }
        guard !statement.states.isEmpty, Set(statement.states) != Set(recommendation.recommending) else { return nil }
        return recommendation.parts.first {
            $0.kind == .variant && !Set($0.recommending).isDisjoint(with: statement.states)
        }?.id
    }

    /// Answers that came before the paragraphs they speak of.
    private mutating func applyWaiting() throws {
        var rest = (outcome.created + outcome.updated.sorted())[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
            rest = rest.dropFirst(set.count)
            for row in try StatementRow.waiting(for: set, connection) {
                guard let target = row.recommendation else { continue }
                let statement = try JSONDecoder().decode(StatementDraft.self, from: Data(row.statement.utf8))
                try apply(row, statement, to: target)
            }
        }
    }

    // MARK: Claims and marks

    /// What rows say beside the recommendation itself. Their recommendations are written by now.
    mutating func writeMarks() throws {
        for (prepared, id) in marked {
            let draft = prepared.draft
            let document = draft.document.symbol?.printed
            if let claim = draft.claim {
                let assessment = Assessment(
                    assessor: .state, assessorName: (draft.document.state ?? draft.states.first)?.rawValue ?? "",
                    scheme: Assessment.claimScheme, value: claim.status.rawValue,
                    date: draft.published ?? draft.document.published, wording: claim.wording, source: context.source,
                    document: document)
                let number = outcome.ids.take(\.assessment)
                if try !AssessmentRow.isKnown(assessment, of: id, source: context.sourceID, connection) {
                    try AssessmentRow.insert(
                        number, assessment, of: id, source: context.sourceID, importID: context.importID.value,
                        connection)
                }
            }
            guard let followUp = draft.followUp else {
                try FollowUpRow.remove(of: id, source: context.sourceID, key: prepared.key, connection)
                continue
            }
            try FollowUpRow.put(
                FollowUpMark(
                    isForFollowUp: followUp.isForFollowUp, due: followUp.due, computedFrom: followUp.computedFrom,
                    duties: followUp.duties, isPriority: followUp.isPriority,
                    source: context.source, document: document), of: id, source: context.sourceID, key: prepared.key,
                importID: context.importID.value, connection)
        }
        marked = []
    }
}
