import Domain
import Frame
import Locales
import Markup
import People
import Plans

extension View {
    /// Where something stands on its way, in words.
    func clearanceMark(_ clearance: Clearance) {
        html.element(
            .span, .class("stand stand-\(clearance.step.rawValue)"), text: say("clearance.\(clearance.step.rawValue)"))
    }

    /// The last step with who, when and why, and the steps this member may take.
    func clearancePart(
        _ clearance: Clearance, _ steps: [ClearanceStep], path: String, version: Int, needed: ClearanceStep,
        extra: () -> Void = {}
    ) {
        section("clearance", say("clearance.title")) {
            html.element(.p) {
                clearanceMark(clearance)
                if let by = clearance.by, let at = clearance.at {
                    html.text(" ")
                    write("clearance.by", ["when": .text(moment(at))]) { _ in html.element(.bdi, text: by) }
                }
            }
            if let note = clearance.note { html.element(.p, .class("words"), .dir("auto"), text: note) }
            html.element(
                .p, .class("hint"),
                text: clearance.counts(needed) ? say("clearance.counts") : say("clearance.countsNot.\(needed.rawValue)")
            )
            guard !steps.isEmpty else { return }
            reportingForm(path, version: version) {
                textArea("note", say("clearance.note"), "", language: words.tag, rows: 2)
                extra()
                html.element(.p, .class("actions")) {
                    for (index, step) in steps.enumerated() {
                        submitButton(
                            say("clearance.take.\(step.rawValue)"), name: "step", value: step.rawValue,
                            isPlain: index > 0)
                    }
                }
            }
        }
    }
}
