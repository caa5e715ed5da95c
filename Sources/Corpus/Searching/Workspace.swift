/// Room for the bitmaps of one search, used again from segment to segment. For one thread.
final class Workspace {
    private static let words = RecordSets.words(Segment.recordsMax)
    private var free: [UnsafeMutablePointer<UInt64>] = []
    private var all: [UnsafeMutablePointer<UInt64>] = []

    deinit { for buffer in all { buffer.deallocate() } }

    /// A bitmap for the largest segment; its content is undefined.
    func take() -> UnsafeMutablePointer<UInt64> {
        if let buffer = free.popLast() { return buffer }
        let buffer = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.words)
        all.append(buffer)
        return buffer
    }

    func give(_ buffer: UnsafeMutablePointer<UInt64>) { free.append(buffer) }

    /// A bitmap for as long as `body` runs.
    func with<Result>(_ body: (UnsafeMutablePointer<UInt64>) -> Result) -> Result {
        let buffer = take()
        defer { give(buffer) }
        return body(buffer)
    }
}
