import Foundation
import Secrets
import Store

/// The signing keys of the installation an archive comes from, and which of them were compared: whoever made the file could put any key
/// there, with recipients' keys that it vouches for.
struct ArchiveKeys: Sendable {
    /// In the order of the file.
    let all: [VerifyingKey]
    /// Those that whoever imports has from elsewhere.
    let trusted: [VerifyingKey]
    /// The private half that came in the sealed part, where its public half was compared.
    let signing: [UInt8]?

    /// `named`: public keys in hexadecimal digits, as `rapporteur verify --key` prints them there. One that is not among the archive's
    /// is a fault.
    init(list: [UInt8], own: [UInt8]?, named: [String]) throws(ArchiveFault) {
        var keys: [VerifyingKey] = []
        for (place, line) in String(decoding: list, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
            if word.isEmpty { continue }
            guard let bytes = MerkleHash.read(hex: word), let key = VerifyingKey(bytes) else {
                throw .damaged(
                    file: DataFolder.headsFolder + HeadKeys.othersName, line: place + 1, reason: "it is no public key.")
            }
            keys.append(key)
        }
        let pair = own.flatMap { try? SigningKey(seed: $0) }
        if let pair { keys.append(pair.verifying) }
        let wanted = named.map { $0.lowercased().filter { !$0.isWhitespace } }
        let found = Set(keys.map { Digest.hex($0.bytes) })
        let missing = wanted.filter { !found.contains($0) }
        guard missing.isEmpty else { throw .otherKey(missing) }
        all = keys
        trusted = keys.filter { wanted.contains(Digest.hex($0.bytes)) }
        signing = pair.flatMap { wanted.contains(Digest.hex($0.verifying.bytes)) ? own : nil }
    }

    /// Lines for the data folder: those that stand for the installation, and those that old heads are checked by alone.
    var files: [(name: String, bytes: [UInt8])] {
        let names = Set(trusted.map(\.id))
        return [
            (HeadKeys.othersName, Self.lines(all.filter { names.contains($0.id) })),
            (HeadKeys.importedName, Self.lines(all.filter { !names.contains($0.id) })),
        ].filter { !$0.bytes.isEmpty }
    }

    private static func lines(_ keys: [VerifyingKey]) -> [UInt8] {
        var seen: Set<String> = []
        return keys.filter { seen.insert($0.id).inserted }.flatMap { Array("\(Digest.hex($0.bytes))\n".utf8) }
    }
}
