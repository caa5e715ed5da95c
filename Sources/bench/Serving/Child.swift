import Foundation
import Glibc

/// What a child process took from start to end, by the kernel's own account.
struct Spent {
    let seconds: Double
    let cpuSeconds: Double
    let peakMebibytes: Double
    let exitCode: Int32
}

/// A program started beside this one. `wait` must be called once: it gives the kernel's account of this child alone,
/// which Foundation's `Process` does not keep.
struct Child {
    let pid: pid_t
    private let began: ContinuousClock.Instant

    /// Starts `command` (looked up in PATH) with its standard output in the file `output`, or with ours.
    init(_ command: [String], output: String? = nil) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        began = .now
        let status = posix_spawnp(&pid, command[0], &actions, nil, arguments, environ)
        guard status == 0 else { throw ServingError.notStarted(program: command[0], errno: status) }
        self.pid = pid
    }

    func wait() -> Spent {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) == -1, errno == EINTR {}
        let seconds = began.duration(to: .now) / .seconds(1)
        // The low seven bits are the signal that ended it, if one did.
        let signal = status & 0x7f
        return Spent(
            seconds: seconds,
            cpuSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            peakMebibytes: Double(usage.ru_maxrss) / 1_024,
            exitCode: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
    }

    /// Runs `command` to its end; anything but exit 0 is an error.
    static func run(_ command: [String], output: String? = nil) throws -> Spent {
        let spent = try Child(command, output: output).wait()
        guard spent.exitCode == 0 else { throw ServingError.failed(command: command, exitCode: spent.exitCode) }
        return spent
    }

    /// Resident memory now, in MiB.
    func residentMebibytes() throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        guard let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else {
            throw ServingError.ended
        }
        return kibibytes / 1_024
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}

/// Why a suite could not measure.
enum ServingError: Error, CustomStringConvertible {
    case notStarted(program: String, errno: Int32)
    case failed(command: [String], exitCode: Int32)
    case ended
    case noAnswer(path: String)
    case badStatus(path: String, status: Int)
    case wrongCounts(String)
    case unknownPeer(String)

    var description: String {
        switch self {
        case .notStarted(let program, let code): "\(program) could not be started: \(String(cString: strerror(code)))"
        case .failed(let command, let code): "\(command.joined(separator: " ")) ended with exit code \(code)"
        case .ended: "the server ended before it was measured"
        case .noAnswer(let path): "no answer for \(path)"
        case .badStatus(let path, let status): "status \(status) for \(path)"
        case .wrongCounts(let what): what
        case .unknownPeer(let name): "no peer \(name) in this suite"
        }
    }
}
