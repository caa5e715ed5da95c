import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Workbooks

/// Workbooks of a workspace: hand one out, take one back, and what went and came.
struct WorkbooksView {
    let visit: Visit
    let listing: Workbooks.Listing
    let trouble: String?

    static func answer(_ visit: Visit, _ plans: Plans, trouble: String? = nil) async throws(WebError) -> Answer {
        do throws(TrackingError) {
            let listing = try await plans.workbooks.all(visit.member)
            return await WorkbooksView(visit: visit, listing: listing, trouble: trouble).page(View(visit))
        } catch { throw WebError(error) }
    }

    private func page(_ view: View) async -> Answer {
        let title = view.say("sheets.title")
        let head = PageHead(title: title, place: .workbooks, path: visit.path("/workbooks"))
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(kicker: visit.workspace.name, title, lead: view.say("sheets.lead"))
            if let trouble { view.problem(trouble) }
            view.section("out", view.say("sheets.out"), view.say("sheets.out.lead")) { out(view) }
            view.section("in", view.say("sheets.in"), view.say("sheets.in.lead")) {
                view.sheetForm(
                    visit.path("/workbooks/back"), "back-file", view.say("sheets.in.file"), view.say("sheets.in.button")
                )
            }
            if visit.may(.importTracking) {
                view.section("tracking", view.say("sheets.tracking"), view.say("sheets.tracking.lead")) {
                    view.html.element(.p) {
                        view.link(view.address(visit.path("/workbooks/tracking")), view.say("sheets.tracking.open"))
                    }
                }
            }
            view.section("returned", view.say("sheets.returned")) { returned(view) }
            view.section("made", view.say("sheets.made")) { made(view) }
        }
    }

    private func out(_ view: View) {
        let html = view.html
        html.element(.form, .class("fields"), .method("post"), .action(view.address(visit.path("/workbooks/make")))) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            if visit.member.reach(.exchangeWorkbooks) == .all {
                view.institutionSelect(
                    "institution", view.say("sheets.out.whose"), listing.institutions, chosen: nil,
                    nobody: view.say("sheets.wholePlan"))
            } else {
                html.element(.p, text: listing.institutions.first?.name ?? "")
            }
            html.element(.p, .class("actions")) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("sheets.out.button"))
                view.submitButton(view.say("matters.csv"), name: "format", value: "csv", isPlain: true)
            }
        }
    }

    private func name(_ id: InstitutionID?, _ view: View) -> String {
        guard let id else { return view.say("sheets.wholePlan") }
        return listing.institutions.first { $0.id == id }?.name ?? "#\(id)"
    }

    private func returned(_ view: View) {
        let html = view.html
        guard !listing.returned.isEmpty else {
            html.element(.p, .class("soft"), text: view.say("sheets.returned.none"))
            return
        }
        view.table(view.say("sheets.returned")) {
            view.headRow(
                ["sheets.th.file", "sheets.th.whose", "sheets.th.came", "sheets.th.state"].map { (view.say($0), false) }
            )
            html.element(.tbody) {
                for one in listing.returned {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            view.link(view.address(visit.path("/workbooks/back/\(one.id)")), one.name)
                        }
                        html.element(.td, text: name(one.institution, view))
                        html.element(
                            .td,
                            text: view.say(
                                "sheets.byAt", ["by": .text(one.madeBy), "at": .text(view.moment(one.made))]))
                        html.element(.td, text: view.say("sheets.state.\(one.status.rawValue)"))
                    }
                }
            }
        }
    }

    private func made(_ view: View) {
        let html = view.html
        guard !listing.made.isEmpty else {
            html.element(.p, .class("soft"), text: view.say("sheets.made.none"))
            return
        }
        view.table(view.say("sheets.made")) {
            html.element(.thead) {
                html.element(.tr) {
                    for key in ["sheets.th.whose", "sheets.th.period", "sheets.th.went"] {
                        html.element(.th, .scope("col"), text: view.say(key))
                    }
                    html.element(.th, .scope("col"), .class("n"), text: view.say("sheets.th.rows"))
                }
            }
            html.element(.tbody) {
                for one in listing.made {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: name(one.institution, view))
                        html.element(.td, text: one.period)
                        html.element(
                            .td,
                            text: view.say(
                                "sheets.byAt", ["by": .text(one.madeBy), "at": .text(view.moment(one.made))]))
                        html.element(.td, .class("n"), text: view.number(one.rows))
                    }
                }
            }
        }
    }
}
