import FoundationEssentials

/// A catalogue as it lies on disk: one JSON file a language, all that the program needs to know of it.
struct CatalogueFile: Decodable {
    struct Language: Decodable {
        var tag: String
        /// In the language itself.
        var name: String
        /// `ltr` or `rtl`.
        var direction: String
        /// For numbers and dates; may carry Unicode extensions (`ar-u-nu-latn`).
        var locale: String
        /// CLDR's cardinal rules for whole numbers, by category; `other` needs none.
        var plurals: [String: String]
    }

    /// A message, alone or with a comment for translators.
    struct Entry: Decodable {
        var text: String
        var comment: String?

        private enum Keys: String, CodingKey { case text, comment }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = text
                return
            }
            let container = try decoder.container(keyedBy: Keys.self)
            text = try container.decode(String.self, forKey: .text)
            comment = try container.decodeIfPresent(String.self, forKey: .comment)
        }
    }

    var language: Language
    var messages: [String: Entry]

    /// The file of a language, and the messages of its parts: `plan/en.json` beside `en.json`, an object of messages alone. A key
    /// stands in one file only.
    static func read(_ name: String, in directory: String) throws(LocalesError) -> CatalogueFile {
        var file = try read(directory + "/" + name, file: name)
        for part in ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted() {
            let path = part + "/" + name
            guard FileManager.default.fileExists(atPath: directory + "/" + path) else { continue }
            guard let data = try? Data(contentsOf: URL(filePath: directory + "/" + path)) else {
                throw .unreadable(path)
            }
            do {
                try file.add(try JSONDecoder().decode([String: Entry].self, from: data), file: path)
            } catch let error as LocalesError {
                throw error
            } catch {
                throw .malformed(file: path, reason: "\(error)")
            }
        }
        return file
    }

    private mutating func add(_ more: [String: Entry], file: String) throws(LocalesError) {
        for (key, entry) in more {
            guard messages.updateValue(entry, forKey: key) == nil else {
                throw .malformed(file: file, reason: "\(key) stands in another file, too")
            }
        }
    }

    private static func read(_ path: String, file: String) throws(LocalesError) -> CatalogueFile {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(file) }
        do {
            return try JSONDecoder().decode(CatalogueFile.self, from: data)
        } catch {
            throw .malformed(file: file, reason: "\(error)")
        }
    }
}
