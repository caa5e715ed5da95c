package import Clocks
package import People
package import Plans
package import Practices

/// Consultations and seminars: contributions, conclusions, answers. Everything in this room is reached through this.
///
/// Others see a consultation once it is published, and of its contributions those that were shown. Whatever is not published stays with
/// the workspace that holds it.
package struct Consultations: Sendable {
    package let store: WorkspaceStore
    package let plans: Plans
    package let practices: Practices
    package let clocks: Clocks
    let flood = ContributionFlood()

    package init(store: WorkspaceStore, plans: Plans, practices: Practices, clocks: Clocks) {
        self.store = store
        self.plans = plans
        self.practices = practices
        self.clocks = clocks
    }
}
