import Domain
import Reference

/// The column of themes: themes, then goals under "SDGs:", then groups of persons under "Affected persons:".
struct TagSections {
    private(set) var tags: [TagDraft] = []
    /// Labels that the reference facts do not know.
    private(set) var unknown: [String] = []
    private let reference: ReferenceFacts

    init(_ reference: ReferenceFacts) { self.reference = reference }

    /// Labels in the order of the cell, one a paragraph or one behind a bullet.
    mutating func read(_ paragraphs: [String]) {
        var kind = TagKind.theme
        for paragraph in paragraphs {
            var text = paragraph.drop { $0.isWhitespace || "\u{2022}-–*·".contains($0) }
            if let heading = Self.heading(String(text)) {
                kind = heading.kind
                text = text[heading.end...].drop(while: \.isWhitespace)
            }
            for label in labels(kind, text) { add(kind, label) }
        }
    }

    /// A semicolon stands between labels, or inside one that is known as a whole.
    private func labels(_ kind: TagKind, _ text: Substring) -> [String] {
        text.split { "\u{2022}\n".contains($0) }.flatMap { part in
            let whole = part.trimming { $0.isWhitespace || $0 == ";" }.description
            guard codes(kind, whole).isEmpty, whole.contains(";") else { return [whole] }
            let pieces = whole.split(separator: ";").map { $0.trimming(where: \.isWhitespace).description }
            return pieces.contains { !codes(kind, $0).isEmpty } ? pieces : [whole]
        }
    }

    /// A theme named above the row.
    mutating func add(_ kind: TagKind, _ label: String) {
        guard !label.isEmpty, label.count <= 300 else { return }
        let codes = codes(kind, label)
        for code in codes.isEmpty ? [label] : codes {
            let tag = TagDraft(kind: kind, code: code, label: label)
            if !tags.contains(where: { $0.kind == kind && $0.code == code }) { tags.append(tag) }
        }
        if codes.isEmpty, !unknown.contains(label) { unknown.append(label) }
    }

    private func codes(_ kind: TagKind, _ label: String) -> [String] {
        switch kind {
        case .sdg: reference.sdg(labelled: label).map { [$0] } ?? []
        case .person: reference.person(labelled: label)
        default: reference.theme(labelled: label)
        }
    }

    static func isHeading(_ text: String) -> Bool { heading(text) != nil }

    /// `SDGs:`, `Affected persons:`, `Themes:`
    private static func heading(_ text: String) -> (kind: TagKind, end: String.Index)? {
        guard let colon = text.firstIndex(where: { ":：".contains($0) }), text[..<colon].count <= 60 else { return nil }
        let folded = FoldedText(text[..<colon])
        let end = text.index(after: colon)
        if folded.words.count > 6 { return nil }
        if folded.hasPrefix(goals) { return (.sdg, end) }
        if folded.contains(persons) { return (.person, end) }
        return folded.hasPrefix(themes) && text[end...].allSatisfy(\.isWhitespace) ? (.theme, end) : nil
    }

    private static let goals: PhraseList = [
        "sdg", "sustainable development goal", "odd", "ods", "objectifs de developpement", "objetivos de desarrollo",
        "цур",
        "цели в области", "اهداف التنمية", "可持续发展目标",
    ]
    private static let persons: PhraseList = [
        "affected persons", "persons affected", "affected groups", "personnes concernees", "personnes touchees",
        "personas afectadas", "затронутые", "الاشخاص المتضرر", "الفيات المتاثرة", "受影响",
    ]
    private static let themes: PhraseList = ["theme", "themes", "temas", "темы", "المواضيع", "专题"]
}
