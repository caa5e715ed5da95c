import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file on disk while outside programs read it: in the data folder, for its owner alone. It is locked as long as this process lives,
/// so that others tell it from what a crash left.
struct DeskFile {
    let path: String
    private let descriptor: Int32

    static func place(_ folder: String) -> String { folder + "/reading" }

    init(folder: String, _ bytes: [UInt8]) throws(DeskError) {
        let place = Self.place(folder)
        path = place + "/\(UInt64.random(in: 0...UInt64.max))"
        do {
            try FileManager.default.createDirectory(
                atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .store("\(place) cannot be made") }
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .store("\(path) cannot be made") }
        guard flock(descriptor, LOCK_EX) == 0, Self.fill(descriptor, bytes) else {
            remove()
            throw .store("\(path) cannot be written")
        }
    }

    /// Once, when the programs are done.
    func remove() {
        _ = unlink(path)
        _ = close(descriptor)
    }

    /// Removes the files whose process is gone.
    static func removeLeftovers(_ folder: String) {
        let place = place(folder)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] {
            let path = place + "/" + name
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = unlink(path) }
            _ = close(descriptor)
        }
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
