/// Something to know about one activity of a file: kept or left out, and where.
package struct ActivityNote: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The activity does not come in.
        case refusal
        /// It comes in; this is what was found.
        case warning
    }

    package var kind: Kind
    /// Line in the file, from 1.
    package var line: Int
    /// `budget/value`, as a path below the activity.
    package var element: String
    package var reason: String

    package init(_ kind: Kind, line: Int, element: String, _ reason: String) {
        self.kind = kind
        self.line = line
        self.element = element
        self.reason = reason
    }
}
