#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where bytes come from: a file, a file in another encoding, or in tests a generator.
package protocol ByteSupply: AnyObject {
    /// Fills a part of the buffer; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int
    /// Bytes of the underlying file used up.
    var bytesRead: Int { get }
    /// Nil where the length is not known.
    var bytesTotal: Int? { get }
}

/// A file, read from its start. Closed when released.
package final class FileSupply: ByteSupply {
    package let path: String
    package private(set) var bytesRead = 0
    package let bytesTotal: Int?
    private let descriptor: Int32

    package init(path: String) throws(IngestError) {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path: path) }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        bytesTotal = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit { close(descriptor) }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestError) -> Int {
        guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, base, buffer.count)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, base, buffer.count)
            #else
            let count = Darwin.read(descriptor, base, buffer.count)
            #endif
            if count >= 0 {
                bytesRead += count
                return count
            }
            guard errno == EINTR else { throw .unreadable(path: path, reason: Self.systemReason()) }
        }
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }
}
