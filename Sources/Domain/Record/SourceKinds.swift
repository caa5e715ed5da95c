extension SourceCode {
    /// Whether it is a mechanism's or a State's own document, and not what somebody made of documents.
    package var isDocument: Bool {
        switch self {
        case .unReport, .unDraft, .addendum, .treatyBody, .specialProcedure, .document: true
        default: false
        }
    }

    /// Whether what it says of a position is taken over only where no document speaks: lists made from documents can be wrong.
    package var isSecondHand: Bool { self == .ohchrList }
}

extension DocumentSymbol {
    /// Whether it is the unedited draft of a review's report (`A/HRC/WG.6/34/L.8`): its numbers yield to the edited report's.
    package var isReviewDraft: Bool { key.contains("/WG.6/") && key.contains("/L.") }
}
