import Documents
import Domain
import FoundationEssentials
import Store

extension Desk {
    /// A reading that says nothing for this long is taken for abandoned.
    static let quietMilliseconds: Int64 = 15 * 60_000

    /// How often a reading is taken up: a file that ends the process each time does not keep it down.
    static let triesMax = 3

    /// Clears the place of files of what crashes left there; at the start of every process that reads.
    package func tidy() { DeskFile.removeLeftovers(folder) }

    /// Makes what was being read wait again: for the only process of a store, at its start.
    package func takeUp() async throws(DeskError) {
        try await change { connection, _, at in try ReadingWork.release(at: at, connection) }
    }

    /// Reads the file that waits longest; false where none waits. A file that cannot be read keeps the reason.
    package func readNext(worker: String) async throws(DeskError) -> Bool {
        let quiet = Clock.instant(clock.milliseconds() - Self.quietMilliseconds)
        let taken = try await change { connection, _, at -> (id: ReadingID, tries: Int)? in
            guard let id = try ReadingWork.take(worker, at: at, quietSince: quiet, connection) else { return nil }
            return (id, try ReadingWork.tries(id, connection))
        }
        guard let taken else { return false }
        if taken.tries > Self.triesMax {
            try await fail(taken.id, worker, ReadingFailure(.interrupted, String(Self.triesMax)))
        } else {
            try await read(taken.id, worker: worker)
        }
        return true
    }

    private func read(_ id: ReadingID, worker: String) async throws(DeskError) {
        guard let row = try await read({ try ReadingRow.find(id, $0) }) else { return }
        let bytes: [UInt8]
        let options: DocumentReader.Options
        do throws(DeskError) {
            options = try self.options(row)
            bytes = try await file(id)
        } catch {
            guard case .sealed(let reason) = error else { throw error }
            return try await fail(id, worker, ReadingFailure(.keyMissing, reason))
        }
        do throws(DocumentError) {
            let file: DeskFile
            do throws(DeskError) { file = try DeskFile(folder: folder, bytes) } catch {
                throw .unreadable(path: "", reason: "\(error)")
            }
            defer { file.remove() }
            let result = try await DocumentReader(reference: reference, programs: programs).read(file.path, options)
            do throws(DeskError) {
                try await keep(id, worker, result, bytes)
            } catch {
                guard case .store(let reason) = error else { throw .unreadable(path: "", reason: "\(error)") }
                throw .unreadable(path: "", reason: reason)
            }
        } catch {
            // Not the file's fault: whoever takes it up next reads it.
            guard !Task.isCancelled else { return }
            try await fail(id, worker, ReadingFailure(error))
        }
    }

    private func fail(_ id: ReadingID, _ worker: String?, _ failure: ReadingFailure) async throws(DeskError) {
        let text = try json(failure)
        try await change { connection, log, at in
            if let worker {
                guard try ReadingWork.hold(id, worker, at: at, connection) else { return }
            }
            guard var row = try ReadingRow.find(id, connection) else { return }
            row.status = .failed
            row.failure = text
            try row.update(at: at, connection)
            log.audit(
                AuditEntry(
                    actor: Caller.system.name, action: "reading.failed", subject: "reading/\(id)",
                    detail: "{\"code\":\"\(failure.code.rawValue)\"}"))
        }
    }

    /// Keeps what was read: open items are replaced, decided ones stay. A communication stays sealed, everything else is opened.
    ///
    /// `worker` is nil where a caller has it read himself; `factsVersion` is then the version he has seen. `replacing`
    /// puts what was read in the place of everything that was accepted, too.
    func keep(
        _ id: ReadingID, _ worker: String?, _ result: DocumentReader.Result, _ bytes: [UInt8],
        factsVersion: Int? = nil, replacing: Bool = false, by person: Caller = .system
    ) async throws(DeskError) {
        let reading = result.reading
        let isRestricted = reading.facts.kind == .communication
        let first = try await takeIDs("reading_item", max(1, reading.findings.count)).lowerBound
        let form = try stored(id, result, bytes, isRestricted)
        let decided = replacing ? [] : try await decidedPlaces(id)
        let items = try stored(reading.findings, id, first: first, sealed: isRestricted) { finding in
            !decided.contains(Self.place(finding))
        }
        guard let row = try await read({ try ReadingRow.find(id, $0) }) else { throw .notFound }
        let name = try vault.unwrap(row.name, for: VaultPlace.name(id.value))
        let nameForm = try vault.wrap(name, for: VaultPlace.name(id.value), sealed: isRestricted)
        try await change { connection, log, at in
            if let worker {
                guard try ReadingWork.hold(id, worker, at: at, connection) else { return }
            }
            guard var row = try ReadingRow.find(id, connection) else { return }
            if let factsVersion, factsVersion != row.factsVersion { throw DeskError.stale(version: row.factsVersion) }
            if replacing || isRestricted && !row.isRestricted { try ReadingItemRow.removeAll(of: id, connection) }
            row.name = nameForm
            row.status = .open
            row.isSealed = isRestricted
            row.isRestricted = isRestricted
            row.facts = form.facts
            row.factsVersion += row.read == nil ? 0 : 1
            row.symbol = isRestricted ? nil : reading.facts.symbol?.key
            row.language = isRestricted ? nil : reading.facts.language.rawValue
            row.failure = nil
            row.read = at
            try row.update(at: at, connection)
            try ReadingBody.putFile(id, form.file, connection)
            try ReadingBody.putText(
                id, form.text, names: form.names, nameCount: reading.sealedNames.count, connection)
            try ReadingItemRow.remove(open: id, connection)
            try ReadingItemRow.insert(items, connection)
            try ReadingItemRow.settle(id, at: at, connection)
            log.audit(
                AuditEntry(
                    actor: person.name, action: "reading.read", subject: "reading/\(id)",
                    detail: "{\"kind\":\"\(reading.facts.kind.rawValue)\",\"findings\":\(reading.findings.count)}"))
        }
    }

    /// What was decided on already: it is not put before people again.
    private func decidedPlaces(_ id: ReadingID) async throws(DeskError) -> Set<String> {
        let rows = try await read { try ReadingItemRow.all(of: id, $0) }
        var places: Set<String> = []
        for row in rows where row.status != .open {
            guard let original = try item(row).original else { continue }
            places.insert(Self.place(original))
        }
        return places
    }

    private static func place(_ finding: Finding) -> String {
        "\(finding.kind.rawValue) \(finding.paragraph?.sortKey ?? finding.text) \(finding.lines?.lowerBound ?? 0)"
    }

    struct StoredForm: Sendable {
        var facts: [UInt8]
        var text: [UInt8]
        var names: [UInt8]?
        var file: [[UInt8]]
    }

    private func stored(
        _ id: ReadingID, _ result: DocumentReader.Result, _ bytes: [UInt8], _ sealed: Bool
    ) throws(DeskError) -> StoredForm {
        let reading = result.reading
        return StoredForm(
            facts: try vault.put(reading.facts, for: VaultPlace.facts(id.value), sealed: sealed),
            text: try vault.put(result.text, for: VaultPlace.text(id.value), sealed: sealed),
            names: reading.sealedNames.isEmpty
                ? nil : try vault.put(reading.sealedNames, for: VaultPlace.names(id.value), sealed: true),
            file: try fileParts(bytes, id, sealed: sealed))
    }

    func stored(
        _ findings: [Finding], _ id: ReadingID, first: Int64, sealed: Bool,
        where isWanted: (Finding) -> Bool = { _ in true }
    ) throws(DeskError) -> [ReadingItemRow] {
        var items: [ReadingItemRow] = []
        items.reserveCapacity(findings.count)
        for (place, finding) in findings.enumerated() where isWanted(finding) {
            let item = ReadingItemID(first + Int64(place))
            let bytes = try vault.put(finding, for: VaultPlace.item(item.value), sealed: sealed)
            items.append(
                ReadingItemRow(
                    id: item, reading: id, place: Int64(place + 1) * ReadingItemRow.placeStep, original: bytes,
                    current: bytes, isDoubtful: finding.isDoubtful, page: finding.page))
        }
        return items
    }
}
