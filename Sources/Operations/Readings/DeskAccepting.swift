package import Domain
import Store

extension Desk {
    /// Takes items into the record (of a communication: marks them as settled). An item whose version is not the one that was seen
    /// refuses the whole. Several documents may be accepted at the same time; each is an import of its own.
    package func accept(
        _ id: ReadingID, _ selection: ItemSelection, by caller: Caller
    ) async throws(DeskError) -> Acceptance { try await accept(id, selection, named: nil, by: caller) }

    /// `named` is the import's name.
    func accept(
        _ id: ReadingID, _ selection: ItemSelection, named: String?, by caller: Caller
    ) async throws(DeskError) -> Acceptance {
        try admit(caller)
        guard let row = try await read({ try ReadingRow.find(id, $0) }) else { throw .notFound }
        guard let stored = row.facts else { throw .notRead }
        let facts = try vault.get(DocumentFacts.self, stored, for: VaultPlace.facts(id.value))
        let items = try await selected(id, selection)
        guard !items.isEmpty else { return Acceptance() }
        guard let source = FindingDrafts.source(facts.kind) else { return try await settle(id, items, by: caller) }
        if let field = FindingDrafts.missing(facts) { throw .invalid(field: field, allowed: "known") }
        let name = String(decoding: try vault.unwrap(row.name, for: VaultPlace.name(id.value)), as: UTF8.self)
        return try await take(id, (name, named), facts, source, items, by: caller)
    }

    private func selected(
        _ id: ReadingID, _ selection: ItemSelection
    ) async throws(DeskError) -> [ReadingItemRow] {
        switch selection {
        case .items(let items):
            let rows = try await checked(items)
            guard rows.allSatisfy({ $0.reading == id }) else { throw .notFound }
            return rows.filter { $0.status == .open }
        case .allOpen, .certain, .allButDropped:
            return try await read { connection in
                try ReadingItemRow.all(of: id, connection).filter { selection.contains($0) }
            }
        }
    }

    private func checked(_ items: [ReadingItemID: Int]) async throws(DeskError) -> [ReadingItemRow] {
        do throws(StoreError) {
            return try await database.read { try Self.current(items, $0) }
        } catch { throw DeskError(error) }
    }

    /// A communication's findings stay on the desk.
    private func settle(
        _ id: ReadingID, _ items: [ReadingItemRow], by caller: Caller
    ) async throws(DeskError) -> Acceptance {
        try await mark(id, items, key: { _ in nil }, source: nil, importID: nil, by: caller)
        var acceptance = Acceptance()
        acceptance.accepted = items.count
        return acceptance
    }

    private func take(
        _ id: ReadingID, _ names: (file: String, run: String?), _ facts: DocumentFacts, _ source: SourceCode,
        _ rows: [ReadingItemRow], by caller: Caller
    ) async throws(DeskError) -> Acceptance {
        var acceptance = Acceptance()
        let plan = try await plan(id, facts, source, rows, &acceptance)
        guard !plan.drafts.isEmpty else { return acceptance }
        // The time alone could name two.
        let number = try await takeIDs("acceptance", 1).lowerBound
        let order = Importing.Order(
            file: names.file, format: facts.kind.rawValue, source: source,
            name: names.run ?? "\(names.file)-\(clock.instant)-\(number)",
            actor: caller.name)
        let report = try await run(order, plan.drafts)
        acceptance.report = report
        guard report.failure == nil else { return acceptance }
        let rejected = Set(report.rejections.map(\.row))
        for rejection in report.rejections where plan.items.indices.contains(rejection.row - 1) {
            let item = plan.items[rejection.row - 1].id
            acceptance.refused[item] = Self.refusal(rejection, key: plan.keys[item])
        }
        let accepted = plan.items.enumerated().filter { !rejected.contains($0.offset + 1) }.map(\.element)
        let (sourceID, importID) = try await numbers(of: report)
        // What was accepted before and brought nothing now stays as it is.
        let isNews = report.created + report.updated > 0
        let marked = accepted.filter { isNews || $0.status != .accepted }
        try await mark(id, marked, key: { plan.keys[$0] }, source: sourceID, importID: importID, by: caller)
        acceptance.accepted = accepted.count
        return acceptance
    }

    /// The importer refuses a key that stands twice, or a name that is too long.
    private static func refusal(_ rejection: RowRejection, key: String?) -> AcceptanceRefusal {
        rejection.field == "id"
            ? AcceptanceRefusal(code: .twice, detail: key ?? "")
            : AcceptanceRefusal(code: .tooLong, detail: rejection.field)
    }

    private func run(_ order: Importing.Order, _ drafts: [RecommendationDraft]) async throws(DeskError) -> ImportReport
    {
        do throws(ImportError) {
            return try await Importing(database: database, clock: clock).run(order, open: { FindingSource(drafts) })
        } catch { throw .store(error.sentence) }
    }

    struct Plan: Sendable {
        /// In the order of the drafts, whose row is the place here, from 1.
        var items: [ReadingItemRow] = []
        var drafts: [RecommendationDraft] = []
        var keys: [ReadingItemID: String] = [:]
    }

    /// The drafts of items, with the keys they have in the record: those of earlier acceptance stay.
    private func plan(
        _ id: ReadingID, _ facts: DocumentFacts, _ source: SourceCode, _ rows: [ReadingItemRow],
        _ acceptance: inout Acceptance
    ) async throws(DeskError) -> Plan {
        let others = try await read { try ReadingItemRow.all(of: id, $0) }
        let chosen = Set(rows.map(\.id))
        let taken = Set(others.compactMap(\.externalKey))
        let maker = FindingDrafts(facts, reference)
        var fresh: [(row: ReadingItemRow, finding: Finding)] = []
        for row in rows where chosen.contains(row.id) {
            let finding = try item(row).current
            guard finding.kind != .statement || finding.paragraph != nil else {
                acceptance.refused[row.id] = AcceptanceRefusal(code: .noParagraph, detail: "")
                continue
            }
            fresh.append((row, finding))
        }
        let new = fresh.filter { $0.row.externalKey == nil }
        let keys = Dictionary(
            uniqueKeysWithValues: zip(new.map(\.row.id), maker.keys(new.map(\.finding), taken: taken)))
        var plan = Plan()
        for entry in fresh {
            let key = entry.row.externalKey ?? keys[entry.row.id] ?? nil
            let draft = maker.draft(entry.finding, row: plan.items.count + 1, key: key)
            plan.items.append(entry.row)
            plan.drafts.append(draft)
            plan.keys[entry.row.id] = draft.key
        }
        return plan
    }

    private func numbers(of report: ImportReport) async throws(DeskError) -> (Int64?, ImportID?) {
        let source = report.source
        let name = report.name
        return try await read { connection in
            (try SourceRow.number(of: source, connection), try ImportRunRow.named(name, connection)?.id)
        }
    }

    /// Marks items as accepted. One that somebody changed while the import ran stays open: what went in is what was seen.
    private func mark(
        _ id: ReadingID, _ rows: [ReadingItemRow], key: @Sendable @escaping (ReadingItemID) -> String?,
        source: Int64?, importID: ImportID?, by caller: Caller
    ) async throws(DeskError) {
        try await change { connection, log, at in
            for row in rows {
                guard var now = try ReadingItemRow.find([row.id], connection).first else { continue }
                if now.version == row.version { now.status = .accepted }
                now.sourceID = source
                now.externalKey = key(row.id)
                now.importID = importID
                try Self.keep(&now, "accept", at: at, by: caller, connection)
            }
            try ReadingItemRow.settle(id, at: at, connection)
            log.audit(Self.entry("accept", id, rows.map(\.id), caller))
        }
    }
}

extension ItemSelection {
    fileprivate func contains(_ item: ReadingItemRow) -> Bool {
        switch self {
        case .items: false
        case .allOpen: item.status == .open
        case .certain: item.status == .open && !item.isDoubtful
        case .allButDropped: item.status != .dropped
        }
    }
}
