import Domain
import Frame
import Operations

/// What a review page shows, as its address says it. Links change one thing and keep the rest.
struct ReviewQuestion {
    enum Show: String, CaseIterable { case open, doubtful, accepted, dropped, all }
    enum Side: String, CaseIterable { case text, picture }
    /// What a narrow screen shows of the three columns.
    enum Tab: String, CaseIterable { case item, list, document }
    /// What a form just did.
    enum Said: String, CaseIterable {
        case received, accepted, acceptedMany, saved, dropped, reopened, split, merged, facts, again, removed
    }

    var reading: ReadingID
    var item: ReadingItemID?
    var show = Show.open
    var side = Side.text
    var tab = Tab.item
    /// Where the list begins; nil is where the item stands.
    var from: Int?
    /// Where the document begins: a line, or a page of pictures; nil is where the item stands.
    var at: Int?

    init(reading: ReadingID) { self.reading = reading }

    init(_ exchange: Exchange) throws(WebError) {
        guard let reading = ReadingID(exchange.value("id")) else { throw .notFound }
        self.reading = reading
        item = ReadingItemID(exchange.value("item"))
        func asked<T: RawRepresentable<String>>(_ name: String, _ other: T) -> T {
            exchange.query.first(name).flatMap { T(rawValue: $0) } ?? other
        }
        show = asked("show", show)
        side = asked("side", side)
        tab = asked("tab", tab)
        from = exchange.query.first("from").flatMap { Int($0) }
        at = exchange.query.first("at").flatMap { Int($0) }
    }

    /// The same page with one thing changed.
    func with(_ change: (inout ReviewQuestion) -> Void) -> ReviewQuestion {
        var question = self
        change(&question)
        return question
    }

    /// Another item; list and document follow it.
    func on(_ item: ReadingItemID?) -> ReviewQuestion {
        with {
            $0.item = item
            $0.from = nil
            $0.at = nil
            $0.tab = .item
        }
    }

    var path: String { item.map { "/desk/\(reading)/items/\($0)" } ?? "/desk/\(reading)" }

    /// `action` is the last part of a form's address.
    func address(_ view: View, action: String? = nil, said: Said? = nil, count: Int? = nil) -> String {
        var items: [(String, String)] = []
        if show != .open { items.append(("show", show.rawValue)) }
        if side != .text { items.append(("side", side.rawValue)) }
        if tab != .item { items.append(("tab", tab.rawValue)) }
        if let from { items.append(("from", String(from))) }
        if let at { items.append(("at", String(at))) }
        if let said { items.append(("said", said.rawValue)) }
        if let count { items.append(("n", String(count))) }
        return view.address(path + (action.map { "/" + $0 } ?? ""), items)
    }

    /// The items that the filter lets through: doubtful ones first, each group in document order.
    func list(_ items: [ReadingItem]) -> [ReadingItem] {
        let open = items.filter { $0.status == .open }
        switch show {
        case .open: return open.filter(\.current.isDoubtful) + open.filter { !$0.current.isDoubtful }
        case .doubtful: return open.filter(\.current.isDoubtful)
        case .accepted: return items.filter { $0.status == .accepted }
        case .dropped: return items.filter { $0.status == .dropped }
        case .all: return items
        }
    }
}
