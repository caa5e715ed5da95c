/// How far the system lets outside programs be shut in.
package enum Isolation: String, Hashable, Sendable {
    /// Limits of memory, time, files and processes, and no network.
    case full
    /// Limits, but the system refuses namespaces: a program could reach the network.
    case limitsOnly
    /// The system has no `prlimit`: only the clock and the size of the output are limited.
    case none

    /// For the log at start.
    package var sentence: String {
        switch self {
        case .full: "Programs that read documents run under limits and without network."
        case .limitsOnly:
            "Programs that read documents run under limits, but not without network: the system refuses `unshare -rn`. Allow user "
                + "namespaces (sysctl kernel.unprivileged_userns_clone=1, or RestrictNamespaces= of the service)."
        case .none:
            "Programs that read documents run without limits of memory: `prlimit` is missing or refused. Install util-linux, or "
                + "allow it (SystemCallFilter= of the service)."
        }
    }

    /// The command that runs a program under these limits: a program, and the arguments before the program's own.
    func command(_ program: String, _ limits: ProgramLimits) -> (file: String, arguments: [String]) {
        let prlimit = ProgramPath.find("prlimit")
        let unshare = ProgramPath.find("unshare")
        switch (self, prlimit, unshare) {
        case (.full, let prlimit?, let unshare?):
            return (
                unshare, ["-rn", "--", prlimit] + limits.arguments(countingProcesses: true) + ["--", program]
            )
        case (.full, let prlimit?, nil), (.limitsOnly, let prlimit?, _):
            return (prlimit, limits.arguments(countingProcesses: false) + ["--", program])
        default: return (program, [])
        }
    }

    /// The command that runs a program shut in: with limits, without network, with the system's own programs to read and a folder to write,
    /// and nothing else of the file system in view. Nil where bubblewrap or `prlimit` is missing.
    static func shutIn(
        _ program: String, in folder: String, _ limits: ProgramLimits
    ) -> (file: String, arguments: [String])? {
        guard let bwrap = ProgramPath.find("bwrap"), let prlimit = ProgramPath.find("prlimit") else { return nil }
        var arguments = ["--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr"]
        for place in [
            "/bin", "/sbin", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache", "/etc/fonts", "/etc/mime.types",
        ] { arguments += ["--ro-bind-try", place, place] }
        arguments += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--bind", folder, insideFolder]
        arguments += ["--setenv", "HOME", insideFolder, "--setenv", "TMPDIR", insideFolder, "--chdir", insideFolder]
        return (bwrap, arguments + ["--", prlimit] + limits.arguments(countingProcesses: true) + ["--", program])
    }

    /// Where a program that is shut in sees its folder.
    private static let insideFolder = "/folder"

    /// Whether the system lets programs be shut in so; tried once in the life of this process.
    static let canShutIn = Task {
        let spawning = Spawning(
            program: OutsideProgram(name: "true", package: "coreutils"), arguments: [], input: nil,
            limits: ProgramLimits(seconds: 10), isolation: .full, isShutIn: true)
        return (try? await spawning.run()) != nil
    }

    /// Tries what the system allows, once in the life of this process.
    static let probed = Task {
        for isolation in [Isolation.full, .limitsOnly] {
            let spawning = Spawning(
                program: OutsideProgram(name: "true", package: "coreutils"), arguments: [], input: nil,
                limits: ProgramLimits(seconds: 10), isolation: isolation)
            if (try? await spawning.run()) != nil { return isolation }
        }
        return .none
    }
}
