package import Domain

/// Which published consultations somebody asks for. Empty parts ask for nothing.
package struct ConsultationFilter: Hashable, Sendable {
    package var state: StateCode?
    /// Published on this day or later.
    package var since: CalendarDate?
    /// Published later than this instant.
    package var after: String?
    /// Published at this instant or before.
    package var until: String?

    package init(state: StateCode? = nil, since: CalendarDate? = nil) {
        self.state = state
        self.since = since
    }
}
