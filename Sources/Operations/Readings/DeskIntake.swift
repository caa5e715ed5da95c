package import Documents
package import Domain
import Secrets
import Store

extension Desk {
    /// Takes a file in. It is read in the background, in the order of arrival.
    ///
    /// It is kept sealed until it is known to be no communication.
    package func receive(
        _ name: String, _ bytes: [UInt8], _ options: DocumentReader.Options = .init(), by caller: Caller
    ) async throws(DeskError) -> Received {
        try admit(caller)
        guard !bytes.isEmpty else { throw .fileEmpty }
        guard bytes.count <= Self.fileBytesMax else { throw .fileTooLarge(bytesMax: Self.fileBytesMax) }
        let digest = Digest.sha256Hex(bytes)
        if let known = try await read({ try ReadingRow.find(digest: digest, $0)?.id }) {
            return Received(reading: known, isKnown: true)
        }
        let id = ReadingID(try await takeIDs("reading", 1).lowerBound)
        let row = ReadingRow(
            id: id, name: try vault.wrap(Array(Self.fileName(name).utf8), for: VaultPlace.name(id.value), sealed: true),
            sizeBytes: bytes.count, digest: digest, options: try json(StoredOptions(options)),
            received: clock.instant, receivedBy: caller.name)
        let parts = try fileParts(bytes, id, sealed: true)
        return try await change { connection, log, _ in
            // Somebody else may have brought the same file meanwhile.
            if let known = try ReadingRow.find(digest: digest, connection)?.id {
                return Received(reading: known, isKnown: true)
            }
            try row.insert(connection)
            try ReadingBody.putFile(id, parts, connection)
            log.audit(
                AuditEntry(
                    actor: caller.name, action: "reading.receive", subject: "reading/\(id)",
                    detail: "{\"sha256\":\"\(digest)\",\"bytes\":\(bytes.count)}"))
            return Received(reading: id, isKnown: false)
        }
    }

    /// The name without its folder, at most 200 characters.
    static func fileName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
        let clean = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
        return clean.isEmpty ? "document" : String(clean.prefix(200))
    }

    func takeIDs(_ kind: String, _ count: Int) async throws(DeskError) -> Range<Int64> {
        do throws(StoreError) { return try await ids.take(kind, count) } catch { throw DeskError(error) }
    }

    /// Puts the file into pieces for the store.
    func fileParts(_ bytes: [UInt8], _ id: ReadingID, sealed: Bool) throws(DeskError) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(ReadingBody.partBytes)
            rest = rest.dropFirst(part.count)
            parts.append(
                try vault.wrap(Array(part), for: VaultPlace.file(id.value, part: parts.count), sealed: sealed))
        }
        return parts
    }

    /// The file's bytes.
    func file(_ id: ReadingID) async throws(DeskError) -> [UInt8] {
        var bytes: [UInt8] = []
        for (number, part) in try await read({ try ReadingBody.file(id, $0) }).enumerated() {
            bytes += try vault.unwrap(part, for: VaultPlace.file(id.value, part: number))
        }
        return bytes
    }

    /// Has a file read again: after a failure, or with other options. Open items are replaced, decided ones stay.
    package func readAgain(
        _ id: ReadingID, _ options: DocumentReader.Options, by caller: Caller
    ) async throws(DeskError) {
        try admit(caller)
        let desk = self
        try await change { connection, log, at in
            guard var row = try ReadingRow.find(id, connection) else { throw DeskError.notFound }
            var options = options
            options.kind = try desk.kind(of: row, asked: options.kind, by: caller, connection)
            row.options = try desk.json(StoredOptions(options))
            row.status = .waiting
            row.failure = nil
            try row.update(at: at, connection)
            log.audit(AuditEntry(actor: caller.name, action: "reading.again", subject: "reading/\(id)"))
        }
    }

    /// What a file is read as again. A communication stays one, and what may still turn out to be one keeps the kind it was received
    /// with, unless somebody names another who may open it.
    private func kind(
        of row: ReadingRow, asked: DocumentKind?, by caller: Caller, _ connection: any ReadConnection
    ) throws -> DocumentKind? {
        guard row.isSealed else { return asked }
        let known = row.isRestricted ? .communication : try options(row).kind
        guard let asked, asked != known else { return known }
        if asked == .communication { return asked }
        let isOwn = !row.isRestricted && row.receivedBy == caller.name
        guard caller.role == .coordinator || isOwn else { throw DeskError.forbidden }
        if row.isRestricted { try Self.checkNothingAccepted(row.id, connection) }
        return asked
    }

    /// What became part of the record, or was settled, holds a document's kind.
    static func checkNothingAccepted(_ id: ReadingID, _ connection: any ReadConnection) throws {
        guard try ReadingItemRow.counts([id], connection)[id]?.accepted ?? 0 == 0 else {
            throw DeskError.invalid(field: "kind", allowed: "nothing accepted; take the import back first")
        }
    }

    /// Takes a reading of which nothing was accepted off the desk, file and all. Coordinators only.
    package func remove(_ id: ReadingID, by caller: Caller) async throws(DeskError) {
        guard caller.role == .coordinator else { throw .forbidden }
        try await change { connection, log, _ in
            guard let row = try ReadingRow.find(id, connection) else { throw DeskError.notFound }
            let accepted = try ReadingItemRow.counts([id], connection)[id]?.accepted ?? 0
            guard accepted == 0 || row.isRestricted else {
                throw DeskError.invalid(field: "reading", allowed: "nothing accepted; take the import back first")
            }
            try ReadingRow.remove(id, connection)
            log.audit(AuditEntry(actor: caller.name, action: "reading.remove", subject: "reading/\(id)"))
        }
    }
}
