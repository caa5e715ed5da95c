package import Domain

/// When in the life of a cooperation it is screened.
package enum MomentKind: String, Hashable, Sendable, CaseIterable {
    case start
    case midTerm = "mid-term"
    case end, further

    /// In the order of time; further ones stand by their day.
    package static let single: [MomentKind] = [.start, .midTerm, .end]
}

/// A time at which all sides answer. It keeps the questions it was begun with.
package struct ScreeningMoment: Hashable, Sendable {
    package var id: MomentID
    package var screening: ScreeningID
    /// Whoever set it, and alone may move it.
    package var workspace: WorkspaceID
    package var kind: MomentKind
    package var day: CalendarDate
    package var edition: String
    /// What this time is about, for further ones above all.
    package var note: String
    package var version: Int

    package var subject: Subject { Subject(.screeningMoment, id.value) }
}

package typealias MomentID = ID<ScreeningMoment>
