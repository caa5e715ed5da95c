package import Domain
import People
import Plans
import Secrets
import Store

extension Drafting {
    package static let reasonCharactersMax = 2_000

    /// What a report may become, for whoever writes it and for whoever approves it.
    package static func moves(_ report: Report, _ member: Member) -> [ReportStatus] {
        let writes = member.reach(.writeReports) == .all
        let approves = member.reach(.approveReports) == .all
        return switch report.status {
        case .draft: writes ? [.inReview, .dropped] : []
        case .inReview: (approves ? [.approved] : []) + (writes ? [.draft, .dropped] : [])
        case .approved: approves ? [.handedIn, .inReview] : []
        case .handedIn: []
        case .dropped: writes ? [.draft] : []
        }
    }

    /// Brings a report to its next state. Approval freezes it under a digest of all its words; taking an approval back, and dropping a
    /// report, want a reason. So does an approval where sentences claim more than their sources: how many, and why it was given all the
    /// same, stay in the history.
    package func move(
        _ id: ReportID, to status: ReportStatus, reason: String = "", on day: CalendarDate? = nil, version: Int,
        by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.seeReports)
        guard reason.count <= Self.reasonCharactersMax else { throw .invalid("reason", "report.reasonLength") }
        let today = member.workspace.day(at: store.clock.milliseconds())
        let isEmpty = reason.allSatisfy(\.isWhitespace)
        var judged: (edition: Int, flagged: Int)?
        if status == .approved, member.reach(.approveReports) == .all {
            let page = try await page(id, member)
            let flagged = try await claims(of: page, member).count
            if flagged > 0, isEmpty { throw .invalid("reason", "report.claimsReason") }
            judged = (page.report.edition, flagged)
        }
        let found = judged
        try await store.change(member) { change in
            guard var report = try ReportRow.find(id, change.workspace, nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard Self.moves(report, member).contains(status) else { throw WorkspaceError.forbidden }
            let old = report
            // Whoever approves approves what was judged: words that changed meanwhile are another edition.
            if let found, found.edition != report.edition {
                throw WorkspaceError.stale(report.subject, version: report.version)
            }
            let wantsReason = status == .dropped || old.status == .approved && status == .inReview
            if wantsReason, isEmpty { throw WorkspaceError.invalid("reason", "report.reasonNeeded") }
            report.status = status
            switch status {
            case .approved:
                report.approved = change.at
                report.approvedBy = member.name
                report.digest = try Self.digest(report, change.connection)
            case .handedIn: report.handedIn = (day ?? today).description
            case .inReview, .draft:
                report.approved = nil
                report.approvedBy = nil
                report.digest = nil
            case .dropped: break
            }
            try ReportRow.update(report, version: version, change.connection)
            change.field(
                report.subject, "status", from: old.status.rawValue, to: status.rawValue, why: isEmpty ? nil : reason)
            if let flagged = found?.flagged, flagged > 0 {
                change.field(report.subject, "flagged", from: nil, to: "\(flagged)", why: reason)
            }
            change.did(
                "report.status", report.subject,
                detail: """
                    {"status":"\(status.rawValue)","digest":"\(report.digest ?? "")","flagged":\(found?.flagged ?? 0)}
                    """)
        }
    }

    /// Changes title, date, symbol and session; the words stay.
    package func describe(
        _ id: ReportID, title: String, due: CalendarDate?, symbol: String, session: String, version: Int,
        by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.writeReports)
        guard !title.allSatisfy(\.isWhitespace), title.count <= Self.titleCharactersMax else {
            throw .invalid("title", "report.titleLength")
        }
        guard symbol.count <= 60 else { throw .invalid("symbol", "report.symbolLength") }
        guard session.count <= 20 else { throw .invalid("session", "report.sessionLength") }
        try await store.change(member) { change in
            guard var report = try ReportRow.find(id, change.workspace, nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard report.isOpen else { throw WorkspaceError.invalid("report", "report.closed") }
            let old = report
            report.title = title
            report.due = due
            report.scope.symbol = symbol.isEmpty ? nil : symbol
            report.scope.session = session.isEmpty ? nil : session
            try ReportRow.update(report, version: version, change.connection)
            change.field(report.subject, "title", from: old.title, to: title)
            change.field(report.subject, "due", from: old.due?.description, to: due?.description)
            change.field(report.subject, "symbol", from: old.scope.symbol, to: report.scope.symbol)
            change.field(report.subject, "session", from: old.scope.session, to: report.scope.session)
            change.did("report.describe", report.subject)
        }
    }

    /// Over title and every paragraph in order, so that a copy can be compared with what was approved.
    static func digest(_ report: Report, _ connection: any ReadConnection) throws -> String {
        guard let last = try ReportVersionRow.find(report.id, report.edition, report.workspace, connection) else {
            throw WorkspaceError.notFound
        }
        let all = try ReportParagraphRow.all(report.id, report.workspace, nil, connection).map(\.paragraph)
        var digest = Digest()
        for text in [report.kind.rawValue, report.language.rawValue, report.title, StoredJSON.text(last.outline)] {
            digest.update("\(text.utf8.count):\(text) ")
        }
        for section in last.outline {
            for paragraph in all where paragraph.section == section.key {
                let body = StoredJSON.text(paragraph.content)
                digest.update("\(body.utf8.count):\(body) ")
            }
        }
        return digest.finishHex()
    }
}
