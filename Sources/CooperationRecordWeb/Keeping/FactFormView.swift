import CooperationRecords
import Domain
import Frame
import Locales
import Markup

/// The pages with the form of one fact.
enum FactFormView {
    static func new(_ place: FactPlace, _ records: StateCooperation) async throws(WebError) -> Answer {
        guard let kind = place.exchange.query.first("kind").flatMap({ StateFactKind(rawValue: $0) }) else {
            throw .notFound
        }
        var content = StateFactContent(kind)
        content.language = place.exchange.language
        if let number = place.exchange.query.first("suggestion").flatMap({ Int($0) }), let visit = place.visit {
            let found = try await place.run { () throws(WorkspaceError) in
                try await records.suggestions(visit.member)
            }
            if found.indices.contains(number - 1), found[number - 1].kind == kind { content = found[number - 1] }
        }
        let view = place.view
        let first = content
        return await view.page(place.head(view, view.factKind(kind))) {
            view.pageHead(kicker: view.stateName(place.state), view.factKind(kind))
            view.workForm(view.address(place.path)) {
                FactForm(view: view).write(first)
                view.checkbox("publish", view.say("stateFact.publishNow"), isOn: false)
                view.html.element(.p) { view.submitButton(view.say("stateFact.add")) }
            }
        }
    }

    static func one(_ place: FactPlace, _ records: StateCooperation) async throws(WebError) -> Answer {
        guard let id = StateFactID(place.exchange.value("id")) else { throw .notFound }
        let kept = try await place.run { () throws(WorkspaceError) in
            try await records.kept(place.state, place.keeper)
        }
        guard let fact = kept.first(where: { $0.id == id }) else { throw .notFound }
        let view = place.view
        return await view.page(place.head(view, view.factKind(fact.kind))) {
            view.pageHead(kicker: view.stateName(place.state), view.factKind(fact.kind))
            standing(fact, kept, view)
            if fact.isStanding { forms(fact, place, view) }
        }
    }

    private static func standing(_ fact: StateFact, _ kept: [StateFact], _ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("stateFact.fact")) {
                FactLine(view: view).name(fact)
                FactLine(view: view).words(fact)
            }
            view.fact(view.say("stateFact.day")) { html.text(view.factDay(fact.content.day)) }
            view.fact(view.say("stateFact.source")) { view.factSource(fact) }
            view.fact(view.say("stateFact.enteredBy")) {
                html.element(.bdi, text: view.keeperName(fact.enteredBy))
                html.text(" ")
                html.text(view.moment(fact.made))
            }
            view.fact(view.say("stateFact.standing")) { html.text(view.say("stateFact.standing.\(fact.standing)")) }
            if !fact.isStanding {
                view.fact(view.say("stateFact.endedWhy")) { FactLine(view: view).ended(fact) }
            }
            let before = fact.replaces.flatMap { id in kept.first { $0.id == id } }
            if let before {
                view.fact(view.say("stateFact.before")) {
                    FactLine(view: view).name(before)
                    html.text(" · ")
                    html.text(view.factDay(before.content.day))
                    html.text(" · ")
                    FactLine(view: view).ended(before)
                }
            }
        }
    }

    private static func forms(_ fact: StateFact, _ place: FactPlace, _ view: View) {
        guard let id = fact.id else { return }
        func path(_ action: String) -> String { view.address("\(place.path)/facts/\(id)/\(action)") }
        if fact.published == nil {
            view.workForm(path("publish"), version: fact.version) {
                view.html.element(.p) { view.submitButton(view.say("stateFact.publish")) }
            }
        }
        view.fold(view.say("stateFact.correct")) {
            view.workForm(path("correct"), version: fact.version) {
                FactForm(view: view).write(fact.content)
                why(view)
                view.html.element(.p) { view.submitButton(view.say("stateFact.correct")) }
            }
        }
        view.fold(view.say("stateFact.withdraw")) {
            view.workForm(path("withdraw"), version: fact.version) {
                why(view)
                view.html.element(.p) { view.submitButton(view.say("stateFact.withdraw"), isPlain: true) }
            }
        }
    }

    private static func why(_ view: View) {
        view.textArea("why", view.say("stateFact.why"), "", language: view.exchange.language.rawValue, rows: 2)
    }
}

extension StateFact {
    /// How it stands, as a word of the catalogues.
    var standing: String { isStanding ? published == nil ? "draft" : "published" : "ended" }
}
