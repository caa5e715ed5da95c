package import Domain
import People
import Secrets
import Store

/// What became of a package.
package struct ReceivedPackage: Hashable, Sendable {
    package var source: AssessmentSourceID
    package var name: String
    package var sequence: Int64
    /// It was here already; what had no place in the record was sought again.
    package var isKnown: Bool
    package var taken: Int
    /// Those of the package before that are not in this one.
    package var vanished: Int
    /// Those whose recommendation or issue this record does not have.
    package var unplaced: Int
}

extension Assessments {
    /// Takes a signed package, or says why not. Nothing of it is kept before somebody here has typed the fingerprint of the key that
    /// signed it, as the installation publishes it elsewhere; with another key than the confirmed one it begins anew.
    package func receive(
        _ bytes: [UInt8], typed: String, by caller: Caller
    ) async throws(PackageFault) -> ReceivedPackage {
        let reading = try PackageReading(bytes)
        let digest = Digest.sha256Hex(bytes)
        let asked = KeyFingerprint.folded(typed)
        let at = store.clock.instant
        let ids: PackageIDs
        do throws(StoreError) {
            ids = PackageIDs(
                assessments: try await store.ids.take("assessment", max(1, reading.entries.count)).lowerBound,
                schemes: try await store.ids.take("assessment-scheme", max(1, reading.schemes.count)).lowerBound,
                source: try await store.ids.take("assessment-source", 1).lowerBound,
                key: try await store.ids.take("assessment-key", 1).lowerBound,
                package: try await store.ids.take("assessment-package", 1).lowerBound)
        } catch { throw .store(error.description) }
        do throws(StoreError) {
            return try await store.database.change(at: at) { connection, log in
                let intake = PackageIntake(
                    reading: reading, digest: digest, ids: ids, caller: caller.name, at: at, connection: connection)
                let source = try intake.source()
                let isNewKey = try intake.confirm(asked, source)
                let received = try intake.take(source)
                let subject = "assessment-source/\(received.source)"
                if isNewKey {
                    log.audit(AuditEntry(actor: caller.name, action: "assessmentSource.confirmKey", subject: subject))
                }
                log.audit(
                    AuditEntry(
                        actor: caller.name, action: "assessmentSource.receive", subject: subject,
                        detail: "{\"sequence\":\(received.sequence),\"taken\":\(received.taken)}"))
                return received
            }.value
        } catch { throw PackageFault(error) }
    }

    /// Every installation a package came from, the latest first.
    package func sources() async throws(WorkspaceError) -> [AssessmentSource] {
        try await store.read { try SourceRow.all($0) }
    }

    /// Shows nothing of an installation any more. Its packages are refused until it is taken up again.
    package func drop(
        _ id: AssessmentSourceID, version: Int, why: String?, by caller: Caller
    ) async throws(WorkspaceError) {
        let why = try why.map { text throws(WorkspaceError) in try AssessmentRules.why(text, "why") }
        let at = store.clock.instant
        do throws(StoreError) {
            try await store.database.change(at: at) { connection, log in
                guard try SourceRow.drop(id, version: version, at: why == nil ? nil : at, why, connection) else {
                    throw WorkspaceError.stale(Subject(.assessmentSource, id.value), version: version)
                }
                log.audit(
                    AuditEntry(
                        actor: caller.name, action: why == nil ? "assessmentSource.takeUp" : "assessmentSource.drop",
                        subject: "assessment-source/\(id)"))
            }
        } catch { throw WorkspaceError(error) }
    }
}

extension PackageFault {
    init(_ error: StoreError) {
        if case .abandoned(let own as PackageFault) = error { self = own } else { self = .store(error.description) }
    }
}

/// Numbers set aside for one package.
struct PackageIDs: Sendable {
    var assessments: Int64
    var schemes: Int64
    var source: Int64
    var key: Int64
    var package: Int64
}
