import Foundation

/// The generated export that the suites import: made once, kept in the build folder.
enum Export {
    static func path(records: Int) throws -> String {
        let folder = ".build/bench"
        let path = "\(folder)/uhri-\(records).json"
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // Written beside and renamed: an interrupted run leaves no half file to be taken for the whole.
        try writeUHRIBulk(records: records, to: path + ".part")
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        return path
    }

    /// A folder of its own for one run; the caller removes it.
    static func temporaryFolder() throws -> String {
        let folder = ".build/bench/run-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
