import Foundation

/// The right to write a Corpus file: an exclusive lock on `corpus.lock`, given back with the last reference, or when the process
/// ends, however it ends.
public final class CorpusLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of the file at `path`, which is made where it is missing. Does not wait.
    public init(_ path: String) throws(CorpusError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? .locked(path: path) : .system(path: path, code: code)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
