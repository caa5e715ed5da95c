import PeopleWeb
import Testing

@testable import Frame

@Suite("Addresses of PeopleWeb")
struct PeopleRoutesTests {
    @Test("Every schema has a name of its own")
    func schemas() {
        let names = PeopleRoutes.schemas.map(\.name)
        #expect(Set(names).count == names.count)
    }
}
