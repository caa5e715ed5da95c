#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where programs are found.
enum ProgramPath {
    /// The file of a program on this process's PATH; relative folders on it are passed over.
    static func find(_ name: String) -> String? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        for folder in folders where access(folder + "/" + name, X_OK) == 0 { return folder + "/" + name }
        return nil
    }

    /// The file of a program, where it is there and may be run.
    static func find(_ program: OutsideProgram) -> String? {
        guard let file = program.file else { return find(program.name) }
        return file.hasPrefix("/") && access(file, X_OK) == 0 ? file : nil
    }

    /// What the programs themselves see as PATH.
    static var variable: String { folders.joined(separator: ":") }

    private static let folders: [String] = {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        return folders.isEmpty ? ["/usr/local/bin", "/usr/bin", "/bin"] : folders
    }()
}
