import Programmes

/// One file of the open data.
package struct PublicFile: Sendable {
    package let name: String
    package let contentType: String
    package let meaning: String
    fileprivate let content: Content

    fileprivate enum Content: Sendable {
        case lines(PublicTable)
        case sheet(PublicTable, header: [UInt8])
        case activities(Programmes)
    }

    static func files(of table: PublicTable) -> [PublicFile] {
        let lines = PublicFile(
            name: table.name + ".jsonl", contentType: "application/jsonl; charset=utf-8", meaning: table.meaning,
            content: .lines(table))
        guard let header = table.tableHeader else { return [lines] }
        let sheet = PublicFile(
            name: table.name + ".csv", contentType: "text/csv; charset=utf-8", meaning: table.meaning,
            content: .sheet(table, header: header))
        return [lines, sheet]
    }

    static func activities(_ programmes: Programmes) -> PublicFile {
        PublicFile(
            name: "programmes.iati.xml", contentType: "application/xml; charset=utf-8",
            meaning: "Every public programme of cooperation that has what the aid-data standard needs (IATI 2.03).",
            content: .activities(programmes))
    }
}

/// A file of open data while it is made: piece after piece, no more than a page of rows at a time.
package struct PublicPieces {
    private let content: PublicFile.Content
    private var after: String?
    private var isBegun = false
    private var isEnded = false
    private var export: ProgrammeExport?

    package init(_ file: PublicFile) { content = file.content }

    /// The next piece; nil at the end.
    package mutating func next() async throws -> [UInt8]? {
        switch content {
        case .lines(let table): return try await page(table)?.lines
        case .sheet(let table, let header):
            guard isBegun else {
                isBegun = true
                return header
            }
            return try await page(table)?.table
        case .activities(let programmes):
            var export = try self.export ?? ProgrammeExport(programmes, .everybody)
            let bytes = try await export.next()
            self.export = export
            return bytes
        }
    }

    private mutating func page(_ table: PublicTable) async throws -> PublicPage? {
        guard !isEnded else { return nil }
        let page = try await table.page(after)
        after = page.next
        isEnded = page.next == nil
        return page
    }
}
