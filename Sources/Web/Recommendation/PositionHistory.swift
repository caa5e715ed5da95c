import Domain
import Frame
import Locales
import Markup

/// What the State said, in the order of time, each statement with the document that holds it.
struct PositionHistory {
    let view: View
    let record: Recommendation

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("positions", view.say("record.positions"), view.say("record.positionsText")) {
            html.element(.ol, .class("timeline")) {
                for event in events { self.event(event) }
            }
        }
    }

    /// Undated statements come first: they are at least as old as the document.
    private var events: [PositionEvent] {
        record.positions.sorted { ($0.date?.number ?? 0, $0.id) < ($1.date?.number ?? 0, $1.id) }
    }

    private func event(_ event: PositionEvent) {
        html.element(.li) {
            html.element(.span, .class("dot")) { view.positionMark(event.position) }
            html.element(.p) {
                html.element(.strong, text: view.say("position.\(event.position.rawValue)"))
                if let part = record.parts.first(where: { $0.id == event.part }) {
                    html.text(" ")
                    view.write("record.ofPart", ["part": .text(part.label)])
                }
            }
            html.element(.p, .class("when")) {
                if let date = event.date {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                } else {
                    view.write("record.noDate")
                }
            }
            if let wording = event.wording { html.element(.blockquote, .class("said"), .dir("auto"), text: wording) }
            if let reason = event.reason {
                html.element(.p, .class("when"), text: view.say("item.reason"))
                html.element(.blockquote, .class("said"), .dir("auto"), text: reason)
            }
            html.element(.p, .class("fine")) {
                let source = view.valueName(.source, event.source.rawValue)
                if let document = event.document {
                    view.write("record.saidIn", ["document": .text(document), "source": .text(source)])
                } else {
                    view.write("record.tagOrigin", ["source": .text(source)])
                }
            }
        }
    }
}
