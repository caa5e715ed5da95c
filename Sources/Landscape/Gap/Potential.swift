package import Domain

/// Needs and offers of a scope side by side: which meet, and which meet nothing.
package struct Potential: Sendable {
    /// Needs that no open offer fits, the latest first.
    package var unmet: [NeedID]
    /// Offers that fit no need, the latest first.
    package var unused: [OfferID]
    /// Those that fit each other, most in common first, at most `pairsMax`.
    package var pairs: [PotentialPair]
    /// All of them.
    package var pairCount: Int
    /// There are more needs than are compared.
    package var isCut: Bool

    package static let pairsMax = 30
    /// The latest that are compared.
    package static let needsMax = 5_000
}

/// A need and an offer that fit, by what both publish.
package struct PotentialPair: Hashable, Sendable {
    package var need: NeedID
    package var offer: OfferID
    package var state: StateCode
    package var needTitle: String
    package var needLanguage: LanguageTag
    package var isOwnNeed: Bool
    package var offerTitle: String
    package var offerLanguage: LanguageTag
    package var isOwnOffer: Bool
    package var actor: String
    /// In common; no themes where the offer is for any.
    package var themes: [String]
    package var kinds: [HelpKind]
}

/// A need and an offer that an introduction is about, or that somebody decided against.
struct KnownPair: Hashable {
    var need: NeedID
    var offer: OfferID
}

/// What fitting looks at.
struct FittingNeed {
    var id: NeedID
    var workspace: WorkspaceID
    var state: StateCode
    var title: String
    var language: LanguageTag
    var kinds: Set<String> = []
    var themes: Set<String> = []
    /// Groups its State is in.
    var groups: Set<String> = []
}

struct FittingOffer: Sendable {
    var id: OfferID
    var workspace: WorkspaceID
    var actorState: String
    var actor: String
    var title: String
    var language: LanguageTag
    /// `YYYY-MM-DD`: the last day it is open; nil: no last day.
    var ends: String?
    var kinds: Set<String> = []
    var themes: Set<String> = []
    var states: Set<String> = []
    var groups: Set<String> = []

    /// Whether it takes one of these States, or one of these groups they are in.
    func takesAny(of states: Set<String>, _ groups: Set<String>) -> Bool {
        self.states.isEmpty && self.groups.isEmpty || !self.states.isDisjoint(with: states)
            || !self.groups.isDisjoint(with: groups)
    }

    /// The offer takes the need's State, gives a kind of help that is asked for, and is on one of its themes or on any. It is not the
    /// State's own.
    func fits(_ need: FittingNeed) -> Bool {
        workspace != need.workspace && actorState != need.state.rawValue
            && (kinds.isEmpty || !kinds.isDisjoint(with: need.kinds))
            && (themes.isEmpty || !themes.isDisjoint(with: need.themes))
            && takesAny(of: [need.state.rawValue], need.groups)
    }
}

extension Potential {
    /// `own`: the reader's workspace, or none.
    /// `known`: pairs the reader's own workspace was introduced by already, or that either of their sides decided against; they are not
    /// proposed again.
    init(
        needs: [FittingNeed], offers: [FittingOffer], own: WorkspaceID?, known: Set<KnownPair> = []
    ) {
        let masks = offers.map { Self.mask($0.kinds) }
        var byTheme: [String: [Int]] = [:]
        for (place, offer) in offers.enumerated() {
            for theme in offer.themes.isEmpty ? [""] : offer.themes { byTheme[theme, default: []].append(place) }
        }
        var used = [Bool](repeating: false, count: offers.count)
        // The need that last looked at an offer: one with several of its themes is looked at once.
        var seen = [Int](repeating: -1, count: offers.count)
        var unmet: [NeedID] = []
        var best: [Candidate] = []
        var count = 0
        for (number, need) in needs.enumerated() {
            let asked = Self.mask(need.kinds)
            var isMet = false
            for theme in need.themes.sorted() + [""] {
                for place in byTheme[theme] ?? [] where seen[place] != number {
                    seen[place] = number
                    guard masks[place] == 0 || masks[place] & asked != 0, offers[place].fits(need) else { continue }
                    (isMet, used[place]) = (true, true)
                    if known.contains(KnownPair(need: need.id, offer: offers[place].id)) { continue }
                    count += 1
                    best.append(
                        Candidate(
                            themes: need.themes.intersection(offers[place].themes).count,
                            kinds: (masks[place] & asked).nonzeroBitCount, need: number, offer: place))
                    if best.count >= Self.pairsMax * 10 { best = Self.strongest(best) }
                }
            }
            if !isMet { unmet.append(need.id) }
        }
        self.init(
            unmet: unmet, unused: offers.indices.filter { !used[$0] }.map { offers[$0].id },
            pairs: Self.strongest(best).map { Self.pair(needs[$0.need], offers[$0.offer], own) }, pairCount: count,
            isCut: needs.count >= Self.needsMax)
    }

    /// A pair by its places, before anything is written of it.
    private struct Candidate {
        var themes: Int
        var kinds: Int
        var need: Int
        var offer: Int
    }

    /// Most in common first, the latest need and offer first among equals.
    private static func strongest(_ pairs: [Candidate]) -> [Candidate] {
        let sorted = pairs.sorted {
            ($1.themes, $1.kinds, $0.need, $0.offer) < ($0.themes, $0.kinds, $1.need, $1.offer)
        }
        return Array(sorted.prefix(pairsMax))
    }

    private static func mask(_ kinds: Set<String>) -> UInt64 {
        var mask: UInt64 = 0
        for (place, kind) in HelpKind.allCases.enumerated() where kinds.contains(kind.rawValue) { mask |= 1 << place }
        return mask
    }

    private static func pair(_ need: FittingNeed, _ offer: FittingOffer, _ own: WorkspaceID?) -> PotentialPair {
        PotentialPair(
            need: need.id, offer: offer.id, state: need.state, needTitle: need.title, needLanguage: need.language,
            isOwnNeed: need.workspace == own, offerTitle: offer.title, offerLanguage: offer.language,
            isOwnOffer: offer.workspace == own, actor: offer.actor,
            themes: need.themes.intersection(offer.themes).sorted(),
            kinds: HelpKind.allCases.filter {
                need.kinds.contains($0.rawValue) && offer.kinds.contains($0.rawValue)
            })
    }
}
