import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// Divides an item in two: the reader marks where the second begins.
struct SplitForm {
    let view: View
    let signed: Signed
    let place: ReviewQuestion
    let item: ReadingItem

    /// Words shown on each side of a place.
    private static let contextMax = 70

    private var html: HTMLWriter { view.html }

    func write() {
        let split = TextSplit(item.current.text)
        guard !split.places.isEmpty else { return }
        html.element(.details) {
            html.element(.summary, text: view.say("split.title"))
            html.element(.form, .class("fields"), .method("post"), .action(place.address(view, action: "split"))) {
                view.hiddenField(Signed.tokenField, signed.session.csrf)
                view.hiddenField("version", String(item.version))
                html.element(.fieldset, .class("choices")) {
                    html.element(.legend, .class("label"), text: view.say("split.where"))
                    for (index, offset) in split.places.enumerated() { choice(offset, split, isFirst: index == 0) }
                }
                html.element(.p, .class("hint"), text: view.say("split.text"))
                html.element(.p) {
                    html.element(.button, .class("button plain"), .type("submit"), text: view.say("split.button"))
                }
            }
        }
    }

    private func choice(_ offset: Int, _ split: TextSplit, isFirst: Bool) {
        let index = split.text.index(split.text.startIndex, offsetBy: offset)
        let before = split.text[..<index].suffix(Self.contextMax)
        let after = split.text[index...].prefix(Self.contextMax)
        html.element(.div, .class("tickable")) {
            html.empty(
                .input, .type("radio"), .id("at-\(offset)"), .name("at"), .value(String(offset)), .checked(isFirst))
            html.element(.label, .for("at-\(offset)"), .dir("auto")) {
                html.element(.span, .class("soft"), text: (before.count < Self.contextMax ? "" : "…") + before)
                html.element(.strong, text: " | ")
                html.text(after + (after.count < Self.contextMax ? "" : "…"))
            }
        }
    }
}
