package import Domain

/// Which published facts somebody asks for. Empty parts ask for nothing.
package struct FactFilter: Hashable, Sendable {
    package static let limitMax = 500
    /// Corrections of one fact that are followed.
    static let versionsMax = 100

    package var state: StateCode?
    package var kind: StateFactKind?
    /// Published on this day or later.
    package var since: CalendarDate?
    /// Published later than this instant.
    package var after: String?
    /// Published at this instant or before.
    package var until: String?

    package init(state: StateCode? = nil, kind: StateFactKind? = nil, since: CalendarDate? = nil) {
        self.state = state
        self.kind = kind
        self.since = since
    }
}
