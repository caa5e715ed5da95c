import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The form of one correction: a new name, another place, a division, a union. Everything can be taken back in the history.
struct IssueForms {
    let view: View
    let page: IssuePage
    let question: IssueQuestion
    let doing: IssueQuestion.Doing
    /// The State's other issues.
    let targets: [IssueSummary]
    /// What was typed into a form that was refused.
    let typed: Query

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.section, .class("card correct"), .id("correct"), .labelledBy("correct-title")) {
            html.element(.h2, .id("correct-title"), text: view.say("issueForm.\(doing.rawValue).title"))
            html.element(.p, .class("hint"), text: view.say("issueForm.\(doing.rawValue).text"))
            switch doing {
            case .rename: rename()
            case .move: move()
            case .split: split()
            case .merge: merge()
            }
            html.element(.p) { view.link(question.address(view), view.say("issueForm.cancel")) }
        }
    }

    private func form(content: () -> Void) {
        html.element(
            .form, .class("fields"), .method("post"), .custom("accept-charset", "utf-8"),
            .action(view.issueFormAddress(page.issue.id, doing.rawValue))
        ) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.hiddenField("version", String(page.issue.version))
            content()
        }
    }

    private func submit(_ key: String) {
        html.element(.p) { html.element(.button, .class("button"), .type("submit"), text: view.say(key)) }
    }

    private func rename() {
        form {
            let name = typed.first("name") ?? page.issue.givenName ?? view.issueName(page.issue).text
            view.textField("name", view.say("issueForm.name"), name, hint: view.say("issueForm.nameHint"), most: 200)
            html.element(.p, .class("actions")) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("issueForm.rename.button"))
                if page.issue.givenName != nil {
                    html.element(
                        .button, .class("button plain"), .type("submit"), .name("back"), .value("yes"),
                        text: view.say("issueForm.rename.back"))
                }
            }
        }
    }

    private func move() {
        let member = page.members.first { $0.record.id == question.subject }
        if let member {
            html.element(
                .blockquote, .class("quote part"), .lang(member.record.language.rawValue), .dir("auto"),
                text: member.text)
        }
        finder()
        form {
            view.hiddenField("r", question.subject?.description ?? "")
            target("to", first: ("new", view.say("issueForm.newIssue")))
            view.textField(
                "name", view.say("issueForm.newName"), typed.first("name") ?? "",
                hint: view.say("issueForm.newNameHint"), most: 200)
            submit("issueForm.move.button")
        }
    }

    private func merge() {
        finder()
        form {
            target("into", first: nil)
            submit("issueForm.merge.button")
        }
    }

    /// Narrows the issues on offer by words of their names, where they are many.
    private func finder() {
        guard targets.count > IssueQuestion.targetsMax else { return }
        html.element(.form, .class("fields"), .method("get"), .action("/issues/\(page.issue.id)")) {
            view.hiddenField("do", doing.rawValue)
            if let subject = question.subject { view.hiddenField("r", subject.description) }
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            view.textField("find", view.say("issueForm.find"), question.find, type: "search", most: 200)
            html.element(.p) {
                html.element(.button, .class("button plain"), .type("submit"), text: view.say("issues.show"))
            }
        }
    }

    private func target(_ name: String, first: (value: String, text: String)?) {
        let words = Collation.key(question.find).split(separator: " ")
        let chosen = typed.first(name) ?? ""
        let found = targets.map { (id: $0.issue.id.description, name: view.issueName($0.issue).text, count: $0.count) }
            .filter { target in
                let key = Collation.key(target.name)
                return target.id == chosen || words.allSatisfy { key.contains($0) }
            }
            .prefix(IssueQuestion.targetsMax).sorted { Collation.key($0.name) < Collation.key($1.name) }
        let options = found.map { target in
            let short = target.name.count <= 90 ? target.name : String(target.name.prefix(88)) + "…"
            return (
                value: target.id,
                text: view.say("issueForm.option", ["name": .text(short), "count": .number(target.count)])
            )
        }
        view.select(
            name, view.say("issueForm.target"),
            [("", view.say("issueForm.choose"))] + (first.map { [$0] } ?? []) + options, chosen: chosen,
            hint: found.isEmpty ? view.say("issueForm.noTarget") : nil)
    }

    private func split() {
        let chosen = Set(typed.all("member"))
        form {
            html.element(.fieldset, .class("choices")) {
                html.element(.legend, .class("label"), text: view.say("issueForm.split.which"))
                for member in page.members.prefix(IssueQuestion.choicesMax) {
                    choice(member, isOn: chosen.contains(member.record.id.description))
                }
            }
            view.textField(
                "name", view.say("issueForm.newName"), typed.first("name") ?? "",
                hint: view.say("issueForm.newNameHint"), most: 200)
            submit("issueForm.split.button")
        }
    }

    private func choice(_ member: IssueMember, isOn: Bool) {
        let id = member.record.id.description
        let text = member.text.count <= 240 ? member.text : String(member.text.prefix(238)) + "…"
        html.element(.div, .class("tickable")) {
            html.empty(
                .input, .type("checkbox"), .id("member-\(id)"), .name("member"), .value(id), .checked(isOn))
            html.element(
                .label, .for("member-\(id)"), .lang(member.record.language.rawValue), .dir("auto"), text: text)
        }
    }
}
