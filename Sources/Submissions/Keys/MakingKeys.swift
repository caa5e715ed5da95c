package import Domain
import People
import Secrets
import Store

/// A recipient's own keys and those she could confirm.
package struct KeyRing: Hashable, Sendable {
    package var current: RecipientKey?
    package var waiting: RecipientKey?
    /// Keys of colleagues of the same institution that wait to be confirmed, each with its institution's name.
    package var toConfirm: [Named]
    /// Everything that ever stood in the workspace, the latest first.
    package var history: [Named]
    /// A colleague of the same institution could confirm a key.
    package var hasOthers: Bool
    /// The institution was admitted once; until then its first key waits for whoever runs the installation.
    package var isAdmitted: Bool
    /// Whoever runs this installation took back that the institution receives, and this key waits since.
    package var isSuspended: Bool

    package struct Named: Hashable, Sendable {
        package var key: RecipientKey
        package var institution: String
    }
}

extension Submissions {
    /// Characters of a pass phrase.
    package static let phraseLengths = 16...256

    package func keyRing(_ member: Member) async throws(SubmissionError) -> KeyRing {
        let (workspace, institution) = try await desk(member)
        return try await read { connection in
            let keys = try RecipientKeyRow.all(workspace, connection)
            let names = try DeskRow.institutionNames(workspace, connection)
            func named(_ key: RecipientKey) -> KeyRing.Named {
                KeyRing.Named(key: key, institution: names[key.institution] ?? "")
            }
            let own = keys.filter { $0.account == member.account && $0.institution == institution }
            let others = keys.filter { $0.account != member.account && $0.institution == institution }
            let waiting = own.first { $0.status == .waiting }
            return KeyRing(
                current: own.first { $0.status == .current }, waiting: waiting,
                toConfirm: others.filter { $0.status == .waiting }.map(named),
                history: keys.reversed().map(named), hasOthers: others.contains { $0.status == .current },
                isAdmitted: try AdmissionRow.find(institution, workspace, connection) != nil,
                isSuspended: try waiting.map {
                    try AdmissionRow.lastSaid(of: $0, connection)?.action == RecipientKey.suspending
                } ?? false)
        }
    }

    /// The workspace and institution somebody answers for. Institutions of the State never receive submissions.
    func desk(_ member: Member) async throws(SubmissionError) -> (WorkspaceID, InstitutionID) {
        do throws(WorkspaceError) {
            guard let institution = try member.limit(.answerSubmissions) else { throw WorkspaceError.forbidden }
            let workspace = member.workspace.id
            let kind = try await store.read { try DeskRow.kind(of: institution, workspace, $0) }
            guard let kind, DeskRow.independent.contains(kind) else { throw WorkspaceError.forbidden }
            return (workspace, institution)
        } catch { throw SubmissionError(error) }
    }

    /// Makes a pair of keys under a pass phrase. It waits: the first of an institution for somebody who runs this
    /// installation, every other for a colleague.
    @discardableResult
    package func makeKey(phrase: String, by member: Member) async throws(SubmissionError) -> RecipientKey {
        let (workspace, institution) = try await desk(member)
        guard let signing = house.signing else { throw .off }
        try checkPhrase(phrase, member)
        let standing = try await read { try RecipientKeyRow.all(workspace, $0) }
        let own = standing.filter { $0.account == member.account }
        guard !own.contains(where: { $0.status == .waiting }) else {
            throw .unfit(field: "phrase", key: "submit.key.waits")
        }
        let made = try await sealedPair(phrase)
        let id: Int64
        do throws(WorkspaceError) { id = try await store.take(.recipientKey).lowerBound } catch {
            throw SubmissionError(error)
        }
        var key = RecipientKey(
            id: id, workspace: workspace, institution: institution, account: member.account,
            serial: (own.map(\.serial).max() ?? 0) + 1, publicKey: made.publicKey, signingKey: made.signingKey,
            salt: made.salt, sealed: made.sealed, status: .waiting, endorsement: [],
            confirmedBy: nil, confirmation: nil, made: day, ended: nil, version: 1)
        do throws(SealError) { try key.endorse(signing) } catch { throw .unreadable }
        let kept = key
        try await change(member) { change in
            // Two first keys at once: the rules are asked again inside.
            let now = try RecipientKeyRow.all(workspace, change.connection)
            guard now.count == standing.count else {
                throw WorkspaceError.stale(Subject(.recipientKey, kept.id), version: 1)
            }
            try RecipientKeyRow.insert(kept, change.connection)
            try DeskRow.make(institution, workspace, member.workspace.language, change.connection)
            change.did("key.make", kept.subject, detail: kept.auditDetail)
        }
        return key
    }

    private struct Pair {
        var publicKey: [UInt8]
        var signingKey: [UInt8]
        var salt: [UInt8]
        var sealed: [UInt8]
    }

    private func sealedPair(_ phrase: String) async throws(SubmissionError) -> Pair {
        let hybrid = HybridKey()
        var seed = HybridKey().bytes
        let salt = Self.random(32)
        var derived = try await worker.derive(Scrypt.bytes(of: phrase), salt: salt, count: 32)
        var secret = hybrid.bytes + seed
        defer {
            seed.wipe()
            derived.wipe()
            secret.wipe()
        }
        do throws(SealError) {
            let signing = try SigningKey(seed: seed)
            let place = "recipient-key/\(Digest.hex(hybrid.publicKey.bytes))"
            return Pair(
                publicKey: hybrid.publicKey.bytes, signingKey: signing.verifying.bytes, salt: salt,
                sealed: try Sealer(key: derived).seal(secret, for: place))
        } catch { throw .unreadable }
    }

    private func checkPhrase(_ phrase: String, _ member: Member) throws(SubmissionError) {
        guard Self.phraseLengths.contains(phrase.count), Set(phrase.lowercased()).count >= 8,
            !phrase.lowercased().contains(member.name.lowercased())
        else { throw .unfit(field: "phrase", key: "submit.key.phraseUnfit") }
    }

    /// Opens a key with its pass phrase. Wrong ones are counted for this key, apart from signing in.
    func opened(_ key: RecipientKey, phrase: String) async throws(SubmissionError) -> OpenedKey {
        try phraseTries.begin(key.id, at: now())
        var derived = try await worker.derive(Scrypt.bytes(of: String(phrase.prefix(1_000))), salt: key.salt, count: 32)
        defer { derived.wipe() }
        do throws(SealError) {
            var secret = try Sealer(key: derived).open(key.sealed, for: key.place)
            defer { secret.wipe() }
            let opened = try OpenedKey(secret)
            guard opened.hybrid.publicKey.bytes == key.publicKey, opened.signing.verifying.bytes == key.signingKey
            else {
                throw SealError.refused
            }
            phraseTries.succeeded(key.id)
            return opened
        } catch { throw .wrongPhrase }
    }

    static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    func change(
        _ member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> Void
    ) async throws(SubmissionError) {
        do throws(WorkspaceError) { try await store.change(member, body) } catch { throw SubmissionError(error) }
    }
}

extension RecipientKey {
    package var subject: Subject { Subject(.recipientKey, id) }
    /// What the audit log keeps of it: fingerprint, number and who confirmed it.
    var auditDetail: String {
        let by = confirmedBy.map { ",\"confirmedBy\":\($0)" } ?? ""
        return "{\"fingerprint\":\"\(fingerprint)\",\"serial\":\(serial)\(by)}"
    }
}
