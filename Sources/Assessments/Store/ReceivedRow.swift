import Domain
import Operations
import Store

/// Assessments that came in packages.
enum ReceivedRow {
    static func known(of source: AssessmentSourceID, _ connection: any ReadConnection) throws -> [String: Int64] {
        var found: [String: Int64] = [:]
        try connection.query(
            "SELECT outside_id, id FROM assessment_said WHERE source_id = $1", [.int(source.value)]
        ) { found[try $0.text(0)] = try $0.int(1) }
        return found
    }

    static func put(
        _ entry: PackageForm.Entry, _ id: Int64, _ source: AssessmentSourceID, _ thing: AssessedThing?,
        scheme: String?, supersededBy: Int64?, isNew: Bool, _ connection: any WriteConnection
    ) throws {
        let part = try thing.flatMap { try PlaceRow.part(entry.about.part, of: $0, connection) }
        let values: [SQLValue] = [
            .int(id), .int(source.value), .text(entry.assessor), .text(entry.name), .text(entry.about.state),
            .text(entry.about.kind), .optional(thing?.id), .int(part ?? 0), .text(entry.about.document),
            .text(entry.about.paragraph), .text(entry.about.part), .text(entry.about.title), .text(scheme ?? ""),
            .int(entry.edition ?? 0), .text(entry.value ?? ""), .text(entry.day ?? ""), .text(entry.status),
            .text(entry.published), .optional(supersededBy), .optional(entry.supersededAt),
            .optional(entry.takenBackAt), .optional(entry.takenBackWhy), .optional(entry.removedAt),
            .optional(entry.removedBy), .optional(entry.removedGround), .optional(entry.removedText),
        ]
        if isNew {
            try connection.execute(
                """
                INSERT INTO assessment_said (id, source_id, assessor_kind, assessor, state, subject_kind, subject_id,
                    part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day, status,
                    published_at, superseded_by, superseded_at, taken_back_at, taken_back_why, removed_at, removed_by,
                    removed_ground, removed_text, outside_id, author, author_id, made, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                    $22, $23, $24, $25, $26, $27, '', 0, $18, 1)
                """, values + [.text(entry.id)])
        } else {
            try connection.execute(
                """
                UPDATE assessment_said SET assessor_kind = $3, assessor = $4, state = $5, subject_kind = $6,
                    subject_id = $7, part_id = $8, document = $9, paragraph = $10, part_label = $11, subject_title = $12,
                    scheme = $13, scheme_edition = $14, value = $15, day = $16, status = $17, published_at = $18,
                    superseded_by = $19, superseded_at = $20, taken_back_at = $21, taken_back_why = $22,
                    removed_at = $23, removed_by = $24, removed_ground = $25, removed_text = $26, version = version + 1
                WHERE id = $1 AND source_id = $2
                """, values)
            try SaidRow.deleteParts(AssessmentID(id), connection)
        }
        try putParts(entry, id, connection)
    }

    private static func putParts(
        _ entry: PackageForm.Entry, _ id: Int64, _ connection: any WriteConnection
    ) throws {
        for text in entry.reasons {
            try connection.execute(
                "INSERT INTO assessment_text (assessment_id, language, original, reason) VALUES ($1, $2, $3, $4)",
                [.int(id), .text(text.language), .flag(text.original), .text(text.reason)])
        }
        for (place, link) in entry.evidence.enumerated() {
            try connection.execute(
                """
                INSERT INTO assessment_evidence (assessment_id, number, kind, title, address) VALUES ($1, $2, $3, $4, $5)
                """,
                [.int(id), .int(place + 1), .text(link.kind), .text(link.title), .text(link.address)])
        }
    }

    /// What a newer package does not bring any more goes to a marker: its installation has withdrawn it. Its words are wiped.
    static func vanish(
        _ id: Int64, _ source: AssessmentSourceID, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        let changed = try connection.execute(
            """
            UPDATE assessment_said SET status = 'taken-back', taken_back_at = $3, taken_back_why = '', scheme = '',
                value = '', day = '', superseded_by = NULL, superseded_at = NULL, version = version + 1
            WHERE id = $1 AND source_id = $2 AND status <> 'taken-back'
            """, [.int(id), .int(source.value), .text(at)])
        guard changed == 1 else { return false }
        try SaidRow.deleteParts(AssessmentID(id), connection)
        return true
    }
}

/// Where in this record something of a package belongs.
enum PlaceRow {
    /// By the document's symbol and the paragraph, or by State and name of an issue; nil where the record has no such.
    static func find(_ about: PackageForm.Thing, _ connection: any ReadConnection) throws -> AssessedThing? {
        guard about.kind == AssessedThing.Kind.recommendation.rawValue else {
            return try issue(about, connection).map { .issue($0) }
        }
        guard let symbol = DocumentSymbol(about.document), let paragraph = ParagraphNumber(about.paragraph) else {
            return nil
        }
        return try connection.first(
            """
            SELECT r.id FROM recommendation r JOIN document d ON d.id = r.document_id
            WHERE d.key = $1 AND r.paragraph_key = $2 AND r.merged_into IS NULL ORDER BY r.id LIMIT 1
            """, [.text(symbol.key), .text(paragraph.sortKey)]
        ) { .recommendation(RecommendationID(try $0.int(0))) }
    }

    private static func issue(_ about: PackageForm.Thing, _ connection: any ReadConnection) throws -> IssueID? {
        let named = try IssueRow.all(of: StateCode(about.state), connection).filter { row in
            row.givenName == about.title || IssueForms.issue(row).names.values.contains(about.title)
        }
        // Two of one name: which of them is meant, nobody can say.
        let standing = Set(try named.compactMap { try IssueRow.standing($0.id, connection)?.id })
        return standing.count == 1 ? standing.first : nil
    }

    static func part(
        _ label: String, of thing: AssessedThing, _ connection: any ReadConnection
    ) throws -> Int64? {
        guard !label.isEmpty, case .recommendation(let id) = thing else { return nil }
        return try connection.first(
            "SELECT MIN(id) FROM recommendation_part WHERE recommendation_id = $1 AND label = $2",
            [.int(id.value), .text(label)]
        ) { try $0.intOrNil(0) } ?? nil
    }
}
