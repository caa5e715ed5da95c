import Domain
import Store

extension Desk {
    static let textLengthMax = 20_000
    static let statesMax = 250

    /// The rows asked for in document order, where each has the version that was seen.
    static func current(
        _ items: [ReadingItemID: Int], _ connection: any ReadConnection
    ) throws -> [ReadingItemRow] {
        let rows = try ReadingItemRow.find(items.keys.sorted(), connection)
        guard rows.count == items.count else { throw DeskError.notFound }
        if let stale = rows.first(where: { items[$0.id] != $0.version }) {
            throw DeskError.stale(version: stale.version)
        }
        return rows
    }

    /// Counts the version on and writes the row, unless somebody was faster.
    static func keep(
        _ row: inout ReadingItemRow, _ action: String, at: String, by caller: Caller, _ connection: any WriteConnection
    ) throws {
        row.version += 1
        row.decidedBy = row.status == .open ? nil : caller.name
        row.decidedAt = row.status == .open ? nil : at
        guard try row.update(action: action, at: at, by: caller.name, connection) else {
            let now = try ReadingItemRow.find([row.id], connection).first?.version
            throw DeskError.stale(version: now ?? row.version)
        }
    }

    /// Who did what to which items, for the audit log: numbers, never texts.
    static func entry(_ action: String, _ reading: ReadingID, _ items: [ReadingItemID], _ caller: Caller) -> AuditEntry
    {
        let listed = items.prefix(500).map { String($0.value) }.joined(separator: ",")
        return AuditEntry(
            actor: caller.name, action: "reading.\(action)", subject: "reading/\(reading)",
            detail: "{\"count\":\(items.count),\"items\":[\(listed)]}")
    }

    /// Writes a person's form of a finding into an item. Where it stands in the document stays; what a person wrote is not doubtful.
    func put(_ finding: Finding, into row: inout ReadingItemRow, like other: ReadingItemRow? = nil) throws {
        let place = VaultPlace.item(row.id.value)
        let known = other ?? row
        let before = try vault.get(Finding.self, known.current, for: VaultPlace.item(known.id.value))
        var finding = finding
        finding.number = before.number
        finding.page = before.page
        finding.lines = before.lines
        finding.confidence = 1
        finding.doubts = []
        row.current = try vault.put(finding, for: place, sealed: known.current.first == 1)
        row.isDoubtful = false
        row.isCorrected = true
    }

    /// What a form may hold.
    static func check(_ finding: Finding) throws(DeskError) {
        guard finding.kind == .statement || !finding.text.allSatisfy(\.isWhitespace) else {
            throw .invalid(field: "text", allowed: "a text")
        }
        let texts = [finding.text, finding.reason ?? ""] + finding.wordings.map(\.text) + finding.duties.map(\.text)
        guard texts.allSatisfy({ $0.count <= textLengthMax }) else {
            throw .invalid(field: "text", allowed: "at most \(textLengthMax) characters")
        }
        guard finding.states.count <= statesMax, finding.wordings.count <= statesMax else {
            throw .invalid(field: "states", allowed: "at most \(statesMax)")
        }
        guard finding.kind != .statement || finding.paragraph != nil else {
            throw .invalid(field: "paragraph", allowed: "the paragraph it answers")
        }
        guard finding.tags.count <= 200, finding.duties.count <= 60 else {
            throw .invalid(field: "tags", allowed: "at most 200")
        }
    }
}
