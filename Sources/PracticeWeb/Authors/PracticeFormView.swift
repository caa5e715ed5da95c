import Domain
import Frame
import Locales
import Markup
import Practices

/// Pages with the forms of a practice: a new one, its draft, a language version of it.
enum PracticeFormView {
    static let beginnings: [Parameter] = [
        Parameter(
            name: "agreement", form: .number, summary: "Number of the agreement it is written up from."),
        Parameter(
            name: "programme", form: .number, summary: "Number of the programme it is written up from."),
        Parameter(name: "issue", form: .number, summary: "Number of an issue it answers."),
        Parameter(name: "recommendation", form: .number, summary: "Number of a recommendation it answers."),
    ]

    static func new(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let exchange = visit.exchange
        var source: PracticeSource?
        for kind in PracticeSource.Kind.allCases {
            if let id = PracticeAsked.asked(kind.rawValue, exchange).flatMap({ Int64($0) }) {
                source = PracticeSource(kind, id)
            }
        }
        let from = source
        var content = try await visit.run { () throws(WorkspaceError) in
            try await practices.beginning(from: from, language: exchange.language, visit.member)
        }
        for kind in PracticeLink.Kind.allCases {
            if let id = PracticeAsked.asked(kind.rawValue, exchange).flatMap({ Int64($0) }) {
                content.links.append(PracticeLink(kind, id))
            }
        }
        let view = View(visit)
        let draft = content
        return await view.page(head(view, visit, view.say("practice.new"))) {
            view.pageHead(view.say("practice.new"), lead: view.say("practice.new.lead"))
            view.workForm(view.address(visit.path("/practices"))) {
                PracticeForm(view: view, visit: visit, isNew: true).write(draft)
                view.html.element(.p) { view.submitButton(view.say("practice.new.button")) }
            }
        }
    }

    static func edit(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let (own, edition) = try await draft(visit, practices)
        let view = View(visit)
        return await view.page(head(view, visit, view.say("practice.edit"), own.practice)) {
            view.pageHead(view.say("practice.edit"), lead: view.say("practice.new.lead"))
            view.workForm(
                view.address(visit.path("/practices/\(own.practice.id)/edit")), version: own.practice.version
            ) {
                PracticeForm(view: view, visit: visit, isNew: false).write(edition.content)
                view.html.element(.p) { view.submitButton(view.say("practice.save")) }
            }
        }
    }

    static func version(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let (own, edition) = try await draft(visit, practices)
        let asked = LanguageTag(PracticeAsked.asked("version", visit.exchange) ?? "")
        let there = edition.content.texts.first { $0.language == asked && !$0.isOriginal }
        let taken = Set(edition.content.texts.map(\.language.rawValue)).subtracting([asked.rawValue])
        let view = View(visit)
        let options = view.languageOptions().filter { !taken.contains($0.value) }
        let language = there?.language ?? LanguageTag(options.first?.value ?? "en")
        return await view.page(head(view, visit, view.say("practice.version.title"), own.practice)) {
            view.pageHead(view.say("practice.version.title"), lead: view.say("practice.version.lead"))
            view.workForm(
                view.address(visit.path("/practices/\(own.practice.id)/version")), version: own.practice.version
            ) {
                view.select(
                    "language", view.say("cooperation.textLanguage"), options, chosen: language.rawValue)
                view.textField(
                    "title", view.say("field.title"), there?.title ?? "", most: PracticeLimits.titleCharactersMax)
                PracticeTextFields(view: view).write(there ?? PracticeText(language: language, isOriginal: false))
                view.html.element(.p) { view.submitButton(view.say("practice.save")) }
            }
        }
    }

    private static func draft(
        _ visit: Visit, _ practices: Practices
    ) async throws(WebError) -> (OwnPracticeReading, PracticeEdition) {
        let id: PracticeID = try visit.id()
        let own = try await visit.run { () throws(WorkspaceError) in
            try await practices.find(id, language: visit.exchange.language, visit.member)
        }
        guard let edition = own.latest, edition.status == .draft else {
            throw .invalid([.init(name: "status", allowed: "practice.notDraft")])
        }
        return (own, edition)
    }

    private static func head(_ view: View, _ visit: Visit, _ title: String, _ practice: Practice? = nil) -> PageHead {
        var head = PageHead(title: title, place: .practices)
        head.crumbs = [(view.address(visit.path("/practices")), view.say("practice.title"))]
        if let practice {
            head.crumbs.append(
                (view.address(visit.path("/practices/\(practice.id)")), view.say("practice.one")))
        }
        return head
    }
}
