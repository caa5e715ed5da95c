import Domain
import Frame
import Locales
import Markup
import Operations

/// What a question was searched for beside what was typed, and what its writer may have meant: shown, never done in silence, and
/// switched off by one link.
struct BesideView {
    let view: View
    let question: Question
    let answer: SearchPage

    /// Forms shown of one word, and tags.
    private static let shownMax = 5

    private var html: HTMLWriter { view.html }

    func write() {
        suggestions()
        if question.request.isExact {
            exactNote()
        } else {
            let expansions = answer.expansions.filter { $0.added > 0 }
            if !expansions.isEmpty { note(expansions) }
        }
    }

    private func suggestions() {
        guard !answer.suggestions.isEmpty else { return }
        html.element(.ul, .class("suggest"), .role("status")) {
            for suggestion in answer.suggestions {
                html.element(.li) {
                    view.link(
                        view.address("/search", question.asking(suggestion.query)),
                        view.say(
                            "suggest.didYouMean",
                            ["query": .text(suggestion.query), "count": .number(suggestion.count)]))
                }
            }
        }
    }

    private func exactNote() {
        html.element(.p, .class("also hint"), .role("status")) {
            html.text(view.say("beside.isExact"))
            html.text(" ")
            view.link(view.address("/search", question.widened), view.say("beside.widen"))
        }
    }

    private func note(_ expansions: [SearchExpansion]) {
        html.element(.div, .class("also"), .role("status")) {
            html.element(.p) { html.element(.strong, text: view.say("beside.title")) }
            html.element(.ul) {
                for expansion in expansions {
                    html.element(.li) {
                        for term in expansion.terms { self.term(term, expansion.kind) }
                        html.element(
                            .p,
                            text: view.say(
                                "beside.added.\(expansion.kind.rawValue)", ["count": .number(expansion.added)]))
                    }
                }
            }
            html.element(.p) { view.link(view.address("/search", question.exact), view.say("beside.exact")) }
        }
    }

    private func term(_ term: SearchExpansion.Term, _ kind: SearchExpansion.Kind) {
        // Records without a text in the reader's language are found by tags and other languages' words.
        let own = term.forms.filter {
            kind == .synonyms && ($0.language == nil || $0.language == question.request.language.rawValue)
        }
        html.element(.div, .class("term")) {
            html.element(.span, .dir("auto"), text: view.say("beside.term", ["typed": .text(term.typed)]))
            html.element(.ul) {
                for form in own.prefix(Self.shownMax) {
                    html.element(
                        .li, .lang(form.language ?? question.request.language.rawValue), .dir("auto"), text: form.text)
                }
                for tag in term.tags.prefix(Self.shownMax) {
                    html.element(.li) {
                        html.element(.span, .class("of"), text: view.facetName(tag.facet))
                        html.text(" ")
                        html.element(.span, .dir("auto"), text: view.valueName(tag.facet, tag.value))
                    }
                }
                let rest = term.forms.count - own.prefix(Self.shownMax).count
                if rest > 0 { html.element(.li, text: view.say("beside.more", ["count": .number(rest)])) }
            }
        }
    }
}
