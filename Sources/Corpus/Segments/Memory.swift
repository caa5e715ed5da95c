import Foundation

/// A stretch of memory that nobody writes to again: made once, or mapped from a file.
///
/// `@unchecked Sendable`: `base` and `count` are constant and the bytes behind them are written before `init` alone.
final class Memory: @unchecked Sendable {
    let base: UnsafeRawPointer
    let count: Int
    private let release: (UnsafeRawPointer, Int) -> Void

    /// Takes over memory that `allocate` made.
    init(taking base: UnsafeMutableRawPointer, count: Int) {
        self.base = UnsafeRawPointer(base)
        self.count = count
        release = { base, _ in UnsafeMutableRawPointer(mutating: base).deallocate() }
    }

    /// Maps a whole open file to be read. Nil where the system refuses.
    init?(mapping descriptor: Int32, count: Int) {
        guard count > 0, let base = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
            return nil
        }
        self.base = UnsafeRawPointer(base)
        self.count = count
        release = { base, count in munmap(UnsafeMutableRawPointer(mutating: base), count) }
    }

    deinit { release(base, count) }
}
