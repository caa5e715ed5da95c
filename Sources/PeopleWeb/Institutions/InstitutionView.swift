import Domain
import Frame
import Locales
import Markup
import People

/// One institution: what it is, who answers for it and did before, its accreditation where it is a national human rights institution.
enum InstitutionView {
    private struct Content: Sendable {
        var institution: Institution
        /// Nil where this reader does not see names.
        var people: [MembershipPeriod]?
        /// Who waits to be let in, for its own people alone.
        var waiting: [MembershipRequest]
        var accreditations: [Accreditation]
    }

    static func answer(_ visit: Visit, trouble: String? = nil, form: Query? = nil) async throws(WebError) -> Answer {
        let content = try await content(visit)
        let institution = content.institution
        let view = View(visit)
        let html = view.html
        var head = PageHead(title: institution.name, place: .institutions)
        head.crumbs = [(view.address(visit.path("/institutions")), view.say("people.institutions.title"))]
        head.path = visit.path("/institutions/\(institution.id)")
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(kicker: view.say("institutionKind.\(institution.kind.rawValue)"), institution.name)
            if let trouble { view.problem(trouble) }
            if visit.exchange.query.first("said") != nil { view.done(view.say("people.institutions.said")) }
            ColleaguesForm.section(content.waiting, institution, visit, view)
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("people.abbreviation")) { html.element(.bdi, text: institution.abbreviation ?? "–") }
                view.fact(view.say("people.letterLanguage")) {
                    html.text(InstitutionsView.language(institution.language, visit, view))
                }
                view.fact(view.say("people.institutionEmail")) {
                    html.element(.bdi, .dir("ltr"), text: institution.email ?? "–")
                }
                if institution.isClosed {
                    view.fact(view.say("people.state")) { html.text(view.say("people.institutions.closed")) }
                }
            }
            if institution.kind == .humanRightsInstitution {
                AccreditationForm.section(content.accreditations, visit, view)
            }
            if let people = content.people { self.people(people, view) }
            if visit.may(.manageInstitutions) {
                self.form(institution, visit, view, form)
                html.element(.p) {
                    view.link(
                        view.address(visit.path("/institutions/\(institution.id)/merge")),
                        view.say("matters.merge.title"))
                }
            }
        }
    }

    private static func content(_ visit: Visit) async throws(WebError) -> Content {
        guard let number = Int64(visit.exchange.value("id")) else { throw .notFound }
        let id = InstitutionID(number)
        let store = visit.exchange.site.workspaces.store
        return try await WebError.running { () async throws(WorkspaceError) in
            let institutions = Institutions(store)
            let institution = try await institutions.one(id, visit.member)
            let isOwn = visit.member.institution == id
            let seesPeople = isOwn || visit.member.reach(.seeInternal) == .all
            return Content(
                institution: institution,
                people: seesPeople ? try await Memberships(store).focalPoints(of: id, visit.member) : nil,
                waiting: isOwn ? try await Colleagues(store).waiting(visit.member) : [],
                accreditations: try await institutions.accreditations(of: id, visit.member))
        }
    }

    private static func people(_ people: [MembershipPeriod], _ view: View) {
        view.section("people", view.say("people.institutions.people"), view.say("people.institutions.peopleLead")) {
            if people.isEmpty {
                view.html.element(.p, text: view.say("people.institutions.nobody"))
            } else {
                MemberView.periods(people, view, showsName: true)
            }
        }
    }

    private static func form(_ institution: Institution, _ visit: Visit, _ view: View, _ sent: Query?) {
        view.section("change", view.say("people.institutions.change")) {
            view.form(visit.path("/institutions/\(institution.id)"), button: view.say("people.save")) {
                view.hiddenField(Conflict.versionField, String(institution.version))
                InstitutionsView.fields(
                    view, visit, sent.map { InstitutionsView.Values($0) } ?? InstitutionsView.Values(institution))
                view.checkbox("closed", view.say("people.institutions.close"), isOn: institution.isClosed)
                view.textField("why", view.say("people.why"), "")
            }
        }
    }

    static func change(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let values = InstitutionsView.Values(form)
        guard let number = Int64(visit.exchange.value("id")), let kind = InstitutionKind(rawValue: values.kind),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .invalid([.init(name: "kind", allowed: "a kind of institution")]) }
        let next = Institution(
            id: InstitutionID(number), workspace: visit.workspace.id, kind: kind, name: values.name,
            abbreviation: values.abbreviation, language: InstitutionsView.chosen(values.language, visit),
            email: values.email, isClosed: form.first("closed") == "yes", version: version)
        let why = form.first("why").flatMap { $0.isEmpty ? nil : String($0.prefix(500)) }
        do throws(WorkspaceError) {
            _ = try await Institutions(visit.exchange.site.workspaces.store).change(next, why: why, by: visit.member)
            return said(visit, number)
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await answer(visit, trouble: View(visit).say(first.allowed), form: form)
        }
    }

    static func said(_ visit: Visit, _ id: Int64) -> Answer {
        .seeOther(View(visit).address(visit.path("/institutions/\(id)"), [("said", "saved")]))
    }
}
