#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file as it is found: looked at before any program sees it.
struct DocumentFile: Sendable {
    let path: String
    let sizeBytes: Int
    private let descriptor: Descriptor

    /// Throws where it is no file that can be read.
    init(_ path: String) throws(DocumentError) {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .unreadable(path: path, reason: "it is a folder")
        default: throw .unreadable(path: path, reason: "it is no regular file")
        }
        sizeBytes = Int(status.st_size)
        descriptor = Descriptor(open(path, O_RDONLY | O_CLOEXEC))
        guard descriptor.number >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
    }

    /// The path from the root, so that no program takes it for an option.
    var absolutePath: String {
        guard let resolved = realpath(path, nil) else { return path.hasPrefix("/") ? path : "./" + path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// At most so many of its first bytes.
    func start(bytesMax: Int) throws(DocumentError) -> [UInt8] { try bytes(from: 0, bytesMax: bytesMax) }

    /// At most so many bytes from a place on.
    func bytes(from start: Int, bytesMax: Int) throws(DocumentError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(bytesMax, sizeBytes - start)))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor.number, buffer.baseAddress.map { $0 + count }, buffer.count - count, off_t(start + count)
                )
            }
            if got == 0 { break }
            if got > 0 {
                count += got
            } else if errno != EINTR {
                throw .unreadable(path: path, reason: Self.systemReason())
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }

    private final class Descriptor: Sendable {
        let number: Int32

        init(_ number: Int32) { self.number = number }

        deinit { if number >= 0 { close(number) } }
    }
}
