package import Domain
import Reference

/// What a picture of the gap is about. Empty parts ask for nothing: an empty scope is the world.
package struct GapScope: Hashable, Sendable {
    package var state: StateCode?
    package var theme: String?
    /// A region or a group of States, by its code.
    package var group: String?
    /// A group of persons, by its code.
    package var person: String?

    package init(state: StateCode? = nil, theme: String? = nil, group: String? = nil, person: String? = nil) {
        self.state = state
        self.theme = theme
        self.group = group
        self.person = person
    }
}

/// Who looks at the gap. Every figure is made of rows this reader may see, and of nothing else: what is hidden changes none of them.
package enum GapReader: Hashable, Sendable {
    /// Anybody.
    case everybody
    /// A member of a workspace: what everybody sees, what partners see, and what the workspace keeps, as far as the member's right
    /// reaches.
    case member(Member)

    /// Of a mechanism's workspace, the State whose plan the reader sees.
    package var mechanismState: StateCode? {
        if case .member(let member) = self { member.workspace.mechanismState } else { nil }
    }
}

extension Landscape {
    /// Regions and groups that a State is in.
    package func groups(of state: StateCode) -> [String] {
        guard let facts = reference.facts(of: state) else { return [] }
        return facts.groups + (facts.region.map { [$0] } ?? [])
    }

    /// States of a region or group, by code.
    package func states(of group: String) -> [StateCode] {
        reference.states.filter { $0.region == group || $0.groups.contains(group) }.map(\.code).sorted()
    }

    /// `notFound` where the scope names something nobody knows.
    func check(_ scope: GapScope) throws(WorkspaceError) {
        if let state = scope.state, reference.facts(of: state) == nil { throw .notFound }
        if let theme = scope.theme, reference.name(ofTheme: theme, in: .english) == nil { throw .notFound }
        if let group = scope.group, reference.group(group) == nil { throw .notFound }
        if let person = scope.person, reference.name(ofPerson: person, in: .english) == nil {
            throw .notFound
        }
    }
}
