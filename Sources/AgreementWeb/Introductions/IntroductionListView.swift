import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Requests that the workspace sent and received, each with its standing and its age.
struct IntroductionListView {
    let view: View
    let visit: Visit
    let records: [IntroductionRecord]

    static func answer(_ visit: Visit, _ agreements: Agreements) async throws(WebError) -> Answer {
        let records = try await visit.run { () throws(WorkspaceError) in
            try await agreements.introductions.all(visit.member)
        }
        let view = View(visit)
        let head = PageHead(title: view.say("introduction.title"), place: .agreements)
        return await view.page(head) {
            view.pageHead(view.say("introduction.title"), lead: view.say("introduction.lead"))
            view.agreementPlaces(visit, "/introductions")
            IntroductionListView(view: view, visit: visit, records: records).write()
        }
    }

    private func write() {
        let workspace = visit.workspace.id
        guard !records.isEmpty else {
            view.empty(view.say("introduction.none")) {
                view.html.element(.p, text: view.say("introduction.noneText"))
            }
            return
        }
        let unanswered = records.count(where: \.isUnanswered)
        if unanswered > 0 {
            view.html.element(
                .p, .class("notice"),
                text: view.say(
                    "introduction.finding",
                    ["count": .number(unanswered), "days": .number(Introductions.unansweredDays)]))
        }
        part("received", records.filter { $0.introduction.asked == workspace })
        part("sent", records.filter { $0.introduction.asker == workspace })
    }

    private func part(_ name: String, _ records: [IntroductionRecord]) {
        let html = view.html
        view.section(name, view.say("introduction.\(name)")) {
            guard !records.isEmpty else {
                html.element(.p, text: view.say("introduction.\(name)None"))
                return
            }
            view.table(view.say("introduction.\(name)")) {
                view.headRow(
                    ["introduction.other", "introduction.about", "cooperation.status", "introduction.age"].map {
                        (view.say($0), $0 == "introduction.age")
                    })
                html.element(.tbody) { for record in records { row(record) } }
            }
        }
    }

    private func row(_ record: IntroductionRecord) {
        let (html, one) = (view.html, record.introduction)
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                html.element(.a, .href(view.address(visit.path("/introductions/\(one.id)")))) {
                    html.element(
                        .bdi, text: view.partyName(one.other(of: visit.workspace.id), record.actors))
                }
            }
            html.element(.td) { IntroductionAbout(view: view, record: record).line() }
            html.element(.td) { IntroductionAbout(view: view, record: record).standing() }
            html.element(.td, .class("n"), text: view.days(record.ageDays))
        }
    }
}

/// What a request is about, and how it stands, in words.
struct IntroductionAbout {
    let view: View
    let record: IntroductionRecord

    func standing() {
        let one = record.introduction
        view.html.text(view.say("introductionStatus.\(one.status.rawValue)"))
        guard record.isUnanswered else { return }
        view.html.text(" ")
        view.html.element(
            .span, .class("chip"),
            text: view.say("introduction.unanswered", ["days": .number(Introductions.unansweredDays)]))
    }

    func line() {
        let lines = parts.map { view.say("introduction.on.\($0.kind)", ["title": .text($0.title)]) }
        for line in lines { view.html.element(.p) { view.html.element(.bdi, text: line) } }
        if !record.isNeedShown {
            view.html.element(.p, .class("soft"), text: view.say("introduction.needGone"))
        }
    }

    private var parts: [(kind: String, title: String)] {
        let (one, titles) = (record.introduction, record.titles)
        var parts: [(String, String)] = []
        let gone = view.say("introduction.gone")
        if let need = titles.need { parts.append(("need", need)) }
        if one.about.offer != nil { parts.append(("offer", titles.offer ?? gone)) }
        if one.about.call != nil { parts.append(("call", titles.call ?? gone)) }
        if one.about.programme != nil { parts.append(("programme", titles.programme ?? gone)) }
        if let peer = one.about.peer { parts.append(("peer", view.stateName(peer))) }
        return parts
    }

    /// Ways to what it is about, as far as the reader may see it.
    func links(_ visit: Visit) {
        let one = record.introduction
        var links: [(String, String)] = []
        if let need = one.about.need, let title = record.titles.need {
            let isOwn = one.needOwner == visit.workspace.id
            links.append((visit.path(isOwn ? "/needs/\(need)" : "/needs/asked/\(need)"), title))
        }
        if let programme = one.about.programme, let title = record.titles.programme {
            links.append(("/programmes/\(programme)", title))
        }
        if let call = one.about.call, let title = record.titles.call, one.asker == visit.workspace.id {
            links.append((visit.path("/funds/calls/\(call)"), title))
        }
        for (path, title) in links {
            view.html.element(.p) { view.html.element(.a, .href(view.address(path)), .dir("auto"), text: title) }
        }
    }
}
