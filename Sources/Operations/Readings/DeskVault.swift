import FoundationEssentials
import Secrets

/// Puts values into bytes, sealed or open, and gets them back. The first byte says which: what was stored before a document was
/// known to be a communication, or after it was known to be none, reads as well.
struct DeskVault: Sendable {
    /// The data folder.
    let folder: String

    static let keyName = "communications.key"

    func wrap(_ bytes: [UInt8], for place: String, sealed: Bool) throws(DeskError) -> [UInt8] {
        guard sealed else { return [0] + bytes }
        do throws(SealError) { return [1] + (try sealer().seal(bytes, for: place)) } catch { throw DeskError(error) }
    }

    func unwrap(_ stored: [UInt8], for place: String) throws(DeskError) -> [UInt8] {
        guard let kind = stored.first else { return [] }
        guard kind == 1 else { return Array(stored.dropFirst()) }
        do throws(SealError) {
            return try sealer().open(Array(stored.dropFirst()), for: place)
        } catch { throw DeskError(error) }
    }

    func put(_ value: some Encodable, for place: String, sealed: Bool) throws(DeskError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return try wrap(Array(encoder.encode(value)), for: place, sealed: sealed)
        } catch let error as DeskError {
            throw error
        } catch { throw .store("a value cannot be written: \(error)") }
    }

    func get<T: Decodable>(_ type: T.Type, _ stored: [UInt8], for place: String) throws(DeskError) -> T {
        let bytes = try unwrap(stored, for: place)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch { throw .store("what is stored for \(place) cannot be read: \(error)") }
    }

    private func sealer() throws(SealError) -> Sealer {
        Sealer(key: try KeyFile.key(folder + "/" + Self.keyName))
    }
}

extension DeskError {
    init(_ error: SealError) {
        switch error {
        case .refused: self = .sealed("it was sealed with another key")
        case .keyUnusable(let path, let reason): self = .sealed("\(path): \(reason)")
        }
    }
}

/// The places of sealed things: what was sealed for one opens as no other.
enum VaultPlace {
    static func name(_ reading: Int64) -> String { "reading/\(reading)/name" }
    static func facts(_ reading: Int64) -> String { "reading/\(reading)/facts" }
    static func text(_ reading: Int64) -> String { "reading/\(reading)/text" }
    static func names(_ reading: Int64) -> String { "reading/\(reading)/names" }
    static func file(_ reading: Int64, part: Int) -> String { "reading/\(reading)/file/\(part)" }
    static func item(_ item: Int64) -> String { "item/\(item)" }
}
