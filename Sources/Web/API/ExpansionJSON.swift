import Domain
import Frame
import Markup
import Operations

extension JSONWriter {
    /// What was searched beside what was typed.
    func expansion(_ expansion: SearchExpansion, _ view: View) {
        object {
            member("kind", expansion.kind.rawValue)
            member("added", expansion.added)
            array("terms") {
                for term in expansion.terms { self.term(term, view) }
            }
        }
    }

    private func term(_ term: SearchExpansion.Term, _ view: View) {
        object {
            member("typed", term.typed)
            array("forms") {
                for form in term.forms {
                    object {
                        member("text", form.text)
                        member("language", form.language)
                    }
                }
            }
            array("tags") {
                for tag in term.tags {
                    object {
                        member("facet", tag.facet.rawValue)
                        member("value", tag.value)
                        member("name", view.valueName(tag.facet, tag.value))
                    }
                }
            }
        }
    }

    /// What the writer of the question may have meant.
    func suggestion(_ suggestion: SearchSuggestion) {
        object {
            member("query", suggestion.query)
            member("count", suggestion.count)
            array("words") {
                for word in suggestion.words {
                    object {
                        member("typed", word.typed)
                        member("suggested", word.suggested)
                    }
                }
            }
        }
    }
}
