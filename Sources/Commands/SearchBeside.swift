import Domain
import Markup
import Operations

/// What a search was widened by and what may have been meant, on a terminal and as JSON.
struct SearchBeside {
    let page: SearchPage

    private static let shownMax = 4

    func say(_ language: LanguageTag) {
        for suggestion in page.suggestions {
            Terminal.remark("Did you mean: \(suggestion.query)  (\(ProgressLine.grouped(suggestion.count)))")
        }
        let expansions = page.expansions.filter { $0.added > 0 }
        for expansion in expansions {
            for term in expansion.terms {
                let own = term.forms.filter { $0.language == nil || $0.language == language.rawValue }
                var also = own.prefix(Self.shownMax).map(\.text)
                also += term.tags.prefix(Self.shownMax).map { "\($0.facet.rawValue):\($0.value)" }
                let rest = term.forms.count + term.tags.count - also.count
                if rest > 0 { also.append("\(rest) more") }
                Terminal.remark("Also searched for \(term.typed): \(also.joined(separator: "; "))")
            }
            Terminal.remark("  \(ProgressLine.grouped(expansion.added)) found only so (\(name(expansion.kind))).")
        }
        if !expansions.isEmpty { Terminal.remark("--exact searches only what was typed.") }
    }

    private func name(_ kind: SearchExpansion.Kind) -> String {
        switch kind {
        case .lookup: "symbols and paragraph numbers"
        case .synonyms: "other words for the same"
        case .concepts: "other languages, by theme"
        }
    }

    func write(to writer: JSONWriter) {
        writer.array("expansions") {
            for expansion in page.expansions {
                writer.object {
                    writer.member("kind", expansion.kind.rawValue)
                    writer.member("added", expansion.added)
                    writer.array("terms") { for term in expansion.terms { self.term(term, writer) } }
                }
            }
        }
        writer.array("suggestions") {
            for suggestion in page.suggestions {
                writer.object {
                    writer.member("query", suggestion.query)
                    writer.member("count", suggestion.count)
                }
            }
        }
    }

    private func term(_ term: SearchExpansion.Term, _ writer: JSONWriter) {
        writer.object {
            writer.member("typed", term.typed)
            writer.array("forms") {
                for form in term.forms {
                    writer.object {
                        writer.member("text", form.text)
                        writer.member("language", form.language)
                    }
                }
            }
            writer.array("tags", of: term.tags.map { "\($0.facet.rawValue):\($0.value)" })
        }
    }
}
