import Domain

@testable import Documents

/// Documents made of lines in a test.
enum Texts {
    /// As a word processor's file comes: each paragraph one line, blank ones between.
    static func word(_ text: String) -> DocumentText {
        var lines: [DocumentText.Line] = []
        for part in text.split(separator: "\n") {
            let line = part.trimmingCharacters()
            guard !line.isEmpty else { continue }
            lines += [.init(text: line), .init(text: "")]
        }
        return DocumentText(origin: .word, lines: lines)
    }

    /// As a printed page comes: lines with their indent; form feeds begin pages.
    static func pdf(_ text: String) -> DocumentText {
        var page = 1
        var lines: [DocumentText.Line] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var part = part
            if part.first == "\u{0C}" {
                page += 1
                part = part.dropFirst()
            }
            let indent = part.prefix { $0 == " " }.count
            lines.append(.init(text: part.trimmingCharacters(), indent: indent, page: page))
        }
        return DocumentText(origin: .pdf, lines: lines, pageCount: page)
    }

    static func context(
        _ kind: DocumentKind, _ language: LanguageTag = .english, published: CalendarDate? = nil
    ) -> ReadingContext {
        ReadingContext(
            facts: DocumentFacts(kind: kind, state: StateCode("XAA"), published: published, language: language),
            reference: Facts.shared)
    }
}

extension Substring {
    func trimmingCharacters() -> String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
