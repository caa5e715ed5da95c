import ArgumentParser
import Documents
import Domain
import FoundationEssentials

/// What somebody may know better than a document's first page.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What it is: \(DocumentKind.allCases.map(\.rawValue).joined(separator: " ")).", valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("Its symbol, where the first page has none.", valueName: "symbol"))
    var symbol: String?

    @Option(help: ArgumentHelp("The State it is about (ISO 3166-1 alpha-3).", valueName: "code"))
    var state: String?

    @Option(help: ArgumentHelp("The mechanism it comes from (upr, cescr, ...).", valueName: "code"))
    var mechanism: String?

    @Option(help: "Rules (JSON) for telling paragraphs apart.", completion: .file())
    var rules: String?

    @Flag(help: "Recognise text in pictures of pages (needs tesseract).")
    var withOcr = false

    func validate() throws {
        if let kind, DocumentKind(rawValue: kind) == nil {
            throw ValidationError(
                "--kind takes one of: \(DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
    }

    func options(language: String?) throws -> DocumentReader.Options {
        DocumentReader.Options(
            kind: kind.flatMap { DocumentKind(rawValue: $0) }, language: language.map { LanguageTag($0) },
            symbol: symbol.flatMap { DocumentSymbol($0) }, state: state.map { StateCode($0.uppercased()) },
            mechanism: mechanism.map { MechanismCode($0.lowercased()) }, recognises: withOcr,
            rules: try rules.map { try Self.rules($0) })
    }

    private static func rules(_ path: String) throws -> ParagraphRules {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read: no such file, or no right to read it.")
        }
        do {
            return try JSONDecoder().decode(ParagraphRules.self, from: data)
        } catch { throw CommandFailure("\(path) holds no rules: \(error)") }
    }
}
