import Assessments
import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What every side says of the State's recommendations: always on the page, whatever the workspace chose. Partners have no State of
/// their own and show what they said themselves.
struct FaceAssessments {
    static let after = Parameter(
        name: "after", form: .text(charactersMax: 60), summary: "Where the page before ended.")

    let page: FacePage
    let list: AssessmentPage
    let tally: [AssessmentTally]

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }
    private var words: FaceSchemes { FaceSchemes(view: view) }

    static func filter(_ page: FacePage) -> AssessmentFilter {
        let workspace = page.face.workspace
        var filter = AssessmentFilter(state: workspace.kind == .mechanism ? workspace.state : nil)
        if workspace.kind != .mechanism { filter.workspace = workspace.id }
        return filter
    }

    static func tally(_ page: FacePage) async throws(WebError) -> [AssessmentTally] {
        try await WebError.running { () throws(WorkspaceError) in
            try await page.faces.assessments.tally(filter(page))
        }
    }

    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let cursor = page.asked("after").flatMap { AssessmentCursor($0) }
        let list = try await WebError.running { () throws(WorkspaceError) in
            try await page.faces.assessments.published(filter(page), after: cursor, limit: 50)
        }
        let content = FaceAssessments(page: page, list: list, tally: try await tally(page))
        let title = page.view.say("publicFace.assessments.title")
        return try await page.answer(
            title, at: "/assessments", cited: Cite(page, list: title, key: "assessments"), isWide: true
        ) { content.write(title) }
    }

    private func write(_ title: String) {
        view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.assessments.lead"))
        guard !list.assessments.isEmpty else {
            page.nothing("publicFace.assessments.none")
            return
        }
        counts()
        view.dataTable(
            title,
            ["about", "assessor", "scheme", "value", "day"].map { DataColumn(view.say("publicFace.assessments.\($0)")) }
        ) {
            for one in list.assessments { row(one) }
        }
        view.pager(next: list.next?.description)
    }

    /// Counted scheme by scheme: values of two schemes have nothing in common.
    private func counts() {
        guard !tally.isEmpty else { return }
        view.section("counts", view.say("publicFace.assessments.counts")) {
            view.table(view.say("publicFace.assessments.counts"), style: "figures") {
                view.headRow([
                    (view.say("publicFace.assessments.assessor"), false),
                    (view.say("publicFace.assessments.scheme"), false),
                    (view.say("publicFace.assessments.value"), false), (view.say("publicFace.shownCount"), true),
                ])
                html.element(.tbody) {
                    for one in tally {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: view.say("assessor.\(one.assessor.rawValue)"))
                            view.wordsCell(words.scheme(one.scheme, one.content))
                            view.wordsCell(words.value(one.value, one.scheme, one.content))
                            html.element(.td, .class("n"), text: view.number(one.count))
                        }
                    }
                }
            }
        }
    }

    private func row(_ one: PublishedAssessment) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(
                    .a, .href(view.address(one.path)), .dir("auto"), text: one.title.isEmpty ? one.place : one.title)
                if !one.title.isEmpty, !one.place.isEmpty { html.element(.p, .class("hint"), text: one.place) }
            }
            html.element(.td) {
                html.element(
                    .bdi,
                    text: one.assessor == .state ? view.stateName(StateCode(one.assessorName)) : one.assessorName)
                html.element(.p, .class("hint"), text: view.say("assessor.\(one.assessor.rawValue)"))
            }
            guard let words = one.words else {
                html.element(.td, .colspan(3), text: view.say("publicFace.assessments.ended"))
                return
            }
            view.wordsCell(self.words.scheme(words.scheme, words.content))
            view.wordsCell(self.words.value(words.value, words.scheme, words.content))
            html.element(.td, text: words.date.map { view.date($0) } ?? view.say("publicFace.notSaid"))
        }
    }
}

/// Schemes and their values in the reader's words.
struct FaceSchemes {
    let view: View

    func scheme(_ code: SchemeCode, _ content: SchemeContent?) -> String {
        if let content { return own(content.names) ?? code.rawValue }
        let key = "scheme.\(code.rawValue)"
        return view.words.has(key) ? view.say(key) : code.rawValue
    }

    /// In the words of its own scheme; a value no scheme here knows stands as it was given.
    func value(_ value: String, _ code: SchemeCode, _ content: SchemeContent?) -> String {
        if let content { return content.values.first { $0.code == value }.flatMap { own($0.labels) } ?? value }
        let key = "scheme.\(code.rawValue).\(value)"
        return view.words.has(key) ? view.say(key) : value
    }

    private func own(_ texts: [String: String]) -> String? {
        texts[view.words.tag] ?? texts["en"] ?? texts.min { $0.key < $1.key }?.value
    }
}
