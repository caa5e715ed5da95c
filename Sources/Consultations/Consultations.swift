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
    private let rooms: Rooms
    /// How often people without an account may send. Those who sit in one room come from one source.
    let flood = Flood(
        all: Rate(most: 30, refillMilliseconds: 20_000), each: Rate(most: 10, refillMilliseconds: 60_000))

    /// What conclusions and deadlines are made with: shared, so that whoever holds this value need not copy them.
    private final class Rooms: Sendable {
        let plans: Plans
        let practices: Practices
        let clocks: Clocks

        init(_ plans: Plans, _ practices: Practices, _ clocks: Clocks) {
            self.plans = plans
            self.practices = practices
            self.clocks = clocks
        }
    }

    package init(store: WorkspaceStore, plans: Plans, practices: Practices, clocks: Clocks) {
        self.store = store
        rooms = Rooms(plans, practices, clocks)
    }

    var plans: Plans { rooms.plans }
    var practices: Practices { rooms.practices }
    var clocks: Clocks { rooms.clocks }
}
