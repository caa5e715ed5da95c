package import Domain
import Secrets

/// A pair of keys of one person who receives submissions for her institution: one that others seal to, one that confirms other keys.
/// The private halves are sealed under her pass phrase.
package struct RecipientKey: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case current
        /// Until somebody confirms it nothing is sealed to it.
        case waiting
        /// Another took its place.
        case replaced
        case withdrawn
    }

    package var id: Int64
    package var workspace: WorkspaceID
    package var institution: InstitutionID
    package var account: AccountID
    /// The how manieth of this person in this workspace, from 1.
    package var serial: Int
    package var publicKey: [UInt8]
    package var signingKey: [UInt8]
    var salt: [UInt8]
    var sealed: [UInt8]
    package var status: Status
    var endorsement: [UInt8]
    package var confirmedBy: Int64?
    var confirmation: [UInt8]?
    /// A day.
    package var made: String
    package var ended: String?
    package var version: Int

    /// 160 bits of the SHA-256 over both public halves, as ten groups of four: what people compare.
    package var fingerprint: String { Self.fingerprint(publicKey, signingKey) }

    static func fingerprint(_ publicKey: [UInt8], _ signingKey: [UInt8]) -> String {
        let digits = Array(
            Digest.sha256Hex(Array("rapporteur recipient key 1\n".utf8) + publicKey + signingKey).prefix(40))
        return stride(from: 0, to: 40, by: 4).map { String(digits[$0..<($0 + 4)]).uppercased() }
            .joined(separator: " ")
    }

    /// What is signed of a key: its own facts, line by line.
    private var facts: String {
        "\(workspace)\n\(institution)\n\(account)\n\(serial)\n\(Digest.hex(publicKey))\n\(Digest.hex(signingKey))\n\(made)\n"
    }

    /// What another key signs to confirm this one.
    var confirmationText: String { "rapporteur recipient key confirmed 1\n" + facts }

    /// What the installation signs: that this is the key, who confirmed it, and how it stands.
    var endorsementText: String {
        let by = confirmedBy.map(String.init) ?? "-"
        return "rapporteur recipient key endorsed 1\n" + facts + "\(status.rawValue)\n\(by)\n"
    }

    /// The id of the installation's key and its signature.
    mutating func endorse(_ key: SigningKey) throws(SealError) {
        endorsement = Array(key.verifying.id.utf8) + (try key.sign(endorsementText))
    }

    /// Whether this installation vouches for what the row says: somebody who changed the row alone cannot make it so.
    func isEndorsed(_ vouching: (String) -> VerifyingKey?) -> Bool {
        guard endorsement.count == 80, let key = vouching(String(decoding: endorsement.prefix(16), as: UTF8.self))
        else {
            return false
        }
        return key.isValid(Array(endorsement.dropFirst(16)), of: endorsementText)
    }

    /// Whether it is the institution's first as it was admitted, or a key of the same institution confirmed it.
    func isConfirmed(_ admission: Admission?, by confirmer: RecipientKey?) -> Bool {
        if let admission, admission.key == id { return true }
        guard let confirmedBy, let confirmer, confirmer.id == confirmedBy, confirmer.workspace == workspace,
            confirmer.institution == institution, let confirmation, let key = VerifyingKey(confirmer.signingKey)
        else { return false }
        return key.isValid(confirmation, of: confirmationText)
    }

    /// Whether its row is how the audit log left it. A row of before that somebody put back carries a signature that is good, and is
    /// told by this.
    func isAsSaid(_ said: (action: String, detail: String)?) -> Bool {
        guard let said, said.detail == auditDetail else { return false }
        switch said.action {
        // Before admissions a first key stood from the start; it takes nothing until it is admitted.
        case "key.make": return status == .waiting || status == .current && confirmedBy == nil
        case "key.admit", "key.confirm": return status == .current
        case "key.replace": return status == .replaced
        case "key.withdraw": return status == .withdrawn
        case Self.suspending: return status == .waiting
        default: return false
        }
    }

    /// Said of a key whose institution's admission was taken back.
    static let suspending = "key.suspend"

    /// Where its private halves are sealed for.
    var place: String { "recipient-key/\(Digest.hex(publicKey))" }
}

/// The private halves, in memory alone.
struct OpenedKey: Sendable {
    let hybrid: HybridKey
    let signing: SigningKey

    /// 64 bytes: the one that opens and the one that signs.
    init(_ bytes: [UInt8]) throws(SealError) {
        guard bytes.count == 64 else { throw .refused }
        hybrid = try HybridKey(Array(bytes[..<32]))
        signing = try SigningKey(seed: Array(bytes[32...]))
    }
}
