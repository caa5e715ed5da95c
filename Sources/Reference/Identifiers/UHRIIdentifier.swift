/// What an identifier of the UHRI interface stands for. Only what could be inferred with certainty is listed.
package struct UHRIIdentifier: Sendable, Equatable {
    package enum Kind: String, Sendable, Decodable {
        case annotationType, position, cycle, session, mechanism, state, region, sdg, theme, person
    }

    package let kind: Kind
    /// A code of the file that the kind belongs to: `PAK`, `16.3`, `supported`, `3`.
    package let code: String

    package init(kind: Kind, code: String) {
        self.kind = kind
        self.code = code
    }
}

/// One line of `uhri-identifiers.json`.
struct UHRIIdentifierFact: Decodable {
    let id: String
    let kind: UHRIIdentifier.Kind
    let code: String
}
