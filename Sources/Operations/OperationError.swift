/// Why a use case ended without its result. What a reader sees is made from these at the edge.
package enum OperationError: Error, Sendable, Equatable {
    /// Nothing has this id or code.
    case notFound
    /// A value is out of its bounds: the field's name, and what is allowed.
    case invalid(field: String, allowed: String)
    /// The store cannot answer at the moment.
    case unavailable(String)
    /// The store refused or broke; the text is for the log, not for readers.
    case failed(String)
}
