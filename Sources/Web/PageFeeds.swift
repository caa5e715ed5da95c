import Domain
import Frame

extension View {
    /// Addresses of feeds of what is new on a thing of the record, as far as the program has them.
    func feeds(of thing: RecordThing) -> [String] {
        let all: [(path: String, items: [(String, String)])] =
            switch thing {
            case .recommendation(let id): [("/assessments.atom", [("recommendation", id.description)])]
            case .issue(let id): [("/assessments.atom", [("issue", id.description)])]
            case .state(let code):
                ["/recommendations.atom", "/assessments.atom", "/cooperation-facts.atom", "/consultations.atom"].map {
                    ($0, [("state", code.rawValue)])
                }
            }
        return all.filter { exchange.site.pages.contains($0.path) }.map { address($0.path, $0.items) }
    }
}
