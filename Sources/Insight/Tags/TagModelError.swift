/// Why a file is no model that can be used.
package enum TagModelError: Error, Equatable, Sendable {
    /// Not a model, or cut short.
    case malformed
    /// Written by a program of another version.
    case otherFormat(version: Int)
    /// A byte is not what was written.
    case damaged
}
