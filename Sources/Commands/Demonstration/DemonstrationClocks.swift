import Clocks
import Domain
import People

/// Events, deadlines of its own and alerts of the demonstration's workspace.
struct DemonstrationClocks: Sendable {
    let ground: DemonstrationGround
    let clocks: Clocks

    func make() async throws(WorkspaceError) {
        let keeper = ground.keeper
        for event in ground.content.events {
            _ = try await clocks.add(
                EventDraft(
                    kind: ground.value(event.kind), mechanism: event.mechanism.map { MechanismCode($0) },
                    title: event.title, day: daysAgo(event.daysAgo), document: event.document), by: keeper)
        }
        for deadline in ground.content.deadlines {
            _ = try await clocks.add(
                DeadlineDraft(
                    title: deadline.title, due: daysAgo(-deadline.inDays),
                    institution: ground.institutions[deadline.lead]), by: keeper)
        }
        for alert in ground.content.alerts {
            let made = try await clocks.add(
                AlertDraft(
                    kind: ground.value(alert.kind), title: alert.title, document: alert.document,
                    day: daysAgo(alert.daysAgo), institution: ground.institutions[alert.lead],
                    concerns: alert.concerns.compactMap { ground.institutions[$0] }), by: keeper)
            guard let answer = alert.answer else { continue }
            try await clocks.act(on: made.id, .answer(answer), version: made.version, by: keeper)
        }
        _ = try await clocks.refresh(keeper.workspace)
        _ = try await clocks.refreshAlerts(keeper.workspace)
    }

    private func daysAgo(_ days: Int) -> CalendarDate? { Day(firstOf: ground.today).adding(-days).date }
}
