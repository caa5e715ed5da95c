package import CooperationRecords
import CooperationWeb
import Domain
package import Frame
import Locales
import Markup

extension CooperationRecordRoutes {
    /// The way from a State's page to its cooperation record, with what the record holds.
    package static func recordAsides(_ records: StateCooperation) -> RecordAsides {
        { thing throws(WebError) in
            guard case .state(let state) = thing else { return [] }
            let facts = try await WebError.running { () throws(WorkspaceError) in try await records.facts(of: state) }
            return [RecordAside { view in write(facts, state, view) }]
        }
    }

    private static func write(_ facts: [StateFact], _ state: StateCode, _ view: View) {
        view.section("cooperation", view.say("stateFact.aside.title"), view.say("stateFact.lead")) {
            view.html.element(.p) {
                view.link(
                    view.address("/states/\(PercentCoding.encode(state.rawValue))/cooperation"),
                    view.say("stateFact.aside.link", ["count": .number(facts.count)]))
            }
            Following("cooperation-facts", feed: "/cooperation-facts.atom", [("state", state.rawValue)]).write(view)
        }
    }
}
