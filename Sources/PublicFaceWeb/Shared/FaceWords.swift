import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Parts of items in the reader's words. A value that was not said is told from a field that is not shown: of the latter there is no
/// column at all.
extension FacePage {
    func day(_ text: String?) -> String {
        guard let text else { return view.say("publicFace.notSaid") }
        return CalendarDate(text.prefix(10)).map { view.date($0) } ?? text
    }

    func standing(_ status: String?) -> String { view.say("progress.implementation.\(status ?? "nothing")") }

    func actionStatus(_ status: String?) -> String {
        status.map { view.say("progress.status.\($0)") } ?? view.say("publicFace.notSaid")
    }

    func orNotSaid(_ text: String?) -> String { text ?? view.say("publicFace.notSaid") }

    func money(_ item: PublicItem, _ name: String) -> String {
        guard let minor = item.number(name), let currency = item["currency"].flatMap({ CurrencyCode($0) }) else {
            return view.say("publicFace.notKnown")
        }
        return view.amount(minor, currency)
    }

    func isLate(_ item: PublicItem) -> Bool {
        guard let due = item["due"], let today, due < today.description.prefix(due.count) else { return false }
        let ended = ["done", "stopped", "fully", "notPursued"]
        return shows(.status) && !(item["status"].map { ended.contains($0) } ?? false)
    }

    /// The name of a deadline: the workspace's own words, else the rule's.
    func deadlineTitle(_ item: PublicItem) -> String {
        let mechanism = item["mechanism"].map { view.name(.mechanism, $0) }
        let rule = item["rule"].map { "clocks.rule.\($0)" }.flatMap { view.words.has($0) ? view.say($0) : nil }
        let name = item["title"] ?? rule ?? view.say("publicFace.deadline.\(item["kind"] ?? "own")")
        return mechanism.map { view.say("publicFace.deadline.of", ["name": .text(name), "mechanism": .text($0)]) }
            ?? name
    }

    /// What an item is called in lists and citations: its title, else the recommendation or paragraph it is about, else its kind and
    /// number.
    func title(_ item: PublicItem) -> String {
        if item.kind == .deadline { return deadlineTitle(item) }
        return item["title"] ?? about(item)
            ?? view.say(
                "publicFace.numbered",
                ["kind": .text(kind(item.kind)), "number": .number(Int(item.id))])
    }

    /// `A/HRC/43/15, 121.14: Ratify the …`, as far as it is known.
    private func about(_ item: PublicItem) -> String? {
        if let name = item.number("recommendation").flatMap({ names[$0] }) {
            let text = name.text.count > 90 ? name.text.prefix(89) + "…" : name.text
            return [name.place, text].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        return item["paragraph"].map { view.say("publicFace.paragraph", ["number": .text($0)]) }
    }

    func kind(_ kind: PublicKind) -> String { view.say("publicFace.kind.\(kind.rawValue)") }

    /// Where an item, or what it belongs to, has a page.
    func path(_ key: PublicKey) -> String? {
        switch key.kind {
        case .commitment: return "/commitments/\(key.id)"
        case .action: return "/actions/\(key.id)"
        case .indicator: return "/indicators/\(key.id)"
        case .deadline: return "/deadlines"
        case .position: return "/positions"
        default: return face.item(key)?.parent.flatMap { path($0) }
        }
    }

    /// A link to the item, with what people wrote in its own direction.
    func link(_ item: PublicItem) {
        guard let path = path(item.key) else {
            html.element(.bdi, text: title(item))
            return
        }
        html.element(.a, .href(address(path)), .dir("auto"), text: title(item))
    }

    /// Paragraphs that people wrote.
    func prose(_ text: String) {
        html.element(.div, .class("prose"), .dir("auto")) {
            for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
                html.element(.p, text: String(line))
            }
        }
    }

    func fact(_ key: String, _ text: String) { view.fact(view.say(key)) { html.element(.bdi, text: text) } }

    /// A marker in the place of something that was taken down.
    func marker(_ removal: Removal) {
        html.element(.p, .class("notice removed")) {
            html.text(
                view.say(
                    "publicFace.removed.marker",
                    [
                        "kind": .text(kind(removal.key.kind)), "date": .text(day(removal.at)),
                        "ground": .text(view.say("publicFace.ground.\(removal.ground.rawValue)")),
                        "office": .text(removal.office),
                    ]))
        }
    }

    func markers(_ kind: PublicKind, of parent: PublicKey? = nil) {
        for removal in face.removals(kind, of: parent) { marker(removal) }
    }
}
