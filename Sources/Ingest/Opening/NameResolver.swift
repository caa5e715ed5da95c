package import Domain

/// Turns the names that sources write into the record's codes. Readers ask once per distinct name and remember the answer.
package protocol NameResolver: Sendable {
    /// The State a name, alias, misspelling or ISO code stands for, in any of the six languages; nil for what is no State.
    func state(named name: String) -> StateCode?
    /// The codes of the themes that a label of any generation stands for; empty where it is not known.
    func theme(labelled label: String) -> [String]
    /// The codes of the groups of affected persons that a label of any generation stands for.
    func person(labelled label: String) -> [String]
    /// `16` or `16.3` for a label such as `16.3 - Promote ...`.
    func sdg(labelled label: String) -> String?
    /// The mechanism behind an acronym or a long name.
    func mechanism(named name: String) -> MechanismCode?
    /// The English name that stands for an identifier of UHRI's taxonomies, written as UHRI's bulk export writes it
    /// (`Peru`, `CRC`, `Recommendations`, `Supported`, `34`); nil where it is not known.
    func uhriName(of identifier: String) -> String?
}
