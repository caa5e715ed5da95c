import Domain
import FollowUp
import Secrets
import Store

extension PublicRow {
    /// Adds reasons, evidence, schemes of workspaces and the facts of packages, for those whose words may be read.
    static func filled(
        _ found: [PublishedAssessment], _ connection: any ReadConnection
    ) throws -> [PublishedAssessment] {
        var all = found
        let open = all.filter { $0.words != nil && $0.published != nil }.map { SQLValue.int($0.id.value) }
        let texts = try texts(open, connection)
        let evidence = try evidence(open, connection)
        let schemes = try SchemeRow.contents(
            all.compactMap(\.words).map { SchemeRow.Key(code: $0.scheme, edition: $0.edition) }, connection)
        let sources = try SourceRows.origins(all, connection)
        for place in all.indices {
            let id = all[place].id.value
            if case .package(let origin) = all[place].origin, let known = sources[origin.source] {
                all[place].origin = .package(known)
            }
            guard let words = all[place].words else { continue }
            all[place].words?.content = schemes[SchemeRow.Key(code: words.scheme, edition: words.edition)]
            guard all[place].published != nil else { continue }
            for text in texts[id] ?? [] {
                all[place].words?.reasons[text.language] = text.reason
                if text.isOriginal { all[place].words?.original = text.language }
            }
            all[place].words?.evidence = evidence[id] ?? []
        }
        return all
    }

    struct Text {
        var language: LanguageTag
        var isOriginal: Bool
        var reason: String
    }

    private static func texts(
        _ ids: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Int64: [Text]] {
        var found: [Int64: [Text]] = [:]
        try inSets(ids) { set in
            try connection.query(
                """
                SELECT t.assessment_id, t.language, t.original, t.reason FROM assessment_text t
                JOIN assessment_said s ON s.id = t.assessment_id AND \(isOpen)
                WHERE t.assessment_id IN ({set}) ORDER BY t.assessment_id, t.language
                """, [], set: set
            ) { row in
                found[try row.int(0), default: []].append(
                    Text(
                        language: LanguageTag(try row.text(1)), isOriginal: try row.int(2) == 1,
                        reason: try row.text(3)))
            }
        }
        return found
    }

    /// Evidence of a workspace is there as long as it is public, under the title it has now.
    private static func evidence(
        _ ids: [SQLValue], _ connection: any ReadConnection
    ) throws -> [Int64: [EvidenceLink]] {
        var found: [(id: Int64, link: EvidenceLink)] = []
        try inSets(ids) { set in
            try connection.query(
                """
                SELECT t.assessment_id, t.kind, t.title, t.address FROM assessment_evidence t
                JOIN assessment_said s ON s.id = t.assessment_id AND \(isOpen)
                WHERE t.assessment_id IN ({set}) ORDER BY t.assessment_id, t.number
                """, [], set: set
            ) { row in
                let link = EvidenceLink(
                    kind: try row.value(1, EvidenceLink.Kind.init(rawValue:)), title: try row.text(2),
                    address: try row.text(3))
                found.append((try row.int(0), link))
            }
        }
        let known = try PublicEvidence.find(
            found.filter { $0.link.kind == .evidence }.map(\.link.address), connection)
        var all: [Int64: [EvidenceLink]] = [:]
        for entry in found {
            var link = entry.link
            if link.kind == .evidence {
                guard let evidence = known[link.address] else { continue }
                link.title = evidence.title
                link.address = "/evidence/\(evidence.key)"
            }
            all[entry.id, default: []].append(link)
        }
        return all
    }

    static func inSets(_ ids: [SQLValue], _ body: ([SQLValue]) throws -> Void) throws {
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try body(Array(set))
        }
    }
}

/// Packages' facts for what they brought.
enum SourceRows {
    static func origins(
        _ all: [PublishedAssessment], _ connection: any ReadConnection
    ) throws -> [AssessmentSourceID: PackageOrigin] {
        var ids: Set<AssessmentSourceID> = []
        for entry in all { if case .package(let origin) = entry.origin { ids.insert(origin.source) } }
        var found: [AssessmentSourceID: PackageOrigin] = [:]
        try PublicRow.inSets(ids.sorted().map { .int($0.value) }) { set in
            try connection.query(
                """
                SELECT id, name, operator_kind, address, public_key, received FROM assessment_source WHERE id IN ({set})
                """, [], set: set
            ) { row in
                let id = AssessmentSourceID(try row.int(0))
                found[id] = PackageOrigin(
                    source: id, name: try row.text(1),
                    operatorKind: try row.textOrNil(2).flatMap { Operator.Kind(rawValue: $0) },
                    address: try row.textOrNil(3), fingerprint: KeyFingerprint.of(try row.text(4)) ?? "",
                    received: try row.text(5))
            }
        }
        return found
    }
}

/// A public key as people compare it: SHA-256 of its 32 bytes, 64 hexadecimal digits in groups of four.
package enum KeyFingerprint {
    /// Of a key in base64url; nil for anything else.
    package static func of(_ key: String) -> String? {
        guard let bytes = Base64URL.decode(key), bytes.count == 32 else { return nil }
        return grouped(Digest.sha256Hex(bytes))
    }

    /// The digits alone, as somebody typed them with spaces, colons or capitals.
    package static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0.isASCII && $0.isHexDigit })
    }

    private static func grouped(_ digits: String) -> String {
        stride(from: 0, to: digits.count, by: 4).map { place in
            String(digits.dropFirst(place).prefix(4))
        }.joined(separator: " ")
    }
}
