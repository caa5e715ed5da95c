/// A dated statement of a State's position. Events are appended, never changed.
package struct PositionEvent: Hashable, Sendable {
    package var id: PositionEventID
    package var position: Position
    /// The part it speaks of; nil for the whole.
    package var part: PartID?
    /// When the State said so; nil where the source gives no date.
    package var date: CalendarDate?
    package var source: SourceCode
    /// The document that says so (`A/HRC/43/15/Add.1`, `A/HRC/43/15 - Para 121`), where the source names it.
    package var document: String?
    /// The State's own words.
    package var wording: String?
    package var reason: String?

    package init(
        id: PositionEventID, position: Position, part: PartID? = nil, date: CalendarDate? = nil, source: SourceCode,
        document: String? = nil, wording: String? = nil, reason: String? = nil
    ) {
        self.id = id
        self.position = position
        self.part = part
        self.date = date
        self.source = source
        self.document = document
        self.wording = wording
        self.reason = reason
    }
}
