import Synchronization

/// How often something may be tried that did not fit: some times at once, then one more every so many seconds, counted for each name
/// by itself. Nothing is kept but how often, in memory, under a digest.
///
/// Passwords are counted twice over. A device that its owner used before counts for itself; all devices that an address does not know
/// count together. So whoever tries passwords of somebody else's address exhausts what strangers may try, and never what the owner may.
final class SignInThrottle: Sendable {
    struct Allowance: Sendable {
        var burst: Int
        var refillSeconds: Int64

        static let password = Allowance(burst: 10, refillSeconds: 60)
        static let code = Allowance(burst: 5, refillSeconds: 300)
        static let mail = Allowance(burst: 3, refillSeconds: 1_200)
        static let provider = Allowance(burst: 100, refillSeconds: 1)
    }

    private struct Bucket {
        var left: Int
        var filled: Int64
        var allowance: Allowance
    }

    /// Beyond this many names those are forgotten that are full again, then all: memory has an end.
    static let namesMax = 20_000
    private let buckets = Mutex<[String: Bucket]>([:])

    /// Takes one try from a name, or says that there is none at this time (milliseconds since 1970).
    func take(_ name: String, _ allowance: Allowance, at now: Int64) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= Self.namesMax, buckets[name] == nil { Self.tidy(&buckets, now) }
            var bucket = buckets[name] ?? Bucket(left: allowance.burst, filled: now, allowance: allowance)
            Self.refill(&bucket, now)
            let isLeft = bucket.left > 0
            if isLeft { bucket.left -= 1 }
            buckets[name] = bucket
            return isLeft
        }
    }

    /// It fitted after all: nothing was tried.
    func giveBack(_ name: String) {
        buckets.withLock { buckets in
            guard var bucket = buckets[name] else { return }
            bucket.left = min(bucket.allowance.burst, bucket.left + 1)
            buckets[name] = bucket
        }
    }

    private static func refill(_ bucket: inout Bucket, _ now: Int64) {
        let step = bucket.allowance.refillSeconds * 1_000
        let passed = max(0, now - bucket.filled) / step
        guard passed > 0 else { return }
        bucket.left = Int(min(Int64(bucket.allowance.burst), Int64(bucket.left) + passed))
        bucket.filled += passed * step
    }

    private static func tidy(_ buckets: inout [String: Bucket], _ now: Int64) {
        for (name, bucket) in buckets {
            var bucket = bucket
            refill(&bucket, now)
            if bucket.left == bucket.allowance.burst { buckets[name] = nil }
        }
        if buckets.count >= namesMax { buckets = [:] }
    }
}
