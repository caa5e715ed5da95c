import Domain
import Frame
import Operations

/// What an issue's page shows, as its address says it.
struct IssueQuestion {
    /// What a coordinator is about to decide: the page then shows the form for it.
    enum Doing: String, CaseIterable { case rename, move, split, merge }
    /// What was just decided.
    enum Said: String, CaseIterable {
        case rename, move, split, merge, pin, unpin, accept, decline, reverse
        /// Another issue became part of this one, and its address led here.
        case joined
    }

    /// Members on a page: it stays under 100 KB in every script.
    static let membersMax = 30
    /// The same while members are chosen, in short.
    static let choicesMax = 100
    /// Issues offered as targets at once.
    static let targetsMax = 80

    var id: IssueID
    var from = 0
    var doing: Doing?
    /// The recommendation that is to be moved.
    var subject: RecommendationID?
    /// Words of the names of issues to offer.
    var find = ""
    var said: Said?
    /// The other issue of what was just decided.
    var other: IssueID?

    static let parameters: [Parameter] = [
        .id,
        Parameter(name: "from", form: .integer(0...1_000_000), summary: "First recommendation of the page"),
        Parameter(name: "do", form: .choice(Doing.allCases.map(\.rawValue)), summary: "What to correct"),
        Parameter(name: "r", form: .number, summary: "Recommendation to move"),
        Parameter(name: "find", form: .text(charactersMax: 200), summary: "Words of an issue's name"),
        Parameter(name: "said", form: .choice(Said.allCases.map(\.rawValue)), summary: "What was just done"),
        Parameter(name: "other", form: .number, summary: "The other issue of it"),
    ]

    init(_ exchange: Exchange) throws(WebError) {
        guard let id = IssueID(exchange.value("id")) else { throw .notFound }
        self.id = id
        let query = exchange.query
        from = query.first("from").flatMap { Int($0) } ?? 0
        doing = query.first("do").flatMap { Doing(rawValue: $0) }
        subject = query.first("r").flatMap { RecommendationID($0) }
        find = query.first("find") ?? ""
        said = query.first("said").flatMap { Said(rawValue: $0) }
        other = query.first("other").flatMap { IssueID($0) }
    }

    /// The page in another state.
    func address(
        _ view: View, doing: Doing? = nil, subject: RecommendationID? = nil, from: Int? = nil
    ) -> String {
        var items: [(String, String)] = []
        if let from, from > 0 { items.append(("from", String(from))) }
        if let doing { items.append(("do", doing.rawValue)) }
        if let subject { items.append(("r", subject.description)) }
        return view.issueAddress(id, items)
    }
}
