import Domain
import Frame
import Locales
import Markup
import People

/// Everybody in a workspace, who is asked in, and the form to ask somebody.
enum MembersView {
    static func answer(_ visit: Visit, trouble: String? = nil, form: Query = Query()) async throws(WebError) -> Answer {
        let store = visit.exchange.site.workspaces.store
        let (members, invitations, institutions, waiting) = try await WebError.running {
            () async throws(WorkspaceError) in
            (
                try await Memberships(store).all(visit.member),
                try await Invitations(store, visit.exchange.site.accounts).all(visit.member),
                try await Institutions(store).all(visit.member), try await Colleagues(store).all(visit.member)
            )
        }
        let view = View(visit)
        var head = PageHead(title: view.say("people.title"), place: .people, isWide: true)
        head.path = visit.path("/people")
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(head.title, lead: view.say("people.lead"))
            if let trouble { view.problem(trouble) }
            if let said = visit.exchange.query.first("said").flatMap({ MemberRoutes.Said(rawValue: $0) }) {
                view.done(view.say("people.said.\(said.rawValue)"))
            }
            table(members.filter { $0.until == nil }, visit, view, "people.present")
            view.section("asked", view.say("people.asked")) { asked(invitations, visit, view) }
            if !waiting.isEmpty {
                view.section(
                    "waiting", view.say("people.colleagues.waiting"), view.say("people.colleagues.waitingLead")
                ) {
                    ColleaguesForm.table(waiting, view, "people.colleagues.waiting") { _ in }
                }
            }
            view.section("invite", view.say("people.invite"), view.say("people.inviteLead")) {
                invite(institutions, visit, view, form)
            }
            let gone = members.filter { $0.until != nil }
            if !gone.isEmpty {
                view.section("gone", view.say("people.gone"), view.say("people.goneLead")) {
                    table(gone, visit, view, "people.gone")
                }
            }
        }
    }

    private static func table(_ members: [MemberEntry], _ visit: Visit, _ view: View, _ caption: String) {
        guard !members.isEmpty else { return view.empty(view.say("people.nobody")) {} }
        let html = view.html
        view.table(view.say(caption)) {
            view.headRow(
                ["name", "role", "institution", "email", "since", "factor"].map { (view.say("people.\($0)"), false) })
            html.element(.tbody) {
                for entry in members {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto")) {
                            view.link(view.address(visit.path("/people/\(entry.account)")), entry.name)
                        }
                        html.element(.td, text: view.say("workspaceRole.\(entry.role.rawValue)"))
                        html.element(.td, .dir("auto"), text: entry.institutionName ?? "–")
                        html.element(.td, .dir("ltr"), text: entry.email ?? "–")
                        html.element(.td, text: period(entry.since, entry.until, view))
                        html.element(.td, text: view.say(entry.hasSecondFactor ? "people.yes" : "people.no"))
                    }
                }
            }
        }
    }

    /// "since ..." or "... to ...".
    static func period(_ since: String, _ until: String?, _ view: View) -> String {
        func day(_ instant: String) -> String {
            CalendarDate(String(instant.prefix(10))).map { view.date($0) } ?? instant
        }
        guard let until else { return day(since) }
        return view.say("people.period", ["from": .text(day(since)), "to": .text(day(until))])
    }

    private static func asked(_ invitations: [Invitation], _ visit: Visit, _ view: View) {
        let open = invitations.filter { $0.accepted == nil && $0.withdrawn == nil }
        guard !open.isEmpty else { return view.html.element(.p, text: view.say("people.nobodyAsked")) }
        let html = view.html
        view.table(view.say("people.asked")) {
            view.headRow(
                ["email", "role", "institution", "until", "by", "change"].map { (view.say("people.\($0)"), false) })
            html.element(.tbody) {
                for invitation in open {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("ltr"), text: invitation.email)
                        html.element(.td, text: view.say("workspaceRole.\(invitation.role.rawValue)"))
                        html.element(.td, .dir("auto"), text: invitation.institutionName ?? "–")
                        html.element(.td, text: end(invitation, visit, view))
                        html.element(.td, .dir("auto"), text: invitation.madeBy)
                        html.element(.td) {
                            for action in ["renew", "withdraw"] {
                                view.form(
                                    visit.path("/people/invitations/\(invitation.id)"),
                                    button: view.say("people.\(action)"), style: "", isPlain: true
                                ) { view.hiddenField("do", action) }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func end(_ invitation: Invitation, _ visit: Visit, _ view: View) -> String {
        invitation.expires <= visit.exchange.site.clock.instant
            ? view.say("people.over") : period(invitation.expires, nil, view)
    }

    private static func invite(_ institutions: [Institution], _ visit: Visit, _ view: View, _ form: Query) {
        view.form(visit.path("/people/invite"), button: view.say("people.inviteButton")) {
            view.textField(
                "email", view.say("people.email"), form.first("email") ?? "", type: "email", most: 254,
                direction: "ltr")
            roleFields(
                institutions, view, role: form.first("role") ?? WorkspaceRole.focalPoint.rawValue,
                institution: form.first("institution") ?? "")
            view.select(
                "language", view.say("people.letterLanguage"),
                [("", view.say("people.letterLanguageOwn"))]
                    + visit.exchange.site.locales.all.map { ($0.tag, $0.name) },
                chosen: form.first("language") ?? "")
        }
    }

    /// What somebody is, and for whom.
    static func roleFields(_ institutions: [Institution], _ view: View, role: String, institution: String) {
        view.select(
            "role", view.say("people.role"),
            WorkspaceRole.allCases.map { ($0.rawValue, view.say("workspaceRole.\($0.rawValue)")) }, chosen: role)
        let open = institutions.filter { !$0.isClosed || String($0.id.value) == institution }
        view.select(
            "institution", view.say("people.institution"),
            [("", view.say("people.noInstitution"))] + open.map { (String($0.id.value), $0.name) },
            chosen: institution, hint: view.say("people.institutionHint"))
    }
}
