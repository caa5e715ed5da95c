/// Lays arrays one after another, with a directory in front: the form a segment has in memory and in its file.
struct SectionWriter {
    private var parts: [UnsafeMutableRawBufferPointer] = []

    mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) {
        elements.withUnsafeBytes { bytes in
            let part = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
            part.copyMemory(from: bytes)
            parts.append(UnsafeMutableRawBufferPointer(rebasing: part[..<bytes.count]))
        }
    }

    /// All sections in one stretch. The writer is spent.
    consuming func finish() -> Memory {
        let headBytes = 8 + parts.count * 16
        var total = headBytes
        var directory: [UInt64] = [UInt64(parts.count)]
        for part in parts {
            directory.append(UInt64(total))
            directory.append(UInt64(part.count))
            total += (part.count + 7) & ~7
        }
        let whole = UnsafeMutableRawBufferPointer.allocate(byteCount: total, alignment: 8)
        whole.initializeMemory(as: UInt8.self, repeating: 0)
        directory.withUnsafeBytes { whole.copyMemory(from: $0) }
        for (index, part) in parts.enumerated() {
            let offset = Int(directory[1 + index * 2])
            UnsafeMutableRawBufferPointer(rebasing: whole[offset..<offset + part.count]).copyMemory(
                from: UnsafeRawBufferPointer(part))
            part.deallocate()
        }
        guard let base = whole.baseAddress else { preconditionFailure("a directory is never empty") }
        return Memory(taking: base, count: total)
    }
}

/// Reads sections back in the order they were written. What does not fit reads as nil.
struct SectionReader {
    private let memory: Memory
    private let offset: Int
    private let count: Int
    private let sections: Int
    private var next = 0

    /// The sections that begin at `offset` of `memory` and take `count` bytes.
    init?(_ memory: Memory, offset: Int, count: Int) {
        guard offset >= 0, count >= 8, offset % 8 == 0, offset + count <= memory.count else { return nil }
        let sections = memory.base.load(fromByteOffset: offset, as: UInt64.self)
        guard sections <= UInt64((count - 8) / 16) else { return nil }
        self.memory = memory
        self.offset = offset
        self.count = count
        self.sections = Int(sections)
    }

    /// The next section; nil where there is none, or its size is no multiple of the element's.
    mutating func read<Element: BitwiseCopyable>(_ type: Element.Type) -> UnsafeBufferPointer<Element>? {
        guard next < sections else { return nil }
        let entry = offset + 8 + next * 16
        next += 1
        let start = memory.base.load(fromByteOffset: entry, as: UInt64.self)
        let length = memory.base.load(fromByteOffset: entry + 8, as: UInt64.self)
        let limit = UInt64(count)
        guard start % 8 == 0, start <= limit, length <= limit - start, Int(length) % MemoryLayout<Element>.stride == 0
        else { return nil }
        let base = (memory.base + offset + Int(start)).assumingMemoryBound(to: Element.self)
        return UnsafeBufferPointer(start: base, count: Int(length) / MemoryLayout<Element>.stride)
    }
}
