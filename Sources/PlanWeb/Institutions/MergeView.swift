import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import People
import Plans

/// The page that makes one of two institutions, or says that it was done and takes it back.
struct MergeView {
    let view: View
    let visit: Visit
    let institution: Institution
    let others: [Institution]
    let merger: InstitutionMerger?
    let count: Int
    let typed: TypedForm

    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        let id: InstitutionID = try visit.id()
        let merging = InstitutionMerging(plans.store)
        let (all, merger, count) = try await visit.run { () throws(WorkspaceError) in
            (
                try await Institutions(plans.store).all(visit.member), try await merging.merger(of: id, visit.member),
                try await merging.count(id, visit.member)
            )
        }
        guard let institution = all.first(where: { $0.id == id }) else { throw .notFound }
        let page = MergeView(
            view: View(visit), visit: visit, institution: institution, others: all.filter { $0.id != id },
            merger: merger, count: count, typed: typed)
        var head = PageHead(title: page.view.say("matters.merge.title"), place: .institutions)
        head.crumbs = [
            (page.view.address(visit.path("/institutions")), page.view.say("people.institutions.title")),
            (page.view.address(visit.path("/institutions/\(id)")), institution.name),
        ]
        head.path = visit.path("/institutions/\(id)/merge")
        return await page.view.page(head, status: typed.troubles.isEmpty ? 200 : 400) { page.write() }
    }

    static func merge(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let id: InstitutionID = try visit.id()
        do throws(WorkspaceError) {
            guard let into = InstitutionID(form.first("into") ?? "") else {
                throw .invalid("into", "people.institutionUnknown")
            }
            try await InstitutionMerging(plans.store).merge(
                id, version: version(form), into: into, why: form.first("why") ?? "", by: visit.member)
            return .seeOther(View(visit).address(visit.path("/institutions/\(id)/merge"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }

    static func part(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let id: InstitutionID = try visit.id()
        do throws(WorkspaceError) {
            let left = try await InstitutionMerging(plans.store).part(
                id, version: version(form), why: form.first("why") ?? "", by: visit.member)
            return .seeOther(
                View(visit).address(
                    visit.path("/institutions/\(id)/merge"), [("said", "done"), ("left", String(left))]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }

    private static func version(_ form: Query) -> Int { form.first(Conflict.versionField).flatMap { Int($0) } ?? 0 }

    private func write() {
        view.pageHead(kicker: institution.name, view.say("matters.merge.title"), lead: view.say("matters.merge.lead"))
        view.formNotices(typed)
        if let left = view.exchange.query.first("left").flatMap({ Int($0) }), left > 0 {
            view.html.element(.p, .class("notice"), text: view.say("matters.merge.left", ["count": .number(left)]))
        }
        if let merger { parting(merger) } else { merging() }
    }

    private func merging() {
        view.html.element(.p, text: view.say("matters.merge.count", ["count": .number(count)]))
        view.workForm(view.address(visit.path("/institutions/\(institution.id)/merge")), version: institution.version) {
            view.select(
                "into", view.say("matters.merge.into"),
                [("", view.say("workspace.noValue"))]
                    + others.filter { !$0.isClosed }.map { ($0.id.description, $0.name) },
                chosen: typed.value("into", nil))
            view.textField("why", view.say("plan.why"), typed.value("why", nil), most: PlanReason.lengthMax)
            view.html.element(.p) { view.submitButton(view.say("matters.merge.button")) }
        }
    }

    private func parting(_ merger: InstitutionMerger) {
        let into = others.first { $0.id == merger.into }?.name ?? merger.into.description
        view.html.element(.p) {
            view.write("matters.merge.done", ["when": .text(view.moment(merger.at)), "by": .text(merger.by)]) { _ in
                view.html.element(
                    .a, .href(view.address(visit.path("/institutions/\(merger.into)"))), .dir("auto"), text: into)
            }
        }
        if let why = merger.why { view.html.element(.p, .class("hint"), .dir("auto"), text: why) }
        view.workForm(view.address(visit.path("/institutions/\(institution.id)/part")), version: institution.version) {
            view.textField("why", view.say("plan.why"), typed.value("why", nil), most: PlanReason.lengthMax)
            view.html.element(.p) { view.submitButton(view.say("matters.merge.back"), isPlain: true) }
        }
    }
}
