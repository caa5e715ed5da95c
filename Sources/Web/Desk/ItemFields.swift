import Domain
import Frame
import Locales
import Markup
import Operations

/// The fields of one finding. What was typed stands in them again where a form could not be taken.
struct ItemFields {
    let view: View
    let finding: Finding
    let language: String
    let typed: Query?

    /// Longer texts are not edited in a form: the page would grow beyond what a poor line carries.
    static let textBytesMax = 24_000
    /// Wordings that have fields of their own.
    static let wordingsMax = 12
    private static let tagsMax = 40

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.div, .class("pair trio")) {
            view.textField(
                "paragraph", view.say("item.paragraph"), value("paragraph", finding.paragraph?.printed ?? ""), most: 40,
                direction: "ltr")
            view.select(
                "kind", view.say("facet.kind"),
                Finding.Kind.allCases.map { ($0.rawValue, view.say("findingKind.\($0.rawValue)")) },
                chosen: value("kind", finding.kind.rawValue))
            if finding.kind != .observation { position() }
        }
        if finding.kind == .statement, let wording = finding.wording { said(wording) }
        if !hasWordings, finding.kind != .statement || !finding.text.isEmpty { text() }
        if finding.kind == .recommendation || finding.kind == .pledge || !finding.states.isEmpty { states() }
        if finding.kind == .statement { statement() }
        if finding.kind == .observation { followUp() }
        duties()
        tags()
    }

    private func value(_ name: String, _ stored: String) -> String { typed?.first(name) ?? stored }

    private func position() {
        let options =
            [("", view.say("item.noPosition"))]
            + Position.allCases.map { ($0.rawValue, view.say("position.\($0.rawValue)")) }
        view.select(
            "position", view.say("facet.position"), options, chosen: value("position", finding.position?.rawValue ?? "")
        )
    }

    /// Whether each wording has fields of its own; the text is then made of them.
    private var hasWordings: Bool {
        !finding.wordings.isEmpty && finding.wordings.count <= Self.wordingsMax
            && finding.wordings.reduce(0) { $0 + $1.text.utf8.count } <= Self.textBytesMax
    }

    /// The words that tell the position; they stand in the document and are not edited.
    private func said(_ wording: String) {
        html.element(
            .blockquote, .class("quote part"), .lang(language), .dir("auto"), text: String(wording.prefix(2_000)))
    }

    private func text() {
        guard finding.text.utf8.count <= Self.textBytesMax else {
            html.element(.p, .class("label"), text: view.say("item.text"))
            html.element(
                .blockquote, .class("quote part"), .lang(language), .dir("auto"), text: finding.text.prefix(4_000) + "…"
            )
            html.element(.p, .class("hint"), text: view.say("item.tooLong"))
            return
        }
        let text = value("text", finding.text)
        view.textArea("text", view.say("item.text"), text, language: language, rows: rows(text))
    }

    private func rows(_ text: String) -> Int { min(16, max(3, text.count / 62 + 2)) }

    private func states() {
        if !hasWordings {
            let names = finding.states.map(view.stateName) + finding.unknownNames
            view.textField(
                "states", view.say("item.states"), value("states", names.joined(separator: "; ")),
                hint: view.say("item.statesHint"), most: 8_000)
        } else {
            html.element(.fieldset, .class("wordings")) {
                html.element(.legend, .class("label"), text: view.say("record.otherWordings"))
                for (index, wording) in finding.wordings.enumerated() { self.wording(index, wording) }
            }
        }
        view.textField("addState", view.say("item.addState"), value("addState", ""), list: "state-names")
        html.element(.datalist, .id("state-names")) {
            for code in view.names.codes(.state) { html.element(.option, .value(view.name(.state, code))) {} }
        }
    }

    private func wording(_ index: Int, _ wording: Finding.Wording) {
        let names = wording.states.map(view.stateName).joined(separator: "; ")
        let label = view.say("part.variant", ["label": .text(String(index + 1))])
        view.textArea(
            "wording-\(index)", label, value("wording-\(index)", wording.text), language: language,
            rows: rows(wording.text) - 1)
        view.textField(
            "states-\(index)", view.say("item.statesOf", ["wording": .text(label)]), value("states-\(index)", names),
            most: 8_000)
    }

    private func statement() {
        html.element(.div, .class("pair")) {
            view.select(
                "claim", view.say("item.claim"),
                [("", view.say("item.noClaim"))]
                    + Finding.Claim.Status.allCases.map { ($0.rawValue, view.say("claim.\($0.rawValue)")) },
                chosen: value("claim", finding.claim?.status.rawValue ?? ""))
            view.textField(
                "positionDate", view.say("item.positionDate"),
                value("positionDate", finding.positionDate?.description ?? ""), hint: view.say("item.dateHint"),
                most: 10, direction: "ltr")
        }
        view.textField(
            "claimWording", view.say("item.claimWording"), value("claimWording", finding.claim?.wording ?? ""),
            most: 4_000)
        let reason = value("reason", finding.reason ?? "")
        if reason.utf8.count <= Self.textBytesMax {
            view.textArea("reason", view.say("item.reason"), reason, language: language, rows: max(2, rows(reason) - 1))
        }
    }

    private func followUp() {
        let isTyped = typed?.first("followUpDue") != nil
        view.checkbox(
            "followUp", view.say("mark.followUp"),
            isOn: isTyped ? typed?.first("followUp") == "yes" : finding.isForFollowUp)
        view.textField(
            "followUpDue", view.say("mark.due"), value("followUpDue", finding.followUpDue?.description ?? ""),
            hint: view.say("item.dateHint"), most: 10, direction: "ltr")
        view.checkbox(
            "priority", view.say("mark.priority"),
            isOn: isTyped ? typed?.first("priority") == "yes" : finding.isPriority)
    }

    /// What the document says it is about, and where it says the position stands: taken over as it is.
    private func tags() {
        guard !finding.tags.isEmpty || finding.positionDocument != nil && finding.kind != .statement else { return }
        html.element(.dl, .class("facts-list taken")) {
            for kind in TagKind.allCases {
                let names = finding.tags.filter { $0.kind == kind }.prefix(Self.tagsMax).map(name)
                if !names.isEmpty {
                    view.fact(view.say("tag.\(kind.rawValue)")) {
                        html.text(names.joined(separator: view.say("list.semicolon")))
                    }
                }
            }
            if finding.kind != .statement, let document = finding.positionDocument {
                view.fact(view.say("disagreement.position-document")) { html.element(.bdi, text: document) }
            }
        }
    }

    private func name(_ tag: TagDraft) -> String {
        switch tag.kind {
        case .theme: view.name(.theme, tag.code)
        case .person: view.name(.person, tag.code)
        case .sdg: view.valueName(tag.code.contains(".") ? .target : .sdg, tag.code)
        case .norm, .action: tag.label
        }
    }

    /// Lettered duties stand in the text; they are shown so that one sees what will be addressable.
    private func duties() {
        guard !finding.duties.isEmpty else { return }
        html.element(.p, .class("label"), text: view.say("record.parts"))
        html.element(.ul, .class("duties"), .lang(language)) {
            for duty in finding.duties.prefix(40) {
                html.element(.li, .dir("auto"), text: "(\(duty.label)) \(duty.text.prefix(160))")
            }
        }
    }
}
