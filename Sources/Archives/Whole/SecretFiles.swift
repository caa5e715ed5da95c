import Foundation

/// Key files of the data folder as lines of the sealed part: `#file/NAME`, a tabulator, base64.
enum SecretFiles {
    static let mark = "#file/"

    static func lines(_ folder: String) -> [UInt8] {
        var lines: [UInt8] = []
        for name in DataFolder.keys {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            lines += Array("\(mark)\(name)\t\(data.base64EncodedString())\n".utf8)
        }
        return lines
    }

    static func read(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        bytes.split(separator: 0x0A).compactMap { line in
            let words = String(decoding: line, as: UTF8.self).split(separator: "\t")
            guard words.count == 2, words[0].hasPrefix(mark), let data = Data(base64Encoded: String(words[1])) else {
                return nil
            }
            let name = String(words[0].dropFirst(mark.count))
            return DataFolder.keys.contains(name) ? (name, Array(data)) : nil
        }
    }
}
