package import Cooperation
package import Domain
package import Insight

/// Help for a need: what fits, what does not and why, and what people decided.
package struct NeedShortlist: Sendable {
    package struct Match: Sendable {
        package var score: MatchScore
        package var card: HelpCard
    }

    package struct Refusal: Sendable {
        package var obstacles: [MatchObstacle]
        package var card: HelpCard
    }

    package struct Decision: Sendable {
        package var rejection: MatchRejection
        /// Nil: it is there no more, or not for this reader.
        package var card: HelpCard?
    }

    package var need: Need
    /// Others read it: consent stands, and it is published.
    package var isPublished: Bool
    package var matches: [Match] = []
    /// Would fit best but for a hard condition.
    package var refusals: [Refusal] = []
    /// This workspace's own decisions, the latest first.
    package var decisions: [Decision] = []
    /// How many pieces of help stay away because the other side decided against the pair.
    package var keptAway = 0
    /// How much help was compared, by where it comes from. No entry: none is kept here, which says nothing of what there is.
    package var compared: [HelpSource: Int] = [:]
}

/// What somebody asks of a list.
package struct ShortlistQuestion: Sendable {
    /// Only help from there.
    package var sources: Set<HelpSource>
    /// 1...200.
    package var limit: Int

    package init(sources: Set<HelpSource> = Set(HelpSource.allCases), limit: Int = 10) {
        self.sources = sources
        self.limit = limit
    }
}

/// An offer or a call of the workspace's own.
package enum OwnHelp: Sendable, Hashable {
    case offer(Offer)
    case call(FundCall, Fund)

    package var id: HelpID {
        switch self {
        case .offer(let offer): .offer(offer.id)
        case .call(let call, _): .call(call.id)
        }
    }

    package var title: String {
        switch self {
        case .offer(let offer): offer.title
        case .call(let call, _): call.title
        }
    }

    package var language: LanguageTag {
        switch self {
        case .offer(let offer): offer.language
        case .call(_, let fund): fund.language
        }
    }

    /// Who reads it.
    package var level: PublicationLevel {
        switch self {
        case .offer(let offer): offer.level
        case .call(_, let fund): fund.level
        }
    }
}

/// Needs for an offer or a call.
package struct HelpShortlist: Sendable {
    package struct Match: Sendable {
        package var score: MatchScore
        /// As this partner may read it.
        package var need: Need
        package var actor: CooperationActor?
    }

    package struct Decision: Sendable {
        package var rejection: MatchRejection
        /// Nil: it is no longer shown to this partner.
        package var need: Need?
    }

    package var help: OwnHelp
    package var matches: [Match] = []
    package var decisions: [Decision] = []
    /// How many needs stay away because the other side decided against the pair.
    package var keptAway = 0
    /// How many needs of others this partner may read and that still ask for help.
    package var compared = 0
}

/// Everything of one workspace at a glance.
package struct MatchOverview: Sendable {
    package struct OwnNeed: Sendable {
        package var need: Need
        package var isPublished: Bool
        package var best: [NeedShortlist.Match]
    }

    /// The latest that still ask for help.
    package var needs: [OwnNeed] = []
    package var needsTotal = 0
    package var help: [HelpShortlist] = []
    package var helpTotal = 0
    package var compared: [HelpSource: Int] = [:]
}
