import FoundationEssentials

/// Why the files that go with pages could not be loaded.
package enum AssetError: Error, Sendable, Equatable {
    case unreadable(String)
}

/// The files that go with pages, in memory. Names carry a hash of the content, so that they may be kept for ever.
package struct Assets: Sendable {
    package struct File: Sendable {
        package var contentType: String
        package var bytes: [UInt8]
    }

    /// By name in the address.
    private let files: [String: File]
    /// The style sheet's address.
    package let styleSheet: String
    package let icon: String

    /// Joins `*.css` in the order of their names into one style sheet, and takes `*.svg` one by one.
    package static func load(from directory: String) throws(AssetError) -> Assets {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .unreadable(directory)
        }
        var files: [String: File] = [:]
        var style: [UInt8] = []
        var icon = ""
        for name in names.sorted() where name.hasSuffix(".css") || name.hasSuffix(".svg") {
            guard let data = try? Data(contentsOf: URL(filePath: directory + "/" + name)) else {
                throw .unreadable(name)
            }
            guard name.hasSuffix(".svg") else {
                style += data
                continue
            }
            let hashed = String(name.dropLast(4)) + "-" + hash(Array(data)) + ".svg"
            files[hashed] = File(contentType: "image/svg+xml", bytes: Array(data))
            if name == "icon.svg" { icon = hashed }
        }
        let styleName = "rapporteur-" + hash(style) + ".css"
        files[styleName] = File(contentType: "text/css; charset=utf-8", bytes: style)
        return Assets(files: files, styleSheet: "/assets/" + styleName, icon: "/assets/" + icon)
    }

    package subscript(name: String) -> File? { files[name] }

    private static func hash(_ bytes: [UInt8]) -> String {
        EntityTag(bytes).text.filter { $0.isLetter || $0.isNumber }.dropFirst().lowercased()
    }
}
