import Domain
import Drafting
import FollowUpWeb
import Frame
import Locales
import Markup

/// One paragraph: its words with their marks, what each sentence is drawn from, footnotes, steps, earlier wordings and comments.
struct ParagraphView {
    let view: View
    let visit: Visit
    let report: Report
    let paragraph: ReportParagraph
    let earlier: [ReportParagraph]

    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let number: ReportParagraphID = try visit.id("paragraph")
        let (found, comments) = try await visit.run { () throws(WorkspaceError) in
            (
                try await drafting.paragraph(number, of: id, visit.member),
                try await CommentsPart(Subject(.reportParagraph, number.value), drafting.store, visit)
            )
        }
        let view = View(visit)
        let content = ParagraphView(
            view: view, visit: visit, report: found.report, paragraph: found.paragraph, earlier: found.earlier)
        let title = view.say("report.paragraph.title", ["number": .number(Int(number.value))])
        return await view.page(view.reportHead(found.report, visit, title)) {
            content.write(title)
            comments.write(view)
        }
    }

    private var html: HTMLWriter { view.html }
    private var mayWrite: Bool { visit.may(.writeReports) && report.isOpen }
    private func path(_ rest: String) -> String {
        view.address(visit.path("/reports/\(report.id)/paragraphs/\(paragraph.id)\(rest)"))
    }

    private func write(_ title: String) {
        view.pageHead(kicker: report.title, title)
        view.reportSaid()
        html.element(.p) {
            view.link(
                view.address(visit.path("/reports/\(report.id)/sections/\(paragraph.section)"))
                    + "#paragraph-\(paragraph.id)", view.say("report.paragraph.back"))
        }
        if mayWrite { edit() }
        sources()
        if mayWrite { steps() }
        history()
    }

    private func edit() {
        view.section("words", view.say("report.field.text"), view.say("report.edit.hint")) {
            view.workForm(path("/edit"), version: paragraph.version) {
                view.textArea(
                    "text", view.say("report.field.text"), ParagraphTyping.text(paragraph.content),
                    language: report.language.rawValue, rows: min(24, 3 + paragraph.content.text.count / 70))
                html.element(.p) { view.submitButton(view.say("report.save")) }
            }
        }
    }

    private func sources() {
        view.section("sources", view.say("report.sources"), view.say("report.sources.lead")) {
            html.element(.ol, .class("report-sources")) {
                for sentence in paragraph.sentences {
                    html.element(.li, .custom("value", "\(sentence.id)")) { one(sentence) }
                }
            }
            if !paragraph.content.unplaced.isEmpty { unplaced() }
        }
    }

    private func one(_ sentence: ReportSentence) {
        html.element(
            .p, .lang((sentence.language ?? report.language).rawValue), .dir("auto"), text: sentence.text)
        html.element(.p, .class("hint"), text: view.say("report.origin.\(sentence.origin.rawValue)"))
        if let drafted = sentence.drafted {
            html.element(.p, .class("hint")) {
                view.write("report.wasDrafted") { _ in
                    html.element(.q, .lang(report.language.rawValue), .dir("auto"), text: drafted)
                }
            }
        }
        if sentence.sources.isEmpty {
            html.element(.p, .class("none"), text: view.say("report.noSource"))
        } else {
            html.element(.ul) {
                for source in sentence.sources.prefix(60) { html.element(.li) { sourceLine(source, sentence.id) } }
            }
            if sentence.sources.count > 60 {
                html.element(.p, text: view.say("report.more", ["count": .number(sentence.sources.count - 60)]))
            }
        }
        for note in sentence.footnotes {
            html.element(.p, .class("hint")) {
                html.text(view.say("report.footnote") + " ")
                html.element(.span, .lang(report.language.rawValue), .dir("auto"), text: note)
            }
        }
        if mayWrite { sentenceForms(sentence) }
    }

    private func sourceLine(_ source: SentenceSource, _ sentence: Int?) {
        view.source(source, visit, about: report.scope.state)
        guard mayWrite, paragraph.content.sources.count <= 40 else { return }
        view.workForm(path("/drop"), style: "inline", version: paragraph.version) {
            view.hiddenField("source", "\(source.kind.rawValue)/\(source.id)")
            if let sentence { view.hiddenField("sentence", "\(sentence)") }
            view.submitButton(view.say("report.source.drop"), isPlain: true)
        }
    }

    private func sentenceForms(_ sentence: ReportSentence) {
        view.fold(view.say("report.sentence.change", ["number": .number(sentence.id)])) {
            view.workForm(path("/place"), version: paragraph.version) {
                view.hiddenField("sentence", "\(sentence.id)")
                view.textField(
                    "source", view.say("report.field.source"), "", hint: view.say("report.source.hint"), most: 60,
                    direction: "ltr")
                html.element(.p) { view.submitButton(view.say("report.source.add"), isPlain: true) }
            }
            view.workForm(path("/footnotes"), version: paragraph.version) {
                view.hiddenField("sentence", "\(sentence.id)")
                view.textArea(
                    "notes", view.say("report.field.footnotes"), sentence.footnotes.joined(separator: "\n"),
                    language: report.language.rawValue, rows: 3)
                html.element(.p) { view.submitButton(view.say("report.footnotes.save"), isPlain: true) }
            }
            if sentence.id != paragraph.sentences.first?.id {
                view.workForm(path("/split"), version: paragraph.version) {
                    view.hiddenField("sentence", "\(sentence.id)")
                    html.element(.p) { view.submitButton(view.say("report.split"), isPlain: true) }
                }
            }
        }
    }

    private func unplaced() {
        html.element(.h3, text: view.say("report.unplaced"))
        html.element(.p, .class("hint"), text: view.say("report.unplaced.lead"))
        html.element(.ul) {
            for source in paragraph.content.unplaced {
                html.element(.li) {
                    sourceLine(source, nil)
                    if mayWrite, !paragraph.sentences.isEmpty {
                        view.workForm(path("/place"), style: "inline", version: paragraph.version) {
                            view.hiddenField("source", "\(source.kind.rawValue)/\(source.id)")
                            view.select(
                                "sentence", view.say("report.field.sentence"),
                                paragraph.sentences.map {
                                    ("\($0.id)", "[\(view.number($0.id))] " + String($0.text.prefix(60)))
                                }, chosen: "")
                            view.submitButton(view.say("report.source.place"), isPlain: true)
                        }
                    }
                }
            }
        }
    }

    private func steps() {
        view.section("steps", view.say("report.steps")) {
            html.element(.div, .class("actions")) {
                step("/move", [("way", "up")], "report.up")
                step("/move", [("way", "down")], "report.down")
                step("/merge", [], "report.merge")
                step("/remove", [], "report.remove")
            }
        }
    }

    private func step(_ rest: String, _ fields: [(String, String)], _ label: String) {
        view.workForm(path(rest), style: "inline", version: paragraph.version) {
            for (name, value) in fields { view.hiddenField(name, value) }
            view.submitButton(view.say(label), isPlain: true)
        }
    }

    private func history() {
        guard !earlier.isEmpty else { return }
        view.section("earlier", view.say("report.earlier")) {
            html.element(.ol) {
                for was in earlier.prefix(20) {
                    html.element(.li) {
                        html.element(
                            .p, .class("hint"), text: view.say("report.version", ["number": .number(was.since)]))
                        html.element(
                            .p, .lang(report.language.rawValue), .dir("auto"), text: was.content.text)
                    }
                }
            }
        }
    }
}
