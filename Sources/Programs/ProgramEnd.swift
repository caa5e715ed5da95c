import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How a run ended, told by its status and by what the program said.
enum ProgramEnd {
    /// Nil where it ended well.
    static func error(_ program: OutsideProgram, _ status: TerminationStatus, said: String) -> ProgramError? {
        switch status {
        case .exited(0): return nil
        case .exited(let code): return failure(program, Int(code), said)
        case .signaled(SIGXCPU): return .limit(program, .seconds)
        case .signaled(SIGXFSZ): return .limit(program, .outputBytes)
        // Nobody here sent it: the hard limit of processor time, or the system running out of memory.
        case .signaled(SIGKILL): return .limit(program, .memory)
        case .signaled(let signal): return failure(program, 128 + Int(signal), said)
        }
    }

    private static func failure(_ program: OutsideProgram, _ status: Int, _ said: String) -> ProgramError {
        let lower = said.lowercased()
        if outOfMemory.contains(where: lower.contains) { return .limit(program, .memory) }
        return .failed(program, status: status, reason: said)
    }

    /// What poppler, pandoc's runtime, the C++ library and tesseract say when memory ends.
    private static let outOfMemory = [
        "out of memory", "heap exhausted", "bad_alloc", "cannot allocate memory", "unable to commit",
        "failed to create os thread", "memory allocation failed", "memory exhausted",
    ]
}
