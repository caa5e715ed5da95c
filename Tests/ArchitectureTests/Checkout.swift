import Foundation

/// The checkout these tests stand in, read as text.
struct Checkout {
    let root: URL

    init() {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path.count > 1, !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        root = folder
    }

    /// Paths below `folder`, relative to the root, without what is built or installed there.
    func files(in folder: String = "", named suffix: String = "") -> [String] {
        let unwatched: Set<String> = [".git", ".venv", "__pycache__", "data"]
        var found: [String] = []
        var folders = [folder]
        while let next = folders.popLast() {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/" + next)) ?? [] {
                let path = next.isEmpty ? name : next + "/" + name
                if unwatched.contains(name) || name.hasPrefix(".build") { continue }
                if isFolder(path) {
                    folders.append(path)
                } else if name.hasSuffix(suffix) {
                    found.append(path)
                }
            }
        }
        return found.sorted()
    }

    /// Names of the folders directly in `folder`.
    func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder)) ?? []
        return names.filter { isFolder(folder + "/" + $0) }.sorted()
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.path + "/" + path)
    }

    func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.path + "/" + path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Lines with their number, counted from 1.
    func lines(_ path: String) throws -> [(number: Int, text: String)] {
        try text(path).components(separatedBy: "\n").enumerated().map { ($0.offset + 1, $0.element) }
    }
}

extension String {
    /// The line without a `//` comment; a `//` inside an address stays.
    var withoutComment: String {
        guard let comment = range(of: #"(^|\s)//.*$"#, options: .regularExpression) else { return self }
        return String(self[..<comment.lowerBound])
    }

    /// First group of every match of `pattern`.
    func groups(_ pattern: String) -> [String] {
        guard let expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines]) else {
            return []
        }
        return expression.matches(in: self, range: NSRange(startIndex..., in: self))
            .compactMap { Range($0.range(at: 1), in: self).map { String(self[$0]) } }
    }
}
