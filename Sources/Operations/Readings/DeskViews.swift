package import Documents
package import Domain
import FoundationEssentials
import Store

extension Desk {
    private static let listMax = 500

    /// Newest first, at most 500; `before` is the last one of the page before.
    package func list(
        before: ReadingID? = nil, limit: Int = 500, for caller: Caller
    ) async throws(DeskError) -> [Reading] {
        try admit(caller)
        let rows = try await read { connection in
            let rows = try ReadingRow.all(before: before, limit: max(1, min(limit, Self.listMax)), connection)
            let counts = try ReadingItemRow.counts(rows.map(\.id), connection)
            return rows.map { (row: $0, counts: counts[$0.id]) }
        }
        var readings: [Reading] = []
        for entry in rows { readings.append(try reading(entry.row, entry.counts, for: caller)) }
        return readings
    }

    package func reading(_ id: ReadingID, for caller: Caller) async throws(DeskError) -> ReadingPage {
        try admit(caller)
        struct Found: Sendable {
            var row: ReadingRow
            var items: [ReadingItemRow]
            var counts: Reading.Counts?
            var twins: [ReadingID]
            var names: Int
            var document: DocumentID?
        }
        let found = try await read { connection -> Found? in
            guard let row = try ReadingRow.find(id, connection) else { return nil }
            return Found(
                row: row, items: try ReadingItemRow.all(of: id, connection),
                counts: try ReadingItemRow.counts([id], connection)[id], twins: try row.twins(connection),
                names: try ReadingBody.nameCount(id, connection),
                document: row.isRestricted ? nil : try DocumentFileRow.document(of: id, connection))
        }
        guard let found else { throw .notFound }
        var items: [ReadingItem] = []
        for row in found.items { items.append(try item(row)) }
        return ReadingPage(
            reading: try reading(found.row, found.counts, for: caller), items: items, twins: found.twins,
            showsText: !found.row.isRestricted || caller.role == .coordinator, sealedNames: found.names,
            document: found.document)
    }

    /// The document's text, as it was read. Of a communication all but coordinators see it without the names that are sealed; one in
    /// which no name was found is shown to coordinators alone, as its names may have been overlooked.
    package func text(of id: ReadingID, for caller: Caller) async throws(DeskError) -> DocumentText {
        try admit(caller)
        // In one read: what is sealed meanwhile is not taken for open.
        let found = try await read { connection in
            try ReadingRow.find(id, connection).map {
                (row: $0, text: try ReadingBody.text(id, connection), names: try ReadingBody.names(id, connection))
            }
        }
        guard let (row, stored, sealed) = found else { throw .notFound }
        guard let stored else { throw .notRead }
        let text = try vault.get(DocumentText.self, stored, for: VaultPlace.text(id.value))
        guard row.isSealed, caller.role != .coordinator else { return text }
        guard row.isRestricted, let facts = row.facts, let sealed else { throw .forbidden }
        let redacted = DocumentReader(reference: reference, programs: programs).redacted(
            text, try vault.get(DocumentFacts.self, facts, for: VaultPlace.facts(id.value)))
        return redacted.withoutNames(try vault.get([String].self, sealed, for: VaultPlace.names(id.value)))
    }

    /// A page of a PDF as PNG; page from 1.
    package func picture(of id: ReadingID, page: Int, for caller: Caller) async throws(DeskError) -> [UInt8] {
        try admit(caller)
        try await mayShow(id, caller)
        guard (1...2_000).contains(page) else { throw .invalid(field: "page", allowed: "1...2000") }
        let file = try DeskFile(folder: folder, try await self.file(id))
        defer { file.remove() }
        do throws(DocumentError) {
            return try await PagePicture(programs: programs).png(file.path, page: page)
        } catch { throw .picture(error.message) }
    }

    /// The names a communication's reader took out. Told to the audit log.
    package func unseal(_ id: ReadingID, by caller: Caller) async throws(DeskError) -> [String] {
        guard caller.role == .coordinator else { throw .forbidden }
        let names = try await change { connection, log, _ in
            guard try ReadingRow.find(id, connection) != nil else { throw DeskError.notFound }
            log.audit(AuditEntry(actor: caller.name, action: "reading.unseal", subject: "reading/\(id)"))
            return try ReadingBody.names(id, connection)
        }
        guard let names else { return [] }
        return try vault.get([String].self, names, for: VaultPlace.names(id.value))
    }

    /// Pages of what is, or may still turn out to be, a communication are for coordinators: names stand in their pictures.
    private func mayShow(_ id: ReadingID, _ caller: Caller) async throws(DeskError) {
        guard let row = try await read({ try ReadingRow.find(id, $0) }) else { throw .notFound }
        guard !row.isSealed || caller.role == .coordinator else { throw .forbidden }
    }
}

extension DocumentText {
    /// Without these names and the words of them, in capitals too, wherever a reader overlooked one.
    fileprivate func withoutNames(_ names: [String]) -> DocumentText {
        let parts = names + names.flatMap { $0.split { !$0.isLetter && $0 != "-" }.map(String.init) }
        let words = Set(parts + parts.map { $0.uppercased() })
            .filter { $0.count >= 3 || $0.contains { !$0.isASCII } }.sorted { ($1.count, $0) < ($0.count, $1) }
        func clean(_ line: String) -> String { words.reduce(line) { $0.replacing($1, with: "[…]") } }
        var text = self
        for index in text.lines.indices { text.lines[index].text = clean(text.lines[index].text) }
        text.headers = text.headers.map(clean)
        text.tables = text.tables.map { table in
            Table(
                line: table.line,
                rows: table.rows.map { row in
                    row.map { Cell(paragraphs: $0.paragraphs.map(clean), columns: $0.columns) }
                })
        }
        return text
    }
}
