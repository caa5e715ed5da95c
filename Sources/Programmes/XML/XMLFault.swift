/// Why a data file cannot be read on.
package enum XMLFault: Error, Hashable, Sendable {
    case unreadable(String)
    /// The parser's own reason.
    case malformed(line: Int, reason: String)
    /// A document type, and with it entities, is never taken: a file could make the reader grow without end or fetch something.
    case documentType(line: Int)
    /// A limit that protects the reader.
    case limit(Limit, most: Int, line: Int)
    /// Not the root of a file of aid data.
    case foreign(root: String)
    case version(String)

    package enum Limit: String, Hashable, Sendable { case depth, attributes, text, elements }

    /// In plain English for operators.
    package var sentence: String {
        switch self {
        case .unreadable(let reason): "The file cannot be read: \(reason)."
        case .malformed(let line, let reason): "Line \(line): \(reason)."
        case .documentType(let line):
            "Line \(line): it declares a document type (DTD). Files of aid data have none; take the declaration out."
        case .limit(let limit, let most, let line):
            switch limit {
            case .depth: "Line \(line): nested deeper than \(most) levels."
            case .attributes: "Line \(line): more than \(most >> 10) KiB of attributes in one element."
            case .text: "Line \(line): more than \(most >> 20) MiB in one activity."
            case .elements: "Line \(line): more than \(most) elements in one activity."
            }
        case .foreign(let root): "The file begins with <\(root)>, not with <iati-activities>."
        case .version(let version):
            "Version \(version.isEmpty ? "is missing and the form does not tell it" : version + " is not one we read"): "
                + "1.01 to 1.05 and 2.01 to 2.03 are."
        }
    }
}
