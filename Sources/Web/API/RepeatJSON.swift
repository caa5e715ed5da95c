import Domain
import Frame
import Markup
import Operations

extension JSONWriter {
    /// The members of the answer to how often something was recommended.
    func repeats(_ repeats: Repeats, _ view: View) {
        member("total", repeats.total)
        array("cycles") { for cycle in repeats.cycles { object { repeatCycle(cycle, view) } } }
        counts("years", repeats.years, view)
        counts("mechanisms", repeats.mechanisms, view)
        counts("recommending", repeats.recommending, view)
        array("states") { for state in repeats.states { object { repeatState(state, view) } } }
        member("statesTotal", repeats.statesTotal)
        classes(repeats.classes)
        member("examined", repeats.examined)
        member("changesTotal", repeats.changesTotal)
        array("changesByKind") {
            for entry in repeats.changesByKind {
                object {
                    member("from", entry.from.rawValue)
                    member("to", entry.to.rawValue)
                    member("count", entry.count)
                }
            }
        }
        array("changes") { for change in repeats.changes { laterChange(change) } }
        member("assessmentsTotal", repeats.assessmentsTotal)
        array("assessmentsByValue") {
            for entry in repeats.assessmentsByValue {
                object {
                    member("scheme", entry.scheme)
                    member("value", entry.value)
                    member("count", entry.count)
                }
            }
        }
        array("assessments") { for item in repeats.assessments { assessed(item.recommendation, item.assessment) } }
    }

    private func repeatCycle(_ cycle: RepeatCycle, _ view: View) {
        member("cycle", cycle.cycle)
        member("total", cycle.total)
        member("states", cycle.states)
        counts("recommending", cycle.recommending, view)
        counts("mechanisms", cycle.mechanisms, view)
        tally("positions", cycle.positions)
        tally("answered", cycle.answered)
    }

    private func repeatState(_ state: RepeatState, _ view: View) {
        member("state", state.state.rawValue)
        member("name", view.stateName(state.state))
        member("total", state.total)
        member("class", state.repeatClass.rawValue)
        array("cycles") {
            for cycle in state.cycles {
                object {
                    member("cycle", cycle.cycle)
                    member("count", cycle.count)
                    tally("positions", cycle.positions)
                }
            }
        }
    }
}
