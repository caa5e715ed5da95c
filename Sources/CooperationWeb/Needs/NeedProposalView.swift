import Cooperation
import Domain
import Frame
import Locales
import Markup

/// Recommendations that ask for help, with the rule that found each, and the section of a national report that does.
struct NeedProposalView {
    static func answer(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let proposals = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.proposals(language: visit.exchange.language, visit.member)
        }
        let view = View(visit)
        return await view.page(head("need.proposals.title", visit, view)) {
            view.pageHead(view.say("need.proposals.title"), lead: view.say("need.proposals.lead"))
            guard !proposals.isEmpty else {
                view.empty(view.say("need.proposals.none")) {
                    view.html.element(.p, text: view.say("need.proposals.noneText"))
                }
                return
            }
            view.html.element(.form, .method("get"), .action(visit.path("/needs/new"))) {
                if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
                view.html.element(.ul, .class("records")) {
                    for proposal in proposals { view.html.element(.li, .class("record")) { line(proposal, view) } }
                }
                view.html.element(.p) { view.submitButton(view.say("need.proposals.button")) }
            }
        }
    }

    private static func head(_ key: String, _ visit: Visit, _ view: View) -> PageHead {
        var head = PageHead(title: view.say(key), place: .needs)
        head.crumbs = [(view.address(visit.path("/needs")), view.say("need.title"))]
        return head
    }

    private static func line(_ proposal: NeedProposal, _ view: View) {
        let html = view.html
        let one = proposal.recommendation
        html.element(.div, .class("tickable")) {
            html.empty(
                .input, .type("checkbox"), .id("from-\(one.id)"), .name("from"), .value("recommendation:\(one.id)"))
            html.element(.label, .for("from-\(one.id)")) {
                html.element(.span, .lang(one.language.rawValue), .dir("auto"), text: one.text)
            }
        }
        html.element(.p, .class("facts")) {
            view.link(
                view.recommendationAddress(one.id), one.place.isEmpty ? view.say("need.recommendation") : one.place)
            view.position(proposal.position)
            if proposal.isStated { html.element(.strong, text: view.say("need.proposals.stated")) }
            for rule in proposal.rules {
                switch rule {
                case .action: html.element(.span, text: view.say("need.rule.action"))
                case .words(let phrase):
                    html.element(.span) {
                        view.write("need.rule.words") { _ in html.element(.q, .dir("auto"), text: phrase) }
                    }
                }
            }
        }
    }

    // MARK: The section of a national report

    static func section(
        _ visit: Visit, _ found: CapacitySection? = nil, text: String = "", isAsked: Bool = false
    ) async -> Answer {
        let view = View(visit)
        return await view.page(head("need.section.title", visit, view)) {
            view.pageHead(view.say("need.section.title"), lead: view.say("need.section.lead"))
            if isAsked, found == nil { view.problem(view.say("need.section.none")) }
            if let found { paragraphs(found, visit, view) }
            view.workForm(view.address(visit.path("/needs/section"))) {
                CooperationFields(view: view).language(visit.exchange.language)
                view.textArea("text", view.say("need.section.text"), text, language: view.words.tag, rows: 14)
                view.html.element(.p) { view.submitButton(view.say("need.section.button"), isPlain: found != nil) }
            }
        }
    }

    private static func paragraphs(_ found: CapacitySection, _ visit: Visit, _ view: View) {
        let html = view.html
        view.section("found", found.heading, view.say("need.section.found")) {
            view.workForm(view.address(visit.path("/needs/section/take"))) {
                CooperationFields(view: view).language(visit.exchange.language)
                for (place, paragraph) in found.paragraphs.enumerated() {
                    html.element(.div, .class("entry tickable")) {
                        html.empty(
                            .input, .type("checkbox"), .id("paragraph-\(place)"), .name("paragraph"),
                            .value(paragraph))
                        html.element(.label, .for("paragraph-\(place)"), .dir("auto"), text: paragraph)
                    }
                }
                html.element(.p) { view.submitButton(view.say("need.section.take")) }
            }
        }
    }

    static func read(_ visit: Visit, _ form: Query) async -> Answer {
        let text = String(form.words("text").prefix(500_000))
        let found = CapacitySection.find(in: text)
        return await section(visit, found, text: found == nil ? text : "", isAsked: true)
    }

    static func take(_ visit: Visit, _ form: Query, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        _ = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.add(
                paragraphs: form.all("paragraph"), of: nil, language: form.language(), by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/needs"), [("said", "drafts")]))
    }
}
