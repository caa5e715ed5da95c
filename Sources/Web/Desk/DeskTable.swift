import Domain
import Frame
import Locales
import Markup
import Operations

/// Documents on the desk as rows: what each is, how far it is, what is left to decide.
struct DeskTable {
    let view: View
    let readings: [Reading]

    private var html: HTMLWriter { view.html }

    func write() {
        view.table(view.say("desk.readings"), style: "desk-table") {
            view.headRow([
                (view.say("desk.file"), false), (view.say("desk.status"), false), (view.say("desk.doubtful"), true),
                (view.say("desk.open"), true), (view.say("desk.accepted"), true), (view.say("desk.droppedCount"), true),
                (view.say("desk.receivedAt"), false),
            ])
            html.element(.tbody) { for reading in readings { row(reading) } }
        }
    }

    private func row(_ reading: Reading) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address("/desk/\(reading.id)")), .dir("auto"), text: view.readingName(reading))
                html.element(.p, .class("fine")) { view.readingFacts(reading) }
            }
            html.element(.td) {
                view.readingStatus(reading)
                let counts = reading.counts
                if reading.status == .done, counts.accepted + counts.dropped == 0 {
                    html.element(.p, .class("fine"), text: view.say("review.nothing.title"))
                }
                if reading.status == .failed, let failure = reading.failure {
                    html.element(.p, .class("fine"), text: view.failure(failure))
                }
            }
            count(reading, reading.counts.doubtful, .doubtful)
            count(reading, reading.counts.open, .open)
            count(reading, reading.counts.accepted, .accepted)
            count(reading, reading.counts.dropped, .dropped)
            html.element(.td, .class("when")) {
                if let date = CalendarDate(reading.received) {
                    html.element(.time, .datetime(reading.received), text: view.date(date))
                }
                html.element(.p, .class("fine")) { html.element(.bdi, text: reading.receivedBy) }
            }
        }
    }

    /// A number leads to what it counts; nothing read is no zero.
    private func count(_ reading: Reading, _ value: Int, _ show: ReviewQuestion.Show) {
        let isRead = reading.status == .open || reading.status == .done
        html.element(.td, .class(isRead ? "n" : "n none")) {
            guard isRead else { return html.text("–") }
            guard value > 0 else { return html.text(view.number(0)) }
            let question = ReviewQuestion(reading: reading.id).with { $0.show = show }
            view.link(question.address(view), view.number(value))
        }
    }
}

extension View {
    /// The symbol, the title or the file's name. What stands at the top of a document of no known kind is a guess at a title.
    func readingName(_ reading: Reading) -> String {
        let hasTitle = !reading.isRestricted && reading.facts?.kind != .paragraphs
        return reading.facts?.symbol?.printed ?? (hasTitle ? reading.facts?.title : nil) ?? reading.name
    }

    /// What it is: kind, State, file.
    func readingFacts(_ reading: Reading) {
        var words: [String] = []
        if let facts = reading.facts {
            words.append(say("documentKind.\(facts.kind.rawValue)"))
            if let state = facts.state { words.append(stateName(state)) }
        }
        if reading.isRestricted { words.append(say("desk.restricted")) }
        guard reading.name != readingName(reading) else { return html.text(words.joined(separator: " · ")) }
        for word in words { html.text(word + " · ") }
        html.element(.bdi, .class("file"), text: reading.name)
    }

    func readingStatus(_ reading: Reading) {
        html.element(.span, .class("status s-\(reading.status.rawValue)")) {
            html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                switch reading.status {
                case .waiting:
                    html.empty(.circle, .cx(7), .cy(7), .r(5), .strokeWidth(1.6), .custom("stroke-dasharray", "2 2"))
                case .reading: html.empty(.path, .d("M7 1.5a5.5 5.5 0 1 1-5.5 5.5"), .strokeWidth(2))
                case .open: html.empty(.circle, .cx(7), .cy(7), .r(5), .strokeWidth(2))
                case .failed: html.empty(.path, .d("M2.5 2.5l9 9M11.5 2.5l-9 9"), .strokeWidth(2.2))
                case .done: html.empty(.path, .d("M1.5 7.5l4 4 7-8.5"), .strokeWidth(2.2))
                }
            }
            write("readingStatus.\(reading.status.rawValue)")
        }
    }
}
