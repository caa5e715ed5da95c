import PlanWeb
import Testing

@testable import Frame

@Suite("Addresses of PlanWeb")
struct PlanRoutesTests {
    @Test("Every schema has a name of its own")
    func schemas() {
        let names = PlanRoutes.schemas.map(\.name)
        #expect(Set(names).count == names.count)
    }
}
