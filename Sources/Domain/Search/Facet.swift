/// What results can be narrowed by. The raw value is the name in addresses, in the query language (`state:`) and on the command line.
public enum Facet: String, Sendable, CaseIterable, Hashable {
    /// ISO 3166-1 alpha-3 code, or `~` and the entity's own name.
    case state
    /// UN regional group: `africa asia-pacific eastern-europe latin-america western-europe`, or a demonstration group.
    case region
    /// Membership: `au oic ldc sids eu ...`.
    case group
    case mechanism
    /// The document's id as decimal text.
    case document
    /// The document's symbol in capitals without spaces: `A/HRC/43/15`.
    case symbol
    /// The paragraph's number as printed: `122.34`.
    case paragraph
    case year
    case cycle
    case session
    case position
    case recommending
    /// Regional groups of the recommending States.
    case recommendingRegion = "recommending-region"
    /// Memberships of the recommending States.
    case recommendingGroup = "recommending-group"
    case theme
    case person
    /// SDG goal `1` to `17`; a target counts for its goal.
    case sdg
    /// SDG target such as `16.3`.
    case target
    case action
    case kind
    case language
    case source

    /// Whether one record can have several values.
    public var isMultiple: Bool {
        switch self {
        case .document, .symbol, .paragraph, .year, .cycle, .session, .position, .mechanism, .action, .kind: false
        default: true
        }
    }
}
