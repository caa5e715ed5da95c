/// Why the facts could not be loaded. Names the file and, where there is one, the field.
package enum ReferenceError: Error, Equatable, CustomStringConvertible {
    /// The file is missing or cannot be read.
    case unreadable(file: String)
    /// The file is no JSON, or a field is missing or of the wrong kind.
    case malformed(file: String, field: String)
    /// Two facts claim the same code, name or place.
    case duplicate(file: String, field: String, value: String)
    /// A fact refers to something that no file defines.
    case unknown(file: String, field: String, value: String)

    package var description: String {
        switch self {
        case .unreadable(let file): "\(file) cannot be read"
        case .malformed(let file, let field): "\(file): \(field) is missing or malformed"
        case .duplicate(let file, let field, let value): "\(file): \(field) \(value) occurs twice"
        case .unknown(let file, let field, let value): "\(file): \(field) \(value) is not defined"
        }
    }
}
