import Domain
import Frame
import Locales
import Markup
import Operations

/// What others say of the record: what a committee marked, where sources disagree. How far it is carried out, rooms further up say, as
/// asides.
struct SayingsOfRecord {
    let view: View
    let page: RecommendationPage

    private var html: HTMLWriter { view.html }
    private var record: Recommendation { page.recommendation }

    func write() {
        if !page.followUps.isEmpty { marks() }
        if !page.disagreements.isEmpty { disagreements() }
    }

    private func marks() {
        view.section("marks", view.say("record.marks")) {
            html.element(.ul, .class("tags")) {
                for mark in page.followUps {
                    if mark.isForFollowUp || mark.due != nil { self.mark(mark, "mark.followUp", mark.due) }
                    if mark.isPriority { self.mark(mark, "mark.priority", nil) }
                }
            }
        }
    }

    private func mark(_ mark: FollowUpMark, _ key: String, _ due: CalendarDate?) {
        html.element(.li) {
            html.element(.span) {
                view.write(key)
                if due != nil || key == "mark.followUp", !mark.duties.isEmpty {
                    html.text(" " + mark.duties.map { "(\($0))" }.joined(separator: " "))
                }
                if let due {
                    html.text(" · " + view.say("mark.due") + " ")
                    html.element(.time, .datetime(due.description), text: view.date(due))
                    if let words = mark.computedFrom {
                        html.text(" ")
                        view.write("mark.computed", ["words": .text(words)])
                    }
                }
            }
            html.element(.span, .class("origin")) { origin(mark.document, mark.source) }
        }
    }

    /// "Said in A/HRC/43/15/Add.1, according to ..."
    private func origin(_ document: String?, _ source: SourceCode) {
        let name = view.valueName(.source, source.rawValue)
        if let document {
            view.write("record.saidIn", ["document": .text(document), "source": .text(name)])
        } else {
            view.write("record.tagOrigin", ["source": .text(name)])
        }
    }

    private func disagreements() {
        let title = view.say("record.disagreements")
        view.section("disagreements", title, view.say("record.disagreementsText")) {
            view.table(title) {
                view.headRow([
                    (view.say("disagreement.about"), false), (view.say("disagreement.recorded"), false),
                    (view.say("disagreement.other"), false),
                ])
                html.element(.tbody) {
                    for item in page.disagreements {
                        html.element(.tr) {
                            html.element(
                                .th, .scope("row"), text: view.say("disagreement.\(item.field.rawValue)"))
                            html.element(.td) { says(item.field, item.recorded, item.recordedSource) }
                            html.element(.td) { says(item.field, item.other, item.otherSource) }
                        }
                    }
                }
            }
        }
    }

    private func says(_ field: Disagreement.Field, _ value: String?, _ source: SourceCode) {
        let text =
            value.map { value in
                switch field {
                case .stateMissing, .stateExtra: view.stateName(StateCode(value))
                case .position: view.valueName(.position, value)
                case .positionDocument: value
                }
            } ?? view.say("disagreement.nothing")
        view.write("disagreement.says", ["source": .text(view.valueName(.source, source.rawValue))]) { _ in
            html.element(.bdi, text: text)
        }
    }
}
