package enum RecommendationKind: String, Sendable, CaseIterable {
    case recommendation, observation, pledge
}

/// What a State has said of a recommendation. Treaty-body recommendations have none.
package enum Position: String, Sendable, CaseIterable {
    case pending, supported, noted
}

/// The kind of action asked for, in UPR Info's five categories.
package enum ActionCategory: Int, Sendable, CaseIterable {
    /// Asks to seek help or share experience; little is asked of the State under review itself.
    case minimal = 1
    case continuing, considering, general, specific
}

/// One paragraph of a mechanism's document, with everything the record knows of it.
package struct Recommendation: Sendable {
    package var id: RecommendationID
    package var kind: RecommendationKind
    package var document: DocumentID
    package var paragraph: ParagraphNumber?
    /// Order in its document where no paragraph number is known.
    package var ordinal: Int
    package var texts: [LanguageTag: String]
    /// The States (or entities) it speaks to.
    package var states: [StateCode]
    /// For UPR recommendations: who made it.
    package var recommending: [StateCode]
    package var parts: [RecommendationPart]
    package var tags: [Tag]
    package var action: ActionCategory?
    /// The latest position, or nil where the mechanism knows none.
    package var position: Position?
    package var positions: [PositionEvent]
    package var cycle: Int?
    package var session: Int?
    package var published: CalendarDate?

    package init(
        id: RecommendationID, kind: RecommendationKind, document: DocumentID, paragraph: ParagraphNumber? = nil,
        ordinal: Int = 0, texts: [LanguageTag: String], states: [StateCode], recommending: [StateCode] = [],
        parts: [RecommendationPart] = [], tags: [Tag] = [], action: ActionCategory? = nil, position: Position? = nil,
        positions: [PositionEvent] = [], cycle: Int? = nil, session: Int? = nil, published: CalendarDate? = nil
    ) {
        self.id = id
        self.kind = kind
        self.document = document
        self.paragraph = paragraph
        self.ordinal = ordinal
        self.texts = texts
        self.states = states
        self.recommending = recommending
        self.parts = parts
        self.tags = tags
        self.action = action
        self.position = position
        self.positions = positions
        self.cycle = cycle
        self.session = session
        self.published = published
    }
}

extension Recommendation {
    /// The tags that count: without those a person disputes.
    package var effectiveTags: [Tag] { tags.filter { !$0.isDisputed } }

    /// The kind of action asked for: what a person decided, before what a source says.
    package var effectiveAction: ActionCategory? {
        let decided = tags.first { $0.kind == .action && $0.decision?.isInFavour == true }
        return decided.flatMap { Int($0.code) }.flatMap { ActionCategory(rawValue: $0) } ?? action
    }
}

/// A part one can point at: a lettered duty (`(b)`), or the wording of some of the recommending States.
package struct RecommendationPart: Hashable, Sendable {
    package enum Kind: String, Sendable { case letter, variant }

    package var id: PartID
    package var kind: Kind
    /// `b` of `21(b)`; for a variant its number in the paragraph, from 1.
    package var label: String
    package var texts: [LanguageTag: String]
    /// For a variant: the States whose wording it is.
    package var recommending: [StateCode]

    package init(id: PartID, kind: Kind, label: String, texts: [LanguageTag: String], recommending: [StateCode] = []) {
        self.id = id
        self.kind = kind
        self.label = label
        self.texts = texts
        self.recommending = recommending
    }
}
