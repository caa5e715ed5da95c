import Domain
import Frame
import Locales
import Markup
import People

/// One member: what she is and was, another role, and the end, with whoever comes after.
enum MemberView {
    private struct Content: Sendable {
        var entry: MemberEntry
        var periods: [MembershipPeriod]
        var institutions: [Institution]
        var successors: [MemberEntry]
    }

    static func answer(_ visit: Visit) async throws(WebError) -> Answer { try await page(visit) }

    private static func page(_ visit: Visit, trouble: String? = nil) async throws(WebError) -> Answer {
        let content = try await content(visit)
        let view = View(visit)
        let entry = content.entry
        var head = PageHead(title: entry.name, place: .people)
        head.crumbs = [(view.address(visit.path("/people")), view.say("people.title"))]
        head.path = visit.path("/people/\(entry.account)")
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(entry.name)
            if let trouble { view.problem(trouble) }
            facts(entry, view)
            view.section("periods", view.say("people.periods")) { periods(content.periods, view) }
            if entry.until == nil { forms(content, visit, view) }
        }
    }

    private static func content(_ visit: Visit) async throws(WebError) -> Content {
        let store = visit.exchange.site.workspaces.store
        let id = try account(visit)
        return try await WebError.running { () async throws(WorkspaceError) in
            let memberships = Memberships(store)
            let entry = try await memberships.one(id, visit.member)
            let successors = try await memberships.all(visit.member).filter {
                $0.until == nil && $0.account != id && $0.institution == entry.institution
            }
            return Content(
                entry: entry, periods: try await memberships.periods(of: id, visit.member),
                institutions: try await Institutions(store).all(visit.member), successors: successors)
        }
    }

    private static func account(_ visit: Visit) throws(WebError) -> AccountID {
        guard let id = Int64(visit.exchange.value("id")) else { throw .notFound }
        return AccountID(id)
    }

    private static func facts(_ entry: MemberEntry, _ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("people.role")) { html.text(view.say("workspaceRole.\(entry.role.rawValue)")) }
            view.fact(view.say("people.institution")) { html.element(.bdi, text: entry.institutionName ?? "–") }
            view.fact(view.say("people.email")) { html.element(.bdi, .dir("ltr"), text: entry.email ?? "–") }
            view.fact(view.say("people.factor")) {
                html.text(view.say(entry.hasSecondFactor ? "people.yes" : "people.no"))
            }
            if entry.isDisabled {
                view.fact(view.say("people.account.title")) { html.text(view.say("people.disabled")) }
            }
        }
    }

    static func periods(_ periods: [MembershipPeriod], _ view: View, showsName: Bool = false) {
        let html = view.html
        view.table(view.say("people.periods")) {
            view.headRow(
                [showsName ? "name" : "institution", "role", "since", "successor"].map {
                    (view.say("people.\($0)"), false)
                })
            html.element(.tbody) {
                for period in periods {
                    html.element(.tr) {
                        html.element(
                            .th, .scope("row"), .dir("auto"),
                            text: showsName ? period.name : period.institutionName ?? "–")
                        html.element(.td, text: view.say("workspaceRole.\(period.role.rawValue)"))
                        html.element(.td, text: MembersView.period(period.since, period.until, view))
                        html.element(.td, .dir("auto"), text: period.successor ?? "–")
                    }
                }
            }
        }
    }

    private static func forms(_ content: Content, _ visit: Visit, _ view: View) {
        let entry = content.entry
        view.section("change", view.say("people.changeRole")) {
            view.form(visit.path("/people/\(entry.account)"), button: view.say("people.save")) {
                view.hiddenField(Conflict.versionField, String(entry.version))
                MembersView.roleFields(
                    content.institutions, view, role: entry.role.rawValue,
                    institution: entry.institution.map { String($0.value) } ?? "")
                view.textField("why", view.say("people.why"), "")
            }
        }
        view.section("end", view.say("people.end"), view.say("people.endLead")) {
            view.form(visit.path("/people/\(entry.account)/end"), button: view.say("people.endButton")) {
                view.hiddenField(Conflict.versionField, String(entry.version))
                view.select(
                    "successor", view.say("people.successor"),
                    [("", view.say("people.noSuccessor"))]
                        + content.successors.map { (String($0.account.value), $0.name) }, chosen: "")
                view.textField("why", view.say("people.why"), "")
            }
        }
    }

    static func change(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let role = form.first("role").flatMap({ WorkspaceRole(rawValue: $0) }),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .invalid([.init(name: "role", allowed: "a role of the workspace")]) }
        let id = try account(visit)
        if role == .administrator, let detour = visit.detour("/people/\(id)") { return detour }
        let institution = form.first("institution").flatMap { Int64($0) }.map { InstitutionID($0) }
        return try await done(visit) { () async throws(WorkspaceError) in
            let isGiven = try await Memberships(visit.exchange.site.workspaces.store).change(
                id, to: role, institution, version: version, why: why(form), by: visit.member)
            return isGiven ? .changed : .asked
        }
    }

    static func end(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let version = form.first(Conflict.versionField).flatMap({ Int($0) }) else { throw .notFound }
        let id = try account(visit)
        let successor = form.first("successor").flatMap { Int64($0) }.map { AccountID($0) }
        return try await done(visit) { () async throws(WorkspaceError) in
            try await Memberships(visit.exchange.site.workspaces.store).end(
                id, version: version, successor: successor, why: why(form), by: visit.member)
            return .ended
        }
    }

    private static func why(_ form: Query) -> String? {
        form.first("why").flatMap { $0.isEmpty ? nil : String($0.prefix(500)) }
    }

    private static func done(
        _ visit: Visit, _ body: () async throws(WorkspaceError) -> MemberRoutes.Said
    ) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            return InvitationForm.said(try await body(), visit)
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await page(visit, trouble: View(visit).say(first.allowed))
        }
    }
}
