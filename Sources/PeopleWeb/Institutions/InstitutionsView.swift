import Domain
import Frame
import Locales
import Markup
import People

/// All institutions of a workspace by kind, and the form for another.
enum InstitutionsView {
    static func answer(_ visit: Visit, trouble: String? = nil, form: Query = Query()) async throws(WebError) -> Answer {
        let store = visit.exchange.site.workspaces.store
        let (all, waiting) = try await WebError.running { () async throws(WorkspaceError) in
            (try await Institutions(store).all(visit.member), try await Colleagues(store).waiting(visit.member))
        }
        let view = View(visit)
        var head = PageHead(title: view.say("people.institutions.title"), place: .institutions)
        head.path = visit.path("/institutions")
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(head.title, lead: view.say("people.institutions.lead"))
            if let trouble { view.problem(trouble) }
            if visit.exchange.query.first("said") != nil { view.done(view.say("people.institutions.said")) }
            if let own = waiting.first?.institution {
                view.html.element(.p, .class("lead")) {
                    view.link(
                        view.address(visit.path("/institutions/\(own)")),
                        view.say("people.colleagues.own", ["count": .number(waiting.count)]))
                }
            }
            if all.isEmpty { view.empty(view.say("people.institutions.none")) {} }
            for kind in InstitutionKind.allCases {
                let ofKind = view.ordered(all.filter { $0.kind == kind })
                if !ofKind.isEmpty { table(ofKind, kind, visit, view) }
            }
            if visit.may(.manageInstitutions) {
                view.section("add", view.say("people.institutions.add")) {
                    view.form(visit.path("/institutions"), button: view.say("people.institutions.addButton")) {
                        fields(view, visit, Values(form))
                    }
                }
            }
        }
    }

    private static func table(_ institutions: [Institution], _ kind: InstitutionKind, _ visit: Visit, _ view: View) {
        let html = view.html
        html.element(.h2, text: view.say("institutionKind.\(kind.rawValue)"))
        view.table(view.say("institutionKind.\(kind.rawValue)")) {
            view.headRow(
                ["name", "abbreviation", "language"].map { (view.say("people.\($0)"), false) })
            html.element(.tbody) {
                for institution in institutions {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto")) {
                            view.link(view.address(visit.path("/institutions/\(institution.id)")), institution.name)
                            if institution.isClosed {
                                html.text(" ")
                                html.element(.span, .class("chip"), text: view.say("people.institutions.closed"))
                            }
                        }
                        html.element(.td, .dir("auto"), text: institution.abbreviation ?? "–")
                        html.element(.td, text: language(institution.language, visit, view))
                    }
                }
            }
        }
    }

    static func language(_ tag: LanguageTag?, _ visit: Visit, _ view: View) -> String {
        guard let tag else { return view.say("people.workspaceLanguage") }
        return visit.exchange.site.locales[tag.rawValue]?.name ?? tag.rawValue
    }

    /// What the fields of an institution hold.
    struct Values {
        var name = ""
        var kind = InstitutionKind.ministry.rawValue
        var abbreviation = ""
        var language = ""
        var email = ""

        init(_ form: Query) {
            name = form.first("name") ?? ""
            kind = form.first("kind") ?? kind
            abbreviation = form.first("abbreviation") ?? ""
            language = form.first("language") ?? ""
            email = form.first("email") ?? ""
        }

        init(_ institution: Institution) {
            name = institution.name
            kind = institution.kind.rawValue
            abbreviation = institution.abbreviation ?? ""
            language = institution.language?.rawValue ?? ""
            email = institution.email ?? ""
        }
    }

    static func fields(_ view: View, _ visit: Visit, _ values: Values) {
        view.textField("name", view.say("people.name"), values.name, most: 300)
        view.select(
            "kind", view.say("people.kind"),
            InstitutionKind.allCases.map { ($0.rawValue, view.say("institutionKind.\($0.rawValue)")) },
            chosen: values.kind)
        view.textField(
            "abbreviation", view.say("people.abbreviation"), values.abbreviation,
            hint: view.say("people.abbreviationHint"), most: 30)
        view.select(
            "language", view.say("people.letterLanguage"),
            [("", view.say("people.workspaceLanguage"))] + visit.exchange.site.locales.all.map { ($0.tag, $0.name) },
            chosen: values.language)
        view.textField(
            "email", view.say("people.institutionEmail"), values.email, type: "email", most: 254, direction: "ltr")
    }

    static func add(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let values = Values(form)
        guard let kind = InstitutionKind(rawValue: values.kind) else {
            throw .invalid([.init(name: "kind", allowed: "a kind of institution")])
        }
        do throws(WorkspaceError) {
            _ = try await Institutions(visit.exchange.site.workspaces.store).add(
                values.name, kind: kind, abbreviation: values.abbreviation,
                language: chosen(values.language, visit), email: values.email, by: visit.member)
            return .seeOther(View(visit).address(visit.path("/institutions"), [("said", "added")]))
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await answer(visit, trouble: View(visit).say(first.allowed), form: form)
        }
    }

    static func chosen(_ tag: String, _ visit: Visit) -> LanguageTag? {
        visit.exchange.site.locales[tag] == nil ? nil : LanguageTag(tag)
    }
}
