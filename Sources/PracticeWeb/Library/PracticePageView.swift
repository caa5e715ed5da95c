import Domain
import Frame
import Locales
import Markup
import Practices

/// A published practice.
struct PracticePageView {
    let view: View
    let reading: PracticeReading

    static func answer(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        guard let id = PracticeID(exchange.value("id")) else { throw .notFound }
        let reading = try await WebError.running { () throws(WorkspaceError) in
            try await practices.published(id, language: exchange.language)
        }
        guard let text = PracticeContentView.text(reading.practice.content, exchange) else { throw .notFound }
        let view = View(exchange)
        var head = PageHead(
            title: text.title, summary: text.summary.isEmpty ? nil : text.summary, section: .cooperation)
        let shelf = reading.practice.content.shelf
        head.crumbs = [
            (view.address("/practices"), view.say("practice.library")),
            (view.address("/practices/shelves/\(shelf.rawValue)"), view.shelf(shelf)),
        ]
        return await view.page(head) {
            PracticePageView(view: view, reading: reading).write(text, path: "/practices/\(id)")
        }
    }

    private var html: HTMLWriter { view.html }
    private var practice: OutsidePractice { reading.practice }

    func write(_ text: PracticeText, path: String) {
        let content = PracticeContentView(
            view: view, content: practice.content, text: text, path: path, issues: reading.issues,
            recommendations: reading.recommendations)
        html.element(.article, .class("beside of-record practice")) {
            html.element(.div) {
                content.head()
                content.sections()
                PracticeUseView(view: view, use: reading.adoptions).write()
                emerging()
            }
            html.element(.aside, .label(view.say("record.facts"))) {
                html.element(.h2, .class("hidden"), text: view.say("record.facts"))
                html.element(.dl, .class("facts-list")) {
                    content.facts()
                    view.fact(view.say("practice.author")) {
                        view.author(practice.author, region: practice.content.region)
                    }
                    content.contact()
                    source()
                    published()
                }
            }
        }
    }

    private func source() {
        guard let source = practice.content.source, let title = reading.source else { return }
        view.fact(view.say("practice.source")) {
            html.element(
                .a,
                .href(
                    view.address(source.kind == .programme ? "/programmes/\(source.id)" : "/agreements/\(source.id)")),
                .dir("auto"), text: title)
        }
    }

    private func published() {
        if let published = practice.published {
            view.fact(view.say("practice.published")) {
                html.text(view.dayOf(published))
                html.element(.p, .class("hint"), text: view.say("practice.reviewed"))
            }
        }
        if practice.number > 1 {
            view.fact(view.say("practice.edition")) { html.text(view.number(practice.number)) }
        }
    }

    private func emerging() {
        guard !reading.emerging.isEmpty else { return }
        view.section("emerging", view.say("emerging.title")) {
            html.element(.ul, .class("plain-list")) {
                for issue in reading.emerging {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address("/emerging-issues/\(issue.id)")), .lang(issue.language.rawValue),
                            .dir("auto"), text: issue.title)
                    }
                }
            }
        }
    }
}

/// By whom a practice is used, as far as they allow.
struct PracticeUseView {
    let view: View
    let use: PracticeUse

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("adopted", view.say("practice.use")) {
            guard use.count > 0 else {
                html.element(.p, .class("none"), text: view.say("practice.use.none"))
                return
            }
            html.element(.p, text: view.say("practice.adoptedBy", ["count": .number(use.count)]))
            if use.named.count < use.count {
                html.element(
                    .p, .class("hint"),
                    text: view.say("practice.use.unnamed", ["count": .number(use.count - use.named.count)]))
            }
            html.element(.ul, .class("said-list")) {
                for adoption in use.named { html.element(.li) { entry(adoption) } }
            }
        }
    }

    private func entry(_ adoption: PracticeUse.Named) {
        html.element(.p) {
            view.author(adoption.adopter, region: nil)
            html.text(" · ")
            html.element(.time, .datetime(adoption.day.description), text: view.date(adoption.day))
        }
        if !adoption.note.isEmpty { view.written(adoption.note, adoption.language) }
        if !adoption.adapted.isEmpty {
            html.element(.p, .class("label"), text: view.say("practice.adapted"))
            view.written(adoption.adapted, adoption.language)
        }
        PracticeResultsView(view: view, results: adoption.results, language: adoption.language).write()
    }
}

/// What came of an adoption, by day.
struct PracticeResultsView {
    let view: View
    let results: [PracticeResult]
    let language: LanguageTag

    func write() {
        guard !results.isEmpty else { return }
        view.html.element(.p, .class("label"), text: view.say("practice.results"))
        view.html.element(.ol, .class("timeline")) {
            for result in results {
                view.html.element(.li) {
                    view.html.element(.time, .datetime(result.day.description), text: view.date(result.day))
                    view.written(result.text, language)
                }
            }
        }
    }
}
