#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Keeps the memory of this process off the disk when it dies.
package enum CoreDumps {
    /// From here on the system writes no dump of this process or of those it starts, and none of its memory to a program that takes
    /// dumps. False where the system refuses.
    package static func forbid() -> Bool {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Glibc)
        let isLimited = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0
        #else
        let isLimited = setrlimit(RLIMIT_CORE, &limit) == 0
        #endif
        #if os(Linux)
        // A program that takes dumps through a pipe is not bound by the limit: it gets a dump without any memory.
        let descriptor = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = close(descriptor) }
        return isLimited && write(descriptor, "0", 1) == 1
        #else
        return isLimited
        #endif
    }
}
