import Cooperation
package import Domain
import People
import Reference
import Store

extension Matches {
    /// Says by what a call's applications are selected. A criterion by which something was marked stays, if only with 0 points.
    package func setRules(
        _ rules: SelectionRules, of id: FundCallID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageFunds)
        let rules = try checked(rules)
        try await store.change(member) { change in
            let (workspace, connection) = (change.workspace, change.connection)
            guard try CooperationRecords.ownCall(id, workspace, connection) != nil else {
                throw WorkspaceError.notFound
            }
            let old = try SelectionRulesRow.find(id, workspace, connection)
            let subject = Subject(.fundCall, id.value)
            if old.version != version { throw WorkspaceError.stale(subject, version: old.version) }
            let kept = Set(rules.criteria.map(\.place))
            let marked = Set(try ApplicationMarkRow.all(id, workspace, connection).values.flatMap(\.keys))
            if let gone = old.criteria.first(where: { marked.contains($0.place) && !kept.contains($0.place) }) {
                throw WorkspaceError.invalid("label-\(gone.place)", "match.rules.marked")
            }
            try SelectionRulesRow.write(rules, of: id, workspace, version: version, connection)
            for (before, after) in zip(old.fields, rules.fields) {
                change.field(subject, before.name, from: before.value, to: after.value)
            }
            change.did("fund-call.rules", subject)
        }
    }

    /// Marks an application by the call's criteria; a criterion that is not among the marks is not marked.
    package func mark(
        _ id: ApplicationID, version: Int, _ marks: [Int: Int], by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageFunds)
        for (place, mark) in marks where !(0...100).contains(mark) {
            throw .invalid("mark-\(place)", "match.mark.range")
        }
        try await store.change(member) { change in
            let (workspace, connection) = (change.workspace, change.connection)
            guard let application = try CooperationRecords.received(id, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            let rules = try SelectionRulesRow.find(application.call, workspace, connection)
            let places = Set(rules.criteria.map(\.place))
            if let unknown = marks.keys.first(where: { !places.contains($0) }) {
                throw WorkspaceError.invalid("mark-\(unknown)", "match.mark.criterion")
            }
            let old = try ApplicationMarkRow.of(id, workspace, connection)
            var new: [Int: ApplicationMark] = [:]
            for (place, mark) in marks {
                if let same = old[place], same.mark == mark {
                    new[place] = same
                } else {
                    new[place] = ApplicationMark(mark: mark, by: change.member.name, at: change.at)
                }
            }
            try ApplicationMarkRow.write(new, of: id, workspace, version: version, connection)
            let subject = Subject(.application, id.value)
            change.field(subject, "marks", from: Self.words(old, rules), to: Self.words(new, rules))
            change.did("application.mark", subject)
        }
    }

    private static func words(_ marks: [Int: ApplicationMark], _ rules: SelectionRules) -> String? {
        let parts = rules.criteria.compactMap { criterion in
            marks[criterion.place].map { "\(criterion.label): \($0.mark)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private func checked(_ given: SelectionRules) throws(WorkspaceError) -> SelectionRules {
        var rules = given
        rules.criteria.sort { $0.place < $1.place }
        guard rules.criteria.count <= SelectionRules.criteriaMax,
            Set(rules.criteria.map(\.place)).count == rules.criteria.count
        else { throw .invalid("criteria", "match.rules.many") }
        for criterion in rules.criteria {
            guard (1...SelectionRules.labelCharactersMax).contains(criterion.label.count), criterion.place > 0 else {
                throw .invalid("label-\(criterion.place)", "match.rules.label")
            }
            guard (0...1_000).contains(criterion.weight) else {
                throw .invalid("weight-\(criterion.place)", "match.rules.weight")
            }
        }
        let limits =
            [rules.countMax, rules.perStateMax].compactMap(\.self) + rules.perKind.values + rules.perGroup.values
        guard limits.allSatisfy({ (0...10_000).contains($0) }) else { throw .invalid("count", "match.rules.limit") }
        if let money = rules.money, !(0...1_000_000_000_000_000).contains(money.minor) {
            throw .invalid("money", "cooperation.amount")
        }
        for group in rules.perGroup.keys where reference.group(group) == nil {
            throw .invalid("group", "cooperation.unknownCode")
        }
        return rules
    }
}
