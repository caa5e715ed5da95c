import Domain
import Reference

/// Tells what kind of document a first page opens: by the symbol where symbols tell, else by the words of the title.
struct KindOfDocument {
    let symbol: DocumentSymbol?
    /// The title's own lines.
    let title: FoldedText
    /// Everything on the first page above the text.
    let top: FoldedText
    let isCommunication: Bool

    var kind: DocumentKind {
        if isCommunication { return .communication }
        return symbol.flatMap { ofSymbol(PrintedSymbol.parts(of: $0)) } ?? ofTitle
    }

    private var speaksOfReview: Bool { top.contains(TitleWords.reviewReport) }

    private func ofSymbol(_ parts: [String]) -> DocumentKind? {
        let last = parts.last ?? ""
        if parts.contains("WG.6") { return ofReviewSymbol(parts, last) }
        if parts.contains("CO") {
            return last.hasPrefix("ADD.") || title.opens(with: TitleWords.replies)
                ? .paragraphs : .concludingObservations
        }
        if parts.contains("QPR") { return last.hasPrefix("ADD.") ? .paragraphs : .listOfIssuesPrior }
        if parts.contains("Q") {
            if last.hasPrefix("ADD.") || title.opens(with: TitleWords.replies) { return .paragraphs }
            return title.contains(TitleWords.listOfIssuesPrior) ? .listOfIssuesPrior : .listOfIssues
        }
        if parts.contains("OP.8") || parts.contains("IR") { return .inquiry }
        if parts.contains("D"), parts.first != "A" { return .views }
        if last.hasPrefix("ADD."), speaksOfReview { return .addendum }
        return nil
    }

    /// `A/HRC/WG.6/34/L.8` is a draft; so was `/4` behind the State's code in the first session. `/1` to `/3` are not.
    private func ofReviewSymbol(_ parts: [String], _ last: String) -> DocumentKind {
        last.hasPrefix("L.") || last == "4" || title.contains(TitleWords.draft) ? .reviewDraft : .paragraphs
    }

    private var ofTitle: DocumentKind {
        if speaksOfReview {
            // The State's own paper names the report it answers.
            if top.contains(TitleWords.addendum) || top.contains(Self.addendumWord) { return .addendum }
            if symbol == nil, top.contains(TitleWords.draft) { return .reviewDraft }
            if title.contains(TitleWords.reviewReport) { return .reviewReport }
        }
        if title.contains(TitleWords.followUpReport) { return .followUpReport }
        if top.contains(TitleWords.list) || top.contains(TitleWords.listColumns),
            !title.opens(with: TitleWords.listOfIssues)
        {
            return .thematicList
        }
        if title.opens(with: TitleWords.addendum) { return .addendum }
        if title.opens(with: TitleWords.replies) || top.contains(TitleWords.comments) { return .paragraphs }
        if title.opens(with: TitleWords.concludingObservations) { return .concludingObservations }
        if title.contains(TitleWords.listOfIssuesPrior) { return .listOfIssuesPrior }
        if title.opens(with: TitleWords.listOfIssues) { return .listOfIssues }
        if title.opens(with: TitleWords.views) { return .views }
        if title.contains(TitleWords.inquiry) || title.contains(TitleWords.inquiryBodies) { return .inquiry }
        if isVisit { return .visitReport }
        return .paragraphs
    }

    /// A mandate's report on a visit, whichever of the two the title names first.
    private var isVisit: Bool { top.contains(TitleWords.mandates) && title.contains(TitleWords.visit) }

    private static let addendumWord: PhraseList = ["addendum ", "additif ", "adicion ", "добавление ", "اضافة ", "增编"]
}
