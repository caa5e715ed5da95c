import Dispatch
import Secrets
import Synchronization

/// Works out receipts and pass phrases on a thread of its own, one after the other: each takes 128 MiB. Those who come while too many
/// wait are told so at once.
final class ScryptWorker: Sendable {
    /// The last of these waits some ten seconds.
    static let waitingMax = 24

    private let queue = DispatchQueue(label: "rapporteur.submissions", qos: .userInitiated)
    private let waiting = Mutex(0)
    private let cost: PasswordHash.Cost

    init(cost: PasswordHash.Cost) { self.cost = cost }

    /// `count` bytes from a secret, which is wiped afterwards as far as this copy goes.
    func derive(_ secret: [UInt8], salt: [UInt8], count: Int) async throws(SubmissionError) -> [UInt8] {
        let isAdmitted = waiting.withLock { waiting in
            guard waiting < Self.waitingMax else { return false }
            waiting += 1
            return true
        }
        guard isAdmitted else { throw .busy }
        defer { waiting.withLock { $0 -= 1 } }
        let cost = cost
        let kept = WipedBytes(secret)
        let derived: [UInt8]? = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: kept.withBytes { try? Scrypt.derive($0, salt: salt, count: count, cost: cost) })
            }
        }
        guard let derived else { throw .busy }
        return derived
    }
}
