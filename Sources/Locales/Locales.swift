import FoundationEssentials

/// All languages the program speaks: one catalogue for each `*.json` of a folder. Adding a file adds a language.
package struct Locales: Sendable {
    /// The official languages in the order en fr es ru ar zh, then others by tag.
    package let all: [Catalogue]
    package let english: Catalogue
    private let byTag: [String: Catalogue]

    /// Reads every catalogue. English has to be among them; what another language misses is shown in English.
    package static func load(from directory: String) throws(LocalesError) -> Locales {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var files: [CatalogueFile] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            files.append(try CatalogueFile.read(name, in: directory))
        }
        guard let english = files.first(where: { $0.language.tag == "en" }) else { throw .withoutEnglish(directory) }
        let fallback = try messages(of: english)
        var all: [Catalogue] = []
        for file in files {
            guard let plural = PluralRule(file.language.plurals) else {
                throw .malformed(file: file.language.tag, reason: "plurals")
            }
            let isEnglish = file.language.tag == "en"
            all.append(
                Catalogue(
                    file, messages: isEnglish ? fallback : try messages(of: file), plural: plural,
                    fallback: isEnglish ? [:] : fallback))
        }
        return Locales(all)
    }

    private init(_ catalogues: [Catalogue]) {
        let order = ["en", "fr", "es", "ru", "ar", "zh"]
        func rank(_ tag: String) -> Int { order.firstIndex(of: tag) ?? order.count }
        all = catalogues.sorted { (rank($0.tag), $0.tag) < (rank($1.tag), $1.tag) }
        english = all[0]
        byTag = Dictionary(all.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(tag: String) -> Catalogue? { byTag[tag] }

    /// The language of an answer: the one asked for, else the best of `Accept-Language` (RFC 9110, 12.5.4), else English.
    package func negotiate(asked: String?, accept: String?) -> Catalogue {
        if let asked, let catalogue = byTag[asked] { return catalogue }
        guard let accept, accept.utf8.count <= 500 else { return english }
        var best: (catalogue: Catalogue, quality: Double)?
        for range in accept.split(separator: ",") {
            let fields = range.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard let tag = fields.first?.lowercased() else { continue }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            let primary = tag.split(separator: "-").first.map { String($0) } ?? tag
            guard let catalogue = byTag[tag] ?? byTag[primary], weight > 0, weight > best?.quality ?? 0 else {
                continue
            }
            best = (catalogue, weight)
        }
        return best?.catalogue ?? english
    }

    private static func messages(of file: CatalogueFile) throws(LocalesError) -> [String: Message] {
        var messages: [String: Message] = [:]
        for (key, entry) in file.messages {
            guard let message = Message(entry.text) else {
                throw .malformed(file: file.language.tag, reason: "message \(key)")
            }
            messages[key] = message
        }
        return messages
    }
}
