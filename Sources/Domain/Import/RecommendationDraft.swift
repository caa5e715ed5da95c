/// What a reader makes of one row or record, before it is reconciled with what is known. Nothing in it is resolved against the store.
package struct RecommendationDraft: Sendable {
    /// Row (from 1, the header not counted) or record number in the file.
    package var row: Int
    /// The source's own id of this row, unique within the source; nil where it has none.
    package var externalKey: String?
    package var kind: RecommendationKind
    package var document: DocumentDraft
    package var paragraph: ParagraphNumber?
    /// Cleaned text by language: no markup, entities or control characters, paragraph number and trailing list of States removed.
    package var texts: [LanguageTag: String]
    package var states: [StateCode]
    package var recommending: [StateCode]
    /// Parts the source itself distinguishes. A variant's texts and States; a lettered duty's label and texts.
    package var parts: [PartDraft]
    package var tags: [TagDraft]
    package var action: ActionCategory?
    package var position: Position?
    /// Document or paragraph that states the position, as the source names it.
    package var positionDocument: String?
    package var positionDate: CalendarDate?
    package var positionWording: String?
    package var positionReason: String?
    package var cycle: Int?
    package var session: Int?
    package var published: CalendarDate?
    /// Set where the row is a State's answer to a paragraph of `document`, and no recommendation of its own.
    package var statement: StatementDraft?
    /// What the State says of implementation.
    package var claim: Finding.Claim?
    package var followUp: FollowUpDraft?

    package init(row: Int, kind: RecommendationKind = .recommendation, document: DocumentDraft) {
        self.row = row
        self.kind = kind
        self.document = document
        texts = [:]
        states = []
        recommending = []
        parts = []
        tags = []
    }
}

package struct DocumentDraft: Hashable, Sendable {
    package var symbol: DocumentSymbol?
    package var title: String?
    package var mechanism: MechanismCode
    package var state: StateCode?
    package var cycle: Int?
    package var session: Int?
    package var published: CalendarDate?

    package init(
        symbol: DocumentSymbol? = nil, title: String? = nil, mechanism: MechanismCode, state: StateCode? = nil,
        cycle: Int? = nil, session: Int? = nil, published: CalendarDate? = nil
    ) {
        self.symbol = symbol
        self.title = title
        self.mechanism = mechanism
        self.state = state
        self.cycle = cycle
        self.session = session
        self.published = published
    }
}

package struct PartDraft: Hashable, Sendable {
    package var kind: RecommendationPart.Kind
    package var label: String
    package var texts: [LanguageTag: String]
    package var recommending: [StateCode]

    package init(
        kind: RecommendationPart.Kind, label: String, texts: [LanguageTag: String], recommending: [StateCode] = []
    ) {
        self.kind = kind
        self.label = label
        self.texts = texts
        self.recommending = recommending
    }
}

package struct TagDraft: Codable, Hashable, Sendable {
    package var kind: TagKind
    /// The code in `Reference` where the label is known there, else the label itself.
    package var code: String
    package var label: String

    package init(kind: TagKind, code: String, label: String) {
        self.kind = kind
        self.code = code
        self.label = label
    }
}

/// A row that could not become a draft: where it stands, which field is wrong, and what to do.
package struct RowRejection: Hashable, Sendable {
    package var row: Int
    package var field: String
    package var reason: String

    package init(row: Int, field: String, reason: String) {
        self.row = row
        self.field = field
        self.reason = reason
    }
}

/// One run of one file through the importer.
package struct ImportRun: Sendable {
    package enum Status: String, Sendable { case running, finished, interrupted, undone }

    package var id: ImportID
    /// The name under which it can be resumed or undone.
    package var name: String
    package var file: String
    package var format: String
    package var source: SourceCode
    package var status: Status
    package var rowsRead: Int
    package var created: Int
    package var updated: Int
    package var unchanged: Int
    package var rejected: Int
    /// Fixed-width UTC instants, `2026-01-31T09:30:00.000Z`.
    package var started: String
    /// When it last wrote something.
    package var touched: String
    package var ended: String?
    /// Why it broke off.
    package var failure: String?

    package init(
        id: ImportID, name: String, file: String, format: String, source: SourceCode, status: Status = .running,
        rowsRead: Int = 0, created: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0, started: String,
        touched: String, ended: String? = nil, failure: String? = nil
    ) {
        self.id = id
        self.name = name
        self.file = file
        self.format = format
        self.source = source
        self.status = status
        self.rowsRead = rowsRead
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.rejected = rejected
        self.started = started
        self.touched = touched
        self.ended = ended
        self.failure = failure
    }
}

extension DocumentDraft {
    /// Whether this is the outcome of a State's periodic review by other States.
    package var isReview: Bool { mechanism == .upr || mechanism == .demonstrationReview }
}
