import Domain
import Frame
import Locales
import Markup
import Operations

/// Suggestions for a finding before it is accepted: what is ticked is confirmed when it is. Nothing is ticked beforehand.
struct SuggestionsOfItem {
    let view: View
    let signed: Signed
    let reading: Reading
    let finding: Finding

    /// Statements are no records; communications are never tagged.
    private var isTagged: Bool {
        finding.kind != .statement && !reading.isRestricted && reading.facts?.kind != .communication
            && !finding.text.isEmpty
    }

    func write(typed: Query?) {
        guard isTagged else { return }
        let suggestions = signed.exchange.site.tags.suggestions(for: finding.text, tags: finding.tags)
        guard !suggestions.tags.isEmpty else { return }
        let ticked = Set(typed?.all("tag") ?? [])
        let html = view.html
        html.element(.fieldset, .class("suggested")) {
            html.element(.legend, text: view.say("suggest.title"))
            html.element(
                .p, .class("hint"),
                text: view.say(
                    signed.isCoordinator ? "suggest.onDesk" : "suggest.onDeskOnly",
                    ["model": .text(suggestions.model ?? "–")]))
            html.element(.ul, .class("tags")) {
                for (place, tag) in suggestions.tags.enumerated() {
                    html.element(.li) {
                        row(tag, place, isOn: ticked.contains(Self.text(tag)))
                        view.whySuggested(tag, language: reading.facts?.language ?? .english)
                    }
                }
            }
        }
    }

    private func row(_ tag: SuggestedTag, _ place: Int, isOn: Bool) {
        let html = view.html
        let name =
            view.say("tag.\(tag.kind.rawValue)") + " " + view.tagName(tag.kind, tag.code) + " "
            + view.percent(tag.probability)
        guard signed.isCoordinator else { return html.element(.span, text: name) }
        html.element(.span, .class("tickable")) {
            html.empty(
                .input, .type("checkbox"), .id("tag-\(place + 1)"), .name("tag"), .value(Self.text(tag)), .checked(isOn)
            )
            html.element(.label, .for("tag-\(place + 1)"), text: name)
        }
    }

    private static func text(_ tag: SuggestedTag) -> String { "\(tag.kind.rawValue):\(tag.code)" }

    /// The tags that were ticked, of the record the item became.
    static func choices(_ form: Query, _ recommendation: RecommendationID) -> [TagChoice] {
        form.all("tag").prefix(50).compactMap { text in
            let parts = text.split(separator: ":", maxSplits: 1).map { String($0) }
            guard parts.count == 2, let kind = TagKind(rawValue: parts[0]) else { return nil }
            return TagChoice(recommendation, kind, parts[1], seen: nil)
        }
    }
}
