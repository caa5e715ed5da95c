import Domain
import Reference

/// Reads what the first page says of the document.
enum FactsReader {
    static func facts(
        of text: DocumentText, _ options: DocumentReader.Options, _ reference: ReferenceFacts
    ) -> DocumentFacts {
        DocumentFacts(
            kind: options.kind ?? .reviewReport, symbol: options.symbol, mechanism: options.mechanism,
            state: options.state, language: options.language ?? .english, pageCount: text.pageCount)
    }
}
