import Domain
import Frame
import Locales
import Markup
import Practices
import Reference

/// What an emerging issue says, for whoever may read it.
struct EmergingContentView {
    let view: View
    let outside: OutsideEmerging
    /// Forms beside parts that can be taken out; nil where nobody may.
    var taking: EmergingTaking?

    private var html: HTMLWriter { view.html }
    private var issue: EmergingIssue { outside.issue }
    private var content: EmergingContent { outside.issue.content }

    func head() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker")) {
                html.text(
                    issue.standing.map { view.say("emergingStage.\($0.stage.rawValue)") } ?? view.say("emerging.noStep")
                )
                if let body = issue.standing.flatMap({ view.bodyName($0) }) {
                    html.text(" · ")
                    html.element(.bdi, text: body)
                }
            }
            html.element(.h1, .lang(content.language.rawValue), .dir("auto"), text: content.title)
        }
    }

    func sections() {
        view.section("problem", view.say("emerging.text")) { words(content.text, "emerging.nothing.text") }
        view.section("gap", view.say("emerging.gap")) { words(content.gap, "emerging.nothing.gap") }
        proponents()
        drafts()
        steps()
    }

    private func words(_ text: String, _ nothing: String) {
        if text.isEmpty {
            html.element(.p, .class("none"), text: view.say(nothing))
        } else {
            view.written(text, content.language)
        }
    }

    private func proponents() {
        view.section("proponents", view.say("emerging.proponents"), view.say("emerging.proponents.lead")) {
            let there = issue.proponents.filter { $0.removed == nil }
            guard !there.isEmpty else {
                html.element(.p, .class("none"), text: view.say("emerging.nothing.proponents"))
                return
            }
            html.element(.ul, .class("plain-list")) {
                for proponent in there {
                    html.element(.li) {
                        html.text(view.say("proponentKind.\(proponent.kind.rawValue)"))
                        if !proponent.name.isEmpty {
                            html.text(": ")
                            html.element(.bdi, text: proponent.name)
                        }
                        taking?.remove(proponent, view)
                    }
                }
            }
        }
    }

    private func drafts() {
        view.section("drafts", view.say("emerging.drafts")) {
            guard !issue.drafts.isEmpty else {
                html.element(.p, .class("none"), text: view.say("emerging.nothing.drafts"))
                return
            }
            html.element(.ol, .class("timeline")) {
                for draft in issue.drafts {
                    html.element(.li) {
                        html.element(.time, .datetime(draft.day.description), text: view.date(draft.day))
                        html.element(.p) {
                            html.element(.strong, .lang(draft.language.rawValue), .dir("auto"), text: draft.title)
                        }
                        if !draft.text.isEmpty { view.written(draft.text, draft.language) }
                        if !draft.address.isEmpty { html.element(.p) { view.outside(draft.address) } }
                        struck(draft.struckWhy)
                        if draft.struck == nil { taking?.strike(.draft, draft.id, view) }
                    }
                }
            }
        }
    }

    private func steps() {
        view.section("steps", view.say("emerging.steps"), view.say("emerging.steps.lead")) {
            guard !issue.steps.isEmpty else {
                html.element(.p, .class("none"), text: view.say("emerging.noStep"))
                return
            }
            html.element(.ol, .class("timeline")) {
                for step in issue.steps {
                    html.element(.li) {
                        html.element(.time, .datetime(step.day.description), text: view.date(step.day))
                        html.element(.p) {
                            html.element(.strong, text: view.say("emergingStage.\(step.stage.rawValue)"))
                            if let body = view.bodyName(step) {
                                html.text(" · ")
                                html.element(.bdi, text: body)
                            }
                        }
                        if !step.note.isEmpty { view.written(step.note, step.language) }
                        if !step.address.isEmpty { html.element(.p) { view.outside(step.address) } }
                        struck(step.struckWhy)
                        if step.struck == nil { taking?.strike(.step, step.id, view) }
                    }
                }
            }
        }
    }

    private func struck(_ why: String?) {
        guard let why else { return }
        html.element(.p, .class("hint")) {
            view.write("emerging.struck") { _ in html.element(.q, .dir("auto"), text: why) }
        }
    }

    func facts() {
        view.fact(view.say("practice.author")) { view.author(outside.author, region: content.region) }
        if let region = content.region {
            view.fact(view.say("practice.region")) {
                view.link(view.topicAddress(.region, region), view.name(.region, region))
            }
        }
        topics("cooperation.themes", content.themes.map { (view.topicAddress(.theme, $0), view.name(.theme, $0)) })
        topics("practice.persons", content.persons.map { (view.topicAddress(.person, $0), view.name(.person, $0)) })
        topics(
            "cooperation.goals",
            content.goals.map { ($0.contains(".") ? view.topicAddress(.target, $0) : view.topicAddress(.sdg, $0), $0) })
        if let published = issue.published {
            view.fact(view.say("practice.published")) {
                html.text(view.dayOf(published))
                html.element(.p, .class("hint"), text: view.say("practice.reviewed"))
            }
        }
    }

    private func topics(_ key: String, _ topics: [(address: String, name: String)]) {
        guard !topics.isEmpty else { return }
        view.fact(view.say(key)) {
            for (place, topic) in topics.enumerated() {
                if place > 0 { html.text(view.say("list.comma")) }
                view.link(topic.address, topic.name)
            }
        }
    }
}

/// Forms that take parts out of an emerging issue.
struct EmergingTaking {
    let path: String

    func remove(_ proponent: Proponent, _ view: View) {
        view.act(path + "/proponent-remove", view.say("emerging.remove")) {
            view.hiddenField("number", "\(proponent.id)")
        }
    }

    func strike(_ part: Practices.EmergingPart, _ id: Int64, _ view: View) {
        view.fold(view.say("emerging.strike")) {
            view.act(path + "/strike", view.say("emerging.strike")) {
                view.hiddenField("part", part.rawValue)
                view.hiddenField("number", "\(id)")
                view.html.element(.div, .class("entry")) {
                    let field = "why-\(part.rawValue)-\(id)"
                    view.html.element(.label, .class("label"), .for(field), text: view.say("practice.why"))
                    view.html.empty(
                        .input, .class("input"), .type("text"), .id(field), .name("why"), .maxlength(500),
                        .dir("auto"))
                }
            }
        }
    }
}

extension View {
    /// The body of a step by its name; nil where none is named.
    func bodyName(_ step: EmergingStep) -> String? {
        if !step.body.isEmpty { return bodyName(step.body) }
        return step.bodyNote.isEmpty ? nil : step.bodyNote
    }

    func bodyName(_ code: String) -> String {
        EmergingBody(rawValue: code) == nil ? name(.mechanism, code) : say("emergingBody.\(code)")
    }

    /// Bodies that make norms first, then mechanisms of the record that are no country mandates.
    func bodyOptions() -> [(value: String, text: String)] {
        let mechanisms = names.reference.mechanisms.filter { facts in
            facts.state == nil && [.treatyBody, .advisoryCommittee, .regional, .ilo].contains(facts.kind)
        }
        return EmergingBody.allCases.map { ($0.rawValue, bodyName($0.rawValue)) }
            + mechanisms.map { ($0.code.rawValue, name(.mechanism, $0.code.rawValue)) }
    }
}
