import Cooperation
import Domain
import Frame
import Locales
import Markup
import People

/// One need of the workspace: what it says, who reads it and on whose consent, and the forms that change it.
struct NeedView {
    let view: View
    let visit: Visit
    let record: NeedRecord
    let cited: [CitedRecommendation]
    let institutions: [Institution]
    let partners: [(id: WorkspaceID, name: String)]

    static func answer(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        let needs = cooperation.needs
        let record = try await visit.run { () throws(WorkspaceError) in try await needs.find(id, visit.member) }
        let cited = try await visit.run { () throws(WorkspaceError) in
            try await needs.cited(record.need, language: visit.exchange.language)
        }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(cooperation.store).all(visit.member)
        }
        var partners: [(id: WorkspaceID, name: String)] = []
        if visit.may(.publishNeed) {
            do throws(WorkspaceError) { partners = try await needs.partners(visit.member) } catch {
                throw WebError(error)
            }
        }
        let view = View(visit)
        let content = NeedView(
            view: view, visit: visit, record: record, cited: cited, institutions: institutions, partners: partners)
        var head = PageHead(title: record.need.title, place: .needs)
        head.crumbs = [(view.address(visit.path("/needs")), view.say("need.title"))]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private var need: Need { record.need }
    private func path(_ rest: String) -> String { view.address(visit.path("/needs/\(need.id)\(rest)")) }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.readers(need.publication.level))
            html.element(.h1, .lang(need.language.rawValue), .dir("auto"), text: need.title)
        }
        view.said()
        let facts = NeedFacts(
            view: view, need: need, cited: cited,
            institution: institutions.first { $0.id == need.institution }?.name)
        facts.standing(since: need.stated)
        html.element(.p) {
            view.link(view.address(visit.path("/matches/needs/\(need.id)")), view.say("match.need.link"))
            html.text(" · ")
            view.link(path("/note"), view.say("need.note.title"))
            html.text(" · ")
            view.link(path("/note.docx"), view.say("need.note.docx"))
            if need.publication.level == .open {
                html.text(" · ")
                view.link(view.address("/needs/\(need.id)"), view.say("need.public.see"))
            }
        }
        facts.write()
        consents()
        if visit.may(.publishNeed) { publish() }
        if visit.may(.stateNeed) { change() }
    }

    private func consents() {
        view.section("consent", view.say("need.consent.title"), view.say("need.consent.text")) {
            if record.consents.isEmpty { html.element(.p, text: view.say("need.consent.none")) }
            html.element(.ol, .class("timeline")) {
                for consent in record.consents { html.element(.li) { line(consent) } }
            }
            guard visit.may(.publishNeed) else { return }
            if record.consent == nil { consentForm() } else { withdrawForm() }
        }
    }

    private func line(_ consent: Consent) {
        html.element(.time, .datetime(consent.date.description), text: view.date(consent.date))
        html.element(.p) {
            html.element(.strong, text: view.say("authority.\(consent.authority.rawValue)"))
            html.text(": ")
            html.element(.bdi, text: consent.office)
            html.text(", ")
            html.element(.bdi, text: consent.instrument)
        }
        html.element(.p, .class("hint")) {
            html.text(view.say("need.consent.upTo", ["level": .text(view.say("level.\(consent.level.rawValue)"))]))
            html.text(" · ")
            view.write("need.consent.recorded", ["when": .text(view.moment(consent.recorded))]) { _ in
                html.element(.bdi, text: consent.recordedBy)
            }
        }
        guard let withdrawn = consent.withdrawn else { return }
        html.element(.p) {
            view.write("need.consent.withdrawnLine", ["when": .text(view.moment(withdrawn))]) { _ in
                html.element(.q, .dir("auto"), text: consent.withdrawnWhy ?? "")
            }
        }
    }

    private func consentForm() {
        view.fold(view.say("need.consent.record")) {
            view.workForm(path("/consent")) {
                view.select(
                    "authority", view.say("need.consent.authority"),
                    ConsentAuthority.allCases.map { ($0.rawValue, view.say("authority.\($0.rawValue)")) },
                    chosen: ConsentAuthority.foreignMinister.rawValue, hint: view.say("need.consent.authorityHint"))
                view.textField("office", view.say("need.consent.office"), "", most: 200)
                view.dayField("date", view.say("need.consent.date"), "")
                view.textField(
                    "instrument", view.say("need.consent.instrument"), "",
                    hint: view.say("need.consent.instrumentHint"),
                    most: 200)
                view.select(
                    "consentLevel", view.say("need.consent.level"),
                    [PublicationLevel.open, .partners, .named].map {
                        ($0.rawValue, view.say("level.\($0.rawValue)"))
                    }, chosen: PublicationLevel.open.rawValue)
                html.element(.p) { view.submitButton(view.say("need.consent.record")) }
            }
        }
    }

    private func withdrawForm() {
        view.fold(view.say("need.consent.withdraw")) {
            view.workForm(path("/withdraw")) {
                view.textField(
                    "why", view.say("need.consent.why"), "", hint: view.say("need.consent.withdrawHint"), most: 200)
                html.element(.p) { view.submitButton(view.say("need.consent.withdraw")) }
            }
        }
    }

    private func publish() {
        guard let consent = record.consent else { return }
        view.section("publish", view.say("need.publish.title"), view.say("need.publish.text")) {
            view.workForm(path("/publish"), version: need.version) {
                CooperationFields(view: view).level(
                    need.publication.level,
                    [PublicationLevel.draft, .named, .partners, .open].filter { $0.width <= consent.level.width })
                view.codeChecks(
                    "hidden", view.say("need.publish.hidden"),
                    Publication.Part.allCases.map { ($0.rawValue, view.say("need.part.\($0.rawValue)")) },
                    chosen: need.publication.hidden.map(\.rawValue))
                view.codeChecks(
                    "named", view.say("need.publish.named"), partners.map { ($0.id.description, $0.name) },
                    chosen: need.publication.named.map(\.description))
                html.element(.p) { view.submitButton(view.say("need.publish.button")) }
            }
        }
    }

    private func change() {
        view.section("change", view.say("need.change.title")) {
            view.workForm(path("/status"), version: need.version) {
                view.select(
                    "status", view.say("cooperation.status"),
                    NeedStatus.allCases.map { ($0.rawValue, view.say("needStatus.\($0.rawValue)")) },
                    chosen: need.status.rawValue)
                html.element(.p) { view.submitButton(view.say("need.status.button"), isPlain: true) }
            }
            view.fold(view.say("need.edit.title")) {
                view.workForm(path("/edit"), version: need.version) {
                    NeedForm(view: view, institutions: institutions).write(NeedDraft(need))
                    html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
        }
    }
}
