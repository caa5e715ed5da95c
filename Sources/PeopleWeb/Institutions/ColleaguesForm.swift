import Domain
import Frame
import Locales
import Markup
import People

/// Who waits to be let into an institution that is not the State's, and the word of its people on each.
enum ColleaguesForm {
    /// Nothing where nobody waits: only the institution's own people are handed anybody.
    static func section(
        _ waiting: [MembershipRequest], _ institution: Institution, _ visit: Visit, _ view: View
    ) {
        guard !waiting.isEmpty else { return }
        view.section(
            "colleagues", view.say("people.colleagues.title"),
            view.say("people.colleagues.lead", ["institution": .text(institution.name)])
        ) {
            table(waiting, view, "people.colleagues.title", hasForms: true) { request in
                if request.account == visit.member.account { return }
                for action in ["accept", "refuse"] {
                    view.form(
                        visit.path("/institutions/\(institution.id)/colleagues"),
                        button: view.say("people.colleagues.\(action)"), style: "", isPlain: true
                    ) {
                        view.hiddenField("request", String(request.id))
                        view.hiddenField("do", action)
                    }
                }
            }
        }
    }

    static func table(
        _ waiting: [MembershipRequest], _ view: View, _ caption: String, hasForms: Bool = false,
        forms: (MembershipRequest) -> Void
    ) {
        let html = view.html
        let columns = ["name", "role", "institution", "since", "by"] + (hasForms ? ["change"] : [])
        view.table(view.say(caption)) {
            view.headRow(columns.map { (view.say("people.\($0)"), false) })
            html.element(.tbody) {
                for request in waiting {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto"), text: request.name)
                        html.element(.td, text: view.say("workspaceRole.\(request.role.rawValue)"))
                        html.element(.td, .dir("auto"), text: request.institutionName)
                        html.element(.td, text: MembersView.period(request.made, nil, view))
                        html.element(.td, .dir("auto"), text: request.madeBy)
                        if hasForms { html.element(.td) { forms(request) } }
                    }
                }
            }
        }
    }

    static func decide(_ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let institution = Int64(visit.exchange.value("id")),
            let id = form.first("request").flatMap({ Int64($0) }),
            visit.member.institution?.value == institution
        else { throw .notFound }
        guard let action = form.first("do"), ["accept", "refuse"].contains(action) else {
            throw .invalid([.init(name: "do", allowed: "accept or refuse")])
        }
        if let detour = visit.detour("/institutions/\(institution)") { return detour }
        try await WebError.running { () async throws(WorkspaceError) in
            try await Colleagues(visit.exchange.site.workspaces.store).decide(
                id, accept: action == "accept", by: visit.member)
        }
        return InstitutionView.said(visit, institution)
    }
}
