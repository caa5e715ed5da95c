import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// One issue: what it is, why these stand together, what was asked when, how the State answered, and how to correct it.
struct IssueView {
    let view: View
    let page: IssuePage
    let question: IssueQuestion
    /// The State's other issues, where one has to be chosen.
    let targets: [IssueSummary]
    /// Where workspaces of its reader speak of it.
    var mentions: [(workspace: Workspace, found: RecordMention)] = []
    /// What rooms further up add.
    var asides: [RecordAside] = []
    var refused: RefusedForm?

    static func answer(
        _ exchange: Exchange, session known: SignedIn? = nil, doing: IssueQuestion.Doing? = nil,
        refused: RefusedForm? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        var question = try IssueQuestion(exchange)
        if let doing { question.doing = doing }
        if let refused { question.subject = refused.form.first("r").flatMap { RecommendationID($0) } }
        let session: SignedIn?
        if let known { session = known } else { session = try await Signed.found(exchange) }
        let view = View(exchange, session: session)
        let page: IssuePage
        do {
            page = try await exchange.site.issues.issue(
                question.id, language: exchange.language, members: question.from)
        } catch { throw WebError(error) }
        if let target = page.wentTo {
            return .seeOther(
                view.issueAddress(target, [("said", IssueQuestion.Said.joined.rawValue)]))
        }
        if session?.caller.decidesIssues(of: page.issue.state) != true { question.doing = nil }
        let content = IssueView(
            view: view, page: page, question: question, targets: try await targets(exchange, page, question),
            mentions: try await view.recordMentions(of: .issue(page.issue.id)),
            asides: try await exchange.recordAsides(of: .issue(page.issue.id)), refused: refused)
        var head = PageHead(title: view.issueName(page.issue).text, section: .states)
        let state = page.issue.state
        head.crumbs = [
            (view.stateAddress(state), view.stateName(state)), (view.issuesAddress(state), view.say("issues.heading")),
        ]
        head.path = "/issues/\(question.id)"
        head.feeds = view.feeds(of: .issue(page.issue.id))
        return await view.page(head, status: status) { content.write() }
    }

    private static func targets(
        _ exchange: Exchange, _ page: IssuePage, _ question: IssueQuestion
    ) async throws(WebError) -> [IssueSummary] {
        guard question.doing == .move || question.doing == .merge else { return [] }
        do {
            return try await exchange.site.issues.list(page.issue.state).items.filter { $0.issue.id != page.issue.id }
        } catch { throw WebError(error) }
    }

    private var html: HTMLWriter { view.html }
    private var canDecide: Bool { view.session?.caller.decidesIssues(of: page.issue.state) == true }
    private var summary: IssueSummary { page.summary }

    private func write() {
        html.element(.article, .class("beside of-record")) {
            html.element(.div) {
                head()
                if let refused { view.problem(refused.reason) } else { said() }
                if canDecide { corrections() }
                if question.doing == nil || question.doing == .rename {
                    IssueReasons(view: view, issue: page.issue).write()
                }
            }
            html.element(.aside, .label(view.say("record.facts"))) { facts() }
        }
        if question.doing != .split {
            IssueProposals(view: view, page: page, canDecide: canDecide).write()
            IssueOccasions(view: view, page: page).write()
            for aside in asides { aside.write(view) }
            IssueMembers(view: view, page: page, question: question, canDecide: canDecide).write()
            IssueHistory(view: view, page: page, canDecide: canDecide).write()
        }
        view.issueOpinion(back: "/issues/\(question.id)")
    }

    private func head() {
        let name = view.issueName(page.issue)
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker")) {
                view.write("issue.kicker")
                html.text(" · ")
                html.text(view.say(page.issue.isDecided ? "issues.decided" : "issues.program"))
            }
            html.element(.h1, .custom("lang", name.language?.rawValue), .dir("auto"), text: name.text)
            if page.issue.givenName != nil, let program = view.programName(page.issue) {
                html.element(.p, .class("fine")) {
                    view.write("issue.programName") { _ in
                        html.element(.bdi, .custom("lang", program.language?.rawValue), text: program.text)
                    }
                }
            }
        }
    }

    /// What was just decided, and that it can be taken back.
    private func said() {
        guard let said = question.said else { return }
        html.element(.div, .class("notice done"), .role("status")) {
            html.element(.p) {
                view.write("issueSaid.\(said.rawValue)")
                if canDecide, said != .joined, said != .reverse {
                    html.text(" ")
                    view.write("issueSaid.history") { _ in view.link("#history", view.say("issueHistory.title")) }
                }
            }
            if let other = question.other {
                html.element(.p) { view.link(view.issueAddress(other), view.say("issueSaid.other")) }
            }
        }
    }

    private func corrections() {
        if let doing = question.doing {
            IssueForms(
                view: view, page: page, question: question, doing: doing, targets: targets,
                typed: refused?.form ?? Query()
            ).write()
            return
        }
        html.element(.ul, .class("actions"), .label(view.say("issue.correct"))) {
            for doing in [IssueQuestion.Doing.rename, .split, .merge]
            where doing != .split || summary.count > 1 {
                html.element(.li) {
                    html.element(
                        .a, .class("button plain"), .href(question.address(view, doing: doing) + "#correct"),
                        .rel("nofollow"), text: view.say("issueForm.\(doing.rawValue).open"))
                }
            }
        }
    }

    private func facts() {
        html.element(.h2, .class("hidden"), text: view.say("record.facts"))
        html.element(.dl, .class("facts-list")) {
            view.fact(view.facetName(.state)) { view.stateLink(page.issue.state) }
            view.recordMentions(mentions)
            view.fact(view.say("column.recommendations")) { html.text(view.number(summary.count)) }
            if let first = summary.firstYear {
                view.fact(view.say("issue.first")) { html.text(String(first)) }
            }
            if let last = summary.lastYear, last != summary.firstYear {
                view.fact(view.say("issue.last")) { html.text(String(last)) }
            }
            view.fact(view.say("issues.class")) {
                view.repeatClass(summary.repeatClass)
                html.element(.p, .class("fine"), text: view.say("repeatClassText.\(summary.repeatClass.rawValue)"))
            }
            view.fact(view.say("issue.positions")) { view.tallyNumbers(summary.positions) }
            if !summary.mechanisms.isEmpty {
                view.fact(view.facetName(.mechanism)) {
                    html.text(view.mechanismNames(summary.mechanisms.map(\.mechanism), most: 8))
                }
            }
            if summary.recommending > 0 {
                view.fact(view.facetName(.recommending)) { html.text(view.number(summary.recommending)) }
            }
        }
    }
}
