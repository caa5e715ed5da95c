package import Domain

/// Something that starts clocks: a review, concluding observations, a letter.
package struct ClockEvent: Hashable, Sendable {
    package var id: Int64
    /// What it was found from (`document/17`, `session/41`), or `own/<id>`.
    package var cause: String
    package var kind: ClockEventKind
    package var mechanism: MechanismCode?
    /// The session's number, where it has one.
    package var number: Int?
    package var title: String?
    package var day: CalendarDate
    /// The symbol of the document that tells of it.
    package var document: String?
    /// A person set its day: what the record says of it does not move it any more.
    package var isFixed: Bool
    package var version: Int

    package init(
        id: Int64 = 0, cause: String, kind: ClockEventKind, mechanism: MechanismCode? = nil, number: Int? = nil,
        title: String? = nil, day: CalendarDate, document: String? = nil, isFixed: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.cause = cause
        self.kind = kind
        self.mechanism = mechanism
        self.number = number
        self.title = title
        self.day = day
        self.document = document
        self.isFixed = isFixed
        self.version = version
    }
}
