import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// Where somebody works: each workspace with her part in it.
enum MyWorkspacesView {
    static func answer(_ signed: Signed, _ workspaces: Workspaces) async throws(WebError) -> Answer {
        let members: [Member]
        let institutions: [InstitutionID: String]
        let awaited: [(workspace: String, institution: String)]
        do throws(WorkspaceError) {
            members = try await workspaces.memberships(of: signed.session.account)
            institutions = try await names(members, workspaces)
            awaited = try await Colleagues(workspaces.store).awaited(by: signed.session.account.id)
        } catch { throw WebError(error) }
        let view = View(signed)
        return await view.page(PageHead(title: view.say("workspace.mine.title"))) {
            view.pageHead(view.say("workspace.mine.title"), lead: view.say("workspace.mine.lead"))
            for one in awaited {
                view.html.element(.p, .class("lead")) {
                    view.html.text(
                        view.say(
                            "people.colleagues.wait",
                            ["institution": .text(one.institution), "workspace": .text(one.workspace)]))
                }
            }
            if members.isEmpty, awaited.isEmpty {
                view.empty(view.say("workspace.mine.none")) {
                    view.html.element(.p, text: view.say("workspace.mine.noneHelp"))
                }
            } else if !members.isEmpty {
                list(members, institutions, view)
            }
        }
    }

    /// Names of the institutions she belongs to.
    private static func names(
        _ members: [Member], _ workspaces: Workspaces
    ) async throws(WorkspaceError) -> [InstitutionID: String] {
        var names: [InstitutionID: String] = [:]
        for member in members {
            guard let own = member.institution else { continue }
            names[own] = try await Institutions(workspaces.store).all(member).first { $0.id == own }?.name
        }
        return names
    }

    private static func list(_ members: [Member], _ institutions: [InstitutionID: String], _ view: View) {
        let html = view.html
        view.table(view.say("workspace.mine.title")) {
            view.headRow(["name", "state", "role", "institution"].map { (view.say("workspace.mine.\($0)"), false) })
            html.element(.tbody) {
                for member in members {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(.bdi) {
                                view.link(view.address("/workspaces/" + member.workspace.slug), member.workspace.name)
                            }
                        }
                        html.element(.td, text: view.actorName(member.workspace))
                        html.element(.td, text: view.say("workspaceRole.\(member.role.rawValue)"))
                        view.wordsCell(member.institution.flatMap { institutions[$0] } ?? "–")
                    }
                }
            }
        }
    }
}
