import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The item in focus: why to look at it, the form to decide, and ways to divide or join it.
struct ItemPane {
    let view: View
    let signed: Signed
    let page: ReadingPage
    let question: ReviewQuestion
    let list: [ReadingItem]
    let item: ReadingItem
    let refused: RefusedForm?

    /// Access keys and what each does.
    static let keys: [(key: String, name: String)] = [
        ("a", "accept"), ("s", "save"), ("d", "drop"), ("p", "previous"), ("n", "next"),
    ]

    private var html: HTMLWriter { view.html }
    private var finding: Finding { item.current }
    private var place: ReviewQuestion { question.with { $0.item = item.id } }

    func write() {
        neighbours()
        html.element(.h2) {
            html.element(.span, .dir("ltr")) {
                if let paragraph = finding.paragraph {
                    view.write("record.paragraph", ["number": .text(paragraph.printed)])
                } else {
                    view.write("item.noNumber")
                }
            }
            html.text(" ")
            html.element(.span, .class("soft"), text: view.say("findingKind.\(finding.kind.rawValue)"))
        }
        if let heading = finding.heading {
            html.element(.p, .class("fine"), .lang(language), .dir("auto"), text: String(heading.prefix(300)))
        }
        if let refused { trouble(refused) }
        switch item.status {
        case .open: open()
        case .accepted, .dropped: decided()
        }
    }

    private var language: String { page.reading.facts?.language.rawValue ?? view.words.tag }

    private func neighbours() {
        let index = list.firstIndex { $0.id == item.id }
        html.element(.nav, .class("steps-line"), .label(view.say("item.neighbours"))) {
            step(index.flatMap { $0 > 0 ? list[$0 - 1].id : nil }, "previous", "p")
            if let index {
                html.element(
                    .span, .class("fine num"),
                    text: view.say("item.place", ["number": .number(index + 1), "count": .number(list.count)]))
            }
            step(index.map { $0 + 1 < list.count ? list[$0 + 1].id : nil } ?? list.first?.id, "next", "n")
        }
    }

    private func step(_ id: ReadingItemID?, _ name: String, _ key: StaticString) {
        guard let id else { return html.element(.span, .class("soft"), text: view.say("item.\(name)")) }
        html.element(
            .a, .href(question.on(id).address(view) + "#item"), .rel(name == "next" ? "next" : "prev"),
            .custom("accesskey", "\(key)"), text: view.say("item.\(name)"))
    }

    private func open() {
        if finding.isDoubtful || !finding.doubts.isEmpty { doubts() }
        html.element(.form, .class("fields decide"), .method("post"), .action(place.address(view))) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.hiddenField("version", String(item.version))
            html.element(.div, .class("actions")) {
                button("accept", "button")
                button("save", "button plain")
                button("drop", "button plain")
            }
            ItemFields(view: view, finding: finding, language: language, typed: refused?.form).write()
            SuggestionsOfItem(view: view, signed: signed, reading: page.reading, finding: finding)
                .write(typed: refused?.form)
        }
        if item.isCorrected { original() }
        if finding.text.utf8.count > 1 { SplitForm(view: view, signed: signed, place: place, item: item).write() }
        if finding.kind != .statement { merge() }
    }

    /// Why a form was not taken. What was typed stays in the fields; what is stored meanwhile stands here.
    private func trouble(_ refused: RefusedForm) {
        view.problem(refused.reason)
        guard let typed = refused.form.first("text"), ItemForm.lines(typed) != finding.text else { return }
        html.element(.p, .class("label"), text: view.say("item.storedNow"))
        html.element(
            .blockquote, .class("quote part"), .lang(language), .dir("auto"), text: String(finding.text.prefix(8_000)))
    }

    private func doubts() {
        html.element(.div, .class("notice doubts")) {
            html.element(.p) { html.element(.strong, text: view.say("item.doubtful")) }
            if finding.doubts.isEmpty {
                html.element(.p, text: view.say("item.doubtfulSomehow"))
            } else {
                html.element(.ul) { for doubt in finding.doubts.prefix(12) { html.element(.li) { view.doubt(doubt) } } }
            }
        }
    }

    private func button(_ name: String, _ style: String) {
        html.element(
            .button, .class(style), .type("submit"), .name("do"), .value(name),
            .custom("accesskey", Self.keys.first { $0.name == name }?.key), text: view.say("item.\(name)"))
    }

    /// What the reader found, where somebody corrected it.
    private func original() {
        html.element(.details) {
            html.element(.summary, text: view.say("item.original"))
            if let original = item.original {
                html.element(
                    .blockquote, .class("quote part"), .lang(language), .dir("auto"),
                    text: String(original.text.prefix(5_000)))
                if !original.states.isEmpty {
                    html.element(.p, .class("fine")) { names(original.states) }
                }
            } else {
                html.element(.p, text: view.say("item.handMade"))
            }
        }
    }

    private func names(_ states: [StateCode]) {
        html.text(states.map(view.stateName).joined(separator: view.say("list.comma")))
    }

    /// Joins it with the open item that follows in the document.
    private func merge() {
        guard let index = page.items.firstIndex(where: { $0.id == item.id }),
            let next = page.items[(index + 1)...].first(where: { $0.status != .dropped }), next.status == .open
        else { return }
        html.element(.details) {
            html.element(.summary, text: view.say("merge.title"))
            html.element(.form, .class("fields"), .method("post"), .action(place.address(view, action: "merge"))) {
                view.hiddenField(Signed.tokenField, signed.session.csrf)
                view.hiddenField("version", String(item.version))
                view.hiddenField("next", next.id.description)
                view.hiddenField("nextVersion", String(next.version))
                html.element(
                    .p, .class("small"),
                    text: view.say("merge.text", ["number": .text(next.current.paragraph?.printed ?? "–")]))
                html.element(
                    .blockquote, .class("quote part"), .lang(language), .dir("auto"),
                    text: String(next.current.text.prefix(400)))
                html.element(.p) {
                    html.element(.button, .class("button plain"), .type("submit"), text: view.say("merge.button"))
                }
            }
        }
    }

    /// An item that was decided on: what it says, who decided, and the way back.
    private func decided() {
        html.element(.p, .class("small")) {
            let key = item.mergedInto != nil ? "item.wasMerged" : "item.was.\(item.status.rawValue)"
            view.write(key, ["when": .text(item.decidedAt.flatMap { CalendarDate($0) }.map(view.date) ?? "–")]) { _ in
                html.element(.bdi, text: item.decidedBy ?? "–")
            }
        }
        let words = finding.text.isEmpty ? finding.wording ?? "" : finding.text
        if !words.isEmpty {
            html.element(
                .blockquote, .class("quote"), .lang(language), .dir("auto"), text: String(words.prefix(20_000)))
        }
        html.element(.dl, .class("facts-list")) {
            if let position = finding.position { view.fact(view.facetName(.position)) { view.position(position) } }
            if !finding.states.isEmpty { view.fact(view.facetName(.recommending)) { names(finding.states) } }
            if let claim = finding.claim {
                view.fact(view.say("item.claim")) { html.text(view.say("claim.\(claim.status.rawValue)")) }
            }
            if let grade = finding.grade {
                view.fact(view.say("item.grade")) {
                    html.element(.bdi, text: "\(grade.value) (\(grade.name))")
                    if let about = finding.about { html.element(.p, .class("hint"), text: about.printed) }
                }
            }
            if finding.kind == .statement, let date = finding.positionDate {
                view.fact(view.say("item.positionDate")) {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                }
            }
            if let reason = finding.reason {
                view.fact(view.say("item.reason")) {
                    html.element(.p, .lang(language), .dir("auto"), text: String(reason.prefix(8_000)))
                }
            }
            if let due = finding.followUpDue {
                view.fact(view.say("mark.due")) {
                    html.element(.time, .datetime(due.description), text: view.date(due))
                }
            }
            if let id = item.recommendation {
                view.fact(view.say("item.record")) {
                    view.link(view.recommendationAddress(id), view.say("item.seeRecord"))
                }
            }
        }
        if let other = item.mergedInto {
            html.element(.p) { view.link(question.on(other).address(view) + "#item", view.say("item.seeMerged")) }
        }
        html.element(.form, .method("post"), .action(place.address(view))) {
            view.hiddenField(Signed.tokenField, signed.session.csrf)
            view.hiddenField("version", String(item.version))
            html.element(.p, .class("actions")) {
                html.element(
                    .button, .class("button plain"), .type("submit"), .name("do"), .value("reopen"),
                    text: view.say("item.reopen"))
            }
        }
    }
}
