import Domain
import Locales
import Markup

/// One bar: what it is, how much, and where the records behind it are.
package struct Bar {
    package var label: String
    package var value: Int
    package var address: String?

    package init(label: String, value: Int, address: String? = nil) {
        self.label = label
        self.value = value
        self.address = address
    }
}

extension View {
    /// Horizontal bars from zero, longest first, with the number beside each. `max` lets several figures share a scale.
    package func bars(_ bars: [Bar], max scale: Int? = nil) {
        let longest = max(1, scale ?? bars.map(\.value).max() ?? 1)
        html.element(.ol, .class("bars")) {
            for bar in bars {
                html.element(.li) {
                    if let address = bar.address {
                        link(address, bar.label)
                    } else {
                        html.element(.span, text: bar.label)
                    }
                    barTrack("track", share: Double(bar.value) / Double(longest))
                    html.element(.span, .class("value"), text: number(bar.value))
                }
            }
        }
    }

    /// A bar that fills its share of the place it has.
    package func barTrack(_ name: String, share: Double) {
        html.element(
            .svg, .class(name), .viewBox(0, 0, 100, 10), .preserveAspectRatio("none"), .hidden
        ) {
            html.empty(.rect, .class("fill"), .width(min(100, max(share > 0 ? 0.6 : 0, share * 100))), .height(10))
        }
    }

    /// Rows behind a figure of bars.
    private static var tableRowsMax: Int { 25 }

    /// A figure of bars from facet counts: the `most` largest values, the 25 largest in the table.
    package func barFigure(
        title: String, caption: String, counts: [Bar], most: Int = 10, level: Int = 3, isByName: Bool = false,
        valueColumn: String, labelColumn: String,
        more: (address: String, text: String)? = nil
    ) {
        let largest = counts.sorted { ($1.value, $0.label) < ($0.value, $1.label) }
        let sorted = isByName ? counts.sorted { Collation.key($0.label) < Collation.key($1.label) } : largest
        let table = Figure.FigureTable(
            columns: [labelColumn, valueColumn],
            rows: sorted.prefix(Self.tableRowsMax).enumerated().map { place, bar in
                // The bars carry the links of the rows that are drawn; a page has to stay under 100 KB.
                (bar.label, place < most && !isByName ? nil : bar.address, [bar.value])
            })
        figure(Figure(title: title, caption: caption, level: level, table: table)) {
            let shown = largest.prefix(most)
            bars(isByName ? shown.sorted { Collation.key($0.label) < Collation.key($1.label) } : Array(shown))
            if let more { html.element(.p, .class("more")) { link(more.address, more.text) } }
        }
    }
}
