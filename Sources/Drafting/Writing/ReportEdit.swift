import Domain
import Operations
import People
import Store

/// One change of a report's words: every row it ends and adds stands in one new version.
struct ReportEdit {
    let report: Report
    let edition: Int
    let workspace: WorkspaceID
    let connection: any WriteConnection
    var outline: [ReportSection]
    private var added: [(place: Int64, paragraph: ReportParagraph)] = []

    /// Steps between two paragraphs, so that others find room between them.
    static let step: Int64 = 1 << 20

    init(_ report: Report, edition: Int, outline: [ReportSection], _ connection: any WriteConnection) {
        self.report = report
        self.edition = edition
        self.outline = outline
        self.connection = connection
        workspace = report.workspace
    }

    func stored(_ id: ReportParagraphID) throws -> ReportParagraphRow.Stored {
        guard let stored = try ReportParagraphRow.find(id, of: report.id, workspace, nil, connection) else {
            throw WorkspaceError.notFound
        }
        return stored
    }

    /// In order.
    func section(_ key: String) throws -> [ReportParagraphRow.Stored] {
        try ReportParagraphRow.all(report.id, section: key, workspace, nil, connection)
    }

    func end(_ stored: ReportParagraphRow.Stored, version: Int) throws {
        let id = stored.paragraph.id
        guard try ReportParagraphRow.end(id, version: version, in: edition, workspace, connection) else {
            throw WorkspaceError.stale(stored.paragraph.subject, version: stored.paragraph.version)
        }
    }

    /// Puts other words in the place of a paragraph that still has this version.
    mutating func replace(
        _ stored: ReportParagraphRow.Stored, version: Int, by content: ReportParagraphContent, place: Int64? = nil,
        section: String? = nil
    ) throws {
        try end(stored, version: version)
        var paragraph = stored.paragraph
        paragraph.content = content
        paragraph.section = section ?? paragraph.section
        paragraph.words = ReportWords.count(content)
        paragraph.version += 1
        paragraph.since = edition
        added.append((place ?? stored.place, paragraph))
    }

    /// Throws where the report has as many paragraphs as it may have.
    func checkRoom() throws {
        let count = try connection.count(
            "SELECT COUNT(*) FROM report_paragraph WHERE report_id = $1 AND workspace_id = $2 AND until IS NULL",
            [.int(report.id.value), .int(workspace.value)])
        guard count + added.count < Drafting.paragraphsMax else {
            throw WorkspaceError.invalid("text", "report.paragraphsMax")
        }
    }

    /// Adds a paragraph with a number of its own.
    mutating func add(_ content: ReportParagraphContent, id: ReportParagraphID, to section: String, at place: Int64) {
        added.append(
            (
                place,
                ReportParagraph(
                    id: id, section: section, content: content, words: ReportWords.count(content),
                    version: 1, since: edition)
            ))
    }

    /// Brings back a paragraph that was taken out.
    mutating func revive(_ stored: ReportParagraphRow.Stored) throws {
        var paragraph = stored.paragraph
        let last = try ReportParagraphRow.history(paragraph.id, of: report.id, workspace, connection).first
        paragraph.version = (last?.paragraph.version ?? paragraph.version) + 1
        paragraph.since = edition
        added.append((stored.place, paragraph))
    }

    func numbers(_ count: Int) throws -> Range<Int64> {
        try IDAllocator.take(SubjectKind.reportParagraph.rawValue, count, connection)
    }

    /// A place behind a paragraph of a section, nil: before all. Makes room where there is none.
    mutating func place(after id: ReportParagraphID?, in key: String) throws -> Int64 {
        let all = try section(key)
        let before = try id.map { id in
            guard let place = all.firstIndex(where: { $0.paragraph.id == id }) else { throw WorkspaceError.notFound }
            return place
        }
        let low = before.map { all[$0].place } ?? 0
        guard let high = all.dropFirst((before ?? -1) + 1).first?.place else { return low + Self.step }
        if high - low > 1 { return low + (high - low) / 2 }
        for stored in all.dropFirst((before ?? -1) + 1).reversed() {
            try replace(
                stored, version: stored.paragraph.version, by: stored.paragraph.content,
                place: stored.place + Self.step)
        }
        return low + Self.step / 2
    }

    /// Writes what was added and says how long the report is now.
    func finish() throws -> Int {
        if !added.isEmpty {
            let rows = try IDAllocator.take("report-row", added.count, connection)
            try ReportParagraphRow.insert(added, of: report.id, rows: rows, workspace, connection)
        }
        let counted = outline.filter { !$0.isAnnex }.map { SQLValue.text($0.key) }
        return try connection.count(
            """
            SELECT COALESCE(SUM(words), 0) FROM report_paragraph
            WHERE report_id = $1 AND workspace_id = $2 AND until IS NULL AND section IN ({set})
            """, [.int(report.id.value), .int(workspace.value)], set: counted)
    }
}

extension Drafting {
    /// Changes the words of an open report: one version, one entry in the logs.
    @discardableResult
    func edit<T: Sendable>(
        _ id: ReportID, _ action: ReportVersion.Action, by member: Member,
        _ body: @Sendable @escaping (inout ReportEdit, inout WorkspaceChange) throws -> T
    ) async throws(WorkspaceError) -> T {
        try member.require(.writeReports)
        return try await store.change(member) { change in
            guard let report = try ReportRow.find(id, change.workspace, nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard let edition = try ReportRow.nextEdition(id, change.workspace, change.connection) else {
                throw WorkspaceError.invalid("report", "report.closed")
            }
            guard
                let last = try ReportVersionRow.find(id, edition - 1, change.workspace, change.connection)
            else { throw WorkspaceError.store("the outline of report \(id)") }
            var edit = ReportEdit(report, edition: edition, outline: last.outline, change.connection)
            let value = try body(&edit, &change)
            let words = try edit.finish()
            try ReportVersionRow.insert(
                ReportVersion(
                    report: id, number: edition, outline: edit.outline, words: words, action: action, by: member.name,
                    at: change.at), change.workspace, change.connection)
            change.did("report.\(action.rawValue)", report.subject, detail: "{\"version\":\(edition)}")
            return value
        }
    }
}
