package import Domain
import FollowUp
import FoundationEssentials
import Ingest
package import Locales
import People
import Plans
import Secrets
import Store

extension Workbooks {
    /// Keeps a workbook that came back; nothing of it is taken over yet. The same bytes a second time are what is there.
    package func takeBack(
        _ name: String, _ bytes: [UInt8], by member: Member
    ) async throws(TrackingError) -> WorkbookReturn {
        let limit = try Self.limit(member)
        guard bytes.count <= limits.fileBytesMax else { throw .file(.limit(.fileBytes, max: limits.fileBytesMax)) }
        let digest = Digest.sha256Hex(bytes)
        let workspace = member.workspace
        if let known = try await store.read({ try WorkbookReturnRow.find(digest: digest, workspace.id, limit, $0) }) {
            return known
        }
        let name = FileTitle.tidy(name)
        let sheets = try await SheetOpening(folder: folder, limits: limits).read(bytes, name).divided()
        guard let marks = ReturnMarks(sheets), marks.workspace == workspace.slug else { throw .foreignWorkbook }
        let book = try await store.read { try WorkbookStoreRow.find(marks.workbook, workspace.id, limit, $0) }
        guard let book else { throw .foreignWorkbook }
        let returned = WorkbookReturn(
            id: WorkbookReturnID(try await store.take(.workbookReturn).lowerBound), workspace: workspace.id,
            workbook: book.id, institution: book.institution, name: name, digest: digest, status: .open,
            made: store.instant, madeBy: member.name, version: 1)
        return try await store.change(member) { change in
            if let known = try WorkbookReturnRow.find(digest: digest, workspace.id, limit, change.connection) {
                return known
            }
            try WorkbookReturnRow.insert(returned, bytes, change.connection)
            change.did(
                "workbook.back", Subject(.workbookReturn, returned.id.value), detail: "{\"workbook\":\(book.id)}")
            return returned
        }
    }

    /// What taking it over would do now.
    package func preview(
        _ id: WorkbookReturnID, _ locales: Locales, _ member: Member
    ) async throws(TrackingError) -> ReturnPreview {
        let opened = try await opened(id, member)
        let words = WorkbookWords(locales.english, all: locales.all)
        return try await store.read { try opened.preview(words, $0) }
    }

    /// Says that it is not taken over.
    package func discard(_ id: WorkbookReturnID, version: Int, by member: Member) async throws(TrackingError) {
        let limit = try Self.limit(member)
        try await store.change(member) { change in
            guard var found = try WorkbookReturnRow.find(id, change.workspace, limit, change.connection)?.returned,
                found.status == .open
            else { throw WorkspaceError.notFound }
            try Self.close(&found, .discarded, version, 0, &change)
        }
    }

    static func close(
        _ returned: inout WorkbookReturn, _ status: WorkbookReturn.Status, _ version: Int, _ changes: Int,
        _ change: inout WorkspaceChange
    ) throws {
        let subject = Subject(.workbookReturn, returned.id.value)
        guard returned.version == version else { throw WorkspaceError.stale(subject, version: returned.version) }
        change.field(subject, "status", from: returned.status.rawValue, to: status.rawValue)
        returned.status = status
        returned.decided = change.at
        returned.decidedBy = change.member.name
        returned.changes = changes
        guard try WorkbookReturnRow.update(returned, change.connection) else {
            throw WorkspaceError.stale(subject, version: version + 1)
        }
        change.did("workbook.\(status.rawValue)", subject, detail: "{\"changes\":\(changes)}")
    }

    func opened(_ id: WorkbookReturnID, _ member: Member) async throws(TrackingError) -> OpenedReturn {
        let limit = try Self.limit(member)
        let workspace = member.workspace.id
        let found = try await store.read { connection -> (WorkbookReturn, [UInt8], Workbook, [WorkbookRow])? in
            guard let (returned, bytes) = try WorkbookReturnRow.find(id, workspace, limit, connection),
                let book = try WorkbookStoreRow.find(returned.workbook, workspace, limit, connection)
            else { return nil }
            return (returned, bytes, book, try WorkbookStoreRow.rows(book.id, workspace, connection))
        }
        guard let (returned, bytes, book, base) = found else { throw .workspace(.notFound) }
        let sheets = try await SheetOpening(folder: folder, limits: limits).read(bytes, returned.name).divided()
        guard let marks = ReturnMarks(sheets), marks.workbook == book.id, let period = ReportingPeriod(book.period)
        else {
            throw .foreignWorkbook
        }
        return OpenedReturn(
            returned: returned, book: book, base: base, sheets: sheets, marks: marks, period: period,
            workspace: workspace)
    }

    /// The step in history that took it over, for taking it back; nil where it was not.
    package func batch(_ id: WorkbookReturnID, _ member: Member) async throws(TrackingError) -> FieldChangeID? {
        _ = try Self.limit(member)
        return try await store.read { connection in
            try FieldChangeRow.of(Subject(.workbookReturn, id.value), member.workspace.id, limit: 1, connection)
                .first { $0.new == WorkbookReturn.Status.applied.rawValue }?.batch
        }
    }
}

/// A workbook that came back, with everything it is compared with but the plan itself.
struct OpenedReturn: Sendable {
    let returned: WorkbookReturn
    let book: Workbook
    let base: [WorkbookRow]
    let sheets: SheetFile
    let marks: ReturnMarks
    let period: ReportingPeriod
    let workspace: WorkspaceID

    func preview(_ words: WorkbookWords, _ connection: any ReadConnection) throws -> ReturnPreview {
        try compared(words, connection).preview
    }

    func compared(
        _ words: WorkbookWords, _ connection: any ReadConnection
    ) throws -> (preview: ReturnPreview, stock: WorkbookStock) {
        let stock = try WorkbookStock(book.institution, period, workspace, only: base, connection)
        let actions = try Action.of(stock.commitments.keys.sorted(), workspace, connection).filter { !$0.isWithdrawn }
        var comparing = ReturnComparing(
            ReturnPreview(workbook: book, returned: returned), base: base, stock: stock, actions: actions, words: words)
        comparing.compare(sheets, marks)
        return (comparing.preview, stock)
    }
}
