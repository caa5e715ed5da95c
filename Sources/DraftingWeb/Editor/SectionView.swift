import Domain
import Drafting
import Frame
import Locales
import Markup

/// One section: its paragraphs, each with the way to its form, and the form of a new one.
struct SectionView {
    private static let shownMax = 40

    let view: View
    let visit: Visit
    let report: Report
    let section: ReportPage.Section
    let part: Int

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await drafting.page(id, visit.member) }
        let key = visit.exchange.value("section")
        guard let section = page.sections.first(where: { $0.section.key == key }) else { throw .notFound }
        let view = View(visit)
        let part = visit.exchange.query.first("part").flatMap { Int($0) } ?? 1
        let content = SectionView(view: view, visit: visit, report: page.report, section: section, part: part)
        return await view.page(view.reportHead(page.report, visit, section.section.title)) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var mayWrite: Bool { visit.may(.writeReports) && report.isOpen }
    private func path(_ rest: String) -> String { view.address(visit.path("/reports/\(report.id)\(rest)")) }

    private func write() {
        view.pageHead(kicker: report.title, section.section.title)
        view.reportSaid()
        html.element(.p) { view.length(section.words, of: section.section.wordsMax) }
        let paragraphs = section.paragraphs
        let first = min(paragraphs.count, (part - 1) * Self.shownMax)
        let shown = paragraphs[first..<min(paragraphs.count, first + Self.shownMax)]
        if shown.isEmpty { html.element(.p, .class("none"), text: view.say("report.section.none")) }
        html.element(.div, .class("report-text"), .lang(report.language.rawValue), .dir("auto")) {
            for paragraph in shown { one(paragraph) }
        }
        pager(paragraphs.count)
        if mayWrite { insert(shown.last?.id) }
    }

    private func one(_ paragraph: ReportParagraph) {
        html.element(.div, .class("report-paragraph"), .id("paragraph-\(paragraph.id)")) {
            if paragraph.content.headingLevel != nil {
                html.element(.h2, text: paragraph.content.text)
            } else {
                html.element(.p) { sentences(paragraph) }
            }
            html.element(.p, .class("actions hint"), .lang(view.words.tag)) {
                view.link(
                    path("/paragraphs/\(paragraph.id)"),
                    mayWrite ? view.say("report.paragraph.edit") : view.say("report.paragraph.open"))
                html.text(
                    " " + view.say("report.paragraph.sources", ["count": .number(paragraph.content.sources.count)]))
                if !paragraph.content.unplaced.isEmpty {
                    html.element(
                        .strong,
                        text: " "
                            + view.say(
                                "report.paragraph.unplaced", ["count": .number(paragraph.content.unplaced.count)]))
                }
            }
        }
    }

    private func sentences(_ paragraph: ReportParagraph) {
        for sentence in paragraph.sentences {
            html.element(
                .span, .class("report-sentence \(sentence.origin.rawValue)"),
                .custom("lang", sentence.language?.rawValue), .dir("auto"), text: sentence.text)
            if let language = sentence.language {
                html.element(
                    .span, .class("soft"), .lang(view.words.tag),
                    text: " ("
                        + view.say("report.inLanguage", ["language": .text(view.names.endonym(language.rawValue))])
                        + ")")
            }
            html.text(" ")
        }
    }

    private func pager(_ count: Int) {
        guard count > Self.shownMax else { return }
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            for number in 1...((count + Self.shownMax - 1) / Self.shownMax) {
                if number == part {
                    html.element(.strong, text: view.number(number))
                } else {
                    html.element(.a, .href(view.sameAddress(["part": "\(number)"])), text: view.number(number))
                }
                html.text(" ")
            }
        }
    }

    private func insert(_ after: ReportParagraphID?) {
        view.fold(view.say("report.insert")) {
            view.workForm(path("/insert")) {
                view.hiddenField("section", section.section.key)
                if let after { view.hiddenField("after", "\(after)") }
                view.textArea("text", view.say("report.field.text"), "", language: report.language.rawValue, rows: 5)
                html.element(.p, .class("hint"), text: view.say("report.insert.hint"))
                html.element(.p) { view.submitButton(view.say("report.insert")) }
            }
        }
    }
}
