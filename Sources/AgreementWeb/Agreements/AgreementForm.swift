import Agreements
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// The form of an agreement: a new one, or a draft of a version.
struct AgreementForm {
    let view: View
    let own: (id: WorkspaceID, name: String)
    /// Workspaces that can be parties beside the own.
    let others: [(id: WorkspaceID, name: String)]
    let terms: AgreementTerms

    static func new(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let others = try await visit.run { () throws(WorkspaceError) in
            try await agreements.possibleParties(visit.member)
        }
        var terms = AgreementTerms()
        terms.language = visit.exchange.language
        let introduction = visit.exchange.query.first("introduction").flatMap { IntroductionID($0) }
        if let introduction {
            let page = try await visit.run { () throws(WorkspaceError) in
                try await agreements.introductions.find(introduction, visit.member)
            }
            terms.parties = [page.record.introduction.other(of: visit.workspace.id)]
        }
        let view = View(visit)
        let form = AgreementForm(
            view: view, own: (visit.workspace.id, visit.workspace.name), others: others, terms: terms)
        return await view.page(head(view, visit, view.say("agreement.new"))) {
            view.pageHead(view.say("agreement.new"), lead: view.say("agreement.newLead"))
            view.workForm(view.address(visit.path("/agreements"))) {
                if let introduction { view.hiddenField("introduction", introduction.description) }
                form.fields()
                view.html.element(.p) { view.submitButton(view.say("agreement.keepDraft")) }
            }
        }
    }

    static func edit(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let id: AgreementID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await agreements.find(id, visit.member) }
        let number = Int(visit.exchange.value("number"))
        guard
            let draft = page.versions.first(where: {
                $0.number == number && $0.status == .draft && $0.workspace == visit.workspace.id
            })
        else { throw .notFound }
        let others = try await visit.run { () throws(WorkspaceError) in
            try await agreements.possibleParties(visit.member)
        }
        let view = View(visit)
        let form = AgreementForm(
            view: view, own: (visit.workspace.id, visit.workspace.name), others: others, terms: draft.terms)
        var head = head(view, visit, view.say("agreement.edit"))
        head.crumbs.append((view.address(visit.path("/agreements/\(id)")), draft.terms.title))
        return await view.page(head) {
            view.pageHead(view.say("agreement.edit"), lead: view.say("agreement.newLead"))
            view.saidOfAgreement()
            view.workForm(
                view.address(visit.path("/agreements/\(id)/versions/\(draft.number)/edit")),
                version: page.agreement.version
            ) {
                if page.agreement.current != nil {
                    view.textArea(
                        "changeNote", view.say("agreement.changeNote"), draft.changeNote, language: view.words.tag,
                        rows: 2)
                }
                form.fields()
                view.html.element(.p) { view.submitButton(view.say("agreement.keepDraft")) }
            }
        }
    }

    private static func head(_ view: View, _ visit: Visit, _ title: String) -> PageHead {
        var head = PageHead(title: title, place: .agreements)
        head.crumbs = [(view.address(visit.path("/agreements")), view.say("agreement.title"))]
        return head
    }

    private func fields() {
        view.textField("title", view.say("field.title"), terms.title, most: AgreementLimits.titleCharactersMax)
        view.textArea(
            "purpose", view.say("agreement.purpose"), terms.purpose, language: terms.language.rawValue, rows: 5)
        view.select(
            "language", view.say("cooperation.textLanguage"),
            LanguageTag.official.map { ($0.rawValue, view.exchange.site.names.endonym($0.rawValue)) },
            chosen: terms.language.rawValue)
        view.codeChecks(
            "parties", view.say("agreement.parties"), others.map { ($0.id.description, $0.name) },
            chosen: terms.parties.filter { $0 != own.id }.map(\.description), isOpen: terms.parties.isEmpty)
        view.dayField("starts", view.say("agreement.starts"), terms.starts?.description ?? "")
        view.dayField("ends", view.say("agreement.ends"), terms.ends?.description ?? "")
        TermsForm(view: view, parties: [own] + others, chosen: terms).write()
        view.textArea(
            "exitNote", view.say("agreement.exit"), terms.exitNote, language: terms.language.rawValue, rows: 3)
        view.textField(
            "noticeDays", view.say("agreement.notice"), String(terms.noticeDays),
            hint: view.say("agreement.noticeHint"),
            most: 3, direction: "ltr")
    }
}
