package import Domain
package import Locales
package import Markup
import Operations
package import People

/// A page being written: the bytes, the reader's words, and links that keep her language. Components are its extensions.
package final class View {
    package let html = HTMLWriter()
    package let exchange: Exchange
    package let words: Catalogue
    package let names: Names
    /// Who is signed in, on pages that ask for it; elsewhere nobody is looked up, so that pages are the same for all.
    package let session: SignedIn?
    /// Who asks in a workspace, on its pages: they carry its navigation.
    package let visit: Visit?

    package convenience init(_ signed: Signed) { self.init(signed.exchange, session: signed.session) }
    package convenience init(_ visit: Visit) { self.init(visit.exchange, session: visit.session, visit: visit) }

    package init(_ exchange: Exchange, session: SignedIn? = nil, visit: Visit? = nil) {
        self.session = session
        self.visit = visit
        self.exchange = exchange
        words = exchange.words
        names = exchange.site.names
    }

    // MARK: Words

    package func say(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) -> String {
        words.text(key, arguments)
    }

    package func write(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) {
        html.text(words.text(key, arguments))
    }

    /// A message in which one argument is an element: `slot` writes it.
    package func write(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:], slot: (String) -> Void) {
        for piece in words.pieces(key, arguments) {
            switch piece {
            case .text(let text): html.text(text)
            case .slot(let name): slot(name)
            }
        }
    }

    package func number(_ value: Int) -> String { words.number(value) }

    package func date(_ date: CalendarDate) -> String { words.date(year: date.year, month: date.month, day: date.day) }

    // MARK: Names

    package func stateName(_ code: StateCode) -> String { names.name(.state, code.rawValue, words.tag) }

    /// Who a workspace speaks for: its State, or what kind of partner it is and of which State.
    package func actorName(_ workspace: Workspace) -> String {
        let state = workspace.state.map(stateName)
        guard let actor = workspace.actor else { return state ?? workspace.name }
        let kind = say("actorKind.\(actor.rawValue)")
        return state.map { say("actor.ofState", ["kind": .text(kind), "state": .text($0)]) } ?? kind
    }

    package func name(_ kind: Names.Kind, _ code: String) -> String { names.name(kind, code, words.tag) }

    /// Names in the reader's alphabetical order.
    package func stateNames(_ codes: [StateCode]) -> [(code: StateCode, name: String)] {
        codes.map { ($0, stateName($0)) }.sorted { Collation.key($0.name) < Collation.key($1.name) }
    }

    // MARK: Addresses

    /// An address of this site in the reader's language, if the address she came by named one.
    package func address(_ path: String, _ items: [(String, String)] = []) -> String {
        var query = Query(items.map { Query.Item(name: $0.0, value: $0.1) })
        if exchange.isLanguageAsked { query.append("lang", words.tag) }
        return path + query.text
    }

    package func stateAddress(_ code: StateCode) -> String { address("/states/" + PercentCoding.encode(code.rawValue)) }
    package func recommendationAddress(_ id: RecommendationID) -> String { address("/recommendations/\(id)") }
    package func documentAddress(_ id: DocumentID) -> String { address("/documents/\(id)") }

    /// The search page with these filters and no query.
    package func searchAddress(_ filters: [(Facet, String)]) -> String {
        address("/search", filters.map { ($0.0.rawValue, $0.1) })
    }

    /// The page about one value of a facet, where there is such a page; else the search for it.
    package func topicAddress(_ facet: Facet, _ value: String) -> String {
        let encoded = PercentCoding.encode(value)
        return switch facet {
        case .state, .recommending: address("/states/" + encoded)
        case .mechanism: address("/mechanisms/" + encoded)
        case .theme: address("/themes/" + encoded)
        case .person: address("/persons/" + encoded)
        case .sdg: address("/goals/" + encoded)
        case .target: address("/targets/" + encoded)
        case .region: address("/regions/" + encoded)
        case .group: address("/groups/" + encoded)
        case .document: address("/documents/" + encoded)
        default: searchAddress([(facet, value)])
        }
    }

    // MARK: Small elements

    package func link(_ address: String, _ text: String) { html.element(.a, .href(address), text: text) }

    package func stateLink(_ code: StateCode) { link(stateAddress(code), stateName(code)) }
}
