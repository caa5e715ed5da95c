import Domain
import Frame
import Locales
import Markup
import Operations

/// The list beside the item: filters with their numbers, then the items around the one in focus.
struct ReviewList {
    let view: View
    let page: ReadingPage
    let question: ReviewQuestion
    let list: [ReadingItem]
    let focus: ReadingItem?

    /// Items on a page of the list.
    static let itemsMax = 30
    /// Of them before the one in focus, so that it stands near the top.
    private static let itemsBefore = 3
    private static let excerptMax = 90

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.h2, .class("hidden"), text: view.say("review.found"))
        filters()
        guard !list.isEmpty else {
            html.element(.p, .class("soft"), text: view.say("review.noneHere"))
            return
        }
        let from = first
        html.element(.ol, .class("items"), .custom("start", from + 1)) {
            for item in list[from..<min(from + Self.itemsMax, list.count)] { row(item) }
        }
        pager(from)
    }

    private func filters() {
        let counts = page.reading.counts
        let shown: [(ReviewQuestion.Show, Int)] = [
            (.open, counts.open), (.doubtful, counts.doubtful), (.accepted, counts.accepted),
            (.dropped, counts.dropped), (.all, page.items.count),
        ]
        html.element(.ul, .class("chips filters"), .label(view.say("review.filters"))) {
            for (show, count) in shown {
                html.element(.li) {
                    let address = question.with {
                        $0.show = show
                        $0.item = nil
                        $0.from = nil
                        $0.at = nil
                    }.address(view)
                    html.element(
                        .a, .class("chip"), .href(address), .current(show == question.show ? "true" : nil)
                    ) {
                        html.text(view.say("show.\(show.rawValue)"))
                        html.text(" ")
                        html.element(.span, .class("of num"), text: view.number(count))
                    }
                }
            }
        }
    }

    /// Where the list begins: as asked, else so that the item in focus is in it.
    private var first: Int {
        if let from = question.from { return min(from, max(0, list.count - 1)) }
        guard let index = list.firstIndex(where: { $0.id == focus?.id }) else { return 0 }
        return max(0, min(index - Self.itemsBefore, list.count - Self.itemsMax))
    }

    private func row(_ item: ReadingItem) {
        html.element(.li) {
            html.element(
                .a, .class("pick i-\(item.status.rawValue)"), .href(question.on(item.id).address(view) + "#item"),
                .current(item.id == focus?.id ? "true" : nil)
            ) {
                html.element(.span, .class("line")) {
                    itemMark(item)
                    html.element(.span, .class("para"), .dir("ltr"), text: item.current.paragraph?.printed ?? "–")
                    html.element(
                        .span, .class(item.status == .open && !item.current.isDoubtful ? "hidden" : "fine"),
                        text: view.say(labelKey(item)))
                    if item.current.kind == .statement {
                        answer(item.current)
                    } else if hasKinds {
                        kind(item.current)
                    }
                }
                html.element(.span, .class("excerpt"), .lang(language), .dir("auto"), text: excerpt(item.current))
            }
        }
    }

    /// Whether the document holds recommendations beside observations or pledges.
    private var hasKinds: Bool { page.items.contains { $0.current.kind != page.items[0].current.kind } }

    private func kind(_ finding: Finding) {
        let name = view.say("findingKind.\(finding.kind.rawValue)")
        let isMarked = finding.isForFollowUp || finding.followUpDue != nil
        html.element(
            .span, .class(finding.kind == .recommendation ? "answer" : "fine"),
            text: isMarked ? name + " · " + view.say("item.followUpShort") : name)
    }

    /// What an answer says: the position, and what is claimed of implementation.
    private func answer(_ finding: Finding) {
        let words =
            [finding.position.map { "position.\($0.rawValue)" }, finding.claim.map { "claim.\($0.status.rawValue)" }]
            .compactMap { $0.map { view.say($0) } } + [finding.grade?.value].compactMap(\.self)
        html.element(.span, .class("answer"), text: words.joined(separator: " · "))
    }

    private var language: String { page.reading.facts?.language.rawValue ?? view.words.tag }

    private func labelKey(_ item: ReadingItem) -> String {
        switch item.status {
        case .accepted: "itemStatus.accepted"
        case .dropped: item.mergedInto == nil ? "itemStatus.dropped" : "itemStatus.merged"
        case .open: item.current.isDoubtful ? "itemStatus.doubtful" : "itemStatus.open"
        }
    }

    private func excerpt(_ finding: Finding) -> String {
        let text =
            finding.text.isEmpty ? finding.reason ?? finding.claim?.wording ?? finding.wording ?? "" : finding.text
        guard text.count > Self.excerptMax else { return text }
        let cut = text.prefix(Self.excerptMax)
        let words = cut.lastIndex { $0.isWhitespace }.map { cut[..<$0] } ?? cut
        return (words.count > Self.excerptMax / 2 ? words : cut) + "…"
    }

    /// Triangle: doubtful. Ring: open. Tick: accepted. Bar: dropped.
    private func itemMark(_ item: ReadingItem) {
        html.element(.svg, .class("mark"), .viewBox(0, 0, 14, 14), .hidden) {
            switch item.status {
            case .open where item.current.isDoubtful: html.empty(.path, .class("doubtful"), .d("M7 1.5 13 12.5H1z"))
            case .open: html.empty(.circle, .cx(7), .cy(7), .r(4.5), .strokeWidth(1.6))
            case .accepted: html.empty(.path, .d("M1.5 7.5l4 4 7-8.5"), .strokeWidth(2))
            case .dropped: html.empty(.path, .d("M2 7h10"), .strokeWidth(2))
            }
        }
    }

    private func pager(_ from: Int) {
        guard list.count > Self.itemsMax else { return }
        html.element(.nav, .class("pager small"), .label(view.say("review.listPages"))) {
            if from > 0 { step(max(0, from - Self.itemsMax), "review.listBefore", "prev") }
            html.element(
                .span, .class("fine num"),
                text: view.say(
                    "review.listPlace",
                    [
                        "first": .number(from + 1), "last": .number(min(from + Self.itemsMax, list.count)),
                        "count": .number(list.count),
                    ]))
            if from + Self.itemsMax < list.count { step(from + Self.itemsMax, "review.listAfter", "next") }
        }
    }

    private func step(_ from: Int, _ key: String, _ relation: String) {
        let address = question.with {
            $0.from = from
            $0.item = focus?.id
            $0.tab = .list
        }.address(view)
        html.element(.a, .href(address), .rel(relation), text: view.say(key))
    }
}
