import Secrets

/// Seals what the program needs again in clear: secrets of authenticators. The key is in a file beside the store, so that a copy of the
/// database alone opens none.
struct SecretVault: Sendable {
    private let keyFile: String?
    private let ownKey: [UInt8]

    init(_ keyFile: String?) {
        self.keyFile = keyFile
        var generator = SystemRandomNumberGenerator()
        ownKey = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    func seal(_ bytes: [UInt8], for place: String) throws(AccountError) -> [UInt8] {
        do throws(SealError) { return try sealer().seal(bytes, for: place) } catch { throw Self.error(error) }
    }

    func open(_ sealed: [UInt8], for place: String) throws(AccountError) -> [UInt8] {
        do throws(SealError) { return try sealer().open(sealed, for: place) } catch { throw Self.error(error) }
    }

    private func sealer() throws(SealError) -> Sealer {
        guard let keyFile else { return Sealer(key: ownKey) }
        return Sealer(key: try KeyFile.key(keyFile))
    }

    private static func error(_ error: SealError) -> AccountError {
        switch error {
        case .refused: .store("a secret was sealed with another key")
        case .keyUnusable(let path, let reason): .store("\(path): \(reason)")
        }
    }
}
