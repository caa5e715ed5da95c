import Domain
import Store

/// Installations that packages came from, their keys and schemes.
enum SourceRow {
    static func all(_ connection: any ReadConnection) throws -> [AssessmentSource] {
        try connection.all(
            """
            SELECT id, code, scope, name, operator_kind, address, public_key, sequence, made, received, received_by, dropped,
                dropped_why, version FROM assessment_source ORDER BY received DESC, id DESC LIMIT 1000
            """
        ) { row in
            AssessmentSource(
                id: AssessmentSourceID(try row.int(0)), code: try row.text(1), scope: try row.text(2),
                name: try row.text(3), operatorKind: try row.textOrNil(4).flatMap { Operator.Kind(rawValue: $0) },
                address: try row.textOrNil(5), publicKey: try row.text(6), sequence: try row.int(7),
                made: try row.text(8), received: try row.text(9), receivedBy: try row.text(10),
                dropped: try row.textOrNil(11), droppedWhy: try row.textOrNil(12), version: Int(try row.int(13)))
        }
    }

    /// The key that was confirmed last for an installation.
    static func confirmedKey(of code: String, _ connection: any ReadConnection) throws -> String? {
        try connection.first(
            "SELECT public_key FROM assessment_key WHERE code = $1 ORDER BY id DESC LIMIT 1", [.text(code)]
        ) { try $0.text(0) }
    }

    static func confirm(
        _ key: String, of code: String, id: Int64, by name: String, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment_key (id, code, public_key, confirmed, confirmed_by) VALUES ($1, $2, $3, $4, $5)
            """, [.int(id), .text(code), .text(key), .text(at), .text(name)])
    }

    static func lastDigest(of id: AssessmentSourceID, _ connection: any ReadConnection) throws -> String? {
        try connection.first(
            "SELECT digest FROM assessment_package WHERE source_id = $1 ORDER BY id DESC LIMIT 1", [.int(id.value)]
        ) { try $0.text(0) }
    }

    static func put(
        _ id: AssessmentSourceID, _ manifest: PackageForm.Manifest, isNew: Bool, by name: String, at: String,
        _ connection: any WriteConnection
    ) throws {
        let values: [SQLValue] = [
            .int(id.value), .text(manifest.name), .optional(manifest.operatorKind), .optional(manifest.address),
            .text(manifest.key), .int(manifest.sequence), .text(manifest.made), .text(at), .text(name),
        ]
        if isNew {
            try connection.execute(
                """
                INSERT INTO assessment_source (id, name, operator_kind, address, public_key, sequence, made, received,
                    received_by, code, scope, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
                """, values + [.text(manifest.installation), .text(manifest.scope)])
        } else {
            try connection.execute(
                """
                UPDATE assessment_source SET name = $2, operator_kind = $3, address = $4, public_key = $5, sequence = $6,
                    made = $7, received = $8, received_by = $9, version = version + 1 WHERE id = $1
                """, values)
        }
    }

    static func log(
        _ received: ReceivedPackage, _ manifest: PackageForm.Manifest, _ digest: String, id: Int64, by name: String,
        at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment_package (id, source_id, sequence, made, digest, taken, vanished, unplaced, received,
                received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(id), .int(received.source.value), .int(manifest.sequence), .text(manifest.made), .text(digest),
                .int(received.taken), .int(received.vanished), .int(received.unplaced), .text(at), .text(name),
            ])
    }

    static func drop(
        _ id: AssessmentSourceID, version: Int, at: String?, _ why: String?, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE assessment_source SET dropped = $3, dropped_why = $4, version = version + 1
            WHERE id = $1 AND version = $2
            """, [.int(id.value), .int(version), .optional(at), .optional(why)]) == 1
    }

    /// Codes of packages' schemes by what they are called there.
    static func schemes(
        of source: AssessmentSourceID, _ connection: any ReadConnection
    ) throws -> [String: String] {
        var found: [String: String] = [:]
        try connection.query(
            "SELECT outside_code, id FROM assessment_scheme WHERE source_id = $1", [.int(source.value)]
        ) { found[try $0.text(0)] = SchemeCode(OwnSchemeID(try $0.int(1))).rawValue }
        return found
    }

    static func insertScheme(
        _ id: OwnSchemeID, _ code: String, _ source: AssessmentSourceID, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment_scheme (id, source_id, institution_id, outside_code, latest, closed, made, version)
            VALUES ($1, $2, 0, $3, 1, 0, $4, 1)
            """, [.int(id.value), .int(source.value), .text(code), .text(at)])
    }

    /// An edition that is there stays as it is.
    static func putEdition(
        _ id: OwnSchemeID, _ number: Int, _ json: String, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO assessment_scheme_edition (scheme_id, number, content, made) VALUES ($1, $2, $3, $4)
            ON CONFLICT (scheme_id, number) DO NOTHING
            """, [.int(id.value), .int(number), .text(json), .text(at)])
    }
}
