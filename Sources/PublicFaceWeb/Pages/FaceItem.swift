import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Head and facts of one object, of today or of an earlier version.
struct FaceItem {
    let page: FacePage
    let item: PublicItem

    private var view: View { page.view }
    private var html: HTMLWriter { page.html }

    func head() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: page.kind(item.kind))
            html.element(.h1, .dir("auto"), text: page.title(item))
        }
        guard page.isOpen, item.version > 0 else { return }
        html.element(.p, .class("hint")) {
            html.text(
                view.say(
                    "publicFace.version", ["n": .number(item.version), "date": .text(page.day(item.changed))]))
            html.text(" ")
            view.link(page.address((page.path(item.key) ?? "") + "/versions"), view.say("publicFace.versions.link"))
        }
    }

    func facts() {
        if let text = item["description"] ?? item["definition"] { page.prose(text) }
        html.element(.dl, .class("facts-list")) {
            if let parent = item.parent.flatMap({ page.face.item($0) }) {
                view.fact(page.kind(parent.kind)) { page.link(parent) }
            }
            if let issue = item["issue"] {
                view.fact(view.say("plan.issue")) {
                    view.link(view.address("/issues/\(issue)"), view.say("plan.issue.open"))
                }
            }
            switch item.kind {
            case .commitment: commitment()
            case .action: action()
            case .indicator: indicator()
            default: break
            }
        }
    }

    private func commitment() {
        leads()
        if page.shows(.dates) { page.fact("publicFace.due", page.day(item["due"])) }
        if page.shows(.status) { page.fact("publicFace.statusSaid", page.standing(item["status"])) }
        for link in item.list("links") {
            let parts = link.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
            guard parts.count == 3 else { continue }
            view.fact(view.say("plan.link.\(parts[0])")) {
                html.element(.bdi, text: parts[2].isEmpty ? target(parts[1]) : "\(parts[1]) \(parts[2])")
            }
        }
    }

    private func target(_ code: String) -> String { "\(code) \(view.name(.target, code))" }

    private func leads() {
        guard page.shows(.lead) else { return }
        page.fact("publicFace.lead", page.orNotSaid(item["lead"]))
        let supporting = item.list("supporting")
        if !supporting.isEmpty {
            page.fact("publicFace.supporting", supporting.joined(separator: view.say("list.comma")))
        }
    }

    private func action() {
        leads()
        if page.shows(.status) { page.fact("publicFace.status", page.actionStatus(item["status"])) }
        if page.shows(.dates) {
            page.fact("publicFace.starts", page.day(item["starts"]))
            page.fact("publicFace.due", page.day(item["due"]))
        }
        if page.shows(.money) {
            page.fact("publicFace.cost", page.money(item, "cost"))
            page.fact("publicFace.gap", page.money(item, "gap"))
            if let source = item["budget"] { page.fact("publicFace.budget", source) }
        }
    }

    private func indicator() {
        if let code = item["code"] { page.fact("publicFace.code", code) }
        if let type = item["type"] { page.fact("publicFace.type", view.say("indicator.kind.\(type)")) }
        if let unit = item["unit"] { page.fact("publicFace.unit", unit) }
        if let direction = item["direction"] {
            page.fact("publicFace.direction", view.say("indicator.direction.\(direction)"))
        }
        page.fact("publicFace.baseline", mark("baseline"))
        page.fact("publicFace.target", mark("target"))
        if let source = item["source"] { page.fact("publicFace.source", source) }
        if page.shows(.lead), let institution = item["institution"] { page.fact("publicFace.reportedBy", institution) }
    }

    private func mark(_ name: String) -> String {
        guard let value = item[name] else { return view.say("publicFace.notSaid") }
        return item["\(name)At"].map {
            view.say("publicFace.mark", ["value": .text(value), "period": .text($0)])
        } ?? value
    }
}
