package import Domain
import People
import Plans
import Store

/// What a person says of a cell that was left over.
package enum LeftoverChoice: String, Sendable, CaseIterable {
    /// The plan stays as it is.
    case leave
    /// The row's value goes into the plan.
    case take
}

extension Tracking {
    /// Says what words mean, for this and all later workbooks, and reads every row that waits for one of them again.
    package func settle(_ words: [TrackingWord], by member: Member) async throws(TrackingError) {
        try member.needs(.importTracking)
        guard (1...200).contains(words.count) else { throw .workspace(.invalid("words", "sheets.allowed.rows")) }
        for word in words where WordKey.of(word.word).isEmpty || word.word.count > 300 {
            throw .workspace(.invalid("words", "sheets.allowed.word"))
        }
        let rows = try await store.read { try TrackingRowRow.unsettled(member.workspace.id, $0) }
        let stock = try await TrackingStock.take(store, rows.count)
        try await store.change(member) { change in
            let institutions = try Set(
                InstitutionRow.all(change.workspace, change.connection).filter { !$0.isClosed }.map(\.id))
            for word in words {
                let isKnown =
                    word.kind == .status
                    ? ImplementationStatus(rawValue: word.value) != nil
                    : InstitutionID(word.value).map { institutions.contains($0) } ?? false
                guard isKnown else { throw WorkspaceError.invalid("words", "sheets.allowed.meaning") }
                try TrackingFileRow.put(
                    word, change.workspace, at: change.at, by: change.member.name, change.connection)
            }
            change.did(
                "tracking.words", Subject(.workspace, change.workspace.value), detail: "{\"words\":\(words.count)}")
            try Self.readAgain(words, stock, &change)
        }
    }

    private static func readAgain(
        _ words: [TrackingWord], _ stock: TrackingStock, _ change: inout WorkspaceChange
    ) throws {
        let meanings = Dictionary(
            words.map { ("\($0.kind.rawValue) \(WordKey.of($0.word))", $0.value) },
            uniquingKeysWith: { _, last in last })
        let rows = try TrackingRowRow.unsettled(change.workspace, change.connection).filter { row in
            row.values.leftovers.contains { meanings[$0.meaningKey] != nil }
        }
        var work = try TrackingWork(
            rows.filter { $0.status == .applied }.compactMap(\.recommendation), stock, &change)
        for row in rows {
            var row = row
            row.values.take(meanings)
            if row.status == .applied { row = work.applied(row, try name(row.file, change)) }
            try keep(&row, row.status, "tracking.settle", &change)
        }
        try work.write(&change)
    }

    /// Settles one cell of an applied row: `take` puts the row's value in the place of the plan's, `leave` leaves the plan. `value` is what
    /// a person read in a cell that the program could not: a date, an institution's id, a status.
    package func settle(
        _ id: TrackingRowID, _ field: TrackingField, _ choice: LeftoverChoice, value: String? = nil, version: Int,
        by member: Member
    ) async throws(TrackingError) {
        try member.needs(.importTracking)
        try await store.change(member) { change in
            var row = try Self.open(id, version, change)
            guard row.status == .applied, let place = row.values.leftovers.firstIndex(where: { $0.field == field }),
                let recommendation = row.recommendation
            else { throw WorkspaceError.notFound }
            let leftover = row.values.leftovers.remove(at: place)
            if choice == .take {
                guard let new = value ?? leftover.said else {
                    throw WorkspaceError.invalid(field.rawValue, "sheets.allowed.value")
                }
                try Self.put(field, new, recommendation, row.source(try Self.name(row.file, change)), &change)
            }
            try Self.keep(&row, .applied, "tracking.settle", &change)
        }
    }

    private static func put(
        _ field: TrackingField, _ value: String, _ recommendation: RecommendationID, _ source: String,
        _ change: inout WorkspaceChange
    ) throws {
        let planned = try PlannedRecommendation.standing([recommendation], change.workspace, change.connection).first
        guard let planned else { throw WorkspaceError.notFound }
        let whole = try Commitment.find([planned.commitment.value], change.workspace, reach: nil, change.connection)
            .first
        let isOwn = whole?.recommendation == recommendation
        var changes = PlanChanges()
        switch field {
        case .lead:
            guard let id = InstitutionID(value) else {
                throw WorkspaceError.invalid("lead", "plan.allowed.institution")
            }
            changes.lead = .set(id)
        case .status:
            guard let status = ImplementationStatus(rawValue: value) else {
                throw WorkspaceError.invalid("status", "sheets.allowed.meaning")
            }
            changes.standing = .set(status)
        case .due, .starts:
            guard let date = CalendarDate(value) else { throw WorkspaceError.invalid("due", "plan.allowed.day") }
            changes.due = .set(date)
        default: throw WorkspaceError.invalid(field.rawValue, "sheets.allowed.value")
        }
        var work = try PlanWork(why: source, change.connection, change.workspace)
        try work.check(changes)
        let edit = changes
        if isOwn { try work.edit(Commitment.self, [planned.commitment.value], &change) { try $0.apply(edit) } }
        if !isOwn || field == .status {
            try work.edit(PlannedRecommendation.self, [planned.number], &change) { try $0.apply(edit) }
        }
    }
}

extension TrackingValues.Leftover {
    fileprivate var meaningKey: String { "\(reason.wordKind?.rawValue ?? "-") \(WordKey.of(value))" }
}

extension TrackingValues {
    /// Puts what words mean in their place.
    fileprivate mutating func take(_ meanings: [String: String]) {
        for leftover in leftovers {
            guard let meaning = meanings[leftover.meaningKey] else { continue }
            switch leftover.reason {
            case .unknownStatus: status = meaning
            case .unknownInstitution:
                guard let id = Int64(meaning) else { continue }
                if leftover.field == .lead, lead == nil {
                    lead = id
                    supporting.removeAll { $0 == id }
                } else if lead != id, !supporting.contains(id) {
                    supporting.append(id)
                }
            case .unreadableDate, .broken, .differs: continue
            }
        }
        leftovers.removeAll { meanings[$0.meaningKey] != nil }
    }
}
