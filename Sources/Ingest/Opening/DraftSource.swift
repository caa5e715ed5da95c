package import Domain

/// What a reader made of the next rows of a file: at most `draftsMax` drafts, and the rows that could not become one.
package struct DraftBatch: Sendable {
    package static let draftsMax = 1_000

    package var drafts: [RecommendationDraft]
    package var rejections: [RowRejection]
    /// Rows or records read of this file so far, this batch included.
    package var rowsRead: Int
    /// Bytes of the file used up so far; never more than `bytesTotal`.
    package var bytesRead: Int
    /// Nil where the length is not known in advance (a pipe).
    package var bytesTotal: Int?

    package init(
        drafts: [RecommendationDraft] = [], rejections: [RowRejection] = [], rowsRead: Int = 0, bytesRead: Int = 0,
        bytesTotal: Int? = nil
    ) {
        self.drafts = drafts
        self.rejections = rejections
        self.rowsRead = rowsRead
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
    }
}

/// A file that is read as drafts, batch by batch, in memory that does not grow with the file.
///
/// Blocks while it reads, so it belongs on a thread of its own. After an error or nil it is at its end: ask no more.
package protocol DraftSource {
    /// The next batch, in the order of the file; nil at its end. A file that breaks off first gives what came before the
    /// break as a batch, and throws when asked again.
    mutating func nextBatch() throws(IngestError) -> DraftBatch?
}
