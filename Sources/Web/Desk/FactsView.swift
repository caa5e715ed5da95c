import Domain
import Frame
import Locales
import Markup
import Operations
import People
import Reference

/// The form for what the first page says of a document.
struct FactsView {
    let view: View
    let signed: Signed
    let reading: Reading
    let facts: DocumentFacts
    var refused: RefusedForm?

    static func answer(
        _ signed: Signed, refused: RefusedForm? = nil, status: Int = 200
    ) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        let page: ReadingPage
        do { page = try await signed.exchange.site.desk.reading(question.reading, for: signed.caller) } catch {
            throw WebError(error)
        }
        guard let facts = page.reading.facts else { throw .notFound }
        let view = View(signed)
        let content = FactsView(view: view, signed: signed, reading: page.reading, facts: facts, refused: refused)
        var head = PageHead(title: view.say("facts.title"))
        head.crumbs = [
            (view.address("/desk"), view.say("nav.desk")),
            (view.address(question.path), view.readingName(page.reading)),
        ]
        return await view.page(head, status: status) { content.write() }
    }

    static func correct(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let question = try ReviewQuestion(signed.exchange)
        let view = View(signed)
        let desk = signed.exchange.site.desk
        do {
            let page = try await desk.reading(question.reading, for: signed.caller)
            guard let old = page.reading.facts else { throw WebError.notFound }
            let facts = try FactsForm(view: view, form: form).facts(from: old)
            let version = form.first("version").flatMap { Int($0) } ?? 0
            _ = try await desk.correct(question.reading, version: version, facts, by: signed.caller)
            return .seeOther(question.address(view, said: .facts))
        } catch let trouble as ItemForm.Trouble {
            return try await answer(signed, refused: RefusedForm(form: form, reason: trouble.reason), status: 422)
        } catch DeskError.stale {
            return try await answer(
                signed, refused: RefusedForm(form: form, reason: view.say("facts.stale")), status: 409)
        } catch DeskError.invalid(let field, let allowed) {
            let reason = view.refusal(field, allowed)
            return try await answer(signed, refused: RefusedForm(form: form, reason: reason), status: 422)
        } catch let error as DeskError {
            throw WebError(error)
        } catch let error as WebError {
            throw error
        } catch {
            throw .failed("\(error)")
        }
    }

    private var html: HTMLWriter { view.html }

    private func value(_ name: String, _ stored: String?) -> String { refused?.form.first(name) ?? stored ?? "" }

    private func write() {
        html.element(.div, .class("read")) {
            view.pageHead(kicker: view.readingName(reading), view.say("facts.title"), lead: view.say("facts.lead"))
            if let refused { view.problem(refused.reason) }
            if !facts.doubts.isEmpty {
                html.element(.div, .class("notice")) {
                    html.element(.ul) { for doubt in facts.doubts { html.element(.li) { view.doubt(doubt) } } }
                }
            }
            html.element(.form, .class("fields"), .method("post"), .action(view.address("/desk/\(reading.id)/facts"))) {
                view.hiddenField(Signed.tokenField, signed.session.csrf)
                view.hiddenField("version", String(reading.factsVersion))
                fields()
                html.element(.p, .class("actions")) {
                    html.element(.button, .class("button"), .type("submit"), text: view.say("facts.button"))
                    view.link(view.address("/desk/\(reading.id)"), view.say("facts.back"))
                }
                html.element(.p, .class("hint"), text: view.say("facts.again"))
            }
        }
    }

    private func fields() {
        html.element(.div, .class("pair")) {
            view.select(
                "kind", view.say("facts.kind"), view.documentKinds, chosen: value("kind", facts.kind.rawValue))
            view.textField(
                "symbol", view.say("facts.symbol"), value("symbol", facts.symbol?.printed), most: 120, direction: "ltr")
            view.textField(
                "state", view.say("facet.state"), value("state", facts.state.map(view.stateName)), list: "state-names")
            view.select(
                "mechanism", view.say("facet.mechanism"),
                [("", "–")] + view.names.codes(.mechanism).map { ($0, view.name(.mechanism, $0)) },
                chosen: value("mechanism", facts.mechanism?.rawValue))
            view.textField(
                "session", view.say("facet.session"), value("session", facts.session.map { String($0) }), most: 4,
                direction: "ltr")
            view.textField(
                "published", view.say("record.published"), value("published", facts.published?.description),
                hint: view.say("item.dateHint"), most: 10, direction: "ltr")
            view.select(
                "language", view.say("facts.language"), view.documentLanguages,
                chosen: value("language", facts.language.rawValue))
            view.textField(
                "parent", view.say("facts.parent"), value("parent", facts.parent?.printed),
                hint: view.say("facts.parentHint"), most: 120, direction: "ltr")
        }
        html.element(.datalist, .id("state-names")) {
            for code in view.names.codes(.state) { html.element(.option, .value(view.name(.state, code))) {} }
        }
        view.textField("title", view.say("facts.name"), value("title", facts.title), most: 1_000)
    }
}

/// Makes facts of the fields of their form.
private struct FactsForm {
    let view: View
    let form: Query

    func facts(from old: DocumentFacts) throws(ItemForm.Trouble) -> DocumentFacts {
        var facts = old
        if let kind = form.first("kind").flatMap({ DocumentKind(rawValue: $0) }) { facts.kind = kind }
        if let text = form.first("symbol") { facts.symbol = DocumentSymbol(text) }
        if let text = form.first("parent") { facts.parent = DocumentSymbol(text) }
        if let text = form.first("title") { facts.title = ItemForm.lines(text).isEmpty ? nil : ItemForm.lines(text) }
        if let text = form.first("mechanism") { facts.mechanism = text.isEmpty ? nil : MechanismCode(text) }
        if let tag = form.first("language").map({ LanguageTag($0) }), LanguageTag.official.contains(tag) {
            facts.language = tag
        }
        if let text = form.first("state") { facts.state = try state(text) }
        if let text = form.first("session") { facts.session = try session(text) }
        if let text = form.first("published") { facts.published = try date(text) }
        if facts.session != old.session, facts.mechanism == .upr {
            facts.cycle = facts.session.flatMap { view.names.reference.cycle(ofSession: $0) } ?? facts.cycle
        }
        facts.doubts = []
        return facts
    }

    private func state(_ text: String) throws(ItemForm.Trouble) -> StateCode? {
        let text = ItemForm.lines(text)
        guard !text.isEmpty else { return nil }
        let names = StateNames(reference: view.names.reference).resolve(text)
        guard let state = names.states.first, names.states.count == 1, names.unknown.isEmpty else {
            throw .init(reason: view.say("item.stateUnknown", ["name": .text(String(text.prefix(80)))]))
        }
        return state
    }

    private func session(_ text: String) throws(ItemForm.Trouble) -> Int? {
        let text = text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), (1...999).contains(number) else {
            throw .init(reason: view.say("facts.sessionWrong"))
        }
        return number
    }

    private func date(_ text: String) throws(ItemForm.Trouble) -> CalendarDate? {
        let text = text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        guard let date = CalendarDate(text) else {
            throw .init(reason: view.say("item.dateWrong", ["date": .text(String(text.prefix(40)))]))
        }
        return date
    }
}
