import Domain
import Store

extension AgreementTerms {
    /// As it can be kept; throws the first thing that is wrong, under the field's name. `writer` has to be a party.
    func checked(writer: WorkspaceID, _ connection: any ReadConnection) throws -> AgreementTerms {
        var kept = self
        kept.title = try AgreementLimits.text(
            title, "title", most: AgreementLimits.titleCharactersMax, isNeeded: true)
        kept.purpose = try AgreementLimits.text(purpose, "purpose")
        kept.exitNote = try AgreementLimits.text(exitNote, "exitNote")
        guard LanguageTag.official.contains(language) else {
            throw WorkspaceError.invalid("language", "cooperation.unknownCode")
        }
        guard (0...730).contains(noticeDays) else {
            throw WorkspaceError.invalid("noticeDays", "agreement.allowed.notice")
        }
        try AgreementLimits.day(starts, "starts")
        try AgreementLimits.day(ends, "ends")
        if let starts, let ends, ends < starts { throw WorkspaceError.invalid("ends", "cooperation.order") }
        kept.parties = try checkedParties(writer, connection)
        let all = Set(kept.parties)
        kept.contributions = try contributions.map { try checked($0, all) }
        kept.benchmarks = try benchmarks.map { try checked($0) }
        kept.conditions = try conditions.map { try checked($0, all) }
        kept.reviewDays = Set(reviewDays).sorted()
        guard kept.reviewDays.allSatisfy({ $0.day != nil }) else {
            throw WorkspaceError.invalid("reviews", "cooperation.wholeDay")
        }
        for (count, field) in [
            (contributions.count, "contributions"), (benchmarks.count, "benchmarks"), (conditions.count, "conditions"),
        ] where count > AgreementLimits.linesMax {
            throw WorkspaceError.invalid(field, "agreement.allowed.lines")
        }
        guard kept.reviewDays.count <= AgreementLimits.reviewsMax else {
            throw WorkspaceError.invalid("reviews", "agreement.allowed.lines")
        }
        return kept
    }

    /// Workspaces that are open, each once, the writer among them.
    private func checkedParties(_ writer: WorkspaceID, _ connection: any ReadConnection) throws -> [WorkspaceID] {
        var seen: Set<WorkspaceID> = []
        let parties = ([writer] + parties).filter { seen.insert($0).inserted }
        guard (2...AgreementLimits.partiesMax).contains(parties.count) else {
            throw WorkspaceError.invalid("parties", "agreement.allowed.parties")
        }
        var there: Set<WorkspaceID> = []
        try connection.query(
            "SELECT id FROM workspace WHERE closed = 0 AND id IN ({set})", [], set: parties.map { .int($0.value) }
        ) { there.insert(WorkspaceID(try $0.int(0))) }
        guard there.count == parties.count else {
            throw WorkspaceError.invalid("parties", "cooperation.unknownCode")
        }
        return parties
    }

    private func checked(_ one: Contribution, _ parties: Set<WorkspaceID>) throws -> Contribution {
        var one = one
        one.what = try AgreementLimits.text(
            one.what, "contributions", most: AgreementLimits.lineCharactersMax, isNeeded: true)
        guard parties.contains(one.giver), one.receiver.map({ parties.contains($0) && $0 != one.giver }) ?? true else {
            throw WorkspaceError.invalid("contributions", "agreement.allowed.party")
        }
        try AgreementLimits.money(one.money, "contributions")
        try AgreementLimits.day(one.due, "contributions")
        return one
    }

    private func checked(_ one: Benchmark) throws -> Benchmark {
        var one = one
        one.what = try AgreementLimits.text(
            one.what, "benchmarks", most: AgreementLimits.lineCharactersMax, isNeeded: true)
        for path in [\Benchmark.measure, \.baseline, \.target] {
            one[keyPath: path] = try AgreementLimits.text(
                one[keyPath: path], "benchmarks", most: AgreementLimits.lineCharactersMax)
        }
        try AgreementLimits.day(one.due, "benchmarks")
        return one
    }

    private func checked(_ one: AttachedCondition, _ parties: Set<WorkspaceID>) throws -> AttachedCondition {
        var one = one
        one.what = try AgreementLimits.text(
            one.what, "conditions", most: AgreementLimits.lineCharactersMax, isNeeded: true)
        one.decidedBy = try AgreementLimits.text(
            one.decidedBy, "conditions", most: AgreementLimits.lineCharactersMax)
        guard one.by.map({ parties.contains($0) }) ?? true else {
            throw WorkspaceError.invalid("conditions", "agreement.allowed.party")
        }
        return one
    }

    /// The numbers of its lines.
    var lines: Set<Int> {
        Set(contributions.map(\.line) + benchmarks.map(\.line) + conditions.map(\.line))
    }

    /// A line that says something else than the one of its number in force is new: what was said of that one is not said of it.
    func apart(from current: AgreementTerms?) -> AgreementTerms {
        guard let current else { return self }
        func part<Line: Equatable>(_ lines: [Line], _ inForce: [Line], _ number: WritableKeyPath<Line, Int>) -> [Line] {
            lines.map { line in
                var line = line
                let same = inForce.first { $0[keyPath: number] == line[keyPath: number] }
                if let same, same != line { line[keyPath: number] = 0 }
                return line
            }
        }
        var kept = self
        kept.contributions = part(contributions, current.contributions, \.line)
        kept.benchmarks = part(benchmarks, current.benchmarks, \.line)
        kept.conditions = part(conditions, current.conditions, \.line)
        return kept
    }

    /// Gives new lines their numbers: none is ever given twice in an agreement, and one that is not of it is new.
    func numbered(after last: Int, known: Set<Int>) -> AgreementTerms {
        var (kept, next, used) = (self, last, Set<Int>())
        func line(_ old: Int) -> Int {
            if known.contains(old), used.insert(old).inserted { return old }
            next += 1
            return next
        }
        for place in kept.contributions.indices { kept.contributions[place].line = line(contributions[place].line) }
        for place in kept.benchmarks.indices { kept.benchmarks[place].line = line(benchmarks[place].line) }
        for place in kept.conditions.indices { kept.conditions[place].line = line(conditions[place].line) }
        return kept
    }
}
