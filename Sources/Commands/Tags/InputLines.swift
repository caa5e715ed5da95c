import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Lines of a file or of standard input, as they come: whoever waits for an answer to a line gets it before the next is typed.
struct InputLines: ~Copyable {
    /// Longer lines are read past and given as nil.
    static let lineBytesMax = 16 << 20

    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var isSkipping = false
    private var isAtEnd = false

    /// Nil where the file cannot be read; without a path, standard input.
    init?(_ path: String?) {
        if let path {
            let opened = open(path, O_RDONLY | O_CLOEXEC)
            guard opened >= 0 else { return nil }
            descriptor = opened
        } else {
            descriptor = STDIN_FILENO
        }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The lines that one read brings, without their ends; nil at the end of the input. Nil for a line that is too long.
    mutating func next() -> [[UInt8]?]? {
        var lines: [[UInt8]?] = []
        while lines.isEmpty {
            guard !isAtEnd else { return nil }
            var buffer = [UInt8](repeating: 0, count: 1 << 18)
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                isAtEnd = true
                if isSkipping { lines.append(nil) } else if !rest.isEmpty { lines.append(rest) }
                return lines.isEmpty ? nil : lines
            }
            take(buffer[..<count], &lines)
        }
        return lines
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, _ lines: inout [[UInt8]?]) {
        var from = bytes.startIndex
        while let end = bytes[from...].firstIndex(of: 0x0A) {
            if isSkipping {
                lines.append(nil)
                isSkipping = false
            } else {
                rest.append(contentsOf: bytes[from..<end])
                lines.append(rest)
            }
            rest.removeAll(keepingCapacity: true)
            from = end + 1
        }
        guard !isSkipping else { return }
        rest.append(contentsOf: bytes[from...])
        if rest.count > Self.lineBytesMax {
            isSkipping = true
            rest = []
        }
    }
}
