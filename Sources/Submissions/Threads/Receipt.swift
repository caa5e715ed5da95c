import Secrets

/// The 16 digits that are the only way back to a thread. They stand nowhere; what is kept follows from them through scrypt.
package struct Receipt: Sendable {
    /// In four groups, as it is shown.
    package let text: String

    /// A new one, from the system's randomness.
    package init() {
        var generator = SystemRandomNumberGenerator()
        text = Self.grouped((0..<16).map { _ in Character(String(Int.random(in: 0...9, using: &generator))) })
    }

    /// As somebody types it: with spaces, hyphens, or digits of other scripts. Nil unless there are 16.
    package init?(_ typed: String) {
        guard typed.unicodeScalars.count <= 64 else { return nil }
        let digits = typed.compactMap { $0.wholeNumberValue }.filter { (0...9).contains($0) }
        guard digits.count == 16 else { return nil }
        text = Self.grouped(digits.map { Character(String($0)) })
    }

    private static func grouped(_ digits: [Character]) -> String {
        stride(from: 0, to: 16, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
    }

    private var bytes: [UInt8] { Array(text.filter { $0 != " " }.utf8) }

    /// Where the thread stands, and the key that its answers are sealed to.
    struct Derived: Sendable {
        var lookup: [UInt8]
        var reply: HybridKey
    }

    func derived(_ salt: [UInt8], _ worker: ScryptWorker) async throws(SubmissionError) -> Derived {
        var bytes = try await worker.derive(bytes, salt: salt, count: 64)
        defer { bytes.wipe() }
        do throws(SealError) {
            return Derived(lookup: Array(bytes[..<32]), reply: try HybridKey(Array(bytes[32...])))
        } catch { throw .unreadable }
    }
}
