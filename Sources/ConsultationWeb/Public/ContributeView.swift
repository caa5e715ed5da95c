import Consultations
import Domain
import Frame
import Locales
import Markup

/// Contributing without an account: a name only where somebody wants to give one, and a receipt as the way back.
enum ContributeView {
    static func form(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await open(exchange, consultations)
        return await page(exchange, reading, ContributionDraft(), nil)
    }

    static func send(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let reading = try await open(exchange, consultations)
        let form = try await FormReader.read(exchange.incoming)
        var draft = ContributionDraft()
        draft.name = form.words("name")
        draft.actor = form.words("actor")
        draft.language = LanguageTag(form.words("language"))
        draft.text = form.words("text")
        draft.session = Int64(form.words("session"))
        // A field that people do not see: whoever fills it in is a program.
        guard form.words("website").isEmpty else { return await page(exchange, reading, draft, nil) }
        guard form.first("agreed") != nil else {
            return await page(exchange, reading, draft, "consultation.agreeFirst")
        }
        let sent = draft
        let receipt: String
        do throws(WorkspaceError) {
            receipt = try await consultations.send(
                sent, to: reading.consultation.id, from: exchange.incoming.source)
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return await page(exchange, reading, draft, troubles.first?.allowed ?? "consultation.needed")
        }
        return await done(exchange, reading, receipt)
    }

    private static func open(
        _ exchange: Exchange, _ consultations: Consultations
    ) async throws(WebError) -> ConsultationReading {
        let reading = try await ConsultationPageView.found(exchange, consultations)
        guard reading.isOpen, reading.consultation.content.takesOutsiders else { throw .notFound }
        return reading
    }

    private static func head(_ view: View, _ reading: ConsultationReading) -> PageHead {
        var head = PageHead(title: view.say("consultation.contribute"))
        head.crumbs = [
            (view.address("/consultations"), view.say("consultation.title")),
            (
                view.address("/consultations/\(reading.consultation.id)"), reading.consultation.content.title
            ),
        ]
        return head
    }

    private static func page(
        _ exchange: Exchange, _ reading: ConsultationReading, _ draft: ContributionDraft, _ trouble: String?
    ) async -> Answer {
        let view = View(exchange)
        let html = view.html
        return await view.page(head(view, reading), status: trouble == nil ? 200 : 400) {
            view.pageHead(
                kicker: reading.consultation.content.title, view.say("consultation.contribute"),
                lead: view.say("consultation.contributeLead", ["host": .text(reading.host.name)]))
            if let trouble {
                view.problem(view.words.has(trouble) ? view.say(trouble) : view.say("consultation.needed"))
            }
            html.element(.p, .class("notice"), text: view.say("consultation.risk"))
            html.element(
                .form, .class("fields"), .method("post"),
                .action(view.address("/consultations/\(reading.consultation.id)/contribute"))
            ) {
                fields(view, reading, draft)
                html.element(.p) { view.submitButton(view.say("consultation.send")) }
            }
        }
    }

    private static func fields(_ view: View, _ reading: ConsultationReading, _ draft: ContributionDraft) {
        let chosen =
            LanguageTag.official.contains(draft.language) && !draft.text.isEmpty
            ? draft.language : view.exchange.language
        view.textArea(
            "text", view.say("consultation.yourWords"), draft.text, language: chosen.rawValue, rows: 10)
        view.select(
            "language", view.say("cooperation.textLanguage"),
            LanguageTag.official.map { ($0.rawValue, view.names.endonym($0.rawValue)) }, chosen: chosen.rawValue)
        if !reading.sessions.isEmpty {
            view.select(
                "session", view.say("consultation.onSession"),
                [("", view.say("consultation.whole"))] + reading.sessions.map { ("\($0.id)", $0.title) },
                chosen: draft.session.map { "\($0)" } ?? "")
        }
        view.textField(
            "name", view.say("consultation.yourName"), draft.name, hint: view.say("consultation.yourNameHint"),
            most: ConsultationLimits.lineCharactersMax)
        view.textField(
            "actor", view.say("consultation.yourActor"), draft.actor, hint: view.say("consultation.yourActorHint"),
            most: ConsultationLimits.lineCharactersMax)
        view.html.element(.div, .class("hidden"), .hidden) {
            view.html.empty(
                .input, .type("text"), .name("website"), .custom("autocomplete", "off"), .custom("tabindex", "-1"))
        }
        view.checkbox("agreed", view.say("consultation.agreed"), isOn: false)
    }

    private static func done(
        _ exchange: Exchange, _ reading: ConsultationReading, _ receipt: String
    ) async -> Answer {
        let view = View(exchange)
        return await view.page(head(view, reading)) {
            view.pageHead(kicker: reading.consultation.content.title, view.say("consultation.sent"))
            view.done(view.say("consultation.sentText"))
            view.html.element(.p) { view.html.element(.code, .dir("ltr"), text: receipt) }
            view.html.element(.p) {
                view.link(view.address("/consultations/receipt"), view.say("consultation.receipt.use"))
            }
        }
    }
}
