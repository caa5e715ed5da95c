import Documents
import Domain
import FoundationEssentials
import Store

/// Options of a reading, as they are stored with it.
struct StoredOptions: Codable, Sendable {
    var kind: DocumentKind?
    var language: LanguageTag?
    var symbol: DocumentSymbol?
    var state: StateCode?
    var mechanism: MechanismCode?
    var recognises: Bool
    var rules: ParagraphRules?

    init(_ options: DocumentReader.Options) {
        kind = options.kind
        language = options.language
        symbol = options.symbol
        state = options.state
        mechanism = options.mechanism
        recognises = options.recognises
        rules = options.rules
    }

    var options: DocumentReader.Options {
        DocumentReader.Options(
            kind: kind, language: language, symbol: symbol, state: state, mechanism: mechanism, recognises: recognises,
            rules: rules)
    }
}

extension Desk {
    var vault: DeskVault { DeskVault(folder: folder) }

    func json(_ value: some Encodable) throws(DeskError) -> String {
        String(decoding: try vault.put(value, for: "", sealed: false).dropFirst(), as: UTF8.self)
    }

    func options(_ row: ReadingRow) throws(DeskError) -> DocumentReader.Options {
        try vault.get(StoredOptions.self, [0] + Array(row.options.utf8), for: "").options
    }

    /// The reading as the caller sees it. The name of a communication, and of what may still turn out to be one, is for
    /// coordinators and whoever brought it; its title tells too much for anybody.
    func reading(
        _ row: ReadingRow, _ counts: Reading.Counts?, for caller: Caller
    ) throws(DeskError) -> Reading {
        var facts = try row.facts.map { facts throws(DeskError) in
            try vault.get(DocumentFacts.self, facts, for: VaultPlace.facts(row.id.value))
        }
        if row.isRestricted { facts?.title = nil }
        let hidesName = row.isSealed && caller.role != .coordinator && caller.name != row.receivedBy
        let name =
            row.isRestricted || hidesName
            ? "\(row.id)"
            : String(decoding: try vault.unwrap(row.name, for: VaultPlace.name(row.id.value)), as: UTF8.self)
        return Reading(
            id: row.id, name: name, sizeBytes: row.sizeBytes, status: row.status, facts: facts,
            factsVersion: row.factsVersion, isRestricted: row.isRestricted,
            failure: row.failure.map { text in
                (try? JSONDecoder().decode(ReadingFailure.self, from: Data(text.utf8)))
                    ?? ReadingFailure(.other, text)
            }, received: row.received, receivedBy: row.receivedBy, read: row.read, counts: counts ?? .init())
    }

    func item(_ row: ReadingItemRow) throws(DeskError) -> ReadingItem {
        let place = VaultPlace.item(row.id.value)
        return ReadingItem(
            id: row.id, reading: row.reading,
            original: try row.original.map { bytes throws(DeskError) in
                try vault.get(Finding.self, bytes, for: place)
            }, current: try vault.get(Finding.self, row.current, for: place), status: row.status, version: row.version,
            decidedBy: row.decidedBy, decidedAt: row.decidedAt, mergedInto: row.mergedInto,
            recommendation: row.recommendation)
    }

    /// A read, with the store's errors as this desk's.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any ReadConnection) throws -> T
    ) async throws(DeskError) -> T {
        do throws(StoreError) { return try await database.read(body) } catch { throw DeskError(error) }
    }

    /// A change; what its body throws as `DeskError` comes out as that.
    func change<T: Sendable>(
        _ body: @Sendable @escaping (any WriteConnection, inout LogDraft, _ at: String) throws -> T
    ) async throws(DeskError) -> T {
        let at = clock.instant
        do throws(StoreError) {
            return try await database.change(at: at) { try body($0, &$1, at) }.value
        } catch { throw DeskError(error) }
    }
}

extension DeskError {
    init(_ error: StoreError) {
        if case .abandoned(let own as DeskError) = error { self = own } else { self = .store(error.description) }
    }
}

extension ReadingFailure {
    init(_ error: DocumentError) {
        switch error {
        case .unreadable(_, let reason): self.init(.unreadable, reason)
        case .empty: self.init(Code.empty)
        case .notADocument(let saw): self.init(.notADocument, saw)
        case .oldWord: self.init(Code.oldWord)
        case .passwordProtected: self.init(Code.passwordProtected)
        case .damaged(let reason), .hostile(let reason): self.init(.damaged, reason)
        case .scanned(let pages, let canRecognise):
            self.init(canRecognise ? .scannedRecognisable : .scanned, String(pages))
        case .limit(let limit, let max): self.init(Self.code(limit), String(max))
        case .programMissing(_, let package): self.init(.programMissing, package)
        case .programLimit(let program): self.init(.programLimit, program)
        case .programFailed(let program, _): self.init(.programFailed, program)
        case .noSuchPage(let page): self.init(.damaged, "page \(page)")
        }
    }

    private static func code(_ limit: DocumentError.Limit) -> Code {
        switch limit {
        case .fileSizeBytes: .tooLarge
        case .pages, .recognisedPages: .tooManyPages
        case .textBytes: .tooMuchText
        case .archiveRatio, .archiveEntries, .depth: .archiveBomb
        case .paragraphs: .tooManyParagraphs
        }
    }
}
