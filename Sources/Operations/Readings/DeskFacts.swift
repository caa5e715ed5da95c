import Documents
package import Domain
import Store

extension Desk {
    /// Corrects what the first page says. A changed kind, State, language or symbol has the file's text read anew.
    package func correct(
        _ id: ReadingID, version: Int, _ facts: DocumentFacts, by caller: Caller
    ) async throws(DeskError) -> Reading {
        try admit(caller)
        guard let row = try await read({ try ReadingRow.find(id, $0) }) else { throw .notFound }
        guard row.factsVersion == version else { throw .stale(version: row.factsVersion) }
        guard let stored = row.facts, row.status == .open || row.status == .done else { throw .notRead }
        let old = try vault.get(DocumentFacts.self, stored, for: VaultPlace.facts(id.value))
        guard old.kind == .communication || facts.kind == .communication, old.kind != facts.kind else {
            return try await correct(row, old, facts, by: caller)
        }
        // What is sealed is opened, or sealed from now on.
        guard caller.role == .coordinator else { throw .forbidden }
        try await read { try Self.checkNothingAccepted(id, $0) }
        return try await correct(row, old, facts, by: caller)
    }

    private func correct(
        _ row: ReadingRow, _ old: DocumentFacts, _ facts: DocumentFacts, by caller: Caller
    ) async throws(DeskError) -> Reading {
        var facts = facts
        facts.pageCount = old.pageCount
        facts.doubts = []
        if row.isRestricted, facts.kind == .communication { facts.title = old.title }
        let isOther =
            old.kind != facts.kind || old.state != facts.state || old.language != facts.language
            || old.symbol != facts.symbol
        if isOther {
            try await readAnew(row, facts, by: caller)
        } else {
            try await replaceFacts(row, facts, by: caller)
        }
        return try await reading(row.id, for: caller).reading
    }

    private func readAnew(_ row: ReadingRow, _ facts: DocumentFacts, by caller: Caller) async throws(DeskError) {
        guard let bytes = try await read({ try ReadingBody.text(row.id, $0) }) else { throw .notRead }
        let text = try vault.get(DocumentText.self, bytes, for: VaultPlace.text(row.id.value))
        var options = try self.options(row)
        options.kind = facts.kind
        options.language = facts.language
        options.symbol = facts.symbol
        options.state = facts.state
        options.mechanism = facts.mechanism
        var reading = DocumentReader(reference: reference, programs: programs).interpret(text, options)
        reading.facts = facts
        try await keep(
            row.id, nil, .init(text: text, reading: reading), try await file(row.id), factsVersion: row.factsVersion,
            by: caller)
    }

    private func replaceFacts(_ row: ReadingRow, _ facts: DocumentFacts, by caller: Caller) async throws(DeskError) {
        let id = row.id
        let form = try vault.put(facts, for: VaultPlace.facts(id.value), sealed: row.isRestricted)
        let symbol = row.isRestricted ? nil : facts.symbol?.key
        try await change { connection, log, at in
            guard var now = try ReadingRow.find(id, connection) else { throw DeskError.notFound }
            guard now.factsVersion == row.factsVersion else { throw DeskError.stale(version: now.factsVersion) }
            now.facts = form
            now.factsVersion += 1
            now.symbol = symbol
            try now.update(at: at, connection)
            log.audit(AuditEntry(actor: caller.name, action: "reading.correct", subject: "reading/\(id)"))
        }
    }
}
