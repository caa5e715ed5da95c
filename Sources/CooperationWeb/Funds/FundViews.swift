import Cooperation
import Domain
import Frame
import Locales
import Markup
import People
import Reference

/// Funds in a workspace: its own with their calls, those of others, and applications.
enum FundViews {
    static func list(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let own = try await visit.run { () throws(WorkspaceError) in try await cooperation.funds.all(visit.member) }
        let others = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.published(.partner(visit.workspace.id))
        }.filter { $0.fund.workspace != visit.workspace.id }
        let applications =
            visit.may(.applyToFunds)
            ? try await visit.run { () throws(WorkspaceError) in
                try await cooperation.applications.all(visit.member)
            } : []
        let view = View(visit)
        return await view.page(PageHead(title: view.say("fund.title"), place: .funds, isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("fund.title"), lead: view.say("fund.lead"))
            view.said()
            if visit.may(.applyToFunds) { mine(applications, visit, view) }
            view.section("others", view.say("fund.others")) {
                if others.isEmpty { view.html.element(.p, text: view.say("fund.none.text")) }
                for record in others { section(record, visit, view) }
            }
            view.section("own", view.say("fund.own")) {
                if own.isEmpty { view.html.element(.p, text: view.say("fund.none.own")) }
                for record in own { ownSection(record, visit, view) }
                guard visit.may(.manageFunds) else { return }
                view.fold(view.say("fund.new.title")) {
                    view.workForm(view.address(visit.path("/funds"))) {
                        var draft = FundDraft()
                        draft.language = visit.workspace.language
                        FundForm.write(draft, view)
                        view.html.element(.p) { view.submitButton(view.say("fund.new.button")) }
                    }
                }
            }
        }
    }

    private static func section(_ record: FundRecord, _ visit: Visit, _ view: View) {
        view.html.element(.h3) { view.html.element(.bdi, text: record.fund.name) }
        if let actor = record.actor { view.html.element(.p) { view.actor(actor) } }
        FundFacts(view: view).calls(record.calls) { view.address(visit.path("/funds/calls/\($0.id)")) }
    }

    private static func ownSection(_ record: FundRecord, _ visit: Visit, _ view: View) {
        view.html.element(.h3) {
            view.html.element(
                .a, .href(view.address(visit.path("/funds/\(record.fund.id)"))), .dir("auto"), text: record.fund.name)
        }
        view.html.element(.p, text: view.readers(record.fund.level))
        FundFacts(view: view).calls(record.calls) { view.address(visit.path("/funds/own-calls/\($0.id)")) }
    }

    private static func mine(_ applications: [ApplicationRecord], _ visit: Visit, _ view: View) {
        view.section("applications", view.say("application.title")) {
            if applications.isEmpty { view.html.element(.p, text: view.say("application.none")) }
            ApplicationTable.write(applications, view) { view.address(visit.path("/funds/applications/\($0)")) }
        }
    }

    /// One of the workspace's own, with the forms that change it and the form of a new call.
    static func fund(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: FundID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.find(id, visit.member)
        }
        let fund = record.fund
        let view = View(visit)
        var head = PageHead(title: fund.name, place: .funds)
        head.crumbs = [(view.address(visit.path("/funds")), view.say("fund.title"))]
        return await view.page(head) {
            view.html.element(.div, .class("head")) {
                view.html.element(.p, .class("kicker"), text: view.readers(fund.level))
                view.html.element(.h1, .lang(fund.language.rawValue), .dir("auto"), text: fund.name)
            }
            view.said()
            let facts = FundFacts(view: view)
            facts.fund(fund)
            facts.calls(record.calls) { view.address(visit.path("/funds/own-calls/\($0.id)")) }
            guard visit.may(.manageFunds) else { return }
            view.fold(view.say("fund.call.new"), isOpen: record.calls.isEmpty) {
                view.workForm(view.address(visit.path("/funds/\(fund.id)/calls"))) {
                    FundForm.write(beginning(fund, view), fund, view)
                    view.html.element(.p) { view.submitButton(view.say("fund.call.new")) }
                }
            }
            view.fold(view.say("fund.edit.title")) {
                view.workForm(view.address(visit.path("/funds/\(fund.id)/edit")), version: fund.version) {
                    FundForm.write(FundDraft(fund), view)
                    view.checkbox("closed", view.say("fund.closed"), isOn: fund.isClosed)
                    view.html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
        }
    }

    /// What a new call begins with: the form of the fund's template.
    private static func beginning(_ fund: Fund, _ view: View) -> FundCallDraft {
        var draft = FundCallDraft()
        guard let facts = fund.template.flatMap({ view.exchange.site.names.reference.fundTemplate($0) }) else {
            return draft
        }
        draft.form = facts.form(in: fund.language)
        draft.needsConsent = facts.needsConsent
        draft.kinds = facts.kinds
        draft.eligible.groups = facts.groups
        return draft
    }

    /// A call of the workspace's own, with what was handed in.
    static func ownCall(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let call = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.call(id, visit.member)
        }
        let fund = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.funds.find(call.fund, visit.member)
        }.fund
        let received =
            visit.may(.manageFunds)
            ? try await visit.run { () throws(WorkspaceError) in
                try await cooperation.applications.received(id, visit.member)
            } : []
        let view = View(visit)
        var head = PageHead(title: call.title, place: .funds)
        head.crumbs = [
            (view.address(visit.path("/funds")), view.say("fund.title")),
            (view.address(visit.path("/funds/\(fund.id)")), fund.name),
        ]
        return await view.page(head) {
            view.pageHead(kicker: fund.name, call.title)
            view.said()
            view.html.element(.p) {
                view.link(view.address(visit.path("/matches/calls/\(call.id)")), view.say("match.offer.link"))
                guard visit.may(.manageFunds) else { return }
                view.html.text(" · ")
                view.link(
                    view.address(visit.path("/matches/calls/\(call.id)/selection")), view.say("match.selection.title"))
            }
            FundFacts(view: view).call(call, language: fund.language)
            guard visit.may(.manageFunds) else { return }
            view.section("received", view.say("application.received")) {
                if received.isEmpty { view.html.element(.p, text: view.say("application.receivedNone")) }
                ApplicationTable.write(received, view) { view.address(visit.path("/funds/received/\($0)")) }
            }
            view.fold(view.say("fund.call.edit")) {
                view.workForm(view.address(visit.path("/funds/own-calls/\(call.id)/edit")), version: call.version) {
                    FundForm.write(FundCallDraft(call), fund, view)
                    view.html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
        }
    }

    /// A call of somebody else: whether its end is watched, and the way to apply.
    static func call(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: FundCallID = try visit.id()
        let found: (call: FundCall, fund: Fund)
        let needs: [Need]
        let isWatched: Bool
        do throws(WorkspaceError) {
            found = try await cooperation.funds.published(call: id, .partner(visit.workspace.id))
            needs = visit.may(.stateNeed) ? try await cooperation.needs.all(visit.member) : []
            isWatched = try await cooperation.funds.watched(visit.member).contains(id)
        } catch { throw WebError(error) }
        let view = View(visit)
        var head = PageHead(title: found.call.title, place: .funds)
        head.crumbs = [(view.address(visit.path("/funds")), view.say("fund.title"))]
        return await view.page(head) {
            view.pageHead(kicker: found.fund.name, found.call.title)
            view.said()
            FundFacts(view: view).call(found.call, language: found.fund.language)
            if found.call.workspace != visit.workspace.id { view.introductionLink(visit, "call", id.description) }
            guard visit.may(.applyToFunds) else { return }
            view.section("apply", view.say("application.begin")) {
                view.workForm(view.address(visit.path("/funds/calls/\(id)/apply"))) {
                    view.select(
                        "need", view.say("application.need"),
                        [("", view.say("application.noNeed"))] + needs.map { ($0.id.description, $0.title) },
                        chosen: "")
                    view.html.element(.p) { view.submitButton(view.say("application.begin")) }
                }
                view.workForm(view.address(visit.path("/funds/calls/\(id)/watch"))) {
                    view.hiddenField("watch", isWatched ? "no" : "yes")
                    view.html.element(.p) {
                        view.submitButton(
                            view.say(isWatched ? "fund.call.unwatch" : "fund.call.watch"), isPlain: true)
                    }
                }
            }
        }
    }
}
