import Dispatch
import Secrets
import Synchronization

/// Hashes passwords on a thread of its own, one after the other, so that neither pages nor memory wait for it. Those who come while
/// too many wait are told so at once.
final class PasswordWorker: Sendable {
    /// At 90 ms each, the last of these waits three seconds.
    static let waitingMax = 32

    private let queue = DispatchQueue(label: "rapporteur.passwords", qos: .userInitiated)
    private let waiting = Mutex(0)
    private let cost: PasswordHash.Cost
    /// Of no account: checked for addresses that nobody has, which then take as long as others.
    private let decoy = Mutex<PasswordHash?>(nil)

    init(cost: PasswordHash.Cost) { self.cost = cost }

    /// A new hash.
    func hash(_ password: String) async throws(AccountError) -> String {
        let cost = cost
        let hash = try await run { try? PasswordHash(password, cost: cost) }
        guard let hash else { throw .busy }
        return hash.text
    }

    /// Whether a password fits what is kept; nil is kept of nobody and fits none. The second value is a new hash where the kept one
    /// was made at another cost.
    func fits(_ password: String, _ kept: String?) async throws(AccountError) -> (fits: Bool, renewed: String?) {
        let cost = cost
        let known = kept.flatMap { PasswordHash($0) }
        return try await run {
            guard let hash = known ?? self.decoyHash(), hash.fits(password), known != nil else { return (false, nil) }
            return (true, hash.cost == cost ? nil : (try? PasswordHash(password, cost: cost))?.text)
        }
    }

    private func decoyHash() -> PasswordHash? {
        if let made = decoy.withLock({ $0 }) { return made }
        let made = try? PasswordHash(Token.make(), cost: cost)
        decoy.withLock { $0 = made }
        return made
    }

    private func run<T: Sendable>(_ body: @Sendable @escaping () -> T) async throws(AccountError) -> T {
        let isAdmitted = waiting.withLock { waiting in
            guard waiting < Self.waitingMax else { return false }
            waiting += 1
            return true
        }
        guard isAdmitted else { throw .busy }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }
}
