package import Domain

/// What an import did. Rows are counted as read and rejected, records as created, updated and unchanged.
package struct ImportReport: Sendable {
    package var name: String
    package var file: String
    package var format: String
    package var source: SourceCode
    package var read = 0
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    /// Recommendations that turned out to be variants within another; they are counted in `updated` under that one.
    package var merged = 0
    /// Answers of a State that wait for the paragraphs they speak of.
    package var waiting = 0
    package var rejected = 0
    /// At most `rejectionsKeptMax`; `rejected` counts them all.
    package var rejections: [RowRejection] = []
    /// Why the file broke off; what came before it went in.
    package var failure: String?
    package var isDryRun: Bool
    package var seconds = 0.0

    package static let rejectionsKeptMax = 100_000

    package init(name: String, file: String, format: String, source: SourceCode, isDryRun: Bool) {
        self.name = name
        self.file = file
        self.format = format
        self.source = source
        self.isDryRun = isDryRun
    }

    mutating func reject(_ rejections: [RowRejection]) {
        rejected += rejections.count
        let room = Self.rejectionsKeptMax - self.rejections.count
        self.rejections += rejections.prefix(max(0, room))
    }
}

/// Where an import stands, for a progress bar.
package struct ImportProgress: Sendable {
    package var rows: Int
    package var bytesRead: Int
    package var bytesTotal: Int?
    package var seconds: Double
}

/// Why an import could not begin.
package enum ImportError: Error, Sendable {
    /// The file cannot be read as anything known: the reader's sentence.
    case file(String)
    case store(String)
    /// An import of this name exists.
    case nameTaken(String)
    case unknownName(String)
    /// It is running, or was a moment ago.
    case stillRunning(String)
}

extension ImportRun {
    /// A run that wrote something less than this long ago is taken for running.
    static let quietMilliseconds: Int64 = 60_000

    /// The run as it stands: one that has been quiet for long was interrupted.
    func standing(at clock: Clock) -> ImportRun {
        var run = self
        if status == .running, touched < Clock.instant(clock.milliseconds() - Self.quietMilliseconds) {
            run.status = .interrupted
        }
        return run
    }
}
