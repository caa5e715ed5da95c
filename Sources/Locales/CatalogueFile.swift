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

    static func read(_ path: String, file: String) throws(LocalesError) -> CatalogueFile {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(file) }
        do {
            return try JSONDecoder().decode(CatalogueFile.self, from: data)
        } catch {
            throw .malformed(file: file, reason: "\(error)")
        }
    }
}
