package import Domain
package import Programmes
import Reference

/// An organisation as programmes name it.
package struct NamedActor: Hashable, Sendable {
    /// What it is known by in addresses: its reference in small letters, or `~` and its folded name.
    package var key: String
    package var name: String
    package var reference: String
    /// A code of the list of organisation types; empty where nobody says it.
    package var kind: String

    /// As people read it.
    package var shown: String { name.isEmpty ? reference.isEmpty ? key : reference : name }
}

/// One programme under way as help that flows: who pays, who carries it out, for which States.
package struct Flow: Hashable, Sendable {
    package var programme: ProgrammeID
    package var givers: [NamedActor]
    package var workers: [NamedActor]
    package var states: [StateCode]
    package var themes: [String]
    package var modality: Modality?
}

/// The State a government's organisation belongs to, and how States of two stand to each other.
package struct Directions: Sendable {
    /// Groups of developing States that the reference facts have.
    package static let developing: Set<String> = ["ldc", "lldc", "sids"]
    /// Codes of the list of organisation types: government, local government, other public sector.
    private static let publicKinds: Set<String> = ["10", "11", "15"]

    let stateByPrefix: [String: StateCode]
    let groups: [StateCode: Set<String>]

    /// The State of a public body by the code of its country, with which registered references begin (`GB-GOV-1`). Nil where the
    /// reference does not begin so, or the body is of another kind: a name says nothing.
    package func state(of organisation: NamedActor) -> StateCode? {
        guard Self.publicKinds.contains(organisation.kind),
            let prefix = organisation.reference.split(separator: "-").first, organisation.reference.contains("-")
        else { return nil }
        return stateByPrefix[prefix.uppercased()]
    }

    /// Whether both are in groups of developing States; nil where one of them is in none: then nothing here says what it is.
    package func isSouthSouth(_ from: StateCode, _ to: StateCode) -> Bool? {
        let isKnown = [from, to].allSatisfy { !(groups[$0] ?? []).isDisjoint(with: Self.developing) }
        return isKnown ? true : nil
    }
}

extension Landscape {
    package var directions: Directions {
        var prefixes: [String: StateCode] = [:]
        for facts in reference.states { prefixes[facts.alpha2 ?? facts.code.rawValue] = facts.code }
        return Directions(
            stateByPrefix: prefixes,
            groups: Dictionary(
                reference.states.map { ($0.code, Set($0.groups)) }, uniquingKeysWith: { first, _ in first }))
    }
}
