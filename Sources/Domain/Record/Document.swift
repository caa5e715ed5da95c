/// A mechanism's document.
package struct Document: Sendable {
    package var id: DocumentID
    /// Nil where a source gives none (the old UPR Info export): such documents stand for a State's review in one session.
    package var symbol: DocumentSymbol?
    package var title: String?
    package var mechanism: MechanismCode
    /// The State it is about, where there is one.
    package var state: StateCode?
    package var cycle: Int?
    /// The UPR or committee session's number.
    package var session: Int?
    package var published: CalendarDate?

    package init(
        id: DocumentID, symbol: DocumentSymbol?, title: String? = nil, mechanism: MechanismCode,
        state: StateCode? = nil,
        cycle: Int? = nil, session: Int? = nil, published: CalendarDate? = nil
    ) {
        self.id = id
        self.symbol = symbol
        self.title = title
        self.mechanism = mechanism
        self.state = state
        self.cycle = cycle
        self.session = session
        self.published = published
    }

    /// Where the official text can be read. Nil for invented and unnamed documents.
    package var address: String? {
        guard let symbol, !symbol.isDemonstration else { return nil }
        return "https://undocs.org/" + symbol.printed.replacing(" ", with: "%20")
    }
}
