import Domain

/// Reads concluding observations, lists of issues, Views and inquiry reports.
enum TreatyBodyReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] {
        let flow = ParagraphFlow(text)
        let isRecognised = text.origin == .recognised
        switch context.facts.kind {
        case .listOfIssues, .listOfIssuesPrior: return ListOfIssues.findings(flow, isRecognised)
        case .views: return ViewsReader.findings(flow, text, context, isRecognised)
        default: return ConcludingObservations.findings(flow, context, isRecognised)
        }
    }
}
