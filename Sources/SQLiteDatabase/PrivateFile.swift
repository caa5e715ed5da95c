import Store

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

enum PrivateFile {
    /// Makes the file, when it is not there, readable and writable by its owner alone; SQLite gives the same rights to what it
    /// makes beside it.
    static func make(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            // A file that may only be read is reported as such by SQLite itself.
            guard errno != EACCES && errno != EROFS || access(path, F_OK) != 0 else { return }
            throw .unavailable(reason: "\(path): \(String(cString: strerror(errno)))")
        }
        _ = close(descriptor)
    }
}
