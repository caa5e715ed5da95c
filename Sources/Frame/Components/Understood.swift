package import Domain
import Locales
import Markup

extension View {
    /// How a question was understood where it was not taken as it stands; nothing where it was. `onlyExclusions` is the key of what to
    /// say of a question that only leaves out.
    package func understood(_ notes: [QueryNote], onlyExclusions: String) {
        guard !notes.isEmpty else { return }
        html.element(.div, .class("notice"), .role("status")) {
            html.element(.p) { html.element(.strong, text: say("understood.title")) }
            html.element(.ul) {
                for note in notes { html.element(.li, text: text(note, onlyExclusions)) }
            }
        }
    }

    private func text(_ note: QueryNote, _ onlyExclusions: String) -> String {
        switch note {
        case .unbalanced(let sign): say("understood.unbalanced", ["sign": .text(sign)])
        case .dangling(let operation): say("understood.dangling", ["operator": .text(operation)])
        case .unknownFacet(let name): say("understood.unknownFacet", ["name": .text(name)])
        case .limited(let limit): say("understood.limited.\(limit)")
        case .onlyExclusions: say(onlyExclusions)
        }
    }
}
