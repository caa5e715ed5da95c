import Cooperation
package import Domain
import People
import Plans

extension Drafting {
    /// Calls that an application can be written for now, those that close first before others: whoever applies sees them.
    package func openCalls(_ member: Member) async throws(WorkspaceError) -> [FundCall] {
        try member.require(.writeReports)
        let today = member.workspace.day(at: store.clock.milliseconds())
        let funds = try await Funds(store, reference).published(CooperationReader.partner(member.workspace.id))
        return funds.flatMap(\.calls).filter { $0.standing(on: today) == .open }
            .sorted { ($0.closes?.description ?? "9999") < ($1.closes?.description ?? "9999") }
    }
}
