import Domain
import Frame
import Locales
import Markup
import People

/// What the forms about invitations do.
enum InvitationForm {
    static func invite(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let role = form.first("role").flatMap({ WorkspaceRole(rawValue: $0) }) else {
            throw .invalid([.init(name: "role", allowed: "a role of the workspace")])
        }
        if role == .administrator, let detour = visit.detour("/people") { return detour }
        let tag = form.first("language") ?? ""
        let order = Invitations.Order(
            email: form.first("email") ?? "", role: role,
            institution: form.first("institution").flatMap { Int64($0) }.map { InstitutionID($0) },
            language: visit.exchange.site.locales[tag] == nil ? nil : LanguageTag(tag))
        do throws(WorkspaceError) {
            _ = try await invitations(visit).invite(order, by: visit.member)
            return said(.invited, visit)
        } catch {
            guard case .invalid(let troubles) = error, let first = troubles.first else { throw WebError(error) }
            return try await MembersView.answer(visit, trouble: View(visit).say(first.allowed), form: form)
        }
    }

    static func change(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = Int64(visit.exchange.value("id")) else { throw .notFound }
        let isRenewed = form.first("do") == "renew"
        try await WebError.running { () async throws(WorkspaceError) in
            if isRenewed {
                _ = try await invitations(visit).renew(id, by: visit.member)
            } else {
                try await invitations(visit).withdraw(id, by: visit.member)
            }
        }
        return said(isRenewed ? .renewed : .withdrawn, visit)
    }

    private static func invitations(_ visit: Visit) -> Invitations {
        Invitations(visit.exchange.site.workspaces.store, visit.exchange.site.accounts)
    }

    static func said(_ what: MemberRoutes.Said, _ visit: Visit) -> Answer {
        .seeOther(View(visit).address(visit.path("/people"), [("said", what.rawValue)]))
    }
}
