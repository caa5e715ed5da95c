/// Who runs an installation, and so could see what passes through it. Declared by whoever installs it, and shown where people are asked
/// to trust it.
package struct Operator: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case government
        case nationalInstitution = "national-institution"
        case un
        case civilSociety = "civil-society"
    }

    package var kind: Kind
    /// As people read it.
    package var name: String
    /// Where an installation stands that is independent of government; nil where none is known.
    package var independentAddress: String?

    package init(kind: Kind, name: String, independentAddress: String? = nil) {
        self.kind = kind
        self.name = name
        self.independentAddress = independentAddress
    }
}
