import Domain
import Foundation
package import Reports
package import Store

/// Why an export ended.
package enum ExportFailure: Error, Sendable {
    case unwritable(path: String, reason: String)
    case store(String)

    package var sentence: String {
        switch self {
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .store(let reason): "The store did not answer: \(reason)"
        }
    }
}

/// Writes the record into a folder of open formats, page by page in the order of ids.
package struct Exporting: Sendable {
    private let database: any Database
    private static let pageSize = 1_000

    package init(database: any Database) { self.database = database }

    /// Returns how many recommendations were written. `progress` is told rows, the total and seconds.
    package func callAsFunction(
        to folder: String, language: String, progress: (Int, Int, Double) -> Void = { _, _, _ in }
    ) async throws -> Int {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ExportFailure.unwritable(path: folder, reason: "\(error.localizedDescription)")
        }
        let clock = ContinuousClock()
        let begin = clock.now
        let total = try await database.read {
            try $0.count("SELECT COUNT(*) FROM recommendation WHERE merged_into IS NULL")
        }
        let lines = try OutputFile(folder + "/recommendations.jsonl")
        let table = try OutputFile(folder + "/recommendations.csv")
        try table.write(CSVExport.header())
        var documents: Set<DocumentID> = []
        let documentLines = try OutputFile(folder + "/documents.jsonl")
        let sayings = try SayingsFiles(folder)
        var count = 0
        var last = RecommendationID(0)
        while case let records = try await page(after: last), let end = records.last {
            let exported = records.map(ExportedRecord.init)
            try lines.write(JSONExport.lines(exported))
            try table.write(CSVExport.rows(exported, LanguageTag(language)))
            let fresh = records.map(\.document).filter { documents.insert($0.id).inserted }
            try documentLines.write(JSONExport.documents(fresh))
            try sayings.write(try await said(of: records.map { .int($0.recommendation.id.value) }))
            last = end.recommendation.id
            count += records.count
            progress(count, total, Double((clock.now - begin).components.seconds))
        }
        try OutputFile(folder + "/README.md").write(Array(ExportDictionary.text.utf8))
        return count
    }

    /// Assessments, disagreements and marks of one page of recommendations.
    private func said(of set: [SQLValue]) async throws(StoreError) -> SayingsFiles.Page {
        try await database.read { connection in
            SayingsFiles.Page(
                assessments: SayingsExport.assessments(try AssessmentRow.all(of: set, connection)),
                disagreements: SayingsExport.disagreements(try DisagreementRow.all(of: set, connection)),
                followUps: SayingsExport.followUps(try FollowUpRow.all(of: set, connection)))
        }
    }

    private func page(after: RecommendationID) async throws(StoreError) -> [StoredRecord] {
        try await database.read { connection in
            let ids = try connection.all(
                "SELECT id FROM recommendation WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2",
                [.int(after.value), .int(Self.pageSize)]
            ) { RecommendationID(try $0.int(0)) }
            return try RecordLoader(connection).load(ids, .whole)
        }
    }
}

extension ExportedRecord {
    package init(_ stored: StoredRecord) {
        self.init(recommendation: stored.recommendation, document: stored.document, sources: stored.sources)
    }
}

/// What is said beside recommendations, a file a kind.
private struct SayingsFiles {
    struct Page: Sendable {
        var assessments: [UInt8]
        var disagreements: [UInt8]
        var followUps: [UInt8]
    }

    private let assessments: OutputFile
    private let disagreements: OutputFile
    private let followUps: OutputFile

    init(_ folder: String) throws(ExportFailure) {
        assessments = try OutputFile(folder + "/assessments.jsonl")
        disagreements = try OutputFile(folder + "/disagreements.jsonl")
        followUps = try OutputFile(folder + "/follow-ups.jsonl")
    }

    func write(_ page: Page) throws(ExportFailure) {
        try assessments.write(page.assessments)
        try disagreements.write(page.disagreements)
        try followUps.write(page.followUps)
    }
}

/// A file that is written from beginning to end.
private final class OutputFile {
    private let handle: FileHandle
    private let path: String

    init(_ path: String) throws(ExportFailure) {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw .unwritable(path: path, reason: "no right or no space")
        }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws(ExportFailure) {
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            throw .unwritable(path: path, reason: "no space is left")
        }
    }
}
