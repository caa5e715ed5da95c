import Domain
import Store

extension Batch {
    /// What a draft was found to be: a recommendation of another source, perhaps several that are its variants.
    struct Target {
        var recommendation: RecommendationID
        var part: PartID?
        var score: Double
    }

    /// For each new draft that another source speaks of: whom it meets, the best first.
    func matches(of new: [Int], _ drafts: [RecommendationDraft]) throws -> [Int: [Target]] {
        var found = try paragraphMatches(of: new, drafts)
        try reviewMatches(of: new.filter { found[$0] == nil }, drafts, into: &found)
        return found
    }

    /// The same document and paragraph number in another source. A number alone is no proof (reports misnumber): where both
    /// have the text in one language it must be somewhat alike.
    private func paragraphMatches(of new: [Int], _ drafts: [RecommendationDraft]) throws -> [Int: [Target]] {
        var wanted: [DocumentID: [String: [Int]]] = [:]
        for place in new {
            guard let paragraph = drafts[place].paragraph, let document = document(drafts[place].document),
                context.foreignDocuments.contains(document)
            else { continue }
            wanted[document, default: [:]][paragraph.sortKey, default: []].append(place)
        }
        guard !wanted.isEmpty else { return [:] }
        var places: [RecommendationID: [Int]] = [:]
        for (document, paragraphs) in wanted {
            try connection.query(
                """
                SELECT r.id, r.paragraph_key FROM recommendation r WHERE r.document_id = $1 AND r.merged_into IS NULL
                AND ($3 = 1 OR NOT EXISTS (
                    SELECT 1 FROM source_row s WHERE s.recommendation_id = r.id AND s.source_id = $2))
                """, [.int(document.value), .int(context.sourceID), .flag(context.source.isDocument)]
            ) { row in
                if let drafts = paragraphs[try row.text(1)] { places[RecommendationID(try row.int(0))] = drafts }
            }
        }
        if context.source.isDocument { try dropTaken(&places, drafts) }
        var found: [Int: [Target]] = [:]
        for record in try RecordLoader(connection).load(places.keys.sorted()) {
            let id = record.recommendation.id
            let isOwn = record.sources.contains(context.source)
            let scored = (places[id] ?? []).compactMap { place -> (place: Int, score: Double)? in
                guard found[place] == nil else { return nil }
                // A paragraph of one document is the same in every language, whatever its words were taken for.
                guard isOwn || drafts[place].kind == record.recommendation.kind else { return nil }
                guard let score = Self.likeness(drafts[place].texts, record.recommendation.texts) else {
                    let isSame = Set(drafts[place].recommending) == Set(record.recommendation.recommending)
                    return (place, isSame ? 0.6 : 0.5)
                }
                return score >= Self.paragraphLikeness ? (place, score) : nil
            }
            guard let best = scored.max(by: { ($0.score, $1.place) < ($1.score, $0.place) }) else { continue }
            found[best.place] = [Target(recommendation: id, part: nil, score: best.score)]
        }
        return found
    }

    private static let paragraphLikeness = 0.3

    /// A recommendation that a row of this document has in the same language is taken: language versions join, others do not.
    private func dropTaken(_ places: inout [RecommendationID: [Int]], _ drafts: [RecommendationDraft]) throws {
        var rest = places.keys.map { SQLValue.int($0.value) }[...]
        while !rest.isEmpty {
            let set = Array(rest.prefix(SQLSet.sizeMax))
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT recommendation_id, external_key FROM source_row WHERE source_id = $1 AND recommendation_id IN ({set})",
                [.int(context.sourceID)], set: set
            ) { row in
                let language = Self.language(ofKey: try row.text(1))
                places[RecommendationID(try row.int(0))]?.removeAll { place in
                    language == nil || drafts[place].externalKey.flatMap { Self.language(ofKey: $0) } == language
                }
            }
        }
    }

    /// `en` of `A/HRC/43/15#121.1@en`, of `...@en~2` as well.
    private static func language(ofKey key: String) -> String? {
        guard let place = key.lastIndex(of: "@") else { return nil }
        return String(key[key.index(after: place)...].prefix { $0 != "~" })
    }

    /// Nil where the two have no language in common.
    static func likeness(_ left: [LanguageTag: String], _ right: [LanguageTag: String]) -> Double? {
        left.compactMap { language, text -> Double? in
            right[language].map { other in
                let (one, two) = (TextLikeness(text), TextLikeness(other))
                return max(one.dice(two), 0.9 * max(one.containment(in: two), two.containment(in: one)))
            }
        }.max()
    }

    private func reviewMatches(
        of new: [Int], _ drafts: [RecommendationDraft], into found: inout [Int: [Target]]
    ) throws {
        var byReview: [String: [Int]] = [:]
        for place in new {
            if let review = drafts[place].review, context.foreignReviews.contains(review) {
                byReview[review, default: []].append(place)
            }
        }
        for (review, places) in byReview {
            for kind in RecommendationKind.allCases {
                let ofKind = places.filter { drafts[$0].kind == kind }
                guard !ofKind.isEmpty else { continue }
                let records = try candidates(review, kind)
                match(ofKind, drafts, records, into: &found)
            }
        }
    }

    /// The review's recommendations. Those that already have a row of this source stay, for rows that stand for one State each.
    private func candidates(_ review: String, _ kind: RecommendationKind) throws -> [Met] {
        let ids = try connection.all(
            "SELECT id FROM recommendation WHERE review = $1 AND kind = $2 AND merged_into IS NULL ORDER BY id",
            [.text(review), .text(kind.rawValue)]
        ) { RecommendationID(try $0.int(0)) }
        let records = try RecordLoader(connection).load(ids).filter { $0.sources.contains { $0 != context.source } }
        var met = Dictionary(uniqueKeysWithValues: records.map { ($0.recommendation.id, Met(record: $0)) })
        var rest = records.map { SQLValue.int($0.recommendation.id.value) }[...]
        while !rest.isEmpty {
            let set = Array(rest.prefix(SQLSet.sizeMax))
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT recommendation_id, claimed FROM source_row WHERE source_id = $1 AND recommendation_id IN ({set})",
                [.int(context.sourceID)], set: set
            ) { row in
                let states = try row.text(1).split(separator: "\n").map { StateCode(String($0)) }
                let id = RecommendationID(try row.int(0))
                if states.isEmpty { met[id]?.isTaken = true }
                met[id]?.taken.formUnion(states)
            }
        }
        return records.compactMap { met[$0.recommendation.id] }
    }

    /// A recommendation another source made, and what of it this source's rows have: for some States, or whole.
    private struct Met {
        var record: StoredRecord
        var taken: Set<StateCode> = []
        var isTaken = false
    }

    private func match(
        _ places: [Int], _ drafts: [RecommendationDraft], _ records: [Met], into found: inout [Int: [Target]]
    ) {
        for language in Set(places.flatMap { drafts[$0].texts.keys }).sorted() {
            let queries = places.filter { found[$0] == nil }.flatMap { self.queries(of: $0, drafts[$0], language) }
            let units = records.filter { !$0.isTaken }.flatMap { self.units(of: $0.record, $0.taken, language) }
            for pair in Matching.pairs(queries, units) {
                let unit = units[pair.candidate]
                let place = queries[pair.query].draft
                guard found[place]?.contains(where: { $0.recommendation == unit.recommendation }) != true else {
                    continue
                }
                found[place, default: []].append(
                    Target(recommendation: unit.recommendation, part: unit.part, score: pair.score))
            }
        }
    }

    private func queries(of place: Int, _ draft: RecommendationDraft, _ language: LanguageTag) -> [Matching.Query] {
        guard let whole = draft.texts[language] else { return [] }
        let states = Set(draft.recommending)
        guard !states.isEmpty else {
            return [.init(draft: place, recommending: nil, width: 0, likeness: TextLikeness(whole))]
        }
        let likeness = TextLikeness(whole)
        return states.sorted().map { state in
            let variant = draft.parts.first { $0.kind == .variant && $0.recommending.contains(state) }?.texts[language]
            return .init(
                draft: place, recommending: state, width: variant == nil ? states.count : 1,
                likeness: variant.map { TextLikeness($0) } ?? likeness)
        }
    }

    private func units(
        of record: StoredRecord, _ taken: Set<StateCode>, _ language: LanguageTag
    ) -> [Matching.Candidate] {
        let recommendation = record.recommendation
        let hasRowOfThisSource = record.sources.contains(context.source)
        let variants = recommendation.parts.compactMap { part -> Matching.Candidate? in
            guard part.kind == .variant, let text = part.texts[language] else { return nil }
            let states = Set(part.recommending).subtracting(taken)
            guard !states.isEmpty || part.recommending.isEmpty else { return nil }
            return .init(
                recommendation: recommendation.id, part: part.id, recommending: states, likeness: TextLikeness(text))
        }
        guard variants.isEmpty, let text = recommendation.texts[language] else { return variants }
        let states = Set(recommendation.recommending).subtracting(taken)
        if states.isEmpty, hasRowOfThisSource || !recommendation.recommending.isEmpty { return [] }
        return [.init(recommendation: recommendation.id, part: nil, recommending: states, likeness: TextLikeness(text))]
    }

    /// Gives a draft's row to the recommendation another source made; further ones that it covers become its parts.
    mutating func attach(_ prepared: PreparedDraft, to targets: [Target]) throws {
        let draft = prepared.draft
        guard let best = targets.max(by: { ($0.score, $1.recommendation) < ($1.score, $0.recommendation) }) else {
            return
        }
        let id = best.recommendation
        guard let record = try RecordLoader(connection).load([id], .whole).first else {
            throw StoreError.corrupt(reason: "recommendation \(id) was matched and is not there")
        }
        var part = best.part?.value ?? 0
        if draft.paragraph != nil {
            part = 0
            let others = targets.map(\.recommendation).filter { $0 != id }
            try absorb(others, into: id, draft)
            gone.formUnion(others)
            settled.insert(id)
            try complete(record, with: draft)
            if context.source.isDocument { addWordings(draft, to: record) }
        }
        let isWhole = part == 0
        for (language, text) in draft.texts { rows.text(id, part: part, language, source: context.sourceID, text) }
        for state in draft.states { rows.state(id, part: 0, recommending: false, state) }
        for state in draft.recommending { rows.state(id, part: isWhole ? 0 : part, recommending: true, state) }
        addTags(draft, to: id, part: 0)
        let told = record.recommendation.positions.last { $0.source == context.source }
        if told?.position != draft.position { addPosition(prepared, to: id, part: part) }
        addSourceRow(prepared, id, part: part)
        outcome.updated.insert(id)
    }

    /// The States' wordings of a paragraph in one more language, each beside its own.
    private mutating func addWordings(_ draft: RecommendationDraft, to record: StoredRecord) {
        let known = record.recommendation.parts.filter { $0.kind == .variant }
        let new = draft.parts.filter { $0.kind == .variant }
        guard known.count == new.count else { return }
        for part in new {
            guard let old = known.first(where: { $0.label == part.label }) else { continue }
            for (language, text) in part.texts where old.texts[language] == nil {
                rows.text(record.recommendation.id, part: old.id.value, language, source: context.sourceID, text)
            }
        }
    }
}
