package import Domain
import Secrets

/// Somebody who runs this installation, and never belonged to the workspace, compared the fingerprint of an institution's first key with
/// what the institution publishes itself. It holds for this name, this kind and this key alone.
package struct Admission: Hashable, Sendable {
    package var institution: InstitutionID
    package var workspace: WorkspaceID
    package var key: Int64
    package var name: String
    package var kind: InstitutionKind
    /// Where the fingerprint was read: https.
    package var address: String
    package var account: AccountID
    /// A day.
    package var day: String
    var seal: [UInt8] = []
    var version = 1

    private var facts: String {
        "rapporteur recipient admitted 1\n\(institution)\n\(workspace)\n\(key)\n\(kind.rawValue)\n\(account)\n\(day)\n\(address)\n\(name)\n"
    }

    /// The id of the installation's key and its signature.
    mutating func seal(_ signing: SigningKey) throws(SealError) {
        seal = Array(signing.verifying.id.utf8) + (try signing.sign(facts))
    }

    /// Whether this installation said so: somebody who wrote the row alone cannot make it so.
    func isSealed(_ vouching: (String) -> VerifyingKey?) -> Bool {
        guard seal.count == 80, let key = vouching(String(decoding: seal.prefix(16), as: UTF8.self)) else {
            return false
        }
        return key.isValid(Array(seal.dropFirst(16)), of: facts)
    }
}
