import FoundationEssentials
package import Secrets

/// The keys that heads are signed with and checked by. They lie in the data folder or, better, at a place of their own, never in the
/// store they vouch for.
package struct HeadKeys: Sendable {
    package static let fileName = "audit.key"
    /// Public keys of other nodes, one a line in hexadecimal digits; `#` begins a remark.
    package static let othersName = "audit.keys"

    /// Public keys that came with an archive, in the same form: old heads are checked by them, and they stand for nothing else.
    package static let importedName = "audit.keys.imported"

    package let signing: SigningKey
    private let own: [String: VerifyingKey]
    private let imported: [String: VerifyingKey]

    package init(signing: SigningKey, others: [VerifyingKey] = [], imported: [VerifyingKey] = []) {
        self.signing = signing
        own = Self.named([signing.verifying] + others)
        self.imported = Self.named(imported)
    }

    private static func named(_ keys: [VerifyingKey]) -> [String: VerifyingKey] {
        Dictionary(keys.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The keys of a data folder; its own key is made on first use, in the file `signingKey` where one is named.
    package static func load(_ folder: String, signingKey: String? = nil) throws(SealError) -> HeadKeys {
        let signing = try SigningKey(seed: try KeyFile.key(signingKey ?? folder + "/" + fileName))
        return HeadKeys(
            signing: signing, others: try list(folder + "/" + othersName),
            imported: try list(folder + "/" + importedName))
    }

    /// Empty where there is no such file.
    private static func list(_ path: String) throws(SealError) -> [VerifyingKey] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .keyUnusable(path: path, reason: "it cannot be read")
        }
        var keys: [VerifyingKey] = []
        for (place, line) in String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
            if word.isEmpty { continue }
            guard let bytes = MerkleHash.read(hex: word), let key = VerifyingKey(bytes) else {
                throw .keyUnusable(path: path, reason: "line \(place + 1) is no public key of 64 hexadecimal digits")
            }
            keys.append(key)
        }
        return keys
    }

    /// What a head may be signed with.
    package func key(_ id: String) -> VerifyingKey? { own[id] ?? imported[id] }

    /// What stands for this installation.
    package func vouching(_ id: String) -> VerifyingKey? { own[id] }
}
