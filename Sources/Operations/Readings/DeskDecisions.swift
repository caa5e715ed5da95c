package import Domain
import Store

extension Desk {
    /// Sets open items aside; they can be reopened.
    package func drop(
        _ id: ReadingID, _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) {
        try admit(caller)
        try await decide(id, items, "drop", by: caller) { item throws(DeskError) in
            guard item.status == .open else { throw DeskError.invalid(field: "status", allowed: "open") }
            guard item.externalKey == nil else {
                throw DeskError.invalid(
                    field: "item", allowed: "what went into the record is taken back with its import")
            }
            item.status = .dropped
        }
    }

    /// Makes decided items open again. What an accepted one brought stays in the record until it is accepted anew.
    package func reopen(
        _ id: ReadingID, _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) {
        try admit(caller)
        try await decide(id, items, "reopen", by: caller) { item throws(DeskError) in
            guard item.status != .open else { throw DeskError.invalid(field: "status", allowed: "accepted, dropped") }
            item.status = .open
            item.mergedInto = nil
        }
    }

    private func decide(
        _ id: ReadingID, _ items: [ReadingItemID: Int], _ action: String, by caller: Caller,
        _ change: @Sendable @escaping (inout ReadingItemRow) throws(DeskError) -> Void
    ) async throws(DeskError) {
        try await self.change { connection, log, at in
            let rows = try Self.current(items, connection)
            guard rows.allSatisfy({ $0.reading == id }) else { throw DeskError.notFound }
            for var row in rows {
                try change(&row)
                try Self.keep(&row, action, at: at, by: caller, connection)
            }
            try ReadingItemRow.settle(id, at: at, connection)
            log.audit(Self.entry(action, id, rows.map(\.id), caller))
        }
    }

    /// Corrects what was read. The item's number, page and lines stay; one that was accepted is open again. Returns the item as it
    /// stands then.
    package func edit(
        _ item: ReadingItemID, version: Int, to finding: Finding, by caller: Caller
    ) async throws(DeskError) -> ReadingItem {
        try admit(caller)
        try Self.check(finding)
        let desk = self
        let row = try await change { connection, log, at in
            guard var row = try Self.current([item: version], connection).first else { throw DeskError.notFound }
            try desk.put(finding, into: &row)
            row.status = .open
            row.mergedInto = nil
            try Self.keep(&row, "edit", at: at, by: caller, connection)
            try ReadingItemRow.settle(row.reading, at: at, connection)
            log.audit(Self.entry("edit", row.reading, [row.id], caller))
            return row
        }
        return try self.item(row)
    }

    /// Makes several of one, 2...`splitMax`, in order; the first keeps the item's id.
    package func split(
        _ item: ReadingItemID, version: Int, into findings: [Finding], by caller: Caller
    ) async throws(DeskError) -> [ReadingItem] {
        try admit(caller)
        guard (2...Self.splitMax).contains(findings.count) else {
            throw .invalid(field: "findings", allowed: "2...\(Self.splitMax)")
        }
        for finding in findings { try Self.check(finding) }
        let first = try await takeIDs("reading_item", findings.count - 1).lowerBound
        let desk = self
        let rows = try await change { connection, log, at in
            guard var row = try Self.current([item: version], connection).first else { throw DeskError.notFound }
            let after = try ReadingItemRow.all(of: row.reading, connection).first { $0.place > row.place }?.place
            let step = ((after ?? row.place + ReadingItemRow.placeStep) - row.place) / Int64(findings.count)
            guard step > 0 else { throw DeskError.invalid(field: "findings", allowed: "no further splitting here") }
            try desk.put(findings[0], into: &row)
            row.status = .open
            try Self.keep(&row, "split", at: at, by: caller, connection)
            var rows = [row]
            for (number, finding) in findings.dropFirst().enumerated() {
                var part = ReadingItemRow(
                    id: ReadingItemID(first + Int64(number)), reading: row.reading,
                    place: row.place + Int64(number + 1) * step, original: nil, current: row.current,
                    isDoubtful: false, page: row.page)
                try desk.put(finding, into: &part, like: row)
                rows.append(part)
            }
            try ReadingItemRow.insert(Array(rows.dropFirst()), connection)
            try ReadingItemRow.settle(row.reading, at: at, connection)
            log.audit(Self.entry("split", row.reading, rows.map(\.id), caller))
            return rows
        }
        var items: [ReadingItem] = []
        for row in rows { items.append(try self.item(row)) }
        return items
    }

    /// Makes one of several of one reading: texts joined in document order, States together, the first one's paragraph.
    package func merge(
        _ items: [ReadingItemID: Int], by caller: Caller
    ) async throws(DeskError) -> ReadingItem {
        try admit(caller)
        guard (2...Self.splitMax).contains(items.count) else {
            throw .invalid(field: "items", allowed: "2...\(Self.splitMax)")
        }
        let desk = self
        let row = try await change { connection, log, at in
            let rows = try Self.current(items, connection)
            guard var target = rows.first, rows.allSatisfy({ $0.reading == target.reading }) else {
                throw DeskError.notFound
            }
            guard rows.dropFirst().allSatisfy({ $0.externalKey == nil }) else {
                throw DeskError.invalid(
                    field: "items", allowed: "what went into the record is taken back with its import")
            }
            let findings = try rows.map { try desk.item($0).current }
            try desk.put(Self.joined(findings), into: &target)
            target.status = .open
            try Self.keep(&target, "merge", at: at, by: caller, connection)
            for var other in rows.dropFirst() {
                other.status = .dropped
                other.mergedInto = target.id
                try Self.keep(&other, "merge", at: at, by: caller, connection)
            }
            try ReadingItemRow.settle(target.reading, at: at, connection)
            log.audit(Self.entry("merge", target.reading, rows.map(\.id), caller))
            return target
        }
        return try item(row)
    }

    private static func joined(_ findings: [Finding]) -> Finding {
        var joined = findings[0]
        joined.text = findings.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
        joined.wordings = findings.flatMap(\.wordings)
        joined.duties = findings.flatMap(\.duties)
        for finding in findings.dropFirst() {
            joined.states += finding.states.filter { !joined.states.contains($0) }
            joined.unknownNames += finding.unknownNames.filter { !joined.unknownNames.contains($0) }
            joined.tags += finding.tags.filter { !joined.tags.contains($0) }
            joined.position = joined.position ?? finding.position
            joined.claim = joined.claim ?? finding.claim
            joined.reason = [joined.reason, finding.reason].compactMap { $0 }.joined(separator: " ")
            if joined.reason == "" { joined.reason = nil }
        }
        joined.doubts = []
        joined.confidence = 1
        return joined
    }
}
