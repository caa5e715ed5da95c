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
    /// There are more needs or offers than are compared.
    package var isCut: Bool

    package static let pairsMax = 30
    /// The latest that are compared.
    package static let needsMax = 5_000
    package static let offersMax = 10_000
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

/// A need and an offer that an introduction is about.
struct IntroducedPair: Hashable {
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

struct FittingOffer {
    var id: OfferID
    var workspace: WorkspaceID
    var actorState: String
    var actor: String
    var title: String
    var language: LanguageTag
    var kinds: Set<String> = []
    var themes: Set<String> = []
    var states: Set<String> = []
    var groups: Set<String> = []

    /// The offer takes the need's State, gives a kind of help that is asked for, and is on one of its themes or on any. It is not the
    /// State's own.
    func fits(_ need: FittingNeed) -> Bool {
        workspace != need.workspace && actorState != need.state.rawValue
            && (states.isEmpty && groups.isEmpty || states.contains(need.state.rawValue)
                || !groups.isDisjoint(with: need.groups))
            && (kinds.isEmpty || !kinds.isDisjoint(with: need.kinds))
            && (themes.isEmpty || !themes.isDisjoint(with: need.themes))
    }
}

extension Potential {
    /// `own`: the reader's workspace, or none.
    /// `introduced`: pairs the reader's own workspace was introduced by already; they are not proposed again.
    init(
        needs: [FittingNeed], offers: [FittingOffer], own: WorkspaceID?, introduced: Set<IntroducedPair> = []
    ) {
        var byTheme: [String: [Int]] = [:]
        for (place, offer) in offers.enumerated() {
            for theme in offer.themes.isEmpty ? [""] : offer.themes { byTheme[theme, default: []].append(place) }
        }
        var used: Set<Int> = []
        var unmet: [NeedID] = []
        var best: [PotentialPair] = []
        var count = 0
        for need in needs {
            let near = Set((need.themes.sorted() + [""]).flatMap { byTheme[$0] ?? [] })
            let fitting = near.filter { offers[$0].fits(need) }
            if fitting.isEmpty { unmet.append(need.id) }
            used.formUnion(fitting)
            let fresh = fitting.filter {
                !introduced.contains(IntroducedPair(need: need.id, offer: offers[$0].id))
            }
            count += fresh.count
            let pairs = fresh.map { Self.pair(need, offers[$0], own) }
            best = Array((best + pairs).sorted(by: Self.isBefore).prefix(Self.pairsMax))
        }
        self.init(
            unmet: unmet, unused: offers.indices.filter { !used.contains($0) }.map { offers[$0].id }, pairs: best,
            pairCount: count, isCut: needs.count >= Self.needsMax || offers.count >= Self.offersMax)
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

    private static func isBefore(_ one: PotentialPair, _ other: PotentialPair) -> Bool {
        (other.themes.count, other.kinds.count, other.need, other.offer)
            < (one.themes.count, one.kinds.count, one.need, one.offer)
    }
}
