import Domain
import Frame
import Locales
import Markup
import People
import Screening

/// Who can deal with a risk: the workspaces that take part, and institutions and people of the reader's own.
struct RiskOwners: Sendable {
    var parties: [ScreeningParty]
    var institutions: [Institution]
    var people: [(account: AccountID, name: String)]

    static func load(
        _ visit: Visit, _ screenings: Screenings, _ whole: ScreeningWhole
    ) async throws(WebError) -> RiskOwners {
        guard visit.may(.screenCooperation) else { return RiskOwners(parties: [], institutions: [], people: []) }
        return try await visit.run { () throws(WorkspaceError) in
            RiskOwners(
                parties: whole.parties.filter { $0.standing == .takesPart },
                institutions: try await Institutions(screenings.store).all(visit.member),
                people: try await screenings.people(visit.member))
        }
    }
}

/// The fields of a risk.
struct RiskFields {
    let view: View
    let owners: RiskOwners

    func write(_ draft: RiskDraft) {
        view.textArea(
            "title", view.say("screening.field.title"), draft.title, language: view.words.tag, rows: 3)
        if owners.parties.count > 1 {
            view.select(
                "owner", view.say("screening.field.owner"), owners.parties.map { ("\($0.workspace)", $0.name) },
                chosen: draft.owner.map { "\($0)" } ?? "", hint: view.say("screening.hint.owner"))
        }
        let nobody = [("", view.say("screening.nobody"))]
        view.select(
            "institution", view.say("screening.field.institution"),
            nobody
                + owners.institutions.filter { !$0.isClosed || $0.id == draft.institution }
                .map { ("\($0.id)", $0.name) }, chosen: draft.institution.map { "\($0)" } ?? "")
        view.select(
            "account", view.say("screening.field.person"),
            nobody + owners.people.map { ("\($0.account.value)", $0.name) },
            chosen: draft.account.map { "\($0.value)" } ?? "")
        view.dayField("due", view.say("screening.field.due"), draft.due?.description ?? "")
    }

    static func draft(_ form: Query) throws(WebError) -> RiskDraft {
        let question = form.words("question")
        return RiskDraft(
            title: form.words("title"), question: question.isEmpty ? nil : question,
            owner: WorkspaceID(form.words("owner")), institution: InstitutionID(form.words("institution")),
            account: AccountID(form.words("account")), due: try form.day("due"))
    }
}
