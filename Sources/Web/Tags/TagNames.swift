import Domain
import Frame
import Locales
import Markup
import Operations

extension View {
    /// A tag's name; a code that nobody knows stays as it is.
    func tagName(_ kind: TagKind, _ code: String) -> String {
        switch kind {
        case .theme: name(.theme, code)
        case .person: name(.person, code)
        case .sdg: valueName(code.contains(".") ? .target : .sdg, code)
        case .norm: code
        case .action: valueName(.action, code)
        }
    }

    func tagLink(_ kind: TagKind, _ code: String) {
        let name = tagName(kind, code)
        switch kind {
        case .theme: link(topicAddress(.theme, code), name)
        case .person: link(topicAddress(.person, code), name)
        case .sdg: link(topicAddress(code.contains(".") ? .target : .sdg, code), name)
        case .norm: html.text(name)
        case .action: link(searchAddress([(.action, code)]), name)
        }
    }

    /// A probability in whole percent; what is nearly sure is not written as sure.
    func percent(_ probability: Double) -> String {
        words.percent(max(1, min(999, Int((probability * 1_000).rounded()))), of: 1_000)
    }

    /// Who decided and when, and what the model thought then. Names are for those who work here.
    func decisionText(_ decision: TagDecision) -> String {
        let day = CalendarDate(decision.at).map { date($0) } ?? decision.at
        let name = session == nil ? say("tagOrigin.coordinator") : decision.by
        let text = say("tagOrigin.\(decision.verdict.rawValue)", ["name": .text(name), "date": .text(day)])
        guard let model = decision.model, let probability = decision.probability else { return text }
        return text + say("list.semicolon")
            + say("tagOrigin.model", ["model": .text(model), "share": .text(percent(probability))])
    }

    /// Why a model thinks so: the words that spoke for it.
    func whySuggested(_ tag: SuggestedTag, language: LanguageTag) {
        html.element(.details, .class("why")) {
            html.element(.summary, text: say("suggest.why"))
            html.element(.p) {
                if tag.words.isEmpty {
                    write("suggest.noWords")
                } else {
                    write("suggest.words") { _ in
                        html.element(
                            .bdi, .lang(language.rawValue), text: tag.words.joined(separator: say("list.comma")))
                    }
                }
            }
        }
    }

    /// What a decision needs to know of the tag it is on.
    func tagFields(_ kind: TagKind, _ code: String, seen: TagDecisionID?) {
        hiddenField("kind", kind.rawValue)
        hiddenField("code", code)
        if let seen { hiddenField("seen", seen.description) }
    }

    func tagButton(_ name: String, isPlain: Bool = true) {
        html.element(
            .button, .class(isPlain ? "button plain small" : "button small"), .type("submit"), .name("do"),
            .value(name), text: say("suggest.\(name)"))
    }

    func refusal(_ error: TagError) -> String? {
        switch error {
        case .stale: say("suggest.stale")
        case .invalid: say("suggest.unknown")
        default: nil
        }
    }
}

extension WebError {
    init(_ error: TagError) {
        self =
            switch error {
            case .notFound: .notFound
            case .forbidden: .forbidden
            case .stale: .invalid([.init(name: "seen", allowed: "the last decision")])
            case .invalid(let field, let allowed): .invalid([.init(name: field, allowed: allowed)])
            case .store(let reason): .failed(reason)
            }
    }
}
