import Domain
import FollowUp
import People
import Plans

/// What institutions of the demonstration's workspace report, show and say.
struct DemonstrationReports: Sendable {
    let ground: DemonstrationGround
    /// Members by name.
    let people: [String: Member]
    /// Every action, in the order it was made, with who leads it.
    let actions: [(id: ActionID, lead: InstitutionID, status: ActionStatus)]
    let indicators: [IndicatorID]

    private var plans: Plans { ground.plans }

    func make() async throws(WorkspaceError) {
        try await report()
        try await state()
        for comment in ground.content.comments {
            let subject: Subject? =
                switch comment.on {
                case .commitment: ground.commitment(comment.place).map { Subject(.commitment, $0.value) }
                case .indicator: indicators.dropFirst(comment.place).first.map { Subject(.indicator, $0.value) }
                }
            guard let subject, let person = people[comment.by] else { continue }
            _ = try await Comments(plans.store).add(comment.said, isInternal: false, to: subject, by: person)
        }
    }

    /// Focal points report on what they lead, in this period and the last; a part is cleared, and some of it has evidence.
    private func report() async throws(WorkspaceError) {
        let progress = Progress(plans.store)
        let evidence = EvidenceFolder(plans.store)
        let now = try await progress.period(progress.setting(ground.keeper), ground.keeper.workspace)
        let content = ground.content
        for (place, action) in actions.enumerated() where action.status != .planned && place % 3 != 2 {
            guard let person = people.values.first(where: { $0.role == .focalPoint && $0.institution == action.lead })
            else { continue }
            let period = place % 2 == 0 ? now : now.previous ?? now
            let said = ProgressReport.Content(
                said: content.reports[place % content.reports.count],
                obstacle: content.obstacles[place % content.obstacles.count], status: action.status,
                percent: action.status == .done ? 100 : 20 + place * 7 % 60)
            var report = try await progress.add(said, on: action.id, period, submits: place % 5 != 4, by: person)
            if place % 4 == 0 {
                let shown = content.evidence[place / 4 % content.evidence.count]
                _ = try await evidence.add(
                    .link(shown.link), title: shown.title, isPublic: place % 8 == 0,
                    to: Subject(.progress, report.id.value), by: person)
            }
            guard place % 5 < 2 else { continue }
            report = try await progress.report(report.id, ground.keeper)
            try await progress.clear([(report.id, report.version)], .mechanism, note: nil, by: ground.keeper)
        }
    }

    /// Where the first commitments stand, with reasons: not what was done, but what it changed.
    private func state() async throws(WorkspaceError) {
        let statements: [(status: ImplementationStatus, reason: String)] = [
            (.underWay, "The bill is before the Assembly; nothing of it is in force."),
            (.partly, "The act is in force; two districts do not apply it yet."),
            (.underWay, "Courses began; complaints have not become fewer."),
        ]
        for (place, statement) in statements.enumerated() {
            guard let id = ground.commitment(place), let day = ground.monthsAgo(1) else { continue }
            let version = try await plans.commitment(id, .english, ground.keeper).summary.commitment.version
            _ = try await Progress(plans.store).state(
                statement.status, reason: statement.reason, on: day, id, nil, version: version, by: ground.keeper)
        }
    }
}
