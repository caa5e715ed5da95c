import Domain

/// Puts the pieces behind a paragraph's first one where they belong: items, their own items, text that goes on.
struct ItemList {
    private(set) var items: [FlowParagraph.Item] = []
    private(set) var tail = ""
    private(set) var doubts: [Doubt] = []

    private enum Style { case letter, roman, number, bullet, bare }
    private var style: Style?
    private var place = 0
    private var inner: (style: Style, place: Int)?

    /// Whether the last item says that another one follows.
    var goesOn: Bool { items.last.map { LineEnding.goesOn($0.text) || LineEnding.isColon($0.text) } ?? false }

    /// False where the mark does not follow from the one before: then it is no mark.
    mutating func add(_ mark: ItemMark, _ text: String) -> Bool {
        if style != nil, let next = fits(mark, style, place + 1) {
            if let inner, inner.style == .roman, mark.romanPlace == inner.place + 1, next == .letter, goesOnInside {
                return addInner(mark, text)
            }
            append(mark, text, place + 1)
            return true
        }
        if inner != nil || !items.isEmpty, addInner(mark, text) { return true }
        if style == nil, let first = fits(mark, nil, 1) {
            style = first
            append(mark, text, 1)
            return true
        }
        // A letter is missing.
        if style == .letter, let jump = mark.letterPlaces.filter({ $0 > place && $0 <= place + 3 }).min() {
            doubts.append(Doubt(.numberGap, mark.printed))
            append(mark, text, jump)
            return true
        }
        return false
    }

    /// `(h)`, then `(i)` with `(ii)` behind it belongs to `(h)`: it does where `(h)` ends in a colon.
    private var goesOnInside: Bool { items.last.map { !LineEnding.isSentenceEnd($0.text) } ?? false }

    /// A paragraph of a list without marks.
    mutating func addBare(_ text: String) {
        style = style ?? .bare
        place += 1
        items.append(.init(label: ItemMark.label(place), printed: "", text: text))
        inner = nil
    }

    /// Text that goes on behind the last piece; `isApart` where it stands for itself behind the list.
    mutating func goOn(_ text: String, isApart: Bool) {
        if isApart || items.isEmpty {
            tail += (tail.isEmpty ? "" : " ") + text
        } else {
            items[items.count - 1].text += " " + text
        }
    }

    /// Items found inside the running text.
    mutating func take(_ found: [(mark: ItemMark, text: String)]) {
        for item in found { _ = add(item.mark, item.text) }
    }

    private func fits(_ mark: ItemMark, _ style: Style?, _ place: Int) -> Style? {
        switch style {
        case .letter?: mark.letterPlaces.contains(place) ? .letter : nil
        case .roman?: mark.romanPlace == place ? .roman : nil
        case .number?: mark.numberPlace == place ? .number : nil
        case .bullet?: mark.isBullet ? .bullet : nil
        case .bare?: mark.letterPlaces.contains(place) ? .letter : nil
        case nil:
            if mark.letterPlaces.contains(1) {
                .letter
            } else if mark.romanPlace == 1 {
                .roman
            } else if mark.numberPlace == 1 {
                .number
            } else if mark.isBullet {
                .bullet
            } else {
                nil
            }
        }
    }

    private mutating func addInner(_ mark: ItemMark, _ text: String) -> Bool {
        let next: (style: Style, place: Int)?
        if let inner, let style = fits(mark, inner.style, inner.place + 1) {
            next = (style, inner.place + 1)
        } else if mark.romanPlace == 1, style != .roman {
            next = (.roman, 1)
        } else if mark.isBullet, style != .bullet {
            next = (.bullet, 1)
        } else if mark.numberPlace == 1, style != .number {
            next = (.number, 1)
        } else if mark.letterPlaces.contains(1), style != .letter {
            next = (.letter, 1)
        } else {
            next = nil
        }
        guard let next, !items.isEmpty else { return false }
        inner = next
        items[items.count - 1].text += " " + mark.printed + " " + text
        return true
    }

    private mutating func append(_ mark: ItemMark, _ text: String, _ place: Int) {
        self.place = place
        inner = nil
        if style == .bare { style = .letter }
        let label =
            switch style {
            case .letter?, .bare?, nil: ItemMark.label(place)
            case .roman?: mark.printed.lowercased().filter { $0.isLetter }
            case .number?, .bullet?: "\(place)"
            }
        items.append(.init(label: label, printed: mark.printed, text: text))
    }
}
