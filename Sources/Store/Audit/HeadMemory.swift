import FoundationEssentials

/// Heads that this data folder saw signed, kept outside the store: whoever rewrites the whole store, heads included, does not reach them.
package struct HeadMemory: Sendable {
    package static let fileName = "audit.heads"
    /// The oldest go first; the newest is what catches a store that was set back.
    static let countMax = 10_000

    private let path: String

    package init(folder: String) { path = folder + "/" + Self.fileName }

    /// One head a line: size, instant, root, key, signature. Lines that were cut off by a crash are passed over.
    package func heads() -> [SignedHead] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 5, let size = Int64(words[0]), words[4].utf8.count == 128 else { return nil }
            return SignedHead(size: size, at: words[1], root: words[2], keyID: words[3], signature: words[4])
        }
    }

    /// Adds a head; written beside and renamed, so that the file is whole at any time.
    package func remember(_ head: SignedHead) throws {
        let lines = (heads().suffix(Self.countMax - 1) + [head]).map {
            "\($0.size) \($0.at) \($0.root) \($0.keyID) \($0.signature)\n"
        }
        try Data(lines.joined().utf8).write(to: URL(filePath: path), options: .atomic)
    }
}
