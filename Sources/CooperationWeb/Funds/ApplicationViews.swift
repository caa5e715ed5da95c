import Cooperation
import Domain
import Frame
import Locales
import Markup
import People

/// Applications in a table.
enum ApplicationTable {
    static func write(_ records: [ApplicationRecord], _ view: View, address: (ApplicationID) -> String) {
        let html = view.html
        guard !records.isEmpty else { return }
        if records.count >= Applications.listMax {
            html.element(
                .p, .class("hint"), text: view.say("application.cut", ["count": .number(Applications.listMax)]))
        }
        view.table(view.say("application.title")) {
            view.headRow(
                [
                    "application.column", "fund.call.title", "application.applicant", "application.amount",
                    "cooperation.status",
                ].map { (view.say($0), $0 == "application.amount") })
            html.element(.tbody) {
                for record in records {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(
                                .a, .href(address(record.application.id)), .dir("auto"), text: record.application.title)
                        }
                        html.element(.td) {
                            html.element(.bdi, text: record.call.title)
                            html.element(.p, .class("hint")) { html.element(.bdi, text: record.fund) }
                        }
                        html.element(.td) { if let actor = record.applicant { view.actor(actor) } }
                        html.element(.td, .class("n")) {
                            html.element(.bdi, text: view.money(record.application.amount))
                        }
                        html.element(.td) {
                            html.text(view.say("applicationStatus.\(record.application.status.rawValue)"))
                            html.element(
                                .p, .class("hint"),
                                text: view.age(record.application.submitted ?? record.application.made))
                        }
                    }
                }
            }
        }
    }
}

/// One application: filled in by who applies, read and decided on by the fund.
struct ApplicationView {
    let view: View
    let visit: Visit
    let record: ApplicationRecord
    let needs: [Need]
    /// Read by the fund.
    let isReceived: Bool

    private var application: Application { record.application }
    private var html: HTMLWriter { view.html }

    static func own(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.applications.find(id, visit.member)
        }
        let needs =
            visit.may(.stateNeed)
            ? try await visit.run { () throws(WorkspaceError) in try await cooperation.needs.all(visit.member) } : []
        return await ApplicationView(
            view: View(visit), visit: visit, record: record, needs: needs, isReceived: false
        ).page()
    }

    static func received(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.applications.received(id, visit.member)
        }
        return await ApplicationView(
            view: View(visit), visit: visit, record: record, needs: [], isReceived: true
        ).page()
    }

    private func path(_ rest: String) -> String {
        view.address(visit.path("/funds/\(isReceived ? "received" : "applications")/\(application.id)\(rest)"))
    }

    private func page() async -> Answer {
        var head = PageHead(title: application.title, place: .funds)
        head.crumbs = [(view.address(visit.path("/funds")), view.say("fund.title"))]
        return await view.page(head) {
            view.pageHead(kicker: record.call.title + " · " + record.fund, application.title)
            view.said()
            html.element(.p, .class("facts")) {
                html.element(.strong, text: view.say("applicationStatus.\(application.status.rawValue)"))
                html.text(" · ")
                html.text(view.age(application.submitted ?? application.made))
            }
            if let actor = record.applicant, isReceived { html.element(.p) { view.actor(actor) } }
            if application.status == .draft { form() } else { answers() }
            if isReceived { decide() }
            if !isReceived, [.draft, .submitted].contains(application.status) {
                view.workForm(path("/withdraw"), version: application.version) {
                    html.element(.p) { view.submitButton(view.say("application.withdraw"), isPlain: true) }
                }
            }
        }
    }

    private func answers() {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("application.amount")) { html.element(.bdi, text: view.money(application.amount)) }
            for field in record.call.form {
                view.fact(field.label) {
                    let answer = application.answers[field.key] ?? ""
                    if answer.isEmpty {
                        html.element(.span, .class("soft"), text: view.say("application.unanswered"))
                    } else if field.kind == .yesNo {
                        html.text(view.say("application.\(answer)"))
                    } else {
                        html.element(.div, .class("prose"), .dir("auto")) { view.paragraphs(answer) }
                        count(field, answer)
                    }
                }
            }
        }
    }

    private func count(_ field: FormField, _ answer: String) {
        guard field.kind == .text || field.kind == .longText else { return }
        html.element(.p, .class("hint"), text: counted(field, answer))
    }

    private func counted(_ field: FormField, _ answer: String) -> String {
        let words = WordCount.of(answer)
        guard let most = field.wordsMax else { return view.say("application.words", ["count": .number(words)]) }
        return view.say(
            words > most ? "application.wordsOver" : "application.wordsOf",
            ["count": .number(words), "most": .number(most)])
    }

    private func form() {
        view.workForm(path("/save"), version: application.version) {
            view.textField("title", view.say("field.title"), application.title, most: 200)
            if !needs.isEmpty {
                view.select(
                    "need", view.say("application.need"),
                    [("", view.say("application.noNeed"))] + needs.map { ($0.id.description, $0.title) },
                    chosen: application.need?.description ?? "",
                    hint: record.call.needsConsent ? view.say("application.consentHint") : nil)
            }
            CooperationFields(view: view).money("amount", "application.amount", application.amount)
            for field in record.call.form { question(field, application.answers[field.key] ?? "") }
            html.element(.p) {
                view.submitButton(view.say("application.save"), name: "do", value: "save")
                html.text(" ")
                view.submitButton(view.say("application.submit"), name: "do", value: "submit", isPlain: true)
            }
        }
    }

    private func question(_ field: FormField, _ answer: String) {
        let name = "answer-\(field.key)"
        let label = field.isRequired ? field.label + " *" : field.label
        let terms = FundFacts(view: view).terms(field)
        let hint = field.hint.isEmpty ? terms : field.hint + " – " + terms
        switch field.kind {
        case .text: view.textField(name, label, answer, hint: hint + ". " + counted(field, answer), most: 2_000)
        case .longText:
            view.textArea(name, label, answer, language: view.words.tag, rows: 6)
            html.element(.p, .class("hint"), text: hint + ". " + counted(field, answer))
        case .number, .money: view.textField(name, label, answer, hint: hint, most: 40, direction: "ltr")
        case .date: view.dayField(name, label, answer, hint: hint)
        case .choice:
            view.select(
                name, label, [("", view.say("application.unanswered"))] + field.choices.map { ($0, $0) },
                chosen: answer, hint: hint)
        case .yesNo:
            view.select(
                name, label,
                [
                    ("", view.say("application.unanswered")), ("yes", view.say("application.yes")),
                    ("no", view.say("application.no")),
                ], chosen: answer, hint: hint)
        case .choices:
            view.codeChecks(
                name, label, field.choices.map { ($0, $0) },
                chosen: answer.split(whereSeparator: \.isNewline).map(String.init))
        }
    }

    private func decide() {
        view.section("decide", view.say("application.decide"), view.say("application.decideText")) {
            view.workForm(path("/decide"), version: application.version) {
                view.select(
                    "status", view.say("cooperation.status"),
                    [ApplicationStatus.submitted, .selected, .notSelected].map {
                        ($0.rawValue, view.say("applicationStatus.\($0.rawValue)"))
                    }, chosen: application.status.rawValue)
                html.element(.p) { view.submitButton(view.say("application.decide")) }
            }
        }
    }
}
