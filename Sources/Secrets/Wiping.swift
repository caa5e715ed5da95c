import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension [UInt8] {
    /// Overwrites the bytes with zeros, in a way no compiler takes out. Where the array has no other owner, they are gone from memory;
    /// a copy that somebody else holds is not reached.
    package mutating func wipe() {
        withUnsafeMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            #if canImport(Darwin)
            memset_s(start, bytes.count, 0, bytes.count)
            #else
            explicit_bzero(start, bytes.count)
            #endif
        }
        removeAll()
    }
}

/// Bytes that are overwritten when their last owner lets go of them.
package final class WipedBytes: Sendable {
    private let kept: Mutex<[UInt8]>

    /// Keeps a copy of its own; the caller wipes the other.
    package init(_ bytes: [UInt8]) { kept = Mutex(bytes.map { $0 }) }

    /// With a copy, wiped after `body`.
    package func withBytes<T, E: Error>(_ body: ([UInt8]) throws(E) -> T) throws(E) -> T {
        var copy = kept.withLock { bytes in bytes.map { $0 } }
        defer { copy.wipe() }
        return try body(copy)
    }

    deinit { kept.withLock { $0.wipe() } }
}
