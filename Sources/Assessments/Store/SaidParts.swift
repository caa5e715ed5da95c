import Domain
import Store

/// Reasons and evidence of a voice's own assessments.
extension SaidRow {
    static func writeParts(_ own: OwnAssessment, _ connection: any WriteConnection) throws {
        for reason in own.draft.reasons {
            try connection.execute(
                "INSERT INTO assessment_text (assessment_id, language, original, reason) VALUES ($1, $2, $3, $4)",
                [
                    .int(own.id.value), .text(reason.language.rawValue), .flag(reason.isOriginal), .text(reason.text),
                ])
        }
        for (place, link) in own.draft.evidence.enumerated() {
            try connection.execute(
                """
                INSERT INTO assessment_evidence (assessment_id, number, kind, title, address) VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .int(own.id.value), .int(place + 1), .text(link.kind.rawValue), .text(link.title),
                    .text(link.address),
                ])
        }
    }

    static func deleteParts(_ id: AssessmentID, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM assessment_text WHERE assessment_id = $1", [.int(id.value)])
        try connection.execute("DELETE FROM assessment_evidence WHERE assessment_id = $1", [.int(id.value)])
    }

    /// Of rows that were read with their voice.
    static func filled(_ found: [OwnAssessment], _ connection: any ReadConnection) throws -> [OwnAssessment] {
        var all = found
        let contents = try SchemeRow.contents(
            all.map { SchemeRow.Key(code: $0.draft.scheme, edition: $0.edition) }, connection)
        var places: [Int64: Int] = [:]
        for place in all.indices {
            places[all[place].id.value] = place
            all[place].content =
                contents[SchemeRow.Key(code: all[place].draft.scheme, edition: all[place].edition)]
        }
        try PublicRow.inSets(all.map { .int($0.id.value) }) { set in
            try connection.query(
                """
                SELECT assessment_id, language, original, reason FROM assessment_text WHERE assessment_id IN ({set})
                ORDER BY assessment_id, original DESC, language
                """, [], set: set
            ) { row in
                guard let place = places[try row.int(0)] else { return }
                all[place].draft.reasons.append(
                    AssessmentReason(
                        language: LanguageTag(try row.text(1)), isOriginal: try row.int(2) == 1,
                        text: try row.text(3)))
            }
            try connection.query(
                """
                SELECT assessment_id, kind, title, address FROM assessment_evidence WHERE assessment_id IN ({set})
                ORDER BY assessment_id, number
                """, [], set: set
            ) { row in
                guard let place = places[try row.int(0)] else { return }
                all[place].draft.evidence.append(
                    EvidenceLink(
                        kind: try row.value(1, EvidenceLink.Kind.init(rawValue:)), title: try row.text(2),
                        address: try row.text(3)))
            }
        }
        return all
    }
}
