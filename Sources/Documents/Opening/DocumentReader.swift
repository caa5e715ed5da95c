package import Domain
package import Programs
package import Reference

/// Reads a document: its text through outside programs, its facts from the first page, then what it asks for.
package struct DocumentReader: Sendable {
    private let reference: ReferenceFacts
    private let programs: ProgramRunner

    package init(reference: ReferenceFacts, programs: ProgramRunner = ProgramRunner()) {
        self.reference = reference
        self.programs = programs
    }

    package struct Options: Sendable {
        /// Where the reader of the file knows better than its first page.
        package var kind: DocumentKind?
        package var language: LanguageTag?
        package var symbol: DocumentSymbol?
        package var state: StateCode?
        package var mechanism: MechanismCode?
        /// Whether pictures of pages are to be recognised (needs tesseract).
        package var recognises: Bool
        package var rules: ParagraphRules?

        package init(
            kind: DocumentKind? = nil, language: LanguageTag? = nil, symbol: DocumentSymbol? = nil,
            state: StateCode? = nil, mechanism: MechanismCode? = nil, recognises: Bool = false,
            rules: ParagraphRules? = nil
        ) {
            self.kind = kind
            self.language = language
            self.symbol = symbol
            self.state = state
            self.mechanism = mechanism
            self.recognises = recognises
            self.rules = rules
        }
    }

    package struct Result: Sendable {
        package var text: DocumentText
        package var reading: DocumentReading

        package init(text: DocumentText, reading: DocumentReading) {
            self.text = text
            self.reading = reading
        }
    }

    /// Whether a file is a document rather than data, by its first bytes: PDF, or an archive with a word-processing part, or RTF,
    /// or HTML, or the old Word format.
    package static func isDocument(_ path: String) -> Bool { TextOpening.isDocument(path) }

    package func read(_ path: String, _ options: Options = Options()) async throws(DocumentError) -> Result {
        let text = try await TextOpening(programs: programs).open(path, recognises: options.recognises)
        return Result(text: text, reading: interpret(text, options))
    }

    /// The same for text that is there already.
    package func interpret(_ text: DocumentText, _ options: Options = Options()) -> DocumentReading {
        var options = options
        options.language = options.language ?? options.rules?.language
        options.mechanism = options.mechanism ?? options.rules?.mechanism
        let facts = FactsReader.facts(of: text, options, reference)
        let context = ReadingContext(facts: facts, reference: reference)
        switch facts.kind {
        case .reviewReport, .reviewDraft:
            return DocumentReading(facts: facts, findings: ReviewReportReader.findings(in: text, context))
        case .addendum: return DocumentReading(facts: facts, findings: AddendumReader.findings(in: text, context))
        case .thematicList:
            return DocumentReading(facts: facts, findings: ThematicListReader.findings(in: text, context))
        case .followUpReport:
            return DocumentReading(facts: facts, findings: FollowUpReport.findings(in: text, context))
        case .concludingObservations, .listOfIssues, .listOfIssuesPrior, .views, .inquiry:
            return DocumentReading(facts: facts, findings: TreatyBodyReader.findings(in: text, context))
        case .visitReport:
            return DocumentReading(facts: facts, findings: VisitReportReader.findings(in: text, context))
        case .communication: return CommunicationReader.reading(of: text, context)
        case .paragraphs:
            return DocumentReading(
                facts: facts,
                findings: ParagraphReader.findings(in: text, options.rules ?? ParagraphRules(), context))
        }
    }
}

extension DocumentReader {
    /// The text of a communication without the names that are sealed in it; any other document as it is.
    package func redacted(_ text: DocumentText, _ facts: DocumentFacts) -> DocumentText {
        guard facts.kind == .communication else { return text }
        return CommunicationReader.redacted(text, ReadingContext(facts: facts, reference: reference))
    }
}
