/// Something the query parser wants the reader to know about how it understood the question.
public enum QueryNote: Sendable, Hashable {
    /// A quotation mark or parenthesis had no partner and was ignored.
    case unbalanced(String)
    /// An operator stood without a word to work on (`OR` at an end, a lone `-`) and was ignored.
    case dangling(String)
    /// `name:value` whose name is no facet: searched as words.
    case unknownFacet(String)
    /// What stood beyond a limit (`characters`, `terms`, `nesting`, `prefix`) was left out.
    case limited(String)
    /// A query of exclusions alone was answered from all records.
    case onlyExclusions
}
