import FoundationEssentials
package import Secrets

/// The keys that heads are signed with and checked by. They lie in the data folder or, better, at a place of their own, never in the
/// store they vouch for.
package struct HeadKeys: Sendable {
    package static let fileName = "audit.key"
    /// Public keys of other nodes, one a line in hexadecimal digits; `#` begins a remark.
    package static let othersName = "audit.keys"

    package let signing: SigningKey
    private let known: [String: VerifyingKey]

    package init(signing: SigningKey, others: [VerifyingKey] = []) {
        self.signing = signing
        known = Dictionary(
            ([signing.verifying] + others).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The keys of a data folder; its own key is made on first use, in the file `signingKey` where one is named.
    package static func load(_ folder: String, signingKey: String? = nil) throws(SealError) -> HeadKeys {
        let signing = try SigningKey(seed: try KeyFile.key(signingKey ?? folder + "/" + fileName))
        let path = folder + "/" + othersName
        guard FileManager.default.fileExists(atPath: path) else { return HeadKeys(signing: signing) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .keyUnusable(path: path, reason: "it cannot be read")
        }
        var others: [VerifyingKey] = []
        for (place, line) in String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
            if word.isEmpty { continue }
            guard let bytes = MerkleHash.read(hex: word), let key = VerifyingKey(bytes) else {
                throw .keyUnusable(path: path, reason: "line \(place + 1) is no public key of 64 hexadecimal digits")
            }
            others.append(key)
        }
        return HeadKeys(signing: signing, others: others)
    }

    package func key(_ id: String) -> VerifyingKey? { known[id] }
}
