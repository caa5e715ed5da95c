import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// States whose facts the desk keeps: every State that no mechanism here keeps its own record of.
enum DeskStatesView {
    static func answer(_ signed: Signed, _ records: StateCooperation) async throws(WebError) -> Answer {
        guard signed.isCoordinator else { throw .forbidden }
        let (kept, own) = try await WebError.running { () throws(WorkspaceError) in
            try await records.statesOfDesk()
        }
        let view = View(signed)
        let html = view.html
        return await view.page(PageHead(title: view.say("stateFact.desk"))) {
            view.pageHead(view.say("stateFact.desk"), lead: view.say("stateFact.deskLead"))
            if !kept.isEmpty {
                view.section("kept", view.say("stateFact.deskKept")) {
                    html.element(.ul) {
                        for state in view.stateNames(Array(kept.keys)) {
                            html.element(.li) {
                                view.link(address(state.code, view), state.name)
                                html.text(" ")
                                html.text(view.number(kept[state.code] ?? 0))
                            }
                        }
                    }
                }
            }
            let others = view.names.codes(.state).map { StateCode($0) }.filter { !own.contains($0) && kept[$0] == nil }
            view.section("others", view.say("stateFact.deskOthers")) {
                html.element(.ul, .class("columns")) {
                    for state in view.stateNames(others) {
                        html.element(.li) { view.link(address(state.code, view), state.name) }
                    }
                }
            }
        }
    }

    private static func address(_ state: StateCode, _ view: View) -> String {
        view.address("/desk/cooperation/" + PercentCoding.encode(state.rawValue))
    }
}
