import Domain
import Secrets
import Store

/// One package within its transaction.
struct PackageIntake {
    let reading: PackageReading
    let digest: String
    let ids: PackageIDs
    let caller: String
    let at: String
    let connection: any WriteConnection

    private var manifest: PackageForm.Manifest { reading.manifest }

    /// The source it is of, where packages of it came before.
    func source() throws -> AssessmentSource? {
        if try IdentityRow.find(connection)?.code == manifest.installation { throw PackageFault.own }
        let known = try SourceRow.all(connection).filter { $0.code == manifest.installation }
        if let source = known.first(where: { $0.scope == manifest.scope }) { return source }
        if let other = known.first, other.scope.isEmpty || manifest.scope.isEmpty {
            throw PackageFault.otherScope(known: other.scope)
        }
        return nil
    }

    /// Whether the key is one somebody has only now confirmed by what she typed.
    func confirm(_ typed: String, _ source: AssessmentSource?) throws -> Bool {
        let fingerprint = KeyFingerprint.of(manifest.key) ?? ""
        let confirmed = try SourceRow.confirmedKey(of: manifest.installation, connection)
        if confirmed == manifest.key { return false }
        guard !typed.isEmpty else {
            guard let confirmed else {
                throw PackageFault.keyUnconfirmed(name: manifest.name, fingerprint: fingerprint)
            }
            throw PackageFault.keyChanged(
                name: manifest.name, fingerprint: fingerprint, confirmed: KeyFingerprint.of(confirmed) ?? "")
        }
        guard typed == KeyFingerprint.folded(fingerprint) else {
            throw PackageFault.otherFingerprint(fingerprint: fingerprint)
        }
        try SourceRow.confirm(manifest.key, of: manifest.installation, id: ids.key, by: caller, at: at, connection)
        return true
    }

    func take(_ source: AssessmentSource?) throws -> ReceivedPackage {
        if let source {
            if source.dropped != nil { throw PackageFault.dropped }
            guard manifest.sequence >= source.sequence else {
                throw PackageFault.older(sequence: manifest.sequence, known: source.sequence)
            }
            if manifest.sequence == source.sequence, try SourceRow.lastDigest(of: source.id, connection) != digest,
                source.publicKey == manifest.key
            {
                throw PackageFault.rewritten(sequence: manifest.sequence)
            }
        }
        let isKnown = source?.sequence == manifest.sequence && source?.publicKey == manifest.key
        let id = source?.id ?? AssessmentSourceID(ids.source)
        try SourceRow.put(id, manifest, isNew: source == nil, by: caller, at: at, connection)
        let schemes = try putSchemes(id)
        let before = try ReceivedRow.known(of: id, connection)
        var received = ReceivedPackage(
            source: id, name: manifest.name, sequence: manifest.sequence, isKnown: isKnown,
            taken: reading.entries.count, vanished: 0, unplaced: 0)
        var numbers: [String: Int64] = [:]
        for (place, entry) in reading.entries.enumerated() {
            numbers[entry.id] = before[entry.id] ?? ids.assessments + Int64(place)
        }
        for entry in reading.entries {
            guard let number = numbers[entry.id] else { continue }
            let thing = try PlaceRow.find(entry.about, connection)
            if thing == nil { received.unplaced += 1 }
            try ReceivedRow.put(
                entry, number, id, thing, scheme: entry.scheme.map { schemes[$0] ?? $0 },
                supersededBy: entry.supersededBy.flatMap { numbers[$0] }, isNew: before[entry.id] == nil, connection)
        }
        for (key, number) in before where numbers[key] == nil {
            if try ReceivedRow.vanish(number, id, at: manifest.made, connection) { received.vanished += 1 }
        }
        try SourceRow.log(received, manifest, digest, id: ids.package, by: caller, at: at, connection)
        return received
    }

    /// What each scheme of the package is called here.
    private func putSchemes(_ source: AssessmentSourceID) throws -> [String: String] {
        var codes = try SourceRow.schemes(of: source, connection)
        for (place, entry) in reading.schemes.enumerated() {
            let id: OwnSchemeID
            if let known = codes[entry.scheme].flatMap({ SchemeCode($0).own }) {
                id = known
            } else {
                id = OwnSchemeID(ids.schemes + Int64(place))
                try SourceRow.insertScheme(id, entry.scheme, source, at: at, connection)
                codes[entry.scheme] = SchemeCode(id).rawValue
            }
            try SourceRow.putEdition(id, entry.edition, try entry.content.json(), at: at, connection)
        }
        return codes
    }
}
