import Domain
import Frame
import Locales
import Markup
import PublicFace

/// What is shown of that which belongs to a commitment, an action or an indicator. A part that is not shown says so, once and in
/// words; a part without anything in it says that.
struct FaceChildren {
    let page: FacePage
    let parent: PublicKey

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    func all() {
        switch parent.kind {
        case .commitment:
            statements()
            actions()
            indicators()
            evidence()
        case .action:
            milestones()
            reports()
            evidence()
        case .indicator:
            observations()
            evidence()
        default: break
        }
    }

    private func part(_ id: String, _ field: PublicField, _ kind: PublicKind, content: ([PublicItem]) -> Void) {
        view.section(id, view.say("publicFace.\(id).title")) {
            let items = page.face.all(kind, of: parent)
            if !items.isEmpty {
                content(items)
            } else if page.shows(field) {
                page.nothing()
            } else {
                page.notShown()
            }
            page.markers(kind, of: parent)
        }
    }

    private func statements() {
        part("statements", .statements, .statement) { items in
            html.element(.ol, .class("face-rows")) {
                for item in items.reversed() {
                    html.element(.li) {
                        html.element(.p) {
                            html.element(.strong, text: page.standing(item["status"]))
                            html.text(" · ")
                            html.text(page.day(item["stated"]))
                        }
                        if let reason = item["reason"] { page.prose(reason) }
                        if let id = item.number("recommendation") {
                            view.link(
                                view.recommendationAddress(RecommendationID(id)),
                                view.say("practice.recommendation", ["number": .number(Int(id))]))
                        }
                    }
                }
            }
        }
    }

    private func actions() {
        part("actions", .actions, .action) { items in FaceActionList.table(page, items) }
    }

    private func indicators() {
        let items = page.face.all(.indicator).filter { $0.list("commitments").contains(String(parent.id)) }
        guard !items.isEmpty else { return }
        view.section("indicators", view.say("publicFace.indicators.title")) {
            html.element(.ul, .class("face-rows")) { for item in items { html.element(.li) { page.link(item) } } }
        }
    }

    private func milestones() {
        part("milestones", .milestones, .milestone) { items in
            html.element(.ul, .class("face-rows")) {
                for item in items {
                    html.element(.li) {
                        html.element(.bdi, text: page.title(item))
                        if page.shows(.dates) {
                            html.element(
                                .p, .class("hint"),
                                text: item["done"].map {
                                    view.say("publicFace.reached", ["date": .text(page.day($0))])
                                } ?? view.say("publicFace.dueOn", ["date": .text(page.day(item["due"]))]))
                        }
                    }
                }
            }
        }
    }

    private func reports() {
        part("progress", .progress, .progress) { items in
            for item in items.reversed() { FaceReport(page: page, item: item).write(isHere: true) }
        }
    }

    func evidence() {
        let items = page.face.all(.evidence, of: parent)
        guard !items.isEmpty || !page.face.removals(.evidence, of: parent).isEmpty else { return }
        view.section("evidence", view.say("publicFace.evidence.title")) {
            FaceReport.evidence(page, items)
            page.markers(.evidence, of: parent)
        }
    }

    private func observations() {
        part("observations", .observations, .observation) { items in
            view.table(view.say("publicFace.observations.title"), style: "figures") {
                view.headRow([
                    (view.say("publicFace.period"), false), (view.say("publicFace.group"), false),
                    (view.say("publicFace.value"), true), (view.say("publicFace.source"), false),
                ])
                html.element(.tbody) {
                    for item in items.sorted(by: { ($0["period"] ?? "", $0.id) < ($1["period"] ?? "", $1.id) }) {
                        observation(item)
                    }
                }
            }
        }
    }

    private func observation(_ item: PublicItem) {
        html.element(.tr) {
            html.element(.th, .scope("row"), text: item["period"] ?? "")
            let groups = ["sex", "age", "disability", "region", "population"].compactMap { item[$0] }
            view.wordsCell(
                groups.isEmpty ? view.say("publicFace.everybody") : groups.joined(separator: view.say("list.comma")))
            if let value = item["value"] {
                html.element(.td, .class("n"), text: value)
            } else {
                html.element(.td, .class("n none"), text: view.say("figure.noData"))
            }
            view.wordsCell(item["source"] ?? "")
        }
    }
}

/// A progress report that was cleared.
struct FaceReport {
    let page: FacePage
    let item: PublicItem

    /// On the page of its action, or in a list of reports with its action named.
    func write(isHere: Bool) {
        let (view, html) = (page.view, page.html)
        html.element(.article, .class("face-report")) {
            html.element(.p, .class("kicker")) {
                html.text(
                    view.say(
                        "publicFace.fromTo",
                        ["from": .text(page.day(item["starts"])), "to": .text(page.day(item["ends"]))]))
                if page.shows(.lead), let institution = item["institution"] {
                    html.text(" · ")
                    html.element(.bdi, text: institution)
                }
            }
            if !isHere, let action = item.parent.flatMap({ page.face.item($0) }) {
                html.element(.p) { page.link(action) }
            }
            html.element(.p, .class("hint")) {
                var parts: [String] = []
                if page.shows(.status) { parts.append(page.actionStatus(item["status"])) }
                if page.shows(.percent) {
                    parts.append(
                        item.number("percent").map { view.words.percent(Int($0), of: 100) }
                            ?? view.say("publicFace.percentNotSaid"))
                }
                html.text(parts.joined(separator: " · "))
            }
            if let said = item["said"] { page.prose(said) }
            if let obstacle = item["obstacle"] {
                html.element(.p, .class("soft"), text: view.say("publicFace.obstacle"))
                page.prose(obstacle)
            }
            Self.evidence(page, page.face.all(.evidence, of: item.key))
        }
    }

    static func evidence(_ page: FacePage, _ items: [PublicItem]) {
        guard !items.isEmpty else { return }
        page.html.element(.ul, .class("face-rows")) {
            for item in items {
                page.html.element(.li) {
                    page.html.element(
                        .a, .href(page.view.address("/evidence/\(item["key"] ?? "")")), .dir("auto"),
                        text: page.title(item))
                }
            }
        }
    }
}
