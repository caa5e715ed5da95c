import Assessments
import Domain
import Frame
import Locales
import Markup

/// What a voice has written, and for the State what its plan says and nobody has published yet.
struct OwnAssessmentsView {
    let view: View
    let visit: Visit
    let page: OwnAssessmentPage
    let statements: [StateStatement]

    static func answer(_ visit: Visit, _ assessments: Assessments) async throws(WebError) -> Answer {
        let after = visit.exchange.query.first("after").flatMap { AssessmentID($0) }
        let (page, statements) = try await visit.run { () throws(WorkspaceError) in
            (
                try await assessments.own(visit.member, after: after),
                try await assessments.statements(visit.member)
            )
        }
        let view = View(visit)
        let content = OwnAssessmentsView(view: view, visit: visit, page: page, statements: statements)
        return await view.page(PageHead(title: view.say("assess.title"), place: .assessments, isWide: true)) {
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(
            kicker: view.assessorName(page.voice.assessor, page.voice.name), view.say("assess.title"),
            lead: view.say("assess.ownLead"))
        view.assessmentSaid()
        html.element(.p, .class("hint"), text: view.say("assess.secrecy"))
        begin()
        view.section("own", view.say("assess.ownCount", ["count": .number(page.total)])) {
            if page.assessments.isEmpty {
                view.empty(view.say("assess.ownNone")) {
                    html.element(.p, text: view.say("assess.ownNoneText"))
                }
            } else {
                table()
                view.pager(next: page.next?.description)
            }
        }
        if page.voice.assessor == .state, page.voice.institution == nil { plan() }
        settings()
    }

    private func begin() {
        html.element(.form, .class("fields"), .method("get"), .action(view.address(visit.path("/assessments/new")))) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.exchange.language.rawValue) }
            view.textField(
                "thing", view.say("assess.thingField"), "", hint: view.say("assess.thingHint"), most: 60,
                direction: "ltr")
            html.element(.p) {
                view.submitButton(view.say("assess.new"))
                html.text(" ")
                view.link(view.address(visit.path("/assessments/schemes")), view.say("assess.schemes"))
            }
        }
    }

    private func table() {
        view.table(view.say("assess.title")) {
            view.headRow([
                (view.say("assess.what"), false), (view.say("assess.says"), false), (view.say("assess.when"), false),
                (view.say("assess.standing"), false),
            ])
            html.element(.tbody) { for own in page.assessments { html.element(.tr) { row(own) } } }
        }
    }

    private func row(_ own: OwnAssessment) {
        html.element(.th, .scope("row")) {
            html.element(
                .a, .href(view.address(visit.path("/assessments/\(own.id)"))), .dir("auto"), text: view.place(own))
            if let state = own.state { html.element(.p, .class("hint"), text: view.stateName(state)) }
        }
        html.element(.td) {
            html.element(
                .span, .dir("auto"), text: view.valueWords(own.draft.value, own.draft.scheme, own.content))
            html.element(.p, .class("hint"), .dir("auto"), text: view.schemeName(own.draft.scheme, own.content))
        }
        html.element(.td) {
            html.element(.time, .datetime(own.draft.day.description), text: view.date(own.draft.day))
        }
        html.element(.td, text: view.standing(own))
    }

    /// Doing something is no implementation, and saying so in the plan is no assessment: somebody publishes it, or it stays there.
    private func plan() {
        view.section("plan", view.say("assess.fromPlan"), view.say("assess.fromPlanText")) {
            if statements.isEmpty {
                html.element(.p, .class("none"), text: view.say("assess.fromPlanNone"))
                return
            }
            view.table(view.say("assess.fromPlan")) {
                view.headRow([
                    (view.say("assess.what"), false), (view.say("assess.says"), false),
                    (view.say("assess.when"), false),
                    (view.say("assess.standing"), false),
                ])
                html.element(.tbody) { for statement in statements { html.element(.tr) { row(statement) } } }
            }
        }
    }

    private func row(_ statement: StateStatement) {
        html.element(.th, .scope("row"), .dir("auto"), text: statement.title)
        html.element(.td, text: view.say("scheme.plan-status.\(statement.status)"))
        html.element(.td) {
            html.element(.time, .datetime(statement.stated.description), text: view.date(statement.stated))
        }
        html.element(.td) {
            if let made = statement.assessment {
                view.link(view.address(visit.path("/assessments/\(made)")), view.say("assess.madeFrom"))
            } else {
                view.link(
                    view.address(
                        visit.path("/assessments/new"),
                        [("thing", statement.thing.text), ("statement", String(statement.id))]),
                    view.say("assess.makeFrom"))
            }
        }
    }

    private func settings() {
        view.section("setting", view.say("assess.second"), view.say("assess.secondText")) {
            view.workForm(view.address(visit.path("/assessments/setting")), version: page.settingVersion) {
                view.checkbox("needsSecond", view.say("assess.needsSecond"), isOn: page.needsSecond)
                html.element(.p) { view.submitButton(view.say("assess.keep"), isPlain: true) }
            }
        }
    }
}

extension View {
    /// What a form did, after it sent the reader here.
    func assessmentSaid() {
        if let key = exchange.query.first("said"), words.has("assess.said.\(key)") { done(say("assess.said.\(key)")) }
    }

    func place(_ own: OwnAssessment) -> String {
        let place =
            own.draft.thing.kind == .issue
            ? say("assess.onIssue", ["name": .text(own.title)])
            : own.place.isEmpty
                ? say("assess.recommendation", ["number": .text(String(own.draft.thing.id))]) : own.place
        return own.partLabel.isEmpty
            ? place : say("assess.placePart", ["place": .text(place), "part": .text(own.partLabel)])
    }

    func standing(_ own: OwnAssessment) -> String {
        if let removed = own.removed {
            return say("assess.status.removedOn", ["day": .text(dayOf(removed.at))])
        }
        return say("assess.status.\(own.status.rawValue)")
    }
}
