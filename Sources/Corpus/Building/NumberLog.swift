/// Numbers one after another. Room is made for many at once, so that adding one is one store.
///
/// Not copied: whoever holds it is the only one.
struct NumberLog: ~Copyable {
    private var numbers = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 256)
    private(set) var count = 0

    deinit { numbers.deallocate() }

    subscript(index: Int) -> UInt32 { numbers[index] }

    /// Makes room for `more` numbers.
    mutating func reserve(_ more: Int) {
        guard count + more > numbers.count else { return }
        let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(count + more, numbers.count * 2))
        larger.baseAddress.unsafelyUnwrapped.initialize(from: numbers.baseAddress.unsafelyUnwrapped, count: count)
        numbers.deallocate()
        numbers = larger
    }

    /// Adds a number, room for which was made.
    @inline(__always) mutating func append(_ number: UInt32) {
        numbers[count] = number
        count += 1
    }
}
