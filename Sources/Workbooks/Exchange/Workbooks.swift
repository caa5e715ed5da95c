package import Domain
import FollowUp
import FoundationEssentials
import Ingest
package import Locales
import People
import Plans
import Reports
import Secrets
import Store

/// Workbooks that institutions fill in offline: handed out, sent back, looked at, taken over.
package struct Workbooks: Sendable {
    let store: SheetStore
    let folder: String
    let limits: SheetLimits

    init(_ store: WorkspaceStore, folder: String) {
        self.store = SheetStore(workspace: store)
        self.folder = folder
        var limits = SheetLimits()
        limits.columnsMax = 64
        self.limits = limits
    }

    /// A file as it is sent to whoever asked.
    package struct Made: Sendable {
        package var workbook: Workbook
        package var bytes: [UInt8]
        /// `aldora-moj-2026-Q3.xlsx`.
        package var fileName: String
    }

    /// Makes the workbook of an institution, in its language, or of the whole plan; as XLSX, or as one table of text (CSV). A focal point
    /// gets her own institution's alone.
    package func make(
        for institution: InstitutionID?, asked language: LanguageTag? = nil, asTable: Bool = false, _ locales: Locales,
        by member: Member
    ) async throws(TrackingError) -> Made {
        let institution = try Self.scope(institution, member)
        let workspace = member.workspace
        let setting = try await store.read { try ProgressSettingRow.find(workspace.id, $0) }
        let today = workspace.day(at: store.workspace.clock.milliseconds())
        guard let period = ReportingPeriod(containing: today, months: setting.months)
        else { throw .workspace(.store("the clock says no day")) }
        let stock = try await store.read { try WorkbookStock(institution, period, workspace.id, $0) }
        let own = institution.flatMap { stock.institutions[$0] }
        if institution != nil, own == nil { throw .workspace(.notFound) }
        let tag = own?.language ?? language ?? workspace.language
        let words = WorkbookWords(locales[tag.rawValue] ?? locales.english, all: locales.all)
        let book = Workbook(
            id: WorkbookID(try await store.take(.workbook).lowerBound), workspace: workspace.id,
            institution: institution, language: LanguageTag(words.catalogue.tag), period: period.code,
            secret: Token.make(), made: store.instant, madeBy: member.name,
            rows: stock.actions.count + stock.planned.count)
        let form = WorkbookForm(book: book, workspace: workspace, own: own, stock: stock, words: words)
        let bytes = asTable ? form.workbook.table() : try await written(form.workbook)
        try await store.change(member) { change in
            try WorkbookStoreRow.insert(book, stock.rows, change.connection)
            change.did("workbook.make", Subject(.workbook, book.id.value), detail: "{\"rows\":\(book.rows)}")
        }
        let name = [workspace.slug, own.map { FileTitle.slug($0.abbreviation ?? "i\($0.id)") } ?? "plan", book.period]
        return Made(workbook: book, bytes: bytes, fileName: name.joined(separator: "-") + (asTable ? ".csv" : ".xlsx"))
    }

    /// The institution whose rows alone may go out or come in.
    static func scope(_ asked: InstitutionID?, _ member: Member) throws(TrackingError) -> InstitutionID? {
        do throws(WorkspaceError) {
            guard let own = try member.limit(.exchangeWorkbooks) else { return asked }
            guard asked == nil || asked == own else { throw .notFound }
            return own
        } catch { throw .workspace(error) }
    }

    static func limit(_ member: Member) throws(TrackingError) -> InstitutionID? { try scope(nil, member) }

    @concurrent
    private func written(_ form: FormWorkbook) async throws(TrackingError) -> [UInt8] {
        let path = folder + "/.workbook-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        do throws(ExportError) { try form.write(to: path) } catch {
            throw .workspace(.store("\(folder) cannot be written to"))
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .workspace(.store("\(folder) cannot be read from"))
        }
        return Array(data)
    }

    package struct Listing: Sendable {
        package var made: [Workbook]
        package var returned: [WorkbookReturn]
        package var institutions: [Institution]
    }

    /// What went out and what came back, newest first; for a focal point her institution's.
    package func all(_ member: Member) async throws(TrackingError) -> Listing {
        let limit = try Self.limit(member)
        let workspace = member.workspace.id
        return try await store.read { connection in
            Listing(
                made: try WorkbookStoreRow.all(workspace, limit, connection),
                returned: try WorkbookReturnRow.all(workspace, limit, connection),
                institutions: try InstitutionRow.all(workspace, connection).filter { limit == nil || $0.id == limit })
        }
    }
}

extension Plans {
    package var workbooks: Workbooks { Workbooks(store, folder: folder) }
}

extension FileTitle {
    /// Small Latin letters and digits alone.
    static func slug(_ text: String) -> String {
        let kept = WordKey.of(text).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return kept.isEmpty ? "institution" : String(kept.prefix(20))
    }
}

extension Workbook {
    /// Ties a row's id and version to this workbook: an id that was put in by hand has no seal.
    func seal(_ kind: WorkbookRowKind, _ id: Int64, _ version: Int) -> String {
        String(Digest.sha256Hex("\(secret)|\(kind.rawValue)|\(id)|\(version)").prefix(16))
    }
}
