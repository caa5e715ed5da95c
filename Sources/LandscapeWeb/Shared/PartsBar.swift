import Frame
import Locales
import Markup

/// Parts of a whole as one bar, with a key that carries the numbers; each number leads to its rows. Nothing is drawn of nothing.
struct PartsBar {
    struct Part {
        /// Names the filling in the style sheet.
        var style: String
        var label: String
        var count: Int
        var address: String
    }

    let view: View
    let parts: [Part]

    private var total: Int { parts.reduce(0) { $0 + $1.count } }

    func write(title: String, caption: String, label: String, value: String) {
        let table = Figure.FigureTable(
            columns: [label, value],
            rows: parts.map { ($0.label, $0.count > 0 ? $0.address : nil, [$0.count]) })
        view.figure(
            Figure(title: title, caption: caption, isWide: true, table: table, source: view.say("gap.source"))
        ) {
            bar()
            key()
        }
    }

    private func bar() {
        view.html.element(
            .svg, .class("stack gap"), .viewBox(0, 0, 1_000, 24), .preserveAspectRatio("none"), .hidden
        ) {
            var x = 0.0
            for part in parts where part.count > 0 {
                let width = Double(part.count) / Double(max(1, total)) * 1_000
                view.html.empty(.rect, .class("g-\(part.style)"), .x(x), .width(max(2, width - 3)), .height(24))
                x += width
            }
        }
    }

    private func key() {
        view.html.element(.ul, .class("keys gap")) {
            for part in parts {
                view.html.element(.li) {
                    view.html.element(.svg, .viewBox(0, 0, 14, 14), .hidden) {
                        view.html.empty(.rect, .class("g-\(part.style)"), .width(14), .height(14), .rx(2))
                    }
                    view.html.element(.span) {
                        if part.count > 0 {
                            view.link(part.address, part.label)
                        } else {
                            view.html.text(part.label)
                        }
                    }
                    view.html.element(.span, .class("value")) {
                        view.write(
                            "share.of",
                            [
                                "count": .number(part.count),
                                "share": .text(view.words.percent(part.count, of: total)),
                            ])
                    }
                }
            }
        }
    }
}
