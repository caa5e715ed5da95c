import Cooperation
import Domain
import Insight
import Reference

/// Needs and help as matching reads them.
struct MatchProfiles {
    let reference: ReferenceFacts
    let evidence: MatchEvidence
    private let reader = ProfileReader()

    init(_ reference: ReferenceFacts, _ evidence: MatchEvidence = MatchEvidence()) {
        self.reference = reference
        self.evidence = evidence
    }

    /// Codes of the regional group and the memberships of a State.
    static func groups(of state: StateCode, _ reference: ReferenceFacts) -> [String] {
        guard let facts = reference.facts(of: state) else { return [] }
        return [facts.region].compactMap(\.self) + facts.groups
    }

    /// A State's need. `level` is who reads it now, which is nobody where no consent stands.
    func need(_ need: Need, level: PublicationLevel, named: [WorkspaceID]) -> NeedProfile {
        let text = [need.title, need.missing, need.asked, need.targetGroup].joined(separator: ". ")
        // The language it is written in is the one that is liked best.
        let languages = need.languages.sorted { left, right in
            (left == need.language ? 0 : 1, left) < (right == need.language ? 0 : 1, right)
        }
        return NeedProfile(
            id: need.id, workspace: need.workspace, state: need.state,
            groups: Self.groups(of: need.state, reference), themes: need.themes, goals: need.goals, kinds: need.kinds,
            languages: languages, window: DayWindow(need.from, need.until), money: need.cost,
            isDivisible: !need.isWhole, refused: need.refused, level: level, named: named,
            terms: reader.terms([need.language: text]))
    }

    /// As a partner reads it: what the State keeps to itself is not compared either, but for the conditions it refuses, which no
    /// list may pass over.
    func need(_ need: Need, for partner: WorkspaceID) -> NeedProfile {
        var shown = need.outside
        shown.refused = need.refused
        return self.need(shown, level: need.publication.level, named: [partner])
    }

    /// One that takes nothing more for now has no capacity left.
    func help(_ offer: Offer, of actor: CooperationActor?) -> HelpProfile {
        let served = evidence.served[offer.id] ?? 0
        let left = offer.capacityPerYear.map { max(0, $0 - served) }
        return HelpProfile(
            id: .offer(offer.id), workspace: offer.workspace, state: actor?.kind == .mechanism ? actor?.state : nil,
            eligible: offer.eligible, priority: offer.eligible, themes: offer.themes,
            takesAnyTheme: offer.themes.isEmpty && offer.goals.isEmpty, goals: offer.goals, kinds: offer.kinds,
            languages: offer.languages, window: DayWindow(offer.from, offer.until),
            capacityLeft: offer.status == .open ? left : 0, ceiling: offer.money, conditions: offer.conditions,
            evidence: evidence.workspaces[offer.workspace] ?? [],
            terms: reader.terms([offer.language: offer.title + ". " + offer.text]))
    }

    /// A call gives money where it does not say what it gives.
    func help(_ call: FundCall, of fund: Fund) -> HelpProfile {
        HelpProfile(
            id: .call(call.id), workspace: call.workspace, eligible: call.eligible, priority: call.eligible,
            themes: call.themes, takesAnyTheme: call.themes.isEmpty && call.goals.isEmpty, goals: call.goals,
            kinds: call.kinds.isEmpty ? [.funding] : call.kinds, languages: call.languages,
            closes: call.closes.flatMap { DayWindow(nil, $0).until }, ceiling: call.ceiling,
            conditions: call.conditions, evidence: evidence.workspaces[call.workspace] ?? [],
            terms: reader.terms([fund.language: [call.title, call.text, fund.name].joined(separator: ". ")]))
    }

    /// A State of which something is on record: what it moved is its themes, and nothing else. What it shares with another are
    /// their groups. Nil where nothing is on record.
    func peer(_ state: StateCode, workspace: WorkspaceID?) -> HelpProfile? {
        let known = (evidence.states[state] ?? []).filter { $0.theme != nil && $0.count > 0 }
        guard !known.isEmpty else { return nil }
        return HelpProfile(
            id: .peer(state), workspace: workspace, state: state,
            priority: Eligibility(groups: Self.groups(of: state, reference)),
            themes: Set(known.compactMap(\.theme)).sorted(), kinds: [.peerExchange], evidence: known)
    }

    func programme(_ programme: MatchProgramme) -> HelpProfile {
        HelpProfile(
            id: .programme(programme.id), workspace: programme.workspace,
            eligible: Eligibility(states: programme.states), themes: programme.themes, goals: programme.goals,
            window: DayWindow(programme.from, programme.until), terms: reader.terms(programme.titles))
    }
}
