import Domain
import Frame
import Locales
import Markup
import Submissions

/// Parts that several pages of submissions share.
extension View {
    /// Who runs this installation, on every page of submissions.
    func operatorBox(_ submissions: Submissions) {
        html.element(.aside, .class("operator"), .label(say("submit.operator"))) {
            html.element(.p) {
                if let declared = submissions.house.operator {
                    write(
                        "submit.operatorIs", ["kind": .text(say("submit.operatorKind.\(declared.kind.rawValue)"))]
                    ) { _ in html.element(.bdi, text: declared.name) }
                } else {
                    write("submit.operatorUndeclared")
                }
            }
        }
    }

    /// A fingerprint that can be read out and compared.
    func fingerprint(_ key: RecipientKey) {
        html.element(.code, .class("fingerprint"), .dir("ltr"), text: key.fingerprint)
    }

    /// A day that stands as text: `2026-01-31`.
    func dayText(_ day: String) {
        if let date = CalendarDate(day) {
            html.element(.time, .datetime(day), text: self.date(date))
        }
    }

    /// Radios with a heading; a choice needs no script.
    func choices(
        _ name: String, _ legend: String, _ options: [(value: String, text: String)], chosen: String
    ) {
        html.element(.fieldset, .class("entry")) {
            html.element(.legend, .class("label"), text: legend)
            for option in options {
                html.element(.div, .class("tickable")) {
                    let id = "\(name)-\(option.value)"
                    html.empty(
                        .input, .type("radio"), .id(id), .name(name), .value(option.value),
                        .checked(option.value == chosen))
                    html.element(.label, .for(id), text: option.text)
                }
            }
        }
    }

    func consentChoices(_ chosen: SealedNote.Consent) {
        choices(
            "consent", say("submit.consent"),
            SealedNote.Consent.allCases.map { ($0.rawValue, say("submit.consent.\($0.rawValue)")) },
            chosen: chosen.rawValue)
    }

    /// Files of a form; told plainly where none are taken.
    func filesField(_ submissions: Submissions) {
        if let fault = submissions.fileFault {
            html.element(.p, .class("hint"), text: say(fault.key))
            return
        }
        field("files", say("submit.files"), hint: say("submit.filesHint")) { hint in
            html.empty(
                .input, .class("input"), .type("file"), .id("files"), .name("files"), .multiple(true),
                .describedBy(hint))
        }
    }

    /// A secret that is typed: a pass phrase.
    func secretField(_ name: String, _ label: String, hint: String? = nil) {
        field(name, label, hint: hint) { hint in
            html.empty(
                .input, .class("input"), .type("password"), .id(name), .name(name), .maxlength(300),
                .autocomplete("off"), .describedBy(hint))
        }
    }

    /// Words of people, as paragraphs.
    func sealedWords(_ note: SealedNote) {
        for paragraph in note.text.split(separator: "\n") {
            html.element(.p, .class("words"), .lang(note.language), .dir("auto"), text: String(paragraph))
        }
    }

    func points(_ keys: [String]) {
        html.element(.ul) { for key in keys { html.element(.li, text: say(key)) } }
    }
}
