/// One version of a report: each change of its words makes one, and none is ever lost.
package struct ReportVersion: Hashable, Sendable {
    package enum Action: String, Sendable, CaseIterable {
        case draft, edit, insert, remove, move, split, merge, footnote, sources, refresh, restore, outline
    }

    package var report: ReportID
    /// From 1.
    package var number: Int
    package var outline: [ReportSection]
    /// Of all that counts: without annexes.
    package var words: Int
    package var action: Action
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
}
