package import Domain

/// A predecessor's workbook as it was sent in.
package struct TrackingFile: Hashable, Sendable {
    package var id: TrackingFileID
    package var workspace: WorkspaceID
    package var name: String
    /// SHA-256 of its bytes: the same file is kept once.
    package var digest: String
    package var mapping: TrackingMapping
    /// Whether its rows were taken over.
    package var isApplied: Bool
    package var made: String
    package var madeBy: String
    package var version: Int
}

package typealias TrackingFileID = ID<TrackingFile>

/// A mapping that was kept for the next file.
package struct NamedMapping: Hashable, Sendable {
    package var id: ID<NamedMapping>
    package var name: String
    package var mapping: TrackingMapping
}

/// One row of a tracking workbook: what it says, what became of it, and every cell as it stood.
package struct TrackingRow: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        /// Taken over into the plan.
        case applied
        /// A person has to say which recommendation it means.
        case waiting
        /// A person said that it is not taken over, and why.
        case aside
    }

    package struct Cell: Codable, Hashable, Sendable {
        /// The column's letters.
        package var column: String
        package var value: String
    }

    package var id: TrackingRowID
    package var workspace: WorkspaceID
    package var file: TrackingFileID
    package var sheet: String
    /// As the spreadsheet counts, from 1.
    package var row: Int
    /// `record heading header remark`.
    package var kind: String
    package var raw: [Cell]
    /// The recommendation's words and number, as the row has them or the merged cell above.
    package var words: String
    package var paragraph: String
    package var values: TrackingValues
    package var candidates: [MatchCandidate]
    package var verdict: MatchVerdict
    package var status: Status
    package var recommendation: RecommendationID?
    package var why: String?
    package var decidedBy: String
    package var decided: String
    package var version: Int

    /// Where it stands, for messages and history: `tracking.xlsx, UPR3, 14`.
    package func source(_ file: String) -> String {
        [file, sheet, String(row)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

package typealias TrackingRowID = ID<TrackingRow>

/// How many rows of a workspace, or of one file, stand where.
package struct TrackingCounts: Hashable, Sendable {
    package var applied = 0
    package var waiting = 0
    package var aside = 0
    /// Applied rows with cells that are not settled.
    package var leftover = 0

    package var total: Int { applied + waiting + aside }
}

/// A word that a person gave an institution or a status.
package struct TrackingWord: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case institution, status }

    package var kind: Kind
    package var word: String
    /// An institution's id, or a status.
    package var value: String

    package init(kind: Kind, word: String, value: String) {
        self.kind = kind
        self.word = word
        self.value = value
    }
}
