import Domain
import Frame
import People

/// The people of a workspace, in the hands of its administrators.
enum MemberRoutes {
    static let all: [Route] = [
        .workspace("people", "/people", [said], right: .managePeople) { visit throws(WebError) in
            try await MembersView.answer(visit)
        },
        .workspaceForm("people-invite", "/people/invite", right: .managePeople) { visit, form throws(WebError) in
            try await InvitationForm.invite(visit, form)
        },
        .workspaceForm("people-invitation", "/people/invitations/{id}", [.id], right: .managePeople) {
            visit, form throws(WebError) in try await InvitationForm.change(visit, form)
        },
        .workspace("member", "/people/{id}", [.id], right: .managePeople) { visit throws(WebError) in
            try await MemberView.answer(visit)
        },
        .workspaceForm("member-form", "/people/{id}", [.id], right: .managePeople) { visit, form throws(WebError) in
            try await MemberView.change(visit, form)
        },
        .workspaceForm("member-end", "/people/{id}/end", [.id], right: .managePeople) { visit, form throws(WebError) in
            try await MemberView.end(visit, form)
        },
    ]

    enum Said: String, CaseIterable { case invited, renewed, withdrawn, changed, asked, ended }

    private static let said = Parameter(
        name: "said", form: .choice(Said.allCases.map(\.rawValue)), summary: "What was just done")
}

extension Visit {
    /// Where to prove once more who one is, and then come back.
    func detour(_ path: String) -> Answer? {
        guard let session, !session.isConfirmed else { return nil }
        return .seeOther(View(self).address("/account/confirm", [("back", self.path(path))]))
    }
}
