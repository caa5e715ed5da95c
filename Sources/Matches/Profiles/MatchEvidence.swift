import Domain
import Insight

/// What is on record of States and of whoever helps, counted. Where there is nothing, there is no entry.
struct MatchEvidence: Equatable {
    /// What others than the State itself found carried out there, and practices that say they were there; each with its theme.
    var states: [StateCode: [HelpEvidence]] = [:]
    /// Practices that were written up, and agreements carried out to the end, by the workspace they are of.
    var workspaces: [WorkspaceID: [HelpEvidence]] = [:]
    /// How many agreements made this year come from an offer.
    var served: [OfferID: Int] = [:]

    /// States of which both say something else.
    func statesChanged(from old: MatchEvidence) -> Set<StateCode> {
        Set(states.keys).union(old.states.keys).filter { states[$0] != old.states[$0] }
    }

    /// Workspaces of which both say something else.
    func workspacesChanged(from old: MatchEvidence) -> Set<WorkspaceID> {
        Set(workspaces.keys).union(old.workspaces.keys).filter { workspaces[$0] != old.workspaces[$0] }
    }

    /// Offers that have another number of agreements.
    func offersChanged(from old: MatchEvidence) -> Set<OfferID> {
        Set(served.keys).union(old.served.keys).filter { served[$0] != old.served[$0] }
    }
}

/// Counts how often the same was seen.
struct EvidenceTally<Owner: Hashable & Sendable>: Sendable {
    private struct Key: Hashable, Sendable {
        var owner: Owner
        var kind: HelpEvidence.Kind
        var theme: String?
    }

    private var counts: [Key: Int] = [:]

    mutating func add(_ owner: Owner, _ kind: HelpEvidence.Kind, theme: String?, _ count: Int = 1) {
        counts[Key(owner: owner, kind: kind, theme: theme), default: 0] += count
    }

    /// By kind, then by theme.
    var result: [Owner: [HelpEvidence]] {
        var found: [Owner: [HelpEvidence]] = [:]
        let order = counts.sorted {
            ($0.key.kind.rawValue, $0.key.theme ?? "") < ($1.key.kind.rawValue, $1.key.theme ?? "")
        }
        for (key, count) in order {
            found[key.owner, default: []].append(HelpEvidence(key.kind, theme: key.theme, count: count))
        }
        return found
    }
}
