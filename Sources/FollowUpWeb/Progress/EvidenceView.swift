import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// One piece of evidence: its versions, who may see it, its clearance.
enum EvidenceView {
    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        guard let id = EvidenceID(visit.exchange.value("id")) else { throw .notFound }
        let place = try await ProgressPlace(plans, visit)
        do throws(WorkspaceError) {
            let (evidence, versions) = try await plans.evidence.find(id, visit.member)
            let title = try await plans.titles.of([evidence.subject], visit.member)[evidence.subject]
            let comments = try await CommentsPart(evidence.own, plans, visit)
            let view = View(visit)
            let head = PageHead(
                title: evidence.title, place: .progress,
                crumbs: [
                    (view.address(visit.path("/progress")), view.say("progress.title")),
                    (view.address(visit.path(of: evidence.subject)), title ?? evidence.subject.description),
                ])
            return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
                view.pageHead(kicker: view.say("evidence.kicker"), evidence.title)
                view.formNotices(typed)
                facts(evidence, place, view)
                Self.versions(versions, evidence, visit, view)
                view.clearancePart(
                    evidence.clearance,
                    evidence.clearance.steps(
                        visit.member, institution: evidence.institution, writing: .reportProgress),
                    path: visit.path("/progress/evidence/\(id)/clearance"), version: evidence.version,
                    needed: place.setting.needed)
                if mayWrite(evidence, visit) { forms(evidence, visit, view) }
                comments.write(view)
            }
        } catch { throw WebError(error) }
    }

    private static func mayWrite(_ evidence: Evidence, _ visit: Visit) -> Bool {
        switch visit.member.reach(.reportProgress) {
        case .none: false
        case .own: visit.member.institution == evidence.institution
        case .all: true
        }
    }

    private static func facts(_ evidence: Evidence, _ place: ProgressPlace, _ view: View) {
        let isPublished =
            evidence.isPublic && !evidence.isWithdrawn && evidence.clearance.counts(place.setting.needed)
        view.html.element(.dl, .class("facts-list")) {
            view.fact(view.say("field.institution")) {
                view.html.element(.span, .dir("auto"), text: place.name(evidence.institution, view))
            }
            view.fact(view.say("evidence.reach")) { view.html.text(view.evidenceReach(evidence)) }
            if isPublished {
                view.fact(view.say("evidence.address")) {
                    view.link(view.address("/evidence/\(evidence.key)"), view.say("evidence.addressLink"))
                }
            }
        }
    }

    private static func versions(
        _ versions: [EvidenceVersion], _ evidence: Evidence, _ visit: Visit, _ view: View
    ) {
        let html = view.html
        view.section("versions", view.say("evidence.versions")) {
            html.element(.ol, .class("said-list"), .custom("reversed", "")) {
                for version in versions where visit.may(.seeInternal) || version.number == evidence.latest {
                    html.element(.li) {
                        html.element(.p) { content(version, evidence, visit, view) }
                        html.element(.p, .class("hint")) {
                            html.element(.bdi, text: version.author)
                            html.text(" ")
                            html.text(view.moment(version.made))
                        }
                    }
                }
            }
        }
    }

    private static func content(_ version: EvidenceVersion, _ evidence: Evidence, _ visit: Visit, _ view: View) {
        let html = view.html
        switch version.content {
        case .file(let file):
            html.element(
                .a,
                .href(view.address(visit.path("/progress/evidence/\(evidence.id)/versions/\(version.number)"))),
                .dir("auto"), text: file.name)
            html.text(" ")
            html.element(.span, .class("hint"), text: view.fileSize(file.sizeBytes))
            html.element(.details) {
                html.element(.summary, text: view.say("evidence.digest"))
                html.element(.code, .class("digest"), text: file.digest)
            }
        case .link(let link):
            html.element(.a, .href(link), .rel("noopener noreferrer nofollow"), .dir("ltr"), text: link)
        }
    }

    private static func forms(_ evidence: Evidence, _ visit: Visit, _ view: View) {
        let html = view.html
        let path = visit.path("/progress/evidence/\(evidence.id)")
        view.section("change", view.say("evidence.change")) {
            view.reportingForm(path + "/edit", version: evidence.version) {
                view.textField("title", view.say("field.title"), evidence.title, most: Evidence.titleCharactersMax)
                view.checkbox("public", view.say("evidence.mayBePublic"), isOn: evidence.isPublic)
                view.checkbox("withdrawn", view.say("evidence.isWithdrawn"), isOn: evidence.isWithdrawn)
                html.element(.p) { view.submitButton(view.say("evidence.saveChange")) }
            }
            html.element(.details) {
                html.element(.summary, text: view.say("evidence.newVersion"))
                html.element(.p, .class("hint"), text: view.say("evidence.newVersionHint"))
                view.evidenceForm(path + "/versions", version: evidence.version) {}
            }
        }
    }
}
