import Domain
import Drafting
import Frame
import Locales
import Markup
import Reference
import Reports

/// A report: where it stands, its outline with how long each section is, what it cannot say, and the ways on.
struct ReportView {
    let view: View
    let visit: Visit
    let page: ReportPage
    let papers: PaperWriter
    let limit: LengthLimit?
    let guidelines: [OutlineGuideline]
    /// Nil for whoever does not write it.
    let claims: [ClaimFound]?

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await drafting.page(id, visit.member) }
        var claims: [ClaimFound]?
        if visit.may(.writeReports), page.report.isOpen {
            claims = try await visit.run { () throws(WorkspaceError) in
                try await drafting.claims(of: page, visit.member)
            }
        }
        let view = View(visit)
        let content = ReportView(
            view: view, visit: visit, page: page, papers: drafting.papers,
            limit: drafting.limit(page.report.kind, page.report.scope),
            guidelines: drafting.outlines.outline(page.report.kind)?.guidelines ?? [], claims: claims)
        return await view.page(view.reportHead(page.report, visit, page.report.title, isReport: true)) {
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }
    private var report: Report { page.report }
    private func path(_ rest: String) -> String { view.address(visit.path("/reports/\(report.id)\(rest)")) }

    private func write() {
        view.pageHead(kicker: view.kind(report.kind), report.title)
        view.reportSaid()
        if page.isPart { html.element(.p, .class("notice"), text: view.say("report.part")) }
        facts()
        ways()
        outline()
        follows()
        if let claims { found(claims) }
        if !report.leftOut.isEmpty { leftOut() }
        if visit.may(.writeReports) { steps() }
    }

    private func facts() {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("report.field.status")) { html.text(view.status(report.status)) }
            view.fact(view.say("report.field.language")) {
                html.text(view.names.endonym(report.language.rawValue))
            }
            view.fact(view.say("report.field.due")) {
                html.text(report.due.map { view.date($0) } ?? view.say("report.noDue"))
            }
            if let words = page.words {
                view.fact(view.say("report.field.words")) { view.length(words, of: page.wordsMax) }
            }
            if let symbol = report.scope.symbol {
                view.fact(view.say("report.field.symbol")) { html.element(.bdi, text: symbol) }
            }
            if let by = report.approvedBy, let at = report.approved {
                view.fact(view.say("report.field.approved")) {
                    html.element(.bdi, text: by)
                    html.text(", " + view.moment(at))
                }
            }
            if let digest = report.digest, !page.isPart {
                view.fact(view.say("report.field.digest")) { html.element(.code, .dir("ltr"), text: digest) }
            }
            if let day = report.handedIn.flatMap({ CalendarDate($0) }) {
                view.fact(view.say("report.field.handedIn")) { html.text(view.date(day)) }
            }
        }
    }

    /// The guidelines and the limit of words, each with whether it was compared with what is in force.
    private func follows() {
        guard !page.isPart else { return }
        view.section("follows", view.say("report.follows"), view.say("report.follows.lead")) {
            html.element(.ul) {
                for guideline in guidelines {
                    html.element(.li) {
                        let name = [guideline.name, guideline.date].filter { !$0.isEmpty }.joined(separator: ", ")
                        html.element(.bdi, .lang("en"), text: name)
                        compared(guideline.verified)
                    }
                }
                if let limit, let most = limit.wordsMax {
                    html.element(.li) {
                        html.text(view.say("report.limit", ["count": .number(most)]) + " ")
                        if let source = limit.source { html.element(.bdi, .lang("en"), text: source) }
                        compared(limit.verified)
                    }
                } else {
                    html.element(.li, text: view.say("report.limit.none"))
                }
            }
            html.element(.p, .class("hint"), text: view.say("outline.limit.footnotes"))
            if report.language == .chinese {
                html.element(.p, .class("hint"), text: view.say("outline.limit.chinese"))
            }
        }
    }

    private func compared(_ isVerified: Bool) {
        html.element(
            .p, .class("hint"),
            text: view.say(isVerified ? "outline.guideline.verified" : "outline.guideline.unverified"))
    }

    private func ways() {
        html.element(.ul, .class("ways")) {
            if visit.may(.writeReports) {
                way("/gaps", "report.gaps", "report.gaps.lead")
                if report.isOpen { way("/refresh", "report.refresh", "report.refresh.lead") }
                way("/versions", "report.versions", "report.versions.lead")
            }
            html.element(.li) {
                html.element(.span, text: view.say("report.files"))
                html.element(.p, .class("actions")) {
                    for format in PaperFormat.allCases where papers.canWrite(format) {
                        html.element(
                            .a, .href(path("/file") + separator + "format=\(format.rawValue)"), .rel("nofollow"),
                            text: view.say("paper.format.\(format.rawValue)"))
                        html.text(" ")
                    }
                }
                if !papers.canWrite(.pdf) {
                    html.element(.p, .class("hint"), text: view.say("report.pdf.missing"))
                }
            }
        }
    }

    private var separator: String { path("/file").contains("?") ? "&" : "?" }

    private func way(_ rest: String, _ title: String, _ hint: String) {
        html.element(.li) {
            view.link(path(rest), view.say(title))
            html.element(.p, .class("hint"), text: view.say(hint))
        }
    }

    private func outline() {
        view.section("outline", view.say("report.outline")) {
            view.table(view.say("report.outline")) {
                view.headRow([
                    (view.say("report.field.section"), false), (view.say("report.field.paragraphs"), true),
                    (view.say("report.field.words"), true),
                ])
                html.element(.tbody) {
                    for section in page.sections {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) {
                                html.element(
                                    .a, .href(path("/sections/\(section.section.key)")),
                                    .lang(report.language.rawValue), .dir("auto"), text: section.section.title)
                            }
                            html.element(.td, .class("n")) {
                                let count = section.paragraphs.count { $0.content.headingLevel == nil }
                                html.text(count == 0 ? view.say("report.section.empty") : view.number(count))
                            }
                            html.element(.td, .class("n")) { view.length(section.words, of: section.section.wordsMax) }
                        }
                    }
                }
            }
        }
    }

    private func found(_ claims: [ClaimFound]) {
        view.section("claims", view.say("report.claims"), view.say("report.claims.lead")) {
            ClaimList(view: view, visit: visit, report: report).write(claims)
        }
    }

    private func leftOut() {
        view.section("left-out", view.say("report.leftOut"), view.say("report.leftOut.lead")) {
            html.element(.ul) {
                for item in report.leftOut.prefix(100) {
                    html.element(.li) {
                        html.element(
                            .span, .lang(report.language.rawValue), .dir("auto"), text: String(item.text.prefix(200)))
                        html.element(
                            .span, .class("soft"), text: " " + view.say("report.words", ["count": .number(item.words)]))
                    }
                }
            }
            if report.leftOut.count > 100 {
                html.element(
                    .p, text: view.say("report.leftOut.more", ["count": .number(report.leftOut.count - 100)]))
            }
        }
    }

    private func steps() {
        let moves = Drafting.moves(report, visit.member)
        view.section("steps", view.say("report.steps")) {
            for status in moves {
                view.fold(view.say("report.move.\(status.rawValue)")) {
                    view.workForm(path("/status"), version: report.version) {
                        view.hiddenField("status", status.rawValue)
                        if status == .handedIn { view.dayField("day", view.say("report.field.handedIn"), "") }
                        if status == .approved, let claims, !claims.isEmpty {
                            html.element(
                                .p, .class("notice"),
                                text: view.say("report.claims.approving", ["count": .number(claims.count)]))
                        }
                        view.textField("reason", view.say("report.field.reason"), "", most: 2_000)
                        html.element(.p) { view.submitButton(view.say("report.move.\(status.rawValue)")) }
                    }
                }
            }
            if report.isOpen {
                view.fold(view.say("report.describe")) {
                    view.workForm(path("/describe"), version: report.version) {
                        view.textField("title", view.say("report.field.title"), report.title, most: 300)
                        view.dayField("due", view.say("report.field.due"), report.due?.description ?? "")
                        view.textField(
                            "symbol", view.say("report.field.symbol"), report.scope.symbol ?? "", most: 60,
                            direction: "ltr")
                        view.textField(
                            "session", view.say("report.field.session"), report.scope.session ?? "",
                            hint: view.say("report.session.hint"), most: 20, direction: "ltr")
                        html.element(.p) { view.submitButton(view.say("report.save")) }
                    }
                }
            }
        }
    }
}
