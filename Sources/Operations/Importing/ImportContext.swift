import Domain
import Store

/// What one import run knows before a batch: never changed inside a transaction, which may run twice.
struct ImportContext: Sendable {
    let importID: ImportID
    let source: SourceCode
    let sourceID: Int64
    /// Fixed-width UTC instant of this batch.
    var at: String
    /// Whether this source had no row before this run: its keys then need no looking up.
    var isNewSource = false
    /// Documents met so far, by `DocumentRow.key`.
    var documents: [String: DocumentID] = [:]
    var terms: [TermRow: Int64] = [:]
    /// Reviews (`SVN:3`) and documents in which other sources have rows (for a document also its own language versions): only there
    /// can a draft meet a record that is there.
    var foreignReviews: Set<String> = []
    var foreignDocuments: Set<DocumentID> = []
    var ids = IDBlocks()
}

/// Numbers set aside for one batch; what is not used is lost, which is allowed.
struct IDBlocks: Sendable {
    var recommendation: Int64 = 0
    var part: Int64 = 0
    var document: Int64 = 0
    var position: Int64 = 0
    var term: Int64 = 0
    var assessment: Int64 = 0
    /// Counts the history of this import, from 1.
    var history: Int64 = 1

    mutating func take(_ kind: WritableKeyPath<IDBlocks, Int64>) -> Int64 {
        defer { self[keyPath: kind] += 1 }
        return self[keyPath: kind]
    }
}

/// What a batch did. Merged into the context after its transaction was kept.
struct BatchOutcome: Sendable {
    var created: [RecommendationID] = []
    var updated: Set<RecommendationID> = []
    var unchanged: Set<RecommendationID> = []
    /// Recommendations that turned out to be parts of others.
    var merged: [RecommendationID] = []
    var rejections: [RowRejection] = []
    /// Answers whose paragraph is not in the record yet.
    var waiting = 0
    var documents: [String: DocumentID] = [:]
    var terms: [TermRow: Int64] = [:]
    var ids = IDBlocks()
}

extension RecommendationDraft {
    /// The review a UPR draft belongs to, `SVN:3`; nil for other mechanisms and where State or cycle is not known.
    var review: String? {
        guard document.isReview, let state = document.state ?? states.first, let cycle = cycle ?? document.cycle else {
            return nil
        }
        return "\(state.rawValue):\(cycle)"
    }

    /// Equal for the rows of one paragraph where the source has a row for each recommending State: the same review, kind,
    /// position, wording, and paragraph where there is one.
    var joinKey: Int64? {
        guard !recommending.isEmpty, let review, let text = texts.min(by: { $0.key < $1.key })?.value
        else { return nil }
        var hash = StableHash()
        hash.add(review)
        hash.add(kind.rawValue)
        hash.add(position?.rawValue ?? "")
        if let paragraph {
            hash.add(DocumentRow.key(document))
            hash.add(paragraph.sortKey)
        }
        hash.add(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased())
        return hash.value
    }

    /// Changes whenever anything the source says of this row changes. The row's number is no part of it.
    var digest: Int64 {
        var hash = StableHash()
        hash.add(kind.rawValue)
        hash.add(DocumentRow.key(document))
        hash.add(paragraph?.printed ?? "")
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
            hash.add(language.rawValue)
            hash.add(text)
        }
        for state in states.sorted() { hash.add(state.rawValue) }
        hash.add("/")
        for state in recommending.sorted() { hash.add(state.rawValue) }
        for part in parts {
            hash.add(part.label)
            for (language, text) in part.texts.sorted(by: { $0.key < $1.key }) {
                hash.add(language.rawValue)
                hash.add(text)
            }
            for state in part.recommending.sorted() { hash.add(state.rawValue) }
        }
        hash.add("/")
        for tag in tags.sorted(by: { ($0.kind.rawValue, $0.label, $0.code) < ($1.kind.rawValue, $1.label, $1.code) }) {
            hash.add(tag.kind.rawValue)
            hash.add(tag.code)
            hash.add(tag.label)
        }
        hash.add(action.map { String($0.rawValue) } ?? "")
        for text in [position?.rawValue, positionDocument, positionDate?.description, positionWording, positionReason] {
            hash.add(text ?? "")
        }
        hash.add("\(cycle ?? 0) \(session ?? 0) \(published?.description ?? "")")
        addMarks(to: &hash)
        return hash.value
    }

    /// What only documents have: rows without it keep the digest they always had.
    private func addMarks(to hash: inout StableHash) {
        if let claim {
            hash.add("claim")
            hash.add(claim.status.rawValue)
            hash.add(claim.wording)
        }
        if let followUp {
            hash.add("follow-up \(followUp.isForFollowUp) \(followUp.isPriority) \(followUp.due?.description ?? "")")
        }
        guard let statement else { return }
        hash.add("statement")
        for text in [
            statement.position?.rawValue, statement.date?.description, statement.document, statement.wording,
            statement.reason, statement.letter, statement.claim?.status.rawValue, statement.claim?.wording,
            statement.by?.rawValue,
        ] { hash.add(text ?? "") }
        for state in statement.states { hash.add(state.rawValue) }
        if let grade = statement.grade {
            for text in ["grade", grade.assessor, grade.name, grade.scheme, grade.value] { hash.add(text) }
        }
    }
}

/// A 64-bit hash of texts, each closed by its length: the same in every run and on every machine. No defence against people
/// who look for collisions; it tells changed rows from unchanged ones.
struct StableHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            let buffer = UnsafeRawBufferPointer(bytes)
            var place = 0
            while place + 8 <= buffer.count {
                mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place += 8
            }
            var rest: UInt64 = 0
            while place < buffer.count {
                rest = rest << 8 | UInt64(buffer[place])
                place += 1
            }
            mix(rest)
            mix(UInt64(buffer.count))
        }
    }

    /// Multiplies to 128 bits and folds: every bit of the word reaches every bit of the state.
    private mutating func mix(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        state = product.high ^ product.low ^ 0x1000_0000_01B3
    }

    var value: Int64 { Int64(bitPattern: state) }
}
