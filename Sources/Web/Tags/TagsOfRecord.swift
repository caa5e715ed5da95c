import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// Tags of a recommendation, each with everybody who says so; apart from them what the program suggests.
struct TagsOfRecord {
    let view: View
    let record: Recommendation
    let suggestions: TagSuggestions
    /// Somebody who may decide.
    let coordinator: Signed?

    private var html: HTMLWriter { view.html }
    private var address: String { view.address("/recommendations/\(record.id)/tags") }

    func write() {
        guard !record.tags.isEmpty || !suggestions.tags.isEmpty || coordinator != nil else { return }
        view.section("tags", view.say("record.tags"), view.say("record.tagsText")) {
            for kind in TagKind.allCases {
                let codes = codes(kind)
                guard !codes.isEmpty else { continue }
                html.element(.h3, text: view.say("tag.\(kind.rawValue)"))
                html.element(.ul, .class("tags")) { for code in codes { tag(kind, code) } }
            }
            if !suggestions.tags.isEmpty { suggested() }
            if coordinator != nil { add() }
        }
    }

    /// Each once: those a person decided on first, then as sources give them.
    private func codes(_ kind: TagKind) -> [String] {
        var seen: Set<String> = []
        return record.tags.compactMap { $0.kind == kind && seen.insert($0.code).inserted ? $0.code : nil }
    }

    private func tag(_ kind: TagKind, _ code: String) {
        let tags = record.tags.filter { $0.kind == kind && $0.code == code }
        let decision = tags.compactMap(\.decision).first
        html.element(.li, .class(decision?.verdict == .rejected ? "disputed" : "")) {
            html.element(.span) { view.tagLink(kind, code) }
            html.element(.span, .class("origin")) {
                if let decision { html.text(view.decisionText(decision)) }
                for (place, tag) in tags.filter({ $0.source != .person }).enumerated() {
                    if place > 0 || decision != nil { html.text(view.say("list.semicolon")) }
                    html.text(origin(tag))
                }
            }
            guard let coordinator else { return }
            form(coordinator, kind, code, seen: last(kind, code)) {
                view.tagButton(decision == nil ? "dispute" : "withdraw")
            }
        }
    }

    private func origin(_ tag: Tag) -> String {
        let source = view.valueName(.source, tag.source.rawValue)
        guard let part = record.parts.first(where: { $0.id == tag.part }) else {
            return view.say("record.tagOrigin", ["source": .text(source)])
        }
        return view.say("record.tagOriginPart", ["source": .text(source), "part": .text(part.label)])
    }

    private func last(_ kind: TagKind, _ code: String) -> TagDecisionID? {
        suggestions.decisions.last { $0.kind == kind && $0.code == code }?.id
    }

    private func form(
        _ signed: Signed, _ kind: TagKind, _ code: String, seen: TagDecisionID?, buttons: () -> Void
    ) {
        html.element(.form, .class("decide-tag"), .method("post"), .action(address)) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.tagFields(kind, code, seen: seen)
            buttons()
        }
    }

    // MARK: Suggestions

    private func suggested() {
        html.element(.div, .class("suggested"), .id("suggested")) {
            html.element(.h3, text: view.say("suggest.title"))
            html.element(.p, .class("fine"), text: view.say("suggest.text", ["model": .text(suggestions.model ?? "–")]))
            html.element(.ul, .class("tags")) { for tag in suggestions.tags { suggestion(tag) } }
        }
    }

    private func suggestion(_ tag: SuggestedTag) {
        html.element(.li) {
            html.element(.span) {
                html.element(.span, .class("soft"), text: view.say("tag.\(tag.kind.rawValue)"))
                html.text(" ")
                html.text(view.tagName(tag.kind, tag.code))
            }
            html.element(.span, .class("origin")) {
                html.text(
                    view.say(
                        tag.isChosen ? "suggest.probable" : "suggest.possible",
                        ["share": .text(view.percent(tag.probability))]))
            }
            view.whySuggested(tag, language: language)
            guard let coordinator else { return }
            form(coordinator, tag.kind, tag.code, seen: tag.seen) {
                view.tagButton("confirm", isPlain: false)
                view.tagButton("reject")
            }
        }
    }

    private var language: LanguageTag {
        ([.english] + LanguageTag.official).first { record.texts[$0] != nil } ?? .english
    }

    /// A tag that neither a source nor the program gives.
    private func add() {
        guard let coordinator else { return }
        html.element(.details, .class("add-tag")) {
            html.element(.summary, text: view.say("suggest.add"))
            html.element(.form, .class("fields"), .method("post"), .action(address)) {
                view.hiddenField(Signed.tokenField, coordinator.session.csrf)
                view.select(
                    "kind", view.say("suggest.kind"),
                    [TagKind.theme, .person, .sdg, .action].map { ($0.rawValue, view.say("tag.\($0.rawValue)")) },
                    chosen: TagKind.theme.rawValue)
                view.textField("name", view.say("suggest.name"), "", hint: view.say("suggest.nameHint"), most: 200)
                html.element(.p) { view.tagButton("added") }
            }
        }
    }
}
