#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A key in a file that only its owner may read.
package enum KeyFile {
    private static let bytes = 32

    /// The key in the file; made on first use, with mode 0600. Processes that come at the same time get the same key.
    package static func key(_ path: String) throws(SealError) -> [UInt8] {
        if let key = try read(path) { return key }
        var generator = SystemRandomNumberGenerator()
        let key = (0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let draft = "\(path).\(Digest.hex(Array(key.prefix(8)).reversed())).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unusable(path) }
        let written = key.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let isDurable = fsync(descriptor) == 0
        _ = close(descriptor)
        defer { _ = unlink(draft) }
        guard written == bytes, isDurable else { throw unusable(path) }
        // Whole or not at all, and the first one wins.
        if link(draft, path) != 0, errno != EEXIST { throw unusable(path) }
        guard let kept = try read(path) else { throw unusable(path) }
        return kept
    }

    /// Nil where there is no such file.
    private static func read(_ path: String) throws(SealError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw unusable(path) }
            return nil
        }
        defer { _ = close(descriptor) }
        var key = [UInt8](repeating: 0, count: bytes + 1)
        let count = key.withUnsafeMutableBytes { Self.read(descriptor, $0) }
        guard count == bytes else { throw .keyUnusable(path: path, reason: "it does not hold a key of 32 bytes") }
        return Array(key.prefix(bytes))
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func unusable(_ path: String) -> SealError {
        .keyUnusable(path: path, reason: String(cString: strerror(errno)))
    }
}
