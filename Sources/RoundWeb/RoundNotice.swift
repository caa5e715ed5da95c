import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// What the last form did, told from the address it led to: numbers and reasons, no words of anybody.
struct RoundNotice {
    let view: View
    let page: RoundPage

    static let works = [
        "open", "circulate", "reschedule", "withdraw", "agree", "resolve", "clear", "answer", "stand", "edit", "cancel",
        "reopen", "move", "freeze",
    ]

    /// As items of an address.
    static func items(_ work: String, _ outcome: RoundOutcome) -> [(String, String)] {
        var items = [("said", work), ("done", String(outcome.done))]
        let reasons = Dictionary(grouping: outcome.skipped, by: \.reason)
        for (reason, skips) in reasons.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            items.append(
                (
                    "left",
                    "\(reason.rawValue):\(skips.count):\(skips.prefix(12).map(\.paragraph.description).joined(separator: "."))"
                ))
        }
        return items
    }

    func write() {
        let query = view.exchange.query
        guard let said = query.first("said"), Self.works.contains(said) else { return }
        let done = query.first("done").flatMap { Int($0) } ?? 0
        view.html.element(.div, .class("notice done"), .role("status")) {
            view.html.element(.p, text: view.say("round.said.\(said)", ["count": .number(done)]))
            if let told = query.first("told").flatMap({ Int($0) }), told > 0 {
                view.html.element(.p, text: view.say("round.said.told", ["count": .number(told)]))
            }
            unreachable(query.all("unreachable"))
            left(query.all("left"))
        }
    }

    private func unreachable(_ ids: [String]) {
        let names = page.institutions.filter { ids.contains($0.id.description) }.map(\.name)
        guard !names.isEmpty else { return }
        view.html.element(
            .p,
            text: view.say(
                "round.said.unreachable", ["names": .text(names.joined(separator: view.say("list.comma")))]))
    }

    private func left(_ items: [String]) {
        let names = Dictionary(
            page.lines.map { ($0.paragraph.id.description, $0.paragraph) }, uniquingKeysWith: { first, _ in first })
        let found = items.prefix(20).compactMap { item -> (RoundOutcome.Reason, Int, [RoundParagraph])? in
            let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let reason = RoundOutcome.Reason(rawValue: parts[0]), let count = Int(parts[1])
            else { return nil }
            return (reason, count, parts[2].split(separator: ".").compactMap { names[String($0)] })
        }
        guard !found.isEmpty else { return }
        view.html.element(.p, text: view.say("round.said.left"))
        view.html.element(.ul) {
            for (reason, count, paragraphs) in found {
                view.html.element(.li) {
                    view.html.text(view.say("round.skip.\(reason.rawValue)"))
                    view.html.text(" ")
                    view.write("round.said.many", ["count": .number(count)])
                    for paragraph in paragraphs {
                        view.html.text(" ")
                        view.link(
                            view.address(
                                view.exchange.path + "/paragraphs/\(paragraph.id)"), paragraph.name)
                    }
                }
            }
        }
    }
}
