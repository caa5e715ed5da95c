import Domain
import Frame
import Locales
import Markup
import People
import Plans

/// The laws of a workspace, or those that serve one thing.
struct LawList {
    static let serves = Parameter(
        name: "serves", form: .text(charactersMax: 40), summary: "What they serve: kind and number, `commitment:7`.")
    static let stage = Parameter(
        name: "stage", form: .choice([""] + LawStage.allCases.map(\.rawValue)), summary: "Where they stand.")

    let view: View
    let visit: Visit
    /// Those in force or under way, and those of them that are shown.
    let all: [LawRecord]
    let stage: LawStage?
    let institutions: [Institution]
    let link: LawLink?

    /// `commitment:7`
    static func link(_ text: String?) -> LawLink? {
        guard let parts = text?.split(separator: ":"), parts.count == 2, let id = Int64(parts[1]), id > 0 else {
            return nil
        }
        return LawLink.Kind(rawValue: String(parts[0])).map { LawLink(kind: $0, id: id) }
    }

    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let link = link(visit.exchange.query.first("serves"))
        let stage = visit.exchange.query.first("stage").flatMap { LawStage(rawValue: $0) }
        let found = try await visit.run { () throws(WorkspaceError) in
            if let link { return try await plans.laws.serving(link, visit.member) }
            return try await plans.laws.all(visit.member)
        }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(plans.store).all(visit.member)
        }
        let view = View(visit)
        let page = LawList(
            view: view, visit: visit, all: found.filter { !$0.law.isWithdrawn }, stage: stage,
            institutions: institutions, link: link)
        return await view.page(PageHead(title: view.say("law.title"), place: .laws)) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var laws: [LawRecord] { stage == nil ? all : all.filter { $0.stage?.stage == stage } }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("law.title"), lead: view.say("law.lead"))
        if let link {
            html.element(.p) {
                html.text(view.say("law.serving.\(link.kind.rawValue)", ["number": .text(String(link.id))]))
                html.text(" ")
                view.link(view.address(visit.path("/laws")), view.say("law.all"))
            }
        }
        if link == nil, isStaged { stages() }
        if laws.isEmpty {
            view.empty(view.say("law.none.title")) { html.element(.p, text: view.say("law.none.text")) }
        } else {
            table()
        }
        if visit.may(.editPlan), visit.member.reach(.editPlan) == .all {
            view.fold(view.say("law.add.title"), isOpen: laws.isEmpty || link != nil) {
                view.workForm(view.address(visit.path("/laws"))) {
                    LawForm(view: view, institutions: institutions).write(
                        LawDraft(title: "", links: link.map { [$0] } ?? []))
                    html.element(.p) { view.submitButton(view.say("law.add.button")) }
                }
            }
        }
    }

    /// How many stand where; each number opens its rows.
    private func stages() {
        let counts = Dictionary(grouping: all.compactMap { $0.stage?.stage }, by: { $0 }).mapValues(\.count)
        html.element(.ul, .class("chips no-print")) {
            html.element(.li) {
                html.element(
                    .a, .class("chip"), .href(view.address(visit.path("/laws"))),
                    .current(stage == nil ? "true" : nil),
                    text: "\(view.say("law.every")) \(view.number(all.count))")
            }
            for each in LawStage.allCases {
                guard let count = counts[each] else { continue }
                html.element(.li) {
                    html.element(
                        .a, .class("chip"), .href(view.address(visit.path("/laws"), [("stage", each.rawValue)])),
                        .current(each == stage ? "true" : nil),
                        text: "\(view.say("law.stage.\(each.rawValue)")) \(view.number(count))")
                }
            }
        }
    }

    private var isStaged: Bool { all.count > 1 }

    private func table() {
        let names = Dictionary(institutions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        view.table(view.say("law.title"), style: "plan-table") {
            view.headRow(
                ["law.column.law", "law.column.stage", "law.column.norms", "field.lead"].map { (view.say($0), false) })
            html.element(.tbody) {
                for record in laws {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(
                                .a, .href(view.address(visit.path("/laws/\(record.law.id)"))), .dir("auto"),
                                text: record.law.title)
                            if !record.law.article.isEmpty {
                                html.element(.p, .class("hint"), .dir("auto"), text: record.law.article)
                            }
                        }
                        html.element(.td, .custom("data-label", view.say("law.column.stage"))) {
                            guard let step = record.stage else {
                                html.text(view.say("workspace.noValue"))
                                return
                            }
                            html.text(view.say("law.stage.\(step.stage.rawValue)"))
                            html.element(.p, .class("hint"), text: view.date(step.day))
                        }
                        html.element(
                            .td, .custom("data-label", view.say("law.column.norms")),
                            text: record.law.norms.isEmpty
                                ? view.say("workspace.noValue")
                                : record.law.norms.map(\.description).joined(separator: view.say("list.comma")))
                        html.element(
                            .td, .custom("data-label", view.say("field.lead")), .dir("auto"),
                            text: record.law.lead.flatMap { names[$0] } ?? view.say("workspace.noValue"))
                    }
                }
            }
        }
    }
}

/// The fields of a law.
struct LawForm {
    let view: View
    let institutions: [Institution]

    func write(_ draft: LawDraft) {
        view.textField("title", view.say("field.title"), draft.title, most: Laws.titleCharactersMax)
        view.textField(
            "article", view.say("law.field.article"), draft.article, hint: view.say("law.hint.article"), most: 300)
        view.textArea("summary", view.say("law.field.summary"), draft.summary, language: view.words.tag, rows: 3)
        view.select(
            "lead", view.say("field.lead"),
            [("", view.say("workspace.noValue"))]
                + institutions.filter { !$0.isClosed || $0.id == draft.lead }.map { ($0.id.description, $0.name) },
            chosen: draft.lead?.description ?? "")
        view.textField(
            "norms", view.say("law.field.norms"), draft.norms.map(\.description).joined(separator: "; "),
            hint: view.say("law.hint.norms"), most: 2_000, direction: "ltr")
        for kind in LawLink.Kind.allCases {
            view.textField(
                kind.rawValue, view.say("law.field.\(kind.rawValue)"),
                draft.links.filter { $0.kind == kind }.map { String($0.id) }.joined(separator: ", "),
                hint: kind == .recommendation ? view.say("law.hint.links") : nil, most: 4_000, direction: "ltr")
        }
    }

    static func draft(_ form: Query) throws(WebError) -> LawDraft {
        var links: [LawLink] = []
        for kind in LawLink.Kind.allCases {
            for part in form.words(kind.rawValue).split(whereSeparator: { ", ;\n".contains($0) || $0.isWhitespace }) {
                // An address of its page will do, too.
                guard let id = Int64(part.split(separator: "/").last.map { $0.prefix(while: \.isNumber) } ?? ""), id > 0
                else { throw .invalid([.init(name: kind.rawValue, allowed: "law.linkUnknown")]) }
                links.append(LawLink(kind: kind, id: id))
            }
        }
        return LawDraft(
            title: form.words("title"), article: form.words("article"), summary: form.words("summary"),
            lead: InstitutionID(form.words("lead")), norms: LawNorm.read(form.words("norms")), links: links)
    }
}
