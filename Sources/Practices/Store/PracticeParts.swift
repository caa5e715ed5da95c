import Domain
import Store

/// What stands beside editions: language versions, codes, links, documents.
struct PracticeParts {
    private var texts: [PracticeEditionID: [PracticeText]] = [:]
    private var codes: [PracticeEditionID: [String: [String]]] = [:]
    private var links: [PracticeEditionID: [PracticeLink]] = [:]
    private var documents: [PracticeEditionID: [PracticeDocument]] = [:]

    /// Outside, a place that is held back is not selected, and neither are links that would tell it.
    init(_ editions: [PracticeEditionID], isOutside: Bool = false, _ connection: any ReadConnection) throws {
        var rest = editions[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
            rest = rest.dropFirst(set.count)
            try read(set, isOutside, connection)
        }
    }

    private static func textColumns(_ isOutside: Bool) -> String {
        PracticeText.parts.map { part in
            isOutside && part.name == "place"
                ? "CASE WHEN e.place_withheld = 1 THEN '' ELSE t.place END" : "t." + part.name
        }.joined(separator: ", ")
    }

    private mutating func read(_ set: [SQLValue], _ isOutside: Bool, _ connection: any ReadConnection) throws {
        try connection.query(
            """
            SELECT t.edition_id, t.language, t.original, \(Self.textColumns(isOutside)) FROM practice_text t
            JOIN practice_edition e ON e.id = t.edition_id WHERE t.edition_id IN ({set})
            ORDER BY t.edition_id, t.original DESC, t.language
            """, [], set: set
        ) { row in
            var text = PracticeText(language: LanguageTag(try row.text(1)), isOriginal: try row.int(2) == 1)
            for (place, part) in PracticeText.parts.enumerated() { text[keyPath: part.path] = try row.text(3 + place) }
            texts[PracticeEditionID(try row.int(0)), default: []].append(text)
        }
        try connection.query(
            """
            SELECT edition_id, kind, value FROM practice_value WHERE edition_id IN ({set}) ORDER BY edition_id, kind, value
            """, [], set: set
        ) { row in
            codes[PracticeEditionID(try row.int(0)), default: [:]][try row.text(1), default: []].append(
                try row.text(2))
        }
        try connection.query(
            """
            SELECT l.edition_id, l.kind, l.target_id, l.origin, l.reason FROM practice_link l
            JOIN practice_edition e ON e.id = l.edition_id WHERE l.edition_id IN ({set})
            \(isOutside ? "AND e.place_withheld = 0" : "") ORDER BY l.edition_id, l.kind, l.target_id
            """, [], set: set
        ) { row in
            links[PracticeEditionID(try row.int(0)), default: []].append(
                PracticeLink(
                    try row.value(1, PracticeLink.Kind.init(rawValue:)), try row.int(2),
                    try row.value(3, PracticeLink.Origin.init(rawValue:)), reason: try row.text(4)))
        }
        try connection.query(
            """
            SELECT edition_id, title, address FROM practice_document WHERE edition_id IN ({set}) ORDER BY edition_id, number
            """, [], set: set
        ) { row in
            documents[PracticeEditionID(try row.int(0)), default: []].append(
                PracticeDocument(title: try row.text(1), address: try row.text(2)))
        }
    }

    func fill(_ content: inout PracticeContent, of edition: PracticeEditionID) {
        let codes = codes[edition] ?? [:]
        content.texts = texts[edition] ?? []
        content.themes = codes["theme"] ?? []
        content.goals = codes["goal"] ?? []
        content.kinds = HelpKind.allCases.filter { (codes["help"] ?? []).contains($0.rawValue) }
        content.persons = codes["person"] ?? []
        content.links = links[edition] ?? []
        content.documents = documents[edition] ?? []
    }

    static func clear(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        for table in ["text", "value", "link", "document"] {
            try connection.execute(
                "DELETE FROM practice_\(table) WHERE edition_id = $1 AND workspace_id = $2",
                [.int(edition.id.value), .int(edition.workspace.value)])
        }
    }

    static func write(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        let (id, place) = (SQLValue.int(edition.id.value), SQLValue.int(edition.workspace.value))
        let content = edition.content
        let names = PracticeText.parts.map(\.name)
        var texts = SQLRows(columnCount: 4 + names.count)
        for text in content.texts {
            texts.append(id, place, .text(text.language.rawValue), .flag(text.isOriginal))
            for part in PracticeText.parts { texts.append(.text(text[keyPath: part.path])) }
        }
        var values = SQLRows(columnCount: 4)
        for (kind, codes) in [
            ("theme", content.themes), ("goal", content.goals), ("help", content.kinds.map(\.rawValue)),
            ("person", content.persons),
        ] {
            for code in Set(codes).sorted() { values.append(id, place, .text(kind), .text(code)) }
        }
        var links = SQLRows(columnCount: 6)
        for link in content.links {
            links.append(
                id, place, .text(link.kind.rawValue), .int(link.id), .text(link.origin.rawValue), .text(link.reason))
        }
        var documents = SQLRows(columnCount: 5)
        for (number, document) in content.documents.enumerated() {
            documents.append(id, place, .int(number), .text(document.title), .text(document.address))
        }
        for (table, columns, rows) in [
            ("text", ["language", "original"] + names, texts), ("value", ["kind", "value"], values),
            ("link", ["kind", "target_id", "origin", "reason"], links),
            ("document", ["number", "title", "address"], documents),
        ] where !rows.isEmpty {
            try connection.insert(into: "practice_\(table)", ["edition_id", "workspace_id"] + columns, rows)
        }
    }
}
