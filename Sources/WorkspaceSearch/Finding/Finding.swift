import Corpus
import Domain
import FollowUp
import Language
import Operations
import Plans
import Store

/// One question on its way through the index and, for every hit, through the store.
struct Finding {
    private let question: FindQuestion
    private let query: ParsedQuery
    private let reader: ShelfReader
    private let snapshot: CorpusSnapshot
    private let limits: WorkspaceSearch.Limits
    private let connection: any ReadConnection
    private let allowed: Set<FoundKind>
    /// The numbers of all texts a reader may see who sees not everything: then the index looks no further than these. Without it
    /// somebody who sees little would wait for a common word to be read through to its end.
    private let among: [Int64]?

    init(
        _ question: FindQuestion, _ member: Member, _ snapshot: CorpusSnapshot, _ limits: WorkspaceSearch.Limits,
        _ connection: any ReadConnection
    ) throws {
        self.question = question
        query = QueryParser.parse(question.query)
        reader = ShelfReader(member: member, setting: try ProgressSettingRow.find(member.workspace.id, connection))
        self.snapshot = snapshot
        self.limits = limits
        self.connection = connection
        let allowed = Set(WorkspaceSearch.kinds(member))
        self.allowed = allowed
        among = reader.seesEverything ? nil : try Self.visible(allowed, reader, connection)
    }

    private static func visible(
        _ kinds: Set<FoundKind>, _ reader: ShelfReader, _ connection: any ReadConnection
    ) throws -> [Int64] {
        try Shelf.all.filter { kinds.contains($0.kind) }.flatMap { shelf in
            try ShelfRow.visible(shelf, reader, connection).map { IndexEntry.number(shelf.kind, $0) }
        }
    }

    /// A hit that the member may see.
    private struct Seen {
        var hit: SearchHit
        var kind: FoundKind
        var id: Int64
        var institution: InstitutionID?
        /// Where the index was asked from, and which of its hits this is.
        var start: SearchCursor?
        var offset: Int
    }

    func page(isCut: Bool) throws -> FoundPage {
        guard query.root != nil else {
            return FoundPage(
                total: FoundCount(count: 0, isMore: false), texts: [], next: nil, kinds: [], institutions: [],
                names: [:],
                understood: query.notes, isCut: isCut)
        }
        let limit = max(1, min(question.limit, FindQuestion.limitMax))
        let counted = try seen(question.kinds, question.institution, most: limits.countedMax + 1)
        // The first page is among what was counted; later ones begin where the one before ended.
        let first =
            question.after == nil && limit < limits.countedMax
            ? counted : try seen(question.kinds, question.institution, after: question.after, most: limit + 1)
        let shown = Array(first.prefix(limit))
        let byInstitution =
            question.kinds.isEmpty ? counted : try seen([], question.institution, most: limits.countedMax + 1)
        let byKind = question.institution == nil ? counted : try seen(question.kinds, nil, most: limits.countedMax + 1)
        let institutions = tally(byKind, of: { $0.institution })
        let names = try InstitutionNameRow.find(
            institutions.map(\.0) + shown.compactMap(\.institution), reader.member.workspace.id, connection)
        return FoundPage(
            total: count(counted.count), texts: try texts(shown), next: first.count > limit ? cursor(shown) : nil,
            kinds: tally(byInstitution, of: { $0.kind }).map { (kind: $0.0, count: $0.1) },
            institutions: institutions.compactMap { id, count in names[id].map { (id: id, name: $0, count: count) } },
            names: names, understood: query.notes, isCut: isCut)
    }

    // MARK: Hits

    /// Hits in order that pass the second read, `most` at most. It reads on until it has them or there are no more, so that neither a
    /// number nor a missing page tells of texts that the member may not see.
    private func seen(
        _ kinds: Set<FoundKind>, _ institution: InstitutionID?, after: SearchCursor? = nil, most: Int
    ) throws -> [Seen] {
        let filters = filters(kinds, institution)
        guard filters[.kind]?.isEmpty == false else { return [] }
        var found: [Seen] = []
        var after = after
        repeat {
            let answer = ask(filters, after, SearchRequest.limitMax)
            found += try pass(answer.hits, institution, from: after)
            after = answer.next
        } while after != nil && found.count < most
        return Array(found.prefix(most))
    }

    private func filters(_ kinds: Set<FoundKind>, _ institution: InstitutionID?) -> [Facet: Set<String>] {
        let kinds = kinds.isEmpty ? allowed : kinds.intersection(allowed)
        var filters: [Facet: Set<String>] = [.kind: Set(kinds.map(\.rawValue))]
        if let institution { filters[IndexEntry.institutionFacet] = [String(institution.value)] }
        return filters
    }

    private func ask(_ filters: [Facet: Set<String>], _ after: SearchCursor?, _ limit: Int) -> SearchAnswer {
        snapshot.search(
            query,
            SearchRequest(
                query: question.query, filters: filters, limit: limit, after: after, language: question.language),
            among: among)
    }

    /// The second read: one statement for each kind.
    private func pass(_ hits: [SearchHit], _ institution: InstitutionID?, from start: SearchCursor?) throws -> [Seen] {
        let texts = hits.enumerated().compactMap { offset, hit in
            IndexEntry.text(hit.id).map { (hit: hit, kind: $0.kind, id: $0.id, offset: offset) }
        }
        var seen: [FoundKind: [Int64: InstitutionID?]] = [:]
        for (kind, own) in Dictionary(grouping: texts, by: \.kind) {
            guard allowed.contains(kind), let shelf = Shelf.of(kind) else { continue }
            seen[kind] = try ShelfRow.seen(shelf, own.map(\.id), reader, connection)
        }
        return texts.compactMap { text in
            guard let owner = seen[text.kind]?[text.id], institution == nil || owner == institution else { return nil }
            return Seen(
                hit: text.hit, kind: text.kind, id: text.id, institution: owner, start: start, offset: text.offset)
        }
    }

    /// Where the page ended, as the index says it: asked again for so many hits that this one is the last.
    private func cursor(_ shown: [Seen]) -> SearchCursor? {
        guard let last = shown.last else { return nil }
        return ask(filters(question.kinds, question.institution), last.start, last.offset + 1).next
    }

    // MARK: Numbers

    private func count(_ found: Int) -> FoundCount {
        FoundCount(count: min(found, limits.countedMax), isMore: found > limits.countedMax)
    }

    private func tally<Value: Hashable>(_ seen: [Seen], of value: (Seen) -> Value?) -> [(Value, FoundCount)] {
        let isMore = seen.count > limits.countedMax
        var counts: [Value: Int] = [:]
        var order: [Value] = []
        for hit in seen.prefix(limits.countedMax) {
            guard let value = value(hit) else { continue }
            if counts[value] == nil { order.append(value) }
            counts[value, default: 0] += 1
        }
        return order.enumerated().sorted { left, right in
            let (one, other) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
            return one == other ? left.offset < right.offset : one > other
        }.map { ($0.element, FoundCount(count: counts[$0.element] ?? 0, isMore: isMore)) }
    }

    // MARK: Texts

    private func texts(_ shown: [Seen]) throws -> [FoundText] {
        var rows: [FoundKind: [Int64: ShelfText]] = [:]
        for (kind, own) in Dictionary(grouping: shown, by: \.kind) {
            guard let shelf = Shelf.of(kind) else { continue }
            let texts = try ShelfRow.read(shelf, own.map(\.id), reader, connection)
            rows[kind] = Dictionary(texts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let subjects = try commented(rows[.comment] ?? [:])
        return shown.compactMap { seen in
            rows[seen.kind]?[seen.id].flatMap { text($0, seen, title: subjects[$0.id]) }
        }
    }

    private func text(_ row: ShelfText, _ seen: Seen, title: String?) -> FoundText? {
        guard let wording = row.wordings.first(where: { $0.language == seen.hit.language }) ?? row.wordings.first else {
            return nil
        }
        let highlighter = Highlighter(query, language: wording.language)
        return FoundText(
            kind: seen.kind, id: seen.id, place: row.place,
            title: pieces(highlighter.marked(title ?? wording.title)),
            excerpt: pieces(highlighter.excerpt(of: wording.body)), language: wording.language,
            institution: row.institution, day: row.day.flatMap { CalendarDate(String($0.prefix(10))) })
    }

    private func pieces(_ marked: [MarkedPiece]) -> [TextPiece] {
        marked.filter { !$0.text.isEmpty }.map { TextPiece(text: $0.text, isHit: $0.isHit) }
    }

    /// What comments are about: only of comments that the member sees, and so objects that she sees.
    private func commented(_ comments: [Int64: ShelfText]) throws -> [Int64: String] {
        let subjects = comments.compactMapValues { subject($0.place) }
        let titles = try SubjectTitles.read(Array(subjects.values), reader.member.workspace.id, connection)
        return subjects.compactMapValues { titles[$0] }
    }

    /// `/comments?on=action/7#comment-9`
    private func subject(_ place: String) -> Subject? {
        let parts = place.split { "=/#".contains($0) }
        guard parts.count == 5, let kind = SubjectKind(rawValue: String(parts[2])), let id = Int64(parts[3]) else {
            return nil
        }
        return Subject(kind, id)
    }
}
