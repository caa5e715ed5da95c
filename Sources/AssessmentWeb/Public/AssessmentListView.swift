import Assessments
import Domain
import Frame
import Locales
import Markup

/// Every published assessment, narrowed by what the reader asks.
struct AssessmentListView {
    let view: View
    let filter: AssessmentFilter
    let page: AssessmentPage
    let tally: [AssessmentTally]

    static func answer(_ exchange: Exchange, _ assessments: Assessments) async throws(WebError) -> Answer {
        let filter = try AssessmentAsked.filter(exchange)
        let (page, tally) = try await WebError.running { () throws(WorkspaceError) in
            (
                try await assessments.published(filter, after: AssessmentAsked.cursor(exchange)),
                try await assessments.tally(filter)
            )
        }
        let view = View(exchange)
        let content = AssessmentListView(view: view, filter: filter, page: page, tally: tally)
        var head = PageHead(title: view.say("assess.title"), summary: view.say("assess.lead"), isWide: true)
        head.feeds = [view.address("/assessments.atom", content.asked)]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("assess.title"), lead: view.say("assess.lead"))
        form()
        view.section("list", view.say("assess.count", ["count": .number(page.total)])) {
            guard !page.assessments.isEmpty else {
                view.empty(view.say(filter.isEmpty ? "assess.none" : "assess.noMatch")) {
                    html.element(.p, text: view.say(filter.isEmpty ? "assess.noneText" : "assess.noMatchText"))
                }
                return
            }
            table()
            view.pager(next: page.next?.description)
        }
        if !tally.isEmpty {
            view.section("tally", view.say("assess.tally"), view.say("assess.tallyText")) {
                AssessmentTallyTable(view: view, tally: tally, state: filter.state).write()
            }
        }
        ways()
    }

    private func form() {
        let any = [("", view.say("cooperation.any"))]
        html.element(
            .form, .class("fields assessment-filters"), .method("get"), .action(view.address("/assessments")),
            .role("search"), .label(view.say("assess.narrow"))
        ) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.exchange.language.rawValue) }
            view.select(
                "state", view.say("facet.state"),
                any
                    + view.stateNames(view.names.codes(.state).map { StateCode($0) }).map {
                        ($0.code.rawValue, $0.name)
                    },
                chosen: filter.state?.rawValue ?? "")
            view.select(
                "assessor", view.say("assess.kind"),
                any + Assessment.AssessorKind.allCases.map { ($0.rawValue, view.assessorKind($0)) },
                chosen: filter.assessor?.rawValue ?? "")
            view.select("scheme", view.say("assess.scheme"), any + schemes, chosen: filter.scheme?.rawValue ?? "")
            if let scheme = filter.scheme {
                view.select(
                    "value", view.say("assess.value"), any + values(scheme), chosen: filter.value ?? "")
            }
            view.select(
                "mechanism", view.say("facet.mechanism"),
                any + view.names.codes(.mechanism).map { ($0, view.name(.mechanism, $0)) },
                chosen: filter.mechanism?.rawValue ?? "")
            view.textField(
                "year", view.say("facet.year"), filter.year.map(String.init) ?? "", most: 4, direction: "ltr")
            view.checkbox("current", view.say("assess.currentOnly"), isOn: filter.isCurrentOnly)
            html.element(.p) { view.submitButton(view.say("assess.narrowNow")) }
        }
    }

    /// Standard schemes, and those of workspaces that what is found is said in.
    private var schemes: [(String, String)] {
        let own = Dictionary(
            tally.filter { $0.content != nil }.map { ($0.scheme.rawValue, view.schemeName($0.scheme, $0.content)) },
            uniquingKeysWith: { first, _ in first })
        return StandardScheme.allCases.map { ($0.rawValue, view.say("scheme.\($0.rawValue)")) }
            + own.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
    }

    private func values(_ scheme: SchemeCode) -> [(String, String)] {
        if let standard = scheme.standard {
            return standard.values.map { ($0, view.valueWords($0, scheme, nil)) }
        }
        let content = tally.first { $0.scheme == scheme }?.content
        return (content?.values ?? []).map { ($0.code, view.valueWords($0.code, scheme, content)) }
    }

    private func table() {
        view.table(view.say("assess.title"), style: "assessments") {
            view.headRow([
                (view.say("assess.what"), false), (view.say("assess.who"), false), (view.say("assess.says"), false),
                (view.say("assess.when"), false),
            ])
            html.element(.tbody) { for one in page.assessments { html.element(.tr) { row(one) } } }
        }
    }

    private func row(_ one: PublishedAssessment) {
        html.element(.th, .scope("row")) {
            html.element(.a, .href(view.address(one.path)), .dir("auto"), text: view.assessedPlace(one))
            if let state = one.state { html.element(.p, .class("hint"), text: view.stateName(state)) }
        }
        html.element(.td) {
            html.element(.span, .dir("auto"), text: view.assessorName(one))
            html.element(.p, .class("hint"), text: view.assessorKind(one.assessor))
        }
        html.element(.td) {
            if let words = one.words {
                html.element(
                    .span, .class("value"), .dir("auto"),
                    text: view.valueWords(words.value, words.scheme, words.content))
                html.element(.p, .class("hint"), .dir("auto"), text: view.schemeName(words.scheme, words.content))
            }
            if let standing = view.standingWords(one) {
                html.element(.p, .class("hint"), .dir("auto"), text: standing)
            }
        }
        html.element(.td) {
            if let date = one.words?.date {
                html.element(.time, .datetime(date.description), text: view.date(date))
            } else if one.words != nil {
                view.write("record.noDate")
            }
        }
    }

    private var asked: [(String, String)] {
        view.exchange.query.items.filter { !["after", "lang"].contains($0.name) && !$0.value.isEmpty }
            .map { ($0.name, $0.value) }
    }

    /// What letters can be narrowed by.
    private var watched: [(String, String)] { asked.filter { ["state", "assessor", "scheme"].contains($0.0) } }

    private func ways() {
        html.element(.p) {
            view.link(view.address("/assessments.csv", asked), view.say("assess.csv"))
            html.text(" · ")
            view.link(view.address("/assessments.atom", asked), view.say("assess.feed"))
            html.text(" · ")
            view.link(view.address("/watch", [("of", "assessments")] + watched), view.say("follow.mail"))
            html.text(" · ")
            view.link(view.address("/assessments/package"), view.say("assess.package"))
        }
    }
}
