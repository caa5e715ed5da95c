package import Domain
import People
import Store

extension Drafting {
    /// Newest first. A focal point sees those with a paragraph that concerns her institution.
    package func all(_ member: Member) async throws(WorkspaceError) -> [ReportSummary] {
        let limit = try member.limit(.seeReports)
        let workspace = member.workspace.id
        let found = try await store.read { connection in
            let reports = try ReportRow.all(workspace, limit, connection)
            var words: [Int64: Int] = [:]
            try connection.query(
                """
                SELECT v.report_id, v.words FROM report_version v JOIN report r ON r.id = v.report_id AND r.edition = v.number
                WHERE v.workspace_id = $1
                """, [.int(workspace.value)]
            ) { words[try $0.int(0)] = Int(try $0.int(1)) }
            return (reports, words)
        }
        return found.0.map {
            ReportSummary(report: $0, words: found.1[$0.id.value] ?? 0, wordsMax: wordsMax($0.kind, $0.scope))
        }
    }

    /// A report as it stands, or as it was in an earlier version, which only those see who see all of it.
    package func page(
        _ id: ReportID, version: Int? = nil, _ member: Member
    ) async throws(WorkspaceError) -> ReportPage {
        let limit = try member.limit(.seeReports)
        if version != nil, limit != nil { throw .notFound }
        let workspace = member.workspace.id
        let (report, last, stored) = try await store.read { connection in
            guard let report = try ReportRow.find(id, workspace, limit, connection),
                let last = try ReportVersionRow.find(id, version ?? report.edition, workspace, connection)
            else { throw WorkspaceError.notFound }
            return (
                report, last, try ReportParagraphRow.all(id, version: version, workspace, limit, connection)
            )
        }
        let bySection = Dictionary(grouping: stored.map(\.paragraph), by: \.section)
        let sections = last.outline.map { ReportPage.Section(section: $0, paragraphs: bySection[$0.key] ?? []) }
        return ReportPage(
            report: limit == nil ? report : report.withoutScope,
            sections: limit == nil ? sections : sections.filter { !$0.paragraphs.isEmpty },
            words: limit == nil ? last.words : nil, wordsMax: wordsMax(report.kind, report.scope),
            isPart: limit != nil)
    }

    /// One paragraph with every wording it had, the latest first.
    package func paragraph(
        _ id: ReportParagraphID, of report: ReportID, _ member: Member
    ) async throws(WorkspaceError) -> (report: Report, paragraph: ReportParagraph, earlier: [ReportParagraph]) {
        let limit = try member.limit(.seeReports)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let report = try ReportRow.find(report, workspace, limit, connection),
                let stored = try ReportParagraphRow.find(id, of: report.id, workspace, limit, connection)
            else { throw WorkspaceError.notFound }
            let all = limit == nil ? try ReportParagraphRow.history(id, of: report.id, workspace, connection) : []
            return (limit == nil ? report : report.withoutScope, stored.paragraph, all.dropFirst().map(\.paragraph))
        }
    }

    /// The latest 500, for those who see all of the report.
    package func versions(_ id: ReportID, _ member: Member) async throws(WorkspaceError) -> [ReportVersion] {
        guard member.reach(.seeReports) == .all else { throw .notFound }
        return try await store.read { try ReportVersionRow.all(id, member.workspace.id, $0) }
    }

    /// What the report cannot say yet, for those who see all of it.
    package func gaps(_ report: Report, _ member: Member) async throws(WorkspaceError) -> [ReportGap] {
        guard member.reach(.seeReports) == .all else { throw .notFound }
        return try await facts(report.kind, report.scope, member).gaps
    }

    /// Documents of the record that a report about this State can answer, the latest first.
    package func documents(_ state: StateCode) async throws(WorkspaceError) -> [Document] {
        try await store.read { try RecordFactRow.documents(state, $0) }
    }
}

extension Report {
    /// What somebody who sees single paragraphs may know of it: nothing of what the rest of it says.
    var withoutScope: Report {
        var report = self
        report.leftOut = []
        report.scope.recommendations = []
        return report
    }
}
