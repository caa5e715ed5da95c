package import Assessments
import CooperationWeb
import Domain
package import Frame
import Locales
import Markup

extension AssessmentRoutes {
    /// What the pages of recommendations, issues and States say of assessments.
    package static func recordAsides(_ assessments: Assessments) -> RecordAsides {
        { thing throws(WebError) in
            switch thing {
            case .recommendation(let id):
                let all = try await WebError.running { () throws(WorkspaceError) in
                    try await assessments.published(on: .recommendation(id))
                }
                return [
                    RecordAside { view in AssessmentAside(view: view, thing: .recommendation(id), all: all).write() }
                ]
            case .issue(let id):
                let all = try await WebError.running { () throws(WorkspaceError) in
                    try await assessments.published(on: .issue(id))
                }
                return [RecordAside { view in AssessmentAside(view: view, thing: .issue(id), all: all).write() }]
            case .state(let code):
                let (tally, page) = try await WebError.running { () throws(WorkspaceError) in
                    (
                        try await assessments.tally(AssessmentFilter(state: code)),
                        try await assessments.published(of: code, limit: 5)
                    )
                }
                return [
                    RecordAside { view in
                        StateAssessments(view: view, state: code, tally: tally, page: page).write()
                    }
                ]
            }
        }
    }
}

/// What everybody says of one thing, on its page.
struct AssessmentAside {
    let view: View
    let thing: AssessedThing
    let all: [PublishedAssessment]

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("assessments", view.say("record.assessments"), view.say("assess.asideText")) {
            if all.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.asideNone"))
            } else {
                SideBySide(view: view, all: all).write(view.say("record.assessments"))
            }
            Following("assessments", feed: "/assessments.atom", [(thing.kind.rawValue, thing.id.description)]).write(
                view)
            if let visit = view.visit, visit.may(.assess) {
                html.element(.p) {
                    view.link(
                        view.address(visit.path("/assessments/new"), [("thing", thing.text)]),
                        view.say("assess.writeOn"))
                }
            }
        }
    }
}

/// How many of each kind of assessor say what of a State's recommendations and issues now: each scheme for itself.
struct StateAssessments {
    let view: View
    let state: StateCode
    let tally: [AssessmentTally]
    let page: AssessmentPage

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("assessments", view.say("record.assessments"), view.say("assess.stateText")) {
            Following("assessments", feed: "/assessments.atom", [("state", state.rawValue)]).write(view)
            guard page.total > 0 else {
                html.element(.p, .class("none"), text: view.say("assess.stateNone"))
                return
            }
            AssessmentTallyTable(view: view, tally: tally, state: state).write()
            html.element(.p) {
                view.link(
                    view.address("/assessments", [("state", state.rawValue)]),
                    view.say("assess.allOf", ["count": .number(page.total)]))
            }
        }
    }
}

/// Counts within each scheme. There is no sum over schemes: it would say nothing.
struct AssessmentTallyTable {
    let view: View
    let tally: [AssessmentTally]
    let state: StateCode?

    private var html: HTMLWriter { view.html }

    func write() {
        guard !tally.isEmpty else { return }
        view.table(view.say("assess.tally")) {
            view.headRow([
                (view.say("assess.kind"), false), (view.say("assess.scheme"), false), (view.say("assess.value"), false),
                (view.say("assess.number"), true),
            ])
            html.element(.tbody) { for entry in ordered { html.element(.tr) { row(entry) } } }
        }
    }

    /// Values in the order of their scheme.
    private var ordered: [AssessmentTally] {
        func place(_ entry: AssessmentTally) -> Int {
            let values = entry.content?.values.map(\.code) ?? entry.scheme.standard?.values ?? []
            return values.firstIndex(of: entry.value) ?? values.count
        }
        let kinds = Assessment.AssessorKind.allCases
        return tally.sorted {
            (kinds.firstIndex(of: $0.assessor) ?? 0, $0.scheme.rawValue, $0.edition, place($0))
                < (kinds.firstIndex(of: $1.assessor) ?? 0, $1.scheme.rawValue, $1.edition, place($1))
        }
    }

    private func row(_ entry: AssessmentTally) {
        html.element(.th, .scope("row"), text: view.assessorKind(entry.assessor))
        html.element(.td, .dir("auto"), text: view.schemeName(entry.scheme, entry.content))
        html.element(.td, .dir("auto"), text: view.valueWords(entry.value, entry.scheme, entry.content))
        html.element(.td, .class("n")) {
            let own = [
                ("assessor", entry.assessor.rawValue), ("scheme", entry.scheme.rawValue), ("value", entry.value),
                ("current", "yes"),
            ]
            let items = (state.map { [("state", $0.rawValue)] } ?? []) + own
            view.link(view.address("/assessments", items), view.number(entry.count))
        }
    }
}
