package import Domain
import People
import Store

extension Agreements {
    package static let sayingsMax = 1_000

    /// Says for the own workspace whether a benchmark was met. Earlier words stay, and other parties' words are their own.
    package func state(
        _ standing: BenchmarkFinding.Standing, of line: Int, in id: AgreementID, note: String, evidence: String,
        by member: Member
    ) async throws(WorkspaceError) {
        let note = try AgreementLimits.text(note, "note", isNeeded: standing == .missed)
        let evidence = try AgreementLimits.link(evidence, "evidence")
        let parties = try await say(id, by: member) { version, change in
            guard version.terms.benchmarks.contains(where: { $0.line == line }) else { throw WorkspaceError.notFound }
            let finding = BenchmarkFinding(
                id: try IDAllocator.take("agreement_finding", 1, change.connection).lowerBound, line: line,
                workspace: change.workspace, standing: standing, note: note, evidence: evidence, made: change.at)
            try SayingRow.insert(finding, id, by: change.member.name, change.connection)
            change.field(
                Subject(.agreement, id.value), "benchmark", from: nil,
                to: "\(line): \(standing.rawValue), \(change.member.workspace.name)")
            change.did(
                "agreement.state", Subject(.agreement, id.value),
                detail: "{\"line\":\(line),\"standing\":\"\(standing.rawValue)\"}")
        }
        try await introductions.refresh(parties)
    }

    /// Says for the own workspace that a contribution was given on a day, whole or in part.
    package func deliver(
        _ line: Int, in id: AgreementID, on day: CalendarDate, money: Money?, isComplete: Bool, note: String,
        by member: Member
    ) async throws(WorkspaceError) {
        let note = try AgreementLimits.text(note, "note")
        try AgreementLimits.day(day, "day")
        try AgreementLimits.money(money, "money")
        if day > today(member) { throw .invalid("day", "agreement.allowed.future") }
        _ = try await say(id, by: member) { version, change in
            guard version.terms.contributions.contains(where: { $0.line == line }) else {
                throw WorkspaceError.notFound
            }
            let delivery = Delivery(
                id: try IDAllocator.take("agreement_delivery", 1, change.connection).lowerBound, line: line,
                workspace: change.workspace, day: day, money: money, isComplete: isComplete, note: note,
                made: change.at)
            try SayingRow.insert(delivery, id, by: change.member.name, change.connection)
            change.field(
                Subject(.agreement, id.value), "delivery", from: nil,
                to: "\(line): \(day), \(change.member.workspace.name)")
            change.did("agreement.deliver", Subject(.agreement, id.value), detail: "{\"line\":\(line)}")
        }
    }

    /// Runs on the version in force, for one of its parties, and says who they all are. What was agreed may be spoken of after its end.
    func say(
        _ id: AgreementID, right: Right = .makeAgreements, by member: Member,
        _ body: @Sendable @escaping (AgreementVersion, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) -> [WorkspaceID] {
        try member.require(right)
        return try await store.change(member) { change in
            guard let agreement = try AgreementRow.find(id, change.workspace, nil, change.connection),
                let current = agreement.current, let version = try VersionRow.one(id, current, change.connection),
                version.parties.contains(where: { $0.workspace == change.workspace })
            else { throw WorkspaceError.notFound }
            if try SayingRow.count(id, change.workspace, change.connection) >= Self.sayingsMax {
                throw WorkspaceError.invalid("note", "agreement.allowed.lines")
            }
            Self.share(agreement, version, &change)
            try body(version, &change)
            return version.parties.map(\.workspace)
        }
    }
}
